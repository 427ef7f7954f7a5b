"""One consistent look at the vault, and one change of it. The files of the aggregates build on these two."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from manifest_app.errors import Bug, VaultDamagedError
from manifest_app.model.people import Person, Policy
from manifest_app.vault import audit, codec
from manifest_app.vault.keys import Capabilities, Keys
from manifest_app.vault.sealing import SealBrokenError, SigningKey, sha256
from manifest_app.vault.tables import Shelf

T = TypeVar("T")
_CHUNK = 500
"""Rows or ids per statement."""


@dataclass(frozen=True, slots=True)
class Row:
    """What goes onto a shelf.

    Attributes:
        id: Unique on the shelf.
        payload: What is sealed.
        parent: Id of what it belongs to, or "".
        position: Order among its siblings.
    """

    id: str
    payload: bytes
    parent: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """Who looks, with which keys, under which directory."""

    me: Person
    keys: Keys
    policy: Policy
    epoch: int
    serial: int


class Reader:
    """One consistent snapshot of the vault; valid inside its ``with`` block only.

    Attributes:
        me: Who reads.
        policy: The vault's policy.
        vault_id: Which vault.
        head: Number of the log's last entry in this snapshot.
    """

    def __init__(self, connection: sa.Connection, frame: Frame) -> None:
        self.connection = connection
        self.me = frame.me
        self.policy = frame.policy
        self.vault_id = frame.keys.vault_id
        self._frame = frame
        self._head = audit.head(connection)
        self.head = self._head[0]

    @property
    def can(self) -> Capabilities:
        """What this person's keys open."""
        return self._frame.keys.can

    def payload(self, shelf: Shelf, row_id: str) -> bytes | None:
        """The payload of one row, or None if there is none.

        Raises:
            NotAllowedError: The shelf is under a key this person lacks.
            VaultDamagedError: The row was changed or moved.
        """
        found = next(self._open(shelf, shelf.table.c.id == row_id), None)
        return found.payload if found else None

    def rows(self, shelf: Shelf, parent: str | None = None) -> Iterator[Row]:
        """All rows of a shelf, or those of one parent, in order of parent, position and id; errors as `payload`."""
        return self._open(shelf, None if parent is None else shelf.table.c.parent == parent)

    def value(self, shelf: Shelf, kind: type[T], row_id: str) -> T | None:
        """The value in one row, or None; errors as `payload`."""
        payload = self.payload(shelf, row_id)
        return None if payload is None else decoded(payload, kind, shelf)

    def values(self, shelf: Shelf, kind: type[T], parent: str | None = None) -> tuple[T, ...]:
        """The values of `rows`."""
        return tuple(decoded(row.payload, kind, shelf) for row in self.rows(shelf, parent))

    def version(self, shelf: Shelf, row_id: str) -> int:
        """How often a row was written; 0 if it is not there."""
        query = sa.select(shelf.table.c.version).where(shelf.table.c.id == row_id)
        return int(self.connection.execute(query).scalar() or 0)

    def ids(self, shelf: Shelf, parent: str) -> list[str]:
        """Ids of a parent's rows, in order of position."""
        columns = shelf.table.c
        query = sa.select(columns.id).where(columns.parent == parent).order_by(columns.position, columns.id)
        return list(self.connection.execute(query).scalars())

    def next_position(self, shelf: Shelf, parent: str) -> int:
        """One more than the last position among a parent's rows; 0 for the first."""
        columns = shelf.table.c
        last = self.connection.execute(
            sa.select(sa.func.max(columns.position)).where(columns.parent == parent)
        ).scalar()
        return 0 if last is None else int(last) + 1

    def count(self, shelf: Shelf) -> int:
        """Number of rows on a shelf."""
        return int(self.connection.execute(sa.select(sa.func.count()).select_from(shelf.table)).scalar_one())

    def _open(self, shelf: Shelf, where: sa.ColumnElement[bool] | None, keys: Keys | None = None) -> Iterator[Row]:
        columns = shelf.table.c
        query = sa.select(shelf.table).order_by(columns.parent, columns.position, columns.id)
        if where is not None:
            query = query.where(where)
        keys = keys or self._frame.keys
        keys.require(shelf.seal)
        for row in self.connection.execute(query):
            row_id, parent, position, version, epoch, entry, sealed = row
            place = _place(self.vault_id, shelf, (row_id, parent, position, version, epoch, entry))
            try:
                payload = keys.open(shelf, place, sealed)
            except SealBrokenError:
                raise _broken(shelf) from None
            yield Row(row_id, payload, parent, position)


