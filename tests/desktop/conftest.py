"""A real demonstration vault for tests of the whole desktop, and windows on it."""

import gc
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from manifest_app.desktop.context import Context
from manifest_app.desktop.lock import Locker
from manifest_app.desktop.main_window import MainWindow
from manifest_app.workflow import demonstration
from manifest_app.workflow.demonstration import DemoFacts

WORTH_COLLECTING = 50_000


@pytest.fixture(autouse=True)
def _collect_here() -> Iterator[None]:
    """Garbage is collected on this thread only, as the program does it (see `desktop.garbage`)."""
    gc.disable()
    # A quit asked for by one test's last window would end every event loop of the next test at once.
    QApplication.setQuitOnLastWindowClosed(False)
    yield
    if gc.get_count()[0] > WORTH_COLLECTING:
        gc.collect()


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The full demonstration, made once for all tests; never opened by them."""
    base = tmp_path_factory.mktemp("demonstration")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MANIFEST_APP_STATE", str(base / "state"))
        demonstration.make(base / "full")
        demonstration.make(base / "empty", empty=True)
    return base


@pytest.fixture
def demo(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DemoFacts:
    """A copy of the full demonstration, for one test."""
    return _copy(made_once / "full", tmp_path, monkeypatch)


@pytest.fixture
def empty_demo(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DemoFacts:
    """A copy of the demonstration without data, for one test."""
    return _copy(made_once / "empty", tmp_path, monkeypatch)


def _copy(source: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> DemoFacts:
    monkeypatch.setenv("MANIFEST_APP_STATE", str(target / "state"))
    shutil.copytree(source, target / "demo")
    return demonstration.facts(target / "demo")


@dataclass
class Office:
    """Opens windows for people of a demonstration, and sees what a lock would do."""

    demo: DemoFacts
    qtbot: QtBot
    locks: list[str] = field(default_factory=list)
    windows: list[MainWindow] = field(default_factory=list)

    def sign_in(self, name: str) -> MainWindow:
        """The main window of one person, its first page loaded."""
        context = Context(demonstration.session_of(self.demo, name))
        locker = Locker(context, lambda _folder, who: self.locks.append(who), lambda: self.locks.append("left"))
        window = MainWindow(context, locker)
        self.windows.append(window)
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        self.settle(window)
        return window

    def settle(self, window: MainWindow) -> None:
        """Wait until no job is left."""
        self.qtbot.waitUntil(lambda: not window.context.jobs.busy, timeout=20_000)

    def sign_out(self, window: MainWindow) -> None:
        """Close the window and with it the vault."""
        self.settle(window)
        window.close()
        window.deleteLater()
        self.windows.remove(window)


@pytest.fixture
def office(demo: DemoFacts, qtbot: QtBot) -> Iterator[Office]:
    """The full demonstration's office."""
    yield from _office(demo, qtbot)


@pytest.fixture
def empty_office(empty_demo: DemoFacts, qtbot: QtBot) -> Iterator[Office]:
    """The empty demonstration's office."""
    yield from _office(empty_demo, qtbot)


def _office(demo: DemoFacts, qtbot: QtBot) -> Iterator[Office]:
    made = Office(demo, qtbot)
    yield made
    for window in tuple(made.windows):
        made.sign_out(window)


@pytest.fixture
def password() -> Callable[[DemoFacts, str], str]:
    """Reads the password of a person of a demonstration."""
    return lambda demo, name: demo.password_files[name].read_text("utf-8").strip()
