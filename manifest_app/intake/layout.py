"""Which column of a list means what, and which questions must be answered before its rows can be read."""

import datetime as dt
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from manifest_app.errors import IntakeError, QuestionError
from manifest_app.intake.columns import Column, ColumnKind, How, assign
from manifest_app.intake.fields import NameOrder, Purpose, heading_key, headings
from manifest_app.intake.header import Header, choose_sheet, find_header, first_rows
from manifest_app.intake.profile import Profile, profile
from manifest_app.intake.table import Row, Sheet, Table
from manifest_app.standards.dates import ColumnOrder, DateOrder, column_order
from manifest_app.standards.numbers import column_m_is_mujer

__all__ = ["Column", "ColumnKind", "How", "Layout", "NameOrder", "Purpose", "fingerprint", "propose_layout"]

_DATE_FIELDS = ("birth_date", "document_expiry", "filed")
_ENOUGH_DATES = 3
_ORDER_HINTS = (
    (re.compile(r"\b(dd?)[\s./-]*(mm?m?)[\s./-]*(yy|aa)", re.IGNORECASE), DateOrder.DAY_FIRST),
    (re.compile(r"\b(mm?)[\s./-]*(dd?)[\s./-]*(yy|aa)", re.IGNORECASE), DateOrder.MONTH_FIRST),
    (re.compile(r"\b(yy|aa)\w*[\s./-]*(mm?)[\s./-]*(dd?)", re.IGNORECASE), DateOrder.YEAR_FIRST),
)


