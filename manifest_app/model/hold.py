"""Holds and the decisions on them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from manifest_app.model.finding import Evidence, Finding


class Category(StrEnum):
    """Why a passenger is held, as far as a planner may learn it under the policy ``category``."""

    CLAIM = "claim"
    EXPOSURE = "exposure"
    FEAR = "fear"
    IDENTITY = "identity"
    DATA = "data"


class HoldState(StrEnum):
    """Where a hold stands. Only ``cleared`` and ``not the same`` let the passenger onto a release."""

    OPEN = "open"
    UPHELD = "upheld"
    CLEARED = "cleared"
    NOT_THE_SAME = "not the same"


class Verdict(StrEnum):
    """What a supervisor decides."""

    UPHOLD = "uphold"
    CLEAR = "clear"
    NOT_THE_SAME = "not-the-same"


class Origin(StrEnum):
    """Where a hold comes from; there is at most one hold per passenger, category and origin."""

    SOURCE = "source"
    SCREENING = "screening"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class HoldGround:
    """What a hold rests on. Kept under the protection key, never in clear beside the hold.

    Attributes:
        category: The category.
        records: (record id, version) pairs that were found, sorted.
        source_values: For ``claim`` or ``data`` from a status column: (heading, value) pairs of the source row.
        bases: Basis codes known to rest under it (``UNK`` if unmapped, ``restricted`` where this reader can't open
            more).
        needs_second: True when clearing needs a privacy officer as second person (granted, stay, restricted,
            exposure, unknown).
        statement: For ``fear``: what was said, as typed.
    """

    category: Category
    records: tuple[tuple[str, int], ...] = ()
    source_values: tuple[tuple[str, str], ...] = ()
    bases: tuple[str, ...] = ()
    needs_second: bool = False
    statement: str = ""
    origin: Origin = Origin.SCREENING


@dataclass(frozen=True, slots=True)
class HoldView:
    """What the registry key opens of a hold: the category and how sure it is, never a basis.

    Planners hold that key only under the policy ``category``; so under ``neutral`` nothing here is theirs to read.

    Attributes:
        category: The category.
        origin: Where the hold comes from.
        score: Highest score of the findings, 0.0 to 1.0, or None when no screening found it.
        evidence: Evidence of that finding.
        findings: All findings, strongest first.
        content_digest: SHA-256 (hex) of the content the hold stands on; a rescreen compares it.
    """

    category: Category
    origin: Origin
    score: float | None = None
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()
    content_digest: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature: who, and the Ed25519 signature (64 bytes) over the decision's digest."""

    person: str
    signature: bytes


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on a hold, kept under the protection key.

    Attributes:
        hold_id: `Hold.id`.
        verdict: What was decided.
        reason: Reason code of ``resources/tables/decision_reasons.toml``.
        note: Free text.
        at: When, UTC.
        content_digest: SHA-256 (hex) of the exact content that was decided on: passenger identity, hold ground.
        signatures: The maker first, then the second person if there is one.
    """

    hold_id: str
    verdict: Verdict
    reason: str
    note: str
    at: datetime
    content_digest: str
    signatures: tuple[Signed, ...]


@dataclass(frozen=True, slots=True)
class Reopening:
    """Why a decided hold was opened again, kept under the protection key.

    Attributes:
        by: Who did.
        note: What speaks against the decision, free text.
        at: When, UTC.
    """

    by: str
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold as everyone with the vault key may see it: that there is one, and where it stands.

    Attributes:
        id: Random id, 32 hex digits.
        reference: Short number people say to each other, ``H-0001``.
        flight_id: The flight.
        passenger_id: The passenger.
        state: Where it stands.
        opened_at: When, UTC.
        version: Counts the changes.
    """

    id: str
    reference: str
    flight_id: str
    passenger_id: str
    state: HoldState
    opened_at: datetime
    version: int = 1
