"""Bad files, from the file to its one clear sentence; what can be read stands beside, so that refusal is no habit."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from manifest_app.errors import IntakeError, KnownError, QuestionError
from manifest_app.intake.manifest import ManifestReading
from manifest_app.intake.table import read_table
from tests.intake.lists import ANA, HEADINGS, LUIS, manifest, write_text, write_xlsx

TYPES = (
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/></Types>'
)


def read(path: Path) -> ManifestReading:
    return manifest(read_table(path))


def line(*cells: object) -> str:
    return ",".join(map(str, cells)) + "\n"


def zipped(sheet: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", TYPES)
            archive.writestr("xl/worksheets/sheet1.xml", sheet)

    return write


def truncated(path: Path) -> None:
    write_xlsx(path, HEADINGS, ANA)
    path.write_bytes(path.read_bytes()[:-300])


BAD_FILES: list[tuple[str, Callable[[Path], object], str]] = [
    ("not a spreadsheet", lambda path: path.write_bytes(b"%PDF-1.7"), "a PDF document"),
    (
        "password",
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
        "password",
    ),
    ("0 bytes", lambda path: path.write_bytes(b""), "is empty"),
    ("truncated zip", truncated, "cut short"),
    ("zip bomb", zipped("<worksheet>" + " " * (200 << 20)), "zip bomb"),
    ("ten million rows", zipped("<worksheet>" + "<row><c><v>1</v></c></row>" * 1_100_000), "rows|zip bomb"),
    (
        "billion laughs",
        zipped('<!DOCTYPE w [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><worksheet>&c;</worksheet>'),
        "document type",
    ),
    ("far cell", zipped('<worksheet><row r="1"><c r="XFD1"/></row><row r="1048576"/></worksheet>'), "far away"),
    (
        "huge cell",
        zipped("<worksheet><row><c><v>" + "ab" * (9 << 20) + "</v></c></row></worksheet>"),
        "million characters|bomb",
    ),
    ("no header", lambda path: write_xlsx(path, ANA, LUIS), "no row of headings"),
    ("two headers", lambda path: write_xlsx(path, HEADINGS, ANA, HEADINGS, LUIS), "two rows of headings, 1 and 3"),
    ("0 rows", lambda path: write_xlsx(path, HEADINGS), "no rows below"),
    ("nothing at all", write_xlsx, "no rows in any visible sheet"),
]


@pytest.mark.parametrize(("write", "words"), [case[1:] for case in BAD_FILES], ids=[case[0] for case in BAD_FILES])
def test_one_clear_sentence(tmp_path: Path, write: Callable[[Path], object], words: str) -> None:
    path = tmp_path / "list.xlsx"
    write(path)
    with pytest.raises(KnownError, match=words) as caught:
        read(path)
    assert "list.xlsx" in caught.value.message
    assert caught.value.message.count(". ") == 0
    assert caught.value.todo
    assert [item.name for item in tmp_path.iterdir()] == ["list.xlsx"]


def test_a_wrong_encoding(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="text encoding"):
        read(write_text(tmp_path / "list.csv", line(*HEADINGS) + line(*LUIS), "cp850"))


def test_mixed_date_orders(tmp_path: Path) -> None:
    rows = [line("Last Name", "First Name", "DOB"), line("A", "B", "31/01/1984"), line("C", "D", "01/31/1984")]
    with pytest.raises(QuestionError, match="contradict one another"):
        read(write_text(tmp_path / "list.csv", "".join(rows)))


def test_one_row(tmp_path: Path) -> None:
    assert len(read(write_xlsx(tmp_path / "list.xlsx", HEADINGS, ANA)).passengers) == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("محمد", True),
        ("王小明", True),
        ("ACO\u200bSTA", True),
        ("\u200fACOSTA", True),
        ("\u202eACOSTA", False),
        ("ACOSTA 😀", False),
        ("=1+1", False),
        ("=A1", False),
    ],
)
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_strange_names(tmp_path: Path, name: str, kept: bool, suffix: str) -> None:
    row = (ANA[0], name, *ANA[2:])
    path = tmp_path / f"list.{suffix}"
    if suffix == "csv":
        write_text(path, line(*HEADINGS) + line(*row) + line(*LUIS))
    else:
        write_xlsx(path, HEADINGS, row, LUIS)
    reading = read(path)
    assert reading.rows == 2
    assert [found.row for found in reading.problems] == ([] if kept else [2])
    assert len(reading.passengers) == 1 + kept


def test_every_kind_of_file_gives_the_same_passengers(tmp_path: Path) -> None:
    text = line(*HEADINGS) + line(*ANA) + line(*LUIS)
    readings = [
        read(write_xlsx(tmp_path / "a.xlsx", ["Flight"], [], HEADINGS, ANA, LUIS)),
        read(write_text(tmp_path / "a.csv", "Flight\n\n" + text)),
        read(write_text(tmp_path / "b.csv", "Flight\n\n" + text.replace(",", ";"), "cp1252")),
        read(write_text(tmp_path / "a.tsv", "Flight\n\n" + text.replace(",", "\t"), "utf-16")),
    ]
    assert all(reading == readings[0] for reading in readings)
    assert len(readings[0].passengers) == 2


def test_no_message_holds_data(tmp_path: Path) -> None:
    row = ("A012345678", "ZZTOPSECRET", "Marisol", "03/04/1984")
    with pytest.raises(IntakeError) as caught:
        read(write_text(tmp_path / "list.csv", line("A#", "Last Name", "First Name", "DOB") + line(*row)))
    assert not {"ZZTOPSECRET", "03/04/1984", "012345678"} & set(str(caught.value).replace('"', " ").split())
