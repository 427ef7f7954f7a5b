"""Shapes in a picture: which ink hangs together, and which of it stands in rows as letters do. It reads nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.uint8]
Ink = NDArray[np.bool_]
Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom are outside."""

MOST_RUNS = 120_000
_LOWEST, _HIGHEST = 4, 160
_WIDEST = 1.9
_FULLEST = 0.9
_GAP = 2.5


class TooBusyError(Exception):
    """The picture has more shapes than are looked at, as a photograph has."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Ink that hangs together."""

    box: Box
    area: int

    @property
    def width(self) -> int:
        """In pixels."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> int:
        """In pixels."""
        return self.box[3] - self.box[1]

    @property
    def fullness(self) -> float:
        """The part of its box that is ink."""
        return self.area / (self.width * self.height)


def ground_of(gray: Gray) -> int:
    """The grey that most of a picture has."""
    return int(np.bincount(gray.ravel(), minlength=256).argmax())


def ink_of(gray: Gray) -> Ink:
    """Whatever differs from the ground, the grey that most of the picture has."""
    counts = np.bincount(gray.ravel(), minlength=256)
    ground = int(counts.argmax())
    differs: Ink = np.abs(gray.astype(np.int16) - ground) > _threshold(counts, ground)
    return differs


def _threshold(counts: NDArray[np.int64], ground: int) -> float:
    """A third of the way to the farthest grey, so that the soft edges of letters don't join them."""
    used = np.flatnonzero(counts)
    return max(float(abs(int(used[0]) - ground)), float(abs(int(used[-1]) - ground))) / 3


def shapes_of(ink: Ink) -> list[Shape]:
    """The shapes that hang together, each pixel with its eight neighbours.

    Raises:
        TooBusyError: There are too many.
    """
    rows, starts, ends = _runs(ink)
    owner = list(range(len(rows)))
    before: list[int] = []
    current: list[int] = []
    row, first = -1, 0
    for number, here in enumerate(rows):
        if here != row:
            before = current if here == row + 1 else []
            current, row, first = [], here, 0
        while first < len(before) and ends[before[first]] < starts[number]:
            first += 1
        for other in before[first:]:
            if starts[other] > ends[number]:
                break
            _join(owner, number, other)
        current.append(number)
    return _gathered(owner, rows, starts, ends)


def _runs(ink: Ink) -> tuple[list[int], list[int], list[int]]:
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), np.int8)
    padded[:, 1:-1] = ink
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    if len(rows) > MOST_RUNS:
        raise TooBusyError
    ends = np.nonzero(steps == -1)[1]
    return rows.tolist(), starts.tolist(), ends.tolist()


def _root(owner: list[int], one: int) -> int:
    while owner[one] != one:
        owner[one] = owner[owner[one]]
        one = owner[one]
    return one


def _join(owner: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(owner, one), _root(owner, other)))
    owner[second] = first


def _gathered(owner: list[int], rows: Sequence[int], starts: Sequence[int], ends: Sequence[int]) -> list[Shape]:
    found: dict[int, list[int]] = {}
    for number, (row, start, end) in enumerate(zip(rows, starts, ends, strict=True)):
        box = found.setdefault(_root(owner, number), [start, row, end, row + 1, 0])
        box[0], box[2], box[3] = min(box[0], start), max(box[2], end), row + 1
        box[4] += end - start
    return [Shape((one[0], one[1], one[2], one[3]), one[4]) for one in found.values()]


def is_outside(shape: Shape, boxes: Iterable[Box]) -> bool:
    """Whether the middle of a shape lies in none of some boxes."""
    x, y = (shape.box[0] + shape.box[2]) / 2, (shape.box[1] + shape.box[3]) / 2
    return not any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)


def has_row(shapes: Sequence[Shape], *, fewest: int = 5) -> bool:
    """Whether some shapes stand beside one another, or below one another, as the letters of a word do.

    Args:
        shapes: The shapes of a picture.
        fewest: So many must stand in a row, all but one or two of them unlike each other.
    """
    like = [one for one in shapes if _is_like_a_letter(one)]
    turned = [Shape((one.box[1], one.box[0], one.box[3], one.box[2]), one.area) for one in like]
    return any(_is_word(row, fewest) for several in (like, turned) for row in _rows(several))


def _is_like_a_letter(one: Shape) -> bool:
    small, large = sorted((one.width, one.height))
    return _LOWEST <= large <= _HIGHEST and large <= _WIDEST * max(small, large / 6) * 3 and one.fullness <= _FULLEST


def _rows(shapes: Sequence[Shape]) -> Iterator[list[Shape]]:
    rows: list[list[Shape]] = []
    for one in sorted(shapes, key=lambda shape: shape.box[0]):
        for row in rows:
            if _follows(row[-1], one):
                row.append(one)
                break
        else:
            rows.append([one])
    yield from rows


def _follows(one: Shape, other: Shape) -> bool:
    height = max(one.height, other.height)
    if other.box[0] - one.box[2] > _GAP * height or max(one.height, other.height) > 3 * min(one.height, other.height):
        return False
    return min(one.box[3], other.box[3]) - max(one.box[1], other.box[1]) > 0.3 * min(one.height, other.height)


def _is_word(row: Sequence[Shape], fewest: int) -> bool:
    kinds = {(one.width, one.height, one.area) for one in row}
    return len(row) >= fewest and len(kinds) >= fewest - 1
