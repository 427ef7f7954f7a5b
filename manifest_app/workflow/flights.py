"""Flights: made, listed, found, cancelled, and their passengers as each role sees them."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from manifest_app.errors import KnownError, NotFoundError
from manifest_app.model.flight import Flight, FlightStage
from manifest_app.model.hold import Category, Hold, HoldState
from manifest_app.model.passenger import Passenger
from manifest_app.model.people import Role
from manifest_app.model.release import ReleaseState
from manifest_app.review.clearance import flight_stage, manifest_digest, stale_reason
from manifest_app.standards.text import clean
from manifest_app.vault import Reader
from manifest_app.vault import flights as store
from manifest_app.vault import holds as hold_store
from manifest_app.vault import imports as import_store
from manifest_app.vault import registry as registry_store
from manifest_app.vault import releases as release_store
from manifest_app.workflow.lookup import find
from manifest_app.workflow.session import Session
from manifest_app.workflow.wording import warning

PASSENGER_ROLES = (Role.PLANNER, Role.SUPERVISOR, Role.OFFICER)
"""Who works with passengers at all; administrators and auditors don't."""


@dataclass(frozen=True, slots=True)
class FlightSummary:
    """A flight as a list shows it.

    Attributes:
        stage: How far it has come.
        problems: Source rows that are no passengers yet.
        open_holds: Holds nobody has decided.
        held: Passengers who are held or off the flight.
        stale: Why screening must be repeated, a sentence, or "".
        releases: Lists written.
    """

    id: str
    number: str
    departure: date
    origin: str
    destination: str
    stage: FlightStage
    passengers: int
    problems: int
    open_holds: int
    held: int
    imported_by: str
    stale: str
    releases: int
    cancelled: bool


class PassengerStatus(StrEnum):
    """Where a passenger stands, without the reason."""

    NOT_SCREENED = "not screened"
    CLEAR = "clear"
    HELD = "held"
    OFF = "off the flight"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class PassengerRow:
    """A passenger as this session may see him or her.

    Attributes:
        passenger: The passenger.
        status: Where he or she stands.
        warning: The sentence for this role and policy, or "".
        holds: References of the holds, such as ``H-0001``.
        category: The gravest category, or None (no hold, or policy or keys don't allow to know).
        score: The highest score of screening, or None.
    """

    passenger: Passenger
    status: PassengerStatus
    warning: str
    holds: tuple[str, ...]
    category: Category | None
    score: float | None


def new_flight(session: Session, number: str, departure: date, origin: str = "", destination: str = "") -> Flight:
    """Make a flight without a list.

    Raises:
        KnownError: The number is empty, or a flight of that number and day exists.
        NotAllowedError: The role doesn't plan flights.
    """
    session.require("make a flight", *PASSENGER_ROLES)
    name = clean(number).upper()
    if not name or len(name) > 20 or not all(sign.isalnum() or sign in "-/ " for sign in name):
        raise KnownError("A flight number has 1 to 20 letters, digits, spaces, - or /.", "Give one such as RX-114.")
    with session.vault.write("flight.new", details={"flight": name, "departure": str(departure)}) as writer:
        for other in store.flights(writer):
            if (other.number, other.departure) == (name, departure) and not other.cancelled:
                raise KnownError(
                    f"There is a flight {name} on {departure} already.",
                    "Use it, or cancel it first (flight cancel).",
                )
        flight = Flight(
            session.new_id(), name, departure, clean(origin).upper(), clean(destination).upper(), session.person.name
        )
        writer.subject = flight.id
        store.save_flight(writer, flight)
    return flight


def cancel_flight(session: Session, flight_id: str, reason: str) -> None:
    """Cancel a flight; nothing of it is deleted, and no list of it can be released any more.

    Raises:
        KnownError: No reason was given.
        NotFoundError: No such flight.
    """
    session.require("cancel a flight", *PASSENGER_ROLES)
    if not clean(reason):
        raise KnownError("A flight is cancelled with a reason.", "Give one.")
    with session.vault.write("flight.cancel", flight_id, {"reason": clean(reason)}) as writer:
        store.save_flight(writer, replace(store.flight(writer, flight_id), cancelled=True))


def find_flight(session: Session, key: str) -> Flight:
    """The flight of an id, the beginning of an id (4 or more digits), or a number.

    Raises:
        NotFoundError: None, or more than one.
    """
    with session.vault.read() as reader:
        flights = store.flights(reader)
    current = tuple(flight for flight in flights if not flight.cancelled)
    named = [flight for flight in current if flight.number.casefold() == clean(key).casefold()]
    if len(named) == 1:
        return named[0]
    if named:
        days = ", ".join(f"{flight.departure} ({flight.id[:8]})" for flight in named)
        raise NotFoundError(f"There are {len(named)} flights of that number: {days}.", "Name the one by its id.")
    return find(flights, key, "flight")


