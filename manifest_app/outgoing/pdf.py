"""PDF documents (ISO 32000-1): every object in the file's bytes, whether or not a page shows it.

The objects are found by their marks and not by the file's own directory, so that earlier revisions and objects that
nothing refers to are seen like all others. What pages show is read by `pdf_pages`.
"""

import base64
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from manifest_app.outgoing.binary import texts_in
from manifest_app.outgoing.markup import Walker, chunks_of
from manifest_app.outgoing.pdf_pages import pages
from manifest_app.outgoing.pieces import Channel, Extract, Piece, TooMuchError, Unexplained, inside

MOST_OBJECTS = 200_000
_MOST_UNPACKED = 256 << 20
_MOST_RATIO, _RATIO_FROM = 150, 32 << 20
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})(?!\s+\d+\s+R)")
_FILTERS = re.compile(rb"/Filter\s*(?:/(\w+)|\[([^\]]*)\])")
_LITERAL = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)", re.DOTALL)
_HEX = re.compile(rb"(?<!<)<([0-9A-Fa-f\s]+)>(?!>)")
_KEY = re.compile(rb"/(\w+)\s*(?:\[\s*)?$")
_NAME = re.compile(rb"/([^\s/<>\[\]()%{}]{3,64})")
_STREAM = re.compile(rb"\bstream(?=[\r\n])")
_BARE = re.compile(rb"[^\s/<>\[\]()%{}]+")
_NUMBER = re.compile(rb"[+-]?\d{0,7}|[+-]?\d*\.\d*")
_NAME_OF_ANY = re.compile(rb"/[^\s/<>\[\]()%{}]*")
_KEYWORDS = frozenset({b"R", b"obj", b"endobj", b"true", b"false", b"null", b"stream", b"endstream"})
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+R\b")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_OPERATORS = re.compile(rb"\bBT\b|\b(?:re|cm|Do|rg|RG|gs|Tj|TJ|EMC)\b")
_HARMLESS = (b"/Length1", b"/Type1C", b"/CIDFontType0C", b"/OpenType", b"/FunctionType", b"/ShadingType", b"/XRef")
_CHANNELS: Mapping[bytes, Channel] = {
    **dict.fromkeys((b"Title", b"Author", b"Subject", b"Keywords", b"Creator", b"Producer"), Channel.PROPERTY),
    **dict.fromkeys((b"Contents", b"RC"), Channel.ANNOTATION),
    **dict.fromkeys((b"T", b"V", b"DV", b"TU", b"TM", b"Opt"), Channel.FORM),
    **dict.fromkeys((b"Alt", b"ActualText", b"E"), Channel.ALT_TEXT),
    b"URI": Channel.LINK,
    b"JS": Channel.SCRIPT,
}
_SUSPECT = (
    (re.compile(rb"/(?:JS|JavaScript|Launch)\b"), Channel.SCRIPT, "script or action"),
    (re.compile(rb"/OFF\s*\[\s*\d"), Channel.HIDDEN_TEXT, "layer that is switched off"),
    (re.compile(rb"/(?:RichMedia|Movie|Sound|3D)\b"), Channel.EMBEDDED, "film or sound"),
)

Recurse = Callable[[bytes, str, str], Extract]


@dataclass(frozen=True, slots=True)
class _Object:
    """An object as it stands: what comes before its stream, the stream as packed (None without one), where it ends."""

    number: int
    start: int
    head: bytes
    stream: bytes | None
    end: int


