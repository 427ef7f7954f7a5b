"""The sheets of an XLSX workbook: every cell with the row it stands in, shown or not (ECMA-376 part 1, 18)."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from manifest_app.files.markup import MAX_ROWS, column_number
from manifest_app.outgoing.office.markup import Frame, RefusedError, Walker
from manifest_app.outgoing.office.records import Pivots
from manifest_app.outgoing.pieces import Channel, Extract, Piece, TooMuchError, inside, row_pieces
from manifest_app.outgoing.texts.spelled import formula_said, header_said, number_said, unescaped

_SMALL = 8 << 20
_MOST_STRINGS_BYTES = 128 << 20
_OBJECT_BYTES = 64
_NARROWEST = 0.5
_LOWEST = 1.0
_WHITES = frozenset({"FFFFFFFF", "00FFFFFF", "FFFFFF", "FFFEFEFE", "FFFFFEFE", "FFFFFFFE", "FFFEFFFF"})
_SHOWS_NOTHING = re.compile(r'\s*;\s*;\s*(?:;\s*)?|(?:""|"\s*")(?:;(?:""|"\s*"))*')
_REFERENCE = re.compile(r"([A-Za-z]{1,3})[0-9]{1,7}")
_HEADERS = frozenset({"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"})
_FORMULAS = frozenset({"f", "formula", "formula1", "formula2", "oldFormula"})
_OF_CELL = frozenset({"r", "s", "t", "cm", "vm", "ph"})
_OF_ROW = frozenset(
    {
        *("r", "spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed"),
        *("thickTop", "thickBot", "ph", "dyDescent"),
    }
)
_OF_COLUMN = frozenset(
    {"min", "max", "width", "style", "hidden", "bestFit", "customWidth", "phonetic", "outlineLevel", "collapsed"}
)
_KINDS = frozenset({"s", "n", "str", "b", "e", "inlineStr", "d"})
_CELL, _VALUE = Frame("c", Channel.CELL), Frame("v", Channel.CELL)
STRINGS = "xl/sharedStrings.xml"
MOST_HIDDEN = 1000
"""Ranges of hidden columns in one sheet: each cell is compared with all of them."""


@dataclass(slots=True)
class Book:
    """What a workbook says about its sheets.

    Attributes:
        sheets: Part of each sheet, in the order of the tabs -> whether its tab is hidden.
        strings: The shared strings, runs joined; None if they can't be read, so that cells are bare numbers.
        invisible: Indices of cell formats that show nothing.
        used: For each shared string, 1 where a cell refers to it.
        pivots: What the caches of its pivot tables have in common; None if it has none.
    """

    sheets: dict[str, bool] = field(default_factory=dict)
    strings: list[str] | None = None
    invisible: frozenset[str] = frozenset()
    used: bytearray = field(default_factory=bytearray)
    pivots: Pivots | None = None


def _root(archive: zipfile.ZipFile, part: str) -> Element | None:
    try:
        info = archive.getinfo(part)
        if info.file_size > _SMALL:
            return None
        return fromstring(archive.read(info))
    except (LookupError, ParseError, DefusedXmlException, ValueError):
        return None


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attributes(element: Element) -> dict[str, str]:
    return {key.rpartition("}")[2]: value for key, value in element.attrib.items()}


def _all(root: Element | None, name: str) -> Iterator[Element]:
    return (one for one in (root.iter() if root is not None else ()) if _local(one) == name)


def read_book(archive: zipfile.ZipFile) -> Book:
    """The sheets, strings and formats of a workbook; what can't be read is left out here and told by its part."""
    book = Book(strings=_strings(archive), invisible=_invisible(_root(archive, "xl/styles.xml")))
    book.used = bytearray(len(book.strings or ()))
    if any(name.startswith("xl/pivotCache/") for name in archive.namelist()):
        book.pivots = Pivots()
    targets = {}
    for link in _all(_root(archive, "xl/_rels/workbook.xml.rels"), "Relationship"):
        target = link.get("Target", "")
        targets[link.get("Id", "")] = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
    for sheet in _all(_root(archive, "xl/workbook.xml"), "sheet"):
        told = _attributes(sheet)
        part = targets.get(told.get("id", ""), "")
        book.sheets[part] = told.get("state", "visible") != "visible"
    return book


def _strings(archive: zipfile.ZipFile) -> list[str] | None:
    """The shared strings; read as a stream, since the tree of a million would take gigabytes."""
    try:
        with archive.open(STRINGS) as stream:
            return list(_each_string(stream))
    except (LookupError, ParseError, DefusedXmlException, ValueError):
        return None


