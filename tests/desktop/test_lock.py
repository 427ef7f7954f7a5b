import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from manifest_app.desktop import lock
from manifest_app.desktop.context import Context
from manifest_app.desktop.lock import Locker
from manifest_app.model.people import Person, Role
from manifest_app.workflow.session import Session


@dataclass
class FakeSession:
    person: Person = field(default_factory=lambda: Person("planner", Role.PLANNER, active=True))
    folder: Path = Path("office")
    closed: bool = False
    broken: bool = False

    def close(self) -> None:
        if self.broken:
            raise OSError("disk gone")
        self.closed = True


@dataclass
class World:
    session: FakeSession
    now: float = 1000.0
    calls: list[str] = field(default_factory=list)

    def restart(self, folder: Path, name: str) -> None:
        self.calls.append(f"restart {folder} {name} closed={self.session.closed}")

    def leave(self) -> None:
        self.calls.append("leave")


@pytest.fixture
def world() -> World:
    return World(FakeSession())


@pytest.fixture
def locker(qtbot: QtBot, world: World) -> Iterator[Locker]:
    context = Context(cast(Session, world.session))
    made = Locker(context, world.restart, world.leave, lambda: world.now)
    yield made
    made.stop()
    context.jobs.close()


def test_a_lock_closes_the_vault_starts_afresh_and_leaves(locker: Locker, world: World) -> None:
    locker.lock()
    assert world.calls == ["restart office planner closed=True", "leave"]


def test_a_modal_dialog_does_not_stop_a_lock(locker: Locker, world: World, qtbot: QtBot) -> None:
    window = QWidget()
    dialog = QDialog(window)
    dialog.setModal(True)
    qtbot.addWidget(window)
    window.show()
    dialog.open()
    locker.lock()
    assert not window.isVisible()
    assert not dialog.isVisible()
    assert world.calls[-1] == "leave"


def test_nothing_that_breaks_stops_a_lock(locker: Locker, world: World) -> None:
    world.session.broken = True
    locker.lock()
    assert world.calls == ["restart office planner closed=False", "leave"]


def test_even_when_no_fresh_process_can_start_this_one_leaves(qtbot: QtBot, world: World) -> None:
    def cannot(_folder: Path, _name: str) -> None:
        raise OSError("no more processes")

    broken = Locker(Context(cast(Session, world.session)), cannot, world.leave)
    with pytest.raises(OSError, match="no more processes"):
        broken.lock()
    assert world.calls == ["leave"]


def test_copies_are_gone_after_a_lock(locker: Locker) -> None:
    context = locker.parent()
    assert isinstance(context, Context)
    context.clipboard.copy("something")
    locker.lock()
    assert QGuiApplication.clipboard().text() == ""


def pass_time(locker: Locker, world: World, seconds: float) -> None:
    """Let time pass in the steps of the timer."""
    end = world.now + seconds
    while world.now < end and "leave" not in world.calls:
        world.now = min(end, world.now + 5)
        locker.check()


def test_it_locks_after_five_minutes_without_input(locker: Locker, world: World) -> None:
    pass_time(locker, world, 299)
    assert world.calls == []
    pass_time(locker, world, 1)
    assert world.calls[-1] == "leave"


def test_a_key_puts_the_lock_off(locker: Locker, world: World, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    locker.watch(window.windowHandle())
    pass_time(locker, world, 299)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    pass_time(locker, world, 299)
    assert world.calls == []
    pass_time(locker, world, 2)
    assert world.calls[-1] == "leave"


def test_it_locks_when_the_computer_slept(locker: Locker, world: World) -> None:
    pass_time(locker, world, 10)
    world.now += 90
    locker.check()
    assert world.calls[-1] == "leave"


def test_the_fresh_process_is_the_unlock_screen_and_gets_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, object] = {}
    monkeypatch.setenv("MANIFEST_APP_PASSWORD_FILE", "planner.password")
    monkeypatch.setattr("subprocess.Popen", lambda command, **options: seen.update(options, command=command))
    lock.restart(Path("office"), "planner")
    assert seen["command"] == [
        *(sys.executable, "-m", "manifest_app", "--vault", "office", "--user", "planner", "desktop")
    ]
    assert "MANIFEST_APP_PASSWORD_FILE" not in cast(dict[str, str], seen["env"])


def test_frozen_the_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert lock.command(Path("office"), "planner")[:2] == [sys.executable, "--vault"]
