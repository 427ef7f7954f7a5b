"""Incidents and the people they exposed."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.incident import NewIncidentDialog
from manifest_app.desktop.models.table import Column, TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.widgets.file_choice import choose_spreadsheet
from manifest_app.desktop.widgets.forms import note
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.incident import Incident
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.model.protection import Record
from manifest_app.workflow import incidents
from manifest_app.workflow.incidents import IncidentSummary
from manifest_app.workflow.registry import RECORD_ROLES


class IncidentsPage(Page):
    """The incidents, latest first, and the exposure list of the one chosen."""

    name: ClassVar[str] = "incidents"
    icon: ClassVar[str] = "incident"
    roles: ClassVar[frozenset[Role]] = frozenset(RECORD_ROLES)
    help_key: ClassVar[str] = "incidents"
    follows: ClassVar[frozenset[str]] = frozenset({"incidents"})

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("IncidentsPage", "Incidents")

    def empty_text(self) -> str:
        """What to do first."""
        return self.tr(
            "No incident is recorded. When data or a remark may have told someone who asked for protection, record it "
            "with New incident, then import the list of everyone it exposed."
        )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._after = ""
        self.model = TableModel(_columns(), key=lambda one: one.id, parent=self)
        self.view = TableView(self.model, self.tr("Incidents, latest first"), context.clipboard)
        self.people_model = TableModel(_people_columns(), key=lambda one: one.id, parent=self)
        self.people = TableView(self.people_model, self.tr("People on the exposure list"))
        self.listed = note("")
        self._declare_actions()
        self._lay_out_content()
        self.view.chosen.connect(self._choose)
        self._choose()

    def refresh(self) -> None:
        """Load the incidents."""
        session = self.context.session

        def work(_progress: Progress) -> tuple[IncidentSummary, ...]:
            return incidents.incidents(session)

        self.context.jobs.run(self.tr("Reading the incidents"), work, self._show, cancellable=False)

    # --- actions

    def new_incident(self) -> None:
        """Ask for a new incident, then go to it."""
        dialog = NewIncidentDialog(self.context, self)
        dialog.succeeded.connect(self._made)
        dialog.open()

    def choose_file(self) -> None:
        """Ask for the exposure list of the incident chosen."""
        choose_spreadsheet(self.context, self, self.tr("Exposure list"), self.import_file)

    def import_file(self, path: Path) -> None:
        """Preview a file as the exposure list of the incident chosen."""
        one = self.view.current()
        if one is not None:
            self.context.open_page("import_records", path=str(path), incident_id=one.id, incident=one.name)

    # --- inside

    def _made(self, incident: Incident) -> None:
        self._after = incident.id
        self.context.messages.done(
            self.tr("The incident is recorded."), self.tr("Import the list of everyone it exposed next.")
        )
        self.context.changed.emit("incidents")

    def _show(self, found: tuple[IncidentSummary, ...]) -> None:
        self.model.set_items(found)
        self.show_empty(not found)
        if self._after and self.view.choose(self._after):
            self._after = ""
        elif self.view.current() is None:
            self.view.choose_first()
        self._choose()

    def _choose(self) -> None:
        one = self.view.current()
        self.context.actions.enable("incidents.import", one is not None)
        self.people_model.set_items(())
        if one is None:
            self.listed.clear()
            return
        session, incident_id = self.context.session, one.id
        self.listed.setText(self.tr("Reading the list..."))

        def work(_progress: Progress) -> tuple[str, tuple[Record, ...]]:
            return incident_id, incidents.people_of(session, incident_id)

        self.context.jobs.run(self.tr("Reading the exposure list"), work, self._show_people, cancellable=False)

    def _show_people(self, found: tuple[str, tuple[Record, ...]]) -> None:
        incident_id, records = found
        one = self.view.current()
        if one is None or one.id != incident_id:
            return
        self.people_model.set_items(records)
        empty = self.tr("Nobody is on the list of this incident yet. Import the exposure list.")
        self.listed.setText(self.tr("%n person(s) exposed:", "", len(records)) if records else empty)

    def _declare_actions(self) -> None:
        add = self.add_action
        imports = self.tr("Import the people whom the incident chosen exposed, after a look at the columns.")
        new = self.tr("Record that something was disclosed, or may have been.")
        for action in (
            add("incidents.import", self.tr("&Import exposure list..."), imports, self.choose_file, icon="import"),
            add("incidents.new", self.tr("&New incident..."), new, self.new_incident, shortcut="Ctrl+N", icon="plus"),
        ):
            self.add_button(action)

    def _lay_out_content(self) -> None:
        below = QWidget()
        rows = QVBoxLayout(below)
        rows.setContentsMargins(0, 6, 0, 0)
        rows.addWidget(self.listed)
        rows.addWidget(self.people, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.view)
        splitter.addWidget(below)
        splitter.setSizes([220, 400])
        splitter.setChildrenCollapsible(False)
        self.content.addWidget(splitter, 1)


def _columns() -> tuple[Column[IncidentSummary], ...]:
    translate = QCoreApplication.translate
    return (
        Column(translate("IncidentsPage", "Incident"), 0, lambda one: one.name),
        Column(
            translate("IncidentsPage", "Day"),
            14,
            lambda one: words.day(one.happened_on) if one.happened_on else translate("IncidentsPage", "not known"),
            lambda one: str(one.happened_on or ""),
        ),
        Column(
            translate("IncidentsPage", "People"),
            9,
            lambda one: words.number(one.people),
            lambda one: one.people,
            number=True,
        ),
        Column(translate("IncidentsPage", "Recorded by"), 16, lambda one: one.recorded_by),
    )


def _people_columns() -> tuple[Column[Record], ...]:
    """Nothing of the list is ever copied: that somebody stands here is protected by itself."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("IncidentsPage", "Row"), 7, lambda one: str(one.row), lambda one: one.row, copy=False, number=True
        ),
        Column(translate("IncidentsPage", "Name"), 0, lambda one: words.full_name(one.identity), copy=False),
        Column(translate("IncidentsPage", "Born"), 11, lambda one: str(one.identity.birth_date or ""), copy=False),
        Column(translate("IncidentsPage", "Nationality"), 10, lambda one: one.identity.nationality, copy=False),
        Column(translate("IncidentsPage", "A-number"), 11, lambda one: one.identity.a_number, copy=False),
    )
