"""Work off the GUI thread: one job after the other, with progress, time left and Cancel."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from manifest_app.desktop.messages import Messages
from manifest_app.errors import CancelledError, KnownError
from manifest_app.model.progress import Progress

T = TypeVar("T")

REPORT_EVERY = 0.05
"""Seconds between two reports of progress that reach the window; more would only keep it busy."""


@dataclass(frozen=True, slots=True)
class Report:
    """How far the running job is. ``total`` is None while unknown; ``seconds_left`` is None while it can't be told."""

    what: str
    done: int
    total: int | None
    seconds_left: float | None
    cancellable: bool


class _Job:
    """One piece of work.

    It is no QObject: its signals could die with it while the worker thread is still inside the emission, so the
    signals that lead back to the GUI thread are those of `Jobs`, which outlives every job.
    """

    def __init__(self, what: str, work: Callable[[Progress], Any], cancellable: bool, back: "Jobs") -> None:
        self.what = what
        self.cancellable = cancellable
        self.cancelled = threading.Event()
        self._work = work
        self._back = back
        self._started = time.monotonic()
        self._last = 0.0

    def run(self) -> None:
        """Do the work (on the pool's thread) and send what came of it."""
        self._started = time.monotonic()
        try:
            self._stop_if_cancelled()
            result = self._work(self.progress)
        except Exception as error:  # whatever it is, the GUI thread shows it
            self._back.ended.emit(None, error)
        else:
            self._back.ended.emit(result, None)

    def progress(self, done: int, total: int | None, what: str) -> None:
        """The `Progress` handed to the work."""
        self._stop_if_cancelled()
        now = time.monotonic()
        if now - self._last < REPORT_EVERY and done != total:
            return
        self._last = now
        left = (now - self._started) / done * (total - done) if total and done else None
        self._back.reported.emit(Report(what or self.what, done, total, left, self.cancellable))

    def _stop_if_cancelled(self) -> None:
        if self.cancelled.is_set():
            raise CancelledError("Cancelled.", "Nothing of it was kept.")


class Jobs(QObject):
    """Runs work one piece at a time on a thread of its own, so that a session is never used from two threads at once.

    Signals:
        started: A job began; carries what it does.
        reported: A `Report`.
        ended: The work is over on the worker's side; carries result and error. For this class only.
        idle: No job is left.
    """

    started = Signal(str)
    reported = Signal(object)
    ended = Signal(object, object)
    idle = Signal()

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._waiting: deque[tuple[_Job, Callable[[Any], None], Callable[[KnownError], None] | None]] = deque()
        self._closed = False
        self.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._waiting)

    def run(
        self,
        what: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[KnownError], None] | None = None,
        *,
        cancellable: bool = True,
    ) -> None:
        """Do ``work`` off the GUI thread, then call ``done`` with its result on the GUI thread.

        Args:
            what: What is done, as the status bar says it: "Reading the file".
            work: Called with a `Progress` on the worker thread; must not touch any widget.
            done: Called with the result.
            failed: Called with a `KnownError` instead of posting it; a bug is always posted.
            cancellable: Whether the user may cancel; only when ``work`` passes its progress on.
        """
        if self._closed:
            return
        self._waiting.append((_Job(what, work, cancellable, self), done, failed))
        if len(self._waiting) == 1:
            self._start()

    def cancel(self) -> None:
        """Cancel the running job at its next safe point."""
        if self._waiting and self._waiting[0][0].cancellable:
            self._waiting[0][0].cancelled.set()

    def close(self, wait_ms: int = 2000) -> bool:
        """Take no more work, cancel what runs, drop what comes of it; True when the thread has ended in time."""
        self._closed = True
        for job, _, _ in self._waiting:
            job.cancelled.set()
        return self._pool.waitForDone(wait_ms)

    def _start(self) -> None:
        job = self._waiting[0][0]
        self.started.emit(job.what)
        self._pool.start(job.run)

    @Slot(object, object)
    def _end(self, result: object, error: Exception | None) -> None:
        if self._closed:
            return
        _, done, failed = self._waiting.popleft()
        if self._waiting:
            self._start()
        else:
            self.idle.emit()
        if error is None:
            done(result)
        elif isinstance(error, KnownError) and failed is not None:
            failed(error)
        else:
            self._messages.failure(error)
