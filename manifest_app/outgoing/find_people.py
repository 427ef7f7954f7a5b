"""Looks for the people of an index (`people`) in what a file shows and hides."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from manifest_app.outgoing.people import MASK, SHORTEST_NUMBER, PeopleIndex, hash_of, name_words, number_key
from manifest_app.outgoing.pieces import Piece
from manifest_app.standards.dates import AmbiguousDateError, DateOrder, read_date
from manifest_app.standards.names import fold

_MOST_IN_ROW = 24
_FARTHEST = 2
_MOST_NEAR_DATES = 512
_PIECES_OF_NUMBERS = 6
_MOST_KEPT = 1_000_000
_NUMBER_WORDS = re.compile(r"[A-Z]{0,3}\d[\dA-Z]*|(?<![A-Z])[A-Z]{1,3}(?=[ .#:-]{1,3}\d)")
_DATES = re.compile(
    r"(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2})|(?:19|20)\d{6}"
    r"|\d{1,2}(?:st|nd|rd|th|º)?[ .-]*(?:de |of )?[^\W\d_]{3,10}\.?,?[ .-]*(?:de |del )?\d{4}"
    r"|[0-3]\d[01]\d(?:19|20)\d\d)(?!\d)|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)"
)
_SERIAL = re.compile(r"\d{4,5}(?:\.0+)?")
_EXCEL_EPOCH, _MAC_DAYS = date(1899, 12, 30).toordinal(), 1462
_FIRST_SERIAL, _LAST_SERIAL = 3653, 47_000
_SPACED = re.compile(r"(?<!\w)(?:\w[ .]){3,}\w(?!\w)")
_TRAVEL_LINE = re.compile(r"\b[PIAV][A-Z<][A-Z]{3}(?=[A-Z]+<)")
_ORDERS = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.YEAR_FIRST)
_SHORTEST_JOINED, _LONGEST_JOINED = 6, 40


def _members(sums: Sequence[int], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    found = np.array(sums, np.uint64)
    if not len(known) or not len(found):
        return np.zeros(len(found), np.bool_)
    places = np.minimum(np.searchsorted(known, found), len(known) - 1)
    members: NDArray[np.bool_] = known[places] == found
    return members


class PeopleScan:
    """Looks for people in pieces; the words of the text it keeps meanwhile are forgotten with it.

    Args:
        index: Whom to look for.
        today: Two-digit years of birth are counted back from it.
    """

    def __init__(self, index: PeopleIndex, today: date) -> None:
        self._index = index
        self._today = today
        self._known: dict[str, int] = {}
        self._joined: set[str] = set()
        self._dates: dict[str, tuple[int, ...]] = {}
        self._numbers: dict[str, int] = {}
        self._longest = max(index.lengths, default=0) + 4

    def found(self, pieces: Sequence[Piece]) -> list[bool]:
        """Whether each piece names somebody."""
        hits = [False] * len(pieces)
        index = self._index
        if index.empty:
            return hits
        names: list[tuple[int, int]] = []
        births: list[tuple[int, int]] = []
        numbers: list[tuple[int, int]] = []
        for number, piece in enumerate(pieces):
            text = piece.full_text
            numbers += [(one, number) for one in self._number_values(text) if one]
            groups = [self._known_words(cell) for cell in (piece.cells or (text,))]
            if any(word in self._joined for group in groups for _, _, word in group):
                hits[number] = True
            names += [(one, number) for one in _pair_sums(groups)]
            births += [(one, number) for one in self._birth_sums(piece, groups)]
        for sums, known in ((names, index.pairs), (births, index.births), (numbers, index.numbers)):
            for place in np.flatnonzero(_members([one for one, _ in sums], known)).tolist():
                hits[sums[place][1]] = True
        return hits

    def _known_words(self, text: str) -> list[tuple[int, int, str]]:
        """The words of a text that are somebody's name: (position, value, word)."""
        known = self._known
        words = name_words(_TRAVEL_LINE.sub(" ", text) if "<" in text else text)
        for spaced in _SPACED.findall(text):
            words.append(fold(spaced).replace(" ", ""))
        found = []
        for position, word in enumerate(words):
            value = known.get(word)
            if value is None:
                value = self._learn(word)
            if value:
                found.append((position, value, word))
        return found

    def _learn(self, word: str) -> int:
        value = self._value(word)
        if not value and _SHORTEST_JOINED <= len(word) <= _LONGEST_JOINED and self._is_joined(word):
            self._joined.add(word)
            value = 1
        self._known[word] = value
        return value

    def _value(self, word: str) -> int:
        value = hash_of(self._index.key, word)
        return value if value in self._index.words else 0

    def _is_joined(self, word: str, before: tuple[int, ...] = ()) -> bool:
        """Whether a word is names of one person written together."""
        for cut in range(2, len(word) - 1):
            head = self._value(word[:cut])
            if not head:
                continue
            tail = self._value(word[cut:])
            if tail and self._has_pair([*before, head, tail]):
                return True
            if len(before) < 2 and self._is_joined(word[cut:], (*before, head)):
                return True
        return False

    def _has_pair(self, values: Sequence[int]) -> bool:
        sums = [(one + two) & MASK for one, two in combinations(values, 2)]
        return bool(_members(sums, self._index.pairs).any())

    # --- birth dates -----------------------------------------------------------------------------------------------

    def _birth_sums(self, piece: Piece, groups: Sequence[Sequence[tuple[int, int, str]]]) -> Iterable[int]:
        if not any(groups) or not len(self._index.births):
            return
        words = [value for group in groups for _, value, _ in group]
        if len(words) > _MOST_NEAR_DATES:
            words = words[:_MOST_NEAR_DATES]
        for cell in piece.cells or (piece.text,):
            for born in self._births(cell, whole_cell=bool(piece.cells)):
                yield from ((value + born) & MASK for value in words)

    def _births(self, text: str, *, whole_cell: bool) -> Iterable[int]:
        if not any(map(str.isdigit, text)):
            return
        for match in _DATES.finditer(text):
            yield from self._values_of(match[0], self._readings)
        if whole_cell and _SERIAL.fullmatch(text.strip()):
            yield from self._values_of(text.strip(), _serials)

    def _values_of(self, text: str, readings: Callable[[str], Iterable[str]]) -> tuple[int, ...]:
        found = self._dates.get(text)
        if found is None:
            found = self._dates[text] = tuple(hash_of(self._index.key, one) for one in set(readings(text)))
        return found

    def _readings(self, text: str) -> Iterable[str]:
        for order in _ORDERS:
            try:
                yield str(read_date(text, order, pivot=self._today))
            except (ValueError, AmbiguousDateError):
                continue

    # --- numbers ---------------------------------------------------------------------------------------------------

    def _number_values(self, text: str) -> Iterable[int]:
        if not self._index.lengths or not _has_digit(text):
            return
        words = _NUMBER_WORDS.findall(text.upper() if text.isascii() else fold_digits(text))
        for start in range(len(words)):
            joined = ""
            for word in words[start : start + _PIECES_OF_NUMBERS]:
                joined += word
                if len(joined) > self._longest:
                    break
                if len(joined) >= SHORTEST_NUMBER:
                    value = self._numbers.get(joined)
                    yield self._number_value(joined) if value is None else value

    def _number_value(self, joined: str) -> int:
        key = number_key(joined)
        value = hash_of(self._index.key, key) if len(key) in self._index.lengths else 0
        if len(self._numbers) < _MOST_KEPT:
            self._numbers[joined] = value
        return value


