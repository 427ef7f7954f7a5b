"""The texts in the objects and streams of a PDF, each under the channel of the name it stands under."""

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import unquote

from manifest_app.outgoing.office.markup import Walker, chunks_of
from manifest_app.outgoing.pdf.filters import Unpacked, unpacked
from manifest_app.outgoing.pdf.images import picture_in
from manifest_app.outgoing.pdf.objects import Object, Token, text_of, tokens_of
from manifest_app.outgoing.pieces import Channel, Extract, Piece, TooMuchError, Unexplained, inside
from manifest_app.outgoing.texts.binary import sentences_in, texts_in

_MOST_UNPACKED = 64 << 20
_MOST_RATIO, _RATIO_FROM = 150, 32 << 20
_SHORTEST_NAME, _LONGEST_NAME = 3, 128
_NUMBER = re.compile(rb"[+-]{0,2}\d*\.?\d*|[+-]?\d*\.\d+-\d+")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x17\x7f]")
_KEYWORDS = frozenset({b"R", b"obj", b"endobj", b"true", b"false", b"null", b"stream", b"endstream"})
_OPERATORS = re.compile(
    rb"\bBT\b|\b(?:re|cm|Do|rg|RG|gs|Tj|TJ|EMC|d0|d1|scn|sh|BI|BDC|BMC|MP|DP)\b|[\d.]\s+[mlchfSsBn]\s"
)
_IN_DRAWING = re.compile(rb"[A-Za-z][\w-]{3,}|[^\x00-\x7f]{2,}")
_INLINE = re.compile(rb"\bBI\b(.*?)\bID[\s](.*?)\sEI(?=\s|$)", re.DOTALL)
_FAR_APART = -200
_PICTURES = frozenset({b"Thumb", b"SMask", b"Mask", b"Alternates"})
_FONT = frozenset({b"FontFile", b"FontFile2", b"FontFile3"})
_QUIET = frozenset(
    {b"ToUnicode", b"CIDToGIDMap", b"CIDSet", b"DestOutputProfile", b"ICCBased", b"Function", b"Encoding"}
)
_QUIET_MARKS = (b"/Length1", b"/Type1C", b"/CIDFontType0C", b"/OpenType", b"/FunctionType", b"/ShadingType", b"/XRef")
_CHANNELS: Mapping[bytes, Channel] = {
    **dict.fromkeys((b"Title", b"Author", b"Subject", b"Keywords", b"Creator", b"Producer"), Channel.PROPERTY),
    **dict.fromkeys((b"Contents", b"RC", b"Subj", b"OverlayText"), Channel.ANNOTATION),
    **dict.fromkeys((b"T", b"V", b"DV", b"TU", b"TM", b"Opt"), Channel.FORM),
    **dict.fromkeys((b"Alt", b"ActualText", b"E"), Channel.ALT_TEXT),
    b"URI": Channel.LINK,
    b"JS": Channel.SCRIPT,
}
_SAME_ROLE: Mapping[bytes, Channel] = {b"XFA": Channel.FORM, b"Metadata": Channel.PROPERTY}
_COLLECTED = frozenset({b"V", b"DV", b"T"})

Recurse = Callable[[bytes, str, str], Extract]


