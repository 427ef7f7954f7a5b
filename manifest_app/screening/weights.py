"""What agreement and disagreement are worth: Fellegi-Sunter weights in hundredths of a bit, and the thresholds.

A weight is log2(m / u): m, how often a field of the same person compares so; u, how often that of two people does.
The m values were set by hand from the faults of real lists and checked on generated ones
(``benchmarks/bench_screening.py``); u is counted in the registry itself, mixed with a background of `PRIOR_PEOPLE`, so
that a small registry is no surprise.
All sums are whole numbers: the same list gives the same findings whatever the order of its rows or of its names.
Source of the model: Fellegi and Sunter, A Theory for Record Linkage, JASA 64 (1969).
"""

import math
from dataclasses import dataclass
from enum import IntEnum

PRIOR_PEOPLE = 2000
"""People of the background that are added to the registry when something is counted in it."""

TOKEN_M = {4: 0.80, 3: 0.12, 2: 0.05, 1: 0.30}
"""How often a name of the same person is found at each grade of likeness (4 equal ... 1 an initial)."""

TOKEN_BACKGROUND = {4: 1.0, 3: 1.5, 2: 3.0, 1: 40.0}
"""How many more people have a name that is as much alike, as a multiple of those who have the name itself."""

CONFLICT = -350
"""A name left over on both sides."""

LEFT_OVER = -70
"""A name left over on one side only, such as a second surname that was dropped."""

SWAPPED = -50
"""A surname where the other has a given name."""

OVER_CAP = 0.15
"""What is left of the name's bits above what so many equal names in the registry allow."""

A_NUMBER_M = (0.93, 0.05)
A_NUMBER_DIFFERENT = -550
DOCUMENT_M = (0.40, 0.03)
DOCUMENT_DIFFERENT = -70
WEAK_M = 0.95
WEAK_DIFFERENT = -200
"""Nationality or sex differ: data entry is poor, and people have two nationalities."""

WIDER_WITHOUT_BIRTH = 200
WIDER_WITHOUT_NAMES = 200
"""How much less is asked for when there is no date of birth, or a single name: such people stay in sight."""


class Birth(IntEnum):
    """How two dates of birth compare, best last within each kind."""

    MISSING = 0
    DIFFERENT = 1
    SAME_DAY_AND_YEAR = 2
    SAME_DAY_AND_MONTH = 3
    SAME_MONTH = 4
    NEW_YEAR = 5
    TWO_SLIPS = 6
    ONE_DIGIT = 7
    YEAR_OFF = 8
    EXCHANGED = 9
    EQUAL = 10
    PARTIAL_NEAR = 11
    PARTIAL_YEAR = 12
    PARTIAL_MONTH = 13


NEAR = (Birth.ONE_DIGIT, Birth.YEAR_OFF, Birth.EXCHANGED, Birth.EQUAL)
"""Dates at most one slip apart. With them the whole name alone makes a finding, however common it is."""

BIRTH_M = {
    Birth.DIFFERENT: 0.02,
    Birth.SAME_DAY_AND_YEAR: 0.012,
    Birth.SAME_DAY_AND_MONTH: 0.012,
    Birth.SAME_MONTH: 0.015,
    Birth.NEW_YEAR: 0.03,
    Birth.TWO_SLIPS: 0.008,
    Birth.ONE_DIGIT: 0.05,
    Birth.YEAR_OFF: 0.04,
    Birth.EXCHANGED: 0.05,
    Birth.EQUAL: 0.82,
    Birth.PARTIAL_NEAR: 0.06,
    Birth.PARTIAL_YEAR: 0.90,
    Birth.PARTIAL_MONTH: 0.88,
}

BIRTH_BACKGROUND = {
    Birth.DIFFERENT: 0.97,
    Birth.SAME_DAY_AND_YEAR: 1 / 1700,
    Birth.SAME_DAY_AND_MONTH: 1 / 365,
    Birth.SAME_MONTH: 1 / 700,
    Birth.NEW_YEAR: 1 / 60,
    Birth.TWO_SLIPS: 1 / 1500,
    Birth.ONE_DIGIT: 1 / 700,
    Birth.YEAR_OFF: 1 / 9000,
    Birth.EXCHANGED: 1 / 20000,
    Birth.EQUAL: 1 / 20000,
    Birth.PARTIAL_NEAR: 1 / 30,
    Birth.PARTIAL_YEAR: 1 / 60,
    Birth.PARTIAL_MONTH: 1 / 700,
}


def weight(m: float, u: float) -> int:
    """Weight in hundredths of a bit; both rates lie in (0, 1]."""
    return round(100 * math.log2(m / u))


def smoothed(count: float, people: int, background: float) -> float:
    """Share of people, counted in a registry of ``people`` and mixed with the background share."""
    return min(1.0, (count + PRIOR_PEOPLE * background) / (people + PRIOR_PEOPLE))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From how many bits on a finding is raised.

    Attributes:
        match_bits: At or above: `Tier.MATCH`.
        possible_bits: At or above, and below ``match_bits``: `Tier.POSSIBLE`.
    """

    match_bits: float
    possible_bits: float


def default_thresholds(n_records: int) -> Thresholds:
    """The policy the program is shipped with, for a registry of ``n_records``.

    Each doubling of the registry doubles the number of strangers who look alike, so a bit more is asked for. Measured
    on registries of 6,652 (``benchmarks/bench_screening.py``): of people written with three faults and no number all
    are found and 1 in 130 strangers is held as possible; one more bit asked for halves both tails.
    """
    size = math.log2(max(n_records, 1) + PRIOR_PEOPLE)
    return Thresholds(match_bits=round(size + 1.0, 2), possible_bits=round(size - 1.6, 2))
