"""Flights: every flight with its stage, and the ways a list comes in: button, drop, paste."""

import os
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QMimeData, QTemporaryDir
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from manifest_app.desktop import sentences, words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.flight import CancelFlightDialog, NewFlightDialog
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.models.table import Badge, Column, TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.flight import Flight, FlightStage
from manifest_app.model.people import Role
from manifest_app.workflow import flights as work
from manifest_app.workflow.flights import PASSENGER_ROLES, FlightSummary

FILE_FILTER = "*.xlsx *.xlsm *.ods *.csv *.tsv *.txt"
PASTED = "pasted.csv"


class FlightsPage(Page):
    """The list of flights, soonest departure first."""

    name: ClassVar[str] = "flights"
    icon: ClassVar[str] = "flight"
    roles: ClassVar[frozenset[Role]] = frozenset(PASSENGER_ROLES)
    follows: ClassVar[frozenset[str]] = frozenset({"flights", "flight", "holds", "releases", "registry", "incidents"})

    @classmethod
    def heading(cls) -> str:
        """Flights."""
        return words.translate("FlightsPage", "Flights")

    def empty_text(self) -> str:
        """How to begin."""
        return self.tr("There is no flight yet. Make one with 'New flight', then drop its passenger list here.")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._search = ""
        self._arriving = False
        self._pasted: QTemporaryDir | None = None
        self.model = TableModel(self._columns(), key=lambda flight: flight.id, parent=self)
        self.table = TableView(self.model, self.tr("Flights"), context.clipboard)
        self.content.addWidget(self.table)
        self.setAcceptDrops(True)
        context.leaving.connect(self._forget_pasted)
        self._declare_actions()
        self.table.opened.connect(self.open_flight)
        self.table.chosen.connect(self._enable)
        self._enable()

    def open(self, **arguments: str) -> None:
        """``search``: show only flights that hold these words, and open it when it is the only one."""
        self._arriving = True
        if "search" in arguments:
            self._search = arguments["search"]
            self.stale = True

    def refresh(self) -> None:
        """Load the flights."""
        session = self.context.session
        self.context.jobs.run(self.tr("Reading flights"), lambda _progress: work.flights(session), self._show)

    # --- actions

    def open_flight(self) -> None:
        """Go to the flight's page."""
        flight = self.table.current()
        if flight is not None:
            self.context.open_page("flight", flight_id=flight.id)

    def new_flight(self) -> None:
        """Ask for a new flight, then go to it."""
        dialog = NewFlightDialog(self.context, self)
        dialog.succeeded.connect(self._made)
        dialog.open()

    def choose_file(self) -> None:
        """Pick the passenger list of the flight in a file dialog."""
        dialog = QFileDialog(self, self.tr("Passenger list"), str(self.context.last_folder))
        dialog.setNameFilters([self.tr("Spreadsheets (%s)") % FILE_FILTER, self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.import_file(Path(name)))
        dialog.open()

    def paste(self) -> None:
        """Import what was copied: a file, or the cells of a spreadsheet."""
        self._take(QGuiApplication.clipboard().mimeData())

    def cancel_flight(self) -> None:
        """Ask why, then cancel the flight."""
        flight = self.table.current()
        if flight is not None:
            dialog = CancelFlightDialog(self.context, self, flight.id, flight.number)
            dialog.succeeded.connect(lambda _result: self.context.changed.emit("flights"))
            dialog.open()

    def import_file(self, path: Path) -> None:
        """Preview a file as the list of the flight chosen."""
        flight = self.table.current()
        if flight is None:
            self.context.messages.warning(self.tr("Which flight is the list of?"), self.tr("Choose a flight first."))
            return
        self.context.last_folder = path.parent
        self.context.open_page("import", flight_id=flight.id, number=flight.number, path=str(path))

    # --- drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _file_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the file dropped."""
        path = _file_of(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.import_file(path)

    # --- inside

    def _declare_actions(self) -> None:
        add = self.add_action
        self.add_button(
            add(
                "flights.new",
                self.tr("&New flight..."),
                self.tr("Make a flight"),
                self.new_flight,
                shortcut="Ctrl+N",
                icon="plus",
            )
        )
        import_help = self.tr("Import the passenger list of the chosen flight; you can also drop or paste it")
        self.add_button(
            add(
                "flights.import",
                self.tr("&Import list..."),
                import_help,
                self.choose_file,
                shortcut="Ctrl+I",
                icon="import",
            )
        )
        cancel_help = self.tr("Cancel the chosen flight, with a reason")
        self.add_button(
            add("flights.cancel", self.tr("&Cancel flight..."), cancel_help, self.cancel_flight, icon="off")
        )
        paste_help = self.tr("Import the file or the cells that were copied")
        add("flights.paste", self.tr("&Paste a list"), paste_help, self.paste, shortcut="Ctrl+V")

    def _columns(self) -> tuple[Column[FlightSummary], ...]:
        number = words.number
        return (
            Column(self.tr("Flight"), 11, lambda one: one.number),
            Column(self.tr("Departure"), 13, lambda one: words.day(one.departure), lambda one: one.departure),
            Column(self.tr("From"), 9, lambda one: one.origin),
            Column(self.tr("To"), 9, lambda one: one.destination),
            Column(self.tr("Stage"), 16, self._stage, badge=self._badge),
            Column(
                self.tr("Passengers"), 11, lambda one: number(one.passengers), lambda one: one.passengers, number=True
            ),
            Column(self.tr("On hold"), 9, lambda one: number(one.held), lambda one: one.held, number=True),
            Column(self.tr("To repair"), 9, lambda one: number(one.problems), lambda one: one.problems, number=True),
            Column(
                self.tr("Note"),
                0,
                lambda one: sentences.warning(one.stale),
                tooltip=lambda one: sentences.warning(one.stale),
            ),
        )

    def _stage(self, flight: FlightSummary) -> str:
        return self.tr("Cancelled") if flight.cancelled else words.stage(flight.stage)

    @staticmethod
    def _badge(flight: FlightSummary) -> Badge:
        return Badge("off", Tone.QUIET) if flight.cancelled else words.stage_badge(flight.stage)

    def _show(self, flights: tuple[FlightSummary, ...]) -> None:
        self.model.set_items(flights)
        self.model.set_filter(self._search)
        if self._search:
            shown = self.tr("Shown are flights with '%s'.") % self._search
            self.banner.say(Kind.INFO, shown, self.tr("Search for nothing to see all."))
        else:
            self.banner.clear()
        self.show_empty(not flights)
        if self.table.current() is None:
            self.table.choose_first(lambda flight: not flight.cancelled)
        self._enable()
        if self._arriving:
            self._arriving = False
            self.table.setFocus()

    def _made(self, flight: Flight) -> None:
        self.context.changed.emit("flights")
        self.context.open_page("flight", flight_id=flight.id)

    def _take(self, data: QMimeData | None) -> None:
        path = None if data is None else _file_of(data)
        if path is None and data is not None and data.text().strip():
            path = self._write_pasted(data.text())
        if path is None:
            self.context.messages.warning(
                self.tr("Nothing was copied that could be a list."), self.tr("Copy a file, or cells of a spreadsheet.")
            )
        else:
            self.import_file(path)

    def _write_pasted(self, text: str) -> Path | None:
        """Put the copied cells into a file that only this user can read, and that goes with the program."""
        self._forget_pasted()
        memory = os.environ.get("XDG_RUNTIME_DIR")
        self._pasted = QTemporaryDir(f"{memory}/manifest-app-XXXXXX") if memory else QTemporaryDir()
        if not self._pasted.isValid():
            return None
        path = Path(self._pasted.path()) / PASTED
        path.write_text(text, "utf-8")
        return path

    def _forget_pasted(self) -> None:
        if self._pasted is not None:
            self._pasted.remove()

    def _enable(self) -> None:
        flight = self.table.current()
        usable = flight is not None and not flight.cancelled
        self.context.actions.enable("flights.cancel", usable)
        self.context.actions.enable(
            "flights.import", usable and flight is not None and flight.stage is FlightStage.EMPTY
        )


def _file_of(data: QMimeData) -> Path | None:
    """The one local file that was dropped or copied, or None."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
