"""StarView metafiles: what LibreOffice shows of a chart while the chart itself is not open (vcl, ``gdimtf``)."""

import struct
from collections.abc import Iterator

from manifest_app.outgoing.pieces import Channel, Extract, Unexplained
from manifest_app.outgoing.texts.binary import texts_in

METAFILE = b"VCLMTF"
_PICTURES = frozenset(range(116, 125))
"""Actions that draw a picture: bitmaps and masks."""
_COMMENT = 512
_LONGEST_COMMENT = 256


def metafile(data: bytes, where: str) -> Extract:
    """The texts of a metafile; unexplained where it draws pictures or can't be followed."""
    yield from texts_in(data, where, Channel.CHART)
    try:
        actions = list(_actions(data))
    except struct.error:
        yield Unexplained(where, Channel.CHART, "damaged metafile")
        return
    if any(kind in _PICTURES or (kind == _COMMENT and length > _LONGEST_COMMENT) for kind, length in actions):
        yield Unexplained(where, Channel.PICTURE, "picture without text")


def _actions(data: bytes) -> Iterator[tuple[int, int]]:
    """Kind and length of each action: a head, and records of kind, version and length."""
    place = len(METAFILE)
    _, length = struct.unpack_from("<HI", data, place)
    place += 6 + length
    while place < len(data):
        kind, _, length = struct.unpack_from("<HHI", data, place)
        yield kind, length
        place += 8 + length
