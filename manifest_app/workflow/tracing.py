"""Where something found in the wild can come from."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from manifest_app.errors import KnownError
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress, silent
from manifest_app.model.release import ReleaseState
from manifest_app.release.tracing import Trace, found_lines, trace
from manifest_app.vault import releases as store
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.importing import read_file
from manifest_app.workflow.releasing import ReleaseRow, row_of, verify_file
from manifest_app.workflow.session import Session


@dataclass(frozen=True, slots=True)
class TraceRow:
    """A release that what was found can come from; ``same_file`` when it is that file byte for byte."""

    row: ReleaseRow
    trace: Trace
    same_file: bool = False


def trace_file(session: Session, path: Path, *, progress: Progress = silent) -> tuple[TraceRow, ...]:
    """The releases that a file can come from, the likeliest first; a file of ours is known by its bytes alone.

    Raises:
        FileProblem: It can't be read, or is neither a release nor a spreadsheet.
        CancelledError: ``progress`` cancelled.
    """
    exact = verify_file(session, path)
    if exact is not None:
        passengers = exact.release.passengers
        return (TraceRow(exact, Trace(passengers, passengers, 0), same_file=True),)
    table = read_file(path, progress=progress)
    texts = (" ".join("" if cell is None else str(cell) for cell in row) for one in table.sheets for row in one.rows)
    return _traced(session, texts)


def trace_text(session: Session, text: str) -> tuple[TraceRow, ...]:
    """The releases that a few lines of text can come from, the likeliest first.

    Raises:
        KnownError: There is no text.
    """
    if not text.strip():
        raise KnownError("There is no text to look for.", "Give the rows that were found.")
    return _traced(session, text.splitlines())


def _traced(session: Session, texts: Iterable[str]) -> tuple[TraceRow, ...]:
    session.require("trace a list", *PASSENGER_ROLES, Role.AUDITOR)
    lines = found_lines(texts)
    with session.vault.read() as reader:
        written = [one for one in store.releases(reader) if one.state is ReleaseState.WRITTEN]
        contents = [(one, store.public_list(reader, one.id)) for one in written]
        traced = [(one, trace(lines, content)) for one, content in contents if content is not None]
        # Of two that explain as much, the shorter list says more.
        found = sorted(
            (pair for pair in traced if pair[1].people),
            key=lambda pair: (pair[1], -pair[0].passengers, pair[0].requested_at),
            reverse=True,
        )
        return tuple(TraceRow(row_of(reader, one), how) for one, how in found)
