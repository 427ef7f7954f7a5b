import datetime as dt
import hashlib
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from manifest_app.errors import CancelledError, FileProblem, UnsafeFileError
from manifest_app.files.prescan import FileKind
from manifest_app.intake.hiding import ranges
from manifest_app.intake.table import (
    BLOCK_ROWS,
    Cell,
    HiddenKind,
    Row,
    Rows,
    Table,
    decode_rows,
    encode_rows,
    read_table,
)
from tests.intake.lists import cells, write_text, write_xlsx

CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=20),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes(),
    st.times(),
)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=20))
def test_rows_come_back_as_they_were(rows: list[list[Cell]]) -> None:
    assert decode_rows(encode_rows(rows)) == [tuple(row) for row in rows]


def test_blocks_are_one_sequence() -> None:
    plain: list[Row] = [(number,) for number in range(BLOCK_ROWS * 2 + 5)]
    blocks = [plain[start : start + BLOCK_ROWS] for start in range(0, len(plain), BLOCK_ROWS)]
    rows = Rows([encode_rows(block) for block in blocks], len(plain))
    assert list(rows) == plain
    assert rows[-1] == plain[-1]
    assert rows[BLOCK_ROWS - 1 : BLOCK_ROWS + 1] == tuple(plain[BLOCK_ROWS - 1 : BLOCK_ROWS + 1])
    with pytest.raises(IndexError):
        rows[len(plain)]


def test_values_of_a_workbook(tmp_path: Path) -> None:
    moment = dt.datetime(1984, 3, 9, 7, 30)  # noqa: DTZ001 - spreadsheets know no time zones
    path = write_xlsx(tmp_path / "a.xlsx", [], ["", "Peña", 12, 1.5, True, dt.date(1984, 3, 9), moment, "012"])
    assert cells(path) == [(None,) * 8, (None, "Peña", 12, 1.5, True, dt.date(1984, 3, 9), moment, "012")]


def test_facts(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", "a,b\n1,2\n")
    table = read_table(path)
    assert (table.file_name, table.size, table.kind) == ("a.csv", 8, FileKind.CSV)
    assert table.sha256 == hashlib.sha256(b"a,b\n1,2\n").hexdigest()


def hidden(table: Table) -> dict[HiddenKind, list[str]]:
    found: dict[HiddenKind, list[str]] = {}
    for thing in table.hidden:
        found.setdefault(thing.kind, []).append(thing.where)
    return found


def test_what_a_workbook_hides_is_reported(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "List"
    for number in range(1, 9):
        sheet.append([f"r{number}", number, "x", f"=B{number}*2"])
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet["A5"].comment = Comment("credible fear", "Officer Example")
    book.create_sheet("Old").sheet_state = "hidden"
    book.create_sheet("Older").sheet_state = "veryHidden"
    book.properties.creator = "Author Example"
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx")
    found = hidden(table)
    assert found[HiddenKind.ROW] == ["List!3:4"]
    assert found[HiddenKind.COLUMN] == ["List!B"]
    assert found[HiddenKind.COMMENT] == ["List!A5"]
    assert found[HiddenKind.SHEET] == ["Old"]
    assert found[HiddenKind.VERY_HIDDEN_SHEET] == ["Older"]
    assert found[HiddenKind.FORMULA] == ["List!D1:D8"]
    names = {thing.what for thing in table.hidden if thing.kind is HiddenKind.AUTHOR}
    assert names == {"Author Example", "Officer Example"}
    assert "credible fear" not in repr(table.hidden)
    assert [sheet.hidden for sheet in table.sheets] == [False, True, True]
    assert len(table.sheets[0].rows) == 8
    assert (1, 3) in table.sheets[0].formulas


def test_macros_and_links_are_reported(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ["a"])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\0")
    assert HiddenKind.MACRO in hidden(read_table(path))


def test_a_failed_formula_does_not_look_empty(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("List")
    sheet.write_row(0, 0, ["Name", "Status"])
    sheet.write_formula(1, 1, '=VLOOKUP("x",A:A,1)', None, "#N/A")
    sheet.write_formula(2, 0, '="a"&"b"', None, "ab")
    book.close()
    table = read_table(tmp_path / "a.xlsx")
    assert list(table.sheets[0].rows) == [("Name", "Status"), (None, "#N/A"), ("ab", None)]
    assert table.sheets[0].formulas == {(2, 1), (3, 0)}


def test_a_formula_without_a_value_does_not_look_empty(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ["Name", "Status"], ["x", "=A1"], ['=""', "y"])
    assert cells(path)[1:] == [("x", "#ERROR"), ("#ERROR", "y")]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04garbage", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1EncryptedPackage"])
def test_refusals_come_out_of_the_child(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    with pytest.raises(FileProblem, match=r"^a\.xlsx"):
        read_table(tmp_path / "a.xlsx")


def test_a_far_cell_is_refused_before_a_reader_sees_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["A1"] = "a"
    sheet["XFD1048576"] = "b"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UnsafeFileError, match="far away"):
        read_table(tmp_path / "a.xlsx")


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", "a,b\n" * 10)

    def stop(done: int, total: int | None, what: str) -> None:
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        read_table(path, progress=stop)


@given(st.sets(st.tuples(st.integers(1, 40), st.integers(0, 5)), max_size=60))
def test_ranges_name_every_cell_once(places: set[tuple[int, int]]) -> None:
    said: set[tuple[int, int]] = set()
    found = ranges(sorted(places))
    if len(found) > 40:
        return
    for text in found:
        first, _, last = text.partition(":")
        column = ord(first[0]) - 65
        rows = range(int(first[1:]), int((last or first)[1:]) + 1)
        said |= {(row, column) for row in rows}
    assert said == places
