"""The words that tell of protection in letters, pages and what they hide (``resources/vocabulary/outgoing_*``)."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from manifest_app.bundled import resource
from manifest_app.outgoing.words.heard import Heard, Kind
from manifest_app.outgoing.words.phrases import (
    Listener,
    Misspellings,
    Phrasebook,
    Span,
    Words,
    phrasebook,
    phrases_of,
    words_of,
)

_FILES = ("outgoing_en.toml", "outgoing_es.toml", "outgoing_shares_en.toml", "outgoing_shares_es.toml")
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,5}[0-9]{0,2}(?![A-Za-z0-9])")
# What Unicode draws as nothing: format characters, fillers, variation selectors, tags (see `standards.text`).
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
_APART = "[ .*_\u00b7-]"
_SPACED = re.compile(rf"(?<!\w)(?:(?:\w{_APART}){{3,}}|(?:[A-Z]\.){{2,}})\w(?!\w)")
_BETWEEN = re.compile(_APART)
_BROKEN = re.compile(r"(?<=[^\W\d_]{2})-\s+(?=[^\W\d_]{2})")
_SENTENCE = re.compile(r"(?<=[.!?])(?:\s+|(?=[A-ZÁÉÍÓÚ¿¡][a-zà-ÿ]))|\n+|\s{2,}")
_CLAUSE = re.compile(_SENTENCE.pattern + r"|[;:]\s+")
_SETTING = re.compile(
    r"\b[A-Z]{2}-?\d{2,4}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:de |of )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]*\b",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(?:19[3-9]\d|20[01]\d)-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.](?:19[3-9]\d|20[01]\d)\b")
_PERMITTED = frozenset({"we do not comment on individual passengers or on why a list has changed"})
_LONGEST_NOTE = 9
_LONGEST_REMARK = 6
"""Words of a whole message that is about people if it may be."""
_LONGEST_HEADING = 4
_ROW = 2
_FAR, _NEAR, _BESIDE = 14, 7, 6
_BEFORE = 2
"""Clauses before that may have told of whom a part is spoken."""


_TELLING = frozenset(
    {
        *(Kind.ALWAYS, Kind.ALONE, Kind.NEAR_PEOPLE, Kind.LOOSELY, Kind.TELLS, Kind.STATUS, Kind.LOOSE_STATUS),
        *(Kind.SHARE, Kind.LOOSE_SHARE, Kind.CODE, Kind.CLAIM_HEADING, Kind.CELL),
    }
)
_OF_NOTES = (Kind.QUANTIFIER, Kind.SET, Kind.STATUS, Kind.PART, Kind.PEOPLE, Kind.FILLING)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as it is read, with its words."""

    text: str
    words: list[str]


