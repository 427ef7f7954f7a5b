"""What only the protection key opens: shown after the full password, hidden again after 15 seconds, never copyable."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFormLayout, QGroupBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.password import PasswordDialog
from manifest_app.desktop.widgets.forms import note
from manifest_app.model.protection import ProtectionDetails

SHOWN_SECONDS = 15


class ProtectedDetails(QGroupBox):
    """Lines of label and text; `offer` them, and the user may look at them for 15 seconds at a time."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: tuple[tuple[str, str], ...] = ()
        self._left = 0
        self.setTitle(self.tr("Protection details"))
        self.setAccessibleName(self.tr("Protection details"))
        self.show_button = QPushButton(self.tr("Show protection &details..."))
        self.show_button.setAccessibleName(self.tr("Show protection details"))
        self.show_button.setAutoDefault(False)
        self.show_button.clicked.connect(self.ask)
        self.state = note("")
        self.state.setAccessibleName(self.tr("State of the protection details"))
        self._shown = QWidget()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        self.offer(())

    @property
    def visible_lines(self) -> int:
        """How many lines are on screen now."""
        return self._form.rowCount()

    def offer(self, lines: Sequence[tuple[str, str]]) -> None:
        """Hide what is shown and take other lines; without lines there is nothing to show."""
        self._lines = tuple(lines)
        self.hide_details()
        self.show_button.setEnabled(bool(self._lines))
        if not self._lines:
            self.state.setText(self.tr("Your keys open no protection details of this record."))

    def ask(self) -> None:
        """Ask for the password, then show the lines."""
        dialog = PasswordDialog(
            self._context,
            self,
            self.tr("Show protection details"),
            self.tr("The details are shown for 15 seconds. They can't be copied. Nobody else should see your screen."),
            self.tr("Show"),
        )
        dialog.succeeded.connect(self._show)
        dialog.open()

    def hide_details(self) -> None:
        """Take the details off the screen."""
        self._timer.stop()
        while self._form.rowCount():
            self._form.removeRow(0)
        self._shown.hide()
        self.state.setText(self.tr("Hidden. Your password is asked for again to see them."))

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page hides the details."""
        super().hideEvent(event)
        self.hide_details()

    def _show(self) -> None:
        self.hide_details()
        for label, text in self._lines:
            value = QLabel(text)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            value.setAccessibleName(label)
            self._form.addRow(f"{label}:", value)
        self._shown.show()
        self._left = SHOWN_SECONDS
        self._say_left()
        self._timer.start()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.hide_details()
        else:
            self._say_left()

    def _say_left(self) -> None:
        self.state.setText(self.tr("Hidden again in %n second(s).", "", self._left))

    def _lay_out(self) -> None:
        self._form = QFormLayout(self._shown)
        self._form.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.show_button)
        row.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self._shown)


def detail_lines(details: ProtectionDetails | None, basis_name: str) -> tuple[tuple[str, str], ...]:
    """The lines of a record's details, those that are given; none when the keys don't open them."""
    if details is None:
        return ()
    translate = QCoreApplication.translate
    lines = (
        (translate("ProtectedDetails", "Basis"), basis_name or details.basis),
        (translate("ProtectedDetails", "In the source's words"), details.basis_text),
        (translate("ProtectedDetails", "Case reference"), details.case_reference),
        (translate("ProtectedDetails", "Since"), str(details.since or "")),
        (translate("ProtectedDetails", "Country feared"), details.country_feared),
        (translate("ProtectedDetails", "Notes"), details.notes),
        *details.cells,
    )
    return tuple((label, text) for label, text in lines if text)
