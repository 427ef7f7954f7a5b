"""Labelled files: each carries one secret, by one channel that its kind of file has. Here: sheets, pictures, archives."""

# ruff: noqa: E501 - one labelled file a line reads best

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from manifest_app.model.passenger import Identity, PartialDate, TravelDocument
from manifest_app.outgoing.pieces import Channel

NAME, WORD, NUMBER = "Odalys Brel Santana", "asylum claim pending", "A910-000-001"
SECRETS = (NAME, WORD, NUMBER)
PERSON = Identity(
    "Brel Santana",
    "Odalys",
    birth_date=PartialDate(1984, 3, 9),
    nationality="CUB",
    a_number="910000001",
    documents=(TravelDocument("P", "K100001", "CUB"),),
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)


@dataclass(frozen=True, slots=True)
class Dirty:
    """A file with one secret.

    Attributes:
        label: What is in it and where.
        name: The file's name.
        make: Gives its bytes for a secret.
        channel: The channel under which it must be found.
    """

    label: str
    name: str
    make: Callable[[str], bytes]
    channel: Channel


def zipped(parts: Mapping[str, str | bytes], comment: bytes = b"") -> bytes:
    """A zip file of some parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = comment
    return target.getvalue()


def linked(parts: Mapping[str, str | bytes], main: str) -> bytes:
    """A document of these parts: relationships lead to its main part and from there to all others."""
    others = (name for name in parts if name not in {main, "[Content_Types].xml"} and not name.endswith(".rels"))
    own = PurePosixPath(main)
    rels = {"_rels/.rels": _links([main], "officeDocument"), f"{own.parent}/_rels/{own.name}.rels": _links(others)}
    return zipped({"[Content_Types].xml": _content_types(main, parts), **rels, **parts})


def _content_types(main: str, parts: Iterable[str]) -> str:
    kind = "wordprocessingml.document.main" if main.startswith("word/") else "presentationml.slide"
    usual = '<Default Extension="{0}" ContentType="application/{1}"/>'
    others = {PurePosixPath(name).suffix[1:] for name in parts} - {"", "xml", "rels"}
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">{usual.format("xml", "xml")}'
        f"{''.join(usual.format(one, 'octet-stream') for one in sorted(others))}"
        f"{usual.format('rels', 'vnd.openxmlformats-package.relationships+xml')}"
        f'<Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/></Types>'
    )


def _links(targets: Iterable[str], kind: str = "part") -> str:
    links = (
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="/{quote(one)}"/>'
        for number, one in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(links)}</Relationships>'


def workbook(fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object] | None = None) -> bytes:
    """A workbook with a small clean table, and what ``fill`` adds."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("Plan")
    sheet.write_row(0, 0, ["Item", "Amount"])
    sheet.write_row(1, 0, ["Paper", 12])
    if fill is not None:
        fill(book, sheet)
    book.close()
    return target.getvalue()


