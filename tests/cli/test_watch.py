"""The watched folder on the command line: exit codes, one document, and an end from the keyboard."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers.command_line import ROOT, Answer, Office, run

CLEAN = "The meeting is on Monday."
DISCLOSING = "Some of the people on the list for flight RX-114 were affected."


def saved(folder: Path, **texts: str) -> Path:
    outbox = folder / "watched" / "outbox"
    outbox.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (outbox / f"{name}.txt").write_text(text, encoding="utf-8")
    return outbox.parent


def once(capsys: pytest.CaptureFixture[str], folder: Path, *more: str) -> Answer:
    return run(capsys, [*more, "watch", str(folder), "--once", "--settle", "0.1"])


def test_once_clears_what_may_leave(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = saved(tmp_path, a=CLEAN)
    answer = once(capsys, folder, "--json")
    assert answer.code == 0
    assert answer.document == {"files": [{"file": str(folder / "cleared" / "a.txt"), "verdict": "clean"}], "left": []}
    assert once(capsys, folder).code == 0


def test_once_with_something_refused_is_not_done(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    answer = once(capsys, saved(tmp_path, a=CLEAN, b=DISCLOSING))
    assert answer.code == 3
    assert "People were not checked" in answer.out
    assert "1 cleared, 1 refused." in answer.out


def test_once_with_something_left_is_not_done(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = saved(tmp_path)
    (folder / "outbox" / "folder").mkdir()
    answer = once(capsys, folder)
    assert answer.code == 3
    assert "folder is no file" in answer.out


def test_a_folder_that_is_missing_is_a_mistake(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert once(capsys, tmp_path / "missing").code == 1


def test_the_vault_is_free_between_the_checks(office: Office, tmp_path: Path) -> None:
    line = (office.folder / "files" / "exposure-list.csv").read_text(encoding="utf-8-sig").splitlines()[5]
    folder = saved(tmp_path, a=line, b=CLEAN)
    answer = office.run("--json", "watch", str(folder), "--once", "--settle", "0.1", user="supervisor")
    assert answer.code == 3
    assert [one["verdict"] for one in answer.document["files"]] == ["discloses", "clean"]
    assert office.run("flight", "list").code == 0
    with office.session("planner"):
        assert office.run("watch", str(saved(tmp_path, c=CLEAN)), "--once", user="supervisor").code == 1
    assert (folder / "outbox" / "c.txt").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent in another way there")
def test_the_keyboard_ends_a_watch(tmp_path: Path) -> None:
    folder = saved(tmp_path, a=CLEAN)
    command = [sys.executable, "-m", "manifest_app", "watch", str(folder), "--settle", "0.1"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 30
        while not (folder / "cleared" / "a.txt").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert "1 cleared, 0 refused." in out
