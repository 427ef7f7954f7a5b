"""The whole story on the real windows: a list comes in, two people are held and decided, the rest leaves the office."""

import csv
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from manifest_app.desktop.dialogs.flight import NewFlightDialog, StatementDialog
from manifest_app.desktop.dialogs.password import PasswordDialog
from manifest_app.desktop.dialogs.release import RecipientDialog
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.flight import FlightPage
from manifest_app.desktop.pages.flights import FlightsPage
from manifest_app.desktop.pages.import_preview import ImportPage
from manifest_app.desktop.pages.release_wizard import APPROVAL, CHECKS, CONTENT, ReleasePage
from manifest_app.desktop.pages.releases import ReleasesPage
from manifest_app.desktop.pages.review import ReviewPage
from manifest_app.model.flight import FlightStage
from manifest_app.model.hold import HoldState, Verdict
from manifest_app.model.release import ReleaseState
from manifest_app.workflow.demonstration import DemoFacts
from manifest_app.workflow.flights import PassengerStatus
from tests.desktop.conftest import Office
from tests.desktop.test_flights import dialog, page

CLEAN = (
    ("", "Ferreira", "Lucia", "02/11/1985", "F", "BRA", "BR1000001"),
    ("", "Okoro", "Samuel", "07/23/1990", "M", "NGA", "NG1000002"),
    ("", "Haddad", "Rami", "12/14/1979", "M", "LBN", "LB1000003"),
)
HEADINGS = ("A-Number", "Last Name", "First Name", "Date of Birth", "Sex", "Nationality", "Passport No")
Password = Callable[[DemoFacts, str], str]


def the_list(demo: DemoFacts, folder: Path) -> Path:
    """Three people nobody looks for, and two of the exposure list."""
    exposed = demo.vault.parent / "files" / "exposure-list.csv"
    with exposed.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.reader(file))[1:3]
    path = folder / "RX-300.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [HEADINGS, *CLEAN, *([*row[:6], f"P{number}7654321"] for number, row in enumerate(found))]
        )
    return path


def planner_brings_the_list_in(office: Office, folder: Path) -> None:
    window = office.sign_in("planner")
    page(window, FlightsPage).new_flight()
    asked = dialog(window, NewFlightDialog)
    asked.number.setText("RX-300")
    asked.accept()
    office.settle(window)
    window.context.open_page("flights")
    office.settle(window)
    flights = page(window, FlightsPage)
    assert flights.table.choose_first(lambda flight: flight.number == "RX-300")
    flights.import_file(the_list(office.demo, folder))
    office.settle(window)
    assert page(window, ImportPage).repair.model.items() == ()
    window.context.actions.action("import.import").trigger()
    office.settle(window)
    window.context.actions.action("flight.screen").trigger()
    office.settle(window)
    flight = page(window, FlightPage)
    assert [row.status for row in flight.passengers.items()] == [PassengerStatus.CLEAR] * 3 + [PassengerStatus.HELD] * 2


def a_lock_in_the_middle_of_a_dialog(office: Office) -> None:
    """The window of the planner is open; nothing of what was begun is kept, and nobody can see it."""
    window = office.windows[-1]
    flight = page(window, FlightPage)
    flight.table.choose_first()
    flight.add_statement()
    asked = dialog(window, StatementDialog)
    asked.said.setPlainText("half a sentence")
    window.context.actions.action("app.lock").trigger()
    assert office.locks == ["planner", "left"]
    assert not any(widget.isVisible() for widget in QApplication.topLevelWidgets())
    office.sign_out(window)


def supervisor_and_officer_decide(office: Office, password: Password) -> None:
    window = office.sign_in("supervisor")
    window.context.open_page("review")
    office.settle(window)
    review = page(window, ReviewPage)
    first, second = (row.hold.id for row in review.model.items() if row.flight.number == "RX-300")
    decide(office, window, first, Verdict.UPHOLD, "")
    decide(office, window, second, Verdict.NOT_THE_SAME, password(office.demo, "officer"))
    review.decided_too.setChecked(True)
    office.settle(window)
    states = {row.hold.id: row.hold.state for row in review.model.items() if row.flight.number == "RX-300"}
    assert states == {first: HoldState.UPHELD, second: HoldState.NOT_THE_SAME}
    office.sign_out(window)


