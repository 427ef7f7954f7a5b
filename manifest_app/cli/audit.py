"""``manifest-app audit``: the tamper-evident log."""

from pathlib import Path
from typing import Annotated

import typer

from manifest_app.cli.context import progress, show, show_table, unlocked
from manifest_app.errors import ExitCode
from manifest_app.workflow import auditing

app = typer.Typer(help="The tamper-evident log.", no_args_is_help=True, rich_markup_mode=None)


@app.command("show", epilog="Example: manifest-app audit show --limit 20")
def show_log(
    context: typer.Context,
    text: Annotated[str, typer.Option("--text", help="Only entries that show this text.")] = "",
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="So many entries at most.")] = None,
) -> None:
    """Show the log, newest entry first."""
    with unlocked(context) as session:
        found = auditing.entries(session, text=text, limit=limit)
    document = [
        {
            "seq": one.seq,
            "at": one.at.isoformat(),
            "actor": one.actor,
            "action": one.action,
            "subject": one.subject,
            "details": dict(one.details),
            "hash": one.hash,
        }
        for one in found
    ]
    rows = [
        (
            one.seq,
            one.at.strftime("%Y-%m-%d %H:%M:%S"),
            one.actor,
            one.action,
            one.subject[:8],
            ", ".join(f"{key} {value}" for key, value in one.details),
        )
        for one in found
    ]
    show_table(context, document, ("No.", "At (UTC)", "Who", "What", "Of", "Details"), rows, "No entry.")


@app.command("verify", epilog="Example: manifest-app audit verify")
def verify(context: typer.Context) -> None:
    """Check every link, signature and row of the log."""
    with unlocked(context) as session, progress(context) as report:
        found = auditing.verify(session, progress=report)
    document: dict[str, object] = {"entries": found.entries, "ok": found.ok}
    lines = [f"{found.entries} entries, all in order.", f"Head of the log: {' '.join(found.head_words)}"]
    if not found.ok:
        document |= {"first_bad": found.first_bad, "problem": found.problem}
        lines = [f"{found.entries} entries. {found.problem}", "Keep this vault as it is and call a privacy officer."]
    show(context, document, lines)
    if not found.ok:
        raise typer.Exit(ExitCode.BLOCKED)


@app.command("export", epilog="Example: manifest-app audit export log.jsonl")
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="New file, JSON lines.")],
) -> None:
    """Write the log into a new file, for verification elsewhere."""
    with unlocked(context) as session:
        count = auditing.export(session, file)
    show(context, {"file": str(file), "entries": count}, [f"{file}: {count} entries."])
