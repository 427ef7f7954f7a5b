"""Cleaning of text that a stranger typed, copied or generated."""

import unicodedata

# Invisible although Unicode counts them as letters, marks or symbols: Hangul fillers, the combining grapheme joiner,
# the Khmer inherent vowels, variation selectors, the Braille blank.
_INVISIBLE = frozenset("\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u2800") | {
    chr(code) for code in (*range(0xFE00, 0xFE10), *range(0x180B, 0x1810), *range(0xE0100, 0xE01F0))
}
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})


def _is_hidden(character: str) -> bool:
    if character.isspace():
        return False
    return character in _INVISIBLE or unicodedata.category(character) in _HIDDEN_CATEGORIES


def clean(text: str) -> str:
    """The text as a reader sees it: NFC, nothing invisible, single spaces, trimmed.

    Control characters, zero-width and bidirectional marks, byte order marks and lone surrogates are dropped; every run
    of white space becomes one space. ``clean(clean(text)) == clean(text)``.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    visible = "".join(character for character in text if not _is_hidden(character))
    return " ".join(unicodedata.normalize("NFC", visible).split())


def has_hidden_marks(text: str) -> bool:
    """Whether the text holds characters nobody sees (white space, also line breaks and tabs, is not meant)."""
    if text.isascii() and text.isprintable():
        return False
    return any(_is_hidden(character) for character in text)
