"""Signatures of people over digests, each for one purpose."""

from dataclasses import dataclass

from manifest_app.errors import Bug
from manifest_app.model.people import Person
from manifest_app.vault.unlocking import Unlocked


def sign_message(vault_id: str, purpose: str, digest: str) -> bytes:
    """What is signed: the vault, the purpose and the digest, so that no signature serves for anything else."""
    if "\0" in purpose:
        raise Bug
    return b"manifest-sign\0" + vault_id.encode() + b"\0" + purpose.encode() + b"\0" + digest.encode()


@dataclass(frozen=True, slots=True, repr=False)
class Countersigner:
    """A second person who gave name and password for one act.

    Attributes:
        person: Who.
        unlocked: The person's keys.
    """

    person: Person
    unlocked: Unlocked

    def sign(self, purpose: str, digest: str) -> bytes:
        """The second person's signature (64 bytes) over a digest, for one purpose."""
        message = sign_message(self.unlocked.keys.vault_id, purpose, digest)
        return self.unlocked.personal.signing.sign(message)
