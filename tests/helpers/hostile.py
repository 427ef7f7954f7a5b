"""Files as no office wants to receive them, built on the spot."""

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

HEADINGS = ("A#", "Last Name", "First Name", "DOB", "Sex", "COC")
ANA = ("910000001", "Acosta", "Ana", "1984-03-09", "F", "CUB")
LUIS = ("910000002", "Beltran", "Luis", "1990-12-25", "M", "CUB")
MEGABYTE = 1 << 20
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def csv_text(*rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> str:
    """A list as comma-separated text; no cell holds a comma."""
    return "".join(",".join(row) + "\n" for row in (headings, *rows))


def long_list(path: Path, count: int) -> Path:
    """A faultless list of so many people."""
    rows = [(str(910000000 + n), f"Acosta {_letters(n)}", "Ana", "1984-03-09", "F", "CUB") for n in range(count)]
    path.write_text(csv_text(*rows), encoding="utf-8")
    return path


def _letters(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


def workbook(path: Path, *rows: Sequence[str]) -> Path:
    """A plain workbook; a cell that starts with = is a formula that gives ``Acosta``."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("List")
    for number, row in enumerate((HEADINGS, *rows)):
        for column, text in enumerate(row):
            if text.startswith("="):
                sheet.write_formula(number, column, text, value="Acosta")
            else:
                sheet.write_string(number, column, text)
    book.close()
    return path


def protected_workbook(path: Path) -> Path:
    """What a workbook with a password begins with: an OLE2 container around an encrypted package (MS-OFFCRYPTO)."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "EncryptedPackage".encode("utf-16-le"))
    return path


def cut_short(path: Path) -> Path:
    """A workbook of which half arrived."""
    data = workbook(path, ANA).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def _rebuilt(path: Path, part: str, method: int, fill: Callable[[IO[bytes], bytes], object]) -> Path:
    plain = workbook(path.with_suffix(".plain"), ANA)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", method, compresslevel=1) as target:
        for name in source.namelist():
            with target.open(name, "w", force_zip64=True) as stream:
                if name == part:
                    fill(stream, source.read(name))
                else:
                    stream.write(source.read(name))
    plain.unlink()
    return path


def _more_rows(stream: IO[bytes], sheet: bytes, before: bytes, block: bytes, times: int, after: bytes) -> None:
    head, tail = sheet.split(b"</sheetData>")
    stream.write(head + before)
    for _ in range(times):
        stream.write(block)
    stream.write(after + b"</sheetData>" + tail)


def zip_bomb(path: Path) -> Path:
    """A workbook of half a megabyte that unpacks to a hundred."""
    return _rebuilt(
        path, _SHEET, zipfile.ZIP_DEFLATED, lambda out, sheet: _more_rows(out, sheet, b"", bytes(MEGABYTE), 100, b"")
    )


def ten_million_rows(path: Path) -> Path:
    """A sheet of ten million rows; stored, so that it is no zip bomb."""
    rows = b"<row/>" * 10_000
    return _rebuilt(path, _SHEET, zipfile.ZIP_STORED, lambda out, sheet: _more_rows(out, sheet, b"", rows, 1_000, b""))


def huge_cell(path: Path) -> Path:
    """A sheet with one cell of 200 MB; stored, so that it is no zip bomb."""
    before, after = b'<row r="3"><c r="A3" t="inlineStr"><is><t>', b"</t></is></c></row>"
    return _rebuilt(
        path,
        _SHEET,
        zipfile.ZIP_STORED,
        lambda out, sheet: _more_rows(out, sheet, before, b"x" * MEGABYTE, 200, after),
    )


def huge_text_cell(path: Path) -> Path:
    """A text file with one cell of 200 MB."""
    with path.open("wb") as target:
        target.write(csv_text(ANA).encode())
        for _ in range(200):
            target.write(b"x" * MEGABYTE)
    return path


def billion_laughs(path: Path) -> Path:
    """Ten entities, each ten times the one before."""
    entities = [f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)]
    bomb = f'<!DOCTYPE sst [<!ENTITY l0 "ha">{"".join(entities)}]>'.encode()

    def fill(stream: IO[bytes], strings: bytes) -> None:
        with_bomb = strings.replace(b"?>\n", b"?>" + bomb, 1)
        stream.write(with_bomb.replace(b"</sst>", b"<si><t>&l9;</t></si></sst>"))

    return _rebuilt(path, _STRINGS, zipfile.ZIP_DEFLATED, fill)
