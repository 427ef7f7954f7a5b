"""All of an act that somebody beside it can see: files and their marks, what is printed and logged, the answer."""

import io
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from manifest_app.errors import KnownError


@dataclass(frozen=True)
class Seen:
    """What was seen; two acts between which nothing may differ are equal.

    Attributes:
        names: Files and folders that were made, by their names.
        contents: Their bytes, in the order of the names.
        marks: Rights, time of change and attributes of each.
        left: What is left in the folders for temporary files and for work.
        printed: What went to the terminal.
        logged: Log lines and warnings of every level.
        answer: What came back, or kind, words and exit code of a refusal.
    """

    names: tuple[str, ...]
    contents: tuple[bytes, ...]
    marks: tuple[tuple[object, ...], ...]
    left: tuple[str, ...]
    printed: str
    logged: tuple[str, ...]
    answer: tuple[object, ...]


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # It says an address in memory and the folder of the vault, which differ between any two runs.
        said = str(record.msg) if record.name == "filelock" else record.getMessage()
        self.lines.append(f"{record.name} {record.levelname} {said}")


def observe(folder: Path, act: Callable[[Path], tuple[object, ...]]) -> Seen:
    """Let something be done that writes into a new folder, and see what shows of it.

    Args:
        folder: A folder that doesn't exist yet; it gets three, for the files, for temporary ones, and for work.
        act: Gets the folder for the files, gives what comes back.
    """
    target, temporary, work = (folder / name for name in ("out", "temporary", "work"))
    for one in (target, temporary, work):
        one.mkdir(parents=True)
    kept, printed = _Kept(), io.StringIO()
    root, level, before, where = logging.getLogger(), logging.getLogger().level, tempfile.tempdir, Path.cwd()
    root.addHandler(kept)
    root.setLevel(logging.DEBUG)
    tempfile.tempdir = str(temporary)
    os.chdir(work)
    try:
        with redirect_stdout(printed), redirect_stderr(printed), warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            answer = _answer(act, target)
    finally:
        os.chdir(where)
        tempfile.tempdir = before
        root.setLevel(level)
        root.removeHandler(kept)
    made = sorted(target.rglob("*"))
    return Seen(
        tuple(one.relative_to(target).as_posix() for one in made),
        tuple(one.read_bytes() for one in made if one.is_file()),
        tuple(map(_marks, made)),
        tuple(sorted(str(one.relative_to(folder)) for at in (temporary, work) for one in at.rglob("*"))),
        printed.getvalue(),
        (*kept.lines, *(str(one.message) for one in warned)),
        answer,
    )


def _answer(act: Callable[[Path], tuple[object, ...]], target: Path) -> tuple[object, ...]:
    try:
        return act(target)
    except KnownError as refusal:
        return type(refusal), str(refusal), refusal.todo, refusal.exit_code


def _marks(path: Path) -> tuple[object, ...]:
    found = path.stat()
    listed = tuple(sorted(os.listxattr(path))) if sys.platform == "linux" else ()
    return found.st_mode, found.st_mtime_ns if path.is_file() else 0, found.st_nlink, listed
