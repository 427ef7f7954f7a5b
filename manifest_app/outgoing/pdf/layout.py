"""The lines and columns of a PDF's page, put together from where each letter stands, not from the order of the file."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_SAME_LINE = 0.4
_SPACE, _COLUMN = 0.2, 1.6
_SPACED_FROM = 8
_EVEN, _MOSTLY, _WIDER = 0.12, 0.75, 1.5
_ALIGNED, _LINES_APART = 2.5, 2.2
_HYPHENS = frozenset("-\u00ad\u2010\u2011")
_EDGE_LINES, _EDGE_WORDS = 3, 3


class Letter(NamedTuple):
    """A letter, its box, and the line it stands on, in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float


class Line(NamedTuple):
    """Letters beside one another without a gap as wide as one between columns."""

    text: str
    left: float
    base: float
    size: float


def lines_of(letters: Sequence[Letter]) -> list[Line]:
    """The lines of a page from the top, those beside one another from the left."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: (-one.base, one.left)):
        if not rows or rows[-1][0].base - letter.base > _SAME_LINE * letter.size:
            rows.append([])
        rows[-1].append(letter)
    return [line for row in rows for line in _parts(sorted(row, key=lambda one: one.left))]


def _parts(row: Sequence[Letter]) -> Iterator[Line]:
    size = max(one.size for one in row)
    start = 0
    for place in range(1, len(row) + 1):
        if place == len(row) or row[place].left - row[place - 1].right > _COLUMN * size:
            yield _line(row[start:place], size)
            start = place


def _line(part: Sequence[Letter], size: float) -> Line:
    pitches = [other.left - one.left for one, other in pairwise(part)]
    pitch = sorted(pitches)[len(pitches) // 2] if pitches else 0.0
    if len(pitches) >= _SPACED_FROM and sum(abs(one - pitch) <= _EVEN * pitch for one in pitches) >= _MOSTLY * len(
        pitches
    ):
        return _joined(part, pitches, _WIDER * pitch, size)
    gaps = [other.left - one.right for one, other in pairwise(part)]
    usual = sorted(gaps)[len(gaps) // 2] if len(gaps) >= _SPACED_FROM else 0.0
    wide = max(_SPACE * size, usual + _SPACE * size if usual > _SPACE * size / 2 else 0.0)
    return _joined(part, gaps, wide, size)


def _joined(part: Sequence[Letter], gaps: Sequence[float], wide: float, size: float) -> Line:
    """A line with spaces where a gap is wide."""
    text = part[0].text
    for gap, other in zip(gaps, part[1:], strict=True):
        text += (" " if gap > wide else "") + other.text
    return Line(text, part[0].left, part[0].base, size)


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Lines that stand below one another, joined; where a hyphen ends a line, also without it."""
    open_ones: list[list[Line]] = []
    for line in lines:
        for column in open_ones:
            if _goes_on(column[-1], line):
                column.append(line)
                break
        else:
            open_ones.append([line])
    for column in open_ones:
        yield " ".join(line.text for line in column)
        if any(line.text[-1:] in _HYPHENS for line in column[:-1]):
            yield "".join(line.text[:-1] if line.text[-1:] in _HYPHENS else line.text + " " for line in column)


def _goes_on(one: Line, other: Line) -> bool:
    apart = one.base - other.base
    return 0 < apart <= _LINES_APART * max(one.size, other.size) and abs(one.left - other.left) <= (
        _ALIGNED * max(one.size, other.size)
    )


def over_the_edge(above: Sequence[Line], below: Sequence[Line]) -> Iterator[str]:
    """The last words of a page before the first ones of the next."""
    for last in above[-_EDGE_LINES:]:
        for first in below[:_EDGE_LINES]:
            yield " ".join((*last.text.split()[-_EDGE_WORDS:], *first.text.split()[:_EDGE_WORDS]))
