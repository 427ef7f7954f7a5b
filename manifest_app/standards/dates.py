"""Dates as lists write them, read into partial dates; what can't be known from the text is asked, never guessed.

A text is read in two steps: its form gives year, month and day as words, once for each order of day and month it may
stand for; then the words are checked against the calendar. Month names: ``resources/tables/months.toml``. Excel serials
count days in the 1900 date system (ECMA-376 part 1, 18.17.4.1).
"""

import math
import re
import tomllib
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from manifest_app.bundled import resource
from manifest_app.model.passenger import PartialDate
from manifest_app.standards.names import fold
from manifest_app.standards.text import clean


class DateOrder(StrEnum):
    """In which order a list writes dates in numbers."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


class AmbiguousDateError(ValueError):
    """The date has two readings, and the order of day and month is not known."""

    def __init__(self) -> None:
        super().__init__("The date can be read in two ways; say whether the day or the month comes first.")


@dataclass(frozen=True, slots=True)
class ColumnOrder:
    """What a column of dates says about its order.

    Attributes:
        order: The order, where the column settles it; else None.
        ambiguous: Number of values that differ by the order.
        conflicting: True when the values contradict one another, such as 31/01/1984 and 01/31/1984.
    """

    order: DateOrder | None
    ambiguous: int
    conflicting: bool


@dataclass(frozen=True, slots=True)
class _Window:
    """Which years are believed: births lie in the past, the end of a document's validity may lie ahead."""

    pivot: date
    future: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """Year, month and day as written; "" where the form has none."""

    year: str
    month: str = ""
    day: str = ""


_Readings = Mapping[DateOrder | None, _Words]

_UNREADABLE = "The date can't be read."
_IMPOSSIBLE = "There is no such day in the calendar."
_LONGEST = 64
_FIRST_YEAR = 1880
# As serials, numbers up to this one are days before October 1905: they are years.
_LAST_YEAR_AS_NUMBER = 2100
_EXCEL_EPOCH = date(1899, 12, 30)
_TIME = re.compile(
    r"[T ,]+\d{1,2}:\d\d(:\d\d([.,]\d+)?)?( ?[AP]\.? ?M\.?)?( ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?$", re.IGNORECASE
)
_NUMBER_WORD = re.compile(r"\d{1,2}|\d{4}")
_UNKNOWN_WORD = re.compile(r"[0X?*_-]{1,4}", re.IGNORECASE)
_CJK = str.maketrans({"年": "-", "月": "-", "日": " "})


def read_date(value: object, order: DateOrder | None, *, pivot: date, future: bool = False) -> PartialDate:
    """The date that a cell or a text means; month and day are None where the source leaves them open.

    Read are ISO 8601, numbers with separators in any order, compact digits (19840309, 09031984; six digits by
    ``order``), month names in four languages, Excel serials (numbers, and texts of five digits), years alone, and
    unknown parts written as 00, XX, ?? or --. A time of day is left out. An ``order`` is held to: 13/05/1984 is no date
    where the month comes first.

    Args:
        value: Text, number, date or datetime.
        order: The order in which the column writes numbers, or None if nothing is known of it.
        pivot: Today; two-digit years are counted back from it, or for ``future`` lie within 50 years around it.
        future: Whether the date may lie after ``pivot`` (expiry).

    Raises:
        AmbiguousDateError: The reading depends on the order, and ``order`` is None.
        ValueError: It is no date; a short sentence without the value.
    """
    window = _Window(pivot, future)
    if isinstance(value, date):
        return _believed(PartialDate(value.year, value.month, value.day), window)
    readings = _readings(_as_text(value))
    if None in readings:
        return _build(readings[None], window)
    if order in readings:
        return _build(readings[order], window)
    found, problem = _all_built(readings, window)
    if len(set(found.values())) > 1:
        raise AmbiguousDateError
    if not found:
        raise ValueError(problem)
    return next(iter(found.values()))


