"""Finding a thing by its id or by the beginning of it."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from manifest_app.errors import NotFoundError

SHORTEST = 4
"""So many digits of an id are needed at least."""


class HasId(Protocol):
    """Anything with a random id."""

    @property
    def id(self) -> str:
        """The id."""


Thing = TypeVar("Thing", bound=HasId)


def find(things: Iterable[Thing], key: str, kind: str) -> Thing:
    """The one thing whose id is ``key`` or begins with it.

    Raises:
        NotFoundError: None, or more than one.
    """
    wanted = key.strip().lower()
    found = [
        thing for thing in things if thing.id == wanted or (len(wanted) >= SHORTEST and thing.id.startswith(wanted))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(f"{len(found)} of them begin with that id ({kind}).", "Give more digits of it.")
    raise NotFoundError(f"There is no {kind} of that name or id.", f"List them with: {kind} list.")
