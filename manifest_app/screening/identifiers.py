"""A-numbers and document numbers: equal, or one slip of the hand away."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST = 24


class NumberIndex:
    """Where each number stands.

    Args:
        numbers: The numbers of each record, in one form (`normalize.a_number_key`, `normalize.document_key`).
    """

    def __init__(self, numbers: Sequence[Sequence[str]]) -> None:
        self._rows: dict[str, tuple[int, ...]] = {}
        for row, own in enumerate(numbers):
            for number in own:
                self._rows[number] = (*self._rows.get(number, ()), row)
        self._lengths = frozenset(len(number) for number in self._rows)
        self.given: NDArray[np.bool_] = np.array([bool(own) for own in numbers], dtype=np.bool_)

    def equal(self, number: str) -> tuple[int, ...]:
        """Rows of the records that have the number."""
        return self._rows.get(number, ())

    def one_slip(self, number: str) -> tuple[int, ...]:
        """Rows of the records that have a number one slip away and not the number itself, sorted."""
        found: set[int] = set()
        if not self._rows:
            return ()
        # A digit that was left out at the end looks like a number of eight digits, which is written with a zero.
        for written in {number, number.lstrip("0")}:
            for other in slips(written, self._lengths):
                if other in self._rows:
                    found.update(self._rows[other])
        return tuple(sorted(found.difference(self.equal(number))))


def slips(number: str, lengths: Collection[int]) -> Iterable[str]:
    """All numbers one slip away: a character wrong, missing or too many, or two neighbours exchanged.

    Letters are tried where the number has letters. Numbers of more than 24 characters are no document's; none.

    Args:
        number: The number.
        lengths: Lengths that are worth making.
    """
    if len(number) > _LONGEST:
        return
    alphabet = _DIGITS if number.isdigit() else _DIGITS + _LETTERS
    for at in range(len(number) + 1):
        head, tail = number[:at], number[at:]
        if len(number) + 1 in lengths:
            yield from (head + character + tail for character in alphabet)
        if len(number) - 1 in lengths and tail:
            yield head + tail[1:]
        if len(number) in lengths and tail:
            yield from (head + character + tail[1:] for character in alphabet if character != tail[0])
            yield head + tail[:2][::-1] + tail[2:]
