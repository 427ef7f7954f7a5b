"""Fuzz the targets: ``python -m tests.fuzz.soak [SECONDS [TARGET...]]``.

With atheris (Linux, CPython as its wheels have it) the changes are led by what they reach; without it they are drawn,
and the soak says so. What breaks a promise is kept in ``tests/fuzz/found`` and replayed by the tests ever after.
"""

import hashlib
import importlib.util
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.mutate import changed
from tests.fuzz.targets import targets

FOUND = Path(__file__).parent / "found"
SECONDS = 120


def main(arguments: list[str]) -> int:
    """Fuzz each target for some seconds; the number of those that broke a promise."""
    seconds = int(arguments[0]) if arguments else SECONDS
    led = importlib.util.find_spec("atheris") is not None
    if not led:
        sys.stdout.write(
            "atheris is not there for this Python or system: changes are drawn, and not led by what they reach.\n"
        )
    broken = 0
    for name in arguments[1:] or list(targets()):
        failed = _in_a_process(name, seconds) if led else _drawn(name, seconds)
        sys.stdout.write(f"{name}: {'BROKE A PROMISE, see tests/fuzz/found' if failed else 'held'}\n")
        sys.stdout.flush()
        broken += failed
    return broken


def _in_a_process(name: str, seconds: int) -> bool:
    command = [sys.executable, "-m", "tests.fuzz.led", name, str(seconds)]
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0


def _drawn(name: str, seconds: int) -> bool:
    target = targets()[name]
    end = time.monotonic() + seconds
    for data in changed(target.seeds, f"{name} {time.time_ns()}"):
        if time.monotonic() > end:
            return False
        if breaks(name, data):
            return True
    return False


def breaks(name: str, data: bytes) -> bool:
    """Whether bytes break a promise of a target; they are kept then, for the tests."""
    try:
        targets()[name].run(data)
    except Exception:  # whatever it is: a target lets nothing through
        FOUND.mkdir(exist_ok=True)
        Path(f"{prefix(name)}{hashlib.sha256(data).hexdigest()[:12]}.bin").write_bytes(data)
        return True
    return False


def prefix(name: str) -> str:
    """How the names of the files begin that a target broke on."""
    return f"{FOUND / name.replace(' ', '_')}--"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
