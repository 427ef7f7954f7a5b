"""A list as the file has it: sheets of cells, and what the file hides."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, overload

import msgspec

from manifest_app.files.child import run_child
from manifest_app.files.prescan import FileKind
from manifest_app.files.task import DEFAULT_LIMITS, ChildLimits
from manifest_app.model.progress import Progress, silent

Cell = str | int | float | bool | dt.datetime | dt.date | dt.time | None
Row = tuple[Cell, ...]

PARSE_TASK = "manifest_app.intake.parse:parse"
"""Named, not imported: the readers of workbooks are loaded in the child only."""

BLOCK_ROWS = 2048
NOT_CALCULATED = "#ERROR"
"""Stands for a formula of which the file holds no value: its cell must not look empty."""

_DATE, _DATETIME, _TIME = 1, 2, 3


class HiddenKind(StrEnum):
    """What a file can carry that its reader does not see."""

    ROW = "hidden row"
    COLUMN = "hidden column"
    SHEET = "hidden sheet"
    VERY_HIDDEN_SHEET = "very hidden sheet"
    COMMENT = "comment"
    MACRO = "macro"
    EXTERNAL_LINK = "external link"
    FORMULA = "formula"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class HiddenThing:
    """Something the file hides.

    Attributes:
        kind: What.
        where: Sheet and place, such as ``Passengers!C5:C9``; a part of the file otherwise.
        what: A few neutral words; the name, for an author.
    """

    kind: HiddenKind
    where: str
    what: str


class Rows(Sequence[Row]):
    """Rows kept as the parser encoded them, in blocks, and decoded when they are asked for.

    A full sheet of 1,048,576 rows takes a few hundred megabytes this way and several gigabytes as Python objects.
    """

    def __init__(self, blocks: Sequence[bytes], count: int) -> None:
        self._blocks = tuple(blocks)
        self._count = count
        self._at = -1
        self._block: list[Row] = []

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        for block in self._blocks:
            yield from decode_rows(block)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(index, slice):
            return tuple(self._row(number) for number in range(*index.indices(self._count)))
        number = index + self._count if index < 0 else index
        if not 0 <= number < self._count:
            raise IndexError(index)
        return self._row(number)

    def _row(self, number: int) -> Row:
        block, place = divmod(number, BLOCK_ROWS)
        if block != self._at:
            self._block = decode_rows(self._blocks[block])
            self._at = block
        return self._block[place]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        name: As its tab says; the file's name for a text file.
        first_row: Number of the first of ``rows`` as a spreadsheet shows it.
        rows: The cells, row by row; rows need not be of one length.
        hidden: Whether the tab is hidden.
        formulas: (row number, column index from 0) of the cells whose value a formula made.
    """

    name: str
    first_row: int
    rows: Sequence[Row]
    hidden: bool = False
    formulas: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A file that was read.

    Attributes:
        file_name: Its name without the folder.
        sha256: Of its bytes, hex.
        size: In bytes.
        kind: What it is.
        sheets: In the order of the file.
        hidden: What it hides.
    """

    file_name: str
    sha256: str
    size: int
    kind: FileKind
    sheets: tuple[Sheet, ...]
    hidden: tuple[HiddenThing, ...] = ()


# --- what the parser child says: Facts; for each sheet SheetOpened, Block ..., SheetClosed; Found at any time ---------


class Facts(msgspec.Struct, frozen=True, tag="facts"):
    """The file as a whole."""

    sha256: str
    size: int
    kind: FileKind


class SheetOpened(msgspec.Struct, frozen=True, tag="sheet"):
    """A sheet begins."""

    name: str
    hidden: bool


class Block(msgspec.Struct, frozen=True, tag="rows"):
    """Rows of the sheet, `BLOCK_ROWS` of them except in the last block."""

    count: int
    rows: bytes


class SheetClosed(msgspec.Struct, frozen=True, tag="end"):
    """The sheet ends; the formula cells seen in it."""

    formulas: list[tuple[int, int]]


class Found(msgspec.Struct, frozen=True, tag="hidden"):
    """Something hidden."""

    kind: HiddenKind
    where: str
    what: str


Message = Facts | SheetOpened | Block | SheetClosed | Found
_MESSAGES = msgspec.msgpack.Decoder(Message)
_ENCODER = msgspec.msgpack.Encoder()


def encode_message(message: Message) -> msgspec.Raw:
    """For the child: one message as `read_table` expects it."""
    return msgspec.Raw(_ENCODER.encode(message))


def encode_rows(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Rows as bytes; `decode_rows` is the way back."""
    return _ENCODER.encode([[_encoded(cell) for cell in row] for row in rows])


