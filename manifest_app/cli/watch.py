"""``manifest-app watch``: a folder in which what is to leave is checked as it is saved."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from manifest_app.cli.check import NOT_CHECKED
from manifest_app.cli.context import credentials, progress, settings, show, show_lines, vault_folder
from manifest_app.errors import ExitCode, VaultInUseError
from manifest_app.workflow import vaults
from manifest_app.workflow.session import Session
from manifest_app.workflow.watching import OUTBOX, STILL_WRITTEN, Opener, Outcome, Watch, watched

LOOKS_ONCE = 3
"""With ``--once``: how often a file that keeps changing is looked at before it is left."""
BETWEEN = 1.0


def register(app: typer.Typer) -> None:
    """Add the command, which stands at the top."""
    app.command("watch", epilog="Example: manifest-app watch outgoing/ --once")(watch)


def watch(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", readable=False, help="Folder; files are saved into its folder outbox.")
    ],
    once: Annotated[bool, typer.Option("--once", help="Check what is there and end.")] = False,
    settle: Annotated[
        float, typer.Option("--settle", min=0.1, help="Seconds without a change after which a file is complete.")
    ] = 2.0,
) -> None:
    """Check each file saved into DIR/outbox, and move it to DIR/cleared or DIR/refused with a report beside it.

    A vault that is named is opened for each check and closed after it. Ctrl-C ends the watch.
    """
    told = _Told(context)
    opened = _opener(context)
    with watched(folder, opened, settle=settle, clock=time.monotonic) as watch:
        if settings(context).vault is None:
            show_lines(context, [NOT_CHECKED])
        if once:
            _until_still(context, watch, told, settle)
        else:
            show_lines(context, [f"Watching {folder / OUTBOX}. Ctrl-C ends it."])
            _until_interrupted(context, watch, told, min(settle, BETWEEN))
    refused = any(not one.cleared for one in told.outcomes)
    show(context, _document(told.outcomes, watch), [_summary(told.outcomes)])
    if refused or (once and watch.left):
        raise typer.Exit(ExitCode.BLOCKED)


class _Told:
    """What was said already: each outcome as it comes, and each obstacle once."""

    def __init__(self, context: typer.Context) -> None:
        self._context = context
        self._said: frozenset[str] = frozenset()
        self.outcomes: list[Outcome] = []

    def outcome(self, outcome: Outcome) -> None:
        """Say where a file went."""
        self.outcomes.append(outcome)
        show_lines(self._context, [f"{outcome.path}: {outcome.report.verdict}"])

    def obstacles(self, lines: frozenset[str]) -> None:
        """Say what is new."""
        show_lines(self._context, sorted(lines - self._said))
        self._said = lines


def _opener(context: typer.Context) -> Opener:
    """Ask for the password once, and see that it opens the vault."""
    if settings(context).vault is None:
        return nullcontext
    folder = vault_folder(context)
    vaults.facts(folder)
    name, secret = credentials(context)

    @contextmanager
    def opened() -> Iterator[Session]:
        session = vaults.unlock(folder, name, secret)
        try:
            yield session
        finally:
            session.close()

    with opened():
        return opened


def _until_still(context: typer.Context, watch: Watch, told: _Told, settle: float) -> None:
    for _ in range(LOOKS_ONCE):
        _look(context, watch, told)
        if STILL_WRITTEN not in watch.left.values():
            break
        time.sleep(settle)
    else:
        _look(context, watch, told)
    told.obstacles(_obstacles(watch))


def _until_interrupted(context: typer.Context, watch: Watch, told: _Told, pause: float) -> None:
    try:
        while True:
            try:
                _look(context, watch, told)
                told.obstacles(_obstacles(watch))
            except VaultInUseError as error:
                told.obstacles(frozenset({str(error)}))
            time.sleep(pause)
    except KeyboardInterrupt:
        return


def _look(context: typer.Context, watch: Watch, told: _Told) -> None:
    with progress(context) as report:
        watch.look(told.outcome, progress=report)


def _obstacles(watch: Watch) -> frozenset[str]:
    return frozenset(f"{name} {reason}." for name, reason in watch.left.items() if reason != STILL_WRITTEN)


def _summary(outcomes: list[Outcome]) -> str:
    cleared = sum(one.cleared for one in outcomes)
    return f"{cleared} cleared, {len(outcomes) - cleared} refused."


def _document(outcomes: list[Outcome], watch: Watch) -> dict[str, object]:
    return {
        "files": [{"file": str(one.path), "verdict": one.report.verdict} for one in outcomes],
        "left": [{"file": name, "why": reason} for name, reason in watch.left.items()],
    }
