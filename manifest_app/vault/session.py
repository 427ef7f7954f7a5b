"""An open vault."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Self

import sqlalchemy as sa

from manifest_app.errors import Bug, NotAllowedError, VaultError
from manifest_app.model.audit import AuditEntry
from manifest_app.model.people import Person, Policy, Role
from manifest_app.model.progress import Progress, silent
from manifest_app.vault import audit, engine, unlocking
from manifest_app.vault.audit import DIRECTORY_CHANGE
from manifest_app.vault.directory import Directory
from manifest_app.vault.files import DATABASE, KEYS, swap_keys, write_next
from manifest_app.vault.keys import Capabilities, Keys
from manifest_app.vault.lock import VaultLock
from manifest_app.vault.passwords import check_password
from manifest_app.vault.people import (
    Change,
    NewPerson,
    Signers,
    acting_together,
    plan_addition,
    plan_policy,
    plan_removal,
    plan_role,
)
from manifest_app.vault.pins import Pin, PinFile, UnreadablePinError
from manifest_app.vault.sealing import BoxLid, KdfParameters, sha256, signature_holds
from manifest_app.vault.signing import Countersigner, sign_message
from manifest_app.vault.tables import SHELVES
from manifest_app.vault.transactions import Frame, Reader, Writer, snapshot
from manifest_app.vault.unlocking import Unlocked
from manifest_app.vault.verify import AuditReport, verify

_CLOSED = "The vault is closed."


class Vault:
    """A vault opened by one person; close it, or use it in a ``with`` statement.

    Reading and writing may happen on any thread; writes take turns.

    Attributes:
        folder: Where it lies.
    """

    def __init__(
        self,
        folder: Path,
        *,
        unlocked: Unlocked,
        directory: Directory,
        clock: Callable[[], datetime],
        pin_file: PinFile,
        lock: VaultLock,
    ) -> None:
        self.folder = folder
        self._unlocked = unlocked
        self._directory = directory
        self._clock = clock
        self._pin_file = pin_file
        self._lock = lock
        self._turn = threading.Lock()
        self._writer: int | None = None
        self._open = True
        self._path = folder / DATABASE
        self._engine = engine.make_engine(self._path, unlocked.keys.database)
        self._root = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # --- who and what -------------------------------------------------------------------------------------------------

    @property
    def me(self) -> Person:
        """Who opened it."""
        return self._unlocked.person

    @property
    def policy(self) -> Policy:
        """The policy in force."""
        return self._directory.core.policy

    @property
    def vault_id(self) -> str:
        """Which vault, 32 hex digits."""
        return self._directory.core.vault_id

    @property
    def demonstration(self) -> bool:
        """Whether all its people are synthetic."""
        return self._directory.core.demonstration

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone who has or had access."""
        return tuple(entry.person for entry in self._directory.core.users)

    @property
    def can(self) -> Capabilities:
        """What this person's keys open."""
        return self._unlocked.keys.can

    # --- reading and writing ------------------------------------------------------------------------------------------

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """One consistent snapshot.

        Raises:
            VaultError: The file can't be read.
        """
        self._check_open()
        with engine.explained(self._path), snapshot(self._engine, self._frame()) as reader:
            yield reader

    def write(
        self, action: str, subject: str = "", details: Mapping[str, str] | None = None
    ) -> AbstractContextManager[Writer]:
        """One change: kept with its signed entry in the log when the block ends, undone when it raises.

        Args:
            action: What is done, such as ``flight.import``; it must not tell of protection.
            subject: Id of the thing.
            details: Public details; more can be noted inside.

        Raises:
            WriteProblem: The disk is full or can't be written; nothing was kept.
        """
        if action == DIRECTORY_CHANGE:
            raise Bug(DIRECTORY_CHANGE)
        return self._writing(action, subject, dict(details or {}), self._directory.core.serial)

    @contextmanager
    def _writing(self, action: str, subject: str, details: dict[str, str], serial: int) -> Iterator[Writer]:
        with self._my_turn():
            with engine.explained(self._path), self._engine.connect() as bare:
                connection = bare.execution_options(**{engine.WRITE: True})
                with connection.begin():
                    writer = Writer(connection, self._frame(), self._clock(), subject)
                    writer.subject = subject
                    writer.details.update(details)
                    yield writer
                    head = writer.finish(action, self._unlocked.personal.signing, serial)
            self._remember(head)

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        self._check_open()
        if self._writer == threading.get_ident():
            raise Bug("a write inside a write")
        with self._turn:
            self._check_open()
            self._writer = threading.get_ident()
            try:
                yield
            finally:
                self._writer = None

    def _frame(self) -> Frame:
        core = self._directory.core
        return Frame(self.me, self._unlocked.keys, core.policy, core.epoch, core.serial)

    def _check_open(self) -> None:
        if not self._open:
            raise VaultError(_CLOSED, "Open it again.")

    def _remember(self, head: tuple[int, bytes]) -> None:
        # The change itself is safe in the vault; an older memory of it still lies in the chain at the next opening.
        with suppress(OSError):
            self._pin_file.write(Pin(self.vault_id, self._root, head[0], head[1].hex()))

    def started(self, root: str) -> None:
        """Note the vault's first directory, remember the log's end, and write one's name into the lock.

        Raises:
            VaultError: The file can't be read.
            WriteProblem: The log's end can't be remembered, so that a later roll-back would go unseen.
        """
        self._root = root
        try:
            with self.read() as reader:
                head = audit.head(reader.connection)
            self._pin_file.write(Pin(self.vault_id, root, head[0], head[1].hex()))
        except BaseException as error:
            self._engine.dispose()
            if isinstance(error, OSError):
                raise engine.os_problem(error, self._pin_file.path) from None
            raise
        self._lock.sign(self.me.name)

    # --- signatures ---------------------------------------------------------------------------------------------------

    def sign(self, purpose: str, digest: str) -> bytes:
        """This person's signature (64 bytes) over a digest, for one purpose only."""
        return self._unlocked.personal.signing.sign(sign_message(self.vault_id, purpose, digest))

    def verify_signature(self, person: str, purpose: str, digest: str, signature: bytes) -> bool:
        """Whether ``person``, active or not, signed exactly this digest for this purpose."""
        entry = self._directory.core.entry(person)
        message = sign_message(self.vault_id, purpose, digest)
        return entry is not None and signature_holds(entry.signing, message, signature)

    def countersigner(self, name: str, password: str) -> Countersigner:
        """A second person, who types name and password at this computer.

        Raises:
            WrongPasswordError: The name or the password is wrong.
            NotAllowedError: It is the same person.
        """
        unlocked = unlocking.unlock(self._directory, name, password)
        if unlocked.person.name == self.me.name:
            raise NotAllowedError("The second person must be someone else.", "Ask another person to sign.")
        return Countersigner(unlocked.person, unlocked)

    # --- people -------------------------------------------------------------------------------------------------------

    def add_person(self, new: NewPerson, second: Countersigner | None) -> None:
        """Give someone access.

        Raises:
            NotAllowedError: The two aren't an administrator and a privacy officer.
            VaultError: The name is not possible or was used before.
            WeakPasswordError: The password is too weak.
        """
        kdf = self._own_box_cost()
        self._change(lambda signers: plan_addition(self._directory, signers, new, kdf), second)

    def set_role(self, name: str, role: Role, second: Countersigner | None) -> None:
        """Give someone another role; keys that the role loses are changed.

        Raises:
            NotAllowedError: The two aren't an administrator and a privacy officer, or it is one of them.
            NotFoundError: There is no active person of that name.
        """
        self._change(lambda signers: plan_role(self._directory, signers, name, role), second)

    def disable(self, name: str, second: Countersigner | None) -> None:
        """Take someone's access away; keys that the person held are changed. What was read before was read.

        Raises:
            NotAllowedError, NotFoundError: As `set_role`.
        """
        self._change(lambda signers: plan_removal(self._directory, signers, name), second)

    def set_policy(self, policy: Policy, second: Countersigner | None) -> None:
        """Set the vault's policy; keys that it takes from planners are changed. Raises as `add_person`."""
        self._change(lambda signers: plan_policy(self._directory, signers, policy), second)

    def change_password(self, old: str, new: str) -> None:
        """Change one's own password.

        Raises:
            WrongPasswordError, WeakPasswordError: The old one is wrong; the new one is too weak.
        """
        unlocked = unlocking.unlock(self._directory, self.me.name, old)
        check_password(new, self.me.name)
        cost = self._own_box_cost()
        box = unlocking.lock_bundle(self.vault_id, self.me.name, unlocked.personal, new, cost)
        boxes = tuple(box if other.name == box.name else other for other in self._directory.boxes)
        directory = Directory.of(self._directory.core, self._directory.signatures, boxes)
        with self._replacing(directory, {"what": "password", "person": self.me.name}):
            pass

    def _own_box_cost(self) -> KdfParameters:
        box = self._directory.box(self.me.name)
        if box is None:
            raise Bug
        return box.cost

    def _change(self, plan: Callable[[Signers], Change], second: Countersigner | None) -> None:
        other = unlocking.reopen(self._directory, second.unlocked) if second else None
        signers = acting_together(self._unlocked, other)
        change = plan(signers)
        core = change.directory.core
        new = Keys(self.vault_id, change.secrets, BoxLid(core.protection), BoxLid(core.restricted))
        old = next(one.keys for one in signers.people if one.keys.secrets.complete)
        with self._replacing(change.directory, dict(change.what)) as writer:
            audit.add_directory(writer.connection, core, change.directory.signatures)
            for shelf in SHELVES:
                if shelf.seal in change.rotated:
                    writer.reseal(shelf, old, new, core.epoch)

    @contextmanager
    def _replacing(self, directory: Directory, what: dict[str, str]) -> Iterator[Writer]:
        data = directory.bytes
        hashes = {"directory": directory.core.hash.hex(), "keys": sha256(data).hex()}
        write_next(self.folder, data)
        with self._writing(DIRECTORY_CHANGE, "", what | hashes, directory.core.serial) as writer:
            yield writer
        self._directory = directory
        self._unlocked = unlocking.reopen(directory, self._unlocked)
        swap_keys(self.folder)

    # --- the log ------------------------------------------------------------------------------------------------------

    def verify(self, progress: Progress = silent) -> AuditReport:
        """Check the whole log, and every row against it.

        Raises:
            CancelledError: ``progress`` raised it.
        """
        try:
            pin = self._pin_file.read()
            keys_file = (self.folder / KEYS).read_bytes()
        except (OSError, UnreadablePinError):
            problem = "vault.keys, or this computer's memory of it, is unreadable."
            return AuditReport(0, ok=False, first_bad=None, problem=problem)
        with self.read() as reader:
            return verify(reader.connection, self.vault_id, pin=pin, keys_file=keys_file, progress=progress)

    def audit_entries(self, after: int = 0, limit: int | None = None) -> tuple[AuditEntry, ...]:
        """The log's entries after a number, in order, at most ``limit``."""
        with self.read() as reader:
            links = audit.links(reader.connection, after, limit)
            return tuple(audit.entry_of(link) for link in links)

    def export_audit(self) -> Iterator[str]:
        """The log as lines of JSON that another program can check: first the directories, then every entry.

        Raises:
            VaultDamagedError: The history of the directory is damaged.
        """
        with self.read() as reader:
            yield from audit.exported(reader.connection, self.vault_id)

    # --- the end ------------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Write everything into the file itself and let go; a second call does nothing."""
        if not self._open:
            return
        with self._turn:
            self._open = False
            with suppress(sa.exc.DBAPIError, engine.dbapi().Error):
                engine.checkpoint(self._engine)
            self._engine.dispose()
            self._lock.clear()
            self._lock.release()
