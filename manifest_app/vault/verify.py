"""Checks the whole log: hashes, signatures, who was allowed to sign what, and that every row is the last one logged."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import sqlalchemy as sa

from manifest_app.model.progress import Progress
from manifest_app.vault import audit, codec
from manifest_app.vault.audit import DIRECTORY_CHANGE, Body, Link
from manifest_app.vault.directory import SIGNER_ROLES, Core, CoreSignature, vouched
from manifest_app.vault.pins import Pin
from manifest_app.vault.sealing import sha256
from manifest_app.vault.tables import HOLD_VIEW, NAME_INDEX, PROBLEM, ROW_LOG, SHELVES
from manifest_app.vault.words import spoken

_STEP = 256


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What a check of the log found.

    Attributes:
        entries: Number of entries.
        ok: True when nothing is wrong.
        first_bad: Number of the first entry that is wrong, or None.
        problem: What is wrong, one sentence; "" when nothing is.
        head: Hash (hex) of the last entry, "" for none.
    """

    entries: int
    ok: bool
    first_bad: int | None
    problem: str
    head: str = ""

    @property
    def head_words(self) -> tuple[str, ...]:
        """Eight words for the last entry's hash: noted on paper, they prove later that the log was not rewritten."""
        return spoken(bytes.fromhex(self.head)) if self.head else ()


class _WrongError(Exception):
    """Something is wrong with an entry."""

    def __init__(self, seq: int | None, problem: str) -> None:
        super().__init__(problem)
        self.seq = seq
        self.problem = problem


@dataclass(slots=True)
class _Walk:
    """Where the walk along the log stands: the entry before, and the directory in force."""

    vault_id: str
    history: list[tuple[Core, tuple[CoreSignature, ...]]]
    prev: bytes = audit.START
    seq: int = 0
    serial: int = 0
    rows: dict[tuple[str, str], tuple[int, int, bytes]] = field(default_factory=dict)

    @property
    def core(self) -> Core | None:
        return self.history[self.serial - 1][0] if self.serial else None


def verify(
    connection: sa.Connection, vault_id: str, *, pin: Pin | None, keys_file: bytes | None, progress: Progress
) -> AuditReport:
    """Check the log and every row against it.

    Args:
        connection: A snapshot of the database.
        vault_id: Which vault.
        pin: The last entry this computer has seen.
        keys_file: The bytes of ``vault.keys``.
        progress: Called every so many entries.
    """
    last, head = audit.head(connection)
    try:
        _check_pages(connection)
        walk = _Walk(vault_id, audit.directories(connection))
        listed = _row_lists(connection)
        for link in audit.links(connection):
            _step(walk, link, listed)
            _check_pin(link, pin)
            if link.seq % _STEP == 0:
                progress(link.seq, last, "checking the log")
        _check_end(walk, pin, keys_file, connection)
        _check_rows(connection, walk, progress)
    except _WrongError as wrong:
        return AuditReport(last, ok=False, first_bad=wrong.seq, problem=wrong.problem, head=head.hex())
    except (codec.UndecodableError, IndexError):
        return AuditReport(last, ok=False, first_bad=None, problem="The history of the directory is damaged.")
    return AuditReport(last, ok=True, first_bad=None, problem="", head=head.hex())


_FORGETFUL = frozenset({HOLD_VIEW.name, NAME_INDEX.name, PROBLEM.name})
"""Tables whose rows the program takes away; from any other a row is gone only if somebody meddled."""


def check_tail(connection: sa.Connection, vault_id: str, core: Core, pin: Pin | None) -> str:
    """Check quickly, at every opening, what came after the pinned entry; returns what is wrong, or ""."""
    if pin is None:
        return ""
    entries = list(audit.links(connection, pin.seq - 1))
    if not entries or entries[0].seq != pin.seq:
        return f"The log of the vault ends before entry {pin.seq}, which was seen here before."
    if entries[0].hash.hex() != pin.hash:
        return f"Entry {pin.seq} of the log is not the one that was seen here before."
    for before, link in pairwise(entries):
        author = core.entry(link.actor)
        chained = link.seq == before.seq + 1 and link.prev == before.hash and link.fits() is not None
        if not chained or author is None or not audit.signed_by(author.signing, vault_id, link):
            return f"Entry {link.seq} of the log was changed."
    return ""


def check_history(history: list[tuple[Core, tuple[CoreSignature, ...]]]) -> bool:
    """Whether each directory follows from the one before, signed by two who were signers then."""
    before: Core | None = None
    for serial, (core, signatures) in enumerate(history, start=1):
        if core.serial != serial or core.previous != (before.hash if before else b""):
            return False
        if not vouched(core, signatures, before or core):
            return False
        before = core
    return before is not None


def _check_pages(connection: sa.Connection) -> None:
    # Pages that nothing else reads, too: those of empty tables and of indexes.
    damaged = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
    if damaged or connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
        raise _WrongError(None, "Pages of vault.db are damaged.")


