"""The words that tell of protection in letters, pages and what they hide (``resources/vocabulary/outgoing_*``)."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from manifest_app.bundled import resource

_FILES = ("outgoing_en.toml", "outgoing_es.toml")
_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,5}[0-9]{0,2}(?![A-Za-z0-9])")
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
# What Unicode draws as nothing: format characters, fillers, variation selectors, tags (see `standards.text`).
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
_SPACED = re.compile(r"(?<!\w)(?:\w[ .]){3,}\w(?!\w)")
_SENTENCE = re.compile(r"(?<=[.!?])(?:\s+|(?=[A-ZÁÉÍÓÚ¿¡][a-zà-ÿ]))|\n+|\s{2,}")
_COUNT = re.compile(
    r"\b\d{1,4}(?:st|nd|rd|th)?\s+(?:of|out of|de(?: los| las)?)\b|\b\d{1,4}\s+\w|\d\s?%", re.IGNORECASE
)
_SETTING = re.compile(
    r"\b[A-Z]{2}-?\d{2,4}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]*\.? \d|\d{1,2} (?:de )?[a-z]{3,}"
    r"|\b\d{1,4} (?:of|out of|de) (?:the |los |las )?\d{1,4}",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(?:19[3-9]\d|20[01]\d)-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.](?:19[3-9]\d|20[01]\d)\b")
_PERMITTED = frozenset({"we do not comment on individual passengers or on why a list has changed"})

Phrase = tuple[str, ...]


class Phrases:
    """A set of phrases, each its words, found in a sequence of words."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        for entry in entries:
            for phrase in _forms(entry):
                self._by_first.setdefault(phrase[0], []).append(phrase)

    def are_in(self, words: Sequence[str]) -> bool:
        """Whether one of them is said."""
        if self._by_first.keys().isdisjoint(words):
            return False
        for place, word in enumerate(words):
            for phrase in self._by_first.get(word, ()):
                if tuple(words[place : place + len(phrase)]) == phrase:
                    return True
        return False

    def left_out_of(self, words: Sequence[str]) -> list[str]:
        """The words without the phrases."""
        if self._by_first.keys().isdisjoint(words):
            return list(words)
        left: list[str] = []
        place = 0
        while place < len(words):
            found = (
                len(phrase)
                for phrase in self._by_first.get(words[place], ())
                if tuple(words[place : place + len(phrase)]) == phrase
            )
            said = max(found, default=0)
            if not said:
                left.append(words[place])
            place += said or 1
        return left


def _forms(entry: str) -> Iterable[Phrase]:
    words = words_of(entry)
    yield tuple(words)
    joined = "".join(words)
    if any(map(str.isdigit, words)) and not joined.isdigit():
        yield (joined,)  # I589 beside I-589


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, without case and accents; anything else separates them."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return _WORD.findall(text.casefold())


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as it is read, with its words."""

    text: str
    words: list[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """What may not be said, see the files."""

    always: Phrases
    codes: frozenset[str]
    near_people: Phrases
    people: Phrases
    harmless: Phrases
    quantifiers: Phrases
    sets: Phrases
    statuses: Phrases
    settings: Phrases

    def says_protection(self, passage: Passage) -> bool:
        """Whether a word, phrase, form or code tells of protection wherever it stands."""
        if not self.codes.isdisjoint(_CODE.findall(passage.text)):
            return True
        return self.always.are_in(passage.words)

    def says_of_people(self, passage: Passage) -> bool:
        """Whether a word tells it where it is said of people."""
        return self.near_people.are_in(self.harmless.left_out_of(passage.words))

    def says_beside_people(self, passage: Passage, row: str = "") -> bool:
        """Whether a word tells it in a sentence about people, a flight or somebody's birth, or in such a row.

        Args:
            passage: The passage.
            row: Of a row of a table, its short cells.
        """
        if not self.says_of_people(passage):
            return False
        units = (Passage(one, words_of(one)) for one in (*_SENTENCE.split(passage.text), row))
        return any(self._is_of_people(unit) and self.says_of_people(unit) for unit in units)

    def _is_of_people(self, passage: Passage) -> bool:
        return self.people.are_in(passage.words) or bool(_BIRTH.search(passage.text))

    def says_of_set(self, passage: Passage, beside: Sequence[Passage]) -> bool:
        """Whether a sentence tells something of a set of people.

        Args:
            passage: The passage.
            beside: It and what stands around it: a flight, list, date or count there settles which set is meant.
        """
        if not (self.statuses.are_in(passage.words) and self.sets.are_in(passage.words)):
            return False
        if not any(self.settings.are_in(one.words) or _SETTING.search(one.text) for one in beside):
            return False
        return any(self._set_sentence(sentence) for sentence in _SENTENCE.split(passage.text))

    def _set_sentence(self, sentence: str) -> bool:
        words = self.harmless.left_out_of(words_of(sentence))
        if " ".join(words) in _PERMITTED or not self.statuses.are_in(words):
            return False
        return self.sets.are_in(words) and (self.quantifiers.are_in(words) or _COUNT.search(sentence) is not None)


def readable(text: str) -> Passage:
    """The text as it is read: nothing invisible, letters that were set apart joined."""
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    if _SPACED.search(text):
        text += "  " + _SPACED.sub(lambda match: match[0].replace(" ", "").replace(".", ""), text)
    return Passage(text, words_of(text))


@lru_cache(maxsize=1)
def wording() -> Wording:
    """The shipped wording."""
    contents = [tomllib.loads(resource("vocabulary", name).read_text(encoding="utf-8")) for name in _FILES]

    def phrases(key: str) -> Phrases:
        return Phrases(entry for content in contents for entry in content[key])

    return Wording(
        phrases("always"),
        frozenset(code for content in contents for code in content["codes"]),
        phrases("near_people"),
        phrases("people"),
        phrases("harmless"),
        phrases("quantifiers"),
        phrases("sets"),
        phrases("statuses"),
        phrases("settings"),
    )
