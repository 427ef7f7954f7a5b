"""Taking a stranger's file apart in the parser child (`files.child`), and what it sends back."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from manifest_app.errors import Bug, FileProblem, UnsafeFileError
from manifest_app.files.child import BrokenReaderError, run_child
from manifest_app.files.prescan import read_file
from manifest_app.files.task import ChildLimits, child_task, task_name
from manifest_app.model.progress import Progress, silent
from manifest_app.outgoing.bounds import blocks_of
from manifest_app.outgoing.pieces import Channel, Found, Piece, Unexplained

MOST_FILE_BYTES = 64 << 20
LIMITS = ChildLimits(memory_bytes=768 << 20, cpu_seconds=90, wall_seconds=180.0)
_AT_ONCE = 500
_TOO_LARGE = f"larger than the {MOST_FILE_BYTES >> 20} MB that a check reads"
_BROKE = "its reader ran out of memory or time, or broke on it"


class _Block(msgspec.Struct, array_like=True):
    pieces: list[tuple[str, Channel, str, tuple[str, ...]]]
    unexplained: list[tuple[str, Channel, str]]


_ENCODER = msgspec.msgpack.Encoder()
_BLOCKS = msgspec.msgpack.Decoder(_Block)


@child_task
def take_apart(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    """Send the SHA-256 of the file named by ``argument`` (a path), then everything in it."""
    from manifest_app.outgoing.extract import extract  # noqa: PLC0415 - the child alone needs the readers

    path = Path(msgspec.msgpack.decode(argument, type=str))
    data = read_file(path)
    yield msgspec.Raw(_ENCODER.encode(sha256(data).hexdigest()))
    found = extract(data, path.name)
    done = 0
    for block in blocks_of(found, _AT_ONCE):
        done += len(block)
        progress(done, None, "reading the file")
        yield msgspec.Raw(_ENCODER.encode(_packed(block)))


def _packed(found: list[Found]) -> _Block:
    return _Block(
        [(one.where, one.channel, one.text, one.cells) for one in found if isinstance(one, Piece)],
        [(one.where, one.channel, one.what) for one in found if isinstance(one, Unexplained)],
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """A file as the child took it apart; ``found`` can be gone through once."""

    sha256: str
    found: Iterator[Found]


def parts_of(path: Path, *, progress: Progress = silent, limits: ChildLimits = LIMITS) -> Parts:
    """Take a file apart in a child process. What the child breaks on is unexplained, and no error.

    Raises:
        FileProblem: The file can't be read at all.
        CancelledError: ``progress`` cancelled.
    """
    if _is_too_large(path):
        return Parts("", iter([Unexplained(Channel.WHOLE, Channel.WHOLE, _TOO_LARGE)]))
    answers = run_child(task_name(take_apart), str(path.absolute()), what=path.name, limits=limits, progress=progress)
    try:
        digest = msgspec.msgpack.decode(next(answers), type=str)
    except UnsafeFileError:
        return Parts("", iter([Unexplained(Channel.WHOLE, Channel.WHOLE, _TOO_LARGE)]))
    except (Bug, BrokenReaderError):
        return Parts("", iter([Unexplained(Channel.WHOLE, Channel.WHOLE, _BROKE)]))
    return Parts(digest, _found(answers))


def _is_too_large(path: Path) -> bool:
    try:
        return path.stat().st_size > MOST_FILE_BYTES
    except OSError:
        return False  # reading it says what is wrong


def _found(answers: Iterator[msgspec.Raw]) -> Iterator[Found]:
    try:
        for answer in answers:
            block = _BLOCKS.decode(answer)
            yield from (Piece(*one) for one in block.pieces)
            yield from (Unexplained(*one) for one in block.unexplained)
    except (Bug, FileProblem):
        yield Unexplained(Channel.WHOLE, Channel.WHOLE, _BROKE)
