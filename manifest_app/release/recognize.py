"""Whether a file has exactly the form of a release: nothing in it but a list that the writers here would write so.

Which office wrote it can't be seen. But each cell is within its field's grammar, the list is sorted and numbered, and
every byte of the file follows from its cells; so there is nothing in it to look for but whom it names.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import msgspec

from manifest_app.errors import FileProblem, KnownError
from manifest_app.files.child import run_child
from manifest_app.files.prescan import read_file
from manifest_app.files.task import child_task, task_name
from manifest_app.model.progress import Progress, silent
from manifest_app.model.release import FlightFacts
from manifest_app.release.envelope import Envelope, Parties
from manifest_app.release.grammar import NAME_KEYS
from manifest_app.release.naming import plain_number
from manifest_app.release.opened import Lines, OpenedLines, OpenedMessage, OpenedWorkbook
from manifest_app.release.opened_pages import OpenedPages
from manifest_app.release.profile import MESSAGE, Profile, profiles
from manifest_app.release.reading.paxlst import read_message
from manifest_app.release.reading.unexplained import Unexplained, demand, given
from manifest_app.release.table import PublicTable
from manifest_app.release.verify import failed_checks

_STARTS: Mapping[str, bytes] = MappingProxyType(
    {"xlsx": b"PK\x03\x04", "pdf": b"%PDF-1.4\n", MESSAGE: b"UNA:+.? 'UNB+", "csv": b'"'}
)
_FLIGHT = re.compile(r"(.+) ([A-Z0-9]+(?:-[A-Z0-9]+)*) ([0-9]{4}-[0-9]{2}-[0-9]{2})")


def said_beside_names(data: bytes) -> Lines | None:
    """What a file of exactly the form of a release in a shipped profile says beside names; None for any other file."""
    kinds = [kind for kind, start in _STARTS.items() if data.startswith(start)]
    tried = (_read(data, profile, kind) for kind in kinds for profile in profiles().values() if kind in profile.formats)
    return next((lines for lines in tried if lines is not None), None)


def _read(data: bytes, profile: Profile, kind: str) -> Lines | None:
    own = profile.for_format(kind)
    try:
        table = _READ[kind](data, own)
        if not table.rows or failed_checks(data, table, profile, kind):
            return None
    except (Unexplained, KnownError, ValueError, LookupError):
        return None
    places = [place for place, key in enumerate(own.keys) if key not in NAME_KEYS]
    return (table.headings, _around(table), *(tuple(row[place] for place in places) for row in table.rows))


def _around(table: PublicTable) -> tuple[str, ...]:
    if table.envelope is None:
        return (table.title,)
    parties = table.envelope.parties
    named = (parties.sender, parties.recipient, parties.contact) if parties else ()
    return (table.title, plain_number(table.envelope.flight), *named)


def _shown(profile: Profile, lines: Lines, envelope: Envelope | None) -> PublicTable:
    demand(bool(lines), "no line")
    return PublicTable(profile.title, lines[0], _widths(profile), lines[1:], envelope)


def _widths(profile: Profile) -> tuple[int, ...]:
    return tuple(spec.width for spec in profile.fields)


def _empty(profile: Profile) -> PublicTable:
    return PublicTable(profile.title, tuple(spec.heading for spec in profile.fields), _widths(profile), ())


def _workbook(data: bytes, profile: Profile) -> PublicTable:
    return _shown(profile, OpenedWorkbook(data, _empty(profile)).lines, None)


def _csv(data: bytes, profile: Profile) -> PublicTable:
    return _shown(profile, OpenedLines(data).lines, None)


def _pages(data: bytes, profile: Profile) -> PublicTable:
    opened = OpenedPages(data, _empty(profile))
    captions = {text for text, _ in opened.caption()}
    demand(len(captions) == 1, "captions that differ")
    said = given(_FLIGHT.fullmatch(captions.pop()), "another caption")
    return _shown(profile, opened.lines, Envelope(FlightFacts(said[2], date.fromisoformat(said[3]), "", ""), 1))


def _message(data: bytes, profile: Profile) -> PublicTable:
    head = read_message(data).head
    number, code, day = head[1][1][0], head[5][2][0], head[7][1][1]
    # Whatever was agreed: its words are looked at as all others are.
    parties = Parties(
        directory=head[1][2][2],
        syntax=head[0][1][0],
        sender=head[0][2][0],
        recipient=head[0][3][0],
        contact=head[4][4][0],
        keys=profile.keys,
    )
    flight = FlightFacts(code, date.fromisoformat(f"20{day[:2]}-{day[2:4]}-{day[4:6]}"), head[6][2][0], head[8][2][0])
    for count in _numbers(number):
        table = replace(_empty(profile), envelope=Envelope(flight, count, parties))
        lines = OpenedMessage(data, table, profile.keys).lines
        shown = _shown(profile, lines, table.envelope)
        if not failed_checks(data, shown, profile, MESSAGE):
            return shown
    raise Unexplained("another reference")


def _numbers(reference: str) -> Iterator[int]:
    """The numbers of a release that a control reference can name: two digits or more after the day."""
    for end in range(8, len(reference) + 1):
        if not reference[6:end].isdecimal():
            return
        if len(reference[6:end]) == 2 or reference[6] != "0":
            yield int(reference[6:end])


_READ: Mapping[str, Callable[[bytes, Profile], PublicTable]] = MappingProxyType(
    {"xlsx": _workbook, "csv": _csv, "pdf": _pages, MESSAGE: _message}
)


@child_task
def look(argument: msgspec.Raw, _: Progress) -> Iterator[msgspec.Raw]:
    """Send what the file named by ``argument`` (a path) says beside names, if it has the form of a release."""
    data = read_file(Path(msgspec.msgpack.decode(argument, type=str)))
    yield msgspec.Raw(msgspec.msgpack.encode(said_beside_names(data)))


def file_beside_names(path: Path, *, progress: Progress = silent) -> Lines | None:
    """`said_beside_names` of a file, found out in a child process; None when that breaks.

    Raises:
        CancelledError: ``progress`` cancelled.
    """
    try:
        answers = run_child(task_name(look), str(path.absolute()), what=path.name, progress=progress)
        return msgspec.msgpack.decode(next(answers), type=Lines | None)
    except FileProblem:
        return None