def document(data: bytes, where: str, recurse: Recurse) -> Extract:
    """Everything in a PDF; ``recurse(data, name, where)`` reads a file inside it."""
    place = where or Channel.WHOLE
    objects = list(_objects(data))
    between = b" ".join(_between(data, objects))
    heads = b"\n".join([between, *(one.head for one in objects)])
    if b"/Encrypt" in heads:
        yield Unexplained(place, Channel.WHOLE, "encrypted")
        return
    yield from texts_in(b"\n".join(re.findall(rb"%[^\r\n]*", between)), place, Channel.XML_COMMENT)
    if data[data.rfind(b"%%EOF") + 5 :].strip(b"\0\t\n\f\r "):
        yield Unexplained(place, Channel.UNKNOWN, "bytes after the end of the document")
    reader = _Reader(where, recurse)
    known = reader.unpacked_heads(objects) + heads
    referred = {int(number) for number in _REFERENCE.findall(known)}
    last = {one.number: one.start for one in objects}
    for one in objects:
        current = last[one.number] == one.start and (one.number in referred or _is_frame(one))
        yield from reader.read(one, current=current)
    for pattern, channel, what in _SUSPECT:
        if pattern.search(known):
            yield Unexplained(place, channel, what)
    yield from pages(data, where)


def _objects(data: bytes) -> Iterator[_Object]:
    place = count = 0
    while match := _OBJECT.search(data, place):
        count += 1
        if count > MOST_OBJECTS:
            raise TooMuchError
        one = _object(data, int(match[1]), match.start(), match.end())
        place = one.end
        yield one


def _object(data: bytes, number: int, start: int, body: int) -> _Object:
    end = data.find(b"endobj", body)
    end = len(data) if end < 0 else end
    found = _STREAM.search(data, body, end)
    if found is None:
        return _Object(number, start, data[body:end], None, min(end + 6, len(data)))
    mark = found.start()
    head = data[body:mark]
    first = mark + 6 + (2 if data[mark + 6 : mark + 8] == b"\r\n" else 1)
    length = _LENGTH.search(head)
    last = first + int(length[1]) if length else -1
    if last < 0 or not data[last : last + 32].lstrip().startswith(b"endstream"):
        last = data.find(b"endstream", first)
        last = len(data) if last < 0 else last
    end = data.find(b"endobj", last)
    return _Object(number, start, head, data[first:last], len(data) if end < 0 else end + 6)


def _between(data: bytes, objects: list[_Object]) -> Iterator[bytes]:
    end = 0
    for one in objects:
        yield data[end : one.start]
        end = one.end
    yield data[end:]


def _is_frame(one: _Object) -> bool:
    return b"/XRef" in one.head or b"/ObjStm" in one.head or b"/Linearized" in one.head


class _Reader:
    """Reads objects; what they unpack to is counted."""

    def __init__(self, where: str, recurse: Recurse) -> None:
        self._where = where
        self._recurse = recurse
        self._left = _MOST_UNPACKED
        self._names: set[bytes] = set()

    def unpacked_heads(self, objects: list[_Object]) -> bytes:
        """The objects that lie packed in streams of objects."""
        return b"\n".join(self._unpacked(one) or b"" for one in objects if b"/ObjStm" in one.head)

    def read(self, one: _Object, *, current: bool) -> Extract:
        """The texts of an object; those of one that was replaced, or that nothing refers to, are of an old revision."""
        place = inside(self._where, f"object {one.number}")
        found = self._in_head(one.head, place) if one.stream is None else self._in_stream(one, place)
        if current:
            yield from found
            return
        yield Unexplained(place, Channel.OLD_REVISION, "object that was replaced or that nothing refers to")
        for each in found:
            told = each.text if isinstance(each, Piece) else ""
            yield Piece(place, Channel.OLD_REVISION, told) if told else each

    def _in_head(self, head: bytes, place: str) -> Extract:
        for pattern in (_LITERAL, _HEX):
            for match in pattern.finditer(head):
                key = _KEY.search(head, max(0, match.start() - 40), match.start())
                if key is None or key[1] != b"ID":
                    text = _decoded(_bytes_of(match))
                    yield Piece(place, _CHANNELS.get(key[1] if key else b"", Channel.ATTRIBUTE), text)
        for name in set(_NAME.findall(head)) - self._names:
            self._names.add(name)
            plain = _NAME_CODE.sub(lambda code: bytes([int(code[1], 16)]), name)
            yield Piece(place, Channel.MARKUP, plain.decode("latin-1"))
        yield from _bare(head, place)

    def _in_stream(self, one: _Object, place: str) -> Extract:
        yield from self._in_head(one.head, place)
        if b"/Image" in one.head:
            yield Unexplained(place, Channel.PICTURE, "picture without text")
            return
        data = self._unpacked(one)
        if data is None:
            yield Unexplained(place, Channel.UNKNOWN, "stream that can't be unpacked")
        elif any(mark in one.head for mark in _HARMLESS):
            yield from texts_in(data, place, Channel.FORMAT)
        elif b"/ObjStm" in one.head:
            yield from self._in_head(data, place)
        elif b"/EmbeddedFile" in one.head:
            yield from self._recurse(data, "attachment", place)
            yield Unexplained(place, Channel.ATTACHMENT, "file inside the document")
        elif b"/Metadata" in one.head or b"/XML" in one.head:
            yield from Walker(place, Channel.PROPERTY, each_element=True).walk(chunks_of(data.strip()))
        elif b"begincmap" in data or data[36:40] == b"acsp":
            yield from texts_in(data, place, Channel.FORMAT)
        else:
            yield from _contents(data, place)

    def _unpacked(self, one: _Object) -> bytes | None:
        """The bytes of a stream, or None where a filter is not known here."""
        data = one.stream or b""
        most = min(self._left, max(_RATIO_FROM, _MOST_RATIO * len(data)))
        named = _FILTERS.search(one.head)
        for name in re.findall(rb"\w+", (named[1] or named[2]) if named else b""):
            unpack = _UNPACKERS.get(name)
            if unpack is None:
                return None
            try:
                data = unpack(data, most)
            except (zlib.error, ValueError):
                return None
            if len(data) >= most:
                raise TooMuchError
        self._left -= len(data)
        if self._left <= 0:
            raise TooMuchError
        return data


