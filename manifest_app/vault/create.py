"""Making a vault: the whole of it appears, or nothing."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from manifest_app.errors import VaultExistsError
from manifest_app.model.people import Policy
from manifest_app.vault import audit, engine, schema
from manifest_app.vault.directory import Directory
from manifest_app.vault.files import BACKUPS, DATABASE, KEYS
from manifest_app.vault.keys import Keys, PersonalKeys, Secrets
from manifest_app.vault.lock import LOCK_FILE
from manifest_app.vault.people import NewPerson, found
from manifest_app.vault.pins import Pin, PinFile, sync_folder, write_through
from manifest_app.vault.sealing import STANDARD_KDF, BoxLid, KdfParameters, random_id, sha256
from manifest_app.vault.tables import IDENTITY
from manifest_app.vault.transactions import Frame, Writer


def create_vault(
    folder: Path,
    people: Sequence[NewPerson],
    policy: Policy | None = None,
    *,
    demonstration: bool = False,
    clock: Callable[[], datetime],
    kdf: KdfParameters = STANDARD_KDF,
    pins: Path | None = None,
) -> None:
    """Make a vault; either the whole of it appears in ``folder``, or nothing.

    Args:
        folder: Where; it must not exist, or be an empty folder.
        people: At least an administrator and a privacy officer.
        policy: The vault's policy; the default one if None.
        demonstration: True when everyone in it is synthetic.
        clock: Now, with a time zone.
        kdf: Cost of trying a password.
        pins: Folder of this computer's memory of vaults; the user's own if None.

    Raises:
        VaultExistsError: There is something already.
        NotAllowedError: There is no administrator or no privacy officer among the people.
        VaultError: A name is not possible or comes twice.
        WeakPasswordError: A password is too weak.
        WriteProblem: The folder can't be written.
    """
    _check_vacant(folder)
    plan = _found(people, policy or Policy(), demonstration=demonstration, kdf=kdf)
    draft = folder.parent / f".{folder.name}.{random_id()[:8]}"
    try:
        draft.mkdir(parents=True, mode=0o700)
        try:
            head = _fill(draft, plan, clock())
            _move_in(draft, folder)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        core = plan.directory.core
        pin_file = PinFile.of(core.vault_id, folder, pins)
        pin_file.write(Pin(core.vault_id, core.hash.hex(), head[0], head[1].hex()))
    except OSError as error:
        raise engine.os_problem(error, folder) from None


@dataclass(frozen=True, slots=True, repr=False)
class _Plan:
    directory: Directory
    personal: dict[str, PersonalKeys]
    secrets: Secrets


def _found(newcomers: Sequence[NewPerson], policy: Policy, *, demonstration: bool, kdf: KdfParameters) -> _Plan:
    vault_id = random_id()
    return _Plan(*found(newcomers, policy, vault_id=vault_id, demonstration=demonstration, kdf=kdf))


def _check_vacant(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise VaultExistsError(f"{folder} exists already.", "Choose a new folder; nothing was overwritten.")


def _move_in(draft: Path, folder: Path) -> None:
    if folder.is_dir():
        folder.rmdir()
    draft.rename(folder)
    sync_folder(folder.parent)


def _fill(draft: Path, plan: _Plan, at: datetime) -> tuple[int, bytes]:
    directory = plan.directory
    data = directory.bytes
    write_through(draft / KEYS, data)
    write_through(draft / LOCK_FILE, b"")
    (draft / BACKUPS).mkdir()
    core = directory.core
    author = directory.signatures[0].name
    entry = core.entry(author)
    keys = Keys(core.vault_id, plan.secrets, BoxLid(core.protection), BoxLid(core.restricted))
    database = engine.make_engine(draft / DATABASE, keys.database, "rwc")
    with engine.explained(draft / DATABASE):
        try:
            with database.connect() as bare, bare.execution_options(**{engine.WRITE: True}).begin():
                schema.upgrade(bare)
                bare.execute(sa.insert(IDENTITY).values(vault_id=core.vault_id))
                audit.add_directory(bare, core, directory.signatures)
                me = entry.person if entry else core.users[0].person
                writer = Writer(bare, Frame(me, keys, core.policy, core.epoch, core.serial), at)
                writer.details |= {"what": "create", "directory": core.hash.hex(), "keys": sha256(data).hex()}
                head = writer.finish(audit.DIRECTORY_CHANGE, plan.personal[author].signing, core.serial)
            engine.checkpoint(database)
        finally:
            database.dispose()
    sync_folder(draft)
    return head
