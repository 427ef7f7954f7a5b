"""Rows that are no passengers yet, and the place to type what they should say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from manifest_app.desktop import words
from manifest_app.desktop.models.passengers import problem_columns
from manifest_app.desktop.models.table import TableModel
from manifest_app.desktop.widgets.forms import field, note
from manifest_app.desktop.widgets.table import TableView
from manifest_app.intake.layout import Layout
from manifest_app.intake.manifest import RowProblem


class RepairWidget(QWidget):
    """The list of problems; beside it the cells of the current row, to be typed anew.

    Signals:
        repaired: (row, field key -> text): what the row should say.
    """

    repaired = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, str] = {}
        self.edits: dict[str, QLineEdit] = {}
        self.model = TableModel(problem_columns(), key=lambda one: one.row, parent=self)
        self.table = TableView(self.model, self.tr("Rows to repair"))
        self.table.chosen.connect(self._show_cells)
        self.explanation = note("")
        self.use = QPushButton(self.tr("&Use these values"))
        self.use.setAccessibleName(self.tr("Use these values"))
        self.use.clicked.connect(self._use)
        self._form = QFormLayout()
        self._box = QGroupBox(self.tr("What the row says"))
        self._box.setAccessibleName(self._box.title())
        inside = QVBoxLayout(self._box)
        inside.addWidget(self.explanation)
        inside.addLayout(self._form)
        inside.addWidget(self.use, 0, Qt.AlignmentFlag.AlignRight)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._box)
        split = QSplitter()
        split.addWidget(self.table)
        split.addWidget(scroll)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        rows = QVBoxLayout(self)
        rows.addWidget(split)
        self._show_cells()

    def show_problems(self, problems: Sequence[RowProblem], layout: Layout) -> None:
        """Show the rows; ``layout`` says which field each heading is."""
        self._fields = {column.heading: column.field for column in layout.columns if column.field}
        self.model.set_items(problems)
        if self.table.current() is None:
            self.table.choose_first()
        self._show_cells()

    def _show_cells(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.edits = {}
        problem = self.table.current()
        self.use.setEnabled(problem is not None)
        if problem is None:
            text = self.tr("Every row is a passenger.") if not self.model.rowCount() else self.tr("Choose a row.")
            self.explanation.setText(text)
            return
        self.explanation.setText(problem.problem)
        cells = dict(problem.cells)
        for heading, key in self._fields.items():
            if key != "ignore":
                label = f"{words.field(key)}:"
                self.edits[key] = field(self._form, label, QLineEdit(cells.get(heading, "")), heading)

    def _use(self) -> None:
        problem = self.table.current()
        if problem is not None:
            self.repaired.emit(problem.row, {key: edit.text() for key, edit in self.edits.items()})
