"""Text with separators (RFC 4180 and its like), row by row."""

import csv
import re

from manifest_app.files.markup import MAX_ROWS
from manifest_app.outgoing.pieces import Channel, Extract, Piece, TooMuchError, Unexplained, inside
from manifest_app.outgoing.texts.plain import lines_of, plain
from manifest_app.outgoing.texts.spelled import number_said

_SEPARATORS = ",;\t|"
_LONGEST_FIELD = 1 << 20
_MOST_CELLS = 8_000_000
_WRAPPED = re.compile(r"[ \t]*\r?\n[ \t]*(?=[a-zà-öø-ÿ])")


def table(text: str, where: str) -> Extract:
    """Text with separators, row by row.

    Raises:
        TooMuchError: It has more rows than a sheet, or more cells than a check looks at.
    """
    if max(text.count("\n"), text.count("\r")) > MAX_ROWS:
        raise TooMuchError(f"more than the {MAX_ROWS:,} rows that a sheet has")
    sample = text[:4096]
    separator = max(_SEPARATORS, key=sample.count)
    if text.count(separator) > _MOST_CELLS:
        raise TooMuchError("more cells than a check looks at")
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(lines_of(text, keepends=True), delimiter=separator)
    try:
        for row in reader:
            if any(row):
                yield Piece(inside(where, f"line {reader.line_num}"), Channel.CELL, "", tuple(map(_cell, row)))
    except csv.Error:
        yield Unexplained(inside(where, f"line {reader.line_num}"), Channel.CELL, "damaged row")
        yield from plain(text, where)


def _cell(text: str) -> str:
    """A field as it is read: a line that was wrapped goes on, a number is written in full."""
    if "\n" in text:
        return _WRAPPED.sub(" ", text)
    return number_said(text) if "E+" in text or "e+" in text else text
