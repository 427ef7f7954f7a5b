"""PDF: text in one font and one size at fixed places, pages of a fixed number of rows, no times and no names.

reportlab writes with ``invariant``, so that neither clock nor machine is in the file; every property is set, to nothing
but the title. Streams are not compressed: compressors differ between machines.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import accumulate

from reportlab.lib.rl_accel import escapePDF  # type: ignore[import-untyped]  # it ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # it ships no types

from manifest_app.errors import Bug
from manifest_app.release.naming import plain_number
from manifest_app.release.page import FONT, SIZE, UNIT
from manifest_app.release.table import PublicTable

ROWS_PER_PAGE = 38
_PAGE = (842, 595)  # A4 lying, in whole points
_LEFT = 31
_CAPTION, _HEADINGS, _FIRST_ROW, _STEP, _FOOT = 555, 533, 517, 12, 40


def _canvas(target: BytesIO, title: str) -> Canvas:
    canvas = Canvas(target, pagesize=_PAGE, invariant=1, pageCompression=0, initialFontName=FONT, pdfVersion=(1, 4))
    canvas.setTitle(title)
    for leave_empty in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setProducer, canvas.setKeywords):
        leave_empty("")
    return canvas


def _pages(rows: Sequence[tuple[str, ...]]) -> Iterator[Sequence[tuple[str, ...]]]:
    for start in range(0, max(len(rows), 1), ROWS_PER_PAGE):
        yield rows[start : start + ROWS_PER_PAGE]


def _show(canvas: Canvas, left: int, height: int, text: str) -> None:
    """What ``drawString`` would write of a text in the page's one font, without looking for others that have it."""
    shown = f"({escapePDF(text.encode('cp1252'))}) Tj" if text else ""
    canvas.addLiteral(f"BT 1 0 0 1 {left} {height} Tm {shown} T* ET")


def _caption(table: PublicTable) -> str:
    if table.envelope is None:
        raise Bug("A list in PDF was asked for without its flight; no file was written.")
    flight = table.envelope.flight
    return f"{table.title} {plain_number(flight)} {flight.departure.isoformat()}"


def write(table: PublicTable) -> bytes:
    """The table as a PDF file; the same table gives the same bytes on every machine.

    Raises:
        Bug: The table has no envelope, or a letter that the font has not.
    """
    try:
        return _written(table)
    except UnicodeEncodeError as error:
        raise Bug("A letter that no page can show came to its writer; no file was written.") from error


def _written(table: PublicTable) -> bytes:
    target = BytesIO()
    canvas = _canvas(target, table.title)
    lefts = tuple(accumulate((width * UNIT for width in table.widths[:-1]), initial=_LEFT))
    pages = list(_pages(table.rows))
    for place, rows in enumerate(pages, start=1):
        canvas.setFont(FONT, SIZE, _STEP)
        _show(canvas, _LEFT, _CAPTION, _caption(table))
        heights = (_HEADINGS, *range(_FIRST_ROW, _FIRST_ROW - len(rows) * _STEP, -_STEP))
        for height, cells in zip(heights, (table.headings, *rows), strict=True):
            for left, text in zip(lefts, cells, strict=True):
                _show(canvas, left, height, text)
        _show(canvas, _LEFT, _FOOT, f"{place}/{len(pages)}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()
