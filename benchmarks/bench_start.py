"""Start: how long until the program is there.

The window is measured in a process of its own, from its start to the first paint of the unlock screen, offscreen.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import Row, best_of, timed
from manifest_app.model.people import Policy, Role
from manifest_app.vault import NewPerson
from manifest_app.workflow import vaults

PASSWORD = "a password for measuring with"
PEOPLE = (
    NewPerson("admin", Role.ADMIN, PASSWORD),
    NewPerson("officer", Role.OFFICER, PASSWORD),
    NewPerson("planner", Role.PLANNER, PASSWORD),
)
WINDOW = """
import os
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from manifest_app.desktop.app import make_application
from manifest_app.desktop.dialogs.unlock import UnlockWindow
application = make_application()
window = UnlockWindow(Path(sys.argv[1]), "planner")
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
os._exit(0)
"""


def run() -> list[Row]:
    """Unlocks a vault, shows the unlock screen, asks for help on the command line."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        vaults.create(folder, PEOPLE, Policy())
        return [
            timed("unlock a vault", best_of(5, lambda: _unlock(folder)), 1.0),
            timed("process start to unlock screen", best_of(3, lambda: _process("-c", WINDOW, str(folder)))),
            timed("manifest-app --help", best_of(3, lambda: _process("-m", "manifest_app", "--help"))),
        ]


def _unlock(folder: Path) -> None:
    vaults.unlock(folder, "planner", PASSWORD).close()


def _process(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
