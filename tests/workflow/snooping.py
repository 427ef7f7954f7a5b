"""What a session's keys open when they are tried on every row of every table, past all that the program allows."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from manifest_app.errors import NotAllowedError
from manifest_app.vault import audit, codec
from manifest_app.vault.keys import Keys
from manifest_app.vault.sealing import Envelope, SealBrokenError, derive
from manifest_app.vault.tables import AUDIT, ROW_LOG, SHELVES, Shelf
from manifest_app.workflow.session import Session


@dataclass(frozen=True)
class Opened:
    """A row that a key opened."""

    table: str
    id: str
    text: bytes


def opened(session: Session, *more: Keys) -> tuple[Opened, ...]:
    """Every row that any key in the session's memory opens, or one of the keys that somebody kept from before."""
    unlocked = session.vault._unlocked
    found = []
    with session.vault._engine.connect() as connection:
        for shelf, place, row_id, sealed in _rows(session, connection):
            for key in (unlocked.keys, *more):
                text = _try(key, shelf, place, sealed)
                if text is not None:
                    found.append(Opened(shelf.name, row_id, text))
                    break
            try:
                unlocked.personal.box.open(sealed, place)
            except SealBrokenError:
                continue
            raise AssertionError(shelf.name)
    return tuple(found)


def tables_opened(session: Session, *more: Keys) -> set[str]:
    return {row.table for row in opened(session, *more)}


def everything_readable(session: Session) -> bytes:
    """All that was opened and all that lies in the clear, in one."""
    with session.vault._engine.connect() as connection:
        clear = [repr(tuple(row)).encode() for table in _clear_tables() for row in connection.execute(sa.select(table))]
        routing = [
            repr(tuple(row)[:-1]).encode()
            for shelf in SHELVES
            for row in connection.execute(sa.select(shelf.table).order_by(sa.text("rowid")))
        ]
    return b"\n".join([*(row.text for row in opened(session)), *clear, *routing])


def shape(session: Session) -> list[object]:
    """Of every table the rows in the order they were written: place, version, size; and the log but for its hashes."""
    seen: list[object] = []
    with session.vault._engine.connect() as connection:
        for shelf in SHELVES:
            rows = connection.exec_driver_sql(
                f'SELECT position, version, epoch, entry, length(sealed) FROM "{shelf.name}" ORDER BY rowid'
            )
            seen += [(shelf.name, *row) for row in rows]
        for link in audit.links(connection):
            body = link.fits()
            assert body is not None
            # The first entry names the directory by its hash, which is another one in every vault.
            details = sorted(body.details.items()) if body.seq > 1 else []
            seen.append((body.seq, body.at, body.actor, body.action, body.subject, details))
        seen += list(connection.exec_driver_sql("SELECT entry, length(rows) FROM row_log").all())
    return seen


def _clear_tables() -> tuple[sa.Table, ...]:
    return (AUDIT, ROW_LOG)


def _rows(session: Session, connection: sa.Connection) -> Iterator[tuple[Shelf, bytes, str, bytes]]:
    for shelf in SHELVES:
        for row in connection.execute(sa.select(shelf.table).order_by(sa.text("rowid"))):
            place = codec.encode((session.vault_id, shelf.name, *row[:-1]))
            yield shelf, place, row.id, row.sealed


def _try(keys: Keys, shelf: Shelf, place: bytes, sealed: bytes) -> bytes | None:
    try:
        return _expanded(keys.open(shelf, place, sealed))
    except (NotAllowedError, SealBrokenError):
        pass
    held = [keys.secrets.vault, keys.database, keys.secrets.registry]
    for key in filter(None, held):
        for purpose in (b"table\0" + shelf.name.encode(), b"database"):
            for root in (key, derive(key, purpose)):
                try:
                    return _expanded(Envelope(root).open(sealed, place))
                except SealBrokenError:
                    continue
    return None


def _expanded(text: bytes) -> bytes:
    try:
        return zlib.decompress(text)
    except zlib.error:
        return text
