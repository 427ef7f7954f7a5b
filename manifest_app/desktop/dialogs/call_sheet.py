"""The call sheet: shown as it is printed, printed, or saved."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QFontMetrics, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from manifest_app.desktop.context import Context
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.forms import named
from manifest_app.errors import KnownError
from manifest_app.files import atomic
from manifest_app.model.progress import Progress

_POINTS = 10.0
_AROUND = 60
"""Pixels for margins, scroll bar and buttons."""
FILE_NAME = "call-sheet.txt"


class CallSheetDialog(QDialog):
    """Preview, print, save.

    Signals:
        saved: The sheet was saved; carries the path.
    """

    saved = Signal(object)

    def __init__(self, context: Context, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet = text
        self.setWindowTitle(self.tr("Call sheet"))
        self.banner = Banner()
        self.text = named(QPlainTextEdit(text), self.tr("The call sheet as it is printed"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.print_button = named(QPushButton(self.tr("&Print...")), self.tr("Print"))
        self.print_button.clicked.connect(self.ask_printer)
        self.print_button.setDefault(True)
        self.save_button = named(QPushButton(self.tr("&Save...")), self.tr("Save"))
        self.save_button.clicked.connect(self.ask_file)
        self.close_button = named(QPushButton(self.tr("Close")), self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.print_button, self.save_button, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        metrics = QFontMetrics(self.text.font())
        lines = text.splitlines()
        wide = max(metrics.horizontalAdvance(line) for line in lines)
        self.resize(wide + _AROUND, metrics.lineSpacing() * (len(lines) + 1) + 2 * _AROUND)
        self.print_button.setFocus()

    def ask_printer(self) -> None:
        """Ask for a printer, then print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheet; it never prints its own file's name, and takes one page."""
        document = QTextDocument()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(_POINTS)
        document.setDefaultFont(font)
        document.setPlainText(self._sheet)
        document.print_(printer)

    def ask_file(self) -> None:
        """Ask where to save it."""
        start = str(self._context.last_folder / FILE_NAME)
        dialog = QFileDialog(self, self.tr("Save the call sheet"), start, self.tr("Text (*.txt)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Save the sheet, as ``contact sheet`` writes it."""
        data = self._sheet.encode()
        self._context.last_folder = path.parent

        def work(_progress: Progress) -> Path:
            atomic.replace(path, data)
            return path

        self._context.jobs.run(self.tr("Saving the call sheet"), work, self._saved, self._failed, cancellable=False)

    def _saved(self, path: Path) -> None:
        self.banner.say(Kind.DONE, self.tr("Saved: %s") % path)
        self.saved.emit(path)

    def _failed(self, error: KnownError) -> None:
        self.banner.show_message(self._context.messages.of(error))
