"""What the cells of tables say (`people.facts`), as columns of numbers: every distinct text is read once."""

from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from manifest_app.outgoing.people.facts import NO_FACTS, Facts
from manifest_app.outgoing.people.words import Array
from manifest_app.outgoing.pieces import Piece

Ints = NDArray[np.int64]
_Number = TypeVar("_Number", np.int64, np.uint64)

_MOST_KEPT = 200_000
_MOST_LETTERS = 8_000_000
_RARE, _LABEL, _NUMBER = 1, 2, 4
_START, _VALUES, _NAMES, _BIRTHS_START, _BIRTHS, _SIZE, _MARKS, _WIDTH = range(8)


@dataclass(frozen=True, slots=True)
class Names:
    """Names of some pieces, an entry for each; those of a piece follow one another.

    Attributes:
        values: Their values.
        places: Where each stands in its cell, see `Facts`.
        cells: Which cell it is in.
        sizes: How many words that cell has.
        owners: Which piece it is in.
    """

    values: Array
    places: Ints
    cells: Ints
    sizes: Ints
    owners: Ints


class CellFacts(dict[str, int]):
    """The number of each text among `facts`, those of texts that say nothing being 0.

    Args:
        read: Says what a cell says.

    Attributes:
        facts: What each text says.
    """

    def __init__(self, read: Callable[[str], Facts]) -> None:
        super().__init__()
        self._read = read
        self._begin()

    def _begin(self) -> None:
        self.facts = [NO_FACTS]
        self._letters = 0
        self._columns = array("q", [0] * _WIDTH)
        self._names, self._places, self._births = array("Q"), array("q"), array("Q")

    def __missing__(self, text: str) -> int:
        facts = self._read(text)
        self._letters += len(text)
        number = self[text] = len(self.facts) if facts != NO_FACTS else 0
        if number:
            self._note(facts)
        return number

    def _note(self, facts: Facts) -> None:
        values, names, births = facts.values, facts.values + facts.meant, facts.births
        marks = _RARE * facts.rare | _LABEL * facts.label | _NUMBER * bool(facts.number)
        names_start, births_start = len(self._names), len(self._births)
        self.facts.append(facts)
        self._columns.extend(
            (names_start, len(values), len(names), births_start, len(births), facts.size, marks),
        )
        self._names.extend(names)
        self._places.extend(facts.places + (0,) * len(facts.meant))
        self._births.extend(births)

    def forget_many(self) -> None:
        """Begin anew once much is remembered."""
        if len(self) > _MOST_KEPT or self._letters > _MOST_LETTERS:
            self.clear()
            self._begin()

    def row(self, cells: Sequence[str]) -> list[Facts]:
        """What some cells say."""
        return [self.facts[self[text]] for text in cells]

    def rows(self, pieces: Sequence[Piece]) -> "Rows":
        """What the cells of pieces say; texts outside of cells are left out."""
        lengths = [len(piece.cells) for piece in pieces]
        texts = chain.from_iterable([piece.cells for piece in pieces])
        numbers = np.fromiter(map(self.__getitem__, texts), np.int64, sum(lengths))
        return Rows(self, numbers, np.repeat(np.arange(len(pieces)), lengths))

    def columns(self, numbers: Ints) -> Ints:
        """The columns of some texts, one text after another."""
        columns: Ints = np.frombuffer(self._columns, np.int64).reshape(-1, _WIDTH)[numbers]
        return columns

    def names_at(self, places: Ints) -> tuple[Array, Ints]:
        """Values of names and where they stand in their cells."""
        return _taken(self._names, np.uint64, places), _taken(self._places, np.int64, places)

    def births_at(self, places: Ints) -> Array:
        """Values of days."""
        return _taken(self._births, np.uint64, places)


class Rows:
    """The cells of some pieces.

    Args:
        known: What each text says.
        numbers: The number of each cell's text.
        owners: The piece of each cell.
    """

    def __init__(self, known: CellFacts, numbers: Ints, owners: Ints) -> None:
        self._known = known
        self._numbers = numbers
        self._owners = owners
        self._columns = known.columns(numbers)

    def _marked(self, mark: int) -> NDArray[np.bool_]:
        marked: NDArray[np.bool_] = (self._columns[:, _MARKS] & mark) != 0
        return marked

    def apart(self, most_names: int) -> list[int]:
        """The pieces that have a label, or more than so many names."""
        labelled = self._owners[self._marked(_LABEL)]
        names = np.bincount(self._owners, self._columns[:, _NAMES]) if len(self._owners) else np.zeros(0)
        found: list[int] = np.union1d(labelled, np.flatnonzero(names > most_names)).tolist()
        return found

    def without(self, owners: Collection[int]) -> "Rows":
        """The cells of the other pieces."""
        if not owners:
            return self
        kept = ~np.isin(self._owners, list(owners))
        return Rows(self._known, self._numbers[kept], self._owners[kept])

    def rare(self) -> list[tuple[int, Facts]]:
        """Pieces with what cells in them say that most don't."""
        rare = self._marked(_RARE)
        facts = self._known.facts
        owners, numbers = self._owners[rare].tolist(), self._numbers[rare].tolist()
        return [(owner, facts[number]) for owner, number in zip(owners, numbers, strict=True)]

    def numbers_beside(self) -> list[tuple[int, list[Facts], int]]:
        """Pieces, what their cells say, and the place of a cell with a number before another with one."""
        numbered = self._marked(_NUMBER)
        both = numbered[:-1] & numbered[1:] & (self._owners[:-1] == self._owners[1:])
        places = np.flatnonzero(both)
        owners = self._owners[places]
        starts, ends = np.searchsorted(self._owners, owners), np.searchsorted(self._owners, owners, side="right")
        facts = self._known.facts
        return [
            (owner, [facts[number] for number in self._numbers[start:end].tolist()], place - start)
            for owner, start, end, place in zip(*(one.tolist() for one in (owners, starts, ends, places)), strict=True)
        ]

    def names(self) -> Names:
        """The names in the cells."""
        cells, places = _spread(self._columns[:, _START], self._columns[:, _VALUES])
        values, within = self._known.names_at(places)
        return Names(values, within, cells, self._columns[cells, _SIZE], self._owners[cells])

    def births(self) -> tuple[Ints, Array]:
        """Pieces, and the sum of each of their names with each of their days."""
        cells, places = _spread(self._columns[:, _BIRTHS_START], self._columns[:, _BIRTHS])
        days, born = self._known.births_at(places), self._owners[cells]
        beside = np.isin(self._owners, born)
        cells, places = _spread(self._columns[beside, _START], self._columns[beside, _NAMES])
        names, named = self._known.names_at(places)[0], self._owners[beside][cells]
        first, last = np.searchsorted(born, named), np.searchsorted(born, named, side="right")
        name, day = _spread(first, last - first)
        return named[name], names[name] + days[day]


def _taken(values: "array[int]", kind: type[_Number], places: Ints) -> NDArray[_Number]:
    # The view must be gone before the array grows.
    return np.frombuffer(values, kind)[places] if len(values) else np.zeros(0, kind)


def _spread(starts: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """For so many values from each start on: the number of the start, and the place of the value."""
    owners = np.repeat(np.arange(len(counts)), counts)
    shifts = starts - (np.cumsum(counts) - counts)
    return owners, shifts[owners] + np.arange(len(owners))
