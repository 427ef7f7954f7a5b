"""OpenDocument spreadsheets (ISO/IEC 26300): cells and what is hidden, as a stream, row by row.

Read here and not by a library, since a reader must not expand a row that says it repeats a million times, must keep a
failed formula's text, and must say what is hidden.
"""

import datetime as dt
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring, iterparse

from manifest_app.errors import UnsafeFileError
from manifest_app.files.markup import MAX_AREA, MAX_COLUMNS, MAX_ROWS, column_letters
from manifest_app.intake.hiding import ranges
from manifest_app.intake.table import NOT_CALCULATED, Cell, HiddenKind, HiddenThing

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_META_NAMES = frozenset({"creator", "initial-creator", "printed-by"})
_Events = Iterator[tuple[str, Element]]


@dataclass(slots=True)
class OdsSheet:
    """A sheet; ``formulas`` and ``hidden_things`` are complete once ``rows`` was read to its end."""

    name: str
    hidden: bool
    rows: Iterator[list[Cell]]
    formulas: list[tuple[int, int]] = field(default_factory=list)
    hidden_things: list[HiddenThing] = field(default_factory=list)


@dataclass(slots=True)
class _Marks:
    """What was seen of a sheet while its rows went by."""

    formulas: list[tuple[int, int]]
    comments: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    authors: set[str] = field(default_factory=set)
    columns: int = 0
    cells: int = 0


def sheets(archive: zipfile.ZipFile, name: str) -> Iterator[OdsSheet]:
    """The sheets in order; each one's rows must be read before the next is asked for.

    Raises:
        ParseError: The content is no XML.
        ValueError: A repetition or a number is none.
        UnsafeFileError: A repeated row or column makes the sheet larger than a sheet can be.
    """
    with archive.open("content.xml") as stream:
        events: _Events = iter(iterparse(stream, events=("start", "end")))
        hidden_styles: set[str] = set()
        for event, element in events:
            if event == "end" and element.tag == f"{_STYLE}style":
                _note_style(element, hidden_styles)
            elif event == "start" and element.tag == f"{_TABLE}table":
                hidden = element.get(f"{_TABLE}style-name", "") in hidden_styles
                yield _sheet(element, events, name, hidden=hidden)


def _note_style(element: Element, hidden_styles: set[str]) -> None:
    properties = element.find(f"{_STYLE}table-properties")
    if properties is not None and properties.get(f"{_TABLE}display") == "false":
        hidden_styles.add(element.get(f"{_STYLE}name", ""))


def _sheet(element: Element, events: _Events, name: str, *, hidden: bool) -> OdsSheet:
    formulas: list[tuple[int, int]] = []
    sheet = OdsSheet(element.get(f"{_TABLE}name", ""), hidden, iter(()), formulas)
    sheet.rows = _rows(sheet, events, _Marks(formulas), name)
    return sheet


def _rows(sheet: OdsSheet, events: _Events, marks: _Marks, name: str) -> Iterator[list[Cell]]:
    number = 0
    pending = 0
    for event, element in events:
        if event == "end" and element.tag == f"{_TABLE}table-column":
            _note_column(element, marks)
        elif event == "end" and element.tag == f"{_TABLE}table-row":
            times = _repeated(element, "rows")
            cells = _cells(element, number + 1, marks, name)
            if element.get(f"{_TABLE}visibility") in {"collapse", "filter"} and cells:
                marks.hidden_rows += [(number + step, 0) for step in range(1, min(times, MAX_ROWS) + 1)]
            number += times
            element.clear()
            if not cells:
                pending += times
                continue
            _bound(number, len(cells) * times, marks, name)
            yield from ([] for _ in range(pending))
            yield from (list(cells) for _ in range(times))
            pending = 0
        elif event == "end" and element.tag == f"{_TABLE}table":
            break
    sheet.hidden_things.extend(_things(sheet, marks))


def _bound(rows: int, cells: int, marks: _Marks, name: str) -> None:
    marks.cells += cells
    if rows > MAX_ROWS or marks.cells > MAX_AREA:
        raise UnsafeFileError(f"{name} has a sheet of more than {MAX_ROWS:,} rows.", "Split it into smaller lists.")


def _repeated(element: Element, what: str) -> int:
    return max(1, int(element.get(f"{_TABLE}number-{what}-repeated", "1")))