def _each_string(stream: IO[bytes]) -> Iterator[str]:
    left = _MOST_STRINGS_BYTES
    root: Element | None = None
    depth = 0
    for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
        root = element if root is None else root
        depth += 1 if event == "start" else -1
        if event == "end" and depth == 1:
            text = _string(element)
            left -= len(text.encode("utf-8", "surrogatepass")) + _OBJECT_BYTES
            if left < 0:
                raise TooMuchError("more shared strings than a check looks at")
            root.clear()
            yield text


def _string(string: Element) -> str:
    """A shared string; what its phonetic runs say stands apart, so that no word is glued to another."""
    if len(string) == 1 and not len(string[0]) and _local(string[0]) == "t":
        return unescaped(string[0].text or "")
    phonetic = [run.text or "" for guide in _all(string, "rPh") for run in _all(guide, "t")]
    texts = [run.text or "" for part in string if _local(part) != "rPh" for run in _all(part, "t")]
    return unescaped("  ".join(filter(None, ("".join(texts), "".join(phonetic)))))


def _invisible(root: Element | None) -> frozenset[str]:
    """Cell formats whose number format shows nothing, or that write white on white."""
    if root is None:
        return frozenset()
    blind = {_attributes(one).get("numFmtId") for one in _all(root, "numFmt") if _is_blind(one)}
    fonts = [_is_white(font) for group in _all(root, "fonts") for font in group]
    fills = [_is_filled(fill) for group in _all(root, "fills") for fill in group]
    found = set()
    for group in _all(root, "cellXfs"):
        for number, form in enumerate(group):
            font, fill = _index(form, "fontId"), _index(form, "fillId")
            white = font < len(fonts) and fonts[font] and not (fill < len(fills) and fills[fill])
            if white or form.get("numFmtId") in blind:
                found.add(str(number))
    return frozenset(found)


def _index(form: Element, key: str) -> int:
    value = form.get(key, "0")
    return int(value) if value.isdecimal() else 0


def _is_blind(form: Element) -> bool:
    return _SHOWS_NOTHING.fullmatch(form.get("formatCode", "General")) is not None


def _is_white(font: Element) -> bool:
    for one in font:
        if _local(one) == "color" and (one.get("rgb", "").upper() in _WHITES or one.get("theme") == "0"):
            return one.get("tint") is None
    return False


def _is_filled(fill: Element) -> bool:
    for pattern in _all(fill, "fgColor"):
        if pattern.get("rgb", "").upper() not in _WHITES and pattern.get("theme") != "0":
            return True
    return any(True for _ in _all(fill, "gradientFill"))


_USUAL = {"c": _OF_CELL, "row": _OF_ROW, "col": _OF_COLUMN}


