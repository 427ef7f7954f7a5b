"""One digest over everything a release is: what two people sign."""

import hashlib
import json
from dataclasses import asdict, fields
from operator import attrgetter

from manifest_app.model.release import Clearance, PublicPassenger
from manifest_app.release.profile import Profile

_PURPOSE = "manifest-app release content 1"
_TEXTS = attrgetter(*(field.name for field in fields(PublicPassenger)))


def content_digest(clearance: Clearance, profile: Profile, recipient_id: str, number: int, file_format: str) -> str:
    """SHA-256 (hex) over the exact content of a release; the order of the passengers does not count.

    Args:
        clearance: The flight and its cleared passengers.
        profile: The columns the recipient gets.
        recipient_id: `Recipient.id`.
        number: The release's number for this recipient, from 1.
        file_format: Such as ``xlsx``.
    """
    content = {
        "purpose": _PURPOSE,
        "flight": asdict(clearance.flight) | {"departure": clearance.flight.departure.isoformat()},
        "passengers": sorted(map(_TEXTS, clearance.passengers)),
        "profile": asdict(profile),
        "recipient": recipient_id,
        "number": number,
        "format": file_format,
    }
    canonical = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
