"""Passenger and record side by side, with the weight of each field as a bar and as a sentence."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from manifest_app.desktop.clipboard import Clipboard
from manifest_app.desktop.models.comparison import ComparedField, badge, compare, field_name, strength
from manifest_app.desktop.models.relations import relation_words
from manifest_app.desktop.models.table import Column, Index, TableModel
from manifest_app.desktop.widgets.bits import BITS_ROLE, BitsDelegate, bits_text
from manifest_app.desktop.widgets.forms import note
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.finding import Finding
from manifest_app.model.passenger import Identity

_BITS_COLUMN = 4


class ComparisonModel(TableModel[ComparedField]):
    """The lines of one finding; gives the bits to the delegate that paints the bars."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As every table, and the bits under `BITS_ROLE`."""
        if index.isValid() and role == BITS_ROLE:
            return self.item(index).bits
        return super().data(index, role)


class ComparisonView(QWidget):
    """The table of one finding and the sentence of the line the user is at."""

    def __init__(self, clipboard: Clipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ComparisonModel(_columns(), key=lambda line: line.field, parent=self)
        self.view = TableView(self.model, self.tr("Passenger and record, field by field"), clipboard)
        self.view.setSortingEnabled(False)
        self.view.setItemDelegateForColumn(_BITS_COLUMN, BitsDelegate(self.view))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.sentence = note("")
        self.sentence.setAccessibleName(self.tr("What the chosen field says"))
        self.view.chosen.connect(self._say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addWidget(self.sentence)

    def show_finding(self, finding: Finding, passenger: Identity, record: Identity) -> None:
        """Show one finding."""
        self.model.set_items(compare(finding, passenger, record))
        rows = self.model.rowCount()
        frame = 2 * self.view.frameWidth() + self.view.horizontalHeader().sizeHint().height()
        self.view.setMinimumHeight(min(rows, 8) * self.view.verticalHeader().defaultSectionSize() + frame + 2)
        self.sentence.setText(self.tr("Choose a line to read what it says."))

    def clear(self) -> None:
        """Show nothing."""
        self.model.set_items(())
        self.sentence.clear()

    def _say(self) -> None:
        line = self.view.current()
        if line is not None:
            self.sentence.setText(sentence(line))


def sentence(line: ComparedField) -> str:
    """What a line says, as a sentence."""
    translate = QCoreApplication.translate
    name = field_name(line.field)
    if line.bits is None:
        return (
            translate("Comparison", "%1: %2. It carries no weight.")
            .replace("%1", name)
            .replace("%2", relation_of(line))
        )
    text = translate("Comparison", "%1: %2. It %3 (%4 bits).")
    parts = {"%1": name, "%2": relation_of(line), "%3": strength(line.bits), "%4": bits_text(line.bits)}
    for mark, part in parts.items():
        text = text.replace(mark, part)
    return text


def relation_of(line: ComparedField) -> str:
    """How the two values relate, in words."""
    return relation_words(line.relation, line.agreement)


def _columns() -> tuple[Column[ComparedField], ...]:
    translate = QCoreApplication.translate
    return (
        Column(translate("Comparison", "Field"), 11, lambda line: field_name(line.field)),
        Column(translate("Comparison", "Passenger"), 0, lambda line: line.passenger or "\N{EN DASH}"),
        Column(translate("Comparison", "Record"), 0, lambda line: line.record or "\N{EN DASH}", copy=False),
        Column(
            translate("Comparison", "Comparison"),
            15,
            relation_of,
            badge=lambda line: badge(line.agreement),
            tooltip=sentence,
        ),
        Column(
            translate("Comparison", "Bits"),
            12,
            lambda line: bits_text(line.bits),
            tooltip=sentence,
            accessible=sentence,
            number=True,
        ),
    )
