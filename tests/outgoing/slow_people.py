"""Looking for people one piece and one pair at a time, as plainly as can be: what the quick way is compared with."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from manifest_app.outgoing.people.facts import FactReader, Facts
from manifest_app.outgoing.people.index import PeopleIndex
from manifest_app.outgoing.people.known_words import KnownWords, Sieve
from manifest_app.outgoing.pieces import Piece

ALL_BITS = (1 << 64) - 1
MOST_NAMES = 24


def names_somebody(index: PeopleIndex, today: date, piece: Piece) -> bool:
    """Whether a piece that is no line of a form names somebody."""
    reader = FactReader(index, Sieve(index.pairs), Sieve(index.numbers), today)
    cells = [reader.cell(text) for text in piece.cells] if piece.cells else [reader.text(piece.text)]
    if any(cell.numbers or cell.names_somebody for cell in cells):
        return True
    pairs, families, births = (set(one.tolist()) for one in (index.pairs, index.families, index.births))
    days = [day for cell in cells for day in cell.births]
    names = [value for cell in cells for value in (*cell.values, *cell.meant)]
    if any((name + day) & ALL_BITS in births for name in names for day in days):
        return True
    if any(one & ALL_BITS in births for cell in cells for one in cell.near):
        return True
    placed = [(number, cell, *one) for number, cell in enumerate(cells) for one in _names(cell)]
    for (at, one), (later, two) in combinations(enumerate(placed), 2):
        if later - at > MOST_NAMES:
            continue
        total = (one[3] + two[3]) & ALL_BITS
        if _beside(one, two) and total in pairs:
            return True
        if one[0] == two[0] and _following(one[2], two[2]) and total in families:
            return True
    return False


def names_in(index: PeopleIndex, words: Sequence[str]) -> list[tuple[int, int]]:
    """Places and values of the names in a text of such folded words, as they were in small letters."""
    known = KnownWords(index, Sieve(index.pairs))
    found: list[tuple[int, int]] = []
    place, head = 0, ""
    for before, token in zip(("", *words), words, strict=False):
        word = known.word(token)
        found += [(place - word.weak, value) for value in word.values]
        if head:
            joined = (known.together(one, token) for one in {head, before})
            found += [(place, value) for value in joined if value]
        head = head + token if word.head else ""
        place += 2 * word.keeps_apart
    return found


_Placed = tuple[int, Facts, int, int]


def _names(cell: Facts) -> list[tuple[int, int]]:
    return list(zip(cell.places, cell.values, strict=True))


def _beside(one: _Placed, two: _Placed) -> bool:
    weak = one[2] % 2 or two[2] % 2
    if one[0] == two[0]:
        return abs(one[2] - two[2]) <= (1 if weak else 4)
    return all(cell.size <= (1 if place % 2 else 6) for _, cell, place, _ in (one, two))


def _following(one: int, two: int) -> bool:
    return not (one % 2 or two % 2) and abs(one - two) <= 2
