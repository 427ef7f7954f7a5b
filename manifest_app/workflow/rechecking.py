"""What an approver checks besides decisions: that every hold that must be there is there.

Everyone with the vault key can take rows out of the database, and write that a flight was screened. The approver of a
release holds the keys to see that: screening is done anew, and what the source said is asked again.
"""

from manifest_app.errors import BlockedError
from manifest_app.model.hold import HoldGround, Origin
from manifest_app.model.passenger import Passenger
from manifest_app.review.decisions import content_digest
from manifest_app.review.holds import screening_grounds
from manifest_app.screening import screen
from manifest_app.vault import Reader
from manifest_app.vault import flights as flight_store
from manifest_app.vault import holds as hold_store
from manifest_app.vault import imports as import_store
from manifest_app.workflow.flights import live_holds
from manifest_app.workflow.session import Session

Held = list[tuple[str, HoldGround]]
"""Passenger ids, and what each is held on."""


def require_every_hold(session: Session, reader: Reader, flight_id: str) -> None:
    """Refuse when a hold is missing that screening, the source or the numbering of holds calls for.

    Raises:
        BlockedError: One is missing.
        NotAllowedError: This person lacks the protection key.
    """
    passengers = flight_store.passengers(reader, flight_id)
    held = [
        (hold.passenger_id, hold_store.ground(reader, hold.id)) for hold in live_holds(reader, flight_id, passengers)
    ]
    complete = (
        _none_taken_away(reader)
        and _source_is_held(reader, flight_id, passengers, held)
        and _findings_are_held(session, reader, flight_id, passengers, held)
    )
    if not complete:
        raise BlockedError(
            "The holds of this flight are not those that the program made.",
            "Verify the log (audit verify), and screen the flight again.",
        )


def _none_taken_away(reader: Reader) -> bool:
    """Holds are numbered without gaps and never deleted."""
    numbers = sorted(int(hold.reference.removeprefix("H-")) for hold in hold_store.holds(reader))
    return numbers == list(range(1, len(numbers) + 1))


def _source_is_held(reader: Reader, flight_id: str, passengers: tuple[Passenger, ...], held: Held) -> bool:
    said = {row.passenger_id for row in import_store.protected(reader, flight_id) if row.bases}
    wanted = said & {passenger.id for passenger in passengers}
    return wanted <= {passenger_id for passenger_id, ground in held if ground.origin is Origin.SOURCE}


def _findings_are_held(
    session: Session, reader: Reader, flight_id: str, passengers: tuple[Passenger, ...], held: Held
) -> bool:
    known = session.knowledge(reader)
    by_id = {passenger.id: passenger for passenger in passengers}
    grounds = screening_grounds(passengers, screen(passengers, known.indexed()), known.records)
    wanted = {content_digest(flight_id, by_id[key[0]], ground) for key, ground in grounds.items()}
    return wanted <= {content_digest(flight_id, by_id[passenger_id], ground) for passenger_id, ground in held}
