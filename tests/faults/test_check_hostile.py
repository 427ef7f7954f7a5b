"""Hostile files of each kind: refused within limits by counting, not by running into them; the next one is checked."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from manifest_app.errors import FileProblem
from manifest_app.files.task import ChildLimits
from manifest_app.outgoing import parse
from manifest_app.outgoing.report import Verdict
from manifest_app.workflow.checking import check_file
from tests.corpora.checking import report_on
from tests.helpers import hostile_packages, hostile_texts

FILES: Mapping[str, Callable[[], dict[str, tuple[str, bytes]]]] = {
    "texts": hostile_texts.texts,
    "mails": hostile_texts.mails,
    "pictures": hostile_texts.pictures,
    "workbooks": hostile_packages.workbooks,
    "documents": hostile_packages.documents,
    "archives": hostile_packages.archives,
    "pdfs": hostile_packages.pdfs,
}
# The child's own needs are 180 MB of addresses, of which it uses 50.
LIMITS = ChildLimits(memory_bytes=640 << 20, cpu_seconds=30, wall_seconds=300.0)


@pytest.mark.parametrize("kind", FILES)
def test_a_hostile_file_is_refused_before_it_costs_much(kind: str, tmp_path: Path) -> None:
    failed = {}
    for label, (name, content) in FILES[kind]().items():
        path = tmp_path / name
        path.write_bytes(content)
        report = report_on(path, LIMITS)
        if report.verdict is Verdict.CLEAN or any(place.what == parse._BROKE for place in report.places):
            failed[label] = report
    assert failed == {}
    path = tmp_path / "next.txt"
    path.write_text("Good day.", encoding="utf-8")
    assert report_on(path, LIMITS).verdict is Verdict.CLEAN


@pytest.mark.parametrize(
    "limits",
    [
        ChildLimits(memory_bytes=32 << 20),
        ChildLimits(cpu_seconds=0),
        ChildLimits(wall_seconds=0.0),
    ],
    ids=["memory", "processor time", "time"],
)
def test_a_file_whose_reader_was_stopped_is_unexplained(limits: ChildLimits, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" * 1_000_000)
    assert report_on(path, limits).verdict is Verdict.UNEXPLAINED


def test_a_file_whose_reader_fails_by_a_fault_of_its_own_is_unexplained(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Good day.", encoding="utf-8")
    monkeypatch.setattr(parse, "task_name", lambda _function: "manifest_app.outgoing.parse:no_such_task")
    assert report_on(path).verdict is Verdict.UNEXPLAINED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe.txt", tmp_path / "loop.txt"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for path in (pipe, loop, tmp_path, tmp_path / "none.txt", Path("/dev/zero")):
        with pytest.raises(FileProblem):
            check_file(None, path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["two\nlines.txt", "\u202etxt.exe.txt", "a" * 250, "-rf.txt", " .txt", "é\u0301.txt"])
def test_a_file_of_an_odd_name_is_checked(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("Good day.", encoding="utf-8")
    assert check_file(None, path).verdict is Verdict.CLEAN
    path.write_text("He was granted withholding of removal.", encoding="utf-8")
    assert check_file(None, path).verdict is Verdict.DISCLOSES
