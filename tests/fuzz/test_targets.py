"""The fuzz targets in short: their seeds, some changes of them, and everything that a fuzzer ever found."""

from itertools import islice
from pathlib import Path

import pytest

from tests.fuzz.mutate import changed
from tests.fuzz.targets import BrokenPromiseError, Target, examined, targets

FOUND = Path(__file__).parent / "found"
CHANGES = 60


@pytest.mark.parametrize("name", targets())
def test_no_change_of_a_file_breaks_a_promise(name: str) -> None:
    target = targets()[name]
    for data in islice(changed(target.seeds, name), CHANGES):
        target.run(data)


@pytest.mark.parametrize("path", sorted(FOUND.glob("*.bin")), ids=lambda path: path.stem)
def test_what_was_found_once_is_not_found_again(path: Path) -> None:
    targets()[path.stem.partition("--")[0].replace("_", " ")].run(path.read_bytes())


def test_a_broken_promise_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.targets.detect", lambda *_arguments: iter(()))
    target: Target = targets()["text"]
    with pytest.raises(BrokenPromiseError, match="not seen"):
        target.run(b"Good day.")
    with pytest.raises(BrokenPromiseError, match="not explained"):
        examined(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc")
