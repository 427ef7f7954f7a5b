"""Who uses the vault: added, given another role, disabled; an administrator and a privacy officer sign together."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QRadioButton, QSpinBox, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog, Work
from manifest_app.desktop.dialogs.second_person import SecondPersonForm
from manifest_app.desktop.states import isolated
from manifest_app.desktop.widgets.forms import named, note, password_edit
from manifest_app.model.people import Person, PlannerSees, Policy, Role
from manifest_app.vault import NewPerson
from manifest_app.workflow import people, vaults

KEEPERS = frozenset({Role.ADMIN, Role.OFFICER})
"""Who changes people and policy, the one with the other."""


class _KeepersDialog(FormDialog):
    """A change that an administrator and a privacy officer sign."""

    def __init__(self, context: Context, parent: QWidget, title: str, explanation: str, accept: str) -> None:
        super().__init__(context, parent, title, explanation, accept)
        self.second = SecondPersonForm(context.session, KEEPERS - {context.session.person.role})

    def problem(self) -> str:
        """A second person is needed."""
        return self.second.problem()

    def forget(self) -> None:
        """Forget every password."""
        self.second.forget()


class AddPersonDialog(_KeepersDialog):
    """Adds a person; gives the `Person`."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        explanation = words.translate(
            "AddPersonDialog", "The person gets the keys of the role, and should change the first password at once."
        )
        super().__init__(
            context,
            parent,
            words.translate("AddPersonDialog", "Add a person"),
            explanation,
            words.translate("AddPersonDialog", "Add"),
        )
        self.name = self.add(self.tr("&Name:"), QLineEdit())
        self.role = self.add(self.tr("R&ole:"), role_choice(Role.PLANNER))
        first = self.tr("15 characters or more; not common, and not the name")
        self.password = self.add(self.tr("&First password:"), password_edit(), first)
        self.again = self.add(self.tr("The same &again:"), password_edit())
        self.form.addRow(self.second)

    def problem(self) -> str:
        """Name and password must be there, the password twice."""
        if not self.name.text().strip():
            return self.tr("Give the person's name.")
        return _password_problem(self.password, self.again) or super().problem()

    def work(self) -> Work:
        """Add the person."""
        session, second = self.context.session, self.second.second()
        new = NewPerson(self.name.text().strip(), Role(self.role.currentData()), self.password.text())
        return lambda _progress: people.add(session, new, second)

    def forget(self) -> None:
        """Forget every password."""
        super().forget()
        self.password.clear()
        self.again.clear()


class RoleDialog(_KeepersDialog):
    """Gives a person another role, and with it other keys."""

    def __init__(self, context: Context, parent: QWidget, person: Person) -> None:
        explanation = words.translate(
            "RoleDialog", "%s gets the keys of the new role. What was read before can't be taken back."
        )
        name = isolated(person.name)
        super().__init__(
            context,
            parent,
            words.translate("RoleDialog", "Change a role"),
            explanation % name,
            words.translate("RoleDialog", "Change the role"),
        )
        self._person = person
        self.role = self.add(self.tr("New r&ole:"), role_choice(person.role))
        self.form.addRow(self.second)

    def problem(self) -> str:
        """The role must be another."""
        same = Role(self.role.currentData()) is self._person.role
        return self.tr("That is the role already.") if same else super().problem()

    def work(self) -> Work:
        """Change it."""
        session, name, second = self.context.session, self._person.name, self.second.second()
        role = Role(self.role.currentData())
        return lambda _progress: people.set_role(session, name, role, second)


class DisableDialog(_KeepersDialog):
    """Takes a person's keys away."""

    def __init__(self, context: Context, parent: QWidget, person: Person) -> None:
        explanation = words.translate(
            "DisableDialog", "%s can't open the vault any more. What was signed before stays valid."
        )
        name = isolated(person.name)
        super().__init__(
            context,
            parent,
            words.translate("DisableDialog", "Disable a person"),
            explanation % name,
            words.translate("DisableDialog", "Disable"),
        )
        self._name = person.name
        self.form.addRow(self.second)

    def work(self) -> Work:
        """Disable the person."""
        session, name, second = self.context.session, self._name, self.second.second()
        return lambda _progress: people.disable(session, name, second)


