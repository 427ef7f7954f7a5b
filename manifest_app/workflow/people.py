"""The people of a vault: added, changed and disabled by an administrator together with a privacy officer."""

from manifest_app.model.people import Person, Role
from manifest_app.vault import NewPerson
from manifest_app.workflow.session import SecondPerson, Session
from manifest_app.workflow.vaults import check_password


def people(session: Session) -> tuple[Person, ...]:
    """Everyone in the directory, by name."""
    return tuple(sorted(session.people, key=lambda person: person.name))


def add(session: Session, new: NewPerson, second: SecondPerson) -> Person:
    """Add a person; the keys of the role are sealed to him or her.

    Raises:
        WeakPasswordError: The first password is too weak.
        NotAllowedError: Not an administrator and a privacy officer.
        KnownError: The name is taken or not permitted.
    """
    check_password(new.password, new.name)
    session.vault.add_person(new, session.countersigner(second))
    return next(person for person in session.people if person.name == new.name)


def set_role(session: Session, name: str, role: Role, second: SecondPerson) -> None:
    """Give a person another role, and with it other keys.

    Raises:
        NotAllowedError: Not an administrator and a privacy officer.
        NotFoundError: No such person.
    """
    session.vault.set_role(name, role, session.countersigner(second))


def disable(session: Session, name: str, second: SecondPerson) -> None:
    """Take a person's keys away; what he or she could read before can't be taken back.

    Raises:
        NotAllowedError: Not an administrator and a privacy officer.
        NotFoundError: No such person.
    """
    session.vault.disable(name, session.countersigner(second))


def change_password(session: Session, old: str, new: str) -> None:
    """Change one's own password.

    Raises:
        WrongPasswordError: The old one is wrong.
        WeakPasswordError: The new one is too weak.
    """
    check_password(new, session.person.name)
    session.vault.change_password(old, new)
