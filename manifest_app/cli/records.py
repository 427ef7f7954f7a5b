"""What ``protection import`` and ``incident import`` print."""

import typer

from manifest_app.cli.context import show
from manifest_app.cli.documents import hidden_documents, note_documents, problem_documents
from manifest_app.workflow.registry import RecordImportReport


def show_import(context: typer.Context, report: RecordImportReport) -> None:
    """Print what an import of records did."""
    document = {
        "imported": report.imported,
        "problems": problem_documents(report.problems),
        "hidden": hidden_documents(report.hidden),
        "unmapped": list(report.unmapped),
        "unknown_bases": report.unknown_bases,
        "notes": note_documents(report.notes),
        "known": report.known,
        "returned": report.returned,
    }
    lines = [f"{report.imported} records imported."]
    if report.known:
        lines.append(f"{report.known} rows say what is known already; they were not imported again.")
    if report.returned:
        lines.append(f"{report.returned} of the records name people whose record was ended; they hold again.")
    lines += [f"Row {one.row}, {one.column}: {one.problem}" for one in report.problems]
    lines += [f"Row {one.row}, {one.column}: {one.note}" for one in report.notes]
    lines += [f"The file hides: {one.kind} at {one.where} ({one.what})" for one in report.hidden]
    lines += [f"Heading without a meaning here, kept sealed: {one}" for one in report.unmapped]
    if report.unknown_bases:
        lines.append(
            f"{report.unknown_bases} records have a basis that was not recognised; two persons decide on them."
        )
    show(context, document, lines)