class OwnPasswordDialog(FormDialog):
    """Changes the password of the person signed in."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        explanation = words.translate(
            "OwnPasswordDialog", "Nobody can read or reset it for you. Five or six random words are a good password."
        )
        super().__init__(
            context,
            parent,
            words.translate("OwnPasswordDialog", "Change my password"),
            explanation,
            words.translate("OwnPasswordDialog", "Change it"),
        )
        self.old = self.add(self.tr("&Old password:"), password_edit())
        self.new = self.add(self.tr("&New password:"), password_edit(), self.tr("15 characters or more"))
        self.again = self.add(self.tr("The same &again:"), password_edit())

    def problem(self) -> str:
        """The old one, and the new one twice."""
        return _password_problem(self.new, self.again) if self.old.text() else self.tr("Type the old password.")

    def work(self) -> Work:
        """Change it."""
        session, old, new = self.context.session, self.old.text(), self.new.text()
        return lambda _progress: people.change_password(session, old, new)

    def forget(self) -> None:
        """Forget the passwords."""
        for edit in (self.old, self.new, self.again):
            edit.clear()


class PolicyDialog(_KeepersDialog):
    """Changes the vault's policy, each choice with what it means."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        explanation = words.translate(
            "PolicyDialog", "Keys are changed to match: what planners may not know, their keys can't open."
        )
        super().__init__(
            context,
            parent,
            words.translate("PolicyDialog", "Change the policy"),
            explanation,
            words.translate("PolicyDialog", "Change the policy"),
        )
        policy = context.session.policy
        self.category = self._choice(self.tr("&Category"), policy_meaning(PlannerSees.CATEGORY))
        self.neutral = self._choice(self.tr("&Neutral words"), policy_meaning(PlannerSees.NEUTRAL))
        (self.category if policy.planner_sees is PlannerSees.CATEGORY else self.neutral).setChecked(True)
        self.screening = self.add(self.tr("&Planners screen themselves:"), QCheckBox())
        self.screening.setChecked(policy.planners_screen)
        self.hours = self.add(self.tr("A screening &holds for (hours):"), QSpinBox())
        self.hours.setRange(1, 24 * 7)
        self.hours.setValue(policy.screening_valid_hours)
        self.neutral.toggled.connect(self._follow)
        self.form.addRow(self.second)
        self._follow()

    def policy(self) -> Policy:
        """The policy chosen."""
        sees = PlannerSees.NEUTRAL if self.neutral.isChecked() else PlannerSees.CATEGORY
        screen = self.screening.isChecked() and sees is PlannerSees.CATEGORY
        return replace(
            self.context.session.policy,
            planner_sees=sees,
            planners_screen=screen,
            screening_valid_hours=self.hours.value(),
        )

    def problem(self) -> str:
        """Something must have changed."""
        same = self.policy() == self.context.session.policy
        return self.tr("That is the policy already.") if same else super().problem()

    def work(self) -> Work:
        """Change it."""
        session, policy, second = self.context.session, self.policy(), self.second.second()
        return lambda _progress: vaults.set_policy(session, policy, second)

    def _choice(self, text: str, meaning: str) -> QRadioButton:
        button = named(QRadioButton(text), text, meaning)
        self.form.addRow(button)
        self.form.addRow(note(meaning))
        return button

    def _follow(self) -> None:
        self.screening.setEnabled(not self.neutral.isChecked())


def policy_meaning(sees: PlannerSees) -> str:
    """What it means for a planner, in plain words."""
    if sees is PlannerSees.CATEGORY:
        return words.translate(
            "Policy",
            "Planners read why a passenger is held, as one word: claim, exposure, fear, identity, data. They never "
            "read which protection, since when, or any note.",
        )
    return words.translate(
        "Policy",
        "Planners read only that a passenger can't be confirmed and that a supervisor decides, the same words for "
        "every cause. Their keys can't open the reason, so they can't screen; a supervisor or a privacy officer does.",
    )


def role_choice(chosen: Role) -> QComboBox:
    """A choice of roles."""
    box = QComboBox()
    for role in Role:
        box.addItem(words.role(role), role.value)
    box.setCurrentIndex(box.findData(chosen.value))
    return box


def _password_problem(password: QLineEdit, again: QLineEdit) -> str:
    if not password.text():
        return words.translate("Passwords", "Type the new password.")
    if password.text() != again.text():
        return words.translate("Passwords", "The two new passwords are not the same.")
    return ""
