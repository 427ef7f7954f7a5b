"""One program at a time: a lock of the operating system on ``vault.lock``, which ends with the process that held it."""

import os
import platform
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from manifest_app.errors import VaultInUseError, VaultMissingError
from manifest_app.vault import codec
from manifest_app.vault.engine import os_problem

LOCK_FILE = "vault.lock"


class _Holder(msgspec.Struct, frozen=True):
    user: str
    host: str
    process: int


class VaultLock:
    """The lock of one vault."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_FILE
        # Opened on one thread and closed on another is common: the lock belongs to the vault, not to a thread.
        self._lock = FileLock(self._path, timeout=0, thread_local=False, preserve_lock_file=True)

    def acquire(self) -> None:
        """Take the lock, changing no file.

        Raises:
            VaultMissingError: There is no lock file; opening makes no file.
            VaultInUseError: Another program, or this one, has the vault open.
            WriteProblem: The system refuses.
        """
        if not self._path.is_file():
            raise VaultMissingError(
                f"{self._path} is missing.", f"If nobody has the vault open, make an empty file {LOCK_FILE} there."
            )
        try:
            self._lock.acquire()
        except Timeout:
            raise VaultInUseError(
                f"The vault in {self._path.parent} is open elsewhere{self._whose()}.", "Close it there first."
            ) from None
        except OSError as error:
            raise os_problem(error, self._path) from None

    def sign(self, user: str) -> None:
        """Write into the lock who holds it, for those who are turned away."""
        self._write(codec.encode(_Holder(user, platform.node(), os.getpid())))

    def release(self) -> None:
        """Let go."""
        self._lock.release()

    def clear(self) -> None:
        """Take one's name out of the lock."""
        self._write(b"")

    def _write(self, data: bytes) -> None:
        try:
            self._path.write_bytes(data)
        except OSError:
            # The lock holds without the note; Windows lets nobody write a locked file.
            return

    def _whose(self) -> str:
        try:
            holder = codec.decode(self._path.read_bytes(), _Holder)
        except (OSError, codec.UndecodableError):
            return ""
        return f", by {holder.user} on {holder.host} (process {holder.process})"