def repacked(
    data: bytes, change: Mapping[str, Callable[[str], str]], more: Mapping[str, str | bytes] | None = None
) -> bytes:
    """The same container with some parts changed and some added."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts: dict[str, str | bytes] = {name: source.read(name) for name in source.namelist()}
    for name, edit in change.items():
        content = parts[name]
        parts[name] = edit(content.decode("utf-8") if isinstance(content, bytes) else content)
    return zipped({**parts, **(more or {})})


def _sheet(secret: str, change: Callable[[str, str], str]) -> bytes:
    return repacked(workbook(), {"xl/worksheets/sheet1.xml": lambda xml: change(xml, secret)})


def _row(attributes: str, cell: str = "", number: int = 3) -> Callable[[str], bytes]:
    def make(secret: str) -> bytes:
        row = f'<row r="{number}" {attributes}><c r="A{number}" t="inlineStr" {cell}><is><t>{secret}</t></is></c></row>'
        return _sheet(secret, lambda xml, _: xml.replace("</sheetData>", row + "</sheetData>"))

    return make


def _appended(markup: str) -> Callable[[str], bytes]:
    return lambda secret: _sheet(
        secret, lambda xml, _: xml.replace("</sheetData>", "</sheetData>" + markup.format(secret))
    )


def _part(name: str, markup: str) -> Callable[[str], bytes]:
    return lambda secret: repacked(workbook(), {}, {name: markup.format(secret)})


def _split(secret: str) -> str:
    half = len(secret) // 2
    return f"<r><t>{secret[:half]}</t></r><r><t>{secret[half:]}</t></r>"


def _hidden_sheet(level: str) -> Callable[[str], bytes]:
    def make(secret: str) -> bytes:
        def fill(book: xlsxwriter.Workbook, _sheet: object) -> None:
            other = book.add_worksheet("Data")
            other.write(0, 0, secret)
            getattr(other, level)()

        return workbook(fill)

    return make


def _filled(
    fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet, str], object],
) -> Callable[[str], bytes]:
    return lambda secret: workbook(lambda book, sheet: fill(book, sheet, secret))


def _white(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, secret: str) -> None:
    sheet.write(5, 0, secret, book.add_format({"font_color": "#FFFFFF"}))


def _blind(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, secret: str) -> None:
    sheet.write(5, 0, secret, book.add_format({"num_format": ";;;"}))


def _column(_book: object, sheet: xlsxwriter.worksheet.Worksheet, secret: str) -> None:
    sheet.write(1, 2, secret)
    sheet.set_column(2, 2, None, None, {"hidden": True})


def _narrow(_book: object, sheet: xlsxwriter.worksheet.Worksheet, secret: str) -> None:
    sheet.write(1, 2, secret)
    sheet.set_column(2, 2, 0.1)


def _names_apart(_book: object, sheet: xlsxwriter.worksheet.Worksheet, secret: str) -> None:
    words = secret.split()
    sheet.write_row(3, 0, [words[0], "F", "CUB", " ".join(words[1:])])


XLSX = (
    Dirty("cell", "a.xlsx", _row(""), Channel.CELL),
    Dirty("hidden sheet", "a.xlsx", _hidden_sheet("hide"), Channel.HIDDEN_SHEET),
    Dirty("very hidden sheet", "a.xlsx", _hidden_sheet("very_hidden"), Channel.HIDDEN_SHEET),
    Dirty("hidden row", "a.xlsx", _row('hidden="1"'), Channel.HIDDEN_ROW),
    Dirty("row without height", "a.xlsx", _row('ht="0" customHeight="1"'), Channel.HIDDEN_ROW),
    Dirty("hidden column", "a.xlsx", _filled(_column), Channel.HIDDEN_COLUMN),
    Dirty("narrow column", "a.xlsx", _filled(_narrow), Channel.HIDDEN_COLUMN),
    Dirty("far cell", "a.xlsx", _row("", number=900_000), Channel.CELL),
    Dirty("white text", "a.xlsx", _filled(_white), Channel.HIDDEN_TEXT),
    Dirty("number format that shows nothing", "a.xlsx", _filled(_blind), Channel.HIDDEN_TEXT),
    Dirty("names in cells apart", "a.xlsx", _filled(_names_apart), Channel.CELL),
    Dirty("comment", "a.xlsx", _filled(lambda _, sheet, secret: sheet.write_comment("A1", secret)), Channel.COMMENT),
    Dirty(
        "threaded comment",
        "a.xlsx",
        _part("xl/threadedComments/threadedComment1.xml", "<ThreadedComments><threadedComment><text>{}</text></threadedComment></ThreadedComments>"),
        Channel.COMMENT,
    ),
    Dirty("persons", "a.xlsx", _part("xl/persons/person.xml", '<personList><person displayName="{}"/></personList>'), Channel.ATTRIBUTE),
    Dirty("text box", "a.xlsx", _filled(lambda _, sheet, secret: sheet.insert_textbox("D4", secret)), Channel.DRAWING),
    Dirty(
        "alternative text",
        "a.xlsx",
        _filled(lambda _, sheet, secret: sheet.insert_textbox("D4", "x", {"description": secret})),
        Channel.ALT_TEXT,
    ),
    Dirty("defined name", "a.xlsx", _filled(lambda book, _, secret: book.define_name("Total", f'="{secret}"')), Channel.DEFINED_NAME),
    Dirty("name of a sheet", "a.xlsx", _filled(lambda book, _, secret: book.add_worksheet(secret)), Channel.SHEET_NAME),
    Dirty("header", "a.xlsx", _filled(lambda _, sheet, secret: sheet.set_header(f"&L{secret}")), Channel.HEADER),
    Dirty("title", "a.xlsx", _filled(lambda book, _, secret: book.set_properties({"title": secret})), Channel.PROPERTY),
    Dirty("keywords", "a.xlsx", _filled(lambda book, _, secret: book.set_properties({"keywords": secret})), Channel.PROPERTY),
    Dirty("company", "a.xlsx", _filled(lambda book, _, secret: book.set_properties({"company": secret})), Channel.PROPERTY),
    Dirty("own property", "a.xlsx", _filled(lambda book, _, secret: book.set_custom_property("Team", secret)), Channel.PROPERTY),
    Dirty("hyperlink", "a.xlsx", _filled(lambda _, sheet, secret: sheet.write_url("A5", "https://example.org/x", tip=secret)), Channel.LINK),
    Dirty(
        "validation prompt",
        "a.xlsx",
        _filled(lambda _, sheet, secret: sheet.data_validation("A5", {"validate": "any", "input_message": secret})),
        Channel.FORM,
    ),
    Dirty(
        "validation list",
        "a.xlsx",
        _filled(lambda _, sheet, secret: sheet.data_validation("A5", {"validate": "list", "source": [secret]})),
        Channel.FORMULA,
    ),
    Dirty("conditional format", "a.xlsx", _appended('<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>A1="{}"</formula></cfRule></conditionalFormatting>'), Channel.FORMULA),
    Dirty("filter criterion", "a.xlsx", _appended('<autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="{}"/></filters></filterColumn></autoFilter>'), Channel.ATTRIBUTE),
    Dirty("scenario", "a.xlsx", _appended('<scenarios><scenario name="x" comment="{}"/></scenarios>'), Channel.ATTRIBUTE),
    Dirty("extension list", "a.xlsx", _appended('<extLst><ext uri="x"><note>{}</note></ext></extLst>'), Channel.FOOTNOTE),
    Dirty("comment in the markup", "a.xlsx", _appended("<!-- {} -->"), Channel.XML_COMMENT),
    Dirty("processing instruction", "a.xlsx", _appended("<?keep {}?>"), Channel.XML_COMMENT),
    Dirty("formula", "a.xlsx", _filled(lambda _, sheet, secret: sheet.write_formula("A6", f'=N("{secret}")', None, 0)), Channel.FORMULA),
    Dirty("cached value", "a.xlsx", _filled(lambda _, sheet, secret: sheet.write_formula("A6", "=B1", None, secret)), Channel.CELL),
    Dirty(
        "left-over shared string",
        "a.xlsx",
        lambda secret: repacked(workbook(), {"xl/sharedStrings.xml": lambda xml: xml.replace("</sst>", f"<si><t>{secret}</t></si></sst>")}),
        Channel.LEFT_OVER,
    ),
    Dirty(
        "text split over runs",
        "a.xlsx",
        lambda secret: repacked(workbook(), {"xl/sharedStrings.xml": lambda xml: xml.replace("<si><t>Paper</t></si>", f"<si>{_split(secret)}</si>")}),
        Channel.CELL,
    ),
    Dirty(
        "character references",
        "a.xlsx",
        lambda secret: repacked(workbook(), {"xl/sharedStrings.xml": lambda xml: xml.replace("Paper", "".join(f"&#{ord(one)};" for one in secret))}),
        Channel.CELL,
    ),
    Dirty("pivot cache", "a.xlsx", _part("xl/pivotCache/pivotCacheRecords1.xml", '<pivotCacheRecords><r><s v="{}"/></r></pivotCacheRecords>'), Channel.PIVOT_CACHE),
    Dirty("external link", "a.xlsx", _part("xl/externalLinks/externalLink1.xml", "<externalLink><sheetData><row><cell><v>{}</v></cell></row></sheetData></externalLink>"), Channel.EXTERNAL_LINK),
    Dirty("connection", "a.xlsx", _part("xl/connections.xml", '<connections><connection><dbPr command="{}"/></connection></connections>'), Channel.ATTRIBUTE),
    Dirty("custom XML", "a.xlsx", _part("customXml/item1.xml", "<data><case>{}</case></data>"), Channel.CUSTOM_XML),
    Dirty("part that nobody refers to", "a.xlsx", _part("xl/worksheets/old.xml", "<x>{}</x>"), Channel.CELL),
    Dirty("binary part", "a.xlsx", _part("xl/other.bin", "{}"), Channel.UNKNOWN),
    Dirty("name of a part", "a.xlsx", lambda secret: repacked(workbook(), {}, {f"xl/media/{secret}.xml": "<x/>"}), Channel.PART_NAME),
    Dirty("zip comment", "a.xlsx", lambda secret: zipped({"a.txt": "x"}, secret.encode()), Channel.ARCHIVE),
    Dirty("embedded workbook", "a.xlsx", lambda secret: repacked(workbook(), {}, {"xl/embeddings/a.xlsx": _row("")(secret)}), Channel.CELL),
)  # fmt: skip


def odf(kind: str, content: str, more: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument file of a kind (``text``, ``spreadsheet``)."""
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "META-INF/manifest.xml": "<manifest/>",
        "content.xml": f"<office:document-content {_ODF}>{content}</office:document-content>",
    }
    return zipped({**parts, **(more or {})})


