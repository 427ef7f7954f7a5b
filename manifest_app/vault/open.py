"""Opening a vault, and looking at one without a password. Opening never makes or overwrites a file."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from manifest_app.errors import (
    NotAllowedError,
    VaultDamagedError,
    VaultRolledBackError,
)
from manifest_app.model.people import Role
from manifest_app.vault import audit, codec, engine, schema, unlocking
from manifest_app.vault.directory import Directory, VaultFacts, read_directory
from manifest_app.vault.files import BACKUPS, DATABASE, KEYS, NEXT_KEYS, check_files, read_keys, swap_keys
from manifest_app.vault.keys import Keys
from manifest_app.vault.lock import VaultLock
from manifest_app.vault.pins import PinFile, UnreadablePinError
from manifest_app.vault.sealing import (
    STANDARD_LIMITS,
    KdfLimits,
    sha256,
)
from manifest_app.vault.session import Vault
from manifest_app.vault.tables import IDENTITY
from manifest_app.vault.transactions import Frame, Writer
from manifest_app.vault.unlocking import Unlocked
from manifest_app.vault.verify import check_history, check_tail

_RESTORE = "Restore the vault from a backup."


def peek(folder: Path, limits: KdfLimits = STANDARD_LIMITS) -> VaultFacts:
    """What a vault tells without a password.

    Raises:
        VaultError: There is none, or it is damaged.
    """
    check_files(folder)
    core = read_directory(read_keys(folder / KEYS), limits).core
    return VaultFacts(core.vault_id, core.demonstration, core.format)


def open_vault(
    folder: Path,
    name: str,
    password: str,
    *,
    clock: Callable[[], datetime],
    pins: Path | None = None,
    limits: KdfLimits = STANDARD_LIMITS,
) -> Vault:
    """Open a vault for one person. A failing attempt changes nothing in the folder.

    Args:
        folder: Where it lies.
        name: Who opens it.
        password: The person's password.
        clock: Now, with a time zone; asked at each write.
        pins: Folder of this computer's memory of vaults; the user's own if None.
        limits: What password costs are accepted.

    Raises:
        VaultMissingError: There is none, or a file of it is missing.
        VaultEmptyFileError: A file of it has no content.
        VaultInUseError: It is open elsewhere.
        WrongPasswordError: The name or the password is wrong.
        VaultDamagedError: A file of it was changed or damaged.
        VaultTooNewError: A newer version of the program wrote it.
        VaultRolledBackError: It is older than when it was last open here.
    """
    return _Opening(folder, clock, pins, limits).run(name, password)


def repin(
    folder: Path,
    name: str,
    password: str,
    *,
    clock: Callable[[], datetime],
    pins: Path | None = None,
    limits: KdfLimits = STANDARD_LIMITS,
) -> None:
    """Accept, as privacy officer, that a vault was put back from an older copy on purpose. The log says so.

    Raises:
        NotAllowedError: The person is no privacy officer.
        VaultError: As `open_vault`, except for the vault's age.
    """
    opening = _Opening(folder, clock, pins, limits, accept_older=True)
    with opening.run(name, password) as vault, vault.write("vault.repin") as writer:
        writer.note("was", opening.expected)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the read-only look at the database showed."""

    directory: Directory
    root: str
    pending: bool
    schema_is_current: bool


