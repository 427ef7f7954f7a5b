"""What a comparison says, in words and numbers a person can read."""

from collections.abc import Iterable

from manifest_app.model.finding import Evidence
from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.screening.compare import Comparison, Field, Match, NameComparison, Pair
from manifest_app.screening.normalize import Slot, Token
from manifest_app.screening.vocabulary import Likeness
from manifest_app.screening.weights import CONFLICT, LEFT_OVER, SWAPPED, Birth

_LIKENESS = {
    Likeness.EQUAL: "equal",
    Likeness.TRANSLITERATED: "transliterated",
    Likeness.ONE_LETTER: "one letter",
    Likeness.NICKNAME: "nickname",
    Likeness.SOUNDS_ALIKE: "sounds alike",
    Likeness.TWO_LETTERS: "two letters",
    Likeness.SHORTENED: "shortened",
    Likeness.SIMILAR: "similar",
    Likeness.CUT_SHORT: "shortened",
    Likeness.INITIAL: "initial",
}
_BIRTH = {
    Birth.MISSING: "not given",
    Birth.DIFFERENT: "different",
    Birth.SAME_DAY_AND_YEAR: "month differs",
    Birth.SAME_DAY_AND_MONTH: "year differs",
    Birth.SAME_MONTH: "day differs",
    Birth.NEW_YEAR: "year only",
    Birth.TWO_SLIPS: "day and month exchanged, year off",
    Birth.ONE_DIGIT: "one digit",
    Birth.YEAR_OFF: "one year off",
    Birth.EXCHANGED: "day and month exchanged",
    Birth.EQUAL: "equal",
    Birth.PARTIAL_NEAR: "one year off",
    Birth.PARTIAL_YEAR: "year only",
    Birth.PARTIAL_MONTH: "month and year only",
}
_NUMBER = {
    Match.EQUAL: "equal",
    Match.ONE_SLIP: "one digit",
    Match.DIFFERENT: "different",
    Match.NOT_GIVEN: "not given",
}
RELATIONS = frozenset((*_LIKENESS.values(), *_BIRTH.values(), *_NUMBER.values())) | {
    "swapped",
    "joined",
    "part missing",
    "partly different",
    "common name",
}
"""Every word that `Evidence.relation` can be."""

_FIELDS = {
    "family_name": "surname",
    "given_names": "given names",
    "name": "name",
    "birth_date": "date of birth",
    "a_number": "A-number",
    "document": "document number",
    "nationality": "nationality",
    "sex": "sex",
}


def evidence(comparison: Comparison, passenger: Identity, record: Identity) -> tuple[Evidence, ...]:
    """One entry per compared field, names first; the bits of all entries add up to those of the comparison."""
    mine, theirs = _numbers(passenger), _numbers(record)
    return (
        *_name(comparison.name, passenger, record),
        Evidence(
            "birth_date",
            _date(passenger.birth_date),
            _date(record.birth_date),
            _BIRTH[comparison.birth.relation],
            comparison.birth.bits / 100,
        ),
        _value("a_number", comparison.a_number, passenger.a_number, record.a_number),
        _value("document", comparison.document, mine, theirs),
        _value("nationality", comparison.nationality, passenger.nationality, record.nationality),
        _value("sex", comparison.sex, passenger.sex or "", record.sex or ""),
    )


def _value(name: str, field: Field[Match], mine: str, theirs: str) -> Evidence:
    return Evidence(name, mine, theirs, _NUMBER[field.relation], field.bits / 100)


def _date(value: PartialDate | None) -> str:
    return str(value) if value else ""


def _numbers(identity: Identity) -> str:
    return ", ".join(document.number for document in identity.documents if document.number)


def _name(name: NameComparison, passenger: Identity, record: Identity) -> Iterable[Evidence]:
    if name.reading.other or name.form.other:
        mine = name.reading.other or _whole(passenger)
        theirs = name.form.other or _whole(record)
        yield Evidence("name", mine, theirs, _relation(name, name.pairs, *_left(name)), name.bits / 100)
        return
    for slot, field in ((Slot.FAMILY, "family_name"), (Slot.GIVEN, "given_names")):
        pairs = [pair for pair in name.pairs if pair.mine.slot is slot]
        mine_left, theirs_left = ([token for token in side if token.slot is slot] for side in _left(name))
        relation = _relation(name, pairs, mine_left, theirs_left)
        bits = sum(pair.bits for pair in pairs) + _left_bits(name, slot)
        yield Evidence(field, getattr(passenger, field), getattr(record, field), relation, bits / 100)
    off = name.capped + (SWAPPED if name.swapped else 0)
    if off:
        relation = "common name" if name.capped else "swapped"
        yield Evidence("name", _whole(passenger), _whole(record), relation, off / 100)


def _whole(identity: Identity) -> str:
    return f"{identity.family_name}, {identity.given_names}".strip(", ")


def _left(name: NameComparison) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    return name.mine_left, name.theirs_left


def _left_bits(name: NameComparison, slot: Slot) -> int:
    """The part of what is taken off for names without a partner that falls on one field."""
    if not name.left:
        return 0
    mine, theirs = name.mine_left, name.theirs_left
    more, fewer = (mine, theirs) if len(mine) >= len(theirs) else (theirs, mine)
    ordered = sorted(more, key=lambda token: (not any(other.slot is token.slot for other in fewer), token.text))
    conflicts = ordered[: len(fewer)]
    rest = ordered[len(fewer) :]
    return CONFLICT * sum(token.slot is slot for token in conflicts) + LEFT_OVER * sum(
        token.slot is slot for token in rest
    )


def _relation(
    name: NameComparison, pairs: Iterable[Pair], mine_left: Iterable[Token], theirs_left: Iterable[Token]
) -> str:
    pairs, mine_left, theirs_left = tuple(pairs), tuple(mine_left), tuple(theirs_left)
    if not pairs:
        return _without_pairs(bool(mine_left), bool(theirs_left))
    if mine_left and theirs_left:
        return "partly different"
    weakest = min(pair.likeness for pair in pairs)
    if weakest is not Likeness.EQUAL:
        return _LIKENESS[weakest]
    if any({pair.mine.slot, pair.theirs.slot} == {Slot.FAMILY, Slot.GIVEN} for pair in pairs):
        return "swapped"
    if name.reading.joined:
        return "joined"
    return "part missing" if mine_left or theirs_left else "equal"


def _without_pairs(mine: bool, theirs: bool) -> str:
    return "different" if mine and theirs else "part missing" if mine or theirs else "not given"


def sentence(item: Evidence) -> str:
    """An entry as an English sentence, such as ``surname PERES ~ PEREZ, one letter: +9.1``."""
    label = _FIELDS[item.field]
    if item.relation == "not given":
        return f"{label} not given: {item.bits:+.1f}"
    if item.relation == "equal":
        return f"{label} {item.record}, equal: {item.bits:+.1f}"
    return f"{label} {item.passenger or '(none)'} ~ {item.record or '(none)'}, {item.relation}: {item.bits:+.1f}"
