"""The way of a list out of the office, on a real vault."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from manifest_app.desktop.dialogs.password import PasswordDialog
from manifest_app.desktop.dialogs.recipient import AgreeDialog, UnshareDialog
from manifest_app.desktop.dialogs.release import RecipientDialog, RefusalDialog
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.release_wizard import APPROVAL, CHECKS, CONTENT, RECIPIENT, ReleasePage
from manifest_app.desktop.pages.releases import ReleasesPage
from manifest_app.model.release import MessageParties, ReleaseState
from manifest_app.release.profile import profiles
from manifest_app.workflow import demonstration, recipients, releasing
from manifest_app.workflow.demonstration import DemoFacts
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import allowed, dialog, go, only_flight, said, uphold_all

Password = Callable[[DemoFacts, str], str]


@pytest.fixture
def reviewed(office: Office) -> Office:
    """The office once every hold is upheld, with one recipient."""
    session = demonstration.session_of(office.demo, "supervisor")
    uphold_all(session)
    recipients.add_recipient(session, "Liaison office", "liaison")
    session.close()
    return office


def wizard(office: Office, name: str = "planner") -> tuple[MainWindow, ReleasePage]:
    window = office.sign_in(name)
    return window, go(office, window, "release", ReleasePage, flight_id=only_flight(window.context.session))


def step(office: Office, window: MainWindow, page: ReleasePage) -> int:
    page.next()
    office.settle(window)
    return page.steps.currentIndex()


def request(office: Office) -> None:
    """The planner asks for the release by the wizard, and leaves."""
    window, page = wizard(office)
    assert [step(office, window, page) for _ in range(3)] == [CONTENT, CHECKS, APPROVAL]
    page.request()
    office.settle(window)
    assert "waits for approval" in page.approval.text()
    office.sign_out(window)


def approve(office: Office, secret: str) -> None:
    """The supervisor approves it on the Releases page, and leaves."""
    window = office.sign_in("supervisor")
    page = go(office, window, "releases", ReleasesPage)
    page.approve()
    asked = dialog(window, PasswordDialog)
    asked.password.setText(secret)
    asked.accept()
    office.settle(window)
    assert "Approved" in said(window)
    office.sign_out(window)


def test_a_recipient_is_added_in_place_and_chosen(office: Office) -> None:
    window, page = wizard(office)
    assert page.steps.currentIndex() == RECIPIENT
    assert not allowed(window, "release.next")
    page.add_recipient()
    asked = dialog(window, RecipientDialog)
    asked.accept()
    assert asked.banner.message is not None
    asked.name.setText("Carrier desk")
    asked.profile.setCurrentIndex(asked.profile.findData("carrier"))
    asked.accept()
    office.settle(window)
    assert "Carrier desk" in page.recipient.currentText()
    assert page.profile.currentData() == "carrier"
    assert tuple(page.format.itemData(row) for row in range(page.format.count())) == profiles()["carrier"].formats
    assert allowed(window, "release.next")


def test_what_messages_to_a_carrier_say_is_kept_in_place(office: Office) -> None:
    window = office.sign_in("planner")
    session = window.context.session
    carrier = recipients.add_recipient(session, "Carrier desk", "carrier")
    recipients.add_recipient(session, "Liaison office")
    page = go(office, window, "release", ReleasePage, flight_id=only_flight(session))
    page.recipient.setCurrentIndex(page.recipient.findText("Liaison office", Qt.MatchFlag.MatchContains))
    assert not allowed(window, "release.agree")
    assert not allowed(window, "release.unshare")
    page.recipient.setCurrentIndex(page.recipient.findText("Carrier desk", Qt.MatchFlag.MatchContains))
    page.agree()
    asked = dialog(window, AgreeDialog)
    asked.accept()
    assert asked.banner.message is not None
    asked.office.setText("XYDESK")
    asked.receiver.setText("Carrier*")
    asked.contact.setText("GENERAL OFFICE")
    asked.directory.setCurrentText("15B")
    asked.accept()
    office.settle(window)
    assert "names its parties" in asked.banner.message.text
    asked.receiver.setText("CARRIERB")
    asked.accept()
    office.settle(window)
    kept = recipients.find_recipient(session, carrier.id).parties
    assert kept == MessageParties("XYDESK", "CARRIERB", "GENERAL OFFICE", "15B", "UNOA")
    page.agree()
    assert dialog(window, AgreeDialog).receiver.text() == "CARRIERB"


def test_an_officer_takes_back_in_place_that_two_recipients_share(office: Office) -> None:
    window = office.sign_in("officer")
    session = window.context.session
    one, other = (recipients.add_recipient(session, name) for name in ("Liaison A", "Liaison B"))
    recipients.add_recipient(session, "Liaison C")
    recipients.share(session, one.id, other.id)
    page = go(office, window, "release", ReleasePage, flight_id=only_flight(session))
    page.recipient.setCurrentIndex(page.recipient.findText("Liaison A", Qt.MatchFlag.MatchContains))
    assert allowed(window, "release.unshare")
    page.unshare()
    asked = dialog(window, UnshareDialog)
    assert [asked.other.itemData(row) for row in range(asked.other.count())] == [other.id]
    asked.accept()
    assert asked.banner.message is not None
    asked.reason.setText("marked by mistake")
    asked.accept()
    office.settle(window)
    found = recipients.find_recipient(session, one.id)
    assert found.shares_with == ()
    assert [mark.reason for mark in found.unshared] == ["marked by mistake"]
    assert not allowed(window, "release.unshare")


def test_while_holds_are_open_the_check_says_so_and_nothing_can_be_asked_for(office: Office) -> None:
    window = office.sign_in("planner")
    recipients.add_recipient(window.context.session, "Liaison office")
    page = go(office, window, "release", ReleasePage, flight_id=only_flight(window.context.session))
    assert step(office, window, page) == CONTENT
    assert step(office, window, page) == CHECKS
    failed = [check for check in page.checks.model.items() if not check.ok]
    assert failed
    assert failed[0].reason
    assert "cannot leave" in page.checks.verdict.text()
    assert step(office, window, page) == APPROVAL
    assert not allowed(window, "release.request")


def test_what_is_shown_is_the_exact_table_and_file_name(reviewed: Office) -> None:
    window, page = wizard(reviewed)
    step(reviewed, window, page)
    recipient = recipients.recipients(window.context.session)[0]
    preview = releasing.preview(window.context.session, only_flight(window.context.session), recipient.id)
    model = page.table.view.items
    assert tuple(column.title for column in model.columns) == preview.headings
    shown = tuple(
        tuple(model.text(row, column) for column in range(model.columnCount())) for row in range(model.rowCount())
    )
    assert shown == preview.rows
    assert preview.file_name in page.table.file_name.text()
    assert faults(page) == []


def test_request_approval_by_another_person_and_file(reviewed: Office, tmp_path: Path, password: Password) -> None:
    request(reviewed)
    approve(reviewed, password(reviewed.demo, "supervisor"))
    window, page = wizard(reviewed)
    assert page.steps.currentIndex() == APPROVAL
    assert allowed(window, "release.write")
    release = page._release
    assert release is not None
    page.writer.write_into(release, tmp_path)
    asked = dialog(window, PasswordDialog)
    asked.password.setText("not the planner's password")
    asked.accept()
    reviewed.settle(window)
    assert not list(tmp_path.glob("MANIFEST*"))
    asked.password.setText(password(reviewed.demo, "planner"))
    asked.accept()
    reviewed.settle(window)
    written = tmp_path / release.file_name
    assert written.exists()
    assert page.banner.message is not None
    told = page.banner.message.text
    row = releasing.verify_file(window.context.session, written)
    assert row is not None
    assert row.release.sha256 in told
    assert len(told.rpartition(", ")[2].split()) == 8
    assert not allowed(window, "release.write")


def test_who_asked_cannot_approve_and_is_told_who_can(reviewed: Office) -> None:
    window, page = wizard(reviewed, "supervisor")
    assert [step(reviewed, window, page) for _ in range(3)] == [CONTENT, CHECKS, APPROVAL]
    page.request()
    reviewed.settle(window)
    releases = go(reviewed, window, "releases", ReleasesPage)
    assert not allowed(window, "releases.approve")
    assert releases.banner.message is not None
    assert "another person" in releases.banner.message.text


def test_a_planner_never_approves(reviewed: Office) -> None:
    request(reviewed)
    window = reviewed.sign_in("planner")
    go(reviewed, window, "releases", ReleasesPage)
    assert not allowed(window, "releases.approve")
    assert not window.context.actions.action("releases.approve").isVisible()


def test_an_approver_sees_every_row_and_check_first(reviewed: Office) -> None:
    request(reviewed)
    window = reviewed.sign_in("officer")
    page = go(reviewed, window, "releases", ReleasesPage)
    row = page.view.current()
    assert row is not None
    assert page.table.view.items.rowCount() == row.release.passengers
    assert all(check.ok for check in page.checks.model.items())
    assert allowed(window, "releases.approve")
    assert not allowed(window, "releases.write")
    assert faults(page) == []


def test_a_wrong_password_approves_nothing(reviewed: Office) -> None:
    request(reviewed)
    window = reviewed.sign_in("supervisor")
    page = go(reviewed, window, "releases", ReleasesPage)
    page.approve()
    asked = dialog(window, PasswordDialog)
    asked.accept()
    assert asked.banner.message is not None
    asked.password.setText("something else entirely")
    asked.accept()
    reviewed.settle(window)
    assert asked.isVisible()
    assert releasing.releases(window.context.session)[0].release.state is ReleaseState.REQUESTED


def test_a_release_is_refused_with_a_reason(reviewed: Office) -> None:
    request(reviewed)
    window = reviewed.sign_in("supervisor")
    page = go(reviewed, window, "releases", ReleasesPage)
    page.refuse()
    asked = dialog(window, RefusalDialog)
    asked.accept()
    assert asked.banner.message is not None
    asked.reason.setText("The flight has changed")
    asked.accept()
    reviewed.settle(window)
    row = page.view.current()
    assert row is not None
    assert row.release.state is ReleaseState.REFUSED
    assert not allowed(window, "releases.refuse")
    assert not allowed(window, "releases.write")


def test_a_file_is_recognised_byte_for_byte_or_not_at_all(reviewed: Office, tmp_path: Path, password: Password) -> None:
    request(reviewed)
    approve(reviewed, password(reviewed.demo, "supervisor"))
    window = reviewed.sign_in("planner")
    page = go(reviewed, window, "releases", ReleasesPage)
    row = page.view.current()
    assert row is not None
    page.writer.write_into(row.release, tmp_path)
    asked = dialog(window, PasswordDialog)
    asked.password.setText(password(reviewed.demo, "planner"))
    asked.accept()
    reviewed.settle(window)
    written = tmp_path / row.release.file_name
    page.identify(written)
    reviewed.settle(window)
    assert page.banner.message is not None
    assert "byte for byte" in page.banner.message.text
    changed = tmp_path / "changed.xlsx"
    changed.write_bytes(written.read_bytes() + b"\0")
    page.identify(changed)
    reviewed.settle(window)
    assert "is no release" in page.banner.message.text


def test_without_any_release_the_page_says_where_to_ask(empty_office: Office) -> None:
    window = empty_office.sign_in("planner")
    page = go(empty_office, window, "releases", ReleasesPage)
    assert page._stack.currentWidget() is page._empty
    assert "Release" in page._empty.text()
