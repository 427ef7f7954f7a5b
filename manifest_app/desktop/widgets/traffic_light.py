"""The answer of a check: a drawing, a word and a colour, and below them what was checked and what to do."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from manifest_app.desktop import theme
from manifest_app.desktop.models.table import Badge
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.forms import title_label

_OFF = Badge("minus", Tone.QUIET)


class TrafficLight(QFrame):
    """Off until `show_answer`; a screen reader says each answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = title_label("", 1.3)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self._badge = _OFF
        self._icon = QLabel()
        self.setAutoFillBackground(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(14)
        grid.addWidget(self._icon, 0, 0, 2, 1)
        grid.addWidget(self.word, 0, 1)
        grid.addWidget(self.text, 1, 1)
        grid.setColumnStretch(1, 1)

    @property
    def badge(self) -> Badge:
        """The drawing and the colour shown."""
        return self._badge

    def show_answer(self, badge: Badge, word: str, text: str) -> None:
        """Show an answer instead of the one before."""
        self._say(badge, word, text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def turn_off(self, word: str, text: str) -> None:
        """Show that there is no answer."""
        self._say(_OFF, word, text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _say(self, badge: Badge, word: str, text: str) -> None:
        self._badge = badge
        self.word.setText(word)
        self.text.setText(text)
        self.setAccessibleName(f"{word}. {text}")
        self._paint()

    def _paint(self) -> None:
        theme.tint(self, self._badge.tone, backed=True)
        self._icon.setPixmap(theme.icon(self._badge.icon, self._badge.tone).pixmap(QSize(32, 32)))
