import io
import os
import resource
import struct
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.errors import CancelledError, FileProblem, KnownError, UnsafeFileError
from manifest_app.files.markup import column_letters, column_number
from manifest_app.files.prescan import FileKind, prescan, prescan_file

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
WORKBOOK = "<workbook><sheets/></workbook>"
EMPTY_SHEET = "<worksheet><sheetData/></worksheet>"
BOMB_SECONDS = 2.0


def workbook(parts: Mapping[str, str | bytes] | None = None, types: str = TYPES) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("xl/workbook.xml", WORKBOOK)
        for name, text in (parts or {"xl/worksheets/sheet1.xml": EMPTY_SHEET}).items():
            archive.writestr(name, text)
    return buffer.getvalue()


def sheet(body: str) -> bytes:
    return workbook({"xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{body}</sheetData></worksheet>"})


def scan(data: bytes, name: str = "list.xlsx") -> FileKind:
    return prescan_file(io.BytesIO(data), name)


def streamed(head: bytes, repeated: bytes, times: int, tail: bytes) -> bytes:
    """A workbook with a huge sheet, written without holding it in memory."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("xl/workbook.xml", WORKBOOK)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(head)
            for _ in range(times):
                part.write(repeated)
            part.write(tail)
    return buffer.getvalue()


class TestKinds:
    def test_workbooks(self) -> None:
        macro = TYPES.replace("openxmlformats-officedocument.spreadsheetml.sheet", "ms-excel.sheet.macroEnabled")
        assert scan(workbook()) is FileKind.XLSX
        assert scan(workbook(types=macro), "list.xlsm") is FileKind.XLSM

    def test_ods(self) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("content.xml", "<a/>")
        assert scan(buffer.getvalue(), "list.ods") is FileKind.ODS

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
    def test_text(self, encoding: str) -> None:
        assert scan("Apellidos;Nombres\nPEÑA;José\n".encode(encoding), "list.csv") is FileKind.CSV

    @pytest.mark.parametrize(
        "start", ["", '<?xml version="1.0"?>', '<?xml version="1.0"?>\n<!-- made by a program -->']
    )
    def test_a_part_of_one_tag(self, start: str) -> None:
        parts = {"xl/worksheets/sheet1.xml": EMPTY_SHEET, "xl/sharedStrings.xml": f'{start}<sst count="0"/>'}
        assert scan(workbook(parts)) is FileKind.XLSX

    def test_text_under_the_name_of_a_workbook(self) -> None:
        with pytest.raises(FileProblem, match="plain text"):
            scan(b"a,b\n1,2\n", "list.xlsx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "a web page"),
        (b'<?xml version="1.0"?><Workbook/>', "a web page or XML"),
        (b"MZ\x90\x00" + bytes(100), "a program"),
        (bytes(range(256)), "is not a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "by a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le"), "old .xls format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), "not a spreadsheet"),
        (b"PK\x03\x04" + bytes(50), "damaged or was cut short"),
        (workbook()[:-40], "damaged or was cut short"),
        (workbook()[:200], "damaged or was cut short"),
        (workbook(types="<Types>wordprocessingml.document.main+xml</Types>"), "not a spreadsheet"),
        (workbook(types="<Types>application/vnd.ms-excel.sheet.binary</Types>"), "binary workbook"),
    ],
)
def test_what_is_no_list_is_named(data: bytes, words: str) -> None:
    with pytest.raises(FileProblem, match=words) as caught:
        scan(data, "list.xlsx")
    assert caught.value.todo


def test_another_zip_is_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("list.csv", "a,b")
    with pytest.raises(FileProblem, match="zip archive"):
        scan(buffer.getvalue())


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"no file gone\.xlsx"):
        prescan(tmp_path / "gone.xlsx")
    with pytest.raises(FileProblem, match="is a folder"):
        prescan(tmp_path)
    if sys.platform != "win32" and os.geteuid() != 0:
        (tmp_path / "shut.csv").write_text("a,b")
        (tmp_path / "shut.csv").chmod(0)
        with pytest.raises(FileProblem, match="may not be read"):
            prescan(tmp_path / "shut.csv")


class TestZipTricks:
    def refused(self, data: bytes, words: str) -> None:
        with pytest.raises(UnsafeFileError, match=words):
            scan(data)

    def test_two_parts_of_one_name(self) -> None:
        buffer = io.BytesIO(workbook())
        with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
            archive.writestr("xl/workbook.xml", WORKBOOK)
        self.refused(buffer.getvalue(), "two parts of one name")

    def test_names_that_differ_by_case_only(self) -> None:
        self.refused(workbook({"xl/Workbook.xml": WORKBOOK}), "two parts of one name")

    def test_overlapping_parts(self) -> None:
        data = bytearray(workbook({"xl/a.xml": "<a/>", "xl/b.xml": "<a/>"}))
        first, second = data.find(b"xl/a.xml") - 30, data.rfind(b"xl/b.xml") - 46
        struct.pack_into("<L", data, second + 42, first)
        self.refused(bytes(data), "overlap|two ways")

    def test_a_part_with_two_names(self) -> None:
        data = bytearray(workbook({"xl/a.xml": "<a/>"}))
        place = data.find(b"xl/a.xml")
        data[place : place + 8] = b"xl/b.xml"
        self.refused(bytes(data), "two ways")

    def test_too_many_parts(self) -> None:
        self.refused(workbook({f"x/{number}": "" for number in range(10_001)}), "parts")

    def test_a_part_outside(self) -> None:
        self.refused(workbook({"../evil.xml": "<a/>"}), "outside")

    def test_encrypted_parts(self) -> None:
        data = bytearray(workbook())
        place = data.find(b"PK\x01\x02")
        data[place + 8] |= 1
        with pytest.raises(FileProblem, match="password"):
            scan(bytes(data))

    def test_a_wrong_check_sum(self) -> None:
        data = bytearray(workbook({"xl/a.xml": "<a>" + "x" * 500 + "</a>"}))
        place = data.rfind(b"xl/a.xml") - 46 + 16
        data[place] ^= 0xFF
        with pytest.raises(FileProblem, match="damaged"):
            scan(bytes(data))


class TestMarkup:
    def test_entities(self) -> None:
        laughs = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]><worksheet>&m;</worksheet>'
        with pytest.raises(UnsafeFileError, match="document type"):
            scan(workbook({"xl/worksheets/sheet1.xml": laughs}))

    @pytest.mark.parametrize(
        "text", ['<?xml version="1.0" encoding="UTF-16"?><a/>', '<?xml version="1.0" encoding="cp037"?><a/>']
    )
    def test_odd_encodings(self, text: str) -> None:
        with pytest.raises(UnsafeFileError, match="encoding"):
            scan(workbook({"xl/a.xml": text}))

    def test_utf_16_markup(self) -> None:
        with pytest.raises(KnownError):
            scan(workbook({"xl/a.xml": '<!DOCTYPE a [<!ENTITY l "lol">]><a/>'.encode("utf-16")}))

    @pytest.mark.parametrize(
        ("body", "words"),
        [
            ('<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>', "far away"),
            ('<row r="1048577"><c r="A1048577"/></row>', "rows"),
            ('<row r="1"><c r="A1"/><c r="B1048577"/></row>', "rows"),
            ('<row r="1"><c r="A1"/><c r="BZZ900000"/></row>', "far away"),
            ('<row r="1"><c r="XFE1"/></row>', "columns"),
            ('<row r="1"><c r="A1"/></row><row  r = \'1048576\'><c s="1" r = \'XFD1048576\'/></row>', "far away"),
        ],
    )
    def test_cells_out_of_bounds(self, body: str, words: str) -> None:
        with pytest.raises(UnsafeFileError, match=words):
            scan(sheet(body))
        text = f"<x:worksheet><x:sheetData>{body}</x:sheetData></x:worksheet>"
        text = text.replace("<row", "<x:row").replace("</row", "</x:row").replace("<c ", "<x:c ")
        with pytest.raises(UnsafeFileError, match=words):
            scan(workbook({"xl/worksheets/sheet1.xml": text}))

    def test_a_full_sheet_is_no_bomb(self) -> None:
        assert scan(sheet('<row r="1"><c r="A1"/></row><row r="1048576"><c r="L1048576"/></row>')) is FileKind.XLSX


def timed(build: Callable[[], bytes], words: str) -> None:
    data = build()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    with pytest.raises(UnsafeFileError, match=words):
        scan(data)
    assert time.process_time() - started < BOMB_SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 * 1024


class TestBombs:
    def test_zip_bomb(self) -> None:
        chunk = b"<c/>" * (1 << 18)
        timed(lambda: streamed(b"<worksheet>", chunk, 300, b"</worksheet>"), "zip bomb")

    def test_ten_million_rows(self) -> None:
        rows = b"<row><c><v>1</v></c></row>" * 10_000
        timed(lambda: streamed(b"<worksheet><sheetData>", rows, 1000, b"</sheetData></worksheet>"), "rows|zip bomb")

    def test_a_cell_of_200_megabytes(self) -> None:
        timed(
            lambda: streamed(b"<worksheet><row><c><v>", b"x" * (1 << 20), 200, b"</v></c></row></worksheet>"),
            "bomb|text",
        )

    def test_a_cell_of_20_megabytes_that_does_not_pack_well(self) -> None:
        noise = os.urandom(1 << 20).hex().encode()
        timed(
            lambda: streamed(b"<worksheet><row><c><v>", noise, 10, b"</v></c></row></worksheet>"),
            "a million characters",
        )

    def test_an_endless_line_of_text(self) -> None:
        with pytest.raises(UnsafeFileError, match="4 million characters"):
            scan(b"a,b\n" + b"x" * (9 << 20), "list.csv")


def test_it_can_be_cancelled() -> None:
    def stop(done: int, total: int | None, what: str) -> None:
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        prescan_file(io.BytesIO(workbook()), "list.xlsx", progress=stop)


def outcome(data: bytes, name: str) -> tuple[FileKind | None, str]:
    try:
        return scan(data, name), ""
    except KnownError as error:
        return None, error.message


@given(st.binary(max_size=400), st.sampled_from(["list.xlsx", "list.csv", "list.ods"]))
def test_any_bytes_are_a_kind_or_a_sentence(data: bytes, name: str) -> None:
    kind, sentence = outcome(data, name)
    assert kind is FileKind.CSV or sentence.startswith(name)


@given(st.data())
def test_a_damaged_workbook_is_a_kind_or_a_sentence(data: st.DataObject) -> None:
    whole = bytearray(workbook({"xl/worksheets/sheet1.xml": EMPTY_SHEET * 20}))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    for damaged in (bytes(whole), bytes(whole[:cut])):
        kind, sentence = outcome(damaged, "list.xlsx")
        assert kind in {FileKind.XLSX, FileKind.XLSM} or sentence.startswith("list.xlsx")


@given(st.integers(1, 16_384))
def test_letters_of_columns(number: int) -> None:
    assert column_number(column_letters(number)) == number
