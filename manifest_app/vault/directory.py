"""``vault.keys``: the signed directory of people and key slots, and beside it each person's locked bundle.

The core is signed by two directory signers, an administrator and a privacy officer, who were signers in the directory
before it. The unlock boxes stand outside the core so that changing one's own password needs nobody else's signature;
the log binds the bytes of the whole file, so an old box can't be put back either.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from manifest_app.errors import VaultDamagedError, VaultTooNewError
from manifest_app.model.people import Person, Policy, Role
from manifest_app.vault import codec
from manifest_app.vault.sealing import BoxLid, KdfLimits, KdfParameters, SealBrokenError, sha256, signature_holds

FORMAT = 1
PROFILE = "standard-1"
LARGEST_FILE = 16 * 1024 * 1024
"""Bytes; about 2,500 people. A larger ``vault.keys`` is refused unread."""

SIGNER_ROLES = (Role.ADMIN, Role.OFFICER)
_DAMAGED = "vault.keys was changed or damaged."
_RESTORE = "Restore the vault from a backup; don't edit its files."


class Slots(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vault's keys, each sealed to one person's box; None where the role has no right to it."""

    vault: bytes
    registry: bytes | None
    protection: bytes | None
    restricted: bytes | None


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person in the directory; an inactive one keeps the public keys, so that old signatures still verify."""

    name: str
    role: Role
    active: bool
    box: bytes
    signing: bytes
    slots: Slots | None

    @property
    def person(self) -> Person:
        """The entry without keys."""
        return Person(self.name, self.role, self.active)


class Core(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the directory's signers sign.

    Attributes:
        format: Version of this file's layout.
        vault_id: 32 hex digits.
        crypto_profile: Which algorithms; ``standard-1``.
        serial: 1 for the first directory, then counting.
        epoch: Counts the changes of shared keys.
        demonstration: True for a vault of synthetic people.
        policy: The vault's policy.
        users: Everyone who ever had access, in order of admission.
        protection: Public half of the protection pair.
        restricted: Public half of the restricted pair.
        previous: SHA-256 of the core before this one, empty for the first.
    """

    format: int
    vault_id: str
    crypto_profile: str
    serial: int
    epoch: int
    demonstration: bool
    policy: Policy
    users: tuple[Entry, ...]
    protection: bytes
    restricted: bytes
    previous: bytes

    @property
    def hash(self) -> bytes:
        """SHA-256 of the canonical bytes."""
        return sha256(codec.encode(self))

    def entry(self, name: str) -> Entry | None:
        """The entry of that name, active or not."""
        return next((user for user in self.users if user.name == name), None)


class CoreSignature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One signer's signature over the core."""

    name: str
    signature: bytes


class UnlockBox(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person's private keys under the password."""

    name: str
    memory_kib: int
    iterations: int
    lanes: int
    salt: bytes
    sealed: bytes

    @property
    def cost(self) -> KdfParameters:
        """What it costs to try a password."""
        return KdfParameters(self.memory_kib, self.iterations, self.lanes)


class Directory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``vault.keys``.

    Attributes:
        core: What the signers signed.
        signatures: Theirs.
        boxes: One for each active person.
        checksum: SHA-256 of the three above. It keeps nobody out who can write it anew (signatures and log do that),
            but tells a damaged box from a wrong password.
    """

    core: Core
    signatures: tuple[CoreSignature, ...]
    boxes: tuple[UnlockBox, ...]
    checksum: bytes

    @classmethod
    def of(cls, core: Core, signatures: tuple[CoreSignature, ...], boxes: tuple[UnlockBox, ...]) -> "Directory":
        """The directory with its checksum."""
        return cls(core, signatures, boxes, _checksum(core, signatures, boxes))

    @property
    def bytes(self) -> bytes:
        """The file's bytes, canonical."""
        return codec.encode(self)

    def box(self, name: str) -> UnlockBox | None:
        """The unlock box of an active person."""
        return next((box for box in self.boxes if box.name == name), None)


class _Format(msgspec.Struct):
    format: int


class _FormatOnly(msgspec.Struct):
    core: _Format


@dataclass(frozen=True, slots=True)
class VaultFacts:
    """What a vault's folder tells without a password."""

    vault_id: str
    demonstration: bool
    format: int


def signed_bytes(core: Core) -> bytes:
    """What a directory signer signs."""
    return b"manifest-directory\0" + codec.encode(core)


def vouched(core: Core, signatures: Iterable[CoreSignature], signers: Core) -> bool:
    """Whether an active administrator and an active officer of ``signers`` both signed ``core``."""
    message = signed_bytes(core)
    roles = set()
    for signature in signatures:
        entry = signers.entry(signature.name)
        if entry and entry.active and signature_holds(entry.signing, message, signature.signature):
            roles.add(entry.role)
    return roles.issuperset(SIGNER_ROLES)


def read_directory(data: bytes, limits: KdfLimits) -> Directory:
    """The directory in the bytes of a ``vault.keys``, checked as far as it can be without keys.

    Raises:
        VaultTooNewError: A later format or an unknown crypto profile.
        VaultDamagedError: Not canonical, not signed by two signers of its own, or with a password cost out of limits.
    """
    try:
        if codec.decode(data, _FormatOnly).core.format > FORMAT:
            raise _too_new()
        directory = codec.decode(data, Directory)
    except codec.UndecodableError as error:
        raise VaultDamagedError(_DAMAGED, _RESTORE) from error
    if directory.core.crypto_profile != PROFILE:
        raise _too_new()
    if directory.bytes != data or not _consistent(directory):
        raise VaultDamagedError(_DAMAGED, _RESTORE)
    if not all(limits.allow(box.cost) for box in directory.boxes):
        raise VaultDamagedError(
            "vault.keys asks for a password cost that is too low to be safe or too high to be honest.", _RESTORE
        )
    return directory


def _checksum(core: Core, signatures: tuple[CoreSignature, ...], boxes: tuple[UnlockBox, ...]) -> bytes:
    return sha256(codec.encode([core, signatures, boxes]))


def _too_new() -> VaultTooNewError:
    return VaultTooNewError(
        "This vault was written by a newer version of the program.", "Install that version; nothing was changed."
    )


def _consistent(directory: Directory) -> bool:
    core = directory.core
    names = [user.name.casefold() for user in core.users]
    active = [user.name for user in core.users if user.active]
    return (
        directory.checksum == _checksum(core, directory.signatures, directory.boxes)
        and len(set(names)) == len(names)
        and sorted(active) == sorted(box.name for box in directory.boxes)
        and all((user.slots is not None) == user.active for user in core.users)
        and _lids_fit(core)
        and vouched(core, directory.signatures, core)
    )


def _lids_fit(core: Core) -> bool:
    try:
        for public in (core.protection, core.restricted, *(user.box for user in core.users)):
            BoxLid(public)
    except SealBrokenError:
        return False
    return True
