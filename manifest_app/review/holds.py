"""Which holds a list and its screening call for, and what a repeated screening changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from manifest_app.model.finding import Finding
from manifest_app.model.hold import Category, Hold, HoldGround, HoldState, HoldView, Origin
from manifest_app.model.passenger import Identity, Passenger
from manifest_app.model.protection import Basis, Record, RecordSource
from manifest_app.review.decisions import needs_second

UNMAPPED = "UNK"
"""Code of a basis that could not be mapped (``resources/tables/protection_basis.toml``)."""

Key = tuple[str, Category]
"""Passenger id and category."""


class StatusRow(Protocol):
    """What a source row said of status: cells by heading, the basis codes they were mapped to, and what was not."""

    @property
    def passenger_id(self) -> str:
        """`Passenger.id`."""

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Heading and text of each sealed cell."""

    @property
    def bases(self) -> tuple[str, ...]:
        """Codes found."""

    @property
    def unmapped_status(self) -> bool:
        """Whether a cell speaks of status in words that no rule knows."""


def source_grounds(rows: Iterable[StatusRow], bases: Mapping[str, Basis]) -> Mapping[Key, HoldGround]:
    """The holds that the status cells of a source call for: ``claim`` where a basis is known, else ``data``.

    Args:
        rows: Sealed rows of the source.
        bases: The table of bases.
    """
    grounds: dict[Key, HoldGround] = {}
    for row in rows:
        known = tuple(sorted({code for code in row.bases if code != UNMAPPED and code in bases}))
        if known:
            grounds[row.passenger_id, Category.CLAIM] = _from_source(Category.CLAIM, row, known, bases)
        if row.unmapped_status or set(row.bases) - set(known):
            grounds[row.passenger_id, Category.DATA] = _from_source(Category.DATA, row, (UNMAPPED,), bases)
    return grounds


def _from_source(category: Category, row: StatusRow, codes: tuple[str, ...], bases: Mapping[str, Basis]) -> HoldGround:
    ground = HoldGround(category, source_values=tuple(row.cells), bases=codes, origin=Origin.SOURCE)
    return replace(ground, needs_second=needs_second(ground, {}, {}, bases))


def can_be_told_apart(identity: Identity) -> bool:
    """Whether there is a birth date, an A-number or a document number; a name alone is nobody in particular."""
    return bool(identity.birth_date or identity.a_number or any(one.number for one in identity.documents))


def screening_grounds(
    passengers: Sequence[Passenger], findings: Iterable[Finding], records: Mapping[str, Record]
) -> Mapping[Key, HoldGround]:
    """The holds that a screening calls for: one per passenger and category, in the order of the passengers.

    ``claim`` from records of the registry, ``exposure`` from exposure lists, ``identity`` for who can't be told apart.
    ``needs_second`` is True here, since what a record says is not known to whoever screens; `decisions.needs_second`
    settles it for those whose keys open the details.

    Args:
        passengers: Everyone who was screened.
        findings: What screening found.
        records: The records by id.
    """
    found: dict[Key, set[tuple[str, int]]] = {}
    for finding in findings:
        key = (finding.passenger_id, _category(records[finding.record_id]))
        found.setdefault(key, set()).add((finding.record_id, finding.record_version))
    grounds: dict[Key, HoldGround] = {}
    for passenger in passengers:
        for category in (Category.CLAIM, Category.EXPOSURE):
            rests_on = found.get((passenger.id, category))
            if rests_on:
                grounds[passenger.id, category] = HoldGround(category, tuple(sorted(rests_on)), needs_second=True)
        if not can_be_told_apart(passenger.identity):
            grounds[passenger.id, Category.IDENTITY] = HoldGround(Category.IDENTITY, needs_second=True)
    return grounds


def _category(record: Record) -> Category:
    return Category.EXPOSURE if record.source is RecordSource.EXPOSURE else Category.CLAIM


@dataclass(frozen=True, slots=True)
class Existing:
    """A hold that is there, and what the registry key opens of it (None when it was made without that key)."""

    hold: Hold
    view: HoldView | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a repeated screening changes.

    Attributes:
        new: Holds to open.
        updated: Open holds whose content changed.
        reopened: Decided holds whose content changed: what was decided is void.
        unchanged: Holds on the very same content; what was decided stays decided.
    """

    new: tuple[Key, ...]
    updated: tuple[tuple[Key, Hold], ...]
    reopened: tuple[tuple[Key, Hold], ...]
    unchanged: tuple[Hold, ...]


def reconcile(existing: Iterable[Existing], wanted: Mapping[Key, str]) -> Changes:
    """Compare the holds that screening opened with those it calls for now.

    A hold that screening does not call for any more is left as it is: it is for a supervisor to decide, never for
    screening to close. Holds of other origins are none of screening's business.

    Args:
        existing: All holds of the flight.
        wanted: Digest of the content (`decisions.content_digest`) of each hold called for.
    """
    standing = {
        (one.hold.passenger_id, one.view.category): (one.hold, one.view.content_digest)
        for one in existing
        if one.view is not None and one.view.origin is Origin.SCREENING
    }
    new, updated, reopened, unchanged = [], [], [], []
    for key, digest in wanted.items():
        if key not in standing:
            new.append(key)
            continue
        hold, was = standing[key]
        if was == digest:
            unchanged.append(hold)
        elif hold.state is HoldState.OPEN:
            updated.append((key, hold))
        else:
            reopened.append((key, hold))
    return Changes(tuple(new), tuple(updated), tuple(reopened), tuple(unchanged))
