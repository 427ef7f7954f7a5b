"""What a list tells beside earlier ones, as this role may know it, and what may be said about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from manifest_app.desktop import compared
from manifest_app.desktop.context import Context
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.forms import note, title_label
from manifest_app.desktop.widgets.permitted import PermittedSentence
from manifest_app.model.people import Role
from manifest_app.workflow.comparing import COMPARED
from manifest_app.workflow.judging import NEEDS_OFFICER
from manifest_app.workflow.releasing import ReleasePreview


class ReleaseBeside(QScrollArea):
    """The comparison sentence by sentence, what to do about it, and the one sentence for the phone.

    Who may not know who is protected reads how many are gone, new and changed, and that an officer decides: the same
    whatever the cause. Supervisors and officers read why it stops, and the ways on.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reads_causes = context.session.can.protection
        self._overrides = context.session.person.role is Role.OFFICER
        self.setAccessibleName(self.tr("Beside earlier lists"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.headline = title_label("", 1.1)
        self.headline.setWordWrap(True)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.options = note("", Tone.WARN)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(10, 10, 10, 10)
        for widget in (self.headline, self.text, self.options, PermittedSentence(context.clipboard)):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(filled)

    def show_preview(self, preview: ReleasePreview) -> None:
        """Show the comparison of a release."""
        check = next((one for one in preview.checks if one.name == COMPARED), None)
        reason = check.reason if check is not None else ""
        self.headline.setText(self._headline(ok=check is None or check.ok, needs_officer=NEEDS_OFFICER in reason))
        self.text.setText(compared.said(reason).replace(". ", ".\n"))
        self.options.setText(self._options(ok=check is None or check.ok, needs_officer=NEEDS_OFFICER in reason))
        self.options.setVisible(bool(self.options.text()))

    def _headline(self, *, ok: bool, needs_officer: bool) -> str:
        if not ok:
            return self.tr("The recipient can tell who is protected. This list should stay here.")
        if not needs_officer:
            return self.tr("This is the first list of this flight that they get.")
        if self._reads_causes:
            return self.tr("Beside the earlier lists this one tells of nobody, by the rules of the office.")
        return self.tr("They have an earlier list. A privacy officer looks at both before this one leaves.")

    def _options(self, *, ok: bool, needs_officer: bool) -> str:
        if ok and not needs_officer:
            return ""
        if ok:
            return self.tr("Send a new list only if it is needed: each one can be laid beside those before.")
        ways = self.tr(
            "Ways on: cancel the flight, or send no other list of it: who may not travel is stopped at boarding, by "
            "their hold."
        )
        if self._overrides:
            last = self.tr("If it has to leave in spite of that, override the stop with a second person and a reason.")
        else:
            last = self.tr("If it has to leave in spite of that, ask a privacy officer.")
        return f"{ways}\n{last}"
