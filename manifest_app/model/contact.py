"""A call, a mail or a meeting about a flight with somebody who receives its lists."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    """How people spoke."""

    CALL = "call"
    MAIL = "mail"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Told:
    """What was said about how many people of a list are protected or affected.

    Attributes:
        number: Which list: the release's number for this recipient.
        how_many: A count in digits, or ``none``, ``some``, ``all``.
    """

    number: int
    how_many: str


@dataclass(frozen=True, slots=True)
class Contact:
    """That there was a contact, as everyone with the vault key may see it.

    Attributes:
        id: Random id, 32 hex digits.
        flight_id: The flight.
        recipient_id: With whom.
        at: When, UTC.
        by: Who of the office.
        channel: How.
    """

    id: str
    flight_id: str
    recipient_id: str
    at: datetime
    by: str
    channel: Channel


@dataclass(frozen=True, slots=True)
class ContactContent:
    """What was said, kept under the protection key: a remark may tell as much as a record."""

    said: str
    told: tuple[Told, ...] = ()
