"""Bytes of a kind that nothing here reads: the texts in them are looked at all the same."""

import re

from manifest_app.outgoing.pieces import Channel, Extract, Piece, Unexplained

_NARROW = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}")
_WIDE_BACKWARDS = re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]){4,}")
_LONGEST = 1 << 16
MOST_BYTES = 8 << 20


def texts_in(data: bytes, where: str, channel: Channel) -> Extract:
    """The printable texts in some bytes, of one byte or two a letter, one piece for many of them.

    Only the first `MOST_BYTES` are looked at; what is left is unexplained.
    """
    if len(data) > MOST_BYTES:
        yield Unexplained(where, channel, f"more than the {MOST_BYTES >> 20} MB of it that a check looks at")
        data = data[:MOST_BYTES]
    for pattern, encoding in ((_NARROW, "latin-1"), (_WIDE, "utf-16-le"), (_WIDE_BACKWARDS, "utf-16-be")):
        joined: list[str] = []
        length = 0
        for match in pattern.finditer(data):
            joined.append(match[0].decode(encoding))
            length += len(joined[-1])
            if length > _LONGEST:
                yield Piece(where, channel, " | ".join(joined))
                joined, length = [], 0
        if joined:
            yield Piece(where, channel, " | ".join(joined))


_LONG = re.compile(rb"[\w .,:;'@/()&+-]{8,}", re.ASCII)
_LONG_WIDE = re.compile(rb"(?:\x00[\w .,:;'@/()&+-]){8,}", re.ASCII)


def sentences_in(data: bytes, where: str, channel: Channel) -> Extract:
    """The texts of eight letters and more in bytes that are hardly ever text, as a font's: shorter ones are chance."""
    found = [match.decode("ascii") for match in _LONG.findall(data[:MOST_BYTES])]
    found += [match.decode("utf-16-be") for match in _LONG_WIDE.findall(data[:MOST_BYTES])]
    if found:
        yield Piece(where, channel, "  |  ".join(dict.fromkeys(found)))