def flights(session: Session) -> tuple[FlightSummary, ...]:
    """All flights, soonest departure first."""
    with session.vault.read() as reader:
        found = sorted(store.flights(reader), key=lambda flight: (flight.departure, flight.number, flight.id))
        return tuple(_summary(session, reader, flight) for flight in found)


def flight_summary(session: Session, flight_id: str) -> FlightSummary:
    """One flight as the list shows it.

    Raises:
        NotFoundError: No such flight.
    """
    with session.vault.read() as reader:
        return _summary(session, reader, store.flight(reader, flight_id))


def stale(session: Session, reader: Reader, flight_id: str, passengers: tuple[Passenger, ...]) -> str:
    """Why the flight's screening must be repeated, a sentence, or "" when it is good."""
    return (
        stale_reason(
            store.stamp(reader, flight_id),
            now=session.clock(),
            registry_version=registry_store.registry_version(reader),
            manifest_digest=manifest_digest(passengers),
            valid_hours=session.policy.screening_valid_hours,
        )
        or ""
    )


def _summary(session: Session, reader: Reader, flight: Flight) -> FlightSummary:
    passengers = store.passengers(reader, flight.id)
    holds = live_holds(reader, flight.id, passengers)
    written = _written(reader, flight.id)
    outdated = stale(session, reader, flight.id, passengers) if passengers else ""
    return FlightSummary(
        flight.id,
        flight.number,
        flight.departure,
        flight.origin,
        flight.destination,
        flight_stage(
            passengers, holds, stale=outdated, screened=store.stamp(reader, flight.id) is not None, released=written > 0
        ),
        len(passengers),
        sum(problem.state is import_store.ProblemState.OPEN for problem in import_store.problems(reader, flight.id)),
        sum(hold.state is HoldState.OPEN for hold in holds),
        len({hold.passenger_id for hold in holds if hold.state in (HoldState.OPEN, HoldState.UPHELD)}),
        flight.imported_by,
        outdated,
        written,
        flight.cancelled,
    )


def _written(reader: Reader, flight_id: str) -> int:
    return sum(release.state is ReleaseState.WRITTEN for release in release_store.releases(reader, flight_id))


def live_holds(reader: Reader, flight_id: str, passengers: tuple[Passenger, ...]) -> tuple[Hold, ...]:
    """The holds on passengers of the flight; one on a row that is no passenger yet waits until it is mended."""
    known = {passenger.id for passenger in passengers}
    return tuple(hold for hold in hold_store.holds(reader, flight_id) if hold.passenger_id in known)


def passengers(session: Session, flight_id: str) -> tuple[PassengerRow, ...]:
    """The passengers of a flight in the order of the source, as this session may see them.

    Raises:
        NotFoundError: No such flight.
        NotAllowedError: The role doesn't work with passengers.
    """
    session.require("see passengers", *PASSENGER_ROLES)
    with session.vault.read() as reader:
        store.flight(reader, flight_id)
        found = store.passengers(reader, flight_id)
        stamp = store.stamp(reader, flight_id)
        screened = stamp is not None and stamp.manifest_digest == manifest_digest(found)
        released = _written(reader, flight_id) > 0
        by_passenger: dict[str, list[Hold]] = {}
        for hold in live_holds(reader, flight_id, found):
            by_passenger.setdefault(hold.passenger_id, []).append(hold)
        return tuple(
            _row(reader, passenger, by_passenger.get(passenger.id, []), screened=screened, released=released)
            for passenger in found
        )


def _row(reader: Reader, passenger: Passenger, holds: list[Hold], *, screened: bool, released: bool) -> PassengerRow:
    views = {hold.id: hold_store.view(reader, hold.id) for hold in holds}
    order = [HoldState.OPEN, HoldState.UPHELD, HoldState.CLEARED, HoldState.NOT_THE_SAME]
    holds = sorted(holds, key=lambda hold: (order.index(hold.state), hold.reference))
    standing = [view for hold in holds if hold.state in order[:2] and (view := views[hold.id])]
    first = views[holds[0].id] if holds else None
    return PassengerRow(
        passenger,
        _status(holds, screened=screened),
        warning(holds[0].state, first.category if first else None, holds[0].reference, released=released)
        if holds
        else "",
        tuple(hold.reference for hold in holds),
        min((view.category for view in standing), key=list(Category).index, default=None),
        max((view.score for view in standing if view.score is not None), default=None),
    )


def _status(holds: list[Hold], *, screened: bool) -> PassengerStatus:
    states = {hold.state for hold in holds}
    if HoldState.OPEN in states:
        return PassengerStatus.HELD
    if HoldState.UPHELD in states:
        return PassengerStatus.OFF
    if not screened:
        return PassengerStatus.NOT_SCREENED
    return PassengerStatus.CLEARED if states else PassengerStatus.CLEAR
