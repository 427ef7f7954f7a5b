"""Cells as text, and places in a list as people say them."""

import datetime as dt
import re

from manifest_app.intake.table import Cell, Row
from manifest_app.standards.text import clean

_BLANK = re.compile(r"[\s.\-–—_]*|n/?a|n/?d|s/?n|none|nil|null|ninguno", re.IGNORECASE)


def cell_text(cell: Cell) -> str:
    """A cell as a text of one line: dates in ISO 8601, TRUE and FALSE, no invisible marks."""
    if isinstance(cell, str):
        return clean(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, dt.datetime):
        return str(cell.date()) if cell.time() == dt.time() else cell.isoformat(" ", "minutes")
    return str(cell)


def is_blank(cell: Cell) -> bool:
    """Whether a cell is empty, or holds white space and invisible marks only."""
    if not isinstance(cell, str):
        return cell is None
    return not (cell[:1].isalnum() or clean(cell))


def is_blank_row(row: Row) -> bool:
    """Whether a row has no cell with content; such rows are no rows of a list."""
    return all(map(is_blank, row))


def says_nothing(text: str) -> bool:
    """Whether a text only says that there is no value: dashes, N/A, S/N. Not for names, where NA is a family name."""
    return _BLANK.fullmatch(text) is not None
