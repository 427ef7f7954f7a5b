"""`make run`: opens the desktop on the demonstration vault, or tells the same story where there is no display."""

import os
import subprocess
import sys
from pathlib import Path

PERSON = "planner"


def main(arguments: list[str]) -> int:
    """Makes the demonstration in the folder named if there is none, then shows it; returns the exit code."""
    folder = Path(arguments[0])
    if not (folder / "vault").exists():
        code = _program("demo", str(folder))
        if code:
            return code
    obstacle = _obstacle()
    if not obstacle:
        people = folder / "people"
        print(f"Signing in as planner. Names and passwords of the others are in {people}.", flush=True)
        me = ("--user", PERSON, "--password-file", str(people / f"{PERSON}.password"))
        return _program("--vault", str(folder / "vault"), *me, "desktop")
    print(f"{obstacle} This is the same demonstration on the command line.", flush=True)
    return _program("demo-story", str(folder))


def _obstacle() -> str:
    """Why no window can be opened here, as a sentence; "" if one can."""
    if sys.platform not in {"win32", "darwin"} and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "There is no display to open a window on."
    probe = [sys.executable, "-c", "import PySide6.QtWidgets"]
    if subprocess.run(probe, check=False, stderr=subprocess.DEVNULL).returncode:
        return "Qt can't start on this system because libraries are missing (make venv says which)."
    return ""


def _program(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "manifest_app", *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
