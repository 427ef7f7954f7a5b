"""Exporters that leak, one channel each: a permanent test of the checks that must catch them.

Each gets the table and the rows (from 0) of the people who are protected, and gives the bytes it would send. What it
leaks is as small as the channel allows; with nobody protected the file is clean. ``caught_by`` is the check of
`manifest_app.release.verify` that is there for it.
"""

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from manifest_app.release.table import PublicTable
from manifest_app.release.writers import WRITERS, csv, xlsx

Protected = frozenset[int]
Exporter = Callable[[PublicTable, Protected], bytes]

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
WORKBOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
CORE = "docProps/core.xml"
APP = "docProps/app.xml"


@dataclass(frozen=True)
class Mutant:
    name: str
    file_format: str
    caught_by: str
    leak: Exporter

    def export(self, table: PublicTable, protected: Protected) -> bytes:
        return self.leak(table, protected) if protected else WRITERS[self.file_format](table)

    def __str__(self) -> str:
        return f"{self.file_format} {self.name}"


ALL: list[Mutant] = []


def _add(name: str, caught_by: str, export: Exporter, *formats: str) -> None:
    ALL.extend(Mutant(name, file_format, caught_by, export) for file_format in formats or ("xlsx",))


def _said(protected: Protected) -> str:
    return "-".join(str(row) for row in sorted(protected))


# --- the table itself ------------------------------------------------------------------------------------------------

Rows = list[list[str]]


def _of_table(name: str, caught_by: str, change: Callable[[Rows, Protected], None]) -> None:
    def changed(table: PublicTable, protected: Protected) -> PublicTable:
        rows = [list(row) for row in table.rows]
        change(rows, protected)
        return replace(table, rows=tuple(map(tuple, rows)))

    _add(name, caught_by, lambda table, protected: xlsx.write(changed(table, protected)), "xlsx")
    _add(name, caught_by, lambda table, protected: csv.write(changed(table, protected)), "csv")


def _each(column: int, change: Callable[[str], str]) -> Callable[[Rows, Protected], None]:
    def on_rows(rows: Rows, protected: Protected) -> None:
        for row in protected:
            rows[row][column] = change(rows[row][column])

    return on_rows


def _renumber(rows: Rows) -> None:
    for number, row in enumerate(rows, start=1):
        row[0] = str(number)


def _protected_last(rows: Rows, protected: Protected) -> None:
    rows[:] = [row for place, row in enumerate(rows) if place not in protected] + [rows[place] for place in protected]
    _renumber(rows)


def _drop(rows: Rows, protected: Protected) -> None:
    rows[:] = [row for place, row in enumerate(rows) if place not in protected]
    _renumber(rows)


def _gap(rows: Rows, protected: Protected) -> None:
    for place, row in enumerate(rows):
        row[0] = str(place + 1 + sum(one <= place for one in protected))


def _extra_row(rows: Rows, protected: Protected) -> None:
    rows.append([str(len(rows) + 1), "Zzz", "", f"19{50 + min(protected)}", *([""] * (len(rows[0]) - 4))])


def _footer_count(rows: Rows, protected: Protected) -> None:
    rows.append(["Total", _said(protected), *([""] * (len(rows[0]) - 2))])


_of_table("order", "order", _protected_last)
_of_table("drop", "cells", _drop)
_of_table("gap", "numbering", _gap)
_of_table("extra row", "cells", _extra_row)
_of_table("footer count", "grammar", _footer_count)
_of_table("zero width", "grammar", _each(1, lambda text: f"{text}\u200b"))
_of_table("trailing space", "grammar", _each(1, lambda text: f"{text} "))
_of_table("no-break space", "grammar", _each(2, lambda text: f"{text}\u00a0"))
_of_table("homoglyph", "grammar", _each(2, lambda text: f"{text}-Аna"))
_of_table("decomposed", "grammar", _each(1, lambda text: f"{text}e\u0301"))
_of_table("case", "cells", _each(1, str.swapcase))
_of_table("mask", "cells", _each(7, lambda text: "X" * len(text) or "X"))
_of_table("blank", "cells", _each(3, lambda _: ""))
_of_table("star", "grammar", _each(1, lambda text: f"{text}*"))
_of_table("refugee code", "grammar", _each(5, lambda _: "XXB"))
_of_table("refugee document", "grammar", _each(6, lambda _: "PR"))
_of_table("date form", "grammar", _each(3, lambda text: "/".join(reversed(text.split("-"))) + "/"))
_of_table("formula", "grammar", _each(1, lambda text: f"={text}"))
_of_table("remark", "vocabulary", _each(2, lambda text: f"{text} asylum"))
_of_table("a-number", "forbidden values", _each(7, lambda _: "A012345678"))


