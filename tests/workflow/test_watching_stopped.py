"""A watch that is stopped at any of its steps, by the keyboard or for good, loses nothing and does nothing twice."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from manifest_app.outgoing.report import Report, Verdict
from manifest_app.workflow.session import Session
from tests.workflow.desk import at, folder


class Fault:
    """Stops the program before its step of that number; one that was killed does nothing after it either."""

    def __init__(self, at: int, *, killed: bool) -> None:
        self.at, self.killed = at, killed
        self.steps = 0

    def patch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for owner, name in ((os, "link"), (os, "fsync"), (Path, "unlink"), (tempfile, "mkstemp")):
            monkeypatch.setattr(owner, name, self._stopping(getattr(owner, name)))

    def _stopping(self, real: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **more: object) -> object:
            self.steps += 1
            if self.steps == self.at or (self.killed and self.steps > self.at):
                raise KeyboardInterrupt
            return real(*arguments, **more)

        return step


def seemingly(_session: Session | None, path: Path, **_more: object) -> Report:
    """A check that takes no time."""
    verdict = Verdict.CLEAN if path.read_text().startswith("good") else Verdict.DISCLOSES
    return Report(verdict, (), people_checked=True)


@pytest.mark.skipif(os.name == "nt", reason="a move is one step there")
@pytest.mark.parametrize("killed", [True, False])
def test_wherever_it_is_stopped_each_file_ends_once_in_its_place_with_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    monkeypatch.setattr("manifest_app.workflow.watching.check_file", seemingly)
    for number in count(1):
        home = folder(tmp_path / str(number))
        fault = Fault(number, killed=killed)
        with at(home) as desk, monkeypatch.context() as patch:
            desk.save("a.txt", "good")
            desk.save("b.txt", "bad")
            desk.save("b.txt", "bad before", "refused")
            desk.look()
            fault.patch(patch)
            with suppress(KeyboardInterrupt):
                desk.look()
        with at(home) as desk:
            desk.settled()
            desk.settled()
            assert desk.names("outbox") == desk.names("checking") == set(), number
            assert desk.texts("cleared") == ["good"], number
            assert desk.texts("refused") == ["bad", "bad before"], number
        if fault.steps < fault.at:
            break
    assert number > 20