class Writer(Reader):
    """One change of the vault: kept as a whole, with its entry in the log, or not at all.

    Attributes:
        at: The moment of the change, UTC.
        subject: Id of the thing that is changed; may be set once it is known.
        entry: Number the change's entry in the log will have.
        subject: Id of the thing that is changed; may be set inside, when it is new.
        details: Public details of the entry; see `note`.
    """

    def __init__(self, connection: sa.Connection, frame: Frame, at: datetime, subject: str = "") -> None:
        super().__init__(connection, frame)
        self.at = at
        self.subject = subject
        self.entry = self.head + 1
        self.subject = ""
        self.details: dict[str, str] = {}
        self._written: dict[str, dict[str, tuple[int, bytes]]] = {}

    def note(self, key: str, value: str) -> None:
        """Add a public detail to the entry; nothing that tells of protection, nothing of a person."""
        self.details[key] = value

    def put(self, shelf: Shelf, row: Row) -> int:
        """Write a row, or a new version of it; returns the version."""
        return self.put_all(shelf, [row])[0]

    def put_all(self, shelf: Shelf, rows: Sequence[Row]) -> list[int]:
        """Write rows, or new versions of them; returns their versions.

        Raises:
            NotAllowedError: The shelf is under a symmetric key this person lacks.
        """
        versions: list[int] = []
        for start in range(0, len(rows), _CHUNK):
            versions += self._put_chunk(shelf, rows[start : start + _CHUNK], self._frame.keys, self._frame.epoch)
        return versions

    def put_value(self, shelf: Shelf, row_id: str, value: object, parent: str = "", position: int = 0) -> int:
        """Write a value as a row; returns the version."""
        return self.put(shelf, Row(row_id, codec.encode(value), parent, position))

    def remove(self, shelf: Shelf, ids: Sequence[str]) -> None:
        """Take rows off a shelf; the log remembers that."""
        table = shelf.table
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            versions = self._versions(shelf, chunk)
            self.connection.execute(sa.delete(table).where(table.c.id.in_(chunk)))
            log = self._written.setdefault(shelf.name, {})
            log.update({row_id: (version, b"") for row_id, version in versions.items()})

    def reseal(self, shelf: Shelf, old: Keys, new: Keys, epoch: int) -> None:
        """Open every row of a shelf with the old keys and seal it to the new ones."""
        for chunk in _chunks(self._every_row(shelf, old)):
            self._put_chunk(shelf, chunk, new, epoch)

    def finish(self, action: str, signing: SigningKey, serial: int) -> tuple[int, bytes]:
        """Write the entry of the log; returns its number and hash. Called once, by the vault."""
        if any("\0" in text for pair in self.details.items() for text in pair):
            raise Bug
        body = audit.Body(
            seq=self.entry,
            at=audit.utc_text(self.at),
            actor=self.me.name,
            action=action,
            subject=self.subject,
            details=self.details,
            rows=audit.log_rows(self.connection, self.entry, self._written),
            serial=serial,
        )
        return self.entry, audit.append(self.connection, self.vault_id, signing, self._head[1], body)

    def _every_row(self, shelf: Shelf, keys: Keys) -> Iterator[Row]:
        ids = list(self.connection.execute(sa.select(shelf.table.c.id)).scalars())
        for row_id in ids:
            yield from self._open(shelf, shelf.table.c.id == row_id, keys)

    def _versions(self, shelf: Shelf, ids: Sequence[str]) -> dict[str, int]:
        columns = shelf.table.c
        found = self.connection.execute(sa.select(columns.id, columns.version).where(columns.id.in_(ids)))
        return {row.id: row.version for row in found}

    def _put_chunk(self, shelf: Shelf, rows: Sequence[Row], keys: Keys, epoch: int) -> list[int]:
        known = self._versions(shelf, [row.id for row in rows])
        log = self._written.setdefault(shelf.name, {})
        values: list[dict[str, Any]] = []
        for row in rows:
            version = known.get(row.id, 0) + 1
            place = _place(self.vault_id, shelf, (row.id, row.parent, row.position, version, epoch, self.entry))
            sealed = keys.seal(shelf, place, row.payload)
            log[row.id] = (version, sha256(sealed))
            values.append(
                {
                    "id": row.id,
                    "parent": row.parent,
                    "position": row.position,
                    "version": version,
                    "epoch": epoch,
                    "entry": self.entry,
                    "sealed": sealed,
                }
            )
        self.connection.execute(sqlite.insert(shelf.table).prefix_with("OR REPLACE"), values)
        return [value["version"] for value in values]


@contextmanager
def snapshot(engine: sa.Engine, frame: Frame) -> Iterator[Reader]:
    """A reader on its own connection; everything it sees is of one moment."""
    with engine.connect() as connection, connection.begin():
        yield Reader(connection, frame)


def decoded(payload: bytes, kind: type[T], shelf: Shelf) -> T:
    """The value in a payload.

    Raises:
        VaultDamagedError: It is something else.
    """
    try:
        return codec.decode(payload, kind)
    except codec.UndecodableError:
        raise _broken(shelf) from None


def _place(vault_id: str, shelf: Shelf, routing: tuple[str, str, int, int, int, int]) -> bytes:
    return codec.encode((vault_id, shelf.name, *routing))


def _broken(shelf: Shelf) -> VaultDamagedError:
    return VaultDamagedError(
        f"A row of the vault's table {shelf.name} was changed outside of the program.",
        "Check the log (audit verify) and restore the vault from a backup.",
    )


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
