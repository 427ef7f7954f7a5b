"""The contact log of a flight: who spoke with whom, what was said, and what may be said."""

from dataclasses import dataclass
from datetime import UTC, datetime

from manifest_app.errors import KnownError
from manifest_app.model.contact import Channel, Contact, ContactContent, Told
from manifest_app.model.flight import Flight
from manifest_app.model.release import Recipient, Release, ReleaseState
from manifest_app.standards.text import clean
from manifest_app.vault import Reader
from manifest_app.vault import contacts as store
from manifest_app.vault import flights as flight_store
from manifest_app.vault import releases as release_store
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.ledger import same_flight
from manifest_app.workflow.lookup import find
from manifest_app.workflow.session import Session
from manifest_app.workflow.wording import PERMITTED_LINE

WORDS = ("none", "some", "all")


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact in a list; ``content`` is None where this person's keys don't open it."""

    contact: Contact
    recipient: Recipient
    content: ContactContent | None


def add_contact(
    session: Session,
    flight_id: str,
    recipient_id: str,
    channel: Channel,
    said: str,
    *,
    told: tuple[Told, ...] = (),
    at: datetime | None = None,
) -> Contact:
    """Record a contact about a flight, whatever was said in it: it can't be taken back, and it must be known.

    Args:
        session: The session.
        flight_id: The flight.
        recipient_id: With whom.
        channel: How.
        said: What was said, by both sides.
        told: What was said about how many people of a list.
        at: When, UTC; now if None.

    Raises:
        KnownError: Nothing was said, it was in the future, or a count is of no list that this recipient has.
        NotFoundError: No such flight or recipient.
    """
    session.require("record a contact", *PASSENGER_ROLES)
    now = session.clock()
    if not clean(said):
        raise KnownError("A contact is recorded with what was said.", "Write it down, in a few words.")
    if at is not None and at > now:
        raise KnownError("A contact can't be in the future.", "Give the time when it was, or none for now.")
    with session.vault.write("contact.add", flight_id, {"channel": channel.value}) as writer:
        flight = flight_store.flight(writer, flight_id)
        recipient = find(release_store.recipients(writer), recipient_id, "recipient")
        for one in told:
            _check(writer, flight, recipient, one)
        contact = Contact(
            session.new_id(), flight.id, recipient.id, (at or now).astimezone(UTC), session.person.name, channel
        )
        writer.subject = contact.id
        store.save_contact(writer, contact, ContactContent(clean(said), told))
    return contact


def _check(reader: Reader, flight: Flight, recipient: Recipient, told: Told) -> None:
    release = list_numbered(reader, flight, recipient.id, told.number)
    if release is None:
        raise KnownError(
            f"{recipient.name} has no list {told.number} of this flight.", "See the lists with: release list."
        )
    if told.how_many not in WORDS and not (told.how_many.isdecimal() and int(told.how_many) <= release.passengers):
        raise KnownError(
            f"What was told of list {told.number} is no count of its {release.passengers} passengers.",
            f"Give a number, or one of: {', '.join(WORDS)}.",
        )


def list_numbered(reader: Reader, flight: Flight, recipient_id: str, number: int) -> Release | None:
    """A list that a recipient got of a flight, or of one with the same number and day."""
    flights = {one.id for one in same_flight(reader, flight)}
    written = (one for one in release_store.releases(reader) if one.state is ReleaseState.WRITTEN)
    wanted = (recipient_id, number)
    found = (one for one in written if one.flight_id in flights and (one.recipient_id, one.number) == wanted)
    return next(found, None)


def contacts(session: Session, flight_id: str | None = None) -> tuple[ContactRow, ...]:
    """The contacts about a flight, or all, oldest first.

    Raises:
        NotAllowedError: The role doesn't work with releases.
    """
    session.require("see the contact log", *PASSENGER_ROLES)
    with session.vault.read() as reader:
        known = {one.id: one for one in release_store.recipients(reader)}
        return tuple(
            ContactRow(one, known[one.recipient_id], store.content(reader, one.id) if session.can.protection else None)
            for one in store.contacts(reader, flight_id)
        )


def call_sheet(session: Session, flight_id: str) -> str:
    """A sheet to print and keep beside the phone: the same for every flight but for what the flight is called.

    Raises:
        NotFoundError: No such flight.
    """
    session.require("print a call sheet", *PASSENGER_ROLES)
    with session.vault.read() as reader:
        flight = flight_store.flight(reader, flight_id)
    return _SHEET.format(flight=f"{flight.number}, {flight.departure}", sentence=PERMITTED_LINE)


_SHEET = """\
CALL SHEET    Flight {flight}

Say this sentence, and no other, to every question about passengers or about a list:

    "{sentence}"

Do not say, in writing or by phone, of this list or of any other:
  - a number of people, nor "some", "none", "all", "most"
  - "affected", "exposed", "protected", "under review", "on hold", "cannot travel"
  - why somebody is or is not on a list, or why a list is late or has changed
  - that there is nothing to say about this flight: silence next time would then speak

Record every call and mail before the list is closed: manifest-app contact add

When ____________________    With whom ______________________________

What they asked ___________________________________________________________

What was said    ___________________________________________________________
"""