@dataclass(slots=True)
class _Opening:
    folder: Path
    clock: Callable[[], datetime]
    pins: Path | None
    limits: KdfLimits
    accept_older: bool = False
    expected: str = ""

    def run(self, name: str, password: str) -> Vault:
        check_files(self.folder)
        lock = VaultLock(self.folder)
        lock.acquire()
        try:
            return self._run_locked(lock, name, password)
        except BaseException:
            lock.release()
            raise

    def _run_locked(self, lock: VaultLock, name: str, password: str) -> Vault:
        data = read_keys(self.folder / KEYS)
        directory = read_directory(data, self.limits)
        unlocked = unlocking.unlock(directory, name, password)
        if self.accept_older and unlocked.person.role is not Role.OFFICER:
            raise NotAllowedError("Only a privacy officer can accept an older vault.", "Ask the privacy officer.")
        pin_file = PinFile.of(directory.core.vault_id, self.folder, self.pins)
        found = self._inspect(directory, data, unlocked.keys, pin_file)
        if found.pending:
            unlocked = unlocking.unlock(found.directory, name, password)
            swap_keys(self.folder)
        (self.folder / NEXT_KEYS).unlink(missing_ok=True)
        if not found.schema_is_current:
            self._migrate(found.directory, unlocked)
        vault = Vault(
            self.folder,
            unlocked=unlocked,
            directory=found.directory,
            clock=self.clock,
            pin_file=pin_file,
            lock=lock,
        )
        vault.started(found.root)
        return vault

    # --- the look before anything may change ---

    def _inspect(self, directory: Directory, data: bytes, keys: Keys, pin_file: PinFile) -> _Found:
        path = self.folder / DATABASE
        log = self.folder / f"{DATABASE}-wal"
        settled = not log.exists() or log.stat().st_size == 0
        database = engine.make_engine(path, keys.database, "immutable" if settled else "ro")
        try:
            with engine.explained(path), database.connect() as connection:
                current = schema.check_revision(connection)
                if connection.execute(sa.select(IDENTITY.c.vault_id)).scalars().all() != [keys.vault_id]:
                    raise VaultDamagedError(f"{path} belongs to another vault.", _RESTORE)
                named, pending = self._which_directory(connection, directory, data)
                root = _check_directories(connection, named)
                self._check_memory(connection, named, root, pin_file)
                return _Found(named, root, pending, current)
        finally:
            database.dispose()

    def _which_directory(self, connection: sa.Connection, directory: Directory, data: bytes) -> tuple[Directory, bool]:
        change = audit.last_directory_change(connection)
        body = change.fits() if change else None
        named = body.details.get("keys") if body else None
        if named == sha256(data).hex():
            return directory, False
        path = self.folder / NEXT_KEYS
        coming = read_keys(path) if path.is_file() else b""
        if named != sha256(coming).hex():
            raise VaultDamagedError(
                f"{self.folder / KEYS} and {DATABASE} don't belong together: one of them is older.", _RESTORE
            )
        return read_directory(coming, self.limits), True

    def _check_memory(self, connection: sa.Connection, directory: Directory, root: str, pin_file: PinFile) -> None:
        try:
            pin = pin_file.read()
        except UnreadablePinError:
            problem = "This computer's memory of the vault is unreadable."
        else:
            if pin is not None and pin.root != root:
                problem = "The people of this vault don't descend from those seen here before."
            else:
                problem = check_tail(connection, directory.core.vault_id, directory.core, pin)
            self.expected = f"{pin.seq}:{pin.hash}" if pin else ""
        if problem and not self.accept_older:
            raise VaultRolledBackError(
                problem,
                "If a backup was restored on purpose, a privacy officer confirms that; otherwise find out who changed "
                "the files, and restore the newest backup.",
            )

    # --- bringing an older vault up to date ---

    def _migrate(self, directory: Directory, unlocked: Unlocked) -> None:
        path = self.folder / DATABASE
        database = engine.make_engine(path, unlocked.keys.database)
        at = self.clock()
        core = directory.core
        try:
            with engine.explained(path):
                engine.checkpoint(database)
                self._back_up(at)
                with database.connect() as bare, bare.execution_options(**{engine.WRITE: True}).begin():
                    schema.upgrade(bare)
                    writer = Writer(
                        bare, Frame(unlocked.person, unlocked.keys, core.policy, core.epoch, core.serial), at
                    )
                    writer.note("schema", schema.KNOWN[-1])
                    writer.finish("vault.migrate", unlocked.personal.signing, core.serial)
        finally:
            database.dispose()

    def _back_up(self, at: datetime) -> None:
        target = self.folder / BACKUPS / f"before-migration-{at:%Y%m%dT%H%M%S}"
        try:
            target.mkdir(parents=True)
            for name in (DATABASE, KEYS):
                shutil.copy2(self.folder / name, target / name)
        except OSError as error:
            raise engine.os_problem(error, target) from None


def _check_directories(connection: sa.Connection, directory: Directory) -> str:
    try:
        history = audit.directories(connection)
    except codec.UndecodableError:
        history = []
    if not check_history(history) or history[-1][0] != directory.core:
        raise VaultDamagedError("The history of the vault's people was changed or damaged.", _RESTORE)
    return history[0][0].hash.hex()
