"""The full password again, from the person at the program, before the acts that ask for it."""

from manifest_app.errors import NotAllowedError
from manifest_app.workflow.session import Session


def confirm(session: Session, password: str) -> None:
    """Check that the person at the program knows the password of the session, and not only found the desk empty.

    Raises:
        WrongPasswordError: The password is wrong.
    """
    try:
        session.vault.countersigner(session.person.name, password)
    except NotAllowedError:
        # The vault opens the keys with the password first and refuses one's own name after that: the password is right.
        return
