"""A zip container read byte by byte (PKWARE APPNOTE 6.3.10): every byte of it must be one a release has."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from manifest_app.release.reading.unexplained import demand

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DATE_1980_01_01 = 0x21
_DOS_ARCHIVE = 0x20
_VERSION = 20  # also "made by": the high byte, 0, is the system


@dataclass(frozen=True, slots=True)
class _Entry:
    name: bytes
    crc: int
    size: int
    offset: int


def _unpack(layout: struct.Struct, data: bytes, offset: int, what: str) -> tuple[bytes | int, ...]:
    demand(0 <= offset <= len(data) - layout.size, f"truncated {what}")
    return layout.unpack_from(data, offset)


def _central(data: bytes, start: int, count: int) -> Iterator[_Entry]:
    offset = start
    for _ in range(count):
        found = _unpack(_CENTRAL, data, offset, "directory")
        (
            signature,
            *versions,
            method,
            time,
            day,
            crc,
            size,
            full,
            name_length,
            extra,
            comment,
            disk,
            inner,
            outer,
            at,
        ) = found
        demand(signature == b"PK\x01\x02", "no directory entry where one belongs")
        demand(
            versions == [_VERSION, _VERSION, 0] and method == 0,
            "version, system, flags or compression in the directory",
        )
        demand((time, day) == (0, _DATE_1980_01_01), "time in the directory")
        demand(
            (extra, comment, disk, inner, outer) == (0, 0, 0, 0, _DOS_ARCHIVE),
            "extra field, comment or attributes in the directory",
        )
        demand(size == full, "sizes that differ in the directory")
        name_end = offset + _CENTRAL.size + int(name_length)
        yield _Entry(data[offset + _CENTRAL.size : name_end], int(crc), int(size), int(at))
        offset = name_end
    demand(offset == len(data) - _END.size, "bytes between the directory and its end")


def _content(data: bytes, entry: _Entry, offset: int) -> bytes:
    found = _unpack(_LOCAL, data, offset, "part")
    expected = (
        *(b"PK\x03\x04", _VERSION, 0, 0, 0, _DATE_1980_01_01),
        *(entry.crc, entry.size, entry.size, len(entry.name), 0),
    )
    demand(found == expected and entry.offset == offset, "a part's own header differs from the directory")
    name_end = offset + _LOCAL.size + len(entry.name)
    demand(data[offset + _LOCAL.size : name_end] == entry.name, "a part's own name differs from the directory")
    content = data[name_end : name_end + entry.size]
    demand(len(content) == entry.size and zlib.crc32(content) == entry.crc, "a part that is cut off or altered")
    return content


def read_container(data: bytes) -> dict[str, bytes]:
    """The parts of a container, which must be exactly as `manifest_app.release.writers.xlsx.pack` would make it.

    Raises:
        Unexplained: A byte of it is not explained by the parts: a gap, a comment, a time, another order ...
    """
    end = _unpack(_END, data, len(data) - _END.size, "end")
    signature, disk, first_disk, here, total, size, start, comment = end
    demand((signature, disk, first_disk, comment) == (b"PK\x05\x06", 0, 0, 0), "no plain end of the directory")
    demand(here == total, "counts that differ at the end")
    entries = list(_central(data, int(start), int(total)))
    demand(int(size) == len(data) - _END.size - int(start), "a directory of another size")
    names = [entry.name for entry in entries]
    demand(names == sorted(set(names)), "parts in another order, or two of one name")
    parts: dict[str, bytes] = {}
    offset = 0
    for entry in entries:
        content = _content(data, entry, offset)
        offset += _LOCAL.size + len(entry.name) + len(content)
        parts[entry.name.decode("ascii", "replace")] = content
    demand(offset == int(start), "bytes between the parts and the directory")
    return parts
