"""Work on a stranger's file in a process of its own, so that a parser that breaks or hangs takes nothing with it.

Measured (python-calamine 0.9.1): a workbook of 5 kB can abort the process that parses it. Here the parent stays alive,
says so in one sentence, and can cancel at any time.
"""

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

import msgspec

import manifest_app
from manifest_app.errors import Bug, FileProblem, KnownError
from manifest_app.files import limits as platform_limits
from manifest_app.files.frames import (
    Ended,
    Failed,
    Frame,
    FrameError,
    Request,
    Said,
    Step,
    read_frame,
    read_request,
    write_frame,
)
from manifest_app.files.task import DEFAULT_LIMITS, ChildLimits, find_task
from manifest_app.model.progress import Progress, silent

FROZEN_FLAG = "--parser-child"
"""Given as the only argument, the frozen program's entry must call `main` and nothing else."""

_TICK_SECONDS = 0.1
_QUEUE_FRAMES = 8
_KEPT_ENVIRONMENT = ("PATH", "HOME", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "USERPROFILE", "APPDATA")
_SPLIT = "Split the list into smaller files, or save it again from a spreadsheet program."


class BrokenReaderError(FileProblem):
    """The child broke, ran out of memory or of time; what it said before is not all there is."""


def run_child(
    task: str,
    argument: object,
    *,
    what: str,
    limits: ChildLimits = DEFAULT_LIMITS,
    progress: Progress = silent,
) -> Iterator[msgspec.Raw]:
    """Run a task in a child process and yield its results as they come; closing the iterator ends the child.

    Args:
        task: Name of a `child_task`, ``package.module:function``.
        argument: Plain values (msgpack) for it.
        what: What is worked on, for messages: a file's name.
        limits: What the child may use.
        progress: Told what the child tells, and called ten times a second to allow cancelling.

    Raises:
        KnownError: The error the task ended with.
        BrokenReaderError: The child broke, ran out of memory or of time.
        CancelledError: ``progress`` cancelled.
        Bug: The task failed for a reason of its own.
    """
    process = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_home(),
        env=_environment(),
    )
    handle = platform_limits.limit_child(process, limits.memory_bytes)
    frames: queue.Queue[Frame | FrameError | None] = queue.Queue(_QUEUE_FRAMES)
    stopped = threading.Event()
    reader = threading.Thread(target=_pump, args=(process.stdout, frames, stopped), daemon=True)
    try:
        _send(
            process,
            Request(task, msgspec.Raw(msgspec.msgpack.encode(argument)), limits.memory_bytes, limits.cpu_seconds),
        )
        reader.start()
        yield from _listen(frames, time.monotonic() + limits.wall_seconds, progress, what)
    finally:
        stopped.set()
        process.kill()
        process.wait()
        if reader.is_alive():
            reader.join()
        if process.stdout is not None:
            process.stdout.close()
        del handle


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_FLAG]
    return [sys.executable, "-E", "-X", "utf8", "-m", "manifest_app.files.child"]


def _home() -> Path | None:
    return None if getattr(sys, "frozen", False) else Path(manifest_app.__file__).resolve().parent.parent


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}


def _send(process: subprocess.Popen[bytes], request: Request) -> None:
    if process.stdin is None:
        raise Bug("the child has no input")
    with suppress(BrokenPipeError, OSError), process.stdin as stream:
        write_frame(stream, request)


def _pump(stream: IO[bytes], frames: "queue.Queue[Frame | FrameError | None]", stopped: threading.Event) -> None:
    """Move frames from the pipe to the queue; a thread, since pipes can't be waited for with a time-out on Windows."""
    last = False
    while not last:
        frame: Frame | FrameError | None
        try:
            frame = read_frame(stream)
        except (FrameError, OSError, ValueError):
            frame = FrameError()
        last = frame is None or isinstance(frame, FrameError)
        while not stopped.is_set():
            with suppress(queue.Full):
                frames.put(frame, timeout=_TICK_SECONDS)
                break
        last = last or stopped.is_set()


def _listen(
    frames: "queue.Queue[Frame | FrameError | None]", deadline: float, progress: Progress, what: str
) -> Iterator[msgspec.Raw]:
    step = Step(0, None, "opening the file")
    while True:
        progress(step.done, step.total, step.what)
        if time.monotonic() > deadline:
            raise BrokenReaderError(f"Reading {what} took too long and was stopped.", _SPLIT)
        try:
            frame = frames.get(timeout=_TICK_SECONDS)
        except queue.Empty:
            continue
        if isinstance(frame, Said):
            yield frame.value
        elif isinstance(frame, Step):
            step = frame
        elif isinstance(frame, Ended) and frame.how == "done":
            return
        else:
            raise _failure(frame, what)


def _failure(frame: Failed | Ended | FrameError | None, what: str) -> KnownError | Bug:
    if isinstance(frame, Failed):
        return frame.error()
    if isinstance(frame, Ended) and frame.how == "bug":
        return Bug("the parser's child process failed")
    return BrokenReaderError(f"{what} could not be read: its reader ran out of memory or time, or broke on it.", _SPLIT)


def main() -> int:
    """The child: read one request from standard input, limit ourselves, do it, and write what comes of it."""
    output = sys.stdout.buffer
    try:
        request = read_request(sys.stdin.buffer)
        platform_limits.limit_self(request.memory_bytes, request.cpu_seconds)
        for value in find_task(request.task)(request.argument, _Reporter(output)):
            write_frame(output, Said(value))
        write_frame(output, Ended("done"))
    except KnownError as error:
        write_frame(output, Failed(type(error).__name__, error.message, error.todo))
    except MemoryError:
        write_frame(output, Ended("memory"))
    except BrokenPipeError:
        return 1
    except Exception:  # the parent raises it as a bug; a traceback could hold data
        write_frame(output, Ended("bug"))
    return 0


class _Reporter:
    """Tells the parent how far the work is, at most ten times a second."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._next = 0.0

    def __call__(self, done: int, total: int | None, what: str) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _TICK_SECONDS
            write_frame(self._stream, Step(done, total, what))


if __name__ == "__main__":
    sys.exit(main())
