"""``manifest-app demo``, ``demo-story`` and ``desktop``."""

from pathlib import Path
from typing import Annotated

import typer

from manifest_app.cli.context import password, progress, settings, show
from manifest_app.workflow import demonstration


def register(app: typer.Typer) -> None:
    """Add the commands that stand at the top."""
    app.command("demo", epilog="Example: manifest-app demo demonstration")(demo)
    app.command("demo-story", epilog="Example: manifest-app demo-story demonstration")(story)
    app.command("desktop", epilog="Example: manifest-app --vault demonstration/vault desktop")(desktop)


def demo(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", readable=False, help="New folder for the vault, its people and files.")
    ],
    empty: Annotated[bool, typer.Option("--empty", help="Vault and people only, without data.")] = False,
    seed: Annotated[int, typer.Option("--seed", help="Another seed invents other people.")] = demonstration.SEED,
) -> None:
    """Make the demonstration: an invented flight of 103, 46 of whom were exposed and 5 more have a pending claim."""
    with progress(context) as report:
        made = demonstration.make(folder, empty=empty, seed=seed, progress=report)
    document = {
        "vault": str(made.vault),
        "people": {name: str(file) for name, file in made.password_files.items()},
        "files": [str(file) for file in made.files],
        "flight": made.flight_id,
        "incident": made.incident_id,
    }
    lines = [f"The demonstration vault is in {made.vault}; all people in it are invented."]
    lines += [f"{name}: password in {file}" for name, file in made.password_files.items()]
    lines += [f"File: {file}" for file in made.files]
    lines.append(f"Next: manifest-app --vault {made.vault} desktop")
    show(context, document, lines)


def story(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", readable=False, help="Folder that demo made.")],
) -> None:
    """Play the demonstration on the command line: screening, decisions, release."""
    lines: list[str] = []
    say = lines.append if settings(context).as_json else typer.echo
    done = demonstration.story(folder, say=say)
    show(context, done)


def desktop(context: typer.Context) -> None:
    """Open the desktop."""
    from manifest_app.desktop.app import run  # noqa: PLC0415 - Qt is loaded only for the desktop

    chosen = settings(context)
    secret = password(chosen.password_file, chosen.user or "you") if chosen.password_file else None
    raise typer.Exit(run(chosen.vault, chosen.user, secret))
