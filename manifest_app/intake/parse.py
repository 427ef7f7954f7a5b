"""The work of the parser child: a file in, messages of `table` out. Runs in a process of its own, within limits."""

import datetime as dt
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import ParseError

import msgspec
import python_calamine as calamine

from manifest_app.errors import FileProblem
from manifest_app.files.prescan import FileKind, prescan_file, read_file
from manifest_app.files.task import child_task
from manifest_app.intake import csv_text, ods, xlsx_parts
from manifest_app.intake.table import (
    BLOCK_ROWS,
    Block,
    Cell,
    Facts,
    Found,
    HiddenThing,
    Message,
    SheetClosed,
    SheetOpened,
    encode_message,
    encode_rows,
)
from manifest_app.model.progress import Progress

_EXACT = 2**53
"""Whole numbers up to here are exact in a spreadsheet's floating point."""


_FAULTS_OF_THE_FILE = (
    calamine.CalamineError,
    calamine.WorksheetNotFound,
    ParseError,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    RecursionError,
)


@child_task
def parse(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    """Read the file named by ``argument`` (a path)."""
    path = Path(msgspec.msgpack.decode(argument, type=str))
    data = read_file(path)
    kind = prescan_file(io.BytesIO(data), path.name, progress=progress)
    yield encode_message(Facts(hashlib.sha256(data).hexdigest(), len(data), kind))
    for message in _messages(data, kind, path.name, progress):
        yield encode_message(message)


def _messages(data: bytes, kind: FileKind, name: str, progress: Progress) -> Iterator[Message]:
    if kind is FileKind.CSV:
        return _csv(data, name, progress)
    if kind is FileKind.ODS:
        return _guarded(_ods(data, name, progress), name)
    return _guarded(_xlsx(data, progress), name)


def _guarded(messages: Iterator[Message], name: str) -> Iterator[Message]:
    """What the readers raise on markup that is no workbook's, said as the file's fault."""
    try:
        yield from messages
    except _FAULTS_OF_THE_FILE as error:
        raise FileProblem(
            f"{name} is damaged: it can't be read as a workbook.", "Open it and save it again."
        ) from error


def _csv(data: bytes, name: str, progress: Progress) -> Iterator[Message]:
    yield SheetOpened(Path(name).stem, hidden=False)
    yield from _blocks(csv_text.rows(data, name), None, progress)
    yield SheetClosed([])


def _ods(data: bytes, name: str, progress: Progress) -> Iterator[Message]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for sheet in ods.sheets(archive, name):
            yield SheetOpened(sheet.name, hidden=sheet.hidden)
            yield from _blocks(sheet.rows, None, progress)
            yield SheetClosed(sheet.formulas)
            yield from _found(sheet.hidden_things)
        yield from _found(ods.hidden_things(archive))


def _xlsx(data: bytes, progress: Progress) -> Iterator[Message]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = xlsx_parts.workbook_parts(archive)
        book = calamine.load_workbook(io.BytesIO(data))
        for index, meta in enumerate(book.sheets_metadata):
            if meta.name in parts.sheets:
                yield from _xlsx_sheet(book, index, archive, parts.sheets[meta.name], progress)
        yield from _found(parts.hidden_things)


def _xlsx_sheet(
    book: calamine.CalamineWorkbook,
    index: int,
    archive: zipfile.ZipFile,
    part: xlsx_parts.SheetPart,
    progress: Progress,
) -> Iterator[Message]:
    scan = xlsx_parts.scan_sheet(archive, part, progress)
    sheet = book.get_sheet_by_index(index)
    first_column = sheet.start[1] if sheet.start else 0
    yield SheetOpened(part.name, hidden=part.hidden)
    rows = (_row(row, first_column) for row in sheet.iter_rows())
    yield from _blocks(_with_errors(rows, scan.errors), sheet.height, progress)
    yield SheetClosed(sorted(scan.formulas))
    yield from _found(scan.hidden_things)


def _row(row: Sequence[object], first_column: int) -> list[Cell]:
    cells: list[Cell] = [None] * first_column
    for value in row:
        if value == "" and isinstance(value, str):
            cells.append(None)
        elif isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
            cells.append(int(value))
        elif isinstance(value, str | int | float | dt.date | dt.time):
            cells.append(value)
        else:
            cells.append(str(value))
    return cells


def _with_errors(rows: Iterable[list[Cell]], errors: Mapping[int, Mapping[int, str]]) -> Iterator[list[Cell]]:
    """The rows with what the reader leaves out: a cell whose formula failed must not look empty."""
    number = 0
    for number, row in enumerate(rows, 1):
        for column, text in errors.get(number, {}).items():
            row.extend([None] * (column + 1 - len(row)))
            row[column] = text
        yield row
    for later in range(number + 1, max(errors, default=0) + 1):
        found = errors.get(later, {})
        yield [found.get(column) for column in range(max(found, default=-1) + 1)]


def _blocks(rows: Iterable[Sequence[Cell]], total: int | None, progress: Progress) -> Iterator[Message]:
    source = iter(rows)
    done = 0
    while block := list(islice(source, BLOCK_ROWS)):
        done += len(block)
        yield Block(len(block), encode_rows(block))
        progress(done, total, "reading rows")


def _found(things: Iterable[HiddenThing]) -> Iterator[Message]:
    for thing in things:
        yield Found(thing.kind, thing.where, thing.what)
