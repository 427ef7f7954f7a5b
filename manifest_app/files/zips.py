"""The directory of a zip file, checked before anything is unpacked.

APPNOTE.TXT 6.3.10, sections 4.3 and 4.4, gives the records. Early releases of Python 3.11 and 3.12 and the readers of
workbooks accept overlapping and repeated entries, by which two readers see two different workbooks.
"""

import os
import struct
import zipfile
from typing import IO

from manifest_app.errors import FileProblem, UnsafeFileError

MAX_ENTRIES = 10_000
MAX_TOTAL_BYTES = 3 << 30
MAX_RATIO = 150
_RATIO_FROM_BYTES = 32 << 20
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_END, _MANY = 22 + 20 + 0xFFFF, 0xFFFF
_ASK = "Don't open it; ask the sender for a plain copy."
_DAMAGED = "Copy or download it again."


def check_directory(archive: zipfile.ZipFile, file: IO[bytes], name: str) -> None:
    """Refuse a directory that lies, hides or explodes: count, names, sizes, ratio, encryption, overlaps.

    Args:
        archive: The opened archive.
        file: The same file, for its local headers.
        name: File name for messages.

    Raises:
        UnsafeFileError: The archive is built to harm, or looks like it.
        FileProblem: It is encrypted or damaged.
    """
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise UnsafeFileError(f"{name} holds more than {MAX_ENTRIES:,} parts, which no workbook has.", _ASK)
    if len({entry.filename.casefold() for entry in entries}) != len(entries):
        raise UnsafeFileError(f"{name} holds two parts of one name, so that two programs may show two lists.", _ASK)
    _check_count(len(entries), file, name)
    _check_sizes(entries, name)
    for entry in entries:
        _check_entry(entry, name)
    _check_places(archive, entries, file, name)


def _check_count(count: int, file: IO[bytes], name: str) -> None:
    """The end record names the number of entries, which readers don't agree to believe (4.3.16; 4.4.22 for ZIP64)."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_END))
    tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    (told,) = struct.unpack_from("<H", tail, place + 10)
    if told != count & _MANY and not (told == _MANY and b"PK\x06\x07" in tail[:place]):
        raise UnsafeFileError(f"{name} has another number of parts than it says (a trap for readers).", _ASK)


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    if sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        raise UnsafeFileError(f"{name} would unpack to more than 3 GB (a zip bomb).", _ASK)
    for entry in entries:
        if entry.file_size > _RATIO_FROM_BYTES and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise UnsafeFileError(f"{name} would unpack to more than {MAX_RATIO} times its size (a zip bomb).", _ASK)


def _check_entry(entry: zipfile.ZipInfo, name: str) -> None:
    if entry.flag_bits & 0x1:
        raise FileProblem(f"{name} is protected by a password.", "Save it without a password and import that file.")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise UnsafeFileError(f"{name} is packed by a method that no spreadsheet program uses.", _ASK)
    if entry.filename.startswith("/") or ".." in entry.filename.split("/"):
        raise UnsafeFileError(f"{name} holds a part that points outside the file.", _ASK)


def _check_places(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], file: IO[bytes], name: str) -> None:
    end = 0
    for entry in sorted(entries, key=lambda item: item.header_offset):
        if entry.header_offset < end:
            raise UnsafeFileError(f"{name} holds parts that overlap (a zip bomb).", _ASK)
        end = _end_of(entry, file, name)
    if end > archive.start_dir:
        raise UnsafeFileError(f"{name} holds a part that overlaps its directory.", _ASK)


def _end_of(entry: zipfile.ZipInfo, file: IO[bytes], name: str) -> int:
    file.seek(entry.header_offset)
    raw = file.read(_LOCAL.size)
    if len(raw) < _LOCAL.size or not raw.startswith(b"PK\x03\x04"):
        raise FileProblem(f"{name} is damaged or was cut short.", _DAMAGED)
    fields = _LOCAL.unpack(raw)
    name_length, extra_length = fields[9], fields[10]
    local_name = file.read(name_length)
    if local_name != entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437", "replace"):
        raise UnsafeFileError(f"{name} names one of its parts in two ways (a trap for readers).", _ASK)
    return entry.header_offset + _LOCAL.size + int(name_length) + int(extra_length) + entry.compress_size
