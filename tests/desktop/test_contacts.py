"""The contact log of a flight, through the windows, on a real vault."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from manifest_app.desktop.dialogs.call_sheet import CallSheetDialog
from manifest_app.desktop.dialogs.contact import ContactDialog
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.contacts import ContactsPage
from manifest_app.desktop.pages.flight import FlightPage
from manifest_app.desktop.pages.release_wizard import ReleasePage
from manifest_app.model.contact import Channel, Told
from manifest_app.workflow import contacts, demonstration, recipients, releasing, writing
from manifest_app.workflow.wording import PERMITTED_LINE
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import allowed, dialog, go, only_flight, said, uphold_all

NAME = "مكتب الاتصال"
REMARK = "They asked why the list is late; we said the sentence, and nothing else, though they asked three times more."


@pytest.fixture
def told_office(office: Office) -> Office:
    """The office with a recipient whose name runs from right to left, and nothing recorded."""
    session = demonstration.session_of(office.demo, "supervisor")
    recipients.add_recipient(session, NAME, "liaison")
    session.close()
    return office


@pytest.fixture
def sent(told_office: Office, tmp_path: Path) -> Office:
    """The same, with a list that the recipient got."""
    demo = told_office.demo
    supervisor = demonstration.session_of(demo, "supervisor")
    uphold_all(supervisor)
    supervisor.close()
    planner = demonstration.session_of(demo, "planner")
    (recipient,) = recipients.recipients(planner)
    release = releasing.request(planner, only_flight(planner), recipient.id, "csv")
    planner.close()
    supervisor = demonstration.session_of(demo, "supervisor")
    releasing.approve(supervisor, release.id)
    writing.write(supervisor, release.id, tmp_path)
    supervisor.close()
    return told_office


def opened(office: Office, name: str = "planner") -> tuple[MainWindow, ContactsPage]:
    window = office.sign_in(name)
    return window, go(office, window, "contacts", ContactsPage, flight_id=only_flight(window.context.session))


def banner(page: ContactsPage) -> str:
    message = page.concluded.message
    return f"{message.text} {message.todo}" if message else ""


def cells(page: ContactsPage) -> list[tuple[str, ...]]:
    model = page.model
    return [tuple(model.text(row, column) for column in range(1, 6)) for row in range(model.rowCount())]


def record(office: Office, window: MainWindow, page: ContactsPage, told: str = "") -> None:
    page.add_contact()
    asked = dialog(window, ContactDialog)
    QTest.keyClicks(asked.said, REMARK)
    if told:
        asked.told[1].setEditText(told)
    asked.accept()
    office.settle(window)


def test_the_log_opens_from_the_flight_and_from_its_release(told_office: Office) -> None:
    window = told_office.sign_in("planner")
    flight_id = only_flight(window.context.session)
    for name, kind, action in (("flight", FlightPage, "flight.contacts"), ("release", ReleasePage, "release.contacts")):
        go(told_office, window, name, kind, flight_id=flight_id)
        window.context.actions.action(action).trigger()
        told_office.settle(window)
        page = window.page
        assert isinstance(page, ContactsPage)
        assert "RX-114" in page.title.text()
        page.back()
        told_office.settle(window)
        assert isinstance(window.page, FlightPage)
    assert faults(window) == []


def test_the_sentence_is_at_hand_and_copied_as_it_is(told_office: Office) -> None:
    window, page = opened(told_office)
    assert PERMITTED_LINE in page.sentence.sentence.text()
    assert PERMITTED_LINE in page.sentence.accessibleName()
    QTest.mouseClick(page.sentence.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == PERMITTED_LINE
    assert faults(window) == []


def test_without_a_recipient_the_page_says_what_to_do_first(office: Office) -> None:
    window, page = opened(office)
    assert "Add a recipient" in banner(page)
    assert not allowed(window, "contacts.add")


def test_a_planner_records_a_call_and_reads_no_word_of_it_again(told_office: Office) -> None:
    window, page = opened(told_office)
    assert "No call and no mail" in banner(page)
    record(told_office, window, page)
    assert said(window).startswith("The contact is recorded.")
    assert cells(page) == [(f"\u2068{NAME}\u2069", "Call", "\u2068planner\u2069", "Sealed", "Sealed")]
    assert "sealed" in banner(page)
    page.table.selectAll()
    assert REMARK not in page.table.copy()
    told_office.sign_out(window)
    supervisor, theirs = opened(told_office, "supervisor")
    assert cells(theirs)[0][3:] == ("Nothing", REMARK)
    theirs.table.setFixedWidth(700)
    assert theirs.table.rowHeight(0) > 2 * theirs.table.fontMetrics().lineSpacing()
    theirs.table.selectAll()
    assert REMARK not in theirs.table.copy()
    assert "Nobody was told anything" in banner(theirs)
    assert faults(supervisor) == []


def test_nothing_is_recorded_before_it_is_said_what_was_said(told_office: Office) -> None:
    window, page = opened(told_office)
    page.add_contact()
    asked = dialog(window, ContactDialog)
    assert asked.findChildren(QCheckBox)
    asked.accept()
    assert asked.banner.message is not None
    assert "what was said" in asked.banner.message.text
    asked.said.setPlainText(REMARK)
    asked.now.setChecked(False)
    asked.when.setDateTime(QDateTime.currentDateTime().addDays(1))
    asked.accept()
    told_office.settle(window)
    assert "future" in asked.banner.message.text
    asked.when.setDateTime(QDateTime.currentDateTime().addDays(-1))
    asked.channel.setCurrentIndex(asked.channel.findData("mail"))
    asked.accept()
    told_office.settle(window)
    (row,) = contacts.contacts(window.context.session)
    assert row.contact.channel is Channel.MAIL
    assert 23 < (window.context.session.clock() - row.contact.at).total_seconds() / 3600 < 26


@pytest.mark.parametrize(("typed", "kept"), [("some", "some"), ("0", "0"), ("all", "all")])
def test_what_was_told_of_a_list_warns_and_is_weighed(sent: Office, typed: str, kept: str) -> None:
    window, page = opened(sent)
    record(sent, window, page, typed)
    assert "Call a privacy officer now" in said(window)
    assert cells(page)[0][3] == "Sealed"
    sent.sign_out(window)
    officer, theirs = opened(sent, "officer")
    assert cells(theirs)[0][3] == f"list 1: {kept}"
    (row,) = contacts.contacts(officer.context.session)
    assert row.content is not None
    assert row.content.told == (Told(1, kept),)
    assert ("No other list" in banner(theirs)) is (typed != "some")
    assert ("can be certain of nobody" in banner(theirs)) is (typed == "some")


def test_a_count_that_is_none_is_said_in_the_dialog(sent: Office) -> None:
    window, page = opened(sent)
    page.add_contact()
    asked = dialog(window, ContactDialog)
    asked.said.setPlainText(REMARK)
    asked.told[1].setEditText("several")
    asked.accept()
    assert asked.banner.message is not None
    assert "number" in asked.banner.message.text
    asked.told[1].setEditText("9999")
    asked.accept()
    sent.settle(window)
    assert "no count" in asked.banner.message.text
    assert contacts.contacts(window.context.session) == ()


def test_the_sheet_is_saved_and_printed_as_the_command_writes_it(told_office: Office, tmp_path: Path) -> None:
    window, page = opened(told_office)
    page.show_sheet()
    told_office.settle(window)
    asked = dialog(window, CallSheetDialog)
    sheet = contacts.call_sheet(window.context.session, only_flight(window.context.session))
    assert asked.text.toPlainText() == sheet
    asked.save(tmp_path / "sheet.txt")
    told_office.settle(window)
    assert (tmp_path / "sheet.txt").read_text("utf-8") == sheet
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    asked.print_on(printer)
    assert (tmp_path / "sheet.pdf").read_bytes().count(b"/Type /Page\n") == 1
    asked.save(tmp_path / "nowhere" / "sheet.txt")
    told_office.settle(window)
    assert asked.banner.message is not None
    assert asked.banner.message.kind == "error"
