"""What is known of protection. `release` must never import this module (import-linter contract)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from manifest_app.model.passenger import Identity, PartialDate


class BasisClass(StrEnum):
    """Who may open a basis: ordinary by the protection key pair, restricted (8 U.S.C. 1367) by the restricted pair."""

    ORDINARY = "ordinary"
    RESTRICTED = "restricted"


class Effect(StrEnum):
    """What a basis does to a removal."""

    BLOCK = "block"
    REVIEW = "review"


class Standing(StrEnum):
    """How far the protection has come; ``granted`` and ``stay`` need two persons to clear."""

    PENDING = "pending"
    GRANTED = "granted"
    STAY = "stay"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Basis:
    """A row of ``resources/tables/protection_basis.toml``: code, name, authority, class, effect, standing."""

    code: str
    name: str
    authority: str
    basis_class: BasisClass
    effect: Effect
    standing: Standing
    country_specific: bool = False


@dataclass(frozen=True, slots=True)
class ProtectionDetails:
    """What only the protection (or restricted) key opens about a record of the registry.

    Attributes:
        basis: Code of a `Basis`; ``UNK`` when it could not be mapped.
        basis_text: The source's own words.
        case_reference: Receipt or case number, as written.
        since: Date of filing or grant.
        country_feared: ICAO alpha-3, or "".
        notes: Free text.
        cells: All other cells of the source row, heading -> text, kept and never shown to planners.
    """

    basis: str
    basis_text: str = ""
    case_reference: str = ""
    since: PartialDate | None = None
    country_feared: str = ""
    notes: str = ""
    cells: tuple[tuple[str, str], ...] = ()


class RecordSource(StrEnum):
    """Where a record comes from."""

    REGISTRY = "registry"
    EXPOSURE = "exposure"


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of the protection registry or of an exposure list: the identity that screening needs.

    Attributes:
        id: Random id, 32 hex digits.
        source: Registry or exposure list.
        list_id: The incident's id for an exposure, the import's id for the registry.
        row: Row in the source file as a spreadsheet shows it.
        identity: Who it is.
        restricted: True when the basis is of a restricted class and this reader may know it (needs the protection key).
        ended: True when two persons have ended the record; ended records raise no finding.
        version: Counts the corrections.
    """

    id: str
    source: RecordSource
    list_id: str
    row: int
    identity: Identity
    restricted: bool = False
    ended: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A correction or the end of a record, by two persons; kept under the protection key.

    Attributes:
        record: The record as it is from then on.
        reason: Why, free text.
        by: Who made it.
        second: Who signed as well.
        at: When, UTC.
        signatures: Ed25519 signatures (64 bytes each) of ``by`` and ``second`` over the change without them.
    """

    record: Record
    reason: str
    by: str
    second: str
    at: datetime
    signatures: tuple[bytes, ...] = ()
