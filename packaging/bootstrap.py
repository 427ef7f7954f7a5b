"""Makes ``.venv/``: the exact packages of ``requirements.lock`` and the program itself.

Runs on a bare Python 3.11 or newer and needs no compiler. Run again it only brings the environment up to date.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# The only package that is published as source alone; it is pure Python.
SOURCE_ONLY = "odfpy"


def main() -> int:
    """Makes the environment and says what it does; the exit code is that of the step that failed."""
    for step in (_make_venv, _install_builder, _install_lock, _install_program):
        code = step()
        if code:
            return code
    system_libraries.provide()
    if _compile_translations():
        print("The translations could not be compiled: the desktop will speak English.", flush=True)
    return 0


def locked(name: str, lock: str) -> str:
    """The block of one package in a lock: its pin and its hashes.

    Raises:
        LookupError: The lock doesn't hold that package.
    """
    taken: list[str] = []
    for line in lock.splitlines():
        if taken and not line.startswith((" ", "\t")):
            break
        if taken or line.startswith(f"{name}=="):
            taken.append(line)
    if not taken:
        raise LookupError(f"{name} is not in the lock")
    return "\n".join(taken) + "\n"


def _make_venv() -> int:
    if PYTHON.exists() and _run([str(PYTHON), "-m", "pip", "--version"], quiet=True) == 0:
        return 0
    if not _can_make_venvs():
        return 1
    print(f"Making {VENV.name}/ with Python {sys.version.split()[0]}", flush=True)
    return _run([sys.executable, "-m", "venv", "--clear", str(VENV)])


def _can_make_venvs() -> bool:
    if _has_venv():
        return True
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    print(f"Python's venv is missing on this system; Debian and Ubuntu have it in {package}.", flush=True)
    return system_libraries.install([package]) and _has_venv()


def _has_venv() -> bool:
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(module) for module in ("ensurepip", "venv"))


def _install_builder() -> int:
    # pip would fetch the builder of a source package unpinned; installed first, from the lock, it is used as it is.
    return _pip_locked(locked("setuptools", LOCK.read_text("utf-8")), "--only-binary", ":all:")


def _install_lock() -> int:
    print(f"Installing the packages of {LOCK.name}", flush=True)
    lock = LOCK.read_text("utf-8")
    source = locked(SOURCE_ONLY, lock)
    wheels = _pip_locked(lock.replace(source, ""), "--only-binary", ":all:")
    return wheels or _pip_locked(source, "--no-build-isolation", "--use-pep517")


def _install_program() -> int:
    print("Installing manifest-app itself", flush=True)
    return _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def _compile_translations() -> int:
    return _run([str(PYTHON), str(ROOT / "packaging" / "translations.py"), "compile"])


def _pip_locked(lock: str, *options: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / LOCK.name
        file.write_text(lock, "utf-8")
        return _pip("--require-hashes", "--no-deps", *options, "-r", str(file))


def _pip(*arguments: str) -> int:
    return _run([str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments])


def _run(command: list[str], *, quiet: bool = False) -> int:
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=output, stderr=output).returncode


if __name__ == "__main__":
    sys.exit(main())
