"""Making, opening and ruling a vault."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from manifest_app import vault as room
from manifest_app.model.people import Policy
from manifest_app.vault import NewPerson, VaultFacts
from manifest_app.workflow.session import SecondPerson, Session, utc_now


def facts(folder: Path) -> VaultFacts:
    """What can be told of a vault without a password: its id, and whether it is a demonstration.

    Raises:
        VaultError: The folder holds no vault, or its files are damaged.
    """
    return room.peek(folder)


def check_password(password: str, name: str) -> None:
    """Refuse a new password that is too short, too long, too common or the person's name (NIST SP 800-63B-4).

    Raises:
        WeakPasswordError: With the reason.
    """
    room.check_password(password, name)


def create(
    folder: Path,
    people: Sequence[NewPerson],
    policy: Policy | None = None,
    *,
    demonstration: bool = False,
    clock: Callable[[], datetime] = utc_now,
) -> None:
    """Make a new vault with its first people, at least an administrator and a privacy officer.

    Raises:
        VaultExistsError: Something is there already.
        WeakPasswordError: A password is too weak.
        KnownError: A role is missing or a name is doubled.
        WriteProblem: The folder can't be written.
    """
    for person in people:
        check_password(person.password, person.name)
    room.create_vault(folder, people, policy or Policy(), demonstration=demonstration, clock=clock)


def unlock(folder: Path, name: str, password: str, *, clock: Callable[[], datetime] = utc_now) -> Session:
    """Open a vault.

    Raises:
        VaultError: One of the ways in which a vault can't be opened, each with its own sentence.
    """
    return Session(room.open_vault(folder, name, password, clock=clock), clock=clock)


def set_policy(session: Session, policy: Policy, second: SecondPerson) -> None:
    """Change how much planners learn and whether they screen; keys are changed to match. Two persons.

    Raises:
        NotAllowedError: Not an administrator and a privacy officer.
        WrongPasswordError: The second person's name or password is wrong.
    """
    session.vault.set_policy(policy, session.countersigner(second))


def repin(folder: Path, name: str, password: str, *, clock: Callable[[], datetime] = utc_now) -> None:
    """Accept a vault as it is after a deliberate restore; a privacy officer does it, and the log says so.

    Raises:
        NotAllowedError: Not a privacy officer.
        VaultError: It can't be opened for another reason.
    """
    room.repin(folder, name, password, clock=clock)
