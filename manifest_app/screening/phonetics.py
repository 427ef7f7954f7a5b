"""How a folded name sounds to a Spanish ear: names that sound alike get the same key."""

import re
from functools import lru_cache

import jellyfish

# In order. Spelling rules of Spanish as taught; J for the sound of J and soft G, Y for LL and Y, S for C, S and Z.
_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"PH", "F"),
        (r"SH|SCH", "S"),
        (r"CH", "9"),
        (r"TH", "T"),
        (r"H", ""),
        (r"QU(?=[EI])|Q|CK|C(?=[AOUKLRT]|$)", "K"),
        (r"SC(?=[EI])|C|Z|X(?=[AEIOU])|TZ", "S"),
        (r"G(?=[EIY])|(?<=^)X", "J"),
        (r"GU(?=[EI])", "G"),
        (r"LL|^J(?=[AEIOU])|(?<=[AEIOU])I(?=[AEIOU])|^I(?=[AEIOU])", "Y"),
        (r"V|W", "B"),
        (r"Y(?![AEIOU])", "I"),
        (r"N(?=[BP])", "M"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=200_000)
def spanish_key(token: str) -> str:
    """Key of a folded token (A-Z); equal keys sound alike, such as ``YUNIER`` and ``JUNIER``."""
    for pattern, sound in _RULES:
        token = pattern.sub(sound, token)
    return token


@lru_cache(maxsize=200_000)
def sound_keys(token: str) -> tuple[str, ...]:
    """All keys of a folded token: Spanish, and Metaphone for other languages; none for tokens of one or two letters."""
    if len(token) < 3:
        return ()
    return (f"s:{spanish_key(token)}", f"m:{jellyfish.metaphone(token)}")
