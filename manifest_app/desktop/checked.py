"""The work of *Check a file*: files and whole folders, one after the other, and the report that can be kept of it."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from manifest_app.desktop.models import places
from manifest_app.desktop.models.reasons import what
from manifest_app.errors import FileProblem, KnownError
from manifest_app.files import atomic
from manifest_app.model.progress import Progress
from manifest_app.outgoing.pictures import ocr
from manifest_app.outgoing.pieces import Channel
from manifest_app.outgoing.report import Place, Report, Verdict
from manifest_app.workflow.checking import check_file
from manifest_app.workflow.session import Session
from manifest_app.workflow.watching import CANNOT_READ

MOST_FILES = 1000
"""Of one drop; more would rather be a mistake of the hand."""
WORST_FIRST = (Verdict.DISCLOSES, Verdict.UNEXPLAINED, Verdict.CLEAN)
PICTURE = "picture without text"
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a file, or of the text in the box."""

    name: str
    report: Report


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of all that was checked together; ``reads_pictures`` is whether their words can be read here."""

    made: tuple[Checked, ...]
    reads_pictures: bool = True

    @property
    def verdict(self) -> Verdict:
        """That of the worst."""
        return next(one for one in WORST_FIRST if any(made.report.verdict is one for made in self.made))

    @property
    def needs_words(self) -> bool:
        """Whether a picture was refused that could be explained if its words were read."""
        unread = any(place.what == PICTURE for made in self.made for place in made.report.places)
        return unread and not self.reads_pictures


def check_files(session: Session, paths: Sequence[Path], progress: Progress) -> Answer:
    """Check files, and all files in folders; one that can't be read among several is refused, and the others go on.

    Raises:
        FileProblem: The only file can't be read.
        KnownError: There is no file, or there are too many.
        CancelledError: ``progress`` cancelled.
    """
    named = tuple(_named(paths, progress))
    if not named:
        raise KnownError("There is no file in that folder.", "Drop files, or a folder with files in it.")
    if len(named) == 1:
        ((name, path),) = named
        return _answer([Checked(name, check_file(session, path, progress=progress))])
    made = []
    for number, (name, path) in enumerate(named):

        def step(_done: int, _total: int | None, _what: str, number: int = number) -> None:
            progress(number, len(named), translate("CheckPage", "Checking the files"))

        step(0, None, "")
        made.append(Checked(name, _one_of_several(session, path, step)))
    return _answer(sorted(made, key=lambda one: WORST_FIRST.index(one.report.verdict)))


def as_text(answer: Answer) -> str:
    """The report as it is read: each file with its places, in the language of the window."""
    lines = []
    for one in answer.made:
        lines.append(f"{one.name}: {places.verdict(one.report.verdict)}")
        lines += [f"  {place_text(place)}" for place in one.report.places]
        if not one.report.people_checked:
            lines.append(f"  {translate('CheckPage', 'People were not checked.')}")
    return "\n".join([*lines, ""])


def place_text(place: Place) -> str:
    """A place as one line of text; none of what stands there."""
    return f"{places.where(place.where)}: {places.channel(place.channel)}: {what(place.what)}"


def as_json(answer: Answer) -> str:
    """The report for a program, with the stable words of ``check --json``."""
    files = [
        {
            "file": one.name,
            "verdict": one.report.verdict,
            "people_checked": one.report.people_checked,
            "places": [{"where": at.where, "channel": at.channel, "what": at.what} for at in one.report.places],
        }
        for one in answer.made
    ]
    return json.dumps({"verdict": answer.verdict, "files": files}, ensure_ascii=False, indent=2) + "\n"


def save(answer: Answer, path: Path) -> Path:
    """Write the report, as JSON where the name ends so.

    Raises:
        WriteProblem: It can't be written there.
    """
    text = as_json(answer) if path.suffix.casefold() == ".json" else as_text(answer)
    atomic.replace(path, text.encode())
    return path


def _answer(made: Sequence[Checked]) -> Answer:
    answer = Answer(tuple(made))
    unread = Answer(answer.made, reads_pictures=False)
    return Answer(answer.made, ocr.is_there()) if unread.needs_words else answer


def _one_of_several(session: Session, path: Path, progress: Progress) -> Report:
    try:
        return check_file(session, path, progress=progress)
    except FileProblem:
        place = Place(Channel.WHOLE, Channel.WHOLE, CANNOT_READ)
        return Report(Verdict.UNEXPLAINED, (place,), people_checked=True)


def _named(paths: Sequence[Path], progress: Progress) -> Iterator[tuple[str, Path]]:
    """Each file with the name it is called by: that in its folder, where a folder was dropped."""
    count = 0
    for path in paths:
        inside = _below(path) if path.is_dir() else iter([path])
        for file in inside:
            progress(0, None, translate("CheckPage", "Looking for files"))
            count += 1
            if count > MOST_FILES:
                raise KnownError(f"There are more than {MOST_FILES} files.", "Check a folder with fewer files in it.")
            yield str(file.relative_to(path.parent)), file


def _below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(root) / name for name in sorted(names))
