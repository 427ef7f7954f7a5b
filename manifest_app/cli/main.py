"""The entry point: global options wherever they stand, errors as sentences, and exit codes."""

import json
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType

import typer

from manifest_app.cli.context import Settings
from manifest_app.errors import Bug, CancelledError, ExitCode, KnownError

INTERRUPTED = 130
"""What typer makes of an interrupt from the keyboard (its exit code, by the custom of shells)."""
GLOBAL_FLAGS = frozenset({"--json"})
PACKAGE = Path(__file__).parent.parent
GLOBAL_VALUES = frozenset({"--vault", "--user", "--password-file"})

GROUPS = ("vault", "people", "protection", "incident", "flight", "hold", "recipient", "contact", "release", "audit")
"""Commands with commands of their own, in the order of the help; each is in the module of its name."""

_ALONE = {"demo": "demo", "demo-story": "demo", "desktop": "demo", "check": "check", "watch": "watch"}
"""Commands that stand at the top, and the modules that they are in."""


def program(named: str = "") -> typer.Typer:
    """The command line.

    Args:
        named: The one command that will be run, so that nothing is loaded for others: a file that is refused at once
            should be so. All are loaded where it is the name of none.
    """
    app = typer.Typer(
        name="manifest-app",
        help="Plan removal flights without betraying who asked for protection.",
        epilog="Example: manifest-app --vault office/vault --user ana flight list",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(settings)
    known = (*GROUPS, *_ALONE)
    names = [named] if named in known else known
    for name in (one for one in names if one in GROUPS):
        app.add_typer(import_module(f"manifest_app.cli.{name}").app, name=name)
    for name in dict.fromkeys(_ALONE[one] for one in names if one in _ALONE):
        import_module(f"manifest_app.cli.{name}").register(app)
    return app


def settings(
    context: typer.Context,
    vault: Path | None = typer.Option(None, envvar="MANIFEST_APP_VAULT", readable=False, help="Folder of the vault."),
    user: str | None = typer.Option(None, envvar="MANIFEST_APP_USER", help="Who you are in the vault."),
    password_file: Path | None = typer.Option(
        None,
        envvar="MANIFEST_APP_PASSWORD_FILE",
        readable=False,
        help="File with your password; asked for when it is not given.",
    ),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON document instead of text."),
) -> None:
    """Plan removal flights without betraying who asked for protection."""
    context.obj = Settings(vault, user, password_file, as_json)


def hoist(arguments: Sequence[str]) -> list[str]:
    """Move the global options to the front, so that they may stand anywhere before ``--``."""
    front: list[str] = []
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            rest += [argument, *waiting]
            break
        if argument in GLOBAL_FLAGS or (argument.split("=", 1)[0] in GLOBAL_VALUES and "=" in argument):
            front.append(argument)
        elif argument in GLOBAL_VALUES and waiting:
            front += [argument, waiting.pop(0)]
        else:
            rest.append(argument)
    return front + rest


def _named(given: Sequence[str]) -> str:
    """The first of hoisted arguments that is no global option: the command."""
    rest = iter(given)
    for argument in rest:
        if argument in GLOBAL_VALUES:
            next(rest, None)
        elif argument not in GLOBAL_FLAGS and argument.split("=", 1)[0] not in GLOBAL_VALUES:
            return argument
    return ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (`ExitCode`); nothing is raised.

    Args:
        arguments: Without the program's name; `sys.argv` when None.
    """
    given = hoist(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in given
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        result = program(_named(given))(given, prog_name="manifest-app", standalone_mode=False)
        if result == INTERRUPTED:
            return _cancelled(as_json=as_json)
        return int(result) if isinstance(result, int) else ExitCode.DONE
    except typer.TyperException as error:
        return _usage(error, as_json=as_json)
    except (KeyboardInterrupt, typer.Abort):
        return _cancelled(as_json=as_json)
    except KnownError as error:
        return _known(error, as_json=as_json)
    except BrokenPipeError:
        return ExitCode.MISTAKE
    except Exception as error:  # the last net: a bug must not print data
        return _bug(error, as_json=as_json)


def _cancelled(*, as_json: bool) -> int:
    todo = "A change is kept as a whole or not at all: look before you repeat it."
    return _known(CancelledError("The command was cancelled.", todo), as_json=as_json)


def _usage(error: typer.TyperException, *, as_json: bool) -> int:
    """Say what is wrong with the command itself, and where its help is."""
    context = getattr(error, "ctx", None)
    todo = f"See {context.command_path if context else 'manifest-app'} --help."
    message = error.format_message()
    if as_json:
        typer.echo(json.dumps({"error": message, "todo": todo}, ensure_ascii=False))
    # A group without a command answers with its whole help, which needs no pointer to it.
    typer.echo(message if "\n" in message else f"{message.rstrip('.')}. {todo}", err=True)
    return ExitCode.USAGE


def _known(error: KnownError, *, as_json: bool) -> int:
    if as_json:
        typer.echo(json.dumps({"error": error.message, "todo": error.todo}, ensure_ascii=False))
    typer.echo(str(error), err=True)
    return error.exit_code


def _bug(error: Exception, *, as_json: bool) -> int:
    """Say where it broke, never with what: a message of an exception may hold data of a person."""
    place = f"{_place(error.__traceback__)} ({type(error).__name__})"
    detail = f" {error}" if isinstance(error, Bug) else ""
    sentence = f"This is a bug of the program.{detail} Nothing was written."
    todo = f"Report this place to its makers: {place}."
    if as_json:
        typer.echo(json.dumps({"error": sentence, "todo": todo}))
    typer.echo(f"{sentence} {todo}", err=True)
    return ExitCode.BUG


def _place(trace: TracebackType | None) -> str:
    """The last line of ours that was passed; where a library broke helps nobody without it."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    frame = (ours or frames)[-1]
    return f"{Path(frame.filename).name}, line {frame.lineno}"
