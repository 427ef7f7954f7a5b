"""How the columns of a file are read, and the place to correct it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.models.table import Badge, Column, TableModel
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.forms import named
from manifest_app.desktop.widgets.table import TableView
from manifest_app.intake.layout import Column as SourceColumn
from manifest_app.intake.layout import ColumnKind, Layout

_BADGES = {
    ColumnKind.MAPPED: Badge("check", Tone.GOOD),
    ColumnKind.PROTECTED: Badge("lock", Tone.STOP),
    ColumnKind.UNMAPPED: Badge("info", Tone.WARN),
    ColumnKind.IGNORED: Badge("minus", Tone.QUIET),
}


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of the file beside a few of its values."""

    column: SourceColumn
    sample: str


class MappingWidget(QWidget):
    """A table of columns, and a choice of what the current one is read as.

    Signals:
        corrected: (heading, field key) chosen by the user.
    """

    corrected = Signal(str, str)

    def __init__(self, fields: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: TableModel[MappedColumn] = TableModel(
            self._columns(), key=lambda row: row.column.index, parent=self
        )
        self.table = TableView(self.model, self.tr("Columns of the file"))
        self.field = named(QComboBox(), self.tr("Read this column as"))
        for key in fields:
            self.field.addItem(words.field(key), key)
        self.label = QLabel(self.tr("Read this column &as:"))
        self.label.setBuddy(self.field)
        row = QHBoxLayout()
        row.addWidget(self.label)
        row.addWidget(self.field)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.addWidget(self.table)
        rows.addLayout(row)
        self.table.chosen.connect(self._follow)
        self.field.activated.connect(self._correct)

    def show_layout(self, layout: Layout, sample: Sequence[Sequence[str]]) -> None:
        """Show how a file is read; ``sample`` holds its first rows as text."""
        self.model.set_items([MappedColumn(one, _values(one, sample)) for one in layout.columns])
        if self.table.current() is None:
            self.table.choose_first()
        self._follow()

    def _columns(self) -> tuple[Column[MappedColumn], ...]:
        return (
            Column(self.tr("Column"), 8, lambda row: row.column.letter, lambda row: row.column.index),
            Column(self.tr("Heading"), 24, lambda row: row.column.heading),
            Column(self.tr("Read as"), 34, self._read_as, badge=lambda row: _BADGES[row.column.kind]),
            Column(self.tr("First values"), 0, lambda row: row.sample, copy=False),
        )

    def _read_as(self, row: MappedColumn) -> str:
        kind = row.column.kind
        if kind is ColumnKind.PROTECTED:
            return self.tr("Sealed: says something of status")
        if kind is ColumnKind.UNMAPPED:
            return self.tr("Not understood: kept sealed")
        return words.field(row.column.field or "ignore")

    def _follow(self) -> None:
        row = self.table.current()
        self.field.setEnabled(row is not None)
        index = self.field.findData(row.column.field) if row is not None else -1
        self.field.setCurrentIndex(index)

    def _correct(self) -> None:
        row = self.table.current()
        if row is not None and self.field.currentData() != row.column.field:
            self.corrected.emit(row.column.heading, str(self.field.currentData()))


def _values(column: SourceColumn, sample: Sequence[Sequence[str]]) -> str:
    """The first few values below the heading; none of a column that is sealed, whoever looks."""
    if column.kind in (ColumnKind.PROTECTED, ColumnKind.UNMAPPED):
        return ""
    cells = [row[column.index] if column.index < len(row) else "" for row in sample]
    below = cells[cells.index(column.heading) + 1 :] if column.heading in cells else cells
    return ", ".join(cell for cell in below if cell)[:120]
