"""Tasks for the child that break in every way; run as a module, this is a child that knows them."""

import os
import sys
import time
from collections.abc import Iterator

import msgspec

from manifest_app.errors import UnsafeFileError
from manifest_app.files import child, task
from manifest_app.files.task import child_task
from manifest_app.model.progress import Progress

task.PREFIX = "tests."


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(value))


@child_task
def echo(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    progress(1, 2, "echoing")
    yield argument
    yield _raw(sorted(os.environ))


@child_task
def abort(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    yield _raw("before")
    os.abort()


@child_task
def hang(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    yield _raw(os.getpid())
    time.sleep(600)


@child_task
def spin(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    yield _raw("before")
    while True:
        pass


@child_task
def eat(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    yield _raw(len(bytearray(1 << 40)))


@child_task
def refuse(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    yield _raw("before")
    raise UnsafeFileError("It is a bomb.", "Leave it.")


@child_task
def fail(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    yield _raw("before")
    raise ZeroDivisionError


@child_task
def babble(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    yield _raw("before")
    sys.stdout.buffer.write(b"\0\0\0\x05hello")
    sys.stdout.buffer.flush()


@child_task
def write(argument: msgspec.Raw, progress: Progress) -> Iterator[msgspec.Raw]:
    path = msgspec.msgpack.decode(argument, type=str)
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - as plain as it gets
            file.write(b"x" * 100)
    except OSError:
        yield _raw("refused")
    else:
        yield _raw("written")


if __name__ == "__main__":
    # Under its own name the module is loaded a second time by the child, which is when the tasks register.
    sys.exit(child.main())
