"""People of the office's lists as a keyed index that holds no name in clear; `people.find` looks for them in texts.

Every word of a name becomes 64 bits of a keyed BLAKE2b (RFC 7693); two words become the sum of their values, so that
the order does not matter. The index is sorted arrays of such sums: each given name with each family name, each
name with its birth date. The words themselves are gone once it is built.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from hashlib import blake2b
from itertools import combinations, islice

import msgspec
import numpy as np
from numpy.typing import NDArray

from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.model.progress import Progress, silent
from manifest_app.outgoing.people.columns import MOST_WORDS, NameColumns
from manifest_app.outgoing.people.words import Array, hash_of, number_key

SHORTEST_NUMBER = 6
_SHORTEST_ALONE = 5
_AT_ONCE = 1 << 16
_FORM = 2
"""The form of packed indexes: another program's are not read."""


@dataclass(frozen=True, slots=True)
class PeopleIndex:
    """Everything by which somebody of the lists can be named; nothing in it can be read back without guessing.

    Attributes:
        key: The key of its hashes, 16 bytes or more.
        people: How many people it was made of.
        words: Values of single names.
        spellings: Values of other spellings of a name (travel documents write Ø as OE), with those of the names.
        alone: Values of names that stand for somebody by themselves: of people who have no second one.
        pairs: Sums of a given name, or its initial, and a family name of one person, sorted.
        families: Sums of two family names of one person that follow one another, sorted.
        givens: The same of given names.
        births: Sums of a name and a birth date, sorted.
        numbers: Values of A-numbers and document numbers, sorted.
        lengths: Lengths that such numbers have.
        misspelt: Values of what is left of a name when a letter is gone, sorted.
        misspelt_names: The values of those names, in the same order.
    """

    key: bytes
    people: int
    words: frozenset[int]
    spellings: Mapping[int, tuple[int, ...]]
    alone: frozenset[int]
    pairs: Array
    families: Array
    givens: Array
    births: Array
    numbers: Array
    lengths: frozenset[int]
    misspelt: Array
    misspelt_names: Array

    @property
    def empty(self) -> bool:
        """Whether it names nobody."""
        return not (len(self.pairs) or len(self.births) or len(self.numbers) or self.alone)


def build_people(identities: Iterable[Identity], key: bytes, *, progress: Progress = silent) -> PeopleIndex:
    """The index of some people.

    Args:
        identities: Who they are.
        key: Random bytes for this index alone.
        progress: Told how many were taken in; may raise to cancel.
    """
    builder = _Builder(key)
    source = iter(identities)
    done = 0
    while chunk := list(islice(source, _AT_ONCE)):
        progress(done, None, "indexing people")
        builder.add(chunk)
        done += len(chunk)
    return builder.index()


class _Packed(msgspec.Struct, array_like=True):
    form: int
    key: bytes
    people: int
    words: bytes
    spellings: dict[int, tuple[int, ...]]
    alone: frozenset[int]
    pairs: bytes
    families: bytes
    givens: bytes
    births: bytes
    numbers: bytes
    lengths: frozenset[int]
    misspelt: bytes
    misspelt_names: bytes


_ARRAYS = ("pairs", "families", "givens", "births", "numbers", "misspelt", "misspelt_names")


def packed(index: PeopleIndex) -> bytes:
    """An index as bytes, to be kept sealed."""
    parts = {field.name: getattr(index, field.name) for field in fields(index)}
    parts |= {name: parts[name].astype("<u8").tobytes() for name in _ARRAYS}
    parts["words"] = np.fromiter(index.words, "<u8", len(index.words)).tobytes()
    return msgspec.msgpack.encode(_Packed(_FORM, **parts))


def unpacked(data: bytes) -> PeopleIndex | None:
    """The index that `packed` wrote, or None if it is in another form."""
    try:
        found = msgspec.msgpack.decode(data, type=_Packed)
        parts = {field.name: getattr(found, field.name) for field in fields(PeopleIndex)}
        parts |= {name: np.frombuffer(parts[name], "<u8") for name in _ARRAYS}
        parts["words"] = frozenset(np.frombuffer(found.words, "<u8").tolist())
    except (msgspec.DecodeError, UnicodeError, ValueError):
        return None
    return PeopleIndex(**parts) if found.form == _FORM else None


