"""What is compared of a person: folded names as a bag, dates and numbers in one form. Once per record."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.standards.names import PARTICLES, icao_spellings, name_tokens

MOST_TOKENS = 16
"""Words of one field that are compared; what is longer is a text and no name."""

_BETWEEN_NAMES = re.compile(r"[\s\-‐-―/,.;]+")
_NOT_ALPHANUMERIC = re.compile(r"[^0-9A-Z]")
_ONE_CHARACTER = re.compile(r"(.)\1*")


class Slot(IntEnum):
    """Which field a name stands in."""

    FAMILY = 0
    GIVEN = 1
    OTHER = 2


@dataclass(frozen=True, slots=True)
class Token:
    """One folded name: its field, and the other Latin spellings that ICAO Doc 9303 part 3 permits for it."""

    text: str
    slot: Slot
    spellings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameForm:
    """One whole name of a person.

    Attributes:
        tokens: Names that are compared, sorted; particles only when there is nothing else.
        sequence: All names with particles as written, field by field, for joining what was written apart.
        other: The name as written when it is one of ``Identity.other_names``, else "".
    """

    tokens: tuple[Token, ...]
    sequence: tuple[Token, ...]
    other: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """An identity ready to be compared.

    Attributes:
        names: The name of the fields first, then the other names; never empty, but a form may have no tokens.
        birth: Year, month, day; 0 for what is not known.
        a_number: Digits, at least nine, or "".
        documents: Numbers of travel documents, A-Z and 0-9, without repeats.
        nationality: Code, or "".
        sex: ``F``, ``M`` or "".
    """

    names: tuple[NameForm, ...]
    birth: tuple[int, int, int]
    a_number: str
    documents: tuple[str, ...]
    nationality: str
    sex: str


@lru_cache(maxsize=200_000)
def _piece(piece: str, slot: Slot) -> tuple[Token, ...]:
    tokens = name_tokens(piece)
    if len(tokens) != 1 or piece.isascii():
        return tuple(Token(token, slot) for token in tokens)
    return (Token(tokens[0], slot, icao_spellings(piece) - {tokens[0]}),)


def _sequence(text: str, slot: Slot) -> tuple[Token, ...]:
    tokens = [token for piece in _BETWEEN_NAMES.split(text) if piece for token in _piece(piece, slot)]
    return tuple(tokens[:MOST_TOKENS])


def _form(sequence: tuple[Token, ...], other: str = "") -> NameForm:
    own = [token for token in sequence if token.text not in PARTICLES] or sequence
    return NameForm(tuple(sorted(own, key=lambda token: (token.text, token.slot))), sequence, other)


def _names(identity: Identity) -> Iterable[NameForm]:
    yield _form(_sequence(identity.family_name, Slot.FAMILY) + _sequence(identity.given_names, Slot.GIVEN))
    for other in identity.other_names:
        sequence = _sequence(other, Slot.OTHER)
        if sequence:
            yield _form(sequence, other)


def _birth(date: PartialDate | None) -> tuple[int, int, int]:
    if date is None:
        return (0, 0, 0)
    return (date.year, date.month or 0, (date.month and date.day) or 0)


def a_number_key(text: str) -> str:
    """Digits of an A-number, padded to nine; "" when it says nothing (no digits, or one digit only all along)."""
    digits = "".join(character for character in text if character in "0123456789")
    padded = digits.zfill(9) if digits else ""
    return "" if not padded or _ONE_CHARACTER.fullmatch(padded) else padded


def document_key(text: str) -> str:
    """Letters and digits of a document number; "" when it says nothing (no digit, or one character only all along)."""
    key = _NOT_ALPHANUMERIC.sub("", text.upper())
    says_nothing = not any(character.isdigit() for character in key) or _ONE_CHARACTER.fullmatch(key)
    return "" if says_nothing else key


def normalize(identity: Identity) -> Person:
    """Bring an identity into the form that is compared."""
    documents = dict.fromkeys(document_key(document.number) for document in identity.documents)
    sex = identity.sex.value if identity.sex else ""
    return Person(
        names=tuple(_names(identity)),
        birth=_birth(identity.birth_date),
        a_number=a_number_key(identity.a_number),
        documents=tuple(document for document in documents if document),
        nationality=identity.nationality.strip().upper(),
        sex=sex if sex in {"F", "M"} else "",
    )
