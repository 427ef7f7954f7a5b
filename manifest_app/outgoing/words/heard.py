"""What a sentence says, by kind of phrase (``resources/vocabulary/outgoing_*``)."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from manifest_app.outgoing.words.phrases import Span


class Kind(StrEnum):
    """What a phrase does, see the files."""

    ALWAYS = "always"
    CODE = "codes"
    ALONE = "alone"
    NEAR_PEOPLE = "near_people"
    LOOSELY = "near_people_loosely"
    PEOPLE = "people"
    HARMLESS = "harmless"
    TELLS = "tells_of_set"
    QUANTIFIER = "quantifiers"
    SET = "sets"
    STATUS = "statuses"
    LOOSE_STATUS = "loose_statuses"
    PART = "parts"
    SETTING = "settings"
    FILLING = "filling"
    SHARE = "shares"
    LOOSE_SHARE = "loose_shares"
    JOURNEY = "journeys"
    THINGS = "things"
    EVERYDAY = "everyday"
    COUNTED_THINGS = "counted_things"
    CLAIM_HEADING = "headings_of_claims"
    PERSON_HEADING = "headings_of_people"
    THING_HEADING = "headings_of_things"
    OF_THINGS = "of_things"
    CELL = "cells"


class Heard:
    """What a sentence says, by kind, without what harmless phrases say."""

    def __init__(self, text: str, words: Sequence[str], said: dict[str, list[Span]]) -> None:
        self.text = text
        self.length = len(words)
        self._all = said
        harmless = said.get(Kind.HARMLESS, [])
        self._said = {
            kind: [span for span in spans if not any(one[0] <= span[0] and span[1] <= one[1] for one in harmless)]
            for kind, spans in said.items()
        }

    def mentions(self, *kinds: Kind) -> bool:
        """Whether a phrase of some kinds is said, even as part of a harmless one."""
        return not self._all.keys().isdisjoint(kinds)

    def spans(self, *kinds: Kind) -> list[Span]:
        """Where phrases of some kinds are said."""
        return [span for kind in kinds for span in self._said.get(kind, ())]

    def says(self, kind: Kind) -> bool:
        """Whether a phrase of a kind is said."""
        return bool(self._said.get(kind))

    def says_besides(self, kind: Kind, *others: Kind) -> bool:
        """Whether a phrase of a kind is said, harmless or not, that is no part of one of other kinds."""
        around = self.spans(*others)
        return any(
            not any(other[0] <= one[0] and one[1] <= other[1] for other in around) for one in self._all.get(kind, ())
        )

    def without(self, spans: Iterable[Span], kind: Kind) -> list[Span]:
        """Those of some phrases that are no part of one of a kind."""
        around = self.spans(kind)
        return [one for one in spans if not any(other[0] <= one[0] and one[1] <= other[1] for other in around)]

    def says_near(self, one: Iterable[Span], other: Iterable[Span], most: int) -> bool:
        """Whether one of some phrases has one of others beside it, with at most so many words between."""
        others = list(other)
        return any(max(left[0] - right[1], right[0] - left[1]) <= most for left in one for right in others)

    def covers(self, *kinds: Kind) -> bool:
        """Whether every word belongs to a phrase of some kinds."""
        covered = {place for start, end in self.spans(*kinds) for place in range(start, end)}
        return len(covered) == self.length
