"""What the pages of a PDF show, read by PDFium; what is drawn and can't be seen is hidden text."""

import ctypes
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it ships no types

from manifest_app.outgoing.pdf.glyphs import LETTERS, Glyphs, differing, ground_around, picture_of
from manifest_app.outgoing.pdf.layout import Letter, Line, lines_of, over_the_edge, paragraphs
from manifest_app.outgoing.pictures import pixels
from manifest_app.outgoing.pieces import Channel, Extract, Piece, TooMuchError, Unexplained, inside
from manifest_app.outgoing.texts import plain
from manifest_app.outgoing.texts.letters import Box, Gray, TooBusyError, ground_of, has_row, ink_of, shapes_of

MOST_PAGES = 5000
_SECONDS = 60.0
_UNSEEN_MODES = frozenset({3, 7})
_WHITE = 250
_SMALLEST = 2.0
_DEEPEST = 10
_SHAPE, _PICTURE = 2, 3
_SCALE, _SCALE_TO_READ = 1.6, 2.8
_MOST_POINTS = 1500.0
_UNREADABLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zs"})
_INKED, _MIDDLE, _EDGE = 0.1, 0.3, 2
_FEWEST_IN_ROW = 3
_AGREED = 0.75
_HYPHEN = 2

_NO_TEXT, _DRAWN, _LIES = "font without text", "drawing that may be writing", "font whose letters look otherwise"


@dataclass(slots=True)
class _Document:
    """What is kept from page to page."""

    until: float
    glyphs: dict[int, Glyphs] = field(default_factory=dict)
    pages: dict[int, int] = field(default_factory=dict)
    last: list[Line] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)
    beside: list[tuple[str, list[str]]] = field(default_factory=list)

    def beside_all(self) -> Extract:
        """What stands beside a page and on none: a chart over two pages has its other half beside each."""
        for where, texts in self.beside:
            if not {text.strip() for text in texts} <= self.shown:
                yield from _hidden(texts, where)


def demand_few_pages(data: bytes) -> None:
    """Refuse a document of more than `MOST_PAGES`, before its objects are read.

    Raises:
        TooMuchError: It has more.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return  # reading it says what is wrong
    try:
        if len(document) > MOST_PAGES:
            raise TooMuchError("more pages than a check looks at")
    finally:
        document.close()


def pages(data: bytes, where: str) -> Extract:
    """The text of every page, and what on it can't be read or seen."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        yield Unexplained(where or Channel.WHOLE, Channel.WHOLE, "damaged document")
        return
    try:
        yield from _pages(document, where)
    except pypdfium2.PdfiumError:
        yield Unexplained(where or Channel.WHOLE, Channel.WHOLE, "damaged page")
    finally:
        document.close()


def _pages(document: pypdfium2.PdfDocument, where: str) -> Extract:
    kept = _Document(time.process_time() + _SECONDS)
    for number in range(len(document)):
        page = document[number]
        if pdfium.FPDFPage_GetAnnotCount(page.raw):
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
            page = document[number]
        yield from _Page(page, inside(where, f"page {number + 1}"), kept, number).read()
    yield from kept.beside_all()
    for font, glyphs in kept.glyphs.items():
        if glyphs.lie():
            number = kept.pages[font]
            yield from _Page(document[number], inside(where, f"page {number + 1}"), kept, number).disputed()


