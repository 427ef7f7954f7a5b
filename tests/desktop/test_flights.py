from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.modeltest import ModelTester

from manifest_app.desktop.dialogs.flight import (
    CancelFlightDialog,
    NewFlightDialog,
    RowDialog,
    SetAsideDialog,
    StatementDialog,
)
from manifest_app.desktop.dialogs.form import FormDialog
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.pages.flight import FlightPage
from manifest_app.desktop.pages.flights import FlightsPage
from manifest_app.desktop.pages.import_preview import ImportPage
from manifest_app.workflow.flights import PassengerStatus
from tests.desktop.conftest import Office

W = TypeVar("W")
D = TypeVar("D", bound=FormDialog)

HEADINGS = "Family Name,Given Names,DOB,Sex,Nationality,A-Number,Passport No,Custody Remarks"
GOOD = (
    "Ferreira,Lucia,1985-02-11,F,BRA,200000001,BR1000001,",
    "Okoro,Samuel,1990-07-03,M,NGA,200000002,NG1000002,",
)
BAD = "Haddad,Rami,1979-13-45,M,LBN,200000003,LB1000003,"
TOTAL = "Total: 3,,,,,,,"


def page(window: MainWindow, kind: type[W]) -> W:
    shown = window.page
    assert isinstance(shown, kind)
    return shown


def dialog(window: MainWindow, kind: type[D]) -> D:
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def said(window: MainWindow) -> str:
    message = window.banner.message
    return f"{message.text} {message.todo}" if message else ""


def write_list(folder: Path, *rows: str, headings: str = HEADINGS) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join((headings, *rows)) + "\n", "utf-8")
    return path


def make_flight(office: Office, window: MainWindow, number: str = "RX-200") -> None:
    """By the dialog; leaves the window on the flights page with the flight chosen."""
    flights = page(window, FlightsPage)
    flights.new_flight()
    asked = dialog(window, NewFlightDialog)
    asked.number.setText(number)
    asked.accept()
    office.settle(window)
    assert page(window, FlightPage).title.text().startswith(number)
    window.context.open_page("flights")
    office.settle(window)


def import_list(office: Office, window: MainWindow, path: Path) -> None:
    page(window, FlightsPage).import_file(path)
    office.settle(window)
    page(window, ImportPage).store()
    office.settle(window)


@pytest.fixture
def planner(empty_office: Office) -> MainWindow:
    return empty_office.sign_in("planner")


def test_an_empty_vault_says_what_to_do_first(empty_office: Office, planner: MainWindow) -> None:
    flights = page(planner, FlightsPage)
    assert flights._stack.currentWidget() is flights._empty
    assert "New flight" in flights._empty.text()