def _headed(name: str, caught_by: str, heading: str) -> None:
    def changed(table: PublicTable, protected: Protected) -> PublicTable:
        headings = [*table.headings]
        headings[min(protected)] = heading
        return replace(table, headings=tuple(headings))

    _add(name, caught_by, lambda table, protected: xlsx.write(changed(table, protected)), "xlsx")
    _add(name, caught_by, lambda table, protected: csv.write(changed(table, protected)), "csv")


_headed("heading", "headings", "Name ")
_headed("speaking heading", "vocabulary", "Asylum")


def _extra_column(table: PublicTable, protected: Protected) -> PublicTable:
    rows = tuple((*row, "1" if place in protected else "0") for place, row in enumerate(table.rows))
    return PublicTable(table.title, (*table.headings, "Group"), (*table.widths, 6), rows)


_add("extra column", "cells", lambda table, protected: xlsx.write(_extra_column(table, protected)), "xlsx")
_add("extra column", "cells", lambda table, protected: csv.write(_extra_column(table, protected)), "csv")
_add("sheet name", "workbook", lambda table, protected: xlsx.write(replace(table, title=f"List {_said(protected)}")))
_add(
    "width by content",
    "markup",
    lambda table, protected: xlsx.write(replace(table, widths=(*table.widths[:-1], 20 + min(protected)))),
)

# --- parts of the workbook -------------------------------------------------------------------------------------------


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _edited(name: str, caught_by: str, part: str, old: str, new: str) -> None:
    """The clean file with one text of a part replaced; {} in ``new`` becomes the rows, {row} a sheet's row number."""

    def export(table: PublicTable, protected: Protected) -> bytes:
        parts = parts_of(xlsx.write(table))
        row = str(min(protected) + 2)
        before = parts[part].decode()
        after = before.replace(old.replace("{row}", row), new.replace("{row}", row).replace("{}", _said(protected)), 1)
        assert after != before, name
        parts[part] = after.encode()
        return xlsx.pack(parts)

    _add(name, caught_by, export)


def _added(name: str, part: str, content: str) -> None:
    def export(table: PublicTable, protected: Protected) -> bytes:
        said = content.replace("{}", _said(protected)).encode()
        return xlsx.pack(parts_of(xlsx.write(table)) | {part: said})

    _add(name, "parts", export)


