"""Names as cells hold them: what may stand in one, and where a whole name is cut into its two parts.

Names come in any script; what is refused is what no name has: digits, symbols, emoji, words of mixed scripts, formulas.
The two parts are the primary and secondary identifier of ICAO Doc 9303 part 3, section 4.6.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from manifest_app.bundled import resource
from manifest_app.intake.fields import NameOrder
from manifest_app.standards.names import PARTICLES, fold
from manifest_app.standards.text import clean

MAX_LENGTH = 150
_PLAIN = re.compile(r"[A-Za-z][A-Za-zÀ-ÖØ-öø-ÿ .'’-]*")
_COMMA = re.compile(r"\s*[,،，、]\s*")  # noqa: RUF100 - commas of four scripts
_PUNCTUATION = frozenset(" .'’‘ʼ`´-‐‑–·・")
_DASHES = re.compile(r"[\s.\-–—_]*")
_FORMULA = ("=", "+", "@", "＝", "＋", "＠")
_TURNING = re.compile("[\u202d\u202e]")
"""LEFT-TO-RIGHT and RIGHT-TO-LEFT OVERRIDE: what is seen is not what is written, so dropping them changes the name."""


@dataclass(frozen=True, slots=True)
class SplitName:
    """A whole name in its two parts; ``note`` says by what rule it was cut where that was not plain."""

    family: str
    given: str
    note: str = ""


def refuse_turned(cell: object) -> None:
    """Refuse a name whose letters are shown in another order than they are written; `clean` could not tell any more.

    Raises:
        ValueError: It holds an override of direction.
    """
    if isinstance(cell, str) and not cell.isascii() and _TURNING.search(cell):
        raise ValueError("The name holds a mark that shows its letters in another order.")


@lru_cache(maxsize=65536)
def read_name(text: str) -> str:
    """A name, cleaned; "" where the cell only has dashes.

    Raises:
        ValueError: It holds what no name has; a short sentence without the value.
    """
    name = clean(text)
    if _DASHES.fullmatch(name):
        return ""
    if len(name) > MAX_LENGTH:
        raise ValueError(f"The name has more than {MAX_LENGTH} characters.")
    if _PLAIN.fullmatch(name):
        return name
    if name.startswith(_FORMULA):
        raise ValueError("The name starts like a formula.")
    for char in name:
        _check_character(char)
    if not name[0].isalpha():
        raise ValueError("The name does not start with a letter.")
    for word in re.split(r"[\s.-]+", name):
        _check_scripts(word)
    return name


def _check_character(char: str) -> None:
    category = unicodedata.category(char)
    if char in _PUNCTUATION or category[0] in "LM":
        return
    if category[0] == "N":
        raise ValueError("The name holds a digit.")
    if char == "\ufffd":
        raise ValueError("The name holds a letter that was lost by a wrong text encoding.")
    if category in {"So", "Sk"}:
        raise ValueError("The name holds an emoji or another symbol.")
    raise ValueError("The name holds a sign that no name has.")


def _check_scripts(word: str) -> None:
    """Refuse Latin letters beside letters that only look Latin: such a name can't be found by anyone."""
    if word.isascii():
        return
    scripts = {unicodedata.name(char, "?").split()[0] for char in word if char.isalpha()}
    if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}:
        raise ValueError("The name mixes letters of two scripts in one word.")


def read_whole_name(text: str, order: NameOrder | None, nationality: str) -> SplitName:
    """A whole name in its two parts: at its comma, at a change from capitals, else by the order that was said.

    A name of more than two words (particles go with the word after them) without a comma is cut after the first, or
    before the last, family name; for nationalities with two family names there are two of them. That is always noted.

    Raises:
        ValueError: It is no name, has two commas, or has two words and no known order.
    """
    parts = _COMMA.split(clean(text))
    if len(parts) > 2:
        raise ValueError("The whole name has more than one comma.")
    if len(parts) == 2:
        return SplitName(read_name(parts[0]), read_name(parts[1]))
    units = _units(read_name(text))
    if len(units) < 2:
        return SplitName(" ".join(units), "")
    if order is None:
        raise ValueError("It is not said whether the family name or the given name comes first.")
    cut, plain = _family_units(units, order, nationality)
    family, given = (units[:cut], units[cut:]) if order is NameOrder.FAMILY_FIRST else (units[-cut:], units[:-cut])
    words = "word" if cut == 1 else f"{cut} words"
    place = "first" if order is NameOrder.FAMILY_FIRST else "last"
    note = "" if plain else f"the whole name has no comma; its {place} {words} counted as the family name"
    return SplitName(" ".join(family), " ".join(given), note)


def _family_units(units: list[str], order: NameOrder, nationality: str) -> tuple[int, bool]:
    """How many units are the family name, and whether that is plain."""
    if len(units) == 2:
        return 1, True
    ordered = units if order is NameOrder.FAMILY_FIRST else units[::-1]
    capitals = [unit.isupper() and len(unit) > 2 for unit in ordered]
    first_small = capitals.index(False) if False in capitals else 0
    if 0 < first_small < len(units) and not any(capitals[first_small:]):
        return first_small, True
    return (2 if nationality in _two_family_names() else 1), False


def _units(name: str) -> list[str]:
    units: list[str] = []
    pending: list[str] = []
    for word in name.split():
        pending.append(word)
        if fold(word) not in PARTICLES:
            units.append(" ".join(pending))
            pending = []
    return [*units[:-1], " ".join([*units[-1:], *pending])] if pending else units


@cache
def _two_family_names() -> frozenset[str]:
    table = tomllib.loads(resource("tables", "name_customs.toml").read_text(encoding="utf-8"))
    return frozenset(table["two_family_names"])
