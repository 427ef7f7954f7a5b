"""What a strict reader raises."""

from typing import TypeVar

_Value = TypeVar("_Value")


class Unexplained(Exception):  # noqa: N818 - a finding, not an error of the user's
    """Something is in the file that a release never has. The text names the kind of thing, never data."""


def demand(explained: bool, what: str) -> None:
    """Raise `Unexplained` unless ``explained``."""
    if not explained:
        raise Unexplained(what)


def given(value: _Value | None, what: str) -> _Value:
    """The value, or `Unexplained` where there is none."""
    if value is None:
        raise Unexplained(what)
    return value
