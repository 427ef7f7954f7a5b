"""Labelled sheets, found by trying to get past the check: each carries one secret by a way that is easily forgotten."""

# ruff: noqa: E501 - one labelled file a line reads best

import base64
import struct
from collections.abc import Callable
from typing import TypeAlias

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from manifest_app.outgoing.pieces import Channel
from tests.outgoing.dirty import Dirty, odf, repacked, workbook, zipped

Sheet: TypeAlias = xlsxwriter.worksheet.Worksheet
_SHEET, _STRINGS, _STYLES, _BOOK = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
)
_MARK = "Marked"


def _filled(fill: Callable[[Sheet, str], object]) -> Callable[[str], bytes]:
    return lambda secret: workbook(lambda _, sheet: fill(sheet, secret))


def _changed(part: str, old: str, change: Callable[[str], str]) -> Callable[[str], bytes]:
    """A workbook with a cell `_MARK` (a string of its own) in which ``old`` of a part is changed."""
    marked = workbook(lambda _, sheet: sheet.write(3, 0, _MARK))
    return lambda secret: repacked(marked, {part: lambda xml: xml.replace(old, change(secret), 1)})


def _in_sheet(markup: str, after: str = "</sheetData>") -> Callable[[str], bytes]:
    return _changed(_SHEET, after, lambda secret: after + markup.format(secret))


def _cells(attributes: str, value: str) -> Callable[[str], bytes]:
    return _changed(
        _SHEET,
        "</sheetData>",
        lambda secret: f'<row r="9"><c r="A9" {attributes.format(secret)}>{value.format(secret)}</c></row></sheetData>',
    )


def _part(name: str, markup: Callable[[str], str | bytes]) -> Callable[[str], bytes]:
    return lambda secret: repacked(workbook(), {}, {name: markup(secret)})


def halves(secret: str) -> tuple[str, str]:
    """Its first word, and the others."""
    first, _, rest = secret.partition(" ")
    return first, rest or first


def _down(sheet: Sheet, *rows: tuple[str, ...]) -> None:
    for place, row in enumerate(rows, 4):
        sheet.write_row(place, 0, row)


def _form(sheet: Sheet, secret: str) -> None:
    given, family = halves(secret)
    _down(sheet, ("Surname:", family), ("Sex:", "F"), ("Given name:", given))


def _people_beside(sheet: Sheet, secret: str) -> None:
    given, family = halves(secret)
    _down(sheet, ("Surname", "Paz", family), ("Sex", "M", "F"), ("Given names", "Juan", given))


def _escaped(secret: str) -> str:
    return "".join(f"_x{ord(one):04X}_" for one in secret)


def _joined(secret: str) -> str:
    return "&amp;".join(f'"{secret[start : start + 3]}"' for start in range(0, len(secret), 3))


def _characters(secret: str) -> str:
    return "&amp;".join(f"CHAR({ord(one)})" for one in secret)


def _format(code: Callable[[str], str]) -> Callable[[str], bytes]:
    return lambda secret: repacked(
        workbook(),
        {
            _STYLES: lambda xml: xml.replace(
                "<fonts", f'<numFmts count="1"><numFmt numFmtId="190" formatCode="{code(secret)}"/></numFmts><fonts', 1
            )
        },
    )


