"""Values as bytes and back: JSON with sorted keys, the same bytes for the same value."""

from functools import lru_cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")
_ENCODER = msgspec.json.Encoder(order="sorted")


class UndecodableError(Exception):
    """Bytes that are no value of the expected type. For this room only; holds none of the content."""


def encode(value: object) -> bytes:
    """Canonical JSON of a dataclass, struct or plain value."""
    return _ENCODER.encode(value)


@lru_cache(maxsize=64)
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def decode(data: bytes, kind: type[T]) -> T:
    """The value of type ``kind`` that `encode` wrote.

    Raises:
        UndecodableError: It is something else.
    """
    try:
        return cast("T", _decoder(cast("Any", kind)).decode(data))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        # The library's own message may quote the value.
        raise UndecodableError from None
