"""Exporters that leak, one channel each: a permanent test of the checks that must catch them.

Each gets the table and the rows (from 0) of the people who are protected, and gives the bytes it would send. What it
leaks is as small as the channel allows; with nobody protected the file is clean. ``caught_by`` is the check of
`manifest_app.release.verify` that is there for it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from manifest_app.release.table import PublicTable
from manifest_app.release.writers import WRITERS, csv, xlsx

Protected = frozenset[int]
Exporter = Callable[[PublicTable, Protected], bytes]


@dataclass(frozen=True)
class Mutant:
    name: str
    file_format: str
    caught_by: str
    leak: Exporter

    def export(self, table: PublicTable, protected: Protected) -> bytes:
        return self.leak(table, protected) if protected else WRITERS[self.file_format](table)

    def __str__(self) -> str:
        return f"{self.file_format} {self.name}"


TABLES: list[Mutant] = []


def _add(name: str, caught_by: str, export: Exporter, *formats: str) -> None:
    TABLES.extend(Mutant(name, file_format, caught_by, export) for file_format in formats or ("xlsx",))


def _said(protected: Protected) -> str:
    return "-".join(str(row) for row in sorted(protected))


# --- the table itself ------------------------------------------------------------------------------------------------

Rows = list[list[str]]


def _of_table(name: str, caught_by: str, change: Callable[[Rows, Protected], None]) -> None:
    def changed(table: PublicTable, protected: Protected) -> PublicTable:
        rows = [list(row) for row in table.rows]
        change(rows, protected)
        return replace(table, rows=tuple(map(tuple, rows)))

    _add(name, caught_by, lambda table, protected: xlsx.write(changed(table, protected)), "xlsx")
    _add(name, caught_by, lambda table, protected: csv.write(changed(table, protected)), "csv")


def _each(column: int, change: Callable[[str], str]) -> Callable[[Rows, Protected], None]:
    def on_rows(rows: Rows, protected: Protected) -> None:
        for row in protected:
            rows[row][column] = change(rows[row][column])

    return on_rows


def _renumber(rows: Rows) -> None:
    for number, row in enumerate(rows, start=1):
        row[0] = str(number)


def _protected_last(rows: Rows, protected: Protected) -> None:
    rows[:] = [row for place, row in enumerate(rows) if place not in protected] + [rows[place] for place in protected]
    _renumber(rows)


def _drop(rows: Rows, protected: Protected) -> None:
    rows[:] = [row for place, row in enumerate(rows) if place not in protected]
    _renumber(rows)


def _gap(rows: Rows, protected: Protected) -> None:
    for place, row in enumerate(rows):
        row[0] = str(place + 1 + sum(one <= place for one in protected))


def _extra_row(rows: Rows, protected: Protected) -> None:
    rows.append([str(len(rows) + 1), "Zzz", "", f"19{50 + min(protected)}", *([""] * (len(rows[0]) - 4))])


def _ids(rows: Rows, first: int) -> None:
    for place, row in enumerate(rows):
        row[0] = str(first + place)


def _zero(rows: Rows, protected: Protected) -> None:
    for place in protected:
        rows[place][0] = f"0{rows[place][0]}"


def _together(rows: Rows, protected: Protected) -> None:
    """As a seat plan or a booking has them: the first of the protected stands where the last one does."""
    rows.insert(max(protected) + 1, rows.pop(min(protected) - 1))
    _renumber(rows)


def _twice(rows: Rows, protected: Protected) -> None:
    rows.insert(min(protected), list(rows[min(protected)]))
    _renumber(rows)


def _second_table(rows: Rows, protected: Protected) -> None:
    rows.append(["No.", *(["Name"] * (len(rows[0]) - 1))])
    rows.extend(list(rows[place]) for place in sorted(protected))


def _footer_count(rows: Rows, protected: Protected) -> None:
    rows.append(["Total", _said(protected), *([""] * (len(rows[0]) - 2))])


_of_table("order", "order", _protected_last)
_of_table("drop", "cells", _drop)
_of_table("gap", "numbering", _gap)
_of_table("extra row", "cells", _extra_row)
_of_table("footer count", "grammar", _footer_count)
_of_table("zero width", "grammar", _each(1, lambda text: f"{text}\u200b"))
_of_table("trailing space", "grammar", _each(1, lambda text: f"{text} "))
_of_table("no-break space", "grammar", _each(2, lambda text: f"{text}\u00a0"))
_of_table("homoglyph", "grammar", _each(2, lambda text: f"{text}-Аna"))
_of_table("decomposed", "grammar", _each(1, lambda text: f"{text}e\u0301"))
_of_table("case", "cells", _each(1, str.swapcase))
_of_table("mask", "cells", _each(7, lambda text: "X" * len(text) or "X"))
_of_table("blank", "cells", _each(3, lambda _: ""))
_of_table("star", "grammar", _each(1, lambda text: f"{text}*"))
_of_table("refugee code", "grammar", _each(5, lambda _: "XXB"))
_of_table("refugee document", "grammar", _each(6, lambda _: "PR"))
_of_table("date form", "grammar", _each(3, lambda text: "/".join(reversed(text.split("-"))) + "/"))
_of_table("formula", "grammar", _each(1, lambda text: f"={text}"))
_of_table("formula by plus", "grammar", _each(1, lambda text: f"+{text}"))
_of_table("formula by minus", "grammar", _each(2, lambda text: f"-{text}"))
_of_table("formula by at", "grammar", _each(2, lambda text: f"@{text}"))
_of_table("formula of full width", "grammar", _each(1, lambda text: f"\uff1d{text}"))
_of_table("letters of full width", "grammar", _each(2, lambda text: f"{text}\uff21"))
_of_table("line break", "grammar", _each(2, lambda text: f"{text}\nA"))
_of_table("two spaces", "grammar", _each(2, lambda text: f"{text}  Ana"))
_of_table("apostrophe of another form", "grammar", _each(1, lambda text: f"{text}\u2018\u2018"))
_of_table("remark in brackets", "grammar", _each(2, lambda text: f"{text} (2)"))
_of_table("accents dropped", "cells", _each(1, lambda text: text.encode("ascii", "ignore").decode() + "x"))
_of_table("birth to the year", "cells", _each(3, lambda text: text[:3] + "0"))
_of_table("other refugee code", "grammar", _each(5, lambda _: "XXC"))
_of_table("stateless code", "grammar", _each(5, lambda _: "XXA"))
_of_table("issued by the United Nations", "grammar", _each(8, lambda _: "UNO"))
_of_table("document of a stateless person", "grammar", _each(6, lambda _: "PS"))
_of_table("code for a number", "grammar", _each(7, lambda _: "XXB"))
_of_table("small letters in a number", "grammar", _each(7, lambda text: f"{text}k"))
_of_table("expiry left out", "cells", _each(9, lambda text: "" if text else "2031"))
_of_table("sex of another kind", "grammar", _each(4, lambda _: "U"))
_of_table("number of the record", "numbering", lambda rows, protected: _ids(rows, 900 + min(protected)))
_of_table("zero before a number", "grammar", _zero)
_of_table("groups that stay together", "order", _together)
_of_table("somebody twice", "cells", _twice)
_of_table("row of headings again", "grammar", _second_table)
_of_table("remark", "vocabulary", _each(2, lambda text: f"{text} asylum"))
_of_table("a-number", "forbidden values", _each(7, lambda _: "A012345678"))


def _headed(name: str, caught_by: str, heading: str) -> None:
    def changed(table: PublicTable, protected: Protected) -> PublicTable:
        headings = [*table.headings]
        headings[min(protected)] = heading
        return replace(table, headings=tuple(headings))

    _add(name, caught_by, lambda table, protected: xlsx.write(changed(table, protected)), "xlsx")
    _add(name, caught_by, lambda table, protected: csv.write(changed(table, protected)), "csv")


_headed("heading", "headings", "Name ")
_headed("speaking heading", "vocabulary", "Asylum")


def _extra_column(table: PublicTable, protected: Protected) -> PublicTable:
    rows = tuple((*row, "1" if place in protected else "0") for place, row in enumerate(table.rows))
    return PublicTable(table.title, (*table.headings, "Group"), (*table.widths, 6), rows)


_add("extra column", "cells", lambda table, protected: xlsx.write(_extra_column(table, protected)), "xlsx")
_add("extra column", "cells", lambda table, protected: csv.write(_extra_column(table, protected)), "csv")
# --- CSV -------------------------------------------------------------------------------------------------------------


def _lines(name: str, change: Callable[[list[str], Protected], None], caught_by: str = "framing") -> None:
    """The clean file with its lines changed, which still have their line ends."""

    def export(table: PublicTable, protected: Protected) -> bytes:
        lines = csv.write(table).decode().splitlines(keepends=True)
        change(lines, protected)
        return "".join(lines).encode()

    _add(name, caught_by, export, "csv")


def _on_lines(change: Callable[[str], str]) -> Callable[[list[str], Protected], None]:
    def on_lines(lines: list[str], protected: Protected) -> None:
        for row in protected:
            lines[row + 1] = change(lines[row + 1])

    return on_lines


def _comment_line(lines: list[str], protected: Protected) -> None:
    lines.insert(0, f"# {_said(protected)}\r\n")


def _byte_order_mark(lines: list[str], protected: Protected) -> None:
    lines[0] = "\ufeff" * len(protected) + lines[0]


def _blank_lines(lines: list[str], protected: Protected) -> None:
    lines.extend(["\r\n"] * min(protected))


def _no_end(lines: list[str], protected: Protected) -> None:
    lines[-1] = lines[-1].rstrip() + " " * min(protected)


_lines("no quotes", _on_lines(lambda line: line.replace('"', "")))
_lines("one cell without quotes", _on_lines(lambda line: line.replace('"', "", 2)))
_lines("line feed only", _on_lines(lambda line: line.replace("\r\n", "\n")))
_lines("carriage return only", _on_lines(lambda line: line.replace("\r\n", "\r")))
_lines("space between cells", _on_lines(lambda line: line.replace('","', '", "', 1)))
_lines("semicolon", _on_lines(lambda line: line.replace('","', '";"', 1)))
_lines("trailing comma", _on_lines(lambda line: line.replace("\r\n", ",\r\n")))
_lines("ragged row", _on_lines(lambda line: line.replace("\r\n", ',""\r\n')))
_lines("doubled quote", _on_lines(lambda line: line.replace('","', '"","', 1)))
_lines("null", _on_lines(lambda line: line.replace('","', '\0","', 1)))
_lines("tab in a cell", _on_lines(lambda line: line.replace('","', '\t","', 1)))
_lines("comment line", _comment_line)
_lines("byte order mark", _byte_order_mark)
_lines("blank lines at the end", _blank_lines)
_lines("line for a spreadsheet program", lambda lines, protected: lines.insert(0, "sep=,\r\n" * len(protected)))
_lines("second table", lambda lines, protected: lines.extend(["\r\n", *(lines[row + 1] for row in protected)]))
_lines("blank line between rows", lambda lines, protected: lines.insert(min(protected) + 1, "\r\n"))
_lines("space at the end of a line", _on_lines(lambda line: line.replace("\r\n", " \r\n")))
_lines("end of file mark", lambda lines, protected: lines.append("\x1a" * len(protected)))
_lines("text after a quote", _on_lines(lambda line: line.replace('","', '"x,"', 1)))
_lines("no last line end", _no_end)
_add("UTF-16", "framing", lambda table, _: csv.write(table).decode().encode("utf-16"), "csv")
_add("Latin-1", "framing", lambda table, _: csv.write(table).decode().encode("latin-1", "replace"), "csv")
_add("other encoding", "framing", lambda table, protected: csv.write(table) + b"\xff" * min(protected), "csv")
