"""``manifest-app incident``: incidents and their exposure lists."""

from pathlib import Path
from typing import Annotated

import typer

from manifest_app.cli.context import progress, required_second, show, show_table, unlocked
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
    day,
    import_options,
    pairs,
)
from manifest_app.cli.records import show_import
from manifest_app.model.protection import RecordSource
from manifest_app.workflow import incidents, registry
from manifest_app.workflow.importing import read_file

app = typer.Typer(help="Incidents and their exposure lists.", no_args_is_help=True, rich_markup_mode=None)

EntryId = Annotated[str, typer.Argument(metavar="ENTRY", help="Id of an entry of the list, or its beginning.")]
IncidentKey = Annotated[str, typer.Argument(metavar="INCIDENT", help="Id or name of the incident.")]


@app.command("new", epilog='Example: manifest-app --user omar incident new "Web page of 28 November" --date 2022-11-28')
def new(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What people call it.")],
    happened_on: Annotated[str | None, typer.Option("--date", help="The day it happened, as 2022-11-28.")] = None,
) -> None:
    """Record an incident."""
    with unlocked(context) as session:
        made = incidents.new_incident(session, name, day(happened_on) if happened_on else None)
    show(context, {"id": made.id}, [f"The incident is recorded: {made.id}"])


@app.command("import", epilog="Example: manifest-app --user omar incident import 3fa9 exposure-list.csv")
def import_file(
    context: typer.Context,
    incident: IncidentKey,
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="Spreadsheet of the people exposed.")],
    maps: Maps = None,
    sheet: SheetName = None,
    header_row: HeaderRow = None,
    date_order: DateOrderOption = None,
    name_order: NameOrderOption = None,
) -> None:
    """Import the people whom an incident exposed."""
    options = import_options(maps, sheet, header_row, date_order, name_order)
    with unlocked(context) as session, progress(context) as report:
        chosen = incidents.find_incident(session, incident)
        table = read_file(file, progress=report)
        done = incidents.import_list(session, chosen.id, file, table, options, progress=report)
    show_import(context, done)


@app.command("list", epilog="Example: manifest-app --user omar incident list")
def list_incidents(context: typer.Context) -> None:
    """List incidents with the number of people exposed."""
    with unlocked(context) as session:
        found = incidents.incidents(session)
    document = [
        {"id": one.id, "name": one.name, "date": str(one.happened_on or ""), "people": one.people} for one in found
    ]
    rows = [(one.id[:8], one.name, one.happened_on or "", one.people) for one in found]
    headings = ("Id", "Name", "Date", "People")
    show_table(context, document, headings, rows, "No incident. Record one: incident new NAME.")


@app.command("people", epilog='Example: manifest-app --user omar incident people "Web page of 28 November"')
def list_people(context: typer.Context, incident: IncidentKey) -> None:
    """List the people whom an incident exposed, with the ids of their entries."""
    with unlocked(context) as session:
        found = incidents.people_of(session, incidents.find_incident(session, incident).id)
    document = [{"id": one.id, "row": one.row, "ended": one.ended, **identity_document(one.identity)} for one in found]
    rows = [
        (
            one.id[:8],
            one.row,
            one.identity.family_name,
            one.identity.given_names,
            one.identity.birth_date or "",
            one.identity.nationality,
            "ended" if one.ended else "",
        )
        for one in found
    ]
    headings = ("Id", "Row", "Family name", "Given names", "Born", "Nat.", "")
    show_table(context, document, headings, rows, "Nobody. Import the list: incident import INCIDENT FILE.")


@app.command(
    "correct",
    epilog='Example: manifest-app --user omar incident correct 3fa9 --set "birth_date=1984-03-09" --reason "passport '
    'seen" --second sara',
)
def correct(
    context: typer.Context,
    entry: EntryId,
    values: Sets,
    reason: Reason,
    second: Second = None,
    second_password_file: SecondPassword = None,
) -> None:
    """Correct the identity of an entry (supervisor and privacy officer together)."""
    with unlocked(context) as session:
        other = required_second(second, second_password_file)
        found = registry.find_record(session, entry, RecordSource.EXPOSURE)
        changed = registry.correct_record(session, found.id, pairs(values, "--set"), reason, other)
    show(context, {"id": changed.id, "version": changed.version}, ["The entry is corrected; screen flights again."])


@app.command(
    "end",
    epilog='Example: manifest-app --user omar incident end 3fa9 --reason "on the list by mistake" --second sara',
)
def end(
    context: typer.Context,
    entry: EntryId,
    reason: Reason,
    second: Second = None,
    second_password_file: SecondPassword = None,
) -> None:
    """End an entry: it holds nobody any more (supervisor and privacy officer together)."""
    with unlocked(context) as session:
        other = required_second(second, second_password_file)
        found = registry.find_record(session, entry, RecordSource.EXPOSURE)
        changed = registry.end_record(session, found.id, reason, other)
    show(context, {"id": changed.id, "ended": changed.ended}, ["The entry is ended; screen flights again."])
