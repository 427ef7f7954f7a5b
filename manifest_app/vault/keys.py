"""The keys a person holds once unlocked, and what they seal and open."""

from dataclasses import dataclass, field
from typing import TypeVar

from manifest_app.errors import NotAllowedError
from manifest_app.vault import sealing
from manifest_app.vault.sealing import BoxKey, BoxLid, Envelope, SigningKey
from manifest_app.vault.tables import Seal, Shelf


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the unlocked keys open beyond the vault key."""

    registry: bool
    protection: bool
    restricted: bool


@dataclass(frozen=True, slots=True, repr=False)
class PersonalKeys:
    """The two private keys of one person."""

    box: BoxKey
    signing: SigningKey

    @classmethod
    def fresh(cls) -> "PersonalKeys":
        """New random keys."""
        return cls(BoxKey.fresh(), SigningKey.fresh())


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """The vault's shared keys, as many as a person holds."""

    vault: bytes
    registry: bytes | None = None
    protection: BoxKey | None = None
    restricted: BoxKey | None = None

    @property
    def complete(self) -> bool:
        """Whether every shared key is there (an officer's)."""
        return self.registry is not None and self.protection is not None and self.restricted is not None


@dataclass(slots=True, repr=False)
class Keys:
    """Seals and opens rows with the shared keys of one person.

    Attributes:
        vault_id: Which vault; part of every seal.
        secrets: The keys.
        protection_lid: Public half of the protection pair, which everyone has.
        restricted_lid: Public half of the restricted pair, which everyone has.
    """

    vault_id: str
    secrets: Secrets
    protection_lid: BoxLid
    restricted_lid: BoxLid
    _envelopes: dict[str, Envelope] = field(default_factory=dict)

    @property
    def can(self) -> Capabilities:
        """What these keys open."""
        held = self.secrets
        return Capabilities(held.registry is not None, held.protection is not None, held.restricted is not None)

    @property
    def database(self) -> bytes:
        """The key of the SQLCipher file."""
        return sealing.derive(self.secrets.vault, b"database")

    def seal(self, shelf: Shelf, place: bytes, payload: bytes) -> bytes:
        """Seal a row's payload for its place.

        Raises:
            NotAllowedError: The shelf is under the registry key, and these keys lack it.
        """
        if shelf.seal is Seal.PROTECTION:
            return self.protection_lid.seal(payload, place, shelf.step)
        if shelf.seal is Seal.RESTRICTED:
            return self.restricted_lid.seal(payload, place, shelf.step)
        return self._envelope(shelf).seal(payload, place, shelf.step)

    def open(self, shelf: Shelf, place: bytes, sealed: bytes) -> bytes:
        """A row's payload.

        Raises:
            NotAllowedError: These keys lack the shelf's.
            SealBrokenError: The row was changed, moved or exchanged.
        """
        if shelf.seal is Seal.PROTECTION:
            return _held(self.secrets.protection).open(sealed, place)
        if shelf.seal is Seal.RESTRICTED:
            return _held(self.secrets.restricted).open(sealed, place)
        return self._envelope(shelf).open(sealed, place)

    def opens(self, seal: Seal) -> bool:
        """Whether these keys open shelves of that kind."""
        held = {
            Seal.VAULT: self.secrets.vault,
            Seal.REGISTRY: self.secrets.registry,
            Seal.PROTECTION: self.secrets.protection,
            Seal.RESTRICTED: self.secrets.restricted,
        }
        return held[seal] is not None

    def require(self, seal: Seal) -> None:
        """Refuse what these keys don't open, rows or none.

        Raises:
            NotAllowedError: They don't.
        """
        if not self.opens(seal):
            raise _not_allowed()

    def _envelope(self, shelf: Shelf) -> Envelope:
        if shelf.name not in self._envelopes:
            root = self.secrets.vault if shelf.seal is Seal.VAULT else _held(self.secrets.registry)
            self._envelopes[shelf.name] = Envelope(sealing.derive(root, b"table\0" + shelf.name.encode()))
        return self._envelopes[shelf.name]


_K = TypeVar("_K", BoxKey, bytes)


def _held(key: _K | None) -> _K:
    if key is None:
        raise _not_allowed()
    return key


def _not_allowed() -> NotAllowedError:
    return NotAllowedError("Your role does not open this part of the vault.", "Ask someone whose role does.")
