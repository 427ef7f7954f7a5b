"""The contact log: that there was a contact under the vault key, what was said under the protection key."""

from manifest_app.errors import VaultDamagedError
from manifest_app.model.contact import Contact, ContactContent
from manifest_app.vault.tables import CONTACT, CONTACT_SAID
from manifest_app.vault.transactions import Reader, Writer


def save_contact(writer: Writer, contact: Contact, content: ContactContent) -> None:
    """Keep a contact; everybody can, and not everybody can read again what was said."""
    writer.put_value(CONTACT, contact.id, contact, parent=contact.flight_id)
    writer.put_value(CONTACT_SAID, contact.id, content, parent=contact.flight_id)


def contacts(reader: Reader, flight_id: str | None = None) -> tuple[Contact, ...]:
    """The contacts about a flight, or all, oldest first."""
    found = reader.values(CONTACT, Contact, flight_id)
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def content(reader: Reader, contact_id: str) -> ContactContent:
    """What was said.

    Raises:
        NotAllowedError: This person lacks the protection key.
        VaultDamagedError: It is gone.
    """
    found = reader.value(CONTACT_SAID, ContactContent, contact_id)
    if found is None:
        raise VaultDamagedError(
            "What was said in a contact was taken out of the vault outside of the program.",
            "Check the log (audit verify) and restore the vault from a backup.",
        )
    return found
