"""What somebody can be certain of who was told how many people of some lists are protected.

Each thing told bounds how many of a list's people are. People who are on exactly the same lists can't be told apart, so
only the number of protected people in each such group is unknown: a handful of whole numbers, even for long lists. A
person is certain when the group must be protected as a whole, or not at all. The search is exact; when it would take
too long, or what was told contradicts itself, the answer is that nothing can be promised, which counts as the worst.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

_MOST_STEPS = 20_000

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Between ``low`` and ``high`` of these people are protected."""

    people: frozenset[Hashable]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Certainty:
    """What can be concluded.

    Attributes:
        people: Number of people of whom it is certain that they are protected, or that they are not.
        promised: False when that can't be settled: then nothing may be relied on.
    """

    people: int
    promised: bool = True


@dataclass(frozen=True, slots=True)
class _Sum:
    groups: tuple[int, ...]
    low: int
    high: int


class _TooLongError(Exception):
    pass


def certainty(facts: Sequence[Fact]) -> Certainty:
    """How many people somebody can be certain about who knows exactly these facts."""
    everyone = frozenset[Hashable]().union(*(fact.people for fact in facts))
    groups = Counter(tuple(person in fact.people for fact in facts) for person in everyone)
    marks = tuple(groups)
    sums = tuple(
        _Sum(tuple(at for at, mark in enumerate(marks) if mark[place]), fact.low, fact.high)
        for place, fact in enumerate(facts)
    )
    sizes: Ranges = tuple((0, groups[mark]) for mark in marks)
    search = _Search(sums)
    try:
        if not search.possible(sizes):
            return Certainty(0, promised=False)
        return Certainty(sum(size for at, (_, size) in enumerate(sizes) if search.settles(sizes, at)))
    except _TooLongError:
        return Certainty(0, promised=False)


class _Search:
    """Whether there are whole numbers within their ranges that keep every sum within its bounds."""

    def __init__(self, sums: tuple[_Sum, ...]) -> None:
        self._sums = sums
        self._steps = 0

    def settles(self, ranges: Ranges, at: int) -> bool:
        """Whether all of a group must be protected, or none."""
        size = ranges[at][1]
        return not (self.possible(_with(ranges, at, (1, size))) and self.possible(_with(ranges, at, (0, size - 1))))

    def possible(self, ranges: Ranges) -> bool:
        """Whether there is a solution.

        Raises:
            _TooLongError: It was not found in time.
        """
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise _TooLongError
        tightened = self._tightened(ranges)
        if tightened is None:
            return False
        open_ranges = [(high - low, at) for at, (low, high) in enumerate(tightened) if high > low]
        if not open_ranges:
            return True
        at = min(open_ranges)[1]
        low, high = tightened[at]
        middle = (low + high) // 2
        halves = ((low, middle), (middle + 1, high))
        return any(self.possible(_with(tightened, at, half)) for half in halves)

    def _tightened(self, ranges: Ranges) -> Ranges | None:
        """The ranges without what no sum allows, or None when nothing is left."""
        current, before = list(ranges), None
        while current != before:
            before = list(current)
            for one in self._sums:
                least = sum(current[at][0] for at in one.groups)
                most = sum(current[at][1] for at in one.groups)
                if least > one.high or most < one.low:
                    return None
                for at in one.groups:
                    low, high = current[at]
                    current[at] = (max(low, one.low - (most - high)), min(high, one.high - (least - low)))
        return None if any(low > high for low, high in current) else tuple(current)


def _with(ranges: Ranges, at: int, one: tuple[int, int]) -> Ranges:
    return (*ranges[:at], one, *ranges[at + 1 :])
