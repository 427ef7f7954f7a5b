"""The states of a hold: the table is all there is."""

from itertools import product

import pytest

from manifest_app.errors import BlockedError
from manifest_app.model.hold import HoldState, Verdict
from manifest_app.review.states import KEEPING, TRANSITIONS, HoldEvent, apply, event_of


@pytest.mark.parametrize(("state", "event"), list(product(HoldState, HoldEvent)))
def test_only_the_table_moves_a_hold(state: HoldState, event: HoldEvent) -> None:
    if (state, event) in TRANSITIONS:
        assert apply(state, event) is TRANSITIONS[state, event]
    else:
        with pytest.raises(BlockedError, match="Only an open hold is decided"):
            apply(state, event)


def test_a_decided_hold_moves_only_by_opening_again() -> None:
    for (state, event), after in TRANSITIONS.items():
        if state is not HoldState.OPEN:
            assert (event, after) == (HoldEvent.REOPEN, HoldState.OPEN)


def test_a_hold_lets_through_only_by_clear_and_not_the_same() -> None:
    ways = {event for (_, event), after in TRANSITIONS.items() if after not in KEEPING}
    assert ways == {HoldEvent.CLEAR, HoldEvent.NOT_THE_SAME}


def test_every_verdict_is_an_event() -> None:
    assert {event_of(verdict) for verdict in Verdict} == set(HoldEvent) - {HoldEvent.REOPEN}