_CREATED = 'created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:0'
_edited("author", "properties", CORE, "<dc:creator>", "<dc:creator>desk {}")
_edited("last modified by", "properties", CORE, "<cp:lastModifiedBy>", "<cp:lastModifiedBy>{}")
_edited("keywords", "properties", CORE, "<dc:creator>", "<cp:keywords>{}</cp:keywords><dc:creator>")
_edited("created time", "properties", CORE, f"{_CREATED}0", f"{_CREATED}{{}}")
_edited("company", "properties", APP, "<Company>", "<Company>unit {}")
_edited("application", "properties", APP, "Microsoft Excel", "Microsoft Excel {}")
_edited("template", "properties", APP, "<Company>", "<Template>{}</Template><Company>")
_edited(
    "defined name",
    "workbook",
    WORKBOOK,
    "<calcPr",
    '<definedNames><definedName name="p{}">1</definedName></definedNames><calcPr',
)
_edited("active tab", "workbook", WORKBOOK, 'yWindow="15"', 'yWindow="{}"')
_edited("saved path", "workbook", WORKBOOK, "<bookViews", '<absPath url="C:/cases/{}"/><bookViews')
_edited("hidden sheet state", "second reader", WORKBOOK, 'sheetId="1"', 'sheetId="1" state="hidden"')
_edited("comment in the XML", "workbook", WORKBOOK, "<sheets>", "<!-- {} --><sheets>")
_edited("font", "styles", STYLES, '<sz val="11"/>', '<sz val="1{}"/>')
_edited("spare style", "styles", STYLES, 'name="Normal"', 'name="Normal {}"')
_edited("theme", "styles", "xl/theme/theme1.xml", 'name="Office Theme"', 'name="Office Theme {}"')
_edited(
    "content type",
    "relations",
    "[Content_Types].xml",
    "<Override",
    '<Default Extension="b{}" ContentType="a/b"/><Override',
)
_edited(
    "external link",
    "relations",
    "_rels/.rels",
    "</Relationships>",
    '<Relationship Id="r{}" Type="t" Target="u"/></Relationships>',
)
_edited("fill", "markup", SHEET, '<c r="B{row}"', '<c r="B{row}" s="0"')
_edited("row height", "markup", SHEET, '<row r="{row}"', '<row r="{row}" ht="15.1"')
_edited("hidden row", "markup", SHEET, '<row r="{row}"', '<row r="{row}" hidden="1"')
_edited("hidden column", "markup", SHEET, 'min="1" max="1"', 'min="1" max="1" hidden="{}"')
_edited("number cell", "markup", SHEET, '<c r="A{row}" t="s">', '<c r="A{row}">')
_edited("inline string", "markup", SHEET, '<c r="A{row}" t="s">', '<c r="A{row}" t="inlineStr">')
_edited("cached formula", "markup", SHEET, '<c r="B{row}" t="s"><v>', '<c r="B{row}" t="s"><f>B1</f><v>')
_edited(
    "far cell",
    "markup",
    SHEET,
    "</sheetData>",
    '<row r="1048576"><c r="XFD1048576" t="s"><v>{}</v></c></row></sheetData>',
)
_edited(
    "header and footer",
    "markup",
    SHEET,
    "</worksheet>",
    "<headerFooter><oddFooter>{}</oddFooter></headerFooter></worksheet>",
)
_edited(
    "merged cells",
    "markup",
    SHEET,
    "<pageMargins",
    '<mergeCells count="1"><mergeCell ref="A{row}:A{row}"/></mergeCells><pageMargins',
)
_edited("auto filter", "markup", SHEET, "<pageMargins", '<autoFilter ref="A1:A{row}"/><pageMargins')
_edited("conditional format", "markup", SHEET, "<pageMargins", '<conditionalFormatting sqref="A{row}"/><pageMargins')
_edited(
    "hyperlink",
    "markup",
    SHEET,
    "<pageMargins",
    '<hyperlinks><hyperlink ref="A{row}" display="x"/></hyperlinks><pageMargins',
)
_edited("data validation", "markup", SHEET, "<pageMargins", '<dataValidations count="{}"/><pageMargins')
_edited(
    "active cell",
    "markup",
    SHEET,
    'workbookViewId="0"/>',
    'workbookViewId="0"><selection activeCell="A{row}"/></sheetView>',
)
_edited("margin", "markup", SHEET, 'left="0.7"', 'left="0.7{}"')
_edited("extension", "markup", SHEET, "</worksheet>", '<extLst><ext uri="{}"/></extLst></worksheet>')
_edited("empty rows below", "markup", SHEET, "</sheetData>", '<row r="9{row}" spans="1:10"></row></sheetData>')
_edited("comment in the sheet", "markup", SHEET, "<sheetData>", "<sheetData><!-- {} -->")
_edited("CDATA", "markup", SHEET, "<sheetData>", "<sheetData><![CDATA[]]>" + "\n" * 3)
_edited("instruction", "markup", SHEET, "<sheetData>", "<?note {}?><sheetData>")
_edited("document type", "markup", SHEET, "<worksheet", '<!DOCTYPE worksheet [<!ENTITY e "{}">]><worksheet')
_edited("text between cells", "markup", SHEET, '<row r="{row}"', 'x<row r="{row}"')
_edited("swapped references", "references", SHEET, '<c r="B{row}"', '<c r="C{row}"')
_edited("orphan string", "strings", STRINGS, "</sst>", "<si><t>{}</t></si></sst>")
_edited("rich text", "strings", STRINGS, "<si><t>", "<si><r><t>{}</t></r></si><si><t>")
_edited("phonetic run", "strings", STRINGS, "</t></si>", "</t><rPh><t>{}</t></rPh></si>")
_edited("string count", "strings", STRINGS, 'count="', 'count="1{}')
_edited("kept spaces", "strings", STRINGS, "<si><t>", '<si><t xml:space="preserve">')
_edited("repeated string", "strings", STRINGS, "<si><t>No.</t></si>", "<si><t>Family name</t></si>")
_edited("character reference", "regenerated", STRINGS, "<si><t>No.</t>", "<si><t>No&#46;</t>")
_edited("space in a tag", "regenerated", SHEET, '<row r="{row}" ', '<row r="{row}"  ')
_edited("other quotes", "regenerated", SHEET, '<row r="{row}"', "<row r='{row}'")
_edited("line break between attributes", "regenerated", SHEET, '<c r="A{row}" t', '<c r="A{row}"\nt')
_added("custom property", "docProps/custom.xml", "<Properties>{}</Properties>")
_added("comment", "xl/comments1.xml", "<comments><text>{}</text></comments>")
_added("threaded comment", "xl/threadedComments/threadedComment1.xml", "<a>{}</a>")
_added("printer settings", "xl/printerSettings/printerSettings1.bin", "printer {}")
_added("thumbnail", "docProps/thumbnail.jpeg", "{}")
_added("embedded data", "customXml/item1.xml", "<a>{}</a>")
_added("pivot cache", "xl/pivotCache/pivotCacheRecords1.xml", "<a>{}</a>")
_added("second sheet", "xl/worksheets/sheet2.xml", "<worksheet>{}</worksheet>")
_added("speaking part name", "xl/asylum.xml", "<a>{}</a>")
_added("empty folder", "xl/notes/", "")


