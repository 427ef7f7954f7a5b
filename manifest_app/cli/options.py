"""Options that several commands share.

Paths are marked ``readable=False`` everywhere: whether a file may be read is not for the parser of options to find out
(a usage error), but for the job that reads it (a mistake with a sentence of its own).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from manifest_app.errors import KnownError
from manifest_app.intake.layout import NameOrder
from manifest_app.standards.dates import DateOrder
from manifest_app.workflow.importing import ImportOptions

Second = Annotated[str | None, typer.Option("--second", help="The second person of a two-person rule.")]
SecondPassword = Annotated[
    Path | None, typer.Option("--second-password-file", readable=False, help="File with the second person's password.")
]
Maps = Annotated[
    list[str] | None, typer.Option("--map", metavar="HEADING=FIELD", help="What a heading means; may be repeated.")
]
SheetName = Annotated[str | None, typer.Option("--sheet", help="Name of the sheet to read.")]
HeaderRow = Annotated[int | None, typer.Option("--header-row", min=1, help="Row of the headings.")]
DateOrderOption = Annotated[
    DateOrder | None, typer.Option("--date-order", help="Which comes first in dates such as 03/04/1984.")
]
NameOrderOption = Annotated[
    NameOrder | None, typer.Option("--name-order", help="Which comes first in a whole name without a comma.")
]
Sets = Annotated[list[str], typer.Option("--set", metavar="FIELD=TEXT", help="A field and its value; may be repeated.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, in a few words.")]


def pairs(given: Iterable[str] | None, option: str) -> Mapping[str, str]:
    """``A=b`` texts as a mapping; the last ``=`` divides for ``--map``, the first for ``--set``.

    Raises:
        KnownError: One has no ``=``, or nothing before it.
    """
    found = {}
    for text in given or ():
        name, divider, value = text.rpartition("=") if option == "--map" else text.partition("=")
        if not divider or not name.strip():
            raise KnownError(f"{option} takes NAME=VALUE.", f'For example: {option} "D.O.B.=birth_date".')
        found[name.strip()] = value.strip()
    return found


def import_options(
    maps: list[str] | None,
    sheet: str | None,
    header_row: int | None,
    date_order: DateOrder | None,
    name_order: NameOrder | None,
) -> ImportOptions:
    """The options of an import."""
    return ImportOptions(pairs(maps, "--map"), sheet, header_row, date_order, name_order)


def day(text: str) -> date:
    """A day in ISO 8601.

    Raises:
        KnownError: It is none.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise KnownError(f"{text!r} is no day.", "Write it as 2026-12-04.") from error
