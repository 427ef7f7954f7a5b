"""Where files are dropped or pasted: a marked zone, and a text box that never takes the name of a file for a text."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from manifest_app.desktop.widgets.forms import ActionButton, note


def files_of(data: QMimeData) -> tuple[Path, ...]:
    """The files that were dropped or copied; none when one of them is not on this computer."""
    urls = data.urls()
    return tuple(Path(url.toLocalFile()) for url in urls) if all(url.isLocalFile() for url in urls) else ()


class DropZone(QFrame):
    """Shows where to drop, with the button that asks for a file; the page takes the drop."""

    def __init__(self, text: str, button: ActionButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        shown = note(text)
        shown.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 18, 16, 18)
        row.setSpacing(12)
        row.addWidget(shown, 1)
        row.addWidget(button)


class TextBox(QPlainTextEdit):
    """A box for plain text; Tab leaves it.

    Signals:
        files_given: Files were dropped on it or pasted into it; carries their paths.
    """

    files_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and files."""
        return source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert a text; pass files on."""
        files = files_of(source)
        if files:
            self.files_given.emit(files)
        else:
            super().insertFromMimeData(source)
