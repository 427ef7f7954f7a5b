"""Files that tell nothing are let through, and no file, however broken, stops the program."""

import random
from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.people.index import build_people
from manifest_app.outgoing.report import Verdict, report_of
from tests.outgoing.dirty import NAME, PERSON, WORD, Dirty
from tests.outgoing.labelled import ALL
from tests.outgoing.offices import files

TODAY = date(2026, 11, 22)
PEOPLE = build_people([PERSON], b"k" * 32)


def verdict(data: bytes, name: str) -> Verdict:
    return report_of(detect(extract(data, name), PEOPLE, TODAY), people_checked=True).verdict


def test_of_200_clean_office_files_none_is_refused() -> None:
    alarms = Counter(name.rsplit(".", 1)[1] for name, data in files(200) if verdict(data, name) is not Verdict.CLEAN)
    assert not alarms


@settings(max_examples=150)
@given(dirty=st.sampled_from(ALL), seed=st.integers(), secret=st.sampled_from((NAME, WORD)))
def test_a_damaged_file_is_read_or_refused_and_never_stops_the_program(dirty: Dirty, seed: int, secret: str) -> None:
    rng = random.Random(seed)
    data = bytearray(dirty.make(secret))
    for _ in range(rng.randint(1, 12)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    if rng.random() < 0.3:
        del data[rng.randrange(len(data)) :]
    assert verdict(bytes(data), dirty.name) in Verdict


@given(
    data=st.binary(max_size=300),
    name=st.sampled_from(("a.xlsx", "a.pdf", "a.eml", "a.html", "a.json", "a.csv", "a.png", "a")),
)
def test_any_bytes_have_a_verdict(data: bytes, name: str) -> None:
    assert verdict(data, name) in Verdict
