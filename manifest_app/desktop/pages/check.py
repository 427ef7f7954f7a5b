"""Check a file: whether a file, or what somebody is about to say, may leave the office."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSplitter, QWidget

from manifest_app.desktop import checked, words
from manifest_app.desktop.checked import Answer, Checked
from manifest_app.desktop.context import Context
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.models import places
from manifest_app.desktop.models.table import Column, TableModel
from manifest_app.desktop.pages.files import FilePage
from manifest_app.desktop.states import isolated
from manifest_app.desktop.widgets.file_choice import choose_files
from manifest_app.desktop.widgets.file_drop import DropZone, TextBox
from manifest_app.desktop.widgets.forms import ActionButton, named
from manifest_app.desktop.widgets.table import TableView
from manifest_app.desktop.widgets.traffic_light import TrafficLight
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.outgoing.report import Place
from manifest_app.workflow import checking
from manifest_app.workflow.flights import PASSENGER_ROLES

REPORT_NAME = "check-report.txt"
_MOST_NAMES = 3


class CheckPage(FilePage):
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
        self.text = named(TextBox(), self.tr("Paste what you are about to &say:"))
        self.light = TrafficLight()
        self.model: TableModel[Place] = TableModel(places.columns(), parent=self)
        self.view = TableView(self.model, self.tr("Places that keep it from leaving"), context.clipboard)
        self.answer: Answer | None = None
        self.files: TableModel[Checked] = TableModel(_file_columns(), key=lambda one: one.name, parent=self)
        self.file_view = TableView(self.files, self.tr("Files that were checked, the worst first"), context.clipboard)
        self._declare_actions()
        self._lay_out_content()
        self.text.textChanged.connect(self._text_changed)
        self.text.files_given.connect(self.take_files)
        self.refresh()
        self._text_changed()

    def refresh(self) -> None:
        """Take the answer away."""
        super().refresh()
        self._keep(None)
        self.light.turn_off(
            self.tr("Nothing is checked yet"),
            self.tr("Anything that leaves the office can tell who asked for protection. Check it first."),
        )

    # --- actions

    def choose_file(self) -> None:
        """Ask for files, then check them."""
        choose_files(self.context, self, self.tr("Check a file"), self.take_files)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Check files; one answer for all of them, that of the worst."""
        session = self.context.session
        self.context.last_folder = paths[0].parent
        self._check(self.tr("Checking the file"), lambda progress: checked.check_files(session, paths, progress))

    def check_text(self) -> None:
        """Check what stands in the box."""
        session, text, name = self.context.session, self.text.toPlainText(), self.tr("The text in the box")

        def work(progress: Progress) -> Answer:
            return Answer((Checked(name, checking.check_text(session, text, progress=progress)),))

        self._check(self.tr("Checking the text"), work)

    def copy_places(self) -> None:
        """Copy every place as text: where, by which way, and what; nothing of what stands there."""
        if self.answer is not None:
            self.context.clipboard.copy(checked.as_text(self.answer))

    def ask_report(self) -> None:
        """Ask where to save the report, then save it."""
        start = str(self.context.last_folder / REPORT_NAME)
        kinds = self.tr("Text (*.txt);;For a program (*.json)")
        dialog = QFileDialog(self, self.tr("Save the report"), start, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda name: self.save_report(Path(name)))
        dialog.open()

    def save_report(self, path: Path) -> None:
        """Save the report of what was checked last."""
        answer = self.answer
        if answer is None:
            return
        self.context.last_folder = path.parent
        self.context.jobs.run(
            self.tr("Saving the report"),
            lambda _progress: checked.save(answer, path),
            lambda saved: self.banner.say(Kind.DONE, self.tr("Saved: %s") % saved),
            lambda error: self.banner.show_message(self.context.messages.of(error)),
            cancellable=False,
        )

    # --- inside

    def _check(self, what: str, work: Callable[[Progress], Answer]) -> None:
        self.refresh()
        self.banner.clear()
        self.light.turn_off(self.tr("Checking..."), "")
        self.ask(what, work, self._show)

    def _show(self, answer: Answer) -> None:
        self._keep(answer)
        verdict = answer.verdict
        said = [_checked_text(answer), places.advice(verdict)]
        if answer.needs_words:
            said.append(places.unread_picture())
        self.light.show_answer(places.badge(verdict), places.verdict(verdict), "\n".join(said))

    def _keep(self, answer: Answer | None) -> None:
        """Show what was found, or nothing."""
        self.answer = answer
        self.model.set_items(_places(answer) if answer else ())
        self.files.set_items(answer.made if answer else ())
        self.file_view.setVisible(answer is not None and len(answer.made) > 1)
        for key in ("check.copy", "check.save"):
            self.context.actions.enable(key, answer is not None)

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
        copy_help = self.tr("Copy every place as text: where and by which way, nothing of what stands there")
        copy = self.add_action("check.copy", self.tr("C&opy the places"), copy_help, self.copy_places, icon="list")
        save_help = self.tr("Save what was found as a file, beside the file that was checked for instance")
        save = self.add_action(
            "check.save", self.tr("Sa&ve the report..."), save_help, self.ask_report, shortcut="Ctrl+S", icon="export"
        )
        self.add_button(copy)
        self.add_button(save)

    def _lay_out_content(self) -> None:
        action = self.context.actions.action
        self.zone = DropZone(
            self.tr("Drop files or folders here that are about to leave."), ActionButton(action("check.file"))
        )
        label = QLabel(self.tr("Paste what you are about to &say:"))
        label.setBuddy(self.text)
        below = QHBoxLayout()
        below.addWidget(label, 1)
        below.addWidget(ActionButton(action("check.text")))
        self.content.addWidget(self.zone)
        self.content.addLayout(below)
        self.content.addWidget(self.text, 2)
        self.content.addWidget(self.light)
        found = QSplitter()
        found.addWidget(self.file_view)
        found.addWidget(self.view)
        found.setSizes([260, 700])
        found.setChildrenCollapsible(False)
        self.content.addWidget(found, 3)


def _places(answer: Answer) -> list[Place]:
    """All places; of several files with the name of the file before it."""
    if len(answer.made) == 1:
        return list(answer.made[0].report.places)
    return [
        replace(one, where=f"{isolated(made.name)}: {places.where(one.where)}")
        for made in answer.made
        for one in made.report.places
    ]


def _checked_text(answer: Answer) -> str:
    """What was checked: the names, or how many where they are many."""
    if len(answer.made) <= _MOST_NAMES:
        return ", ".join(isolated(made.name) for made in answer.made)
    return QCoreApplication.translate("CheckPage", "Files: %s") % words.number(len(answer.made))


def _file_columns() -> tuple[Column[Checked], ...]:
    translate = QCoreApplication.translate
    return (
        Column(
            translate("CheckPage", "Result"),
            20,
            lambda one: places.verdict(one.report.verdict),
            lambda one: checked.WORST_FIRST.index(one.report.verdict),
            badge=lambda one: places.badge(one.report.verdict),
        ),
        Column(translate("CheckPage", "File"), 0, lambda one: isolated(one.name), tooltip=lambda one: one.name),
    )
