"""Finds phrases of several kinds in a sequence of words, in one pass."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"\.\.\.|(?:#|[^\W_]+\*?)(?:\|(?:#|[^\W_]+\*?))*")
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_GAP, _NUMBER = "...", "#"
_LONGEST_GAP = 5
_LONGEST_NUMBER = 4
_BEGINNING = 3
_MOST_KEPT = 200_000

Element = frozenset[str]
"""The tokens any of which may stand at a place of a phrase; none stands for a gap."""

Span = tuple[int, int]


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, without case and accents; anything else separates them."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return _WORD.findall(text.casefold())


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A phrase of the vocabulary and what kind of thing it says."""

    kind: str
    elements: tuple[Element, ...]

    def anchor(self, common: frozenset[str]) -> Element:
        """The element that is the least likely to be met: long words that are not common."""
        return max(self.elements, key=partial(_rarest, common=common))

    def wanted(self, common: frozenset[str]) -> Sequence[Element]:
        """The elements that are no gaps, the least likely first."""
        return sorted(filter(None, self.elements), key=partial(_rarest, common=common), reverse=True)


def phrases_of(kind: str, entry: str) -> Iterable[Phrase]:
    """The phrases that an entry of the vocabulary stands for.

    Args:
        kind: What its phrases say.
        entry: Words; ``a|b`` is either, ``stem*`` each word that begins so, ``#`` a number in figures or
            words, ``...`` up to five words. With figures and letters also run together: I589 for I-589.
    """
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", entry)).casefold()
    tokens = _TOKEN.findall(folded)
    yield Phrase(kind, tuple(frozenset(token.split("|")) if token != _GAP else frozenset() for token in tokens))
    joined = "".join(tokens)
    if joined.isalnum() and not joined.isdigit() and any(map(str.isdigit, joined)):
        yield Phrase(kind, (frozenset({joined}),))


def _rarest(element: Element, common: frozenset[str]) -> int:
    return min((_rarity(token, common) for token in element), default=0)


def _rarity(token: str, common: frozenset[str]) -> int:
    if token in common:
        return 1
    return 0 if token == _NUMBER else len(token)


def _nearly(one: str, two: str) -> bool:
    """Whether two words differ by one letter more, less or other, or by two neighbours changed over."""
    if len(one) > len(two):
        one, two = two, one
    start = next((place for place, (left, right) in enumerate(zip(one, two, strict=False)) if left != right), len(one))
    if len(one) < len(two):
        return len(two) - len(one) == 1 and one[start:] == two[start + 1 :]
    if one[start + 1 :] == two[start + 1 :]:
        return True
    return one[start : start + 2] == two[start : start + 2][::-1] and one[start + 2 :] == two[start + 2 :]


class Misspellings:
    """Recognises words that are misspelt by one letter.

    Args:
        meant: The words that count even so.
        not_meant: Words of their own that look like one of them.
    """

    def __init__(self, meant: Iterable[str], not_meant: Iterable[str]) -> None:
        self._not_meant = frozenset(not_meant)
        self._meant: dict[tuple[str, int], list[str]] = {}
        for word in meant:
            for length in range(len(word) - 1, len(word) + 2):
                self._meant.setdefault((word[0], length), []).append(word)

    def meant_by(self, word: str) -> list[str]:
        """The words that a word may be meant for; the first letter is right."""
        like_it = self._meant.get((word[0], len(word)))
        if like_it is None or word in self._not_meant:
            return []
        return [one for one in like_it if _nearly(one, word)]


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of words.

    Attributes:
        misspellings: Those that count when they are misspelt.
        numbers: Words for numbers.
        common: Words that are in nearly every text.
    """

    misspellings: Misspellings
    numbers: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Phrases by kind, and what they are known by.

    Attributes:
        by_anchor: Phrases by the tokens of their anchor, with what else must be there, the least likely first.
        telling: The anchors of phrases that tell: without any of them a text says nothing.
        briefly: The anchors of those that tell only as all that a text says.
        tokens: All tokens; ``stems`` those of them that stand for the beginning of a word, by their first letters.
        words: What is known of words.
    """

    by_anchor: Mapping[str, Sequence[tuple[Phrase, Sequence[Element]]]]
    telling: frozenset[str]
    briefly: frozenset[str]
    tokens: frozenset[str]
    stems: Mapping[str, Sequence[str]]
    words: Words


