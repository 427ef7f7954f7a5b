from dataclasses import replace
from datetime import date
from random import Random

import pytest

from manifest_app.intake.bases import map_basis
from manifest_app.model.hold import Category
from manifest_app.model.passenger import Identity
from manifest_app.standards.names import fold
from manifest_app.synthetic.case103 import FIRST_ROW, Case, _bases, build_case
from manifest_app.synthetic.faults import FAULTS

DEPARTURE = date(2026, 12, 4)
CASE = build_case(Random(103), DEPARTURE)


def same_person_key(who: Identity) -> tuple[str, str, str]:
    return fold(who.family_name), fold(who.given_names), str(who.birth_date)


def record_of(case: Case, row: int) -> Identity:
    truth = case.truth[row]
    return case.exposure[truth.record] if truth.category is Category.EXPOSURE else case.registry[truth.record][0]


def test_the_numbers_of_the_case() -> None:
    assert (len(CASE.passengers), len(CASE.registry), len(CASE.exposure)) == (103, 400, 6252)
    categories = [truth.category for truth in CASE.truth.values()]
    assert categories.count(Category.EXPOSURE) == 46
    assert categories.count(Category.CLAIM) == 5
    assert set(CASE.truth) <= set(range(FIRST_ROW, FIRST_ROW + 103))


def test_the_same_seed_gives_the_same_case() -> None:
    assert build_case(Random(103), DEPARTURE) == CASE
    assert build_case(Random(104), DEPARTURE).passengers != CASE.passengers


@pytest.mark.parametrize("seed", [103, 1, 2])
def test_each_of_the_51_is_written_with_faults_and_can_still_be_known(seed: int) -> None:
    case = build_case(Random(seed), DEPARTURE)
    missing = 0
    for row, truth in case.truth.items():
        written, record = case.passengers[row - FIRST_ROW], record_of(case, row)
        faults = [name for name in truth.faults if name != "A-number missing"]
        assert 1 <= len(faults) <= 2
        assert set(truth.faults) <= set(FAULTS)
        missing += written.a_number == ""
        assert replace(written, documents=()) != record
        assert fold(written.family_name)
        assert written.birth_date is not None
    assert 15 <= missing <= 36


def test_everybody_else_is_a_stranger_to_both_lists() -> None:
    records = [*CASE.exposure, *(who for who, _ in CASE.registry)]
    numbers, keys = {who.a_number for who in records}, {same_person_key(who) for who in records}
    strangers = [who for row, who in enumerate(CASE.passengers, FIRST_ROW) if row not in CASE.truth]
    assert len(strangers) == 52
    assert not {who.a_number for who in strangers} & numbers
    assert not {same_person_key(who) for who in strangers} & keys


def test_the_lists_are_disjoint_and_without_repeats() -> None:
    records = [*CASE.exposure, *(who for who, _ in CASE.registry)]
    assert len({who.a_number for who in records}) == len({same_person_key(who) for who in records}) == 6652


def test_the_five_claims_are_pending_and_the_registry_is_mixed() -> None:
    pending = {CASE.registry[t.record][1].basis for t in CASE.truth.values() if t.category is Category.CLAIM}
    assert pending <= {"ASY-P", "CFI", "RFI", "WHD-P", "CAT-P"}
    bases = {details.basis for _, details in CASE.registry}
    assert {"ASY-P", "ASY-G", "TPS-G", "U"} <= bases


@pytest.mark.parametrize("row", _bases(), ids=lambda row: row["code"])
def test_the_words_of_the_registry_are_understood(row: dict[str, list[str] | str]) -> None:
    for words in row["words"]:
        assert map_basis(words).code == row["code"], words
