"""Bytes of a kind that nothing here reads: the texts in them are looked at all the same."""

import re
from collections.abc import Iterable, Iterator

from manifest_app.outgoing.pieces import Channel, Extract, Piece, Unexplained

_LETTERS = (
    (re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}"), "latin-1"),
    (re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}"), "utf-16-le"),
    (re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]){4,}"), "utf-16-be"),
)
# Letters outside Latin-1: Latin with other marks, Greek, Cyrillic, Armenian, Hebrew, Arabic (U+0100 to U+06FF,
# without phonetic signs), more Latin (U+1E00), joiners and marks (U+2000). Those above read them in pieces or not.
_UTF_8 = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}){7,}")
_OTHER_LETTERS = (
    (re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00|[\x00-\xff][\x01\x03-\x06\x1e\x20]|[\x18-\x1b]\x02){4,}"), "utf-16-le"),
    (re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]|[\x01\x03-\x06\x1e\x20][\x00-\xff]|\x02[\x18-\x1b]){4,}"), "utf-16-be"),
)
_MOSTLY = 0.8
_LONGEST = 1 << 16
MOST_BYTES = 8 << 20


def texts_in(data: bytes, where: str, channel: Channel) -> Extract:
    """The printable texts in some bytes, of one byte or two a letter or in UTF-8, one piece for many of them.

    Only the first `MOST_BYTES` are looked at; what is left is unexplained.
    """
    if len(data) > MOST_BYTES:
        yield Unexplained(where, channel, f"more than the {MOST_BYTES >> 20} MB of it that a check looks at")
        data = data[:MOST_BYTES]
    for pattern, encoding in _LETTERS:
        yield from _joined((match[0].decode(encoding) for match in pattern.finditer(data)), where, channel)
    yield from _joined(_in_utf_8(data), where, channel)
    for pattern, encoding in _OTHER_LETTERS:
        yield from _joined(_words(pattern, encoding, data), where, channel)


def _joined(texts: Iterable[str], where: str, channel: Channel) -> Extract:
    joined: list[str] = []
    length = 0
    for text in texts:
        joined.append(text)
        length += len(text)
        if length > _LONGEST:
            yield Piece(where, channel, " | ".join(joined))
            joined, length = [], 0
    if joined:
        yield Piece(where, channel, " | ".join(joined))


def _in_utf_8(data: bytes) -> Iterator[str]:
    if data.isascii():
        return
    for match in _UTF_8.finditer(data):
        if not match[0].isascii():
            yield match[0].decode(errors="ignore")


def _words(pattern: re.Pattern[bytes], encoding: str, data: bytes) -> Iterator[str]:
    """Texts with letters outside Latin-1; numbers of two bytes look like letters too, but rarely in a row."""
    for match in pattern.finditer(data):
        text = match[0].decode(encoding, errors="ignore")
        letters = sum(one.isalpha() or one in " ,.-'" for one in text)
        if letters >= _MOSTLY * len(text) and any(one > "\xff" for one in text):
            yield text


_LONG = re.compile(rb"[\w .,:;'@/()&+-]{8,}", re.ASCII)
_LONG_WIDE = re.compile(rb"(?:\x00[\w .,:;'@/()&+-]){8,}", re.ASCII)


def sentences_in(data: bytes, where: str, channel: Channel) -> Extract:
    """The texts of eight letters and more in bytes that are hardly ever text, as a font's: shorter ones are chance."""
    found = [match.decode("ascii") for match in _LONG.findall(data[:MOST_BYTES])]
    found += [match.decode("utf-16-be") for match in _LONG_WIDE.findall(data[:MOST_BYTES])]
    if found:
        yield Piece(where, channel, "  |  ".join(dict.fromkeys(found)))
