"""Releases: shown, asked for, approved by another person or refused, found again."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from manifest_app.errors import BlockedError, FileProblem, KnownError, NotAllowedError
from manifest_app.model.flight import Flight
from manifest_app.model.people import Role
from manifest_app.model.release import Recipient, Release, ReleaseState, Signature
from manifest_app.release.digest import content_digest
from manifest_app.release.naming import file_name
from manifest_app.release.profile import Profile
from manifest_app.release.project import project
from manifest_app.standards.text import clean
from manifest_app.vault import Reader
from manifest_app.vault import flights as flight_store
from manifest_app.vault import releases as store
from manifest_app.workflow.checks import Check, checks
from manifest_app.workflow.clearing import Standing, standing
from manifest_app.workflow.comparing import Order, beside_of, compared, difference, order_of, profile_of
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.judging import stops
from manifest_app.workflow.ledger import held_by, same_flight
from manifest_app.workflow.lookup import find
from manifest_app.workflow.overriding import Override, judged
from manifest_app.workflow.proving import basis_of, faults_logged, proven
from manifest_app.workflow.rechecking import require_every_hold
from manifest_app.workflow.registry import RECORD_ROLES
from manifest_app.workflow.session import Session

PURPOSE_REQUEST = "release request"
PURPOSE_APPROVAL = "release approval"


@dataclass(frozen=True, slots=True)
class ReleasePreview:
    """What a recipient would get, and what was checked.

    Attributes:
        file_name: The neutral name.
        headings: The columns.
        rows: Every row, as it will stand in the file.
        checks: Each check with its result.
        blocked: True when a check failed.
    """

    file_name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    checks: tuple[Check, ...]
    blocked: bool


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A release in a list; ``approver`` is "" until somebody approved it."""

    release: Release
    flight: Flight
    recipient: Recipient
    approver: str


def preview(
    session: Session, flight_id: str, recipient_id: str, file_format: str = "xlsx", profile: str | None = None
) -> ReleasePreview:
    """What a release would be today; nothing is stored.

    Raises:
        NotFoundError: No such flight, recipient or profile.
    """
    session.require("prepare a release", *PASSENGER_ROLES)
    with session.vault.read() as reader:
        recipient = find(store.recipients(reader), recipient_id, "recipient")
        now = standing(session, reader, flight_id)
        number = next_number(reader, flight_id, recipient.id)
        chosen = profile_of(recipient, profile or "")
        order = Order(recipient, chosen, number, file_format, held_by(reader, now.flight, recipient))
        return _preview(now, order, compared(session, reader, now, order))


def _preview(now: Standing, order: Order, compared: Check) -> ReleasePreview:
    order.profile.check_format(order.file_format)
    table = project(now.clearance, order.profile.for_format(order.file_format))
    made = checks(now, order.profile, order.file_format, compared)
    return ReleasePreview(
        file_name(now.clearance.flight, order.number, order.file_format),
        table.headings,
        table.rows,
        made,
        any(not check.ok for check in made),
    )


def request(
    session: Session, flight_id: str, recipient_id: str, file_format: str = "xlsx", profile: str | None = None
) -> Release:
    """Ask for a release of a flight to a recipient; another person approves it.

    Raises:
        BlockedError: A hold is open, screening is stale, a value would disclose, or nobody is left.
        KnownError: A release of this flight to this recipient waits already.
        NotFoundError: No such flight, recipient or profile.
    """
    session.require("ask for a release", *PASSENGER_ROLES)
    with session.vault.write("release.request", details={"format": file_format}) as writer:
        recipient = find(store.recipients(writer), recipient_id, "recipient")
        chosen = profile_of(recipient, profile or "")
        for other in store.releases(writer, flight_id):
            if other.recipient_id == recipient.id and other.state in (ReleaseState.REQUESTED, ReleaseState.APPROVED):
                raise KnownError(
                    f"A release of this flight to {recipient.name} waits already ({other.id[:8]}).",
                    "Approve and write it, or refuse it first.",
                )
        now = standing(session, writer, flight_id)
        now.require_free()
        number = next_number(writer, flight_id, recipient.id)
        order = Order(recipient, chosen, number, file_format, held_by(writer, now.flight, recipient))
        # What only some may know must not decide over a request that everybody can see.
        _must_pass(_preview(now, order, compared(None, writer, now, order)))
        digest = content_digest(now.clearance, chosen, recipient.id, number, file_format)
        release = Release(
            session.new_id(),
            flight_id,
            recipient.id,
            chosen.name,
            file_format,
            number,
            ReleaseState.REQUESTED,
            digest,
            session.person.name,
            session.clock(),
            Signature(session.person.name, session.vault.sign(PURPOSE_REQUEST, digest)),
            None,
            file_name(now.clearance.flight, number, file_format),
            "",
            len(now.clearance.passengers),
        )
        writer.subject = release.id
        store.save_release(writer, release)
    return release


def _must_pass(preview: ReleasePreview) -> None:
    failed = [check.reason for check in preview.checks if not check.ok]
    if failed:
        raise BlockedError("This list can't be released. " + " ".join(failed))


def next_number(reader: Reader, flight_id: str, recipient_id: str) -> int:
    """The number of a flight's next list to a recipient: what was never written doesn't count.

    A flight of the same number and day that was made anew counts on.
    """
    flights = {one.id for one in same_flight(reader, flight_store.flight(reader, flight_id))}
    return 1 + sum(
        one.recipient_id == recipient_id and one.flight_id in flights and one.state is ReleaseState.WRITTEN
        for one in store.releases(reader)
    )


