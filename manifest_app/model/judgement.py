"""What an approver found when a list was laid beside earlier ones; kept under the protection key."""

from dataclasses import dataclass
from datetime import datetime

from manifest_app.model.release import Signature


@dataclass(frozen=True, slots=True)
class Judgement:
    """The comparison on which an approval rests. There is one for each approval, so that its being there says nothing.

    Attributes:
        release_id: `Release.id`.
        content_digest: `Release.content_digest`: exactly this list, for this recipient.
        beside: Ids of the earlier lists, and of what was said about them.
        findings: Why it would have had to stay; empty for most.
        reason: Why it may leave in spite of them, or "".
        at: When, UTC.
        signatures: Of the approver, then of the second person; none where there was nothing to override.
    """

    release_id: str
    content_digest: str
    beside: tuple[str, ...]
    findings: tuple[str, ...]
    reason: str
    at: datetime
    signatures: tuple[Signature, ...] = ()
