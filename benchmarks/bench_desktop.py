"""Desktop: from the password to the first page, and how long the window keeps a user waiting with 50,000 rows."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from benchmarks.measuring import Row, timed
from manifest_app.desktop.app import Desktop, make_application
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.flight import FlightPage
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.progress import Progress
from manifest_app.workflow import demonstration, flights
from manifest_app.workflow.flights import PassengerRow

ROWS = 50_000
TRIES = 5
BEAT_MS = 2


class Heart:
    """Beats in the GUI thread; the longest gap between two beats is what a user would feel."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def run() -> list[Row]:
    """Opens the demonstration, then fills its flight with 50,000 passengers, scrolls, sorts and filters."""
    make_application()
    with tempfile.TemporaryDirectory() as name:
        os.environ["MANIFEST_APP_STATE"] = str(Path(name) / "state")
        demo = demonstration.make(Path(name) / "demo")
        desktop = Desktop(Path(name) / "desktop.json")
        password = demo.password_files["planner"].read_text("utf-8").strip()
        start = time.perf_counter()
        desktop.start(demo.vault, "planner", password)
        _wait_until(lambda: desktop.window is not None and not desktop.window.context.jobs.busy)
        rows = [timed("password to the list of flights", time.perf_counter() - start, 1.0)]
        window = desktop.window
        if window is not None:
            rows += _many_rows(window)
            window.close()
    return rows


def _many_rows(window: MainWindow) -> list[Row]:
    session = window.context.session
    window.context.open_page("flight", flight_id=flights.find_flight(session, demonstration.FLIGHT).id)
    _wait_until(lambda: not window.context.jobs.busy)
    page = window.page
    if not isinstance(page, FlightPage):
        raise TypeError("the flight's page did not open")
    first = page.passengers.items()[0]

    def work(_progress: Progress) -> list[PassengerRow]:
        return [
            replace(first, passenger=replace(first.passenger, id=f"{number:032x}", row=number))
            for number in range(ROWS)
        ]

    def load() -> float:
        heart = Heart()
        window.context.jobs.run("loading", work, page.passengers.set_items)
        _wait_until(lambda: not window.context.jobs.busy)
        return heart.longest

    # The least of a few tries: what the window costs when nothing else disturbs it.
    return [
        timed(f"longest wait while {ROWS:,} passengers load", min(load() for _ in range(TRIES)), 0.05),
        timed(f"longest frame while {ROWS:,} passengers scroll", min(_scroll(page.table) for _ in range(TRIES)), 0.05),
        timed(f"{ROWS:,} passengers sorted by name", _duration(lambda: page.passengers.sort(1))),
        timed(f"{ROWS:,} passengers filtered", _duration(lambda: page.passengers.set_filter("49999"))),
    ]


def _scroll(table: TableView[PassengerRow]) -> float:
    bar = table.verticalScrollBar()
    longest = 0.0
    for step in range(200):
        start = time.perf_counter()
        bar.setValue(bar.maximum() * step // 200)
        table.viewport().repaint()
        QCoreApplication.processEvents()
        longest = max(longest, time.perf_counter() - start)
    return longest


def _duration(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _wait_until(done: Callable[[], bool]) -> None:
    while not done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


if __name__ == "__main__":
    sys.stdout.writelines(f"{row}\n" for row in run())
