"""When a flight is clear: nothing but signed decisions by the right people lets a held passenger through."""

from dataclasses import replace
from datetime import timedelta

import pytest

from manifest_app.model.flight import FlightStage, ScreeningStamp
from manifest_app.model.hold import Category, Decision, Hold, HoldGround, HoldState, Signed, Verdict
from manifest_app.model.passenger import Passenger
from manifest_app.model.people import Person
from manifest_app.review.clearance import (
    BlockerKind,
    blockers,
    cleared,
    effective_state,
    flight_stage,
    manifest_digest,
    stale_reason,
)
from tests.review.office import NOW, OFFICER, PEOPLE, SUPERVISOR, claim, decision, hold, passenger, verify

ON_LIST = [passenger(1), passenger(2)]
DIGEST = manifest_digest(ON_LIST)


def why_stale(stamp: ScreeningStamp | None, **changes: object) -> str | None:
    today: dict[str, object] = {"now": NOW, "registry_version": 7, "manifest_digest": DIGEST, "valid_hours": 24}
    return stale_reason(stamp, **(today | changes))  # type: ignore[arg-type]


def test_a_screening_is_good_for_this_list_these_records_and_some_hours() -> None:
    stamp = ScreeningStamp(NOW - timedelta(hours=24), 7, DIGEST, 2)
    assert why_stale(stamp) is None
    assert "has not been screened" in (why_stale(None) or "")
    assert "registry" in (why_stale(stamp, registry_version=8) or "")
    assert "passenger list" in (why_stale(stamp, manifest_digest="0" * 64) or "")
    assert "24 hours" in (why_stale(stamp, now=NOW + timedelta(seconds=1)) or "")
    assert "clock" in (why_stale(replace(stamp, at=NOW + timedelta(seconds=1))) or "")


def test_the_list_s_digest_is_of_identities_and_not_of_their_order() -> None:
    assert manifest_digest(reversed(ON_LIST)) == DIGEST
    assert manifest_digest(ON_LIST[:1]) != DIGEST
    assert manifest_digest([passenger(1, family_name="Otra"), passenger(2)]) != DIGEST


def test_what_stands_in_the_way_says_no_number_and_no_name() -> None:
    held = [hold(HoldState.OPEN, 1), hold(HoldState.OPEN, 2)]
    found = blockers(ON_LIST, held, "The registry or a list changed after the screening.")
    assert [one.kind for one in found] == [BlockerKind.STALE, BlockerKind.REVIEW]
    assert not any(character.isdigit() for one in found for character in one.public_text)
    assert blockers(ON_LIST, [hold(HoldState.UPHELD)], "") == ()
    assert [one.kind for one in blockers([], [], None)] == [BlockerKind.EMPTY]


def test_one_hold_that_keeps_is_enough() -> None:
    for state in HoldState:
        kept = state in (HoldState.OPEN, HoldState.UPHELD)
        other = replace(hold(HoldState.CLEARED, 1), id="h9")
        assert (ON_LIST[0] in cleared(ON_LIST, [other, hold(state, 1)])) is not kept
        assert ON_LIST[1] in cleared(ON_LIST, [hold(state, 1)])


def really(
    stored: HoldState,
    made: Decision | None,
    *,
    two: bool = True,
    ground: HoldGround | None = None,
    of: Passenger | None = None,
    people: tuple[Person, ...] = PEOPLE,
    importer: str = "planner",
    about: Hold | None = None,
) -> HoldState:
    return effective_state(
        about or hold(stored),
        ground or claim(),
        made,
        of or passenger(),
        needs_second=two,
        people=people,
        importer=importer,
        verify=verify,
    )


def test_a_decision_by_the_right_people_on_this_content_counts() -> None:
    two = decision(Verdict.CLEAR, "supervisor", "officer")
    assert really(HoldState.CLEARED, two) is HoldState.CLEARED
    assert really(HoldState.CLEARED, decision(Verdict.CLEAR, "officer", "supervisor")) is HoldState.CLEARED
    assert really(HoldState.CLEARED, decision(Verdict.CLEAR, "supervisor"), two=False) is HoldState.CLEARED
    assert really(HoldState.UPHELD, decision(Verdict.UPHOLD, "supervisor")) is HoldState.UPHELD
    other = decision(Verdict.NOT_THE_SAME, "officer", "supervisor2")
    assert really(HoldState.NOT_THE_SAME, other) is HoldState.NOT_THE_SAME
    assert really(HoldState.CLEARED, other) is HoldState.NOT_THE_SAME


