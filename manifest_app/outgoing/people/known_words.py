"""Which words of a text are names of the index: as they stand, in another spelling, or several written together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from manifest_app.outgoing.people.index import PeopleIndex
from manifest_app.outgoing.people.words import MASK, WEAK_NAMES, Array, hash_of, initial_of, misspellings
from manifest_app.standards.names import PARTICLES

# fmt: off
LABELS = frozenset({
    "NAME", "NAMES", "FIRST", "LAST", "MIDDLE", "GIVEN", "FAMILY", "SURNAME", "FORENAME", "NOMBRE", "NOMBRES",
    "APELLIDO", "APELLIDOS", "PRIMER", "SEGUNDO", "PATERNO", "MATERNO", "SECOND", "DOB", "BIRTH", "BORN", "BIRTHDATE",
    "NACIMIENTO", "NACIDO", "NACIDA", "MR", "MRS", "MS", "SR", "SRA",
})
# fmt: on
"""Words of forms and of address that stand between names; unless somebody bears them they keep no names apart."""

_AND = frozenset({"AND", "ET", "UND"})
"""Juan and María García are two of one name; Spanish "y" is a particle."""
_TITLES = ("MR", "MRS", "MS", "MISS", "MSTR")
"""What airlines write to the end of a given name."""
_SHORTEST_JOINED, _LONGEST_JOINED, _SHORTEST_PART = 7, 40, 3
_MOST_PARTS = 4
_JOINTS = ("", *sorted({*PARTICLES, "DELA", "DELOS", "DELAS", "UL", "UR"} - {"Y"}))
_STARTS = (*_JOINTS, "MC", "MAC", "ST", "SAINT", "O", "D", "BD")
_MOST_KEPT = 1_000_000
_MOST_NEIGHBOURS = 64


@dataclass(frozen=True, slots=True)
class Word:
    """What a word of a text is.

    Attributes:
        values: The names that it is; several where it can be read in several ways, or is several names in one.
        weak: A particle or an initial: counts right beside another name only, and keeps no names apart.
        names_somebody: It names somebody by itself.
        keeps_apart: It stands between names as any other word does.
        head: Names are often written together with it: DE LA CRUZ, MC DONALD, O BRIEN.
    """

    values: tuple[int, ...] = ()
    weak: bool = False
    names_somebody: bool = False
    keeps_apart: bool = True
    head: bool = False


NOTHING = Word()
_PASSED = Word(keeps_apart=False)
_HEAD = Word(keeps_apart=False, head=True)
_HEADS = frozenset({"MC", "MAC", "ABD", "ABDUL", "ABU", "BU", "UL", "BD", "ST", "SAINT"})


class Sieve:
    """A sorted array, and by the first bits of its values a quick no."""

    def __init__(self, values: Array) -> None:
        self._values = values
        self._shift = 64 - min(26, max(10, len(values).bit_length() + 3))
        marks = np.zeros(1 << (64 - self._shift), np.bool_)
        marks[(values >> np.uint64(self._shift)).astype(np.int64)] = True
        self._marks = marks
        self._quick = marks.tobytes()

    def may_hold(self, value: int) -> bool:
        """False for most values that are not in it."""
        return bool(self._quick[value >> self._shift])

    def holds(self, value: int) -> bool:
        """Whether a value is in it."""
        if not self._quick[value >> self._shift]:
            return False
        place = int(np.searchsorted(self._values, np.uint64(value)))
        return place < len(self._values) and int(self._values[place]) == value

    def members(self, values: Array) -> NDArray[np.bool_]:
        """Which of many values are in it."""
        found = self._marks[(values >> np.uint64(self._shift)).astype(np.int64)]
        maybe = values[found]
        if len(maybe):
            places = np.minimum(np.searchsorted(self._values, maybe), len(self._values) - 1)
            found[found] = self._values[places] == maybe
        return found


class _Learned(dict[str, Word]):
    def __init__(self, learn: Callable[[str], Word]) -> None:
        super().__init__()
        self._learn = learn

    def __missing__(self, text: str) -> Word:
        found = self[text] = self._learn(text)
        return found


class KnownWords:
    """The words of texts, each looked up once.

    Args:
        index: Whom to look for.
        pairs: The sieve of its pairs.

    Attributes:
        words: What is known already; see `word`.
    """

    def __init__(self, index: PeopleIndex, pairs: Sieve) -> None:
        self._index = index
        self._pairs = pairs
        self._families = Sieve(index.families)
        self._givens = Sieve(index.givens)
        self.words = _Learned(self._learn)
        self._misspelt = Sieve(index.misspelt)
        self._values: dict[str, int] = {}
        self._meant: dict[str, tuple[int, ...]] = {}

    def word(self, text: str) -> Word:
        """What a folded word is."""
        return self.words[text]

    def words_of(self, texts: Sequence[str]) -> list[Word]:
        """What each of some folded words is."""
        return list(map(self.words.__getitem__, texts))

    def initial(self, letter: str) -> Word:
        """What a letter with a full stop is."""
        return Word((hash_of(self._index.key, initial_of(letter)),), weak=True, keeps_apart=False, head=True)

    def meant(self, text: str) -> tuple[int, ...]:
        """The names that a folded word can be with one letter wrong; for use beside a birth date only."""
        found = self._meant.get(text)
        if found is None:
            self._forget_many()
            keys = (hash_of(self._index.key, form) for form in misspellings(text))
            names = {name for key in keys if self._misspelt.may_hold(key) for name in self._of(key)}
            found = self._meant[text] = tuple(names)
        return found

    def _of(self, key: int) -> list[int]:
        first = int(np.searchsorted(self._index.misspelt, np.uint64(key)))
        keys = self._index.misspelt[first : first + _MOST_NEIGHBOURS]
        names: list[int] = self._index.misspelt_names[first : first + _MOST_NEIGHBOURS][keys == np.uint64(key)].tolist()
        return names

    def together(self, head: str, tail: str) -> int:
        """The name that two words are when they are written together, or 0."""
        value = self._value(head + tail)
        self._forget_many()
        if not value and head in _HEADS:
            value = next(iter(self._index.spellings.get(hash_of(self._index.key, head + tail), ())), 0)
        return value

    def is_account(self, text: str) -> bool:
        """Whether a word is an initial and family names in one, as in the name of a mailbox."""
        if self.word(text[1:]).names_somebody:
            return True
        first, last = self._value(text[1:]), self._value(text[:-1])
        return any(
            name and self._pairs.holds((name + hash_of(self._index.key, initial_of(letter))) & MASK)
            for name, letter in ((first, text), (last, text[-1:]))
        )

    def _forget_many(self) -> None:
        if len(self.words) + len(self._values) + len(self._meant) > _MOST_KEPT:
            self._meant.clear()
            self.words.clear()
            self._values.clear()

    def _value(self, word: str) -> int:
        value = self._values.get(word)
        if value is None:
            value = hash_of(self._index.key, word)
            value = self._values[word] = value if value in self._index.words else 0
        return value

    def _learn(self, text: str) -> Word:
        self._forget_many()
        if len(text) == 1:
            return _HEAD
        value = self._value(text)
        if text in PARTICLES:
            return replace(_HEAD, values=(value,), weak=True) if value and text in WEAK_NAMES else _HEAD
        found = ((value,) if value else ()) + self._index.spellings.get(hash_of(self._index.key, text), ())
        if found or text in _HEADS:
            return Word(found, names_somebody=not self._index.alone.isdisjoint(found), head=text in _HEADS)
        if text in LABELS or text in _AND:
            return _PASSED
        return self._several(text) if _SHORTEST_JOINED <= len(text) <= _LONGEST_JOINED else NOTHING

    def _several(self, text: str) -> Word:
        """A word that may be several names of one person, or a name with its particle or title."""
        starts = [text[len(joint) :] for joint in _STARTS if text.startswith(joint)]
        for parts in (parts for start in starts for parts in self._splits(start)):
            if any(self._pairs.holds(one) or self._families.holds(one) for one in _pair_sums(parts)):
                return Word(parts, names_somebody=True)
            if all(self._givens.holds(one) for one in _pair_sums(parts)):
                return Word(parts)
        bare = [text.removesuffix(title) for title in _TITLES if text.endswith(title)]
        found = tuple(dict.fromkeys(filter(None, map(self._value, (*starts, *bare)))))
        return Word(found) if found else NOTHING

    def _splits(self, text: str, before: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
        for cut in range(_SHORTEST_PART, len(text) - _SHORTEST_PART + 1):
            head = self._value(text[:cut])
            if not head:
                continue
            for joint in _JOINTS:
                if not text.startswith(joint, cut):
                    continue
                rest = text[cut + len(joint) :]
                tail = self._value(rest) if len(rest) >= _SHORTEST_PART else 0
                if tail:
                    yield (*before, head, tail)
                if len(before) + 2 < _MOST_PARTS:
                    yield from self._splits(rest, (*before, head))


def _pair_sums(values: Sequence[int]) -> list[int]:
    return [(one + two) & MASK for one, two in combinations(values, 2)]
