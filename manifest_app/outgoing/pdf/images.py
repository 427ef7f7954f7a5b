"""Pictures in a PDF (ISO 32000-1, 8.9): their pixels as they are stored, whatever a page shows of them."""

import re

import numpy as np
from numpy.typing import NDArray

from manifest_app.outgoing.pdf.filters import Unpacked
from manifest_app.outgoing.pictures import ocr
from manifest_app.outgoing.pictures.pictures import jpeg_texts, pixels
from manifest_app.outgoing.pictures.pixels import NOT_READ, look
from manifest_app.outgoing.pieces import Channel, Extract, Unexplained
from manifest_app.outgoing.texts.letters import Gray

_FILES = frozenset({b"DCTDecode", b"DCT", b"JPXDecode"})
_SIZE = re.compile(rb"/(Width|Height|BitsPerComponent|W|H|BPC)\s+(\d{1,6})(?!\s+\d+\s+R)")
_SHORT = {b"W": b"Width", b"H": b"Height", b"BPC": b"BitsPerComponent"}


def picture_in(head: bytes, stream: Unpacked, where: str) -> Extract:
    """What the pixels of a picture tell, see `pixels.look`.

    Args:
        head: The dictionary of its stream.
        stream: Its stream.
        where: Its place.
    """
    if stream.left in _FILES:
        if stream.data.startswith(b"\xff\xd8"):
            yield from jpeg_texts(stream.data, where)
        yield from pixels(stream.data, where)
        return
    gray = None if stream.left or not stream.whole else _gray_of(head, stream.data)
    if gray is None:
        yield Unexplained(where, Channel.PICTURE, NOT_READ)
    else:
        yield from look([gray], where)


def _gray_of(head: bytes, data: bytes) -> Gray | None:
    """The greys of bare pixels; of the colours of a palette their numbers, which differ as the colours do."""
    told = {_SHORT.get(key, key): int(value) for key, value in _SIZE.findall(head)}
    width, height = told.get(b"Width", 0), told.get(b"Height", 0)
    bits = 1 if b"/ImageMask true" in head else told.get(b"BitsPerComponent", 8)
    if not 0 < width * height <= ocr.MOST_PIXELS or bits not in {1, 2, 4, 8}:
        return None
    for colours in (1, 3, 4):
        row = (width * colours * bits + 7) // 8
        if height * row <= len(data) <= height * row + 2:
            return _mixed(np.frombuffer(data, np.uint8, height * row).reshape(height, row), width, colours, bits)
    return None


def _mixed(rows: NDArray[np.uint8], width: int, colours: int, bits: int) -> Gray:
    if bits < 8:
        single = np.unpackbits(rows, axis=1).reshape(rows.shape[0], -1, bits)
        weights = (1 << np.arange(bits - 1, -1, -1)).astype(np.uint8)
        rows = ((single * weights).sum(axis=2) * (255 // ((1 << bits) - 1))).astype(np.uint8)
    samples = rows[:, : width * colours].reshape(rows.shape[0], width, colours)
    mean: Gray = samples.mean(axis=2).astype(np.uint8)
    return mean
