"""Reads the files that other projects test their readers with: ``python -m tests.corpora.soak [FOLDER]``.

The source packages of ``packages.txt`` are fetched by pip, which compares their hashes, into ``build/corpora``. Every
file in them, and in the zips among them, is checked as `tests.corpora.checking` says.
"""

import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.corpora.checking import outcome_of

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = Path(__file__).parent / "packages.txt"
CACHE = ROOT / "build" / "corpora"
MAILS = Path(sysconfig.get_path("stdlib")) / "test" / "test_email" / "data"
MOST_BYTES = 16 << 20
# The programs of those projects are not what their readers are tested with.
SOURCES = frozenset({".py", ".pyi", ".c", ".h", ".cpp", ".rst", ".toml", ".cfg", ".md", ".js", ".css", ".po"})


def main(arguments: list[str]) -> int:
    """Check every file of the corpora, or of a folder; the number of files that broke a promise."""
    count: Counter[str] = Counter()
    broken = 0
    with TemporaryDirectory() as folder:
        for label, data in _of_folder(Path(arguments[0])) if arguments else _of_packages():
            if Path(label).suffix.lower() in SOURCES:
                continue
            path = Path(folder) / f"file{Path(label).suffix}"
            path.write_bytes(data)
            outcome = outcome_of(path)
            count[outcome.verdict] += 1
            if outcome.broken:
                broken += 1
                _say(f"{label}: {outcome.broken}")
    _say(f"{count.total()} files: {dict(count)}; {broken} broke a promise")
    return min(broken, 100)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _of_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.stat().st_size <= MOST_BYTES:
            yield str(path), path.read_bytes()


def _of_packages() -> Iterator[tuple[str, bytes]]:
    """The corpora, and the mails of Python's own tests where they are installed."""
    yield from _of_folder(MAILS)
    CACHE.mkdir(parents=True, exist_ok=True)
    for line in PACKAGES.read_text("utf-8").splitlines():
        name = line.split("==")[0]
        if not any(_same(path.name, name) for path in CACHE.iterdir()):
            _fetch(line)
        for path in sorted(CACHE.iterdir()):
            if _same(path.name, name):
                yield from _of_archive(path)


def _same(file: str, package: str) -> bool:
    return file.lower().replace("_", "-").startswith(f"{package}-")


def _fetch(line: str) -> None:
    with TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"
        wanted.write_text(line, "utf-8")
        options = ("--quiet", "--no-deps", "--no-binary", ":all:", "--require-hashes", "--dest", str(CACHE))
        command = [sys.executable, "-m", "pip", "download", *options, "-r", str(wanted)]
        if subprocess.run(command, check=False).returncode:
            _say(f"{line.split(maxsplit=1)[0]} could not be fetched, and is LEFT OUT.")


def _of_archive(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if not info.is_dir() and info.file_size <= MOST_BYTES:
                    yield info.filename, archive.read(info)
        return
    with tarfile.open(path) as tape:
        for member in tape:
            stream = tape.extractfile(member) if member.isfile() and member.size <= MOST_BYTES else None
            if stream is not None:
                yield member.name, stream.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
