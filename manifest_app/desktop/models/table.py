"""One model for every list: frozen dataclasses, shown through declared columns, sorted and filtered in place.

Sorting and filtering are done here on plain lists instead of in a proxy: a proxy would ask Python for each comparison,
which takes seconds for 50,000 rows where a list takes a few hundredths. What a filter looks through is prepared while
nobody waits for it, a little at a time.
"""

import time
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from manifest_app.desktop import theme
from manifest_app.desktop.theme import Tone

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
LARGE = 5000
"""Rows from which on the texts for a filter are prepared ahead."""
_AT_ONCE = 200
_SLICE_SECONDS = 0.008
_BETWEEN_MS = 4
_RIGHT_TO_LEFT_SAFE = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Badge:
    """A state as a drawing and a colour beside its word."""

    icon: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column, declared once.

    Attributes:
        title: Heading, translated.
        width: Width in average characters; 0 takes what is left.
        show: Text of a cell.
        sort: Key to sort by, of one type for all rows; None sorts by the text.
        tooltip: Longer text, or None.
        accessible: What a screen reader says, or None for the text.
        badge: Drawing and colour, or None for plain text.
        copy: False for protected columns: never copied.
        number: True to align at the end, as numbers are.
    """

    title: str
    width: int
    show: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    tooltip: Callable[[T], str] | None = None
    accessible: Callable[[T], str] | None = None
    badge: Callable[[T], Badge | None] | None = None
    copy: bool = True
    number: bool = False


class TableModel(QAbstractTableModel, Generic[T]):
    """Rows of ``T``. `key` gives each row its identity, so that the selection survives a refresh."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key: Callable[[T], Hashable] = key or id
        self._all: list[T] = []
        self._shown: list[T] = []
        self._filter = ""
        self._texts: list[str] = []
        self._ahead = QTimer(self)
        self._ahead.setInterval(_BETWEEN_MS)
        self._ahead.timeout.connect(self._prepare)
        self._sorted_by: tuple[int, bool] | None = None

    # --- what pages use

    def set_items(self, items: Sequence[T]) -> None:
        """Show these rows instead, sorted and filtered as before."""
        self.beginResetModel()
        self._all = list(items)
        self._texts = []
        self._shown = self._ordered(self._kept())
        self.endResetModel()
        if len(self._all) >= LARGE:
            self._ahead.start()

    def set_filter(self, text: str) -> None:
        """Show only rows that hold every word of the text in some column, letter case aside; "" shows all."""
        self.beginResetModel()
        self._filter = text.casefold().strip()
        self._shown = self._ordered(self._kept())
        self.endResetModel()

    def items(self) -> tuple[T, ...]:
        """The rows shown, in the order shown."""
        return tuple(self._shown)

    def item(self, index: Index | int) -> T:
        """The row at an index or row number."""
        return self._shown[index if isinstance(index, int) else index.row()]

    def row_of(self, key: Hashable) -> int | None:
        """Where the row with that key is shown, or None."""
        return next((row for row, item in enumerate(self._shown) if self.key(item) == key), None)

    def text(self, row: int, column: int) -> str:
        """Text of a cell."""
        return self.columns[column].show(self._shown[row])

    # --- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _ROLE.DisplayRole:
            return self.columns[section].title
        if role == _ROLE.TextAlignmentRole:
            return self._alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """What a cell shows, says and looks like."""
        if not index.isValid() or role not in _ANSWERS:
            return None
        return _ANSWERS[_ROLE(role)](self.columns[index.column()], self._shown[index.row()])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the order given."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self._shown[index.row()], index.column()) for index in before]
        self._sorted_by = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        self._shown = self._ordered(self._kept())
        if held:
            places = {id(item): row for row, item in enumerate(self._shown)}
            after = [self.index(places[id(item)], where) for item, where in held]
            self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # --- inside

    def _kept(self) -> list[T]:
        if not self._filter:
            return self._all
        self._add_texts(len(self._all))
        words = self._filter.split()
        return [item for item, text in zip(self._all, self._texts, strict=True) if all(word in text for word in words)]

    def _prepare(self) -> None:
        """Prepare a few texts, for less time than anybody notices."""
        until = time.monotonic() + _SLICE_SECONDS
        while len(self._texts) < len(self._all) and time.monotonic() < until:
            self._add_texts(_AT_ONCE)
        if len(self._texts) == len(self._all):
            self._ahead.stop()

    def _add_texts(self, most: int) -> None:
        done = len(self._texts)
        for item in self._all[done : done + most]:
            self._texts.append("\n".join(column.show(item) for column in self.columns).casefold())

    def _ordered(self, items: list[T]) -> list[T]:
        if self._sorted_by is None:
            return items
        column, descending = self._sorted_by
        declared = self.columns[column]
        key = declared.sort or (lambda item: declared.show(item).casefold())
        return sorted(items, key=key, reverse=descending)

    @staticmethod
    def _alignment(column: Column[T]) -> Qt.AlignmentFlag:
        if column.number:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return _RIGHT_TO_LEFT_SAFE


def _decoration(column: Column[Any], item: Any) -> Any:
    badge = column.badge(item) if column.badge else None
    return theme.icon(badge.icon, badge.tone) if badge else None


def _foreground(column: Column[Any], item: Any) -> Any:
    badge = column.badge(item) if column.badge else None
    return theme.colour(badge.tone) if badge else None


_ANSWERS: dict[Qt.ItemDataRole, Callable[[Column[Any], Any], Any]] = {
    _ROLE.DisplayRole: lambda column, item: column.show(item),
    _ROLE.ToolTipRole: lambda column, item: column.tooltip(item) if column.tooltip else None,
    _ROLE.AccessibleTextRole: lambda column, item: (column.accessible or column.show)(item),
    _ROLE.TextAlignmentRole: lambda column, _item: TableModel._alignment(column),  # noqa: SLF001 - the same module
    _ROLE.DecorationRole: _decoration,
    _ROLE.ForegroundRole: _foreground,
}
