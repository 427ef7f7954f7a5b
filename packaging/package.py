"""`make package`: builds the program for this system into ``dist/manifest-app`` and tries out what was built.

The frozen program is started the way a user's machine would start it: away from the checkout, without the environment
it was built in, in a home of its own. It fails with the first thing that doesn't work.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

import sbom
import translations

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "dist" / "manifest-app"
PROGRAM = BUILT / ("manifest-app.exe" if os.name == "nt" else "manifest-app")
MINUTES = 10
SMOKE = "MANIFEST_APP_SMOKE"  # the desktop shows its window and ends


def main() -> int:
    """Builds and tries; returns the exit code."""
    if not _python_can_be_frozen():
        print("This Python has no shared library to ship (it was built without --enable-shared); use another one.")
        return 1
    code = translations.compile_all() or _build()
    if code:
        return code
    _add_papers()
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments in _trials(Path(folder)):
            code = _try(name, arguments, Path(folder))
            if code:
                return code
    size = sum(path.stat().st_size for path in BUILT.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"Built and tried: {BUILT.relative_to(ROOT)} ({size / 2**20:.0f} MiB)")
    return 0


def _python_can_be_frozen() -> bool:
    return os.name == "nt" or bool(sysconfig.get_config_var("Py_ENABLE_SHARED"))


def _build() -> int:
    options = ("--noconfirm", "--clean", "--log-level=WARN", f"--distpath={ROOT / 'dist'}")
    work = f"--workpath={ROOT / 'build' / 'pyinstaller'}"
    specification = str(ROOT / "packaging" / "manifest_app.spec")
    command = [sys.executable, "-m", "PyInstaller", *options, work, specification]
    return subprocess.run(command, check=False, cwd=ROOT, stdin=subprocess.DEVNULL).returncode


def _add_papers() -> None:
    """Puts beside the program what must go with it: its licence, what it is made of, and how a desktop shows it."""
    for name in ("LICENSE", "README.md", "SECURITY.md"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, BUILT)
    sbom.write(BUILT / "sbom.cdx.json")
    if sys.platform.startswith("linux"):
        shutil.copytree(ROOT / "packaging" / "linux", BUILT / "share", dirs_exist_ok=True)
        shutil.copy(ROOT / "resources" / "icons" / "app.svg", BUILT / "share" / "manifest-app.svg")


def _trials(folder: Path) -> Iterator[tuple[str, list[str]]]:
    demo = folder / "demo"
    yield "says what it can do", ["--help"]
    yield "makes the demonstration, reading its files in the parser's own process", ["demo", str(demo)]
    yield "tells the demonstration: screening, decisions, release", ["demo-story", str(demo)]
    who = ["--user", "planner", "--password-file", str(demo / "people" / "planner.password")]
    yield "unlocks the vault in its window", ["--vault", str(demo / "vault"), *who, "desktop"]


def _try(name: str, arguments: list[str], folder: Path) -> int:
    command = [str(PROGRAM), *arguments]
    home = folder / "home"
    home.mkdir(exist_ok=True)
    try:
        done = subprocess.run(
            command,
            check=False,
            cwd=folder,
            env=_bare_environment(home),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=MINUTES * 60,
        )
    except subprocess.TimeoutExpired:
        print(f"FAILED: the frozen program {name}: not done after {MINUTES} minutes")
        return 1
    if done.returncode or "Traceback" in done.stderr:
        print(f"FAILED: the frozen program {name} (exit code {done.returncode})\n{done.stdout}{done.stderr}")
        return 1
    print(f"The frozen program {name}.", flush=True)
    return 0


def _bare_environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    path = os.environ["PATH"] if os.name == "nt" else "/usr/bin:/bin"
    own = {"PATH": path, "HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home)}
    return {**kept, **own, "QT_QPA_PLATFORM": "offscreen", SMOKE: "1", "LANG": "C.UTF-8"}


if __name__ == "__main__":
    sys.exit(main())
