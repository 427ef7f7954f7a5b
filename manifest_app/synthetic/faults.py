"""The faults that real lists have, each as a change of one person's identity.

Kinds and rough frequencies: what the literature on record linkage reports of typed names and dates (FEBRL's generator,
Christen 2012), and the habits of Spanish names in English forms. A fault that can't be made on an identity
gives it back unchanged.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from random import Random
from types import MappingProxyType

from anyascii import anyascii

from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.standards.names import icao_spellings
from manifest_app.synthetic.people import nicknames

Change = Callable[[Identity, Random], Identity]

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_TYPO = 4
_CUT_AT = 10


class Part(StrEnum):
    """What a fault changes; a person gets at most one fault of the birth date and one of each number."""

    NAME = "name"
    DATE = "date"
    A_NUMBER = "A-number"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: how it is made, what it changes, how often it happens compared with the others."""

    change: Change
    part: Part
    frequency: float


# --- names -----------------------------------------------------------------------------------------------------------


def _letter_like(neighbour: str, rng: Random) -> str:
    """Another letter than the neighbour, in its case."""
    letter = rng.choice([letter for letter in _ALPHABET if letter != neighbour.lower()])
    return letter.upper() if neighbour.isupper() else letter


def _insert(word: str, rng: Random) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + _letter_like(word[at], rng) + word[at:]


def _delete(word: str, rng: Random) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _substitute(word: str, rng: Random) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + _letter_like(word[at], rng) + word[at + 1 :]


def _transpose(word: str, rng: Random) -> str:
    places = [at for at in range(1, len(word) - 1) if word[at] != word[at + 1]]
    if not places:
        return word
    at = rng.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def typo(identity: Identity, rng: Random) -> Identity:
    """One letter too much, missing, wrong, or two exchanged, after the first letter of a longer word."""
    slip = rng.choice((_insert, _delete, _substitute, _transpose))
    return _change_word(identity, rng, lambda word: slip(word, rng) if len(word) >= _SHORTEST_TYPO else word)


def _change_word(identity: Identity, rng: Random, change: Callable[[str], str]) -> Identity:
    """Change one word of the name that the change has an effect on."""
    family, given = identity.family_name.split(), identity.given_names.split()
    changed = [(words, at, change(word)) for words in (family, given) for at, word in enumerate(words)]
    effective = [(words, at, word) for words, at, word in changed if word != words[at]]
    if not effective:
        return identity
    words, at, word = rng.choice(effective)
    words[at] = word
    return replace(identity, family_name=" ".join(family), given_names=" ".join(given))


def swap_names(identity: Identity, _rng: Random) -> Identity:
    """Family and given names in each other's column."""
    return replace(identity, family_name=identity.given_names, given_names=identity.family_name)


def drop_second_surname(identity: Identity, _rng: Random) -> Identity:
    """Only the first of two surnames."""
    return replace(identity, family_name=identity.family_name.split()[0] if identity.family_name else "")


def join_surnames(identity: Identity, _rng: Random) -> Identity:
    """Both surnames written as one word."""
    first, *others = identity.family_name.split() or [""]
    return replace(identity, family_name=first + "".join(others).lower())


def hyphenate(identity: Identity, _rng: Random) -> Identity:
    """Both surnames with a hyphen between."""
    return replace(identity, family_name="-".join(identity.family_name.split()))


def drop_second_given_name(identity: Identity, _rng: Random) -> Identity:
    """Only the first of the given names."""
    return replace(identity, given_names=identity.given_names.split()[0] if identity.given_names else "")


def lose_accents(identity: Identity, _rng: Random) -> Identity:
    """All names without accents and other marks, in capitals."""
    family, given = anyascii(identity.family_name).upper(), anyascii(identity.given_names).upper()
    if (family, given) == (identity.family_name.upper(), identity.given_names.upper()):
        return identity
    return replace(identity, family_name=family, given_names=given)


def transliterate(identity: Identity, rng: Random) -> Identity:
    """A word with marks as a travel document may spell it (ICAO Doc 9303 part 3, section 6), such as NXX for Ñ."""

    def spelled(word: str) -> str:
        plain = anyascii(word).upper()
        return rng.choice(sorted(icao_spellings(word) - {plain}) or [word])

    return _change_word(identity, rng, spelled)


def truncate(identity: Identity, _rng: Random) -> Identity:
    """Names cut to the width of a field."""
    family, given = identity.family_name[:_CUT_AT].rstrip(), identity.given_names[:_CUT_AT].rstrip()
    return replace(identity, family_name=family, given_names=given)


def use_nickname(identity: Identity, rng: Random) -> Identity:
    """A given name by what people call its bearer."""
    words = identity.given_names.split()
    known = [at for at, word in enumerate(words) if word in nicknames()]
    if not known:
        return identity
    at = rng.choice(known)
    words[at] = rng.choice(nicknames()[words[at]])
    return replace(identity, given_names=" ".join(words))


