"""`make test`: runs pytest with the options given, offscreen.

Where Qt's system libraries are missing and can't be installed, the tests that need Qt are left out, and said to be.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# pytest-qt's settings in pyproject.toml would be unknown without it, so the strictness about settings goes as well.
WITHOUT_QT = (
    *("-p", "no:pytest-qt", "--ignore=tests/desktop"),
    *("-o", "addopts=--strict-markers --import-mode=importlib -ra"),
    *("-W", "ignore::pytest.PytestConfigWarning"),
)


def main(arguments: list[str]) -> int:
    """Runs pytest; returns its exit code."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    options: tuple[str, ...] = ()
    probe = [sys.executable, "-c", "import PySide6.QtWidgets"]
    if subprocess.run(probe, check=False, stderr=subprocess.DEVNULL, env=environment).returncode:
        print("Qt's system libraries are missing (see make venv): the desktop's tests are LEFT OUT.", flush=True)
        options = WITHOUT_QT
    command = [sys.executable, "-m", "pytest", *options, *arguments]
    return subprocess.run(command, check=False, cwd=ROOT, stdin=subprocess.DEVNULL, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
