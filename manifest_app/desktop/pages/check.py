"""Check a file: whether a file, or what somebody is about to say, may leave the office."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from manifest_app.desktop.context import Context
from manifest_app.desktop.models import places
from manifest_app.desktop.models.table import TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.states import isolated
from manifest_app.desktop.widgets.file_choice import choose_files
from manifest_app.desktop.widgets.file_drop import DropZone, TextBox, files_of
from manifest_app.desktop.widgets.forms import ActionButton, named
from manifest_app.desktop.widgets.table import TableView
from manifest_app.desktop.widgets.traffic_light import TrafficLight
from manifest_app.errors import KnownError
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.outgoing.report import Place, Report, Verdict
from manifest_app.workflow import checking
from manifest_app.workflow.flights import PASSENGER_ROLES

Made = tuple[tuple[str, Report], ...]
"""What was checked, by name, and what came of it."""

_WORST_FIRST = (Verdict.DISCLOSES, Verdict.UNEXPLAINED, Verdict.CLEAN)


class CheckPage(Page):
    """A drop zone, a text box, a traffic light, and the places it rests on.

    An answer is taken away as soon as it may not hold any more: another text, another check, a change of the registry.
    """

    name: ClassVar[str] = "check"
    icon: ClassVar[str] = "light"
    roles: ClassVar[frozenset[Role]] = frozenset(PASSENGER_ROLES)
    follows: ClassVar[frozenset[str]] = frozenset({"registry", "incidents", "releases"})

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("CheckPage", "Check a file")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked = 0
        self.text = named(TextBox(), self.tr("Paste what you are about to &say:"))
        self.light = TrafficLight()
        self.model: TableModel[Place] = TableModel(places.columns(), parent=self)
        self.view = TableView(self.model, self.tr("Places that keep it from leaving"), context.clipboard)
        self._declare_actions()
        self._lay_out_content()
        self.setAcceptDrops(True)
        self.text.textChanged.connect(self._text_changed)
        self.text.files_given.connect(self.check_files)
        self.refresh()
        self._text_changed()

    def refresh(self) -> None:
        """Take the answer away."""
        self._asked += 1
        self.model.set_items(())
        self.light.turn_off(
            self.tr("Nothing is checked yet"),
            self.tr("Anything that leaves the office can tell who asked for protection. Check it first."),
        )

    # --- actions

    def choose_file(self) -> None:
        """Ask for files, then check them."""
        choose_files(self.context, self, self.tr("Check a file"), self.check_files)

    def check_files(self, paths: Sequence[Path]) -> None:
        """Check files; one answer for all of them, that of the worst."""
        session = self.context.session

        def work(progress: Progress) -> Made:
            return tuple((path.name, checking.check_file(session, path, progress=progress)) for path in paths)

        self.context.last_folder = paths[0].parent
        self._check(self.tr("Checking the file"), work)

    def check_text(self) -> None:
        """Check what stands in the box."""
        session, text, name = self.context.session, self.text.toPlainText(), self.tr("The text in the box")

        def work(progress: Progress) -> Made:
            return ((name, checking.check_text(session, text, progress=progress)),)

        self._check(self.tr("Checking the text"), work)

    # --- drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the files dropped."""
        paths = files_of(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.check_files(paths)

    # --- inside

    def _check(self, what: str, work: Callable[[Progress], Made]) -> None:
        self.refresh()
        self.banner.clear()
        self.light.turn_off(self.tr("Checking..."), "")
        asked = self._asked
        self.context.jobs.run(
            what, work, lambda made: self._show(asked, made), lambda error: self._cannot_check(asked, error)
        )

    def _show(self, asked: int, made: Made) -> None:
        if asked != self._asked:
            return
        verdict = next(one for one in _WORST_FIRST if any(report.verdict is one for _, report in made))
        checked = ", ".join(isolated(name) for name, _ in made)
        self.model.set_items(_places(made))
        self.light.show_answer(places.badge(verdict), places.verdict(verdict), f"{checked}\n{places.advice(verdict)}")

    def _cannot_check(self, asked: int, error: KnownError) -> None:
        if asked == self._asked:
            self.refresh()
        self.banner.show_message(self.context.messages.of(error))

    def _text_changed(self) -> None:
        self.refresh()
        self.context.actions.enable("check.text", bool(self.text.toPlainText().strip()))

    def _declare_actions(self) -> None:
        self.add_action(
            "check.file",
            self.tr("&Choose files..."),
            self.tr("Check files before they leave the office; you can also drop or paste them on this page"),
            self.choose_file,
            shortcut="Ctrl+O",
            icon="list",
        )
        self.add_action(
            "check.text",
            self.tr("Check the &text"),
            self.tr("Check what stands in the box before you send it or say it"),
            self.check_text,
            shortcut="Ctrl+Return",
            icon="check",
        )

    def _lay_out_content(self) -> None:
        action = self.context.actions.action
        self.zone = DropZone(self.tr("Drop files here that are about to leave."), ActionButton(action("check.file")))
        label = QLabel(self.tr("Paste what you are about to &say:"))
        label.setBuddy(self.text)
        below = QHBoxLayout()
        below.addWidget(label, 1)
        below.addWidget(ActionButton(action("check.text")))
        self.content.addWidget(self.zone)
        self.content.addLayout(below)
        self.content.addWidget(self.text, 2)
        self.content.addWidget(self.light)
        self.content.addWidget(self.view, 3)


def _places(made: Made) -> list[Place]:
    """All places; of several files with the name of the file before it."""
    if len(made) == 1:
        return list(made[0][1].places)
    return [
        replace(one, where=f"{isolated(name)}: {places.where(one.where)}")
        for name, report in made
        for one in report.places
    ]
