"""One target under atheris, in a process of its own: ``python -m tests.fuzz.led TARGET SECONDS``."""

import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # it is not there on every system

with atheris.instrument_imports(include=["manifest_app"]):
    from tests.fuzz.soak import breaks, prefix
    from tests.fuzz.targets import targets

LONGEST = 65_536


def run(data: bytes) -> None:
    """What atheris calls with each change."""
    if breaks(sys.argv[1], data):
        raise SystemExit(1)


def main(name: str, seconds: int) -> None:
    """Fuzz one target."""
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(targets()[name].seeds):
            (Path(folder) / str(number)).write_bytes(seed)
        options = (f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=2048")
        atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={prefix(name)}", folder], run)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
