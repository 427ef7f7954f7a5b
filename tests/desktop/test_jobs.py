import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from manifest_app.desktop.jobs import Jobs, Report
from manifest_app.desktop.messages import Kind, Message, Messages
from manifest_app.errors import CancelledError, KnownError
from manifest_app.model.progress import Progress


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def jobs(qtbot: QtBot, messages: Messages) -> Iterator[Jobs]:
    made = Jobs(messages)
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_comes_back_here(qtbot: QtBot, jobs: Jobs) -> None:
    where: list[bool] = []
    here = QThread.currentThread()
    jobs.run(
        "work",
        lambda _progress: threading.get_ident(),
        lambda ident: where.extend([ident != threading.get_ident(), QThread.currentThread() is here]),
    )
    qtbot.waitUntil(lambda: bool(where))
    assert where == [True, True]


def test_jobs_run_one_after_the_other_in_order(qtbot: QtBot, jobs: Jobs) -> None:
    running: list[int] = []
    most: list[int] = []
    order: list[int] = []

    def work(number: int) -> int:
        running.append(number)
        most.append(len(running))
        time.sleep(0.002)
        running.remove(number)
        return number

    for number in range(20):
        jobs.run("work", lambda _progress, number=number: work(number), order.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))
    assert set(most) == {1}
    assert not jobs.busy


def test_a_known_error_is_posted_with_its_sentences(qtbot: QtBot, jobs: Jobs, messages: Messages) -> None:
    def work(_progress: Progress) -> None:
        raise KnownError("The file is gone.", "Put it back.")

    with qtbot.waitSignal(messages.posted) as posted:
        jobs.run("work", work, lambda _result: pytest.fail("there is no result"))
    assert posted.args == [Message(Kind.ERROR, "The file is gone.", "Put it back.")]


def test_who_asked_may_show_a_known_error(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[KnownError] = []

    def work(_progress: Progress) -> None:
        raise KnownError("No.")

    jobs.run("work", work, lambda _result: None, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 1)


def test_a_bug_says_so_without_its_data(qtbot: QtBot, jobs: Jobs, messages: Messages) -> None:
    def work(_progress: Progress) -> None:
        raise RuntimeError("ACOSTA, Marisol")

    with qtbot.waitSignal(messages.posted) as posted:
        jobs.run("work", work, lambda _result: None, lambda _error: pytest.fail("a bug is no known error"))
    message: Message = posted.args[0]
    assert message.kind is Kind.BUG
    assert "ACOSTA" not in message.text + message.todo
    assert "RuntimeError" in message.text


def test_cancel_stops_at_the_next_point_and_nothing_comes_of_it(qtbot: QtBot, jobs: Jobs) -> None:
    reached = threading.Event()
    seen: list[KnownError] = []

    def work(progress: Progress) -> None:
        while True:
            progress(1, 100, "working")
            reached.set()
            time.sleep(0.001)

    jobs.run("work", work, lambda _result: pytest.fail("cancelled work has no result"), seen.append)
    qtbot.waitUntil(reached.is_set)
    jobs.cancel()
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert isinstance(seen[0], CancelledError)


def test_work_that_may_not_be_cancelled_is_not(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()
    done: list[int] = []

    def work(progress: Progress) -> int:
        go_on.wait(5)
        progress(1, 2, "working")
        return 7

    jobs.run("work", work, done.append, cancellable=False)
    jobs.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: done == [7])


def test_progress_tells_how_long_still(qtbot: QtBot, jobs: Jobs) -> None:
    reports: list[Report] = []
    jobs.reported.connect(reports.append)

    def work(progress: Progress) -> None:
        for number in range(1, 5):
            time.sleep(0.06)
            progress(number, 4, "reading")

    with qtbot.waitSignal(jobs.idle):
        jobs.run("work", work, lambda _result: None)
    assert [report.done for report in reports] == [1, 2, 3, 4]
    assert reports[0].seconds_left is not None
    assert 0.1 < reports[0].seconds_left < 5
    assert reports[-1].seconds_left == 0


def test_closed_jobs_take_no_work_and_drop_what_comes(qtbot: QtBot, jobs: Jobs) -> None:
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress(0, None, "working")
            time.sleep(0.001)

    jobs.run("work", work, lambda _result: pytest.fail("too late"), lambda _error: pytest.fail("too late"))
    qtbot.waitUntil(started.is_set)
    assert jobs.close()
    jobs.run("more", lambda _progress: pytest.fail("closed"), lambda _result: None)
    qtbot.wait(20)
