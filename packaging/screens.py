"""Pictures of every page for the README and the guide, taken from the real windows on the demonstration.

Run by ``make screens``; needs no display (without one Qt draws offscreen). Usage: screens.py FOLDER
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from manifest_app.desktop.app import make_application
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.find import FindDialog
from manifest_app.desktop.dialogs.first_run import FirstRunWizard
from manifest_app.desktop.dialogs.unlock import UnlockWindow
from manifest_app.desktop.lock import Locker
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.check import CheckPage
from manifest_app.desktop.pages.flight import FlightPage
from manifest_app.desktop.pages.releases import ReleasesPage
from manifest_app.desktop.pages.trace import TracePage
from manifest_app.desktop.pages.watch import WatchPage
from manifest_app.model.contact import Channel, Told
from manifest_app.model.hold import Verdict
from manifest_app.model.release import Release
from manifest_app.workflow import contacts, demonstration, flights, recipients, releasing, reviewing, writing
from manifest_app.workflow.demonstration import DemoFacts
from manifest_app.workflow.flights import PassengerStatus
from manifest_app.workflow.session import Session

SIZE = (1180, 740)


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Photographer:
    """Takes pictures of windows of a demonstration."""

    def __init__(self, folder: Path, demo: DemoFacts) -> None:
        self.folder = folder
        self.demo = demo

    def take(self, widget: QWidget, name: str) -> None:
        """Write one picture."""
        wait(150)
        picture = widget.grab().toImage()
        path = self.folder / f"{name}.png"
        if not picture.save(str(path)):
            raise OSError(f"{path} could not be written")
        print(f"{path}: {path.stat().st_size // 1024} kB")

    def sign_in(self, name: str) -> MainWindow:
        """The main window of a person."""
        context = Context(demonstration.session_of(self.demo, name))
        window = MainWindow(context, Locker(context, lambda _folder, _name: None, lambda: None))
        window.resize(*SIZE)
        window.show()
        self.settle(window)
        return window

    def settle(self, window: MainWindow) -> None:
        """Wait until nothing is going on any more."""
        wait(80)
        while window.context.jobs.busy:
            wait(30)
        wait(80)

    def page(self, window: MainWindow, page: str, name: str, **arguments: str) -> None:
        """Open a page and take it."""
        window.context.open_page(page, **arguments)
        self.settle(window)
        self.take(window, name)


def unlock_and_first_run(photos: Photographer) -> None:
    """The two windows that come before everything."""
    unlock = UnlockWindow(photos.demo.vault, "planner")
    unlock.show()
    wait(400)
    unlock.folder.setText("/home/office/demo-vault/vault")
    photos.take(unlock, "unlock")
    unlock.close()
    wizard = FirstRunWizard()
    wizard.place.folder.setText("/home/office/manifest-vault")
    wizard.show()
    photos.take(wizard, "first-run")
    wizard.close()


def planner(photos: Photographer) -> None:
    """Flights, the import of a list, and the flight with its holds."""
    window = photos.sign_in("planner")
    flight_id = flights.find_flight(window.context.session, demonstration.FLIGHT).id
    photos.take(window, "flights")
    arguments = {"flight_id": flight_id, "number": demonstration.FLIGHT}
    photos.page(
        window,
        "import",
        "import",
        path=str(photos.demo.vault.parent / "files" / "RX-115-with-status.xlsx"),
        **arguments,
    )
    window.context.open_page("flight", flight_id=flight_id)
    photos.settle(window)
    window.context.actions.action("flight.screen").trigger()
    photos.settle(window)
    window.banner.clear()
    if isinstance(window.page, FlightPage):
        window.page.table.choose_first(lambda row: row.status is PassengerStatus.HELD)
    photos.take(window, "window")
    find = FindDialog(window.context, window)
    find.open()
    photos.settle(window)
    photos.take(find, "find")
    find.close()
    check(photos, window)
    watch(photos, window)
    window.close()


def check(photos: Photographer, window: MainWindow) -> None:
    """An answer that would betray some of a list."""
    window.context.open_page("check")
    photos.settle(window)
    if isinstance(window.page, CheckPage):
        window.page.text.setPlainText(
            f"Some of the people on the list of flight {demonstration.FLIGHT} were affected.\n"
            "They will travel on another day."
        )
        window.page.check_text()
    photos.settle(window)
    photos.take(window, "check")


def watch(photos: Photographer, window: MainWindow) -> None:
    """An outbox in which one file was refused, and one cleared."""
    folder = photos.demo.vault.parent / "leaving"
    folder.mkdir()
    window.context.open_page("watch")
    photos.settle(window)
    if isinstance(window.page, WatchPage):
        window.context.watcher.settle = 0.1
        window.page.start(folder)
        photos.settle(window)
        refused = f"Some of the people on the list of flight {demonstration.FLIGHT} were affected."
        (folder / "outbox" / "letter to the liaison.txt").write_text(refused, "utf-8")
        while window.page.model.rowCount() == 0:
            wait(50)
        window.page.view.choose_first()
        photos.settle(window)
        photos.take(window, "watch")
        window.page.stop()
        photos.settle(window)


def sent(photos: Photographer) -> None:
    """A list that left, the next one that would tell beside it, and rows of the first that turned up somewhere."""
    session = demonstration.session_of(photos.demo, "supervisor")
    _uphold_all(session)
    recipient = recipients.add_recipient(session, "Liaison office").id
    flight_id = flights.find_flight(session, demonstration.FLIGHT).id
    session.close()
    first = _asked(photos, flight_id, recipient)
    session = demonstration.session_of(photos.demo, "supervisor")
    releasing.approve(session, first.id)
    path = writing.write(session, first.id, photos.demo.vault.parent).path
    clear = next(one for one in flights.passengers(session, flight_id) if one.status is PassengerStatus.CLEAR)
    reviewing.add_statement(session, flight_id, clear.passenger.row, "Told the escort that they fear return.")
    _uphold_all(session)
    said = "They asked why the list is late. A clerk said that some of them could not travel."
    contacts.add_contact(session, flight_id, recipient, Channel.CALL, said, told=(Told(1, "some"),))
    session.close()
    _asked(photos, flight_id, recipient)
    window = photos.sign_in("officer")
    photos.page(window, "contacts", "contacts", flight_id=flight_id)
    window.context.open_page("trace")
    photos.settle(window)
    if isinstance(window.page, TracePage):
        window.page.text.setPlainText("\n".join(path.read_text("utf-8").splitlines()[2:5]))
        window.page.trace_text()
        photos.settle(window)
    photos.take(window, "trace")
    window.context.open_page("releases")
    photos.settle(window)
    if isinstance(window.page, ReleasesPage):
        window.page.tabs.setCurrentWidget(window.page.beside)
    photos.take(window, "releases")
    window.close()


def _asked(photos: Photographer, flight_id: str, recipient: str) -> Release:
    session = demonstration.session_of(photos.demo, "planner")
    release = releasing.request(session, flight_id, recipient, "csv")
    session.close()
    return release


def _uphold_all(session: Session) -> None:
    for row in reviewing.holds(session, open_only=True):
        detail = reviewing.hold(session, row.hold.id)
        fitting = (one for one in detail.reasons.values() if Verdict.UPHOLD in one.verdicts)
        reason = next(one for one in fitting if detail.row.category in one.categories)
        reviewing.decide(session, row.hold.id, Verdict.UPHOLD, reason.code, "Stays here.")


def others(photos: Photographer) -> None:
    """The pages of the other roles."""
    shown: dict[str, tuple[str, ...]] = {
        "supervisor": ("review",),
        "officer": ("registry", "incidents", "audit"),
        "admin": ("people",),
    }
    for name, pages in shown.items():
        window = photos.sign_in(name)
        for page in pages:
            photos.page(window, page, page)
        window.close()


def main(arguments: list[str]) -> int:
    """Take every picture; returns the exit code."""
    folder = Path(arguments[0] if arguments else "docs/images")
    folder.mkdir(parents=True, exist_ok=True)
    application: QApplication = make_application()
    stories: tuple[Callable[[Photographer], None], ...] = (unlock_and_first_run, planner, others, sent)
    with tempfile.TemporaryDirectory() as name:
        os.environ["MANIFEST_APP_STATE"] = str(Path(name) / "state")
        photos = Photographer(folder, demonstration.make(Path(name) / "demo"))
        for story in stories:
            story(photos)
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
