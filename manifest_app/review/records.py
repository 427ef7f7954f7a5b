"""Changes of records: what exactly two people sign."""

import hashlib
import json
from dataclasses import asdict

from manifest_app.model.protection import RecordChange


def change_digest(change: RecordChange) -> str:
    """SHA-256 (hex) that both people sign: all of the change but the signatures."""
    content = asdict(change) | {"at": change.at.isoformat()}
    del content["signatures"]
    text = json.dumps(["record change 1", content], ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
