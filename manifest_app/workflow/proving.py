"""The proof that each file gets before it leaves: written twice, once where nothing of protection can be known."""

from collections.abc import Iterator
from contextlib import contextmanager

from manifest_app.errors import Bug
from manifest_app.model.release import FlightFacts, Release
from manifest_app.release.profile import profile_named
from manifest_app.release.twin import make_twin
from manifest_app.release.write import ReleaseFile, make_release
from manifest_app.vault import Reader
from manifest_app.vault import flights as flight_store
from manifest_app.workflow.clearing import Standing
from manifest_app.workflow.session import Session


class TwinFault(Bug):
    """A list would differ by what is known of protection."""


def proven(reader: Reader, now: Standing, release: Release) -> ReleaseFile:
    """The file of a release, equal byte for byte to its twin.

    Raises:
        BlockedError: A value would disclose; the reasons are public.
        Bug: The file failed a check.
        TwinFault: The twin differs.
    """
    profile = profile_named(release.profile)
    forbidden = sorted(now.a_numbers)
    made = make_release(now.clearance, profile, release.format, number=release.number, forbidden=forbidden)
    flight = flight_store.flight(reader, now.flight.id)
    facts = FlightFacts(flight.number, flight.departure, flight.origin, flight.destination)
    everyone = flight_store.passengers(reader, flight.id)
    twin = make_twin(facts, everyone, now.listed, profile, release.format, number=release.number)
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
