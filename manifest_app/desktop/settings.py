"""The few things the desktop remembers between two starts; never a name of a person."""

import contextlib
from pathlib import Path

import msgspec
from platformdirs import user_config_path


class Remembered(msgspec.Struct, frozen=True):
    """What is remembered: the folder of the vault opened last."""

    vault: str = ""


def settings_file() -> Path:
    """Where it is kept on this computer."""
    return user_config_path("manifest-app") / "desktop.json"


def load(path: Path) -> Remembered:
    """What was remembered, or nothing when the file is missing or unreadable: it is a convenience, no more."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Remembered)
    except (OSError, msgspec.DecodeError):
        return Remembered()


def save(path: Path, remembered: Remembered) -> None:
    """Remember; a folder that can't be written is no reason to bother anybody."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.encode(remembered))
