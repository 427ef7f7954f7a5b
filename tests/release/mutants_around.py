"""Exporters whose files are clean, and that leak by what surrounds them (see `tests.release.mutants`).

Each gets the clearance, the rows (from 0) of the people who are protected, and a folder; ``seen_in`` is the part of
`tests.helpers.observing.Seen` that tells. What stands in the file doesn't help to notice any of them.
"""

import logging
import os
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from manifest_app.errors import BlockedError
from manifest_app.files.atomic import write_new
from manifest_app.model.release import Clearance
from manifest_app.release.write import ReleaseFile, make_release
from tests.release.lists import liaison, passenger
from tests.release.mutants import Protected, _said

Answer = tuple[object, ...]
Leak = Callable[[ReleaseFile, Path, Protected], Answer]
MODIFIED = 946_728_000.0


@dataclass(frozen=True)
class Around:
    name: str
    seen_in: str
    leak: Leak

    def export(self, clearance: Clearance, protected: Protected, folder: Path) -> Answer:
        made = make_release(clearance, liaison(), "csv", number=1, forbidden=("910000001",))
        return self.leak(made, folder, protected) if protected else clean(made, folder)

    def __str__(self) -> str:
        return self.name


def clean(made: ReleaseFile, folder: Path) -> Answer:
    write_new(folder / made.name, made.data, modified=MODIFIED)
    return made.name, made.sha256, made.passengers


AROUND: list[Around] = []


def _add(name: str, seen_in: str, leak: Leak) -> None:
    AROUND.append(Around(name, seen_in, leak))


def _named(name: str, change: Callable[[str, str], str]) -> None:
    def leak(made: ReleaseFile, folder: Path, protected: Protected) -> Answer:
        clean(replace(made, name=change(made.name, _said(protected))), folder)
        return made.name, made.sha256, made.passengers

    _add(name, "names", leak)


_named("count in the name", lambda name, said: name.replace(".csv", f"_{len(said)}.csv"))
_named("handler in the name", lambda name, said: name.replace(".csv", f"_R{said}.csv"))
_named("small letters in the name", lambda name, _: name.lower())
_named("version that counts what was withheld", lambda name, said: name.replace("_v1", f"_v{len(said) + 1}"))
_named("space in the name", lambda name, said: name.replace(".csv", " " * len(said) + ".csv"))
_named("other ending", lambda name, _: name.replace(".csv", ".CSV"))
_named("day in the name", lambda name, _: name.replace("12-04", "12-05"))


def _after(name: str, seen_in: str, also: Callable[[ReleaseFile, Path, str], object]) -> None:
    """The clean file, and something besides."""

    def leak(made: ReleaseFile, folder: Path, protected: Protected) -> Answer:
        answer = clean(made, folder)
        also(made, folder, _said(protected))
        return answer

    _add(name, seen_in, leak)


def _zip(made: ReleaseFile, folder: Path, _: str) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(made.name, made.data)
    (folder / f"{made.name}.zip").write_bytes(target.getvalue())


def _aged(made: ReleaseFile, folder: Path, said: str) -> None:
    os.utime(folder / made.name, (MODIFIED, MODIFIED + len(said)))


def _read_only(made: ReleaseFile, folder: Path, said: str) -> None:
    (folder / made.name).chmod(0o400 if said else 0o600)


def _keeps_attributes() -> bool:
    """Whether files here can have attributes of their own: not every temporary folder is on such a file system."""
    with tempfile.NamedTemporaryFile() as file:
        try:
            os.setxattr(file.name, "user.a", b"")
        except OSError:
            return False
    return True


_after("file of those withheld", "names", lambda _, folder, said: (folder / "withheld.txt").write_text(said))
_after("empty file", "names", lambda _, folder, said: (folder / f".{len(said)}").touch())
_after("lock file", "names", lambda made, folder, _: (folder / f".~lock.{made.name}#").touch())
_after("unfinished file left", "names", lambda _, folder, said: (folder / ".writing-x").write_text(said))
_after("folder", "names", lambda _, folder, said: (folder / f"cases {said}").mkdir())
_after("wrapped once more", "names", _zip)
_after("second copy", "names", lambda made, folder, _: clean(replace(made, name=f"copy of {made.name}"), folder))
_after("time of the file", "marks", _aged)
_after("rights of the file", "marks", _read_only)
_after("second name of the file", "names", lambda made, folder, _: (folder / "b.csv").hardlink_to(folder / made.name))
if sys.platform == "linux" and _keeps_attributes():
    _after(
        "attribute of the file",
        "marks",
        lambda made, folder, said: os.setxattr(folder / made.name, "user.cases", said.encode()),
    )
_after("temporary file", "left", lambda made, *_: tempfile.mkstemp(made.name))
_after("file where it works", "left", lambda _, __, said: Path("core").write_text(said))
_after("printed line", "printed", lambda _, __, said: sys.stdout.write(f"{said} left off\n"))
_after("printed to the errors", "printed", lambda _, __, said: sys.stderr.write(f"{len(said)}\n"))
_after("log line", "logged", lambda _, __, said: logging.getLogger("manifest_app").debug("%d left off", len(said)))
_after("log line of another program", "logged", lambda *_: logging.getLogger("xlsxwriter").info("done again"))
_after("warning", "logged", lambda _, __, said: warnings.warn(f"{len(said)} left off", stacklevel=1))


def _answering(name: str, change: Callable[[Answer, str], Answer]) -> None:
    _add(name, "answer", lambda made, folder, protected: change(clean(made, folder), _said(protected)))


_answering("count that is told", lambda answer, said: (*answer[:2], f"{answer[2]} of {len(said) + 6}"))
_answering("hash of something else", lambda answer, said: (answer[0], said, answer[2]))
_answering("one thing more", lambda answer, said: (*answer, said))


def _refused(message: str, todo: str = "") -> Leak:
    def leak(made: ReleaseFile, _: Path, protected: Protected) -> Answer:
        raise BlockedError(message.replace("{}", str(len(protected))), todo or made.name)

    return leak


_add("refused for somebody", "answer", _refused("This list can't be released."))
_add("refused with a count", "answer", _refused("{} cells can't be written."))
_add("refused to be asked again", "answer", _refused("Not now.", "Try again tomorrow."))


def _reasons(made: ReleaseFile, folder: Path, protected: Protected) -> Answer:
    """A refusal for what is public, with its reasons in an order that isn't."""
    del made, folder
    spoilt = [passenger("A*"), passenger("B", number="k-1"), passenger("C", nationality="XXB")]
    spoilt.insert(0, spoilt.pop(len(protected)))
    raise BlockedError(" ".join(one.family_name for one in spoilt))


_add("order of the reasons", "answer", _reasons)
_add("nothing written and nothing said", "names", lambda made, _, __: (made.name, made.sha256, made.passengers))


def _in_two(made: ReleaseFile, folder: Path, protected: Protected) -> Answer:
    lines = made.data.splitlines(keepends=True)
    first = [line for row, line in enumerate(lines) if row - 1 not in protected]
    clean(replace(made, data=b"".join(first)), folder)
    clean(replace(made, name=made.name.replace("_v1", "_v2"), data=b"".join(lines[:1])), folder)
    return made.name, made.sha256, made.passengers


_add("list in two files", "names", _in_two)
