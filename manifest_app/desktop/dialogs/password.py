"""The full password again, before protection details are shown, a release is approved or a file is written."""

from PySide6.QtWidgets import QWidget

from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog, Work
from manifest_app.desktop.widgets.forms import password_edit
from manifest_app.model.progress import Progress
from manifest_app.workflow import confirming


class PasswordDialog(FormDialog):
    """Asks for the password of the person signed in; ``then`` is done with it, after it was found right."""

    def __init__(
        self, context: Context, parent: QWidget, title: str, explanation: str, accept: str, then: Work | None = None
    ) -> None:
        super().__init__(context, parent, title, explanation, accept)
        self._then = then
        label = self.tr("Password of %s:") % context.session.person.name
        self.password = self.add(label, password_edit())

    def problem(self) -> str:
        """The password must be there."""
        return "" if self.password.text() else self.tr("Type your password.")

    def work(self) -> Work:
        """Check the password, then do what was asked."""
        session, password, then = self.context.session, self.password.text(), self._then

        def confirmed(progress: Progress) -> object:
            confirming.confirm(session, password)
            return then(progress) if then is not None else None

        return confirmed

    def forget(self) -> None:
        """Forget the password."""
        self.password.clear()
