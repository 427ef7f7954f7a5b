"""One hold as a supervisor reads it: who, against which records, what was decided before, and the decision to make."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from manifest_app.desktop import states, words
from manifest_app.desktop.context import Context
from manifest_app.desktop.states import isolated
from manifest_app.desktop.widgets.comparison import ComparisonView
from manifest_app.desktop.widgets.decision import DecisionPanel
from manifest_app.desktop.widgets.forms import named, note, title_label
from manifest_app.desktop.widgets.protected import ProtectedDetails, detail_lines
from manifest_app.model.finding import Finding
from manifest_app.model.hold import Decision
from manifest_app.model.protection import Record, RecordSource
from manifest_app.workflow.registry import RegistryRow
from manifest_app.workflow.reviewing import HoldDetail


class HoldPanel(QScrollArea):
    """The right side of the Review page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: HoldDetail | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("The chosen hold"))
        self.who = title_label("", 1.25)
        self.where = note("")
        self.ground = note("")
        self.finding = named(QComboBox(), self.tr("Record compared"))
        self.finding.currentIndexChanged.connect(self._compare)
        self.comparison = ComparisonView(context.clipboard)
        self.protected = ProtectedDetails(context)
        self.history = note("")
        self.history.setAccessibleName(self.tr("Decisions so far"))
        self.decision = DecisionPanel(context)
        self._end_in_view = QTimer(self)
        self._end_in_view.setSingleShot(True)
        self._end_in_view.timeout.connect(lambda: self.ensureWidgetVisible(self.decision.record_button))
        self.decision.grown.connect(self._end_in_view.start)
        self._lay_out()
        self.clear()

    @property
    def detail(self) -> HoldDetail | None:
        """The hold shown, or None."""
        return self._detail

    @property
    def hold_id(self) -> str:
        """Id of the hold shown, or ""."""
        return self._detail.row.hold.id if self._detail is not None else ""

    def expect_another(self) -> None:
        """The hold shown is no longer the one meant: what stands here may be read still, but not decided."""
        self._detail = None
        self.decision.clear()
        self.protected.offer(())

    def clear(self) -> None:
        """Show no hold."""
        self._detail = None
        self.who.clear()
        self.where.setText(self.tr("Choose a hold on the left."))
        self._parts.hide()
        self.decision.clear()
        self.protected.offer(())

    def show_hold(self, detail: HoldDetail) -> None:
        """Show a hold."""
        self._detail = detail
        row = detail.row
        self._parts.show()
        self.who.setText(", ".join(isolated(name) for name in (row.family_name, row.given_names) if name))
        self.where.setText(self._place(detail))
        self.ground.setText(self._why(detail))
        self.history.setText("\n".join(_told(decision) for decision in detail.decisions))
        self.history.setVisible(bool(detail.decisions))
        self._offer_findings(detail)
        self.decision.show_hold(detail)
        self._compare()

    def _place(self, detail: HoldDetail) -> str:
        row = detail.row
        parts = (
            row.hold.reference,
            row.flight.number,
            words.day(row.flight.departure),
            self.tr("row %s of the list") % row.row,
            words.hold_state(row.hold.state),
        )
        return "  \N{MIDDLE DOT}  ".join(parts)

    def _why(self, detail: HoldDetail) -> str:
        text = self.tr("Held because: %s.") % states.category(detail.row.category)
        ground = detail.ground
        if ground is not None and ground.statement:
            text += " " + self.tr("What was said: %s") % isolated(ground.statement)
        if ground is not None and ground.source_values:
            values = "; ".join(f"{isolated(heading)}: {isolated(value)}" for heading, value in ground.source_values)
            text += " " + self.tr("In the source: %s") % values
        return text

    def _offer_findings(self, detail: HoldDetail) -> None:
        self.finding.blockSignals(True)
        self.finding.clear()
        for found in detail.findings:
            row = self._row_of(found)
            if row is not None:
                self.finding.addItem(self._finding_text(found, row.record), found.record_id)
        self.finding.blockSignals(False)
        several = self.finding.count()
        self._compared.setVisible(several > 0)

    def _finding_text(self, found: Finding, record: Record) -> str:
        source = self.tr("exposure list") if record.source is RecordSource.EXPOSURE else self.tr("protection registry")
        parts = [source, self.tr("row %s") % record.row, f"{found.score:.0%}", self.tr("%s bits") % f"{found.bits:.1f}"]
        if record.ended:
            parts.append(self.tr("ended"))
        return ", ".join(parts)

    def _row_of(self, found: Finding) -> RegistryRow | None:
        rows = self._detail.records if self._detail is not None else ()
        return next((row for row in rows if row.record.id == found.record_id), None)

    def _compare(self) -> None:
        detail, wanted = self._detail, self.finding.currentData()
        found = next((one for one in detail.findings if one.record_id == wanted), None) if detail is not None else None
        row = self._row_of(found) if found is not None else None
        if detail is None or found is None or row is None:
            self.comparison.clear()
            self.protected.offer(())
            return
        self.comparison.show_finding(found, detail.passenger.identity, row.record.identity)
        self.protected.offer(detail_lines(row.details, row.basis_name))

    def _lay_out(self) -> None:
        self._compared = QWidget()
        chooser = QHBoxLayout()
        label = QLabel(self.tr("Record com&pared:"))
        label.setBuddy(self.finding)
        chooser.addWidget(label)
        chooser.addWidget(self.finding, 1)
        compared = QVBoxLayout(self._compared)
        compared.setContentsMargins(0, 0, 0, 0)
        compared.addLayout(chooser)
        compared.addWidget(self.comparison, 1)
        compared.addWidget(self.protected)
        self._parts = QWidget()
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(self.ground)
        parts.addWidget(self._compared, 1)
        parts.addWidget(self.history)
        parts.addWidget(self.decision)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.who)
        column.addWidget(self.where)
        column.addWidget(self._parts, 1)
        column.addStretch(0)
        self.setWidget(inside)


def _told(decision: Decision) -> str:
    makers = " + ".join(signed.person for signed in decision.signatures)
    note_text = isolated(decision.note)
    return f"{words.moment(decision.at)}  {states.verdict(decision.verdict)} ({decision.reason}), {makers}: {note_text}"
