"""Looks for the people of an index (`people`) in what a file shows and hides, a block of pieces at a time."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from manifest_app.outgoing.people.dates import days_of_parts
from manifest_app.outgoing.people.facts import FactReader, Facts
from manifest_app.outgoing.people.index import PeopleIndex
from manifest_app.outgoing.people.known_words import Sieve
from manifest_app.outgoing.people.row_facts import CellFacts, Ints, Names, Rows
from manifest_app.outgoing.people.words import MASK, Array
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
        self._cells = CellFacts(self._reader.cell)

    def found(self, pieces: Sequence[Piece]) -> list[bool]:
        """Whether each piece names somebody."""
        if self._index.empty:
            return [False] * len(pieces)
        self._cells.forget_many()
        rows = self._cells.rows(pieces)
        alone = set(rows.apart(_MOST_NEAR_DATES))
        rows = rows.without(alone)
        block = _Block(rows)
        for number, facts in rows.rare():
            block.add_rare(number, facts)
        for number, row, place in rows.numbers_beside():
            self._add_beside(block, number, row, place)
        texts = (number for number, piece in enumerate(pieces) if not piece.cells)
        self._add_slowly(block, pieces, alone.union(texts))
        return block.hits(len(pieces), self._pairs, self._families, self._births)

    def _add_slowly(self, block: "_Block", pieces: Sequence[Piece], numbers: Collection[int]) -> None:
        """Take in texts, and rows that may be lines of a form."""
        form: list[tuple[int, list[Facts]]] = []
        for number in sorted(numbers):
            facts = self._facts(pieces[number])
            block.add(number, facts)
            for place in range(len(facts) - 1):
                if facts[place].number and facts[place + 1].number:
                    self._add_beside(block, number, facts, place)
            if any(one.label for one in facts) and _is_form_row(facts):
                above = (number - 1, self._facts(pieces[number - 1]))
                if number and form[-1:] != [above] and _is_form_row(above[1]):
                    form.append(above)
                form = [*(one for one in form[-_FORM_ROWS + 1 :] if number - one[0] <= _FORM_ROWS), (number, facts)]
                block.add(number, [one for _, row in form for one in row])

    def _facts(self, piece: Piece) -> list[Facts]:
        return self._cells.row(piece.cells) if piece.cells else [self._reader.text(piece.text)]

    def _add_beside(self, block: "_Block", number: int, facts: Sequence[Facts], place: int) -> None:
        """A number or date whose parts stand in cells beside one another."""
        parts = [one.number for one in facts[place : place + 3]]
        if any(map(self._reader.number, _joined(parts))):
            block.certain.append(number)
        elif len(parts) == len([part for part in parts if part.isdecimal()]) == _DATE_PARTS:
            days = [self._reader.day(day) for day in days_of_parts(parts, self._today)]
            block.add_births(number, facts, days)


class _Block:
    """What pieces of a block say, in columns.

    Args:
        rows: Pieces that are taken in all at once.
    """

    def __init__(self, rows: Rows) -> None:
        self.certain: list[int] = []
        self._rows = rows
        self._values: list[int] = []
        self._places: list[int] = []
        self._counts: list[int] = []
        self._sizes: list[int] = []
        self._owners: list[int] = []
        self._born: list[int] = []
        self._born_owners: list[int] = []

    def add(self, owner: int, row: Sequence[Facts]) -> None:
        """Take in the cells of another piece."""
        births: tuple[int, ...] = ()
        for facts in row:
            self._values += facts.values
            self._places += facts.places
            self._counts.append(len(facts.values))
            self._sizes.append(facts.size)
            self._owners.append(owner)
            births += facts.births
            if facts.rare:
                self.add_rare(owner, facts)
        if births:
            self.add_births(owner, row, births)

    def add_rare(self, owner: int, facts: Facts) -> None:
        """Take in what few cells say."""
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
        for owners, sums in ((np.array(self._born_owners, np.int64), born), self._rows.births()):
            found[owners[births.members(sums)]] = True
        for owners, sums, of_family in (*_sums(self._names()), *_sums(self._rows.names())):
            found[owners[pairs.members(sums)]] = True
            found[owners[of_family][families.members(sums[of_family])]] = True
        hits: list[bool] = found.tolist()
        return hits

    def _names(self) -> Names:
        counts = np.array(self._counts, np.int64)
        cells = np.repeat(np.arange(len(counts)), counts)
        sizes, owners = np.array(self._sizes, np.int64)[cells], np.array(self._owners, np.int64)[cells]
        return Names(np.array(self._values, np.uint64), np.array(self._places, np.int64), cells, sizes, owners)


def _sums(names: Names) -> Iterator[tuple[Ints, Array, NDArray[np.bool_]]]:
    """Sums of two names that belong together, whose they are, and which may be two family names."""
    values, places, cells, owners = names.values, names.places, names.cells, names.owners
    is_weak = places % 2 == 1
    # In another cell a particle or an initial counts if the cell has nothing else.
    roomy = names.sizes <= np.where(is_weak, 1, _SHORT_CELL)
    for apart in range(1, min(_FARTHEST_IN_ROW + 1, len(values))):
        one, two = slice(None, -apart), slice(apart, None)
        same = owners[one] == owners[two]
        if not same.any():
            return
        weak = is_weak[one] | is_weak[two]
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
