import csv
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from manifest_app.standards.countries import country_code
from manifest_app.standards.numbers import read_a_number
from manifest_app.synthetic.case103 import FIRST_ROW, build_case
from manifest_app.synthetic.workbooks import CaseFiles, write_case

CASE = build_case(Random(103), date(2026, 12, 4))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> CaseFiles:
    return write_case(CASE, tmp_path_factory.mktemp("case") / "files")


def rows(path: Path) -> list[tuple[object, ...]]:
    return list(load_workbook(path).worksheets[0].iter_rows(values_only=True))


def test_passengers_stand_in_the_rows_that_the_truth_names(files: CaseFiles) -> None:
    sheet = rows(files.manifest)
    assert sheet[FIRST_ROW - 2][:5] == ("No.", "A#", "Last Name", "First Name", "DOB")
    assert len(sheet) == FIRST_ROW - 1 + len(CASE.passengers)
    for row, who in enumerate(CASE.passengers, FIRST_ROW):
        number, a_number, family, given, born, sex, country = sheet[row - 1][:7]
        assert number == row - FIRST_ROW + 1
        assert (read_a_number(str(a_number)) if a_number else "") == who.a_number
        assert (family, given, sex) == (who.family_name, who.given_names, who.sex)
        assert isinstance(born, datetime)
        assert born.date().isoformat() == str(who.birth_date)
        assert country_code(str(country)) == who.nationality


def test_the_csv_has_the_same_rows(files: CaseFiles) -> None:
    with files.manifest_csv.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert len(lines) == FIRST_ROW - 1 + len(CASE.passengers)
    assert lines[FIRST_ROW - 1][2:4] == [CASE.passengers[0].family_name, CASE.passengers[0].given_names]


def test_both_lists_are_whole(files: CaseFiles) -> None:
    assert len(rows(files.registry)) == 401
    assert len(rows(files.exposure_xlsx)) == 6253
    with files.exposure.open(encoding="utf-8-sig", newline="") as file:
        assert sum(1 for _ in csv.reader(file)) == 6253


def test_the_demonstration_has_no_status_column_and_the_other_flight_hides_things(files: CaseFiles) -> None:
    assert "Status" not in rows(files.manifest)[FIRST_ROW - 2]
    sheet = load_workbook(files.status_manifest).worksheets[0]
    heading = [cell.value for cell in sheet[FIRST_ROW - 1]]
    assert heading[-2:] == ["Status", "Remarks"]
    assert sheet.column_dimensions["M"].hidden
    assert any(cell.comment for row in sheet.iter_rows() for cell in row)
    assert sheet.max_row == FIRST_ROW - 1 + 20


def test_writing_again_replaces_the_files(files: CaseFiles) -> None:
    again = write_case(CASE, files.manifest.parent)
    assert again == files
    assert rows(again.manifest)[FIRST_ROW - 1][2] == CASE.passengers[0].family_name
