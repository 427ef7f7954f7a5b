"""A passenger list message read by its own rules: which segments may follow one another, and the one form of each.

Whatever is not listed here is refused: there is no free text, no remark, no passenger's reference, no second message.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from manifest_app.release.reading.unexplained import Unexplained, demand
from manifest_app.standards.edifact import read_segments
from manifest_app.standards.short_dates import birth_date, expiry_date

Segment = tuple[tuple[str, ...], ...]
_PASSENGER = r"(?:NAD(?: ATT)?(?: DTM)? LOC LOC(?: NAT)?(?: DOC(?: DTM)?(?: LOC)?)?)"
_SEQUENCE = re.compile(rf"UNB UNH BGM RFF NAD TDT LOC DTM LOC(?: {_PASSENGER})* CNT UNT UNZ")
_HEAD = 9
_TAIL = 3
_ID, _DAY, _NAME, _CODE = "[A-Z0-9 ]{1,35}", "[0-9]{6}", "[A-Z]+(?: [A-Z]+)*", "[A-Z]{1,3}"
_REFERENCE = "[0-9]{8,}[A-Z0-9]+"
# Tag and qualifier to the one form of the segment.
_FORMS: Mapping[str, str] = MappingProxyType(
    {
        "UNB": rf"UNB\+UNO[AB]:4\+{_ID}:ZZ\+{_ID}:ZZ\+{_DAY}:0000\+{_REFERENCE}",
        "UNH": rf"UNH\+{_REFERENCE}\+PAXLST:D:(?:02B|05B|15B):UN:IATA",
        "BGM": r"BGM\+745",
        "RFF": rf"RFF\+TN:{_REFERENCE}",
        "NAD MS": rf"NAD\+MS\+\+\+{_ID}",
        "NAD FL": rf"NAD\+FL\+\+\+{_NAME}(?::{_NAME})?",
        "TDT": r"TDT\+20\+[A-Z0-9]{1,17}",
        "LOC 125": r"LOC\+125\+[A-Z]{3}",
        "LOC 87": r"LOC\+87\+[A-Z]{3}",
        "LOC 178": r"LOC\+178\+[A-Z]{3}",
        "LOC 179": r"LOC\+179\+[A-Z]{3}",
        "LOC 91": rf"LOC\+91\+{_CODE}",
        "DTM 189": rf"DTM\+189:{_DAY}:101",
        "DTM 329": rf"DTM\+329:{_DAY}",
        "DTM 36": rf"DTM\+36:{_DAY}",
        "ATT": r"ATT\+2\+\+[FMX]",
        "NAT": rf"NAT\+2\+{_CODE}",
        "DOC": r"DOC\+[A-Z]{1,2}:110:111\+[A-Z0-9]{1,30}",
        "CNT": r"CNT\+42:(?:0|[1-9][0-9]*)",
        "UNT": rf"UNT\+[1-9][0-9]*\+{_REFERENCE}",
        "UNZ": rf"UNZ\+1\+{_REFERENCE}",
    }
)
_QUALIFIED = frozenset(kind[:3] for kind in _FORMS if " " in kind)


@dataclass(frozen=True, slots=True)
class Message:
    """A message taken apart: head, passengers, and the three segments that end it."""

    head: tuple[Segment, ...]
    passengers: tuple[tuple[Segment, ...], ...]
    tail: tuple[Segment, ...]

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All segments in order."""
        return (*self.head, *(one for passenger in self.passengers for one in passenger), *self.tail)


def read_message(data: bytes) -> Message:
    """Take a message apart; the forms of its segments are not looked at yet.

    Raises:
        Unexplained: It is framed otherwise, or its segments follow one another as no release has them.
    """
    try:
        segments = read_segments(data)
    except ValueError as error:
        raise Unexplained("no message in our form") from error
    tags = " ".join(one[0][0] for one in segments)
    demand(_SEQUENCE.fullmatch(tags) is not None, "a segment that no release has, or in another place")
    return Message(segments[:_HEAD], tuple(_groups(segments[_HEAD:-_TAIL])), segments[-_TAIL:])


