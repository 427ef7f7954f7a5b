"""``manifest-app check``: whether a file or a text may leave the office."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from manifest_app.cli.context import progress, settings, show, unlocked
from manifest_app.errors import ExitCode, KnownError
from manifest_app.outgoing.report import Report, Verdict
from manifest_app.workflow import checking

if TYPE_CHECKING:
    from manifest_app.workflow.session import Session

MOST_TEXT = 64 << 20
TEXT_NAME = "text"
WORST_FIRST = (Verdict.DISCLOSES, Verdict.UNEXPLAINED, Verdict.CLEAN)
NOT_CHECKED = "People were not checked: name the vault with --vault, and who you are with --user."


def register(app: typer.Typer) -> None:
    """Add the command, which stands at the top."""
    app.command("check", epilog="Example: manifest-app check letter.docx; manifest-app check --text - < answer.txt")(
        check
    )


def check(
    context: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", readable=False, help="Files that are about to leave.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="-", help="Check a text from standard input.")] = None,
) -> None:
    """Say whether files or a text may leave: clean, or where they disclose or can't be explained.

    With a vault, people of its registry and exposure lists are looked for as well.
    """
    if text not in (None, "-"):
        raise KnownError(
            "A text on the command line would stay in its history.", "Give --text - and the text on standard input."
        )
    if not files and text is None:
        raise KnownError("Nothing was named to check.", "Name files, or give --text - and a text on standard input.")
    with _perhaps_unlocked(context) as session, progress(context) as report:
        made = [(str(file), checking.check_file(session, file, progress=report)) for file in files or ()]
        if text is not None:
            made.append((TEXT_NAME, checking.check_text(session, _standard_input(), progress=report)))
    verdict = next(one for one in WORST_FIRST if any(report.verdict is one for _, report in made))
    show(context, _document(made, verdict), _lines(made, with_vault=session is not None))
    if verdict is not Verdict.CLEAN:
        raise typer.Exit(ExitCode.BLOCKED)


@contextmanager
def _perhaps_unlocked(context: typer.Context) -> Iterator["Session | None"]:
    if settings(context).vault is None:
        yield None
        return
    with unlocked(context) as session:
        yield session


def _standard_input() -> str:
    data = sys.stdin.buffer.read(MOST_TEXT + 1)
    if len(data) > MOST_TEXT:
        raise KnownError("The text is longer than 64 MB.", "Check it as a file, in parts.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownError(
            "The text on standard input is not UTF-8.", "Save it as UTF-8, or check it as a file."
        ) from error


def _document(made: Sequence[tuple[str, Report]], verdict: Verdict) -> dict[str, object]:
    several = len(made) > 1
    places = [
        {"where": f"{name}: {one.where}" if several else one.where, "channel": one.channel, "what": one.what}
        for name, report in made
        for one in report.places
    ]
    document: dict[str, object] = {
        "verdict": verdict,
        "places": places,
        "people_checked": all(report.people_checked for _, report in made),
    }
    if several:
        document["files"] = [{"file": name, "verdict": report.verdict} for name, report in made]
    return document


def _lines(made: Sequence[tuple[str, Report]], *, with_vault: bool) -> Iterator[str]:
    for name, report in made:
        yield f"{name}: {report.verdict}"
        yield from (f"  {one.where}: {one.channel}: {one.what}" for one in report.places)
    if not with_vault:
        yield NOT_CHECKED
