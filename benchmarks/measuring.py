"""Time and memory of a piece of work."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measurement:
    """One number of a benchmark.

    Args:
        name: What was done, such as ``import of 200 rows``.
        seconds: The best time of all repeats.
        limit: The time in seconds that was promised; None where nothing was.
        peak_mib: The most memory the process had in use so far, in MiB; None where the system doesn't tell.
    """

    name: str
    seconds: float
    limit: float | None = None
    peak_mib: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the promise was kept."""
        return self.limit is None or self.seconds <= self.limit


def best_of(repeats: int, work: Callable[[], object]) -> float:
    """The shortest time of several runs, in seconds: what the work costs when nothing else disturbs it."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def peak_mib() -> float | None:
    """The most memory this process or one of its ended children had in use, in MiB; None on Windows."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - it exists on POSIX only

    unit = 2**20 if sys.platform == "darwin" else 2**10
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(who).ru_maxrss for who in whose) / unit
