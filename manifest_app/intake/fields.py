"""The fields a column can mean, and the headings by which lists call them (``resources/tables/headings.toml``)."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from manifest_app.bundled import resource
from manifest_app.standards.text import clean

IGNORE = "ignore"
PROTECTED = "protected"
MANIFEST_FIELDS = (
    "number",
    "a_number",
    "family_name",
    "second_family_name",
    "given_names",
    "middle_names",
    "full_name",
    "birth_date",
    "sex",
    "nationality",
    "document_type",
    "document_number",
    "document_issuer",
    "document_expiry",
    "mrz",
)
DETAIL_FIELDS = ("basis", "filed", "case_reference", "country_feared", "notes")
RECORD_FIELDS = (*MANIFEST_FIELDS, *DETAIL_FIELDS)
NAME_FIELDS = ("family_name", "second_family_name", "given_names", "middle_names", "full_name")


class Purpose(StrEnum):
    """What a list is read for."""

    MANIFEST = "manifest"
    RECORDS = "records"


class NameOrder(StrEnum):
    """Which part of a whole name comes first."""

    FAMILY_FIRST = "family-first"
    GIVEN_FIRST = "given-first"


@dataclass(frozen=True, slots=True)
class Weak:
    """A heading that means a field only if that is not taken."""

    keys: frozenset[str]
    field: str
    needs: str
    content: str


@dataclass(frozen=True, slots=True)
class Headings:
    """The table, with headings as `heading_key` makes them."""

    fields: Mapping[str, str]
    record_fields: Mapping[str, str]
    weak: tuple[Weak, ...]
    name_order: Mapping[str, NameOrder]
    protected_words: re.Pattern[str]
    protected_exact: frozenset[str]
    not_protected: frozenset[str]
    plain: frozenset[str]

    def strong(self, heading: str, purpose: Purpose) -> str | None:
        """The field a heading means by itself; both halves of a heading in two languages must mean the same."""
        found = self._strong(heading, purpose)
        if found is None and re.search(r"[/\n|]", heading):
            halves = {self._strong(half, purpose) for half in re.split(r"[/\n|]", heading) if half.strip()}
            found = halves.pop() if len(halves) == 1 else None
        return found

    def position(self, heading: str) -> int:
        """How far down in the table a heading of a field of records stands: the surer ones come first."""
        order = list(self.record_fields)
        key = heading_key(heading)
        return order.index(key) if key in order else len(order)

    def _strong(self, heading: str, purpose: Purpose) -> str | None:
        for text in (heading, _without_parentheses(heading)):
            key = heading_key(text)
            if purpose is Purpose.RECORDS and key in self.record_fields:
                return self.record_fields[key]
            if key in self.fields:
                return self.fields[key]
        return None

    def is_protected(self, heading: str) -> bool:
        """Whether a passenger list's column of this heading may speak of protection."""
        key = heading_key(heading)
        if key in self.not_protected:
            return False
        return key in self.protected_exact or bool(self.protected_words.search(_words(heading)))

    def order_of(self, heading: str) -> NameOrder | None:
        """The order of names that a heading says."""
        return self.name_order.get(heading_key(heading))


def fields_for(purpose: Purpose) -> tuple[str, ...]:
    """The fields that columns can be mapped to."""
    return MANIFEST_FIELDS if purpose is Purpose.MANIFEST else RECORD_FIELDS


def heading_key(heading: str) -> str:
    """A heading for comparison: capitals, no accents, spaces or punctuation; every word for "number" is ``NO``."""
    words = re.sub(r"[#№]|N[º°]", " NO ", _words(heading, keep="#№º°"))
    return "".join("NO" if word in _NUMBER_WORDS else word for word in words.split())


_NUMBER_WORDS = frozenset({"NUMBER", "NUM", "NUMERO", "NR", "NRO", "NBR", "NO", "NMBR", "NUMBERS"})


def _without_parentheses(heading: str) -> str:
    return re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading)


def _words(heading: str, keep: str = "") -> str:
    """The heading in capitals, CamelCase taken apart, without accents; what is no letter or digit is a space."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", clean(heading)).replace("ñ", "ny").replace("Ñ", "NY")
    letters = []
    for char in unicodedata.normalize("NFKD", apart) if not keep else unicodedata.normalize("NFD", apart):
        if unicodedata.combining(char) or char in ".'’":
            continue
        letters.append(char if char.isalnum() or char in keep else " ")
    return " ".join("".join(letters).upper().split())


def _by_key(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {heading_key(heading): field for field, headings in table.items() for heading in headings}


def _keys(headings: list[str]) -> frozenset[str]:
    return frozenset(heading_key(heading) for heading in headings)


@cache
def headings() -> Headings:
    """The table of headings."""
    data: dict[str, Any] = tomllib.loads(resource("tables", "headings.toml").read_text(encoding="utf-8"))
    weak = tuple(
        Weak(_keys(entry["headings"]), entry["field"], entry.get("needs", ""), entry.get("content", ""))
        for entry in data["weak"]
    )
    protected = data["protected"]
    return Headings(
        fields=_by_key(data["fields"]),
        record_fields=_by_key(data["record_fields"]),
        weak=weak,
        name_order={key: NameOrder(order) for key, order in _by_key(data["name_order"]).items()},
        protected_words=re.compile(r"\b(?:" + "|".join(protected["words"]) + r")\b"),
        protected_exact=_keys(protected["exact"]),
        not_protected=_keys(protected["not"]),
        plain=_keys(data["plain"]["exact"]),
    )
