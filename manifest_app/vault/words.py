"""Digests as words that people can read to each other over a telephone."""

_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"


def spoken(digest: bytes, count: int = 8) -> tuple[str, ...]:
    """The first ``count`` pairs of bytes as proquints, five letters each.

    Source: D. S. Wilkerson, "A Proposal for Proquints", 2009.
    """
    return tuple(_quint(int.from_bytes(digest[2 * n : 2 * n + 2], "big")) for n in range(count))


def _quint(value: int) -> str:
    shape = ((12, 15, _CONSONANTS), (10, 3, _VOWELS), (6, 15, _CONSONANTS), (4, 3, _VOWELS), (0, 15, _CONSONANTS))
    return "".join(letters[value >> shift & mask] for shift, mask, letters in shape)
