"""Who uses the vault: each change makes a new directory, signed by an administrator and a privacy officer."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from manifest_app.errors import NotAllowedError, NotFoundError, VaultError
from manifest_app.model.people import Policy, Role
from manifest_app.vault import sealing
from manifest_app.vault.directory import (
    FORMAT,
    PROFILE,
    SIGNER_ROLES,
    Core,
    CoreSignature,
    Directory,
    Entry,
    UnlockBox,
    signed_bytes,
)
from manifest_app.vault.keys import PersonalKeys, Secrets
from manifest_app.vault.passwords import check_password
from manifest_app.vault.sealing import BoxKey, KdfParameters
from manifest_app.vault.tables import Seal
from manifest_app.vault.unlocking import Unlocked, entitled, lock_bundle, make_slots, tidy

_LONGEST_NAME = 64
_NAME = re.compile(r"[^\W_](?:[\w .'-]*[\w.])?")


@dataclass(frozen=True, slots=True, repr=False)
class NewPerson:
    """Someone to be given access.

    Attributes:
        name: 1 to 64 letters, digits, spaces, dots, hyphens; unique in the vault, forever.
        role: What the person may do.
        password: The first password.
    """

    name: str
    role: Role
    password: str


@dataclass(frozen=True, slots=True, repr=False)
class Change:
    """A change of the directory, not yet written.

    Attributes:
        directory: The new ``vault.keys``.
        secrets: The shared keys from now on, all of them.
        rotated: Which shared keys are new; what is under them has to be sealed again.
        what: Public details for the log.
    """

    directory: Directory
    secrets: Secrets
    rotated: frozenset[Seal]
    what: Mapping[str, str]


@dataclass(frozen=True, slots=True, repr=False)
class Signers:
    """An administrator and a privacy officer who act together; the officer's keys are complete."""

    people: tuple[Unlocked, Unlocked]

    @property
    def secrets(self) -> Secrets:
        """The officer's shared keys."""
        return next(one.keys.secrets for one in self.people if one.keys.secrets.complete)

    def sign(self, core: Core) -> tuple[CoreSignature, ...]:
        """Both signatures."""
        message = signed_bytes(core)
        return tuple(CoreSignature(one.person.name, one.personal.signing.sign(message)) for one in self.people)

    @property
    def names(self) -> frozenset[str]:
        """Who they are."""
        return frozenset(one.person.name for one in self.people)


def acting_together(me: Unlocked, second: Unlocked | None) -> Signers:
    """The two who may change the directory.

    Raises:
        NotAllowedError: They aren't an administrator and a privacy officer.
    """
    if second is None or {me.person.role, second.person.role} != set(SIGNER_ROLES):
        raise NotAllowedError(
            "Changing people or policy needs an administrator and a privacy officer together.",
            "Ask the other one to give name and password as second person.",
        )
    return Signers((me, second))


def fresh_secrets() -> Secrets:
    """Shared keys for a new vault."""
    return Secrets(sealing.random_key(), sealing.random_key(), BoxKey.fresh(), BoxKey.fresh())


def found(
    people: Sequence[NewPerson], policy: Policy, *, vault_id: str, demonstration: bool, kdf: KdfParameters
) -> tuple[Directory, dict[str, PersonalKeys], Secrets]:
    """The first directory of a vault, everyone's personal keys, and the shared keys.

    Raises:
        NotAllowedError: There is no administrator or no privacy officer among the people.
        VaultError: A name is not possible or comes twice.
        WeakPasswordError: A password is too weak.
    """
    if not {person.role for person in people}.issuperset(SIGNER_ROLES):
        raise NotAllowedError("A vault needs an administrator and a privacy officer.", "Name at least these two.")
    names = [check_name(person.name, []) for person in people]
    if len({name.casefold() for name in names}) != len(names):
        raise VaultError("Two people have the same name.", "Give each person a name of their own.")
    secrets, personal = fresh_secrets(), {name: PersonalKeys.fresh() for name in names}
    entries = tuple(_entry(name, person.role, personal[name]) for name, person in zip(names, people, strict=True))
    boxes = tuple(
        lock_bundle(vault_id, name, personal[name], _checked(person), kdf)
        for name, person in zip(names, people, strict=True)
    )
    blank = Core(FORMAT, vault_id, PROFILE, 0, 1, demonstration, policy, entries, b"", b"", b"")
    core = _with_slots(msgspec.structs.replace(blank, serial=1), secrets)
    signers = [next(entry.name for entry in entries if entry.role is role) for role in SIGNER_ROLES]
    message = signed_bytes(core)
    signatures = tuple(CoreSignature(name, personal[name].signing.sign(message)) for name in signers)
    return Directory.of(core, signatures, boxes), personal, secrets


def plan_addition(now: Directory, signers: Signers, new: NewPerson, kdf: KdfParameters) -> Change:
    """Give someone access.

    Raises:
        VaultError: The name is not possible or was used before.
        WeakPasswordError: The password is too weak.
    """
    name = check_name(new.name, [entry.name for entry in now.core.users])
    personal = PersonalKeys.fresh()
    box = lock_bundle(now.core.vault_id, name, personal, _checked(new), kdf)
    users = (*now.core.users, _entry(name, new.role, personal))
    what = {"what": "add", "person": name, "role": new.role.value}
    return _plan(now, signers, users=users, boxes=(*now.boxes, box), what=what)


