"""A list that is wanted, laid beside those that its recipient has."""

from dataclasses import dataclass

from manifest_app.model.flight import Flight
from manifest_app.model.release import Recipient, Release, ReleaseState
from manifest_app.release.difference import Difference, compare, sentences
from manifest_app.release.profile import Profile, agreed, profile_named
from manifest_app.vault import Reader
from manifest_app.vault import releases as store
from manifest_app.workflow.checks import Check
from manifest_app.workflow.clearing import Standing
from manifest_app.workflow.judging import NEEDS_OFFICER, stops
from manifest_app.workflow.ledger import earlier_lists, held_by, shown
from manifest_app.workflow.lookup import find
from manifest_app.workflow.session import Session
from manifest_app.workflow.telling import told_to

COMPARED = "Compared with every list of this flight that the recipient can have"
"""Name of the check."""


@dataclass(frozen=True, slots=True)
class Order:
    """A list that is wanted.

    Attributes:
        recipient: Who gets it.
        profile: Which columns.
        number: Its number for this recipient, from 1.
        file_format: In which format.
        earlier: The lists that the recipient can have by now.
    """

    recipient: Recipient
    profile: Profile
    number: int
    file_format: str
    earlier: tuple[Release, ...]


def profile_of(recipient: Recipient, name: str = "") -> Profile:
    """The profile of that name, or the recipient's own, with what was agreed with the recipient where it applies.

    Raises:
        NotFoundError: There is no such profile.
    """
    profile = profile_named(name or recipient.profile)
    return agreed(profile, recipient.parties) if profile.parties else profile


def order_of(reader: Reader, now: Standing, release: Release) -> Order:
    """What a release orders; once it is written, beside the lists it was compared with then."""
    recipient = find(store.recipients(reader), release.recipient_id, "recipient")
    held = held_by(reader, now.flight, recipient)
    if release.state is ReleaseState.WRITTEN:
        held = tuple(one for one in held if one.id in release.compared_with)
    return Order(recipient, profile_of(recipient, release.profile), release.number, release.format, held)


def beside_of(reader: Reader, flight: Flight, order: Order) -> tuple[str, ...]:
    """Ids of all that a list is compared with: earlier lists, and what was said about them to who can have them."""
    if not order.earlier:
        return ()
    said = told_to(reader, flight, order.recipient)
    return (*(one.id for one in order.earlier), *sorted(one.id for one in said))


def compared(session: Session | None, reader: Reader, now: Standing, order: Order) -> Check:
    """The comparison with earlier lists; without a session, or its keys, only what everybody may know."""
    found = difference(reader, now, order)
    said = [*sentences(found), *([NEEDS_OFFICER] if found.lists else [])]
    reasons: tuple[str, ...] = ()
    if session is not None and session.can.protection:
        reasons = stops(session, reader, now.flight, order.recipient, found)
    return Check(COMPARED, not reasons, " ".join((*said, *reasons)))


def difference(reader: Reader, now: Standing, order: Order) -> Difference:
    """What today's list would show beside the earlier ones."""
    earlier = earlier_lists(reader, order.earlier, order.recipient)
    return compare(
        earlier,
        shown(now.clearance, order.profile.for_format(order.file_format)),
        order.profile.name,
        order.file_format,
    )
