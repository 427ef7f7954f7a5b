"""Values of the office that may never be in a file, such as A-numbers, in whatever spacing they are written."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from manifest_app.release.vocabulary import runs, words_of

# An A-number is written with and without its A, with and without leading zeros (A012 345 678, 12345678).
_NUMBER = re.compile(r"a?0*([1-9][0-9]*)")
_LONGEST_RUN = 6


def _key(text: str) -> str:
    number = _NUMBER.fullmatch(text)
    return number[1] if number else text


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A set of values that must not occur as whole words, however spaced, with or without leading zeros."""

    keys: frozenset[str]

    @classmethod
    def of(cls, values: Iterable[str]) -> "Forbidden":
        """The set for some values; empty ones are left out."""
        joined = ("".join(words_of(value)) for value in values)
        return cls(frozenset(_key(value) for value in joined if value))

    def is_in(self, text: str) -> bool:
        """Whether a text holds one of the values."""
        if not self.keys:
            return False
        return any(_key("".join(run)) in self.keys for run in runs(words_of(text), _LONGEST_RUN))

    def is_in_any(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts holds one of the values."""
        return any(self.is_in(text) for text in texts)


# A date or a row's number has one possible form; the digits of a birth date may well be those of someone's number.
_FIXED_FORM = frozenset({"number", "birth_date", "document_expiry"})


def tellable_cells(keys: Sequence[str], row: Sequence[str]) -> list[tuple[str, str]]:
    """The (field key, text) pairs of a row in which a forbidden value could be."""
    return [(key, text) for key, text in zip(keys, row, strict=True) if key not in _FIXED_FORM]
