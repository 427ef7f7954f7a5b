"""How long work reports how far it is, and how it is cancelled."""

from collections.abc import Callable

Progress = Callable[[int, int | None, str], None]
"""``progress(done, total, what)``: called at points where cancelling is safe; raises `CancelledError` to cancel.

``total`` is None while unknown; ``what`` is a short phrase without data, such as ``"reading rows"``.
"""


def silent(done: int, total: int | None, what: str) -> None:
    """Report to nobody."""