# --- birth date ------------------------------------------------------------------------------------------------------


def _born(identity: Identity, year: int, month: int, day: int) -> Identity:
    """The identity with another birth date, or as it is where there is no such day."""
    try:
        date(year, month, day)
    except ValueError:
        return identity
    return replace(identity, birth_date=PartialDate(year, month, day))


def _full_date(identity: Identity) -> tuple[int, int, int] | None:
    born = identity.birth_date
    return None if born is None or born.month is None or born.day is None else (born.year, born.month, born.day)


def exchange_day_and_month(identity: Identity, _rng: Random) -> Identity:
    """Day and month of the birth date in each other's place."""
    parts = _full_date(identity)
    return _born(identity, parts[0], parts[2], parts[1]) if parts else identity


def year_off_by_one(identity: Identity, rng: Random) -> Identity:
    """The birth date a year too early or too late."""
    parts = _full_date(identity)
    return _born(identity, parts[0] + rng.choice((-1, 1)), parts[1], parts[2]) if parts else identity


def wrong_digit_in_date(identity: Identity, rng: Random) -> Identity:
    """One digit of the birth date wrong; it stays a day within three decades."""
    parts = _full_date(identity)
    if parts is None:
        return identity
    written = f"{parts[0]:04d}{parts[1]:02d}{parts[2]:02d}"
    changed = [
        _born(identity, int(other[:4]), int(other[4:6]), int(other[6:]))
        for other in _with_one_digit_wrong(written, from_place=2)
        if abs(int(other[:4]) - parts[0]) <= 30
    ]
    return rng.choice([other for other in changed if other != identity] or [identity])


def _with_one_digit_wrong(digits: str, from_place: int = 0) -> list[str]:
    return [
        digits[:at] + digit + digits[at + 1 :]
        for at in range(from_place, len(digits))
        for digit in "0123456789"
        if digit != digits[at]
    ]


# --- numbers ---------------------------------------------------------------------------------------------------------


def lose_a_number(identity: Identity, _rng: Random) -> Identity:
    """No A-number."""
    return replace(identity, a_number="")


def wrong_digit_in_a_number(identity: Identity, rng: Random) -> Identity:
    """One digit of the A-number wrong."""
    if not identity.a_number:
        return identity
    return replace(identity, a_number=rng.choice(_with_one_digit_wrong(identity.a_number, from_place=1)))


def new_document(identity: Identity, rng: Random) -> Identity:
    """A passport renewed under another number."""
    if not identity.documents:
        return identity
    first, *others = identity.documents
    number = "".join(rng.choice("0123456789") if character.isdigit() else character for character in first.number)
    return replace(identity, documents=(replace(first, number=number), *others))


FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        "typo": Fault(typo, Part.NAME, 20),
        "accents lost": Fault(lose_accents, Part.NAME, 14),
        "second surname dropped": Fault(drop_second_surname, Part.NAME, 12),
        "names swapped": Fault(swap_names, Part.NAME, 8),
        "second given name dropped": Fault(drop_second_given_name, Part.NAME, 6),
        "hyphenated": Fault(hyphenate, Part.NAME, 5),
        "surnames joined": Fault(join_surnames, Part.NAME, 4),
        "transliterated": Fault(transliterate, Part.NAME, 3),
        "truncated": Fault(truncate, Part.NAME, 3),
        "nickname": Fault(use_nickname, Part.NAME, 3),
        "day and month exchanged": Fault(exchange_day_and_month, Part.DATE, 10),
        "wrong digit in birth date": Fault(wrong_digit_in_date, Part.DATE, 5),
        "year off by one": Fault(year_off_by_one, Part.DATE, 4),
        "A-number missing": Fault(lose_a_number, Part.A_NUMBER, 30),
        "wrong digit in A-number": Fault(wrong_digit_in_a_number, Part.A_NUMBER, 5),
        "new document": Fault(new_document, Part.DOCUMENT, 20),
    }
)
"""All faults by name, with their frequencies relative to one another."""


def make_faults(
    identity: Identity, rng: Random, count: int, parts: Iterable[Part] = tuple(Part)
) -> tuple[Identity, tuple[str, ...]]:
    """The identity with faults that each have an effect, and the names of the faults made.

    Fewer than ``count`` are made where no more are possible. A name gets several faults at most, every other part one.

    Args:
        identity: Who.
        rng: The source of chance.
        count: Number of faults.
        parts: What may be changed.
    """
    open_faults = {name: fault for name, fault in FAULTS.items() if fault.part in frozenset(parts)}
    made: list[str] = []
    while open_faults and len(made) < count:
        name = rng.choices(list(open_faults), [fault.frequency for fault in open_faults.values()])[0]
        fault = open_faults.pop(name)
        changed = fault.change(identity, rng)
        if changed != identity:
            identity = changed
            made.append(name)
            if fault.part is not Part.NAME:
                open_faults = {other: kept for other, kept in open_faults.items() if kept.part is not fault.part}
    return identity, tuple(made)
