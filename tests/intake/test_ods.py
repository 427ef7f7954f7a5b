import datetime as dt
import zipfile
from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P

from manifest_app.errors import FileProblem, KnownError
from manifest_app.intake.table import HiddenKind, read_table

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    '<office:automatic-styles><style:style style:name="gone" style:family="table"><style:table-properties '
    'table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>'
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"


def ods(path: Path, body: str, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", HEAD + body + TAIL)
        for name, text in parts.items():
            archive.writestr(name.replace("__", "."), text)
    return path


def cell(text: str, **attributes: str) -> str:
    said = "".join(f' {name.replace("__", ":").replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-cell{said}><text:p>{text}</text:p></table:table-cell>"


def test_a_file_of_another_writer(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    table = OdfTable(name="Lista")
    for texts in (("Apellidos", "Nombres"), ("PEÑA", "José")):
        row = TableRow()
        for text in texts:
            item = TableCell(valuetype="string")
            item.addElement(P(text=text))
            row.addElement(item)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(str(tmp_path / "a.ods"))
    sheet = read_table(tmp_path / "a.ods").sheets[0]
    assert sheet.name == "Lista"
    assert list(sheet.rows) == [("Apellidos", "Nombres"), ("PEÑA", "José")]


def test_values(tmp_path: Path) -> None:
    row = (
        cell("x", office__value_type="string")
        + cell("9", office__value_type="float", office__value="9")
        + cell("1,5", office__value_type="float", office__value="1.5")
        + cell("09.03.84", office__value_type="date", office__date_value="1984-03-09")
        + cell("x", office__value_type="boolean", office__boolean_value="true")
        + "<table:table-cell/>"
        + cell("a<text:s text:c='2'/>b", office__value_type="string")
        + cell("#N/A", office__value_type="string", office__string_value="", calcext__value_type="error")
    )
    path = ods(
        tmp_path / "a.ods", f'<table:table table:name="L"><table:table-row>{row}</table:table-row></table:table>'
    )
    assert list(read_table(path).sheets[0].rows) == [
        ("x", 9, 1.5, dt.date(1984, 3, 9), True, None, "a  b", "#N/A"),
    ]


def test_repeated_and_empty_rows(tmp_path: Path) -> None:
    text = cell("x", office__value_type="string")
    body = (
        '<table:table table:name="L">'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f'<table:table-row table:number-rows-repeated="3">{text}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    assert list(read_table(ods(tmp_path / "a.ods", body)).sheets[0].rows) == [(), (), ("x",), ("x",), ("x",)]


@pytest.mark.parametrize(
    "row",
    [
        '<table:table-row table:number-rows-repeated="99999999">{}</table:table-row>',
        '<table:table-row table:number-rows-repeated="1000000">' + "{}" * 100 + "</table:table-row>",
        '<table:table-row>{}<table:table-cell table:number-columns-repeated="99999999"/>{}</table:table-row>',
        '<table:table-row table:number-rows-repeated="x">{}</table:table-row>',
    ],
)
def test_repetitions_that_explode_are_refused(tmp_path: Path, row: str) -> None:
    text = cell("x", office__value_type="string")
    body = f'<table:table table:name="L">{row.replace("{}", text)}</table:table>'
    with pytest.raises(KnownError, match=r"^a\.ods"):
        read_table(ods(tmp_path / "a.ods", body))


def test_what_it_hides(tmp_path: Path) -> None:
    note = "<office:annotation><dc:creator>Officer Example</dc:creator><text:p>secret</text:p></office:annotation>"
    formula = cell("y", table__formula="of:=1", office__value_type="string")
    body = (
        '<table:table table:name="L"><table:table-column/><table:table-column table:visibility="collapse"/>'
        f'<table:table-row><table:table-cell office:value-type="string">{note}<text:p>x</text:p></table:table-cell>'
        f'</table:table-row><table:table-row table:visibility="filter">{formula}</table:table-row></table:table>'
        f'<table:table table:name="Old" table:style-name="gone"><table:table-row>{cell("z")}</table:table-row>'
        "</table:table>"
    )
    meta = '<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Author Example</dc:creator></m>'
    table = read_table(ods(tmp_path / "a.ods", body, meta__xml=meta, **{"Basic/x__xml": "<a/>"}))
    found = {(thing.kind, thing.where) for thing in table.hidden}
    assert {
        (HiddenKind.COLUMN, "L!B"),
        (HiddenKind.ROW, "L!2"),
        (HiddenKind.COMMENT, "L!A1"),
        (HiddenKind.FORMULA, "L!A2"),
        (HiddenKind.SHEET, "Old"),
        (HiddenKind.MACRO, "workbook"),
    } <= found
    assert {thing.what for thing in table.hidden if thing.kind is HiddenKind.AUTHOR} == {
        "Author Example",
        "Officer Example",
    }
    assert list(table.sheets[0].rows) == [("x",), ("y",)]
    assert "secret" not in repr(table)


def test_damaged_content(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="damaged"):
        read_table(ods(tmp_path / "a.ods", "<a><b></a>"))
