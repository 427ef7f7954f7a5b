"""How much of one file a check looks at, counted before it is read, so that what is refused is refused at once.

The bounds are about twice what large honest files have: a list of 100,000 rows, a workbook of 30 MB, a PDF of 300
pages. All counting is streamed; what it costs is a small part of what reading costs.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from manifest_app.files.markup import MAX_ROWS
from manifest_app.outgoing.pieces import Extract, Found, Piece, TooMuchError

MOST_TEXT = 32 << 20
MOST_IN_ALL = 96 << 20
MOST_MARKUP = 512 << 20
MOST_TAGS = 24_000_000
MOST_STRINGS = 1_500_000
MOST_EMPTY = 3_000_000
MOST_WITHOUT_TAG = 4 << 20
LONGEST = 1 << 16
"""Characters of one piece; a longer text is cut into pieces that overlap."""

_LONGEST_BLOCK = 1 << 18
_OVERLAP = 512
_CELLS_BESIDE = 2
_MOST_CELLS = 1000
_CHUNK = 1 << 16
_ZIP = b"PK\x03\x04"
_SMALLEST_ZIP = 22
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
_DEEPEST = 5


class Markup:
    """Counts the markup of one file, part after part, and refuses too much of it."""

    def __init__(self) -> None:
        self._bytes = 0
        self._tags = 0
        self._empty = 0

    def part(self, chunks: Iterable[bytes]) -> None:
        """Count one part.

        Raises:
            TooMuchError: It is more than a check looks at.
        """
        rows = strings = since_tag = 0
        for chunk in chunks:
            self._bytes += len(chunk)
            self._tags += chunk.count(b"<")
            self._empty += chunk.count(b"/>")
            rows += chunk.count(b"<row")
            strings += chunk.count(b"<si>")
            last = chunk.rfind(b"<")
            since_tag = since_tag + len(chunk) if last < 0 else len(chunk) - last
            if rows > MAX_ROWS:
                raise TooMuchError(f"more than the {MAX_ROWS:,} rows that a sheet has")
            if strings > MOST_STRINGS:
                raise TooMuchError(f"more than the {MOST_STRINGS:,} shared strings that a check looks at")
            if since_tag > MOST_WITHOUT_TAG:
                raise TooMuchError("a text of more than four million characters in one cell or attribute")
            if self._bytes > MOST_MARKUP or self._tags > MOST_TAGS or self._empty > MOST_EMPTY:
                raise TooMuchError("more cells or other parts than a check looks at")


def stream_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part, in chunks."""
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def weigh_archive(archive: zipfile.ZipFile, most: int = MOST_IN_ALL, depth: int = 1) -> int:
    """How many bytes the files of an archive are, those in archives inside it counted again.

    Raises:
        TooMuchError: More than ``most``.
    """
    total = sum(info.file_size for info in archive.infolist())
    for info in archive.infolist() if depth < _DEEPEST and total <= most else ():
        total += _weight_inside(archive, info, most - total, depth)
    if total > most:
        raise TooMuchError(f"more than the {MOST_IN_ALL >> 20} MB that a check unpacks")
    return total


def _weight_inside(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, depth: int) -> int:
    if info.file_size < _SMALLEST_ZIP or info.is_dir():
        return 0
    try:
        with archive.open(info) as stream:
            if stream.read(len(_ZIP)) != _ZIP:
                return 0
        with zipfile.ZipFile(io.BytesIO(archive.read(info))) as inner:
            office = not _OFFICE.isdisjoint(inner.namelist())
            return 0 if office else weigh_archive(inner, most, depth + 1)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        return 0  # reading it says what is wrong with it


def in_windows(found: Extract) -> Extract:
    """The same, with long texts and rows cut into pieces that overlap, so that none is more than `LONGEST`."""
    for one in found:
        if not isinstance(one, Piece) or (len(one.text) <= LONGEST and _is_short(one.cells)):
            yield one
        elif one.cells:
            yield from _cut_row(one)
        else:
            yield from (replace(one, text=text) for text in windows(one.text))


def windows(text: str) -> Iterator[str]:
    """A text in parts of at most `LONGEST` characters, cut at spaces where there are some; each begins in the last."""
    start = 0
    while len(text) - start > LONGEST:
        space = text.rfind(" ", start + LONGEST - _OVERLAP, start + LONGEST)
        end = space if space > 0 else start + LONGEST
        yield text[start:end]
        start = end - _OVERLAP
    yield text[start:]


def _is_short(cells: Sequence[str]) -> bool:
    return len(cells) <= _MOST_CELLS and sum(map(len, cells)) <= LONGEST


def _cut_row(row: Piece) -> Iterator[Piece]:
    """A wide row as several, the last cells of one again in the next; a long cell as texts of their own."""
    taken: list[str] = []
    length = 0
    for cell in row.cells:
        if len(cell) > LONGEST:
            yield from (replace(row, text=text, cells=()) for text in windows(cell))
            continue
        if len(taken) >= _MOST_CELLS or length + len(cell) > LONGEST:
            yield replace(row, cells=tuple(taken))
            taken = taken[-_CELLS_BESIDE:] if length <= LONGEST // 2 else []
            length = sum(map(len, taken))
        taken.append(cell)
        length += len(cell)
    if taken:
        yield replace(row, cells=tuple(taken))


def blocks_of(found: Iterable[Found], most: int) -> Iterator[list[Found]]:
    """What was found, some of it at once: at most so many, and a quarter of a million characters beyond the last."""
    block: list[Found] = []
    length = 0
    for one in found:
        block.append(one)
        length += len(one.full_text) if isinstance(one, Piece) else 0
        if len(block) >= most or length >= _LONGEST_BLOCK:
            yield block
            block, length = [], 0
    if block:
        yield block
