"""The watch folder on the desktop: on and off, what it moves, and what ends it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages import watch as watch_page
from manifest_app.desktop.pages.watch import WatchPage
from manifest_app.desktop.watcher import Looked
from manifest_app.desktop.widgets.watch_mark import WatchMark
from manifest_app.errors import KnownError, WriteProblem
from manifest_app.model.progress import Progress
from manifest_app.outgoing.report import Report
from manifest_app.workflow import watching
from manifest_app.workflow.checking import check_file
from manifest_app.workflow.session import Session
from manifest_app.workflow.watching import FOLDERS, HELD, NO_FILE, STILL_WRITTEN, watched
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import allowed, go, said

CLEAN = "The meeting is on Monday at nine."
DISCLOSING = "Some of the people on the list of flight RX-114 were affected."


@pytest.fixture
def page(office: Office) -> WatchPage:
    made = go(office, office.sign_in("supervisor"), "watch", WatchPage)
    made.context.watcher.settle = 0.05
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "leaving"
    made.mkdir()
    return made


def window_of(page: WatchPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def start(office: Office, page: WatchPage, folder: Path) -> None:
    page.start(folder)
    office.settle(window_of(page))
    assert page.context.watcher.on


def state(page: WatchPage) -> str:
    assert page.state.message is not None
    return page.state.message.text


def files(folder: Path, name: str) -> set[str]:
    return {path.name for path in (folder / name).iterdir() if not path.name.endswith(watching.REPORT_ENDINGS)}


def wait_for(office: Office, folder: Path, name: str, file: str) -> None:
    office.qtbot.waitUntil(lambda: file in files(folder, name), timeout=20_000)
    for window in office.windows:
        office.settle(window)


@contextmanager
def other_watch(folder: Path) -> Iterator[None]:
    with watched(folder, lambda: pytest.fail("no file is complete"), settle=1, clock=lambda: 0.0):
        yield


def test_it_is_off_and_says_so(page: WatchPage) -> None:
    assert state(page).startswith("Off.")
    assert not page.context.watcher.on
    assert not allowed(window_of(page), "watch.stop")
    assert faults(window_of(page)) == []


def test_files_are_moved_and_listed_with_their_report(office: Office, page: WatchPage, folder: Path) -> None:
    start(office, page, folder)
    assert str(folder / "outbox") in state(page)
    mark = window_of(page).findChild(WatchMark)
    assert mark is not None
    assert not mark.isHidden()
    (folder / "outbox" / "a.txt").write_text(CLEAN)
    wait_for(office, folder, "cleared", "a.txt")
    (folder / "outbox" / "b.txt").write_text(DISCLOSING)
    wait_for(office, folder, "refused", "b.txt")
    office.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert [page.model.text(row, 1) for row in range(2)] == ["Discloses", "Clean"]
    assert page.view.choose(folder / "refused" / "b.txt")
    (outcome,) = [one.outcome for one in page.model.items() if not one.outcome.cleared]
    assert page.found.items() == outcome.report.places
    assert len(outcome.report.places) > 0
    assert page.view.choose(folder / "cleared" / "a.txt")
    assert page.found.rowCount() == 0
    assert faults(window_of(page)) == []
    page.stop()
    assert state(page).startswith("Off.")
    assert mark.isHidden()


def test_on_another_page_the_window_says_what_was_refused(office: Office, page: WatchPage, folder: Path) -> None:
    start(office, page, folder)
    window = window_of(page)
    window.context.open_page("flights")
    (folder / "outbox" / "b.txt").write_text(DISCLOSING)
    wait_for(office, folder, "refused", "b.txt")
    office.qtbot.waitUntil(lambda: "Refused: \u2068b.txt\u2069." in said(window))


def test_a_stop_lets_go_of_the_folder_and_leaves_what_is_there(office: Office, page: WatchPage, folder: Path) -> None:
    start(office, page, folder)
    with pytest.raises(KnownError, match="Another watch"), other_watch(folder):
        pass
    page.stop()
    office.settle(window_of(page))
    (folder / "outbox" / "a.txt").write_text(CLEAN)
    with other_watch(folder):
        assert files(folder, "outbox") == {"a.txt"}


@pytest.mark.parametrize("how", ["lock", "close"])
def test_a_lock_or_a_quit_ends_it_and_nothing_is_half_moved(
    office: Office, page: WatchPage, folder: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[Path] = []

    def slow(session: Session | None, path: Path, *, progress: Progress, shared: bool) -> Report:
        reached.append(path)
        while True:
            progress(0, None, "")

    monkeypatch.setattr(watching, "check_file", slow)
    start(office, page, folder)
    (folder / "outbox" / "a.txt").write_text(CLEAN)
    office.qtbot.waitUntil(lambda: bool(reached), timeout=20_000)
    window = window_of(page)
    if how == "lock":
        window.locker.lock()
        assert office.locks
    else:
        window.close()
    office.windows.remove(window)
    assert not page.context.watcher.on
    assert files(folder, "outbox") == {"a.txt"}
    assert not any(files(folder, name) for name in FOLDERS if name != "outbox")
    with other_watch(folder):
        pass


def test_a_folder_that_vanishes_ends_it_and_the_page_says_why(office: Office, page: WatchPage, folder: Path) -> None:
    start(office, page, folder)
    (folder / "outbox").rename(folder / "elsewhere")
    office.qtbot.waitUntil(lambda: not page.context.watcher.on, timeout=20_000)
    assert page.banner.message is not None
    assert page.banner.message.text.startswith("The watch is off.")
    assert "outbox" in page.banner.message.text
    assert state(page).startswith("Off.")
    start(office, page, folder)
    assert page.banner.message is None


def test_a_full_disk_ends_it_and_the_file_is_in_the_outbox(
    office: Office, page: WatchPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise WriteProblem("There is no space left on the disk.")

    monkeypatch.setattr(watching, "write_new", full)
    start(office, page, folder)
    window_of(page).context.open_page("flights")
    (folder / "outbox" / "a.txt").write_text(CLEAN)
    office.qtbot.waitUntil(lambda: not page.context.watcher.on, timeout=20_000)
    assert "no space left" in said(window_of(page))
    assert files(folder, "outbox") == {"a.txt"}
    assert list((folder / "cleared").iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom a folder can refuse")
def test_a_folder_that_is_read_only_is_not_watched(office: Office, page: WatchPage, folder: Path) -> None:
    folder.chmod(0o500)
    page.start(folder)
    office.settle(window_of(page))
    assert not page.context.watcher.on
    assert page.banner.message is not None
    assert "can't be made" in page.banner.message.text


def test_a_folder_that_another_watches_is_not_watched(office: Office, page: WatchPage, folder: Path) -> None:
    with other_watch(folder):
        page.start(folder)
        office.settle(window_of(page))
    assert not page.context.watcher.on
    assert page.banner.message is not None
    assert "Another watch" in page.banner.message.text


def test_what_is_left_is_said_with_its_reason(office: Office, page: WatchPage, folder: Path) -> None:
    start(office, page, folder)
    (folder / "outbox" / "folder").mkdir()
    office.qtbot.waitUntil(lambda: "is no file" in page.waiting.text(), timeout=20_000)
    assert not page.waiting.isHidden()


def test_one_file_is_checked_between_two_other_jobs(
    office: Office, page: WatchPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    ready = page.context

    def other(looked: Looked) -> None:
        if looked.outcomes:
            ready.jobs.run("Reading", lambda _progress: order.append("job"), lambda _nothing: None)

    def noted(session: Session | None, path: Path, *, progress: Progress, shared: bool) -> Report:
        order.append(path.name)
        return check_file(session, path, shared=shared, progress=progress)

    monkeypatch.setattr(watching, "check_file", noted)
    ready.watcher.looked.connect(other)
    start(office, page, folder)
    for name in ("a.txt", "b.txt"):
        (folder / "outbox" / name).write_text(CLEAN)
    wait_for(office, folder, "cleared", "b.txt")
    assert order == ["a.txt", "job", "b.txt", "job"]


def test_every_reason_to_wait_has_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    class Shouting:
        translate = staticmethod(lambda _context, text: text.upper())

    monkeypatch.setattr(watch_page, "QCoreApplication", Shouting)
    for reason in (NO_FILE, STILL_WRITTEN, HELD):
        assert watch_page.waits(reason) == reason.upper()
