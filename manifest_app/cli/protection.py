"""``manifest-app protection``: the protection registry."""

from pathlib import Path
from typing import Annotated

import typer

from manifest_app.cli.context import progress, required_second, show, show_table, unlocked, without_unknown
from manifest_app.cli.documents import identity_document
from manifest_app.cli.options import (
    DateOrderOption,
    HeaderRow,
    Maps,
    NameOrderOption,
    Reason,
    Second,
    SecondPassword,
    Sets,
    SheetName,
    import_options,
    pairs,
)
from manifest_app.cli.records import show_import
from manifest_app.model.protection import RecordSource
from manifest_app.workflow import registry
from manifest_app.workflow.importing import read_file

app = typer.Typer(help="The protection registry.", no_args_is_help=True, rich_markup_mode=None)

RecordId = Annotated[str, typer.Argument(metavar="RECORD", help="Id of the record, or its beginning.")]


@app.command("import", epilog="Example: manifest-app --user omar protection import protection-registry.xlsx")
def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="Spreadsheet of people and bases.")],
    maps: Maps = None,
    sheet: SheetName = None,
    header_row: HeaderRow = None,
    date_order: DateOrderOption = None,
    name_order: NameOrderOption = None,
) -> None:
    """Import people into the registry."""
    options = import_options(maps, sheet, header_row, date_order, name_order)
    with unlocked(context) as session, progress(context) as report:
        table = read_file(file, progress=report)
        done = registry.import_protection(session, file, table, options, progress=report)
    show_import(context, done)


@app.command("list", epilog="Example: manifest-app --user omar protection list --text perez")
def list_records(
    context: typer.Context,
    text: Annotated[str, typer.Option("--text", help="Only records that show this text.")] = "",
) -> None:
    """List the registry's records."""
    with unlocked(context) as session:
        found = registry.registry(session, text)
    document = [
        without_unknown(
            {
                "id": row.record.id,
                "row": row.record.row,
                "ended": row.record.ended,
                "basis": row.basis_name or None,
                **identity_document(row.record.identity),
            }
        )
        for row in found
    ]
    rows = [
        (
            row.record.id[:8],
            row.record.identity.family_name,
            row.record.identity.given_names,
            row.record.identity.birth_date or "",
            row.record.identity.nationality,
            row.basis_name,
            "ended" if row.record.ended else "",
        )
        for row in found
    ]
    headings = ("Id", "Family name", "Given names", "Born", "Nat.", "Basis", "")
    show_table(context, document, headings, rows, "No record. Import the registry first: protection import FILE.")


@app.command(
    "correct",
    epilog='Example: manifest-app protection correct 3fa9 --set "birth_date=1984-03-09" --reason "passport seen"',
)
def correct(
    context: typer.Context,
    record: RecordId,
    values: Sets,
    reason: Reason,
    second: Second = None,
    second_password_file: SecondPassword = None,
) -> None:
    """Correct the identity of a record (supervisor and privacy officer together)."""
    with unlocked(context) as session:
        other = required_second(second, second_password_file)
        found = registry.find_record(session, record, RecordSource.REGISTRY)
        changed = registry.correct_record(session, found.id, pairs(values, "--set"), reason, other)
    show(context, {"id": changed.id, "version": changed.version}, ["The record is corrected; screen flights again."])


@app.command(
    "end", epilog='Example: manifest-app protection end 3fa9 --reason "claim withdrawn in writing" --second omar'
)
def end(
    context: typer.Context,
    record: RecordId,
    reason: Reason,
    second: Second = None,
    second_password_file: SecondPassword = None,
) -> None:
    """End a record (supervisor and privacy officer together)."""
    with unlocked(context) as session:
        other = required_second(second, second_password_file)
        found = registry.find_record(session, record, RecordSource.REGISTRY)
        changed = registry.end_record(session, found.id, reason, other)
    show(context, {"id": changed.id, "ended": changed.ended}, ["The record is ended; screen flights again."])
