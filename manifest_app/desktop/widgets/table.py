"""The view of every list: whole rows, keyboard, copy rules, and a selection that survives a refresh."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from manifest_app.desktop.clipboard import Clipboard
from manifest_app.desktop.models.table import TableModel

T = TypeVar("T")


class TableView(QTableView, Generic[T]):
    """A table over a `TableModel`.

    Signals:
        chosen: The current row changed (`current` is the row, or None).
        opened: Enter or double click on a row.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(
        self, model: TableModel[T], name: str, clipboard: Clipboard | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.items = model
        self._clipboard = clipboard
        self._kept: Hashable = None
        self.setModel(model)
        self.setAccessibleName(name)
        self._look()
        self._size_columns()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.selectionModel().currentRowChanged.connect(self._show_current)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def current(self) -> T | None:
        """The row the user is at, or None."""
        index = self.currentIndex()
        return self.items.item(index) if index.isValid() and self.selectionModel().hasSelection() else None

    def selected(self) -> tuple[T, ...]:
        """The rows selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.items.item(row) for row in rows)

    def choose(self, key: Hashable) -> bool:
        """Go to the row with that key; False when it is not shown."""
        row = self.items.row_of(key)
        if row is None:
            return False
        self._go(row)
        return True

    def choose_first(self, wanted: Callable[[T], bool] = lambda _item: True) -> bool:
        """Go to the first row that is wanted; False when there is none."""
        for row, item in enumerate(self.items.items()):
            if wanted(item):
                self._go(row)
                return True
        return False

    def copy(self) -> str:
        """Copy the selected rows as text, tab between columns, without protected columns; returns what was copied."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        open_columns = [number for number, column in enumerate(self.items.columns) if column.copy]
        text = "\n".join("\t".join(self.items.text(row, column) for column in open_columns) for row in rows)
        if self._clipboard is not None and text:
            self._clipboard.copy(text)
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies by the rules; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setHighlightSections(False)
        for number, column in enumerate(self.items.columns):
            if column.width:
                self.setColumnWidth(number, column.width * self.fontMetrics().averageCharWidth() + 24)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _go(self, row: int) -> None:
        """Unlike ``selectRow`` it does the same whichever key the user happens to hold down."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.items.index(row, 0), flags.ClearAndSelect | flags.Rows)

    def _keep(self) -> None:
        item = self.current()
        self._kept = None if item is None else self.items.key(item)

    def _restore(self) -> None:
        if self._kept is not None:
            self.choose(self._kept)

    def _show_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.scrollTo(current)
