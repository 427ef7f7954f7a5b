"""What the pages of a PDF show, read by PDFium; what is drawn and can't be seen is hidden text."""

import ctypes

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it ships no types

from manifest_app.outgoing import plain
from manifest_app.outgoing.pieces import Channel, Extract, Piece, Unexplained, inside

MOST_PAGES = 5000
_UNSEEN_MODES = frozenset({3, 7})
_WHITE = 250
_SMALLEST = 2.0
_DEEPEST = 10
_SHAPE = 2


def pages(data: bytes, where: str) -> Extract:
    """The text of every page, and what on it can't be read or seen."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        yield Unexplained(where or Channel.WHOLE, Channel.WHOLE, "damaged document")
        return
    try:
        for number in range(min(len(document), MOST_PAGES)):
            yield from _page(document[number], inside(where, f"page {number + 1}"))
        if len(document) > MOST_PAGES:
            yield Unexplained(where or Channel.WHOLE, Channel.WHOLE, "more pages than a check looks at")
    except pypdfium2.PdfiumError:
        yield Unexplained(where or Channel.WHOLE, Channel.WHOLE, "damaged page")
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, where: str) -> Extract:
    reading = page.get_textpage()
    yield from plain.plain(reading.get_text_range(), where)
    if any(pdfium.FPDFText_HasUnicodeMapError(reading.raw, place) == 1 for place in range(reading.count_chars())):
        yield Unexplained(where, Channel.FONT, "font without text")
    drawn = list(page.get_objects(max_depth=_DEEPEST, textpage=reading))
    coloured = any(one.type == _SHAPE and not _is_white(one) for one in drawn)
    texts = [one for one in drawn if isinstance(one, pypdfium2.PdfTextObj)]
    yield Piece(where, Channel.TEXT, " ".join(one.extract() for one in texts))
    hidden = [one.extract() for one in texts if _is_unseen(one, page, coloured=coloured)]
    if any(text.strip() for text in hidden):
        yield Piece(where, Channel.HIDDEN_TEXT, "".join(hidden))
        yield Piece(where, Channel.HIDDEN_TEXT, " ".join(hidden))


def _is_unseen(text: pypdfium2.PdfTextObj, page: pypdfium2.PdfPage, *, coloured: bool) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(text.raw) in _UNSEEN_MODES or (_is_white(text) and not coloured):
        return True
    left, bottom, right, top = text.get_bounds()
    first_x, first_y, last_x, last_y = page.get_bbox()
    outside = right < first_x or left > last_x or top < first_y or bottom > last_y
    matrix = text.get_matrix()
    return bool(outside or text.get_font_size() * max(abs(matrix.a), abs(matrix.b), abs(matrix.d)) < _SMALLEST)


def _is_white(drawn: pypdfium2.PdfObject) -> bool:
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(drawn.raw, red, green, blue, solid):
        return False
    return solid.value == 0 or min(red.value, green.value, blue.value) >= _WHITE
