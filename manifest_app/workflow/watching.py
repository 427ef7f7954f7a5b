"""Watching a folder: what is saved into ``outbox`` is checked, and moved to ``cleared`` or ``refused`` with a report.

A file is first taken into ``checking``, where nobody saves over it, and moved on when its bytes are the same before and
after the check. It is renamed only, never copied, changed or deleted; what a file is called there already stays. What
an interrupted watch left in ``checking`` is checked by the next one.

Whoever can save into the folder sees where a file lands. So the check is the one that a planner would get: under a
neutral policy it doesn't look for people, and clears nothing but releases of the vault.
"""

import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from hashlib import file_digest
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

from manifest_app.errors import FileProblem, KnownError, WriteProblem
from manifest_app.files.atomic import move_new, write_new
from manifest_app.model.progress import Progress, silent
from manifest_app.outgoing.pieces import Channel
from manifest_app.outgoing.report import Place, Report, Verdict
from manifest_app.workflow.checking import check_file
from manifest_app.workflow.session import Session, utc_now

OUTBOX, CHECKING, CLEARED, REFUSED = "outbox", "checking", "cleared", "refused"
FOLDERS = (OUTBOX, CHECKING, CLEARED, REFUSED)
LOCK_FILE = ".watch.lock"
REPORT_ENDINGS = (".report.json", ".report.txt")

NO_FILE = "is no file: pack a folder into a ZIP"
STILL_WRITTEN = "is still being written"
HELD = "is open in another program, or may not be moved"
CANNOT_READ = "it can't be read"

# What programs write while they have a file open, or before a file is complete.
_PASSING_BEGINNINGS = (".", "~$")
_PASSING_ENDINGS = (".tmp", ".part", ".partial", ".crdownload", ".filepart")
# A safe save of macOS goes through letter.docx.sb-1f2e3d-AbCdEf; the other two are Windows' own.
_PASSING_MARK = ".sb-"
_PASSING_NAMES = frozenset({"desktop.ini", "thumbs.db"})
_LONGEST_NAME = 200
"""Bytes of a name: file systems take 255, and a number and a report's ending are to be added."""

