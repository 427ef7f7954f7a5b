"""Every key that works here."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from manifest_app.desktop.actions import Actions, ActionSpec, plain
from manifest_app.desktop.models.table import Column, TableModel
from manifest_app.desktop.widgets.table import TableView

_Row = tuple[ActionSpec, QAction]


class ShortcutsDialog(QDialog):
    """A list of actions with their keys and what they do."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        model: TableModel[_Row] = TableModel(
            (
                Column(self.tr("Keys"), 14, lambda row: row[1].shortcut().toString()),
                Column(self.tr("Action"), 26, lambda row: plain(row[0].text)),
                Column(self.tr("What it does"), 0, lambda row: row[0].help),
            ),
            parent=self,
        )
        model.set_items([row for row in actions.allowed() if row[0].shortcut])
        self.table = TableView(model, self.tr("Shortcuts"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.table)
        rows.addWidget(box)
        self.resize(720, 480)
