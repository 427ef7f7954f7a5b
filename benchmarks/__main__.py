"""Runs the benchmarks, each in a process of its own so that none inherits another's memory, and prints a table.

``python -m benchmarks [NAME...]`` runs those named, or all; a benchmark is a module ``bench_NAME.py`` in this folder
with a function ``measure(folder)`` that yields `Measurement`s. Exits with 1 if a promise was not kept. The numbers are
also written to ``build/bench.json``.
"""

import importlib
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.measuring import Measurement

HERE = Path(__file__).resolve().parent
RESULT = HERE.parent / "build" / "bench.json"


def main(arguments: Sequence[str]) -> int:
    """Runs the benchmarks named, or all; returns the exit code."""
    if arguments[:1] == ["--one"]:
        return _measure_here(arguments[1])
    names = list(arguments) or sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    results = [result for name in names for result in _measure(name)]
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_bytes(msgspec.json.format(msgspec.json.encode(results)))
    Console().print(_table(results))
    return 0 if all(result.kept for result in results) else 1


def _measure(name: str) -> list[Measurement]:
    command = [sys.executable, "-m", "benchmarks", "--one", name]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, cwd=HERE.parent)
    return msgspec.json.decode(done.stdout, type=list[Measurement])


def _measure_here(name: str) -> int:
    module = importlib.import_module(f"benchmarks.bench_{name}")
    with tempfile.TemporaryDirectory() as folder:
        results = list(module.measure(Path(folder)))
    sys.stdout.buffer.write(msgspec.json.encode(results))
    return 0


def _table(results: Sequence[Measurement]) -> Table:
    table = Table("what", "time", "promised", "peak memory", "")
    for result in results:
        promised = "" if result.limit is None else f"{result.limit:.2f} s"
        memory = "" if result.peak_mib is None else f"{result.peak_mib:.0f} MiB"
        table.add_row(result.name, f"{result.seconds:.3f} s", promised, memory, "" if result.kept else "TOO SLOW")
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