_Signature = tuple[int, int, int, int]
Opener = Callable[[], AbstractContextManager[Session | None]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file that was checked: where it is now, and the report that lies beside it."""

    path: Path
    report: Report

    @property
    def cleared(self) -> bool:
        """Whether it may leave."""
        return self.report.verdict is Verdict.CLEAN


class Watch:
    """The watch over one folder; `watched` makes it.

    Args:
        folder: The folder with the four of `FOLDERS` in it.
        opened: Opens the vault for the checks of one look (or gives None), and closes it after.
        settle: Seconds for which size and time of a file must stay the same before it is complete.
        clock: Seconds that only grow.
    """

    def __init__(self, folder: Path, opened: Opener, *, settle: float, clock: Callable[[], float]) -> None:
        self._outbox, self._checking, self._cleared, self._refused = (folder / name for name in FOLDERS)
        self._opened = opened
        self._settle = settle
        self._clock = clock
        self._seen: dict[Path, tuple[_Signature, float]] = {}
        self._left: dict[str, str] = {}

    @property
    def left(self) -> Mapping[str, str]:
        """What the last look left where it is, with the reason."""
        return self._left

    def look(self, tell: Callable[[Outcome], None], *, most: int | None = None, progress: Progress = silent) -> None:
        """Check each file that is complete, and move it.

        Args:
            tell: Told where each file went.
            most: After how many files to come back; the rest is for the next look. None for all.
            progress: Told how far the check of a file is; may raise to cancel.

        Raises:
            VaultError: The vault can't be opened now; nothing was moved.
            FileProblem: The outbox can't be read any more.
            WriteProblem: A report can't be written, or a file not be moved on; the file is back in the outbox.
            CancelledError: ``progress`` cancelled; the file at hand is back in the outbox.
        """
        self._left = {}
        complete = list(self._complete())[:most]
        if not complete:
            return
        with self._opened() as session:
            for path in complete:
                if outcome := self._handle(session, path, progress):
                    tell(outcome)

    def _complete(self) -> Iterator[Path]:
        now = self._clock()
        seen: dict[Path, tuple[_Signature, float]] = {}
        for path in _entries(self._checking) + _entries(self._outbox):
            signature = _signature(path)
            if signature is None:
                if os.path.lexists(path):
                    self._left[path.name] = NO_FILE
                continue
            before, since = self._seen.get(path, (None, now))
            seen[path] = (signature, since if before == signature else now)
            if before != signature or now - since < self._settle:
                self._left[path.name] = STILL_WRITTEN
            elif _is_open(path):
                self._left[path.name] = HELD
            else:
                yield path
        self._seen = seen

    def _handle(self, session: Session | None, path: Path, progress: Progress) -> Outcome | None:
        if self._is_gone(path):
            return None
        taken = path if path.parent == self._checking else self._take(path)
        if taken is None:
            return None
        try:
            digest, report = _checked(session, taken, progress)
            if _digest(taken) != digest:
                self._left[taken.name] = STILL_WRITTEN
                return None
            folder = self._cleared if report.verdict is Verdict.CLEAN else self._refused
            return Outcome(_deliver(taken, folder, digest, report), report)
        except BaseException:
            # Whatever stops the watch, also from the keyboard: whoever saved the file finds it again.
            if not self._is_gone(taken):
                _moved(taken, self._outbox)
            raise

    def _take(self, path: Path) -> Path | None:
        try:
            return _moved(path, self._checking)
        except WriteProblem:
            if path.exists():
                self._left[path.name] = HELD
            return None

    def _is_gone(self, path: Path) -> bool:
        """Whether a file was taken away, or has arrived but for the second step of its move, which is made here.

        A stop between the two steps of `move_new` leaves a file under both names.
        """
        try:
            if path.stat().st_nlink < 2:
                return False
        except OSError:
            return True
        folders = (self._checking, self._cleared, self._refused)
        others = (one for folder in folders if folder != path.parent for one in folder.iterdir())
        if any(_signature(other) is not None and other.samefile(path) for other in others):
            path.unlink()
            return True
        return False


@contextmanager
def watched(folder: Path, opened: Opener, *, settle: float, clock: Callable[[], float]) -> Iterator[Watch]:
    """Watch a folder, as the only one; the folders that it needs are made.

    Raises:
        FileProblem: There is no such folder, its parts lie on several file systems, or nothing may be written there.
        KnownError: Another watch is on it.
    """
    _prepare(folder)
    lock = FileLock(folder / LOCK_FILE, timeout=0, thread_local=False, preserve_lock_file=True)
    try:
        lock.acquire()
    except Timeout:
        raise KnownError(f"Another watch is on {folder}.", "One watch is enough; end the other one first.") from None
    try:
        yield Watch(folder, opened, settle=settle, clock=clock)
    finally:
        lock.release()


def _prepare(folder: Path) -> None:
    if not folder.is_dir():
        raise FileProblem(f"There is no folder {folder}.", "Make the folder, or choose another one.")
    try:
        for name in FOLDERS:
            (folder / name).mkdir(exist_ok=True)
        devices = {(folder / name).stat().st_dev for name in FOLDERS}
        (folder / LOCK_FILE).touch()
    except OSError as error:
        raise FileProblem(
            f"The folders for the watch can't be made in {folder}.", "Choose a folder you may write to."
        ) from error
    if len(devices) > 1:
        raise FileProblem(
            f"The folders in {folder} lie on several disks.", "A file is only renamed: have them all on one disk."
        )


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not _is_passing(path.name))
    except OSError as error:
        raise FileProblem(f"The folder {folder} can't be read.", "Start the watch again, which makes it.") from error


def _is_passing(name: str) -> bool:
    lower = name.casefold()
    known = lower in _PASSING_NAMES or _PASSING_MARK in lower
    return known or name.startswith(_PASSING_BEGINNINGS) or lower.endswith(_PASSING_ENDINGS)


def _is_open(path: Path) -> bool:
    """Whether an office program says by a file beside it that it has a document open: LibreOffice, Excel, Word."""
    name = path.name
    return any(os.path.lexists(path.with_name(one)) for one in (f".~lock.{name}#", f"~${name}", f"~${name[2:]}"))


def _signature(path: Path) -> _Signature | None:
    """What changes when a file is written; None for what is no file of its own (a folder, a link, a pipe)."""
    try:
        found = path.lstat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _digest(path: Path) -> str:
    """The SHA-256 of a file, or nothing where it can't be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _checked(session: Session | None, path: Path, progress: Progress) -> tuple[str, Report]:
    if digest := _digest(path):
        with suppress(FileProblem):
            return digest, check_file(session, path, shared=True, progress=progress)
    place = Place(Channel.WHOLE, Channel.WHOLE, CANNOT_READ)
    return digest, Report(Verdict.UNEXPLAINED, (place,), people_checked=False)


def _moved(path: Path, folder: Path) -> Path:
    """Move a file under its name, or with a number where that is taken."""
    return next(target for target in _targets(path, folder) if move_new(path, target))


def _deliver(path: Path, folder: Path, digest: str, report: Report) -> Path:
    """Put the report in its place and move the file beside it; the file is never there without it."""
    return next(target for target in _targets(path, folder) if _delivered(path, target, digest, report))


def _delivered(path: Path, target: Path, digest: str, report: Report) -> bool:
    reports = [target.with_name(target.name + ending) for ending in REPORT_ENDINGS]
    if any(os.path.lexists(one) for one in (target, *reports)):
        return False
    written: list[Path] = []
    try:
        for one, text in zip(reports, _texts(target.name, digest, report), strict=True):
            write_new(one, text.encode())
            written.append(one)
        return move_new(path, target)
    finally:
        # Also where the move failed or was interrupted, before it came about or after.
        if path.exists() and not (target.exists() and target.samefile(path)):
            for one in written:
                one.unlink(missing_ok=True)


def _targets(path: Path, folder: Path) -> Iterator[Path]:
    name = "".join(character if character.isprintable() else "_" for character in path.name)
    ending = Path(name).suffix if len(Path(name).suffix.encode()) <= 20 else ""
    stem = name.removesuffix(ending).encode()[: _LONGEST_NAME - len(ending.encode())].decode(errors="ignore")
    yield folder / f"{stem}{ending}"
    for number in count(2):
        yield folder / f"{stem} ({number}){ending}"


def _texts(name: str, digest: str, report: Report) -> tuple[str, str]:
    at = utc_now().isoformat()
    document = {
        "file": name,
        "sha256": digest,
        "checked_at": at,
        "verdict": report.verdict,
        "places": [{"where": one.where, "channel": one.channel, "what": one.what} for one in report.places],
        "people_checked": report.people_checked,
    }
    lines = [f"{name}: {report.verdict}", *(f"  {one.where}: {one.channel}: {one.what}" for one in report.places)]
    if not report.people_checked:
        lines.append("People were not checked.")
    lines += [f"Checked {at}, SHA-256 {digest}.", ""]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n", "\n".join(lines)