def _groups(segments: Sequence[Segment]) -> Iterator[tuple[Segment, ...]]:
    starts = [place for place, one in enumerate(segments) if one[0][0] == "NAD"]
    for start, end in zip(starts, [*starts[1:], len(segments)], strict=True):
        yield tuple(segments[start:end])


def _kind(segment: Segment) -> str:
    tag = segment[0][0]
    return f"{tag} {segment[1][0]}" if tag in _QUALIFIED and len(segment) > 1 else tag


def check_forms(message: Message) -> None:
    """Make sure that each segment has its one form, and qualifiers stand in their order.

    Raises:
        Unexplained: One has a component, a code or a qualifier that no release has.
    """
    for one in message.segments:
        written = "+".join(":".join(element) for element in one)
        form = _FORMS.get(_kind(one), "")
        demand(bool(form) and re.fullmatch(form, written) is not None, "a segment in a form that no release has")
    head = [_kind(one) for one in message.head]
    demand(head[4:] == ["NAD MS", "TDT", "LOC 125", "DTM 189", "LOC 87"], "another head")
    order = ("NAD FL", "ATT", "DTM 329", "LOC 178", "LOC 179", "NAT", "DOC", "DTM 36", "LOC 91")
    for passenger in message.passengers:
        kinds = [_kind(one) for one in passenger]
        demand(kinds == [kind for kind in order if kind in kinds], "a passenger's segments twice or out of order")


def check_counts(message: Message) -> None:
    """Make sure that the counts are those of what stands there, and one reference is used throughout.

    Raises:
        Unexplained: A count or a reference differs.
    """
    count, end, close = message.tail
    demand(count[1][1:] == (str(len(message.passengers)),), "another number of passengers")
    # All segments of the message, without those of the interchange around it.
    demand(end[1] == (str(len(message.segments) - 2),), "another number of segments")
    references = {message.head[0][-1], message.head[1][1], message.head[3][1][1:], end[2], close[2]}
    demand(len(references) == 1, "references that differ")


def _last(segment: Segment) -> str:
    return segment[-1][-1]


_CELLS: Mapping[str, tuple[str, Callable[[Segment, date], str]]] = MappingProxyType(
    {
        "family_name": ("NAD FL", lambda one, _: one[4][0]),
        "given_names": ("NAD FL", lambda one, _: one[4][1] if len(one[4]) > 1 else ""),
        "birth_date": ("DTM 329", lambda one, departure: birth_date(_last(one), departure).isoformat()),
        "sex": ("ATT", lambda one, _: _last(one)),
        "nationality": ("NAT", lambda one, _: _last(one)),
        "document_type": ("DOC", lambda one, _: one[1][0]),
        "document_number": ("DOC", lambda one, _: _last(one)),
        "document_issuer": ("LOC 91", lambda one, _: _last(one)),
        "document_expiry": ("DTM 36", lambda one, departure: expiry_date(_last(one), departure).isoformat()),
    }
)


def read_passengers(message: Message, keys: Sequence[str], departure: date) -> tuple[tuple[str, ...], ...]:
    """The rows that a message shows, in the order of the columns; dates with the century that is meant.

    Args:
        message: The message.
        keys: Field keys of the columns.
        departure: Day of departure.

    Raises:
        Unexplained: A passenger can't be read, or has a segment that none of the columns explains.
    """
    wanted = {_CELLS[key][0] for key in keys} | {"LOC 178", "LOC 179"}
    rows = []
    for passenger in message.passengers:
        found = {_kind(one): one for one in passenger}
        demand(found.keys() <= wanted, "a segment that no column explains")
        try:
            cells = [_CELLS[key] for key in keys]
            rows.append(tuple(read(found[kind], departure) if kind in found else "" for kind, read in cells))
        except (ValueError, IndexError) as error:
            raise Unexplained("a passenger that can't be read") from error
    return tuple(rows)
