"""The proof that each file gets before it leaves: written twice, once where nothing of protection can be known."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from manifest_app.errors import Bug
from manifest_app.model.passenger import Passenger
from manifest_app.model.release import Clearance, FlightFacts, Release
from manifest_app.release.apart import make_apart
from manifest_app.release.profile import Profile
from manifest_app.release.twin import twin_of
from manifest_app.release.write import ReleaseFile, make_release
from manifest_app.vault import Reader
from manifest_app.vault import flights as flight_store
from manifest_app.workflow.clearing import Standing
from manifest_app.workflow.session import Session


class TwinFault(Bug):
    """A list would differ by what is known of protection."""


@dataclass(frozen=True, slots=True)
class Basis:
    """All that a file and its twin are made of: the same basis gives the same bytes.

    Attributes:
        clearance: The flight and its cleared passengers.
        a_numbers: What may not occur.
        facts: The flight once more, for the twin.
        everyone: All passengers, for the twin.
        listed: Ids of those on the list, for the twin.
        profile: The columns, and what was agreed with the recipient.
        release: Format and number.
    """

    clearance: Clearance
    a_numbers: frozenset[str]
    facts: FlightFacts
    everyone: tuple[Passenger, ...]
    listed: frozenset[str]
    profile: Profile
    release: Release


def basis_of(reader: Reader, now: Standing, profile: Profile, release: Release) -> Basis:
    """What a release is made of today."""
    flight = flight_store.flight(reader, now.flight.id)
    facts = FlightFacts(flight.number, flight.departure, flight.origin, flight.destination)
    everyone = flight_store.passengers(reader, flight.id)
    return Basis(now.clearance, now.a_numbers, facts, everyone, now.listed, profile, release)


def proven(basis: Basis, *, apart: bool = False) -> ReleaseFile:
    """The file of a release, equal byte for byte to its twin.

    Args:
        basis: What it is made of.
        apart: Make the twin in a process that gets nothing but the public manifest, as is done for what is written.

    Raises:
        BlockedError: A value would disclose; the reasons are public.
        Bug: The file failed a check.
        TwinFault: The twin differs.
    """
    profile, release = basis.profile, basis.release
    forbidden = sorted(basis.a_numbers)
    clearance, numbers = twin_of(basis.facts, basis.everyone, basis.listed)
    twin_here = partial(make_release, clearance, profile, release.format, number=release.number, forbidden=numbers)
    with ThreadPoolExecutor(1) as beside:
        # Only waits for the other process; what makes a file is not called by two threads at once.
        waiting = beside.submit(make_apart, *twin_here.args, **twin_here.keywords) if apart else None
        made = make_release(basis.clearance, profile, release.format, number=release.number, forbidden=forbidden)
        twin = waiting.result() if waiting else twin_here()
    if twin != made:
        raise TwinFault("Internal fault: the list did not pass the twin run.")
    return made


@contextmanager
def faults_logged(session: Session, release_id: str) -> Iterator[None]:
    """Put an internal fault into the log, and nothing of whom or what it is about."""
    try:
        yield
    except TwinFault:
        with session.vault.write("release.fault", release_id, {"what": "internal fault"}):
            pass
        raise
