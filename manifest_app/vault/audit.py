"""The log: a chain of hashes, each entry signed by who wrote it, each naming every row it wrote.

``hash = SHA256(0x01 | hash before | body)`` and ``signature = Ed25519("manifest-audit" 0x00 vault-id hash)``. The body
is canonical JSON; it repeats what stands in the columns, and binds the rows written in the same transaction by the
SHA-256 of the list of them in ``row_log``.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

import msgspec
import sqlalchemy as sa

from manifest_app import __version__
from manifest_app.errors import VaultDamagedError
from manifest_app.model.audit import AuditEntry
from manifest_app.vault import codec
from manifest_app.vault.directory import Core, CoreSignature
from manifest_app.vault.sealing import SigningKey, sha256, signature_holds
from manifest_app.vault.tables import AUDIT, DIRECTORY, ROW_LOG

DIRECTORY_CHANGE = "directory.change"
"""Action of every entry that changes ``vault.keys``; its details hold the SHA-256 of the core and of the file."""

START = bytes(32)
"""What the first entry is chained to."""

Written = Mapping[str, Mapping[str, tuple[int, bytes]]]
"""Rows of a transaction: table -> id -> (version, SHA-256 of the sealed row; empty for a removed row)."""


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an entry says and its writer signs.

    Attributes:
        seq: 1, 2, 3 ...
        at: When, UTC, ISO 8601.
        actor: Who.
        action: What.
        subject: Id of the thing, or "".
        details: Public details.
        rows: SHA-256 (hex) of the list of rows written, or "".
        serial: Serial of the directory in force when it was written (for a change of it: the new one).
        program: Version of the program that wrote it.
    """

    seq: int
    at: str
    actor: str
    action: str
    subject: str
    details: dict[str, str]
    rows: str
    serial: int
    program: str = __version__


class Link(msgspec.Struct, frozen=True):
    """An entry as it lies in the table."""

    seq: int
    at: str
    actor: str
    action: str
    subject: str
    body: bytes
    prev: bytes
    hash: bytes
    signature: bytes

    def fits(self) -> Body | None:
        """The body, if the columns beside it and the hash agree with it."""
        try:
            body = codec.decode(self.body, Body)
        except codec.UndecodableError:
            return None
        columns = (self.seq, self.at, self.actor, self.action, self.subject)
        said = (body.seq, body.at, body.actor, body.action, body.subject)
        return body if columns == said and self.hash == chain(self.prev, self.body) else None


def chain(prev: bytes, body: bytes) -> bytes:
    """The hash of an entry."""
    return sha256(b"\x01" + prev + body)


def signed_bytes(vault_id: str, entry_hash: bytes) -> bytes:
    """What the writer of an entry signs."""
    return b"manifest-audit\0" + vault_id.encode() + entry_hash


def signed_by(public: bytes, vault_id: str, link: Link) -> bool:
    """Whether the owner of ``public`` signed the entry."""
    return signature_holds(public, signed_bytes(vault_id, link.hash), link.signature)


