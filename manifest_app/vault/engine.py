"""The SQLCipher file: how it is opened, what its connections may do, and what its errors mean to a user."""

import errno
import importlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from manifest_app.errors import (
    KnownError,
    VaultDamagedError,
    VaultError,
    VaultInUseError,
    WriteProblem,
)

WRITE = "vault_write"
"""Execution option of connections whose transactions write (``BEGIN IMMEDIATE``)."""

_BUSY_MS = 5000
_SHARED_INDEX = 32 * 1024
"""Bytes of the index of the write-ahead log, which every connection needs (https://sqlite.org/walformat.html)."""
_SETTINGS: dict[str, tuple[str, object]] = {
    # What it is set to, and what it must read back as.
    "cipher_log_level": ("NONE", "NONE"),
    "synchronous": ("FULL", 2),
    "temp_store": ("MEMORY", 2),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "secure_delete": ("ON", 1),
    "busy_timeout": (str(_BUSY_MS), _BUSY_MS),
    "checkpoint_fullfsync": ("ON", 1),
}
_READABLE_PRAGMAS = frozenset(
    {
        "cipher_integrity_check", "foreign_key_list", "index_info", "index_list", "index_xinfo", "integrity_check",
        "read_uncommitted", "table_info", "table_list", "table_xinfo",
    }
)  # fmt: skip
# Action codes of sqlite3_set_authorizer (https://sqlite.org/c3ref/c_alter_table.html).
_PRAGMA, _ATTACH, _DETACH, _FUNCTION = 19, 24, 25, 31
_OK, _DENY = 0, 1


def dbapi() -> Any:
    """The SQLCipher driver; loaded after the environment was cleaned."""
    return importlib.import_module("sqlcipher3.dbapi2")


def make_engine(path: Path, key: bytes, mode: str = "rw") -> sa.Engine:
    """An engine on a vault's database; nothing is opened yet.

    Args:
        path: The file.
        key: Its raw key, 32 bytes.
        mode: ``rw``; ``rwc`` to make it; ``ro``; ``immutable`` for a file without a write-ahead log, which is then
            read without leaving a trace in its folder.
    """
    uri = path.resolve().as_uri() + ("?mode=ro&immutable=1" if mode == "immutable" else f"?mode={mode}")
    writable = mode in {"rw", "rwc"}

    def connect() -> Any:
        connection = dbapi().connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, key, writable=writable)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = sa.create_engine(
        "sqlite+pysqlite://", module=dbapi(), creator=connect, poolclass=sa.QueuePool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    immediate = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _prepare(connection: Any, key: bytes, *, writable: bool) -> None:
    connection.set_key(b"x'%s'" % key.hex().encode())
    for name, (value, expected) in _SETTINGS.items():
        connection.execute(f"PRAGMA {name}={value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            raise VaultError(f"The database refused the setting {name}.", "Reinstall the program.")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if writable and connection.execute("PRAGMA journal_mode=WAL").fetchone() != ("wal",):
        raise VaultError(
            "The folder of the vault can't hold a write-ahead log.", "Move the vault to a local disk, not a share."
        )
    connection.set_authorizer(_authorize)


def _authorize(action: int, first: str | None, second: str | None, *_where: object) -> int:
    if action in {_ATTACH, _DETACH}:
        return _DENY
    if action == _FUNCTION and second in {"load_extension", "sqlcipher_export"}:
        return _DENY
    if action == _PRAGMA:
        name = (first or "").lower()
        harmless = name in _READABLE_PRAGMAS and not (name == "read_uncommitted" and second)
        return _OK if harmless or (name == "wal_checkpoint" and second == "TRUNCATE") else _DENY
    return _OK


def checkpoint(engine: sa.Engine) -> None:
    """Write the write-ahead log into the file itself."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the database engine raises into errors with a sentence; anything else stays a bug."""
    try:
        yield
    except (sa.exc.DBAPIError, dbapi().Error) as error:
        known = _explain(str(getattr(error, "orig", error)), path)
        if known is None:
            raise
        raise known from None


def _explain(message: str, path: Path) -> KnownError | None:
    kept = "Nothing of this change was kept."
    if "disk is full" in message or ("disk I/O error" in message and _is_full(path.parent)):
        return WriteProblem(f"The disk of {path.parent} is full. {kept}", "Free some space and try again.")
    if "disk I/O error" in message:
        return WriteProblem(f"{path} can't be read or written: the disk reported an error. {kept}", "Check the disk.")
    if "readonly database" in message:
        return WriteProblem(f"{path} can't be written. {kept}", "Check the permissions of the vault's folder.")
    if "unable to open" in message:
        return WriteProblem(f"{path} can't be opened.", "Check that it is there and that you may read and write it.")
    if "locked" in message:
        return VaultInUseError(f"Another program is using {path}. {kept}", "Close the other program and try again.")
    if "malformed" in message or "not a database" in message:
        return VaultDamagedError(f"{path} was changed or damaged.", "Restore the vault from a backup.")
    return None


def _is_full(folder: Path) -> bool:
    """Whether the disk lacks the space that even reading takes; the engine then reports any error but that one."""
    with suppress(OSError):
        return shutil.disk_usage(folder).free < _SHARED_INDEX
    return False


def os_problem(error: OSError, path: Path) -> KnownError:
    """The sentence for a failed file operation on ``path``."""
    if error.errno in {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}:
        return WriteProblem(f"The disk of {path.parent} is full.", "Free some space and try again.")
    reason = error.strerror or "the system refused"
    return WriteProblem(f"{path} can't be read or written ({reason}).", "Check the folder and its permissions.")
