"""Finding the sheet that holds the list, and the row of its headings below the banner lines."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from manifest_app.errors import IntakeError, QuestionError
from manifest_app.intake.cells import cell_text, is_blank_row
from manifest_app.intake.fields import NAME_FIELDS, Purpose, heading_key, headings
from manifest_app.intake.table import Row, Sheet, Table

SEARCHED_ROWS = 200
_IDENTITY = frozenset({*NAME_FIELDS, "mrz", "a_number", "birth_date", "name"})


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headings: its number as a spreadsheet shows it, and its cells as text."""

    row: int
    cells: tuple[str, ...]


def choose_sheet(table: Table, name: str | None, purpose: Purpose) -> Sheet:
    """The sheet that was asked for, or the one visible sheet with a row of headings.

    Raises:
        IntakeError: There is none of that name, none with rows, or none with headings.
        QuestionError: Several sheets hold lists.
    """
    if name is not None:
        found = [sheet for sheet in table.sheets if sheet.name == name]
        if not found:
            raise IntakeError(f"{table.file_name} has no sheet of that name.", "Choose one of its sheets.")
        return found[0]
    filled = [
        sheet for sheet in table.sheets if not sheet.hidden and not all(map(is_blank_row, islice(sheet.rows, 5000)))
    ]
    if not filled:
        raise IntakeError(
            f"{table.file_name} has no rows in any visible sheet.", "Choose the file that holds the list."
        )
    lists = [sheet for sheet in filled if find_candidates(sheet, purpose)]
    if len(lists) > 1:
        names = tuple(sheet.name for sheet in lists)
        raise QuestionError(
            f"{table.file_name} has lists in {len(names)} sheets. Which one is meant?", "--sheet", names
        )
    return lists[0] if lists else filled[0]


def find_header(
    sheet: Sheet, file_name: str, number: int | None, purpose: Purpose, named: Collection[str] = ()
) -> Header:
    """The row of headings.

    Args:
        sheet: The sheet.
        file_name: For messages.
        number: The row the user says it is, or None.
        purpose: What the list is read for.
        named: Headings that the user named; the row that has them all is taken when no heading is known.

    Raises:
        IntakeError: There is none, or more than one.
    """
    where = f"{file_name}, sheet {sheet.name}"
    if number is not None:
        place = number - sheet.first_row
        if not 0 <= place < len(sheet.rows) or is_blank_row(sheet.rows[place]):
            raise IntakeError(f"{where}: row {number} is empty.", "Give the number of the row with the headings.")
        return Header(number, _texts(sheet.rows[place]))
    candidates = find_candidates(sheet, purpose) or _with_all(sheet, named)
    if not candidates:
        raise IntakeError(
            f"{where}: no row of headings was found, such as Last Name, First Name, Date of Birth.",
            "Add headings above the list, or say in which row they are (--header-row).",
        )
    if len(candidates) > 1:
        raise _two_headers(where, candidates)
    return candidates[0]


def _with_all(sheet: Sheet, named: Collection[str]) -> list[Header]:
    """The first row whose cells have all the headings that were named, if any were."""
    wanted = {heading_key(name) for name in named}
    found = (row for row in first_rows(sheet) if wanted <= {heading_key(text) for text in row.cells})
    return list(islice(found, 1)) if wanted else []


def first_rows(sheet: Sheet) -> Iterator[Header]:
    """The rows that are searched for headings, blank ones left out."""
    for number, row in enumerate(islice(sheet.rows, SEARCHED_ROWS), sheet.first_row):
        texts = _texts(row)
        if texts:
            yield Header(number, texts)


def _two_headers(where: str, candidates: list[Header]) -> IntakeError:
    first, second = candidates[0].row, candidates[1].row
    if second == first + 1:
        return IntakeError(
            f"{where}: the headings stand in two rows, {first} and {second}.",
            "Put them into one row, or say which row counts (--header-row).",
        )
    return IntakeError(
        f"{where}: there are two rows of headings, {first} and {second}.",
        "Keep one list per sheet, or say which row counts (--header-row).",
    )


def find_candidates(sheet: Sheet, purpose: Purpose) -> list[Header]:
    """Rows among the first that look like headings; a row counts only if none names twice as many fields."""
    scored = list(_scored(sheet, purpose))
    best = max((score for score, _header in scored), default=0)
    return [header for score, header in scored if 2 * score > best]


def _scored(sheet: Sheet, purpose: Purpose) -> Iterator[tuple[int, Header]]:
    for number, row in enumerate(islice(sheet.rows, SEARCHED_ROWS), sheet.first_row):
        if not any(isinstance(cell, str) for cell in row):
            continue
        texts = _texts(row)
        score = _score(texts, purpose)
        if score:
            yield score, Header(number, texts)


def _score(texts: tuple[str, ...], purpose: Purpose) -> int:
    """How many different fields the cells name; 0 unless one of them identifies a person."""
    table = headings()
    found: set[str] = set()
    filled = [text for text in texts if text]
    for text in filled:
        key = heading_key(text)
        weak = any(key in entry.keys for entry in table.weak)
        field = table.strong(text, purpose) or ("name" if weak else None)
        if field:
            found.add(field)
    if not found & _IDENTITY or (len(found) < 2 and len(filled) > 1):
        return 0
    return len(found)


def repeats(texts: tuple[str, ...], header: Header) -> bool:
    """Whether a row below repeats the headings, as lists printed in pages do."""
    shared = [(text, heading) for text, heading in zip(texts, header.cells, strict=False) if text and heading]
    return len(shared) >= 2 and all(text.casefold() == heading.casefold() for text, heading in shared)


def _texts(row: Row) -> tuple[str, ...]:
    texts = [cell_text(cell) for cell in row]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)