def _note_column(element: Element, marks: _Marks) -> None:
    first = marks.columns + 1
    marks.columns += _repeated(element, "columns")
    if element.get(f"{_TABLE}visibility") in {"collapse", "filter"}:
        last = column_letters(min(marks.columns, MAX_COLUMNS))
        marks.hidden_columns.append(last if first == marks.columns else f"{column_letters(first)}:{last}")


def _cells(row: Element, number: int, marks: _Marks, name: str) -> list[Cell]:
    cells: list[Cell] = []
    empty = 0
    for element in row:
        if element.tag not in _CELLS:
            continue
        times = _repeated(element, "columns")
        value = _value(element)
        _note_cell(element, (number, len(cells) + empty), marks)
        if value is None:
            empty += times
            continue
        if len(cells) + empty + times > MAX_COLUMNS:
            raise UnsafeFileError(f"{name} has a sheet of more than {MAX_COLUMNS:,} columns.", "Ask for a plain copy.")
        cells += [None] * empty + [value] * times
        empty = 0
    return cells


def _note_cell(element: Element, place: tuple[int, int], marks: _Marks) -> None:
    if element.get(f"{_TABLE}formula") is not None:
        marks.formulas.append(place)
    for comment in element.iter(f"{_OFFICE}annotation"):
        marks.comments.append(place)
        marks.authors.update(item.text.strip() for item in comment.iter(f"{_DC}creator") if item.text)


def _value(element: Element) -> Cell:
    kind = element.get(f"{_OFFICE}value-type")
    if kind is None and element.get(f"{_TABLE}formula") is not None:
        return _text(element) or NOT_CALCULATED
    if (
        kind is None
        or element.get("{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type") == "error"
    ):
        return _text(element) or None
    if kind == "date":
        return _date(element.get(f"{_OFFICE}date-value", ""), element)
    if kind == "boolean":
        return element.get(f"{_OFFICE}boolean-value") == "true"
    if kind in {"float", "percentage", "currency"}:
        number = float(element.get(f"{_OFFICE}value", "nan"))
        return int(number) if number.is_integer() and abs(number) < 2**53 else number
    return _text(element) or element.get(f"{_OFFICE}string-value") or None


def _date(text: str, element: Element) -> Cell:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return _text(element) or text or None
    return moment if "T" in text else moment.date()


def _text(element: Element) -> str:
    """The shown text of a cell: its paragraphs, without those of a comment."""
    return "\n".join("".join(_inline(paragraph)) for paragraph in element.findall(f"{_TEXT}p"))


def _inline(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * min(int(child.get(f"{_TEXT}c", "1")), 1000)
        elif child.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
            yield " "
        elif child.tag != f"{_OFFICE}annotation":
            yield from _inline(child)
        yield child.tail or ""


def _things(sheet: OdsSheet, marks: _Marks) -> Iterator[HiddenThing]:
    if sheet.hidden:
        yield HiddenThing(HiddenKind.SHEET, sheet.name, "its tab is not shown")
    for place in marks.hidden_columns:
        yield HiddenThing(HiddenKind.COLUMN, f"{sheet.name}!{place}", "not shown")
    for place in ranges(marks.hidden_rows):
        yield HiddenThing(HiddenKind.ROW, f"{sheet.name}!{place.replace('A', '')}", "not shown")
    for place in ranges(marks.formulas):
        yield HiddenThing(HiddenKind.FORMULA, f"{sheet.name}!{place}", "the value comes from a formula")
    for place in ranges(marks.comments):
        yield HiddenThing(HiddenKind.COMMENT, f"{sheet.name}!{place}", "a comment hangs on the cell")
    for author in sorted(marks.authors):
        yield HiddenThing(HiddenKind.AUTHOR, f"comments of {sheet.name}", author)


def hidden_things(archive: zipfile.ZipFile) -> Iterator[HiddenThing]:
    """What the file hides outside its sheets: programs, and the names of its authors."""
    names = archive.namelist()
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in names):
        yield HiddenThing(HiddenKind.MACRO, "workbook", "it carries a program")
    if "meta.xml" not in names:
        return
    try:
        meta = fromstring(archive.read("meta.xml"))
    except ParseError:
        return
    for item in meta.iter():
        if item.tag.rpartition("}")[2] in _META_NAMES and item.text and item.text.strip():
            yield HiddenThing(HiddenKind.AUTHOR, "properties", item.text.strip())
