"""Bringing a passenger list into a flight: read in a child process, previewed, then stored in one transaction."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from manifest_app.errors import FileProblem, IntakeError, KnownError, QuestionError
from manifest_app.intake.bases import bases
from manifest_app.intake.layout import (
    ColumnKind,
    Layout,
    NameOrder,
    Purpose,
    fingerprint,
    possible_fingerprints,
    propose_layout,
)
from manifest_app.intake.manifest import ManifestReading, RowProblem, read_manifest
from manifest_app.intake.person import RowNote
from manifest_app.intake.table import Cell, HiddenThing, Table, read_table
from manifest_app.model.flight import Flight
from manifest_app.model.progress import Progress, silent
from manifest_app.review.holds import source_grounds
from manifest_app.standards.dates import DateOrder
from manifest_app.vault import Reader, Writer
from manifest_app.vault import flights as store
from manifest_app.vault import imports as import_store
from manifest_app.vault import layouts as layout_store
from manifest_app.vault.imports import ImportFacts, ProtectedCells, StoredProblem
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.holding import open_holds, restricted
from manifest_app.workflow.session import Session

SAMPLE_ROWS = 20


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user settles about a file; None and empty mean "as the program finds it".

    Attributes:
        overrides: Heading -> field key, or ``ignore``.
        sheet: Name of the sheet.
        header_row: Row of the headings as a spreadsheet shows it.
        date_order: Day, month or year first.
        name_order: Family or given name first in a full name without a comma.
        remember: Whether the mapping is kept for the next file of this layout.
    """

    overrides: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    header_row: int | None = None
    date_order: DateOrder | None = None
    name_order: NameOrder | None = None
    remember: bool = True


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do, before anything is stored.

    Attributes:
        layout: The mapping of columns, or None while a question is open.
        reading: Passengers and row problems, or None while a question is open.
        question: What the program must be told rather than guess, or None.
        sample: The first rows of the sheet as text, without sealed cells; empty while a question is open.
    """

    file_name: str
    layout: Layout | None
    reading: ManifestReading | None
    hidden: tuple[HiddenThing, ...]
    question: QuestionError | None
    sample: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; passengers and problems add up to the rows of the source.

    Attributes:
        imported: Passengers.
        problems: Rows that are no passengers yet.
        hidden: What the file hides.
        unmapped: Headings without a meaning here; their cells are kept sealed.
        sealed: Headings that speak of status; their cells are sealed to the protection key.
        held: Passengers held because of what the source says.
        notes: What was done to single cells: a whole name cut by a rule, invisible marks taken out.
    """

    imported: int
    problems: tuple[RowProblem, ...]
    hidden: tuple[HiddenThing, ...]
    unmapped: tuple[str, ...]
    sealed: tuple[str, ...]
    held: int
    notes: tuple[RowNote, ...] = ()


def read_file(path: Path, *, progress: Progress = silent) -> Table:
    """Read a spreadsheet in a limited child process.

    Raises:
        FileProblem: It is no spreadsheet, or one that can't be read safely, with the reason.
        CancelledError: ``progress`` cancelled.
    """
    return read_table(path, progress=progress)


def settle_layout(session: Session, table: Table, options: ImportOptions, purpose: Purpose) -> Layout:
    """Propose the mapping of columns, with what was remembered for this layout and what the user says.

    Raises:
        IntakeError: No header, no rows, an unknown field.
        QuestionError: The program would have to guess.
    """
    with session.vault.read() as reader:
        header_row, remembered = _remembered(reader, table, options, purpose)
    return propose_layout(
        table,
        purpose=purpose,
        overrides=options.overrides,
        remembered=remembered,
        sheet=options.sheet,
        header_row=header_row,
        date_order=options.date_order,
        name_order=options.name_order,
    )


def _remembered(
    reader: Reader, table: Table, options: ImportOptions, purpose: Purpose
) -> tuple[int | None, Mapping[str, str] | None]:
    """The row of headings, where it is said or remembered, and the mapping that is remembered for them."""
    try:
        mark = fingerprint(table, purpose, sheet=options.sheet, header_row=options.header_row, named=options.overrides)
        return options.header_row, layout_store.layout(reader, mark)
    except QuestionError:
        raise
    except IntakeError:
        for row, mark in possible_fingerprints(table, purpose, sheet=options.sheet):
            if found := layout_store.layout(reader, mark):
                return row, found
        raise


def preview_import(
    session: Session,
    table: Table,
    options: ImportOptions,
    *,
    corrections: Mapping[int, Mapping[str, str]] | None = None,
    progress: Progress = silent,
) -> ImportPreview:
    """Show what an import would do; stores nothing.

    Args:
        session: The session.
        table: What was read.
        options: What the user settled.
        corrections: Row -> field key -> text, typed instead of the cells.
        progress: May cancel.

    Raises:
        IntakeError: The file can't be understood as a whole.
        CancelledError: ``progress`` cancelled.
    """
    layout: Layout | None = None
    reading: ManifestReading | None = None
    question: QuestionError | None = None
    try:
        layout = settle_layout(session, table, options, Purpose.MANIFEST)
        reading = read_manifest(
            table, layout, new_id=session.new_id, today=session.today, corrections=corrections or {}, progress=progress
        )
    except QuestionError as asked:
        question = asked
    return ImportPreview(table.file_name, layout, reading, table.hidden, question, _sample(table, layout))