def _inflated(data: bytes, most: int) -> bytes:
    packer = zlib.decompressobj()
    unpacked = packer.decompress(data, most)
    if packer.unused_data.strip(b"\0\t\n\r "):
        raise ValueError  # bytes behind the packed ones, which nothing shows
    return unpacked


_UNPACKERS: Mapping[bytes, Callable[[bytes, int], bytes]] = {
    **dict.fromkeys((b"FlateDecode", b"Fl"), _inflated),
    **dict.fromkeys((b"ASCII85Decode", b"A85"), lambda data, _: base64.a85decode(data.strip().removesuffix(b"~>"))),
    **dict.fromkeys((b"ASCIIHexDecode", b"AHx"), lambda data, _: _from_hex(data.split(b">")[0])),
}


def _contents(data: bytes, place: str) -> Extract:
    """A stream of drawing: its strings joined, since letters are placed in pieces; other bytes are unknown."""
    if not _OPERATORS.search(data) and data.strip():
        yield from texts_in(data, place, Channel.UNKNOWN)
        yield Unexplained(place, Channel.UNKNOWN, "stream of an unknown kind")
        return
    comments = re.findall(rb"%[^\r\n]*", _LITERAL.sub(b" ", data))
    yield from texts_in(b"\n".join(comments), place, Channel.XML_COMMENT)
    parts = [_decoded(_bytes_of(match)) for match in _LITERAL.finditer(data)]
    for glue in ("", " "):
        yield Piece(place, Channel.TEXT, glue.join(parts))


def _bare(head: bytes, place: str) -> Extract:
    """What stands in an object beside strings, names and numbers: comments, and words that mean nothing there."""
    rest = head
    for pattern in (_LITERAL, _HEX, _NAME_OF_ANY):
        rest = pattern.sub(b" ", rest)
    words = [word for word in _BARE.findall(rest) if word not in _KEYWORDS and not _NUMBER.fullmatch(word)]
    if words:
        yield Piece(place, Channel.UNKNOWN, b" ".join(words).decode("latin-1"))


def _bytes_of(match: re.Match[bytes]) -> bytes:
    if match.re is _HEX:
        return _from_hex(match[1])
    return _ESCAPE.sub(_unescaped, match[0][1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[:1].isdigit() and code[:1] < b"8":
        return bytes([int(code, 8) & 255])
    return _ESCAPED.get(code, code)


def _from_hex(text: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", text)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _decoded(data: bytes) -> str:
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1")
