"""Who may decide which hold, what a decision rests on, and that nothing but a signed decision lets anybody through."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from manifest_app.errors import BlockedError, KnownError, NotAllowedError, WrongPasswordError
from manifest_app.model.flight import Flight, ScreeningStamp
from manifest_app.model.hold import Category, Decision, Hold, HoldState, Signed, Verdict
from manifest_app.review.clearance import manifest_digest
from manifest_app.review.decisions import content_digest, decision_digest
from manifest_app.vault import flights as flight_store
from manifest_app.vault import holds as hold_store
from manifest_app.vault import registry as registry_store
from manifest_app.vault.tables import HOLD, HOLD_GROUND, HOLD_RESTRICTED, HOLD_VIEW
from manifest_app.workflow import (
    auditing,
    flights,
    mending,
    people,
    recipients,
    registry,
    releasing,
    reviewing,
    screening,
)
from manifest_app.workflow.session import SecondPerson, Session
from tests.helpers.office import PASSWORD, Office, second
from tests.workflow.cases import (
    ANY_REASON,
    BREL,
    COTO,
    DUVAL,
    NOTE,
    STATUS_HEADINGS,
    decide,
    expose,
    only_hold,
    record,
    register,
    screened,
)

Holding = Callable[[Office], Flight]
TWO = (BREL, COTO)


def _registered(basis: str) -> Holding:
    def hold(office: Office) -> Flight:
        register(office, COTO, basis)
        return screened(office, TWO)

    return hold


def _exposed(office: Office) -> Flight:
    expose(office, COTO)
    return screened(office, TWO)


def _feared(office: Office) -> Flight:
    flight = screened(office, TWO)
    with office.session("paul") as planner:
        reviewing.add_statement(planner, flight.id, 3, "She is afraid of going back")
    return flight


def _by_status(words: str) -> Holding:
    def hold(office: Office) -> Flight:
        with office.session("petra") as planner:
            flight = office.flight(planner, [(*BREL, ""), (*COTO, words)], STATUS_HEADINGS)
            screening.screen_flight(planner, flight.id)
        return flight

    return hold


GRAVE: dict[str, Holding] = {
    "granted": _registered("asylum granted"),
    "stay": _registered("stay granted"),
    "restricted": _registered("VAWA"),
    "unknown basis": _registered("odd words of the clerk"),
    "exposure": _exposed,
    "granted in the source": _by_status("withholding granted"),
    "restricted in the source": _by_status("T visa"),
    "unknown in the source": _by_status("odd words of the clerk"),
}
PLAIN: dict[str, Holding] = {
    "pending": _registered("I-589 asylum pending"),
    "pending in the source": _by_status("I-589 asylum pending"),
    "fear": _feared,
}
LETTING_THROUGH = [Verdict.CLEAR, Verdict.NOT_THE_SAME]
STATE = {
    Verdict.UPHOLD: HoldState.UPHELD,
    Verdict.CLEAR: HoldState.CLEARED,
    Verdict.NOT_THE_SAME: HoldState.NOT_THE_SAME,
}


def _attempt(office: Office, flight: Flight, verdict: Verdict, decider: str, other: str | None) -> HoldState | str:
    """The state that the decision gives, or the name of the refusal; the hold is opened again afterwards."""
    with office.session(decider) as session:
        with session.vault.read() as reader:
            (hold,) = hold_store.holds(reader, flight.id)
        try:
            done = reviewing.decide(session, hold.id, verdict, ANY_REASON, NOTE, second(other) if other else None)
        except KnownError as refusal:
            with session.vault.read() as reader:
                assert hold_store.holds(reader, flight.id) == (hold,)
            return type(refusal).__name__
        reviewing.reopen(session, hold.id, "again")
        return done.state


# decider, second person, and who of the two kinds of hold they may let through: grave, plain.
DECIDERS = [
    ("sara", None, False, True),
    ("omar", None, False, True),
    ("sara", "saul", False, True),
    ("sara", "omar", True, True),
    ("omar", "sara", True, True),
    ("sara", "paul", False, False),
    ("sara", "ada", False, False),
    ("sara", "sara", False, False),
    ("omar", "omar", False, False),
    ("petra", None, False, False),
    ("paul", "omar", False, False),
    ("ada", "omar", False, False),
    ("uma", "omar", False, False),
]


@pytest.mark.parametrize("ground", [*GRAVE, *PLAIN])
def test_who_may_let_through(office: Office, ground: str) -> None:
    flight = (GRAVE | PLAIN)[ground](office)
    for decider, other, grave, plain in DECIDERS if ground in {"exposure", "pending"} else DECIDERS[:4]:
        may = grave if ground in GRAVE else plain
        for verdict in LETTING_THROUGH:
            done = _attempt(office, flight, verdict, decider, other)
            assert done == STATE[verdict] if may else done in {"BlockedError", "NotAllowedError"}, (decider, other)


@pytest.mark.parametrize("ground", ["exposure", "restricted in the source", "pending", "fear"])
def test_one_supervisor_or_officer_keeps_a_passenger_off(office: Office, ground: str) -> None:
    flight = (GRAVE | PLAIN)[ground](office)
    for name in ("sara", "omar"):
        assert _attempt(office, flight, Verdict.UPHOLD, name, None) is HoldState.UPHELD
    for name in ("paul", "ada"):
        assert _attempt(office, flight, Verdict.UPHOLD, name, None) == "NotAllowedError"


@pytest.mark.parametrize("ground", ["pending", "granted", "fear"])
@pytest.mark.parametrize("verdict", Verdict)
def test_who_imported_the_list_decides_nothing_of_it(office: Office, ground: str, verdict: Verdict) -> None:
    if ground == "fear":
        flight = screened(office, TWO, importer="sara")
        with office.session("petra") as planner:
            reviewing.add_statement(planner, flight.id, 3, "She is afraid")
    else:
        register(office, COTO, "asylum granted" if ground == "granted" else "I-589")
        flight = screened(office, TWO, importer="sara")
    assert _attempt(office, flight, verdict, "sara", "omar") == "NotAllowedError"
    assert _attempt(office, flight, verdict, "omar", "sara") == "NotAllowedError"
    assert _attempt(office, flight, verdict, "saul", "omar") is STATE[verdict]


def test_a_wrong_password_of_the_second_person_decides_nothing(office: Office) -> None:
    flight = _exposed(office)
    with office.session("sara") as session:
        hold = only_hold(session, flight).hold
        for signer in (SecondPerson("omar", f"{PASSWORD} sara"), SecondPerson("nobody", PASSWORD)):
            with pytest.raises(WrongPasswordError):
                reviewing.decide(session, hold.id, Verdict.CLEAR, ANY_REASON, NOTE, signer)
        assert reviewing.hold(session, hold.id).decisions == ()


@pytest.mark.parametrize(("reason", "note"), [("no-such", NOTE), ("exposed", NOTE), (ANY_REASON, "  "), ("", NOTE)])
def test_a_decision_has_a_reason_that_fits_and_a_note(office: Office, reason: str, note: str) -> None:
    flight = _feared(office)
    with office.session("sara") as session, pytest.raises(KnownError):
        reviewing.decide(session, only_hold(session, flight).hold.id, Verdict.CLEAR, reason, note)


def test_a_decided_hold_is_not_decided_again_before_it_is_opened(office: Office) -> None:
    flight = _feared(office)
    (hold,) = decide(office, flight, Verdict.CLEAR)
    with office.session("saul") as session:
        with pytest.raises(BlockedError):
            reviewing.decide(session, hold.id, Verdict.UPHOLD, ANY_REASON, NOTE)
        with pytest.raises(KnownError):
            reviewing.reopen(session, hold.id, " ")
        assert reviewing.reopen(session, hold.id, "doubts").state is HoldState.OPEN
        assert [(one.by, one.note) for one in reviewing.hold(session, hold.id).reopenings] == [("saul", "doubts")]
        assert len(reviewing.hold(session, hold.id).decisions) == 1
    with office.session("petra") as planner:
        assert reviewing.hold(planner, hold.id).reopenings == ()
    with office.session("petra") as planner, pytest.raises(NotAllowedError):
        reviewing.reopen(planner, hold.id, "please")


# --- what voids a decision --------------------------------------------------------------------------------------------


def _correct_passenger(office: Office, flight: Flight) -> None:
    with office.session("petra") as planner:
        mending.correct_passenger(planner, flight.id, 3, {"given_names": "Maribel Luz"})


def _correct_record(office: Office, _: Flight) -> None:
    with office.session("sara") as supervisor:
        (row,) = registry.registry(supervisor)
        registry.correct_record(supervisor, row.record.id, {"given_names": "Maribel Luz"}, "typed wrong", second())


def _new_record(office: Office, _: Flight) -> None:
    with office.session("omar") as officer:
        family, given, born, number = record(COTO)
        office.registry(officer, [(family, f"{given} Sol", born, number, "stay granted")], "Basis")


CHANGES = [_correct_passenger, _correct_record, _new_record]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("verdict", Verdict)
def test_changed_content_opens_the_hold_again(
    office: Office, change: Callable[[Office, Flight], None], verdict: Verdict
) -> None:
    flight = _registered("I-589 asylum pending")(office)
    decide(office, flight, verdict)
    change(office, flight)
    with office.session("petra") as planner:
        screening.screen_flight(planner, flight.id)
        assert only_hold(planner, flight).hold.state is HoldState.OPEN
    with office.session("sara") as supervisor:
        row = only_hold(supervisor, flight)
        assert row.needs_second is (change is _new_record)
        assert len(reviewing.hold(supervisor, row.hold.id).decisions) == 1
    decide(office, flight, verdict)
    with office.session("sara") as supervisor:
        assert only_hold(supervisor, flight).hold.state is STATE[verdict]


@pytest.mark.parametrize("change", CHANGES)
def test_changed_content_stops_the_release_even_before_it_is_screened_again(
    office: Office, change: Callable[[Office, Flight], None]
) -> None:
    flight = _registered("I-589 asylum pending")(office)
    decide(office, flight, Verdict.CLEAR)
    assert _release(office, flight) == {BREL[1], COTO[1]}
    change(office, flight)
    assert _release(office, flight) is None


@pytest.mark.parametrize("verdict", Verdict)
def test_a_screening_of_the_same_content_keeps_what_was_decided(office: Office, verdict: Verdict) -> None:
    flight = _registered("asylum granted")(office)
    (decided,) = decide(office, flight, verdict)
    for name in ("petra", "sara", "omar"):
        with office.session(name) as session:
            assert screening.screen_flight(session, flight.id).new_holds == 0
    with office.session("omar") as officer:
        assert only_hold(officer, flight).hold == decided


def test_a_record_of_somebody_else_changes_nothing(office: Office) -> None:
    flight = _registered("asylum granted")(office)
    (decided,) = decide(office, flight, Verdict.CLEAR)
    register(office, DUVAL, "asylum granted")
    with office.session("petra") as planner:
        assert screening.screen_flight(planner, flight.id).new_holds == 0
    with office.session("omar") as officer:
        assert only_hold(officer, flight).hold == decided


def test_two_grounds_are_two_holds_and_each_is_decided(office: Office) -> None:
    expose(office, COTO)
    register(office, COTO, "I-589")
    flight = screened(office, TWO)
    with office.session("sara") as supervisor:
        rows = reviewing.holds(supervisor, flight.id)
        assert {row.category for row in rows} == {Category.CLAIM, Category.EXPOSURE}
        claim = next(row for row in rows if row.category is Category.CLAIM)
        reviewing.decide(supervisor, claim.hold.id, Verdict.CLEAR, ANY_REASON, NOTE)
    assert _release(office, flight) is None
    decide(office, flight, Verdict.CLEAR)
    assert _release(office, flight) == {BREL[1], COTO[1]}


# --- forgery ----------------------------------------------------------------------------------------------------------


def _release(office: Office, flight: Flight) -> set[str] | None:
    """The family names on a list that was asked for and approved, or None where either is refused."""
    with office.session("petra") as planner:
        recipient = recipients.add_recipient(planner, f"Liaison {office.new_id()[-4:]}")
        try:
            release = releasing.request(planner, flight.id, recipient.id, "csv")
        except BlockedError:
            return None
    with office.session("saul") as supervisor:
        names = {row[1] for row in releasing.content(supervisor, release.id).rows}
        try:
            releasing.approve(supervisor, release.id)
        except BlockedError:
            return None
    return names


def _forge_state(office: Office, flight: Flight, state: HoldState) -> None:
    """A planner writes a state with the vault key, which opens the table of holds."""
    with office.session("petra") as planner, planner.vault.write("hold.decide") as writer:
        (hold,) = hold_store.holds(writer, flight.id)
        hold_store._save_public(writer, replace(hold, state=state))


@pytest.mark.parametrize("state", [HoldState.CLEARED, HoldState.NOT_THE_SAME])
def test_a_state_that_no_decision_bears_out_is_found_at_approval(office: Office, state: HoldState) -> None:
    flight = _exposed(office)
    _forge_state(office, flight, state)
    with office.session("petra") as planner:
        assert only_hold(planner, flight).hold.state is HoldState.CLEARED
    assert _release(office, flight) is None


def test_an_upheld_hold_that_is_written_cleared_is_found_at_approval(office: Office) -> None:
    flight = _exposed(office)
    decide(office, flight, Verdict.UPHOLD)
    _forge_state(office, flight, HoldState.CLEARED)
    assert _release(office, flight) is None


Makers = Sequence[str]


def _forge_decision(office: Office, flight: Flight, makers: Makers, verdict: Verdict, **changes: str) -> Hold:
    """A decision that its first maker signs, with names and signatures of others made up; sealing it takes no key."""
    with office.session("sara") as supervisor:
        hold = only_hold(supervisor, flight).hold
        content = _content(supervisor, flight, hold)
        plain = Decision(hold.id, verdict, ANY_REASON, NOTE, office.now, content, ())
        unsigned = replace(plain, **changes)  # type: ignore[arg-type]
        own = supervisor.vault.sign("decision", decision_digest(unsigned))
        signatures = tuple(Signed(name, own) for name in makers)
        changed = replace(hold, state=STATE[verdict], version=hold.version + 1)
        with supervisor.vault.write("hold.decide") as writer:
            hold_store.save_decision(writer, replace(unsigned, signatures=signatures))
            hold_store.save_state(writer, changed)
    return changed


def _content(session: Session, flight: Flight, hold: Hold) -> str:
    detail = reviewing.hold(session, hold.id)
    assert detail.ground is not None
    return content_digest(flight.id, detail.passenger, detail.ground)


@pytest.mark.parametrize("makers", [["sara"], ["sara", "omar"], ["sara", "sara"], ["omar"], ["saul", "omar"], []])
@pytest.mark.parametrize("verdict", LETTING_THROUGH)
def test_a_decision_without_a_true_second_signature_is_found_at_approval(
    office: Office, makers: Makers, verdict: Verdict
) -> None:
    flight = _exposed(office)
    _forge_decision(office, flight, makers, verdict)
    assert _release(office, flight) is None


def test_what_the_forgeries_would_look_like_if_one_signature_were_enough(office: Office) -> None:
    """The same way of writing a decision passes where one signature suffices: so the tests above can fail."""
    flight = _registered("I-589 asylum pending")(office)
    _forge_decision(office, flight, ["sara"], Verdict.CLEAR)
    assert _release(office, flight) == {BREL[1], COTO[1]}


@pytest.mark.parametrize("changes", [{"content_digest": "0" * 64}, {"reason": "no-such"}, {"note": ""}])
def test_a_signed_decision_on_something_else_is_found_at_approval(office: Office, changes: dict[str, str]) -> None:
    flight = _registered("I-589 asylum pending")(office)
    _forge_decision(office, flight, ["sara"], Verdict.CLEAR, **changes)
    assert _release(office, flight) is None


def test_a_decision_of_somebody_who_lost_the_role_counts_no_more(office: Office) -> None:
    flight = _exposed(office)
    decide(office, flight, Verdict.CLEAR)
    with office.session("ada") as admin:
        people.disable(admin, "sara", second())
    assert _release(office, flight) is None


# --- what a planner could take away -----------------------------------------------------------------------------------


def _remove_hold(planner: Session, hold: Hold) -> None:
    with planner.vault.write("flight.correct") as writer:
        for shelf in (HOLD, HOLD_GROUND, HOLD_RESTRICTED, HOLD_VIEW):
            writer.remove(shelf, [hold.id])


def _remove_hold_past_the_log(planner: Session, hold: Hold) -> None:
    with planner.vault._engine.begin() as connection:
        for shelf in (HOLD, HOLD_GROUND, HOLD_RESTRICTED, HOLD_VIEW):
            connection.exec_driver_sql(f'DELETE FROM "{shelf.name}" WHERE id = ?', (hold.id,))


def _point_hold_at_nobody(planner: Session, hold: Hold) -> None:
    with planner.vault.write("flight.correct") as writer:
        hold_store._save_public(writer, replace(hold, passenger_id="0" * 32))


def _move_hold_to_another_flight(planner: Session, hold: Hold) -> None:
    with planner.vault.write("flight.correct") as writer:
        hold_store._save_public(writer, replace(hold, flight_id="0" * 32))


TAKEN = [_remove_hold, _remove_hold_past_the_log, _point_hold_at_nobody, _move_hold_to_another_flight]


@pytest.mark.parametrize("take", TAKEN)
@pytest.mark.parametrize("ground", ["exposure", "pending", "unknown in the source", "restricted in the source"])
def test_a_hold_that_is_taken_away_is_missed_at_approval(
    office: Office, ground: str, take: Callable[[Session, Hold], None]
) -> None:
    flight = (GRAVE | PLAIN)[ground](office)
    with office.session("petra") as planner:
        take(planner, only_hold(planner, flight).hold)
        assert reviewing.holds(planner, flight.id) == ()
    assert _release(office, flight) is None


@pytest.mark.parametrize("take", TAKEN[:2])
def test_a_hold_that_is_taken_away_is_missed_in_the_log(office: Office, take: Callable[[Session, Hold], None]) -> None:
    flight = _feared(office)
    with office.session("uma") as auditor:
        assert auditing.verify(auditor).ok
    with office.session("petra") as planner:
        take(planner, only_hold(planner, flight).hold)
    with office.session("uma") as auditor:
        assert not auditing.verify(auditor).ok


def test_a_statement_that_is_taken_away_is_missed_by_its_number(office: Office) -> None:
    flight = _feared(office)
    with office.session("petra") as planner:
        hold = only_hold(planner, flight).hold
        reviewing.add_statement(planner, flight.id, 2, "afraid too")
        _remove_hold(planner, hold)
    decide(office, flight, Verdict.CLEAR)
    assert _release(office, flight) is None


def test_a_screening_that_never_was_is_found_at_approval(office: Office) -> None:
    expose(office, COTO)
    with office.session("petra") as planner:
        flight = office.flight(planner, TWO)
        with planner.vault.write("flight.screen", flight.id) as writer:
            passengers = flight_store.passengers(writer, flight.id)
            version = registry_store.registry_version(writer)
            stamp = ScreeningStamp(office.now, version, manifest_digest(passengers), len(passengers))
            flight_store.save_stamp(writer, flight.id, stamp)
        assert flights.flight_summary(planner, flight.id).stale == ""
    assert _release(office, flight) is None
    with office.session("sara") as supervisor:
        assert screening.screen_flight(supervisor, flight.id).held == 1
    decide(office, flight, Verdict.UPHOLD)
    assert _release(office, flight) == {BREL[1]}