def _sample(table: Table, layout: Layout | None) -> tuple[tuple[str, ...], ...]:
    """The first rows of the sheet, without the cells that will be sealed: not even the preview shows them."""
    if layout is None:
        return ()
    sealed = {column.index for column in layout.columns if column.kind is ColumnKind.PROTECTED}
    rows = next(sheet.rows for sheet in table.sheets if sheet.name == layout.sheet)[:SAMPLE_ROWS]
    return tuple(tuple("" if index in sealed else _text(cell) for index, cell in enumerate(row)) for row in rows)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def import_manifest(
    session: Session,
    flight_id: str,
    path: Path,
    table: Table,
    options: ImportOptions | None = None,
    *,
    corrections: Mapping[int, Mapping[str, str]] | None = None,
    progress: Progress = silent,
) -> ImportReport:
    """Import a list into a flight that has none; all of it is stored, or nothing.

    Args:
        session: The session.
        flight_id: The flight.
        path: The file that ``table`` was read from.
        table: What was read.
        options: What the user settled.
        corrections: Row -> field key -> text, typed in the preview instead of the cell.
        progress: May cancel.

    Raises:
        KnownError: The flight has a list already, or the file changed since it was read.
        IntakeError: The file can't be understood as a whole.
        CancelledError: ``progress`` cancelled; nothing is stored.
    """
    session.require("import a passenger list", *PASSENGER_ROLES)
    options = options or ImportOptions()
    data = source_bytes(path, table)
    with session.vault.read() as reader:
        _importable(reader, flight_id, table.sha256)
    layout = settle_layout(session, table, options, Purpose.MANIFEST)
    reading = read_manifest(
        table, layout, new_id=session.new_id, today=session.today, corrections=corrections or {}, progress=progress
    )
    progress(0, None, "storing")
    details = {
        "file": table.sha256,
        "rows": str(reading.rows),
        "passengers": str(len(reading.passengers)),
        "problems": str(len(reading.problems)),
    }
    with session.vault.write("flight.import", flight_id, details) as writer:
        flight = _importable(writer, flight_id, table.sha256)
        held = _store(session, writer, flight, table, reading, data)
        if options.remember and options.overrides:
            layout_store.save_layout(writer, layout.fingerprint, layout.mapping())
        progress(1, 1, "storing")
    return ImportReport(
        len(reading.passengers),
        reading.problems,
        table.hidden,
        reading.unmapped,
        layout.protected_headings,
        held,
        reading.notes,
    )


def source_bytes(path: Path, table: Table) -> bytes:
    """The bytes that ``table`` was read from.

    Raises:
        FileProblem: The file is gone, or changed since.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileProblem(f"{path.name} can't be read any more.", "Put it back and import again.") from error
    if hashlib.sha256(data).hexdigest() != table.sha256:
        raise FileProblem(f"{path.name} changed while it was being read.", "Close it elsewhere and import again.")
    return data


def _importable(reader: Reader, flight_id: str, sha256: str) -> Flight:
    flight = store.flight(reader, flight_id)
    if flight.cancelled:
        raise KnownError(f"Flight {flight.number} is cancelled.", "Make a new flight for this list.")
    if flight.imported_by:
        same = any(facts.sha256 == sha256 for facts in import_store.imports(reader, flight_id))
        what = "this very file" if same else "a passenger list"
        raise KnownError(
            f"Flight {flight.number} has {what} already, imported by {flight.imported_by}.",
            "Mend its rows, or cancel the flight and make a new one for another list.",
        )
    return flight


def _store(
    session: Session, writer: Writer, flight: Flight, table: Table, reading: ManifestReading, data: bytes
) -> int:
    now = session.clock()
    reserved = {problem.row: session.new_id() for problem in reading.problems}
    by_row = {passenger.row: passenger.id for passenger in reading.passengers} | reserved
    rows = [replace(row, passenger_id=by_row[row.row]) for row in reading.protected]
    facts = ImportFacts(
        session.new_id(),
        flight.id,
        table.file_name,
        table.sha256,
        reading.rows,
        tuple((thing.kind, thing.where, thing.what) for thing in table.hidden),
        reading.unmapped,
        session.person.name,
        now,
    )
    store.save_flight(writer, replace(flight, imported_by=session.person.name))
    import_store.save_import(writer, facts)
    import_store.save_source(writer, facts.id, data)
    store.save_passengers(writer, flight.id, reading.passengers)
    import_store.save_problems(
        writer,
        flight.id,
        [StoredProblem(p.row, p.column, p.problem, p.cells, reserved[p.row]) for p in reading.problems],
    )
    import_store.save_protected(
        writer,
        flight.id,
        [ProtectedCells(r.row, r.passenger_id, r.cells, r.bases, bool(restricted(r.bases))) for r in rows],
    )
    grounds = source_grounds(rows, bases())
    passengers = {passenger.id: passenger for passenger in reading.passengers}
    open_holds(session, writer, flight.id, grounds, passengers=passengers)
    return len({passenger_id for passenger_id, _ in grounds} & passengers.keys())
