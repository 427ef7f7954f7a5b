"""Each file that can't be a list is refused in one sentence, and each that can loses no row; the vault stays whole."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.helpers import hostile
from tests.helpers.command_line import Answer, Office
from tests.helpers.hostile import ANA, HEADINGS, LUIS, csv_text

Maker = Callable[[Path], object]


@pytest.fixture
def desk(new_office: Office) -> Office:
    """An office with a flight that has no list."""
    new_office.ask("flight", "new", "RX-9", "--date", "2026-12-04", "--from", "IAH", "--to", "HAV")
    return new_office


def text(content: str, encoding: str = "utf-8") -> Maker:
    return lambda path: path.write_bytes(content.encode(encoding))


def is_one_clear_sentence(answer: Answer, code: int) -> bool:
    """A sentence on what happened and where, a sentence on what to do, and nothing of the program's own trouble."""
    lines = [line for line in answer.err.splitlines() if not line.startswith("DEMONSTRATION")]
    return answer.code == code and len(lines) == 1 and lines[0].endswith(".") and "Traceback" not in answer.err


def flight(desk: Office) -> dict[str, Any]:
    shown: dict[str, Any] = desk.ask("flight", "show", "RX-9")
    return shown


REFUSED: dict[str, tuple[str, Maker, str]] = {
    "a PDF": ("list.xlsx", lambda path: path.write_bytes(b"%PDF-1.7\n"), "is a PDF document, not a spreadsheet"),
    "noise": ("list.xlsx", lambda path: path.write_bytes(bytes(range(256)) * 9), "is not a spreadsheet"),
    "text named as workbook": ("list.xlsx", text(csv_text(ANA)), "is plain text and no workbook"),
    "password": ("list.xlsx", hostile.protected_workbook, "is protected by a password"),
    "0 bytes, workbook": ("list.xlsx", lambda path: path.touch(), "is empty (0 bytes)"),
    "0 bytes, text": ("list.csv", lambda path: path.touch(), "is empty (0 bytes)"),
    "cut short": ("list.xlsx", hostile.cut_short, "is damaged or was cut short"),
    "zip bomb": ("list.xlsx", hostile.zip_bomb, "would unpack to more than 150 times its size"),
    "ten million rows": ("list.xlsx", hostile.ten_million_rows, "more than 1,048,576 rows"),
    "billion laughs": ("list.xlsx", hostile.billion_laughs, "document type definition"),
    "200 MB cell": ("list.xlsx", hostile.huge_cell, "million characters"),
    "200 MB cell, text": ("list.csv", hostile.huge_text_cell, "million characters"),
    "no header": ("list.csv", text("Acosta,Ana\nBeltran,Luis\n"), "no row of headings was found"),
    "two headers": ("list.csv", text(csv_text(ANA) + csv_text(LUIS)), "two rows of headings, 1 and 3"),
    "0 rows": ("list.csv", text(csv_text()), "no rows below the headings"),
    "Cyrillic letters of 1993": ("list.csv", text(csv_text(("1", "Иванов", "Анна", "", "", "")), "koi8-r"), "encoding"),
    "read in a wrong encoding": (
        "list.csv",
        text(csv_text(("910000003", "Núñez", "José", "1984-03-09", "M", "CUB")).encode().decode("cp1252")),
        "wrong encoding",
    ),
    "an open quotation mark": ("list.csv", text(csv_text(ANA, ('"910000002', *LUIS[1:]))), "never closed"),
    "mixed date orders": (
        "list.csv",
        text(csv_text((*ANA[:3], "31/12/1984", *ANA[4:]), (*LUIS[:3], "12/31/1984", *LUIS[4:]))),
        "contradict one another",
    ),
    "either date order": (
        "list.csv",
        text(csv_text((*ANA[:3], "03/04/1984", *ANA[4:]), (*LUIS[:3], "05/06/1984", *LUIS[4:]))),
        "day or the month first",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_is_no_list_is_refused_and_changes_nothing(desk: Office, tmp_path: Path, case: str) -> None:
    name, make, words = REFUSED[case]
    path = tmp_path / name
    make(path)
    source, vault = path.stat(), desk.bytes()
    answer = desk.run("flight", "import", "RX-9", str(path))
    assert is_one_clear_sentence(answer, 1), answer
    assert words in answer.err
    assert name in answer.err
    assert answer.out == ""
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (source.st_size, source.st_mtime_ns)
    assert desk.bytes() == vault
    assert flight(desk)["passengers"] == []
    path.unlink()


def test_a_file_that_is_not_there(desk: Office, tmp_path: Path) -> None:
    answer = desk.run("flight", "import", "RX-9", str(tmp_path / "gone.xlsx"))
    assert is_one_clear_sentence(answer, 1)
    assert "There is no file gone.xlsx" in answer.err


def test_a_refused_file_is_refused_for_records_too(desk: Office, tmp_path: Path) -> None:
    path = hostile.cut_short(tmp_path / "list.xlsx")
    incident = desk.ask("incident", "new", "A leak", user="officer")["id"]
    before = desk.bytes()
    for command in (("protection", "import"), ("incident", "import", incident)):
        answer = desk.run(*command, str(path), user="officer")
        assert is_one_clear_sentence(answer, 1)
        assert "cut short" in answer.err
    assert desk.bytes() == before


def imported(desk: Office, path: Path, *options: str) -> dict[str, Any]:
    report: dict[str, Any] = desk.ask("flight", "import", "RX-9", str(path), *options)
    return report


def test_an_answer_settles_the_dates_and_what_contradicts_it_is_a_row_problem(desk: Office, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    REFUSED["mixed date orders"][1](path)
    report = imported(desk, path, "--date-order", "dmy")
    assert report["imported"] == 1
    assert [(one["row"], one["column"]) for one in report["problems"]] == [(3, "DOB")]
    assert flight(desk)["passengers"][0]["birth_date"] == "1984-12-31"


def test_two_headers_are_settled_by_a_word(desk: Office, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    REFUSED["two headers"][1](path)
    report = imported(desk, path, "--header-row", "1")
    assert (report["imported"], [one["row"] for one in report["problems"]]) == (2, [3])


def test_letters_of_windows_are_read(desk: Office, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_text(("910000003", "Núñez", "José", "1984-03-09", "M", "CUB")).encode("cp1252"))
    assert imported(desk, path)["imported"] == 1
    assert flight(desk)["passengers"][0]["family_name"] == "Núñez"


def test_a_name_made_by_a_formula_is_a_row_problem(desk: Office, tmp_path: Path) -> None:
    path = hostile.workbook(tmp_path / "list.xlsx", ("910000001", '="Aco"&"sta"', *ANA[2:]), LUIS)
    report = imported(desk, path)
    assert report["imported"] == 1
    assert [(one["row"], one["column"]) for one in report["problems"]] == [(2, "Last Name")]
    assert [(one["kind"], one["where"]) for one in report["hidden"]] == [("formula", "List!B2")]


@pytest.mark.parametrize("name", ["=1+1", "+1", "@SUM(A1)", "=HYPERLINK(A1)", "-1", "＝1"])
def test_a_name_that_starts_like_a_formula_is_a_row_problem(desk: Office, tmp_path: Path, name: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(csv_text((ANA[0], name, *ANA[2:]), LUIS), encoding="utf-8")
    report = imported(desk, path)
    assert (report["imported"], [one["row"] for one in report["problems"]]) == (1, [2])


NAMES = {
    "Arabic": ("نجار", "ليلى", ("نجار", "ليلى")),
    "Chinese": ("王", "小明", ("王", "小明")),
    "composed": ("A\u0301lvarez", "Jose\u0301", ("Álvarez", "José")),
    "zero width": ("Aco\u200bsta", "A\u200dna", ("Acosta", "Ana")),
    "marks of direction": ("\u200fAcosta\u200e", "Ana", ("Acosta", "Ana")),
    "emoji": ("Acosta😀", "Ana", None),
    "turned around": ("\u202eatsocA\u202c", "Ana", None),
    "mixed scripts": ("Асоstа", "Ana", None),
}


@pytest.mark.parametrize("kind", NAMES)
def test_names_of_every_script_are_kept_or_asked_for(desk: Office, tmp_path: Path, kind: str) -> None:
    family, given, expected = NAMES[kind]
    path = tmp_path / "list.csv"
    path.write_text(csv_text((ANA[0], family, given, *ANA[3:]), LUIS), encoding="utf-8")
    report = imported(desk, path)
    shown = [(one["family_name"], one["given_names"]) for one in flight(desk)["passengers"]]
    if expected is None:
        assert [(one["row"], one["column"]) for one in report["problems"]] == [(2, "Last Name")]
        assert shown == [("Beltran", "Luis")]
    else:
        assert report["problems"] == []
        assert shown == [expected, ("Beltran", "Luis")]


def test_what_was_done_to_a_name_is_said(desk: Office, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = (("1", "Aco\u200bsta Vega Ana Luz", "1984-03-09"), ("2", "Beltran, Luis", "1990-12-25"))
    path.write_text("No.;Full Name;DOB\n" + "".join(";".join(row) + "\n" for row in rows), encoding="utf-8")
    report = imported(desk, path, "--name-order", "family-first")
    said = [(one["row"], one["column"]) for one in report["notes"]]
    assert said == [(2, "Full Name"), (2, "Full Name")]
    assert report["imported"] == 2
    assert not [one for one in report["notes"] if "sta" in one["note"]]


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_names_of_every_script_leave_in_letters_of_a_passport(desk: Office, tmp_path: Path, file_format: str) -> None:
    names = [kind for kind, name in NAMES.items() if name[2]]
    rows = [(f"91000000{n}", *NAMES[kind][:2], f"198{n}-03-09", "F", "CUB") for n, kind in enumerate(names)]
    path = tmp_path / "list.csv"
    path.write_text(csv_text(*rows), encoding="utf-8")
    assert imported(desk, path)["imported"] == len(rows)
    desk.ask("flight", "screen", "RX-9")
    desk.ask("recipient", "add", "Liaison A")
    release = desk.ask("release", "request", "RX-9", "--recipient", "Liaison A", "--format", file_format)["release"]
    desk.ask("release", "approve", release, user="supervisor")
    written = Path(desk.ask("release", "write", release, str(tmp_path))["file"])
    if file_format == "csv":
        with written.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
    else:
        cells = [
            str(cell) for row in CalamineWorkbook.from_path(written).get_sheet_by_index(0).to_python() for cell in row
        ]
    assert not any(mark in cell for cell in cells for mark in "\u200b\u200d\u200e\u200f\u202e\u0301")


def test_one_row_is_a_list(desk: Office, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(csv_text(ANA), encoding="utf-8")
    assert imported(desk, path) == {
        "imported": 1, "problems": [], "hidden": [], "unmapped": [], "sealed": [], "held": 0, "notes": [],
    }  # fmt: skip


def test_a_flight_is_made_once(desk: Office) -> None:
    before = desk.bytes()
    answer = desk.run("flight", "new", "rx-9", "--date", "2026-12-04")
    assert is_one_clear_sentence(answer, 1)
    assert "There is a flight RX-9 on 2026-12-04 already." in answer.err
    assert desk.bytes() == before
    assert desk.run("flight", "new", "RX-9", "--date", "2026-12-05").code == 0


def test_the_same_file_twice_and_another_file_on_top(desk: Office, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(csv_text(ANA), encoding="utf-8")
    second.write_text(csv_text(ANA, LUIS), encoding="utf-8")
    imported(desk, first)
    before = desk.bytes()
    for path, words in ((first, "has this very file already"), (second, "has a passenger list already")):
        answer = desk.run("flight", "import", "RX-9", str(path))
        assert is_one_clear_sentence(answer, 1)
        assert words in answer.err
    assert desk.bytes() == before


def test_duplicate_passengers_are_row_problems(desk: Office, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(csv_text(ANA, LUIS, ANA, ("", *ANA[1:])), encoding="utf-8")
    report = imported(desk, path)
    assert (report["imported"], [one["row"] for one in report["problems"]]) == (2, [4, 5])
    assert all("row 2" in one["problem"] for one in report["problems"])


def test_no_message_repeats_what_a_cell_says(desk: Office, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(csv_text(("9100x0001", "Zyxwvut9", "Qponmlk@", "31/31/1984", "zebra", "Narnia")), encoding="utf-8")
    answer = desk.run("flight", "import", "RX-9", str(path))
    said = (answer.out + answer.err).casefold()
    assert not [word for word in ("zyxwvut", "qponmlk", "31/31", "zebra", "narnia", "9100x") if word in said]
    assert all(heading in answer.out for heading in HEADINGS[:1])
