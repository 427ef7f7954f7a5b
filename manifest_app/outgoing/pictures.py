"""PNG and JPEG: the texts beside the picture. What the picture shows is not read.

Sources: PNG (ISO/IEC 15948) chunks tEXt, zTXt, iTXt, eXIf; JPEG (ISO/IEC 10918-1) segments APPn and COM.
"""

import struct
import tomllib
import zlib
from functools import cache
from hashlib import sha256

from manifest_app.bundled import resource
from manifest_app.outgoing.binary import texts_in
from manifest_app.outgoing.pieces import Channel, Extract, TooMuchError, Unexplained

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
_OTHERS = (b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x00\x00")
SUFFIXES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp", ".wdp"}
)
_MOST = 1 << 20
_MOST_TOLD, _MOST_UNPACKED = 10_000, 4 << 20
_PIXELS = frozenset({b"IDAT", b"IHDR", b"PLTE", b"IEND"})
_START_OF_SCAN = 0xDA


def is_picture(data: bytes, suffix: str) -> bool:
    """Whether bytes are a picture, by their first bytes or by their name."""
    return data.startswith((PNG, JPEG, b"GIF8")) or suffix in SUFFIXES or (suffix == "" and data.startswith(_OTHERS))


@cache
def _stock() -> frozenset[str]:
    return frozenset(tomllib.loads(resource("tables", "stock_pictures.toml").read_text(encoding="utf-8"))["pictures"])


def picture(data: bytes, where: str) -> Extract:
    """The texts beside the pixels, and that nobody read the pixels; nothing for pictures of empty templates."""
    if sha256(data).hexdigest() in _stock():
        return
    if data.startswith(PNG):
        yield from _png(data, where)
    elif data.startswith(JPEG):
        yield from _jpeg(data, where)
    else:
        yield from texts_in(data, where, Channel.METADATA)
    yield Unexplained(where, Channel.PICTURE, "picture without text")


def _png(data: bytes, where: str) -> Extract:
    place = len(PNG)
    told, unpacked = 0, 0
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        place += 12 + length
        if kind not in _PIXELS:
            text = _unpacked(body)
            told, unpacked = told + 1, unpacked + len(text)
            if told > _MOST_TOLD or unpacked > _MOST_UNPACKED:
                raise TooMuchError("more texts beside the picture than a check looks at")
            yield from texts_in(body, where, Channel.METADATA)
            yield from texts_in(text, where, Channel.METADATA)
        if kind == b"IEND":
            break
    yield from texts_in(data[place:], where, Channel.METADATA)


def _unpacked(body: bytes) -> bytes:
    """The text of a packed chunk: keyword, zeros, deflate."""
    start = body.find(b"x", body.find(b"\0"))
    if start < 0:
        return b""
    try:
        return zlib.decompressobj().decompress(body[start:], _MOST)
    except zlib.error:
        return b""


def _jpeg(data: bytes, where: str) -> Extract:
    place = 2
    told = 0
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] != _START_OF_SCAN:
        told += 1
        if told > _MOST_TOLD:
            raise TooMuchError("more texts beside the picture than a check looks at")
        length = struct.unpack_from(">H", data, place + 2)[0]
        if data[place + 1] >= 0xE0:
            yield from texts_in(data[place + 4 : place + 2 + length], where, Channel.METADATA)
        place += 2 + max(length, 2)
    end = data.rfind(b"\xff\xd9")
    if end > 0:
        yield from texts_in(data[end + 2 :], where, Channel.METADATA)
