"""What a recipient can conclude from what it was told about lists, judged with the protection key."""

from collections.abc import Sequence

from manifest_app.model.contact import Contact, Told
from manifest_app.model.flight import Flight
from manifest_app.model.release import PublicList, Recipient
from manifest_app.release.difference import Person, match
from manifest_app.review.told import Certainty, Fact, certainty
from manifest_app.vault import Reader
from manifest_app.vault import contacts as store
from manifest_app.vault import releases as release_store
from manifest_app.workflow.contacts import list_numbered
from manifest_app.workflow.ledger import same_flight, sharing


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
    group = sharing(reader, recipient)
    said = [
        (contact, told)
        for one in same_flight(reader, flight)
        for contact in store.contacts(reader, one.id)
        if contact.recipient_id in group
        for told in store.content(reader, contact.id).told
    ]
    lists = [_content(reader, flight, contact, told) for contact, told in said]
    if any(one is None for one in lists):
        return Certainty(0, promised=False)
    people = _numbered([one for one in lists if one is not None])
    return certainty([_fact(told, ids) for (_, told), ids in zip(said, people, strict=True)])


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
