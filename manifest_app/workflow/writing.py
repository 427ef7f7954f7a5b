"""Writing an approved release, the ledger first, then the file."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from manifest_app.errors import BlockedError, FileProblem
from manifest_app.files.atomic import new_file
from manifest_app.model.people import Role
from manifest_app.model.release import PublicList, Release, ReleaseState
from manifest_app.release.naming import file_ending
from manifest_app.vault import Reader
from manifest_app.vault import releases as store
from manifest_app.workflow.clearing import Standing, standing
from manifest_app.workflow.comparing import Order, beside_of, order_of
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.ledger import shown
from manifest_app.workflow.lookup import find
from manifest_app.workflow.proving import Basis, basis_of, faults_logged, proven
from manifest_app.workflow.registry import RECORD_ROLES
from manifest_app.workflow.releasing import PURPOSE_APPROVAL, expect, find_release, next_number, require_same
from manifest_app.workflow.session import Session

# 2000-01-01, noon in Greenwich: the time at which a file was made can tell of what went before. The vault keeps that.
_MODIFIED = 946_728_000.0


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written; ``passengers`` counts its rows."""

    path: Path
    sha256: str
    passengers: int
    release: Release


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What is to be written, and what it was made of."""

    basis: Basis
    content: PublicList
    data: bytes
    release: Release


def write(session: Session, release_id: str, target: Path) -> WrittenFile:
    """Write an approved release: into a folder under its neutral name, or as a new file.

    The ledger comes first: the exact bytes are in the vault before the file has its name. When the file can't be
    written after that, or is needed once more, calling this again gives the same bytes, unless something stands in the
    way by then: a list with somebody on it who is held now does not leave a second time.

    Raises:
        BlockedError: Not approved, or something stands in the way now.
        WriteProblem: The target exists, or can't be written.
        NotFoundError: No such release.
        TwinFault: The list would tell of protection; it is logged as an internal fault.
    """
    session.require("write a release", *PASSENGER_ROLES)
    release = find_release(session, release_id)
    path = target / release.file_name if target.is_dir() else target
    ending = file_ending(release.format)
    if path.suffix.lower() != f".{ending}":
        raise FileProblem(f"A release in this format ends in .{ending}.", "Name the file so, or give a folder.")
    with faults_logged(session, release.id):
        with session.vault.read() as reader:
            made = _prepared(session, reader, release)
        return _stored_and_named(session, made, path)


def _stored_and_named(session: Session, made: _Prepared, path: Path) -> WrittenFile:
    details = {"sha256": hashlib.sha256(made.data).hexdigest(), "twin": "equal"}
    with (
        new_file(path, made.data, modified=_MODIFIED),
        session.vault.write("release.write", made.release.id, details) as writer,
    ):
        release = find(store.releases(writer, None), made.release.id, "release")
        # The same basis gives the same bytes, so the file is not made a third and a fourth time here.
        if _allowed(session, writer, release) != (made.basis, made.content):
            raise BlockedError("The list changed while it was being written.", "Nothing was written; try again.")
        if release.state is ReleaseState.APPROVED:
            store.save_release(writer, made.release)
            store.save_file(writer, release.id, made.data)
            store.save_list(writer, release.id, made.content)
    return WrittenFile(path, made.release.sha256, made.release.passengers, made.release)


def _prepared(session: Session, reader: Reader, release: Release) -> _Prepared:
    """A release as a file: from the ledger when it was written before, else made from today's data and proven."""
    basis, content = _allowed(session, reader, release)
    if release.state is ReleaseState.WRITTEN:
        return _Prepared(basis, content, store.file(reader, release.id), release)
    made = proven(basis, apart=True)
    written = replace(release, state=ReleaseState.WRITTEN, sha256=made.sha256, passengers=made.passengers)
    return _Prepared(basis, content, made.data, written)


def _allowed(session: Session, reader: Reader, release: Release) -> tuple[Basis, PublicList]:
    """What a release is made of and shows, when nothing stands in its way today.

    Raises:
        BlockedError: Something does.
    """
    expect(release, ReleaseState.APPROVED, ReleaseState.WRITTEN)
    before = release.state is ReleaseState.WRITTEN
    now = standing(session, reader, release.flight_id)
    now.require_free()
    order = order_of(reader, now, release)
    number = release.number if before else next_number(reader, release.flight_id, release.recipient_id)
    require_same(now, order.profile, release, number)
    _require_approval(session, release, now, order, beside_of(reader, now.flight, order) if not before else None)
    content = shown(now.clearance, order.profile.for_format(release.format))
    return basis_of(reader, now, order.profile, release), content


def _require_approval(
    session: Session, release: Release, now: Standing, order: Order, beside: tuple[str, ...] | None
) -> None:
    """The approval counts as long as its maker may approve today, beside all that the recipient has today.

    ``beside`` is None for what was written before: then nothing new can be learnt from it.
    """
    approval = release.approval
    if beside is not None and release.compared_with != beside:
        raise BlockedError(
            "Since this release was approved, the recipient can have another list of this flight, or was told of one.",
            "Refuse it and ask for a new release.",
        )
    roles = (Role.OFFICER,) if order.earlier else RECORD_ROLES
    approvers = {one.name for one in session.people if one.active and one.role in roles}
    valid = (
        approval is not None
        and approval.person in approvers - {release.requested_by, *now.editors}
        and session.vault.verify_signature(
            approval.person, PURPOSE_APPROVAL, release.content_digest, approval.signature
        )
    )
    if not valid:
        raise BlockedError("The approval of this release does not hold.", "Refuse it and ask for a new release.")
