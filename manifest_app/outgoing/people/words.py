"""What index and scan of people share: the keyed value of a word, and which words of a text are names at all."""

import re
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from manifest_app.standards.names import PARTICLES

Array = NDArray[np.uint64]

MASK = (1 << 64) - 1
"""Sums of values are 64 bits wide."""
SHORTEST_MISSPELT = 5
_A_NUMBER = re.compile(r"A?0*(\d+)")
NAMELESS = frozenset({"FNU", "LNU", "NFN", "NLN", "NMN", "XXX", "UNKNOWN", "DESCONOCIDO"})
"""What stands where a name is not known."""
# In English and Spanish texts these stand before any name.
_ALWAYS_LEFT_OUT = frozenset({"AL", "AS", "DE", "DEL", "EL", "LA", "LAS", "LOS", "Y"})
WEAK_NAMES = PARTICLES - _ALWAYS_LEFT_OUT
"""Particles that are names of their own (Le, Van, Ben): looked for right beside another name only."""


def hash_of(key: bytes, text: str) -> int:
    """The keyed value of a word, never 0."""
    return int.from_bytes(blake2b(text.encode("utf-8"), key=key, digest_size=8).digest(), "little") or 1


def initial_of(word: str) -> str:
    """The form in which the initial of a name is hashed."""
    return word[:1] + "."


def misspellings(word: str) -> set[str]:
    """A word, and the word without each of its letters, in the form that is hashed.

    Two words of which one is the other with one letter more, less, changed or changed places with the next share one.
    """
    return {"~" + word, *("~" + word[:place] + word[place + 1 :] for place in range(len(word)))}


def number_key(text: str) -> str:
    """The form in which numbers are compared: no A of an A-number, no leading zeros."""
    match = _A_NUMBER.fullmatch(text) if text[:1] in {"A", "0"} else None
    return match[1] if match else text
