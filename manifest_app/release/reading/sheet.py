"""The sheet and its strings: which markup they may have, and what the cells say.

Only what is listed here may occur. There is no formula, no style, no height, no hidden row or column, no link, no
merged cell, no filter, no validation, no drawing: none of them is in the list.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from manifest_app.release.reading.events import Element
from manifest_app.release.reading.unexplained import demand, given
from manifest_app.release.table import PublicTable

_MARGINS = {"left": "0.7", "right": "0.7", "top": "0.75", "bottom": "0.75", "header": "0.3", "footer": "0.3"}
_COLUMN = {"min": "[0-9]+", "max": "[0-9]+", "width": r"[0-9]+\.7109375", "customWidth": "1"}
_SHEET: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "worksheet": {
            "xmlns": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        },
        "worksheet/dimension": {"ref": "A1(?::[A-Z]{1,2}[0-9]+)?"},
        "worksheet/sheetViews": {},
        "worksheet/sheetViews/sheetView": {"tabSelected": "1", "workbookViewId": "0"},
        "worksheet/sheetFormatPr": {"defaultRowHeight": "15"},
        "worksheet/cols": {},
        "worksheet/cols/col": _COLUMN,
        "worksheet/sheetData": {},
        "worksheet/sheetData/row": {"r": "[0-9]+", "spans": "1:[0-9]+"},
        "worksheet/sheetData/row/c": {"r": "[A-Z]{1,2}[0-9]+", "t": "s"},
        "worksheet/sheetData/row/c/v": {},
        "worksheet/pageMargins": _MARGINS,
    }
)
_STRINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "sst": {
            "xmlns": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "count": "[0-9]+",
            "uniqueCount": "[0-9]+",
        },
        "sst/si": {},
        "sst/si/t": {},
    }
)
_ONCE = ("worksheet", "worksheet/dimension", "worksheet/sheetViews", "worksheet/sheetViews/sheetView")
_ALSO_ONCE = ("worksheet/sheetFormatPr", "worksheet/cols", "worksheet/sheetData", "worksheet/pageMargins")
_WITH_TEXT = frozenset({"worksheet/sheetData/row/c/v", "sst/si/t"})


def _check_allowed(elements: Sequence[Element], allowed: Mapping[str, Mapping[str, str]]) -> None:
    patterns = {
        path: [(name, re.compile(value).fullmatch) for name, value in attributes.items()]
        for path, attributes in allowed.items()
    }
    for path, attributes, text in elements:
        wanted = given(patterns.get(path), "an element that no release has")
        demand(not text or path in _WITH_TEXT, "text outside the cells")
        demand(len(wanted) == len(attributes), "other attributes than a release has")
        for (name, fits), (found, value) in zip(wanted, attributes, strict=True):
            demand(name == found and fits(value) is not None, "an attribute that no release has")


def column_letters(column: int) -> str:
    """``A`` for 0, ``AA`` for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def check_sheet_markup(elements: Sequence[Element], table: PublicTable) -> None:
    """Make sure that a sheet has only the markup of a release: one type, one style, no row or column unlike others.

    Args:
        elements: The sheet's part.
        table: The table it should show; its shape and widths are compared.

    Raises:
        Unexplained: There is markup that no release has.
    """
    _check_allowed(elements, _SHEET)
    counts = Counter(element.path for element in elements)
    demand(all(counts[path] == 1 for path in (*_ONCE, *_ALSO_ONCE)), "a part of the sheet twice, or none")
    columns, lines = len(table.headings), len(table.rows) + 1
    corner = f"{column_letters(columns - 1)}{lines}"
    demand(_attributes(elements, "dimension") == [f"A1:{corner}" if corner != "A1" else "A1"], "another size of sheet")
    demand(_attributes(elements, "sheetData/row", 1) == [f"1:{columns}"] * lines, "rows of another span")
    demand(_attributes(elements, "sheetData/row") == [str(line) for line in range(1, lines + 1)], "other rows")
    widths = [width for element in elements if element.path == "worksheet/cols/col" for width in _widths(element)]
    demand(widths == [f"{width}.7109375" for width in table.widths], "other column widths")


def _attributes(elements: Sequence[Element], path: str, place: int = 0) -> list[str]:
    return [element.attributes[place][1] for element in elements if element.path == f"worksheet/{path}"]


def _widths(element: Element) -> list[str]:
    first, last, width = (value for _, value in element.attributes[:3])
    demand(1 <= int(first) <= int(last) <= 100, "columns beyond the table")
    return [width] * (int(last) - int(first) + 1)


def read_strings(elements: Sequence[Element]) -> list[str]:
    """The shared strings.

    Raises:
        Unexplained: There is other markup than plain strings.
    """
    _check_allowed(elements, _STRINGS)
    paths = [element.path for element in elements[1:]]
    demand(paths == ["sst/si", "sst/si/t"] * (len(paths) // 2), "a string of several pieces")
    return [element.text for element in elements if element.path == "sst/si/t"]


def check_strings(elements: Sequence[Element], sheet: Sequence[Element]) -> None:
    """Make sure that every shared string is shown in a cell, once in the list, in the order of the cells.

    Raises:
        Unexplained: There is a string nobody sees, or one that stands twice.
    """
    strings = read_strings(elements)
    used = [element.text for element in sheet if element.path == "worksheet/sheetData/row/c/v"]
    in_order = list(dict.fromkeys(used))
    demand(
        in_order == [str(place) for place in range(len(strings))], "a string that no cell shows, or in another order"
    )
    demand(len(set(strings)) == len(strings), "a string that stands twice")
    count, unique = (value for _, value in elements[0].attributes[1:])
    demand((count, unique) == (str(len(used)), str(len(strings))), "another number of strings than it says")


def read_cells(sheet: Sequence[Element], strings: Sequence[str]) -> dict[str, str]:
    """What each cell says, by its reference such as ``B7``.

    Raises:
        Unexplained: A cell stands twice or shows no string of the list.
    """
    cells: dict[str, str] = {}
    reference = ""
    for element in sheet:
        if element.path == "worksheet/sheetData/row/c":
            reference = element.attributes[0][1]
            demand(reference not in cells, "a cell that stands twice")
        elif element.path == "worksheet/sheetData/row/c/v":
            demand(element.text.isdigit() and int(element.text) < len(strings), "a cell without its string")
            cells[reference] = strings[int(element.text)]
    return cells


def read_rows(sheet: Sequence[Element], strings: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The lines of a sheet, each as its cells in order.

    Raises:
        Unexplained: A cell stands twice or shows no string of the list.
    """
    lines: list[list[str]] = []
    texts = iter(read_cells(sheet, strings).values())
    for element in sheet:
        if element.path == "worksheet/sheetData/row":
            lines.append([])
        elif element.path == "worksheet/sheetData/row/c/v":
            lines[-1].append(next(texts))
    return tuple(map(tuple, lines))


def cells_of(table: PublicTable) -> dict[str, str]:
    """The cells a table must give, by reference; an empty cell is a cell too."""
    lines = (table.headings, *table.rows)
    return {
        f"{column_letters(column)}{line}": text
        for line, row in enumerate(lines, start=1)
        for column, text in enumerate(row)
    }
