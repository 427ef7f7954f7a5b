"""F1: the help page of the place the user is at, from the shipped help, without any network."""

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from manifest_app import bundled


def help_file(key: str, language: str) -> Path:
    """The help page of a place in a language, English where there is none in it.

    Raises:
        FileNotFoundError: There is no help page of that name at all.
    """
    try:
        return bundled.resource("help", language, f"{key}.md")
    except FileNotFoundError:
        return bundled.resource("help", "en", f"{key}.md")


class HelpDialog(QDialog):
    """Shows one page of Markdown; stays beside the window while the user goes on."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Help"))
        self.text.setOpenLinks(False)
        language = QLocale().name().split("_")[0]
        self.text.setMarkdown(help_file(key, language).read_text("utf-8"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.text)
        rows.addWidget(box)
        self.resize(640, 520)