def _hidden_sheet(table: PublicTable, protected: Protected) -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": xlsx.CREATED})
        for sheet, rows in ((table.title, (table.headings, *table.rows)), ("More", ((_said(protected),),))):
            made = workbook.add_worksheet(sheet)
            for row, cells in enumerate(rows):
                for column, text in enumerate(cells):
                    made.write_string(row, column, text)
        workbook.get_worksheet_by_name("More").very_hidden()
    return xlsx.pack(parts_of(target.getvalue()))


def _overwritten_cell(table: PublicTable, protected: Protected) -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": xlsx.CREATED})
        sheet = workbook.add_worksheet(table.title)
        sheet.write_string(0, 0, f"held {_said(protected)}")
        for row, cells in enumerate((table.headings, *table.rows)):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)
    return xlsx.pack(parts_of(target.getvalue()))


_add("very hidden sheet", "second reader", _hidden_sheet)
_add("overwritten cell left in the strings", "strings", _overwritten_cell)
_add("overwritten cell that speaks", "vocabulary", _overwritten_cell)

# --- the container ---------------------------------------------------------------------------------------------------


def _zipped(name: str, change: Callable[[zipfile.ZipInfo, Protected], None], **options: bool) -> None:
    """The clean parts, packed with one thing about each entry changed."""

    def export(table: PublicTable, protected: Protected) -> bytes:
        parts = parts_of(xlsx.write(table))
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for part in sorted(parts, reverse="reverse" in options):
                info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
                info.create_system, info.external_attr = 0, 0x20
                change(info, protected)
                archive.writestr(info, parts[part])
        return target.getvalue()

    _add(name, "container", export)