def approve(session: Session, release_id: str, override: Override | None = None) -> Release:
    """Approve a release that another person asked for, after checking everything again with this person's keys.

    Args:
        session: The session.
        release_id: The release.
        override: To let it leave in spite of what comparing it with earlier lists finds, and of nothing else.

    Raises:
        NotAllowedError: Not a supervisor or privacy officer, or the one who asked, imported or corrected.
        BlockedError: Something stands in the way now, the content changed since it was asked for, or a hold is missing.
        NotFoundError: No such release.
        TwinFault: The list would tell of protection; it is logged as an internal fault.
    """
    session.require("approve a release", *RECORD_ROLES)
    wanted = (override, session.countersigner(override.second)) if override else None
    with faults_logged(session, release_id), session.vault.write("release.approve", release_id) as writer:
        release = find(store.releases(writer, None), release_id, "release")
        writer.subject = release.id
        expect(release, ReleaseState.REQUESTED)
        now = standing(session, writer, release.flight_id)
        _another_person(session, release, now)
        now.require_free()
        order = order_of(writer, now, release)
        require_same(now, order.profile, release, next_number(writer, release.flight_id, release.recipient_id))
        found = difference(writer, now, order)
        beside = beside_of(writer, now.flight, order)
        findings = stops(session, writer, now.flight, order.recipient, found)
        judgement = judged(session, release, beside, findings, wanted, editors=now.editors)
        proven(basis_of(writer, now, order.profile, release))
        require_every_hold(session, writer, release.flight_id)
        approval = Signature(session.person.name, session.vault.sign(PURPOSE_APPROVAL, release.content_digest))
        approved = replace(release, state=ReleaseState.APPROVED, approval=approval, compared_with=beside)
        store.save_release(writer, approved)
        store.save_judgement(writer, release.flight_id, judgement)
    return approved


def _another_person(session: Session, release: Release, now: Standing) -> None:
    me = session.person.name
    if me == release.requested_by:
        raise NotAllowedError("Who asked for a release can't approve it.", "Ask another supervisor or privacy officer.")
    if me in now.editors:
        raise NotAllowedError(
            "Who imported or corrected the list can't approve its release.",
            "Ask another supervisor or privacy officer.",
        )


def refuse(session: Session, release_id: str, reason: str) -> Release:
    """Refuse a release, or take back an approval, before the file is written.

    Raises:
        KnownError: The reason is missing, or the file is written already.
        NotFoundError: No such release.
    """
    session.require("refuse a release", *PASSENGER_ROLES)
    if not clean(reason):
        raise KnownError("A release is refused with a reason.", "Give one.")
    with session.vault.write("release.refuse", release_id) as writer:
        release = find(store.releases(writer, None), release_id, "release")
        writer.subject = release.id
        expect(release, ReleaseState.REQUESTED, ReleaseState.APPROVED)
        if session.person.name != release.requested_by:
            session.require("refuse another person's release", *RECORD_ROLES)
        refused = replace(release, state=ReleaseState.REFUSED, refusal=clean(reason))
        store.save_release(writer, refused)
    return refused


def expect(release: Release, *states: ReleaseState) -> None:
    """Refuse unless the release is in one of the states.

    Raises:
        BlockedError: It is not.
    """
    if release.state not in states:
        raise BlockedError(f"This release is {release.state}.", "Look at the list of releases.")


def require_same(now: Standing, profile: Profile, release: Release, number: int) -> None:
    """Refuse unless the content is what was asked for and signed.

    Raises:
        BlockedError: It changed.
    """
    digest = content_digest(now.clearance, profile, release.recipient_id, number, release.format)
    if digest != release.content_digest:
        raise BlockedError("The list changed since this release was asked for.", "Refuse it and ask for a new release.")


def releases(session: Session, flight_id: str | None = None) -> tuple[ReleaseRow, ...]:
    """The releases of a flight or of all flights, newest first.

    Raises:
        NotAllowedError: The role doesn't work with releases.
    """
    session.require("see releases", *PASSENGER_ROLES)
    with session.vault.read() as reader:
        found = sorted(store.releases(reader, flight_id), key=lambda one: (one.requested_at, one.id), reverse=True)
        return tuple(row_of(reader, release) for release in found)


def row_of(reader: Reader, release: Release) -> ReleaseRow:
    """A release with what a list shows beside it."""
    return ReleaseRow(
        release,
        flight_store.flight(reader, release.flight_id),
        find(store.recipients(reader), release.recipient_id, "recipient"),
        release.approval.person if release.approval else "",
    )


def find_release(session: Session, key: str) -> Release:
    """The release of an id or of its beginning.

    Raises:
        NotFoundError: None, or more than one.
    """
    with session.vault.read() as reader:
        return find(store.releases(reader, None), key, "release")


def content(session: Session, release_id: str) -> ReleasePreview:
    """What stands in a release that waits: the table as it would be written today, and every check.

    Raises:
        NotFoundError: No such release.
    """
    session.require("see releases", *PASSENGER_ROLES)
    release = find_release(session, release_id)
    with session.vault.read() as reader:
        now = standing(session, reader, release.flight_id)
        order = order_of(reader, now, release)
        return _preview(now, order, compared(session, reader, now, order))


def verify_file(session: Session, path: Path) -> ReleaseRow | None:
    """Which release a file is, byte for byte, or None when it is none of this vault's.

    Raises:
        FileProblem: The file can't be read.
    """
    session.require("verify a file", *PASSENGER_ROLES, Role.AUDITOR)
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise FileProblem(f"{path.name} can't be read: {error.strerror}.", "Check the path.") from error
    with session.vault.read() as reader:
        written = [one for one in store.releases(reader, None) if one.state is ReleaseState.WRITTEN]
        same = [one for one in written if one.sha256 == digest]
        # Two lists that say the same have the same bytes; then the name tells them apart.
        same.sort(key=lambda one: one.file_name != path.name)
        return row_of(reader, same[0]) if same else None
