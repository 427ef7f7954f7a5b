"""``manifest-app flight``: flights and their lists."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from manifest_app.cli.context import progress, show, show_lines, show_table, unlocked, without_unknown
from manifest_app.cli.documents import hidden_documents, identity_document, note_documents, problem_documents
from manifest_app.cli.options import (
    DateOrderOption,
    HeaderRow,
    Maps,
    NameOrderOption,
    Reason,
    Sets,
    SheetName,
    day,
    import_options,
    pairs,
)
from manifest_app.errors import Bug
from manifest_app.workflow import flights, importing, mending, screening
from manifest_app.workflow.importing import ImportReport, read_file

app = typer.Typer(help="Flights and their lists.", no_args_is_help=True, rich_markup_mode=None)

FlightKey = Annotated[str, typer.Argument(metavar="FLIGHT", help="Number or id of the flight.")]
Row = Annotated[int, typer.Argument(metavar="ROW", help="Row in the source file, as a spreadsheet shows it.")]


@app.command("new", epilog="Example: manifest-app flight new RX-114 --date 2026-12-04 --from IAH --to HAV")
def new(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The flight's number.")],
    departure: Annotated[str, typer.Option("--date", help="Day of departure, as 2026-12-04.")],
    origin: Annotated[str, typer.Option("--from", help="Airport of departure.")] = "",
    destination: Annotated[str, typer.Option("--to", help="Airport of arrival.")] = "",
) -> None:
    """Make a flight."""
    with unlocked(context) as session:
        made = flights.new_flight(session, number, day(departure), origin, destination)
    show(context, {"id": made.id, "flight": made.number}, [f"Flight {made.number} is made: {made.id}"])


@app.command("import", epilog='Example: manifest-app flight import RX-114 RX-114.xlsx --map "Alien No.=a_number"')
def import_file(
    context: typer.Context,
    flight: FlightKey,
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="XLSX, XLSM, ODS, CSV or TSV.")],
    maps: Maps = None,
    sheet: SheetName = None,
    header_row: HeaderRow = None,
    date_order: DateOrderOption = None,
    name_order: NameOrderOption = None,
) -> None:
    """Import a passenger list."""
    options = import_options(maps, sheet, header_row, date_order, name_order)
    with unlocked(context) as session, progress(context) as report:
        chosen = flights.find_flight(session, flight)
        table = read_file(file, progress=report)
        done = importing.import_manifest(session, chosen.id, file, table, options, progress=report)
    show(context, _report_document(done), _report_lines(done))


def _report_document(report: ImportReport) -> dict[str, Any]:
    return {
        "imported": report.imported,
        "problems": problem_documents(report.problems),
        "hidden": hidden_documents(report.hidden),
        "unmapped": list(report.unmapped),
        "sealed": list(report.sealed),
        "held": report.held,
        "notes": note_documents(report.notes),
    }


def _report_lines(report: ImportReport) -> list[str]:
    lines = [f"{report.imported} passengers imported; {len(report.problems)} rows have a problem."]
    lines += [f"Row {one.row}, {one.column}: {one.problem}" for one in report.problems]
    lines += [f"Row {one.row}, {one.column}: {one.note}" for one in report.notes]
    lines += [f"The file hides: {one.kind} at {one.where} ({one.what})" for one in report.hidden]
    lines += [f"Sealed, because it speaks of status: {one}" for one in report.sealed]
    lines += [f"Heading without a meaning here, kept sealed: {one}" for one in report.unmapped]
    if report.problems:
        lines.append("Mend such a row (flight mend), or set it aside (flight set-aside).")
    lines.append("Next: flight screen.")
    return lines


@app.command("preview", epilog="Example: manifest-app flight preview RX-114.xlsx")
def preview(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="XLSX, XLSM, ODS, CSV or TSV.")],
    maps: Maps = None,
    sheet: SheetName = None,
    header_row: HeaderRow = None,
    date_order: DateOrderOption = None,
    name_order: NameOrderOption = None,
) -> None:
    """Show the mapping of columns and the problems of a file; nothing is stored."""
    options = import_options(maps, sheet, header_row, date_order, name_order)
    with unlocked(context) as session, progress(context) as report:
        found = importing.preview_import(session, read_file(file, progress=report), options)
    if found.question is not None or found.layout is None or found.reading is None:
        raise found.question or Bug("a preview has neither a layout nor a question")
    columns = [
        {"column": one.letter, "heading": one.heading, "field": one.field or "", "kind": one.kind, "how": one.how}
        for one in found.layout.columns
    ]
    document = {
        "sheet": found.layout.sheet,
        "header_row": found.layout.header_row,
        "columns": columns,
        "passengers": len(found.reading.passengers),
        "problems": problem_documents(found.reading.problems),
        "notes": note_documents(found.reading.notes),
        "hidden": hidden_documents(found.hidden),
    }
    rows = [(one["column"], one["heading"], one["field"] or one["kind"], one["how"]) for one in columns]
    show_table(context, document, ("Column", "Heading", "Field", "Known by"), rows, "The file has no columns.")
    notes = [f"Row {one.row}, {one.column}: {one.problem}" for one in found.reading.problems]
    notes += [f"Row {one.row}, {one.column}: {one.note}" for one in found.reading.notes]
    notes += [f"The file hides: {one.kind} at {one.where} ({one.what})" for one in found.hidden]
    show_lines(context, notes)


@app.command("list", epilog="Example: manifest-app flight list")
def list_flights(context: typer.Context) -> None:
    """List flights, soonest departure first."""
    with unlocked(context) as session:
        found = flights.flights(session)
    rows = [
        (
            one.id[:8],
            one.number,
            one.departure,
            f"{one.origin} -> {one.destination}",
            "cancelled" if one.cancelled else one.stage,
            one.passengers,
            one.held,
            one.open_holds,
            one.problems,
        )
        for one in found
    ]
    headings = ("Id", "Flight", "Departure", "Route", "Stage", "Passengers", "Held", "Open holds", "Problems")
    show_table(
        context, [asdict(one) for one in found], headings, rows, "No flight. Make one: flight new NUMBER --date DAY."
    )


@app.command("show", epilog="Example: manifest-app flight show RX-114")
def show_flight(context: typer.Context, flight: FlightKey) -> None:
    """Show a flight and its passengers."""
    with unlocked(context) as session:
        chosen = flights.find_flight(session, flight)
        summary = flights.flight_summary(session, chosen.id)
        found = flights.passengers(session, chosen.id)
    document = {
        "flight": asdict(summary),
        "passengers": [
            without_unknown(
                {
                    "row": one.passenger.row,
                    **identity_document(one.passenger.identity),
                    "status": one.status,
                    "warning": one.warning,
                    "holds": list(one.holds),
                    "category": one.category,
                    "score": one.score,
                }
            )
            for one in found
        ],
    }
    rows = [
        (
            one.passenger.row,
            one.passenger.identity.family_name,
            one.passenger.identity.given_names,
            one.passenger.identity.birth_date or "",
            one.passenger.identity.sex or "",
            one.passenger.identity.nationality,
            one.status,
            one.warning,
        )
        for one in found
    ]
    show_lines(context, [f"{summary.number}  {summary.departure}  {summary.stage}", summary.stale])
    headings = ("Row", "Family name", "Given names", "Born", "Sex", "Nat.", "Status", "")
    show_table(context, document, headings, rows, "No passengers. Import the list: flight import FLIGHT FILE.")


@app.command("screen", epilog="Example: manifest-app flight screen RX-114")
def screen(context: typer.Context, flight: FlightKey) -> None:
    """Screen a flight against the registry and the exposure lists."""
    with unlocked(context) as session, progress(context) as report:
        chosen = flights.find_flight(session, flight)
        done = screening.screen_flight(session, chosen.id, progress=report)
    lines = [
        f"{done.screened} passengers screened against {done.records} records: {done.held} held.",
        *(["No list can leave before the holds are decided."] if done.held else []),
    ]
    show(context, asdict(done), lines)


@app.command("cancel", epilog='Example: manifest-app flight cancel RX-114 --reason "wrong file imported"')
def cancel(context: typer.Context, flight: FlightKey, reason: Reason) -> None:
    """Cancel a flight; nothing of it is deleted."""
    with unlocked(context) as session:
        chosen = flights.find_flight(session, flight)
        flights.cancel_flight(session, chosen.id, reason)
    show(context, {"id": chosen.id, "cancelled": True}, [f"Flight {chosen.number} is cancelled."])


@app.command("problems", epilog="Example: manifest-app flight problems RX-114")
def problems(context: typer.Context, flight: FlightKey) -> None:
    """List the source rows that are no passengers yet."""
    with unlocked(context) as session:
        found = mending.problems(session, flights.find_flight(session, flight).id)
    document = [
        {"row": one.row, "column": one.column, "problem": one.problem, "cells": dict(one.cells), "state": one.state}
        for one in found
    ]
    rows = [(one.row, one.column, one.problem, one.state) for one in found]
    show_table(context, document, ("Row", "Column", "Problem", "State"), rows, "No row has a problem.")


@app.command(
    "mend",
    epilog="Example: manifest-app flight mend RX-114 17 --set family_name=Acosta --set birth_date=1984-03-09",
)
def mend(context: typer.Context, flight: FlightKey, row: Row, values: Sets) -> None:
    """Make a passenger of a problem row."""
    with unlocked(context) as session:
        chosen = flights.find_flight(session, flight)
        passenger = mending.mend_row(session, chosen.id, row, pairs(values, "--set"))
    show(context, {"id": passenger.id, "row": row}, [f"Row {row} is a passenger now. Screen the flight again."])


@app.command("set-aside", epilog='Example: manifest-app flight set-aside RX-114 120 --reason "line with the total"')
def set_aside(context: typer.Context, flight: FlightKey, row: Row, reason: Reason) -> None:
    """Decide that a problem row is no passenger."""
    with unlocked(context) as session:
        mending.set_row_aside(session, flights.find_flight(session, flight).id, row, reason)
    show(context, {"row": row, "state": "set aside"}, [f"Row {row} is set aside."])


@app.command("correct", epilog='Example: manifest-app flight correct RX-114 12 --set "birth_date=1984-03-09"')
def correct(context: typer.Context, flight: FlightKey, row: Row, values: Sets) -> None:
    """Correct a passenger; decisions on his or her holds are void from then on."""
    with unlocked(context) as session:
        chosen = flights.find_flight(session, flight)
        passenger = mending.correct_passenger(session, chosen.id, row, pairs(values, "--set"))
    show(context, {"id": passenger.id, "row": row}, [f"Row {row} is corrected. Screen the flight again."])
