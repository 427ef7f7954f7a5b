"""Bases of protection, and what the words of a status column mean (``resources/tables/protection_basis.toml``)."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from manifest_app.bundled import resource
from manifest_app.model.protection import Basis, BasisClass, Effect, Standing
from manifest_app.standards.text import clean

UNKNOWN = "UNK"
REFUGEE = "REF"
_WHOLE = r"(?<![A-Z0-9])(?:{})(?![A-Z0-9])"
_OUTER = " .,:;-–—_'\""


@dataclass(frozen=True, slots=True)
class MappedBasis:
    """What a text means.

    Attributes:
        code: Code of a `Basis`; ``UNK`` if nothing is known of it; "" if it says plainly that there is none.
        certain: False where the text may mean something else as well; True for "".
    """

    code: str
    certain: bool


@dataclass(frozen=True, slots=True)
class _Markers:
    code: str
    exact: re.Pattern[str] | None
    sure: re.Pattern[str] | None
    maybe: re.Pattern[str] | None
    bare_maybe: re.Pattern[str] | None

    def says(self, words: str, bare: str) -> bool:
        """Whether the words mean this basis and nothing else."""
        return bool((self.exact and self.exact.fullmatch(bare)) or (self.sure and self.sure.search(words)))

    def may_say(self, words: str, bare: str) -> bool:
        """Whether the words may mean this basis."""
        if bare == self.code or (self.bare_maybe and self.bare_maybe.fullmatch(bare)):
            return True
        return bool(self.maybe and self.maybe.search(words))


@dataclass(frozen=True, slots=True)
class _Table:
    bases: Mapping[str, Basis]
    markers: tuple[_Markers, ...]
    ordinary: frozenset[str]
    errors: tuple[str, ...]


def bases() -> Mapping[str, Basis]:
    """All bases by code, in the order of the table."""
    return _table().bases


@lru_cache(maxsize=8192)
def map_basis(text: str) -> MappedBasis:
    """What a text says of protection; what can't be read is ``UNK``, never nothing."""
    table = _table()
    words = normal_form(text)
    if words.strip(_OUTER) in table.ordinary and words not in table.errors:
        return MappedBasis("", certain=True)
    for error in table.errors:
        words = words.replace(error, " ")
    bare = words.strip(_OUTER + "[]()")
    for entry in table.markers:
        if entry.says(words, bare):
            return MappedBasis(entry.code, certain=entry.code != UNKNOWN)
    for entry in table.markers:
        if entry.may_say(words, bare):
            return MappedBasis(entry.code, certain=False)
    return MappedBasis(UNKNOWN, certain=False)


def normal_form(text: str) -> str:
    """Capitals, without accents and invisible marks, single spaces: what markers are compared with."""
    decomposed = unicodedata.normalize("NFKD", clean(text))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).upper()


@cache
def _table() -> _Table:
    data = tomllib.loads(resource("tables", "protection_basis.toml").read_text(encoding="utf-8"))
    rows: list[dict[str, Any]] = data["basis"]
    return _Table(
        {row["code"]: _basis(row) for row in rows},
        tuple(_markers(row) for row in rows),
        frozenset(data["ordinary"]["values"]),
        tuple(data["errors"]["values"]),
    )


def _basis(row: Mapping[str, Any]) -> Basis:
    return Basis(
        code=row["code"],
        name=row["name"],
        authority=row["authority"],
        basis_class=BasisClass(row["class"]),
        effect=Effect(row["effect"]),
        standing=Standing(row["standing"]),
        country_specific=row.get("country_specific", False),
    )


def _markers(row: Mapping[str, Any]) -> _Markers:
    return _Markers(
        row["code"],
        re.compile("|".join(row["exact"])) if "exact" in row else None,
        re.compile(_WHOLE.format("|".join(row["markers"]))) if "markers" in row else None,
        re.compile(_WHOLE.format("|".join(row["maybe"]))) if "maybe" in row else None,
        re.compile("|".join(row["exact_maybe"])) if "exact_maybe" in row else None,
    )
