"""What an XLSX workbook hides, read from its parts (ECMA-376 part 1), and the cells its ordinary readers leave out."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from manifest_app.files.markup import column_letters, column_number, pieces
from manifest_app.intake.hiding import ranges
from manifest_app.intake.table import NOT_CALCULATED, HiddenKind, HiddenThing
from manifest_app.model.progress import Progress

_SMALL_PART = 64 << 20
_TRUE = frozenset({b"1", b"true"})
_PREFIX = re.compile(rb"<([A-Za-z_][\w.-]*:)?worksheet[\s>]")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(rb"([A-Za-z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook: its name, the part it is in, and whether its tab is hidden."""

    name: str
    path: str
    hidden: bool


@dataclass(slots=True)
class WorkbookParts:
    """The sheets by name, and what the workbook hides outside their cells."""

    sheets: dict[str, SheetPart] = field(default_factory=dict)
    hidden_things: list[HiddenThing] = field(default_factory=list)


@dataclass(slots=True)
class SheetScan:
    """What one sheet hides, its formula cells (row, column from 0), and its failed cells (row -> column -> text)."""

    hidden_things: list[HiddenThing] = field(default_factory=list)
    formulas: list[tuple[int, int]] = field(default_factory=list)
    errors: dict[int, dict[int, str]] = field(default_factory=dict)


def workbook_parts(archive: zipfile.ZipFile) -> WorkbookParts:
    """Find the sheets and everything hidden that is said outside them.

    Raises:
        KeyError: A part is missing.
        ParseError: A part is no XML.
        ValueError: A part is no part of a workbook, or far too large.
    """
    parts = WorkbookParts()
    books = [path for kind, path in _relations(archive, "") if kind == "officeDocument"]
    if not books:
        raise KeyError("officeDocument")
    book = books[0]
    places = {key: path for key, (_kind, path) in _relations_by_id(archive, book).items()}
    for element in _elements(archive, book, "sheet"):
        place = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
        state = element.get("state", "visible")
        sheet = SheetPart(element.get("name", ""), places.get(place, ""), hidden=state != "visible")
        parts.sheets[sheet.name] = sheet
        if sheet.hidden:
            kind = HiddenKind.VERY_HIDDEN_SHEET if state == "veryHidden" else HiddenKind.SHEET
            parts.hidden_things.append(HiddenThing(kind, sheet.name, "its tab is not shown"))
        parts.hidden_things.extend(_comments(archive, sheet))
    parts.hidden_things.extend(_whole_book(archive, book))
    return parts


def _part(archive: zipfile.ZipFile, path: str) -> Element:
    if archive.getinfo(path).file_size > _SMALL_PART:
        raise ValueError(path)
    root: Element = fromstring(archive.read(path))
    return root


def _elements(archive: zipfile.ZipFile, path: str, local: str) -> Iterator[Element]:
    return (item for item in _part(archive, path).iter() if item.tag.rpartition("}")[2] == local)


def _relations_by_id(archive: zipfile.ZipFile, path: str) -> dict[str, tuple[str, str]]:
    folder, _, file = path.rpartition("/")
    relations = join(folder, "_rels", f"{file}.rels")
    if relations not in archive.namelist():
        return {}
    found = {}
    for item in _elements(archive, relations, "Relationship"):
        target = item.get("Target", "")
        inside = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(path), target))
        kind = item.get("Type", "").rpartition("/")[2]
        found[item.get("Id", "")] = (kind, target if item.get("TargetMode") == "External" else inside)
    return found


def _relations(archive: zipfile.ZipFile, path: str) -> list[tuple[str, str]]:
    return list(_relations_by_id(archive, path).values())


def _comments(archive: zipfile.ZipFile, sheet: SheetPart) -> Iterator[HiddenThing]:
    cells: list[tuple[int, int]] = []
    for kind, path in _relations(archive, sheet.path):
        if kind not in {"comments", "threadedComment"} or path not in archive.namelist():
            continue
        local = "comment" if kind == "comments" else "threadedComment"
        references = (_REFERENCE.match(item.get("ref", "").encode()) for item in _elements(archive, path, local))
        cells += [(int(found[2]), column_number(found[1].decode()) - 1) for found in references if found]
        for author in _elements(archive, path, "author"):
            if author.text and not author.text.startswith("tc={"):
                yield HiddenThing(HiddenKind.AUTHOR, f"comments of {sheet.name}", author.text.strip())
    for place in ranges(sorted(set(cells))):
        yield HiddenThing(HiddenKind.COMMENT, f"{sheet.name}!{place}", "a comment hangs on the cell")


