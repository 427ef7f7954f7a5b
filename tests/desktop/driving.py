"""What tests of the pages do again and again on a real window."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog

from manifest_app.desktop.main_window import MainWindow
from manifest_app.model.hold import HoldState, Verdict
from manifest_app.workflow import flights, reviewing
from manifest_app.workflow.session import Session
from tests.desktop.access import faults
from tests.desktop.conftest import Office

P = TypeVar("P")
D = TypeVar("D", bound=QDialog)


def go(office: Office, window: MainWindow, name: str, kind: type[P], **arguments: str) -> P:
    """Open a page and wait until it has loaded."""
    window.context.open_page(name, **arguments)
    office.settle(window)
    shown = window.page
    assert isinstance(shown, kind)
    return shown


def dialog(window: MainWindow, kind: type[D]) -> D:
    """The dialog of that kind that is open; everything in it must be named."""
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    assert faults(found[0]) == []
    return found[0]


def said(window: MainWindow) -> str:
    """What the window's banner says."""
    message = window.banner.message
    return f"{message.text} {message.todo}" if message else ""


def allowed(window: MainWindow, key: str) -> bool:
    """Whether an action can be used now."""
    return window.context.actions.action(key).isEnabled()


def only_flight(session: Session) -> str:
    """Id of the demonstration's flight."""
    (flight,) = flights.flights(session)
    return flight.id


def uphold_all(session: Session) -> None:
    """Decide every open hold the careful way, without the window."""
    for row in reviewing.holds(session, open_only=True):
        detail = reviewing.hold(session, row.hold.id)
        fitting = (one for one in detail.reasons.values() if Verdict.UPHOLD in one.verdicts)
        reason = next(one for one in fitting if detail.row.category in one.categories)
        changed = reviewing.decide(session, row.hold.id, Verdict.UPHOLD, reason.code, "Upheld in a test.")
        assert changed.state is HoldState.UPHELD
