"""What parent and parser child say to each other: msgpack messages, each after its length (4 bytes, big-endian)."""

import struct
from typing import IO, Literal

import msgspec

from manifest_app.errors import FileProblem, IntakeError, KnownError, UnsafeFileError

MAX_FRAME_BYTES = 256 << 20
_LENGTH = struct.Struct(">I")
_ERRORS: dict[str, type[KnownError]] = {kind.__name__: kind for kind in (FileProblem, UnsafeFileError, IntakeError)}


class FrameError(Exception):
    """The other side ended in the middle of a message, or said something that is none."""


class Request(msgspec.Struct, frozen=True):
    """What the child shall do: a task by name, with an argument of plain values, within so much memory and time."""

    task: str
    argument: msgspec.Raw
    memory_bytes: int
    cpu_seconds: int


class Said(msgspec.Struct, frozen=True, tag_field="is", tag="said"):
    """A result, or a part of it, encoded by the task."""

    value: msgspec.Raw


class Step(msgspec.Struct, frozen=True, tag_field="is", tag="step"):
    """How far the work is, see `model.progress`."""

    done: int
    total: int | None
    what: str


class Failed(msgspec.Struct, frozen=True, tag_field="is", tag="failed"):
    """A `KnownError` the task ended with."""

    kind: str
    message: str
    todo: str

    def error(self) -> KnownError:
        """The error to raise on this side."""
        return _ERRORS.get(self.kind, FileProblem)(self.message, self.todo)


class Ended(msgspec.Struct, frozen=True, tag_field="is", tag="ended"):
    """The task came to its end; ``how`` is ``done``, ``memory`` or ``bug``."""

    how: Literal["done", "memory", "bug"]


Frame = Said | Step | Failed | Ended
_ENCODER = msgspec.msgpack.Encoder()
_FRAMES = msgspec.msgpack.Decoder(Frame)
_REQUESTS = msgspec.msgpack.Decoder(Request)


def write_frame(stream: IO[bytes], frame: Frame | Request) -> None:
    """Write one message and flush."""
    data = _ENCODER.encode(frame)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame | None:
    """Read one message; None at the end of the stream.

    Raises:
        FrameError: The stream ends within a message, or holds something else.
    """
    data = _read(stream)
    try:
        return None if data is None else _FRAMES.decode(data)
    except msgspec.MsgspecError as error:
        raise FrameError from error


def read_request(stream: IO[bytes]) -> Request:
    """Read the request.

    Raises:
        FrameError: There is none.
    """
    data = _read(stream)
    try:
        return _REQUESTS.decode(data or b"")
    except msgspec.MsgspecError as error:
        raise FrameError from error


def _read(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise FrameError
    (length,) = _LENGTH.unpack(head)
    if length > MAX_FRAME_BYTES:
        raise FrameError
    data = stream.read(length)
    if len(data) < length:
        raise FrameError
    return data