def column_order(values: Iterable[object]) -> ColumnOrder:
    """What the dates of a whole column say about its order; values that are no dates say nothing.

    A single value such as 31/01/1984 settles it for all; values that contradict one another leave it open.
    """
    window = _Window(date(2099, 12, 31), future=False)
    possible, ambiguous = set(DateOrder), 0
    for value in values:
        found = {} if isinstance(value, date) else _found_in(value, window)
        if found:
            ambiguous += len(set(found.values())) > 1
            possible &= set(found)
    settled = next(iter(possible)) if len(possible) == 1 else None
    return ColumnOrder(settled, ambiguous, conflicting=not possible)


def _found_in(value: object, window: _Window) -> Mapping[DateOrder, PartialDate]:
    """The dates a value may mean, by order; empty if it is none or needs no order."""
    try:
        readings = _readings(_as_text(value))
    except ValueError:
        return {}
    return _all_built(readings, window)[0]


def _all_built(readings: _Readings, window: _Window) -> tuple[dict[DateOrder, PartialDate], str]:
    """The readings that are dates, and the last problem of those that are none."""
    found: dict[DateOrder, PartialDate] = {}
    problem = _UNREADABLE
    for order, words in readings.items():
        try:
            if order is not None:
                found[order] = _build(words, window)
        except ValueError as error:
            problem = str(error)
    return found, problem


# --- from a value to words -------------------------------------------------------------------------------------------