def utc_text(moment: datetime) -> str:
    """ISO 8601 in UTC with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def head(connection: sa.Connection) -> tuple[int, bytes]:
    """Number and hash of the last entry; (0, `START`) for an empty log."""
    row = connection.execute(sa.select(AUDIT.c.seq, AUDIT.c.hash).order_by(AUDIT.c.seq.desc()).limit(1)).first()
    return (int(row.seq), bytes(row.hash)) if row else (0, START)


def append(connection: sa.Connection, vault_id: str, signing: SigningKey, prev: bytes, body: Body) -> bytes:
    """Write an entry after the one whose hash is ``prev``; returns its hash."""
    data = codec.encode(body)
    entry_hash = chain(prev, data)
    connection.execute(
        sa.insert(AUDIT).values(
            seq=body.seq,
            at=body.at,
            actor=body.actor,
            action=body.action,
            subject=body.subject,
            body=data,
            prev=prev,
            hash=entry_hash,
            signature=signing.sign(signed_bytes(vault_id, entry_hash)),
        )
    )
    return entry_hash


def log_rows(connection: sa.Connection, entry: int, written: Written) -> str:
    """Write the list of rows an entry wrote; returns its SHA-256 in hex, "" if there are none."""
    if not written:
        return ""
    listed = [
        (table, [(row_id, version, digest) for row_id, (version, digest) in sorted(rows.items())])
        for table, rows in sorted(written.items())
    ]
    data = msgspec.msgpack.encode(listed)
    connection.execute(sa.insert(ROW_LOG).values(entry=entry, rows=data))
    return sha256(data).hex()


_LISTED = msgspec.msgpack.Decoder(list[tuple[str, list[tuple[str, int, bytes]]]])


def listed_rows(data: bytes) -> list[tuple[str, list[tuple[str, int, bytes]]]]:
    """What `log_rows` wrote.

    Raises:
        UndecodableError: It is no such list.
    """
    try:
        return _LISTED.decode(data)
    except (msgspec.DecodeError, UnicodeError):
        raise codec.UndecodableError from None


def links(connection: sa.Connection, after: int = 0, limit: int | None = None) -> Iterable[Link]:
    """The entries after a number, in order, at most ``limit``."""
    rows = connection.execute(sa.select(AUDIT).where(AUDIT.c.seq > after).order_by(AUDIT.c.seq).limit(limit))
    return (Link(*row) for row in rows)


def last_directory_change(connection: sa.Connection) -> Link | None:
    """The entry that says which ``vault.keys`` belongs to this log."""
    query = sa.select(AUDIT).where(AUDIT.c.action == DIRECTORY_CHANGE).order_by(AUDIT.c.seq.desc()).limit(1)
    row = connection.execute(query).first()
    return Link(*row) if row else None


def directories(connection: sa.Connection) -> list[tuple[Core, tuple[CoreSignature, ...]]]:
    """Every directory there ever was, in order, with its signatures.

    Raises:
        UndecodableError: One of them is no directory.
    """
    rows = connection.execute(sa.select(DIRECTORY.c.core, DIRECTORY.c.signatures).order_by(DIRECTORY.c.serial))
    return [(codec.decode(row.core, Core), codec.decode(row.signatures, tuple[CoreSignature, ...])) for row in rows]


def add_directory(connection: sa.Connection, core: Core, signatures: tuple[CoreSignature, ...]) -> None:
    """Keep a directory for those who check old signatures."""
    connection.execute(
        sa.insert(DIRECTORY).values(serial=core.serial, core=codec.encode(core), signatures=codec.encode(signatures))
    )


def entry_of(link: Link) -> AuditEntry:
    """An entry as readers see it; what does not decode (a damaged log) has no details or no time."""
    body = link.fits()
    details = tuple(sorted(body.details.items())) if body else ()
    try:
        at = datetime.fromisoformat(link.at)
    except ValueError:
        at = datetime.min.replace(tzinfo=UTC)
    return AuditEntry(link.seq, at, link.actor, link.action, link.subject, details, link.hash.hex())


def exported(connection: sa.Connection, vault_id: str) -> Iterator[str]:
    """The log as lines of JSON: the directories, then the entries, with all that another program needs to check them.

    Raises:
        VaultDamagedError: The history of the directory is damaged.
    """
    try:
        history = directories(connection)
    except codec.UndecodableError:
        raise VaultDamagedError("The history of the directory is damaged.", "Restore a backup.") from None
    for core, signatures in history:
        yield codec.encode({"vault": vault_id, "directory": core, "signatures": signatures}).decode()
    for link in links(connection):
        yield codec.encode(
            {
                "seq": link.seq,
                "body": link.body.decode("utf-8", "replace"),
                "prev": link.prev.hex(),
                "hash": link.hash.hex(),
                "signature": link.signature.hex(),
            }
        ).decode()
