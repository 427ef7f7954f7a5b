"""A-numbers, document numbers, sex and kinds of documents, as lists write them."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from manifest_app.bundled import resource
from manifest_app.model.passenger import Sex
from manifest_app.standards.names import fold
from manifest_app.standards.text import clean

_LONGEST = 64
_A_NUMBER = re.compile(r"(?:(?:ALIEN|A) ?-?(?:#|NO\.?|NUM(?:BER)?\.?|NUMBER)?[:#]? ?-?)?((?:\d[ .-]?){7,9})")
_NUMBER_SIGN = re.compile(r"(?:NO|NRO|NUM)[. ] ?(?=[A-Z0-9])")
_SPREADSHEET_ZEROS = re.compile(r"(?<=\d)\.0+$")


def _digits_as_ascii(text: str) -> str:
    """Cleaned, NFKC, upper case, every decimal digit of any script as 0-9, no ".0" that a spreadsheet added."""
    if len(text) > _LONGEST:
        raise ValueError("The number is too long.")
    shown = clean(unicodedata.normalize("NFKC", text)).upper()
    ascii_digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in shown)
    return _SPREADSHEET_ZEROS.sub("", ascii_digits)


def read_a_number(text: str) -> str:
    """An alien registration number as nine digits, padded with zeros on the left.

    Seven to nine digits, with or without the letter A, separators, and the ".0" of a spreadsheet (8 CFR 1.2 defines the
    file number; numbers of seven and eight digits are older ones).

    Raises:
        ValueError: It is none; a short sentence without the value.
    """
    match = _A_NUMBER.fullmatch(_digits_as_ascii(text))
    if match is None:
        raise ValueError("An A-number has seven to nine digits.")
    number = re.sub(r"\D", "", match[1]).zfill(9)
    if not number.strip("0"):
        raise ValueError("An A-number is not all zeros.")
    return number


def read_document_number(text: str) -> str:
    """A document number: upper case letters and digits, without spaces, hyphens, dots, slashes and fillers.

    Raises:
        ValueError: It holds something else, no digit, or more than 20 characters; a sentence without the value.
    """
    number = re.sub(r"[\s./<#-]", "", _without_sign(_digits_as_ascii(text)))
    if not re.fullmatch(r"[A-Z0-9]{1,20}", number):
        raise ValueError("A document number has only letters A-Z and digits, 20 at most.")
    if not any(character.isdigit() for character in number):
        raise ValueError("A document number has at least one digit.")
    return number


def _without_sign(number: str) -> str:
    sign = _NUMBER_SIGN.match(number)
    return number[sign.end() :] if sign else number


@cache
def _sexes() -> Mapping[str, Sex]:
    table = tomllib.loads(resource("tables", "sexes.toml").read_text(encoding="utf-8"))
    return {fold(word): Sex(code) for code, words in table.items() for word in words}


def read_sex(text: str, *, m_is_mujer: bool = False) -> Sex:
    """The sex entry as documents give it: F, M or X.

    Args:
        text: A letter or a word, English, Spanish, French or Portuguese.
        m_is_mujer: The column writes H and M for hombre and mujer (`column_m_is_mujer`), so that M is female.

    Raises:
        ValueError: It is none, such as the codes 1 and 2, which mean different things in different lists.
    """
    key = fold(text) or ("X" if clean(text) == "<" else "")
    if key == "M" and m_is_mujer:
        return Sex.FEMALE
    sex = None if any(character.isdecimal() for character in text) else _sexes().get(key)
    if sex is None:
        raise ValueError("The sex is F, M or X.")
    return sex


def column_m_is_mujer(values: Iterable[object]) -> bool:
    """Whether a column writes H and M for hombre and mujer: it has an H and no F.

    Raises:
        ValueError: It has H, F and M, so that M may be either.
    """
    letters = {fold(value) for value in values if isinstance(value, str)} & {"F", "H", "M"}
    if len(letters) == 3:
        raise ValueError("The column has F, H and M, so that M may be either sex.")
    return "H" in letters and "F" not in letters


def _document_key(text: str) -> str:
    """Folded letters and the digits, without spaces."""
    return "".join(part if part.isdecimal() else fold(part) for part in re.split(r"(\d+)", text)).replace(" ", "")


def _kinds() -> list[dict[str, Any]]:
    kinds: list[dict[str, Any]] = tomllib.loads(resource("tables", "document_kinds.toml").read_text("utf-8"))["kind"]
    return kinds


@cache
def _kinds_by_name() -> Mapping[str, str]:
    return {_document_key(name): kind["code"] for kind in _kinds() for name in kind["names"]}


DISCLOSING_DOCUMENT_KINDS = frozenset(kind["code"] for kind in _kinds() if kind.get("disclosing"))
"""Kinds that say by themselves that someone has protection: travel documents of refugees, stateless people, aliens."""


def document_kind(text: str) -> str:
    """The code of a kind of document (``resources/tables/document_kinds.toml``), from a code or a name.

    Raises:
        ValueError: It is none that is known; a short sentence without the value.
    """
    code = _kinds_by_name().get(_document_key(clean(text)))
    if code is None:
        raise ValueError("The kind of document is not known.")
    return code


def is_document_kind(code: str) -> bool:
    """Whether a code is one that `document_kind` gives."""
    return code in _kinds_by_name().values()