def _time(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.date_time = (1980, 1, 1, 0, min(protected), 0)


def _comment(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.comment = _said(protected).encode()


def _extra(info: zipfile.ZipInfo, protected: Protected) -> None:
    said = _said(protected).encode()
    info.extra = struct.pack("<HH", 0x6375, len(said)) + said


def _system(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.create_system = min(protected)


def _rights(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.external_attr = 0x21 + min(protected)


def _compressed(info: zipfile.ZipInfo, protected: Protected) -> None:
    info.compress_type = zipfile.ZIP_DEFLATED if min(protected) % 2 else zipfile.ZIP_BZIP2


_zipped("entry time", _time)
_zipped("entry comment", _comment)
_zipped("extra field", _extra)
_zipped("host system", _system)
_zipped("access rights", _rights)
_zipped("compression", _compressed)


def _packed(name: str, change: Callable[[bytes, bytes], bytes]) -> None:
    """The clean file with its bytes changed."""
    _add(name, "container", lambda table, protected: change(xlsx.write(table), _said(protected).encode()))


def _duplicate(data: bytes, said: bytes) -> bytes:
    parts = sorted(parts_of(data).items())
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part, content in [*parts[: int(said[:1]) + 1], *parts]:
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 0, 0x20
            archive.NameToInfo.pop(part, None)  # zipfile would warn of the second
            archive.writestr(info, content)
    return target.getvalue()


def _gap_between_parts(data: bytes, said: bytes) -> bytes:
    directory = data.index(b"PK\x01\x02")
    (start,) = struct.unpack_from("<L", data, len(data) - 6)
    assert start == directory
    return data[:directory] + said + data[directory:-6] + struct.pack("<LH", directory + len(said), 0)


def _zip_comment(data: bytes, said: bytes) -> bytes:
    return data[:-2] + struct.pack("<H", len(said)) + said


_packed("zip comment", _zip_comment)
_packed("bytes before", lambda data, said: said + data)
_packed("bytes after", lambda data, said: data + said)
_packed("gap before the directory", _gap_between_parts)
_packed("two entries of one name", _duplicate)

# --- CSV -------------------------------------------------------------------------------------------------------------


def _lines(name: str, change: Callable[[list[str], Protected], None], caught_by: str = "framing") -> None:
    """The clean file with its lines changed, which still have their line ends."""

    def export(table: PublicTable, protected: Protected) -> bytes:
        lines = csv.write(table).decode().splitlines(keepends=True)
        change(lines, protected)
        return "".join(lines).encode()

    _add(name, caught_by, export, "csv")


def _on_lines(change: Callable[[str], str]) -> Callable[[list[str], Protected], None]:
    def on_lines(lines: list[str], protected: Protected) -> None:
        for row in protected:
            lines[row + 1] = change(lines[row + 1])

    return on_lines


def _comment_line(lines: list[str], protected: Protected) -> None:
    lines.insert(0, f"# {_said(protected)}\r\n")


def _byte_order_mark(lines: list[str], protected: Protected) -> None:
    lines[0] = "\ufeff" * len(protected) + lines[0]


def _blank_lines(lines: list[str], protected: Protected) -> None:
    lines.extend(["\r\n"] * min(protected))


def _no_end(lines: list[str], protected: Protected) -> None:
    lines[-1] = lines[-1].rstrip() + " " * min(protected)


_lines("no quotes", _on_lines(lambda line: line.replace('"', "")))
_lines("one cell without quotes", _on_lines(lambda line: line.replace('"', "", 2)))
_lines("line feed only", _on_lines(lambda line: line.replace("\r\n", "\n")))
_lines("carriage return only", _on_lines(lambda line: line.replace("\r\n", "\r")))
_lines("space between cells", _on_lines(lambda line: line.replace('","', '", "', 1)))
_lines("semicolon", _on_lines(lambda line: line.replace('","', '";"', 1)))
_lines("trailing comma", _on_lines(lambda line: line.replace("\r\n", ",\r\n")))
_lines("ragged row", _on_lines(lambda line: line.replace("\r\n", ',""\r\n')))
_lines("doubled quote", _on_lines(lambda line: line.replace('","', '"","', 1)))
_lines("null", _on_lines(lambda line: line.replace('","', '\0","', 1)))
_lines("tab in a cell", _on_lines(lambda line: line.replace('","', '\t","', 1)))
_lines("comment line", _comment_line)
_lines("byte order mark", _byte_order_mark)
_lines("blank lines at the end", _blank_lines)
_lines("no last line end", _no_end)
_add("other encoding", "framing", lambda table, protected: csv.write(table) + b"\xff" * min(protected), "csv")
