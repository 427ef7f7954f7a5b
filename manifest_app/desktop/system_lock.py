"""Hears from the system that the screen was locked or that the computer goes to sleep.

On Linux by D-Bus. Elsewhere the `Locker` notices sleep by the gap in its clock, and the rest by idleness.
"""

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver")
SLEEP = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")


class SystemLock(QObject):
    """`locked` is sent when the screen is locked and before the computer sleeps."""

    locked = Signal()

    def watch(self) -> bool:
        """Listen; False where the system has nothing to listen to."""
        if not sys.platform.startswith("linux"):
            return False
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only Linux has it, and only the open window needs it

        slot: Any = SLOT("heard(bool)")  # the stubs ask for bytes, the binding for text
        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        heard = [
            session.isConnected() and session.connect("", "", name, "ActiveChanged", self, slot)
            for name in SCREEN_SAVERS
        ]
        heard.append(system.isConnected() and system.connect(*SLEEP, self, slot))
        return any(heard)

    @Slot(bool)
    def heard(self, begins: bool) -> None:
        """A lock or a sleep begins or ends; only the beginning matters."""
        if begins:
            self.locked.emit()
