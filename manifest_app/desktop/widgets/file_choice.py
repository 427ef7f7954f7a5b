"""The dialogs in which files are chosen."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context

SPREADSHEETS = "*.xlsx *.xlsm *.ods *.csv *.tsv *.txt"


def choose_spreadsheet(context: Context, parent: QWidget, title: str, then: Callable[[Path], None]) -> None:
    """Ask for a spreadsheet; ``then`` gets its path."""
    dialog = QFileDialog(parent, title, str(context.last_folder))
    dialog.setNameFilters(
        [words.translate("Dialogs", "Spreadsheets (%s)") % SPREADSHEETS, words.translate("Dialogs", "All files (*)")]
    )
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)

    def chosen(name: str) -> None:
        context.last_folder = Path(name).parent
        then(Path(name))

    dialog.fileSelected.connect(chosen)
    dialog.open()


def choose_files(context: Context, parent: QWidget, title: str, then: Callable[[Sequence[Path]], None]) -> None:
    """Ask for files of any kind; ``then`` gets their paths."""
    dialog = QFileDialog(parent, title, str(context.last_folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.open()


def choose_file(context: Context, parent: QWidget, title: str, then: Callable[[Path], None]) -> None:
    """Ask for one file of any kind; ``then`` gets its path."""
    dialog = QFileDialog(parent, title, str(context.last_folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def choose_folder(context: Context, parent: QWidget, title: str, then: Callable[[Path], None]) -> None:
    """Ask for a folder; ``then`` gets its path."""
    dialog = QFileDialog(parent, title, str(context.last_folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
