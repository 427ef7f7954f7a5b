"""Dates with two digits of the year (YYMMDD), as passenger list messages and machine readable zones have them.

Which century is meant is only known beside another date: a birth is the latest such day that is not after the day of
departure, an expiry the one nearest to it (ICAO Doc 9303 part 3, 4.8, leaves the century to the reader).
"""

from collections.abc import Iterator
from datetime import date


def short_date(day: date) -> str:
    """A day as YYMMDD."""
    return day.strftime("%y%m%d")


def _candidates(short: str, near: date) -> Iterator[date]:
    century = near.year // 100 * 100
    for base in (century + 100, century, century - 100):
        try:
            yield date(base + int(short[:2]), int(short[2:4]), int(short[4:]))
        except ValueError:  # 29 February is in one century only
            continue


def birth_date(short: str, departure: date) -> date:
    """The birth that is meant.

    Raises:
        ValueError: There is no such day.
    """
    found = max((day for day in _candidates(short, departure) if day <= departure), default=None)
    if found is None:
        raise ValueError("no such day")
    return found


def expiry_date(short: str, departure: date) -> date:
    """The end of validity that is meant.

    Raises:
        ValueError: There is no such day.
    """
    found = min(_candidates(short, departure), key=lambda day: abs(day - departure), default=None)
    if found is None:
        raise ValueError("no such day")
    return found
