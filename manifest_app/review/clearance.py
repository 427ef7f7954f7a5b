"""When a flight is clear, who is on its list, and what stands in the way. Everything is asked anew each time."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from manifest_app.errors import KnownError
from manifest_app.model.flight import FlightStage, ScreeningStamp
from manifest_app.model.hold import Decision, Hold, HoldGround, HoldState, Verdict
from manifest_app.model.passenger import Passenger
from manifest_app.model.people import Person
from manifest_app.review.decisions import check_decision, content_digest, decision_digest
from manifest_app.review.states import KEEPING, apply, event_of

Verify = Callable[[str, str, bytes], bool]
"""``verify(person, digest, signature)``: whether that person signed that digest."""


def manifest_digest(passengers: Iterable[Passenger]) -> str:
    """SHA-256 (hex) over the identities of a list, in row order."""
    rows = [[one.row, one.id, asdict(one.identity)] for one in sorted(passengers, key=lambda one: (one.row, one.id))]
    text = json.dumps(["manifest 1", rows], ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def stale_reason(
    stamp: ScreeningStamp | None, *, now: datetime, registry_version: int, manifest_digest: str, valid_hours: int
) -> str | None:
    """Why a flight must be screened (again), one sentence, or None when its screening is good.

    Args:
        stamp: The last screening, or None.
        now: The time, UTC.
        registry_version: Counter of changes of registry and lists today.
        manifest_digest: From `manifest_digest`, today.
        valid_hours: After so many hours a screening is stale (policy).
    """
    if stamp is None:
        return "The flight has not been screened."
    if stamp.registry_version != registry_version:
        return "The registry or a list changed after the screening."
    if stamp.manifest_digest != manifest_digest:
        return "The passenger list changed after the screening."
    if now - stamp.at > timedelta(hours=valid_hours):
        return f"The screening is older than {valid_hours} hours."
    if stamp.at > now:
        return "The screening is dated in the future; the clock of this computer changed."
    return None


class BlockerKind(StrEnum):
    """What stands in the way of a release."""

    EMPTY = "empty"
    STALE = "stale"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Blocker:
    """Something that stands in the way; ``public_text`` may be read by every role: no number, no name, no category."""

    kind: BlockerKind
    public_text: str


def blockers(passengers: Sequence[Passenger], holds: Iterable[Hold], stale: str | None) -> tuple[Blocker, ...]:
    """What stands in the way of releasing a flight's list; empty when nothing does.

    Args:
        passengers: Everyone on the flight.
        holds: The holds, with the states their signed decisions give them (`effective_state`).
        stale: From `stale_reason`; None or "" when the screening is good.
    """
    found = []
    if not passengers:
        found.append(Blocker(BlockerKind.EMPTY, "The flight has no passengers."))
    if stale:
        found.append(Blocker(BlockerKind.STALE, stale))
    if any(hold.state is HoldState.OPEN for hold in holds):
        found.append(Blocker(BlockerKind.REVIEW, "This manifest cannot be released yet: review is not complete."))
    return tuple(found)


def cleared(passengers: Iterable[Passenger], holds: Iterable[Hold]) -> tuple[Passenger, ...]:
    """Those who may be on a list: everyone without a hold that is open or upheld, in the order given."""
    kept = {hold.passenger_id for hold in holds if hold.state in KEEPING}
    return tuple(passenger for passenger in passengers if passenger.id not in kept)


def effective_state(
    hold: Hold,
    ground: HoldGround,
    decision: Decision | None,
    passenger: Passenger,
    *,
    needs_second: bool,
    people: Iterable[Person],
    importer: str,
    verify: Verify,
) -> HoldState:
    """The state a hold really has: what is stored counts only as far as a signed decision bears it out.

    A decision counts when it was made on this hold and on exactly today's content, every signature verifies, and its
    makers may decide it today (a colleague who left or changed roles since doesn't count any more). A wrong state,
    an unsigned or forged decision, or one too few persons: the hold is open.

    Args:
        hold: The hold as stored.
        ground: What it rests on.
        decision: The last decision, or None.
        passenger: The passenger as today.
        needs_second: From `decisions.needs_second`, today.
        people: Everyone in the vault's directory.
        importer: Who imported the flight's list.
        verify: Checks a signature over `decision_digest`.
    """
    if decision is None or passenger.id != hold.passenger_id or decision.hold_id != hold.id:
        return HoldState.OPEN
    state = apply(HoldState.OPEN, event_of(decision.verdict))
    if hold.state not in _stored_as(decision.verdict, state):
        return HoldState.OPEN
    if decision.content_digest != content_digest(hold.flight_id, passenger, ground):
        return HoldState.OPEN
    allowed = _signed(decision, verify) and _allowed(decision, ground, needs_second, people, importer)
    return state if allowed else HoldState.OPEN


def _stored_as(verdict: Verdict, state: HoldState) -> tuple[HoldState, ...]:
    """Under a neutral policy ``not the same`` is stored as ``cleared``, so that the state tells no category."""
    return (state, HoldState.CLEARED) if verdict is Verdict.NOT_THE_SAME else (state,)


def _signed(decision: Decision, verify: Verify) -> bool:
    digest = decision_digest(decision)
    return bool(decision.signatures) and all(verify(one.person, digest, one.signature) for one in decision.signatures)


def _allowed(
    decision: Decision, ground: HoldGround, needs_second: bool, people: Iterable[Person], importer: str
) -> bool:
    known = {person.name: person for person in people}
    makers = [known.get(one.person) for one in decision.signatures]
    if len(makers) > 2 or makers[0] is None or (len(makers) == 2 and makers[1] is None):
        return False
    try:
        check_decision(
            verdict=decision.verdict,
            reason=decision.reason,
            note=decision.note,
            ground=ground,
            needs_second=needs_second,
            decider=makers[0],
            second=makers[1] if len(makers) == 2 else None,
            importer=importer,
        )
    except KnownError:
        return False
    return True


def flight_stage(
    passengers: Sequence[Passenger], holds: Iterable[Hold], *, stale: str | None, screened: bool, released: bool
) -> FlightStage:
    """How far a flight has come.

    Args:
        passengers: Everyone on the flight.
        holds: Its holds.
        stale: From `stale_reason`.
        screened: Whether it was ever screened.
        released: Whether a list was written.
    """
    if not passengers:
        return FlightStage.EMPTY
    states = {hold.state for hold in holds}
    if released:
        return FlightStage.IN_REVIEW if HoldState.OPEN in states else FlightStage.RELEASED
    if not screened or stale:
        return FlightStage.IMPORTED
    if HoldState.OPEN in states:
        return FlightStage.IN_REVIEW
    return FlightStage.REVIEWED if states else FlightStage.SCREENED
