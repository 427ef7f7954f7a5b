"""What leaves the office: types without any field for protection. An unsafe export must not type-check."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ReleaseState(StrEnum):
    """How far a release has come."""

    REQUESTED = "requested"
    APPROVED = "approved"
    REFUSED = "refused"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class FlightFacts:
    """The public facts of a flight."""

    number: str
    departure: date
    origin: str
    destination: str


@dataclass(frozen=True, slots=True)
class PublicPassenger:
    """A cleared passenger, only with what a profile may name; all text, dates in ISO 8601, "" where not given."""

    family_name: str
    given_names: str
    birth_date: str
    sex: str
    nationality: str
    document_type: str
    document_number: str
    document_issuer: str
    document_expiry: str


@dataclass(frozen=True, slots=True)
class Clearance:
    """A flight whose holds are all decided, and the passengers who may be on the list, in any order."""

    flight: FlightFacts
    passengers: tuple[PublicPassenger, ...]


@dataclass(frozen=True, slots=True)
class PublicList:
    """The table of a list as its reader has it: field keys (`Profile.keys`) and rows of text, in the file's order."""

    keys: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class MessageParties:
    """What office and recipient agreed for passenger list messages; see `release.envelope.Parties`."""

    sender: str
    recipient: str
    contact: str
    directory: str
    syntax: str


@dataclass(frozen=True, slots=True)
class Unshared:
    """That two recipients are no longer taken to share: the other's id, who said so, when (UTC), and why."""

    other: str
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who receives releases: a liaison of a government, a carrier. Recipients have no account.

    Attributes:
        id: Random id, 32 hex digits.
        name: What the office calls it.
        profile: Name of the profile it gets.
        shares_with: Ids of recipients that are taken to have what this one has; kept on both sides.
        had_once: Ids of lists and contacts of others that it can know, since they were taken to share once.
        unshared: Who was taken apart from it again.
        parties: What was agreed for passenger list messages, or None: then the profile's examples are used.
    """

    id: str
    name: str
    profile: str
    shares_with: tuple[str, ...] = ()
    had_once: tuple[str, ...] = ()
    unshared: tuple[Unshared, ...] = ()
    parties: MessageParties | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed the exact content (SHA-256 over clearance, profile, recipient, version), and the Ed25519 signature."""

    person: str
    signature: bytes


@dataclass(frozen=True, slots=True)
class Release:
    """A release from request to file.

    Attributes:
        id: Random id, 32 hex digits.
        flight_id: The flight.
        recipient_id: `Recipient.id`.
        profile: Profile name.
        format: Such as ``xlsx`` or ``pdf``.
        number: 1 for the first list of this flight to this recipient, then counting.
        state: How far it has come.
        content_digest: SHA-256 (hex) over the exact content.
        requested_by: Who asked.
        requested_at: When, UTC.
        request_signature: The requester's signature over ``content_digest``.
        approval: The approver's signature, or None.
        file_name: Neutral name, ``MANIFEST_RX-114_2026-12-04_v1.xlsx``.
        sha256: SHA-256 (hex) of the file's bytes once written, or "".
        passengers: Number of passengers on the list.
        refusal: Why it was refused, or "".
        compared_with: Ids of the earlier lists, and of what was said about them, that the approver compared it with.
    """

    id: str
    flight_id: str
    recipient_id: str
    profile: str
    format: str
    number: int
    state: ReleaseState
    content_digest: str
    requested_by: str
    requested_at: datetime
    request_signature: Signature
    approval: Signature | None
    file_name: str
    sha256: str
    passengers: int
    refusal: str = ""
    compared_with: tuple[str, ...] = ()
