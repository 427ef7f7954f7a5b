"""Places that refuse: full disks, folders and files that somebody may not use."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def is_root() -> bool:
    """Whether permissions don't bind this process."""
    return sys.platform != "win32" and os.geteuid() == 0


@contextmanager
def small_disk(folder: Path, kibibytes: int) -> Iterator[Path]:
    """A disk of its own at ``folder``; skips the test where this process may not mount one."""
    folder.mkdir()
    options = f"size={kibibytes}k,mode=0700"
    mount = shutil.which("mount")
    if not is_root() or mount is None:
        pytest.skip("a small disk takes the right to mount one")
    done = subprocess.run([mount, "-t", "tmpfs", "-o", options, "none", str(folder)], check=False, capture_output=True)
    if done.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Fill a disk to the last block; deleting the file makes room again."""
    path = disk / "filling"
    with path.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        for _ in iter(lambda: file.write(bytes(4096)), 0):
            pass
    return path


def bound_by_permissions() -> list[str]:
    """What to start a program with so that permissions bind it: root without its power over files, else nothing."""
    if not is_root():
        return []
    tool = shutil.which("setpriv")
    if tool is None:
        pytest.skip("setpriv is needed to take from root its power over files")
    return [tool, "--bounding-set=-dac_override,-dac_read_search"]
