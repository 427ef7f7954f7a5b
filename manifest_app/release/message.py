"""A passenger list message: what of a list it can say, in the transcription of travel documents (ICAO Doc 9303)."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from manifest_app.model.release import FlightFacts, PublicPassenger
from manifest_app.release.naming import plain_number
from manifest_app.release.table import PublicTable
from manifest_app.standards.names import icao_name
from manifest_app.standards.short_dates import birth_date, expiry_date, short_date

MOST_LETTERS = 35
"""Characters of a part of a name: an..35 in the directories D.02B and D.05B."""
_AIRPORT = re.compile(r"[A-Z]{3}")
_MOST_OF_A_NUMBER = 17
# Code list 1001 of the message: every kind of passport is P; a document of which no more is known is another one, F.
_CODES: Mapping[str, str] = MappingProxyType(dict.fromkeys(("PD", "PO", "PE", "PL", "PM"), "P") | {"TD": "F"})
_ELSE = "; choose another file format"


def transcribed(passenger: PublicPassenger) -> PublicPassenger:
    """A passenger as a message says it: names in A to Z, a single name as the family name, the message's codes."""
    names = [icao_name(passenger.family_name), icao_name(passenger.given_names)]
    family, given = names if names[0] else reversed(names)
    kind = passenger.document_type
    return replace(passenger, family_name=family, given_names=given, document_type=_CODES.get(kind, kind))


def _against_name(text: str, _: date) -> str:
    if len(text) > MOST_LETTERS:
        return f"is longer than the {MOST_LETTERS} letters that a passenger list message holds{_ELSE}"
    return ""


def _against_day(read: Callable[[str, date], date]) -> Callable[[str, date], str]:
    def against(text: str, departure: date) -> str:
        if not text:
            return ""
        if len(text) != len("2026-12-04"):
            return f"is no whole date, which a passenger list message needs{_ELSE}"
        day = date.fromisoformat(text)
        if read(short_date(day), departure) != day:
            return f"would be read in another century, since a message has two digits of the year{_ELSE}"
        return ""

    return against


_REASONS: Mapping[str, Callable[[str, date], str]] = MappingProxyType(
    {
        "family_name": _against_name,
        "given_names": _against_name,
        "birth_date": _against_day(birth_date),
        "document_expiry": _against_day(expiry_date),
    }
)


def _against_document(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A document is said by its kind and number, or not at all."""
    given = [
        key for key in ("document_type", "document_number", "document_issuer", "document_expiry") if cells.get(key)
    ]
    for key in ("document_type", "document_number"):
        if given and not cells.get(key):
            yield key, f"is not given, which a passenger list message needs to name a document{_ELSE}"


def reasons_against_row(keys: Sequence[str], row: Sequence[str], departure: date) -> Iterator[tuple[str, str]]:
    """Why a message can't say a row that a table could: pairs of field key and reason.

    Args:
        keys: Field keys of the columns.
        row: The row, transcribed, each cell within its field's grammar.
        departure: Day of departure, which decides how two digits of a year are read.
    """
    cells = dict(zip(keys, row, strict=True))
    for key, text in cells.items():
        reason = _REASONS[key](text, departure) if key in _REASONS else ""
        if reason:
            yield key, reason
    yield from _against_document(cells)


def reasons_against_flight(flight: FlightFacts) -> Iterator[tuple[str, str]]:
    """Why a message can't say a flight: pairs of ``flight_number``, ``origin`` or ``destination`` and reason."""
    if not 0 < len(flight_code(flight)) <= _MOST_OF_A_NUMBER:
        yield "flight_number", f"has none or more than {_MOST_OF_A_NUMBER} letters and digits{_ELSE}"
    for key, place in (("origin", flight.origin), ("destination", flight.destination)):
        if not _AIRPORT.fullmatch(place):
            yield key, f"is no airport code of three capitals, which a passenger list message needs{_ELSE}"


def flight_code(flight: FlightFacts) -> str:
    """A flight's number without hyphens, ``RX114``."""
    return plain_number(flight).replace("-", "")


def reference(table: PublicTable) -> str:
    """The control reference, at most 14 characters: day of departure, number of the release, flight; never a clock."""
    if table.envelope is None:
        return ""
    flight = table.envelope.flight
    return f"{short_date(flight.departure)}{table.envelope.number:02d}{flight_code(flight)}"[:14]
