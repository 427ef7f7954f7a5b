"""From a clearance to the table a recipient sees: the columns of the profile, sorted, numbered, and nothing else."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from types import MappingProxyType

from manifest_app.model.release import Clearance, PublicPassenger
from manifest_app.release.message import transcribed
from manifest_app.release.profile import Profile
from manifest_app.release.table import PublicTable
from manifest_app.standards.names import fold

NAME_SEPARATOR = ", "


def _whole_name(passenger: PublicPassenger) -> str:
    # Upper case as travel documents have it (ICAO Doc 9303 part 3, 3.4), so that the family name shows.
    family = unicodedata.normalize("NFC", passenger.family_name.upper())
    return NAME_SEPARATOR.join(part for part in (family, passenger.given_names) if part)


_CELLS: Mapping[str, Callable[[PublicPassenger], str]] = MappingProxyType(
    {
        "name": _whole_name,
        "family_name": lambda passenger: passenger.family_name,
        "given_names": lambda passenger: passenger.given_names,
        "birth_date": lambda passenger: passenger.birth_date,
        "sex": lambda passenger: passenger.sex,
        "nationality": lambda passenger: passenger.nationality,
        "document_type": lambda passenger: passenger.document_type,
        "document_number": lambda passenger: passenger.document_number,
        "document_issuer": lambda passenger: passenger.document_issuer,
        "document_expiry": lambda passenger: passenger.document_expiry,
    }
)


def order_key(keys: Sequence[str], cells: Sequence[str]) -> tuple[str, ...]:
    """What a row is sorted by: folded family name, given names, birth date, document number, then every cell as it is.

    Only cells of the row count, so that the order can't tell of anything the row does not show.

    Args:
        keys: Field keys of the columns.
        cells: The row, one text for each key.
    """
    row = dict(zip(keys, cells, strict=True))
    row.pop("number", None)
    family, given = row.get("family_name", ""), row.get("given_names", "")
    if "name" in row:
        family, _, given = row["name"].partition(NAME_SEPARATOR)
    named = (fold(family or given), fold(given if family else ""))
    return (*named, row.get("birth_date", ""), row.get("document_number", ""), *row.values())


def _cells(passenger: PublicPassenger, shown: Sequence[str], profile: Profile) -> list[str]:
    said = transcribed(passenger) if profile.transcribed else passenger
    return [_CELLS[key](said) for key in shown]


_ALL_TEXTS = attrgetter(*(field.name for field in fields(PublicPassenger)))


def in_order(clearance: Clearance, profile: Profile) -> list[PublicPassenger]:
    """The passengers in the order of the list; where two rows are the same, by what the rows don't show."""
    shown = [key for key in profile.keys if key != "number"]

    def key(passenger: PublicPassenger) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return order_key(shown, _cells(passenger, shown, profile)), _ALL_TEXTS(passenger)

    return sorted(clearance.passengers, key=key)


def project(clearance: Clearance, profile: Profile) -> PublicTable:
    """The table of a release: the profile's columns of every cleared passenger, sorted by name, numbered 1 to n.

    It never fails on a value; `manifest_app.release.grammar.disclosures` says which values stop the release.
    """
    return project_in_order(in_order(clearance, profile), profile)


def project_in_order(passengers: Iterable[PublicPassenger], profile: Profile) -> PublicTable:
    """The table of passengers who are in their order already."""
    keys = profile.keys
    shown = [key for key in keys if key != "number"]
    rows = []
    for number, passenger in enumerate(passengers, start=1):
        row = _cells(passenger, shown, profile)
        named = dict(zip(shown, row, strict=True)) | {"number": str(number)}
        rows.append(tuple(named[key] for key in keys))
    return PublicTable(
        title=profile.title,
        headings=tuple(spec.heading for spec in profile.fields),
        widths=tuple(spec.width for spec in profile.fields),
        rows=tuple(rows),
    )
