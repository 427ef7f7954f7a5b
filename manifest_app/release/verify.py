"""Reads a finished file back before anyone gets it; every check has a name, and one that fails means there is no file.

The checks overlap on purpose. ``regenerated`` alone would find whatever the visible cells don't explain; the others say
what it is, and hold if the writer itself should be wrong.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from manifest_app.errors import Bug
from manifest_app.release.forbidden import Forbidden, tellable_cells
from manifest_app.release.grammar import NAME_KEYS, table_disclosures
from manifest_app.release.opened import Opened, OpenedLines, OpenedMessage, OpenedWorkbook, ReadTwice
from manifest_app.release.opened_pages import OpenedPages
from manifest_app.release.profile import MESSAGE, Profile
from manifest_app.release.project import order_key
from manifest_app.release.reading.container import read_container
from manifest_app.release.reading.paxlst import check_counts, check_forms
from manifest_app.release.reading.pdf import check_objects, check_properties, check_structure
from manifest_app.release.reading.sheet import cells_of, check_strings, read_cells
from manifest_app.release.reading.unexplained import demand, given
from manifest_app.release.reading.workbook import check_fixed, check_parts
from manifest_app.release.table import PublicTable
from manifest_app.release.vocabulary import vocabulary
from manifest_app.release.writers import WRITERS


@dataclass(frozen=True, slots=True)
class _Task:
    data: bytes
    table: PublicTable
    profile: Profile
    file_format: str
    forbidden: Forbidden
    opened: Opened

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        rows = self.opened.lines[1:]
        demand(all(len(row) == len(self.profile.keys) for row in rows), "a row of another length")
        return rows


_Check = Callable[[_Task], None]


def _same_cells(task: _Task) -> None:
    demand(task.opened.lines == (task.table.headings, *task.table.rows), "other cells than the list has")


def _headings(task: _Task) -> None:
    demand(task.opened.lines[:1] == (tuple(spec.heading for spec in task.profile.fields),), "other headings")


def _grammar(task: _Task) -> None:
    read = PublicTable(task.table.title, task.table.headings, task.table.widths, task.rows)
    first = next(table_disclosures(read, task.profile.keys, Forbidden(frozenset())), None)
    demand(first is None, "a value against its field's grammar")


def _order(task: _Task) -> None:
    order = [order_key(task.profile.keys, row) for row in task.rows]
    demand(order == sorted(order), "rows in another order")


def _numbering(task: _Task) -> None:
    if "number" in task.profile.keys:
        place = task.profile.keys.index("number")
        numbers = [row[place] for row in task.rows]
        demand(numbers == [str(number) for number in range(1, len(numbers) + 1)], "a gap in the numbers")


def _vocabulary(task: _Task) -> None:
    spoken = vocabulary()
    demand(not any(map(spoken.speaks, task.opened.other_texts)), "a word of protection outside the cells")
    cells = {(key in NAME_KEYS, text) for row in task.rows for key, text in zip(task.profile.keys, row, strict=True)}
    said = any(spoken.speaks_in_name(text) if is_name else spoken.speaks(text) for is_name, text in cells)
    demand(not said, "a word of protection in a cell")


def _forbidden(task: _Task) -> None:
    cells = {text for row in task.rows for _, text in tellable_cells(task.profile.keys, row)}
    demand(not task.forbidden.is_in_any(cells | task.opened.other_texts), "a value of the office")


def _regenerated(task: _Task) -> None:
    headings, *rows = task.opened.lines
    widths = tuple(spec.width for spec in task.profile.fields)
    demand(all(len(line) == len(widths) for line in task.opened.lines), "a line of another length")
    read = PublicTable(task.profile.title, headings, widths, tuple(rows), task.table.envelope)
    again = WRITERS[task.file_format](read)
    demand(again == task.data, "bytes that the cells don't explain")


_OF_ANY_FILE: Mapping[str, _Check] = MappingProxyType(
    {
        "cells": _same_cells,
        "headings": _headings,
        "grammar": _grammar,
        "order": _order,
        "numbering": _numbering,
        "vocabulary": _vocabulary,
        "forbidden values": _forbidden,
        "regenerated": _regenerated,
    }
)


def _second_reader(opened: ReadTwice) -> Mapping[str, _Check]:
    def check(task: _Task) -> None:
        demand(opened.second_reading() == (task.table.headings, *task.table.rows), "other cells by a second reader")

    return {"second reader": check}


def _workbook_checks(opened: OpenedWorkbook) -> Mapping[str, _Check]:
    def fixed(*folders: str) -> _Check:
        def check(task: _Task) -> None:
            for folder in folders:
                check_fixed(opened.parts, task.profile.title, folder)

        return check

    def references(task: _Task) -> None:
        cells = read_cells(opened.workbook.sheet, opened.strings)
        demand(cells == cells_of(task.table), "cells at other places")

    return {
        "container": lambda task: demand(read_container(task.data) == opened.parts, "parts seen differently"),
        "parts": lambda _: check_parts(opened.parts),
        "relations": fixed("[Content_Types].xml", "_rels/", "xl/_rels/"),
        "properties": fixed("docProps/"),
        "workbook": fixed("xl/workbook.xml"),
        "styles": fixed("xl/styles.xml", "xl/theme/"),
        "markup": lambda _: demand(opened.plain, "other markup"),
        "strings": lambda _: check_strings(opened.workbook.strings, opened.workbook.sheet),
        "references": references,
        **_second_reader(opened),
    }


def _line_checks(opened: OpenedLines) -> Mapping[str, _Check]:
    return {"framing": lambda _: demand(bool(opened.lines), "no line"), **_second_reader(opened)}


def _page_checks(opened: OpenedPages) -> Mapping[str, _Check]:
    def caption(task: _Task) -> None:
        flight = given(task.table.envelope, "a list without its flight").flight
        # The flight as the file's name has it.
        number = "-".join(re.findall("[A-Z0-9]+", flight.number.upper()))
        count = len(opened.pages)
        wanted = {(f"{task.profile.title} {number} {flight.departure}", f"{page + 1}/{count}") for page in range(count)}
        demand(opened.caption() == wanted, "another caption")

    return {
        "structure": lambda _: check_structure(opened.document),
        "objects": lambda _: check_objects(opened.document),
        "properties": lambda task: check_properties(opened.document, task.profile.title),
        "page": lambda _: demand(bool(opened.pages), "no page"),
        "places": lambda _: demand(bool(opened.lines), "no line"),
        "caption": caption,
        **_second_reader(opened),
    }


def _message_checks(opened: OpenedMessage) -> Mapping[str, _Check]:
    def head(task: _Task) -> None:
        envelope = given(task.table.envelope, "a message without its flight")
        parties = given(envelope.parties, "a message without its parties")
        flight, day = envelope.flight, f"{envelope.flight.departure:%y%m%d}"
        code = "".join(re.findall("[A-Z0-9]+", flight.number.upper()))
        number = f"{day}{envelope.number:02d}{code}"[:14]
        wanted = (
            f"UNB+{parties.syntax}:4+{parties.sender}:ZZ+{parties.recipient}:ZZ+{day}:0000+{number}",
            f"UNH+{number}+PAXLST:D:{parties.directory}:UN:IATA",
            *("BGM+745", f"RFF+TN:{number}", f"NAD+MS+++{parties.contact}", f"TDT+20+{code}"),
            *(f"LOC+125+{flight.origin}", f"DTM+189:{day}:101", f"LOC+87+{flight.destination}"),
        )
        found = tuple("+".join(":".join(element) for element in segment) for segment in opened.message.head)
        demand(found == wanted, "another head")
        ends = {(("LOC",), ("178",), (flight.origin,)), (("LOC",), ("179",), (flight.destination,))}
        demand(all(ends <= set(passenger) for passenger in opened.message.passengers), "another way of a passenger")

    return {
        "segments": lambda _: demand(bool(opened.message.head), "no segment"),
        "forms": lambda _: check_forms(opened.message),
        "head": head,
        "counts": lambda _: check_counts(opened.message),
    }


def _open(
    data: bytes, table: PublicTable, profile: Profile, file_format: str, forbidden: Iterable[str]
) -> tuple[_Task, Mapping[str, _Check]]:
    banned = Forbidden.of(forbidden)
    if file_format == MESSAGE:
        profile = profile.for_format(file_format)
        message = OpenedMessage(data, table, profile.keys)
        return _Task(data, table, profile, file_format, banned, message), {**_message_checks(message), **_OF_ANY_FILE}
    if file_format == "pdf":
        pages = OpenedPages(data, table)
        return _Task(data, table, profile, file_format, banned, pages), {**_page_checks(pages), **_OF_ANY_FILE}
    if file_format == "csv":
        lines = OpenedLines(data)
        return _Task(data, table, profile, file_format, banned, lines), {**_line_checks(lines), **_OF_ANY_FILE}
    workbook = OpenedWorkbook(data, table)
    return _Task(data, table, profile, file_format, banned, workbook), {**_workbook_checks(workbook), **_OF_ANY_FILE}


def _fails(check: _Check, task: _Task) -> bool:
    try:
        check(task)
    except Exception:  # a check that can't finish has not passed, whatever the reason
        return True
    return False


def failed_checks(
    data: bytes, table: PublicTable, profile: Profile, file_format: str, *, forbidden: Sequence[str] = ()
) -> tuple[str, ...]:
    """The names of all checks that a finished file fails, in their order; empty for a good file. See `verify`."""
    task, checks = _open(data, table, profile, file_format, forbidden)
    return tuple(name for name, check in checks.items() if _fails(check, task))


def verify(
    data: bytes, table: PublicTable, profile: Profile, file_format: str, *, forbidden: Sequence[str] = ()
) -> None:
    """Make sure that a finished file shows the table and nothing else.

    Args:
        data: The file.
        table: What it must show.
        profile: The profile it was written for.
        file_format: One that the profile has.
        forbidden: Values that may not occur anywhere, such as A-numbers.

    Raises:
        Bug: A check failed; its name is said, no data.
    """
    task, checks = _open(data, table, profile, file_format, forbidden)
    for name, check in checks.items():
        if _fails(check, task):
            raise Bug(f"The finished list failed the check {name!r}; no file was written.")
