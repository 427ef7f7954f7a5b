"""A program of its own that checks a file and tells what it took.

``python -m tests.faults.check_child FILE``

It prints the verdict, the seconds that the check took, and the most MiB that it or its parser child had in use.
"""

import json
import sys
import time
from pathlib import Path

from benchmarks.measuring import peak_mib
from manifest_app.workflow.checking import check_file


def main() -> None:
    """Check the file that is named."""
    start = time.perf_counter()
    report = check_file(None, Path(sys.argv[1]))
    seconds = time.perf_counter() - start
    print(json.dumps([report.verdict, seconds, peak_mib() or 0]))  # noqa: T201 - the line is what the parent waits for


if __name__ == "__main__":
    main()
