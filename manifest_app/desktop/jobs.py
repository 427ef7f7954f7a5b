"""Work off the GUI thread: one job after the other, with progress, time left and Cancel."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from manifest_app.desktop.messages import Messages
from manifest_app.errors import CancelledError, KnownError
from manifest_app.model.progress import Progress

T = TypeVar("T")

LOOK_EVERY_MS = 10
"""Milliseconds between two looks of the GUI thread at what the worker said; only while there is work."""

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


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a job."""

    result: Any
    error: Exception | None


class _Job:
    """One piece of work; what it has to say goes into a queue that the GUI thread reads."""

    def __init__(
        self, what: str, work: Callable[[Progress], Any], cancellable: bool, back: "SimpleQueue[Report | _Outcome]"
    ) -> None:
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
            self._back.put(_Outcome(None, error))
        else:
            self._back.put(_Outcome(result, None))

    def progress(self, done: int, total: int | None, what: str) -> None:
        """The `Progress` handed to the work."""
        self._stop_if_cancelled()
        now = time.monotonic()
        if now - self._last < REPORT_EVERY and done != total:
            return
        self._last = now
        left = (now - self._started) / done * (total - done) if total and done else None
        self._back.put(Report(what or self.what, done, total, left, self.cancellable))

    def _stop_if_cancelled(self) -> None:
        if self.cancelled.is_set():
            raise CancelledError("Cancelled.", "Nothing of it was kept.")


class Jobs(QObject):
    """Runs work one piece at a time on a thread of its own, so that a session is never used from two threads at once.

    The worker puts what it has to say into a queue, and a timer of the GUI thread looks there: a signal that a worker
    thread emits is lost now and then (seen with PySide6 6.11 and 6.12), and a window would wait for ever.

    Signals:
        started: A job began; carries what it does.
        reported: A `Report`.
        idle: No job is left.
    """

    started = Signal(str)
    reported = Signal(object)
    idle = Signal()

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._waiting: deque[tuple[_Job, Callable[[Any], None], Callable[[KnownError], None] | None]] = deque()
        self._closed = False
        self._said: SimpleQueue[Report | _Outcome] = SimpleQueue()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self._listen)

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
        self._waiting.append((_Job(what, work, cancellable, self._said), done, failed))
        if len(self._waiting) == 1:
            self._start()

    def cancel(self) -> None:
        """Cancel the running job at its next safe point."""
        if self._waiting and self._waiting[0][0].cancellable:
            self._waiting[0][0].cancelled.set()

    def close(self, wait_ms: int = 2000) -> bool:
        """Take no more work, cancel what runs, drop what comes of it; True when the thread has ended in time."""
        self._closed = True
        self._look.stop()
        for job, _, _ in self._waiting:
            job.cancelled.set()
        return self._pool.waitForDone(wait_ms)

    def _start(self) -> None:
        job = self._waiting[0][0]
        self._look.start()
        self.started.emit(job.what)
        self._pool.start(job.run)

    def _listen(self) -> None:
        """Pass on what the worker said since the last look; what it said last may close this."""
        while not self._closed:
            try:
                said = self._said.get_nowait()
            except Empty:
                return
            if isinstance(said, Report):
                self.reported.emit(said)
            else:
                self._end(said)

    def _end(self, outcome: _Outcome) -> None:
        _, done, failed = self._waiting.popleft()
        if self._waiting:
            self._start()
        else:
            self._look.stop()
            self.idle.emit()
        if outcome.error is None:
            done(outcome.result)
        elif isinstance(outcome.error, KnownError) and failed is not None:
            failed(outcome.error)
        else:
            self._messages.failure(outcome.error)
