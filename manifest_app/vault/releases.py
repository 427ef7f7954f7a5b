"""Recipients, releases, what exactly went out, under the vault key; and what approvers found, under protection."""

from manifest_app.errors import NotFoundError
from manifest_app.model.judgement import Judgement
from manifest_app.model.release import PublicList, Recipient, Release
from manifest_app.vault.tables import JUDGEMENT, RECIPIENT, RELEASE, RELEASE_CONTENT, RELEASE_FILE
from manifest_app.vault.transactions import Reader, Row, Writer


def save_recipient(writer: Writer, recipient: Recipient) -> None:
    """Keep a recipient."""
    writer.put_value(RECIPIENT, recipient.id, recipient)


def recipients(reader: Reader) -> tuple[Recipient, ...]:
    """All recipients by name."""
    return tuple(sorted(reader.values(RECIPIENT, Recipient), key=lambda one: (one.name, one.id)))


def recipient(reader: Reader, recipient_id: str) -> Recipient:
    """One recipient.

    Raises:
        NotFoundError: There is none of that id.
    """
    found = reader.value(RECIPIENT, Recipient, recipient_id)
    if found is None:
        raise NotFoundError("There is no such recipient.", "See the list of recipients.")
    return found


def save_release(writer: Writer, release: Release) -> None:
    """Keep a release, or how far it has come."""
    writer.put_value(RELEASE, release.id, release, parent=release.flight_id)


def releases(reader: Reader, flight_id: str | None = None) -> tuple[Release, ...]:
    """The releases of a flight, or all, oldest first."""
    found = reader.values(RELEASE, Release, flight_id)
    return tuple(sorted(found, key=lambda release: (release.requested_at, release.id)))


def release(reader: Reader, release_id: str) -> Release:
    """One release.

    Raises:
        NotFoundError: There is none of that id.
    """
    found = reader.value(RELEASE, Release, release_id)
    if found is None:
        raise NotFoundError("There is no such release.", "See the list of releases.")
    return found


def find_by_sha256(reader: Reader, digest: str) -> Release | None:
    """The release whose file has that SHA-256 (hex), or None."""
    return next((one for one in releases(reader) if one.sha256 and one.sha256 == digest.lower()), None)


def save_list(writer: Writer, release_id: str, content: PublicList) -> None:
    """Keep the table that went out, for comparison with later lists."""
    writer.put_value(RELEASE_CONTENT, release_id, content)


def public_list(reader: Reader, release_id: str) -> PublicList | None:
    """The table that went out, or None when it was not kept."""
    return reader.value(RELEASE_CONTENT, PublicList, release_id)


def save_judgement(writer: Writer, flight_id: str, judgement: Judgement) -> None:
    """Keep what an approval rests on; a later approval of the release replaces it."""
    writer.put_value(JUDGEMENT, judgement.release_id, judgement, parent=flight_id)


def judgement(reader: Reader, release_id: str) -> Judgement | None:
    """What an approval rests on, or None.

    Raises:
        NotAllowedError: This person lacks the protection key.
    """
    return reader.value(JUDGEMENT, Judgement, release_id)


def save_file(writer: Writer, release_id: str, data: bytes) -> None:
    """Keep the exact bytes that went out."""
    writer.put(RELEASE_FILE, Row(release_id, data))


def file(reader: Reader, release_id: str) -> bytes:
    """The exact bytes that went out.

    Raises:
        NotFoundError: None were written.
    """
    return _bytes(reader.payload(RELEASE_FILE, release_id))


def _bytes(payload: bytes | None) -> bytes:
    if payload is None:
        raise NotFoundError("Nothing is kept for this release.", "See the list of releases.")
    return payload