class StreamReader:
    """Reads objects; what they unpack to is counted.

    Args:
        where: The place of the document.
        recurse: ``recurse(data, name, where)`` reads a file inside it.
    """

    def __init__(self, where: str, recurse: Recurse) -> None:
        self._where = where
        self._recurse = recurse
        self._left = _MOST_UNPACKED
        self._names: set[bytes] = set()
        self.values: dict[bytes, list[str]] = {}
        """The texts of form fields, apart by the name they stand under."""

    def unpacked(self, one: Object) -> Unpacked:
        """The bytes of a stream."""
        data = one.stream or b""
        most = min(self._left, max(_RATIO_FROM, _MOST_RATIO * len(data)))
        found = unpacked(one.head, data, most)
        self._left -= len(found.data)
        if self._left <= 0:
            raise TooMuchError
        return found

    def read(self, one: Object, roles: frozenset[bytes], *, current: bool) -> Extract:
        """The texts of an object; those of one that was replaced, or that nothing refers to, are of an old revision."""
        place = inside(self._where, f"object {one.number}" if one.number >= 0 else "objects")
        found = self.words(one.tokens(), place)
        if current:
            yield from found
            yield from self._in_stream(one, roles, place)
            return
        if one.stream is not None or any(token.kind in b"(<%" for token in one.tokens()):
            yield Unexplained(place, Channel.OLD_REVISION, "object that was replaced or that nothing refers to")
        for each in (*found, *self._in_stream(one, roles, place)):
            told = each.text if isinstance(each, Piece) else ""
            yield Piece(place, Channel.OLD_REVISION, told) if told else each

    def words(self, tokens: Iterable[Token], place: str) -> Extract:
        """The strings, names and comments among some words, and words that mean nothing there."""
        foreign: list[bytes] = []
        for kind, value, key in tokens:
            if kind in b"(<":
                yield from self._string(value, key, place)
            elif kind == b"/":
                yield from self._name(value, place)
            elif kind == b"%":
                yield from texts_in(value, place, Channel.XML_COMMENT)
            elif kind == b"w" and value not in _KEYWORDS and not _NUMBER.fullmatch(value):
                foreign.append(value)
        if foreign:
            yield Piece(place, Channel.UNKNOWN, b" ".join(foreign).decode("latin-1"))

    def _string(self, value: bytes, key: bytes, place: str) -> Extract:
        channel = _CHANNELS.get(key, Channel.ATTRIBUTE)
        text = text_of(value)
        if _CONTROL.search(text.encode("utf-8", "replace")):
            yield from texts_in(value, place, channel)
            if key == b"ID":
                return
        if key == b"ID" and not value.isascii():
            return
        if key in _COLLECTED:
            self.values.setdefault(key, []).append(text)
        yield Piece(place, channel, text)
        if "%" in text:
            yield Piece(place, channel, unquote(text))

    def _name(self, value: bytes, place: str) -> Extract:
        if _SHORTEST_NAME <= len(value) <= _LONGEST_NAME and value not in self._names:
            self._names.add(value)
            yield Piece(place, Channel.MARKUP, text_of(value).replace("_", " "))

    def _in_stream(self, one: Object, roles: frozenset[bytes], place: str) -> Extract:
        if one.stream is None:
            return
        found = self.unpacked(one)
        if found.more:
            yield from texts_in(found.more, place, Channel.UNKNOWN)
            yield Unexplained(place, Channel.UNKNOWN, "bytes behind a packed stream")
        if b"/Form" not in one.head and (b"/Image" in one.head or roles & _PICTURES):
            yield from picture_in(one.head, found, place)
            return
        if not found.whole or found.left:
            yield from texts_in(found.data, place, Channel.UNKNOWN)
            yield Unexplained(place, Channel.UNKNOWN, "stream that can't be unpacked")
            return
        yield from self._by_kind(one, found.data, roles, place)

    def _by_kind(self, one: Object, data: bytes, roles: frozenset[bytes], place: str) -> Extract:
        head = one.head
        if b"/ObjStm" in head:
            return
        if b"/EmbeddedFile" in head or b"EF" in roles or b"F" in roles or b"UF" in roles:
            yield from self._recurse(data, "attachment", place)
            yield Unexplained(place, Channel.ATTACHMENT, "file inside the document")
        elif b"/Metadata" in head or b"/XML" in head or roles & _SAME_ROLE.keys():
            channel = next((_SAME_ROLE[role] for role in roles if role in _SAME_ROLE), Channel.PROPERTY)
            yield from _markup(data, place, channel)
        elif b"JS" in roles:
            yield Piece(place, Channel.SCRIPT, text_of(data))
        elif _is_quiet(head, data, roles):
            yield from sentences_in(data, place, Channel.FORMAT)
        else:
            yield from self._contents(data, place)

    def _contents(self, data: bytes, place: str) -> Extract:
        """A stream of drawing: its strings joined, since letters are placed in pieces; other bytes are unknown."""
        if not data.strip():
            return
        if not _OPERATORS.search(data):
            yield from texts_in(data, place, Channel.UNKNOWN)
            yield Unexplained(place, Channel.UNKNOWN, "stream of an unknown kind")
            return
        for head, inline in _INLINE.findall(data):
            yield from texts_in(inline, place, Channel.PICTURE)
            yield from picture_in(head, unpacked(head, inline, _RATIO_FROM), place)
        yield from self._drawn(_INLINE.sub(b" ", data), place)

    def _drawn(self, data: bytes, place: str) -> Extract:
        strings: list[tuple[str, str]] = []
        foreign: list[bytes] = []
        gap = ""
        for kind, value, _ in tokens_of(data):
            if kind in b"(<":
                if kind == b"(" or not _CONTROL.search(value):
                    strings.append((gap, text_of(value)))
                    gap = ""
            elif kind == b"/":
                yield from self._name(value, place)
            elif kind == b"%":
                yield from texts_in(value, place, Channel.XML_COMMENT)
            elif kind == b"[" or not _is_near(value):
                gap = " "
                if _IN_DRAWING.fullmatch(value) and value not in _KEYWORDS:
                    foreign.append(value)
        parts = [text for _, text in strings]
        for joined in ("".join(parts), " ".join(parts), "".join(before + text for before, text in strings)):
            yield Piece(place, Channel.TEXT, joined)
        if foreign:
            yield Piece(place, Channel.UNKNOWN, b" ".join(foreign).decode("latin-1"))


def _is_near(word: bytes) -> bool:
    """Whether a word between two strings moves the second one by less than a space."""
    try:
        return float(word) > _FAR_APART
    except ValueError:
        return False


def _is_quiet(head: bytes, data: bytes, roles: frozenset[bytes]) -> bool:
    if roles & (_FONT | _QUIET) or any(mark in head for mark in _QUIET_MARKS):
        return True
    return b"begincmap" in data or data[36:40] == b"acsp"


def _markup(data: bytes, place: str, channel: Channel) -> Extract:
    damaged = False
    for each in Walker(place, channel, each_element=True).walk(chunks_of(data.strip(b"\0\t\n\r "))):
        damaged = damaged or isinstance(each, Unexplained)
        yield each
    if damaged:
        yield from texts_in(data, place, channel)
