"""From a name and a password to keys, and from keys to the slots in which others receive them."""

import unicodedata
from dataclasses import dataclass

import msgspec

from manifest_app.errors import VaultDamagedError, WrongPasswordError
from manifest_app.model.people import Person, Policy, Role
from manifest_app.vault import codec, sealing
from manifest_app.vault.directory import Directory, Entry, Slots, UnlockBox
from manifest_app.vault.keys import Keys, PersonalKeys, Secrets
from manifest_app.vault.sealing import BoxKey, BoxLid, Envelope, KdfParameters, SealBrokenError, SigningKey
from manifest_app.vault.tables import Seal

_SLOT_STEP = 128
_BUNDLE_STEP = 256


class _Bundle(msgspec.Struct, frozen=True):
    box: bytes
    signing: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Unlocked:
    """A person with the keys of hers or his."""

    person: Person
    personal: PersonalKeys
    keys: Keys


def entitled(role: Role, policy: Policy) -> frozenset[Seal]:
    """Which keys a role holds (docs/threat-model.md, "Keys are capabilities")."""
    held = {Seal.VAULT}
    if role in {Role.SUPERVISOR, Role.OFFICER}:
        held |= {Seal.REGISTRY, Seal.PROTECTION}
    if role is Role.OFFICER:
        held.add(Seal.RESTRICTED)
    if role is Role.PLANNER and policy.planners_hold_registry_key:
        held.add(Seal.REGISTRY)
    return frozenset(held)


def tidy(text: str) -> str:
    """The normal form in which names and passwords are compared (NFC, as SP 800-63B-4 asks)."""
    return unicodedata.normalize("NFC", text)


def lock_bundle(vault_id: str, name: str, personal: PersonalKeys, password: str, cost: KdfParameters) -> UnlockBox:
    """Put a person's private keys under a password."""
    salt = sealing.random_salt()
    bundle = codec.encode(_Bundle(personal.box.private, personal.signing.private))
    envelope = _bundle_envelope(password, salt, cost)
    sealed = envelope.seal(bundle, _bundle_place(vault_id, name, salt, cost), _BUNDLE_STEP)
    return UnlockBox(name, cost.memory_kib, cost.iterations, cost.lanes, salt, sealed)


def unlock(directory: Directory, name: str, password: str) -> Unlocked:
    """Open a person's bundle with the password, and with it the person's slots.

    Raises:
        WrongPasswordError: The name or the password is wrong, or the person is no longer active.
        VaultDamagedError: The bundle opened but the slots don't.
    """
    name = tidy(name)
    entry, box = directory.core.entry(name), directory.box(name)
    if entry is None or box is None or entry.slots is None:
        # The same work as for a known name, so that the time tells nothing.
        sealing.stretch(tidy(password), sealing.random_salt(), directory.boxes[0].cost)
        raise _wrong()
    personal = _open_bundle(directory.core.vault_id, box, password)
    if personal.signing.public != entry.signing or personal.box.lid.public != entry.box:
        raise _damaged()
    return Unlocked(entry.person, personal, _open_slots(directory, entry, entry.slots, personal))


def reopen(directory: Directory, unlocked: Unlocked) -> Unlocked:
    """The same person under a changed directory, with the shared keys of today.

    Raises:
        WrongPasswordError: The person is no longer active.
        VaultDamagedError: The slots don't open.
    """
    entry = directory.core.entry(unlocked.person.name)
    if entry is None or entry.slots is None:
        raise _wrong()
    keys = _open_slots(directory, entry, entry.slots, unlocked.personal)
    return Unlocked(entry.person, unlocked.personal, keys)


def _open_bundle(vault_id: str, box: UnlockBox, password: str) -> PersonalKeys:
    envelope = _bundle_envelope(password, box.salt, box.cost)
    try:
        bundle = codec.decode(envelope.open(box.sealed, _bundle_place(vault_id, box.name, box.salt, box.cost)), _Bundle)
        return PersonalKeys(BoxKey(bundle.box), SigningKey(bundle.signing))
    except SealBrokenError:
        raise _wrong() from None
    except (codec.UndecodableError, ValueError):
        raise _damaged() from None


def _bundle_envelope(password: str, salt: bytes, cost: KdfParameters) -> Envelope:
    return Envelope(sealing.derive(sealing.stretch(tidy(password), salt, cost), b"unlock"))


def _bundle_place(vault_id: str, name: str, salt: bytes, cost: KdfParameters) -> bytes:
    return codec.encode(["bundle", vault_id, name, salt, cost])


def make_slots(vault_id: str, epoch: int, entry: Entry, held: frozenset[Seal], secrets: Secrets) -> Slots:
    """Seal to a person's box the keys that the person is to hold.

    Raises:
        ValueError: ``secrets`` lacks one of them.
    """
    lid = BoxLid(entry.box)

    def slot(seal: Seal, key: bytes | None) -> bytes | None:
        if seal not in held:
            return None
        if key is None:
            raise ValueError(seal)
        return lid.seal(key, _slot_place(vault_id, epoch, entry.name, seal), _SLOT_STEP)

    return Slots(
        vault=lid.seal(secrets.vault, _slot_place(vault_id, epoch, entry.name, Seal.VAULT), _SLOT_STEP),
        registry=slot(Seal.REGISTRY, secrets.registry),
        protection=slot(Seal.PROTECTION, secrets.protection.private if secrets.protection else None),
        restricted=slot(Seal.RESTRICTED, secrets.restricted.private if secrets.restricted else None),
    )


def _open_slots(directory: Directory, entry: Entry, slots: Slots, personal: PersonalKeys) -> Keys:
    core = directory.core

    def key(seal: Seal, sealed: bytes | None) -> bytes | None:
        if sealed is None:
            return None
        return personal.box.open(sealed, _slot_place(core.vault_id, core.epoch, entry.name, seal))

    def pair(seal: Seal, sealed: bytes | None, public: bytes) -> BoxKey | None:
        private = key(seal, sealed)
        if private is None:
            return None
        opened = BoxKey(private)
        if opened.lid.public != public:
            raise SealBrokenError
        return opened

    try:
        secrets = Secrets(
            vault=personal.box.open(slots.vault, _slot_place(core.vault_id, core.epoch, entry.name, Seal.VAULT)),
            registry=key(Seal.REGISTRY, slots.registry),
            protection=pair(Seal.PROTECTION, slots.protection, core.protection),
            restricted=pair(Seal.RESTRICTED, slots.restricted, core.restricted),
        )
    except SealBrokenError:
        raise _damaged() from None
    return Keys(core.vault_id, secrets, BoxLid(core.protection), BoxLid(core.restricted))


def _slot_place(vault_id: str, epoch: int, name: str, seal: Seal) -> bytes:
    return codec.encode(["slot", vault_id, epoch, name, seal.value])


def _wrong() -> WrongPasswordError:
    return WrongPasswordError("The name or the password is wrong.", "Try again; nothing was changed.")


def _damaged() -> VaultDamagedError:
    return VaultDamagedError("vault.keys was changed or damaged.", "Restore the vault from a backup.")
