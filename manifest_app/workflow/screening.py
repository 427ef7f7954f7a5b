"""Screening a flight against the registry and the exposure lists; whoever is found is held at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from manifest_app.errors import KnownError, NotAllowedError
from manifest_app.model.finding import Finding
from manifest_app.model.flight import ScreeningStamp
from manifest_app.model.hold import Category, HoldState
from manifest_app.model.passenger import Passenger
from manifest_app.model.progress import Progress, silent
from manifest_app.model.protection import Record, RecordSource
from manifest_app.review.clearance import manifest_digest
from manifest_app.review.decisions import content_digest
from manifest_app.review.holds import Existing, reconcile, screening_grounds
from manifest_app.screening import screen
from manifest_app.vault import Writer
from manifest_app.vault import flights as flight_store
from manifest_app.vault import holds as hold_store
from manifest_app.vault import registry as registry_store
from manifest_app.workflow.flights import PASSENGER_ROLES, live_holds
from manifest_app.workflow.holding import Key, open_holds, update_hold
from manifest_app.workflow.session import Session


@dataclass(frozen=True, slots=True)
class ScreeningReport:
    """What a screening did.

    Attributes:
        screened: Passengers compared.
        held: Passengers who are held or off the flight now, whatever the cause.
        new_holds: Holds that this screening opened or opened again.
        records: Records compared with.
    """

    screened: int
    held: int
    new_holds: int
    records: int


def screen_flight(session: Session, flight_id: str, *, progress: Progress = silent) -> ScreeningReport:
    """Compare every passenger of a flight with every record, and hold whoever may be one of them.

    What was decided on the very same content stays decided; anything new opens a hold, or opens it again. No hold is
    ever closed by a screening.

    Raises:
        NotAllowedError: This person's keys don't open the registry.
        KnownError: The flight has no passengers.
        CancelledError: ``progress`` cancelled; nothing is stored.
    """
    session.require("screen a flight", *PASSENGER_ROLES)
    if not session.can.registry:
        raise NotAllowedError(
            "By this vault's policy planners don't screen.", "A supervisor or a privacy officer screens the flight."
        )
    with session.vault.read() as reader:
        passengers = flight_store.passengers(reader, flight_id)
        known = session.knowledge(reader)
    if not passengers:
        raise KnownError("This flight has no passengers to screen.", "Import its list first.")
    findings = screen(passengers, known.indexed(progress), progress=progress)
    progress(0, None, "storing")
    details = {"passengers": str(len(passengers)), "records": str(len(known.records))}
    with session.vault.write("flight.screen", flight_id, details) as writer:
        _unchanged(writer, flight_id, passengers, known.version)
        opened = _hold(session, writer, flight_id, passengers, findings, known.records)
        flight_store.save_stamp(
            writer,
            flight_id,
            ScreeningStamp(session.clock(), known.version, manifest_digest(passengers), len(passengers)),
        )
        holds = live_holds(writer, flight_id, passengers)
    held = {hold.passenger_id for hold in holds if hold.state in (HoldState.OPEN, HoldState.UPHELD)}
    return ScreeningReport(len(passengers), len(held), opened, len(known.records))


def _unchanged(writer: Writer, flight_id: str, passengers: tuple[Passenger, ...], version: int) -> None:
    now = flight_store.passengers(writer, flight_id)
    if now != passengers or registry_store.registry_version(writer) != version:
        raise KnownError("The list or the registry changed during the screening.", "Screen the flight again.")


def _hold(
    session: Session,
    writer: Writer,
    flight_id: str,
    passengers: tuple[Passenger, ...],
    findings: tuple[Finding, ...],
    records: Mapping[str, Record],
) -> int:
    by_id = {passenger.id: passenger for passenger in passengers}
    grounds = screening_grounds(passengers, findings, records)
    by_key = _by_key(findings, records)
    wanted = {key: content_digest(flight_id, by_id[key[0]], ground) for key, ground in grounds.items()}
    existing = [Existing(hold, hold_store.view(writer, hold.id)) for hold in live_holds(writer, flight_id, passengers)]
    changes = reconcile(existing, wanted)
    new = {key: grounds[key] for key in changes.new}
    open_holds(session, writer, flight_id, new, passengers=by_id, findings=by_key)
    for key, hold in (*changes.updated, *changes.reopened):
        update_hold(writer, hold, grounds[key], by_id[key[0]], by_key.get(key, ()))
    return len(changes.new) + len(changes.reopened)


def _by_key(findings: Iterable[Finding], records: Mapping[str, Record]) -> dict[Key, tuple[Finding, ...]]:
    grouped: dict[Key, list[Finding]] = {}
    for finding in findings:
        exposure = records[finding.record_id].source is RecordSource.EXPOSURE
        category = Category.EXPOSURE if exposure else Category.CLAIM
        grouped.setdefault((finding.passenger_id, category), []).append(finding)
    return {key: tuple(sorted(found, key=lambda one: -one.bits)) for key, found in grouped.items()}
