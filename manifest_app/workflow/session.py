"""An unlocked vault and the person at it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from manifest_app.errors import NotAllowedError
from manifest_app.model.people import Person, Policy, Role
from manifest_app.vault import Capabilities, Countersigner, Reader, Vault
from manifest_app.vault import registry as registry_store
from manifest_app.workflow.knowledge import Knowledge, load


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """The second person of a two-person rule, who signs with an own password in the same place."""

    name: str
    password: str


def utc_now() -> datetime:
    """The time of day, UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def random_id() -> str:
    """A random id of 32 hex digits."""
    return secrets.token_hex(16)


class Session:
    """An unlocked vault and the person at it; every function of `workflow` takes one first.

    Args:
        vault: The opened vault; the session closes it.
        clock: Gives the time, UTC.
        new_id: Gives a new random id.
    """

    def __init__(
        self, vault: Vault, *, clock: Callable[[], datetime] = utc_now, new_id: Callable[[], str] = random_id
    ) -> None:
        self.vault = vault
        self.clock = clock
        self.new_id = new_id
        self._knowledge: Knowledge | None = None

    @property
    def person(self) -> Person:
        """Who is at the program."""
        return self.vault.me

    @property
    def policy(self) -> Policy:
        """The vault's policy."""
        return self.vault.policy

    @property
    def vault_id(self) -> str:
        """The vault's id."""
        return self.vault.vault_id

    @property
    def demonstration(self) -> bool:
        """Whether this is a demonstration vault."""
        return self.vault.demonstration

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self.vault.folder

    @property
    def can(self) -> Capabilities:
        """What this person's keys open."""
        return self.vault.can

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone in the directory."""
        return self.vault.people

    @property
    def today(self) -> date:
        """The day, UTC."""
        return self.clock().date()

    def knowledge(self, reader: Reader) -> Knowledge:
        """Registry and lists as they are in this transaction, as far as this person's keys open them."""
        if self._knowledge is None or self._knowledge.version != registry_store.registry_version(reader):
            self._knowledge = load(reader)
        return self._knowledge

    def require(self, what: str, *roles: Role) -> None:
        """Refuse unless the person has one of the roles.

        Raises:
            NotAllowedError: With who may.
        """
        if self.person.role not in roles:
            who = " or ".join(_a(role) for role in roles)
            raise NotAllowedError(f"{_a(self.person.role).capitalize()} can't {what}.", f"Ask {who}.")

    def countersigner(self, second: SecondPerson) -> Countersigner:
        """Unlock the second person's signature.

        Raises:
            WrongPasswordError: Name or password is wrong.
            NotAllowedError: It is the same person.
        """
        return self.vault.countersigner(second.name, second.password)

    def close(self) -> None:
        """Close the vault; the session can't be used any more."""
        self._knowledge = None
        self.vault.close()


def _a(role: Role) -> str:
    name = ROLE_NAMES[role]
    return f"an {name}" if name.startswith("a") else f"a {name}"


ROLE_NAMES = {
    Role.ADMIN: "administrator",
    Role.OFFICER: "privacy officer",
    Role.SUPERVISOR: "supervisor",
    Role.PLANNER: "planner",
    Role.AUDITOR: "auditor",
}
"""What the roles are called in sentences."""
