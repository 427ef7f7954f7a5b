"""Sheets and data: what is spelled otherwise than it is read, what nothing leads to, what programs put in."""

import struct
import zlib
from collections.abc import Mapping

import pytest

from manifest_app.outgoing.people.index import build_people
from manifest_app.outgoing.pieces import Channel
from manifest_app.outgoing.report import Verdict
from manifest_app.outgoing.texts.spelled import format_said, formula_said, header_said, number_said, unescaped
from tests.outgoing.dirty import PERSON, Dirty, odf, png, repacked, workbook, zipped
from tests.outgoing.dirty_data import NOT_READ
from tests.outgoing.test_dirty import checked

_LINK = '<Relationship Id="z{0}" Target="{1}"/></Relationships>'
_CACHE = (
    "<pivotCacheDefinition><cacheFields><cacheField name='Item'><sharedItems><s v='{}'/></sharedItems></cacheField>"
    "<cacheField name='Amount'><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>"
)
_RECORDS = "<pivotCacheRecords><r><x v='0'/><n v='12'/></r></pivotCacheRecords>"
_METAFILE = b"VCLMTF" + struct.pack("<HI", 1, 0)


def linked_workbook(parts: Mapping[str, str]) -> bytes:
    """A workbook whose relationships lead to some more parts."""

    def links(xml: str) -> str:
        for number, part in enumerate(parts):
            xml = xml.replace("</Relationships>", _LINK.format(number, "/" + part))
        return xml

    return repacked(workbook(), {"xl/_rels/workbook.xml.rels": links}, parts)


def pivot_of(value: str) -> bytes:
    return linked_workbook(
        {
            "xl/pivotCache/pivotCacheRecords1.xml": _RECORDS,
            "xl/pivotCache/pivotCacheDefinition1.xml": _CACHE.format(value),
        }
    )


def by(generator: str, parts: Mapping[str, bytes]) -> bytes:
    """A spreadsheet that a program wrote, with more parts in its manifest."""
    names = ("content.xml", "meta.xml", *parts)
    entries = "".join(f'<file-entry full-path="{name}"/>' for name in names)
    meta = f'<m xmlns:meta="urn:x"><meta:generator>{generator}</meta:generator></m>'
    plain = odf("spreadsheet", "", {"meta.xml": meta, "META-INF/manifest.xml": f"<manifest>{entries}</manifest>"})
    return repacked(plain, {}, parts)


def verdict(data: bytes, name: str) -> Verdict:
    return checked(data, name, None).verdict


def action(kind: int, body: bytes) -> bytes:
    """An action of a metafile."""
    return struct.pack("<HHI", kind, 1, len(body)) + body


@pytest.mark.parametrize("dirty", NOT_READ, ids=lambda dirty: dirty.name)
def test_a_kind_of_file_that_is_not_read_is_never_clean(dirty: Dirty) -> None:
    assert verdict(dirty.make("Hello"), dirty.name) is Verdict.UNEXPLAINED


def test_sheets_that_nothing_leads_to_are_unexplained_and_told_in_few_places() -> None:
    sheets = {f"xl/worksheets/sheet{number}.xml": "<worksheet/>" for number in range(10, 400)}
    report = checked(repacked(workbook(), {}, sheets), "a.xlsx", None)
    assert report.verdict is Verdict.UNEXPLAINED
    assert 1 < len(report.places) < 50
    assert verdict(linked_workbook(sheets), "a.xlsx") is Verdict.CLEAN


def test_a_container_without_relationships_is_unexplained() -> None:
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}
    assert verdict(zipped(parts), "a.docx") is Verdict.UNEXPLAINED


def test_a_part_that_the_manifest_does_not_name_is_unexplained() -> None:
    assert verdict(by("LibreOffice/7.4", {}), "a.ods") is Verdict.CLEAN
    data = repacked(by("LibreOffice/7.4", {}), {}, {"old.xml": "<x/>"})
    assert verdict(data, "a.ods") is Verdict.UNEXPLAINED


def test_a_pivot_table_of_what_is_shown_is_clean_and_one_of_more_hides_something() -> None:
    assert verdict(pivot_of("Paper"), "a.xlsx") is Verdict.CLEAN
    report = checked(pivot_of("Ribbon"), "a.xlsx", None)
    assert report.verdict is Verdict.UNEXPLAINED
    assert {place.channel for place in report.places} == {Channel.PIVOT_CACHE}


def test_the_thumbnail_of_an_office_is_its_first_page_and_that_of_others_a_picture() -> None:
    unread = png("Plan").replace(zlib.compress(b"\0\0"), b"not packed")
    parts = {"Thumbnails/thumbnail.png": unread}
    assert verdict(by("LibreOffice/7.4", parts), "a.ods") is Verdict.CLEAN
    assert verdict(by("ODFPY/1.4", parts), "a.ods") is Verdict.UNEXPLAINED


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        (action(113, b"Fuel by month"), Verdict.CLEAN),
        (action(113, b"asylum claim"), Verdict.DISCLOSES),
        (action(116, b"picture"), Verdict.UNEXPLAINED),
        (action(512, bytes(400)), Verdict.UNEXPLAINED),
        (b"cut", Verdict.UNEXPLAINED),
    ],
)
def test_what_stands_for_a_chart_is_read_unless_it_is_a_picture(actions: bytes, expected: Verdict) -> None:
    parts = {"ObjectReplacements/Object 1": _METAFILE + actions}
    assert verdict(by("LibreOffice/7.4", parts), "a.ods") is expected


def test_a_list_of_one_column_and_a_form_are_no_statements() -> None:
    def fill(_book: object, sheet: object) -> None:
        for row, text in enumerate(("Passenger handling", "Status pending", "Boarding", "Claim of baggage"), 4):
            sheet.write(row, 0, text)  # type: ignore[attr-defined]  # a sheet of XlsxWriter, which has no types

    assert verdict(workbook(fill), "a.xlsx") is Verdict.CLEAN


def test_a_birth_with_a_time_of_day_is_found_beside_a_name() -> None:
    def fill(_book: object, sheet: object) -> None:
        sheet.write_row(4, 0, ["Odalys", 30750.5])  # type: ignore[attr-defined]  # as above

    people = build_people([PERSON], b"k" * 32)
    assert checked(workbook(fill), "a.xlsx", people).verdict is Verdict.DISCLOSES


def test_what_is_spelled_is_read() -> None:
    assert unescaped("_x0061_sy_x006C_um") == "asylum"
    assert "asylum" in formula_said('="asy"&"lum"')
    assert "asylum" in formula_said('=CHAR(97)&_xlfn.UNICHAR(115)&"ylum"')
    assert formula_said("=SUM(A1:A3)") == "=SUM(A1:A3)"
    assert "asylum 0" in format_said("\\a\\s\\y\\l\\u\\m 0")
    assert "asylum" in format_said('"asy""lum"0')
    assert header_said('&C&"Arial,Bold"asy&Blum &P').split() == ["asylum", "asy", "lum"]
    assert number_said("9.10000001E+08") == "910000001"
    assert number_said("E15") == "E15"
