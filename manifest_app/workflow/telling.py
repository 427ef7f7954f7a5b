"""What a recipient can conclude from what it was told about lists, judged with the protection key."""

from collections.abc import Sequence
from dataclasses import dataclass

from manifest_app.model.contact import Contact, Told
from manifest_app.model.flight import Flight
from manifest_app.model.release import PublicList, Recipient
from manifest_app.release.difference import Person, match
from manifest_app.review.told import Certainty, Fact, certainty
from manifest_app.vault import Reader
from manifest_app.vault import contacts as store
from manifest_app.vault import flights as flight_store
from manifest_app.vault import releases as release_store
from manifest_app.workflow.contacts import list_numbered
from manifest_app.workflow.ledger import same_flight, sharing
from manifest_app.workflow.registry import RECORD_ROLES
from manifest_app.workflow.session import Session


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a recipient can be certain of, from what was told to it and to those who share with it."""

    recipient: Recipient
    certainty: Certainty


def conclusions(session: Session, flight_id: str) -> tuple[Conclusion, ...]:
    """What each recipient can conclude that was told something about this flight's lists, by name.

    Raises:
        NotAllowedError: The role doesn't read what was told.
        NotFoundError: No such flight.
    """
    session.require("see what can be concluded", *RECORD_ROLES)
    with session.vault.read() as reader:
        flight = flight_store.flight(reader, flight_id)
        known = release_store.recipients(reader)
        reached = [
            one
            for one in known
            if any(store.content(reader, contact.id).told for contact in told_to(reader, flight, one))
        ]
        found = (Conclusion(one, concluded(reader, flight, one)) for one in reached)
        return tuple(sorted(found, key=lambda one: one.recipient.name.casefold()))


def told_reasons(reader: Reader, flight: Flight, recipient: Recipient) -> tuple[str, ...]:
    """Why no other list may leave after what was told; empty when nobody can be certain of anybody.

    Raises:
        NotAllowedError: This person lacks the protection key.
    """
    found = concluded(reader, flight, recipient)
    if not found.promised:
        return ("What was told about lists of this flight contradicts itself, or can't be worked out.",)
    if found.people:
        return (f"From what was told, the recipient can be certain about {found.people} passengers.",)
    return ()


def concluded(reader: Reader, flight: Flight, recipient: Recipient) -> Certainty:
    """What a recipient, and those who share with it, can conclude from all that they were told about a flight."""
    contacts = told_to(reader, flight, recipient)
    said = [(contact, told) for contact in contacts for told in store.content(reader, contact.id).told]
    lists = [_content(reader, flight, contact, told) for contact, told in said]
    if any(one is None for one in lists):
        return Certainty(0, promised=False)
    people = _numbered([one for one in lists if one is not None])
    return certainty([_fact(told, ids) for (_, told), ids in zip(said, people, strict=True)])


def told_to(reader: Reader, flight: Flight, recipient: Recipient) -> tuple[Contact, ...]:
    """The contacts about a flight with a recipient, or with one whose knowledge it can have."""
    circle = sharing(reader, recipient)
    found = (contact for one in same_flight(reader, flight) for contact in store.contacts(reader, one.id))
    return tuple(one for one in found if one.recipient_id in circle.recipients or one.id in circle.once)


def _content(reader: Reader, flight: Flight, contact: Contact, told: Told) -> PublicList | None:
    release = list_numbered(reader, flight, contact.recipient_id, told.number)
    return release_store.public_list(reader, release.id) if release else None


def _numbered(lists: Sequence[PublicList]) -> list[frozenset[int]]:
    """The people of each list as numbers, the same number for the same person."""
    known: list[Person] = []
    found = []
    for content in lists:
        people = [Person.of_row(content.keys, row) for row in content.rows]
        pairs = match(people, known)
        ids = []
        for at, person in enumerate(people):
            if at not in pairs:
                known.append(person)
            ids.append(pairs.get(at, len(known) - 1))
        found.append(frozenset(ids))
    return found


def _fact(told: Told, people: frozenset[int]) -> Fact:
    size = len(people)
    bounds = {"none": (0, 0), "some": (1, size), "all": (size, size)}
    low, high = bounds[told.how_many] if told.how_many in bounds else (int(told.how_many), int(told.how_many))
    return Fact(frozenset(people), low, high)
