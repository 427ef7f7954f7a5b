"""Names: the folded form that is compared, and the spellings that travel documents give a name.

Sources: Unicode (NFKC, case folding), ICAO Doc 9303 part 3 section 6 (``resources/tables/icao_transliteration.toml``).
"""

import string
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import islice, product

from anyascii import anyascii

from manifest_app.bundled import resource
from manifest_app.standards.text import clean

# fmt: off
PARTICLES = frozenset({
    "AL", "AS", "BEN", "BIN", "BINT", "DA", "DAS", "DE", "DEL", "DEN", "DER", "DES", "DI", "DO", "DOS", "DU", "EL",
    "IBN", "LA", "LAS", "LE", "LES", "LO", "LOS", "TE", "TEN", "TER",
    "VAN", "VANDEN", "VANDER", "VOM", "VON", "Y", "ZU", "ZUM", "ZUR",
})
# fmt: on
"""Folded words that join names and are often left out: kept by `name_tokens`, but weak evidence."""

_SHADDA = "\u0651"
_TEH_MARBUTA = "\u0629"
_MOST_SPELLINGS = 64


def _ascii_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {code: " " if chr(code).isspace() else None for code in range(0x20)}
    table |= dict.fromkeys(range(0x20, 0x7F), " ") | {0x7F: None}
    table |= {ord(letter): letter.upper() for letter in string.ascii_letters}
    # Apostrophes are left out as in travel documents; transliteration also writes soft signs with them.
    return table | {ord(mark): None for mark in "'`\""}


_ASCII = _ascii_table()
_ARABIC_MARKS = dict.fromkeys((0x0640, *range(0x064B, 0x0653), 0x0670))
"""Vowel marks and the stroke that stretches a word: hardly anybody writes them."""


def fold(text: str) -> str:
    """The form in which names are compared: A-Z and single spaces, no case, no marks, Latin script.

    Apostrophes are left out, everything else that is no letter separates words. Idempotent.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_ARABIC_MARKS)
        text = anyascii(clean(text).casefold())
    return " ".join(text.translate(_ASCII).split())


def name_tokens(text: str) -> tuple[str, ...]:
    """The folded words of a name in their order, particles and initials included."""
    return tuple(fold(text).split())


@cache
def _spellings() -> Mapping[str, tuple[str, ...]]:
    tables = tomllib.loads(resource("tables", "icao_transliteration.toml").read_text(encoding="utf-8"))
    return {letter: tuple(forms) for table in tables.values() for letter, forms in table.items()}


def _letter(character: str) -> str:
    """The recommended spelling of one upper-case character; "" for what is not encoded, " " for a separator."""
    forms = _spellings().get(character)
    if forms is not None:
        return forms[0]
    if character in string.ascii_uppercase:
        return character
    if character in "'’ʼ`´" or unicodedata.category(character) == "Mn":
        return ""
    if unicodedata.category(character)[0] in "PZS":
        return " "
    base = unicodedata.normalize("NFKD", character)[:1].upper()
    if base in _spellings():
        return _spellings()[base][0]
    if base in string.ascii_uppercase:
        return base
    return "".join(letter for letter in anyascii(character).upper() if letter in string.ascii_uppercase)


def _word(word: str) -> str:
    """The recommended spelling of one part of a name."""
    letters: list[str] = []
    for position, character in enumerate(word):
        if character == _SHADDA:
            letters.extend(letters[-1:])
        elif character == _TEH_MARBUTA and position == len(word) - 1:
            letters.append("XAH")
        else:
            letters.append(_letter(character))
    return "".join(letters)


def _upper(text: str) -> str:
    return clean(text).replace("ı", "I").upper()


def icao_name(text: str) -> str:
    """The recommended transliteration of a name: A-Z and single spaces (ICAO Doc 9303 part 3, section 6).

    Hyphens and other punctuation become spaces, apostrophes are left out. Latin, Cyrillic and Arabic letters follow the
    tables of the standard; other scripts, for which it gives none, are written as anyascii does.
    """
    return " ".join(" ".join(_word(word) for word in _upper(text).split()).split())


def icao_spellings(token: str) -> frozenset[str]:
    """The spellings travel documents may give one word of a name, with its folded form; all are A-Z without spaces.

    A letter is spelled the same way throughout the word, as one issuer does; at most 64 combinations are made.

    Args:
        token: One word as written in the source, with its marks and in its script.
    """
    word = _upper(token)
    choices = [character for character in dict.fromkeys(word) if len(_spellings().get(character, ())) > 1]
    found = {fold(token).replace(" ", ""), _word(word).replace(" ", "")}
    for spelling in islice(product(*(_spellings()[letter] for letter in choices)), _MOST_SPELLINGS):
        table = {ord(letter): form for letter, form in zip(choices, spelling, strict=True)}
        found.add(_word(word.translate(table)).replace(" ", ""))
    return frozenset(found - {""})
