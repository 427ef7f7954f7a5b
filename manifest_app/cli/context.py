"""What every command shares: the settings, opening the vault, passwords, progress, printing."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from manifest_app.errors import FileProblem, KnownError
from manifest_app.model.progress import Progress, silent

# A check without a vault is to answer at once: the vault's libraries, and those that draw, are loaded when needed.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from manifest_app.workflow.session import SecondPerson, Session

MAX_PASSWORD_FILE = 4096
WIDE = 240


@dataclass(frozen=True, slots=True)
class Settings:
    """The global options."""

    vault: Path | None
    user: str | None
    password_file: Path | None
    as_json: bool


def settings(context: typer.Context) -> Settings:
    """The global options of this call."""
    found = context.find_object(Settings)
    if found is None:
        raise KnownError("The program was started without its options.")
    return found


def vault_folder(context: typer.Context) -> Path:
    """The folder of the vault that was named.

    Raises:
        KnownError: None was named.
    """
    folder = settings(context).vault
    if folder is None:
        raise KnownError("No vault was named.", "Name one with --vault DIR or MANIFEST_APP_VAULT.")
    return folder


def read_password(file: Path) -> str:
    """The first line of a password file.

    Raises:
        FileProblem: It can't be read, or is none.
    """
    try:
        with file.open("rb") as source:
            data = source.read(MAX_PASSWORD_FILE + 1)
        text = data.decode()
    except (OSError, UnicodeDecodeError) as error:
        raise FileProblem(
            f"The password file {file} can't be read.", "Check its path and that you may read it."
        ) from error
    lines = text.splitlines()
    if not lines or len(data) > MAX_PASSWORD_FILE:
        raise FileProblem(f"The password file {file} has no password in it.", "Its first line is the password.")
    return lines[0]


def password(file: Path | None, who: str, option: str = "--password-file") -> str:
    """A password from a file, or typed; never from the command line.

    Raises:
        KnownError: There is neither a file nor a terminal to ask at.
    """
    if file is not None:
        return read_password(file)
    if not sys.stdin.isatty():
        raise KnownError(f"There is no password for {who}, and nobody to ask.", f"Give {option} FILE.")
    return getpass(f"Password of {who}: ")


def credentials(context: typer.Context) -> tuple[str, str]:
    """The user's name and password.

    Raises:
        KnownError: Nobody was named, or there is no password.
    """
    chosen = settings(context)
    if not chosen.user:
        raise KnownError("Nobody was named.", "Say who you are with --user NAME or MANIFEST_APP_USER.")
    return chosen.user, password(chosen.password_file, chosen.user)


@contextmanager
def unlocked(context: typer.Context) -> Iterator["Session"]:
    """Open the vault for one command, and close it after.

    Raises:
        VaultError: It can't be opened, with the reason.
    """
    from manifest_app.workflow import vaults

    chosen = settings(context)
    folder = vault_folder(context)
    vaults.facts(folder)
    name, secret = credentials(context)
    session = vaults.unlock(folder, name, secret)
    try:
        if session.demonstration and not chosen.as_json:
            from rich.console import Console

            Console(stderr=True).print("DEMONSTRATION vault: all people in it are invented.", style="bold yellow")
        yield session
    finally:
        session.close()


def second_person(name: str | None, file: Path | None) -> "SecondPerson | None":
    """The second person of a two-person rule, if one was named."""
    from manifest_app.workflow.session import SecondPerson

    return SecondPerson(name, password(file, name, "--second-password-file")) if name else None


def required_second(name: str | None, file: Path | None) -> "SecondPerson":
    """The second person of a two-person rule.

    Raises:
        KnownError: None was named.
    """
    found = second_person(name, file)
    if found is None:
        raise KnownError("This takes two persons.", "Name the second with --second NAME --second-password-file FILE.")
    return found


@contextmanager
def progress(context: typer.Context) -> Iterator[Progress]:
    """A progress bar on the terminal; silent for ``--json`` and where there is no terminal."""
    if settings(context).as_json or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("working", total=None)

        def report(done: int, total: int | None, what: str) -> None:
            bar.update(task, completed=done, total=total, description=what)

        yield report


def show(context: typer.Context, document: object, text: Iterable[str] = ()) -> None:
    """Print one JSON document, or the lines of text."""
    if settings(context).as_json:
        typer.echo(json.dumps(document, ensure_ascii=False, default=str))
        return
    show_lines(context, text)


def show_table(
    context: typer.Context, document: object, headings: Sequence[str], rows: Iterable[Sequence[object]], empty: str
) -> None:
    """Print one JSON document, or a table; ``empty`` says what to do first when there is no row."""
    if settings(context).as_json:
        typer.echo(json.dumps(document, ensure_ascii=False, default=str))
        return
    cells = [[str(cell) for cell in row] for row in rows]
    if not cells:
        typer.echo(empty)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*headings, box=None, pad_edge=False)
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    console = Console()
    if not console.is_terminal:
        console.width = WIDE
    console.print(table)


def show_lines(context: typer.Context, lines: Iterable[str]) -> None:
    """Print lines around a table, unless one JSON document was asked for."""
    if not settings(context).as_json:
        for line in lines:
            typer.echo(line)


def without_unknown(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document without what this session's keys don't open (None)."""
    return {key: value for key, value in document.items() if value is not None}
