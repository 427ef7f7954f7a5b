"""Holds: that there is one is known to everyone with the vault key, what it rests on only to those who decide.

Every hold writes the same rows of the same size whatever its ground, so that nothing but the keys tells why. Under the
policy ``category`` a view for planners lies beside it under the registry key; under ``neutral`` there is none.
"""

import zlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TypeVar

from manifest_app.errors import NotFoundError, VaultDamagedError
from manifest_app.model.hold import Decision, Hold, HoldGround, HoldState, HoldView, Reopening
from manifest_app.model.people import PlannerSees
from manifest_app.vault import codec
from manifest_app.vault.imports import BLINDED
from manifest_app.vault.sealing import random_id
from manifest_app.vault.tables import DECISION, HOLD, HOLD_GROUND, HOLD_RESTRICTED, HOLD_VIEW, Shelf
from manifest_app.vault.transactions import Reader, Row, Writer, decoded

T = TypeVar("T")
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Full:
    """What lies under the restricted key: the whole ground, where the protection key opens a part only."""

    ground: HoldGround | None


@dataclass(frozen=True, slots=True)
class _Box:
    """What lies under the protection key: ``not the same`` would tell that a record was found, so the state too."""

    state: HoldState
    ground: HoldGround
    view: HoldView | None


def next_reference(reader: Reader) -> str:
    """The reference of the next hold: ``H-0001``, ``H-0002`` ... Holds are never deleted, so none comes twice."""
    return f"H-{reader.count(HOLD) + 1:04d}"


def save_hold(
    writer: Writer, hold: Hold, ground: HoldGround, view: HoldView | None, restricted_bases: Collection[str] = ()
) -> None:
    """Keep a new hold, or one that rests on something new.

    Args:
        writer: The change it is part of.
        hold: What everyone sees.
        ground: What it rests on, in full.
        view: What the registry key opens of it; planners get it under the policy ``category`` only.
        restricted_bases: Those codes of ``ground.bases`` that are of a restricted class. With any, the source's own
            words and these codes are for the restricted key alone, and everyone else reads `BLINDED`.
    """
    hidden = [code for code in ground.bases if code in restricted_bases]
    _save_public(writer, hold)
    _put(writer, HOLD_GROUND, hold.id, _Box(hold.state, _blinded(ground, hidden) if hidden else ground, view))
    _put(writer, HOLD_RESTRICTED, hold.id, _Full(ground if hidden else None))
    if view is not None and writer.policy.planner_sees is PlannerSees.CATEGORY and writer.can.registry:
        _put(writer, HOLD_VIEW, hold.id, view)
    else:
        writer.remove(HOLD_VIEW, [hold.id])


def save_state(writer: Writer, hold: Hold) -> None:
    """Keep where a hold stands now; its ground stays.

    Anyone opens a hold again. The state that lies beside the ground says more than the public one where that is
    ``cleared`` only, so it may stay behind until somebody with the key decides.

    Raises:
        NotAllowedError: This person lacks the protection key.
        NotFoundError: There is no such hold.
    """
    if hold.state is HoldState.OPEN and not writer.can.protection:
        _save_public(writer, hold)
        return
    box = _box(writer, hold.id)
    _save_public(writer, hold)
    _put(writer, HOLD_GROUND, hold.id, replace(box, state=hold.state))


def holds(reader: Reader, flight_id: str | None = None) -> tuple[Hold, ...]:
    """The holds of a flight, or all, by reference.

    ``not the same`` reads ``cleared`` to those without the protection key: it tells that a record was found.
    """
    found = sorted(reader.values(HOLD, Hold, flight_id), key=lambda hold: (len(hold.reference), hold.reference))
    return tuple(_true(reader, hold) for hold in found)


def hold(reader: Reader, hold_id: str) -> Hold:
    """One hold.

    Raises:
        NotFoundError: There is none of that id.
    """
    found = reader.value(HOLD, Hold, hold_id)
    if found is None:
        raise _no_such_hold()
    return _true(reader, found)


def ground(reader: Reader, hold_id: str) -> HoldGround:
    """What a hold rests on, the same for everyone who opens it: decisions are signed over this.

    Restricted bases read `BLINDED`; see `restricted_ground`.

    Raises:
        NotAllowedError: This person lacks the protection key.
        NotFoundError: There is no such hold.
    """
    return _box(reader, hold_id).ground


