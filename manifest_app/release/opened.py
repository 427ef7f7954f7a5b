"""A finished file as the checks see it: opened by readers that share nothing with the writers, read once."""

import csv
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO, StringIO
from typing import Protocol

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from manifest_app.release.reading.events import read_elements
from manifest_app.release.reading.lines import read_lines
from manifest_app.release.reading.paxlst import Message, read_message, read_passengers
from manifest_app.release.reading.sheet import check_sheet_markup, read_rows, read_strings
from manifest_app.release.reading.unexplained import Unexplained, demand, given
from manifest_app.release.reading.workbook import SHEET, STRINGS, Workbook
from manifest_app.release.table import PublicTable

Lines = tuple[tuple[str, ...], ...]
_PLACE = re.compile(r"[A-Z]{0,3}[0-9]+(?::[A-Z]{0,3}[0-9]+)?")


class Opened(Protocol):
    """What the checks ask of a finished file, whatever its format."""

    @property
    def lines(self) -> Lines:
        """All lines, the headings first, as our own strict reader sees them."""

    @property
    def other_texts(self) -> frozenset[str]:
        """Every text in the file that is no cell of a passenger."""


class ReadTwice(Opened, Protocol):
    """A format for which there is a second reader."""

    def second_reading(self) -> Lines:
        """All lines as a reader of another house sees them."""


def _texts(part: bytes) -> Iterator[str]:
    try:
        elements = read_elements(part)
    except Unexplained:
        yield part.decode("latin-1")
        return
    for element in elements:
        yield element.text
        yield from (value for _, value in element.attributes)


@dataclass
class OpenedWorkbook:
    """A finished XLSX file."""

    data: bytes
    table: PublicTable

    @cached_property
    def parts(self) -> Mapping[str, bytes]:
        """The parts, by the standard library's reader of zip files."""
        try:
            with zipfile.ZipFile(BytesIO(self.data)) as archive:
                return {name: archive.read(name) for name in archive.namelist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Unexplained("no zip container") from error

    @cached_property
    def workbook(self) -> Workbook:
        """The parts that hold the table, read as XML."""
        return Workbook.of(self.parts)

    @cached_property
    def strings(self) -> list[str]:
        """The shared strings."""
        return read_strings(self.workbook.strings)

    @cached_property
    def plain(self) -> bool:
        """True; whoever asks gets `Unexplained` where the sheet has other markup than the table calls for."""
        check_sheet_markup(self.workbook.sheet, self.table)
        return True

    @cached_property
    def lines(self) -> Lines:
        """All lines by our own strict reader."""
        return read_rows(self.workbook.sheet, self.strings)

    @cached_property
    def other_texts(self) -> frozenset[str]:
        """Headings, and every text and attribute of every part that is no cell."""
        shown = {text for line in self.lines for text in line}
        found = set(self.strings) - shown
        found.update(self.lines[0] if self.lines else ())
        for name, part in self.parts.items():
            if name not in {SHEET, STRINGS}:
                found.add(name)
                found.update(_texts(part))
        found.update(value for element in self.workbook.sheet for _, value in element.attributes)
        return frozenset(text for text in found if _PLACE.fullmatch(text) is None)

    def second_reading(self) -> Lines:
        """All lines by calamine, which may only see a sheet of the expected shape: a far cell would end the program.

        Raises:
            Unexplained: The sheet is not of that shape, is hidden, or is not the only one.
        """
        demand(self.plain, "other markup")
        with CalamineWorkbook.from_filelike(BytesIO(self.data)) as workbook:
            sheets = [(sheet.name, sheet.visible) for sheet in workbook.sheets_metadata]
            demand(sheets == [(self.table.title, SheetVisibleEnum.Visible)], "another sheet, or a hidden one")
            cells = workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
        demand(all(isinstance(cell, str) for line in cells for cell in line), "a cell that is no text")
        return tuple(tuple(map(str, line)) for line in cells)


@dataclass
class OpenedLines:
    """A finished CSV file."""

    data: bytes

    @cached_property
    def lines(self) -> Lines:
        """All lines by our own strict reader."""
        return read_lines(self.data)

    @cached_property
    def other_texts(self) -> frozenset[str]:
        """The headings."""
        return frozenset(self.lines[0])

    def second_reading(self) -> Lines:
        """All lines by the standard library's reader.

        Raises:
            Unexplained: It can't read them.
        """
        try:
            return tuple(map(tuple, csv.reader(StringIO(self.data.decode("utf-8"), newline=""), strict=True)))
        except (csv.Error, UnicodeDecodeError) as error:
            raise Unexplained("no CSV") from error


@dataclass
class OpenedMessage:
    """A finished passenger list message."""

    data: bytes
    table: PublicTable
    keys: tuple[str, ...]

    @cached_property
    def message(self) -> Message:
        """The segments."""
        return read_message(self.data)

    @cached_property
    def lines(self) -> Lines:
        """The headings, which no message has, and the rows it shows."""
        envelope = given(self.table.envelope, "a message without its flight")
        return (self.table.headings, *read_passengers(self.message, self.keys, envelope.flight.departure))

    @cached_property
    def other_texts(self) -> frozenset[str]:
        """What stands around the passengers; in lower case, since a flight's number may look like a code."""
        around = (*self.message.head, *self.message.tail)
        return frozenset(text.lower() for segment in around for element in segment for text in element)
