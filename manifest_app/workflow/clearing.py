"""Whether a flight's list may leave, and who is on it: asked anew at request, at approval and at writing."""

from dataclasses import dataclass, replace

from manifest_app.errors import BlockedError
from manifest_app.intake.bases import bases
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Hold, HoldState
from manifest_app.model.passenger import Passenger
from manifest_app.model.release import Clearance, FlightFacts
from manifest_app.release.public import public_passenger
from manifest_app.review.clearance import blockers, cleared, effective_state
from manifest_app.review.decisions import needs_second
from manifest_app.vault import Reader
from manifest_app.vault import flights as flight_store
from manifest_app.vault import holds as hold_store
from manifest_app.vault import imports as import_store
from manifest_app.vault.imports import ProblemState
from manifest_app.workflow.flights import live_holds, stale
from manifest_app.workflow.session import Session


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a flight stands for release.

    Attributes:
        flight: The flight.
        clearance: The cleared passengers as a recipient may see them.
        listed: Ids of the cleared passengers.
        reasons: Why nothing can leave, sentences; empty when the list may leave.
        a_numbers: The alien numbers of everyone on the flight; none of them may be in a file.
        editors: Everyone who imported or corrected the list.
        unread: Rows of the source that are no passengers yet, and so are not on the list.
    """

    flight: Flight
    clearance: Clearance
    listed: frozenset[str]
    reasons: tuple[str, ...]
    a_numbers: frozenset[str]
    editors: frozenset[str]
    unread: int

    def require_free(self) -> None:
        """Refuse while anything stands in the way.

        Raises:
            BlockedError: With every reason this session may know.
        """
        if self.reasons:
            raise BlockedError("This list can't be released yet. " + " ".join(self.reasons))


def standing(session: Session, reader: Reader, flight_id: str) -> Standing:
    """Where a flight stands for release, from today's data."""
    flight = flight_store.flight(reader, flight_id)
    passengers = flight_store.passengers(reader, flight_id)
    holds = _effective(session, reader, flight, passengers)
    outdated = stale(session, reader, flight_id, passengers)
    reasons = [blocker.public_text for blocker in blockers(passengers, holds, outdated)]
    if flight.cancelled:
        reasons.insert(0, "The flight is cancelled.")
    facts = FlightFacts(flight.number, flight.departure, flight.origin, flight.destination)
    left = cleared(passengers, holds)
    if not left and not reasons:
        reasons.append("No passenger is left for the list.")
    return Standing(
        flight,
        Clearance(facts, tuple(public_passenger(one.identity) for one in left)),
        frozenset(one.id for one in left),
        tuple(reasons),
        frozenset(one.identity.a_number for one in passengers) - {""},
        frozenset({flight.imported_by, *(name for one in passengers for name in one.edited_by)}),
        sum(one.state is ProblemState.OPEN for one in import_store.problems(reader, flight_id)),
    )


def _effective(session: Session, reader: Reader, flight: Flight, passengers: tuple[Passenger, ...]) -> tuple[Hold, ...]:
    """The holds with the state their signed decisions really give them, where this session can check that.

    Planners can't open decisions; what they request is checked by the approver, whose keys can.
    """
    holds = live_holds(reader, flight.id, passengers)
    if not session.can.protection:
        return holds
    by_id = {one.id: one for one in passengers}
    known = session.knowledge(reader)
    checked = []
    for hold in holds:
        if hold.state is HoldState.OPEN:
            checked.append(hold)
            continue
        ground = hold_store.ground(reader, hold.id)
        made = hold_store.decisions(reader, hold.id)
        state = effective_state(
            hold,
            ground,
            made[-1] if made else None,
            by_id[hold.passenger_id],
            needs_second=needs_second(ground, known.records, known.details, bases()),
            people=session.people,
            importer=flight.imported_by,
            verify=lambda name, digest, signature: session.vault.verify_signature(name, "decision", digest, signature),
        )
        checked.append(replace(hold, state=state))
    return tuple(checked)
