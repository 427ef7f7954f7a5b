"""Which functions the parser child may run: those that say so with `child_task`, found by their name at run time.

`files` is the floor below the rooms and imports none of them; a room hands over the name of its function instead.
"""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec

from manifest_app.model.progress import Progress

PREFIX = "manifest_app."

Task = Callable[[msgspec.Raw, Progress], Iterator[msgspec.Raw]]
"""``task(argument, progress)``: decodes its argument and yields encoded results."""


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What the parser child may use.

    Attributes:
        memory_bytes: Address space.
        cpu_seconds: Processor time.
        wall_seconds: Time by the clock.
    """

    memory_bytes: int = 4 << 30
    cpu_seconds: int = 180
    wall_seconds: float = 300.0


DEFAULT_LIMITS = ChildLimits()
_TASKS: dict[str, Task] = {}


class UnknownTaskError(Exception):
    """No function of ours allows to be run under that name."""


def child_task(function: Task) -> Task:
    """Allow the parser child to run this function; it is named ``module:function``."""
    _TASKS[task_name(function)] = function
    return function


def task_name(function: Task) -> str:
    """The name under which the child finds the function."""
    return f"{function.__module__}:{getattr(function, '__name__', '')}"


def find_task(name: str) -> Task:
    """The function of that name, importing its module.

    Raises:
        UnknownTaskError: There is none, or it is not a `child_task`.
    """
    module, _, _function = name.partition(":")
    if not module.startswith(PREFIX):
        raise UnknownTaskError
    try:
        importlib.import_module(module)
        return _TASKS[name]
    except (ImportError, KeyError) as error:
        raise UnknownTaskError from error
