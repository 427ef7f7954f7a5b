"""A release made in a process of its own, which gets the public manifest on its standard input and nothing else.

That process has no vault, no key and no folder of the office; what could tell of protection can't even be imported
there. So whatever the program holds in memory beside a list, nothing of it can be in what comes back.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

import msgspec

from manifest_app.errors import Bug, FileProblem, KnownError
from manifest_app.files.child import run_child
from manifest_app.files.task import ChildLimits, child_task, task_name
from manifest_app.model.progress import Progress
from manifest_app.model.release import Clearance
from manifest_app.release.profile import Profile
from manifest_app.release.write import ReleaseFile, make_release

LIMITS = ChildLimits(memory_bytes=4 << 30, cpu_seconds=300, wall_seconds=600.0)
_BARRED = tuple(
    f"manifest_app.{name}"
    for name in (
        *("model.finding", "model.hold", "model.incident", "model.judgement", "model.protection", "model.contact"),
        *("cli", "desktop", "intake", "outgoing", "review", "screening", "synthetic", "vault", "workflow"),
    )
)


class PublicManifest(msgspec.Struct, frozen=True):
    """All that a release is made of. ``forbidden`` are the A-numbers of everybody on the flight, on the list or not."""

    clearance: Clearance
    profile: Profile
    file_format: str
    number: int
    forbidden: tuple[str, ...]


class _Bar(MetaPathFinder):
    """Lets nothing be imported that knows of protection."""

    def find_spec(self, fullname: str, _path: object, _target: ModuleType | None = None) -> ModuleSpec | None:
        if is_barred(fullname):
            raise ImportError(f"{fullname} is not for the process that makes a release", name=fullname)
        return None


def is_barred(module: str) -> bool:
    """Whether the process that makes a release must not have a module."""
    return any(module == barred or module.startswith(f"{barred}.") for barred in _BARRED)


@child_task
def make(argument: msgspec.Raw, _: Progress) -> Iterator[msgspec.Raw]:
    """Make the release of a `PublicManifest`; nothing comes back of one that can't be made.

    Raises:
        Bug: This process knows more than it should.
    """
    if any(map(is_barred, sys.modules)):
        raise Bug("The process that makes a release has modules that know of protection.")
    sys.meta_path.insert(0, _Bar())
    public = msgspec.msgpack.decode(argument, type=PublicManifest)
    try:
        made = make_release(
            public.clearance, public.profile, public.file_format, number=public.number, forbidden=public.forbidden
        )
    except (KnownError, Bug):
        return
    yield msgspec.Raw(msgspec.msgpack.encode(made))


def make_apart(
    clearance: Clearance, profile: Profile, file_format: str, *, number: int, forbidden: Sequence[str] = ()
) -> ReleaseFile | None:
    """The finished list, made in a process of its own, or None when it can't be released; see `make_release`.

    Raises:
        FileProblem: The process ran out of memory or time, or could not be started.
        Bug: It failed.
    """
    public = PublicManifest(clearance, profile, file_format, number, tuple(forbidden))
    try:
        answers = list(run_child(task_name(make), public, what="the list", limits=LIMITS))
    except (FileProblem, OSError) as error:
        raise FileProblem(
            "The list could not be made a second time, in a process of its own, to compare the two.",
            "Close other programs and try again; nothing was written.",
        ) from error
    return msgspec.msgpack.decode(answers[0], type=ReleaseFile) if answers else None
