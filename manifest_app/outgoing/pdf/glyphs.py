"""Whether the letters of an embedded font look like what they are said to be.

The file says which letter each glyph stands for, and nothing keeps it from lying: a page then shows one name, and every
program that extracts its text reads another. Here the glyphs as drawn are compared with those of three plain faces.
A face that is odd but honest is far from all of them; one that lies is near other letters than its own.
"""

import ctypes
import string
from collections import Counter
from functools import cache

import numpy as np
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it ships no types
from numpy.typing import NDArray

from manifest_app.outgoing.texts.letters import Gray

LETTERS = string.ascii_letters + string.digits
_FACES = (b"Helvetica", b"Times-Roman", b"Courier")
_SIDE = 12
_CELL, _POINTS = 40, 24
_NEAREST = 5
_FEWEST, _MOST_WRONG = 5, 0.3
_MOST_SEEN, _ALIKE = 12, 15.0
_FEWEST_PIXELS = 6
_FAR = 90

Picture = NDArray[np.float32]


def ground_around(gray: Gray) -> int:
    """The grey of the edge of a picture."""
    return int(np.median(np.concatenate([gray[0], gray[-1], gray[:, 0], gray[:, -1]]))) if gray.size else 255


def differing(gray: Gray, ground: int) -> float:
    """The part of some pixels that is clearly not as the ground is."""
    return float((np.abs(gray.astype(np.int16) - ground) > _FAR).mean())


def picture_of(gray: Gray, ground: int) -> Picture | None:
    """A glyph's ink, trimmed and brought to one size, with its proportions; None where it has hardly any."""
    ink = np.abs(gray.astype(np.int16) - ground) > _FAR
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if len(rows) == 0 or rows[-1] - rows[0] < _FEWEST_PIXELS:
        return None
    trimmed = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height, width = trimmed.shape
    down = np.linspace(0, height - 1, 3 * _SIDE).round().astype(int)
    across = np.linspace(0, width - 1, 3 * _SIDE).round().astype(int)
    small = trimmed[down][:, across].reshape(_SIDE, 3, _SIDE, 3).mean(axis=(1, 3)).astype(np.float32)
    proportion = np.full(_SIDE, min(width / height, 2.0), np.float32)
    return np.concatenate([small.ravel(), proportion])


@cache
def _plain_faces() -> Picture:
    """The letters of three plain faces, by face and letter."""
    return np.stack([_face(name) for name in _FACES])


def _face(name: bytes) -> Picture:
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(_CELL * len(LETTERS), _CELL)
    font = pdfium.FPDFText_LoadStandardFont(document.raw, name)
    for place, letter in enumerate(LETTERS):
        text = pdfium.FPDFPageObj_CreateTextObj(document.raw, font, _POINTS)
        pdfium.FPDFText_SetText(text, (ctypes.c_ushort * 2)(ord(letter), 0))
        pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, place * _CELL + 8, 10)
        pdfium.FPDFPage_InsertObject(page.raw, text)
    page.gen_content()
    sheet = page.render(grayscale=True).to_numpy().reshape(_CELL, -1)
    pictures = [picture_of(sheet[:, place * _CELL : (place + 1) * _CELL], 255) for place in range(len(LETTERS))]
    pdfium.FPDFFont_Close(font)
    document.close()
    return np.stack([one if one is not None else np.zeros(_SIDE * _SIDE + _SIDE, np.float32) for one in pictures])


class Glyphs:
    """How the letters of one font look; of each some are kept, since one letter may be said of several glyphs."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._pictures: dict[str, list[Picture]] = {}

    def has_enough_of(self, letter: str) -> bool:
        """Whether no more of a letter need be looked at."""
        return self._seen[letter] >= _MOST_SEEN

    def add(self, letter: str, glyph: Picture | None) -> None:
        """Keep a letter as it is drawn, unless one like it is kept; None for one that is too small to tell."""
        self._seen[letter] += 1
        kept = self._pictures.setdefault(letter, [])
        if glyph is not None and all(np.square(glyph - one).sum() > _ALIKE for one in kept):
            kept.append(glyph)

    def lie(self) -> bool:
        """Whether many of the letters look like others."""
        judged = [_is_itself(letter, glyph) for letter, several in self._pictures.items() for glyph in several]
        return len(judged) >= _FEWEST and judged.count(False) > _MOST_WRONG * len(judged)


def _is_itself(letter: str, glyph: Picture) -> bool:
    away = np.square(_plain_faces() - glyph).sum(axis=2).min(axis=0)
    nearest = np.argsort(away)[:_NEAREST]
    return letter.casefold() in {LETTERS[one].casefold() for one in nearest}
