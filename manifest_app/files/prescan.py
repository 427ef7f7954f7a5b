"""A look at a file before any library reads it: what it is, and whether it is built to harm.

The bombs this stops were measured against the readers: a sheet of ten million rows, one cell at XFD1048576 and a text
of two gigabytes each end python-calamine 0.9.1 by an abort of the whole process; overlapping and repeated zip entries
are read by it without a word. All work here is streamed; memory stays at a few megabytes whatever the file claims.
"""

import os
import re
import stat
import struct
import zipfile
import zlib
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import IO

from manifest_app.errors import FileProblem, UnsafeFileError
from manifest_app.files.markup import check_part
from manifest_app.files.zips import check_directory
from manifest_app.model.progress import Progress, silent

MAX_FILE_BYTES = 1 << 30
MAX_LINE_BYTES = 4 << 20
_CHUNK = 1 << 20
_TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".txt"})
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "Open it in a spreadsheet program and save it as .xlsx or .csv."
_UNLOCK = "Open it in its own program, save it without a password, and import that file."
_FOREIGN = (
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf", "a compressed file (7-Zip)"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
_MARKUP = re.compile(rb"\s*<(!doctype|html|\?xml|table|head|body|meta)", re.IGNORECASE)
_WORKBOOK = re.compile(rb"(spreadsheetml\.sheet|spreadsheetml\.template)\.main\+xml")
_MACRO_WORKBOOK = re.compile(rb"ms-excel\.(sheet|template|addin)\.macroEnabled\.main\+xml", re.IGNORECASE)
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_TYPES = (_ODS, f"{_ODS}-template")


class FileKind(StrEnum):
    """What a file is, by its content."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    ODS = "ods"
    CSV = "csv"


def prescan(path: Path, *, progress: Progress = silent) -> FileKind:
    """Say what kind of list a file is, after looking for everything that could harm a reader.

    Args:
        path: The file.
        progress: Told how many bytes of markup were looked at.

    Raises:
        FileProblem: The file can't be read, is empty, damaged, password-protected, or no list.
        UnsafeFileError: The file is built to harm, or looks like it.
        CancelledError: ``progress`` cancelled.
    """
    try:
        _demand_a_file(path)
        with path.open("rb") as file:
            return prescan_file(file, path.name, progress=progress)
    except OSError as error:
        raise _read_problem(error, path.name) from error


def read_file(path: Path) -> bytes:
    """The bytes of a file of at most 1 GB, so that it can be looked at and parsed without changing in between.

    Raises:
        FileProblem: The file can't be read, is larger, or changed meanwhile.
    """
    try:
        _demand_a_file(path)
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_FILE_BYTES:
                raise _too_large(path.name)
            data = file.read(size + 1)
    except OSError as error:
        raise _read_problem(error, path.name) from error
    if len(data) != size:
        raise FileProblem(f"{path.name} changed while it was read.", "Wait until it is written, and try again.")
    return data


def _demand_a_file(path: Path) -> None:
    """Opening a pipe waits for whoever writes into it, and a device has no end."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise FileProblem(f"{path.name} is no file, but a pipe or a device.", "Choose a file.")


def _read_problem(error: OSError, name: str) -> FileProblem:
    if isinstance(error, FileNotFoundError):
        return FileProblem(f"There is no file {name} in that folder.", "Check the name and the folder.")
    if isinstance(error, IsADirectoryError):
        return FileProblem(f"{name} is a folder, not a file.", "Choose the list inside it.")
    if isinstance(error, PermissionError):
        message = f"{name} may not be read, or another program has it open."
        return FileProblem(message, "Close it there, or ask for the right to read it.")
    return FileProblem(f"{name} could not be read: {error.strerror}.", "Copy it to this computer and try again.")


def _too_large(name: str) -> UnsafeFileError:
    return UnsafeFileError(f"{name} is larger than 1 GB, which no list is.", "Split it into smaller lists.")


def prescan_file(file: IO[bytes], name: str, *, progress: Progress = silent) -> FileKind:
    """The same as `prescan` for an open file, which it leaves at any position; ``name`` gives messages and suffix."""
    size = file.seek(0, os.SEEK_END)
    if size == 0:
        raise FileProblem(f"{name} is empty (0 bytes).", "Ask for the file again, or save it again.")
    if size > MAX_FILE_BYTES:
        raise _too_large(name)
    file.seek(0)
    head = file.read(4096)
    if head.startswith(_OLE2):
        raise _ole2_problem(file, name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _prescan_zip(file, name, progress)
    return _prescan_text(file, head, name)


def _ole2_problem(file: IO[bytes], name: str) -> FileProblem:
    file.seek(0)
    data = file.read(64 << 20)
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileProblem(f"{name} is protected by a password.", _UNLOCK)
    if "Workbook".encode("utf-16-le") in data or "Book\0".encode("utf-16-le") in data:
        return FileProblem(f"{name} is a workbook of the old .xls format, which is not read.", _SAVE_AS)
    return FileProblem(f"{name} is not a spreadsheet.", _SAVE_AS)


def _prescan_zip(file: IO[bytes], name: str, progress: Progress) -> FileKind:
    try:
        with zipfile.ZipFile(file) as archive:
            check_directory(archive, file, name)
            kind = _kind_of(archive, name)
            done = 0
            for info in archive.infolist():
                if info.filename.lower().endswith((".xml", ".rels", ".vml")):
                    check_part(archive, info, name, partial(_tell, progress, done))
                    done += info.file_size
            return kind
    except (zipfile.BadZipFile, zlib.error, struct.error, UnicodeDecodeError, EOFError, NotImplementedError) as error:
        message = f"{name} is damaged or was cut short: its zip directory does not fit its content."
        raise FileProblem(message, "Copy or download it again.") from error


def _tell(progress: Progress, base: int, done: int) -> None:
    progress(base + done, None, "checking the file")


def _kind_of(archive: zipfile.ZipFile, name: str) -> FileKind:
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        return _office_kind(_small_part(archive, "[Content_Types].xml"), names, name)
    if "mimetype" in names:
        return _odf_kind(archive, name)
    if "EncryptedPackage" in names:
        raise FileProblem(f"{name} is protected by a password.", _UNLOCK)
    raise FileProblem(f"{name} is a zip archive, not a spreadsheet.", "Unpack it and import the list inside.")


def _office_kind(types: bytes, names: set[str], name: str) -> FileKind:
    if _MACRO_WORKBOOK.search(types):
        return FileKind.XLSM
    if _WORKBOOK.search(types):
        return FileKind.XLSX
    if b"sheet.binary" in types or "xl/workbook.bin" in names:
        raise FileProblem(f"{name} is a binary workbook (.xlsb), which is not read.", _SAVE_AS)
    raise FileProblem(f"{name} is an office document, but not a spreadsheet.", _SAVE_AS)


def _odf_kind(archive: zipfile.ZipFile, name: str) -> FileKind:
    if _small_part(archive, "mimetype").decode("ascii", "replace").strip() not in _ODS_TYPES:
        raise FileProblem(f"{name} is an office document, but not a spreadsheet.", _SAVE_AS)
    names = archive.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in _small_part(archive, "META-INF/manifest.xml"):
        raise FileProblem(f"{name} is protected by a password.", _UNLOCK)
    if "content.xml" not in names:
        raise FileProblem(f"{name} is damaged: its content is missing.", "Copy or download it again.")
    return FileKind.ODS


def _small_part(archive: zipfile.ZipFile, part: str) -> bytes:
    with archive.open(part) as stream:
        return stream.read(_CHUNK)


def _prescan_text(file: IO[bytes], head: bytes, name: str) -> FileKind:
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            raise FileProblem(f"{name} is {what}, not a spreadsheet.", "Choose an .xlsx, .ods or .csv file.")
    if _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")):
        raise FileProblem(f"{name} is a web page or XML file, not a spreadsheet.", _SAVE_AS)
    if not looks_like_text(head):
        raise FileProblem(f"{name} is not a spreadsheet: it is neither a workbook nor text.", _SAVE_AS)
    if Path(name).suffix.lower() not in _TEXT_SUFFIXES:
        raise FileProblem(f"{name} is plain text and no workbook.", "If it is a list, rename it to end in .csv.")
    _check_lines(file, name)
    return FileKind.CSV


def looks_like_text(head: bytes) -> bool:
    """Whether bytes can be the start of a text: UTF-16 (with or without mark), or without control characters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if even + odd:
        half = len(head) // 2
        return (odd > half * 0.6 and even < half * 0.1) or (even > half * 0.6 and odd < half * 0.1)
    return not any(byte < 32 and byte not in b"\t\n\r\f\x1a\x1b" for byte in head)


def _check_lines(file: IO[bytes], name: str) -> None:
    file.seek(0)
    run = 0
    while chunk := file.read(_CHUNK):
        cut = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        run = run + len(chunk) if cut < 0 else len(chunk) - cut
        if run > MAX_LINE_BYTES:
            raise UnsafeFileError(f"{name} holds a line of more than 4 million characters.", _SAVE_AS)
