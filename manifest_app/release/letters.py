"""What a name may be written with: letters of any script, and the few signs that names really have.

Everything else could be a mark on a person: an invisible character, a letter of another alphabet that looks the same, a
remark in brackets. Such a name stops the release; it is never rewritten here (ICAO Doc 9303 part 3, 3.4 and 4.6, says
which signs a travel document leaves out anyway).
"""

import unicodedata
from enum import Enum
from functools import lru_cache

from manifest_app.standards.text import has_hidden_marks

MOST_LETTERS = 100
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_JOINERS = f" -.\N{MIDDLE DOT}{_APOSTROPHES}"
_MOST_MARKS = 3
# Scripts that one word may mix: Japanese, Korean and Chinese writing do.
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"})


class _Kind(Enum):
    LETTER = "letter"
    MARK = "mark"
    JOINER = "joiner"
    DIGIT = "digit"
    OTHER = "other"


@lru_cache(maxsize=8192)
def _kind(character: str) -> _Kind:
    if character in _JOINERS:
        return _Kind.JOINER
    category = unicodedata.category(character)
    if category.startswith("L"):
        return _Kind.LETTER
    if category in {"Mn", "Mc"}:
        return _Kind.MARK
    return _Kind.DIGIT if category.startswith("N") else _Kind.OTHER


@lru_cache(maxsize=8192)
def _script(character: str) -> str:
    first = unicodedata.name(character, "UNNAMED").split(maxsplit=1)[0]
    return "EAST ASIAN" if first in _EAST_ASIAN else first


def _mixes_scripts(text: str) -> bool:
    word: set[str] = set()
    for character in text:
        kind = _kind(character)
        if kind is _Kind.JOINER:
            word.clear()
        elif kind is _Kind.LETTER and unicodedata.category(character) != "Lm":
            word.add(_script(character))
            if len(word) > 1:
                return True
    return False


def _may_follow(before: str, character: str, after: str) -> bool:
    """Whether a joiner stands where names have it: between letters, a full stop after, an apostrophe beside one."""
    letter_before = _kind(before) in {_Kind.LETTER, _Kind.MARK} if before else False
    letter_after = _kind(after) is _Kind.LETTER if after else False
    if character in _APOSTROPHES:
        return letter_before or letter_after
    if character == ".":
        return letter_before
    if character == " ":
        return bool(before and after) and after not in " -.\N{MIDDLE DOT}" and before not in " -\N{MIDDLE DOT}"
    return letter_before and letter_after


def _badly_joined(text: str) -> bool:
    marks = 0
    for place, character in enumerate(text):
        before = text[place - 1] if place else ""
        kind = _kind(character)
        marks = marks + 1 if kind is _Kind.MARK else 0
        if marks > _MOST_MARKS or (marks and (not before or _kind(before) is _Kind.JOINER)):
            return True
        if kind is _Kind.JOINER and not _may_follow(before, character, text[place + 1 : place + 2]):
            return True
    return False


def _reason_against_characters(text: str) -> str:
    if has_hidden_marks(text):
        return "has an invisible character"
    kinds = {_kind(character) for character in text}
    if _Kind.DIGIT in kinds:
        return "has a digit"
    if _Kind.OTHER in kinds:
        return "has a sign that is no letter"
    if _Kind.LETTER not in kinds:
        return "has no letter"
    return ""


def reason_against_name(text: str) -> str:
    """Why a family name or given names can't be written as they are, or "" when they can; "" is a name not given."""
    if not text:
        return ""
    if len(text) > MOST_LETTERS:
        return f"has more than {MOST_LETTERS} characters"
    reason = _reason_against_characters(text)
    if reason:
        return reason
    if unicodedata.normalize("NFKC", text) != text:
        return "has a letter in a disguised form"
    if _mixes_scripts(text):
        return "mixes two alphabets in one word"
    return "has spaces, hyphens or other signs out of place" if _badly_joined(text) else ""
