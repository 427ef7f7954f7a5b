import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from manifest_app.errors import Bug, CancelledError, FileProblem, UnsafeFileError
from manifest_app.files import child
from manifest_app.files.child import run_child
from manifest_app.files.task import ChildLimits, UnknownTaskError, find_task


@pytest.fixture
def _tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-E", "-m", "tests.files.tasks"])


def run(name: str, argument: object = None, *, wall: float = 60.0, cpu: int = 30) -> list[object]:
    limits = ChildLimits(memory_bytes=2 << 30, cpu_seconds=cpu, wall_seconds=wall)
    values = run_child(f"tests.files.tasks:{name}", argument, what="list.xlsx", limits=limits)
    return [msgspec.msgpack.decode(value) for value in values]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.usefixtures("_tasks")
class TestChild:
    def test_gives_back_what_the_task_yields_in_a_clean_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SECRET_OF_THE_PARENT", "1")
        echoed, names = run("echo", {"path": "x", "n": 3})
        assert echoed == {"path": "x", "n": 3}
        assert isinstance(names, list)
        assert "SECRET_OF_THE_PARENT" not in names

    @pytest.mark.parametrize("name", ["abort", "babble", "eat"])
    def test_a_child_that_breaks_is_a_sentence(self, name: str) -> None:
        with pytest.raises(FileProblem, match=r"list\.xlsx could not be read"):
            run(name)

    def test_a_refusal_comes_over_with_its_class_and_words(self) -> None:
        with pytest.raises(UnsafeFileError) as caught:
            run("refuse")
        assert (caught.value.message, caught.value.todo) == ("It is a bomb.", "Leave it.")

    def test_a_fault_of_ours_is_a_bug(self) -> None:
        with pytest.raises(Bug):
            run("fail")

    def test_a_child_that_hangs_is_stopped(self) -> None:
        with pytest.raises(FileProblem, match="took too long"):
            run("hang", wall=0.5)

    @pytest.mark.skipif(sys.platform == "win32", reason="limits of processor time are POSIX only")
    def test_a_child_that_spins_runs_out_of_processor_time(self) -> None:
        with pytest.raises(FileProblem, match="ran out of memory or time"):
            run("spin", cpu=1)

    @pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
    def test_the_child_cannot_write_files(self, tmp_path: Path) -> None:
        path = tmp_path / "loot"
        assert run("write", str(path)) == ["refused"]

    def test_cancelling_ends_the_child_at_once(self) -> None:
        seen: list[int] = []

        def progress(done: int, total: int | None, what: str) -> None:
            if seen:
                raise CancelledError("Stopped.")

        values = run_child("tests.files.tasks:hang", None, what="x", progress=progress)
        seen.append(msgspec.msgpack.decode(next(values), type=int))
        with pytest.raises(CancelledError):
            next(values)
        assert not alive(seen[0])

    def test_leaving_the_results_ends_the_child(self) -> None:
        values = run_child("tests.files.tasks:hang", None, what="x")
        pid = msgspec.msgpack.decode(next(values), type=int)
        values.close()  # type: ignore[attr-defined]
        assert not alive(pid)

    def test_progress_of_the_child_is_told(self) -> None:
        told: list[tuple[object, ...]] = []
        list(run_child("tests.files.tasks:echo", 1, what="x", progress=lambda *step: told.append(step)))
        assert (1, 2, "echoing") in told


@pytest.mark.parametrize("name", ["os:system", "manifest_app.files.child:main", "manifest_app.nowhere:parse", "x"])
def test_only_marked_functions_of_ours_run(name: str) -> None:
    with pytest.raises(UnknownTaskError):
        find_task(name)


def test_an_unknown_task_is_a_bug() -> None:
    with pytest.raises(Bug):
        list(run_child("os:system", "true", what="x"))


def test_the_child_starts_light() -> None:
    code = "import manifest_app.files.child, manifest_app.intake.parse, sys; print(*sys.modules)"
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=child._home())
    modules = set(done.stdout.split())
    assert not modules & {"PySide6", "sqlalchemy", "sqlcipher3", "openpyxl", "numpy", "typer"}
    assert time.monotonic() - started < 10


def test_frozen_programs_call_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child._command() == [sys.executable, "--parser-child"]
