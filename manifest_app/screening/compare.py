"""One passenger and one record, field by field: the exact comparison behind a finding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from manifest_app.screening.normalize import NameForm, Slot, Token
from manifest_app.screening.query import Hits, Reading
from manifest_app.screening.vocabulary import GRADE, Likeness
from manifest_app.screening.weights import CONFLICT, LEFT_OVER, NEAR, SWAPPED, Birth

Relation = TypeVar("Relation")


class Match(StrEnum):
    """How two numbers compare."""

    EQUAL = "equal"
    ONE_SLIP = "one slip"
    DIFFERENT = "different"
    NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that belong together, and what that is worth in hundredths of a bit."""

    mine: Token
    theirs: Token
    likeness: Likeness
    bits: int


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How two whole names compare.

    Attributes:
        reading: The passenger's name.
        form: The record's name.
        pairs: Names that belong together.
        mine_left: Names of the passenger without a partner.
        theirs_left: Names of the record without a partner.
        capped: What is taken off because so many in the registry agree as well; 0 or less.
    """

    reading: Reading
    form: NameForm
    pairs: tuple[Pair, ...] = ()
    mine_left: tuple[Token, ...] = ()
    theirs_left: tuple[Token, ...] = ()
    capped: int = 0

    @property
    def agreeing(self) -> int:
        """Sum of the pairs, before anything is taken off."""
        return sum(pair.bits for pair in self.pairs)

    @property
    def swapped(self) -> bool:
        """Whether a surname stands where the other has a given name."""
        return any({pair.mine.slot, pair.theirs.slot} == {Slot.FAMILY, Slot.GIVEN} for pair in self.pairs)

    @property
    def left(self) -> int:
        """What is taken off for names without a partner; nothing when one side has no name at all."""
        if not self.reading.tokens or not self.form.tokens:
            return 0
        return left_over(len(self.mine_left), len(self.theirs_left))

    @property
    def bits(self) -> int:
        """The whole name, in hundredths of a bit."""
        return self.agreeing + self.capped + self.left + (SWAPPED if self.swapped else 0)


@dataclass(frozen=True, slots=True)
class Field(Generic[Relation]):
    """A field that is one value: how it compares, and what that is worth in hundredths of a bit."""

    relation: Relation
    bits: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A passenger and a record, all fields."""

    name: NameComparison
    birth: Field[Birth]
    a_number: Field[Match]
    document: Field[Match]
    nationality: Field[Match]
    sex: Field[Match]

    @property
    def bits(self) -> int:
        """Sum in hundredths of a bit."""
        fields = (self.a_number, self.document, self.nationality, self.sex)
        return self.name.bits + self.birth.bits + sum(field.bits for field in fields)

    @property
    def same_number(self) -> bool:
        """Whether the A-number or a document number is equal: that alone is a match."""
        return Match.EQUAL in (self.a_number.relation, self.document.relation)

    @property
    def close(self) -> bool:
        """Whether the whole name and the date of birth agree but for slips, and no A-number speaks against it.

        Then somebody has to look, even when the name is so common that its bits alone don't ask for it.
        """
        return (
            self.birth.relation in NEAR
            and self.a_number.relation is not Match.DIFFERENT
            and len(self.name.pairs) >= 2
            and not self.name.mine_left
            and not self.name.theirs_left
            and all(GRADE[pair.likeness] > 1 for pair in self.name.pairs)
        )


def left_over(mine: int, theirs: int) -> int:
    """What names without a partner are worth (0 or less): a conflict for each on both sides, less for the rest."""
    return CONFLICT * min(mine, theirs) + LEFT_OVER * abs(mine - theirs)


def pair_names(reading: Reading, form: NameForm, hits: Mapping[str, Hits], ids: Mapping[str, int]) -> NameComparison:
    """Bring the names of both sides together, the strongest pair first; each name is used once."""
    possible = sorted(
        _possible(reading.tokens, form.tokens, hits, ids),
        key=lambda pair: (-pair[0].bits, pair[0].mine.slot != pair[0].theirs.slot, *pair[1:]),
    )
    mine = dict(enumerate(reading.tokens))
    theirs = dict(enumerate(form.tokens))
    pairs = []
    for pair, at, other in possible:
        if at in mine and other in theirs:
            del mine[at], theirs[other]
            pairs.append(pair)
    return NameComparison(reading, form, tuple(pairs), tuple(mine.values()), tuple(theirs.values()))


def _possible(
    mine: Sequence[Token], theirs: Sequence[Token], hits: Mapping[str, Hits], ids: Mapping[str, int]
) -> list[tuple[Pair, int, int]]:
    found = []
    for at, token in enumerate(mine):
        own = hits[token.text]
        for other, their in enumerate(theirs):
            likeness = own.likeness.get(ids[their.text])
            if likeness is not None:
                found.append((Pair(token, their, likeness, own.bits[GRADE[likeness]]), at, other))
    return found
