"""Who could reach the threshold: a bound that never loses a record which would have raised a finding.

For each record the most it can still reach is added up: the names that are like the passenger's (each counted as if no
other needed its partner), the least that must be taken off for names left over, and the exact weights of every other
field. Only records whose bound reaches the threshold are compared in full.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from manifest_app.screening.birth import Day
from manifest_app.screening.compare import Field, Match
from manifest_app.screening.identifiers import NumberIndex
from manifest_app.screening.index import Coded, RecordIndex
from manifest_app.screening.normalize import Person
from manifest_app.screening.query import Hits, Reading
from manifest_app.screening.weights import (
    A_NUMBER_DIFFERENT,
    A_NUMBER_M,
    CONFLICT,
    DOCUMENT_DIFFERENT,
    DOCUMENT_M,
    LEFT_OVER,
    NEAR,
    WEAK_DIFFERENT,
    WEAK_M,
    Birth,
    smoothed,
    weight,
)

Bits = NDArray[np.int32]
_CHANCE_EQUAL = 1e-7
_CHANCE_SLIP = 1e-6
_WEAK_BACKGROUND = {"nationality": 0.1, "sex": 0.5}


@dataclass(frozen=True, slots=True)
class Numbers:
    """How a passenger's A-number or documents compare with every record's.

    Attributes:
        found: Records with an equal number or one a slip away.
        different: What it is worth when both have a number and they differ.
        given: Whether the passenger has a number.
        index: The numbers of the registry.
    """

    found: Mapping[int, Field[Match]]
    different: int
    given: bool
    index: NumberIndex

    def field(self, row: int) -> Field[Match]:
        """How the number compares with that record's."""
        if row in self.found:
            return self.found[row]
        if self.given and self.index.given[row]:
            return Field(Match.DIFFERENT, self.different)
        return Field(Match.NOT_GIVEN, 0)

    def bits(self, rows: NDArray[np.int64]) -> Bits:
        """The weights in many records."""
        worth = np.where(self.index.given[rows], np.int32(self.different if self.given else 0), np.int32(0))
        for row, field in self.found.items():
            worth[rows == row] = field.bits
        return worth.astype(np.int32)


@dataclass(frozen=True, slots=True)
class Weak:
    """How a nationality or sex compares: weights by code of the registry's column."""

    column: Coded
    value: str
    worth: Bits

    def field(self, row: int) -> Field[Match]:
        """How it compares with that record's."""
        code = int(self.column.column[row])
        if not self.value or not code:
            return Field(Match.NOT_GIVEN, 0)
        same = self.column.codes.get(self.value) == code
        return Field(Match.EQUAL if same else Match.DIFFERENT, int(self.worth[code]))


@dataclass(frozen=True, slots=True)
class Births:
    """How a date of birth compares: levels and weights by the registry's distinct dates."""

    column: NDArray[np.int32]
    levels: NDArray[np.int32]
    worth: Bits

    def field(self, row: int) -> Field[Birth]:
        """How it compares with that record's."""
        number = self.column[row]
        return Field(Birth(int(self.levels[number])), int(self.worth[number]))


def births(index: RecordIndex, birth: Day) -> Births:
    """Compare a date of birth with the registry's."""
    return Births(index.births.column, *index.births.weights(birth))


def weak(index: RecordIndex, name: str, value: str) -> Weak:
    """Compare a nationality or a sex with the registry's."""
    column = index.weak[name]
    worth = np.zeros(len(column.codes), dtype=np.int32)
    if value:
        worth[:] = WEAK_DIFFERENT
        worth[0] = 0
        if value in column.codes:
            rate = smoothed(column.count(value), len(index), _WEAK_BACKGROUND[name])
            worth[column.codes[value]] = weight(WEAK_M, rate)
    return Weak(column, value, worth)


def a_number(index: RecordIndex, person: Person) -> Numbers:
    """Compare an A-number with the registry's."""
    own = (person.a_number,) if person.a_number else ()
    return _numbers(index.a_numbers, own, A_NUMBER_M, A_NUMBER_DIFFERENT)


def documents(index: RecordIndex, person: Person) -> Numbers:
    """Compare the numbers of travel documents with the registry's; any two that are equal count as equal."""
    return _numbers(index.documents, person.documents, DOCUMENT_M, DOCUMENT_DIFFERENT)


def _numbers(index: NumberIndex, own: Iterable[str], m: tuple[float, float], different: int) -> Numbers:
    people = len(index.given)
    own = tuple(own)
    slips = {row for number in own for row in index.one_slip(number)}
    equal = {row for number in own for row in index.equal(number)}
    slip = Field(Match.ONE_SLIP, weight(m[1], smoothed(len(slips), people, _CHANCE_SLIP)))
    same = Field(Match.EQUAL, weight(m[0], smoothed(len(equal), people, _CHANCE_EQUAL)))
    found = {**dict.fromkeys(slips, slip), **dict.fromkeys(equal, same)}
    return Numbers(found, different, bool(own), index)


