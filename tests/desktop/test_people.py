"""People and policy on a real vault."""

from collections.abc import Callable

import pytest

from manifest_app.desktop.dialogs.people import (
    AddPersonDialog,
    DisableDialog,
    OwnPasswordDialog,
    PolicyDialog,
    RoleDialog,
)
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.people import PeoplePage
from manifest_app.model.people import PlannerSees, Role
from manifest_app.workflow import confirming
from manifest_app.workflow.demonstration import DemoFacts
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import allowed, dialog, go, said

Password = Callable[[DemoFacts, str], str]
NEW = "six random words in one row"


@pytest.fixture
def admin(empty_office: Office) -> MainWindow:
    return empty_office.sign_in("admin")


@pytest.fixture
def page(empty_office: Office, admin: MainWindow) -> PeoplePage:
    return go(empty_office, admin, "people", PeoplePage)


def test_everyone_is_listed_with_role_and_state(page: PeoplePage) -> None:
    listed = {person.name: person.role for person in page.model.items()}
    assert listed["officer"] is Role.OFFICER
    assert len(listed) == 5
    assert "Category" in page.policy.text()
    assert faults(page) == []


def test_a_person_is_added_by_admin_and_officer(
    empty_office: Office, admin: MainWindow, page: PeoplePage, password: Password
) -> None:
    page.add_person()
    asked = dialog(admin, AddPersonDialog)
    assert [asked.second.person.itemData(row) for row in range(asked.second.person.count())] == ["officer"]
    asked.name.setText("Ines")
    asked.password.setText("short")
    asked.again.setText("other")
    asked.accept()
    assert asked.banner.message is not None
    assert "not the same" in asked.banner.message.text
    asked.again.setText("short")
    asked.second.password.setText(password(empty_office.demo, "officer"))
    asked.accept()
    empty_office.settle(admin)
    assert "15 characters" in asked.banner.message.text
    for edit in (asked.password, asked.again):
        edit.setText(NEW)
    asked.role.setCurrentIndex(asked.role.findData("auditor"))
    asked.accept()
    empty_office.settle(admin)
    assert {person.name: person.role for person in page.model.items()}["Ines"] is Role.AUDITOR


def test_a_role_is_changed_and_a_person_disabled(
    empty_office: Office, admin: MainWindow, page: PeoplePage, password: Password
) -> None:
    secret = password(empty_office.demo, "officer")
    page.view.choose("supervisor2")
    page.change_role()
    changing = dialog(admin, RoleDialog)
    changing.second.password.setText(secret)
    changing.accept()
    assert changing.banner.message is not None
    changing.role.setCurrentIndex(changing.role.findData("planner"))
    changing.accept()
    empty_office.settle(admin)
    page.disable()
    disabling = dialog(admin, DisableDialog)
    disabling.second.password.setText(secret)
    disabling.accept()
    empty_office.settle(admin)
    person = page.view.current()
    assert person is not None
    assert (person.name, person.role, person.active) == ("supervisor2", Role.PLANNER, False)
    assert not allowed(admin, "people.disable")


def test_nobody_changes_or_disables_themselves(admin: MainWindow, page: PeoplePage) -> None:
    page.view.choose("admin")
    assert not allowed(admin, "people.role")
    assert not allowed(admin, "people.disable")
    page.view.choose("planner")
    assert allowed(admin, "people.disable")


def test_a_planner_may_change_the_own_password_and_nothing_else(empty_office: Office, password: Password) -> None:
    window = empty_office.sign_in("planner")
    page = go(empty_office, window, "people", PeoplePage)
    page.view.choose("supervisor")
    assert not any(allowed(window, f"people.{key}") for key in ("add", "role", "disable", "policy"))
    page.change_password()
    asked = dialog(window, OwnPasswordDialog)
    asked.accept()
    assert asked.banner.message is not None
    asked.old.setText("wrong and wrong again")
    for edit in (asked.new, asked.again):
        edit.setText(NEW)
    asked.accept()
    empty_office.settle(window)
    assert "password is wrong" in asked.banner.message.text
    asked.old.setText(password(empty_office.demo, "planner"))
    asked.accept()
    empty_office.settle(window)
    assert "Your password is changed" in said(window)
    confirming.confirm(window.context.session, NEW)


def test_the_policy_is_changed_by_two_and_says_what_it_means(
    empty_office: Office, admin: MainWindow, page: PeoplePage, password: Password
) -> None:
    page.change_policy()
    asked = dialog(admin, PolicyDialog)
    asked.second.password.setText(password(empty_office.demo, "officer"))
    asked.accept()
    assert asked.banner.message is not None
    assert "already" in asked.banner.message.text
    asked.neutral.setChecked(True)
    assert not asked.screening.isEnabled()
    asked.hours.setValue(12)
    asked.accept()
    empty_office.settle(admin)
    policy = admin.context.session.policy
    assert (policy.planner_sees, policy.planners_screen, policy.screening_valid_hours) == (
        PlannerSees.NEUTRAL,
        False,
        12,
    )
    assert "Neutral words" in page.policy.text()
    assert "planners do not" in page.policy.text()
