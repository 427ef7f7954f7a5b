"""An entry of the tamper-evident log."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry as a reader with the vault key sees it.

    Attributes:
        seq: 1, 2, 3 ... without gaps.
        at: When, UTC.
        actor: Who.
        action: What, such as ``flight.import``.
        subject: Id of the thing it was done to, or "".
        details: Public details, text to text; what is known of protection is never in here.
        hash: SHA-256 (hex) of this entry chained to the one before.
    """

    seq: int
    at: datetime
    actor: str
    action: str
    subject: str
    details: tuple[tuple[str, str], ...]
    hash: str
