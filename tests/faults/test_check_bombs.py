"""A file that was built to stop the check is refused soon, in little memory, and the program goes on."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from manifest_app.outgoing.report import Verdict
from tests.helpers import hostile
from tests.helpers import outgoing_bombs as bombs

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS, MOST_MIB = 2.0, 300
BOMBS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "2 GB of text": ("a.txt", bombs.text_of_two_gigabytes),
    "10,000 sheets": ("a.xlsx", bombs.ten_thousand_sheets),
    "pages in a loop": ("a.pdf", bombs.pages_in_a_loop),
    "a million objects": ("a.pdf", bombs.many_objects),
    "a stream packed twice": ("a.pdf", bombs.packed_stream),
    "16 to the sixth zips": ("a.zip", bombs.zips_in_zips),
    "a thousand zips": ("a.zip", bombs.zips_one_in_another),
    "a million elements deep": ("a.docx", bombs.elements_in_elements),
    "a million lists deep": ("a.json", bombs.lists_in_lists),
    "ten thousand mails deep": ("a.eml", bombs.mails_in_mails),
    "zip bomb": ("a.xlsx", hostile.zip_bomb),
    "billion laughs": ("a.xlsx", hostile.billion_laughs),
    "a cell of 200 MB": ("a.xlsx", hostile.huge_cell),
    "a cell of 200 MB, text": ("a.csv", hostile.huge_text_cell),
}


def cost(path: Path) -> tuple[str, float, float]:
    """The verdict, and the seconds and MiB it took in a program of its own, whose memory is not another test's."""
    command = [sys.executable, "-m", "tests.faults.check_child", str(path)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    verdict, seconds, mib = json.loads(done.stdout)
    return verdict, seconds, mib


@pytest.mark.parametrize("label", BOMBS)
def test_a_bomb_is_refused_soon_and_in_little_memory(label: str, tmp_path: Path) -> None:
    name, make = BOMBS[label]
    path = tmp_path / name
    make(path)
    verdict, seconds, mib = cost(path)
    path.unlink()
    assert verdict == Verdict.UNEXPLAINED
    assert seconds < MOST_SECONDS
    assert mib < MOST_MIB