def phrasebook(
    phrases: Iterable[Phrase], words: Words, telling: Iterable[str], briefly: Iterable[str] = ()
) -> Phrasebook:
    """Make a book of phrases; ``telling`` are kinds without which a text says nothing, ``briefly`` short ones."""
    by_anchor: dict[str, list[tuple[Phrase, Sequence[Element]]]] = {}
    by_kind: dict[str, set[str]] = {}
    tokens: set[str] = set()
    for phrase in phrases:
        tokens.update(*phrase.elements)
        anchor = phrase.anchor(words.common)
        by_kind.setdefault(phrase.kind, set()).update(anchor)
        wanted = phrase.wanted(words.common)
        for token in anchor:
            by_anchor.setdefault(token, []).append((phrase, wanted))
    stems: dict[str, list[str]] = {}
    for stem in (token for token in tokens if token.endswith("*")):
        stems.setdefault(stem[:_BEGINNING], []).append(stem)
    anchors, brief = (frozenset().union(*(by_kind.get(kind, ()) for kind in kinds)) for kinds in (telling, briefly))
    return Phrasebook(by_anchor, anchors, brief, frozenset(tokens), stems, words)


class Listener:
    """Finds the phrases of a book; the words it has met are forgotten with it.

    Args:
        book: The phrases.
    """

    def __init__(self, book: Phrasebook) -> None:
        self._book = book
        self._met: set[str] = set()
        self._telling: set[str] = set()
        self._brief: set[str] = set()
        self._tokens: dict[str, frozenset[str]] = {}

    def may_tell(self, words: Sequence[str]) -> bool:
        """Whether a word is among them without which no phrase of a telling kind is said."""
        fresh = set(words) - self._met
        if fresh:
            self._meet(fresh)
        return not self._telling.isdisjoint(words)

    def may_tell_briefly(self, words: Sequence[str]) -> bool:
        """The same of phrases that tell as all that a text says; after `may_tell`."""
        return not self._brief.isdisjoint(words)

    def _meet(self, fresh: set[str]) -> None:
        if len(self._met) > _MOST_KEPT:
            self._met.clear()
        self._met |= fresh
        for word in fresh:
            tokens = self._book.tokens.intersection(self._tokens_of(word))
            if tokens:
                self._tokens[word] = tokens
            if not self._book.telling.isdisjoint(tokens):
                self._telling.add(word)
            if not self._book.briefly.isdisjoint(tokens):
                self._brief.add(word)

    def _tokens_of(self, word: str) -> Iterable[str]:
        """What a word can stand for in a phrase."""
        yield word
        yield from self._book.words.misspellings.meant_by(word)
        yield from (stem for stem in self._book.stems.get(word[:_BEGINNING], ()) if word.startswith(stem[:-1]))
        if word in self._book.words.numbers or (word.isdecimal() and len(word) <= _LONGEST_NUMBER):
            yield _NUMBER

    def said(self, words: Sequence[str]) -> dict[str, list[Span]]:
        """Where phrases of each kind are said: from which word to before which."""
        self.may_tell(words)
        tokens = {token for word in set(words) for token in self._tokens.get(word, ())}
        candidates = self._candidates(tokens)
        places = self._places(words, {token for phrase in candidates for token in phrase.elements[0]})
        found: dict[str, list[Span]] = {}
        for phrase in candidates:
            for start in {place for token in phrase.elements[0] for place in places.get(token, ())}:
                end = self._end(phrase.elements, 1, words, start + 1)
                if end:
                    found.setdefault(phrase.kind, []).append((start, end))
        return found

    def _places(self, words: Sequence[str], wanted: set[str]) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            for token in self._tokens.get(word, ()):
                if token in wanted:
                    places.setdefault(token, []).append(place)
        return places

    def _candidates(self, said: set[str]) -> list[Phrase]:
        """The phrases of each of whose elements some word is there."""
        by_anchor = self._book.by_anchor
        anchored = {phrase: wanted for token in said for phrase, wanted in by_anchor.get(token, ())}
        return [phrase for phrase, wanted in anchored.items() if not any(map(said.isdisjoint, wanted))]

    def _end(self, elements: Sequence[Element], done: int, words: Sequence[str], place: int) -> int:
        """Before which word the rest of a phrase ends, or 0."""
        while done < len(elements):
            if not elements[done]:
                ends = (self._end(elements, done + 1, words, place + left) for left in range(_LONGEST_GAP + 1))
                return next(filter(None, ends), 0)
            if place >= len(words) or elements[done].isdisjoint(self._tokens.get(words[place], ())):
                return 0
            done, place = done + 1, place + 1
        return place
