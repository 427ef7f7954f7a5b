"""A program of its own that checks a file and tells what it took.

``python -m tests.faults.check_child FILE``

It prints the verdict, the seconds of processor time that it and its parser child took (what else the machine was doing
then is not the file's doing), and the most MiB that either had in use.
"""

import json
import os
import sys
from pathlib import Path

from benchmarks.measuring import peak_mib
from manifest_app.workflow.checking import check_file


def main() -> None:
    """Check the file that is named."""
    start = sum(os.times()[:4])
    report = check_file(None, Path(sys.argv[1]))
    seconds = sum(os.times()[:4]) - start
    print(json.dumps([report.verdict, seconds, peak_mib() or 0]))  # noqa: T201 - the line is what the parent waits for


if __name__ == "__main__":
    main()
