"""A row's cells become an identity, with every fault named by its column and none hidden by another."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from manifest_app.intake.cells import cell_text, is_blank, says_nothing
from manifest_app.intake.fields import NAME_FIELDS, NameOrder, heading_key
from manifest_app.intake.layout import Column, Layout
from manifest_app.intake.names import SplitName, read_name, read_whole_name, refuse_turned
from manifest_app.intake.table import Cell
from manifest_app.intake.zone import completed, contradictions
from manifest_app.model.passenger import Identity, PartialDate, Sex, TravelDocument
from manifest_app.standards.countries import country_code
from manifest_app.standards.dates import DateOrder, read_date
from manifest_app.standards.mrz import MrzError, read_mrz
from manifest_app.standards.numbers import document_kind, read_a_number, read_document_number, read_sex
from manifest_app.standards.text import clean, has_hidden_marks

_PASSPORT_WORDS = ("PASSPORT", "PASAPORTE", "PPT", "PSPRT")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell; the sentence holds no value."""

    column: str
    problem: str


@dataclass(frozen=True, slots=True)
class RowNote:
    """Something done to a row that its reader should know: invisible marks taken out, a whole name cut by a rule.

    Attributes:
        row: Number of the row.
        column: Heading.
        note: A phrase without the value.
    """

    row: int
    column: str
    note: str


@dataclass(slots=True)
class PersonRow:
    """What a row says: the identity as far as it could be read, the faults, the notes."""

    identity: Identity = field(default_factory=Identity)
    faults: list[Fault] = field(default_factory=list)
    notes: list[RowNote] = field(default_factory=list)


@lru_cache(maxsize=65536, typed=True)
def _country(text: str) -> str:
    code = country_code(text)
    if code is None:
        raise ValueError("The country is not known, or the word means more than one.")
    return code


@lru_cache(maxsize=4096)
def _sex(text: str, *, m_is_mujer: bool) -> str:
    return read_sex(text, m_is_mujer=m_is_mujer).value


@lru_cache(maxsize=65536, typed=True)
def _date(value: Cell, order: DateOrder | None, pivot: date, *, future: bool) -> PartialDate:
    return read_date(value, order, pivot=pivot, future=future)


_document_kind = lru_cache(maxsize=4096)(document_kind)


class PersonReader:
    """Reads the person of each row of a list.

    Args:
        layout: How the list is to be read.
        today: The day of reading: births lie before it.
        lenient: Keep a name that has something wrong with it (records must never lose one), and name the fault.
    """

    def __init__(self, layout: Layout, today: date, *, lenient: bool = False) -> None:
        self._layout = layout
        self._today = today
        self._lenient = lenient
        self._columns = {column.field: column for column in layout.columns if column.field}
        number = self._columns.get("document_number")
        passport = number is not None and any(word in heading_key(number.heading) for word in _PASSPORT_WORDS)
        self._default_kind = "P" if passport and "document_type" not in self._columns else ""

    def read(self, number: int, row: Sequence[Cell], formulas: frozenset[tuple[int, int]]) -> PersonRow:
        """The person of a row.

        Args:
            number: Number of the row.
            row: Its cells.
            formulas: (row, column) of the cells whose value a formula made.
        """
        return _Reading(self, number, row, formulas).result()

    def column(self, name: str) -> Column | None:
        """The column of a field."""
        return self._columns.get(name)

    @property
    def name_order(self) -> NameOrder | None:
        """Order of whole names."""
        return self._layout.name_order

    @property
    def lenient(self) -> bool:
        """Whether faulty names are kept."""
        return self._lenient

    @property
    def default_kind(self) -> str:
        """The kind of document that the heading of the number says."""
        return self._default_kind

    def sex(self, text: str) -> str:
        """The sex a cell says, as its letter."""
        return _sex(text, m_is_mujer=self._layout.m_is_mujer)

    def read_date(self, value: Cell, *, future: bool) -> PartialDate:
        """The date a cell says."""
        return _date(value, self._layout.date_order, self._today, future=future)

    @property
    def today(self) -> date:
        """The day of reading."""
        return self._today