class Wording:
    """What may not be said; the words it has met are forgotten with it.

    Args:
        book: The phrases.
        codes: Words in exactly this case.
    """

    def __init__(self, book: Phrasebook, codes: frozenset[str]) -> None:
        self._listener = Listener(book)
        self._codes = codes
        self._last: tuple[Passage, Heard] | None = None

    def may_tell(self, passage: Passage, *, notes: bool = False) -> bool:
        """Whether the other questions are worth asking: without this, the answer to each of them is no.

        Args:
            passage: The passage.
            notes: Whether it is several, any of which may be a note.
        """
        if self._listener.may_tell(passage.words):
            return True
        return (notes or len(passage.words) <= _LONGEST_NOTE) and self._listener.may_tell_briefly(passage.words)

    def says_protection(self, passage: Passage) -> bool:
        """Whether a word, phrase, form or code tells of protection wherever it stands."""
        heard = self._whole(passage)
        if heard.says(Kind.CODE) and not self._codes.isdisjoint(_CODE.findall(passage.text)):
            return True
        if heard.says(Kind.ALWAYS):
            return True
        return heard.mentions(Kind.ALONE) and any(
            self._is_note_of_protection(heard) for heard in self._sentences(passage)
        )

    @staticmethod
    def _is_note_of_protection(heard: Heard) -> bool:
        """A cell or title may say of itself what in a sentence needs somebody of whom it is said."""
        if heard.length > _LONGEST_NOTE or not heard.says(Kind.ALONE):
            return False
        return heard.covers(Kind.ALONE, Kind.NEAR_PEOPLE, Kind.LOOSELY, Kind.FILLING)

    def says_of_people(self, passage: Passage) -> bool:
        """Whether a word tells it where it is said of people."""
        return bool(self._whole(passage).spans(Kind.ALONE, Kind.NEAR_PEOPLE, Kind.LOOSELY))

    def says_beside_people(self, passage: Passage, row: str = "") -> bool:
        """Whether a word tells it in a sentence about people, a flight or somebody's birth, or in such a row.

        Args:
            passage: The passage.
            row: Of a row of a table, its short cells.
        """
        if row and self._row_is_of_people(self._heard(row, words_of(row))):
            return True
        if not self._whole(passage).mentions(Kind.ALONE, Kind.NEAR_PEOPLE, Kind.LOOSELY):
            return False
        return any(self._is_of_people(heard) for heard in self._sentences(passage))

    def says_in_cells(self, cells: Sequence[str]) -> bool:
        """Whether a row has a heading about claims beside one about people, or a cell that tells by itself."""
        if len(cells) < _ROW:
            return False
        heard = [self._heard(cell, words) for cell in cells if 0 < len(words := words_of(cell)) <= _LONGEST_HEADING]
        if any(one.covers(Kind.CELL) for one in heard):
            return True
        claims, people, things = (
            any(one.covers(kind) for one in heard)
            for kind in (Kind.CLAIM_HEADING, Kind.PERSON_HEADING, Kind.THING_HEADING)
        )
        return claims and people and not things

    @staticmethod
    def _row_is_of_people(heard: Heard) -> bool:
        told = heard.says(Kind.ALONE) or heard.says(Kind.NEAR_PEOPLE) or heard.says(Kind.LOOSELY)
        return told and (heard.says(Kind.PEOPLE) or _BIRTH.search(heard.text) is not None)

    @staticmethod
    def _is_of_people(heard: Heard) -> bool:
        if heard.says(Kind.HARMLESS) and not heard.spans(Kind.ALONE, Kind.NEAR_PEOPLE, Kind.LOOSELY):
            return False
        people = heard.spans(Kind.PEOPLE)
        if heard.says_near(heard.spans(Kind.ALONE, Kind.NEAR_PEOPLE), people, _FAR):
            return True
        if heard.says_near(heard.spans(Kind.LOOSELY), people, _NEAR):
            return True
        return bool(heard.spans(Kind.ALONE, Kind.NEAR_PEOPLE, Kind.LOOSELY) and _BIRTH.search(heard.text))

    def says_of_set(self, passage: Passage, beside: Iterable[Passage]) -> bool:
        """Whether a sentence tells something of a set of people.

        Args:
            passage: The passage.
            beside: It and what stands around it: a flight, list or date there settles which set is meant.
        """
        around = list(beside)
        if self._tells_of_share(passage, around):
            return True
        if not self._whole(passage).mentions(Kind.TELLS, Kind.PART, Kind.STATUS, Kind.LOOSE_STATUS):
            return False
        heard = [one for one in self._sentences(passage) if not self._is_permitted(one)]
        if any(self._tells(one) for one in heard):
            return True
        if not any(self._tells_loosely(one) for one in heard):
            return False
        return any(self._is_set(one) for one in around)

    def _tells_of_share(self, passage: Passage, beside: Sequence[Passage]) -> bool:
        """Whether something is said of a part of a flight's people that flights aren't told of all the time."""
        if not self._whole(passage).mentions(Kind.SHARE, Kind.LOOSE_SHARE):
            return False
        clauses = [self._heard(clause, words_of(clause)) for clause in _CLAUSE.split(passage.text)]
        telling = [number for number, one in enumerate(clauses) if self._says_more_than_everyday(one)]
        if any(clauses[number].says(Kind.SHARE) for number in telling):
            return True
        loose = [number for number in telling if self._says_loose_share(clauses[max(0, number - 1) : number + 1])]
        if any(
            one.mentions(Kind.JOURNEY) for number in loose for one in clauses[max(0, number - _BEFORE) : number + 1]
        ):
            return True
        if not loose or loose[0] >= _BEFORE:
            return False
        if len(beside) == 1 and len(passage.words) <= _LONGEST_REMARK:
            return True
        return any(self._whole(one).mentions(Kind.JOURNEY) for one in beside)

    @staticmethod
    def _says_more_than_everyday(heard: Heard) -> bool:
        shares = (Kind.SHARE, Kind.LOOSE_SHARE)
        return not (heard.says_besides(Kind.EVERYDAY, *shares) or heard.covers(*shares, Kind.FILLING))

    @staticmethod
    def _says_loose_share(clauses: Sequence[Heard]) -> bool:
        """Whether the last clause speaks of part of a set, and neither it nor the one before of things."""
        return clauses[-1].says(Kind.LOOSE_SHARE) and not any(one.mentions(Kind.THINGS) for one in clauses)

    def _is_set(self, passage: Passage) -> bool:
        return self._whole(passage).says(Kind.SETTING) or bool(_SETTING.search(passage.text))

    @staticmethod
    def _is_permitted(heard: Heard) -> bool:
        return " ".join(words_of(heard.text)) in _PERMITTED

    @classmethod
    def _tells(cls, heard: Heard) -> bool:
        if heard.says(Kind.TELLS):
            return True
        return cls._is_of_set(heard, heard.spans(Kind.STATUS)) or cls._is_note_of_set(heard)

    @classmethod
    def _tells_loosely(cls, heard: Heard) -> bool:
        return cls._is_of_set(heard, heard.spans(Kind.LOOSE_STATUS))

    @staticmethod
    def _is_of_set(heard: Heard, statuses: list[Span]) -> bool:
        """Whether something is said of so many of a set."""
        if heard.says(Kind.COUNTED_THINGS) and not heard.says(Kind.PEOPLE):
            statuses = heard.without(statuses, Kind.OF_THINGS)
        if not statuses:
            return False
        quantified = heard.spans(Kind.QUANTIFIER)
        sets = [one for one in heard.spans(Kind.SET) if heard.says_near([one], quantified, _BESIDE)]
        return heard.says_near(sets, statuses, _FAR)

    @staticmethod
    def _is_note_of_set(heard: Heard) -> bool:
        """``Affected: 46``, ``3 off, legal``, ``some of the 103``: nothing but a count and what it counts."""
        if heard.length > _LONGEST_NOTE or not heard.says(Kind.QUANTIFIER):
            return False
        return bool(heard.spans(Kind.STATUS, Kind.PART)) and heard.covers(*_OF_NOTES)

    def _sentences(self, passage: Passage) -> Iterator[Heard]:
        """Each sentence that may tell something, and a short text as a whole."""
        text = passage.text.replace("%", " percent ")
        whole = (" ".join(text.split()),) if len(passage.words) <= _LONGEST_NOTE else ()
        for sentence in {*_SENTENCE.split(text), *whole}:
            words = words_of(sentence)
            if self._listener.may_tell(words) or len(words) <= _LONGEST_NOTE:
                yield self._heard(sentence, words)

    def _whole(self, passage: Passage) -> Heard:
        if self._last is None or self._last[0] is not passage:
            self._last = (passage, self._heard(passage.text, passage.words))
        return self._last[1]

    def _heard(self, text: str, words: Sequence[str]) -> Heard:
        return Heard(text, words, self._listener.said(words))


def readable(text: str) -> Passage:
    """The text as it is read: nothing invisible, letters set apart and words broken at the end of a line joined."""
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    also = ""
    if _SPACED.search(text):
        also = "  " + _SPACED.sub(lambda match: _BETWEEN.sub("", match[0]), text)
    if _BROKEN.search(text):
        also += "  " + _BROKEN.sub("", text)
    return Passage(text + also, words_of(text + also))


@lru_cache(maxsize=1)
def _contents() -> tuple[Phrasebook, frozenset[str]]:
    contents = [tomllib.loads(resource("vocabulary", name).read_text(encoding="utf-8")) for name in _FILES]

    def entries(key: str) -> list[str]:
        return [entry for content in contents for entry in content.get(key, ())]

    phrases = [one for kind in Kind for entry in entries(kind) for one in phrases_of(kind, entry)]
    words = Words(
        Misspellings(entries("spelt"), entries("not_misspelt")),
        numbers=frozenset(entries("numbers")),
        common=frozenset(entries("common")),
    )
    book = phrasebook(phrases, words, _TELLING, {Kind.PART})
    return book, frozenset(entries(Kind.CODE))


def wording() -> Wording:
    """The shipped wording, for one look through."""
    return Wording(*_contents())
