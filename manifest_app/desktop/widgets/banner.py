"""The inline banner: what happened, and what to do next."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from manifest_app.desktop import theme
from manifest_app.desktop.messages import Kind, Message
from manifest_app.desktop.theme import Tone

_LOOKS = {
    Kind.INFO: ("info", Tone.NOTE),
    Kind.DONE: ("check", Tone.GOOD),
    Kind.WARNING: ("warning", Tone.WARN),
    Kind.ERROR: ("stop", Tone.STOP),
    Kind.BUG: ("bug", Tone.STOP),
}


class Banner(QFrame):
    """Hidden until `show_message`; stays until closed, replaced or cleared. Standing warnings are not ``closable``."""

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        super().__init__(parent)
        self.message: Message | None = None
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.clicked.connect(self.clear)
        if not closable:
            self._close.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.setAutoFillBackground(True)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message instead of the one before; a screen reader says it."""
        self.message = message
        self._text.setText(f"{message.text}\n{message.todo}" if message.todo else message.text)
        self.setAccessibleName(f"{message.text} {message.todo}".strip())
        self._paint()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def say(self, kind: Kind, text: str, todo: str = "") -> None:
        """Show a message made of its parts."""
        self.show_message(Message(kind, text, todo))

    def clear(self) -> None:
        """Hide the message."""
        self.message = None
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _paint(self) -> None:
        if self.message is None:
            return
        name, tone = _LOOKS[self.message.kind]
        theme.tint(self, tone, backed=True)
        self._icon.setPixmap(theme.icon(name, tone).pixmap(QSize(20, 20)))
        self._close.setIcon(theme.icon("close", tone))
