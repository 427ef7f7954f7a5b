"""What pages share that take files and answer about them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from manifest_app.desktop.context import Context
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.widgets.file_drop import files_of
from manifest_app.errors import KnownError
from manifest_app.model.progress import Progress

Answer = TypeVar("Answer")


class FilePage(Page):
    """A page on which files are dropped, and which shows the answer to what was asked last only."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked = 0
        self.setAcceptDrops(True)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Do what the page is for with files that were dropped."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Take the answer away, also that of a question under way."""
        self._asked += 1

    def ask(self, what: str, work: Callable[[Progress], Answer], show: Callable[[Answer], None]) -> None:
        """Run a job and show its answer, unless the page was refreshed in between."""
        asked = self._asked

        def answered(answer: Answer) -> None:
            if asked == self._asked:
                show(answer)

        def failed(error: KnownError) -> None:
            if asked == self._asked:
                self.refresh()
            self.banner.show_message(self.context.messages.of(error))

        self.context.jobs.run(what, work, answered, failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files dropped."""
        paths = files_of(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.take_files(paths)
