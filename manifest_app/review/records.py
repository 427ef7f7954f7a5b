"""Records that come again, and changes of records: what exactly two people sign."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from manifest_app.model.passenger import Identity
from manifest_app.model.protection import ProtectionDetails, Record, RecordChange


@dataclass(frozen=True, slots=True)
class News:
    """What an import of records brings that is not there yet.

    Attributes:
        records: New records.
        details: What is known of them, pair by pair.
        known: Rows that say of somebody on the list exactly what is there already.
        returned: How many of the new ones name somebody whose record was ended; they hold again, which is safe.
    """

    records: tuple[Record, ...]
    details: tuple[ProtectionDetails, ...]
    known: int
    returned: int


def news(
    records: Iterable[Record],
    details: Iterable[ProtectionDetails],
    existing: Iterable[Record],
    opened: Mapping[str, ProtectionDetails],
) -> News:
    """Leave out what is known to the letter, so that an office may import its registry every month.

    A row is known when a record in force has the same identity and the same details. Where the keys don't open the
    details, nothing is taken for known: a record too many holds, a record too few may not.

    Args:
        records: The rows of a file as records.
        details: What is known of them, pair by pair.
        existing: The records of the same list, ended ones too.
        opened: What the keys open of the existing ones' details, by record id.
    """
    by_identity: dict[Identity, list[Record]] = {}
    for record in existing:
        by_identity.setdefault(record.identity, []).append(record)
    fresh = []
    known = returned = 0
    for record, said in zip(records, details, strict=True):
        alike = by_identity.get(record.identity, [])
        if any(not one.ended and opened.get(one.id) == said for one in alike):
            known += 1
            continue
        returned += any(one.ended for one in alike)
        fresh.append((record, said))
    return News(tuple(one for one, _ in fresh), tuple(said for _, said in fresh), known, returned)


def change_digest(change: RecordChange) -> str:
    """SHA-256 (hex) that both people sign: all of the change but the signatures."""
    content = asdict(change) | {"at": change.at.isoformat()}
    del content["signatures"]
    text = json.dumps(["record change 1", content], ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
