"""Release: a list projected, checked, written and read back."""

from datetime import date
from functools import partial

from benchmarks.measuring import Row, best_of, memory, timed
from manifest_app.model.release import Clearance, FlightFacts, PublicPassenger
from manifest_app.release.profile import profiles
from manifest_app.release.write import make_release

FLIGHT = FlightFacts("RX-114", date(2026, 12, 4), "IAH", "HAV")
FAMILY = ("García", "Núñez", "de la Cruz", "O’Brien", "Peña", "Ramírez", "Zúñiga", "Álvarez", "Díaz", "Santos")
GIVEN = ("Ana Lucía", "José", "María", "Óscar", "Rosa", "Luis Alberto", "Socorro")
FORBIDDEN = tuple(f"29{number:07d}" for number in range(6652))


def run() -> list[Row]:
    """Releases lists of two sizes for a liaison, in each of its formats, with 6,652 values that may not occur."""
    rows = []
    for count, repeats, promised in ((200, 5, 1.0), (2000, 2, None)):
        people = Clearance(FLIGHT, tuple(map(_person, range(count))))
        for kind in ("xlsx", "csv", "pdf"):
            release = partial(make_release, people, profiles()["liaison"], kind, number=1, forbidden=FORBIDDEN)
            rows.append(timed(f"{count:,} passengers, {kind}", best_of(repeats, release), promised))
    return [*rows, memory("peak memory")]


def _person(number: int) -> PublicPassenger:
    family = f"{FAMILY[number % len(FAMILY)]} {FAMILY[number // len(FAMILY) % len(FAMILY)]}"
    day = date.fromordinal(date(1950, 1, 1).toordinal() + number * 37 % 20_000)
    passport = f"K{number:06d}"
    return PublicPassenger(family, GIVEN[number % 7], day.isoformat(), "F", "CUB", "P", passport, "CUB", "2031-05-30")
