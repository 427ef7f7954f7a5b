"""Data kept as markup: what stands beside one another in it is one record, as a row of a sheet is.

Custom XML, properties, the cache of a pivot table: a name is in it as two values, in two elements or two attributes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from manifest_app.outgoing.office.markup import Frame, Walker
from manifest_app.outgoing.pieces import Channel, Piece

_LETTERS = re.compile(r"[^\W\d_]{2}")
_NUMBER = re.compile(r"[\d.,:TEZ+-]*")
_MOST_BESIDE = 24
_LONGEST_VALUE = 200


class RecordWalker(Walker):
    """Any part that is data: each value by itself, and the values of one record beside one another.

    Args:
        where: The part, for places.
        channel: The channel of its texts.
        known: As for `Walker`.
    """

    def __init__(self, where: str, channel: Channel, known: set[tuple[Channel, str]] | None = None) -> None:
        super().__init__(where, channel, each_element=True, known=known)
        self._channel = channel
        self._said: list[list[str]] = [[]]

    def opened(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        """The attributes of an element are a record."""
        del frame
        self._said.append([])
        self.give_record(self._channel, [value for value in attributes.values() if _LETTERS.search(value)])

    def closed(self, frame: Frame) -> None:
        """So are the elements of an element, a wrapper around one text counting as that text."""
        del frame
        said = self._said.pop()
        own = "".join(part for _, part in self._blocks[-1].texts).strip()
        if own:
            said.append(own)
        self.give_record(self._channel, said)
        if len(said) == 1:
            self._said[-1] += said

    def give_record(self, channel: Channel, values: Sequence[str]) -> None:
        """Give out values beside one another; one alone is given out anyway."""
        if len(values) > 1:
            cells = tuple(value for value in islice(values, _MOST_BESIDE) if len(value) <= _LONGEST_VALUE)
            self._out.append(Piece(self.place(), channel, "", cells))


@dataclass(slots=True)
class Pivots:
    """What the caches of the pivot tables of one workbook have in common.

    Attributes:
        fields: Number of a cache -> the values of each of its fields.
        shown: The texts of the cells that are seen.
    """

    fields: dict[str, list[list[str]]] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)


class PivotWalker(RecordWalker):
    """A pivot table's copy of its source, as rows; what stands in no visible cell is hidden content.

    Excel keeps the whole source, and values that were deleted from it since, though the table shows sums alone
    (ECMA-376 part 1, 18.10: ``cacheFields`` hold the values, ``r`` refers to them by number).

    Args:
        where: The part, for places.
        number: The number of the cache.
        pivots: What the caches have in common; walk the definition of a cache before its records.
        known: As for `Walker`.
    """

    def __init__(self, where: str, number: str, pivots: Pivots, known: set[tuple[Channel, str]]) -> None:
        super().__init__(where, Channel.FORMAT, known=known)
        self._fields = pivots.fields.setdefault(number, [])
        self._shown = pivots.shown
        self._in = ""
        self._row: list[str] = []

    def opened(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        """Follows fields, their values, and records."""
        super().opened(frame, attributes)
        if frame.name == "cacheField":
            self._fields.append([])
        elif frame.name in {"sharedItems", "r"}:
            self._in = frame.name
            self._row = []
        elif self._in == "sharedItems" and self._fields:
            self._fields[-1].append(attributes.get("v", ""))
            self._give_values(attributes.get("v", ""))
        elif self._in == "r":
            self._row.append(self._value(frame.name, attributes.get("v", "")))

    def closed(self, frame: Frame) -> None:
        """Ends records."""
        super().closed(frame)
        if frame.name == "r":
            self._give_values(*self._row)
        if frame.name == self._in:
            self._in = ""

    def _value(self, kind: str, value: str) -> str:
        place = len(self._row)
        items: Sequence[str] = self._fields[place] if place < len(self._fields) else ()
        return items[int(value)] if kind == "x" and value.isdecimal() and int(value) < len(items) else value

    def _give_values(self, *values: str) -> None:
        told = tuple(value for value in values if value.strip())
        shown = all(value.strip().casefold() in self._shown for value in told if not _NUMBER.fullmatch(value))
        self._out.append(Piece(self.place(), Channel.CELL if shown else Channel.PIVOT_CACHE, "", told))
