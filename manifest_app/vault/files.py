"""The files of a vault's folder, and how ``vault.keys`` and ``vault.db`` change together.

A change of the directory is first written as ``vault.keys.next``; then the database commits the log entry that names
it; then it takes the place of ``vault.keys``. Whoever opens the vault after a crash in between sees from the log which
of the two counts.
"""

from pathlib import Path

from manifest_app.errors import VaultDamagedError, VaultEmptyFileError, VaultMissingError
from manifest_app.vault.directory import LARGEST_FILE
from manifest_app.vault.engine import os_problem
from manifest_app.vault.pins import sync_folder, write_through

DATABASE = "vault.db"
KEYS = "vault.keys"
NEXT_KEYS = "vault.keys.next"
BACKUPS = "backups"
PAGE = 4096
"""Bytes of a database page, and of the smallest database."""

_PLAIN = b"SQLite format 3\0"
_RESTORE = "Restore the vault from a backup."


def check_files(folder: Path) -> None:
    """Look at the files before anything is opened.

    Raises:
        VaultMissingError: The folder or one of the files is not there.
        VaultEmptyFileError: A file has no content.
        VaultDamagedError: The database can't be one by its size or its first bytes.
    """
    if not folder.is_dir():
        raise VaultMissingError(f"There is no vault in {folder}.", "Check the folder, or make a vault there.")
    for name in (KEYS, DATABASE):
        path = folder / name
        if not path.is_file():
            raise VaultMissingError(f"{path} is missing.", _RESTORE)
        if path.stat().st_size == 0:
            raise VaultEmptyFileError(f"{path} is empty.", _RESTORE)
    database = folder / DATABASE
    try:
        with database.open("rb") as file:
            start = file.read(len(_PLAIN))
    except OSError as error:
        raise os_problem(error, database) from None
    if database.stat().st_size % PAGE or start == _PLAIN:
        raise VaultDamagedError(f"{database} was changed or damaged.", _RESTORE)


def read_keys(path: Path) -> bytes:
    """The bytes of a ``vault.keys``.

    Raises:
        VaultDamagedError: It is larger than any directory.
        WriteProblem: The system refuses to read it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise os_problem(error, path) from None
    if len(data) > LARGEST_FILE:
        raise VaultDamagedError(f"{path} was changed or damaged.", _RESTORE)
    return data


def write_next(folder: Path, data: bytes) -> None:
    """Have ``vault.keys.next`` ready before the database commits what names it.

    It is never taken away when that fails: a commit may have come through although it raised, and the next opening
    knows.

    Raises:
        WriteProblem: It can't be written.
    """
    path = folder / NEXT_KEYS
    try:
        write_through(path, data)
        sync_folder(folder)
    except OSError as error:
        raise os_problem(error, path) from None


def swap_keys(folder: Path) -> None:
    """Let ``vault.keys.next`` take the place of ``vault.keys``.

    Raises:
        WriteProblem: The system refuses; the next opening of the vault does it.
    """
    path = folder / KEYS
    try:
        (folder / NEXT_KEYS).replace(path)
        sync_folder(folder)
    except OSError as error:
        raise os_problem(error, path) from None