def _row_lists(connection: sa.Connection) -> Callable[[int], bytes | None]:
    query = sa.select(ROW_LOG.c.rows).where(ROW_LOG.c.entry == sa.bindparam("entry"))

    def of(entry: int) -> bytes | None:
        return connection.execute(query, {"entry": entry}).scalar()

    return of


def _step(walk: _Walk, link: Link, listed: Callable[[int], bytes | None]) -> None:
    if link.seq != walk.seq + 1:
        raise _WrongError(walk.seq + 1, f"Entry {walk.seq + 1} is missing from the log.")
    body = link.fits()
    if body is None or link.prev != walk.prev:
        raise _WrongError(link.seq, f"Entry {link.seq} was changed, or one before it was taken out.")
    if body.action == DIRECTORY_CHANGE:
        _enter_directory(walk, body)
    _check_author(walk, link, body)
    _collect_rows(walk, body, listed(link.seq))
    walk.seq, walk.prev = link.seq, link.hash


def _enter_directory(walk: _Walk, body: Body) -> None:
    before = walk.core
    if before is not None and body.details.get("directory") == before.hash.hex():
        return  # only an unlock box changed
    author = before.entry(body.actor) if before else None
    if len(walk.history) <= walk.serial or (before and (author is None or author.role not in SIGNER_ROLES)):
        raise _WrongError(body.seq, f"Entry {body.seq} changes the directory without the right to.")
    core, signatures = walk.history[walk.serial]
    follows = core.serial == walk.serial + 1 and core.previous == (before.hash if before else b"")
    named = body.details.get("directory") == core.hash.hex() and core.vault_id == walk.vault_id
    if not (follows and named and vouched(core, signatures, before or core)):
        raise _WrongError(body.seq, f"Entry {body.seq} names a directory that two signers did not sign.")
    walk.serial += 1


def _check_author(walk: _Walk, link: Link, body: Body) -> None:
    core = walk.core
    author = core.entry(body.actor) if core else None
    if core is None or author is None or not author.active or body.serial != core.serial:
        raise _WrongError(link.seq, f"Entry {link.seq} is by someone who had no access then.")
    if not audit.signed_by(author.signing, walk.vault_id, link):
        raise _WrongError(link.seq, f"The signature of entry {link.seq} is not its author's.")


def _collect_rows(walk: _Walk, body: Body, listed: bytes | None) -> None:
    if (sha256(listed).hex() if listed is not None else "") != body.rows:
        raise _WrongError(body.seq, f"The list of rows that entry {body.seq} wrote was changed.")
    if listed is None:
        return
    for table, rows in audit.listed_rows(listed):
        for row_id, version, digest in rows:
            if not digest and table not in _FORGETFUL:
                raise _WrongError(body.seq, f"Entry {body.seq} took a row out of the table {table}.")
            walk.rows[table, row_id] = (body.seq, version, digest)


def _check_pin(link: Link, pin: Pin | None) -> None:
    if pin and link.seq == pin.seq and link.hash.hex() != pin.hash:
        raise _WrongError(link.seq, f"Entry {link.seq} is not the one that was seen here before.")


def _check_end(walk: _Walk, pin: Pin | None, keys_file: bytes | None, connection: sa.Connection) -> None:
    if pin and walk.seq < pin.seq:
        raise _WrongError(walk.seq + 1, f"The log ends at entry {walk.seq}, but entry {pin.seq} was seen here before.")
    if walk.serial != len(walk.history):
        raise _WrongError(None, "There is a directory that the log does not know.")
    change = audit.last_directory_change(connection)
    body = change.fits() if change else None
    if keys_file is not None and (body is None or body.details.get("keys") != sha256(keys_file).hex()):
        raise _WrongError(change.seq if change else None, "vault.keys is not the one that the log names.")


def _check_rows(connection: sa.Connection, walk: _Walk, progress: Progress) -> None:
    found = set()
    for number, shelf in enumerate(SHELVES):
        progress(number, len(SHELVES), "checking the rows")
        columns = shelf.table.c
        query = sa.select(columns.id, columns.version, columns.entry, columns.sealed)
        for row_id, version, entry, sealed in connection.execute(query):
            found.add((shelf.name, row_id))
            if walk.rows.get((shelf.name, row_id)) != (entry, version, sha256(sealed)):
                logged = walk.rows.get((shelf.name, row_id))
                raise _WrongError(
                    logged[0] if logged else None,
                    f"A row of the table {shelf.name} is not the one that was written last.",
                )
    _check_missing(walk.rows, found)


def _check_missing(logged: dict[tuple[str, str], tuple[int, int, bytes]], found: Iterable[tuple[str, str]]) -> None:
    present = set(found)
    for place, (entry, _, digest) in logged.items():
        if digest and place not in present:
            raise _WrongError(entry, f"A row of the table {place[0]} that entry {entry} wrote is missing.")