def restricted_ground(reader: Reader, hold_id: str) -> HoldGround | None:
    """The ground of a hold with its restricted bases; None when it rests on none, or this person can't open it."""
    payload = reader.payload(HOLD_RESTRICTED, hold_id) if reader.can.restricted else None
    return None if payload is None else _decode(payload, HOLD_RESTRICTED, _Full).ground


def view(reader: Reader, hold_id: str) -> HoldView | None:
    """Category and evidence of a hold; None if there is no view, or this person's keys don't open it.

    Under the policy ``neutral`` it opens with the protection key alone.
    """
    if reader.can.protection:
        payload = reader.payload(HOLD_GROUND, hold_id)
        return None if payload is None else _decode(payload, HOLD_GROUND, _Box).view
    payload = reader.payload(HOLD_VIEW, hold_id) if reader.can.registry else None
    return None if payload is None else _decode(payload, HOLD_VIEW, HoldView)


def save_decision(writer: Writer, decision: Decision) -> None:
    """Add a decision on a hold."""
    position = writer.next_position(DECISION, decision.hold_id)
    writer.put(DECISION, Row(random_id(), _squeeze(decision), decision.hold_id, position))


def decisions(reader: Reader, hold_id: str) -> tuple[Decision, ...]:
    """The decisions on a hold, oldest first.

    Raises:
        NotAllowedError: This person lacks the protection key.
    """
    return tuple(_decode(row.payload, DECISION, Decision) for row in reader.rows(DECISION, hold_id))


def save_reopening(writer: Writer, hold_id: str, reopening: Reopening) -> None:
    """Add why a hold was opened again."""
    beside = _reopenings_of(hold_id)
    writer.put(DECISION, Row(random_id(), _squeeze(reopening), beside, writer.next_position(DECISION, beside)))


def reopenings(reader: Reader, hold_id: str) -> tuple[Reopening, ...]:
    """Why a hold was opened again, oldest first.

    Raises:
        NotAllowedError: This person lacks the protection key.
    """
    return tuple(_decode(row.payload, DECISION, Reopening) for row in reader.rows(DECISION, _reopenings_of(hold_id)))


def _reopenings_of(hold_id: str) -> str:
    """They lie on the shelf of decisions, sealed and sized alike, under a parent of their own."""
    return f"{hold_id}:reopened"


def _save_public(writer: Writer, hold: Hold) -> None:
    state = HoldState.CLEARED if hold.state is HoldState.NOT_THE_SAME else hold.state
    writer.put_value(HOLD, hold.id, replace(hold, state=state), parent=hold.flight_id)


def _true(reader: Reader, hold: Hold) -> Hold:
    if hold.state is not HoldState.CLEARED or not reader.can.protection:
        return hold
    return replace(hold, state=_box(reader, hold.id).state)


def _blinded(ground: HoldGround, hidden: Collection[str]) -> HoldGround:
    plain = tuple(code for code in ground.bases if code not in hidden and code != BLINDED)
    return replace(ground, bases=(*plain, BLINDED), source_values=())


def _box(reader: Reader, hold_id: str) -> _Box:
    payload = reader.payload(HOLD_GROUND, hold_id)
    if payload is None:
        raise _no_such_hold()
    return _decode(payload, HOLD_GROUND, _Box)


def _put(writer: Writer, shelf: Shelf, hold_id: str, value: object) -> None:
    writer.put(shelf, Row(hold_id, _squeeze(value), hold_id))


def _squeeze(value: object) -> bytes:
    # Compressed, so that even a hold with dozens of findings fits the one size all have.
    return zlib.compress(codec.encode(value))


def _decode(payload: bytes, shelf: Shelf, kind: type[T]) -> T:
    expander = zlib.decompressobj()
    try:
        data = expander.decompress(payload, _LARGEST)
    except zlib.error:
        raise _damaged(shelf) from None
    if not expander.eof:
        raise _damaged(shelf)
    return decoded(data, kind, shelf)


def _damaged(shelf: Shelf) -> VaultDamagedError:
    return VaultDamagedError(
        f"A row of the vault's table {shelf.name} was changed outside of the program.", "Restore a backup."
    )


def _no_such_hold() -> NotFoundError:
    return NotFoundError("There is no such hold.", "See the list of holds.")
