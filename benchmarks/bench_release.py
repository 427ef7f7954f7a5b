"""Release: a list and its twin, each projected, checked, written, read back and written again; and the digest."""

from datetime import UTC, date, datetime
from functools import partial

from benchmarks.measuring import Row, best_of, memory, timed
from manifest_app.model.passenger import Identity, PartialDate, Passenger, Sex, TravelDocument
from manifest_app.model.release import Clearance, FlightFacts, Release, ReleaseState, Signature
from manifest_app.release.digest import content_digest
from manifest_app.release.profile import profile_named
from manifest_app.release.public import public_passenger
from manifest_app.workflow.proving import Basis, proven

FLIGHT = FlightFacts("RX-114", date(2026, 12, 4), "IAH", "HAV")
FAMILY = ("García", "Núñez", "de la Cruz", "O’Brien", "Peña", "Ramírez", "Zúñiga", "Álvarez", "Díaz", "Santos")
GIVEN = ("Ana Lucía", "José", "María", "Óscar", "Rosa", "Luis Alberto", "Socorro")
FORMATS = (("xlsx", "liaison"), ("csv", "liaison"), ("pdf", "liaison"), ("paxlst", "carrier"))


def run() -> list[Row]:
    """Proves lists of three sizes, in each format, as the writing of a release does, with everybody's A-numbers."""
    rows = []
    for count, repeats, promised in ((200, 5, 1.0), (2000, 2, None), (50_000, 1, None)):
        for kind, profile in FORMATS:
            work = partial(_prove, _basis(count, kind, profile))
            rows.append(timed(f"{count:,} passengers, {kind}", best_of(repeats, work), promised))
    return [*rows, memory("peak memory")]


def _prove(basis: Basis) -> None:
    one = basis.release
    content_digest(basis.clearance, basis.profile, one.recipient_id, one.number, one.format)
    proven(basis, apart=True)


def _basis(count: int, kind: str, profile: str) -> Basis:
    people = tuple(map(_person, range(count)))
    signed = Signature("petra", b"")
    release = Release(
        *("0" * 32, "1" * 32, "2" * 32, profile, kind, 1, ReleaseState.APPROVED, "", "petra"),
        *(datetime(2026, 12, 1, tzinfo=UTC), signed, None, "", "", count),
    )
    clearance = Clearance(FLIGHT, tuple(public_passenger(one.identity) for one in people))
    numbers = frozenset(one.identity.a_number for one in people)
    return Basis(
        clearance, numbers, FLIGHT, people, frozenset(one.id for one in people), profile_named(profile), release
    )


def _person(number: int) -> Passenger:
    family = f"{FAMILY[number % len(FAMILY)]} {FAMILY[number // len(FAMILY) % len(FAMILY)]}"
    day = date.fromordinal(date(1950, 1, 1).toordinal() + number * 37 % 20_000)
    identity = Identity(
        family_name=family,
        given_names=GIVEN[number % 7],
        birth_date=PartialDate(day.year, day.month, day.day),
        sex=Sex.FEMALE,
        nationality="CUB",
        a_number=f"29{number:07d}",
        documents=(TravelDocument("P", f"K{number:06d}", "CUB", PartialDate(2031, 5, 30)),),
    )
    return Passenger(f"{number:032x}", number + 2, identity)
