"""A watched folder whose time the test moves on."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from manifest_app.workflow import watching
from manifest_app.workflow.session import Session
from manifest_app.workflow.watching import Outcome, Watch, watched

CLEAN = "The meeting is on Monday."
DISCLOSING = "Some of the people on the list for flight RX-114 were affected."
SETTLE = 2.0


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """A watch whose time the test moves on."""

    def __init__(self, folder: Path, watch: Watch, clock: Clock) -> None:
        self.folder, self.watch, self.clock = folder, watch, clock

    def save(self, name: str, text: str, folder: str = "outbox") -> Path:
        path = self.folder / folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def look(self, after: float = SETTLE) -> list[Outcome]:
        self.clock.now += after
        outcomes: list[Outcome] = []
        self.watch.look(outcomes.append)
        return outcomes

    def settled(self) -> list[Outcome]:
        self.look()
        return self.look()

    def names(self, folder: str) -> set[str]:
        found = {path.name for path in (self.folder / folder).iterdir()}
        return {name for name in found if not name.endswith(watching.REPORT_ENDINGS)}

    def texts(self, folder: str) -> list[str]:
        """What the files there say, each of which has its report (those that were put there by the test need none)."""
        found = [self.folder / folder / name for name in self.names(folder) if not name.startswith(".")]
        texts = [path.read_text(encoding="utf-8") for path in found]
        for path, text in zip(found, texts, strict=True):
            reports = [path.with_name(path.name + ending) for ending in watching.REPORT_ENDINGS]
            assert text == "bad before" or all(one.is_file() for one in reports)
        return sorted(texts)


@contextmanager
def at(folder: Path, session: Session | None = None) -> Iterator[Desk]:
    clock = Clock()
    with watched(folder, lambda: nullcontext(session), settle=SETTLE, clock=clock) as watch:
        yield Desk(folder, watch, clock)


def folder(home: Path) -> Path:
    made = home / "watched"
    made.mkdir(parents=True)
    return made
