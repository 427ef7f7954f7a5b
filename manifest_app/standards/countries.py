"""Countries and nationalities: from what people write to the three-letter codes of travel documents.

Source: ISO 3166-1 and ICAO Doc 9303 part 3 section 5, in ``resources/tables/countries.toml`` with names and demonyms.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from manifest_app.bundled import resource
from manifest_app.standards.names import fold

DISCLOSING_NATIONALITIES = frozenset({"XXA", "XXB", "XXC", "XXX"})
"""Codes that say by themselves that someone is stateless, a refugee, or hides a nationality (Doc 9303-3, 5, part D)."""

_IGNORED = frozenset({"AND", "THE"})


@dataclass(frozen=True, slots=True)
class Country:
    """A row of the table: codes, English and Spanish name, other names in use, demonyms."""

    alpha3: str
    english: str
    spanish: str
    alpha2: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()

    def spellings(self) -> Iterator[str]:
        """Everything that stands for this country."""
        yield from (self.alpha3, self.alpha2, self.english, self.spanish, *self.aliases, *self.demonyms)


@dataclass(frozen=True, slots=True)
class _Table:
    countries: Mapping[str, Country]
    icao: Mapping[str, str]
    keys: Mapping[str, str]


def _key(text: str) -> str:
    """The form in which names of countries are compared: folded, no spaces, no "and" or "the", "Saint" as "ST"."""
    words = fold(text).split()
    if len(words) > 1:
        words = ["ST" if word == "SAINT" else word for word in words if word not in _IGNORED]
    return "".join(words)


def _country(row: Mapping[str, Any]) -> Country:
    lists = {name: tuple(row.get(name, ())) for name in ("aliases", "demonyms")}
    return Country(row["alpha3"], row["english"], row["spanish"], row.get("alpha2", ""), **lists)


@cache
def _table() -> _Table:
    data = tomllib.loads(resource("tables", "countries.toml").read_text(encoding="utf-8"))
    rows = [_country(row) for row in data["country"]]
    keys = {_key(spelling): row.alpha3 for row in rows for spelling in row.spellings() if spelling}
    keys |= {_key(code): alpha3 for code, alpha3 in data["icao"].items()}
    for word in data["ambiguous"]:
        keys.pop(_key(word), None)
    return _Table({row.alpha3: row for row in rows}, data["icao"], keys)


def country_code(text: str) -> str | None:
    """The code of the country, nationality or issuing body that a text names, or None.

    The text is a code (ISO alpha-2, alpha-3, ICAO), a name or a demonym, English or Spanish. It must match as a whole,
    apart from case, accents and punctuation: nothing is guessed from a part, and a word that means two countries
    ("Korea", "Dominican", "Congolese") is None, so that the program asks.
    """
    return _table().keys.get(_key(text))


def canonical_code(code: str) -> str | None:
    """The code of the table for a code that a machine readable zone holds (D is DEU, XKX is RKS), or None."""
    current = _table().icao.get(code, code)
    return current if current in _table().countries else None


def zone_code(code: str) -> str:
    """The code as a machine readable zone writes it: Germany is D (Doc 9303-3, 5), all others as they are."""
    return "D" if code == "DEU" else code


def is_country_code(code: str) -> bool:
    """Whether a code is one that a machine readable zone may hold (upper case, without fillers)."""
    return canonical_code(code) is not None


def country_name(code: str, language: str = "en") -> str:
    """The short name for a code, in English (``en``) or Spanish (``es``).

    Raises:
        KeyError: The code is none (`is_country_code`).
        ValueError: The language is neither.
    """
    country = _table().countries[canonical_code(code) or code]
    names = {"en": country.english, "es": country.spanish}
    if language not in names:
        raise ValueError("names of countries are in English (en) and Spanish (es)")
    return names[language]


def countries() -> tuple[Country, ...]:
    """All rows of the table, in the order of the file."""
    return tuple(_table().countries.values())
