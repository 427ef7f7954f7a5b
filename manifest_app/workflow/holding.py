"""Opening and reopening holds inside a transaction of somebody else."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from manifest_app.intake.bases import bases
from manifest_app.model.finding import Finding
from manifest_app.model.hold import Category, Hold, HoldGround, HoldState, HoldView
from manifest_app.model.passenger import Passenger
from manifest_app.model.protection import BasisClass
from manifest_app.review.decisions import content_digest
from manifest_app.review.states import HoldEvent, apply
from manifest_app.vault import Writer
from manifest_app.vault import holds as store
from manifest_app.workflow.session import Session

Key = tuple[str, Category]
"""Passenger id and category."""


def hold_view(
    flight_id: str, passenger: Passenger | None, ground: HoldGround, findings: tuple[Finding, ...] = ()
) -> HoldView:
    """What the registry key shows of a hold on that ground."""
    best = findings[0] if findings else None
    return HoldView(
        ground.category,
        ground.origin,
        best.score if best else None,
        best.evidence if best else (),
        findings,
        content_digest(flight_id, passenger, ground) if passenger else "",
    )


def open_holds(
    session: Session,
    writer: Writer,
    flight_id: str,
    grounds: Mapping[Key, HoldGround],
    *,
    passengers: Mapping[str, Passenger],
    findings: Mapping[Key, tuple[Finding, ...]] | None = None,
) -> tuple[Hold, ...]:
    """Open one hold for each ground.

    Args:
        session: The session.
        writer: The transaction.
        flight_id: The flight.
        grounds: What the holds rest on.
        passengers: The flight's passengers by id; a row that is to be mended is not among them yet.
        findings: What screening found, strongest first, for grounds that come from it.
    """
    opened = []
    for (passenger_id, category), ground in grounds.items():
        hold = Hold(
            session.new_id(), store.next_reference(writer), flight_id, passenger_id, HoldState.OPEN, session.clock()
        )
        found = (findings or {}).get((passenger_id, category), ())
        view = hold_view(flight_id, passengers.get(passenger_id), ground, found)
        store.save_hold(writer, hold, ground, view, restricted(ground.bases))
        opened.append(hold)
    return tuple(opened)


def update_hold(
    writer: Writer,
    hold: Hold,
    ground: HoldGround,
    passenger: Passenger,
    findings: tuple[Finding, ...],
) -> Hold:
    """Put a changed ground under a hold; a hold that was decided opens again."""
    state = hold.state if hold.state is HoldState.OPEN else apply(hold.state, HoldEvent.REOPEN)
    changed = replace(hold, state=state, version=hold.version + 1)
    view = hold_view(hold.flight_id, passenger, ground, findings)
    store.save_hold(writer, changed, ground, view, restricted(ground.bases))
    return changed


def reopen_for(writer: Writer, holds: Iterable[Hold], passenger_id: str) -> int:
    """Open the decided holds of a passenger whose data changed: the decisions on them were on other content."""
    count = 0
    for hold in holds:
        if hold.passenger_id == passenger_id and hold.state is not HoldState.OPEN:
            state = apply(hold.state, HoldEvent.REOPEN)
            store.save_state(writer, replace(hold, state=state, version=hold.version + 1))
            count += 1
    return count


def restricted(codes: Iterable[str]) -> tuple[str, ...]:
    """Those of some bases that are of a restricted class, which only privacy officers may read."""
    table = bases()
    return tuple(code for code in codes if code in table and table[code].basis_class is BasisClass.RESTRICTED)
