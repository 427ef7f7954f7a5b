"""A passenger list: every row becomes a passenger or a row problem, and what may speak of protection is set apart."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from manifest_app.errors import IntakeError
from manifest_app.files.prescan import FileKind
from manifest_app.intake.bases import REFUGEE, UNKNOWN, map_basis
from manifest_app.intake.cells import cell_text, is_blank, is_blank_row
from manifest_app.intake.duplicates import Duplicates
from manifest_app.intake.fields import heading_key, headings
from manifest_app.intake.header import Header, repeats
from manifest_app.intake.layout import Column, ColumnKind, Layout, rows_below
from manifest_app.intake.person import Fault, PersonReader, PersonRow, RowNote, corrected, texts_of
from manifest_app.intake.table import Cell, Sheet, Table
from manifest_app.model.passenger import Identity, Passenger
from manifest_app.model.progress import Progress, silent
from manifest_app.standards.numbers import DISCLOSING_DOCUMENT_KINDS

_PROGRESS_ROWS = 500
_REFUGEE_NATIONALITIES = frozenset({"XXB", "XXC"})
_NUMBERING = re.compile(r"[#\d.,]*")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that did not become a passenger (or, of a record, a field that was left out).

    Attributes:
        row: Number of the row as a spreadsheet shows it.
        column: Heading of the first cell at fault.
        problem: What is wrong, with further faults after it; never the value.
        cells: Heading and text of the mapped cells, for repair.
    """

    row: int
    column: str
    problem: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProtectedRow:
    """What a row holds beyond the fields of a passenger: to be sealed to the protection key at once.

    Attributes:
        row: Number of the row.
        passenger_id: `Passenger.id`, or "" for a row with a problem.
        cells: Heading and text of its protected, unmapped and ignored cells.
        bases: Codes of the bases found.
        unmapped_status: True when a protected cell says something that is no known basis: hold for review.
    """

    row: int
    passenger_id: str
    cells: tuple[tuple[str, str], ...]
    bases: tuple[str, ...]
    unmapped_status: bool


@dataclass(frozen=True, slots=True)
class ManifestReading:
    """A passenger list that was read; ``rows`` = passengers + problems.

    Attributes:
        passengers: In the order of the rows.
        problems: One for each row that is no passenger.
        protected: One for each row with something to seal.
        unmapped: Headings of the columns that were not understood; their cells are in ``protected``.
        rows: Number of rows that are not blank.
        notes: What was done to single cells.
    """

    passengers: tuple[Passenger, ...]
    problems: tuple[RowProblem, ...]
    protected: tuple[ProtectedRow, ...]
    unmapped: tuple[str, ...]
    rows: int
    notes: tuple[RowNote, ...] = ()


def read_manifest(
    table: Table,
    layout: Layout,
    *,
    new_id: Callable[[], str],
    today: date,
    corrections: Mapping[int, Mapping[str, str]] | None = None,
    progress: Progress = silent,
) -> ManifestReading:
    """Read the rows of a passenger list.

    Args:
        table: The file.
        layout: How to read it.
        new_id: Gives the id of the next passenger.
        today: The day of reading.
        corrections: Row number to (heading or field to text): what the user typed in place of cells.
        progress: Told the rows read.

    Raises:
        IntakeError: A correction names a row or column that the list has not, or one that stays sealed.
        CancelledError: ``progress`` cancelled.
    """
    sheet = next(sheet for sheet in table.sheets if sheet.name == layout.sheet)
    reader = _ManifestReader(table, sheet, layout, new_id, today)
    changes = _changes(corrections or {}, layout, table, sheet)
    for number, row in enumerate(rows_below(sheet, layout.header_row), layout.header_row + 1):
        if number in changes:
            reader.take(number, corrected(row, changes[number]))
        elif not is_blank_row(row):
            reader.take(number, row)
        if number % _PROGRESS_ROWS == 0:
            progress(reader.rows, layout.rows, "reading passengers")
    return reader.reading()


def _changes(
    corrections: Mapping[int, Mapping[str, str]], layout: Layout, table: Table, sheet: Sheet
) -> dict[int, dict[int, str]]:
    where = f"{table.file_name}, sheet {layout.sheet}"
    mapped = [column for column in layout.columns if column.kind is ColumnKind.MAPPED]
    names = {column.field or "": column.index for column in mapped} | {
        column.heading: column.index for column in mapped
    }
    last = sheet.first_row + len(sheet.rows) - 1
    changes: dict[int, dict[int, str]] = {}
    for row, texts in corrections.items():
        if not layout.header_row < row <= last:
            raise IntakeError(f"{where}: there is no row {row} below the headings.", "Correct a row of the list.")
        unknown = next((name for name in texts if name not in names), None)
        if unknown is not None:
            raise IntakeError(f'{where}: "{unknown}" is no column that can be corrected.', f"Use {', '.join(names)}.")
        changes[row] = {names[name]: text for name, text in texts.items()}
    return changes


@dataclass(slots=True)
class _Found:
    passengers: list[Passenger] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    protected: list[ProtectedRow] = field(default_factory=list)
    notes: list[RowNote] = field(default_factory=list)


