"""Where a list came from, on a real vault, through the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.releases import ReleasesPage
from manifest_app.desktop.pages.trace import TracePage
from manifest_app.model.release import Recipient, Release, ReleaseState, Signature
from manifest_app.release.tracing import Trace
from manifest_app.workflow import demonstration, recipients, releasing, tracing, writing
from manifest_app.workflow.releasing import ReleaseRow
from manifest_app.workflow.tracing import TraceRow
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import allowed, go, only_flight, uphold_all
from tests.desktop.invented import FLIGHT, NOON, context

SIGNED = Signature("Pia", b"")
RELEASE = Release(
    "r1", "f1", "x", "liaison", "csv", 1, ReleaseState.WRITTEN, "", "Pia", NOON, SIGNED, None, "list.csv", "", 5
)


@pytest.fixture
def sent(office: Office, tmp_path: Path) -> tuple[Office, Path]:
    """The office with one list that left, and that list."""
    supervisor = demonstration.session_of(office.demo, "supervisor")
    uphold_all(supervisor)
    recipient = recipients.add_recipient(supervisor, "مكتب الاتصال", "liaison")
    supervisor.close()
    planner = demonstration.session_of(office.demo, "planner")
    release = releasing.request(planner, only_flight(planner), recipient.id, "csv")
    planner.close()
    supervisor = demonstration.session_of(office.demo, "supervisor")
    releasing.approve(supervisor, release.id)
    written = writing.write(supervisor, release.id, tmp_path)
    supervisor.close()
    return office, written.path


def opened(office: Office, name: str) -> tuple[MainWindow, TracePage]:
    window = office.sign_in(name)
    return window, go(office, window, "trace", TracePage)


def said(page: TracePage) -> str:
    assert page.answer.message is not None
    return page.answer.message.text


def drop(page: TracePage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, key))


def test_the_very_file_is_known_whatever_it_is_called(sent: tuple[Office, Path], tmp_path: Path) -> None:
    office, path = sent
    found = tmp_path / "from the internet.csv"
    found.write_bytes(path.read_bytes())
    window, page = opened(office, "planner")
    drop(page, found)
    office.settle(window)
    assert "byte for byte" in said(page)
    assert page.model.text(0, 0) == "The very file"
    assert "مكتب الاتصال" in page.model.text(0, 4)
    assert faults(window) == []
    assert allowed(window, "trace.open")
    page.view.opened.emit()
    office.settle(window)
    assert isinstance(window.page, ReleasesPage)


def test_an_auditor_traces_and_opens_no_release(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    made = context("Uma")
    page = TracePage(made)
    qtbot.addWidget(page)
    row = ReleaseRow(RELEASE, FLIGHT, Recipient("x", "Liaison", "liaison"), "Sam")
    found = (TraceRow(row, Trace(3, 2, 9)), TraceRow(row, Trace(5, 5, 5), same_file=True))
    monkeypatch.setattr(tracing, "trace_text", lambda _session, _text: found)
    page.text.setPlainText("anything")
    page.trace_text()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert not made.actions.action("trace.open").isEnabled()
    page.open_release()
    page.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert page.model.text(0, 0) == "The very file"
    assert "2" in str(page.model.data(page.model.index(1, 1), Qt.ItemDataRole.ToolTipRole))
    assert made.jobs.close()


def test_a_few_rows_pasted_lead_to_their_list_by_the_keys_alone(sent: tuple[Office, Path]) -> None:
    office, path = sent
    window, page = opened(office, "supervisor")
    assert not allowed(window, "trace.text")
    page.text.setPlainText("\n".join(path.read_text("utf-8").splitlines()[3:6]))
    QTest.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.settle(window)
    assert "The likeliest stands first" in said(page)
    assert page.model.rowCount() == 1
    assert page.model.text(0, 0) == "By its people"
    assert page.model.text(0, 1).startswith("3 of ")


def test_what_no_list_explains_is_said(sent: tuple[Office, Path]) -> None:
    office, _ = sent
    window, page = opened(office, "planner")
    page.text.setPlainText("NOBODY, Known 1950-01-01")
    page.trace_text()
    office.settle(window)
    assert "no list that left this office" in said(page)
    assert page.model.rowCount() == 0


def test_a_file_that_is_gone_or_two_at_once_are_no_bug(sent: tuple[Office, Path], tmp_path: Path) -> None:
    office, path = sent
    window, page = opened(office, "planner")
    drop(page, tmp_path / "gone.csv")
    office.settle(window)
    assert page.banner.message is not None
    assert "gone.csv" in page.banner.message.text
    drop(page, path, path)
    assert page.banner.message.text == "One file at a time."


def test_an_answer_goes_when_another_list_leaves(sent: tuple[Office, Path]) -> None:
    office, path = sent
    window, page = opened(office, "planner")
    page.trace_file(path)
    office.settle(window)
    window.context.changed.emit("releases")
    assert said(page) == "Where did this list come from?"
    assert page.model.rowCount() == 0
