"""What a text says by which people can be found: names with their places, dates, numbers. Each text is read once."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import unquote

import msgspec

from manifest_app.outgoing.people.dates import DATES, days_of, days_of_serial
from manifest_app.outgoing.people.index import SHORTEST_NUMBER, PeopleIndex
from manifest_app.outgoing.people.known_words import LABELS, NOTHING, KnownWords, Sieve, Word
from manifest_app.outgoing.people.words import SHORTEST_MISSPELT, hash_of, number_key
from manifest_app.standards.names import fold

_PIECES_OF_NUMBERS = 6
_LONG = 400
_SHORT = 80
_AROUND_A_DATE = 160
_APART = 16
_LONGEST_HEAD = 24
_DATE_DIGITS = (6, 8)
_LONGEST_PART = 9
_NUMBER_WORDS = re.compile(r"[A-Z]{0,3}\d[\dA-Z]*|(?<![A-Z])[A-Z]{1,3}(?=[ ./#:_-]{1,3}\d)")
_LETTERS_FIRST = re.compile(r"[A-Z]{2,3}(?=\d)")
_NUMBER_CELL = re.compile(r"(?:\w{1,12} )?([A-Za-z]{1,3}|[A-Za-z]?\d{1,9})")
_CODE = re.compile(r"[A-Za-z]{1,3}[0-9]{5,12}")
_DECIMAL = re.compile(r"[0-9]{1,12}\.[0-9]+")
_PLAIN_DATE = re.compile(r"(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?:19|20)\d\d")
_SPACED = re.compile(r"(?<!\w)(?:\w[ .]){3,}\w(?!\w)")
_TRAVEL_LINE = re.compile(r"\b[PIAV][A-Z<][A-Z]{3}(?=[A-Z]+<)")
_HUMP = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z])")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010]\s+(?=[^\W\d_])")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(r"&#?\w{2,8};")
_MAILBOX = re.compile(r"([^\W\d_]{5,30})\d*@")
_SHORT_NAMES = re.compile(r"\b[^\W\d_a-z]\w{1,4}\b")
_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_])\.")
_NO_INITIAL = frozenset("V")
"""Between names it says "versus"."""
_has_digit = re.compile(r"\d").search
_has_words = re.compile(r"[^\W\d_]{2}|[^\W\d_][ .]").search


class Facts(msgspec.Struct, frozen=True, gc=False):
    """What a text says.

    Attributes:
        values: The names in it.
        places: Where each stands: words are even numbers, particles and initials odd ones between them.
        size: How many words it has.
        meant: Names that words of it, which nobody bears, are with one letter wrong; they count beside a birth date.
        births: Values of the days it names.
        near: Sums of a name and a day near it, where the text is long; then ``births`` is empty.
        numbers: Values of numbers in it that the index may hold.
        names_somebody: Whether a word of it names somebody by itself.
        label: Whether it has a word that forms put before a name or birth date.
        rare: Whether it has anything but names, births and a number: what most texts lack.
        number: The one number, or letter of a number, that it is; else "".
    """

    values: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    size: int = 0
    meant: tuple[int, ...] = ()
    births: tuple[int, ...] = ()
    near: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    names_somebody: bool = False
    label: bool = False
    rare: bool = False
    number: str = ""


NO_FACTS = Facts()


class FactReader:
    """Reads texts.

    Args:
        index: Whom to look for.
        pairs: The sieve of its pairs.
        numbers: The sieve of its numbers.
        today: Two-digit years of birth lie before it.
    """

    def __init__(self, index: PeopleIndex, pairs: Sieve, numbers: Sieve, today: date) -> None:
        self._index = index
        self._known = KnownWords(index, pairs)
        self._numbers = numbers
        self._today = today
        self._days: dict[str, int] = {}
        self._longest = max(index.lengths, default=0) + 4

    def cell(self, text: str) -> Facts:
        """What a cell of a table says; a whole number in it may be a day."""
        return self._plain(text) or self._read(text, cell=True)

    def text(self, text: str) -> Facts:
        """What a text outside of tables says."""
        return self._read(text, cell=False)

    def _plain(self, text: str) -> Facts | None:
        """What a cell of the commonest kinds says: one number, one code, one date in numbers."""
        if not text[-1:].isdecimal():
            return None
        if text.isdecimal():
            return self._whole_number(text) if text.isascii() else None
        if text[0].isalpha():
            return self._code(text) if _CODE.fullmatch(text) else None
        if _PLAIN_DATE.fullmatch(text):
            return Facts(births=tuple(map(self.day, days_of(text, self._today))))
        if _DECIMAL.fullmatch(text):
            numbers = tuple(self._numbers_in(text))
            return Facts(births=self._serial(text), numbers=numbers, rare=bool(numbers))
        return None

    def _whole_number(self, text: str) -> Facts:
        if len(text) < SHORTEST_NUMBER:
            return Facts(births=self._serial(text), number=text)
        days = days_of(text, self._today) if len(text) in _DATE_DIGITS and len(self._index.births) else ()
        numbers = tuple(self._numbers_in(text))
        number = text if len(text) <= _LONGEST_PART else ""
        return Facts(births=tuple(map(self.day, days)), numbers=numbers, rare=bool(numbers), number=number)

    def _code(self, text: str) -> Facts:
        numbers = tuple(filter(None, map(self.number, _readings(text.upper()))))
        return Facts(numbers=numbers, rare=bool(numbers)) if numbers else NO_FACTS

    def _serial(self, text: str) -> tuple[int, ...]:
        return tuple(map(self.day, days_of_serial(text))) if len(self._index.births) else ()

    def day(self, day: str) -> int:
        """The value of a day."""
        value = self._days.get(day)
        if value is None:
            value = self._days[day] = hash_of(self._index.key, day)
        return value

    def number(self, joined: str) -> int:
        """The value of a number if the index may hold it, else 0."""
        key = number_key(joined)
        value = hash_of(self._index.key, key) if len(key) in self._index.lengths else 0
        return value if value and self._numbers.holds(value) else 0

    def _read(self, text: str, *, cell: bool) -> Facts:
        digits = _has_digit(text) is not None
        words = _Words(self._known)
        if text.isalpha() and text.isascii() and (text.isupper() or text[1:].islower()):
            words.read_word(text.upper())
        elif _has_words(text):
            words.read(text)
        births, near = self._births(text, words.values, cell=cell) if digits else ((), ())
        numbers = tuple(self._numbers_in(text)) if digits and len(text) >= SHORTEST_NUMBER else ()
        found = Facts(
            tuple(words.values),
            tuple(words.places),
            words.size,
            self._meant(words.unknown) if words.unknown and (cell or births) and len(text) <= _SHORT else (),
            births,
            near,
            numbers,
            words.names_somebody,
            words.label,
            bool(numbers or near or words.names_somebody or words.label),
            _number_cell(text) if cell else "",
        )
        return found if found.size or digits else NO_FACTS

    def _meant(self, unknown: Sequence[str]) -> tuple[int, ...]:
        if not len(self._index.births):
            return ()
        return tuple(name for word in unknown for name in self._known.meant(word))

    def _births(self, text: str, words: Sequence[int], *, cell: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
        if not len(self._index.births):
            return (), ()
        if len(text) <= _LONG:
            days = {day for match in DATES.finditer(text) for day in days_of(match[0], self._today)}
            return (*map(self.day, days), *(self._serial(text.strip()) if cell else ())), ()
        return (), tuple(self._near(text)) if words else ()

    def _near(self, text: str) -> Iterator[int]:
        for match in DATES.finditer(text):
            days = [self.day(day) for day in days_of(match[0], self._today)]
            words = _Words(self._known)
            if days:
                words.read(text[max(0, match.start() - _AROUND_A_DATE) : match.end() + _AROUND_A_DATE])
            yield from (value + day for value in words.values for day in days)

    def _numbers_in(self, text: str) -> Iterator[int]:
        words = _NUMBER_WORDS.findall(text.upper() if text.isascii() else fold_digits(text))
        for start in range(len(words)):
            joined = ""
            for word in words[start : start + _PIECES_OF_NUMBERS]:
                joined += word
                if len(joined) > self._longest:
                    break
                if len(joined) >= SHORTEST_NUMBER:
                    yield from filter(None, map(self.number, _readings(joined)))


class _Words:
    """The names of one text, and words that nobody bears; see `Facts`."""

    def __init__(self, known: KnownWords) -> None:
        self._known = known
        self.values: list[int] = []
        self.places: list[int] = []
        self.size = 0
        self.unknown: list[str] = []
        self.names_somebody = False
        self.label = False

    def read_word(self, text: str) -> None:
        """Take in one folded word."""
        self._take(self._known.word(text), 0)
        self.label = text in LABELS
        self.size = 1
        self._note_unknown((text,))

    def read(self, text: str) -> None:
        """Take in a text, in every form in which it can be meant."""
        place = 0
        for form in _forms(text):
            place = self._read(form, place) + _APART
        if "@" in text:
            boxes = (fold(box) for box in _MAILBOX.findall(text))
            self.names_somebody |= any(self._known.is_account(box) for box in boxes)

    def _read(self, text: str, place: int) -> int:
        initials: set[str] = set()
        short: set[str] = set()
        if "." in text:
            initials = {fold(letter) for letter in _INITIAL.findall(text) if letter.isupper()} - _NO_INITIAL
        if not text.islower():
            short = set(fold(" ".join(_SHORT_NAMES.findall(text))).split())
        tokens = fold(text).split()
        self.size += len(tokens)
        end = self._take_tokens(tokens, place, initials, short)
        if len(text) <= _SHORT:
            self._note_unknown(tokens)
        return end

    def _take_tokens(self, tokens: Sequence[str], place: int, initials: set[str], short: set[str]) -> int:
        """Take in the words of a text that are names, or beside which others may be: few of most texts."""
        known = self._known
        words = known.words_of(tokens)
        told = {at for at, word in enumerate(words) if word is not NOTHING}
        if initials or short:
            told.update(at for at, token in enumerate(tokens) if token in short or token in initials)
        told.update([at + 1 for at in told if words[at].head or tokens[at] in initials])
        head, last, passed = "", -1, 0
        for at in sorted(told - {len(tokens)}):
            token, before = tokens[at], tokens[at - 1] if at else ""
            word = known.initial(token) if token in initials else words[at]
            head = head if last == at - 1 else ""
            here = place + 2 * (at - passed)
            self._take(word, here)
            self.label |= token in LABELS and word is not NOTHING
            if head or (token in short and before in short):
                joined = (known.together(one, token) for one in {head or before, before})
                self._take(Word(tuple(filter(None, joined))), here)
            head = (head if len(head) < _LONGEST_HEAD else "") + token if word.head else ""
            passed += not word.keeps_apart
            last = at
        return place + 2 * (len(tokens) - passed)

    def _note_unknown(self, tokens: Sequence[str]) -> None:
        known = self._known.words
        self.unknown += [one for one in tokens if len(one) >= SHORTEST_MISSPELT and known.get(one) is NOTHING]

    def _take(self, word: Word, place: int) -> None:
        self.values += word.values
        self.places += [place - word.weak] * len(word.values)
        self.names_somebody |= word.names_somebody


def _forms(text: str) -> Iterator[str]:
    """A text as it stands, and as it is meant where it is encoded, hyphenated or spaced."""
    if "<" in text:
        text = _TRAVEL_LINE.sub(" ", text)
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub(" ", text)
    yield text
    if "%" in text and _PERCENT.search(text):
        yield unquote(text)
    if "&" in text and _ENTITY.search(text):
        yield html.unescape(text)
    if "Ã" in text or "Ð" in text:
        yield text.encode("cp1252", "ignore").decode("utf-8", "ignore")
    if ("-" in text or "\u2010" in text) and _BROKEN.search(text):
        yield _BROKEN.sub("", text)
    if not text.islower() and _HUMP.search(text):
        yield _HUMP.sub(" ", " ".join(word for word in text.split() if _HUMP.search(word)))
    if spaced := _SPACED.findall(text):
        yield " ".join(one.replace(" ", "").replace(".", "") for one in spaced)


def _readings(joined: str) -> Iterable[str]:
    """A number, and the number without letters of a word that it was written to."""
    letters = _LETTERS_FIRST.match(joined)
    return (joined,) if letters is None else (joined, *(joined[start:] for start in range(1, letters.end())))


def _number_cell(text: str) -> str:
    match = _NUMBER_CELL.fullmatch(text) if len(text) <= 2 * _APART else None
    return match[1].upper() if match else ""


@lru_cache(maxsize=4096)
def _digit(character: str) -> str:
    return str(int(character)) if character.isdecimal() else character


def fold_digits(text: str) -> str:
    """Upper case, with the digits of any script as 0-9, and nothing invisible."""
    return "".join(map(_digit, text.upper().replace("\u200b", "").replace("\u00ad", "")))