def _encoded(cell: Cell) -> object:
    if isinstance(cell, dt.datetime):
        return msgspec.msgpack.Ext(_DATETIME, cell.isoformat().encode("ascii"))
    if isinstance(cell, dt.date):
        return msgspec.msgpack.Ext(_DATE, cell.isoformat().encode("ascii"))
    if isinstance(cell, dt.time):
        return msgspec.msgpack.Ext(_TIME, cell.isoformat().encode("ascii"))
    return cell


def _decoded(code: int, data: memoryview) -> dt.datetime | dt.date | dt.time:
    text = bytes(data).decode("ascii")
    if code == _DATETIME:
        return dt.datetime.fromisoformat(text)
    if code == _DATE:
        return dt.date.fromisoformat(text)
    return dt.time.fromisoformat(text)


_ROWS: msgspec.msgpack.Decoder[list[tuple[Any, ...]]] = msgspec.msgpack.Decoder(
    list[tuple[Any, ...]], ext_hook=_decoded
)


def decode_rows(data: bytes) -> list[Row]:
    """Rows from the bytes of `encode_rows`."""
    return _ROWS.decode(data)


@dataclass(slots=True)
class _Collector:
    """Puts the child's messages together."""

    file_name: str
    facts: Facts | None = None
    sheets: list[Sheet] = field(default_factory=list)
    hidden: list[HiddenThing] = field(default_factory=list)
    opened: SheetOpened | None = None
    blocks: list[bytes] = field(default_factory=list)
    count: int = 0

    def take(self, message: Message) -> None:
        match message:
            case Facts():
                self.facts = message
            case SheetOpened():
                self.opened, self.blocks, self.count = message, [], 0
            case Block():
                self.blocks.append(message.rows)
                self.count += message.count
            case SheetClosed():
                self._close(message)
            case Found():
                self.hidden.append(HiddenThing(message.kind, message.where, message.what))

    def _close(self, message: SheetClosed) -> None:
        if self.opened is not None:
            rows = Rows(self.blocks, self.count)
            formulas = frozenset(message.formulas)
            self.sheets.append(Sheet(self.opened.name, 1, rows, hidden=self.opened.hidden, formulas=formulas))

    def table(self) -> Table:
        facts = self.facts or Facts("", 0, FileKind.CSV)
        return Table(self.file_name, facts.sha256, facts.size, facts.kind, tuple(self.sheets), tuple(self.hidden))


def read_table(path: Path, *, progress: Progress = silent, limits: ChildLimits = DEFAULT_LIMITS) -> Table:
    """Read a workbook or text file, after a look at it, in a child process.

    Args:
        path: XLSX, XLSM, ODS, CSV or TSV.
        progress: Told the rows read; may raise to cancel.
        limits: What the child may use.

    Raises:
        FileProblem: The file can't be read as a list, see `files.prescan.prescan` and `files.child.run_child`.
        UnsafeFileError: It is built to harm.
        CancelledError: ``progress`` cancelled.
    """
    collector = _Collector(path.name)
    argument = str(path.absolute())
    for raw in run_child(PARSE_TASK, argument, what=path.name, limits=limits, progress=progress):
        collector.take(_MESSAGES.decode(raw))
    return collector.table()
