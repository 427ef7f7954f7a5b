"""Exactly what a recipient gets, and what was checked: shown before it is asked for, and before it is approved."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QVBoxLayout, QWidget

from manifest_app.desktop import compared, sentences
from manifest_app.desktop.models.table import Badge, Column, TableModel
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.forms import note
from manifest_app.desktop.widgets.table import TableView
from manifest_app.workflow.checks import Check
from manifest_app.workflow.comparing import COMPARED
from manifest_app.workflow.releasing import ReleasePreview

Row = tuple[str, ...]


class ReleaseTable(QWidget):
    """The file's name and its exact table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file_name = QLabel()
        self.file_name.setTextFormat(Qt.TextFormat.PlainText)
        self.file_name.setAccessibleName(self.tr("File name"))
        self.count = note("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.addWidget(self.file_name)
        self._column.addWidget(self.count)
        self.view = self._make_view(("",), ())
        self._column.addWidget(self.view, 1)

    def show_preview(self, preview: ReleasePreview) -> None:
        """Show what would be written; the file name and every row stand here as they stand in the file."""
        self.file_name.setText(self.tr("File: %s") % preview.file_name)
        said = self.tr(
            "%n row(s). Nothing else is in the file: no other column, sheet, note or property.", "", len(preview.rows)
        )
        self.count.setText(said)
        old, self.view = self.view, self._make_view(preview.headings, preview.rows)
        self._column.replaceWidget(old, self.view)
        old.hide()
        old.deleteLater()

    def _make_view(self, headings: Sequence[str], rows: Sequence[Row]) -> TableView[Row]:
        columns = [_cell(number, heading) for number, heading in enumerate(headings)]
        model: TableModel[Row] = TableModel(columns, parent=self)
        model.set_items(rows)
        view = TableView(model, self.tr("What the recipient gets"))
        view.setSortingEnabled(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.resizeColumnsToContents()
        view.horizontalHeader().setStretchLastSection(True)
        return view


class ReleaseChecks(QWidget):
    """Each check with its result and, where it failed, the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: TableModel[Check] = TableModel(_check_columns(), key=lambda check: check.name, parent=self)
        self.view = TableView(self.model, self.tr("What was checked"))
        self.view.setSortingEnabled(False)
        self.view.setWordWrap(True)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verdict = note("", Tone.PLAIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.verdict)
        column.addWidget(self.view, 1)

    def show_preview(self, preview: ReleasePreview) -> None:
        """Show the checks."""
        self.model.set_items(preview.checks)
        blocked = self.tr("This list cannot leave yet. Each reason stands beside its check.")
        self.verdict.setText(blocked if preview.blocked else self.tr("Nothing stands in the way."))


def check_name(name: str) -> str:
    """What a check is called; one without an entry stays as it is."""
    translate = QCoreApplication.translate
    known = {
        "Every hold is decided and screening is current": translate(
            "Checks", "Every hold is decided and screening is current"
        ),
        COMPARED: translate("Checks", "Compared with every list of this flight that the recipient can have"),
        "The whole source is on the list or decided": translate("Checks", "The whole source is on the list or decided"),
        "No value discloses by itself": translate("Checks", "No value discloses by itself"),
        "The file, read back by an independent reader, holds the table and nothing else": translate(
            "Checks", "The file, read back by an independent reader, holds the table and nothing else"
        ),
    }
    return known.get(name, name)


def _reason(check: Check) -> str:
    return compared.said(sentences.warning(check.reason))


def _cell(number: int, heading: str) -> Column[Row]:
    return Column(heading, 12, lambda row: row[number])


def _check_columns() -> tuple[Column[Check], ...]:
    translate = QCoreApplication.translate
    passed, failed = translate("Checks", "Passed"), translate("Checks", "Not passed")
    good, bad = Badge("check", Tone.GOOD), Badge("stop", Tone.STOP)
    return (
        Column(
            translate("Checks", "Result"),
            11,
            lambda check: passed if check.ok else failed,
            badge=lambda check: good if check.ok else bad,
        ),
        Column(
            translate("Checks", "Check"),
            44,
            lambda check: check_name(check.name),
            tooltip=lambda check: check_name(check.name),
        ),
        Column(translate("Checks", "Reason"), 0, _reason, tooltip=_reason),
    )