class _Reading:
    """One row being read."""

    def __init__(
        self, reader: PersonReader, number: int, row: Sequence[Cell], formulas: frozenset[tuple[int, int]]
    ) -> None:
        self._reader = reader
        self._number = number
        self._row = row
        self._formulas = formulas
        self._found = PersonRow()

    def result(self) -> PersonRow:
        identity = self._identity()
        self._found.identity = self._with_zone(identity)
        return self._found

    def _identity(self) -> Identity:
        nationality = self._text("nationality", _country)
        name = self._name(nationality)
        return Identity(
            family_name=name.family,
            given_names=name.given,
            birth_date=self._date("birth_date", future=False),
            sex=self._sex(),
            nationality=nationality,
            a_number=self._text("a_number", read_a_number),
            documents=self._documents(),
        )

    def _documents(self) -> tuple[TravelDocument, ...]:
        document = TravelDocument(
            kind=self._text("document_type", _document_kind),
            number=self._text("document_number", read_document_number),
            issuer=self._text("document_issuer", _country),
            expiry=self._date("document_expiry", future=True),
        )
        if document == TravelDocument():
            return ()
        kind = document.kind or (self._reader.default_kind if document.number else "")
        return (TravelDocument(kind, document.number, document.issuer, document.expiry),)

    def _cell(self, name: str) -> tuple[Column, Cell] | None:
        column = self._reader.column(name)
        if column is None or column.index >= len(self._row) or is_blank(self._row[column.index]):
            return None
        cell = self._row[column.index]
        if isinstance(cell, str) and has_hidden_marks(cell):
            self._found.notes.append(RowNote(self._number, column.heading, "invisible marks were taken out"))
        return column, cell

    def _fault(self, column: str, problem: str) -> None:
        self._found.faults.append(Fault(column, problem))

    def _text(self, name: str, read: Callable[[str], str]) -> str:
        place = self._cell(name)
        if place is None:
            return ""
        column, cell = place
        text = cell_text(cell)
        if says_nothing(text):
            return ""
        try:
            return read(text)
        except ValueError as error:
            self._fault(column.heading, str(error))
            return ""

    def _sex(self) -> Sex | None:
        found = self._text("sex", self._reader.sex)
        return Sex(found) if found else None

    def _date(self, name: str, *, future: bool) -> PartialDate | None:
        place = self._cell(name)
        if place is None or (isinstance(place[1], str) and says_nothing(clean(place[1]))):
            return None
        column, cell = place
        try:
            return self._reader.read_date(cell, future=future)
        except ValueError as error:
            self._fault(column.heading, str(error))
            return None

    def _name(self, nationality: str) -> SplitName:
        whole = self._cell("full_name")
        if whole is not None:
            return self._whole_name(whole[0], whole[1], nationality)
        family = f"{self._name_part('family_name')} {self._name_part('second_family_name')}"
        given = f"{self._name_part('given_names')} {self._name_part('middle_names')}"
        return SplitName(family.strip(), given.strip())

    def _whole_name(self, column: Column, cell: Cell, nationality: str) -> SplitName:
        self._check_formula(column)
        text = cell_text(cell)
        try:
            refuse_turned(cell)
            name = read_whole_name(text, self._reader.name_order, nationality)
        except ValueError as error:
            self._fault(column.heading, str(error))
            return SplitName(text if self._reader.lenient else "", "")
        if name.note:
            self._found.notes.append(RowNote(self._number, column.heading, name.note))
        return name

    def _name_part(self, name: str) -> str:
        place = self._cell(name)
        if place is None:
            return ""
        column, cell = place
        self._check_formula(column)
        text = cell_text(cell)
        try:
            refuse_turned(cell)
            return read_name(text)
        except ValueError as error:
            self._fault(column.heading, str(error))
            return text if self._reader.lenient else ""

    def _check_formula(self, column: Column) -> None:
        if (self._number, column.index) in self._formulas:
            self._fault(column.heading, "The name comes from a formula.")

    def _with_zone(self, identity: Identity) -> Identity:
        place = self._cell("mrz")
        if place is None or says_nothing(cell_text(place[1])):
            return identity
        column, cell = place
        try:
            zone = read_mrz(cell if isinstance(cell, str) else cell_text(cell), pivot=self._reader.today)
        except MrzError as error:
            self._fault(column.heading, str(error))
            return identity
        for found in contradictions(identity, zone):
            self._fault(self._heading(found.field), found.problem)
        return completed(identity, zone)

    def _heading(self, name: str) -> str:
        for candidate in (name, *(NAME_FIELDS if name in NAME_FIELDS else ()), "mrz"):
            column = self._reader.column(candidate)
            if column is not None:
                return column.heading
        return name


def texts_of(columns: Sequence[Column], row: Sequence[Cell]) -> tuple[tuple[str, str], ...]:
    """Heading and text of the filled cells of some columns."""
    cells = ((column.heading, row[column.index]) for column in columns if column.index < len(row))
    return tuple((heading, cell_text(cell)) for heading, cell in cells if not is_blank(cell))


def corrected(row: Sequence[Cell], changes: Mapping[int, str]) -> list[Cell]:
    """A row with some cells replaced by what the user typed."""
    cells = list(row)
    for index, text in changes.items():
        cells.extend([None] * (index + 1 - len(cells)))
        cells[index] = text or None
    return cells