class _Page:
    def __init__(self, page: pypdfium2.PdfPage, where: str, kept: _Document, number: int) -> None:
        self._page = page
        self._where = where
        self._kept = kept
        self._number = number
        self._reading = page.get_textpage()
        self._drawn = list(page.get_objects(max_depth=_DEEPEST, textpage=self._reading))
        self._box = page.get_bbox()
        self._letters = list(self._all_letters())

    def read(self) -> Extract:
        yield from plain.plain(self._said(), self._where)
        lines = lines_of([one for _, one in self._letters if not one.text.isspace()])
        for text in (*paragraphs(lines), *over_the_edge(self._kept.last, lines)):
            yield Piece(self._where, Channel.TEXT, text)
        self._kept.last = lines
        yield from self._hidden()
        yield from self._looks()

    def _said(self) -> str:
        """The text as PDFium gives it; where a line ends with a hyphen it writes U+FFFE."""
        text: str = self._reading.get_text_range()
        return text.replace("\ufffe", "")

    def _all_letters(self) -> Iterator[tuple[int, Letter]]:
        left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
        for place in range(self._reading.count_chars()):
            code = pdfium.FPDFText_GetUnicode(self._reading.raw, place)
            if pdfium.FPDFText_IsGenerated(self._reading.raw, place) == 1:
                continue
            pdfium.FPDFText_GetCharBox(self._reading.raw, place, left, right, bottom, top)
            pdfium.FPDFText_GetCharOrigin(self._reading.raw, place, x, y)
            size = max(1.0, top.value - bottom.value, pdfium.FPDFText_GetFontSize(self._reading.raw, place))
            text = "-" if code == _HYPHEN else chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
            yield place, Letter(text, left.value, bottom.value, right.value, top.value, y.value, size)

    def _hidden(self) -> Extract:
        coloured = any(one.type == _SHAPE and not _is_white(one) for one in self._drawn)
        texts = [one for one in self._drawn if isinstance(one, pypdfium2.PdfTextObj)]
        yield Piece(self._where, Channel.TEXT, " ".join(one.extract() for one in texts))
        unseen = [one for one in texts if _is_unseen(one, coloured=coloured)]
        yield from _hidden([one.extract() for one in unseen], self._where)
        beside = [one for one in texts if one not in unseen and _is_beside(one, self._page)]
        if beside:
            self._kept.beside.append((self._where, [one.extract() for one in beside]))
        self._kept.shown |= {"", *(one.extract().strip() for one in texts if one not in unseen and one not in beside)}

    # --- how it looks ----------------------------------------------------------------------------------------------

    def _looks(self) -> Extract:
        wrong = [_NO_TEXT] if self._has_map_errors() else []
        if time.process_time() > self._kept.until:
            yield Unexplained(self._where, Channel.WHOLE, "more than a check looks at")
            return
        gray = self._rendered(_SCALE)
        fonts = self._fonts()
        if not wrong and self._shows_more_than_it_says(gray):
            wrong.append(_NO_TEXT)
        self._keep_glyphs(fonts)
        if self._is_written_on(gray):
            wrong.append(_DRAWN)
        if wrong:
            sharp = self._rendered(_SCALE_TO_READ)
            reading = pixels.read(sharp, [self._place(sharp, letter, 1) for letter in self._known(wrong)])
            yield from pixels.pieces_of(reading.lines, self._where, Channel.TEXT)
            if not (reading.told and reading.lines):
                channels = {_NO_TEXT: Channel.FONT, _DRAWN: Channel.PICTURE}
                yield from (Unexplained(self._where, channels[one], one) for one in wrong)

    def disputed(self) -> Extract:
        """The words as they look, of a page whose font seems to lie; that is not explained unless both agree."""
        reading = pixels.read(self._rendered(_SCALE_TO_READ))
        yield from pixels.pieces_of(reading.lines, self._where, Channel.TEXT)
        seen = {word for line in reading.lines for word in plain_words(line)}
        said = set(plain_words(self._said()))
        if not seen or len(seen & said) < _AGREED * len(seen):
            yield Unexplained(self._where, Channel.FONT, _LIES)

    def _has_map_errors(self) -> bool:
        raw = self._reading.raw
        return any(pdfium.FPDFText_HasUnicodeMapError(raw, place) == 1 for place, _ in self._letters)

    def _rendered(self, scale: float) -> Gray:
        largest = max(self._page.get_size())
        rendered = self._page.render(scale=min(scale, scale * _MOST_POINTS / largest), grayscale=True)
        gray: Gray = rendered.to_numpy()
        return gray.reshape(gray.shape[0], gray.shape[1]).copy()

    def _fonts(self) -> dict[int, int]:
        """The font of each letter, by its place; a number for each font."""
        fonts: dict[int, int] = {}
        for place, _ in self._letters:
            text = pdfium.FPDFText_GetTextObject(self._reading.raw, place)
            font = pdfium.FPDFTextObj_GetFont(text) if text else None
            if font:
                fonts[place] = ctypes.addressof(font.contents)
        return fonts

    def _known(self, wrong: Sequence[str]) -> Iterator[Letter]:
        """The letters whose text can be believed: all, or, where some have none, those that have one."""
        for place, letter in self._letters:
            said = pdfium.FPDFText_HasUnicodeMapError(self._reading.raw, place) != 1
            if _NO_TEXT not in wrong or (said and unicodedata.category(letter.text) not in _UNREADABLE):
                yield letter

    def _crop(self, gray: Gray, letter: Letter, edge: int = 0) -> Gray:
        left, top, right, bottom = self._place(gray, letter, edge)
        return gray[top:bottom, left:right]

    def _place(self, gray: Gray, letter: Letter, edge: int) -> Box:
        left, bottom, right, top = self._box
        across, down = gray.shape[1] / (right - left), gray.shape[0] / (top - bottom)
        x, y = int((letter.left - left) * across), int((top - letter.top) * down)
        end_x, end_y = int((letter.right - left) * across) + 1, int((top - letter.bottom) * down) + 1
        return max(0, x - edge), max(0, y - edge), max(0, end_x + edge), max(0, end_y + edge)

    def _shows_more_than_it_says(self, gray: Gray) -> bool:
        """Whether something is drawn where the file says that there is a space, or a letter of nobody's.

        Bullets are often such letters, each by itself: some beside one another count.
        """
        row = 0
        for _, letter in self._letters:
            row = row + 1 if self._is_more_than_it_says(gray, letter) else 0
            if row >= _FEWEST_IN_ROW:
                return True
        return False

    def _is_more_than_it_says(self, gray: Gray, letter: Letter) -> bool:
        if unicodedata.category(letter.text) not in _UNREADABLE:
            return False
        edge = (letter.right - letter.left) * _MIDDLE
        crop = self._crop(gray, letter._replace(left=letter.left + edge, right=letter.right - edge))
        return bool(crop.size) and differing(crop, ground_of(crop)) > _INKED

    def _keep_glyphs(self, fonts: dict[int, int]) -> None:
        sharp: Gray | None = None
        for place, letter in self._letters:
            if place not in fonts or letter.text not in LETTERS:
                continue
            self._kept.pages.setdefault(fonts[place], self._number)
            glyphs = self._kept.glyphs.setdefault(fonts[place], Glyphs())
            if glyphs.has_enough_of(letter.text):
                continue
            if sharp is None:
                sharp = self._rendered(_SCALE_TO_READ)
            crop = self._crop(sharp, letter)
            around = self._crop(sharp, letter, _EDGE)
            glyphs.add(letter.text, picture_of(crop, ground_around(around)) if crop.size else None)

    def _is_written_on(self, gray: Gray) -> bool:
        """Whether what is drawn beside text and pictures stands in rows, as letters do."""
        ground = ground_of(gray)
        for _, letter in self._letters:
            self._crop(gray, letter, 1)[:] = ground
        for one in self._drawn:
            if one.type == _PICTURE:
                left, bottom, right, top = one.get_bounds()
                self._crop(gray, Letter("", left, bottom, right, top, bottom, 1.0), 1)[:] = ground
        try:
            return has_row(shapes_of(ink_of(gray)))
        except TooBusyError:
            return True