_TABLE = '<table:table table:name="Plan" {2}><table:table-column {3}/><table:table-row {1}><table:table-cell {4}><text:p>{0}</text:p></table:table-cell></table:table-row></table:table>'


def _ods(row: str = "", table: str = "", column: str = "", cell: str = "", before: str = "") -> Callable[[str], bytes]:
    return lambda secret: odf("spreadsheet", before + _TABLE.format(secret, row, table, column, cell))


ODS = (
    Dirty("cell", "a.ods", _ods(), Channel.TEXT),
    Dirty("hidden row", "a.ods", _ods('table:visibility="collapse"'), Channel.HIDDEN_ROW),
    Dirty("filtered row", "a.ods", _ods('table:visibility="filter"'), Channel.HIDDEN_ROW),
    Dirty("hidden column", "a.ods", _ods(column='table:visibility="collapse"'), Channel.HIDDEN_COLUMN),
    Dirty(
        "hidden sheet",
        "a.ods",
        _ods(table='table:style-name="ta1"', before='<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'),
        Channel.HIDDEN_SHEET,
    ),
    Dirty(
        "white text",
        "a.ods",
        _ods(cell='table:style-name="ce1"', before='<style:style style:name="ce1"><style:text-properties fo:color="#ffffff"/></style:style>'),
        Channel.HIDDEN_TEXT,
    ),
    Dirty("other value than shown", "a.ods", lambda secret: _ods(cell=f'office:string-value="{secret}"')("x"), Channel.TEXT),
    Dirty("comment", "a.ods", lambda secret: odf("spreadsheet", f"<office:annotation><text:p>{secret}</text:p></office:annotation>"), Channel.COMMENT),
    Dirty("named range", "a.ods", lambda secret: odf("spreadsheet", f'<table:named-range table:name="{secret}"/>'), Channel.DEFINED_NAME),
)  # fmt: skip


