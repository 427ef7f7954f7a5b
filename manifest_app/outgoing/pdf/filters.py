"""Unpacks the streams of a PDF (ISO 32000-1, 7.4): deflate, LZW, run lengths, two ways of writing bytes as text."""

import base64
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from manifest_app.outgoing.pieces import TooMuchError

PICTURE_FILTERS = frozenset({b"DCTDecode", b"DCT", b"JPXDecode", b"CCITTFaxDecode", b"CCF", b"JBIG2Decode"})
"""Filters that only a reader of pictures undoes."""

_FILTERS = re.compile(rb"/(?:Filter|F)\s*(?:/([^\s/<>\[\]()%]+)|\[([^\]]*)\])")
_NAME = re.compile(rb"/([^\s/<>\[\]()%]+)")
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_NUMBER = re.compile(rb"/(Predictor|Columns|Colors|BitsPerComponent|EarlyChange)\s+(\d{1,6})")
_PAD = b"\0\t\n\f\r "
_CLEAR, _END, _FIRST_WORD = 256, 257, 258
_MOST_BITS = 12
_PNG_PREDICTOR = 10


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a stream held.

    Attributes:
        data: Its bytes, as far as the filters are known.
        left: A filter of pictures that is still on them, or b"".
        more: Bytes behind the packed ones, which nothing shows.
        whole: Whether all of it could be unpacked.
    """

    data: bytes
    left: bytes = b""
    more: bytes = b""
    whole: bool = True


def plain_name(name: bytes) -> bytes:
    """A name without the codes it may be written with (``#41`` is A)."""
    return _NAME_CODE.sub(lambda code: bytes([int(code[1], 16)]), name)


def filters_of(head: bytes) -> list[bytes]:
    """The filters that the dictionary of a stream names, first to undo first."""
    found = _FILTERS.search(head)
    if found is None:
        return []
    return [plain_name(found[1])] if found[1] else [plain_name(name) for name in _NAME.findall(found[2])]


def unpacked(head: bytes, data: bytes, most: int) -> Unpacked:
    """The bytes of a stream.

    Args:
        head: Its dictionary as it is written.
        data: The stream as packed.
        most: So many bytes are unpacked.

    Raises:
        TooMuchError: There are more.
    """
    numbers = {key: int(value) for key, value in _NUMBER.findall(head)}
    more = b""
    for name in filters_of(head):
        if name in PICTURE_FILTERS:
            return Unpacked(data, name, more)
        if name == b"Crypt" and b"/Identity" in head:
            continue
        unpack = _UNPACKERS.get(name)
        if unpack is None:
            return Unpacked(data, b"", more, whole=False)
        try:
            data, behind = unpack(data, most, numbers)
        except (zlib.error, ValueError):
            return Unpacked(data, b"", more, whole=False)
        if len(data) >= most:
            raise TooMuchError
        more += behind.strip(_PAD)
    return Unpacked(data, b"", more)


_Numbers = Mapping[bytes, int]


def _inflated(data: bytes, most: int, numbers: _Numbers) -> tuple[bytes, bytes]:
    packer = zlib.decompressobj()
    unpacked_data = packer.decompress(data, most)
    return _predicted(unpacked_data, numbers), packer.unused_data


def _lzw(data: bytes, most: int, numbers: _Numbers) -> tuple[bytes, bytes]:
    early = numbers.get(b"EarlyChange", 1)
    table: list[bytes] = []
    out: list[bytes] = []
    width, size, before = 9, 0, b""
    held = bits = 0
    for place, byte in enumerate(data):
        held, bits = (held << 8 | byte) & 0xFFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & (1 << width) - 1
        if code == _END:
            return _predicted(b"".join(out), numbers), data[place + 1 :]
        if code == _CLEAR or not table:
            table = [bytes([one]) for one in range(256)] + [b"", b""]
            width, before = 9, b""
            if code == _CLEAR:
                continue
        word = _word(table, code, before)
        if before and len(table) < 1 << _MOST_BITS:
            table.append(before + word[:1])
        width = min(_MOST_BITS, max(9, (len(table) + early).bit_length()))
        before = word
        out.append(word)
        size += len(word)
        if size >= most:
            raise TooMuchError
    return _predicted(b"".join(out), numbers), b""


def _word(table: list[bytes], code: int, before: bytes) -> bytes:
    if code < len(table) and code not in (_CLEAR, _END):
        return table[code]
    if code == len(table) and before:
        return before + before[:1]
    raise ValueError("a code of LZW that does not exist")


def _run_lengths(data: bytes, most: int, _numbers: _Numbers) -> tuple[bytes, bytes]:
    out = bytearray()
    place = 0
    while place < len(data) and data[place] != 128 and len(out) < most:
        length = data[place]
        if length < 128:
            out += data[place + 1 : place + 2 + length]
            place += 2 + length
        else:
            out += data[place + 1 : place + 2] * (257 - length)
            place += 2
    return bytes(out), data[place + 1 :]


def _predicted(data: bytes, numbers: _Numbers) -> bytes:
    kind = numbers.get(b"Predictor", 1)
    colours, bits = numbers.get(b"Colors", 1), numbers.get(b"BitsPerComponent", 8)
    step = max(1, colours * bits // 8)
    width = (numbers.get(b"Columns", 1) * colours * bits + 7) // 8
    if kind >= _PNG_PREDICTOR:
        return _undone_png(data, width, step)
    if kind == 2 and bits == 8:
        return b"".join(_summed(data[start : start + width], step) for start in range(0, len(data), width))
    return data


def _summed(row: bytes, step: int) -> bytes:
    out = bytearray(row)
    for place in range(step, len(out)):
        out[place] = out[place] + out[place - step] & 255
    return bytes(out)


def _undone_png(data: bytes, width: int, step: int) -> bytes:
    """The rows of PNG's filters (ISO/IEC 15948, 9)."""
    out = bytearray()
    above = bytes(width)
    for start in range(0, len(data), width + 1):
        row = bytearray(data[start + 1 : start + 1 + width])
        _undo_row(data[start], row, above, step)
        above = bytes(row).ljust(width, b"\0")
        out += row
    return bytes(out)


def _undo_row(kind: int, row: bytearray, above: bytes, step: int) -> None:
    if kind == 2:
        row[:] = bytes(one + other & 255 for one, other in zip(row, above, strict=False))
        return
    for place in range(len(row) if kind else 0):
        left = row[place - step] if place >= step else 0
        corner = above[place - step] if place >= step else 0
        guess = {1: left, 3: (left + above[place]) // 2, 4: _paeth(left, above[place], corner)}.get(kind, 0)
        row[place] = row[place] + guess & 255


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))


def _from_85(data: bytes, _most: int, _numbers: _Numbers) -> tuple[bytes, bytes]:
    text, _, behind = data.partition(b"~>")
    return base64.a85decode(text.strip().removeprefix(b"<~")), behind


def _from_16(data: bytes, _most: int, _numbers: _Numbers) -> tuple[bytes, bytes]:
    text, _, behind = data.partition(b">")
    return from_hex(text), behind


def from_hex(text: bytes) -> bytes:
    """The bytes that digits of base 16 stand for; anything between them is passed over."""
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", text)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


_UNPACKERS: Mapping[bytes, Callable[[bytes, int, _Numbers], tuple[bytes, bytes]]] = {
    **dict.fromkeys((b"FlateDecode", b"Fl"), _inflated),
    **dict.fromkeys((b"LZWDecode", b"LZW"), _lzw),
    **dict.fromkeys((b"RunLengthDecode", b"RL"), _run_lengths),
    **dict.fromkeys((b"ASCII85Decode", b"A85"), _from_85),
    **dict.fromkeys((b"ASCIIHexDecode", b"AHx"), _from_16),
}
