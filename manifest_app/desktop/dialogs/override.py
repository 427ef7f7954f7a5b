"""A privacy officer lets a list leave in spite of what comparing it with earlier ones found, with a second person."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from manifest_app.desktop import compared, words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog, Work
from manifest_app.desktop.dialogs.second_person import SecondPersonForm
from manifest_app.desktop.states import isolated
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.forms import note, password_edit
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.workflow import confirming, releasing
from manifest_app.workflow.overriding import Override
from manifest_app.workflow.releasing import ReleaseRow
from manifest_app.workflow.stopping import Stop

_ROWS_OF_TEXT = 3


class OverrideDialog(FormDialog):
    """What was found, word for word; why it may leave; two passwords. Gives the approved `Release`."""

    def __init__(self, context: Context, parent: QWidget, row: ReleaseRow, stop: Stop) -> None:
        explanation = words.translate(
            "OverrideDialog",
            "List %(number)s of %(flight)s for %(recipient)s should stay here. Better ways are to cancel the flight, "
            "or to send no other list of it: who may not travel is stopped at boarding, by their hold. If it has to "
            "leave in spite of that, you and a second person sign for exactly this list and exactly this finding, "
            "%(finding)s.",
        ) % {
            "number": row.release.number,
            "flight": row.flight.number,
            "recipient": isolated(row.recipient.name),
            "finding": stop.number,
        }
        super().__init__(
            context,
            parent,
            words.translate("OverrideDialog", "Approve in spite of what was found"),
            explanation,
            words.translate("OverrideDialog", "Override and approve"),
        )
        self._release_id = row.release.id
        self._stop = stop
        self.setMinimumWidth(620)
        self.findings = note("\n".join(compared.said(one) for one in stop.findings), Tone.STOP)
        self.form.addRow(self.findings)
        self.reason = self.add(self.tr("&Reason:"), QPlainTextEdit())
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self.reason.fontMetrics().lineSpacing() * _ROWS_OF_TEXT + 12)
        self.password = self.add(self.tr("Password of %s:") % context.session.person.name, password_edit())
        self.second = SecondPersonForm(context.session, {Role.OFFICER, Role.SUPERVISOR})
        self.form.addRow(self.second)
        # Whoever opens it reads first, and types only then: Enter does nothing before.
        self.accept_button.setDefault(False)
        self.accept_button.setAutoDefault(False)
        self.cancel_button.setDefault(True)
        self.fit()

    def problem(self) -> str:
        """A reason, an own password, and a second person."""
        if not self.reason.toPlainText().strip():
            return self.tr("Write why the list has to leave in spite of it.")
        return self.second.problem() if self.password.text() else self.tr("Type your password.")

    def work(self) -> Work:
        """Override and approve."""
        session, password, release_id = self.context.session, self.password.text(), self._release_id
        override = Override(self._stop.number, self.reason.toPlainText(), self.second.second())

        def work(_progress: Progress) -> object:
            confirming.confirm(session, password)
            return releasing.approve(session, release_id, override)

        return work

    def forget(self) -> None:
        """Forget both passwords."""
        self.password.clear()
        self.second.forget()
