"""The queue of holds, and the decisions on them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from manifest_app.errors import KnownError, NotFoundError
from manifest_app.intake.bases import bases
from manifest_app.model.finding import Evidence, Finding
from manifest_app.model.flight import Flight
from manifest_app.model.hold import (
    Category,
    Decision,
    Hold,
    HoldGround,
    HoldState,
    HoldView,
    Origin,
    Reopening,
    Signed,
    Verdict,
)
from manifest_app.model.passenger import Passenger
from manifest_app.model.people import PlannerSees
from manifest_app.review.decisions import (
    Reason,
    check_decision,
    content_digest,
    decision_digest,
    needs_second,
    reasons,
)
from manifest_app.review.states import HoldEvent, apply, event_of
from manifest_app.standards.text import clean
from manifest_app.vault import Reader
from manifest_app.vault import flights as flight_store
from manifest_app.vault import holds as store
from manifest_app.workflow.flights import PASSENGER_ROLES, live_holds
from manifest_app.workflow.holding import hold_view, open_holds
from manifest_app.workflow.lookup import find
from manifest_app.workflow.registry import RECORD_ROLES, RegistryRow, registry_row
from manifest_app.workflow.session import SecondPerson, Session


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold in a list; what this session's keys don't open is None.

    Attributes:
        row: Row of the passenger in the source file.
        needs_second: Whether clearing takes a privacy officer as second person, or None when it can't be known here.
    """

    hold: Hold
    flight: Flight
    row: int
    family_name: str
    given_names: str
    category: Category | None
    score: float | None
    evidence: tuple[Evidence, ...] | None
    needs_second: bool | None


@dataclass(frozen=True, slots=True)
class HoldDetail:
    """Everything about a hold that this session's keys open.

    Attributes:
        ground: What it rests on, with restricted bases where the keys open them, or None when they open nothing.
        findings: What screening found, strongest first.
        records: The records found, in the order of the findings.
        decisions: What was decided so far, oldest first.
        reasons: The reason codes to choose from.
        reopenings: Why it was opened again, oldest first.
    """

    row: HoldRow
    passenger: Passenger
    ground: HoldGround | None
    findings: tuple[Finding, ...]
    records: tuple[RegistryRow, ...]
    decisions: tuple[Decision, ...]
    reasons: Mapping[str, Reason]
    reopenings: tuple[Reopening, ...] = ()


def holds(session: Session, flight_id: str | None = None, *, open_only: bool = False) -> tuple[HoldRow, ...]:
    """The holds of a flight or of all flights, soonest departure first, then in the order of the source.

    Raises:
        NotFoundError: No such flight.
        NotAllowedError: The role doesn't work with passengers.
    """
    session.require("see holds", *PASSENGER_ROLES)
    with session.vault.read() as reader:
        chosen = [flight_store.flight(reader, flight_id)] if flight_id else flight_store.flights(reader)
        keys = _Keys(session, reader)
        rows: list[HoldRow] = []
        for flight in chosen:
            if flight_id or not flight.cancelled:
                rows += _rows_of(keys, flight, open_only=open_only)
    rows.sort(key=lambda row: (row.flight.departure, row.flight.number, row.row, row.hold.reference))
    return tuple(rows)


def _rows_of(keys: "_Keys", flight: Flight, *, open_only: bool) -> list[HoldRow]:
    passengers = {one.id: one for one in flight_store.passengers(keys.reader, flight.id)}
    return [
        _row(keys, hold, flight, passengers)
        for hold in live_holds(keys.reader, flight.id, tuple(passengers.values()))
        if not open_only or hold.state is HoldState.OPEN
    ]


class _Keys:
    """What the session's keys open of holds."""

    def __init__(self, session: Session, reader: Reader) -> None:
        self.reader = reader
        self.decider = session.can.protection
        self.known = session.knowledge(reader)

    def ground(self, hold: Hold) -> HoldGround | None:
        return store.ground(self.reader, hold.id) if self.decider else None

    def view(self, hold: Hold, passenger: Passenger, ground: HoldGround | None) -> HoldView | None:
        found = store.view(self.reader, hold.id)
        return found or (hold_view(hold.flight_id, passenger, ground) if ground else None)

    def needs_second(self, ground: HoldGround | None) -> bool | None:
        return None if ground is None else needs_second(ground, self.known.records, self.known.details, bases())


def _row(keys: _Keys, hold: Hold, flight: Flight, passengers: Mapping[str, Passenger]) -> HoldRow:
    passenger = passengers[hold.passenger_id]
    ground = keys.ground(hold)
    view = keys.view(hold, passenger, ground)
    return HoldRow(
        hold,
        flight,
        passenger.row,
        passenger.identity.family_name,
        passenger.identity.given_names,
        view.category if view else None,
        view.score if view else None,
        view.evidence if view else None,
        keys.needs_second(ground),
    )


def find_hold(session: Session, key: str) -> Hold:
    """The hold of a reference such as H-0001, an id, or the beginning of an id.

    Raises:
        NotFoundError: None, or more than one.
    """
    with session.vault.read() as reader:
        found = store.holds(reader, None)
    named = [hold for hold in found if hold.reference.casefold() == key.strip().casefold()]
    return named[0] if named else find(found, key, "hold")


