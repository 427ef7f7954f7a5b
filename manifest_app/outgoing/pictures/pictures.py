"""Pictures: the texts beside the pixels, what the pixels tell, and bytes that belong to no part of them.

Sources: PNG (ISO/IEC 15948) chunks tEXt, zTXt, iTXt, eXIf; JPEG (ISO/IEC 10918-1) segments APPn and COM.
"""

import io
import struct
import tomllib
import warnings
import zlib
from contextlib import suppress
from functools import cache
from hashlib import sha256

from PIL import Image

from manifest_app.bundled import resource
from manifest_app.outgoing.pictures import ocr
from manifest_app.outgoing.pictures.pixels import NOT_READ, greys_of, look
from manifest_app.outgoing.pieces import Channel, Extract, TooMuchError, Unexplained
from manifest_app.outgoing.texts.binary import texts_in

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
_OTHERS = (b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x00\x00")
SUFFIXES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp", ".wdp"}
)
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "JPEG2000")
_MOST = 1 << 20
_MOST_TOLD, _MOST_UNPACKED = 10_000, 4 << 20
_PIXELS = frozenset({b"IDAT", b"IHDR", b"IEND"})
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_START_OF_SCAN, _ALONE = 0xDA, frozenset({0x01, *range(0xD0, 0xD9)})
_TOO_MUCH = "more texts beside the picture than a check looks at"
_BEHIND = "bytes behind the picture"
_INSIDE = "picture inside the picture"


def is_picture(data: bytes, suffix: str) -> bool:
    """Whether bytes are a picture, by their first bytes or by their name."""
    if data.startswith((PNG, JPEG, b"GIF8", b"RIFF")) and (data[:4] != b"RIFF" or data[8:12] == b"WEBP"):
        return True
    return suffix in SUFFIXES or (suffix == "" and data.startswith(_OTHERS))


@cache
def _stock() -> frozenset[str]:
    return frozenset(tomllib.loads(resource("tables", "stock_pictures.toml").read_text(encoding="utf-8"))["pictures"])


def picture(data: bytes, where: str) -> Extract:
    """The texts beside the pixels, and those in them; nothing for pictures of empty templates."""
    if sha256(data).hexdigest() in _stock():
        return
    if data.startswith(PNG):
        yield from _png(data, where)
        yield from pixels(data, where)
    elif data.startswith(JPEG):
        yield from jpeg_texts(data, where)
        yield from pixels(data, where)
    else:
        yield from texts_in(data, where, Channel.METADATA)
        yield from (one for one in pixels(data, where) if not isinstance(one, Unexplained))
        yield Unexplained(where, Channel.PICTURE, NOT_READ)


def pixels(data: bytes, where: str) -> Extract:
    """What the pixels of a picture file tell."""
    if not ocr.is_there():
        yield Unexplained(where, Channel.PICTURE, NOT_READ)
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                seen = list(greys_of(opened))
    except Exception:
        seen = []
    yield from look(seen, where)


def _png(data: bytes, where: str) -> Extract:
    place = len(PNG)
    packed, head, body = b"", b"", b""
    told = unpacked = 0
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        place += 12 + length
        if kind == b"IHDR":
            head = body
        elif kind == b"IDAT":
            packed += body
        if kind not in _PIXELS:
            text = _unpacked(body)
            told, unpacked = told + 1, unpacked + len(text)
            if told > _MOST_TOLD or unpacked > _MOST_UNPACKED:
                raise TooMuchError(_TOO_MUCH)
            yield from _beside(body, where)
            yield from texts_in(text, where, Channel.METADATA)
        if kind == b"IEND":
            break
    if place != len(data):  # a chunk that says it is longer than the file takes in what stands behind the picture
        yield from _beside(data[place:] or body, where)
        yield Unexplained(where, Channel.UNKNOWN, _BEHIND)
    yield from _rows(head, packed, where)


def _beside(body: bytes, where: str) -> Extract:
    yield from texts_in(body, where, Channel.METADATA)
    if JPEG in body or PNG in body:
        start = max(body.find(JPEG), body.find(PNG))
        yield from (one for one in pixels(body[start:], where) if not isinstance(one, Unexplained))
        yield Unexplained(where, Channel.PICTURE, _INSIDE)


def _rows(head: bytes, packed: bytes, where: str) -> Extract:
    """Whether the packed pixels are as many as the picture shows: a picture that was cropped may keep the rest."""
    if len(head) < 13:
        return
    width, height, depth, colour = struct.unpack_from(">IIBB", head)
    if head[12]:
        return  # interlaced: the rows of seven pictures, which the decoder counts
    size = height * (1 + (width * depth * _SAMPLES.get(colour, 4) + 7) // 8)
    packer = zlib.decompressobj()
    try:
        found = len(packer.decompress(packed, min(size + 1, 1 << 28)))
    except zlib.error:
        return
    if found > size or packer.unused_data:
        yield from texts_in(packer.unused_data, where, Channel.METADATA)
        yield Unexplained(where, Channel.UNKNOWN, _BEHIND)


def _unpacked(body: bytes) -> bytes:
    """The text of a packed chunk: keyword, zeros, deflate; or deflate alone."""
    for start in (0, body.find(b"x", max(0, body.find(b"\0")))):
        if body[start : start + 1] == b"x":
            with suppress(zlib.error):
                return zlib.decompressobj().decompress(body[start:], _MOST)
    return b""


def jpeg_texts(data: bytes, where: str) -> Extract:
    """The texts of a JPEG's segments, and what stands behind its end."""
    place = 2
    told = 0
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] != _START_OF_SCAN:
        told += 1
        if told > _MOST_TOLD:
            raise TooMuchError(_TOO_MUCH)
        length = struct.unpack_from(">H", data, place + 2)[0]
        if data[place + 1] >= 0xE0:
            yield from _beside(data[place + 4 : place + 2 + length], where)
        place += 2 + max(length, 2)
    end = _end_of_scans(data, place)
    if data[end:].strip(b"\0"):
        yield from _beside(data[end:], where)
        yield Unexplained(where, Channel.UNKNOWN, _BEHIND)


def _end_of_scans(data: bytes, place: int) -> int:
    """The place behind the first mark of an end (EOI) that is no pixel."""
    while (place := data.find(b"\xff", place)) >= 0 and place + 1 < len(data):
        mark = data[place + 1]
        if mark == 0xD9:
            return place + 2
        if mark in {0, 0xFF} or mark in _ALONE or place + 4 > len(data):
            place += 1 if mark == 0xFF else 2
            continue
        place += 2 + max(2, struct.unpack_from(">H", data, place + 2)[0])
    return len(data)
