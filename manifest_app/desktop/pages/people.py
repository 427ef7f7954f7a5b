"""People and policy: who may open the vault, with which role, and how much planners learn."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog
from manifest_app.desktop.dialogs.people import (
    KEEPERS,
    AddPersonDialog,
    DisableDialog,
    OwnPasswordDialog,
    PolicyDialog,
    RoleDialog,
    policy_meaning,
)
from manifest_app.desktop.models.table import Badge, Column, TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.states import isolated
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.forms import ActionButton, note
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.people import Person, PlannerSees, Policy
from manifest_app.model.progress import Progress
from manifest_app.workflow import people


class PeoplePage(Page):
    """Everyone sees the list and changes the own password; administrator and privacy officer change the rest."""

    name: ClassVar[str] = "people"
    icon: ClassVar[str] = "people"
    help_key: ClassVar[str] = "people"
    follows: ClassVar[frozenset[str]] = frozenset({"people"})

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("PeoplePage", "People")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = TableModel(_columns(), key=lambda person: person.name, parent=self)
        self.view = TableView(self.model, self.tr("People of this vault"), context.clipboard)
        self.policy = note("", Tone.PLAIN)
        self.policy.setAccessibleName(self.tr("Policy in force"))
        self._declare_actions()
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self._policy_box())
        self.view.chosen.connect(self._choose)
        self._choose()

    def refresh(self) -> None:
        """Load the directory."""
        session = self.context.session

        def work(_progress: Progress) -> tuple[tuple[Person, ...], Policy]:
            return people.people(session), session.policy

        self.context.jobs.run(self.tr("Reading the people"), work, self._show, cancellable=False)

    # --- actions

    def add_person(self) -> None:
        """Add a person, with the second keeper."""
        self._open(AddPersonDialog(self.context, self), self.tr("The person is added."))

    def change_role(self) -> None:
        """Give the person chosen another role."""
        person = self.view.current()
        if person is not None:
            self._open(RoleDialog(self.context, self, person), self.tr("The role is changed."))

    def disable(self) -> None:
        """Take the keys of the person chosen away."""
        person = self.view.current()
        if person is not None:
            self._open(DisableDialog(self.context, self, person), self.tr("The person is disabled."))

    def change_password(self) -> None:
        """Change one's own password."""
        self._open(OwnPasswordDialog(self.context, self), self.tr("Your password is changed."))

    def change_policy(self) -> None:
        """Change the policy, with the second keeper."""
        self._open(PolicyDialog(self.context, self), self.tr("The policy is changed."))

    # --- inside

    def _open(self, dialog: FormDialog, done: str) -> None:
        def changed(_result: object) -> None:
            self.context.messages.done(done)
            self.context.changed.emit("people")

        dialog.succeeded.connect(changed)
        dialog.open()

    def _show(self, found: tuple[tuple[Person, ...], Policy]) -> None:
        persons, policy = found
        self.model.set_items(persons)
        self.policy.setText(_policy_text(policy))
        self._choose()

    def _choose(self) -> None:
        person = self.view.current()
        other = person is not None and person.active and person.name != self.context.session.person.name
        self.context.actions.enable("people.role", other)
        self.context.actions.enable("people.disable", other)

    def _declare_actions(self) -> None:
        add = self.add_action
        adds = self.tr("Add a person; administrator and privacy officer sign together.")
        roles = self.tr("Give the person chosen another role, and with it other keys.")
        disables = self.tr("Take the keys of the person chosen away.")
        own = self.tr("Change the password you sign in with.")
        policy = self.tr("Change how much planners learn, and whether they screen.")
        actions = (
            add("people.password", self.tr("Change &my password..."), own, self.change_password, icon="lock"),
            add("people.role", self.tr("Change &role..."), roles, self.change_role, roles=KEEPERS, icon="edit"),
            add("people.disable", self.tr("&Disable..."), disables, self.disable, roles=KEEPERS, icon="off"),
            add("people.add", self.tr("&Add..."), adds, self.add_person, shortcut="Ctrl+N", roles=KEEPERS, icon="plus"),
        )
        for action in actions:
            self.add_button(action)
        add("people.policy", self.tr("Change the &policy..."), policy, self.change_policy, roles=KEEPERS, icon="edit")

    def _policy_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Policy"))
        box.setAccessibleName(self.tr("Policy"))
        buttons = QHBoxLayout()
        buttons.addWidget(ActionButton(self.context.actions.action("people.policy")))
        buttons.addStretch(1)
        rows = QVBoxLayout(box)
        rows.addWidget(self.policy)
        rows.addLayout(buttons)
        return box


def _policy_text(policy: Policy) -> str:
    translate = QCoreApplication.translate
    neutral = policy.planner_sees is PlannerSees.NEUTRAL
    name = translate("PeoplePage", "Neutral words.") if neutral else translate("PeoplePage", "Category.")
    screens = (
        translate("PeoplePage", "Planners screen flights themselves.")
        if policy.planners_hold_registry_key
        else translate("PeoplePage", "Supervisors and privacy officers screen flights; planners do not.")
    )
    hours = QCoreApplication.translate(
        "PeoplePage", "A screening holds for %n hour(s).", "", policy.screening_valid_hours
    )
    return "\n".join((f"{name} {policy_meaning(policy.planner_sees)}", screens, hours))


def _columns() -> tuple[Column[Person], ...]:
    translate = QCoreApplication.translate
    active, disabled = translate("PeoplePage", "Active"), translate("PeoplePage", "Disabled")
    good, off = Badge("check", Tone.GOOD), Badge("off", Tone.QUIET)
    return (
        Column(translate("PeoplePage", "Name"), 0, lambda person: isolated(person.name)),
        Column(translate("PeoplePage", "Role"), 24, lambda person: words.role(person.role)),
        Column(
            translate("PeoplePage", "State"),
            14,
            lambda person: active if person.active else disabled,
            badge=lambda person: good if person.active else off,
        ),
    )
