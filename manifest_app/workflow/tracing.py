"""Where something found in the wild can come from."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from manifest_app.errors import FileProblem, KnownError
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress, silent
from manifest_app.model.release import ReleaseState
from manifest_app.outgoing.parse import parts_of
from manifest_app.outgoing.pieces import Channel, Piece
from manifest_app.release.tracing import FoundLine, FoundText, Trace, found_lines, trace
from manifest_app.vault import releases as store
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.importing import read_file
from manifest_app.workflow.releasing import ReleaseRow, row_of, verify_file
from manifest_app.workflow.session import Session

_NEAR = 10
"""So many texts of a page are taken to stand near each other: as many as a list has columns."""


@dataclass(frozen=True, slots=True)
class TraceRow:
    """A release that what was found can come from; ``same_file`` when it is that file byte for byte."""

    row: ReleaseRow
    trace: Trace
    same_file: bool = False


def trace_file(session: Session, path: Path, *, progress: Progress = silent) -> tuple[TraceRow, ...]:
    """The releases that a file can come from, the likeliest first; a file of ours is known by its bytes alone.

    A spreadsheet is read by its rows; of any other file, such as a letter, a page or a mail with attachments, whatever
    a check finds in it is looked at, shown or hidden.

    Raises:
        FileProblem: It can't be read, or has no text that can be.
        CancelledError: ``progress`` cancelled.
    """
    exact = verify_file(session, path)
    if exact is not None:
        passengers = exact.release.passengers
        return (TraceRow(exact, Trace(passengers, passengers, 0), same_file=True),)
    try:
        table = read_file(path, progress=progress)
    except FileProblem:
        return _traced(session, _lines_of(path, progress))
    texts = (" ".join("" if cell is None else str(cell) for cell in row) for one in table.sheets for row in one.rows)
    return _traced(session, found_lines(texts))


def _lines_of(path: Path, progress: Progress) -> tuple[FoundLine, ...]:
    pieces = [one for one in parts_of(path, progress=progress).found if isinstance(one, Piece)]
    texts = [line for one in pieces for line in one.full_text.splitlines() if one.channel is not Channel.FILE_NAME]
    if not any(text.strip() for text in texts):
        raise FileProblem(
            f"{path.name} has no text that can be read.", "Give the rows as text: release trace --text, - for input."
        )
    # A table on a page is one text for each cell.
    near = ("  ".join(texts[at : at + _NEAR]) for at in range(len(texts) if len(texts) > 1 else 0))
    return (*found_lines(texts), *found_lines(near, one_line=False))


def trace_text(session: Session, text: str) -> tuple[TraceRow, ...]:
    """The releases that a few lines of text can come from, the likeliest first.

    Raises:
        KnownError: There is no text.
    """
    if not text.strip():
        raise KnownError("There is no text to look for.", "Give the rows that were found.")
    return _traced(session, found_lines(text.splitlines()))


def _traced(session: Session, lines: Iterable[FoundLine]) -> tuple[TraceRow, ...]:
    session.require("trace a list", *PASSENGER_ROLES, Role.AUDITOR)
    found_text = FoundText(lines)
    with session.vault.read() as reader:
        written = [one for one in store.releases(reader) if one.state is ReleaseState.WRITTEN]
        contents = [(one, store.public_list(reader, one.id)) for one in written]
        traced = [(one, trace(found_text, content)) for one, content in contents if content is not None]
        # Of two that explain as much, the shorter list says more.
        found = sorted(
            (pair for pair in traced if pair[1].people),
            key=lambda pair: (pair[1], -pair[0].passengers, pair[0].requested_at),
            reverse=True,
        )
        return tuple(TraceRow(row_of(reader, one), how) for one, how in found)
