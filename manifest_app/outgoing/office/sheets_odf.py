"""OpenDocument: which styles hide, and the cells of a spreadsheet with their rows and columns (OASIS ODF 1.3)."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from xml.parsers import expat

from manifest_app.outgoing.office.markup import Frame, RefusedError, Walker, is_white, refuse_doctype
from manifest_app.outgoing.pieces import Channel, TooMuchError
from manifest_app.outgoing.texts.spelled import number_said

_VALUES = frozenset({"value", "date-value", "string-value", "time-value"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_MOST_REPEATED = 1 << 20
MOST_HIDDEN = 1000
"""Ranges of hidden columns in one sheet: each cell is compared with all of them."""


class _Styles:
    """Collects the styles that hide from a stream of markup, of which it keeps nothing else."""

    def __init__(self) -> None:
        self.texts: set[str] = set()
        self.tables: set[str] = set()
        self.whites: set[str] = set()
        self.grounds: set[str] = set()
        self._style: str | None = None
        self._white = self._dark = False

    def read(self, chunks: Iterable[bytes]) -> None:
        """Take in one part, as far as it can be read: walking through it says what is wrong with the rest."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = refuse_doctype
        with suppress(expat.ExpatError, LookupError, ValueError, RefusedError):
            for chunk in chunks:
                parser.Parse(chunk, False)

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        name = qualified.rpartition(":")[2]
        if name == "style":
            self._style = _told(attributes).get("name", "")
            self._white = self._dark = False
        elif self._style is not None:
            self._read_look(self._style, name, _told(attributes))

    def _read_look(self, style: str, name: str, look: Mapping[str, str]) -> None:
        # The ground is told with the cell, the colour with the text: both belong to the style.
        self._white |= is_white(look.get("color", ""))
        ground = look.get("background-color", look.get("fill-color", "transparent"))
        self._dark |= ground.lower() != "transparent" and not is_white(ground) and look.get("fill") != "none"
        if look.get("display") == "none":
            self.texts.add(style)
        if name == "table-properties" and look.get("display") == "false":
            self.tables.add(style)

    def _end(self, qualified: str) -> None:
        if qualified.rpartition(":")[2] == "style" and self._style is not None:
            if self._dark:
                self.grounds.add(self._style)
            elif self._white:
                self.whites.add(self._style)
            self._style = None


@dataclass(frozen=True, slots=True)
class HidingStyles:
    """Names of styles.

    Attributes:
        texts: Those that hide text.
        tables: Those of tables that hide a sheet.
        whites: Those that make text white, which hides it on white ground.
        grounds: Those that make a ground on which white text is seen.
    """

    texts: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    whites: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()


def hiding_styles(parts: Iterable[Iterable[bytes]]) -> HidingStyles:
    """The styles that hide, in some parts, each in chunks."""
    styles = _Styles()
    for part in parts:
        styles.read(part)
    return HidingStyles(*map(frozenset, (styles.texts, styles.tables, styles.whites, styles.grounds)))


def _told(attributes: Mapping[str, str]) -> dict[str, str]:
    return {key.rpartition(":")[2]: value for key, value in attributes.items()}


class OdfWalker(Walker):
    """The content of an OpenDocument file.

    Args:
        where: The part, for places.
        known: As for `Walker`.
        styles: What `hiding_styles` gave.
    """

    def __init__(self, where: str, known: set[tuple[Channel, str]], styles: HidingStyles) -> None:
        super().__init__(where, Channel.TEXT, hidden_styles=styles.texts, known=known)
        self._styles = styles
        self._sheet = 0
        self._row = 0
        self._column = 0
        self._narrow: list[tuple[int, int]] = []

    def place(self) -> str:
        """Sheet and row."""
        return f"{self.where}, sheet {self._sheet}, row {self._row}" if self._row else self.where

    def opened(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        """Follows sheets, rows, columns and cells, and what hides them."""
        self._on_ground(frame, attributes.get("style-name", ""))
        if frame.name == "table":
            self._sheet, self._row, self._column, self._narrow = self._sheet + 1, 0, 0, []
            if attributes.get("style-name") in self._styles.tables:
                frame.channel = Channel.HIDDEN_SHEET
        elif frame.name == "table-column":
            self._open_column(attributes)
        elif frame.name == "table-row":
            self._row += _repeated(attributes, "number-rows-repeated")
            self._column = 0
            if attributes.get("visibility", "visible") != "visible" and frame.channel is Channel.TEXT:
                frame.channel = Channel.HIDDEN_ROW
        elif frame.name in _CELLS:
            self._open_cell(frame, attributes)

    def _on_ground(self, frame: Frame, style: str) -> None:
        if style in self._styles.grounds:
            frame.shaded = True
        elif style in self._styles.whites and not frame.shaded:
            frame.channel = Channel.HIDDEN_TEXT

    def _open_column(self, attributes: Mapping[str, str]) -> None:
        first = self._column + 1
        self._column += _repeated(attributes, "number-columns-repeated")
        if attributes.get("visibility", "visible") != "visible":
            self._narrow.append((first, self._column))
            if len(self._narrow) > MOST_HIDDEN:
                raise TooMuchError

    def _open_cell(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        first = self._column + 1
        self._column += _repeated(attributes, "number-columns-repeated")
        hidden = any(start <= self._column and first <= end for start, end in self._narrow)
        if hidden and frame.channel is Channel.TEXT:
            frame.channel = Channel.HIDDEN_COLUMN
        for key in _VALUES & attributes.keys():
            self.say(f" {number_said(attributes[key])} ")

    def _attribute(self, frame: Frame, key: str, value: str) -> None:
        if frame.name not in _CELLS or key not in _VALUES:
            super()._attribute(frame, key, value)


def _repeated(attributes: Mapping[str, str], key: str) -> int:
    text = attributes.get(key, "1")
    return min(int(text), _MOST_REPEATED) if text.isdecimal() and len(text) < 9 else 1