@dataclass(frozen=True, slots=True)
class NameSums:
    """What each name row reaches by the names that are like those of one reading.

    Attributes:
        reading: The reading.
        total: Sum of the likeness per name row, in hundredths of a bit.
        matched: How many of the reading's names are like one of the row's.
    """

    reading: Reading
    total: Bits
    matched: NDArray[np.int32]

    def bound(self, rows: NDArray[np.int64], sizes: Bits) -> Bits:
        """The most the whole name can be worth in these rows."""
        size, own = sizes[rows], len(self.reading.tokens)
        most = np.minimum(self.matched[rows], size)
        left = CONFLICT * np.minimum(own - most, size - most) + LEFT_OVER * np.abs(own - size)
        return np.asarray(self.total[rows] + np.where(size > 0, left, 0), dtype=np.int32)

    def agreeing(self, bits: int) -> int:
        """How many name rows reach that sum as well."""
        return int(np.count_nonzero(self.total >= bits))


def name_sums(index: RecordIndex, reading: Reading, hits: Mapping[str, Hits]) -> NameSums:
    """Add up what each name row reaches."""
    total = np.zeros(len(index.forms), dtype=np.int32)
    matched = np.zeros(len(index.forms), dtype=np.int32)
    for token in reading.tokens:
        own = hits[token.text]
        total[own.rows] += own.row_bits
        matched[own.rows] += 1
    return NameSums(reading, total, matched)


@dataclass(frozen=True, slots=True)
class Question:
    """A passenger, compared with the whole registry in every field but the names' exact pairing."""

    births: Births
    a_number: Numbers
    document: Numbers
    nationality: Weak
    sex: Weak
    sums: tuple[NameSums, ...]

    def rest(self, rows: NDArray[np.int64]) -> Bits:
        """What all fields but the name are worth in these records."""
        worth = self.births.worth[self.births.column[rows]]
        for weak_field in (self.nationality, self.sex):
            worth = worth + weak_field.worth[weak_field.column.column[rows]]
        return np.asarray(worth + self.a_number.bits(rows) + self.document.bits(rows), dtype=np.int32)


def ask(index: RecordIndex, person: Person, readings: Iterable[Reading], hits: Mapping[str, Hits]) -> Question:
    """Compare a passenger with the whole registry."""
    return Question(
        births(index, person.birth),
        a_number(index, person),
        documents(index, person),
        weak(index, "nationality", person.nationality),
        weak(index, "sex", person.sex),
        tuple(name_sums(index, reading, hits) for reading in readings),
    )


def candidates(index: RecordIndex, question: Question, least: int) -> list[int]:
    """Rows of the records that can reach ``least`` hundredths of a bit or be close, or have the same number."""
    rows = _worth_a_look(index, question, least)
    records = index.record_of[rows].astype(np.int64)
    rest = question.rest(records)
    most = np.zeros(len(rows), dtype=np.int32) if not question.sums else np.full(len(rows), -(10**6), dtype=np.int32)
    for sums in question.sums:
        most = np.maximum(most, sums.bound(rows, index.sizes))
    found = set(records[(most + rest >= least) | _may_be_close(index, question, rows)].tolist())
    numbers = (*question.a_number.found.items(), *question.document.found.items())
    return sorted(found | {row for row, field in numbers if field.relation is Match.EQUAL})


def _may_be_close(index: RecordIndex, question: Question, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where `Comparison.close` may hold: a near date, and a like name for every name of both sides."""
    near = np.isin(question.births.levels, NEAR)[question.births.column[index.record_of[rows]]]
    whole = np.zeros(len(rows), dtype=np.bool_)
    for sums in question.sums:
        own = len(sums.reading.tokens)
        whole |= (sums.matched[rows] >= own) & (index.sizes[rows] == own)
    return np.asarray(near & whole, dtype=np.bool_)


def _worth_a_look(index: RecordIndex, question: Question, least: int) -> NDArray[np.int64]:
    """Name rows that could reach ``least`` at all: by their date, by a number, or by names that outweigh both."""
    dates = (question.births.worth > 0) | np.isin(question.births.levels, NEAR)
    look = dates[question.births.column][index.record_of]
    for row in (*question.a_number.found, *question.document.found):
        look[list(index.name_rows(row))] = True
    weak_most = sum(max(0, int(field.worth.max(initial=0))) for field in (question.nationality, question.sex))
    if not question.sums and least <= weak_most:
        look[:] = True
    for sums in question.sums:
        look |= sums.total >= least - weak_most
    return np.flatnonzero(look)
