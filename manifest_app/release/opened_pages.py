"""A finished PDF as the checks see it, by our own strict reader and by PDFium."""

import ctypes
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import raw

from manifest_app.release.opened import Lines
from manifest_app.release.reading.pdf import Document, Shown, read_texts, take_apart
from manifest_app.release.reading.unexplained import Unexplained, demand
from manifest_app.release.table import PublicTable

_LEFT, _POINTS_PER_CHARACTER = 31, 5
_TOP, _HEADINGS, _FIRST_ROW, _STEP, _FOOT = 555, 533, 517, 12, 40
_MOST_ROWS = 38
_SIZE = 7
_MOST_UNITS = 512
_ONE_AT_A_TIME = threading.Lock()  # PDFium keeps state that threads must not share


@dataclass
class OpenedPages:
    """A finished PDF file."""

    data: bytes
    table: PublicTable

    @cached_property
    def document(self) -> Document:
        """The objects."""
        return take_apart(self.data)

    @cached_property
    def pages(self) -> tuple[tuple[Shown, ...], ...]:
        """The texts of each page."""
        return tuple(map(read_texts, self.document.streams))

    @cached_property
    def lines(self) -> Lines:
        """All lines, the headings once, by our own strict reader."""
        return self._grid(self.pages)

    @cached_property
    def other_texts(self) -> frozenset[str]:
        """Headings, caption and numbers of the pages; in lower case, since a flight's number may look like a code."""
        around = {text.lower() for page in self.pages for text in (page[0].text, page[-1].text)}
        return frozenset({*around, *self.lines[0]})

    def caption(self) -> frozenset[tuple[str, str]]:
        """What stands above and below each page."""
        return frozenset((page[0].text, page[-1].text) for page in self.pages)

    def _lefts(self) -> tuple[int, ...]:
        widths = (width * _POINTS_PER_CHARACTER for width in self.table.widths[:-1])
        return tuple(accumulate(widths, initial=_LEFT))

    def _grid(self, pages: tuple[tuple[Shown, ...], ...]) -> Lines:
        """The cells of all pages, each of which must be full but the last, with nothing beside the cells."""
        lefts = self._lefts()
        read = [tuple(_rows(page, lefts)) for page in pages]
        demand(len({lines[0] for lines in read}) == 1, "headings that differ")
        demand(all(len(lines) == _MOST_ROWS + 1 for lines in read[:-1]), "a page that is not full")
        demand(len(read[-1]) <= _MOST_ROWS + 1, "a page that is too full")
        return (read[0][0], *(row for lines in read for row in lines[1:]))

    def second_reading(self) -> Lines:
        """All lines by PDFium.

        Raises:
            Unexplained: It sees something else than text, something carried along, or can't read the file.
        """
        try:
            with _ONE_AT_A_TIME:
                return self._grid(tuple(self._pages_by_pdfium()))
        except pypdfium2.PdfiumError as error:
            raise Unexplained("no PDF") from error

    def _pages_by_pdfium(self) -> Iterator[tuple[Shown, ...]]:
        document = pypdfium2.PdfDocument(self.data)
        try:
            demand(document.count_attachments() == 0 and not list(document.get_toc()), "something carried along")
            for page in document:
                yield tuple(_in_order(_seen(page), self._lefts()))
        finally:
            document.close()


def _seen(page: pypdfium2.PdfPage) -> dict[tuple[int, int], str]:
    """The texts of a page by their places."""
    texts = page.get_textpage()
    seen = {}
    for at in range(raw.FPDFPage_CountObjects(page)):
        one = raw.FPDFPage_GetObject(page, at)
        demand(raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_TEXT, "something that is no text")
        place, text = _place(one), _text(one, texts)
        demand(place not in seen, "two texts at one place")
        # It puts a space after a text that another follows.
        seen[place] = text.removesuffix(" ")
    return seen


def _place(one: object) -> tuple[int, int]:
    matrix, size = raw.FS_MATRIX(), ctypes.c_float()
    known = raw.FPDFPageObj_GetMatrix(one, matrix) and raw.FPDFTextObj_GetFontSize(one, size)
    shape = (matrix.a, matrix.b, matrix.c, matrix.d, size.value)
    demand(bool(known) and shape == (1, 0, 0, 1, _SIZE), "text that is turned, scaled or of another size")
    place = (int(matrix.e), int(matrix.f))
    demand(place == (matrix.e, matrix.f), "a text between places")
    return place


def _text(one: object, texts: pypdfium2.PdfTextPage) -> str:
    buffer = (ctypes.c_ushort * _MOST_UNITS)()
    # It counts bytes, with the two of the end.
    length = raw.FPDFTextObj_GetText(one, texts, buffer, ctypes.sizeof(buffer))
    demand(2 <= length <= ctypes.sizeof(buffer), "a text longer than any cell")
    return bytes(buffer)[: length - 2].decode("utf-16-le")


def _in_order(seen: dict[tuple[int, int], str], lefts: tuple[int, ...]) -> Iterator[Shown]:
    """The texts in the order of a page, an empty one for each cell where nothing stands."""
    around = {(_LEFT, _TOP), (_LEFT, _FOOT)}
    heights = sorted({height for place in seen.keys() - around for height in place[1:]}, reverse=True)
    places = [(_LEFT, _TOP), *((left, height) for height in heights for left in lefts), (_LEFT, _FOOT)]
    demand(seen.keys() <= set(places), "text beside the cells")
    return (Shown(*place, seen.get(place, "")) for place in places)


def _rows(page: tuple[Shown, ...], lefts: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    demand(len(page) >= 2, "a page without its numbers")
    first, *cells, last = page
    demand((first.left, first.height, last.left, last.height) == (_LEFT, _TOP, _LEFT, _FOOT), "caption elsewhere")
    count, rest = divmod(len(cells), len(lefts))
    demand(rest == 0 and count > 0, "cells missing")
    heights = (_HEADINGS, *range(_FIRST_ROW, _FIRST_ROW - (count - 1) * _STEP, -_STEP))
    places = [(left, height) for height in heights for left in lefts]
    demand([(cell.left, cell.height) for cell in cells] == places, "text beside the cells")
    for start, end in pairwise(range(0, len(cells) + 1, len(lefts))):
        yield tuple(cell.text for cell in cells[start:end])
