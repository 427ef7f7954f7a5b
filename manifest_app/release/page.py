"""The page of a release in PDF: what may be shown on it, and how wide a text is.

Helvetica is one of the fonts that every reader of PDF has, so no font travels along; it shows the letters of WinAnsi,
those of western European languages. Nothing is wrapped, shrunk or cut: what does not fit is refused, in words that say
which number of the list it is (docs/decisions/0008-pdf.md).
"""

from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]  # it ships no types

FONT = "Helvetica"
SIZE = 7
"""Size of the font in points."""
UNIT = 5
"""Points for each character of a column's width."""
_GAP = 4


@lru_cache(maxsize=8192)
def reason_against_shown(text: str, width: int) -> str:
    """Why a text can't be shown in a column of a PDF, or "" when it can.

    Args:
        text: The text of a cell.
        width: Width of the column in characters.
    """
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return "has a letter that the font of a PDF can't show; choose another file format"
    if stringWidth(text, FONT, SIZE) > width * UNIT - _GAP:
        return "is too wide for its column in a PDF; choose another file format"
    return ""
