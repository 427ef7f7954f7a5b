"""The weight of a field as a bar from a middle line: to the right for the same person, to the left against."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from manifest_app.desktop import theme
from manifest_app.desktop.models.table import Index
from manifest_app.desktop.theme import Tone

FULL_BAR = 20.0
"""Bits at which a bar is full: a million to one."""

BITS_ROLE = Qt.ItemDataRole.UserRole + 7
"""Role under which the model gives the bits of a row, a float, or None for no bar."""


def bits_text(bits: float | None) -> str:
    """A weight as text: ``+9.1``, with a true minus sign; "" for none."""
    return "" if bits is None else f"{bits:+.1f}".replace("-", "\N{MINUS SIGN}")


class BitsDelegate(QStyledItemDelegate):
    """Paints the bar left of the number. The number is text as well, so nothing is said by the bar alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Background and number by the style, then the bar."""
        super().paint(painter, option, index)
        bits = index.data(BITS_ROLE)
        if not isinstance(bits, float):
            return
        area = self._bar_area(option)
        middle = area.center().x()
        length = min(abs(bits) / FULL_BAR, 1.0) * area.width() / 2
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Tone.GOOD if bits >= 0 else Tone.STOP, option.palette))
        painter.drawRect(QRectF(middle if bits >= 0 else middle - length, area.top(), length, area.height()))
        painter.setBrush(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(QRectF(middle - 0.5, area.top() - 3, 1, area.height() + 6))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for a bar and a number."""
        hint = super().sizeHint(option, index)
        return QSize(max(hint.width(), 100), hint.height())

    @staticmethod
    def _bar_area(option: QStyleOptionViewItem) -> QRectF:
        style = QApplication.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 6
        cell = QRectF(option.rect)
        number = option.fontMetrics.horizontalAdvance("+00.0") + 2 * margin
        return QRectF(cell.left() + margin, cell.center().y() - 4, cell.width() - number - margin, 8)
