"""Keeping windows out of screen captures, where the system offers that (Windows 10 2004 and later)."""

import ctypes
import sys

from PySide6.QtWidgets import QWidget

_WDA_EXCLUDEFROMCAPTURE = 0x11


def exclude(window: QWidget) -> bool:
    """Ask the system to show the window black in captures; False where it can't (all but Windows)."""
    if sys.platform == "win32":
        return bool(ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), _WDA_EXCLUDEFROMCAPTURE))
    return False
