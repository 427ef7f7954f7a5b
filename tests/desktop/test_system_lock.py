import os
import shutil
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from manifest_app.desktop.system_lock import SystemLock

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from manifest_app.desktop.system_lock import SystemLock

application = QCoreApplication([])
lock = SystemLock()
lock.locked.connect(lambda: application.exit(0))
if not lock.watch():
    sys.exit(3)

def say(active):
    signal = QDBusMessage.createSignal("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged")
    signal.setArguments([active])
    QDBusConnection.sessionBus().send(signal)

QTimer.singleShot(0, lambda: say(sys.argv[1] == "on"))
QTimer.singleShot(2000 if sys.argv[1] == "on" else 300, lambda: application.exit(4))
sys.exit(application.exec())
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a message bus of its own to listen to")
@pytest.mark.parametrize(("what", "code"), [("on", 0), ("off", 4)])
def test_the_locked_screen_is_heard_and_its_unlocking_is_not(what: str, code: int) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = ["dbus-run-session", "--", sys.executable, "-c", PROGRAM, what]
    done = subprocess.run(command, env=environment, stderr=subprocess.DEVNULL, timeout=60, check=False)
    assert done.returncode == code


def test_without_a_bus_there_is_nothing_to_hear_and_no_complaint(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not SystemLock().watch()


def test_only_the_beginning_matters(qtbot: QtBot) -> None:
    lock = SystemLock()
    with qtbot.assertNotEmitted(lock.locked):
        lock.heard(False)
    with qtbot.waitSignal(lock.locked):
        lock.heard(True)
