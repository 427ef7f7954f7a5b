"""What must hold for any file whatever, by the child that the program uses."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from manifest_app.files.child import run_child
from manifest_app.files.task import ChildLimits, task_name
from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.parse import LIMITS, parts_of, take_apart
from manifest_app.outgoing.report import Report, Verdict, report_of

TODAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on a file, and the promise that it broke ("" if none)."""

    verdict: Verdict
    broken: str


def report_on(path: Path, limits: ChildLimits = LIMITS) -> Report:
    """What a check says of a file, nobody's names at hand."""
    return report_of(detect(parts_of(path, limits=limits).found, None, TODAY), people_checked=False)


def outcome_of(path: Path, limits: ChildLimits = LIMITS) -> Outcome:
    """Check a file twice, and take it apart once more to see whether its reader broke."""
    first = report_on(path, limits)
    broken = "" if report_on(path, limits) == first else "another verdict the second time"
    try:
        for _ in run_child(task_name(take_apart), str(path.absolute()), what=path.name, limits=limits):
            pass
    except Exception as error:  # whatever it is: a file never ends its reader
        broken = f"its reader broke: {error}"
        if first.verdict is Verdict.CLEAN:
            broken += ", AND IT WAS CLEAN"
    return Outcome(first.verdict, broken)
