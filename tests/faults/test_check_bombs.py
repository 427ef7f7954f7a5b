"""A file that was built to stop the check is refused soon, in little memory, and the program goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from manifest_app.files.task import ChildLimits
from manifest_app.outgoing import parse
from manifest_app.outgoing.report import Verdict
from tests.corpora.checking import report_on
from tests.helpers import hostile
from tests.helpers import outgoing_bombs as bombs

# Alone, each takes less than two seconds and 300 MiB (docs/checking.md); how long seconds of a processor are depends on
# what else runs, so more are allowed, and what counts is that the child is not stopped by its limits.
LIMITS = ChildLimits(memory_bytes=640 << 20, cpu_seconds=8, wall_seconds=300.0)
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
    "a million pages": ("a.pdf", bombs.many_pages),
    "6,000 times one page": ("a.pdf", bombs.more_pages),
    "a million attributes": ("a.html", bombs.many_attributes),
    "a million keys": ("a.json", bombs.many_keys),
    "a number of 10 MB": ("a.json", bombs.long_number),
    "5 million rows": ("a.csv", bombs.many_rows),
    "a cell of 200 MB, text": ("a.csv", hostile.huge_text_cell),
}


@pytest.mark.parametrize("label", BOMBS)
def test_a_bomb_is_refused_soon_and_in_little_memory(label: str, tmp_path: Path) -> None:
    name, make = BOMBS[label]
    path = tmp_path / name
    make(path)
    report = report_on(path, LIMITS)
    path.unlink()
    assert report.verdict is Verdict.UNEXPLAINED
    assert all(place.what != parse._BROKE for place in report.places)
