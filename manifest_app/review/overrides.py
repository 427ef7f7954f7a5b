"""A stop that the comparison with earlier lists calls for, overridden by two persons: who may, and what they sign.

Only what the comparison says can be overridden. A hold that is open, a value that tells by itself, a file that failed
a check or differs from its twin is no matter of opinion, and no reason is asked for.
"""

import hashlib
import json
from collections.abc import Collection, Sequence

from manifest_app.errors import BlockedError, KnownError, NotAllowedError
from manifest_app.model.judgement import Judgement
from manifest_app.model.people import Person, Role

MOST_LETTERS = 1000
"""Of a reason: with its findings it fits the one size in which every judgement is sealed."""
_SECONDS = (Role.OFFICER, Role.SUPERVISOR)


def finding_number(content_digest: str, beside: Sequence[str], findings: Sequence[str]) -> str:
    """Eight hex digits that stand for these findings about exactly this list beside exactly these."""
    return _digest("release finding 1", [content_digest, list(beside), list(findings)])[:8]


def judgement_digest(judgement: Judgement) -> str:
    """SHA-256 (hex) that the makers of an override sign: all of it but the signatures."""
    content = {
        "release": judgement.release_id,
        "content": judgement.content_digest,
        "beside": list(judgement.beside),
        "findings": list(judgement.findings),
        "reason": judgement.reason,
        "at": judgement.at.isoformat(),
    }
    return _digest("release judgement 1", content)


def _digest(kind: str, content: object) -> str:
    text = json.dumps([kind, content], ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def check_override(
    *, number: str, given: str, reason: str, approver: Person, second: Person, kept_out: Collection[str]
) -> None:
    """Whether findings may be overridden so.

    Args:
        number: `finding_number` of what was found now.
        given: The number that was given.
        reason: Why the list may leave in spite of it.
        approver: Who approves.
        second: Who signs as well.
        kept_out: Names of those who asked for the release, or imported or corrected the list.

    Raises:
        BlockedError: Something else was found than what is overridden.
        KnownError: The reason is missing, or too long.
        NotAllowedError: One of the two may not.
    """
    if given.strip().lower() != number:
        raise BlockedError(
            f"That number is not of what is found now, which is {number}.",
            "Read what is found, and decide on that.",
        )
    if not reason:
        raise KnownError("A stop is overridden with a reason.", "Write why the list has to leave in spite of it.")
    if len(reason) > MOST_LETTERS:
        raise KnownError(f"A reason has at most {MOST_LETTERS} letters.", "Say it in fewer words.")
    if not approver.active or approver.role is not Role.OFFICER:
        raise NotAllowedError("Only a privacy officer overrides a stop.", "Ask a privacy officer.")
    if not second.active or second.role not in _SECONDS or second.name in {approver.name, *kept_out}:
        raise NotAllowedError(
            f"{second.name} can't be the second person for this list.",
            "Ask another privacy officer or a supervisor, who neither asked for it nor imported or corrected it.",
        )
