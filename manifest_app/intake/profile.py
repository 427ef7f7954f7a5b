"""What the columns of a list hold, seen over all rows in one pass."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from manifest_app.intake.bases import map_basis
from manifest_app.intake.cells import cell_text, is_blank_row, says_nothing
from manifest_app.intake.table import Cell, Row
from manifest_app.standards.dates import AmbiguousDateError, read_date
from manifest_app.standards.mrz import looks_like_mrz

_KEPT_VALUES = 5000
_LOOKED_AT = 300
_FAR_AHEAD = date(2199, 12, 31)


@dataclass(slots=True)
class Profile:
    """The distinct values of each column, at most 5,000 each beyond dates and names, and the number of filled rows."""

    rows: int = 0
    values: list[set[Cell]] = field(default_factory=list)

    def column(self, index: int) -> set[Cell]:
        """The distinct values of a column; empty beyond the widest row."""
        return self.values[index] if index < len(self.values) else set()


def profile(rows: Iterable[Row], whole: frozenset[int]) -> Profile:
    """Look at every row.

    Args:
        rows: The rows below the headings.
        whole: Columns of which every distinct value is kept (dates, whole names).
    """
    found = Profile()
    values = found.values
    for row in rows:
        if is_blank_row(row):
            continue
        found.rows += 1
        while len(values) < len(row):
            values.append(set())
        for index, cell in enumerate(row):
            if cell is not None and (len(values[index]) < _KEPT_VALUES or index in whole):
                values[index].add(cell)
    return found


def _texts(values: set[Cell]) -> list[str]:
    return [text for text in (cell_text(value) for value in islice(values, _LOOKED_AT)) if text]


def holds_dates(values: set[Cell]) -> bool:
    """Whether most values are dates."""
    filled = [value for value in islice(values, _LOOKED_AT) if cell_text(value)]
    return bool(filled) and sum(map(_is_date, filled)) > 0.6 * len(filled)


def _is_date(value: Cell) -> bool:
    if isinstance(value, dt.date):
        return True
    try:
        read_date(value, None, pivot=_FAR_AHEAD, future=True)
    except AmbiguousDateError:
        return True
    except ValueError:
        return False
    return True


def holds_zones(values: set[Cell]) -> bool:
    """Whether most values are machine readable zones."""
    texts = _texts(values)
    return bool(texts) and sum(map(looks_like_mrz, texts)) > 0.6 * len(texts)


def holds_protection(values: set[Cell]) -> bool:
    """Whether at least half of the values that say something are words for protection, and one surely is."""
    codes = [map_basis(text) for text in _texts(values) if not says_nothing(text)]
    known = [mapped for mapped in codes if mapped.certain]
    return any(mapped.code for mapped in known) and 2 * len(known) >= len(codes)
