"""Lists for tests: tables without a file, files of every kind, and the reading of them."""

import itertools
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import openpyxl

from manifest_app.files.prescan import FileKind
from manifest_app.intake.fields import Purpose
from manifest_app.intake.layout import propose_layout
from manifest_app.intake.manifest import ManifestReading, read_manifest
from manifest_app.intake.records import RecordReading, read_records
from manifest_app.intake.table import Cell, Sheet, Table, read_table
from manifest_app.model.protection import RecordSource

TODAY = date(2026, 11, 22)
HEADINGS = ("A#", "Last Name", "First Name", "DOB", "Sex", "COC", "Doc Type", "Doc No.", "Issuer", "Expiry")
ANA = ("A012 345 678", "ACOSTA", "Marisol", "1984-03-09", "F", "CUB", "P", "K123456", "CUB", "2030-05-01")
LUIS = ("A087654321", "PEÑA DÍAZ", "Luis", "1990-12-25", "M", "Cuba", "Passport", "K 765-432", "Cuban", "2031-06-30")


def ids() -> Callable[[], str]:
    counter = itertools.count(1)
    return lambda: f"{next(counter):032x}"


def table_of(
    *rows: Sequence[Cell], kind: FileKind = FileKind.XLSX, formulas: frozenset[tuple[int, int]] = frozenset()
) -> Table:
    sheet = Sheet("List", 1, tuple(tuple(row) for row in rows), formulas=formulas)
    return Table("list.xlsx", "0" * 64, 1, kind, (sheet,))


def manifest(table: Table, **answers: object) -> ManifestReading:
    layout = propose_layout(table, purpose=Purpose.MANIFEST, **answers)  # type: ignore[arg-type]
    return read_manifest(table, layout, new_id=ids(), today=TODAY)


def records(table: Table, source: RecordSource = RecordSource.REGISTRY, **answers: object) -> RecordReading:
    layout = propose_layout(table, purpose=Purpose.RECORDS, **answers)  # type: ignore[arg-type]
    return read_records(table, layout, source=source, list_id="1" * 32, new_id=ids(), today=TODAY)


def write_xlsx(path: Path, *rows: Sequence[object]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "List"
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def write_text(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def cells(path: Path) -> list[tuple[Cell, ...]]:
    return list(read_table(path).sheets[0].rows)
