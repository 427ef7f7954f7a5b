import pytest

from manifest_app.errors import WrongPasswordError
from manifest_app.workflow.confirming import confirm
from tests.helpers.office import PASSWORD, ROLES, Office


@pytest.mark.parametrize("name", sorted(ROLES))
def test_only_the_own_password_confirms(office: Office, name: str) -> None:
    other = next(one for one in ROLES if one != name)
    with office.session(name) as session:
        confirm(session, f"{PASSWORD} {name}")
        for wrong in ("", f"{PASSWORD} {other}", f"{PASSWORD} {name} "):
            with pytest.raises(WrongPasswordError):
                confirm(session, wrong)


def test_a_password_that_was_changed_confirms_at_once(office: Office) -> None:
    name = min(ROLES)
    with office.session(name) as session:
        session.vault.change_password(f"{PASSWORD} {name}", "another sentence for tests")
        confirm(session, "another sentence for tests")
        with pytest.raises(WrongPasswordError):
            confirm(session, f"{PASSWORD} {name}")
