"""Looks for the people of an index (`people`) in what a file shows and hides, a block of pieces at a time."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from manifest_app.outgoing.known_words import Sieve
from manifest_app.outgoing.people import PeopleIndex
from manifest_app.outgoing.people_dates import days_of_parts
from manifest_app.outgoing.people_facts import NO_FACTS, FactReader, Facts
from manifest_app.outgoing.people_words import MASK, Array
from manifest_app.outgoing.pieces import Piece

_FARTHEST, _WEAK_FARTHEST = 4, 1
"""How far places of two names may lie apart in a text: one word between them, none beside a particle or an initial."""
_FARTHEST_IN_ROW = 24
_SHORT_CELL = 6
_MOST_NEAR_DATES = 512
_LONGEST_FORM_ROW = 8
_FORM_ROWS = 4
_DATE_PARTS = 3


class PeopleScan:
    """Looks for people in pieces; the words of the text it keeps meanwhile are forgotten with it.

    Args:
        index: Whom to look for.
        today: Two-digit years of birth lie before it.
    """

    def __init__(self, index: PeopleIndex, today: date) -> None:
        self._index = index
        self._today = today
        self._pairs = Sieve(index.pairs)
        self._families = Sieve(index.families)
        self._births = Sieve(index.births)
        self._reader = FactReader(index, self._pairs, Sieve(index.numbers), today)

    def found(self, pieces: Sequence[Piece]) -> list[bool]:
        """Whether each piece names somebody."""
        if self._index.empty:
            return [False] * len(pieces)
        block = _Block()
        form: list[tuple[int, list[Facts]]] = []
        for number, piece in enumerate(pieces):
            facts = self._facts(piece)
            said = [one for one in facts if one is not NO_FACTS]
            if not said:
                continue
            block.add(number, said)
            if len(said) > 1:
                self._in_row(block, number, facts)
            if any(one.rare and one.label for one in said) and _is_form_row(facts):
                above = (number - 1, self._facts(pieces[number - 1]))
                if number and form[-1:] != [above] and _is_form_row(above[1]):
                    form.append(above)
                form = [*(one for one in form[-_FORM_ROWS + 1 :] if number - one[0] <= _FORM_ROWS), (number, facts)]
                block.add(number, [one for _, row in form for one in row])
        return block.hits(len(pieces), self._pairs, self._families, self._births)

    def _facts(self, piece: Piece) -> list[Facts]:
        return self._reader.row(piece.cells) if piece.cells else [self._reader.text(piece.text)]

    def _in_row(self, block: "_Block", number: int, facts: Sequence[Facts]) -> None:
        """Numbers and dates whose parts stand in cells beside one another."""
        for place in range(len(facts) - 1):
            if not (facts[place].number and facts[place + 1].number):
                continue
            parts = [one.number for one in facts[place : place + 3]]
            if any(map(self._reader.number, _joined(parts))):
                block.certain.append(number)
            elif len(parts) == len([part for part in parts if part.isdecimal()]) == _DATE_PARTS:
                days = [self._reader.day(day) for day in days_of_parts(parts, self._today)]
                block.add_births(number, facts, days)


class _Block:
    """What the pieces of a block say, in columns: one entry for each name."""

    def __init__(self) -> None:
        self.certain: list[int] = []
        self._values: list[int] = []
        self._places: list[int] = []
        self._counts: list[int] = []
        self._sizes: list[int] = []
        self._owners: list[int] = []
        self._born: list[int] = []
        self._born_owners: list[int] = []

    def add(self, owner: int, row: Sequence[Facts]) -> None:
        """Take in the cells of a piece."""
        births: tuple[int, ...] = ()
        for facts in row:
            if facts.values:
                self._values += facts.values
                self._places += facts.places
                self._counts.append(len(facts.values))
                self._sizes.append(facts.size)
                self._owners.append(owner)
            if facts.births:
                births += facts.births
            if facts.rare:
                self._add_rare(owner, facts)
        if births:
            self.add_births(owner, row, births)

    def _add_rare(self, owner: int, facts: Facts) -> None:
        if facts.names_somebody or facts.numbers:
            self.certain.append(owner)
        self._add_sums(owner, facts.near)

    def add_births(self, owner: int, row: Sequence[Facts], births: Sequence[int]) -> None:
        """Take in birth dates beside the names of a piece."""
        names = [value for facts in row for value in facts.values + facts.meant][:_MOST_NEAR_DATES]
        if names:
            self._add_sums(owner, [name + born for name in names for born in births])

    def _add_sums(self, owner: int, sums: Sequence[int]) -> None:
        self._born += sums
        self._born_owners += [owner] * len(sums)

    def hits(self, pieces: int, pairs: Sieve, families: Sieve, births: Sieve) -> list[bool]:
        """Whether each piece names somebody."""
        found = np.zeros(pieces, np.bool_)
        found[self.certain] = True
        born = np.array([value & MASK for value in self._born], np.uint64)
        found[np.array(self._born_owners, np.int64)[births.members(born)]] = True
        for owners, sums, of_family in self._sums():
            found[owners[pairs.members(sums)]] = True
            found[owners[of_family][families.members(sums[of_family])]] = True
        hits: list[bool] = found.tolist()
        return hits

    def _sums(self) -> Iterator[tuple[NDArray[np.int64], Array, NDArray[np.bool_]]]:
        """Sums of two names that belong together, whose they are, and which may be two family names."""
        values = np.array(self._values, np.uint64)
        places = np.array(self._places, np.int64)
        counts = np.array(self._counts, np.int64)
        cells = np.repeat(np.arange(len(counts)), counts)
        sizes = np.array(self._sizes, np.int64)[cells]
        owners = np.array(self._owners, np.int64)[cells]
        # In another cell a particle or an initial counts if the cell has nothing else.
        roomy = sizes <= np.where(places % 2 == 1, 1, _SHORT_CELL)
        for apart in range(1, min(_FARTHEST_IN_ROW + 1, len(values))):
            one, two = slice(None, -apart), slice(apart, None)
            same = owners[one] == owners[two]
            if not same.any():
                return
            weak = (places[one] % 2 == 1) | (places[two] % 2 == 1)
            gap = np.abs(places[two] - places[one])
            together = cells[one] == cells[two]
            near = together & (gap <= np.where(weak, _WEAK_FARTHEST, _FARTHEST))
            kept = same & (near | (~together & roomy[one] & roomy[two]))
            yield owners[two][kept], values[one][kept] + values[two][kept], (near & (gap <= 2) & ~weak)[kept]


def _is_form_row(facts: Sequence[Facts]) -> bool:
    """Whether a piece is short enough for a line of a form, or for the name above one."""
    return sum(one.size for one in facts) <= _LONGEST_FORM_ROW


def _joined(parts: Sequence[str]) -> Iterator[str]:
    """The numbers that cells beside one another can be together: A, 200123456; K, 1234567; 200, 123, 456."""
    if parts[0].isalpha():
        yield "".join(parts[:2])
    if [len(part.lstrip("A")) for part in parts] == [3, 3, 3]:
        yield "".join(parts)
