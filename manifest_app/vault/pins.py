"""What this computer remembers of a vault outside of it: the last entry of the log it has seen.

A vault that is put back whole, from an older copy, is faultless in itself; only a memory outside finds it out.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec
import platformdirs

from manifest_app.vault import codec
from manifest_app.vault.sealing import sha256

STATE_VARIABLE = "MANIFEST_APP_STATE"
"""Environment variable that moves the folder of this computer's memory."""


class Pin(msgspec.Struct, frozen=True):
    """The last entry seen.

    Attributes:
        vault_id: Which vault.
        root: SHA-256 (hex) of the vault's first directory.
        seq: Number of the entry.
        hash: Its hash, hex.
    """

    vault_id: str
    root: str
    seq: int
    hash: str


class UnreadablePinError(Exception):
    """The memory of a vault exists and can't be read. For this room only."""


@dataclass(frozen=True, slots=True)
class PinFile:
    """Where the memory of one vault in one folder is kept."""

    path: Path

    @classmethod
    def of(cls, vault_id: str, folder: Path, pins: Path | None) -> "PinFile":
        """The file for a vault, named after the vault and where it lies."""
        name = sha256(f"{vault_id}\0{folder.resolve()}".encode()).hex()[:32]
        return cls((pins or default_folder()) / f"{name}.json")

    def read(self) -> Pin | None:
        """The memory; None if this computer has never seen the vault there.

        Raises:
            UnreadablePinError: It is there, and no memory.
        """
        try:
            return codec.decode(self.path.read_bytes(), Pin)
        except FileNotFoundError:
            return None
        except (OSError, codec.UndecodableError):
            raise UnreadablePinError from None

    def write(self, pin: Pin) -> None:
        """Remember, durably, all or nothing.

        Raises:
            OSError: The folder can't be written.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(self.path, codec.encode(pin))


def default_folder() -> Path:
    """Where this user's computer keeps pins."""
    moved = os.environ.get(STATE_VARIABLE)
    state = Path(moved) if moved else platformdirs.user_state_path("manifest-app", appauthor=False)
    return state / "pins"


def write_durably(path: Path, data: bytes) -> None:
    """Replace a file so that after a power cut either the old or the new one is there.

    Raises:
        OSError: It can't be written; the old file is untouched.
    """
    draft = path.with_name(path.name + ".part")
    try:
        write_through(draft, data)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_through(path: Path, data: bytes) -> None:
    """Write a file and wait until it is on the disk.

    Raises:
        OSError: It can't be written.
    """
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows does this by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
