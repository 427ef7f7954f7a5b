"""What stops a release that waits for approval, with the number under which it can be overridden."""

from dataclasses import dataclass

from manifest_app.model.people import Role
from manifest_app.review.overrides import finding_number
from manifest_app.vault import releases as store
from manifest_app.workflow.clearing import standing
from manifest_app.workflow.comparing import beside_of, difference, order_of
from manifest_app.workflow.judging import stops
from manifest_app.workflow.lookup import find
from manifest_app.workflow.session import Session


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a list should stay, for a privacy officer; ``number`` stands for exactly these findings."""

    number: str
    findings: tuple[str, ...]


def stop_of(session: Session, release_id: str) -> Stop | None:
    """What comparing a release with earlier lists finds against it today, or None when nothing does.

    Raises:
        NotAllowedError: Only a privacy officer overrides a stop.
        NotFoundError: No such release.
    """
    session.require("override a stop", Role.OFFICER)
    with session.vault.read() as reader:
        release = find(store.releases(reader, None), release_id, "release")
        now = standing(session, reader, release.flight_id)
        order = order_of(reader, now, release)
        findings = stops(session, reader, now.flight, order.recipient, difference(reader, now, order))
        beside = beside_of(reader, now.flight, order)
    return Stop(finding_number(release.content_digest, beside, findings), findings) if findings else None
