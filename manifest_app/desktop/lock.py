"""Lock: a fresh process shows the unlock screen, and this one ends, because only that wipes its memory.

A lock never asks: no dialog, no running job and no error can stop it.
"""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication

from manifest_app.desktop.context import Context

IDLE_SECONDS = 300.0
"""Seconds without a key or the mouse until the vault locks itself."""
CHECK_EVERY_MS = 5000
KEYS = "Ctrl+L"
ASLEEP_SECONDS = 60.0
"""A gap of this length between two checks means that the computer slept."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def command(folder: Path, name: str) -> list[str]:
    """The command line that shows the unlock screen of a vault."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "manifest_app"]
    return [*program, "--vault", str(folder), "--user", name, "desktop"]


def restart(folder: Path, name: str) -> None:
    """Start a fresh process at the unlock screen; it gets no password, not even by its environment."""
    environment = {key: value for key, value in os.environ.items() if key != "MANIFEST_APP_PASSWORD_FILE"}
    subprocess.Popen(command(folder, name), env=environment, stdin=subprocess.DEVNULL, start_new_session=True)


def leave() -> None:
    """End this process at once, without running anything that could hold it up."""
    os._exit(0)


class Locker(QObject):
    """Watches for idleness and sleep, and locks.

    Args:
        context: Whose vault is locked.
        restart: Starts the fresh process; replaced in tests.
        leave: Ends this process; replaced in tests.
        clock: Seconds of the wall clock, which goes on while the computer sleeps.
        idle_seconds: When to lock by itself.
    """

    def __init__(
        self,
        context: Context,
        restart: Callable[[Path, str], None] = restart,
        leave: Callable[[], None] = leave,
        clock: Callable[[], float] = time.time,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        super().__init__(context)
        self._context = context
        self._restart = restart
        self._leave = leave
        self._clock = clock
        self._idle_seconds = idle_seconds
        self._last_input = self._last_check = clock()
        self._watched: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_EVERY_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)

    def watch(self, window: QWindow | None) -> None:
        """Notice input into a window; called for each window that gets the focus."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the time of each input; lock by the keys, even where a modal dialog keeps actions from being heard."""
        if event.type() in _INPUT:
            self._last_input = self._clock()
        if isinstance(event, QKeyEvent) and _is_lock_key(event):
            self.lock()
            return True
        return super().eventFilter(watched, event)

    def check(self) -> None:
        """Lock when there was no input for too long, or when the computer has slept since the last check."""
        now = self._clock()
        slept = now - self._last_check > CHECK_EVERY_MS / 1000 + ASLEEP_SECONDS
        self._last_check = now
        if slept or now - self._last_input >= self._idle_seconds:
            self.lock()

    def lock(self) -> None:
        """Hide everything, close the vault, show the unlock screen in a fresh process, end this one."""
        self.stop()
        folder, name = self._context.session.folder, self._context.session.person.name
        for widget in QApplication.topLevelWidgets():
            widget.hide()
        try:
            with contextlib.suppress(Exception):
                self._context.leaving.emit()
            with contextlib.suppress(Exception):
                # A job that doesn't stop in time loses its transaction with the process: nothing is half done.
                if self._context.jobs.close():
                    self._context.session.close()
            self._restart(folder, name)
        finally:
            self._leave()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()


def _is_lock_key(event: QKeyEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress
    return pressed and QKeySequence(event.keyCombination()) == QKeySequence(KEYS)
