"""Who may decide a hold, and what is signed."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.errors import BlockedError, KnownError, NotAllowedError
from manifest_app.model.hold import Category, HoldGround, Origin, Verdict
from manifest_app.model.passenger import PartialDate, Sex, TravelDocument
from manifest_app.model.people import Person, Role
from manifest_app.model.protection import RecordSource
from manifest_app.review.decisions import (
    LETTING_THROUGH,
    check_decision,
    content_digest,
    decision_digest,
    needs_second,
    reasons,
)
from tests.review.office import (
    ADMIN,
    BASES,
    FLIGHT,
    OFFICER,
    PEOPLE,
    PLANNER,
    SUPERVISOR,
    SUPERVISOR2,
    claim,
    decision,
    details,
    identity,
    passenger,
    record,
)


def check(
    verdict: Verdict = Verdict.CLEAR,
    decider: Person = SUPERVISOR,
    second: Person | None = None,
    *,
    two: bool = False,
    importer: str = "planner",
    reason: str = "",
    note: str = "seen",
    ground: HoldGround | None = None,
) -> None:
    default = {"uphold": "claim-pending", "clear": "record-ended", "not-the-same": "different-biometrics"}[verdict]
    check_decision(
        verdict=verdict,
        reason=reason or default,
        note=note,
        ground=ground or claim(),
        needs_second=two,
        decider=decider,
        second=second,
        importer=importer,
    )


def test_supervisors_and_officers_decide_and_nobody_else() -> None:
    for person in PEOPLE:
        if person.role in (Role.SUPERVISOR, Role.OFFICER):
            check(decider=person)
        else:
            with pytest.raises(NotAllowedError, match="may not decide"):
                check(decider=person)


def test_who_imported_the_list_decides_nothing_on_it_not_even_as_second() -> None:
    with pytest.raises(NotAllowedError, match="imported this flight's list"):
        check(decider=SUPERVISOR, importer="supervisor")
    with pytest.raises(NotAllowedError, match="imported this flight's list"):
        check(decider=SUPERVISOR, second=OFFICER, two=True, importer="officer")


def test_who_was_disabled_decides_nothing() -> None:
    with pytest.raises(NotAllowedError):
        check(decider=replace(SUPERVISOR, active=False))


@pytest.mark.parametrize(("verdict", "first", "second"), list(product(Verdict, PEOPLE, (None, *PEOPLE))))
def test_a_grave_hold_lets_through_only_by_two_of_whom_one_is_an_officer(
    verdict: Verdict, first: Person, second: Person | None
) -> None:
    deciders = {SUPERVISOR, SUPERVISOR2, OFFICER}
    good = first in deciders and (second is None or (second in deciders and second != first))
    if verdict in LETTING_THROUGH:
        good = good and second is not None and OFFICER in (first, second)
    if good:
        check(verdict, first, second, two=True)
    else:
        with pytest.raises(BlockedError):
            check(verdict, first, second, two=True)


def test_the_reason_must_fit_the_verdict_and_the_category() -> None:
    with pytest.raises(KnownError, match="no such reason code"):
        check(reason="because")
    with pytest.raises(KnownError, match="doesn't fit"):
        check(reason="claim-pending")
    with pytest.raises(KnownError, match="doesn't fit"):
        check(reason="no-removal-window-over")


def test_a_note_is_written() -> None:
    with pytest.raises(KnownError, match="note"):
        check(note=" \n")


def test_every_verdict_has_a_reason_for_every_category_it_can_meet() -> None:
    codes = reasons()
    assert list(codes) == [reason.code for reason in codes.values()]
    for verdict, category in product(Verdict, Category):
        fitting = [one for one in codes.values() if verdict in one.verdicts and category in one.categories]
        assert fitting, (verdict, category)


@pytest.mark.parametrize(
    ("basis", "expected"),
    [("ASY-P", False), ("ASY-G", True), ("STAY-J", True), ("U", True), ("MTR", True), ("UNK", True), ("new", True)],
)
def test_a_pending_claim_takes_one_person_everything_graver_or_unknown_two(basis: str, expected: bool) -> None:
    assert needs_second(claim(), {"r1": record()}, {"r1": details(basis)}, BASES) is expected
    source = HoldGround(Category.CLAIM, bases=(basis,), origin=Origin.SOURCE)
    assert needs_second(source, {}, {}, BASES) is expected


def test_what_cannot_be_opened_takes_two() -> None:
    assert needs_second(claim(), {}, {}, BASES)
    assert needs_second(claim(), {"r1": record()}, {}, BASES)
    assert needs_second(claim(), {"r1": record(restricted=True)}, {"r1": details("ASY-P")}, BASES)
    assert needs_second(claim(), {"r1": record(source=RecordSource.EXPOSURE)}, {"r1": details("ASY-P")}, BASES)
    assert needs_second(claim(records=()), {}, {}, BASES)
    two = claim(records=(("r1", 1), ("r2", 1)))
    records = {"r1": record(), "r2": record("r2")}
    assert needs_second(two, records, {"r1": details("ASY-P"), "r2": details("ASY-G")}, BASES)


@pytest.mark.parametrize("category", Category)
def test_exposure_identity_and_unmapped_data_take_two_and_fear_takes_one(category: Category) -> None:
    expected = category is not Category.FEAR
    assert needs_second(HoldGround(category), {}, {}, BASES) is expected


def _changes() -> list[str]:
    person, ground = passenger(), claim()
    return [
        content_digest("0" * 32, person, ground),
        content_digest(FLIGHT, replace(person, id="p2"), ground),
        content_digest(FLIGHT, person, claim(records=(("r1", 2),))),
        content_digest(FLIGHT, person, claim(records=(("r1", 1), ("r2", 1)))),
        content_digest(FLIGHT, person, claim(category=Category.EXPOSURE)),
        content_digest(FLIGHT, person, claim(origin=Origin.SOURCE)),
        content_digest(FLIGHT, person, claim(statement="x")),
        content_digest(FLIGHT, person, claim(source_values=(("Status", "8G"),))),
        content_digest(FLIGHT, passenger(family_name="Prueba"), ground),
        content_digest(FLIGHT, passenger(given_names="Ana Ana"), ground),
        content_digest(FLIGHT, passenger(other_names=("X",)), ground),
        content_digest(FLIGHT, passenger(birth_date=PartialDate(1984, 3)), ground),
        content_digest(FLIGHT, passenger(sex=Sex.FEMALE), ground),
        content_digest(FLIGHT, passenger(nationality="CUB"), ground),
        content_digest(FLIGHT, passenger(a_number=""), ground),
        content_digest(FLIGHT, passenger(documents=(TravelDocument("P", "K1234567", "HND"),)), ground),
    ]


def test_every_change_of_the_content_changes_its_digest() -> None:
    digests = [content_digest(FLIGHT, passenger(), claim()), *_changes()]
    assert len(set(digests)) == len(digests)
    assert all(len(digest) == 64 for digest in digests)


def test_what_a_reader_could_open_does_not_change_the_digest() -> None:
    plain = content_digest(FLIGHT, passenger(), claim())
    assert content_digest(FLIGHT, passenger(), claim(bases=("ASY-P",), needs_second=False)) == plain
    assert content_digest(FLIGHT, replace(passenger(), version=7), claim()) == plain


def test_every_part_of_a_decision_is_signed() -> None:
    made = decision(Verdict.CLEAR, "supervisor")
    changed = [
        replace(made, hold_id="h2"),
        replace(made, verdict=Verdict.UPHOLD),
        replace(made, reason="other-country"),
        replace(made, note="other"),
        replace(made, at=made.at.replace(hour=10)),
        replace(made, content_digest="0" * 64),
    ]
    assert len({decision_digest(one) for one in (made, *changed)}) == 7
    assert decision_digest(replace(made, signatures=())) == decision_digest(made)


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=20), st.text(max_size=20))
def test_no_two_names_share_a_digest(family: str, given_names: str) -> None:
    one = content_digest(FLIGHT, passenger(family_name=family, given_names=given_names), claim())
    other = content_digest(FLIGHT, passenger(family_name=family + given_names, given_names=""), claim())
    assert (one == other) is (given_names == "")
    assert identity() == identity()


def test_the_people_of_these_tests_cover_the_roles() -> None:
    assert {PLANNER.role, SUPERVISOR.role, OFFICER.role, ADMIN.role} == set(Role) - {Role.AUDITOR}
