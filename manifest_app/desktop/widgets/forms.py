"""Small builders that give every control its label, buddy and accessible name."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QLineEdit, QPushButton, QWidget

from manifest_app.desktop.actions import plain
from manifest_app.desktop.theme import Tone, tint

W = TypeVar("W", bound=QWidget)


def field(form: QFormLayout, label: str, widget: W, help_text: str = "", *, row: QLayout | None = None) -> W:
    """Add a labelled control to a form: buddy, accessible name and description are set.

    Args:
        form: The form.
        label: Label with a mnemonic: ``&Name:``.
        widget: The control.
        help_text: What to know about it.
        row: The layout that holds the control with others, when it doesn't stand alone.
    """
    named(widget, label, help_text)
    shown = QLabel(label)
    shown.setBuddy(widget)
    if row is None:
        form.addRow(shown, widget)
    else:
        form.addRow(shown, row)
    return widget


def named(widget: W, label: str, help_text: str = "") -> W:
    """Name a control for screen readers; ``label`` may carry a mnemonic and a colon."""
    widget.setAccessibleName(plain(label).rstrip(":"))
    if help_text:
        widget.setAccessibleDescription(help_text)
        widget.setToolTip(help_text)
    return widget


def password_edit() -> QLineEdit:
    """A line for a password: not shown, not completed, not predicted, paste allowed."""
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
    edit.setMaxLength(1024)
    return edit


class ToneLabel(QLabel):
    """Plain text in the colour of a tone, in light and in dark."""

    def __init__(self, text: str, tone: Tone, *, backed: bool = False) -> None:
        super().__init__(text)
        self._tone = tone
        self._backed = backed
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAutoFillBackground(backed)
        tint(self, tone, backed=backed)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            tint(self, self._tone, backed=self._backed)


def note(text: str, tone: Tone = Tone.QUIET) -> ToneLabel:
    """A wrapped, quiet line of explanation."""
    label = ToneLabel(text, tone)
    label.setWordWrap(True)
    return label


def title_label(text: str, scale: float = 1.4) -> QLabel:
    """A heading."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(True)
    label.setFont(font)
    return label


class ActionButton(QPushButton):
    """A push button of an action: same text, icon, tooltip, visibility; enabled when the action is."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self.setAutoDefault(False)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setIcon(self._action.icon())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(plain(self._action.text()))
        self.setAccessibleDescription(self._action.statusTip())
        self.setEnabled(self._action.isEnabled())
        if not self._action.isVisible():
            self.hide()