class SheetWalker(Walker):
    """A worksheet: its rows as pieces, and all else as any part.

    Args:
        where: Place of the workbook.
        part: The sheet's part.
        book: What the workbook says; the strings that cells refer to are noted in it.
        known: As for `Walker`.
    """

    def __init__(self, where: str, part: str, book: Book, known: set[tuple[Channel, str]]) -> None:
        hidden = book.sheets.get(part, True)
        number = list(book.sheets).index(part) + 1 if part in book.sheets else 0
        super().__init__(inside(where, f"sheet {number}" if number else "sheet"), Channel.CELL, known=known)
        self._book = book
        self._sheet_channel = Channel.HIDDEN_SHEET if hidden else Channel.CELL
        self._narrow: list[tuple[int, int]] = []
        self._row = 0
        self._column = 0
        self._row_channel = self._sheet_channel
        self._cell: Mapping[str, str] = {}
        self._value: list[str] = []
        self._cells: list[tuple[Channel, str]] = []

    def place(self) -> str:
        """Sheet and row."""
        return f"{self.where}, row {self._row}" if self._row else self.where

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        # Cells and values are nearly all of a sheet: they take the short way if they are no more than that.
        if qualified == "v" and not attributes:
            self.frames.append(_VALUE)
        elif qualified == "c" and attributes.keys() <= _OF_CELL:
            self.frames.append(_CELL)
            self._open_cell(attributes)
        else:
            super()._start(qualified, attributes)

    def _end(self, qualified: str) -> None:
        frame = self.frames[-1]
        if frame is _VALUE:
            self._value.append(self._taken_text())
            self.frames.pop()
        elif frame is _CELL:
            self.frames.pop()
            self._close_cell()
        else:
            super()._end(qualified)

    def opened(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        """Follows sheets, rows, columns and cells, and what hides them."""
        if frame.name == "col":
            self._open_column(attributes)
        elif frame.name == "row":
            self._open_row(attributes)
        elif frame.name == "c":
            self._open_cell(attributes)

    def _open_column(self, attributes: Mapping[str, str]) -> None:
        width = attributes.get("width", "9")
        if attributes.get("hidden") in {"1", "true"} or _less(width, _NARROWEST):
            self._narrow.append((_number(attributes.get("min")), _number(attributes.get("max"))))
            if len(self._narrow) > MOST_HIDDEN:
                raise TooMuchError

    def _open_row(self, attributes: Mapping[str, str]) -> None:
        self._end_stray_text()
        self._row = _number(attributes.get("r")) or self._row + 1
        self._column = 0
        if self._row > MAX_ROWS:
            raise RefusedError("more rows than a sheet has")
        hidden = attributes.get("hidden") in {"1", "true"} or _less(attributes.get("ht", "15"), _LOWEST)
        shown = Channel.HIDDEN_ROW if hidden else Channel.CELL
        self._row_channel = self._sheet_channel if self._sheet_channel is Channel.HIDDEN_SHEET else shown

    def _end_stray_text(self) -> None:
        """Text outside of cells must not run into the number of a shared string."""
        if self._blocks[-1].texts:
            self._flush(self._blocks[-1])

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        self._end_stray_text()
        self._column += 1
        place = attributes.get("r")
        if place is not None:
            letters = _REFERENCE.fullmatch(place)
            if letters is None:
                self.give_once(Channel.ATTRIBUTE, place)
            elif self._narrow:
                self._column = column_number(letters[1])
        if attributes.get("t", "n") not in _KINDS:
            self.give_once(Channel.ATTRIBUTE, attributes["t"])
        self._cell = attributes
        self._value = []

    def _attribute(self, frame: Frame, key: str, value: str) -> None:
        usual = _USUAL.get(frame.name)
        if usual is None or key not in usual:
            super()._attribute(frame, key, value)

    def closed(self, frame: Frame) -> None:
        """Ends values, cells and rows."""
        if frame.name in {"v", "t"} and self._cell:
            self._value.append("  " * (frame.channel is Channel.PHONETIC) + self._taken_text())
        elif frame.name in _FORMULAS:
            self.give_once(Channel.FORMULA, formula_said(self._taken_text()))
        elif frame.name in _HEADERS:
            self.give_once(Channel.HEADER, header_said(self._taken_text()))
        elif frame.name == "sheetData":
            self._row = 0
        elif frame.name == "c":
            self._close_cell()
        elif frame.name == "row":
            self._close_row()
        elif self._cell == {} and self._blocks[-1].texts:
            self._flush(self._blocks[-1])

    def _taken_text(self) -> str:
        texts, self._blocks[-1].texts = self._blocks[-1].texts, []
        return "".join([part for _, part in texts])

    def _close_cell(self) -> None:
        text = "".join(self._value)
        strings = self._book.strings or []
        if self._cell.get("t") == "s" and text.strip().isdecimal() and int(text) < len(strings):
            self._book.used[int(text)] = 1
            text = strings[int(text)]
        elif "_x" in text:
            text = unescaped(text)
        elif "E" in text or "e" in text:
            text = number_said(text)
        if text.strip():
            self._give_cell(self._cell_channel(), text)
        self._cell = {}

    def _give_cell(self, channel: Channel, text: str) -> None:
        self._cells.append((channel, text))
        if self._book.pivots is not None and channel is Channel.CELL:
            self._book.pivots.shown.add(text.strip().casefold())

    def _cell_channel(self) -> Channel:
        if self._row_channel is not Channel.CELL:
            return self._row_channel
        if self._narrow and any(first <= self._column <= last for first, last in self._narrow):
            return Channel.HIDDEN_COLUMN
        return Channel.HIDDEN_TEXT if self._cell.get("s") in self._book.invisible else Channel.CELL

    def _close_row(self) -> None:
        self._out.extend(row_pieces(self.place(), self._cells))
        self._cells = []


def _less(text: str, bound: float) -> bool:
    try:
        return float(text) < bound
    except ValueError:
        return False


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0


def left_over(book: Book, where: str) -> Extract:
    """Shared strings that no cell refers to."""
    for number, text in enumerate(book.strings or ()):
        if not book.used[number] and text.strip():
            yield Piece(inside(where, f"shared string {number}"), Channel.LEFT_OVER, text)
