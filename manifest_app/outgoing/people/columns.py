"""Columns of names as numbers: every distinct word is folded and hashed once, the rest is done a column at a time."""

from collections.abc import Callable, Collection, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from manifest_app.outgoing.people.words import NAMELESS, SHORTEST_MISSPELT, Array, hash_of, initial_of, misspellings
from manifest_app.standards.names import PARTICLES, fold, icao_spellings

MOST_WORDS = 4
"""So many words of one name count."""
_END = "\0"
_ALSO_WRITTEN = (("OY", "OU"), ("IY", "I"), ("IY", "Y"), ("IU", "YU"), ("IA", "YA"), ("KH", "H"), ("KS", "X"))
"""Greek and Cyrillic letters, as transliteration writes them and as their bearers and newspapers do."""
_PREFIXES = (("MAC", "MC"), ("MC", "MAC"))
_LONGEST_PREFIX = 3
_D_WITH_STROKE = str.maketrans({"đ": "dj", "Đ": "Dj"})
_Ids = NDArray[np.int32]


class NameColumns:
    """Numbers for the words of names, and what is known of each word.

    Args:
        key: The key of the words' values.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._numbers: dict[str, int] = {"": 0}
        self._values: list[int] = [0]
        self._strong = [False]
        self._tokens = _Tokens(self._words)
        self._spellings: dict[int, set[int]] = {}

    def columns(self, names: list[str]) -> _Ids:
        """The numbers of the first words of each name, a row for each; 0 where there is none.

        Particles and initials count only where a name has nothing else.
        """
        words, rows = self._flat(names)
        strong = np.array(self._strong, np.bool_)[words]
        weak_only = np.bincount(rows[strong], minlength=len(names)) == 0
        kept = strong | weak_only[rows]
        words, rows = words[kept], rows[kept]
        starts = np.searchsorted(rows, np.arange(len(names)))
        ranks = np.arange(len(rows)) - starts[rows]
        fits = ranks < MOST_WORDS
        found = np.zeros((len(names), MOST_WORDS), np.int32)
        found[rows[fits], ranks[fits]] = words[fits]
        return found

    def values(self, columns: _Ids) -> Array:
        """The values of words by number."""
        found: Array = np.array(self._values, np.uint64)[columns]
        return found

    def initials(self, column: _Ids) -> Array:
        """The values of the initials of words by number."""
        known = {letter: hash_of(self._key, letter) for letter in {initial_of(word) for word in self._numbers} - {"."}}
        table = [known.get(initial_of(word), 0) for word in self._numbers]
        found: Array = np.array(table, np.uint64)[column]
        return found

    def all_values(self) -> list[int]:
        """The values of all words."""
        return self._values[1:]

    def values_of(self, numbers: Collection[int], shortest: int) -> Iterator[int]:
        """The values of some words, short ones left out."""
        words = list(self._numbers)
        return (self._values[number] for number in numbers if len(words[number]) >= shortest)

    def spellings(self) -> Mapping[int, tuple[int, ...]]:
        """Values of other spellings, with those of the words they are spellings of."""
        return {spelling: tuple(sorted(words)) for spelling, words in self._spellings.items()}

    def misspelt(self) -> tuple[Array, Array]:
        """Values of what is left of a name when a letter is gone, sorted, and beside them the values of the names."""
        found = [
            (hash_of(self._key, form), self._values[number])
            for word, number in self._numbers.items()
            if len(word) >= SHORTEST_MISSPELT
            for form in misspellings(word)
        ]
        both = np.array(found, np.uint64).reshape(-1, 2)
        both = both[np.argsort(both[:, 0], kind="stable")]
        return both[:, 0].copy(), both[:, 1].copy()

    def _flat(self, names: list[str]) -> tuple[_Ids, NDArray[np.int64]]:
        """The words of all names in one row, and the number of the name that each belongs to."""
        text = f" {_END} ".join(names)
        if text.count(_END) != max(len(names) - 1, 0):
            text = f" {_END} ".join(name.replace(_END, " ") for name in names)
        known = self._tokens
        tokens = text.split()
        ids = np.fromiter(map(known.__getitem__, tokens), np.int64, len(tokens))
        rows = np.cumsum(ids == 0)
        counts = np.array(known.counts, np.int64)
        each = counts[ids]
        first = (np.cumsum(counts) - counts)[ids] - (np.cumsum(each) - each)
        places = np.repeat(first, each) + np.arange(int(each.sum()))
        return np.array(known.words, np.int32)[places], np.repeat(rows, each)

    def _words(self, token: str) -> list[int]:
        """The words of a token, as numbers."""
        words = [word for word in fold(token).split() if word not in NAMELESS]
        found = [self._number(word) for word in words]
        if len(words) == 1:
            for spelling in _spellings(token, words[0]) - set(words):
                self._spellings.setdefault(hash_of(self._key, spelling), set()).add(self._values[found[0]])
        return found

    def _number(self, word: str) -> int:
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self._values)
            self._values.append(hash_of(self._key, initial_of(word) if len(word) == 1 else word))
            self._strong.append(len(word) > 1 and word not in PARTICLES)
        return number


def _spellings(token: str, word: str) -> set[str]:
    """How a name with a prefix, with marks or in another script is also written."""
    respelt = {
        other + word.removeprefix(one)
        for one, other in _PREFIXES
        if word.startswith(one) and len(word) > _LONGEST_PREFIX + 1
    }
    if "DJ" in word:
        respelt.add(word.replace("DJ", "D"))
    if token.isascii():
        return respelt
    found = {word, *respelt, *icao_spellings(token), fold(token.translate(_D_WITH_STROKE)).replace(" ", "")}
    return found | {one.replace(usual, other) for one in found for usual, other in _ALSO_WRITTEN if usual in one}


class _Tokens(dict[str, int]):
    """The number of each token, 0 for the end of a name.

    Attributes:
        counts: How many words each token has.
        words: The numbers of the words of all tokens, one token after another.
    """

    def __init__(self, words_of: Callable[[str], list[int]]) -> None:
        super().__init__({_END: 0})
        self._words_of = words_of
        self.counts = [0]
        self.words: list[int] = []

    def __missing__(self, token: str) -> int:
        found = self._words_of(token)
        self.words += found
        number = self[token] = len(self.counts)
        self.counts.append(len(found))
        return number