def png(secret: str, kind: bytes = b"tEXt") -> bytes:
    """A picture of one pixel with a text beside it."""
    body = b"Comment\0" + (b"\0" + zlib.compress(secret.encode()) if kind == b"zTXt" else secret.encode())
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (kind, body), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def jpeg(secret: str, marker: int = 0xFE) -> bytes:
    """The frame of a JPEG with a text in a segment."""
    data = secret.encode()
    return b"\xff\xd8\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data + b"\xff\xda\x00\x02\x00\xff\xd9"


OTHERS = (
    Dirty("row", "a.csv", lambda secret: f"Item,Amount\n{secret},1\n".encode(), Channel.CELL),
    Dirty("quoted cell of two lines", "a.csv", lambda secret: f'Item,Amount\n"{secret.replace(" ", chr(10))}",1\n'.encode(), Channel.CELL),
    Dirty("more cells than headings", "a.tsv", lambda secret: f"Item\tAmount\nPaper\t1\t\t\t{secret}\n".encode(), Channel.CELL),
    Dirty("value", "a.json", lambda secret: json.dumps({"list": [{"a": {"b": secret}}]}).encode(), Channel.TEXT),
    Dirty("key", "a.json", lambda secret: json.dumps({secret: [1]}).encode(), Channel.TEXT),
    Dirty("escaped", "a.json", lambda secret: ('["' + "".join(f"\\u{ord(one):04x}" for one in secret) + '"]').encode(), Channel.TEXT),
    Dirty("file in a zip in a zip", "a.zip", lambda secret: zipped({"b.zip": zipped({"c.txt": secret})}), Channel.TEXT),
    Dirty("name of a file in a zip", "a.zip", lambda secret: zipped({f"{secret}.txt": "x"}), Channel.FILE_NAME),
    Dirty("PNG text", "a.png", png, Channel.METADATA),
    Dirty("PNG packed text", "a.png", lambda secret: png(secret, b"zTXt"), Channel.METADATA),
    Dirty("JPEG comment", "a.jpg", jpeg, Channel.METADATA),
    Dirty("JPEG EXIF", "a.jpg", lambda secret: jpeg(secret, 0xE1), Channel.METADATA),
    Dirty("unknown file", "a.dat", lambda secret: b"\x00\x01\x02\x03" + secret.encode() + b"\x00\xff\x05", Channel.UNKNOWN),
)  # fmt: skip
