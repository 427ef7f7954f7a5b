"""Watch folder: what is saved into an outbox is checked, and moved to ``cleared`` or ``refused`` with a report."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSplitter, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.models import places
from manifest_app.desktop.models.table import Column, TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.states import isolated
from manifest_app.desktop.watcher import Looked
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.file_choice import choose_folder
from manifest_app.desktop.widgets.forms import note
from manifest_app.desktop.widgets.table import TableView
from manifest_app.errors import KnownError
from manifest_app.model.people import Role
from manifest_app.outgoing.report import Place
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.watching import HELD, NO_FILE, STILL_WRITTEN, Outcome


@dataclass(frozen=True, slots=True)
class Handled:
    """A file that was checked, and when."""

    at: datetime
    outcome: Outcome


class WatchPage(Page):
    """Choose a folder, start, stop, and see what was cleared and what was refused."""

    name: ClassVar[str] = "watch"
    icon: ClassVar[str] = "folder"
    roles: ClassVar[frozenset[Role]] = frozenset(PASSENGER_ROLES)

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("WatchPage", "Watch folder")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.state = Banner(closable=False)
        self.waiting = note("")
        self.model: TableModel[Handled] = TableModel(_columns(), key=lambda one: one.outcome.path, parent=self)
        self.view = TableView(self.model, self.tr("Files that were checked, newest first"), context.clipboard)
        self.found: TableModel[Place] = TableModel(places.columns(), parent=self)
        self.report = TableView(self.found, self.tr("Places that keep the chosen file from leaving"), context.clipboard)
        self._handled: list[Handled] = []
        self._declare_actions()
        self._lay_out_content()
        self.view.chosen.connect(self._show_report)
        self.view.opened.connect(self.show_folder)
        watcher = context.watcher
        watcher.switched.connect(self._show_state)
        watcher.looked.connect(self._take)
        watcher.failed.connect(self._failed)
        self._show_state()
        self._show_report()

    # --- actions

    def choose(self) -> None:
        """Ask for the folder, then watch it."""
        choose_folder(self.context, self, self.tr("Which folder shall be watched?"), self.start)

    def start(self, folder: Path) -> None:
        """Watch a folder."""
        self.context.last_folder = folder
        self.banner.clear()
        self.context.watcher.start(folder)

    def stop(self) -> None:
        """Watch no more."""
        self.context.watcher.stop()

    def show_folder(self) -> None:
        """Show the folder of the file chosen, or that of the outbox, in the program that shows files here."""
        chosen = self.view.current()
        folder = chosen.outcome.path.parent if chosen is not None else self.context.watcher.outbox
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # --- what comes back

    def _show_state(self) -> None:
        outbox = self.context.watcher.outbox
        self.context.actions.enable("watch.stop", outbox is not None)
        if outbox is not None:
            text = self.tr("On. Save what is to leave into %s.") % isolated(str(outbox))
            todo = self.tr("It is moved to 'cleared' or to 'refused' beside it, with a report. It ends with the vault.")
            self.state.say(Kind.DONE, text, todo)
        else:
            first = self.tr("Off. Nothing is watched, and files stay where they are saved.")
            todo = self.tr(
                "It is on only while the vault is open: locking ends it, also the lock after minutes without input. "
                "The folder is not remembered, since its name could tell something."
            )
            self.state.say(Kind.INFO, first, todo)
            self.waiting.hide()
        self._enable()

    def _take(self, looked: Looked) -> None:
        now = self.context.session.clock()
        self._say_waiting(looked)
        if not looked.outcomes:
            return
        self._handled[:0] = [Handled(now, one) for one in reversed(looked.outcomes)]
        self.model.set_items(self._handled)
        if self.view.current() is None:
            self.view.choose_first()
        refused = [one for one in looked.outcomes if not one.cleared]
        if refused and not self.isVisible():
            names = ", ".join(isolated(one.path.name) for one in refused)
            self.context.messages.warning(self.tr("Refused: %s.") % names, self.tr("See Watch folder for the report."))

    def _say_waiting(self, looked: Looked) -> None:
        lines = [f"{isolated(name)}: {waits(why)}" for name, why in sorted(looked.left.items())]
        self.waiting.setText("\n".join(lines[:5] + ["..."] * (len(lines) > 5)))
        self.waiting.setVisible(bool(lines))

    def _failed(self, error: KnownError) -> None:
        message = self.context.messages.of(error)
        off = self.tr("The watch is off.")
        self.banner.say(Kind.ERROR, f"{off} {message.text}", message.todo)
        if not self.isVisible():
            self.context.messages.warning(f"{off} {message.text}", message.todo)

    def _show_report(self) -> None:
        chosen = self.view.current()
        self.found.set_items(chosen.outcome.report.places if chosen is not None else ())
        self._enable()

    def _enable(self) -> None:
        shown = self.view.current() is not None or self.context.watcher.on
        self.context.actions.enable("watch.folder", shown)

    def _declare_actions(self) -> None:
        add = self.add_action
        folder_help = self.tr("Show the folder of the file chosen.")
        folder = add("watch.folder", self.tr("Show the &folder"), folder_help, self.show_folder, icon="folder")
        stop_help = self.tr("Watch no more; what is in the outbox stays there.")
        stop = add("watch.stop", self.tr("S&top"), stop_help, self.stop, icon="stop")
        start_help = self.tr("Choose the folder; the four folders that the watch needs are made in it.")
        start = add(
            "watch.start",
            self.tr("&Choose a folder and start..."),
            start_help,
            self.choose,
            shortcut="Ctrl+O",
            icon="plus",
        )
        self.add_button(folder)
        self.add_button(stop)
        self.add_button(start, main=True)

    def _lay_out_content(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.view)
        splitter.addWidget(self.report)
        splitter.setSizes([300, 240])
        splitter.setChildrenCollapsible(False)
        self.content.addWidget(self.state)
        self.content.addWidget(self.waiting)
        self.content.addWidget(splitter, 1)


def waits(reason: str) -> str:
    """Why a file was left where it is, in the language of the window."""
    translate = QCoreApplication.translate
    return {
        NO_FILE: translate("WatchPage", "is no file: pack a folder into a ZIP"),
        STILL_WRITTEN: translate("WatchPage", "is still being written"),
        HELD: translate("WatchPage", "is open in another program, or may not be moved"),
    }.get(reason, reason)


def _columns() -> tuple[Column[Handled], ...]:
    translate = QCoreApplication.translate
    return (
        Column(translate("WatchPage", "Checked"), 18, lambda one: words.moment(one.at), lambda one: one.at),
        Column(
            translate("WatchPage", "Result"),
            22,
            lambda one: places.verdict(one.outcome.report.verdict),
            badge=lambda one: places.badge(one.outcome.report.verdict),
        ),
        Column(
            translate("WatchPage", "File"),
            30,
            lambda one: isolated(one.outcome.path.name),
            tooltip=lambda one: one.outcome.path.name,
        ),
        Column(
            translate("WatchPage", "Where it is now"),
            0,
            lambda one: isolated(str(one.outcome.path.parent)),
            tooltip=lambda one: str(one.outcome.path.parent),
        ),
    )
