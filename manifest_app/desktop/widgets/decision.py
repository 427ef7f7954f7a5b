"""Where a hold is decided: verdict, reason code, note, and the second person in the same place when one is needed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.second_person import SecondPersonForm, partner_roles
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.forms import field, named
from manifest_app.errors import KnownError
from manifest_app.model.hold import HoldState, Verdict
from manifest_app.model.progress import Progress
from manifest_app.workflow import reviewing
from manifest_app.workflow.reviewing import HoldDetail


class DecisionPanel(QGroupBox):
    """The decision on one hold.

    Signals:
        decided: A decision was recorded; carries the `Hold` as it stands now.
        grown: More is asked or said than before; whoever scrolls brings the end into view.
    """

    decided = Signal(object)
    grown = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._detail: HoldDetail | None = None
        self.setTitle(self.tr("Decision"))
        self.setAccessibleName(self.tr("Decision"))
        self.banner = Banner()
        self._verdicts = QButtonGroup(self)
        self.choices = {verdict: self._choice(verdict) for verdict in Verdict}
        self.reason = QComboBox()
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(self.fontMetrics().height() * 3 + 16)
        session = context.session
        self.second = SecondPersonForm(session, partner_roles(session.person.role))
        self.record_button = QPushButton(self.tr("Record the decision"))
        named(self.record_button, self.tr("Record the decision"))
        self.record_button.clicked.connect(self.record)
        self._lay_out()
        self._verdicts.buttonToggled.connect(self._follow)
        self.clear()

    def show_hold(self, detail: HoldDetail) -> None:
        """Take another hold; what was typed for the one before is dropped."""
        self.clear()
        self._detail = detail
        self.setEnabled(detail.row.hold.state is HoldState.OPEN)

    def clear(self) -> None:
        """No hold, nothing typed."""
        self._detail = None
        self._verdicts.setExclusive(False)
        for button in self.choices.values():
            button.setChecked(False)
        self._verdicts.setExclusive(True)
        self.note.clear()
        self.second.forget()
        self.banner.clear()
        self.setEnabled(False)
        self._follow()

    def choose(self, verdict: Verdict) -> None:
        """Choose a verdict and go to what is asked next."""
        if self.isEnabled():
            self.choices[verdict].setChecked(True)
            self.grown.emit()
            (self.note if self.reason.currentData() else self.reason).setFocus()

    def verdict(self) -> Verdict | None:
        """The verdict chosen, or None."""
        return next((verdict for verdict, button in self.choices.items() if button.isChecked()), None)

    def record(self) -> None:
        """Record the decision when nothing is missing."""
        verdict, detail = self.verdict(), self._detail
        problem = self._problem(verdict)
        if problem or verdict is None or detail is None:
            self.banner.say(Kind.ERROR, problem)
            self.grown.emit()
            return
        self.banner.clear()
        session, hold_id = self._context.session, detail.row.hold.id
        reason, typed = str(self.reason.currentData()), self.note.toPlainText().strip()
        second = self.second.second() if self._needs_second(verdict) else None
        self.setEnabled(False)

        def work(_progress: Progress) -> object:
            return reviewing.decide(session, hold_id, verdict, reason, typed, second)

        self._context.jobs.run(
            self.tr("Recording the decision"), work, self.decided.emit, self._failed, cancellable=False
        )

    def _problem(self, verdict: Verdict | None) -> str:
        if self._detail is None:
            return self.tr("Choose a hold first.")
        if verdict is None:
            return self.tr("Choose what you decide: uphold, clear, or not the same person.")
        if not self.reason.currentData():
            return self.tr("Choose a reason.")
        if not self.note.toPlainText().strip():
            return self.tr("Write a note: what you looked at, and what it showed.")
        return self.second.problem() if self._needs_second(verdict) else ""

    def _needs_second(self, verdict: Verdict | None) -> bool:
        detail = self._detail
        lets_through = verdict in (Verdict.CLEAR, Verdict.NOT_THE_SAME)
        return detail is not None and lets_through and detail.row.needs_second is not False

    def _failed(self, error: KnownError) -> None:
        self.setEnabled(True)
        self.second.forget()
        self.banner.show_message(self._context.messages.of(error))
        self.grown.emit()

    def _follow(self) -> None:
        verdict = self.verdict()
        self.second.setVisible(self._needs_second(verdict))
        self.reason.clear()
        self.reason.addItem(self.tr("Choose a reason..."), "")
        detail = self._detail
        category = detail.row.category if detail is not None else None
        for reason in detail.reasons.values() if detail is not None else ():
            if verdict in reason.verdicts and (category is None or category in reason.categories):
                self.reason.addItem(reason.text, reason.code)

    def _choice(self, verdict: Verdict) -> QRadioButton:
        text, help_text = {
            Verdict.UPHOLD: (self.tr("&Uphold (U)"), self.tr("The passenger stays off the flight.")),
            Verdict.CLEAR: (
                self.tr("&Clear (C)"),
                self.tr("The record is theirs, and it no longer stands in the way."),
            ),
            Verdict.NOT_THE_SAME: (self.tr("&Not the same person (N)"), self.tr("The record belongs to someone else.")),
        }[verdict]
        button = named(QRadioButton(text), text, help_text)
        self._verdicts.addButton(button)
        return button

    def _lay_out(self) -> None:
        verdicts = QHBoxLayout()
        for button in self.choices.values():
            verdicts.addWidget(button)
        verdicts.addStretch(1)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        field(form, self.tr("&Reason:"), self.reason)
        field(form, self.tr("N&ote:"), self.note, self.tr("What you looked at, and what it showed. Kept sealed."))
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.record_button)
        column = QVBoxLayout(self)
        column.addLayout(verdicts)
        column.addLayout(form)
        column.addWidget(self.second)
        column.addWidget(self.banner)
        column.addLayout(last)
