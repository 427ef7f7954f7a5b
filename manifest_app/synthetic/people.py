"""Synthetic people, drawn by how common names are (``resources/sample/names.toml``).

A-numbers are 900,000,000 and above, a range the United States has not reached; document numbers are random.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any

from manifest_app.bundled import resource
from manifest_app.model.passenger import Identity, PartialDate, Sex, TravelDocument
from manifest_app.standards.names import fold

FIRST_A_NUMBER = 900_000_000
_MALE_SHARE = 0.8
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class _Pool:
    """Words with the running sum of their weights."""

    words: tuple[str, ...]
    sums: tuple[float, ...]

    def draw(self, rng: Random) -> str:
        return rng.choices(self.words, cum_weights=self.sums)[0]


@dataclass(frozen=True, slots=True)
class _Culture:
    family_names: int
    surnames: _Pool
    given: Mapping[Sex, _Pool]
    nationalities: _Pool


def _pool(weights: Mapping[str, float]) -> _Pool:
    return _Pool(tuple(weights), tuple(accumulate(weights.values())))


def _names(rows: list[dict[str, Any]]) -> _Pool:
    return _pool({name: row["weight"] for row in rows for name in row["names"].split()})


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("sample", "names.toml").read_text(encoding="utf-8"))


@cache
def _cultures() -> tuple[Mapping[str, _Culture], _Pool]:
    """The cultures by name, and how often each is drawn."""
    rows = _table()["culture"]
    cultures = {
        row["name"]: _Culture(
            row["family_names"],
            _names(row["surnames"]),
            {Sex.MALE: _names(row["male"]), Sex.FEMALE: _names(row["female"])},
            _pool(row["nationalities"]),
        )
        for row in rows
    }
    return cultures, _pool({row["name"]: row["weight"] for row in rows})


def nicknames() -> Mapping[str, list[str]]:
    """What people with a given name are called."""
    names: Mapping[str, list[str]] = _table()["nicknames"]
    return names


def culture_names() -> tuple[str, ...]:
    """The cultures names are drawn from; ``cuban`` is one."""
    return tuple(_cultures()[0])


class People:
    """Draws people of whom no two share a number, or a name with a birth date.

    Args:
        rng: The source of chance; the same seed draws the same people.
        today: The day on which the people are 18 to 75 years old, and most documents valid.
    """

    def __init__(self, rng: Random, today: date) -> None:
        self._rng = rng
        self._today = today
        self._taken: set[str] = set()

    def draw(self, culture: str | None = None) -> Identity:
        """Another person, with a passport and an A-number.

        Args:
            culture: One of `culture_names`, or None for one drawn by its share.
        """
        cultures, shares = _cultures()
        origin = cultures[culture or shares.draw(self._rng)]
        while True:
            person = self._person(origin)
            key = f"{fold(person.family_name)}/{fold(person.given_names)}/{person.birth_date}"
            if key not in self._taken:
                self._taken.add(key)
                return person

    def _person(self, origin: _Culture) -> Identity:
        rng = self._rng
        sex = Sex.MALE if rng.random() < _MALE_SHARE else Sex.FEMALE
        given = [origin.given[sex].draw(rng) for _ in range(rng.choice((1, 2, 2)))]
        nationality = origin.nationalities.draw(rng)
        # Mostly between 25 and 45, with a tail to 75.
        age = 18 + min(57.0, rng.gammavariate(2.6, 6.5))
        born = self._today - timedelta(days=int(365.25 * age) + rng.randrange(365))
        return Identity(
            family_name=" ".join(origin.surnames.draw(rng) for _ in range(origin.family_names)),
            given_names=" ".join(dict.fromkeys(given)),
            birth_date=PartialDate(born.year, born.month, born.day),
            sex=sex,
            nationality=nationality,
            a_number=self._unused(lambda: str(FIRST_A_NUMBER + rng.randrange(100_000_000))),
            documents=(self.passport(nationality),),
        )

    def passport(self, issuer: str) -> TravelDocument:
        """A passport with a number nobody else has."""
        rng = self._rng
        digits = 6 if issuer == "CUB" else 8
        number = self._unused(lambda: rng.choice(_LETTERS) + "".join(rng.choices("0123456789", k=digits)))
        expires = self._today + timedelta(days=rng.randrange(-400, 3200))
        return TravelDocument("P", number, issuer, PartialDate(expires.year, expires.month, expires.day))

    def _unused(self, make: Callable[[], str]) -> str:
        while True:
            number = make()
            if number not in self._taken:
                self._taken.add(number)
                return number
