"""Trace: from a file or a few rows that turned up somewhere to the lists that they can come from."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from manifest_app.desktop import states, words
from manifest_app.desktop.context import Context
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.models.table import Badge, Column, TableModel
from manifest_app.desktop.pages.files import FilePage
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.file_choice import choose_file
from manifest_app.desktop.widgets.file_drop import DropZone, TextBox
from manifest_app.desktop.widgets.forms import ActionButton, named
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.workflow import tracing
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.tracing import TraceRow

Found = tuple[TraceRow, ...]


class TracePage(FilePage):
    """A drop zone, a box for rows, and the lists that explain what was found, the likeliest first."""

    name: ClassVar[str] = "trace"
    icon: ClassVar[str] = "trace"
    roles: ClassVar[frozenset[Role]] = frozenset({*PASSENGER_ROLES, Role.AUDITOR})
    follows: ClassVar[frozenset[str]] = frozenset({"releases"})

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("TracePage", "Trace a list")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.text = named(TextBox(), self.tr("Paste a few &rows of what was found:"))
        self.answer = Banner(closable=False)
        self.model: TableModel[TraceRow] = TableModel(columns(), key=lambda one: one.row.release.id, parent=self)
        self.view = TableView(
            self.model, self.tr("Lists that it can come from, the likeliest first"), context.clipboard
        )
        self._declare_actions()
        self._lay_out_content()
        self.text.textChanged.connect(self._text_changed)
        self.text.files_given.connect(self.take_files)
        self.view.opened.connect(self.open_release)
        self.view.chosen.connect(self._enable)
        self.refresh()
        self._text_changed()

    def refresh(self) -> None:
        """Take the answer away: it was of another time."""
        super().refresh()
        self.model.set_items(())
        first = self.tr("Where did this list come from?")
        todo = self.tr("Drop the file that turned up, or paste a few of its rows: names, birth dates, documents.")
        self.answer.say(Kind.INFO, first, todo)
        self._enable()

    # --- actions

    def choose_file(self) -> None:
        """Ask for a file, then trace it."""
        choose_file(self.context, self, self.tr("Where did this file come from?"), self.trace_file)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Trace what was dropped or pasted; one file at a time."""
        if len(paths) == 1:
            self.trace_file(paths[0])
        else:
            self.banner.say(Kind.INFO, self.tr("One file at a time."), self.tr("Drop a single file."))

    def trace_file(self, path: Path) -> None:
        """Find the lists that a file can come from."""
        session = self.context.session
        self.context.last_folder = path.parent
        self._trace(path.name, lambda progress: tracing.trace_file(session, path, progress=progress))

    def trace_text(self) -> None:
        """Find the lists that the rows in the box can come from."""
        session, text = self.context.session, self.text.toPlainText()
        self._trace(self.tr("The rows in the box"), lambda _progress: tracing.trace_text(session, text))

    def open_release(self) -> None:
        """Go to the release chosen, for whoever works with releases."""
        chosen = self.view.current()
        if chosen is not None and self.context.session.person.role in PASSENGER_ROLES:
            self.context.open_page("releases", release_id=chosen.row.release.id)

    # --- inside

    def _trace(self, name: str, work: Callable[[Progress], Found]) -> None:
        self.refresh()
        self.banner.clear()
        self.answer.say(Kind.INFO, self.tr("Comparing with every list that left..."))
        self.ask(self.tr("Tracing"), work, lambda found: self._show(name, found))

    def _show(self, name: str, found: Found) -> None:
        self.model.set_items(found)
        self.view.choose_first()
        shown = states.isolated(name)
        if not found:
            none = self.tr("%s: no list that left this office explains it.") % shown
            self.answer.say(Kind.WARNING, none, self.tr("Paste whole rows: a name alone is found only as a whole."))
        elif found[0].same_file:
            one = found[0].row
            text = self.tr("%(file)s is list %(number)s of flight %(flight)s for %(recipient)s, byte for byte.") % {
                "file": shown,
                "number": one.release.number,
                "flight": one.flight.number,
                "recipient": states.isolated(one.recipient.name),
            }
            self.answer.say(Kind.DONE, text)
        else:
            text = self.tr("%(what)s: lists that it can come from: %(lists)s. The likeliest stands first.") % {
                "what": shown,
                "lists": words.number(len(found)),
            }
            self.answer.say(Kind.WARNING, text)
        self._enable()

    def _text_changed(self) -> None:
        self.context.actions.enable("trace.text", bool(self.text.toPlainText().strip()))

    def _enable(self) -> None:
        self.context.actions.enable("trace.open", self.view.current() is not None)

    def _declare_actions(self) -> None:
        add = self.add_action
        file_help = self.tr("Find the lists that a file can come from; you can also drop or paste it on this page.")
        add("trace.file", self.tr("&Choose a file..."), file_help, self.choose_file, shortcut="Ctrl+O", icon="list")
        text_help = self.tr("Find the lists that the rows in the box can come from.")
        add("trace.text", self.tr("&Trace the rows"), text_help, self.trace_text, shortcut="Ctrl+Return", icon="trace")
        open_help = self.tr("Show the list chosen on the Releases page.")
        opens = add(
            "trace.open",
            self.tr("Sh&ow the release"),
            open_help,
            self.open_release,
            roles=frozenset(PASSENGER_ROLES),
            icon="release",
        )
        self.add_button(opens)

    def _lay_out_content(self) -> None:
        action = self.context.actions.action
        self.zone = DropZone(self.tr("Drop the file that turned up here."), ActionButton(action("trace.file")))
        label = QLabel(self.tr("Paste a few &rows of what was found:"))
        label.setBuddy(self.text)
        above = QHBoxLayout()
        above.addWidget(label, 1)
        above.addWidget(ActionButton(action("trace.text")))
        self.content.addWidget(self.zone)
        self.content.addLayout(above)
        self.content.addWidget(self.text, 2)
        self.content.addWidget(self.answer)
        self.content.addWidget(self.view, 3)


