"""What each recipient has of a flight, and what a new list would show beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from manifest_app.model.flight import Flight
from manifest_app.model.release import Clearance, FlightFacts, PublicList, Recipient, Release, ReleaseState
from manifest_app.release.difference import HeldList
from manifest_app.release.naming import plain_number
from manifest_app.release.profile import Profile
from manifest_app.release.project import project
from manifest_app.vault import Reader
from manifest_app.vault import flights as flight_store
from manifest_app.vault import releases as store


def held_by(reader: Reader, flight: Flight, recipient: Recipient) -> tuple[Release, ...]:
    """The lists of a flight and day that a recipient has, or one that shares with it, oldest first.

    Another flight of the same number and day counts: a list that is brought in anew replaces the old one.
    """
    flights = {one.id for one in same_flight(reader, flight)}
    circle = sharing(reader, recipient)
    return tuple(
        one
        for one in store.releases(reader)
        if one.flight_id in flights
        and one.state is ReleaseState.WRITTEN
        and (one.recipient_id in circle.recipients or one.id in circle.once)
    )


def same_flight(reader: Reader, flight: Flight) -> tuple[Flight, ...]:
    """All flights that are this one to whoever reads its list: same number, same day."""
    return tuple(one for one in flight_store.flights(reader) if _public(one) == _public(flight))


def _public(flight: Flight) -> tuple[str, date]:
    facts = FlightFacts(flight.number, flight.departure, flight.origin, flight.destination)
    return plain_number(facts), flight.departure


@dataclass(frozen=True, slots=True)
class Circle:
    """A recipient, and what it can know by others.

    Attributes:
        recipients: Ids of it and of all that may have what it has, over any number of hands.
        once: Ids of lists and contacts that they can know from others, who share no more.
    """

    recipients: frozenset[str]
    once: frozenset[str]


def sharing(reader: Reader, recipient: Recipient) -> Circle:
    """Whose lists a recipient can have."""
    known = {one.id: one for one in store.recipients(reader)}
    found = {recipient.id}
    waiting = [recipient]
    while waiting:
        for other in set(waiting.pop().shares_with) - found:
            found.add(other)
            waiting.append(known[other])
    return Circle(frozenset(found), frozenset(one for each in found for one in known[each].had_once))


def earlier_lists(reader: Reader, earlier: Iterable[Release], recipient: Recipient) -> tuple[HeldList, ...]:
    """What earlier lists show, for comparison with a new one for a recipient."""
    return tuple(
        HeldList(
            one.recipient_id == recipient.id,
            one.number,
            one.profile,
            one.format,
            store.public_list(reader, one.id),
        )
        for one in earlier
    )


def shown(clearance: Clearance, profile: Profile) -> PublicList:
    """What a list shows of its passengers."""
    return PublicList(profile.keys, project(clearance, profile).rows)
