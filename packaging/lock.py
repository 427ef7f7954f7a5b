"""Writes ``requirements.lock``: exact versions with hashes, for every system and Python that pyproject.toml allows.

uv is fetched for it into a folder of its own; it is needed for nothing else. Without ``--upgrade`` the versions that
are locked stay as they are.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = (
    "--extra=dev",
    "--universal",
    "--python-version=3.11",
    "--fork-strategy=fewest",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--quiet",
    "--output-file=requirements.lock",
)


def main(arguments: list[str]) -> int:
    """Fetches uv and lets it resolve; returns its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([str(programs / "python"), "-m", "pip", "install", "--quiet", "uv"], check=True)
        command = [str(programs / "uv"), "pip", "compile", "pyproject.toml", *OPTIONS, *arguments]
        return subprocess.run(command, check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