class _Need(StrEnum):
    DATE_ORDER = "--date-order"
    NAME_ORDER = "--name-order"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a list is to be read.

    Attributes:
        sheet: Name of the sheet.
        header_row: Number of the row of headings as a spreadsheet shows it.
        columns: All columns that have a heading or a value.
        date_order: Order of numbers in its dates, or None where no date needs one.
        name_order: Order of whole names, or None where no name needs one.
        fingerprint: SHA-256 (hex) over the purpose and the headings; layouts with the same one are alike.
        purpose: What the list is read for.
        m_is_mujer: The column of sex writes H and M for hombre and mujer.
        rows: Number of rows below the headings that are not blank.
    """

    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    date_order: DateOrder | None
    name_order: NameOrder | None
    fingerprint: str
    purpose: Purpose
    m_is_mujer: bool = False
    rows: int = 0

    def column_of(self, field: str) -> Column | None:
        """The column mapped to a field, or None."""
        return next((column for column in self.columns if column.field == field), None)

    @property
    def protected_headings(self) -> tuple[str, ...]:
        """Headings of the columns that speak of status: their cells are sealed to the protection key."""
        return tuple(column.heading for column in self.columns if column.kind is ColumnKind.PROTECTED)

    def mapping(self) -> dict[str, str]:
        """Heading to field, for the columns that are mapped or ignored: what is remembered for the next such list."""
        return {
            column.heading: column.field or "ignore"
            for column in self.columns
            if column.kind in {ColumnKind.MAPPED, ColumnKind.IGNORED}
        }


def propose_layout(
    table: Table,
    *,
    purpose: Purpose,
    overrides: Mapping[str, str] | None = None,
    remembered: Mapping[str, str] | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    date_order: DateOrder | None = None,
    name_order: NameOrder | None = None,
) -> Layout:
    """Say what each column means, by the user's word, by what was remembered, by its heading and by its content.

    Args:
        table: The file.
        purpose: What it is read for.
        overrides: Heading (or column letter) to field; ``ignore`` is a field, ``protected`` seals a column.
        remembered: The same from an earlier list of this layout (`Layout.mapping`); headings it lacks are passed over.
        sheet: The sheet to read, or None.
        header_row: The row of headings, or None.
        date_order: The answer to the question whether day or month comes first, or None.
        name_order: The answer to the question which name comes first, or None.

    Raises:
        IntakeError: No headings, two rows of headings, no rows, an unknown field, two columns for one field, no names.
        QuestionError: The sheet, the order of dates or the order of names would have to be guessed.
    """
    chosen = choose_sheet(table, sheet, purpose)
    header = find_header(chosen, table.file_name, header_row, purpose, overrides or ())
    where = f"{table.file_name}, sheet {chosen.name}"
    likely = frozenset(
        index
        for index, heading in enumerate(header.cells)
        if headings().strong(heading, purpose) in {*_DATE_FIELDS, "full_name"}
    )
    seen = profile(rows_below(chosen, header.row), likely)
    if not seen.rows:
        raise IntakeError(f"{where}: there are no rows below the headings.", "Choose the file that holds the list.")
    columns = assign(header, seen, purpose, overrides or {}, remembered or {}, where)
    return Layout(
        sheet=chosen.name,
        header_row=header.row,
        columns=columns,
        date_order=date_order or _date_order(columns, chosen, header, where),
        name_order=name_order or _name_order(columns, chosen, header, where),
        fingerprint=_fingerprint(header, purpose),
        purpose=purpose,
        m_is_mujer=_m_is_mujer(columns, seen, where),
        rows=seen.rows,
    )


def fingerprint(
    table: Table,
    purpose: Purpose,
    *,
    sheet: str | None = None,
    header_row: int | None = None,
    named: Collection[str] = (),
) -> str:
    """The mark by which the mapping of this layout is remembered (`Layout.fingerprint`).

    ``named`` are headings that the user named, as in `find_header`.

    Raises:
        IntakeError: No headings, or two rows of them.
        QuestionError: The sheet would have to be guessed.
    """
    chosen = choose_sheet(table, sheet, purpose)
    return _fingerprint(find_header(chosen, table.file_name, header_row, purpose, named), purpose)


def possible_fingerprints(table: Table, purpose: Purpose, *, sheet: str | None = None) -> Iterator[tuple[int, str]]:
    """Row and mark for each row that might be the headings, in a list of which no heading is known.

    Raises:
        IntakeError: No such sheet, or no rows.
        QuestionError: The sheet would have to be guessed.
    """
    for row in first_rows(choose_sheet(table, sheet, purpose)):
        yield row.row, _fingerprint(row, purpose)


def rows_below(sheet: Sheet, header_row: int) -> Iterator[Row]:
    """The rows under the headings, blank ones too."""
    return islice(sheet.rows, header_row - sheet.first_row + 1, None)


def _fingerprint(header: Header, purpose: Purpose) -> str:
    text = "\n".join([purpose.value, *(heading_key(cell) for cell in header.cells)])
    return hashlib.sha256(text.encode()).hexdigest()


def _values(sheet: Sheet, header: Header, index: int) -> Iterator[object]:
    return (row[index] for row in rows_below(sheet, header.row) if index < len(row) and row[index] is not None)


def _date_order(columns: tuple[Column, ...], sheet: Sheet, header: Header, where: str) -> DateOrder | None:
    dates = [column for column in columns if column.field in _DATE_FIELDS]
    for column in dates:
        for hint, order in _ORDER_HINTS:
            if hint.search(column.heading):
                return order
    values = {value for column in dates for value in _values(sheet, header, column.index)}
    found = column_order(values)
    names = " and ".join(f'"{column.heading}"' for column in dates)
    if found.order is not None and _may_be_exchanged(values, found):
        question = (
            f"{where}: {names} mixes dates and texts as a spreadsheet does that takes days for months, so that dates "
            "may be exchanged; check them. Which comes first in the texts?"
        )
    elif found.order is not None or not (found.ambiguous or found.conflicting):
        return found.order
    elif found.conflicting:
        question = f"{where}: the dates of {names} contradict one another; some have the day first, some the month."
    else:
        question = f"{where}: the dates of {names} can be read with the day or the month first. Which is it?"
    raise QuestionError(question, _Need.DATE_ORDER, tuple(DateOrder))


def _may_be_exchanged(values: set[object], found: ColumnOrder) -> bool:
    """Whether a spreadsheet of the other custom may have read the column.

    It takes 03/04/1984 for a date, in its own order, and leaves 31/01/1984 a text: no text can be read in two ways, and
    no date has a day after the twelfth.
    """
    real = [value for value in values if isinstance(value, dt.date)]
    return (
        found.order in {DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST}
        and found.ambiguous == 0
        and len(real) >= _ENOUGH_DATES
        and all(value.day <= 12 for value in real)
    )


def _name_order(columns: tuple[Column, ...], sheet: Sheet, header: Header, where: str) -> NameOrder | None:
    column = next((column for column in columns if column.field == "full_name"), None)
    if column is None:
        return None
    said = headings().order_of(column.heading)
    if said is not None or not any(_is_open(value) for value in _values(sheet, header, column.index)):
        return said
    question = f'{where}: in column "{column.heading}", does the family name or the given name come first?'
    raise QuestionError(question, _Need.NAME_ORDER, tuple(NameOrder))


def _is_open(value: object) -> bool:
    """Whether a whole name has two words or more and no comma to tell them apart."""
    return isinstance(value, str) and not re.search("[,،，、]", value) and len(value.split()) > 1


def _m_is_mujer(columns: tuple[Column, ...], seen: Profile, where: str) -> bool:
    column = next((column for column in columns if column.field == "sex"), None)
    if column is None:
        return False
    try:
        return column_m_is_mujer(seen.column(column.index))
    except ValueError:
        raise IntakeError(
            f'{where}: column "{column.heading}" has F, H and M, so that M may be male or mujer.',
            "Write F and M, or H and M, throughout the column.",
        ) from None
