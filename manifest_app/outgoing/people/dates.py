"""Birth dates in a text: every day that a date, however written, can mean."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from manifest_app.standards.dates import AmbiguousDateError, DateOrder, read_date

_DAY = r"(?<!\d)\d{1,2}(?:st|nd|rd|th|º|°|ª|\.º)?"
_MONTH = r"[^\W\d_]{3,10}"
DATES = re.compile(
    r"(?<!\d)(?:\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2}))(?!\d)"
    r"|(?<!\w)(?:\d{8}|\d{6})(?!\w)"
    rf"|{_DAY}[ ./-]*(?:de |of )?(?:{_MONTH}|[IVX]{{1,4}})\.?,?[ ./-]*(?:de |del )?(?:\d{{4}}|'?\d{{2}})(?!\d)"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:de |del )?\d{{4}}(?!\d)"
    rf"|(?<!\d)\d{{4}}[-/. ,]+{_MONTH}\.?[-/. ]\d{{1,2}}(?!\d)"
)
"""What may be a date. Matches may overlap in meaning; each is read in every way."""

_DIGITS = re.compile(r"\d+")
_NAMED = re.compile(r"[^\W\d_]")
_ROMAN = re.compile(r"(?<=[-/. ])(?:VIII|VII|VI|IV|IX|XII|XI|III|II|I|V|X)(?=[-/. ])")
_ROMANS = {
    roman: str(month)
    for month, roman in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1)
}
_YEAR_FIRST = re.compile(r"(\d{4})\W+([^\W\d_]+)\W+(\d{1,2})")
_GLUED = re.compile(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
_ORDINALS = re.compile(r"(?<=\d)(?:st|nd|rd|th|\.?º|°|ª)\b", re.IGNORECASE)
_SERIAL = re.compile(r"\d{4,5}\.\d+")
_SERIAL_DIGITS = 5
_EXCEL_EPOCH, _MAC_DAYS = date(1899, 12, 30).toordinal(), 1462
_FIRST_SERIAL, _LAST_SERIAL = 3653, 47_000
_LAST_MONTH, _LAST_DAY = 12, 31
_YEAR_DIGITS = 4
_CENTURIES = (1900, 2000)
_COMPACT = {8: ((4, 2, 2), (2, 2, 4)), 6: ((2, 2, 2),)}


@lru_cache(maxsize=65_536)
def days_of(text: str, today: date) -> frozenset[str]:
    """The days, as YYYY-MM-DD, that a match of `DATES` can mean.

    Args:
        text: The match.
        today: Two-digit years lie before it.
    """
    if _NAMED.search(text):
        text = _ROMAN.sub(lambda match: _ROMANS[match[0]], text)
        if _NAMED.search(text):
            return frozenset(_named(text, today))
    digits = _DIGITS.findall(text)
    groups = [_cut(digits[0], widths) for widths in _COMPACT.get(len(digits[0]), ())] if len(digits) == 1 else [digits]
    return frozenset(day for group in groups for day in _numbers(group, today))


def days_of_parts(parts: Sequence[str], today: date) -> frozenset[str]:
    """The days that three numbers in cells beside one another can mean; they need a year of four digits."""
    if _YEAR_DIGITS not in {len(parts[0]), len(parts[2])}:
        return frozenset()
    return frozenset(_numbers(parts, today))


def days_of_serial(text: str) -> tuple[str, ...]:
    """The days that a number in a cell can mean, its fraction a time of day: in the 1900 or the 1904 date system."""
    number = int(text) if text.isdecimal() and len(text) <= _SERIAL_DIGITS else 0
    number = number or (int(float(text)) if _SERIAL.fullmatch(text) else 0)
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return ()
    first = _EXCEL_EPOCH + number
    return date.fromordinal(first).isoformat(), date.fromordinal(first + _MAC_DAYS).isoformat()


def _cut(digits: str, widths: Sequence[int]) -> list[str]:
    first, second, _ = widths
    return [digits[:first], digits[first : first + second], digits[first + second :]]


def _numbers(parts: Sequence[str], today: date) -> Iterator[str]:
    first, second, third = parts
    for year, month, day in ((first, second, third), (third, second, first), (third, first, second)):
        if len(year) in {2, _YEAR_DIGITS} and len(month) <= 2 and len(day) <= 2 and int(month) <= _LAST_MONTH:
            yield from _valid(year, int(month), int(day), today)


def _valid(year: str, month: int, day: int, today: date) -> Iterator[str]:
    if not (1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY):
        return
    for century in _CENTURIES if len(year) == 2 else (0,):
        if century + int(year) <= today.year:
            yield f"{century + int(year):04d}-{month:02d}-{day:02d}"


def _named(text: str, today: date) -> Iterator[str]:
    text = _GLUED.sub(" ", _ORDINALS.sub("", text)).replace("'", " ")
    text = _YEAR_FIRST.sub(r"\3 \2 \1", text)
    for form in (text, " ".join(re.split(r"[\W_]+", text))):
        try:
            yield str(read_date(form, DateOrder.DAY_FIRST, pivot=today))
        except (ValueError, AmbiguousDateError):
            continue