def _chart(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Plan!$B$2:$B$2", "categories": "=Plan!$A$2:$A$2"})
    sheet.insert_chart("D4", chart)


def _mashup(secret: str) -> bytes:
    inner = zipped({"Formulas/Section1.m": f'section Section1; shared Q = "{secret}";'})
    coded = base64.b64encode(struct.pack("<2I", 0, len(inner)) + inner + bytes(12)).decode()
    return f'<?xml version="1.0" encoding="utf-16"?><DataMashup>{coded}</DataMashup>'.encode("utf-16")


def _pivot(secret: str) -> bytes:
    given, family = halves(secret)
    fields = "".join(
        f'<cacheField name="F"><sharedItems><s v="{one}"/></sharedItems></cacheField>' for one in (given, family)
    )
    return repacked(
        workbook(),
        {},
        {
            "xl/pivotCache/pivotCacheRecords1.xml": '<pivotCacheRecords><r><x v="0"/><x v="0"/></r></pivotCacheRecords>',
            "xl/pivotCache/pivotCacheDefinition1.xml": f"<pivotCacheDefinition><cacheFields>{fields}</cacheFields></pivotCacheDefinition>",
        },
    )


MORE_XLSX = (
    Dirty("form of several rows", "a.xlsx", _filled(_form), Channel.TOGETHER),
    Dirty("people beside one another", "a.xlsx", _filled(_people_beside), Channel.TOGETHER),
    Dirty("words in rows of their own", "a.xlsx", _filled(lambda sheet, secret: _down(sheet, ("Plan",), *((word.title(),) for word in secret.split()))), Channel.TOGETHER),
    Dirty("a letter in each box", "a.xlsx", _filled(lambda sheet, secret: sheet.write_row(4, 0, list(secret.replace(" ", "")))), Channel.CELL),
    Dirty("escaped letters", "a.xlsx", _changed(_STRINGS, _MARK, _escaped), Channel.CELL),
    Dirty("escaped letters in a cached value", "a.xlsx", lambda secret: _cells('t="str"', "<f>B2</f><v>{}</v>")(_escaped(secret)), Channel.CELL),
    Dirty("character data section", "a.xlsx", _changed(_STRINGS, _MARK, lambda secret: f"<![CDATA[{secret[:4]}]]>{secret[4:]}"), Channel.CELL),
    Dirty("phonetic run", "a.xlsx", _changed(_STRINGS, f"<t>{_MARK}</t>", lambda secret: f'<t>x</t><rPh sb="0" eb="1"><t>{secret}</t></rPh>'), Channel.CELL),
    Dirty("strings in UTF-16", "a.xlsx", lambda secret: repacked(workbook(), {}, {_STRINGS: f'<?xml version="1.0" encoding="UTF-16"?><sst><si><t>{secret}</t></si></sst>'.encode("utf-16")}), Channel.CELL),
    Dirty("text in a cell of numbers", "a.xlsx", _cells("", "<v>{}</v>"), Channel.CELL),
    Dirty("attribute that no cell has", "a.xlsx", _cells('note="{}"', "<v>1</v>"), Channel.ATTRIBUTE),
    Dirty("place that is none", "a.xlsx", _changed(_SHEET, "</sheetData>", lambda secret: f'<row r="9"><c r="{secret}"><v>1</v></c></row></sheetData>'), Channel.ATTRIBUTE),
    Dirty("attribute that no row has", "a.xlsx", _changed(_SHEET, '<row r="2"', lambda secret: f'<row r="2" note="{secret}"'), Channel.ATTRIBUTE),
    Dirty("text between rows", "a.xlsx", _changed(_SHEET, "<sheetData>", lambda secret: f"{secret}<sheetData>"), Channel.CELL),
    Dirty("formula that joins words", "a.xlsx", lambda secret: _cells("", f"<f>{_joined(secret)}</f><v>0</v>")(""), Channel.FORMULA),
    Dirty("formula of character codes", "a.xlsx", lambda secret: _cells("", f"<f>{_characters(secret)}</f><v>0</v>")(""), Channel.FORMULA),
    Dirty("rule that joins words", "a.xlsx", lambda secret: _in_sheet("<conditionalFormatting><cfRule><formula>A1={}</formula></cfRule></conditionalFormatting>")(_joined(secret)), Channel.FORMULA),
    Dirty("title of a prompt", "a.xlsx", _in_sheet('<dataValidations><dataValidation promptTitle="{}" sqref="A1"/></dataValidations>'), Channel.FORM),
    Dirty("header with marks inside a word", "a.xlsx", lambda secret: _in_sheet("<headerFooter><oddHeader>&amp;C{}</oddHeader></headerFooter>")(f"{secret[:3]}&amp;B{secret[3:]}"), Channel.HEADER),
    Dirty("format of escaped letters", "a.xlsx", _format(lambda secret: "".join(f"\\{one}" for one in secret)), Channel.ATTRIBUTE),
    Dirty("format of two texts", "a.xlsx", _format(lambda secret: f"&quot;{secret[:4]}&quot;&quot;{secret[4:]}&quot;"), Channel.ATTRIBUTE),
    Dirty("custom list of a sort", "a.xlsx", _in_sheet('<sortState ref="A1"><sortCondition ref="A1" customList="x,{}"/></sortState>'), Channel.ATTRIBUTE),
    Dirty("folder it was saved in", "a.xlsx", _changed(_BOOK, "<workbookPr", lambda secret: f'<absPath url="C:\\{secret}\\"/><workbookPr'), Channel.ATTRIBUTE),
    Dirty("who reserved it", "a.xlsx", _changed(_BOOK, "<workbookPr", lambda secret: f'<fileSharing userName="{secret}"/><workbookPr'), Channel.ATTRIBUTE),
    Dirty("comment of a defined name", "a.xlsx", _changed(_BOOK, "</sheets>", lambda secret: f'</sheets><definedNames><definedName name="T" comment="{secret}">1</definedName></definedNames>'), Channel.DEFINED_NAME),
    Dirty("cached point of a chart", "a.xlsx", lambda secret: repacked(workbook(_chart), {"xl/charts/chart1.xml": lambda xml: xml.replace("</c:f>", f"</c:f><c:strCache><c:pt><c:v>{secret}</c:v></c:pt></c:strCache>", 1)}), Channel.CHART),
    Dirty("values of a pivot's records", "a.xlsx", _pivot, Channel.PIVOT_CACHE),
    Dirty("slicer", "a.xlsx", _part("xl/slicers/slicer1.xml", lambda secret: f'<slicers><slicer caption="{secret}"/></slicers>'), Channel.ATTRIBUTE),
    Dirty("query behind the data", "a.xlsx", _part("customXml/item1.xml", _mashup), Channel.TEXT),
    Dirty("elements of a record", "a.xlsx", _part("customXml/item1.xml", lambda secret: "<r><a>{}</a><x>Plan</x><b>{}</b></r>".format(*halves(secret))), Channel.CUSTOM_XML),
    Dirty("attributes of a record", "a.xlsx", _part("customXml/item1.xml", lambda secret: '<r a="{}" b="no. {}" c="Plan"/>'.format(*halves(secret))), Channel.CUSTOM_XML),
    Dirty("folder of a linked file", "a.xlsx", _part("xl/externalLinks/_rels/externalLink1.xml.rels", lambda secret: f'<Relationships><Relationship Target="file:///H:/{secret.replace(" ", "%20")}/a.xlsx"/></Relationships>'), Channel.LINK),
    Dirty("printer's settings", "a.xlsx", _part("xl/printerSettings/printerSettings1.bin", lambda secret: f"\\\\srv\\{secret}".encode("utf-16-le") + bytes(40)), Channel.FORMAT),
    Dirty("container under another name", "a.xlsx", _part("xl/embeddings/oleObject1.bin", lambda secret: zipped({"a.txt": secret})), Channel.TEXT),
    Dirty("sheet that nothing leads to", "a.xlsx", _part("xl/worksheets/sheet9.xml", lambda secret: f'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{secret}</t></is></c></row></sheetData></worksheet>'), Channel.HIDDEN_SHEET),
)  # fmt: skip

_ROW = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell>{}</table:table-row>"
_CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"


def _ods(markup: str) -> Callable[[str], bytes]:
    return lambda secret: odf("spreadsheet", f'<table:table table:name="Plan">{markup.format(secret)}</table:table>')


def _ods_form(secret: str) -> bytes:
    given, family = halves(secret)
    rows = (("Surname", family), ("Sex", "F"), ("Given name", given))
    return _ods("".join(_ROW.format(label, _CELL.format(value)) for label, value in rows))("")


def _flat(cells: Callable[[str], str]) -> Callable[[str], bytes]:
    name = "urn:oasis:names:tc:opendocument:xmlns"
    return lambda secret: (
        f'<?xml version="1.0"?><office:document xmlns:office="{name}:office:1.0" xmlns:table="{name}:table:1.0" xmlns:text="{name}:text:1.0">'
        f'<table:table table:name="P"><table:table-row>{cells(secret)}</table:table-row></table:table></office:document>'
    ).encode()


MORE_ODS = (
    Dirty("form of several rows", "a.ods", _ods_form, Channel.TOGETHER),
    Dirty("formula that joins words", "a.ods", lambda secret: _ods('<table:table-row><table:table-cell table:formula="of:={}"/></table:table-row>')(_joined(secret).replace('"', "&quot;")), Channel.FORMULA),
    Dirty("reading aid", "a.ods", _ods("<table:table-row><table:table-cell><text:p><text:ruby><text:ruby-base>x</text:ruby-base><text:ruby-text>{}</text:ruby-text></text:ruby></text:p></table:table-cell></table:table-row>"), Channel.PHONETIC),
    Dirty("covered cell", "a.ods", _ods("<table:table-row><table:covered-table-cell><text:p>{}</text:p></table:covered-table-cell></table:table-row>"), Channel.TEXT),
    Dirty("list of a validation", "a.ods", _ods('<table:content-validation table:condition="of:cell-content-is-in-list(&quot;{}&quot;)"/>'), Channel.ATTRIBUTE),
    Dirty("criterion of a filter", "a.ods", _ods('<table:filter><table:filter-condition table:value="{}"/></table:filter>'), Channel.ATTRIBUTE),
    Dirty("earlier version", "a.ods", lambda secret: repacked(odf("spreadsheet", ""), {}, {"Versions/Version1": _ods(_ROW.format("{}", ""))(secret)}), Channel.TEXT),
    Dirty("flat file", "a.fods", _flat(lambda secret: "".join(map(_CELL.format, halves(secret)))), Channel.TEXT),
    Dirty("file kept in a flat file", "a.fods", _flat(lambda secret: f"<office:binary-data>{base64.b64encode(zipped({'a.txt': secret})).decode()}</office:binary-data>"), Channel.TEXT),
)  # fmt: skip
