"""The case of the 103: a flight, an exposure list and a registry of people who don't exist, and the truth about them.

It has the numbers of the leak that the program was made for: 6,252 people were exposed; of the 103 passengers of one
flight 46 were among them. Five others on the flight have a claim that is pending. They are written with the faults of
real lists; everyone else is a stranger to both lists.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from manifest_app.bundled import resource
from manifest_app.model.hold import Category
from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.model.protection import ProtectionDetails
from manifest_app.synthetic.faults import Part, make_faults, wrong_digit_in_a_number
from manifest_app.synthetic.people import People

FIRST_ROW = 8
"""Row of the first passenger in the manifest as a spreadsheet shows it, below six lines of banner and the header."""

_PASSENGERS, _EXPOSED, _CLAIMING = 103, 46, 5
_REGISTRY, _EXPOSURE_LIST = 400, 6252
_PENDING = ("ASY-P", "CFI", "RFI", "WHD-P", "CAT-P")
_OTHERS_ON_THE_STATUS_FLIGHT = 20


@dataclass(frozen=True, slots=True)
class Truth:
    """Why a passenger must be held, and which entry (0, 1, 2 ...) of that list is the same person."""

    category: Category
    record: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """The case as its files say it, and the truth.

    Attributes:
        number: Flight number.
        departure: Day of the flight.
        origin: Airport of departure.
        destination: Airport of arrival.
        passengers: As written on the manifest, in its order.
        registry: As written in the protection registry, with the details.
        exposure: As written on the exposure list.
        truth: By row of the manifest (`FIRST_ROW` + index): who must be held, and why. All others are nobody's match.
        others: Passengers of the second sample manifest, which has a status column.
        statuses: What that column says, one for each of ``others``.
    """

    number: str
    departure: date
    origin: str
    destination: str
    passengers: tuple[Identity, ...]
    registry: tuple[tuple[Identity, ProtectionDetails], ...]
    exposure: tuple[Identity, ...]
    truth: Mapping[int, Truth]
    others: tuple[Identity, ...]
    statuses: tuple[str, ...]


def build_case(rng: Random, departure: date) -> Case:
    """The case of the 103, the same for the same seed.

    Args:
        rng: The source of chance.
        departure: Day of the flight; ages, filing dates and documents are set by it.
    """
    people = People(rng, departure)
    exposed = [people.draw("cuban") for _ in range(_EXPOSED)]
    claiming = [people.draw("cuban") for _ in range(_CLAIMING)]
    innocent = [people.draw("cuban") for _ in range(_PASSENGERS - _EXPOSED - _CLAIMING)]
    exposure = _shuffled(rng, exposed + [people.draw() for _ in range(_EXPOSURE_LIST - _EXPOSED)])
    registry = _shuffled(rng, claiming + [people.draw() for _ in range(_REGISTRY - _CLAIMING)])
    passengers, truth = _manifest(rng, exposed, claiming, innocent, exposure, registry)
    return Case(
        number="RX-114",
        departure=departure,
        origin="IAH",
        destination="HAV",
        passengers=passengers,
        registry=tuple(
            (_without_documents(who), _details(rng, who, departure, pending=who in claiming)) for who in registry
        ),
        exposure=tuple(_without_documents(who) for who in exposure),
        truth=truth,
        others=tuple(people.draw("central american and caribbean") for _ in range(_OTHERS_ON_THE_STATUS_FLIGHT)),
        statuses=_statuses(rng),
    )


def _shuffled(rng: Random, people: list[Identity]) -> list[Identity]:
    return rng.sample(people, len(people))


def _manifest(
    rng: Random,
    exposed: list[Identity],
    claiming: list[Identity],
    innocent: list[Identity],
    exposure: list[Identity],
    registry: list[Identity],
) -> tuple[tuple[Identity, ...], dict[int, Truth]]:
    """The passengers in the manifest's order, as written, and the truth by row."""
    place = {who.a_number: (Category.EXPOSURE, index) for index, who in enumerate(exposure)}
    place |= {who.a_number: (Category.CLAIM, index) for index, who in enumerate(registry)}
    passengers: list[Identity] = []
    truth: dict[int, Truth] = {}
    for row, who in enumerate(_shuffled(rng, exposed + claiming + innocent), FIRST_ROW):
        if who.a_number in place:
            written, faults = _with_faults(rng, who)
            truth[row] = Truth(*place[who.a_number], faults)
        else:
            written = replace(who, a_number="") if rng.random() < 0.15 else who
        passengers.append(written)
    return tuple(passengers), truth


def _with_faults(rng: Random, who: Identity) -> tuple[Identity, tuple[str, ...]]:
    """One or two faults; besides, the A-number is missing in about half, as it is on real lists."""
    count = rng.choice((1, 1, 2))
    luck = rng.random()
    if luck < 0.5:
        written, faults = make_faults(who, rng, count, (Part.NAME, Part.DATE))
        return replace(written, a_number=""), (*faults, "A-number missing")
    if luck < 0.6:
        who, count = wrong_digit_in_a_number(who, rng), count - 1
        written, faults = make_faults(who, rng, count, (Part.NAME, Part.DATE))
        return written, (*faults, "wrong digit in A-number")
    return make_faults(who, rng, count, (Part.NAME, Part.DATE))


def _without_documents(who: Identity) -> Identity:
    """Neither the registry nor the exposure list has documents."""
    return replace(who, documents=())


@cache
def _bases() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(resource("sample", "bases.toml").read_text(encoding="utf-8"))["basis"]
    return rows


def _details(rng: Random, who: Identity, departure: date, *, pending: bool) -> ProtectionDetails:
    rows = [row for row in _bases() if not pending or row["code"] in _PENDING]
    row = rng.choices(rows, [row["weight"] for row in rows])[0]
    filed = departure - timedelta(days=rng.randrange(30, 1500))
    return ProtectionDetails(
        basis=row["code"],
        basis_text=rng.choice(row["words"]),
        case_reference="ZZZ" + "".join(rng.choices("0123456789", k=10)),
        since=PartialDate(filed.year, filed.month, filed.day),
        notes=rng.choice(
            ("", "", "", "Attorney on file", "Interview rescheduled", f"Interpreter for {who.nationality}")
        ),
    )


def _statuses(rng: Random) -> tuple[str, ...]:
    """What a status column says of the other flight: mostly nothing out of the ordinary, some claims, one riddle."""
    telling = ["[8G]", "ER/CREDFEAR", "I-589 PENDING", "REINST/FEAR", "STAY", "SEE FILE 22-B"]
    ordinary = ["8F"] * (_OTHERS_ON_THE_STATUS_FLIGHT - len(telling))
    return tuple(rng.sample(telling + ordinary, _OTHERS_ON_THE_STATUS_FLIGHT))
