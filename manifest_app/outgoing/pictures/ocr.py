"""Reads the words of a picture with Tesseract, where that program is installed; without it nothing is read.

The picture goes in through standard input as a plain PGM, the words come back through standard output: no file is
written, nothing is fetched. How many pictures, how large, and how long is bounded for each file that is checked.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from manifest_app.outgoing.texts.letters import Box, Gray, ground_of

PROGRAM = "tesseract"
LANGUAGES = ("eng", "spa")
MOST_PIXELS = 12_000_000
MOST_PICTURES = 40
SECONDS_EACH, SECONDS_IN_ALL = 30.0, 90.0
_SECONDS_TO_START = 10.0
_MOST_ANSWER = 8 << 20
_COLUMNS = 12
_KEPT = ("PATH", "SYSTEMROOT", "WINDIR", "TESSDATA_PREFIX", "LANG", "HOME")
_SMALL = 40
_MARGIN = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was read.

    Attributes:
        text: What it says.
        sure: How sure the program is of it, 0 to 100.
        box: Where it stands in the picture that was given.
        line: Words of one line have the same.
    """

    text: str
    sure: float
    box: Box
    line: tuple[str, ...]


@dataclass(slots=True)
class Budget:
    """What may still be read for the file that is checked."""

    pictures: int = MOST_PICTURES
    until: float = field(default_factory=lambda: time.monotonic() + SECONDS_IN_ALL)


_BUDGET: ContextVar[Budget | None] = ContextVar("budget", default=None)


def begin() -> None:
    """Start a new file: what earlier ones used up is forgotten."""
    _BUDGET.set(Budget())


@lru_cache(maxsize=4)
def _languages(program: str) -> str:
    """The languages to read in, "" where the program does not answer or has none of them."""
    answer = _run([program, "--list-langs"], b"", _SECONDS_TO_START)
    there = set(answer.decode("utf-8", "replace").split()) if answer else set()
    return "+".join(one for one in LANGUAGES if one in there)


def is_there() -> bool:
    """Whether pictures can be read on this machine."""
    program = shutil.which(PROGRAM)
    return program is not None and bool(_languages(program))


def read(gray: Gray) -> list[Word] | None:
    """The words of a picture, or None where they can't be read: no program, too large, too many, too slow, broken.

    Args:
        gray: Its pixels, row by row.
    """
    program = shutil.which(PROGRAM)
    if program is None or gray.size > MOST_PIXELS or not gray.size:
        return None
    languages = _languages(program)
    budget = _BUDGET.get()
    if budget is None:
        begin()
        return read(gray)
    left = min(SECONDS_EACH, budget.until - time.monotonic())
    if not languages or budget.pictures <= 0 or left <= 0:
        return None
    budget.pictures -= 1
    scale = 1 if gray.shape[0] > 3 * _SMALL else 3
    answer = _run(_command(program, languages), _pgm(gray, scale), left)
    return None if answer is None else _words(answer.decode("utf-8", "replace"), scale)


def _command(program: str, languages: str) -> list[str]:
    return [program, "stdin", "stdout", "-l", languages, "--psm", "11", "-c", "tessedit_create_tsv=1"]


def _pgm(gray: Gray, scale: int) -> bytes:
    """The picture larger, with an empty edge: letters of a few pixels, or at the edge, are not read."""
    large = np.repeat(np.repeat(gray, scale, axis=0), scale, axis=1)
    framed = np.pad(large, _MARGIN, constant_values=ground_of(gray))
    return b"P5\n%d %d\n255\n" % (framed.shape[1], framed.shape[0]) + framed.tobytes()


def _run(command: Sequence[str], given: bytes, seconds: float) -> bytes | None:
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env=environment,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 and len(done.stdout) <= _MOST_ANSWER else None


def _words(answer: str, scale: int) -> list[Word] | None:
    """The words of Tesseract's table, None where it is none."""
    lines = answer.splitlines()
    if not lines or not lines[0].startswith("level\t"):
        return None
    found: list[Word] = []
    for line in lines[1:]:
        cells = line.split("\t", _COLUMNS - 1)
        if len(cells) != _COLUMNS:
            return None
        try:
            word = _word(cells, scale)
        except ValueError:
            return None
        if word is not None:
            found.append(word)
    return found


def _word(cells: Sequence[str], scale: int) -> Word | None:
    left, top, width, height = map(int, cells[6:10])
    sure, text = float(cells[10]), cells[11].strip()
    if sure < 0 or not text:
        return None
    x, y = (left - _MARGIN) // scale, (top - _MARGIN) // scale
    return Word(text, sure, (x, y, x + width // scale + 1, y + height // scale + 1), tuple(cells[1:5]))