class _ManifestReader:
    def __init__(self, table: Table, sheet: Sheet, layout: Layout, new_id: Callable[[], str], today: date) -> None:
        self.rows = 0
        header = sheet.rows[layout.header_row - sheet.first_row]
        self._header = Header(layout.header_row, tuple(map(cell_text, header)))
        self._width = len(header) if table.kind is FileKind.CSV else 0
        self._formulas = sheet.formulas
        self._new_id = new_id
        self._people = PersonReader(layout, today)
        self._duplicates = Duplicates()
        self._mapped = [column for column in layout.columns if column.kind is ColumnKind.MAPPED]
        self._aside = [column for column in layout.columns if column.kind is not ColumnKind.MAPPED]
        self._numbering = next((column for column in self._mapped if column.field == "number"), None)
        self._found = _Found()

    def take(self, number: int, row: Sequence[Cell]) -> None:
        """Read one row: it becomes a passenger or a problem, and what is to be sealed is set apart."""
        self.rows += 1
        person = self._people.read(number, row, self._formulas)
        faults = self._faults_of_row(row) or person.faults or self._faults_of_person(person.identity)
        passenger_id = "" if faults else self._new_id()
        self._found.notes.extend(person.notes)
        self._set_apart(number, row, person, passenger_id)
        if faults:
            self._found.problems.append(_problem(number, faults, texts_of(self._mapped, row)))
            return
        self._duplicates.add(person.identity, number)
        self._found.passengers.append(Passenger(passenger_id, number, person.identity))

    def reading(self) -> ManifestReading:
        """All that was read."""
        return ManifestReading(
            passengers=tuple(self._found.passengers),
            problems=tuple(self._found.problems),
            protected=tuple(self._found.protected),
            unmapped=tuple(column.heading for column in self._aside if column.kind is ColumnKind.UNMAPPED),
            rows=self.rows,
            notes=tuple(self._found.notes),
        )

    def _faults_of_row(self, row: Sequence[Cell]) -> list[Fault]:
        if self._width and any(not is_blank(cell) for cell in row[self._width :]):
            last = self._header.cells[-1] or "row"
            return [
                Fault(last, "The row has more cells than there are headings; a separator may stand inside a value.")
            ]
        if isinstance(row[0], str) or len(row) > 1:
            texts = tuple(cell if isinstance(cell, str) else "" for cell in row)
            if repeats(texts, self._header):
                return [Fault(self._header.cells[0] or "row", "The row repeats the headings.")]
        return []

    def _faults_of_person(self, identity: Identity) -> list[Fault]:
        first = next((column.heading for column in self._mapped if column.field != "number"), "row")
        if not identity.family_name and not identity.given_names:
            return [Fault(first, "The row has no name.")]
        known = identity.birth_date or identity.a_number or any(item.number for item in identity.documents)
        if not known:
            return [Fault(first, "The row has a name but no birth date, A-number or document number.")]
        earlier = self._duplicates.earlier(identity)
        if earlier is not None:
            columns = filter(None, map(self._people.column, earlier.fields))
            column = next((column.heading for column in columns), first)
            return [Fault(column, f"The row has the same {earlier.words} as row {earlier.row}.")]
        return []

    def _set_apart(self, number: int, row: Sequence[Cell], person: PersonRow, passenger_id: str) -> None:
        cells = texts_of(self._aside, row)
        found = list(self._said(row))
        disclosing = self._disclosing(person.identity)
        if disclosing:
            cells += disclosing
            found.append(REFUGEE)
        if self._numbering is not None:
            numbering = texts_of([self._numbering], row)
            cells += tuple(cell for cell in numbering if not _NUMBERING.fullmatch(cell[1]))
        if cells:
            bases = tuple(dict.fromkeys(found))
            self._found.protected.append(ProtectedRow(number, passenger_id, cells, bases, UNKNOWN in bases))

    def _said(self, row: Sequence[Cell]) -> Iterator[str]:
        """Codes of what the cells set apart say; outside protected columns only what is certain counts."""
        for column in self._aside:
            text = cell_text(row[column.index]) if column.index < len(row) else ""
            if not text or (column.kind is not ColumnKind.PROTECTED and _is_plain(column)):
                continue
            mapped = map_basis(text)
            if mapped.code and (column.kind is ColumnKind.PROTECTED or mapped.certain):
                yield mapped.code

    def _disclosing(self, identity: Identity) -> tuple[tuple[str, str], ...]:
        """Nationality and document that say by themselves that someone is a refugee (Doc 9303 part 3, section 5)."""
        kinds = [item.kind for item in identity.documents if item.kind in DISCLOSING_DOCUMENT_KINDS]
        cells = [("document_type", kind) for kind in kinds]
        if identity.nationality in _REFUGEE_NATIONALITIES:
            cells.append(("nationality", identity.nationality))
        return tuple(cells)


def _is_plain(column: Column) -> bool:
    return heading_key(column.heading) in headings().plain


def _problem(row: int, faults: Sequence[Fault], cells: tuple[tuple[str, str], ...]) -> RowProblem:
    further = "".join(f" Also, {fault.column}: {fault.problem}" for fault in faults[1:])
    return RowProblem(row, faults[0].column, faults[0].problem + further, cells)
