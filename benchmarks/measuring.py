"""Time and memory of a piece of work, and how they are told."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

Row = tuple[str, ...]
"""What was done, the figure, and where there is one the promise with whether it was kept."""

NOT_KEPT = "NOT KEPT"


def best_of(repeats: int, work: Callable[[], object]) -> float:
    """The shortest time of several runs, in seconds: what the work costs when nothing else disturbs it."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def timed(what: str, seconds: float, promised: float | None = None) -> Row:
    """The row of a time in seconds, and of the time that was promised."""
    figure = f"{seconds:.3f} s" if seconds < 10 else f"{seconds:.1f} s"
    return (what, figure, *_promise(seconds, promised, "s"))


def memory(what: str, promised: float | None = None) -> Row:
    """The row of the most memory that this process, or one of its ended children, had in use so far, in MiB."""
    peak = peak_mib()
    if peak is None:
        return (what, "not told by this system")
    return (what, f"{peak:.0f} MiB", *_promise(peak, promised, "MiB"))


def peak_mib() -> float | None:
    """The most memory this process or one of its ended children had in use, in MiB; None on Windows."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - it exists on POSIX only

    unit = 2**20 if sys.platform == "darwin" else 2**10
    own = _own_peak_kib() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / unit


def _own_peak_kib() -> int:
    """This program's own peak on Linux, 0 elsewhere; `getrusage` counts the program that started this one, too."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii", errors="replace").splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


def _promise(figure: float, promised: float | None, unit: str) -> Row:
    if promised is None:
        return ()
    return (f"{'kept' if figure <= promised else NOT_KEPT}: at most {promised:g} {unit}",)
