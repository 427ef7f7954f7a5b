"""Giving each column its meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from manifest_app.errors import IntakeError
from manifest_app.files.markup import column_letters
from manifest_app.intake.cells import cell_text, is_blank
from manifest_app.intake.fields import (
    DETAIL_FIELDS,
    IGNORE,
    NAME_FIELDS,
    PROTECTED,
    Purpose,
    Weak,
    fields_for,
    heading_key,
    headings,
)
from manifest_app.intake.header import Header
from manifest_app.intake.profile import Profile, holds_dates, holds_protection, holds_zones
from manifest_app.intake.table import Cell
from manifest_app.standards.numbers import document_kind

_LOOSE_FIELDS = frozenset({None, "document_type", "number"})
"""Fields whose headings (Type, No., Code) also head columns of statuses: their content is looked at all the same."""


class ColumnKind(StrEnum):
    """What becomes of a column."""

    MAPPED = "mapped"
    PROTECTED = "protected"
    UNMAPPED = "unmapped"
    IGNORED = "ignored"


class How(StrEnum):
    """Who said what a column is."""

    HEADING = "heading"
    CONTENT = "content"
    REMEMBERED = "remembered"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        index: From 0.
        letter: As a spreadsheet shows it.
        heading: Its heading, made unique; ``(column F)`` if it has none.
        field: The field it is mapped to, or None.
        kind: What becomes of it.
        how: Who said so.
    """

    index: int
    letter: str
    heading: str
    field: str | None
    kind: ColumnKind
    how: How


def assign(
    header: Header,
    seen: Profile,
    purpose: Purpose,
    overrides: Mapping[str, str],
    remembered: Mapping[str, str],
    where: str,
) -> tuple[Column, ...]:
    """The columns that have a heading or a value, each with its meaning.

    Raises:
        IntakeError: An override names no column or no field, or would open a sealed column; two columns for one field;
            no column that identifies a person.
    """
    columns = _named(header, seen)
    _check_fields(overrides, purpose, where)
    asked = _by_column(columns, overrides, where)
    kept = {column.index: remembered[column.heading] for column in columns if column.heading in remembered}
    known = fields_for(purpose)
    kept = {index: field for index, field in kept.items() if index not in asked and (field in known or field == IGNORE)}
    columns = [_by_heading(column, purpose) for column in columns]
    columns = [_by_word(column, asked, How.USER, seen, where) for column in columns]
    columns = [_by_word(column, kept, How.REMEMBERED, seen, where) for column in columns]
    columns = _without_rivals(columns, where)
    columns = _weak(columns, seen)
    columns = [_by_content(column, seen, purpose, columns) for column in columns]
    _check_enough(columns, purpose, where)
    return tuple(columns)


def _named(header: Header, seen: Profile) -> list[Column]:
    columns: list[Column] = []
    taken: set[str] = set()
    for index in range(max(len(header.cells), len(seen.values))):
        heading = header.cells[index] if index < len(header.cells) else ""
        if not heading and all(map(is_blank, seen.column(index))):
            continue
        letter = column_letters(index + 1)
        name = heading or f"(column {letter})"
        if name in taken:
            name = f"{name} (column {letter})"
        taken.add(name)
        columns.append(Column(index, letter, name, None, ColumnKind.UNMAPPED, How.HEADING))
    return columns


def _check_fields(overrides: Mapping[str, str], purpose: Purpose, where: str) -> None:
    allowed = (*fields_for(purpose), IGNORE, *((PROTECTED,) if purpose is Purpose.MANIFEST else ()))
    for field in overrides.values():
        if field not in allowed:
            raise IntakeError(f'{where}: there is no field "{field}".', f"The fields are: {', '.join(allowed)}.")


def _by_column(columns: list[Column], overrides: Mapping[str, str], where: str) -> dict[int, str]:
    asked: dict[int, str] = {}
    for name, field in overrides.items():
        found = (
            [column for column in columns if column.heading == name]
            or [column for column in columns if heading_key(column.heading) == heading_key(name)]
            or [column for column in columns if column.letter == name]
        )
        if not found:
            message = f'{where}: there is no column "{name}".'
            raise IntakeError(message, f"The columns are: {', '.join(column.heading for column in columns)}.")
        asked[found[0].index] = field
    return asked


def _by_heading(column: Column, purpose: Purpose) -> Column:
    table = headings()
    field = table.strong(column.heading, purpose)
    if field is not None:
        return replace(column, field=field, kind=ColumnKind.MAPPED)
    if purpose is Purpose.MANIFEST and table.is_protected(column.heading):
        return replace(column, kind=ColumnKind.PROTECTED)
    return column