def columns() -> tuple[Column[TraceRow], ...]:
    """Which list, of which flight, for whom, and how much of it was found."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("TracePage", "How sure"),
            19,
            how_sure,
            lambda one: (one.same_file, one.trace),
            badge=lambda one: Badge("equal", Tone.STOP) if one.same_file else Badge("search", Tone.WARN),
        ),
        Column(
            translate("TracePage", "People found"),
            16,
            people_found,
            lambda one: one.trace,
            tooltip=lambda one: (
                translate("TracePage", "By more than a name: %s") % words.number(one.trace.sure)
                if not one.same_file
                else ""
            ),
        ),
        Column(translate("TracePage", "Flight"), 10, lambda one: one.row.flight.number),
        Column(
            translate("TracePage", "Departs"),
            13,
            lambda one: words.day(one.row.flight.departure),
            lambda one: one.row.flight.departure,
        ),
        Column(
            translate("TracePage", "Recipient"),
            18,
            lambda one: states.isolated(one.row.recipient.name),
            lambda one: one.row.recipient.name.casefold(),
            tooltip=lambda one: one.row.recipient.name,
        ),
        Column(
            translate("TracePage", "List"),
            6,
            lambda one: str(one.row.release.number),
            lambda one: one.row.release.number,
        ),
        Column(
            translate("TracePage", "File"),
            0,
            lambda one: one.row.release.file_name,
            tooltip=lambda one: one.row.release.file_name,
        ),
    )


def how_sure(one: TraceRow) -> str:
    """Whether it is the very file, or the people in it speak for a list."""
    translate = QCoreApplication.translate
    return translate("TracePage", "The very file") if one.same_file else translate("TracePage", "By its people")


def people_found(one: TraceRow) -> str:
    """How many of the people of a list were found."""
    text = QCoreApplication.translate("TracePage", "%(found)s of %(all)s")
    return text % {"found": words.number(one.trace.people), "all": words.number(one.row.release.passengers)}
