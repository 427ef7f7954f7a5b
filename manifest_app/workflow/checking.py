"""Checking any file or text before it leaves the office.

What a check finds is told without names and without categories. Whoever's keys don't open the registry can't check for
people; then only a release of the vault's own is clean, and the answer is the same whatever the registry holds.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING

from manifest_app.errors import KnownError
from manifest_app.model.people import PlannerSees, Role
from manifest_app.model.progress import Progress, silent
from manifest_app.model.release import ReleaseState
from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.parse import parts_of
from manifest_app.outgoing.people.index import PeopleIndex, build_people, packed, unpacked
from manifest_app.outgoing.pieces import Channel, Found, Piece
from manifest_app.outgoing.report import TELLING, Place, Report, Verdict, What, report_of

# A check without a vault is to answer at once: what a vault or a release takes is loaded when there is one.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from manifest_app.release.opened import Lines
    from manifest_app.workflow.session import Session

NEEDS_OFFICER = "needs a privacy officer"
"""All that is told to whoever may not know more."""

_KEY_BYTES = 32
_SPOKEN = frozenset({What.PROTECTION, What.OF_PEOPLE, What.OF_SET})
WORTH_KEEPING = 20_000
"""Fewer people are indexed in less time than it takes to read an index."""


def check_file(session: "Session | None", path: Path, *, shared: bool = False, progress: Progress = silent) -> Report:
    """Whether a file may leave. A file that is byte for byte a release of this vault may.

    Args:
        session: An unlocked vault, or None to look for words and hidden parts only.
        path: The file.
        shared: Planners can see the answer, whoever asks: it is what a planner would be told.
        progress: Told how far it is; may raise to cancel.

    Raises:
        FileProblem: The file can't be read at all.
        CancelledError: ``progress`` cancelled.
    """
    parts = parts_of(path, progress=progress)
    if session is not None and _is_release(session, parts.sha256):
        return Report(Verdict.CLEAN, (), people_checked=True)
    return _checked(session, parts.found, progress, shared=shared, path=path)


def check_text(session: "Session | None", text: str, *, progress: Progress = silent) -> Report:
    """Whether a text may be sent or said; see `check_file`."""
    from manifest_app.outgoing.extract import spoken

    return _checked(session, spoken(text), progress)


def _is_release(session: "Session", digest: str) -> bool:
    from manifest_app.vault import releases as release_store

    with session.vault.read() as reader:
        found = release_store.find_by_sha256(reader, digest)
    return found is not None and found.state is ReleaseState.WRITTEN


def _checked(
    session: "Session | None",
    found: Iterable[Found],
    progress: Progress,
    *,
    shared: bool = False,
    path: Path | None = None,
) -> Report:
    neutral = session is not None and _is_neutral(session, shared=shared)
    people = None if shared and neutral else _people(session, progress)
    today = (session.clock() if session is not None else datetime.now(UTC)).date()
    report = report_of(detect(found, people, today), people_checked=people is not None)
    if path is not None and any(one.what in _SPOKEN for one in report.places):
        from manifest_app.release.recognize import file_beside_names

        report = _without_names(report, file_beside_names(path, progress=progress), today)
    return report if session is None else _told(report, neutral=neutral)


def _without_names(report: Report, said: "Lines | None", today: date) -> Report:
    """Somebody is called Asilo or Fear: in a list of our own form a word that is a name tells nothing, others do."""
    if said is None:
        return report
    lines = (Piece(Channel.WHOLE, Channel.CELL, "", line) for line in said)
    others = (one for one in report.places if one.what not in _SPOKEN)
    return report_of([*others, *detect(lines, None, today)], people_checked=report.people_checked)


def _people(session: "Session | None", progress: Progress) -> PeopleIndex | None:
    """The index of the records as they are now: the kept one, or a new one, which is kept if that is worth while."""
    if session is None or not session.can.registry:
        return None
    from manifest_app.vault import name_index
    from manifest_app.vault import registry as registry_store

    with session.vault.read() as reader:
        kept = name_index.saved_name_index(reader)
        index = unpacked(kept) if kept is not None else None
        if index is not None:
            return index
        version = registry_store.registry_version(reader)
        index = build_people(registry_store.identities(reader), token_bytes(_KEY_BYTES), progress=progress)
    if index.people >= WORTH_KEEPING:
        _keep(session, version, index)
    return index


def _keep(session: "Session", version: int, index: PeopleIndex) -> None:
    from manifest_app.vault import name_index

    # The answer doesn't depend on it: a full disk, or another program at work, must not keep a check from its answer.
    with suppress(KnownError), session.vault.write("check.index") as writer:
        name_index.save_name_index(writer, version, packed(index))


def _is_neutral(session: "Session", *, shared: bool) -> bool:
    """Whether the answer reaches a planner, who may not know what was found."""
    reaches = shared or session.person.role is Role.PLANNER
    return reaches and session.policy.planner_sees is PlannerSees.NEUTRAL


def _told(report: Report, *, neutral: bool) -> Report:
    """The report in the words that its reader may read."""
    places = report.places
    if neutral:
        told = (replace(one, what=NEEDS_OFFICER) if one.what in TELLING else one for one in places)
        places = tuple(dict.fromkeys(told))
    if not report.people_checked:
        places = (*places, Place(Channel.WHOLE, Channel.PEOPLE, NEEDS_OFFICER))
    verdict = Verdict.UNEXPLAINED if places and report.verdict is Verdict.CLEAN else report.verdict
    return replace(report, verdict=verdict, places=places)
