"""Files that are there completely or not at all."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from manifest_app.errors import WriteProblem

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC, errno.EFBIG})
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS, errno.EXDEV})
_SHARING_VIOLATIONS = frozenset({32, 33})


def write_new(path: Path, data: bytes, *, modified: float | None = None) -> None:
    """Write a file that must not exist yet; on any failure nothing is left behind.

    The bytes go to a temporary file in the same folder, reach the disk, and only then get their name. The file is
    readable by its owner only.

    Args:
        path: The file.
        data: Its bytes.
        modified: Time of its last change as it is to be seen (seconds since 1970), where the file system can say it.

    Raises:
        WriteProblem: It exists, the folder is missing or read-only, the disk is full, another program is in the way.
    """
    with new_file(path, data, modified=modified):
        pass


@contextmanager
def new_file(path: Path, data: bytes, *, modified: float | None = None) -> Iterator[None]:
    """Like `write_new`, but the file gets its name only when the block ends well: what must be recorded first can be.

    Raises:
        WriteProblem: As for `write_new`, before the block where it can be known then.
    """
    try:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "exists")
        temporary = _written_beside(path, data)
    except OSError as error:
        raise _problem(error, path) from error
    if modified is not None:
        with suppress(OSError):
            os.utime(temporary, (modified, modified))
    try:
        yield
        try:
            _name_new(temporary, path)
        except OSError as error:
            raise _problem(error, path) from error
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def replace(path: Path, data: bytes) -> None:
    """Write a file, in the place of an older one of that name if there is one; readers see the old or the new, whole.

    Raises:
        WriteProblem: The folder is missing or read-only, the disk is full, another program has the file open.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "folder")
        temporary = _written_beside(path, data)
        try:
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except OSError as error:
        raise _problem(error, path) from error


def move_new(path: Path, target: Path) -> bool:
    """Give a file another name on its file system; what has that name already stays, and the answer is False then.

    At any moment the file has one of the names or, between two steps, both; its bytes are never touched.

    Raises:
        WriteProblem: It is gone, the folder is missing or read-only, another program is in the way.
    """
    try:
        _name_new(path, target)
    except FileExistsError:
        return False
    except OSError as error:
        raise _problem(error, target) from error
    try:
        # Windows renamed it, and so do file systems without hard links.
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _problem(error, path) from error
    _sync_folder(target.parent)
    return True


def _written_beside(path: Path, data: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(prefix=".writing-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _name_new(temporary: Path, path: Path) -> None:
    """Give the file its name unless that name is taken: rename on Windows refuses, elsewhere a hard link does."""
    if sys.platform == "win32":
        temporary.rename(path)
        return
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _take_name(temporary, path)


def _take_name(temporary: Path, path: Path) -> None:
    """Where the file system has no hard links (FAT, some shares): take the name with an empty file, then fill it."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        temporary.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the name survive a power cut; folders can't be opened on Windows, and some file systems refuse."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _problem(error: OSError, path: Path) -> WriteProblem:
    name, folder = path.name, path.parent
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return WriteProblem(f"{name} is open in another program.", "Close it there and try again.")
    if isinstance(error, FileExistsError):
        return WriteProblem(
            f"There is a file {name} in {folder} already.", "Choose another folder or move that file away."
        )
    if isinstance(error, IsADirectoryError):
        return WriteProblem(f"{name} is a folder.", "Choose another name.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return WriteProblem(f"There is no folder {folder}.", "Make the folder, or choose another one.")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return WriteProblem(f"{name} may not be written in {folder}.", "Choose a folder you may write to.")
    if error.errno in _NO_SPACE:
        return WriteProblem(
            f"There is no space left to write {name} in {folder}.", "Make space, or choose another disk."
        )
    return WriteProblem(f"{name} could not be written in {folder}: {error.strerror}.")
