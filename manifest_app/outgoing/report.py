"""What a check says: one verdict, and the places it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from manifest_app.outgoing.pieces import Channel


class Verdict(StrEnum):
    """Whether a file may leave. Only ``clean`` may."""

    CLEAN = "clean"
    DISCLOSES = "discloses"
    UNEXPLAINED = "unexplained"


class What(StrEnum):
    """What stands in a place that tells something; the rest of the reasons are those of `Unexplained`."""

    PERSON = "a person of the registry or of an exposure list"
    PROTECTION = "a word, form or code of protection"
    OF_PEOPLE = "a word of protection beside people"
    OF_SET = "a statement about some of a group of people"
    HIDDEN = "hidden content"


MOST_PLACES = 10_000
_MORE = "more than a check looks at"
TELLING = frozenset({What.PERSON, What.PROTECTION, What.OF_PEOPLE, What.OF_SET})


@dataclass(frozen=True, slots=True)
class Place:
    """A place that keeps a file from leaving; none of its text.

    Attributes:
        where: The place: a sheet and row, a part, a line.
        channel: The way it would leave (`pieces.Channel`).
        what: `What`, or why it can't be explained.
    """

    where: str
    channel: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check; ``people_checked`` is False where nobody's names were at hand."""

    verdict: Verdict
    places: tuple[Place, ...]
    people_checked: bool


def report_of(places: Iterable[Place], *, people_checked: bool) -> Report:
    """The report of some places, each once; of more than `MOST_PLACES` of a kind, the first."""
    kept: dict[Place, None] = {}
    counts = {True: 0, False: 0}
    for place in places:
        tells = place.what in TELLING
        if place not in kept:
            counts[tells] += 1
            if counts[tells] <= MOST_PLACES:
                kept[place] = None
    if max(counts.values()) > MOST_PLACES:
        kept[Place(Channel.WHOLE, Channel.WHOLE, _MORE)] = None
    verdict = Verdict.UNEXPLAINED if kept else Verdict.CLEAN
    return Report(Verdict.DISCLOSES if counts[True] else verdict, tuple(kept), people_checked)
