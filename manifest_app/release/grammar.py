"""One grammar for each field, and the values that would disclose by themselves.

A value that does not fit stops the release. Nothing is blanked or rewritten: a blank in place of XXB says the same as
XXB (sanitizing rule; ICAO Doc 9303 part 3 section 5 part D for the codes).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from manifest_app.model.release import Clearance
from manifest_app.release.forbidden import Forbidden, tellable_cells
from manifest_app.release.letters import reason_against_name
from manifest_app.release.message import reasons_against_flight, reasons_against_row
from manifest_app.release.page import reason_against_shown
from manifest_app.release.profile import MESSAGE, Profile
from manifest_app.release.project import NAME_SEPARATOR, in_order, project, project_in_order
from manifest_app.release.table import PublicTable
from manifest_app.release.vocabulary import vocabulary
from manifest_app.standards.countries import DISCLOSING_NATIONALITIES, is_country_code
from manifest_app.standards.numbers import DISCLOSING_DOCUMENT_KINDS, is_document_kind

NAME_KEYS = frozenset({"name", "family_name", "given_names"})
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DOCUMENT_NUMBER = re.compile(r"[A-Z0-9]{1,30}")
# No document has so short a number: a nationality that discloses, or a category of work permits (8 CFR 274a.12: C08).
_CODE_FOR_A_NUMBER = re.compile(r"XX[A-Z]|[AC][0-9]{2}|C8|A5")
_NUMBER = re.compile(r"[1-9][0-9]*")
_UNITED_NATIONS = frozenset({"UNO", "UNA"})
_TELLS_BY_ITSELF = "tells of protection by itself; a supervisor must settle how this person travels"
_OFFICE_ONLY = "is a number or word that the office keeps for itself"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Why a list can't leave as it is, said without a person: from public values only.

    Attributes:
        field: Field key, or ``flight_number``.
        reason: What is the matter, in words that continue "the field ...".
        position: Number in the sorted list, from 1; 0 for what is not about a passenger.
    """

    field: str
    reason: str
    position: int = 0

    def __str__(self) -> str:
        field = self.field.replace("_", " ")
        return f"No. {self.position}: the {field} {self.reason}." if self.position else f"The {field} {self.reason}."


# Fields that stop a release also where the profile leaves them out: whoever sees the document itself reads them there.
_TELLING = ("nationality", "document_type", "document_issuer")


def _tells(key: str, text: str) -> bool:
    if key == "document_type":
        return text in DISCLOSING_DOCUMENT_KINDS
    return text.startswith("XX") or text in DISCLOSING_NATIONALITIES | _UNITED_NATIONS


def _against_number(text: str) -> str:
    return "" if _NUMBER.fullmatch(text) else "is no row number"


def _against_whole_name(text: str) -> str:
    family, separator, given = text.partition(NAME_SEPARATOR)
    if not family or (separator and not given):
        return "is not given"
    return reason_against_name(family) or reason_against_name(given)


def _against_date(text: str) -> str:
    match = _DATE.fullmatch(text)
    if match is None:
        return "is not written as a date (year-month-day)"
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return "is a day that does not exist"
    return ""


def _against_sex(text: str) -> str:
    return "" if text in {"F", "M", "X"} else "is none of F, M, X"


def _against_country(key: str) -> Callable[[str], str]:
    def against(text: str) -> str:
        if _tells(key, text):
            return _TELLS_BY_ITSELF
        return "" if is_country_code(text) else "is no country code of travel documents"

    return against


def _against_document_type(text: str) -> str:
    if _tells("document_type", text):
        return _TELLS_BY_ITSELF
    return "" if is_document_kind(text) else "is no code of a kind of travel document"


def _against_document_number(text: str) -> str:
    if _CODE_FOR_A_NUMBER.fullmatch(text):
        return _TELLS_BY_ITSELF
    return (
        ""
        if _DOCUMENT_NUMBER.fullmatch(text)
        else "has other characters than the letters A to Z and digits, or too many"
    )


_GRAMMAR: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "number": _against_number,
        "name": _against_whole_name,
        "family_name": reason_against_name,
        "given_names": reason_against_name,
        "birth_date": _against_date,
        "sex": _against_sex,
        "nationality": _against_country("nationality"),
        "document_type": _against_document_type,
        "document_number": _against_document_number,
        "document_issuer": _against_country("document_issuer"),
        "document_expiry": _against_date,
    }
)
_NEVER_EMPTY = frozenset({"number", "name"})


def reason_against(key: str, text: str) -> str:
    """Why a cell can't be written, or "" when it can.

    Args:
        key: Field key.
        text: The cell; "" means "not given", which most fields may be.
    """
    if not text and key not in _NEVER_EMPTY:
        return ""
    reason = _GRAMMAR[key](text)
    if reason:
        return reason
    speaks = vocabulary().speaks_in_name if key in NAME_KEYS else vocabulary().speaks
    return "says something that is no part of it" if speaks(text) else ""


