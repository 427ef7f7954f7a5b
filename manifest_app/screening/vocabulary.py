"""All distinct names of the registry, and which of them are like a given name.

A registry of a million people has some ten thousand distinct names. Each name of a passenger is compared with all of
them, so nothing within the edit distance can be missed.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cdist

from manifest_app.screening.known_names import nicknames
from manifest_app.screening.phonetics import sound_keys

SIMILAR_FROM = 0.88
"""Jaro-Winkler similarity from which names count as similar (hand-labelled spelling variants: keeps about 90 %)."""

MOST_LETTERS = 40
"""Letters of a name that are looked at when one may be the beginning of another."""

_AT_ONCE = 64
_MOST_HALF_KNOWN = 3
_SHORTENED_FROM = 4
_PART_FROM = 4
_TWO_LETTERS_FROM = 6


class Likeness(IntEnum):
    """How a name of the passenger is like one of the registry; the greater wins where several hold."""

    INITIAL = 1
    CUT_SHORT = 2
    SIMILAR = 3
    SHORTENED = 4
    TWO_LETTERS = 5
    SOUNDS_ALIKE = 6
    NICKNAME = 7
    ONE_LETTER = 8
    TRANSLITERATED = 9
    EQUAL = 10


GRADE = {
    Likeness.INITIAL: 1,
    Likeness.CUT_SHORT: 1,
    Likeness.SIMILAR: 2,
    Likeness.SHORTENED: 2,
    Likeness.TWO_LETTERS: 2,
    Likeness.SOUNDS_ALIKE: 3,
    Likeness.NICKNAME: 3,
    Likeness.ONE_LETTER: 3,
    Likeness.TRANSLITERATED: 3,
    Likeness.EQUAL: 4,
}


class Vocabulary:
    """The distinct names of a registry.

    Args:
        spellings: Each distinct folded name with the other spellings ICAO permits for it.
    """

    def __init__(self, spellings: dict[str, set[str]]) -> None:
        self.tokens: tuple[str, ...] = tuple(sorted(spellings))
        self.ids: dict[str, int] = {token: number for number, token in enumerate(self.tokens)}
        self._by_spelling: dict[str, list[int]] = {}
        self._by_sound: dict[str, list[int]] = {}
        for number, token in enumerate(self.tokens):
            for spelling in spellings[token]:
                self._by_spelling.setdefault(spelling, []).append(number)
            for key in sound_keys(token):
                self._by_sound.setdefault(key, []).append(number)

    def __contains__(self, token: str) -> bool:
        return token in self.ids

    def alike(self, tokens: Sequence[str], spellings: Sequence[Iterable[str]]) -> list[dict[int, Likeness]]:
        """For each name, and the spellings ICAO permits for it, the names of the registry that are like it."""
        found: list[dict[int, Likeness]] = []
        for start in range(0, len(tokens), _AT_ONCE):
            part = tokens[start : start + _AT_ONCE]
            found.extend(self._by_letters(part))
        for token, others, hits in zip(tokens, spellings, found, strict=True):
            for likeness, numbers in self._by_table(token, others):
                for number in numbers:
                    hits[number] = max(likeness, hits.get(number, likeness))
        return found

    def _by_letters(self, part: Sequence[str]) -> list[dict[int, Likeness]]:
        hits: list[dict[int, Likeness]] = [{} for _ in part]
        if not self.tokens:
            return hits
        similar = cdist(part, self.tokens, scorer=JaroWinkler.similarity, score_cutoff=SIMILAR_FROM, dtype=np.float32)
        for row, column in _pairs(similar > 0):
            hits[row][column] = Likeness.SIMILAR
        edits = cdist(part, self.tokens, scorer=OSA.distance, score_cutoff=2, dtype=np.uint8)
        for row, column in _pairs(edits <= 2):
            likeness = _by_edits(part[row], self.tokens[column], int(edits[row, column]))
            if likeness:
                hits[row][column] = likeness
        return hits

    def _by_table(self, token: str, spellings: Iterable[str]) -> Iterable[tuple[Likeness, Iterable[int]]]:
        yield Likeness.INITIAL, self._initials(token)
        yield Likeness.CUT_SHORT, self._cut(token, range(2, _SHORTENED_FROM))
        yield Likeness.SHORTENED, self._cut(token, range(_SHORTENED_FROM, MOST_LETTERS))
        for key in sound_keys(token):
            yield Likeness.SOUNDS_ALIKE, self._by_sound.get(key, ())
        yield Likeness.NICKNAME, self._known(nicknames().get(token, ()))
        yield Likeness.TRANSLITERATED, self._known(spellings)
        for form in (token, *spellings):
            yield Likeness.TRANSLITERATED, self._by_spelling.get(form, ())
        yield Likeness.EQUAL, self._known((token,))

    def _known(self, tokens: Iterable[str]) -> list[int]:
        return [self.ids[token] for token in tokens if token in self.ids]

    def _beginning_with(self, prefix: str) -> range:
        return range(bisect_left(self.tokens, prefix), bisect_left(self.tokens, prefix + "\uffff"))

    def _initials(self, token: str) -> Iterable[int]:
        return self._beginning_with(token) if len(token) == 1 else self._known((token[:1],))

    def _cut(self, token: str, kept: range) -> Iterable[int]:
        """Names that begin with this one or that it begins with, the shorter of the two of so many letters."""
        if len(token) in kept:
            yield from self._beginning_with(token)
        yield from self._known(token[:letters] for letters in kept if letters < len(token))


def _pairs(hits: NDArray[np.bool_]) -> Iterable[tuple[int, int]]:
    rows, columns = np.nonzero(hits)
    return zip(rows.tolist(), columns.tolist(), strict=True)


def _by_edits(mine: str, theirs: str, edits: int) -> Likeness | None:
    shorter = min(len(mine), len(theirs))
    if edits == 0:
        return Likeness.EQUAL
    if edits == 1 and shorter >= 2 and max(len(mine), len(theirs)) >= 3:
        return Likeness.ONE_LETTER
    if edits == 2 and shorter >= _TWO_LETTERS_FROM - 1 and max(len(mine), len(theirs)) >= _TWO_LETTERS_FROM:
        return Likeness.TWO_LETTERS
    return None


def joined(sequence: Sequence[str]) -> Iterable[tuple[int, int, str]]:
    """Neighbouring names written as one: (first, number of names, joined name) for two, three and four of them."""
    for size in (2, 3, 4):
        for first in range(len(sequence) - size + 1):
            yield first, size, "".join(sequence[first : first + size])


def split(token: str, vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    """Ways to read one name as two that were written together, each of three letters or more.

    Both parts are names of the registry, or, when the whole is none, one part of four letters or more is.
    """
    known = token in vocabulary
    cuts = [(token[:cut], token[cut:]) for cut in range(3, len(token) - 2)]
    yield from (parts for parts in cuts if parts[0] in vocabulary and parts[1] in vocabulary)
    if not known:
        half_known = [(len(part), parts) for parts in cuts for part in parts if _is_part(part, vocabulary)]
        yield from (parts for _, parts in sorted(half_known, reverse=True)[:_MOST_HALF_KNOWN])


def _is_part(part: str, vocabulary: Vocabulary) -> bool:
    return len(part) >= _PART_FROM and part in vocabulary


_PARTICLE_RUNS = (
    *("AL", "BEN", "BIN", "DA", "DAS", "DE", "DEL", "DI", "DO", "DOS", "EL", "IBN", "LA", "LAS", "LOS", "VAN", "VON"),
    *("ABDAL", "ABDEL", "ABU", "DELA", "DELAS", "DELOS", "VANDEN", "VANDER"),
)
"""Particles, alone and joined, as they are written together with the name after them."""


def without_particle(token: str, vocabulary: Vocabulary) -> Iterable[str]:
    """What is left of a name such as DELACRUZ without the particles it was joined with, where the registry has it."""
    for run in _PARTICLE_RUNS:
        if token.startswith(run) and token[len(run) :] in vocabulary and len(token) - len(run) >= 3:
            yield token[len(run) :]
