"""Screening: who is found, who is held for nothing, and how long it takes, side by side with plain string ratios.

The case of the 103 is made for twenty seeds. The harder figures: people of an exposure list written with three faults
and without any number, and strangers of whom half have a number; recall where 1 in 100 and 1 in 1,000 strangers would
be held. The ratios stand for what is often done: RapidFuzz over the whole name, and the date of birth as text.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from random import Random

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import WRatio, token_set_ratio, token_sort_ratio
from rapidfuzz.process import cdist

from benchmarks.measuring import NOT_KEPT, Row, best_of, timed
from manifest_app.model.hold import Category
from manifest_app.model.passenger import Identity, Passenger
from manifest_app.model.protection import Record, RecordSource
from manifest_app.screening import Thresholds, build_index, default_thresholds, screen
from manifest_app.standards.names import fold
from manifest_app.synthetic.case103 import FIRST_ROW, Case, build_case
from manifest_app.synthetic.faults import Part, make_faults
from manifest_app.synthetic.people import People

DAY = date(2026, 12, 4)
SEEDS = range(20)
FOUND, STRANGERS, RECORDS = 500, 1000, 6652
Scores = NDArray[np.float64]


def run() -> list[Row]:
    """Measures the case of the 103, the harder people, the peers, and the time."""
    return [*_cases(), *_hard(), *_times()]


def main() -> None:
    """Prints the rows."""
    for row in run():
        print(" | ".join(row))


def _records(case: Case) -> list[Record]:
    exposure = [Record(f"x{at}", RecordSource.EXPOSURE, "list", at, who) for at, who in enumerate(case.exposure)]
    registry = [Record(f"r{at}", RecordSource.REGISTRY, "list", at, who) for at, (who, _) in enumerate(case.registry)]
    return exposure + registry


def _passengers(identities: Sequence[Identity]) -> list[Passenger]:
    return [Passenger(f"p{at}", at, who) for at, who in enumerate(identities)]


def _cases() -> list[Row]:
    found = expected = others = worst = 0
    for seed in SEEDS:
        case = build_case(Random(seed), DAY)
        findings = screen(_passengers(case.passengers), build_index(_records(case)))
        pairs = {(finding.passenger_id, finding.record_id) for finding in findings}
        truth = {
            (f"p{row - FIRST_ROW}", f"{'x' if one.category is Category.EXPOSURE else 'r'}{one.record}")
            for row, one in case.truth.items()
        }
        wrong = {who for who, _ in pairs} - {who for who, _ in truth}
        found, expected, others = found + len(truth & pairs), expected + len(truth), others + len(wrong)
        worst = max(worst, len(wrong))
    return [
        (f"case of the 103, {len(SEEDS)} seeds: found", f"{found:,} of {expected:,}", _kept(found == expected, "all")),
        (
            "the same: others held, all seeds and the most",
            f"{others}, {worst}",
            _kept(worst <= 2, "at most 2 a flight"),
        ),
    ]


def _kept(kept: bool, promise: str) -> str:
    return f"{'kept' if kept else NOT_KEPT}: {promise}"


def _hard() -> list[Row]:
    rng = Random(7)
    people = People(rng, DAY)
    listed = [people.draw("cuban") for _ in range(FOUND)]
    strangers = [people.draw("cuban") for _ in range(STRANGERS)]
    registry = [replace(who, documents=()) for who in listed + [people.draw() for _ in range(RECORDS - FOUND)]]
    written = [replace(make_faults(who, rng, 3, (Part.NAME, Part.DATE))[0], a_number="") for who in listed]
    written += [replace(who, a_number="") if at % 2 else who for at, who in enumerate(strangers)]
    rows = _recall("this program", *_own(written, registry))
    for name, scorer in (
        ("WRatio", WRatio),
        ("token_set_ratio", token_set_ratio),
        ("token_sort_ratio", token_sort_ratio),
    ):
        rows += _recall(f"RapidFuzz {name} and birth date", *_peer(written, registry, scorer))
    return rows


def _recall(who: str, own: Scores, strangers: Scores) -> list[Row]:
    """Recall where so many strangers score higher; one who scores nothing at all counts as not found."""
    shares = []
    for share in (0.01, 0.001):
        limit = np.sort(strangers)[-int(share * len(strangers)) - 1]
        shares.append(f"{100 * float(np.mean(own > limit)):.1f} %")
    return [(f"three faults, no number: {who}", " / ".join(shares), "at 1 % / 0.1 % of strangers held")]


def _own(written: Sequence[Identity], registry: Sequence[Identity]) -> tuple[Scores, Scores]:
    records = [Record(f"x{at}", RecordSource.EXPOSURE, "list", at, who) for at, who in enumerate(registry)]
    own, strangers = np.full(FOUND, -99.0), np.full(STRANGERS, -99.0)
    low = Thresholds(default_thresholds(RECORDS).match_bits, 0)
    for finding in screen(_passengers(written), build_index(records), low):
        at = int(finding.passenger_id[1:])
        if at >= FOUND:
            strangers[at - FOUND] = max(strangers[at - FOUND], finding.bits)
        elif finding.record_id == f"x{at}":
            own[at] = finding.bits
    return own, strangers


def _peer(
    written: Sequence[Identity], registry: Sequence[Identity], scorer: Callable[..., float]
) -> tuple[Scores, Scores]:
    mine, theirs = ([fold(f"{who.family_name} {who.given_names}") for who in side] for side in (written, registry))
    born, dates = ([str(who.birth_date or "") for who in side] for side in (written, registry))
    scores = cdist(mine, theirs, scorer=scorer, dtype=np.float64)
    scores += 100 * cdist(born, dates, scorer=OSA.normalized_similarity, dtype=np.float64)
    for at, who in enumerate(written):
        for other, record in enumerate(registry):
            if who.a_number and who.a_number == record.a_number:
                scores[at, other] = 1000
    return scores[np.arange(FOUND), np.arange(FOUND)], scores[FOUND:].max(axis=1)


def _times() -> list[Row]:
    records = _records(build_case(Random(1), DAY))
    people = People(Random(2), DAY)
    passengers = _passengers([people.draw("cuban") for _ in range(200)])
    index = build_index(records)
    build = best_of(3, lambda: build_index(records))
    compare = best_of(3, lambda: screen(passengers, index))
    return [
        timed(f"build the index of {len(records):,} records", build),
        timed(f"screen 200 passengers against {len(records):,} records", compare),
        timed("both", build + compare, 0.5),
    ]


if __name__ == "__main__":
    main()
