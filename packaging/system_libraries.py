"""Finds the system's libraries that Qt needs and this machine lacks, and installs them where it may.

Runs on a bare Python 3.11, before anything is installed. The list is what ``ldd`` names for the Qt libraries and for
the platform plugins ``xcb``, ``wayland`` and ``offscreen`` of the PySide6-Essentials wheel, less what that wheel brings
along itself. Nothing here fails the set-up: without a library the program still runs on the command line.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Library:
    """A shared library: what the loader calls it, the Debian package it is in, and what fails without it."""

    soname: str
    package: str
    why: str


_DRAW = "Qt draws with it, on screen and off"
_KEYS = "the keyboard of a window"
_X11 = "a window under X11"
_WAYLAND = "a window under Wayland"

LIBRARIES = (
    Library("libEGL.so.1", "libegl1", _DRAW),
    Library("libGL.so.1", "libgl1", _DRAW),
    Library("libfontconfig.so.1", "libfontconfig1", _DRAW),
    Library("libfreetype.so.6", "libfreetype6", _DRAW),
    Library("libglib-2.0.so.0", "libglib2.0-0", "Qt's main loop"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "Qt's main loop"),
    Library("libdbus-1.so.3", "libdbus-1-3", "the desktop's settings and its lock"),
    Library("libxkbcommon.so.0", "libxkbcommon0", _KEYS),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", _KEYS),
    Library("libX11.so.6", "libx11-6", _X11),
    Library("libX11-xcb.so.1", "libx11-xcb1", _X11),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", _X11),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", _X11),
    Library("libxcb-image.so.0", "libxcb-image0", _X11),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", _X11),
    Library("libxcb-randr.so.0", "libxcb-randr0", _X11),
    Library("libxcb-render.so.0", "libxcb-render0", _X11),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", _X11),
    Library("libxcb-shape.so.0", "libxcb-shape0", _X11),
    Library("libxcb-shm.so.0", "libxcb-shm0", _X11),
    Library("libxcb-sync.so.1", "libxcb-sync1", _X11),
    Library("libxcb-util.so.1", "libxcb-util1", _X11),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", _X11),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", _X11),
    Library("libwayland-client.so.0", "libwayland-client0", _WAYLAND),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", _WAYLAND),
    Library("libwayland-egl.so.1", "libwayland-egl1", _WAYLAND),
)
FONT_PACKAGE = "fonts-dejavu-core"
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def missing_packages() -> dict[str, str]:
    """The Debian packages this machine lacks for a window, each with what it is needed for."""
    missing = {library.package: library.why for library in LIBRARIES if not _loads(library.soname)}
    if not _has_a_font():
        missing[FONT_PACKAGE] = "letters: this machine has no font at all"
    return missing


def provide() -> bool:
    """Installs what a window needs and says so.

    Returns:
        True when nothing is missing in the end.
    """
    if not sys.platform.startswith("linux"):
        return True
    missing = missing_packages()
    if not missing:
        return True
    print("For its window the program needs libraries that this system lacks:", flush=True)
    for package, why in missing.items():
        print(f"  {package:<22}{why}", flush=True)
    if not install(sorted(missing)):
        print("Going on without them: everything works on the command line, only windows can't open.", flush=True)
        return False
    return not missing_packages()


def install(packages: list[str]) -> bool:
    """Installs Debian packages as root or by sudo without a question; prints the line to run where it can't.

    Returns:
        True when the package manager said that all is done.
    """
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        print("  This is no Debian or Ubuntu. Install the packages of your system that hold them.", flush=True)
        return False
    leader = _as_root()
    if leader is None:
        print(f"  To install them, run:  sudo {' '.join(line)}", flush=True)
        return False
    print(f"  Installing them:  {' '.join([*leader, *line])}", flush=True)
    # Package lists are missing or old on a fresh machine; an update that fails may still leave lists that will do.
    _run([*leader, "apt-get", "update"])
    if _run([*leader, *line]):
        return True
    print(f"  That failed. To see why, run:  sudo {' '.join(line)}", flush=True)
    return False


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _has_a_font() -> bool:
    folders = (Path(folder).expanduser() for folder in _FONT_FOLDERS)
    return any(path.suffix in {".ttf", ".otf", ".ttc"} for folder in folders for path in folder.rglob("*"))


def _as_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _run(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    return done.returncode == 0


if __name__ == "__main__":
    provide()
