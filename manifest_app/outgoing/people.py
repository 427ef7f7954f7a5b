"""People of the office's lists in a text, found by a keyed index that holds no name in clear.

Every word of a name becomes 64 bits of a keyed BLAKE2b (RFC 7693); a pair of words becomes the sum of its two values,
so that the order does not matter. The index is the sorted array of such sums: each given name with each family name,
each name with its birth date. The key is drawn for one check and forgotten with it.
"""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.model.progress import Progress, silent
from manifest_app.standards.names import PARTICLES, fold

SHORTEST_NUMBER = 6
MASK = (1 << 64) - 1
"""Sums of values are 64 bits wide."""
_NAMES = 3
_NOTHING = (0,) * _NAMES
_TELL_EVERY = 50_000
_A_NUMBER = re.compile(r"A?0*(\d+)")

_Array = NDArray[np.uint64]


def hash_of(key: bytes, text: str) -> int:
    """The keyed value of a word, never 0."""
    return int.from_bytes(blake2b(text.encode("utf-8"), key=key, digest_size=8).digest(), "little") or 1


def name_words(text: str) -> list[str]:
    """The folded words of a name or text, without particles and initials."""
    return [word for word in fold(text).split() if len(word) > 1 and word not in PARTICLES]


def number_key(text: str) -> str:
    """The form in which numbers are compared: no A of an A-number, no leading zeros."""
    match = _A_NUMBER.fullmatch(text)
    return match[1] if match else text


class _Values(dict[str, int]):
    """The value of each word, hashed once."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def __missing__(self, word: str) -> int:
        value = self[word] = hash_of(self._key, word)
        return value


@dataclass(frozen=True, slots=True)
class PeopleIndex:
    """Everything by which somebody of the lists can be named; nothing in it can be read back.

    Attributes:
        key: The key of its hashes, 16 bytes or more.
        words: Values of single names.
        pairs: Sums of two names of one person, sorted.
        births: Sums of a name and a birth date, sorted.
        numbers: Values of A-numbers and document numbers, sorted.
        lengths: Lengths that such numbers have.
    """

    key: bytes
    words: frozenset[int]
    pairs: _Array
    births: _Array
    numbers: _Array
    lengths: frozenset[int]

    @property
    def empty(self) -> bool:
        """Whether it names nobody."""
        return not (len(self.pairs) or len(self.births) or len(self.numbers))


def build_people(identities: Iterable[Identity], key: bytes, *, progress: Progress = silent) -> PeopleIndex:
    """The index of some people.

    Args:
        identities: Who they are.
        key: Random bytes for this index alone.
        progress: Told how many were taken in; may raise to cancel.
    """
    builder = _Builder(key)
    for number, identity in enumerate(identities):
        if number % _TELL_EVERY == 0:
            progress(number, None, "indexing people")
        builder.add(identity)
    return builder.index()


class _Builder:
    def __init__(self, key: bytes) -> None:
        self._key = key
        self._values = _Values(key)
        self._split: dict[str, tuple[int, ...]] = {}
        self._families = array("Q")
        self._givens = array("Q")
        self._births = array("Q")
        self._more: set[int] = set()
        self._dates: dict[tuple[int, int, int], int] = {}
        self._numbers: list[bytes] = []
        self._lengths: set[int] = set()

    def add(self, identity: Identity) -> None:
        family, given = self._words(identity.family_name), self._words(identity.given_names)
        self._families.extend(family)
        self._givens.extend(given)
        self._births.append(self._birth(identity.birth_date))
        if not family[0] or not given[0]:
            self._whole(family if family[0] else given)
        for other in identity.other_names:
            self._whole(self._words(other))
        if identity.a_number:
            self._number(identity.a_number)
        for document in identity.documents:
            self._number("".join(filter(str.isalnum, document.number.upper())))

    def _words(self, text: str) -> tuple[int, ...]:
        """The values of up to three words; 0 where there is none."""
        found: list[int] = []
        for part in text.split():
            values = self._split.get(part)
            if values is None:
                values = self._split[part] = tuple(self._values[word] for word in name_words(part))
            found += values
        if not found:
            found = [self._values[word] for word in fold(text).split()]
        return (*found[:_NAMES], *_NOTHING[len(found) :])

    def _whole(self, words: tuple[int, ...]) -> None:
        self._more.update((one + two) & MASK for one, two in combinations(filter(None, words), 2))

    def _birth(self, born: PartialDate | None) -> int:
        if born is None or born.month is None or born.day is None:
            return 0
        day = (born.year, born.month, born.day)
        value = self._dates.get(day)
        if value is None:
            value = self._dates[day] = hash_of(self._key, str(born))
        return value

    def _number(self, text: str) -> None:
        number = text.lstrip("0") if text.isdecimal() else number_key(text)
        if len(number) >= SHORTEST_NUMBER:
            self._lengths.add(len(number))
            self._numbers.append(blake2b(number.encode(), key=self._key, digest_size=8).digest())

    def index(self) -> PeopleIndex:
        families = np.frombuffer(self._families, np.uint64).reshape(-1, _NAMES)
        givens = np.frombuffer(self._givens, np.uint64).reshape(-1, _NAMES)
        births = np.frombuffer(self._births, np.uint64)
        pairs = [_sums(families[:, one], givens[:, two]) for one in range(_NAMES) for two in range(_NAMES)]
        born = [_sums(names[:, one], births) for names in (families, givens) for one in range(_NAMES)]
        return PeopleIndex(
            self._key,
            frozenset(self._values.values()),
            _sorted(np.concatenate([*pairs, np.array(sorted(self._more), np.uint64)])),
            _sorted(np.concatenate(born)),
            _sorted(np.frombuffer(b"".join(self._numbers), "<u8").astype(np.uint64)),
            frozenset(self._lengths),
        )


def _sorted(values: _Array) -> _Array:
    values.sort()
    return values


def _sums(one: _Array, two: _Array) -> _Array:
    both = (one != 0) & (two != 0)
    sums: _Array = one[both] + two[both]
    return sums