class _Builder:
    def __init__(self, key: bytes) -> None:
        self._key = key
        self._names = NameColumns(key)
        self._pairs: list[Array] = []
        self._families: list[Array] = []
        self._givens: list[Array] = []
        self._births: list[Array] = []
        self._people = 0
        self._day_values = {0: 0}
        self._numbers: list[Array] = []
        self._lengths: set[int] = set()
        self._alone: set[int] = set()
        self._shared: set[int] = set()

    def add(self, people: list[Identity]) -> None:
        self._people += len(people)
        names = self._names
        family = names.columns([one.family_name for one in people])
        given = names.columns([one.given_names for one in people])
        born = self._days([one.birth_date for one in people])
        owners = [number for number, one in enumerate(people) for _ in one.other_names]
        other = names.columns([name for one in people for name in one.other_names])
        self._note_alone(family, given, owners)
        families, givens, others = (names.values(one) for one in (family, given, other))
        initials = names.initials(given[:, 0])
        self._pairs += [_sums(one, two) for one in (*_filled(givens), initials) for two in _filled(families)]
        self._families += _following(families)
        self._givens += _following(givens)
        self._whole(families[~given.any(axis=1)])
        self._whole(givens[~family.any(axis=1)])
        self._others(others, givens[owners])
        self._births += [_sums(one, born) for one in (*_filled(families), *_filled(givens))]
        self._births += [_sums(one, born[owners]) for one in _filled(others)]
        self._add_numbers(people)

    def _whole(self, names: Array) -> None:
        """Names of which nobody knows which is the family's: any two of them."""
        self._pairs += [_sums(names[:, one], names[:, two]) for one, two in combinations(range(MOST_WORDS), 2)]

    def _others(self, others: Array, givens: Array) -> None:
        """Whole names: any two words, unless both are given names."""
        is_given = (others[:, :, None] == givens[:, None, :]).any(axis=2)
        for one, two in combinations(range(MOST_WORDS), 2):
            both = is_given[:, one] & is_given[:, two]
            self._pairs.append(_sums(others[~both, one], others[~both, two]))

    def _note_alone(self, family: NDArray[np.int32], given: NDArray[np.int32], owners: list[int]) -> None:
        both = np.concatenate([family, given], axis=1)
        single = (both != 0).sum(axis=1) == 1
        single[owners] = False
        self._alone.update(both[single].max(axis=1).tolist())
        self._shared.update(np.unique(both[~single]).tolist())

    def _days(self, births: list[PartialDate | None]) -> Array:
        """The values of birth dates; 0 where the day is not known."""
        days = [
            (born.year * 16 + born.month) * 32 + born.day if born and born.month and born.day else 0 for born in births
        ]
        distinct, places = np.unique(np.array(days, np.int64), return_inverse=True)
        values = [self._day_value(day) for day in distinct.tolist()]
        found: Array = np.array(values, np.uint64)[places]
        return found

    def _day_value(self, day: int) -> int:
        value = self._day_values.get(day)
        if value is None:
            value = self._day_values[day] = hash_of(self._key, _iso(day))
        return value

    def _add_numbers(self, people: list[Identity]) -> None:
        found = [_number_of(one.a_number) for one in people if one.a_number]
        found += [_document(document.number) for one in people for document in one.documents]
        self._lengths.update(length for length in set(map(len, found)) if length >= SHORTEST_NUMBER)
        key = self._key
        values = [
            blake2b(one.encode(), key=key, digest_size=8).digest() for one in found if len(one) >= SHORTEST_NUMBER
        ]
        self._numbers.append(np.frombuffer(b"".join(values), "<u8"))

    def index(self) -> PeopleIndex:
        names = self._names
        return PeopleIndex(
            self._key,
            self._people,
            frozenset(names.all_values()),
            names.spellings(),
            frozenset(names.values_of(self._alone - self._shared, shortest=_SHORTEST_ALONE)),
            _sorted(self._pairs),
            _sorted(self._families),
            _sorted(self._givens),
            _sorted(self._births),
            _sorted(self._numbers),
            frozenset(self._lengths),
            *names.misspelt(),
        )


def _number_of(text: str) -> str:
    return text.lstrip("0") if text.isdecimal() else number_key(text)


def _document(number: str) -> str:
    return _number_of("".join(filter(str.isalnum, number.upper())))


def _iso(day: int) -> str:
    return f"{day >> 9:04d}-{day >> 5 & 15:02d}-{day & 31:02d}"


def _sorted(parts: list[Array]) -> Array:
    if not parts:
        return np.zeros(0, np.uint64)
    values = np.concatenate(parts).astype(np.uint64)
    values.sort()
    first = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=first[1:])
    return values[first]


def _filled(names: Array) -> Iterator[Array]:
    for place in range(MOST_WORDS):
        if names[:, place].any():
            yield names[:, place]


def _following(names: Array) -> list[Array]:
    return [_sums(names[:, place], names[:, place + 1]) for place in range(MOST_WORDS - 1)]


def _sums(one: Array, two: Array) -> Array:
    both = (one != 0) & (two != 0)
    sums: Array = one[both] + two[both]
    return sums
