"""Exporters of XLSX that leak, one channel of the container or its parts each (see `tests.release.mutants`)."""

import zipfile
from dataclasses import replace
from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from manifest_app.release.table import PublicTable
from manifest_app.release.writers import xlsx
from tests.release.mutants import Exporter, Mutant, Protected, _said

WORKBOOKS: list[Mutant] = []
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
WORKBOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
CORE = "docProps/core.xml"
APP = "docProps/app.xml"


def _add(name: str, caught_by: str, export: Exporter) -> None:
    WORKBOOKS.append(Mutant(name, "xlsx", caught_by, export))


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

# What a part would say of a person, or how a cell would look otherwise than its neighbours.
_edited("white letters", "styles", STYLES, '<color theme="1"/>', '<color rgb="FFFEFFF{row}"/>')
_edited("number format", "styles", STYLES, "<fonts", '<numFmts><numFmt formatCode="0&quot;{}&quot;"/></numFmts><fonts')
_edited("style for differing cells", "styles", STYLES, '<dxfs count="0"', '<dxfs count="{row}"')
_edited("border", "styles", STYLES, "<left/>", '<left style="hair{}"/>')
_edited("second style", "styles", STYLES, "</cellXfs>", '<xf numFmtId="{row}"/></cellXfs>')
_edited("style of a cell", "markup", SHEET, '<c r="B{row}" t="s">', '<c r="B{row}" s="1" t="s">')
_edited("row without height", "markup", SHEET, '<row r="{row}"', '<row r="{row}" ht="0" customHeight="1"')
_edited("outline level", "markup", SHEET, '<row r="{row}"', '<row r="{row}" outlineLevel="1"')
_edited(
    "filter criterion",
    "markup",
    SHEET,
    "<pageMargins",
    '<autoFilter ref="A1:B9"><filterColumn colId="0"><filters><filter val="{}"/></filters></filterColumn></autoFilter>'
    "<pageMargins",
)
_edited("scenario", "markup", SHEET, "<pageMargins", '<scenarios><scenario name="{}"/></scenarios><pageMargins')
_edited("drawing", "markup", SHEET, "</worksheet>", '<drawing r:id="rId{row}"/></worksheet>')
_edited("table of the sheet", "markup", SHEET, "</worksheet>", '<tableParts count="{}"/></worksheet>')
_edited(
    "error mark",
    "markup",
    SHEET,
    "</worksheet>",
    '<ignoredErrors><ignoredError sqref="A{row}"/></ignoredErrors></worksheet>',
)
_edited("page break", "markup", SHEET, "</worksheet>", '<rowBreaks><brk id="{row}"/></rowBreaks></worksheet>')
_edited("selected cell type", "markup", SHEET, '<c r="B{row}" t="s">', '<c r="B{row}" t="str">')
_edited("code name of the sheet", "markup", SHEET, "<dimension", '<sheetPr codeName="S{}"/><dimension')
_edited(
    "protected cells",
    "markup",
    SHEET,
    "<pageMargins",
    '<protectedRanges><protectedRange name="{}"/></protectedRanges><pageMargins',
)
_edited(
    "comment of a defined name",
    "workbook",
    WORKBOOK,
    "<calcPr",
    '<definedNames><definedName name="a" comment="{}">1</definedName></definedNames><calcPr',
)
_edited("code name of the workbook", "workbook", WORKBOOK, "<workbookPr", '<workbookPr codeName="W{}"')
_edited("last user", "workbook", WORKBOOK, "<workbookPr", '<fileSharing userName="{}"/><workbookPr')
_edited(
    "pivot caches",
    "workbook",
    WORKBOOK,
    "</workbook>",
    '<pivotCaches><pivotCache cacheId="{row}"/></pivotCaches></workbook>',
)
_edited(
    "external references",
    "workbook",
    WORKBOOK,
    "<calcPr",
    '<externalReferences><externalReference r:id="r{}"/></externalReferences><calcPr',
)
_edited("calculation", "workbook", WORKBOOK, "<calcPr", '<calcPr iterateCount="{row}"')
_edited(
    "target of a link",
    "relations",
    "xl/_rels/workbook.xml.rels",
    "</Relationships>",
    '<Relationship Id="h" TargetMode="External" Target="file:///C:/{}"/></Relationships>',
)
_edited("manager", "properties", APP, "<Company>", "<Manager>{}</Manager><Company>")
_edited("base of links", "properties", APP, "<Company>", "<HyperlinkBase>{}</HyperlinkBase><Company>")
_edited("editing time", "properties", APP, "<Company>", "<TotalTime>{row}</TotalTime><Company>")
_edited("titles of parts", "properties", APP, "</vt:lpstr>", "{}</vt:lpstr>")
_edited("revision", "properties", CORE, "<dc:creator>", "<cp:revision>{row}</cp:revision><dc:creator>")
_edited(
    "modified time",
    "properties",
    CORE,
    'modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00',
    'modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:0{row}',
)
for _name, _part in (
    ("people of comments", "xl/persons/person.xml"),
    ("text box and shapes", "xl/drawings/drawing1.xml"),
    ("old drawing", "xl/drawings/vmlDrawing1.vml"),
    ("picture", "xl/media/image1.png"),
    ("ink", "xl/ink/ink1.xml"),
    ("chart and its cache", "xl/charts/chart1.xml"),
    ("external link and its cache", "xl/externalLinks/externalLink1.xml"),
    ("connection and query", "xl/connections.xml"),
    ("query table", "xl/queryTables/queryTable1.xml"),
    ("data model", "xl/model/item.data"),
    ("slicer cache", "xl/slicerCaches/slicerCache1.xml"),
    ("timeline cache", "xl/timelineCaches/timelineCache1.xml"),
    ("table", "xl/tables/table1.xml"),
    ("embedded workbook", "xl/embeddings/Microsoft_Excel_Sheet1.xlsx"),
    ("program", "xl/vbaProject.bin"),
    ("sensitivity label", "docMetadata/LabelInfo.xml"),
    ("log of revisions", "xl/revisions/revisionLog1.xml"),
    ("calculation chain", "xl/calcChain.xml"),
    ("signature", "_xmlsignatures/sig1.xml"),
):
    _added(_name, _part, "<a>{}</a>")


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
