"""People of the office's lists in a text, found by a keyed index that holds no name in clear.

Every word of a name becomes 64 bits of a keyed BLAKE2b (RFC 7693); a pair of words becomes the sum of its two values,
so that the order does not matter. The index is the sorted array of such sums: each given name with each family name,
each name with its birth date. The key is drawn for one check and forgotten with it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from manifest_app.model.passenger import Identity
from manifest_app.model.progress import Progress, silent
from manifest_app.standards.names import PARTICLES, fold

SHORTEST_NUMBER = 6
MASK = (1 << 64) - 1
"""Sums of values are 64 bits wide."""
_NAMES = 3
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
        numbers: Values of A-numbers and document numbers.
        lengths: Lengths that such numbers have.
    """

    key: bytes
    words: frozenset[int]
    pairs: _Array
    births: _Array
    numbers: frozenset[int]
    lengths: frozenset[int]

    @property
    def empty(self) -> bool:
        """Whether it names nobody."""
        return not (len(self.pairs) or len(self.births) or self.numbers)


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
        self._families: list[tuple[int, ...]] = []
        self._givens: list[tuple[int, ...]] = []
        self._births: list[int] = []
        self._more: set[int] = set()
        self._dates: dict[object, int] = {None: 0}
        self._numbers: set[str] = set()

    def add(self, identity: Identity) -> None:
        family, given = self._words(identity.family_name), self._words(identity.given_names)
        self._families.append(family)
        self._givens.append(given)
        self._births.append(self._birth(identity))
        if not any(family) or not any(given):
            self._whole(family if any(family) else given)
        for other in identity.other_names:
            self._whole(self._words(other))
        if identity.a_number:
            self._numbers.add(number_key(identity.a_number))
        for document in identity.documents:
            number = "".join(filter(str.isalnum, document.number.upper()))
            self._numbers.add(number_key(number))

    def _words(self, text: str) -> tuple[int, ...]:
        found = self._split.get(text)
        if found is None:
            folded = name_words(text) or fold(text).split()
            values = [self._values[word] for word in folded[:_NAMES]]
            found = self._split[text] = tuple((values + [0] * _NAMES)[:_NAMES])
        return found

    def _whole(self, words: tuple[int, ...]) -> None:
        self._more.update((one + two) & MASK for one, two in combinations(filter(None, words), 2))

    def _birth(self, identity: Identity) -> int:
        born = identity.birth_date
        if born not in self._dates:
            whole = born is not None and born.month is not None and born.day is not None
            self._dates[born] = hash_of(self._key, str(born)) if whole else 0
        return self._dates[born]

    def index(self) -> PeopleIndex:
        families = np.array(self._families, np.uint64).reshape(-1, _NAMES)
        givens = np.array(self._givens, np.uint64).reshape(-1, _NAMES)
        births = np.array(self._births, np.uint64)
        pairs = [_sums(families[:, one], givens[:, two]) for one in range(_NAMES) for two in range(_NAMES)]
        born = [_sums(names[:, one], births) for names in (families, givens) for one in range(_NAMES)]
        numbers = {number for number in self._numbers if len(number) >= SHORTEST_NUMBER}
        return PeopleIndex(
            self._key,
            frozenset(self._values.values()),
            np.unique(np.concatenate([*pairs, np.array(sorted(self._more), np.uint64)])),
            np.unique(np.concatenate(born)),
            frozenset(hash_of(self._key, number) for number in numbers),
            frozenset(map(len, numbers)),
        )


def _sums(one: _Array, two: _Array) -> _Array:
    both = (one != 0) & (two != 0)
    sums: _Array = one[both] + two[both]
    return sums
