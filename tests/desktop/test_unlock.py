import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWizard
from pytestqt.qtbot import QtBot

from manifest_app.desktop import app, settings
from manifest_app.desktop.app import Desktop
from manifest_app.desktop.dialogs.first_run import FirstRunWizard
from manifest_app.desktop.dialogs.unlock import UnlockWindow
from manifest_app.desktop.messages import Kind
from manifest_app.errors import KnownError
from manifest_app.model.people import PlannerSees, Role
from manifest_app.workflow import vaults
from manifest_app.workflow.demonstration import DemoFacts
from manifest_app.workflow.session import Session

Password = Callable[[DemoFacts, str], str]


@pytest.fixture
def unlock(qtbot: QtBot) -> Iterator[UnlockWindow]:
    window = UnlockWindow()
    qtbot.addWidget(window)
    window.show()
    yield window
    qtbot.waitUntil(lambda: not window.jobs.busy)


def said(window: UnlockWindow) -> str:
    return window.banner.message.text if window.banner.message else ""


def test_the_right_password_unlocks(
    unlock: UnlockWindow, empty_demo: DemoFacts, password: Password, qtbot: QtBot
) -> None:
    unlock.fill(empty_demo.vault, "planner")
    QTest.keyClicks(unlock.password, password(empty_demo, "planner"))
    with qtbot.waitSignal(unlock.unlocked, timeout=20_000) as unlocked:
        QTest.keyClick(unlock.password, Qt.Key.Key_Return)
    session: Session = unlocked.args[0]
    assert session.person.name == "planner"
    assert unlock.password.text() == ""
    session.close()


def test_a_demonstration_says_so_before_any_password(unlock: UnlockWindow, empty_demo: DemoFacts, qtbot: QtBot) -> None:
    unlock.fill(empty_demo.vault, "")
    qtbot.waitUntil(unlock.demonstration.isVisible)