def hold(session: Session, key: str) -> HoldDetail:
    """A hold with all that this session's keys open of it.

    Raises:
        NotFoundError: No such hold.
        NotAllowedError: The role doesn't work with passengers.
    """
    session.require("see holds", *PASSENGER_ROLES)
    chosen = find_hold(session, key)
    with session.vault.read() as reader:
        flight = flight_store.flight(reader, chosen.flight_id)
        passengers = {one.id: one for one in flight_store.passengers(reader, flight.id)}
        if chosen.passenger_id not in passengers:
            raise NotFoundError("The row of this hold is no passenger yet.", "Mend the row first.")
        keys = _Keys(session, reader)
        passenger = passengers[chosen.passenger_id]
        ground = keys.ground(chosen)
        view = keys.view(chosen, passenger, ground)
        findings = view.findings if view else ()
        return HoldDetail(
            _row(keys, chosen, flight, passengers),
            passenger,
            store.restricted_ground(reader, chosen.id) or ground,
            findings,
            tuple(
                registry_row(keys.known.records[one.record_id], keys.known.details)
                for one in findings
                if one.record_id in keys.known.records
            ),
            store.decisions(reader, chosen.id) if session.can.protection else (),
            reasons(),
            store.reopenings(reader, chosen.id) if session.can.protection else (),
        )


def decide(
    session: Session, hold_id: str, verdict: Verdict, reason: str, note: str, second: SecondPerson | None = None
) -> Hold:
    """Decide a hold; signed by its maker, and by the second person where one is needed, over the exact content.

    Raises:
        NotAllowedError: This person may not decide it, or the second person doesn't qualify.
        BlockedError: A second person is needed, or the hold is not open.
        KnownError: The reason or the note is missing or doesn't fit.
        NotFoundError: No such hold.
    """
    session.require("decide a hold", *RECORD_ROLES)
    detail = hold(session, hold_id)
    with session.vault.read() as reader:
        ground = store.ground(reader, detail.row.hold.id)
    other = session.countersigner(second) if second else None
    check_decision(
        verdict=verdict,
        reason=reason,
        note=note,
        ground=ground,
        needs_second=bool(detail.row.needs_second),
        decider=session.person,
        second=other.person if other else None,
        importer=detail.row.flight.imported_by,
    )
    state = apply(detail.row.hold.state, event_of(verdict))
    content = content_digest(detail.row.flight.id, detail.passenger, ground)
    unsigned = Decision(detail.row.hold.id, verdict, reason, clean(note), session.clock(), content, ())
    digest = decision_digest(unsigned)
    signatures = [Signed(session.person.name, session.vault.sign("decision", digest))]
    if other:
        signatures.append(Signed(other.person.name, other.sign("decision", digest)))
    if session.policy.planner_sees is PlannerSees.NEUTRAL and state is HoldState.NOT_THE_SAME:
        state = HoldState.CLEARED
    changed = replace(detail.row.hold, state=state, version=detail.row.hold.version + 1)
    with session.vault.write("hold.decide", changed.id) as writer:
        _still(writer, detail)
        store.save_state(writer, changed)
        store.save_decision(writer, replace(unsigned, signatures=tuple(signatures)))
    return changed


def _still(reader: Reader, detail: HoldDetail) -> None:
    now = next((one for one in store.holds(reader, detail.row.flight.id) if one.id == detail.row.hold.id), None)
    passengers = flight_store.passengers(reader, detail.row.flight.id)
    if now != detail.row.hold or detail.passenger not in passengers:
        raise KnownError("The hold or the passenger changed meanwhile.", "Look at it again and decide then.")


def reopen(session: Session, hold_id: str, note: str) -> Hold:
    """Open a decided hold again, because something speaks against the decision; always allowed, since it only holds.

    Raises:
        BlockedError: The hold is open.
        KnownError: The note is missing.
        NotAllowedError: Only supervisors and privacy officers do.
        NotFoundError: No such hold.
    """
    session.require("open a hold again", *RECORD_ROLES)
    if not clean(note):
        raise KnownError("A hold is opened again with a note.", "Write what speaks against the decision.")
    with session.vault.write("hold.reopen", hold_id) as writer:
        found = find(store.holds(writer, None), hold_id, "hold")
        changed = replace(found, state=apply(found.state, HoldEvent.REOPEN), version=found.version + 1)
        store.save_state(writer, changed)
        store.save_reopening(writer, changed.id, Reopening(session.person.name, clean(note), session.clock()))
    return changed


def add_statement(session: Session, flight_id: str, row: int, statement: str) -> Hold:
    """Hold a passenger at once because he or she told someone that they fear return; any role may.

    Raises:
        KnownError: Nothing was written down.
        NotFoundError: No such flight, or no passenger in that row.
    """
    text = clean(statement)
    if not text:
        raise KnownError("Write down what the passenger said, in a few words.")
    with session.vault.write("hold.open", flight_id) as writer:
        passengers = {one.id: one for one in flight_store.passengers(writer, flight_id)}
        passenger = next((one for one in passengers.values() if one.row == row), None)
        if passenger is None:
            raise NotFoundError(
                f"There is no passenger in row {row} of the list.", "Give the row number that the spreadsheet shows."
            )
        ground = HoldGround(Category.FEAR, statement=text, origin=Origin.STATEMENT)
        opened = open_holds(session, writer, flight_id, {(passenger.id, Category.FEAR): ground}, passengers=passengers)
    return opened[0]