def decide(office: Office, window: MainWindow, hold_id: str, verdict: Verdict, second_password: str) -> None:
    review = page(window, ReviewPage)
    assert review.queue.choose(hold_id)
    decision = review.panel.decision
    office.qtbot.waitUntil(lambda: decision.isEnabled() and not window.context.jobs.busy, timeout=20_000)
    decision.choose(verdict)
    decision.reason.setCurrentIndex(1)
    decision.note.setPlainText("Looked at the record and the document.")
    if second_password:
        decision.second.person.setCurrentIndex(decision.second.person.findData("officer"))
        decision.second.password.setText(second_password)
    decision.record_button.click()
    office.settle(window)
    assert decision.banner.message is None


def planner_asks_for_the_release(office: Office) -> None:
    window = office.sign_in("planner")
    flights = page(window, FlightsPage)
    assert flights.table.choose_first(lambda flight: flight.number == "RX-300")
    flights.open_flight()
    office.settle(window)
    flight = page(window, FlightPage)
    assert flight.view is not None
    assert flight.view.summary.stage is FlightStage.REVIEWED
    window.context.actions.action("flight.release").trigger()
    office.settle(window)
    wizard = page(window, ReleasePage)
    wizard.add_recipient()
    asked = dialog(window, RecipientDialog)
    asked.name.setText("Liaison office")
    asked.accept()
    office.settle(window)
    for step in (CONTENT, CHECKS, APPROVAL):
        wizard.next()
        office.settle(window)
        assert wizard.steps.currentIndex() == step
    window.context.actions.action("release.request").trigger()
    office.settle(window)
    assert "waits for approval" in wizard.approval.text()
    office.sign_out(window)


def another_person_approves(office: Office, password: Password) -> None:
    window = office.sign_in("supervisor2")
    window.context.open_page("releases")
    office.settle(window)
    window.context.actions.action("releases.approve").trigger()
    asked = dialog(window, PasswordDialog)
    asked.password.setText(password(office.demo, "supervisor2"))
    asked.accept()
    office.settle(window)
    assert [row.release.state for row in page(window, ReleasesPage).model.items()] == [ReleaseState.APPROVED]
    office.sign_out(window)


def the_file_is_written(office: Office, password: Password, folder: Path) -> Path:
    window = office.sign_in("planner")
    window.context.open_page("releases")
    office.settle(window)
    releases = page(window, ReleasesPage)
    release = releases.model.item(0).release
    releases.writer.write_into(release, folder)
    for asked in window.findChildren(PasswordDialog):
        if asked.isVisible():
            asked.password.setText(password(office.demo, "planner"))
            asked.accept()
    office.settle(window)
    written = folder / release.file_name
    assert written.exists()
    assert window.banner.message is not None
    releases.identify(written)
    office.settle(window)
    assert releases.banner.message is not None
    assert "RX-300" in releases.banner.message.text
    office.sign_out(window)
    return written


def test_the_whole_story(office: Office, tmp_path: Path, password: Password, qtbot: QtBot) -> None:
    target = tmp_path / "out"
    target.mkdir()
    planner_brings_the_list_in(office, tmp_path)
    a_lock_in_the_middle_of_a_dialog(office)
    supervisor_and_officer_decide(office, password)
    planner_asks_for_the_release(office)
    another_person_approves(office, password)
    written = the_file_is_written(office, password, target)
    sheet = load_workbook(written).active
    assert sheet is not None
    names = [str(row[1]) for row in sheet.iter_rows(min_row=2, values_only=True) if row[0] is not None]
    assert len(names) == 4
    assert {"FERREIRA", "HADDAD", "OKORO"} <= {name.upper() for name in names}
