"""The Qt binding must not lose references to None, True and False.

Before Python 3.12 these are counted like any other object; PySide6 6.12.0 loses one with nearly every call, and after
some thousand calls the interpreter ends the program.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QStandardItemModel

CALLS = 200
SLACK = 20
"""What other threads of the interpreter may hold or let go meanwhile."""


class Sender(QObject):
    """Sends both kinds."""

    sent = Signal(bool, object)


def lost(calls: Callable[[], object], thing: object) -> int:
    calls()
    before = sys.getrefcount(thing)
    for _ in range(CALLS):
        calls()
    return before - sys.getrefcount(thing)


@pytest.mark.parametrize("thing", [None, True, False])
def test_calls_and_signals_lose_no_reference(thing: bool | None) -> None:
    model, sender = QStandardItemModel(2, 2), Sender()
    sender.sent.connect(lambda _flag, _thing: None)
    index = model.index(0, 0)
    calls: tuple[Callable[[], object], ...] = (
        index.data,
        index.isValid,
        QModelIndex().isValid,
        model.parent,
        model.clear,
        lambda: sender.sent.emit(True, None),
        lambda: sender.sent.emit(False, thing),
    )
    assert max(lost(call, thing) for call in calls) < SLACK