def plan_role(now: Directory, signers: Signers, name: str, role: Role) -> Change:
    """Give someone another role, and the keys that belong to it.

    Raises:
        NotFoundError: There is no active person of that name.
        NotAllowedError: The person is one of the two who sign this.
    """
    entry = _changeable(now.core, signers, name)
    users = tuple(msgspec.structs.replace(user, role=role) if user is entry else user for user in now.core.users)
    what = {"what": "role", "person": entry.name, "role": role.value}
    return _plan(now, signers, users=users, what=what)


def plan_removal(now: Directory, signers: Signers, name: str) -> Change:
    """Take someone's access away.

    Raises:
        NotFoundError: There is no active person of that name.
        NotAllowedError: The person is one of the two who sign this.
    """
    entry = _changeable(now.core, signers, name)
    gone = msgspec.structs.replace(entry, active=False, slots=None)
    users = tuple(gone if user is entry else user for user in now.core.users)
    boxes = tuple(box for box in now.boxes if box.name != entry.name)
    return _plan(now, signers, users=users, boxes=boxes, what={"what": "disable", "person": entry.name})


def plan_policy(now: Directory, signers: Signers, policy: Policy) -> Change:
    """Set the vault's policy; keys that it takes from planners are changed."""
    what = {
        "what": "policy",
        "planner_sees": policy.planner_sees.value,
        "planners_screen": "yes" if policy.planners_screen else "no",
        "screening_valid_hours": str(policy.screening_valid_hours),
    }
    return _plan(now, signers, policy=policy, what=what)


def check_name(name: str, taken: Sequence[str]) -> str:
    """The name in its normal form.

    Raises:
        VaultError: It is empty, too long, has other signs than letters, digits, `` .'-_``, or someone has it already.
    """
    name = unicodedata.normalize("NFC", name).strip()
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise VaultError(
            "A person's name has 1 to 64 letters, digits, spaces, dots, hyphens or apostrophes.", "Choose another name."
        )
    if name.casefold() in {other.casefold() for other in taken}:
        raise VaultError(f"There is, or was, someone named {name} in this vault.", "Choose another name.")
    return name


def _checked(person: NewPerson) -> str:
    check_password(person.password, person.name)
    return person.password


def _entry(name: str, role: Role, personal: PersonalKeys) -> Entry:
    return Entry(name, role, active=True, box=personal.box.lid.public, signing=personal.signing.public, slots=None)


def _changeable(core: Core, signers: Signers, name: str) -> Entry:
    entry = core.entry(tidy(name))
    if entry is None or not entry.active:
        raise NotFoundError("There is no active person of that name.", "See the list of people.")
    if entry.name in signers.names:
        raise NotAllowedError(
            "The two who sign a change can't be changed by it.", "Ask another administrator or officer to do it."
        )
    return entry


def _plan(
    now: Directory,
    signers: Signers,
    *,
    what: Mapping[str, str],
    users: tuple[Entry, ...] | None = None,
    boxes: tuple[UnlockBox, ...] | None = None,
    policy: Policy | None = None,
) -> Change:
    core = now.core
    draft = msgspec.structs.replace(
        core,
        serial=core.serial + 1,
        policy=policy or core.policy,
        users=core.users if users is None else users,
        previous=core.hash,
    )
    rotated = _taken_away(core, draft)
    secrets = _rotate(signers.secrets, rotated)
    draft = _with_slots(msgspec.structs.replace(draft, epoch=core.epoch + bool(rotated)), secrets)
    directory = Directory.of(draft, signers.sign(draft), now.boxes if boxes is None else boxes)
    return Change(directory, secrets, rotated, what)


def _taken_away(before: Core, after: Core) -> frozenset[Seal]:
    lost: set[Seal] = set()
    for user in before.users:
        later = after.entry(user.name)
        if user.active:
            kept = entitled(later.role, after.policy) if later and later.active else frozenset[Seal]()
            lost |= entitled(user.role, before.policy) - kept
    # The database's own key stays: a new one means a new file.
    return frozenset(lost - {Seal.VAULT})


def _rotate(secrets: Secrets, rotated: frozenset[Seal]) -> Secrets:
    return replace(
        secrets,
        registry=sealing.random_key() if Seal.REGISTRY in rotated else secrets.registry,
        protection=BoxKey.fresh() if Seal.PROTECTION in rotated else secrets.protection,
        restricted=BoxKey.fresh() if Seal.RESTRICTED in rotated else secrets.restricted,
    )


def _with_slots(core: Core, secrets: Secrets) -> Core:
    if secrets.protection is None or secrets.restricted is None:
        raise ValueError
    users = tuple(
        msgspec.structs.replace(
            user, slots=make_slots(core.vault_id, core.epoch, user, entitled(user.role, core.policy), secrets)
        )
        if user.active
        else user
        for user in core.users
    )
    return msgspec.structs.replace(
        core, users=users, protection=secrets.protection.lid.public, restricted=secrets.restricted.lid.public
    )
