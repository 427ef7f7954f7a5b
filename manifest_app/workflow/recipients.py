"""Who receives releases: liaisons of governments, carriers. They have no account."""

from dataclasses import replace

from manifest_app.errors import KnownError
from manifest_app.model.people import Role
from manifest_app.model.release import MessageParties, Recipient, ReleaseState, Unshared
from manifest_app.release.profile import agreed, profile_named
from manifest_app.standards.text import clean
from manifest_app.vault import Reader
from manifest_app.vault import contacts as contact_store
from manifest_app.vault import releases as store
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.ledger import Circle, sharing
from manifest_app.workflow.lookup import find
from manifest_app.workflow.session import Session


def add_recipient(session: Session, name: str, profile: str = "liaison") -> Recipient:
    """Add someone who receives releases.

    Raises:
        KnownError: The name is empty or taken.
        NotFoundError: No such profile.
    """
    session.require("add a recipient", *PASSENGER_ROLES)
    title = clean(name)
    if not title:
        raise KnownError("A recipient has a name.", "Give one.")
    profile_named(profile)
    with session.vault.write("recipient.add", details={"profile": profile}) as writer:
        if any(other.name.casefold() == title.casefold() for other in store.recipients(writer)):
            raise KnownError("There is a recipient of that name already.", "Use it, or give another name.")
        recipient = Recipient(session.new_id(), title, profile)
        writer.subject = recipient.id
        store.save_recipient(writer, recipient)
    return recipient


def share(session: Session, one_id: str, other_id: str) -> tuple[Recipient, Recipient]:
    """Mark two recipients as having what the other has: each list is compared with those of both.

    Raises:
        KnownError: It is the same recipient twice.
        NotFoundError: No such recipient.
    """
    session.require("say who shares lists", *PASSENGER_ROLES)
    with session.vault.write("recipient.share", one_id, {"other": other_id}) as writer:
        known = store.recipients(writer)
        one, other = find(known, one_id, "recipient"), find(known, other_id, "recipient")
        if one.id == other.id:
            raise KnownError("A recipient has its own lists anyway.", "Name two recipients.")
        writer.subject = one.id
        pair = tuple(
            replace(mine, shares_with=tuple(sorted({*mine.shares_with, theirs.id})))
            for mine, theirs in ((one, other), (other, one))
        )
        for changed in pair:
            store.save_recipient(writer, changed)
    return pair[0], pair[1]


def unshare(session: Session, one_id: str, other_id: str, reason: str) -> tuple[Recipient, Recipient]:
    """Take back that two recipients share. What each can have got from the other by now, it keeps for every comparison.

    Raises:
        KnownError: They don't share, or the reason is missing.
        NotAllowedError: Only a privacy officer does.
        NotFoundError: No such recipient.
    """
    session.require("take back who shares lists", Role.OFFICER)
    why = clean(reason)
    if not why:
        raise KnownError("Sharing is taken back with a reason.", "Say why it was marked; everybody can read it.")
    with session.vault.write("recipient.unshare", one_id, {"other": other_id}) as writer:
        known = store.recipients(writer)
        one, other = find(known, one_id, "recipient"), find(known, other_id, "recipient")
        if other.id not in one.shares_with:
            raise KnownError("These two recipients are not marked as sharing.", "See the list of recipients.")
        writer.subject = one.id
        writer.note("other", other.id)
        circle = sharing(writer, one)
        learnt = _known_by(writer, circle)
        for each in known:
            if each.id in circle.recipients:
                store.save_recipient(writer, replace(each, had_once=learnt))
        pair = tuple(
            replace(
                mine,
                shares_with=tuple(sorted({*mine.shares_with} - {theirs.id})),
                had_once=learnt,
                unshared=(*mine.unshared, Unshared(theirs.id, session.person.name, session.clock(), why)),
            )
            for mine, theirs in ((one, other), (other, one))
        )
        for changed in pair:
            store.save_recipient(writer, changed)
    return pair[0], pair[1]


def _known_by(reader: Reader, circle: Circle) -> tuple[str, ...]:
    """Ids of every list and contact that somebody of a circle can know."""
    written = (one for one in store.releases(reader) if one.state is ReleaseState.WRITTEN)
    lists = {one.id for one in written if one.recipient_id in circle.recipients}
    said = {one.id for one in contact_store.contacts(reader) if one.recipient_id in circle.recipients}
    return tuple(sorted(lists | said | circle.once))


def agree(session: Session, recipient_id: str, parties: MessageParties) -> Recipient:
    """Keep how passenger list messages to a recipient name the parties, and in which edition they are written.

    A release that waits for this recipient must be asked for again: what is signed says the parties too.

    Raises:
        KnownError: The recipient's profile has no such message, or the parties are named as none can be.
        NotFoundError: No such recipient.
    """
    session.require("say how messages name the parties", *PASSENGER_ROLES)
    with session.vault.write("recipient.agree", recipient_id) as writer:
        recipient = find(store.recipients(writer), recipient_id, "recipient")
        agreed(profile_named(recipient.profile), parties)
        writer.subject = recipient.id
        changed = replace(recipient, parties=parties)
        store.save_recipient(writer, changed)
    return changed


def recipients(session: Session) -> tuple[Recipient, ...]:
    """All recipients, by name."""
    with session.vault.read() as reader:
        return tuple(sorted(store.recipients(reader), key=lambda one: one.name.casefold()))


def find_recipient(session: Session, key: str) -> Recipient:
    """The recipient of a name, an id, or the beginning of an id.

    Raises:
        NotFoundError: None, or more than one.
    """
    found = recipients(session)
    named = [one for one in found if one.name.casefold() == clean(key).casefold()]
    return named[0] if named else find(found, key, "recipient")