def test_a_flight_is_made_imported_and_stands_in_the_list(
    empty_office: Office, planner: MainWindow, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    make_flight(empty_office, planner)
    import_list(empty_office, planner, write_list(tmp_path, *GOOD))
    flight = page(planner, FlightPage)
    assert [row.status for row in flight.passengers.items()] == [PassengerStatus.NOT_SCREENED] * 2
    assert "2 passenger" in said(planner)
    qtmodeltester.check(flight.passengers)
    planner.context.open_page("flights")
    empty_office.settle(planner)
    flights = page(planner, FlightsPage)
    assert [(one.number, one.passengers) for one in flights.model.items()] == [("RX-200", 2)]
    qtmodeltester.check(flights.model)


def test_a_flight_without_a_number_is_not_made(planner: MainWindow) -> None:
    page(planner, FlightsPage).new_flight()
    asked = dialog(planner, NewFlightDialog)
    asked.accept()
    assert asked.isVisible()
    assert asked.banner.message is not None


def test_the_same_flight_twice_is_refused_in_the_dialog(empty_office: Office, planner: MainWindow) -> None:
    make_flight(empty_office, planner)
    page(planner, FlightsPage).new_flight()
    asked = dialog(planner, NewFlightDialog)
    asked.number.setText("rx-200")
    asked.accept()
    empty_office.settle(planner)
    assert asked.isVisible()
    assert asked.banner.message is not None
    assert "RX-200" in asked.banner.message.text
    asked.reject()


def dropped(path: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keep.append(data)
    return QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )


keep: list[QMimeData] = []


def test_a_file_dropped_is_previewed(empty_office: Office, planner: MainWindow, tmp_path: Path) -> None:
    make_flight(empty_office, planner)
    page(planner, FlightsPage).dropEvent(dropped(write_list(tmp_path, *GOOD)))
    empty_office.settle(planner)
    preview = page(planner, ImportPage)
    assert len(preview.passengers.items()) == 2
    assert "list.csv" in preview.title.text()


def test_cells_copied_from_a_spreadsheet_can_be_pasted(empty_office: Office, planner: MainWindow) -> None:
    make_flight(empty_office, planner)
    text = "\n".join((HEADINGS, *GOOD)).replace(",", "\t")
    QGuiApplication.clipboard().setText(text)
    flights = page(planner, FlightsPage)
    flights.paste()
    empty_office.settle(planner)
    preview = page(planner, ImportPage)
    assert len(preview.passengers.items()) == 2
    pasted = preview._path
    assert pasted.exists()
    planner.context.leaving.emit()
    assert not pasted.exists()


def test_an_empty_clipboard_is_told(empty_office: Office, planner: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    page(planner, FlightsPage).paste()
    assert "Nothing was copied" in said(planner)


def test_what_is_no_spreadsheet_leads_back_with_its_sentence(
    empty_office: Office, planner: MainWindow, tmp_path: Path
) -> None:
    make_flight(empty_office, planner)
    path = tmp_path / "empty.xlsx"
    path.write_bytes(b"")
    page(planner, FlightsPage).import_file(path)
    empty_office.settle(planner)
    page(planner, FlightsPage)
    assert planner.banner.message is not None
    assert planner.banner.message.kind is Kind.ERROR
    assert "empty.xlsx" in said(planner)


def test_a_row_is_repaired_in_the_preview(empty_office: Office, planner: MainWindow, tmp_path: Path) -> None:
    make_flight(empty_office, planner)
    page(planner, FlightsPage).import_file(write_list(tmp_path, *GOOD, BAD))
    empty_office.settle(planner)
    preview = page(planner, ImportPage)
    assert [problem.row for problem in preview.repair.model.items()] == [4]
    assert preview.repair.edits["family_name"].text() == "Haddad"
    preview.repair.edits["birth_date"].setText("1979-12-04")
    preview.repair.use.click()
    empty_office.settle(planner)
    assert preview.repair.model.items() == ()
    preview.store()
    empty_office.settle(planner)
    assert len(page(planner, FlightPage).passengers.items()) == 3


def test_what_is_left_waits_on_the_flight_to_be_repaired_or_set_aside(
    empty_office: Office, planner: MainWindow, tmp_path: Path
) -> None:
    make_flight(empty_office, planner)
    import_list(empty_office, planner, write_list(tmp_path, *GOOD, BAD, TOTAL))
    flight = page(planner, FlightPage)
    assert [problem.state for problem in flight.problems.items()] == ["open", "open"]
    flight.problem_table.choose(4)
    flight.repair()
    asked = dialog(planner, RowDialog)
    assert asked.edits["family_name"].text() == "Haddad"
    asked.edits["birth_date"].setText("1979-12-04")
    asked.accept()
    empty_office.settle(planner)
    flight.problem_table.choose(5)
    flight.set_aside()
    aside = dialog(planner, SetAsideDialog)
    aside.accept()
    assert aside.isVisible()
    aside.reason.setText("a total")
    aside.accept()
    empty_office.settle(planner)
    assert [problem.state for problem in flight.problems.items()] == ["mended", "set aside"]
    assert len(flight.passengers.items()) == 3
    assert not planner.context.actions.action("flight.repair").isEnabled()


def test_a_column_is_corrected_and_what_is_sealed_is_shown(
    empty_office: Office, planner: MainWindow, tmp_path: Path
) -> None:
    make_flight(empty_office, planner)
    headings = HEADINGS.replace("Family Name", "Blob")
    page(planner, FlightsPage).import_file(write_list(tmp_path, *GOOD, headings=headings))
    empty_office.settle(planner)
    preview = page(planner, ImportPage)
    read_as = {row.column.heading: preview.mapping._read_as(row) for row in preview.mapping.model.items()}
    assert "Sealed" in read_as["Custody Remarks"]
    assert "Not understood" in read_as["Blob"]
    preview.mapping.table.choose(0)
    field = preview.mapping.field
    field.setCurrentIndex(field.findData("family_name"))
    field.activated.emit(field.currentIndex())
    empty_office.settle(planner)
    assert [one.identity.family_name for one in preview.passengers.items()] == ["Ferreira", "Okoro"]


def test_the_order_of_names_is_asked_for(empty_office: Office, planner: MainWindow, tmp_path: Path) -> None:
    make_flight(empty_office, planner)
    rows = ("Lucia Ferreira,1985-02-11,F,BRA", "Samuel Okoro,1990-07-03,M,NGA")
    page(planner, FlightsPage).import_file(write_list(tmp_path, *rows, headings="Name,DOB,Sex,Nationality"))
    empty_office.settle(planner)
    preview = page(planner, ImportPage)
    assert preview.question.isVisible()
    assert not planner.context.actions.action("import.import").isEnabled()
    preview.question.choose("given-first")
    preview.question.answer.click()
    empty_office.settle(planner)
    assert [one.identity.family_name for one in preview.passengers.items()] == ["Ferreira", "Okoro"]
    assert planner.context.actions.action("import.import").isEnabled()


def test_cancel_keeps_nothing(empty_office: Office, planner: MainWindow, tmp_path: Path) -> None:
    make_flight(empty_office, planner)
    page(planner, FlightsPage).import_file(write_list(tmp_path, *GOOD))
    empty_office.settle(planner)
    page(planner, ImportPage).leave()
    empty_office.settle(planner)
    assert [one.passengers for one in page(planner, FlightsPage).model.items()] == [0]


def test_a_cancelled_flight_takes_no_list(empty_office: Office, planner: MainWindow) -> None:
    make_flight(empty_office, planner)
    flights = page(planner, FlightsPage)
    flights.table.choose_first()
    flights.cancel_flight()
    asked = dialog(planner, CancelFlightDialog)
    asked.reason.setText("the aircraft is not coming")
    asked.accept()
    empty_office.settle(planner)
    assert flights.model.text(0, 4) == "Cancelled"
    flights.table.choose_first()
    assert not planner.context.actions.action("flights.import").isEnabled()


def test_the_search_line_finds_a_flight(empty_office: Office, planner: MainWindow) -> None:
    make_flight(empty_office, planner, "RX-200")
    make_flight(empty_office, planner, "AB-1")
    planner.header.search.setText("ab-1")
    planner.header.search.returnPressed.emit()
    empty_office.settle(planner)
    assert [one.number for one in page(planner, FlightsPage).model.items()] == ["AB-1"]
    planner.header.search.clear()
    planner.header.search.returnPressed.emit()
    empty_office.settle(planner)
    assert len(page(planner, FlightsPage).model.items()) == 2


# --- the flight of the demonstration


@pytest.fixture
def demo_flight(office: Office) -> Callable[[str], tuple[MainWindow, FlightPage]]:
    def open_flight(name: str) -> tuple[MainWindow, FlightPage]:
        window = office.sign_in(name)
        flights = page(window, FlightsPage)
        flights.table.choose_first()
        flights.open_flight()
        office.settle(window)
        return window, page(window, FlightPage)

    return open_flight


Opened = Callable[[str], tuple[MainWindow, FlightPage]]


def test_the_case_of_the_103_is_screened_and_51_are_held(office: Office, demo_flight: Opened) -> None:
    window, flight = demo_flight("planner")
    flight.screen_flight()
    office.settle(window)
    held = [row for row in flight.passengers.items() if row.status is PassengerStatus.HELD]
    assert 51 <= len(held) <= 53
    assert flight.warning.message is not None
    assert "on hold" in flight.warning.message.text
    assert flight.table.choose(held[0].passenger.id)
    assert flight.why.text()
    assert flight.silence.isVisible()
    assert flight.silence.text() == "Do not mention this outside this office."


def test_the_status_never_gets_into_a_copy(office: Office, demo_flight: Opened) -> None:
    window, flight = demo_flight("planner")
    flight.screen_flight()
    office.settle(window)
    flight.table.selectAll()
    copied = flight.table.copy()
    for word in ("hold", "Exposure", "claim", "Clear"):
        assert word.casefold() not in copied.casefold()


def test_a_statement_of_fear_holds_at_once(office: Office, demo_flight: Opened) -> None:
    window, flight = demo_flight("planner")
    flight.screen_flight()
    office.settle(window)
    clear = next(row for row in flight.passengers.items() if row.status is PassengerStatus.CLEAR)
    flight.table.choose(clear.passenger.id)
    flight.add_statement()
    asked = dialog(window, StatementDialog)
    asked.accept()
    assert asked.isVisible()
    asked.said.setPlainText("Told the nurse of the centre on Monday that going back is dangerous.")
    asked.accept()
    office.settle(window)
    now = next(row for row in flight.passengers.items() if row.passenger.id == clear.passenger.id)
    assert now.status is PassengerStatus.HELD


def test_a_correction_makes_the_screening_stale(office: Office, demo_flight: Opened) -> None:
    window, flight = demo_flight("planner")
    flight.screen_flight()
    office.settle(window)
    flight.table.choose_first(lambda row: row.status is PassengerStatus.CLEAR)
    flight.correct()
    asked = dialog(window, RowDialog)
    asked.accept()
    assert asked.isVisible()
    asked.edits["given_names"].setText("Someone Else")
    asked.accept()
    office.settle(window)
    assert flight.view is not None
    assert flight.view.summary.stale


def test_the_filter_shows_the_passengers_looked_for(demo_flight: Opened) -> None:
    _window, flight = demo_flight("planner")
    someone = flight.passengers.items()[7].passenger.identity
    flight.filter.setText(f"{someone.family_name} {someone.given_names}")
    assert someone in [row.passenger.identity for row in flight.passengers.items()]
    assert len(flight.passengers.items()) < 10
