"""How places in a sheet are said: runs of cells as ranges, so that a column of formulas is one line of a report."""

from collections.abc import Sequence

from manifest_app.files.markup import column_letters

MAX_PLACES = 40
"""More places than this are counted, not listed."""


def ranges(cells: Sequence[tuple[int, int]]) -> list[str]:
    """Cells (row, column from 0) as ``C5`` or ``C5:C9``, runs down a column joined; the rest beyond 40 is counted."""
    runs: dict[tuple[int, int], int] = {}
    open_runs: dict[int, tuple[int, int]] = {}
    for row, column in sorted(cells):
        first, last = open_runs.get(column, (0, -1))
        first = first if last == row - 1 else row
        open_runs[column] = (first, row)
        runs[column, first] = row
    places = [_place(column, first, last) for (column, first), last in sorted(runs.items())]
    if len(places) <= MAX_PLACES:
        return places
    return [*places[:MAX_PLACES], f"and {len(places) - MAX_PLACES:,} more places"]


def _place(column: int, first: int, last: int) -> str:
    letters = column_letters(column + 1)
    return f"{letters}{first}" if first == last else f"{letters}{first}:{letters}{last}"
