"""What came with an import: its facts, the rows that are no passengers, the source itself, and the sealed columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from manifest_app.errors import NotFoundError
from manifest_app.vault import codec
from manifest_app.vault.sealing import random_id
from manifest_app.vault.tables import IMPORT, PROBLEM, PROTECTED, PROTECTED_RESTRICTED, RECORD_IMPORT, SOURCE
from manifest_app.vault.transactions import Reader, Row, Writer, decoded

_BLOCK = 256
"""Rows per sealed block."""

BLINDED = "restricted"
"""Stands for a basis that only the restricted key opens."""

Pairs = tuple[tuple[str, str], ...]
"""(heading, text) pairs."""


@dataclass(frozen=True, slots=True)
class ImportFacts:
    """The facts of an import; public for a passenger list, sealed for records.

    Attributes:
        id: Random id, 32 hex digits.
        flight_id: The flight, or the incident or "" for an import of records.
        file_name: Name of the source, without its folder.
        sha256: SHA-256 (hex) of the source's bytes.
        rows: Number of source rows.
        hidden: What the file hides: (kind, where, what).
        unmapped: Headings nobody mapped, their cells kept sealed.
        imported_by: Who.
        at: When, UTC.
    """

    id: str
    flight_id: str
    file_name: str
    sha256: str
    rows: int
    hidden: tuple[tuple[str, str, str], ...]
    unmapped: tuple[str, ...]
    imported_by: str
    at: datetime


class ProblemState(StrEnum):
    """Where a row problem stands."""

    OPEN = "open"
    MENDED = "mended"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class StoredProblem:
    """A source row that is no passenger, or one that has to be looked at.

    Attributes:
        row: Row in the source, as a spreadsheet shows it.
        column: Heading or letter of the column, or "".
        problem: What is wrong, one sentence without the cell's content.
        cells: (heading, text) of the row, never of sealed columns.
        passenger_id: Id the passenger will have once the row is mended, or "".
        state: Where it stands.
        by: Who mended it or set it aside, or "".
        reason: Why, or "".
    """

    row: int
    column: str
    problem: str
    cells: Pairs = ()
    passenger_id: str = ""
    state: ProblemState = ProblemState.OPEN
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ProtectedCells:
    """The cells of a source row's sealed columns, and the bases they map to.

    Attributes:
        row: Row in the source, as a spreadsheet shows it.
        passenger_id: The passenger of that row, or "".
        cells: (heading, text).
        bases: Basis codes, ``UNK`` if unmapped.
        restricted: True when a basis is of a restricted class; then only the restricted key opens cells and bases.
    """

    row: int
    passenger_id: str
    cells: Pairs
    bases: tuple[str, ...] = ()
    restricted: bool = False


def save_import(writer: Writer, facts: ImportFacts) -> None:
    """Keep the facts of an import."""
    writer.put_value(IMPORT, facts.id, facts, parent=facts.flight_id)


def imports(reader: Reader, flight_id: str) -> tuple[ImportFacts, ...]:
    """The imports of a flight, oldest first."""
    return tuple(sorted(reader.values(IMPORT, ImportFacts, flight_id), key=lambda facts: facts.at))


def save_record_import(writer: Writer, facts: ImportFacts) -> None:
    """Keep the facts of an import of records, sealed to the protection key.

    The name of such a file and its headings may say who is protected and how, and its hash confirms a guess.
    """
    writer.put_value(RECORD_IMPORT, facts.id, facts, parent=facts.flight_id)


def record_imports(reader: Reader, list_id: str) -> tuple[ImportFacts, ...]:
    """The imports into a list of records, oldest first.

    Raises:
        NotAllowedError: This person lacks the protection key.
    """
    return tuple(sorted(reader.values(RECORD_IMPORT, ImportFacts, list_id), key=lambda facts: facts.at))


def save_source(writer: Writer, import_id: str, data: bytes) -> None:
    """Keep the bytes of a source, sealed to the restricted key: nobody knows what else stands in a whole file."""
    writer.put(SOURCE, Row(import_id, data))


def source(reader: Reader, import_id: str) -> bytes | None:
    """The bytes of a source, or None if there is none.

    Raises:
        NotAllowedError: This person's keys don't open it.
    """
    return reader.payload(SOURCE, import_id)


def save_problems(writer: Writer, flight_id: str, problems: Sequence[StoredProblem]) -> None:
    """Set the row problems of a flight; those kept before are replaced."""
    writer.remove(PROBLEM, writer.ids(PROBLEM, flight_id)[len(problems) :])
    rows = [
        Row(f"{flight_id}:{number:07d}", codec.encode(problem), flight_id, number)
        for number, problem in enumerate(problems)
    ]
    writer.put_all(PROBLEM, rows)


def save_problem(writer: Writer, flight_id: str, problem: StoredProblem) -> None:
    """Keep what became of a row problem: the one of the same row, column and words.

    Raises:
        NotFoundError: There is no such problem.
    """
    for row in writer.rows(PROBLEM, flight_id):
        old = decoded(row.payload, StoredProblem, PROBLEM)
        if (old.row, old.column, old.problem) == (problem.row, problem.column, problem.problem):
            writer.put(PROBLEM, Row(row.id, codec.encode(problem), row.parent, row.position))
            return
    raise NotFoundError(f"There is no such problem in row {problem.row}.", "See the list of rows that need mending.")


def problems(reader: Reader, flight_id: str) -> tuple[StoredProblem, ...]:
    """The row problems of a flight, in the order they were given."""
    return reader.values(PROBLEM, StoredProblem, flight_id)


def save_protected(writer: Writer, flight_id: str, rows: Sequence[ProtectedCells]) -> None:
    """Add the sealed cells of source rows. Call it for every import, with no rows too: then nothing tells."""
    for start in range(0, max(len(rows), 1), _BLOCK):
        block = rows[start : start + _BLOCK]
        block_id = random_id()
        position = writer.next_position(PROTECTED, flight_id)
        blinded = [_blind(row) for row in block]
        writer.put(PROTECTED, Row(block_id, codec.encode(blinded), flight_id, position))
        restricted = [row for row in block if row.restricted]
        writer.put(PROTECTED_RESTRICTED, Row(block_id, codec.encode(restricted), flight_id, position))


def protected(reader: Reader, flight_id: str) -> tuple[ProtectedCells, ...]:
    """The sealed cells of a flight's rows; restricted ones are blank unless this person's keys open them.

    Raises:
        NotAllowedError: This person's keys don't open any.
    """
    kind = tuple[ProtectedCells, ...]
    blocks = [decoded(row.payload, kind, PROTECTED) for row in reader.rows(PROTECTED, flight_id)]
    full: dict[tuple[int, str], ProtectedCells] = {}
    if reader.can.restricted:
        for row in reader.rows(PROTECTED_RESTRICTED, flight_id):
            for cells in decoded(row.payload, kind, PROTECTED_RESTRICTED):
                full[cells.row, cells.passenger_id] = cells
    return tuple(full.get((cells.row, cells.passenger_id), cells) for block in blocks for cells in block)


def _blind(row: ProtectedCells) -> ProtectedCells:
    return replace(row, cells=(), bases=(BLINDED,)) if row.restricted else row
