"""The form of every decision that needs a dialog: it stays open, with the reason, until the work has succeeded."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QPushButton, QVBoxLayout, QWidget

from manifest_app.desktop.context import Context
from manifest_app.desktop.messages import Kind, Message
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.forms import field, note
from manifest_app.errors import KnownError
from manifest_app.model.progress import Progress

W = TypeVar("W", bound=QWidget)
Work = Callable[[Progress], Any]


class FormDialog(QDialog):
    """A form over a page. A subclass adds its fields and gives `problem` and `work`.

    It is opened with ``open()``, never with an event loop of its own, so that a lock always wins over it.

    Signals:
        succeeded: The work is done; carries its result. The dialog closes itself.
    """

    succeeded = Signal(object)

    def __init__(self, context: Context, parent: QWidget, title: str, explanation: str, accept: str) -> None:
        super().__init__(parent)
        self.context = context
        self._at: QWidget | None = None
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner()
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setSpacing(8)
        self.accept_button = QPushButton(accept)
        self.accept_button.setDefault(True)
        self.accept_button.setAccessibleName(accept)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAccessibleName(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self._lay_out(explanation)
        context.jobs.idle.connect(self._free)

    def add(self, label: str, widget: W, help_text: str = "") -> W:
        """Add a labelled control."""
        return field(self.form, label, widget, help_text)

    def problem(self) -> str:
        """What is missing or wrong before the work can start, one sentence; "" when nothing is."""
        return ""

    def work(self) -> Work:
        """The work, with all that was typed taken out of the controls (it runs on another thread)."""
        raise NotImplementedError

    def accept(self) -> None:
        """Start the work when nothing is missing."""
        problem = self.problem()
        if problem:
            self._show_problem(Message(Kind.ERROR, problem))
            return
        self.banner.clear()
        self._at = self.focusWidget()
        self.accept_button.setEnabled(False)
        self.context.jobs.run(self.windowTitle(), self.work(), self._done, self._failed, cancellable=False)

    def forget(self) -> None:
        """Clear what was typed and must not stay in memory longer than needed; called when the dialog closes."""

    def fit(self) -> None:
        """Grow by as much as it takes: a wrapped text tells its height only for a width."""
        column = self.layout()
        if column is not None:
            column.activate()
            width = max(self.width(), self.minimumWidth())
            self.resize(width, max(self.height(), column.totalHeightForWidth(width)))

    def done(self, result: int) -> None:
        """Close, and forget what was typed."""
        self.forget()
        super().done(result)

    def _lay_out(self, explanation: str) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        if explanation:
            column.addWidget(note(explanation))
        column.addWidget(self.banner)
        column.addLayout(self.form)
        column.addStretch(1)
        column.addWidget(buttons)

    def _done(self, result: object) -> None:
        super().accept()
        self.succeeded.emit(result)

    def _failed(self, error: KnownError) -> None:
        self.accept_button.setEnabled(True)
        if self._at is not None:
            self._at.setFocus()
        self._show_problem(self.context.messages.of(error))

    def _show_problem(self, message: Message) -> None:
        self.banner.show_message(message)
        self.fit()

    def _free(self) -> None:
        self.accept_button.setEnabled(True)
