"""The states of a hold, and the only function that moves one."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from manifest_app.errors import BlockedError
from manifest_app.model.hold import HoldState, Verdict


class HoldEvent(StrEnum):
    """What can happen to a hold; ``reopen`` when what was decided on changed or the decision is void."""

    UPHOLD = "uphold"
    CLEAR = "clear"
    NOT_THE_SAME = "not-the-same"
    REOPEN = "reopen"


TRANSITIONS: Mapping[tuple[HoldState, HoldEvent], HoldState] = MappingProxyType(
    {
        (HoldState.OPEN, HoldEvent.UPHOLD): HoldState.UPHELD,
        (HoldState.OPEN, HoldEvent.CLEAR): HoldState.CLEARED,
        (HoldState.OPEN, HoldEvent.NOT_THE_SAME): HoldState.NOT_THE_SAME,
        (HoldState.UPHELD, HoldEvent.REOPEN): HoldState.OPEN,
        (HoldState.CLEARED, HoldEvent.REOPEN): HoldState.OPEN,
        (HoldState.NOT_THE_SAME, HoldEvent.REOPEN): HoldState.OPEN,
    }
)
"""All there is: a decided hold must be opened again before it can be decided otherwise."""

KEEPING = frozenset({HoldState.OPEN, HoldState.UPHELD})
"""The states that keep a passenger off every list."""


def apply(state: HoldState, event: HoldEvent) -> HoldState:
    """The state after an event.

    Raises:
        BlockedError: The table has no such transition.
    """
    after = TRANSITIONS.get((state, event))
    if after is None:
        raise BlockedError(
            f"A hold that is {state.value} can't go through {event.value}.",
            "Only an open hold is decided; one that is decided opens again when its content changes.",
        )
    return after


def event_of(verdict: Verdict) -> HoldEvent:
    """The event that a verdict is."""
    return HoldEvent(verdict.value)