def _whole_book(archive: zipfile.ZipFile, book: str) -> Iterator[HiddenThing]:
    names = archive.namelist()
    if any(name.lower().endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        yield HiddenThing(HiddenKind.MACRO, "workbook", "it carries a program")
    links = [kind for kind, _path in _relations(archive, book) if kind in {"externalLink", "connections"}]
    if links:
        yield HiddenThing(HiddenKind.EXTERNAL_LINK, "workbook", f"it points to {len(links)} other file(s) or databases")
    for part, tags in (
        ("docProps/core.xml", ("creator", "lastModifiedBy")),
        ("docProps/app.xml", ("Manager", "Company")),
    ):
        if part in names:
            for item in _part(archive, part).iter():
                if item.tag.rpartition("}")[2] in tags and item.text and item.text.strip():
                    yield HiddenThing(HiddenKind.AUTHOR, "properties", item.text.strip())
    for part in names:
        if part.startswith("xl/persons/") and part.endswith(".xml"):
            for person in _elements(archive, part, "person"):
                yield HiddenThing(HiddenKind.AUTHOR, "comments", person.get("displayName", "").strip())


# --- one sheet, as a stream: a full sheet has more than 500 MB of markup ---------------------------------------------


def scan_sheet(archive: zipfile.ZipFile, part: SheetPart, progress: Progress) -> SheetScan:
    """Find hidden rows and columns, formula cells and failed cells of one sheet."""
    scan = SheetScan()
    if part.path not in archive.namelist():
        return scan
    reader = _SheetReader(scan)
    done = 0
    for piece in pieces(archive, archive.getinfo(part.path), part.name):
        reader.take(piece)
        done += len(piece)
        progress(done, None, "looking for what is hidden")
    reader.finish()
    things = scan.hidden_things
    things += [HiddenThing(HiddenKind.COLUMN, f"{part.name}!{place}", "not shown") for place in reader.columns]
    things += [HiddenThing(HiddenKind.ROW, f"{part.name}!{place}", "not shown") for place in reader.hidden_rows()]
    for place in ranges(sorted(scan.formulas)):
        things.append(HiddenThing(HiddenKind.FORMULA, f"{part.name}!{place}", "the value comes from a formula"))
    return scan


class _SheetReader:
    """Reads the markup row by row, and looks closer only at rows that have something to say."""

    def __init__(self, scan: SheetScan) -> None:
        self.columns: list[str] = []
        self._scan = scan
        self._hidden: list[int] = []
        self._rest = b""
        self._row = 0
        self._prefix = b""
        self._started = False

    def take(self, piece: bytes) -> None:
        if not self._started:
            self._start(piece)
        piece = self._rest + piece
        cut = piece.rfind(b"<%brow" % self._prefix)
        self._rest = piece[cut:] if cut >= 0 else piece
        if cut > 0:
            self._read(piece[:cut])

    def finish(self) -> None:
        self._read(self._rest)
        self._rest = b""

    def hidden_rows(self) -> list[str]:
        return [place.replace("A", "") for place in ranges([(row, 0) for row in self._hidden])]

    def _start(self, piece: bytes) -> None:
        root = _PREFIX.search(piece)
        self._prefix = (root[1] or b"") if root else b""
        prefix = self._prefix
        self._rows = re.compile(rb"<%brow(?=[\s/>])([^>]*)>" % prefix)
        self._cells = re.compile(rb"<%bc(?=[\s/>])([^>]*?)(/?)>" % prefix)
        self._formula = re.compile(rb"\s*<%bf[\s/>]" % prefix)
        self._value = re.compile(rb"<%bv(?:\s[^>]*)?>([^<]*)" % prefix)
        self._end = b"</%bc>" % prefix
        self._special = re.compile(rb"""<%bf[\s/>]|hidden\s*=|\bht\s*=\s*["']0["']|\bt\s*=\s*["']e["']""" % prefix)
        self._column = re.compile(rb"<%bcol\s([^>]*)>" % prefix)
        self._started = True

    def _read(self, piece: bytes) -> None:
        self._read_columns(piece)
        if not self._special.search(piece):
            numbers = self._rows.findall(piece)
            if numbers:
                last = _attributes(numbers[-1]).get(b"r")
                self._row = int(last) if last else self._row + len(numbers)
            return
        starts = list(self._rows.finditer(piece))
        ends = [row.start() for row in starts[1:]] + [len(piece)]
        for row, end in zip(starts, ends, strict=True):
            self._read_row(row[1], piece[row.end() : end])

    def _read_columns(self, piece: bytes) -> None:
        if self._row or b"col" not in piece:
            return
        for found in self._column.findall(piece):
            column = _attributes(found)
            if column.get(b"hidden") in _TRUE or column.get(b"width") in {b"0", b"0.0"}:
                first, last = (column_letters(int(column.get(key, b"1"))) for key in (b"min", b"max"))
                self.columns.append(first if first == last else f"{first}:{last}")

    def _read_row(self, head: bytes, body: bytes) -> None:
        attributes = _attributes(head)
        self._row = int(attributes.get(b"r", b"0")) or self._row + 1
        if attributes.get(b"hidden") in _TRUE or attributes.get(b"ht") == b"0":
            self._hidden.append(self._row)
        if self._special.search(body):
            self._read_cells(body)

    def _read_cells(self, body: bytes) -> None:
        column = -1
        for cell in self._cells.finditer(body):
            attributes = _attributes(cell[1])
            place = _REFERENCE.match(attributes.get(b"r", b""))
            column = column_number(place[1].decode("ascii")) - 1 if place else column + 1
            if cell[2]:
                continue
            self._read_cell(column, attributes.get(b"t"), body[cell.end() : body.find(self._end, cell.end())])

    def _read_cell(self, column: int, kind: bytes | None, content: bytes) -> None:
        found = self._value.search(content)
        value = found[1] if found else b""
        is_formula = self._formula.match(content) is not None
        if is_formula:
            self._scan.formulas.append((self._row, column))
        if kind == b"e" or (is_formula and not value and kind != b"str"):
            text = value.decode("ascii", "replace") or NOT_CALCULATED
            self._scan.errors.setdefault(self._row, {})[column] = text


def _attributes(text: bytes) -> dict[bytes, bytes]:
    return {key: double or single for key, double, single in _ATTRIBUTE.findall(text)}
