"""A passenger's name as questions to the registry: every way to read it, and who holds names like it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from manifest_app.screening.index import RecordIndex
from manifest_app.screening.known_names import background_share
from manifest_app.screening.normalize import NameForm, Person, Token
from manifest_app.screening.vocabulary import GRADE, Likeness, Vocabulary, joined, split, without_particle
from manifest_app.screening.weights import TOKEN_BACKGROUND, TOKEN_M, smoothed, weight

LEAST_BITS = 10
"""What a like name is worth at least, in hundredths of a bit: a pair never speaks against."""

_MOST_READINGS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a passenger's name.

    Attributes:
        tokens: The names, sorted.
        joined: True when names were put together or taken apart for this reading.
        other: The name as written when it is one of ``Identity.other_names``, else "".
    """

    tokens: tuple[Token, ...]
    joined: bool = False
    other: str = ""


@dataclass(frozen=True, slots=True)
class Hits:
    """Who in the registry holds a name like one name.

    Attributes:
        likeness: For each like name of the vocabulary how it is like.
        bits: Weight by grade 0 ... 4, in hundredths of a bit.
        rows: Name rows that hold such a name, ascending.
        row_bits: What it is worth in each of these rows.
    """

    likeness: Mapping[int, Likeness]
    bits: tuple[int, ...]
    rows: NDArray[np.int64]
    row_bits: NDArray[np.int32]


def readings(person: Person, vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """Every way to read the name, without repeats: as written first, then with names joined or taken apart."""
    found = [Reading(form.tokens, other=form.other) for form in person.names if form.tokens]
    for form in person.names:
        found.extend(_rejoined(form, vocabulary))
    return tuple(dict.fromkeys(found))[:_MOST_READINGS]


def _rejoined(form: NameForm, vocabulary: Vocabulary) -> Iterable[Reading]:
    words = form.sequence
    for start in dict.fromkeys((0, _first_given(words))):
        turned = words[start:] + words[:start]
        for first, size, word in joined([token.text for token in turned]):
            if word in vocabulary:
                whole = Token(word, turned[first].slot)
                yield _reading(form, turned[first : first + size], (whole,))
    for token in form.tokens:
        for parts in (*split(token.text, vocabulary), *((rest,) for rest in without_particle(token.text, vocabulary))):
            yield _reading(form, (token,), tuple(replace(token, text=part, spellings=frozenset()) for part in parts))


def _first_given(words: Sequence[Token]) -> int:
    return next((at for at, token in enumerate(words) if token.slot != words[0].slot), 0) if words else 0


def _reading(form: NameForm, gone: Sequence[Token], new: Sequence[Token]) -> Reading:
    tokens = list(form.tokens)
    for token in gone:
        if token in tokens:
            tokens.remove(token)
    tokens.extend(new)
    return Reading(tuple(sorted(tokens, key=lambda token: (token.text, token.slot))), joined=True, other=form.other)


def find_hits(index: RecordIndex, tokens: Sequence[Token]) -> dict[str, Hits]:
    """For each distinct name who holds one like it."""
    spellings: dict[str, set[str]] = {}
    for token in tokens:
        spellings.setdefault(token.text, set()).update(token.spellings)
    names = sorted(spellings)
    alike = index.vocabulary.alike(names, [sorted(spellings[name]) for name in names])
    return {name: _hits(index, name, likeness) for name, likeness in zip(names, alike, strict=True)}


def _hits(index: RecordIndex, name: str, likeness: Mapping[int, Likeness]) -> Hits:
    grades = np.zeros(len(index.forms), dtype=np.uint8)
    for number in sorted(likeness, key=lambda number: GRADE[likeness[number]]):
        grades[index.holders[number]] = GRADE[likeness[number]]
    rows = np.flatnonzero(grades)
    counts = np.bincount(grades[rows], minlength=5)
    bits = _grade_bits(name, counts.tolist(), len(index.forms))
    return Hits(likeness, bits, rows, np.array(bits, dtype=np.int32)[grades[rows]])


def _grade_bits(name: str, counts: Sequence[int], people: int) -> tuple[int, ...]:
    share = background_share(name)
    bits = [0] * 5
    above = 0
    for grade in (4, 3, 2, 1):
        above += counts[grade]
        rate = smoothed(above, people, min(1.0, share * TOKEN_BACKGROUND[grade]))
        best = bits[grade + 1] if grade < 4 else 10_000
        bits[grade] = min(best, max(LEAST_BITS, weight(TOKEN_M[grade], rate)))
    return tuple(bits)
