"""The case's files as an office would have them: workbooks and CSV, with banners, real dates, and something to hide."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.model.protection import ProtectionDetails
from manifest_app.standards.countries import country_name
from manifest_app.synthetic.case103 import Case

Value = str | int | date | None
_DATE_FORMAT = "MM/DD/YYYY"

_MANIFEST = ("No.", "A#", "Last Name", "First Name", "DOB", "Sex", "COC", "Doc Type", "Doc No.", "Issuer", "Expiry")
_REGISTRY = (
    "A-Number", "Surname", "Given Names", "Date of Birth", "Sex", "Nationality", "Basis", "Filed", "Receipt", "Notes",
)  # fmt: skip
_EXPOSURE = ("A-Number", "Last Name", "First Name", "Date of Birth", "Sex", "Nationality")
_REMARKS = {4: "Interpreter needed", 11: "Attorney called twice"}
_COMMENT = "Asked again for an interview. Please do not show this to the consulate."


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """Where the files of a case are.

    Attributes:
        manifest: The flight's list, a workbook.
        manifest_csv: The same as CSV, with the same rows.
        registry: The protection registry.
        exposure: The exposure list as CSV.
        exposure_xlsx: The same as a workbook.
        status_manifest: Another flight's list with a status column, a hidden column and a comment.
    """

    manifest: Path
    manifest_csv: Path
    registry: Path
    exposure: Path
    exposure_xlsx: Path
    status_manifest: Path


def write_case(case: Case, folder: Path) -> CaseFiles:
    """Write all files of a case into a folder, which is made if it is missing; files of the same names are replaced.

    Raises:
        OSError: The folder or a file can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = CaseFiles(
        manifest=folder / f"{case.number}.xlsx",
        manifest_csv=folder / f"{case.number}.csv",
        registry=folder / "protection-registry.xlsx",
        exposure=folder / "exposure-list.csv",
        exposure_xlsx=folder / "exposure-list.xlsx",
        status_manifest=folder / "RX-115-with-status.xlsx",
    )
    passengers = [_manifest_row(number, who) for number, who in enumerate(case.passengers, 1)]
    manifest = [*_banner(case.number, case, len(passengers)), _MANIFEST, *passengers]
    exposure = [_EXPOSURE, *map(_exposure_row, case.exposure)]
    _write_workbook(files.manifest, "Manifest", manifest)
    _write_csv(files.manifest_csv, manifest)
    _write_workbook(files.registry, "Registry", [_REGISTRY, *(_registry_row(*entry) for entry in case.registry)])
    _write_csv(files.exposure, exposure)
    _write_workbook(files.exposure_xlsx, "Exposure list", exposure)
    _write_status_manifest(files.status_manifest, case)
    return files


# --- rows ------------------------------------------------------------------------------------------------------------


def _banner(number: str, case: Case, passengers: int) -> list[tuple[str]]:
    return [
        ("REMOVAL FLIGHT MANIFEST",),
        ("DEMONSTRATION: none of these people exist",),
        (f"Flight {number}",),
        (f"From {case.origin} to {case.destination}",),
        (f"Departure {case.departure.isoformat()}",),
        (f"Passengers: {passengers}",),
    ]


def _day(when: PartialDate | None) -> Value:
    """A date a spreadsheet knows, or the text of a partial one."""
    if when is None or when.month is None or when.day is None:
        return str(when or "")
    return date(when.year, when.month, when.day)


def _a_number(who: Identity) -> str:
    number = who.a_number
    return f"A{number[:3]}-{number[3:6]}-{number[6:]}" if number else ""


def _person(who: Identity) -> tuple[Value, ...]:
    sex = who.sex.value if who.sex else ""
    return _a_number(who), who.family_name, who.given_names, _day(who.birth_date), sex


def _manifest_row(number: int, who: Identity) -> tuple[Value, ...]:
    document = who.documents[0]
    travel: tuple[Value, ...] = (document.kind, document.number, document.issuer, _day(document.expiry))
    return (number, *_person(who), country_name(who.nationality).upper(), *travel)


def _registry_row(who: Identity, details: ProtectionDetails) -> tuple[Value, ...]:
    claim: tuple[Value, ...] = (details.basis_text, _day(details.since), details.case_reference, details.notes)
    return (*_person(who), country_name(who.nationality), *claim)


def _exposure_row(who: Identity) -> tuple[Value, ...]:
    return (*_person(who), country_name(who.nationality).upper())


# --- files -----------------------------------------------------------------------------------------------------------


def _write_csv(path: Path, rows: Iterable[Sequence[Value]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([_csv_cell(value) for value in row] for row in rows)


def _csv_cell(value: Value) -> str:
    return f"{value:%m/%d/%Y}" if isinstance(value, date) else str("" if value is None else value)


def _sheet(workbook: Workbook, title: str, rows: Iterable[Sequence[Value]]) -> Worksheet:
    sheet = workbook.worksheets[0]
    sheet.title = title
    for number, row in enumerate(rows, 1):
        sheet.append([None if value == "" else value for value in row])
        for place, value in enumerate(row, 1):
            if isinstance(value, date):
                sheet.cell(number, place).number_format = _DATE_FORMAT
    for letter in "BCDEGHIJK":
        sheet.column_dimensions[letter].width = 16
    return sheet


def _write_workbook(path: Path, title: str, rows: Iterable[Sequence[Value]]) -> None:
    workbook = Workbook()
    _sheet(workbook, title, rows)
    workbook.save(path)


def _write_status_manifest(path: Path, case: Case) -> None:
    """A list as it should never leave: a status column, remarks in a hidden column, a comment."""
    workbook = Workbook()
    rows = [
        (*_manifest_row(number, who), status, _REMARKS.get(number, ""))
        for number, (who, status) in enumerate(zip(case.others, case.statuses, strict=True), 1)
    ]
    banner = _banner("RX-115", case, len(rows))
    sheet = _sheet(workbook, "Manifest", [*banner, (*_MANIFEST, "Status", "Remarks"), *rows])
    sheet.column_dimensions["M"].hidden = True
    first = len(banner) + 2
    sheet.cell(first + 2, 3).comment = Comment(_COMMENT, "Desk 4")
    workbook.properties.creator = "Desk 4"
    workbook.save(path)
