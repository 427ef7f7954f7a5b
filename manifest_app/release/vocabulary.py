"""The words of protection, custody and removal, in English and Spanish, and how to find them in a text."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from manifest_app.bundled import resource

_FILES = ("protection_en.toml", "protection_es.toml")
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, without case and accents; anything else separates them."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(character for character in decomposed if not unicodedata.combining(character))
    return tuple(_WORD.findall(text.casefold()))


def runs(words: tuple[str, ...], longest: int) -> Iterator[tuple[str, ...]]:
    """All runs of neighbouring words, of one to ``longest`` words each."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            yield words[start:end]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What must not be said.

    Attributes:
        phrases: Each phrase as its words.
        codes: Short codes, found in exactly this case only.
        name_phrases: The phrases that no name can be, the only ones to look for in names.
        longest: Words in the longest phrase.
        first_words: Those with which a phrase begins.
    """

    phrases: frozenset[tuple[str, ...]]
    codes: frozenset[str]
    name_phrases: frozenset[tuple[str, ...]]
    longest: int
    first_words: frozenset[str]

    def speaks(self, text: str) -> bool:
        """Whether a text that is no name holds a word, phrase or code of the vocabulary."""
        if not self.codes.isdisjoint(_WORD.findall(text)):
            return True
        return self._has(text, self.phrases)

    def speaks_in_name(self, text: str) -> bool:
        """Whether a name holds a phrase that no name can be."""
        return self._has(text, self.name_phrases)

    def _has(self, text: str, phrases: frozenset[tuple[str, ...]]) -> bool:
        words = words_of(text)
        if self.first_words.isdisjoint(words):
            return False
        return not phrases.isdisjoint(runs(words, self.longest))


def _phrases(entries: list[str]) -> Iterator[tuple[str, ...]]:
    for entry in entries:
        words = words_of(entry)
        yield words
        joined = "".join(words)
        if any(map(str.isdigit, words)) and not joined.isdigit():
            yield (joined,)  # I589 beside I-589


def read_vocabulary(texts: list[str]) -> Vocabulary:
    """Read vocabularies in TOML into one."""
    contents = [tomllib.loads(text) for text in texts]
    phrases = frozenset(phrase for content in contents for phrase in _phrases(content["words"]))
    name_phrases = frozenset(phrase for content in contents for phrase in _phrases(content["name_words"]))
    return Vocabulary(
        phrases=phrases,
        codes=frozenset(code for content in contents for code in content["codes"]),
        name_phrases=name_phrases,
        longest=max(map(len, phrases | name_phrases), default=0),
        first_words=frozenset(phrase[0] for phrase in phrases | name_phrases if phrase),
    )


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped vocabulary, ``resources/vocabulary``."""
    return read_vocabulary([resource("vocabulary", name).read_text(encoding="utf-8") for name in _FILES])
