"""A flight and how far its list has come."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class FlightStage(StrEnum):
    """How far a flight has come; derived from its data, never stored."""

    EMPTY = "empty"
    IMPORTED = "imported"
    SCREENED = "screened"
    IN_REVIEW = "in review"
    REVIEWED = "reviewed"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Flight:
    """A removal flight.

    Attributes:
        id: Random id, 32 hex digits.
        number: Flight number as the office writes it, such as ``RX-114``.
        departure: Day of departure.
        origin: Airport or place of departure (IATA code where there is one).
        destination: Airport or place of arrival.
        created_by: Who made the flight.
        imported_by: Who imported its list, or "" while it has none.
        cancelled: True when it was cancelled; nothing of it can be released any more.
    """

    id: str
    number: str
    departure: date
    origin: str
    destination: str
    created_by: str
    imported_by: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class ScreeningStamp:
    """What a flight's last screening was made against; compared with today's values it says whether it is stale.

    Attributes:
        at: When, UTC.
        registry_version: Counter of all changes of the registry and the exposure lists at that time.
        manifest_digest: SHA-256 (hex) over the identities that were screened, in row order.
        screened: Number of passengers screened.
    """

    at: datetime
    registry_version: int
    manifest_digest: str
    screened: int
