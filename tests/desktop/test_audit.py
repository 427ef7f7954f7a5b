"""The audit log on a real vault."""

import json
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester

from manifest_app.desktop.dialogs.release import head_words
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.pages.audit import AuditPage
from manifest_app.vault import AuditReport
from manifest_app.workflow import auditing
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import go, said


@pytest.fixture
def window(office: Office) -> MainWindow:
    return office.sign_in("officer")


@pytest.fixture
def page(office: Office, window: MainWindow) -> AuditPage:
    return go(office, window, "audit", AuditPage)


def test_every_entry_is_listed_newest_first(window: MainWindow, page: AuditPage, qtmodeltester: ModelTester) -> None:
    numbers = [entry.seq for entry in page.model.items()]
    assert numbers == list(range(len(auditing.entries(window.context.session)), 0, -1))
    assert faults(page) == []
    qtmodeltester.check(page.model)


def test_the_filter_keeps_what_holds_every_word(page: AuditPage) -> None:
    page.filter.setText("planner import")
    assert [entry.action for entry in page.model.items()] == ["flight.import"]
    assert page.count.text().startswith("1 ")
    page.filter.clear()
    assert page.model.rowCount() > 1


def test_a_whole_log_verifies(office: Office, window: MainWindow, page: AuditPage) -> None:
    page.verify()
    office.settle(window)
    assert page.banner.message is not None
    assert page.banner.message.kind is Kind.DONE
    assert str(page.model.rowCount()) in page.banner.message.text


def test_a_broken_log_is_said_plainly_and_shows_where(
    office: Office, window: MainWindow, page: AuditPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = AuditReport(7, ok=False, first_bad=3, problem="Entry 3 was changed.")
    monkeypatch.setattr(auditing, "verify", lambda _session, **_progress: report)
    page.verify()
    office.settle(window)
    assert page.banner.message is not None
    assert page.banner.message.kind is Kind.ERROR
    assert page.banner.message.text == "Entry 3 was changed."
    row = page.view.current()
    assert row is not None
    assert row.seq == 3


def test_the_head_is_said_as_the_words_that_verifying_gives(window: MainWindow, page: AuditPage) -> None:
    words = " ".join(auditing.verify(window.context.session).head_words)
    assert words
    assert words in page.head.text()
    assert head_words(page.model.items()[0]) == words


def test_the_log_is_exported_into_a_new_file_only(
    office: Office, window: MainWindow, page: AuditPage, tmp_path: Path
) -> None:
    target = tmp_path / "log.jsonl"
    page.export(target)
    office.settle(window)
    lines = target.read_text("utf-8").splitlines()
    exported = [json.loads(line) for line in lines]
    assert [entry["seq"] for entry in exported if "seq" in entry] == list(range(1, page.model.rowCount() + 1))
    assert "exported" in said(window)
    page.export(target)
    office.settle(window)
    assert "already" in said(window)
    assert target.read_text("utf-8").splitlines() == lines


def test_an_auditor_reads_the_log_and_a_planner_does_not() -> None:
    assert {role.value for role in AuditPage.roles} == {"admin", "officer", "supervisor", "auditor"}
