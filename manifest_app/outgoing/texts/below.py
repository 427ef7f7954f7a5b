"""What is told in lines below one another: forms of labels and values, and words in cells under one another.

Names are looked for in one row or paragraph (`people.find`). In a form the surname stands in one row and the given
name in the next; whoever reads it puts them together, and so does this.
"""

import re
from collections.abc import Sequence

from manifest_app.outgoing.pieces import Channel, Extract, Found, Piece

_LABEL_WORDS = frozenset(
    {
        *(
            "surname",
            "surnames",
            "name",
            "names",
            "family",
            "given",
            "first",
            "last",
            "middle",
            "forename",
            "forenames",
        ),
        *("apellido", "apellidos", "nombre", "nombres", "born", "birth", "dob", "nacimiento", "nacido", "nacida"),
    }
)
_WORDS_OF_LABEL = 5
_LONGEST_LABEL = 40
_LABELLED = re.compile(
    r"\b((?:sur|fore)names?|(?:family|given|first|last|middle) names?|names?|apellidos?|nombres?|born|dob"
    r"|(?:date of )?birth|(?:fecha de )?nacimiento)\s*[:=]\s*([^:=|;]{2,80})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_TEXT = 2000
_LONGEST_LONE = 120
_LONE_TOGETHER = 3
_FARTHEST = 12
_FEWEST_BOXES = 5
_IN_LINES = frozenset({Channel.TEXT, Channel.CELL, Channel.HIDDEN_ROW, Channel.HIDDEN_COLUMN, Channel.HIDDEN_SHEET})


class _Lines:
    """The lines before, as far as they belong to a form, and the lone cells before."""

    def __init__(self) -> None:
        self._lone: list[str] = []
        self._told: dict[str, Sequence[str]] = {}
        self._since = 0

    def joined_by(self, piece: Piece) -> list[Piece]:
        """What a line says together with those above it."""
        if piece.cells:
            filled = [cell for cell in piece.cells if cell.strip()]
            return [*_in_boxes(piece), *self._with_lone(piece, filled), *self._with_told(piece, _told_in_row(filled))]
        if ":" not in piece.text and "=" not in piece.text:
            return self._with_told(piece, {})
        return self._with_told(piece, _told_in_text(piece.text))

    def _with_lone(self, piece: Piece, filled: Sequence[str]) -> list[Piece]:
        if len(filled) != 1 or len(filled[0]) > _LONGEST_LONE:
            self._lone = []
            return []
        self._lone = [*self._lone[1 - _LONE_TOGETHER :], filled[0]]
        if len(self._lone) == 1:
            return []
        if filled[0][0].islower():
            return [Piece(piece.where, piece.channel, " ".join(self._lone))]  # a sentence that goes on
        return [Piece(piece.where, Channel.TOGETHER, "  ".join(self._lone))]

    def _with_told(self, piece: Piece, told: dict[str, Sequence[str]]) -> list[Piece]:
        self._since += 1
        if not told:
            return []
        if self._since > _FARTHEST or not self._told.keys().isdisjoint(told):
            self._told = {}
        self._since = 0
        self._told |= told
        if len(self._told) == 1:
            return []
        people = range(max(map(len, self._told.values())))
        persons = (tuple(one[place] for one in self._told.values() if place < len(one)) for place in people)
        return [Piece(piece.where, Channel.TOGETHER, "", person) for person in persons]


def _in_boxes(piece: Piece) -> list[Piece]:
    """The words of a form that has a box for each letter."""
    if len(piece.cells) < _FEWEST_BOXES or list(map(len, piece.cells)).count(1) < _FEWEST_BOXES:
        return []
    return [Piece(piece.where, piece.channel, "".join(cell if len(cell) == 1 else f" {cell} " for cell in piece.cells))]


def _told_in_row(filled: Sequence[str]) -> dict[str, Sequence[str]]:
    """The values of a row that begins with a label; of one cell that holds both."""
    if not filled or len(filled[0]) > _LONGEST_LABEL + _LONGEST_LONE or filled[0][0].isdecimal():
        return {}
    if len(filled) == 1:
        return _told_in_text(filled[0])
    words = _WORD.findall(filled[0].casefold()) if len(filled[0]) <= _LONGEST_LABEL else []
    if len(words) > _WORDS_OF_LABEL or _LABEL_WORDS.isdisjoint(words):
        return {}
    return {" ".join(words): filled[1:]}


def _told_in_text(text: str) -> dict[str, Sequence[str]]:
    if len(text) > _LONGEST_TEXT:
        return {}
    return {label.casefold(): (value,) for label, value in _LABELLED.findall(text)}


def with_lines_joined(found: Extract) -> Extract:
    """The same, and what lines say together that stand below one another."""
    lines = _Lines()
    for one in found:
        yield one
        yield from _joined(lines, one)


def _joined(lines: _Lines, one: Found) -> list[Piece]:
    return lines.joined_by(one) if isinstance(one, Piece) and one.channel in _IN_LINES else []