def _as_text(value: object) -> str:
    """The value as a text to read; a number is a year, a serial, or digits that lost their leading zero."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(_UNREADABLE)  # noqa: TRY004 - a cell of another kind is a value that is no date
    if isinstance(value, str):
        return value
    if not math.isfinite(value) or not 0 < value < 1e8:
        raise ValueError(_UNREADABLE)
    number = int(value)
    if _LAST_YEAR_AS_NUMBER < number < 100_000:
        return str(_EXCEL_EPOCH + timedelta(days=number))
    return f"{number:08d}" if number >= 1_000_000 else str(number)


def _readings(text: str) -> _Readings:
    if len(text) > _LONGEST:
        raise ValueError(_UNREADABLE)
    plain = _plain(text)
    if not plain:
        raise ValueError("The date is empty.")
    if plain.isdigit():
        return _compact(plain)
    return _named(plain) or _separated(plain)


def _plain(text: str) -> str:
    """Cleaned, ASCII digits, no time of day, nothing around it."""
    shown = clean(unicodedata.normalize("NFKC", text)).translate(_CJK)
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in shown)
    without_time = _TIME.sub("", digits)
    if re.fullmatch(r"\d{5}\.\d+", without_time):
        without_time = without_time[:5]
    return without_time.strip(" .,;'’")


def _compact(digits: str) -> _Readings:
    """Digits without separators, by their number."""
    first, second, third = digits[:2], digits[2:4], digits[4:]
    if len(digits) == 4:
        return {None: _Words(digits)}
    if len(digits) == 5 and digits[0] != "0":
        day = _EXCEL_EPOCH + timedelta(days=int(digits))
        return {None: _Words(str(day.year), str(day.month), str(day.day))}
    if len(digits) == 6:
        return _in_each_order(first, second, third)
    if len(digits) != 8:
        raise ValueError(_UNREADABLE)
    # DDMMYYYY has 19 or 20 where YYYYMMDD has the month, so that the two are never both a date.
    if 1 <= int(digits[4:6]) <= 12:
        return {None: _Words(digits[:4], digits[4:6], digits[6:])}
    return _year_last(first, second, third)


def _year_last(first: str, second: str, year: str) -> _Readings:
    return {
        DateOrder.DAY_FIRST: _Words(year, month=second, day=first),
        DateOrder.MONTH_FIRST: _Words(year, month=first, day=second),
    }


def _in_each_order(first: str, second: str, third: str) -> _Readings:
    return {**_year_last(first, second, third), DateOrder.YEAR_FIRST: _Words(first, second, third)}


@cache
def _months() -> tuple[Mapping[str, str], frozenset[str]]:
    """Number of the month by folded name, and the words to leave out."""
    table = tomllib.loads(resource("tables", "months.toml").read_text(encoding="utf-8"))
    numbers = {fold(name): str(month) for month, names in enumerate(table["months"], 1) for name in names}
    return numbers, frozenset(fold(word) for word in table["ignored"])


def _named(text: str) -> _Readings | None:
    """A date with the name of a month in it, or None if it has none."""
    months, ignored = _months()
    letters_apart = re.sub(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)", " ", text)
    words = [word for word in re.split(r"[\s,./ºª°-]+", letters_apart) if word]
    named = [months[fold(word)] for word in words if fold(word) in months]
    numbers = [word for word in words if word.isdigit()]
    others = [word for word in words if not word.isdigit() and fold(word) not in months and fold(word) not in ignored]
    if not named:
        return None
    if len(named) > 1 or others or not 1 <= len(numbers) <= 2:
        raise ValueError(_UNREADABLE)
    if len(numbers) == 1:
        return {None: _Words(numbers[0], named[0])}
    year_first = len(numbers[0]) == 4 or int(numbers[0]) > 31
    year, day = numbers if year_first else reversed(numbers)
    return {None: _Words(year, named[0], day)}


def _separated(text: str) -> _Readings:
    """A date of two or three parts in numbers."""
    separator = next((mark for mark in "/.- " if mark in text), "/")
    parts = [part.strip() for part in text.split(separator)]
    if not all(_NUMBER_WORD.fullmatch(part) or _UNKNOWN_WORD.fullmatch(part) for part in parts):
        raise ValueError(_UNREADABLE)
    match parts:
        case [year] if len(year) == 4:
            return {None: _Words(year)}
        case [year, month] if len(year) == 4:
            return {None: _Words(year, month)}
        case [month, year] if len(year) == 4:
            return {None: _Words(year, month)}
        case [year, month, day] if len(year) == 4:
            return {None: _Words(year, month, day)}
        case [first, second, year] if len(year) == 4:
            return _year_last(first, second, year)
        case [first, second, third]:
            return _in_each_order(first, second, third)
    raise ValueError(_UNREADABLE)


# --- from words to a date --------------------------------------------------------------------------------------------


def _build(words: _Words, window: _Window) -> PartialDate:
    month, day = _part(words.month), _part(words.day)
    if not words.year.isdigit() or words.year == "0000":
        raise ValueError("The year of the date is not given.")
    if len(words.year) == 2:
        return _believed(_with_century(int(words.year), month, day, window), window)
    return _believed(_checked(int(words.year), month, day), window)


def _part(word: str) -> int | None:
    return None if not word or _UNKNOWN_WORD.fullmatch(word) else int(word)


def _checked(year: int, month: int | None, day: int | None) -> PartialDate:
    if month is None and day is not None:
        raise ValueError("The date has a day and no month.")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(_IMPOSSIBLE)
    if month is not None and day is not None and not 1 <= day <= monthrange(max(year, 1), month)[1]:
        raise ValueError(_IMPOSSIBLE)
    return PartialDate(year, month, day)


def _with_century(year: int, month: int | None, day: int | None, window: _Window) -> PartialDate:
    """A two-digit year: the latest that is not after the pivot, or for ``future`` the one nearest to it."""
    base = window.pivot.year - window.pivot.year % 100 + year
    if window.future:
        nearest = min((base - 100, base, base + 100), key=lambda candidate: abs(candidate - window.pivot.year))
        return _checked(nearest, month, day)
    # 29 February may exist in one century only.
    later = base if _starts(PartialDate(base, month or 1, 1)) <= window.pivot else base - 100
    first = _checked(later, month, day)
    return first if _starts(first) <= window.pivot else _checked(later - 100, month, day)


def _starts(when: PartialDate) -> date:
    """The first day that the date may mean."""
    return date(when.year, when.month if when.month and when.month <= 12 else 1, when.day or 1)


def _believed(when: PartialDate, window: _Window) -> PartialDate:
    if when.year < _FIRST_YEAR:
        raise ValueError(f"The year of the date is before {_FIRST_YEAR}.")
    if not window.future and _starts(when) > window.pivot:
        raise ValueError("The date lies in the future.")
    return when