def _by_word(column: Column, said: Mapping[int, str], how: How, seen: Profile, where: str) -> Column:
    field = said.get(column.index)
    if field is None:
        return column
    if field == PROTECTED:
        return replace(column, field=None, kind=ColumnKind.PROTECTED, how=how)
    if column.kind is ColumnKind.PROTECTED or holds_protection(seen.column(column.index)):
        if how is How.REMEMBERED:
            return column
        message = f'{where}: column "{column.heading}" may speak of protection and stays sealed.'
        raise IntakeError(
            message, "Leave it out of the mapping; if it holds something else, rename its heading in the file."
        )
    if field == IGNORE:
        return replace(column, field=None, kind=ColumnKind.IGNORED, how=how)
    return replace(column, field=field, kind=ColumnKind.MAPPED, how=how)


def _without_rivals(columns: list[Column], where: str) -> list[Column]:
    """One column for each field: a user's word goes before a memory, a memory before a heading."""
    rank = {How.USER: 0, How.REMEMBERED: 1, How.HEADING: 2, How.CONTENT: 3}
    best: dict[str, Column] = {}
    for column in sorted(columns, key=lambda column: (rank[column.how], headings().position(column.heading))):
        if column.field is None:
            continue
        first = best.setdefault(column.field, column)
        soft = column.how is How.HEADING and column.field in DETAIL_FIELDS
        if first is not column and first.how is column.how and not soft:
            message = f'{where}: columns "{first.heading}" and "{column.heading}" both mean {column.field}.'
            raise IntakeError(message, f'Say which one counts: --map "{column.heading}=ignore", for example.')
    fields = {column.field for column in best.values()}
    whole = best.get("full_name")
    if whole is not None and whole.how is How.HEADING and fields & {"family_name", "given_names"}:
        del best["full_name"]
    return [
        column if column.field is None or best.get(column.field) is column else _unmapped(column) for column in columns
    ]


def _unmapped(column: Column) -> Column:
    return replace(column, field=None, kind=ColumnKind.UNMAPPED)


def _weak(columns: list[Column], seen: Profile) -> list[Column]:
    taken = {column.field for column in columns if column.field}
    result = []
    for column in columns:
        weak = _first_weak(column, taken, seen) if column.kind is ColumnKind.UNMAPPED else None
        if weak:
            taken.add(weak)
        result.append(replace(column, field=weak, kind=ColumnKind.MAPPED) if weak else column)
    return result


def _first_weak(column: Column, taken: set[str], seen: Profile) -> str | None:
    key = heading_key(column.heading)
    fitting = (entry for entry in headings().weak if key in entry.keys and _is_free(entry, taken))
    values = seen.column(column.index)
    return next((entry.field for entry in fitting if not entry.content or holds_dates(values)), None)


def _is_free(entry: Weak, taken: set[str]) -> bool:
    if entry.field in taken or (entry.needs and entry.needs not in taken):
        return False
    return entry.field != "full_name" or not taken & set(NAME_FIELDS)


def _by_content(column: Column, seen: Profile, purpose: Purpose, columns: list[Column]) -> Column:
    if column.field not in _LOOSE_FIELDS or column.kind in {ColumnKind.PROTECTED, ColumnKind.IGNORED}:
        return column
    values = seen.column(column.index)
    if column.field == "document_type":
        values = {value for value in values if not _is_kind(value)}
    if purpose is Purpose.MANIFEST and heading_key(column.heading) not in headings().plain and holds_protection(values):
        return replace(column, field=None, kind=ColumnKind.PROTECTED, how=How.CONTENT)
    if column.field is None and holds_zones(values) and not any(other.field == "mrz" for other in columns):
        return replace(column, field="mrz", kind=ColumnKind.MAPPED, how=How.CONTENT)
    return column


def _is_kind(value: Cell) -> bool:
    """Whether a value is a kind of document; a refugee's is one too, and the release refuses it by its code."""
    try:
        return bool(document_kind(cell_text(value)))
    except ValueError:
        return False


def _check_enough(columns: list[Column], purpose: Purpose, where: str) -> None:
    fields = {column.field for column in columns}
    wanted = {*NAME_FIELDS, "mrz"}
    if purpose is Purpose.RECORDS:
        wanted |= {"a_number", "document_number"}
    if not fields & wanted:
        raise IntakeError(
            f"{where}: none of the columns was recognised as a name.",
            'Say which column holds it, for example --map "Heading=family_name".',
        )
