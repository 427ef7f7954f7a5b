"""From rows that turned up somewhere to the lists that they can come from."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from manifest_app.model.release import PublicList
from manifest_app.release.difference import Person
from manifest_app.standards.names import fold

_CODE = re.compile(r"[A-Z0-9]+")
_DAYS = (
    (re.compile(r"(?<!\d)(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)"), ((1, 2, 3),)),
    (re.compile(r"(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)"), ((3, 1, 2), (3, 2, 1))),
)


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line of what was found: its words, its codes, the days that it may name, and its text.

    ``one_line`` is False for texts that only stand near each other, such as the cells of a page: there a name is no
    evidence, since its words may be two people's.
    """

    words: frozenset[str]
    codes: frozenset[str]
    days: frozenset[str]
    text: str
    one_line: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """How well a list explains what was found; the greater one is the likelier.

    Attributes:
        people: How many of its people were found, by document, by name and birth date, or by a whole name alone.
        sure: How many of them by more than a name.
        cells: How many of their cells stand there letter by letter: it tells versions of a list apart.
    """

    people: int
    sure: int
    cells: int


def found_lines(texts: Iterable[str], *, one_line: bool = True) -> tuple[FoundLine, ...]:
    """Lines of text, or rows of a table with their cells joined, ready to be compared.

    Args:
        texts: The lines.
        one_line: False for texts that are put together from what only stands near each other.
    """
    return tuple(
        FoundLine(
            frozenset(fold(text).split()),
            frozenset(_CODE.findall(text.upper())),
            frozenset(_days_of(text)),
            text,
            one_line,
        )
        for text in texts
        if text.strip()
    )


def _days_of(text: str) -> Iterator[str]:
    for pattern, orders in _DAYS:
        for match in pattern.finditer(text):
            for order in orders:
                year, month, day = (int(match[at]) for at in order)
                try:
                    yield date(year, month, day).isoformat()
                except ValueError:
                    continue


class FoundText:
    """What was found, with its lines by what stands in them."""

    def __init__(self, lines: Iterable[FoundLine]) -> None:
        self.lines = tuple(lines)
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_code: dict[str, set[int]] = defaultdict(set)
        for at, line in enumerate(self.lines):
            for word in line.words:
                self._by_word[word].add(at)
            for code in line.codes:
                self._by_code[code].add(at)

    def about(self, person: Person) -> Iterator[FoundLine]:
        """The lines that have the person's document, or all words of the name."""
        named = [self._by_word.get(word, set()) for word in person.words]
        found = set[int]().union(set.intersection(*named) if named else (), self._by_code.get(person.document, ()))
        return (self.lines[at] for at in sorted(found))


def trace(found: FoundText, content: PublicList) -> Trace:
    """How well a list explains what was found."""
    people = sure = cells = 0
    for row in content.rows:
        person = Person.of_row(content.keys, row)
        best = max((_row(person, row, line) for line in found.about(person)), default=(0, 0, 0))
        people, sure, cells = people + best[0], sure + best[1], cells + best[2]
    return Trace(people, sure, cells)


def _row(person: Person, row: Sequence[str], line: FoundLine) -> tuple[int, int, int]:
    named = len(person.words) > 1 and line.words.issuperset(person.words)
    born = bool(person.birth_date) and (person.birth_date in line.days or person.birth_date in line.text)
    sure = (bool(person.document) and person.document in line.codes) or (named and born)
    if not sure and not (named and line.one_line):
        return 0, 0, 0
    return 1, int(sure), sum(bool(cell) and cell in line.text for cell in row)