def broken(kind: str, demo: DemoFacts) -> Path:
    """A vault that can't be opened, in one of its ways."""
    vault = demo.vault
    if kind == "missing":
        return vault.parent / "nowhere"
    if kind == "a file missing":
        (vault / "vault.keys").unlink()
    elif kind == "empty":
        (vault / "vault.db").write_bytes(b"")
    elif kind == "damaged":
        data = bytearray((vault / "vault.keys").read_bytes())
        data[len(data) // 2] ^= 1
        (vault / "vault.keys").write_bytes(data)
    return vault


@pytest.mark.parametrize("kind", ["missing", "a file missing", "empty", "damaged", "wrong password", "in use"])
def test_each_obstacle_has_its_own_words_in_place(
    kind: str, unlock: UnlockWindow, empty_demo: DemoFacts, password: Password, qtbot: QtBot
) -> None:
    other = None
    if kind == "in use":
        other = vaults.unlock(empty_demo.vault, "officer", password(empty_demo, "officer"))
    unlock.fill(broken(kind, empty_demo), "planner")
    qtbot.waitUntil(lambda: not unlock.jobs.busy)
    typed = "not the password at all" if kind == "wrong password" else password(empty_demo, "planner")
    unlock.password.setText(typed)
    with qtbot.assertNotEmitted(unlock.unlocked):
        unlock.try_unlock()
        qtbot.waitUntil(lambda: not unlock.jobs.busy, timeout=20_000)
    if other is not None:
        other.close()
    assert unlock.banner.message is not None
    assert unlock.banner.message.kind is Kind.ERROR
    assert unlock.unlock.isEnabled()
    seen_texts.setdefault(said(unlock), kind)
    assert seen_texts[said(unlock)] == kind, "two obstacles share a sentence"


seen_texts: dict[str, str] = {}


def test_nothing_is_tried_while_something_is_missing(unlock: UnlockWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "unlock", lambda *_args: pytest.fail("tried"))
    unlock.try_unlock()
    assert "folder" in said(unlock)
    unlock.folder.setText("somewhere")
    unlock.try_unlock()
    assert "password" in said(unlock)


def test_the_password_is_hidden_until_asked_for(unlock: UnlockWindow) -> None:
    assert unlock.password.echoMode() is QLineEdit.EchoMode.Password
    unlock.show_password.click()
    assert unlock.password.echoMode() is QLineEdit.EchoMode.Normal


# --- first run


@pytest.fixture
def wizard(qtbot: QtBot, tmp_path: Path) -> Iterator[FirstRunWizard]:
    made = FirstRunWizard()
    qtbot.addWidget(made)
    made.place.folder.setText(str(tmp_path / "office"))
    made.show()
    yield made
    made.jobs.close(20_000)


def fill_person(wizard: FirstRunWizard, who: str, name: str, password: str, again: str | None = None) -> None:
    page = wizard.admin if who == "admin" else wizard.officer
    page.name.setText(name)
    page.password.setText(password)
    page.again.setText(password if again is None else again)


def test_the_first_steps_make_a_vault_with_two_people(
    wizard: FirstRunWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("MANIFEST_APP_STATE", str(tmp_path / "state"))
    wizard.next()
    fill_person(wizard, "admin", "Ada", "meadow lantern granite kite")
    wizard.next()
    fill_person(wizard, "officer", "Olga", "copper window harvest boat")
    wizard.next()
    wizard.policy.neutral.setChecked(True)
    wizard.next()
    assert wizard.currentId() == FirstRunWizard.READY
    assert "no master password" in wizard.ready.summary.text()
    with qtbot.waitSignal(wizard.made, timeout=20_000):
        wizard.button(QWizard.WizardButton.FinishButton).click()
    session = vaults.unlock(tmp_path / "office", "Olga", "copper window harvest boat")
    assert {person.name: person.role for person in session.people} == {"Ada": Role.ADMIN, "Olga": Role.OFFICER}
    assert session.policy.planner_sees is PlannerSees.NEUTRAL
    assert not session.policy.planners_screen
    session.close()


@pytest.mark.parametrize(
    ("name", "password", "again", "what"),
    [
        ("", "meadow lantern granite kite", None, "name"),
        ("Ada", "short", None, "15"),
        ("Ada", "meadow lantern granite kite", "meadow lantern granite kit", "differ"),
    ],
)
def test_what_the_vault_would_refuse_is_refused_where_it_is_typed(
    wizard: FirstRunWizard, name: str, password: str, again: str | None, what: str
) -> None:
    wizard.next()
    fill_person(wizard, "admin", name, password, again)
    wizard.next()
    assert wizard.currentId() == FirstRunWizard.ADMIN
    assert wizard.admin.banner.message is not None
    assert what in f"{wizard.admin.banner.message.text} {wizard.admin.banner.message.todo}"


def test_one_human_cannot_be_both(wizard: FirstRunWizard) -> None:
    wizard.next()
    fill_person(wizard, "admin", "Ada", "meadow lantern granite kite")
    wizard.next()
    fill_person(wizard, "officer", " ada ", "copper window harvest boat")
    wizard.next()
    assert wizard.currentId() == FirstRunWizard.OFFICER


def test_nothing_is_made_where_there_is_something(wizard: FirstRunWizard, tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "letter.txt").write_text("mine")
    wizard.next()
    assert wizard.currentId() == FirstRunWizard.PLACE
    assert (tmp_path / "office" / "letter.txt").read_text() == "mine"


def test_the_demonstration_needs_one_page_and_its_failure_stays_there(
    wizard: FirstRunWizard, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def cannot(*_args: object, **_options: object) -> None:
        raise KnownError("The disk is full.", "Make room.")

    monkeypatch.setattr("manifest_app.workflow.demonstration.make", cannot)
    wizard.place.demo.setChecked(True)
    wizard.next()
    assert wizard.currentId() == FirstRunWizard.READY
    with qtbot.assertNotEmitted(wizard.made):
        wizard.button(QWizard.WizardButton.FinishButton).click()
        qtbot.waitUntil(lambda: not wizard.jobs.busy)
    message = wizard.ready.banner.message
    assert message is not None
    assert message.text == "The disk is full."
    assert wizard.button(QWizard.WizardButton.FinishButton).isEnabled()


# --- the program


@pytest.fixture
def desktop(tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    made = Desktop(tmp_path / "desktop.json")
    yield made
    for window in (made.unlock, made.wizard, made.window):
        if window is not None:
            window.close()
            window.deleteLater()


def test_the_first_start_offers_the_first_steps_and_cancel_leads_to_unlock(desktop: Desktop) -> None:
    desktop.start(None, "", None)
    assert desktop.wizard is not None
    assert desktop.wizard.isVisible()
    desktop.wizard.reject()
    assert desktop.unlock is not None
    assert desktop.unlock.isVisible()


def test_a_password_given_unlocks_at_once_and_the_vault_is_remembered(
    desktop: Desktop, empty_demo: DemoFacts, password: Password, tmp_path: Path, qtbot: QtBot
) -> None:
    desktop.start(empty_demo.vault, "planner", password(empty_demo, "planner"))
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window.isVisible(), timeout=20_000)
    assert desktop.window is not None
    qtbot.waitUntil(lambda: desktop.window is not None and not desktop.window.context.jobs.busy)
    assert "DEMONSTRATION" in desktop.window.windowTitle()
    assert settings.load(tmp_path / "desktop.json").vault == str(empty_demo.vault)
    assert desktop.unlock is not None
    assert not desktop.unlock.isVisible()


def test_the_smoke_run_shows_a_window_and_ends_well() -> None:
    program = "import sys; from manifest_app.desktop.app import run; sys.exit(run())"
    environment = {**os.environ, app.SMOKE: "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, timeout=60, check=False)
    assert done.returncode == 0
