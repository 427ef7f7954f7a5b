"""Check: secrets found in labelled files, beside readers that see what a page or a sheet shows; and false alarms.

Each file carries one secret (a name, words of protection, a number) by one channel that its kind has. A reader has
found it when all its words are in the text that the reader gives; the check, when it says ``discloses``.
The files come from the same hands as the check: they show what it covers, not what somebody else would think of.
"""

import re
import time
from collections import Counter
from datetime import date
from pathlib import PurePosixPath

from benchmarks.measuring import NOT_KEPT, Row, timed
from benchmarks.peers import Peer, peers
from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.people.index import PeopleIndex, build_people
from manifest_app.outgoing.report import Verdict, report_of
from tests.outgoing.dirty import PERSON, SECRETS, Dirty
from tests.outgoing.labelled import ALL
from tests.outgoing.offices import files

TODAY = date(2026, 11, 22)
CLEAN_FILES = 200
CLEAN_SEED = 20261122
"""Not the seed of the test that the wording was made to pass."""


def run() -> list[Row]:
    """Counts the secrets found for each kind of file, and the clean files that are refused."""
    people = build_people([PERSON], b"k" * 32)
    others = peers()
    kinds: dict[str, list[Dirty]] = {}
    for dirty in ALL:
        kinds.setdefault(PurePosixPath(dirty.name).suffix, []).append(dirty)
    rows = [_row(kind, several, people, others.get(kind, ())) for kind, several in sorted(kinds.items())]
    total = sum(map(len, kinds.values())) * len(SECRETS)
    return [*rows, ("all kinds", f"{total} files with a secret each"), *_false_alarms(people)]


def _row(kind: str, several: list[Dirty], people: PeopleIndex, others: tuple[Peer, ...]) -> Row:
    made = [(dirty, secret, dirty.make(secret)) for dirty in several for secret in SECRETS]
    missed = sorted({one.label for one, _, data in made if _verdict(data, one.name, people) is not Verdict.DISCLOSES})
    figure = f"{NOT_KEPT}: missed {', '.join(missed)}" if missed else f"check {len(made)} of {len(made)}"
    files = [data for _, _, data in made]
    read = ((name, zip(made, texts(files, kind), strict=True)) for name, texts in others)
    counts = (f"{name} {sum(_says(text, secret) for (_, secret, _), text in told)}" for name, told in read)
    return (f"{kind}, {len(several)} channel{'s' * (len(several) > 1)}", figure, *counts)


def _verdict(data: bytes, name: str, people: PeopleIndex) -> Verdict:
    return report_of(detect(extract(data, name), people, TODAY), people_checked=True).verdict


def _says(text: str, secret: str) -> bool:
    return all(word in text.casefold() for word in re.findall(r"\w+", secret.casefold()))


def _false_alarms(people: PeopleIndex) -> list[Row]:
    clean = list(files(CLEAN_FILES, CLEAN_SEED))
    start = time.perf_counter()
    verdicts = [(name, _verdict(data, name, people)) for name, data in clean]
    seconds = time.perf_counter() - start
    alarms = Counter(PurePosixPath(name).suffix for name, verdict in verdicts if verdict is not Verdict.CLEAN)
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(alarms.items()))
    figure = f"{NOT_KEPT}: {told}" if alarms else "0"
    return [(f"false alarms on {CLEAN_FILES} clean office files", figure), timed("looking through those", seconds)]
