"""Bytes of a kind that nothing here reads: the texts in them are looked at all the same."""

import re

from manifest_app.outgoing.pieces import Channel, Extract, Piece

_NARROW = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}")
_LONGEST = 1 << 16


def texts_in(data: bytes, where: str, channel: Channel) -> Extract:
    """The printable texts in some bytes, of one byte or two a letter, one piece for many of them."""
    for pattern, encoding in ((_NARROW, "latin-1"), (_WIDE, "utf-16-le")):
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
