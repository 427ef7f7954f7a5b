"""Dates of birth: how two of them compare, and how often that happens by chance in this registry."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from manifest_app.screening.weights import BIRTH_BACKGROUND, BIRTH_M, Birth, smoothed, weight

Day = tuple[int, int, int]
"""Year, month, day; 0 for what is not known."""


class BirthIndex:
    """The distinct dates of birth of a registry, and which one each record has.

    Args:
        births: One date per record.
    """

    def __init__(self, births: Sequence[Day]) -> None:
        self.dates: tuple[Day, ...] = tuple(sorted(set(births)))
        self._ids = {day: number for number, day in enumerate(self.dates)}
        self.column: NDArray[np.int32] = np.array([self._ids[birth] for birth in births], dtype=np.int32)
        self._counts = np.bincount(self.column, minlength=len(self.dates))
        columns = np.array(self.dates, dtype=np.int32).reshape(-1, 3)
        self._years, self._months, self._days = columns[:, 0], columns[:, 1], columns[:, 2]

    def levels(self, birth: Day) -> NDArray[np.int32]:
        """How a date compares with each of the distinct dates (values of `Birth`)."""
        levels = np.full(len(self.dates), Birth.DIFFERENT, dtype=np.int32)
        if birth[0]:
            self._partial(birth, levels)
            if all(birth):
                self._full(birth, levels)
        levels[self._years == 0] = Birth.MISSING
        return levels if birth[0] else np.zeros_like(levels)

    def _full(self, birth: Day, levels: NDArray[np.int32]) -> None:
        year, month, day = (
            known == mine for known, mine in zip((self._years, self._months, self._days), birth, strict=True)
        )
        full = self._days > 0
        levels[full] = Birth.DIFFERENT
        levels[full & year & day] = Birth.SAME_DAY_AND_YEAR
        levels[full & month & day] = Birth.SAME_DAY_AND_MONTH
        levels[full & year & month] = Birth.SAME_MONTH
        new_year = (self._months == 1) & (self._days == 1) | (birth[1:] == (1, 1))
        levels[full & year & new_year] = Birth.NEW_YEAR
        for level, variants in _variants(birth):
            for variant in variants:
                number = self._ids.get(variant)
                if number is not None and level > levels[number]:
                    levels[number] = level

    def _partial(self, birth: Day, levels: NDArray[np.int32]) -> None:
        partial = (self._days == 0) | (birth[2] == 0)
        month_known = (self._months > 0) & (birth[1] > 0)
        month_differs = month_known & (self._months != birth[1])
        apart = np.abs(self._years - birth[0])
        levels[partial & (apart == 1) & ~month_differs] = Birth.PARTIAL_NEAR
        levels[partial & (apart == 0) & ~month_differs] = Birth.PARTIAL_YEAR
        levels[partial & (apart == 0) & month_known & ~month_differs] = Birth.PARTIAL_MONTH

    def weights(self, birth: Day) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Levels and weights (hundredths of a bit) of a date for each of the distinct dates."""
        levels = self.levels(birth)
        seen = np.bincount(levels, weights=self._counts, minlength=len(Birth))
        worth = np.zeros(len(Birth), dtype=np.int32)
        for level, m in BIRTH_M.items():
            worth[level] = weight(m, smoothed(float(seen[level]), len(self.column), BIRTH_BACKGROUND[level]))
        return levels, worth[levels]


def _variants(birth: Day) -> Iterable[tuple[Birth, Iterable[Day]]]:
    year, month, day = birth
    yield Birth.TWO_SLIPS, ((other, day, month) for other in _years_alike(year))
    yield Birth.ONE_DIGIT, _one_digit(birth)
    yield Birth.YEAR_OFF, ((year - 1, month, day), (year + 1, month, day))
    yield Birth.EXCHANGED, ((year, day, month),)
    yield Birth.EQUAL, (birth,)


def _years_alike(year: int) -> Iterable[int]:
    yield from (year - 1, year + 1)
    yield from (other for other, _, _ in _one_digit((year, 1, 1)) if other != year)


def _one_digit(birth: Day) -> Iterable[Day]:
    text = f"{birth[0]:04d}{birth[1]:02d}{birth[2]:02d}"
    for at in range(len(text)):
        for digit in "0123456789":
            yield _day(text[:at] + digit + text[at + 1 :])
        yield _day(text[:at] + text[at : at + 2][::-1] + text[at + 2 :])


def _day(text: str) -> Day:
    return int(text[:4]), int(text[4:6]), int(text[6:])
