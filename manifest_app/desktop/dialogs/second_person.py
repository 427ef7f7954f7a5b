"""The second person of a two-person rule, who signs in the same place with an own password."""

from collections.abc import Collection

from PySide6.QtWidgets import QComboBox, QFormLayout, QGroupBox, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.widgets.forms import field, password_edit
from manifest_app.model.people import Role
from manifest_app.workflow.session import SecondPerson, Session


def partner_roles(mine: Role) -> frozenset[Role]:
    """Who may be second when one of the two must be a privacy officer and both review holds.

    Source: the two-person rules of the office (clear a hold, correct or end a record): supervisor and privacy officer.
    """
    return frozenset({Role.SUPERVISOR, Role.OFFICER}) if mine is Role.OFFICER else frozenset({Role.OFFICER})


class SecondPersonForm(QGroupBox):
    """Name and password of the second person; offers only active others with one of the roles."""

    def __init__(self, session: Session, roles: Collection[Role], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Second person"))
        self.setAccessibleName(self.tr("Second person"))
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.person = field(form, self.tr("Second person signs:"), QComboBox())
        self.password = field(form, self.tr("Their own password:"), password_edit())
        self._offer(session, roles)

    def problem(self) -> str:
        """What is missing, one sentence; "" when nothing is."""
        if self.person.count() == 0:
            return self.tr(
                "There is no second person who may sign this. An administrator can add one on the People page."
            )
        if not self.password.text():
            return self.tr("The second person must type their own password.")
        return ""

    def second(self) -> SecondPerson:
        """Who signs."""
        return SecondPerson(name=str(self.person.currentData()), password=self.password.text())

    def forget(self) -> None:
        """Forget the password."""
        self.password.clear()

    def _offer(self, session: Session, roles: Collection[Role]) -> None:
        for person in session.people:
            if person.active and person.role in roles and person.name != session.person.name:
                self.person.addItem(f"{person.name} ({words.role(person.role)})", person.name)
