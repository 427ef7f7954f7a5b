"""Runs the benchmarks, each in a process of its own so that none inherits another's memory, and prints their tables.

``python -m benchmarks [NAME...]`` runs those named, or all. A benchmark is a module ``bench_NAME.py`` in this folder.
The first line of its docstring is the title of its table, and its function ``run()`` gives the rows: what was done, the
figure, and more if there is more to say. A cell that starts with ``NOT KEPT`` is a broken promise; the exit code is 1
then. All rows are also written to ``build/bench.json``.
"""

import contextlib
import importlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.measuring import NOT_KEPT

HERE = Path(__file__).resolve().parent
RESULT = HERE.parent / "build" / "bench.json"


class Result(msgspec.Struct, frozen=True):
    """The table of one benchmark."""

    name: str
    title: str
    rows: tuple[tuple[str, ...], ...]


def main(arguments: Sequence[str]) -> int:
    """Runs the benchmarks named, or all; returns the exit code."""
    if arguments[:1] == ["--one"]:
        return _run_here(arguments[1])
    names = list(arguments) or sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    console = Console()
    results = []
    for name in names:
        result = _run_apart(name)
        console.print(_table(result))
        results.append(result)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_bytes(msgspec.json.format(msgspec.json.encode(results)))
    broken = [cell for result in results for row in result.rows for cell in row if cell.startswith(NOT_KEPT)]
    return 1 if broken else 0


def _run_apart(name: str) -> Result:
    command = [sys.executable, "-m", "benchmarks", "--one", name]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, cwd=HERE.parent)
    return msgspec.json.decode(done.stdout, type=Result)


def _run_here(name: str) -> int:
    # What a benchmark prints is for the reader; only the result goes to the process that asked.
    with contextlib.redirect_stdout(sys.stderr):
        module = importlib.import_module(f"benchmarks.bench_{name}")
        rows = tuple(tuple(str(cell) for cell in row) for row in module.run())
    title = (module.__doc__ or name).partition("\n")[0]
    sys.stdout.buffer.write(msgspec.json.encode(Result(name, title, rows)))
    return 0


def _table(result: Result) -> Table:
    table = Table(title=result.title, title_justify="left", show_header=False)
    for row in result.rows:
        table.add_row(*row)
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
