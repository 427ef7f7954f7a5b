"""The watch over an outbox folder while the vault is open (`workflow.watching`), one file between two other jobs."""

import threading
import time
from collections.abc import Mapping
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from manifest_app.desktop.jobs import Jobs
from manifest_app.errors import KnownError
from manifest_app.model.progress import Progress
from manifest_app.workflow.session import Session
from manifest_app.workflow.watching import OUTBOX, Outcome, Watch, watched

LOOK_EVERY_MS = 1000
SETTLE_SECONDS = 2.0
"""Seconds without a change after which a file is complete; as `manifest-app watch` has it."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a look: files that were moved, and what was left where it is, with the reason."""

    outcomes: tuple[Outcome, ...]
    left: Mapping[str, str]


class _Held:
    """A watch with the lock on its folder, which is let go at once, or after the look that runs on the other thread."""

    def __init__(self, session: Session, folder: Path, settle: float) -> None:
        self._guard = threading.Lock()
        self._looking = self._ended = False
        with ExitStack() as stack:
            entered = watched(folder, lambda: nullcontext(session), settle=settle, clock=time.monotonic)
            self._watch: Watch = stack.enter_context(entered)
            self._stack = stack.pop_all()

    def look(self, progress: Progress) -> Looked:
        """Look once, at one file at most, so that others come between; nothing once it has ended."""
        with self._guard:
            if self._ended:
                return Looked((), {})
            self._looking = True
        try:
            outcomes: list[Outcome] = []
            self._watch.look(outcomes.append, most=1, progress=progress)
            return Looked(tuple(outcomes), dict(self._watch.left))
        finally:
            self._after_look()

    def end(self) -> None:
        """Look no more, and let go of the folder."""
        with self._guard:
            if not self._ended and not self._looking:
                self._stack.close()
            self._ended = True

    def _after_look(self) -> None:
        with self._guard:
            self._looking = False
            if self._ended:
                self._stack.close()


class Watcher(QObject):
    """Off until `start`. It ends with the vault; the file at hand is put back then, or left for the next watch.

    Signals:
        switched: It was switched on or off.
        looked: A `Looked`.
        failed: It ended by itself; carries the `KnownError`.
    """

    switched = Signal()
    looked = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._held: _Held | None = None
        self._starting = False
        self.folder: Path | None = None
        self.settle = SETTLE_SECONDS
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def on(self) -> bool:
        """Whether a folder is watched."""
        return self._held is not None

    @property
    def outbox(self) -> Path | None:
        """Where files are saved to be checked, while it is on."""
        return self.folder / OUTBOX if self.folder is not None and self.on else None

    def start(self, folder: Path) -> None:
        """Watch a folder instead of the one before."""
        if self._starting:
            return
        self.stop()
        self._starting = True
        session, settle = self._session, self.settle

        def work(_progress: Progress) -> _Held:
            return _Held(session, folder, settle)

        def done(held: _Held) -> None:
            self._starting = False
            self._held, self.folder = held, folder
            self.switched.emit()
            self._look()

        self._jobs.run(self.tr("Starting the watch"), work, done, self._fail, cancellable=False)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        held, self._held = self._held, None
        if held is not None:
            held.end()
            self.switched.emit()

    def _look(self) -> None:
        held = self._held
        if held is None:
            return

        def failed(error: KnownError) -> None:
            if held is self._held:
                self._fail(error)

        self._jobs.run(self.tr("Checking the outbox"), held.look, lambda looked: self._take(held, looked), failed)

    def _take(self, held: _Held, looked: Looked) -> None:
        self.looked.emit(looked)
        if held is self._held:
            self._timer.start(0 if looked.outcomes else LOOK_EVERY_MS)

    def _fail(self, error: KnownError) -> None:
        self._starting = False
        self.stop()
        self.failed.emit(error)
