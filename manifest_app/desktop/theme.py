"""Colours and icons that follow the palette: every tone reads at 4.5:1 or better on light and on dark."""

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from manifest_app import bundled

CONTRAST_TEXT = 4.5
"""Least contrast of text against its background (WCAG 2.2, success criterion 1.4.3)."""


class Tone(StrEnum):
    """What a word or a banner says by colour as well; never by colour alone."""

    PLAIN = "plain"
    QUIET = "quiet"
    GOOD = "good"
    WARN = "warn"
    STOP = "stop"
    NOTE = "note"


_LIGHT = {
    Tone.QUIET: ("#5c5c5c", "#f1f1f1"),
    Tone.GOOD: ("#1b6b33", "#e7f5ea"),
    Tone.WARN: ("#8a4b00", "#fdf1dd"),
    Tone.STOP: ("#a8121f", "#fdeaea"),
    Tone.NOTE: ("#1c4f9c", "#e8f0fc"),
}
_DARK = {
    Tone.QUIET: ("#b4b4b4", "#333333"),
    Tone.GOOD: ("#7bd88f", "#16301d"),
    Tone.WARN: ("#f5b55c", "#3a2a10"),
    Tone.STOP: ("#ff9a9a", "#411a1d"),
    Tone.NOTE: ("#9cc4ff", "#16263f"),
}


def tint(widget: QWidget, tone: Tone, *, backed: bool = False) -> None:
    """Give a widget the colour of a tone, with ``backed`` the ground too; to be called again after a PaletteChange."""
    palette = QPalette(widget.palette())
    palette.setColor(QPalette.ColorRole.WindowText, colour(tone))
    if backed:
        palette.setColor(QPalette.ColorRole.Window, background(tone))
    if palette != widget.palette():
        widget.setPalette(palette)


def is_dark(palette: QPalette | None = None) -> bool:
    """Whether text is lighter than what it stands on."""
    shown = palette or QGuiApplication.palette()
    return luminance(shown.color(QPalette.ColorRole.Text)) > luminance(shown.color(QPalette.ColorRole.Base))


def colour(tone: Tone, palette: QPalette | None = None) -> QColor:
    """The colour of text and icons in a tone."""
    shown = palette or QGuiApplication.palette()
    if tone is Tone.PLAIN:
        return shown.color(QPalette.ColorRole.Text)
    return QColor((_DARK if is_dark(shown) else _LIGHT)[tone][0])


def background(tone: Tone, palette: QPalette | None = None) -> QColor:
    """The colour behind a banner in a tone."""
    shown = palette or QGuiApplication.palette()
    if tone is Tone.PLAIN:
        return shown.color(QPalette.ColorRole.Base)
    return QColor((_DARK if is_dark(shown) else _LIGHT)[tone][1])


def luminance(value: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(value.redF()) + 0.7152 * linear(value.greenF()) + 0.0722 * linear(value.blueF())


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def icon(name: str, tone: Tone = Tone.PLAIN) -> QIcon:
    """The shipped drawing ``icons/NAME.svg`` in the colour of a tone.

    Raises:
        FileNotFoundError: There is no such drawing.
    """
    selected = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText)
    return _icon(name, colour(tone).name(), selected.name())


@lru_cache(maxsize=256)
def _icon(name: str, colour_name: str, selected_name: str) -> QIcon:
    drawing = bundled.resource("icons", f"{name}.svg").read_text("utf-8")
    made = QIcon()
    for mode, shown in ((QIcon.Mode.Normal, colour_name), (QIcon.Mode.Selected, selected_name)):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", shown).encode()))
        for size in (16, 24, 32, 48):
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, size, size))
            painter.end()
            made.addPixmap(pixmap, mode)
    return made