def plain_words(text: str) -> Sequence[str]:
    """The words of three letters and more, in one case."""
    cleaned = "".join(one if one.isalnum() else " " for one in unicodedata.normalize("NFKC", text).casefold())
    return [word for word in cleaned.split() if len(word) > 2]


def _hidden(texts: list[str], where: str) -> Extract:
    if any(text.strip() for text in texts):
        yield Piece(where, Channel.HIDDEN_TEXT, "".join(texts))
        yield Piece(where, Channel.HIDDEN_TEXT, " ".join(texts))


def _is_unseen(text: pypdfium2.PdfTextObj, *, coloured: bool) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(text.raw) in _UNSEEN_MODES or (_is_white(text) and not coloured):
        return True
    matrix = text.get_matrix()
    return bool(text.get_font_size() * max(abs(matrix.a), abs(matrix.b), abs(matrix.d)) < _SMALLEST)


def _is_beside(text: pypdfium2.PdfTextObj, page: pypdfium2.PdfPage) -> bool:
    left, bottom, right, top = text.get_bounds()
    first_x, first_y, last_x, last_y = page.get_bbox()
    return bool(right < first_x or left > last_x or top < first_y or bottom > last_y)


def _is_white(drawn: pypdfium2.PdfObject) -> bool:
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(drawn.raw, red, green, blue, solid):
        return False
    return solid.value == 0 or min(red.value, green.value, blue.value) >= _WHITE