class _Judge:
    """Judges the cells of one table, those that say the same once; it keeps nothing beyond that table."""

    def __init__(self, forbidden: Forbidden) -> None:
        self._forbidden = forbidden
        self._reasons: dict[tuple[str, str], str] = {}
        self._banned: dict[str, bool] = {}

    def reason(self, key: str, text: str) -> str:
        found = self._reasons.get((key, text))
        if found is None:
            found = self._reasons[key, text] = reason_against(key, text)
        return found

    def banned(self, text: str) -> bool:
        found = self._banned.get(text)
        if found is None:
            found = self._banned[text] = self._forbidden.is_in(text)
        return found


def _row_disclosures(keys: Sequence[str], row: Sequence[str], judge: _Judge) -> Iterator[tuple[str, str]]:
    cells = dict(zip(keys, row, strict=True))
    names = NAME_KEYS & cells.keys()
    if not any(cells[key] for key in names):
        yield min(names), "is not given"
        return
    for key, text in cells.items():
        reason = judge.reason(key, text)
        if reason:
            yield key, reason
    for key, text in tellable_cells(keys, row):
        if judge.banned(text):
            yield key, _OFFICE_ONLY


def table_disclosures(table: PublicTable, keys: Sequence[str], forbidden: Forbidden) -> Iterator[Disclosure]:
    """What stands in a table that may not leave, row by row."""
    judge = _Judge(forbidden)
    for position, row in enumerate(table.rows, start=1):
        for key, reason in _row_disclosures(keys, row, judge):
            yield Disclosure(key, reason, position)


def _unseen_disclosures(clearance: Clearance, profile: Profile) -> Iterator[Disclosure]:
    for key in _TELLING:
        if key not in profile.keys and any(_tells(key, getattr(one, key)) for one in clearance.passengers):
            yield Disclosure(key, f"of someone on this list {_TELLS_BY_ITSELF}")


def _flight_disclosures(number: str, forbidden: Forbidden) -> Iterator[Disclosure]:
    # In lower case, since short codes such as ICE are no secret in a flight's number.
    if vocabulary().speaks(number.lower()):
        yield Disclosure("flight_number", "says something that is no part of it")
    if forbidden.is_in(number):
        yield Disclosure("flight_number", _OFFICE_ONLY)


def _page_disclosures(table: PublicTable, keys: Sequence[str]) -> Iterator[Disclosure]:
    for position, row in enumerate(table.rows, start=1):
        for key, text, width in zip(keys, row, table.widths, strict=True):
            reason = reason_against_shown(text, width)
            if reason:
                yield Disclosure(key, reason, position)


def _message_disclosures(clearance: Clearance, profile: Profile, banned: Forbidden) -> Iterator[Disclosure]:
    """What a message can't say; first of all what its transcription would hide."""
    untranscribed = project_in_order(in_order(clearance, profile), replace(profile, transcribed=False))
    yield from table_disclosures(untranscribed, profile.keys, banned)
    for key, reason in reasons_against_flight(clearance.flight):
        yield Disclosure(key, reason)


def _row_reasons(clearance: Clearance, table: PublicTable, keys: Sequence[str]) -> Iterator[Disclosure]:
    for position, row in enumerate(table.rows, start=1):
        for key, reason in reasons_against_row(keys, row, clearance.flight.departure):
            yield Disclosure(key, reason, position)


def _of_format(clearance: Clearance, profile: Profile, table: PublicTable, file_format: str) -> Iterator[Disclosure]:
    """What the file format can't show."""
    if file_format == "pdf":
        yield from _page_disclosures(table, profile.keys)
    if file_format == MESSAGE:
        yield from _row_reasons(clearance, table, profile.keys)


def disclosures(
    clearance: Clearance, profile: Profile, file_format: str = "csv", *, forbidden: Sequence[str] = ()
) -> tuple[Disclosure, ...]:
    """Everything that keeps a list from leaving as it is; empty when it may leave.

    Only public values count, so that a refusal says nothing of who is protected. ``forbidden`` must for the same reason
    be values of the flight's own passengers, whoever they are.

    Args:
        clearance: The flight and its cleared passengers.
        profile: The columns.
        file_format: The file format; some can't show every text, CSV can.
        forbidden: Values that may not occur, such as A-numbers.
    """
    banned = Forbidden.of(forbidden)
    profile = profile.for_format(file_format)
    table = project(clearance, profile)
    found = (
        *_flight_disclosures(clearance.flight.number, banned),
        *_unseen_disclosures(clearance, profile),
        *(_message_disclosures(clearance, profile, banned) if profile.transcribed else ()),
    )
    found = (*found, *(one for one in table_disclosures(table, profile.keys, banned) if one not in found))
    return found or tuple(_of_format(clearance, profile, table, file_format))
