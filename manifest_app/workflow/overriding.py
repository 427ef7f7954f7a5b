"""A privacy officer's override of a stop, with a second person and a reason, for exactly one list and one finding."""

from dataclasses import dataclass, replace

from manifest_app.errors import BlockedError, KnownError
from manifest_app.model.judgement import Judgement
from manifest_app.model.people import Role
from manifest_app.model.release import Release, Signature
from manifest_app.review.overrides import check_override, finding_number, judgement_digest
from manifest_app.standards.text import clean
from manifest_app.vault import Countersigner
from manifest_app.vault import releases as store
from manifest_app.workflow.judging import NEEDS_OFFICER
from manifest_app.workflow.lookup import find
from manifest_app.workflow.registry import RECORD_ROLES
from manifest_app.workflow.session import SecondPerson, Session

PURPOSE = "release override"
_WAYS_ON = (
    "Cancel the flight, or send no other list of it; passengers who may not travel are stopped at boarding, "
    "by their hold. If it has to leave in spite of that, a privacy officer and a second person override exactly "
    "this finding, {number}, with a reason."
)


@dataclass(frozen=True, slots=True)
class Override:
    """An override: the number of what was found, why the list may leave in spite of it, and who signs as well."""

    finding: str
    reason: str
    second: SecondPerson


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judgement, and whether those who signed an override still stand for it."""

    judgement: Judgement
    signed: bool


def judged(
    session: Session,
    release: Release,
    beside: tuple[str, ...],
    findings: tuple[str, ...],
    override: tuple[Override, Countersigner] | None,
    *,
    editors: frozenset[str],
) -> Judgement:
    """What an approval rests on.

    Args:
        session: The approver's.
        release: What is approved.
        beside: Ids of what it is compared with; empty for a first list.
        findings: Why it should stay, for those who may read that.
        override: An override and its second person, if one is wanted.
        editors: Who imported or corrected the list.

    Raises:
        BlockedError: It may not leave, with the reasons that this session may read.
        KnownError: There is nothing to override, or the reason is missing.
        NotAllowedError: One of the two may not override.
    """
    if beside and session.person.role is not Role.OFFICER:
        raise BlockedError(" ".join((NEEDS_OFFICER, *findings)), "Ask a privacy officer to approve it.")
    made = Judgement(release.id, release.content_digest, beside, findings, "", session.clock())
    if override is None:
        _require_nothing(made)
        return made
    wanted, other = override
    if not findings:
        raise KnownError("Nothing stops this list, so there is nothing to override.", "Approve it without.")
    check_override(
        number=_number(made),
        given=wanted.finding,
        reason=clean(wanted.reason),
        approver=session.person,
        second=other.person,
        kept_out={release.requested_by, *editors},
    )
    made = replace(made, reason=clean(wanted.reason))
    digest = judgement_digest(made)
    own = Signature(session.person.name, session.vault.sign(PURPOSE, digest))
    return replace(made, signatures=(own, Signature(other.person.name, other.sign(PURPOSE, digest))))


def _require_nothing(judgement: Judgement) -> None:
    if judgement.findings:
        raise BlockedError(
            "This list may not leave. " + " ".join(judgement.findings), _WAYS_ON.format(number=_number(judgement))
        )


def _number(judgement: Judgement) -> str:
    return finding_number(judgement.content_digest, judgement.beside, judgement.findings)


def judgement(session: Session, release_id: str) -> JudgementRow | None:
    """What the approval of a release rests on, or None before there is one.

    Raises:
        NotAllowedError: Only supervisors and privacy officers read it.
        NotFoundError: No such release.
    """
    session.require("read what a list tells", *RECORD_ROLES)
    with session.vault.read() as reader:
        release = find(store.releases(reader), release_id, "release")
        found = store.judgement(reader, release.id)
    if found is None:
        return None
    digest = judgement_digest(found)
    valid = [session.vault.verify_signature(one.person, PURPOSE, digest, one.signature) for one in found.signatures]
    names = {one.person for one in found.signatures}
    return JudgementRow(found, all(valid) and len(names) == (2 if found.findings else 0))
