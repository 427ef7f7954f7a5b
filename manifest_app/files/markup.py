"""The XML parts of a workbook, looked at as a stream of bytes before a parser sees them."""

import re
import string
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from manifest_app.errors import FileProblem, UnsafeFileError

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
MAX_AREA = 60_000_000
"""Cells between the first and the last used corner: a reader allocates them all, 32 bytes each."""

_CHUNK = 1 << 20
_ASK = "Don't open it; ask the sender for a plain copy."
_TRIM = "Delete the empty rows and columns beyond the list, save it, and import it again."
_NOT_ROOT = re.compile(rb"<\?.*?\?>|<!--.*?-->", re.DOTALL)
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)")
_ROW = re.compile(rb"""<(?:\w+:)?row[\s/>](?:[^>]*?\br\s*=\s*["'](\d+))?""")
_CELL = re.compile(rb"""<(?:\w+:)?c[\s/>](?:[^>]*?\br\s*=\s*["']([A-Za-z]*\d*))?""")
_LETTERS, _DIGITS = string.ascii_letters.encode(), string.digits.encode()


@dataclass(slots=True)
class _Bounds:
    first_row: int = 0
    rows: int = 0
    last_row: int = 0
    cells: int = 0
    columns: frozenset[bytes] = frozenset()


def column_number(letters: str) -> int:
    """1 for ``A``, 28 for ``AB``; letters only."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """``A`` for 1, ``AB`` for 28."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def check_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, tell: Callable[[int], None]) -> None:
    """Refuse an XML part with a document type, an odd encoding, an endless text, or a sheet out of bounds.

    Args:
        archive: The opened archive.
        info: The part.
        name: File name for messages.
        tell: Told the bytes looked at so far; may raise to cancel.

    Raises:
        UnsafeFileError: One of the above.
        FileProblem: The part is damaged.
    """
    bounds: _Bounds | None = None
    done = 0
    for piece in pieces(archive, info, name):
        if done == 0:
            bounds = _Bounds() if _root(piece, name) == b"worksheet" else None
        if _DTD.search(piece):
            raise UnsafeFileError(f"{name} holds a document type definition (the start of an entity bomb).", _ASK)
        if bounds is not None:
            _grow(bounds, piece, name)
        done += len(piece)
        tell(done)


def pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """A part in pieces of about a megabyte that end before a tag, so that no tag is cut in two.

    Raises:
        UnsafeFileError: A text runs on for more than a million characters.
    """
    rest = b""
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            cut = chunk.rfind(b"<")
            if cut < 0 and len(chunk) == _CHUNK:
                raise UnsafeFileError(f"{name} holds a text of more than a million characters in one cell.", _ASK)
            if cut > 0 and len(chunk) == _CHUNK:
                yield rest + chunk[:cut]
                rest = chunk[cut:]
            else:
                rest += chunk
    if rest:
        yield rest


def _root(piece: bytes, name: str) -> bytes:
    text = piece.removeprefix(b"\xef\xbb\xbf")
    encoding = _ENCODING.match(text)
    if encoding and encoding[1].lower() not in {b"utf-8", b"utf8", b"us-ascii", b"ascii"}:
        raise UnsafeFileError(f"{name} is written in an encoding that no spreadsheet program uses.", _ASK)
    root = _ROOT.search(_NOT_ROOT.sub(b"", text))
    if root is None or b"\0" in piece[:64]:
        raise FileProblem(f"{name} is damaged: one of its parts is no XML.", "Copy or download it again.")
    return root[1]


def _grow(bounds: _Bounds, piece: bytes, name: str) -> None:
    for row in _ROW.findall(piece):
        bounds.rows += 1
        number = int(row[:9]) if row else bounds.last_row + 1
        bounds.first_row = bounds.first_row or number
        bounds.last_row = max(bounds.last_row, number)
    cells = _CELL.findall(piece)
    bounds.cells += len(cells)
    references = b" ".join(cells)
    bounds.columns |= frozenset(references.translate(None, _DIGITS).split())
    rows = frozenset(references.translate(None, _LETTERS).split())
    bounds.last_row = max(bounds.last_row, *(int(row[:9]) for row in rows), 0)
    if max(bounds.last_row, bounds.rows) > MAX_ROWS:
        raise UnsafeFileError(f"{name} has a sheet of more than {MAX_ROWS:,} rows.", "Split it into smaller lists.")
    widest = max((column_number(letters[:8].decode("ascii")) for letters in bounds.columns), default=0)
    if widest > MAX_COLUMNS:
        raise UnsafeFileError(f"{name} has a sheet of more than {MAX_COLUMNS:,} columns.", _ASK)
    if bounds.cells > MAX_AREA:
        raise UnsafeFileError(f"{name} has a sheet of more than {MAX_AREA:,} cells.", "Split it into smaller lists.")
    if (bounds.last_row - bounds.first_row + 1) * widest > MAX_AREA:
        place = f"column {column_letters(widest)} or row {bounds.last_row:,}"
        raise UnsafeFileError(f"{name} has a cell far away from its list, in {place}.", _TRIM)