@pytest.mark.parametrize("makers", [(), ("supervisor",), ("supervisor", "supervisor2"), ("officer", "officer"),
                                    ("planner", "officer"), ("officer", "nobody"), ("admin", "officer"),
                                    ("officer", "supervisor", "supervisor2")])  # fmt: skip
def test_one_too_few_or_the_wrong_people_leave_it_open(makers: tuple[str, ...]) -> None:
    for verdict, stored in ((Verdict.CLEAR, HoldState.CLEARED), (Verdict.NOT_THE_SAME, HoldState.NOT_THE_SAME)):
        assert really(stored, decision(verdict, *makers)) is HoldState.OPEN


def test_a_state_without_the_decision_that_makes_it_is_open() -> None:
    good = decision(Verdict.CLEAR, "supervisor", "officer")
    assert really(HoldState.CLEARED, None) is HoldState.OPEN
    assert really(HoldState.OPEN, good) is HoldState.OPEN
    assert really(HoldState.UPHELD, good) is HoldState.OPEN
    assert really(HoldState.NOT_THE_SAME, good) is HoldState.OPEN
    assert really(HoldState.CLEARED, decision(Verdict.UPHOLD, "supervisor", "officer")) is HoldState.OPEN


def test_a_decision_on_other_content_is_void() -> None:
    good = decision(Verdict.CLEAR, "supervisor", "officer")
    assert really(HoldState.CLEARED, good, of=passenger(1, given_names="Eva")) is HoldState.OPEN
    assert really(HoldState.CLEARED, good, ground=claim(records=(("r1", 2),))) is HoldState.OPEN
    assert really(HoldState.CLEARED, good, of=passenger(2)) is HoldState.OPEN
    assert really(HoldState.CLEARED, good, about=replace(hold(HoldState.CLEARED), id="h2")) is HoldState.OPEN
    assert really(HoldState.CLEARED, good, about=replace(hold(HoldState.CLEARED), flight_id="0")) is HoldState.OPEN


def test_a_forged_decision_is_void() -> None:
    good = decision(Verdict.CLEAR, "supervisor", "officer")
    assert really(HoldState.CLEARED, replace(good, note="other")) is HoldState.OPEN
    forged = replace(good, signatures=(good.signatures[0], Signed("officer", good.signatures[0].signature)))
    assert really(HoldState.CLEARED, forged) is HoldState.OPEN
    assert really(HoldState.CLEARED, decision(Verdict.CLEAR, "supervisor", "officer", reason="nope")) is HoldState.OPEN
    assert really(HoldState.CLEARED, decision(Verdict.CLEAR, "supervisor", "officer", note=" ")) is HoldState.OPEN


def test_makers_who_imported_the_list_or_left_do_not_count() -> None:
    good = decision(Verdict.CLEAR, "supervisor", "officer")
    assert really(HoldState.CLEARED, good, importer="officer") is HoldState.OPEN
    left = tuple(replace(one, active=one != SUPERVISOR) for one in PEOPLE)
    assert really(HoldState.CLEARED, good, people=left) is HoldState.OPEN
    gone = tuple(one for one in PEOPLE if one != OFFICER)
    assert really(HoldState.CLEARED, good, people=gone) is HoldState.OPEN


def test_how_far_a_flight_has_come() -> None:
    def stage(
        holds: list[Hold], people: list[Passenger] = ON_LIST, stale: str = "", done: bool = True, out: bool = False
    ) -> FlightStage:
        return flight_stage(people, holds, stale=stale, screened=done, released=out)

    assert stage([], []) is FlightStage.EMPTY
    assert stage([], done=False) is FlightStage.IMPORTED
    assert stage([], stale="The list changed.") is FlightStage.IMPORTED
    assert stage([]) is FlightStage.SCREENED
    assert stage([hold(HoldState.UPHELD), hold(HoldState.OPEN, 2)]) is FlightStage.IN_REVIEW
    assert stage([hold(HoldState.UPHELD), hold(HoldState.CLEARED, 2)]) is FlightStage.REVIEWED
    assert stage([hold(HoldState.UPHELD)], out=True) is FlightStage.RELEASED


def test_categories_other_than_claims_are_checked_alike() -> None:
    exposure = HoldGround(Category.EXPOSURE, (("x1", 1),), needs_second=True)
    good = decision(Verdict.CLEAR, "officer", "supervisor", ground=exposure, reason="no-removal-window-over")
    assert really(HoldState.CLEARED, good, ground=exposure) is HoldState.CLEARED
    wrong = decision(Verdict.CLEAR, "officer", "supervisor", ground=exposure, reason="claim-finally-denied")
    assert really(HoldState.CLEARED, wrong, ground=exposure) is HoldState.OPEN