_has_digit = re.compile(r"\d").search


def _serials(text: str) -> Iterable[str]:
    """A whole number in a cell may be a day: in the 1900 or the 1904 date system."""
    number = int(float(text))
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        yield date.fromordinal(_EXCEL_EPOCH + number).isoformat()
        yield date.fromordinal(_EXCEL_EPOCH + number + _MAC_DAYS).isoformat()


@lru_cache(maxsize=4096)
def _digit(character: str) -> str:
    return str(int(character)) if character.isdecimal() else character


def fold_digits(text: str) -> str:
    """Upper case, with the digits of any script as 0-9, and nothing invisible."""
    return "".join(map(_digit, text.upper().replace("\u200b", "").replace("\u00ad", "")))


def _pair_sums(groups: Sequence[Sequence[tuple[int, int, str]]]) -> Iterable[int]:
    """Sums of names that stand beside one another in a text, or in one row."""
    for group in groups:
        for place, (position, value, _) in enumerate(group):
            for later, other, _ in group[place + 1 : place + 1 + _FARTHEST]:
                if later - position <= _FARTHEST:
                    yield (value + other) & MASK
    if len(groups) > 1:
        row = [[value for _, value, _ in group] for group in groups if group]
        if sum(map(len, row)) <= _MOST_IN_ROW:
            for one, two in combinations(row, 2):
                yield from ((first + second) & MASK for first in one for second in two)
