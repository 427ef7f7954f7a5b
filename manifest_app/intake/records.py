"""Lists of the protection registry and of exposures. Lenient on purpose: a record must never vanish for an odd cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from manifest_app.intake.bases import UNKNOWN, bases, map_basis
from manifest_app.intake.cells import cell_text, is_blank, is_blank_row
from manifest_app.intake.header import Header, repeats
from manifest_app.intake.layout import Column, ColumnKind, Layout, rows_below
from manifest_app.intake.manifest import RowProblem
from manifest_app.intake.person import Fault, PersonReader, PersonRow, RowNote, texts_of
from manifest_app.intake.table import Cell, Table
from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.model.progress import Progress, silent
from manifest_app.model.protection import BasisClass, ProtectionDetails, Record, RecordSource
from manifest_app.standards.countries import country_code

EXPOSED = "EXP-L"
_PROGRESS_ROWS = 500


@dataclass(frozen=True, slots=True)
class RecordReading:
    """A list of records that was read.

    Attributes:
        records: In the order of the rows.
        details: What only the protection key opens, one for each record, in the same order.
        problems: Cells that could not be read, of rows that became records all the same, and rows with no name and no
            number at all, which became none.
        unmapped: Headings that were not understood; their cells are in ``details``.
        rows: Number of rows that are not blank.
        notes: What was done to single cells.
    """

    records: tuple[Record, ...]
    details: tuple[ProtectionDetails, ...]
    problems: tuple[RowProblem, ...]
    unmapped: tuple[str, ...]
    rows: int
    notes: tuple[RowNote, ...] = ()


def read_records(
    table: Table,
    layout: Layout,
    *,
    source: RecordSource,
    list_id: str,
    new_id: Callable[[], str],
    today: date,
    progress: Progress = silent,
) -> RecordReading:
    """Read the rows of a registry or exposure list; whatever has a name or a number becomes a record.

    Args:
        table: The file.
        layout: How to read it.
        source: Registry or exposure.
        list_id: `Record.list_id` of all of them.
        new_id: Gives the id of the next record.
        today: The day of reading.
        progress: Told the rows read.

    Raises:
        CancelledError: ``progress`` cancelled.
    """
    sheet = next(sheet for sheet in table.sheets if sheet.name == layout.sheet)
    reader = _RecordReader(layout, source, list_id, new_id, today, sheet.rows[layout.header_row - sheet.first_row])
    for number, row in enumerate(rows_below(sheet, layout.header_row), layout.header_row + 1):
        if not is_blank_row(row):
            reader.take(number, row)
        if number % _PROGRESS_ROWS == 0:
            progress(reader.rows, layout.rows, "reading records")
    return reader.reading()


class _RecordReader:
    def __init__(
        self,
        layout: Layout,
        source: RecordSource,
        list_id: str,
        new_id: Callable[[], str],
        today: date,
        header: Sequence[Cell],
    ) -> None:
        self.rows = 0
        self._source = source
        self._list_id = list_id
        self._new_id = new_id
        self._header = Header(layout.header_row, tuple(map(cell_text, header)))
        self._people = PersonReader(layout, today, lenient=True)
        self._mapped = [column for column in layout.columns if column.kind is ColumnKind.MAPPED]
        self._aside = [column for column in layout.columns if column.kind is not ColumnKind.MAPPED]
        self._records: list[Record] = []
        self._details: list[ProtectionDetails] = []
        self._problems: list[RowProblem] = []
        self._notes: list[RowNote] = []

    def take(self, number: int, row: Sequence[Cell]) -> None:
        """Read one row: it becomes a record if it has a name or a number."""
        self.rows += 1
        person = self._people.read(number, row, frozenset())
        faults = list(person.faults)
        self._notes.extend(person.notes)
        if repeats(tuple(cell if isinstance(cell, str) else "" for cell in row), self._header):
            faults = [Fault(self._header.cells[0] or "row", "The row repeats the headings.")]
        elif _is_someone(person.identity):
            self._add(number, row, person, faults)
        else:
            faults.insert(0, Fault(self._mapped[0].heading, "The row has no name and no number; it became no record."))
        for fault in faults:
            self._problems.append(RowProblem(number, fault.column, fault.problem, texts_of(self._mapped, row)))

    def reading(self) -> RecordReading:
        """All that was read."""
        return RecordReading(
            records=tuple(self._records),
            details=tuple(self._details),
            problems=tuple(self._problems),
            unmapped=tuple(column.heading for column in self._aside if column.kind is ColumnKind.UNMAPPED),
            rows=self.rows,
            notes=tuple(self._notes),
        )

    def _add(self, number: int, row: Sequence[Cell], person: PersonRow, faults: list[Fault]) -> None:
        details = self._read_details(row, faults)
        restricted = _is_restricted(details)
        record = Record(self._new_id(), self._source, self._list_id, number, person.identity, restricted=restricted)
        self._records.append(record)
        self._details.append(details)

    def _read_details(self, row: Sequence[Cell], faults: list[Fault]) -> ProtectionDetails:
        basis_text, basis = self._basis(row)
        since = self._since(row, faults)
        country = self._country(row, faults)
        return ProtectionDetails(
            basis=basis,
            basis_text=basis_text,
            case_reference=self._text(row, "case_reference"),
            since=since,
            country_feared=country,
            notes=self._text(row, "notes"),
            cells=texts_of(self._aside, row) + self._left_out(row, faults),
        )

    def _basis(self, row: Sequence[Cell]) -> tuple[str, str]:
        """The source's words and the code; what can't be read is unknown, nothing on an exposure list is exposure."""
        text = self._text(row, "basis")
        if not text and self._source is RecordSource.EXPOSURE:
            return "", EXPOSED
        return text, map_basis(text).code or UNKNOWN

    def _since(self, row: Sequence[Cell], faults: list[Fault]) -> PartialDate | None:
        column = self._people.column("filed")
        if column is None or column.index >= len(row) or is_blank(row[column.index]):
            return None
        try:
            return self._people.read_date(row[column.index], future=False)
        except ValueError as error:
            faults.append(Fault(column.heading, str(error)))
            return None

    def _country(self, row: Sequence[Cell], faults: list[Fault]) -> str:
        text = self._text(row, "country_feared")
        code = country_code(text) if text else ""
        column = self._people.column("country_feared")
        if code is None and column is not None:
            faults.append(Fault(column.heading, "The country is not known, or the word means more than one."))
        return code or ""

    def _text(self, row: Sequence[Cell], name: str) -> str:
        column = self._people.column(name)
        return cell_text(row[column.index]) if column is not None and column.index < len(row) else ""

    def _left_out(self, row: Sequence[Cell], faults: list[Fault]) -> tuple[tuple[str, str], ...]:
        """The cells at fault as they stand, so that nothing the source said is lost."""
        at_fault = {fault.column for fault in faults}
        columns: list[Column] = [column for column in self._mapped if column.heading in at_fault]
        return texts_of(columns, row)


def _is_restricted(details: ProtectionDetails) -> bool:
    """Whether only the restricted key may open the details: by their basis, by words nobody could read, by any cell."""
    if details.basis == UNKNOWN and details.basis_text:
        return True
    said = [map_basis(text) for text in (details.notes, *(text for _heading, text in details.cells))]
    codes = [details.basis, *(mapped.code for mapped in said if mapped.certain and mapped.code)]
    return any(bases()[code].basis_class is BasisClass.RESTRICTED for code in codes)


def _is_someone(identity: Identity) -> bool:
    numbers = identity.a_number or any(item.number for item in identity.documents)
    return bool(identity.family_name or identity.given_names or numbers)
