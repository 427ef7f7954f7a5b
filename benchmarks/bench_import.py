"""Import: a passenger list from the file into the vault.

Reading (in the child process) and storing are measured apart. The memory is the most of this process and of the child.
"""

import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from benchmarks.measuring import Row, memory, timed
from manifest_app.model.people import Policy, Role
from manifest_app.vault import NewPerson
from manifest_app.workflow import flights, importing, vaults
from manifest_app.workflow.session import Session

PASSWORD = "a password for measuring with"
PEOPLE = (
    NewPerson("admin", Role.ADMIN, PASSWORD),
    NewPerson("officer", Role.OFFICER, PASSWORD),
    NewPerson("planner", Role.PLANNER, PASSWORD),
)
HEADINGS = ("A-Number", "Family name", "Given names", "Date of birth", "Sex", "Nationality", "Passport no.")
SYLLABLES = ("ba", "ce", "di", "lo", "mu", "na", "pe", "ri", "so", "tu")


def run() -> list[Row]:
    """Imports lists of two sizes into a new vault."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        vaults.create(folder / "vault", PEOPLE, Policy())
        session = vaults.unlock(folder / "vault", "planner", PASSWORD)
        try:
            return [
                *_import(session, folder, 200, promised=1.0),
                memory("peak memory after 200 rows"),
                *_import(session, folder, 100_000, promised=30.0),
                memory("peak memory after 100,000 rows", 600),
            ]
        finally:
            session.close()


def _import(session: Session, folder: Path, count: int, promised: float) -> list[Row]:
    file = folder / f"{count}.xlsx"
    _write(file, count)
    flight = flights.new_flight(session, f"RX-{count}", date(2026, 12, 4))
    start = time.perf_counter()
    table = importing.read_file(file)
    read = time.perf_counter()
    report = importing.import_manifest(session, flight.id, file, table)
    stored = time.perf_counter()
    assert report.imported == count, f"{report.imported} of {count} rows were imported"
    return [
        timed(f"read {count:,} rows of xlsx", read - start),
        timed(f"understand and store {count:,} rows", stored - read),
        timed(f"import of {count:,} rows, in all", stored - start, promised),
    ]


def _write(file: Path, count: int) -> None:
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        for number in range(count):
            sheet.write_row(number + 1, 0, _passenger(number))


def _passenger(number: int) -> tuple[str, ...]:
    """Somebody who does not exist: every number gives another one."""
    digits = [int(digit) for digit in f"{number:06d}"]
    born = date(1950, 1, 1) + timedelta(days=number * 7 % 18_000)
    family = "".join(SYLLABLES[digit] for digit in digits[:3]).capitalize()
    given = "".join(SYLLABLES[digit] for digit in digits[3:]).capitalize()
    sex = "FM"[number % 2]
    return (f"A{200_000_000 + number}", family, given, born.isoformat(), sex, "CUB", f"K{100_000 + number}")
