"""``manifest-app release``: lists for recipients, asked for, approved, written, found again."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from manifest_app.cli.context import progress, second_person, settings, show, show_table, unlocked
from manifest_app.cli.options import Reason, Second, SecondPassword
from manifest_app.errors import BlockedError, ExitCode, KnownError
from manifest_app.workflow import flights, overriding, recipients, releasing, tracing, writing
from manifest_app.workflow.overriding import Override
from manifest_app.workflow.releasing import ReleaseRow

app = typer.Typer(help="Lists for recipients.", no_args_is_help=True, rich_markup_mode=None)

FlightKey = Annotated[str, typer.Argument(metavar="FLIGHT", help="Number or id of the flight.")]
ReleaseKey = Annotated[str, typer.Argument(metavar="RELEASE", help="Id of the release, or its beginning.")]
RecipientOption = Annotated[str, typer.Option("--recipient", "--to", help="Name or id of the recipient.")]
ProfileOption = Annotated[str | None, typer.Option("--profile", help="Another profile than the recipient's.")]
FormatOption = Annotated[str, typer.Option("--format", help="xlsx, csv, pdf or paxlst, as the profile has them.")]


@app.command("preview", epilog='Example: manifest-app release preview RX-114 --recipient "Liaison A"')
def preview(
    context: typer.Context,
    flight: FlightKey,
    recipient: RecipientOption,
    profile: ProfileOption = None,
    file_format: FormatOption = "xlsx",
) -> None:
    """Show what a recipient would get, and every check; nothing is stored."""
    with unlocked(context) as session:
        to = recipients.find_recipient(session, recipient)
        chosen = flights.find_flight(session, flight)
        found = releasing.preview(session, chosen.id, to.id, file_format, profile)
    document = {
        "file": found.file_name,
        "headings": list(found.headings),
        "rows": [list(row) for row in found.rows],
        "checks": [{"name": one.name, "ok": one.ok, "reason": one.reason} for one in found.checks],
        "blocked": found.blocked,
    }
    show_table(context, document, found.headings, found.rows, "Nobody is left for the list.")
    if found.blocked and settings(context).as_json:
        raise typer.Exit(ExitCode.BLOCKED)
    if found.blocked:
        raise BlockedError(" ".join(one.reason for one in found.checks if not one.ok))


@app.command("request", epilog='Example: manifest-app --user petra release request RX-114 --recipient "Liaison A"')
def request(
    context: typer.Context,
    flight: FlightKey,
    recipient: RecipientOption,
    profile: ProfileOption = None,
    file_format: FormatOption = "xlsx",
) -> None:
    """Ask for a release; another person approves it."""
    with unlocked(context) as session:
        to = recipients.find_recipient(session, recipient)
        chosen = flights.find_flight(session, flight)
        made = releasing.request(session, chosen.id, to.id, file_format, profile)
    lines = [f"Release {made.id} of {made.passengers} passengers waits for approval by another person."]
    show(context, {"release": made.id, "passengers": made.passengers, "file_name": made.file_name}, lines)


@app.command("approve", epilog="Example: manifest-app --user sara release approve 3fa9")
def approve(
    context: typer.Context,
    release: ReleaseKey,
    override: Annotated[
        str | None, typer.Option("--override", metavar="FINDING", help="Number of a finding that stops the list.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why it may leave in spite of that finding.")] = "",
    second: Second = None,
    second_password_file: SecondPassword = None,
) -> None:
    """Approve a release that another person asked for."""
    other = second_person(second, second_password_file)
    if (override is None) != (other is None):
        raise typer.BadParameter("An override takes --override, --reason and --second.")
    wanted = Override(override, reason, other) if override is not None and other is not None else None
    with unlocked(context) as session:
        done = releasing.approve(session, releasing.find_release(session, release).id, wanted)
    show(context, {"release": done.id, "state": done.state}, [f"Release {done.id} is approved."])


@app.command("judgement", epilog="Example: manifest-app --user omar release judgement 3fa9")
def judgement(context: typer.Context, release: ReleaseKey) -> None:
    """Show what an approval rests on: what was found beside earlier lists, and who overrode it, with which reason."""
    with unlocked(context) as session:
        found = overriding.judgement(session, release)
    if found is None:
        show(context, {"approved": False}, ["Nobody has approved this release yet."])
        return
    made = found.judgement
    names = [one.person for one in made.signatures]
    document = {
        "approved": True,
        "findings": list(made.findings),
        "reason": made.reason,
        "signed_by": names,
        "at": made.at.isoformat(),
        "signatures_hold": found.signed,
    }
    lines = [*(made.findings or ["Nothing was found that stops it."])]
    if names:
        holds = "" if found.signed else " Their signatures do not hold."
        lines.append(f"Overridden by {' and '.join(names)}: {made.reason}{holds}")
    show(context, document, lines)


@app.command("refuse", epilog='Example: manifest-app --user sara release refuse 3fa9 --reason "flight postponed"')
def refuse(context: typer.Context, release: ReleaseKey, reason: Reason) -> None:
    """Refuse a release, or take back an approval, before the file is written."""
    with unlocked(context) as session:
        done = releasing.refuse(session, releasing.find_release(session, release).id, reason)
    show(context, {"release": done.id, "state": done.state}, [f"Release {done.id} is refused."])


@app.command("write", epilog="Example: manifest-app --user petra release write 3fa9 outgoing/")
def write(
    context: typer.Context,
    release: ReleaseKey,
    target: Annotated[
        Path | None,
        typer.Argument(metavar="[TARGET]", readable=False, help="Folder (the neutral name is used) or new file."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", readable=False, help="The same as TARGET.")] = None,
) -> None:
    """Write an approved release."""
    with unlocked(context) as session:
        done = writing.write(session, release, target or out or Path())
    document = {
        "file": str(done.path),
        "sha256": done.sha256,
        "passengers": done.passengers,
        "release": done.release.id,
    }
    show(context, document, [f"{done.path}: {done.passengers} passengers, SHA-256 {done.sha256}"])


@app.command("list", epilog="Example: manifest-app release list RX-114")
def list_releases(
    context: typer.Context,
    flight: Annotated[str | None, typer.Argument(metavar="[FLIGHT]", help="Only this flight.")] = None,
) -> None:
    """List releases, newest first."""
    with unlocked(context) as session:
        chosen = flights.find_flight(session, flight).id if flight else None
        found = releasing.releases(session, chosen)
    rows = [
        (
            one.release.id[:8],
            one.flight.number,
            one.recipient.name,
            one.release.state,
            one.release.requested_by,
            one.approver,
            one.release.file_name,
            one.release.passengers,
        )
        for one in found
    ]
    headings = ("Id", "Flight", "Recipient", "State", "Asked by", "Approved by", "File", "Passengers")
    show_table(context, [_document(one) for one in found], headings, rows, "No release. Ask for one: release request.")


def _document(row: ReleaseRow) -> dict[str, object]:
    return {
        "release": row.release.id,
        "flight": row.flight.id,
        "recipient": row.recipient.name,
        "profile": row.release.profile,
        "format": row.release.format,
        "number": row.release.number,
        "state": row.release.state,
        "requested_by": row.release.requested_by,
        "requested_at": row.release.requested_at.isoformat(),
        "approved_by": row.approver,
        "file": row.release.file_name,
        "sha256": row.release.sha256,
        "passengers": row.release.passengers,
    }


@app.command("verify", epilog="Example: manifest-app release verify MANIFEST_RX-114_2026-12-04_v1.xlsx")
def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="The file to look at.")],
) -> None:
    """Say which release a file is, byte for byte, or that it is none."""
    with unlocked(context) as session:
        found = releasing.verify_file(session, file)
    if found is None:
        raise BlockedError(
            f"{file.name} is no release of this vault, or was changed since.",
            "Do not send it; write the release again.",
        )
    line = (
        f"{file.name} is release {found.release.id}: flight {found.flight.number}, to {found.recipient.name}, "
        f"approved by {found.approver}."
    )
    show(context, _document(found), [line])


@app.command("trace", epilog='Example: manifest-app release trace --text "RIVERA, Ana 1984-03-09"')
def trace(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", readable=False, help="A file that turned up somewhere: a list, a letter, a page."
        ),
    ] = None,
    text: Annotated[str | None, typer.Option("--text", help="A few rows of it instead; - reads them.")] = None,
) -> None:
    """Find the releases that a file or a few rows can come from, the likeliest first."""
    if (file is None) == (text is None):
        raise KnownError("Give a file or --text.", "One of them, and not both.")
    with unlocked(context) as session, progress(context) as report:
        if file is not None:
            found = tracing.trace_file(session, file, progress=report)
        else:
            found = tracing.trace_text(session, sys.stdin.read() if text == "-" else text or "")
    rows = [
        (
            one.row.release.id[:8],
            one.row.flight.number,
            one.row.recipient.name,
            one.row.release.file_name,
            f"{one.trace.people} of {one.row.release.passengers}",
            "the very file" if one.same_file else "",
        )
        for one in found
    ]
    document = [
        _document(one.row) | {"found": one.trace.people, "sure": one.trace.sure, "same_file": one.same_file}
        for one in found
    ]
    headings = ("Id", "Flight", "Recipient", "File", "People found", "")
    show_table(context, document, headings, rows, "No release explains what was found.")
