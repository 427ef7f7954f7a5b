"""Import: what a file would become, before anything is stored."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QSpinBox, QTabWidget, QVBoxLayout, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.models.passengers import hidden_columns, passenger_columns
from manifest_app.desktop.models.table import TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.forms import field, named, note
from manifest_app.desktop.widgets.mapping import MappingWidget
from manifest_app.desktop.widgets.question import QuestionBox
from manifest_app.desktop.widgets.repair import RepairWidget
from manifest_app.desktop.widgets.table import TableView
from manifest_app.errors import KnownError
from manifest_app.intake.fields import IGNORE, MANIFEST_FIELDS, PROTECTED, NameOrder
from manifest_app.intake.table import Table
from manifest_app.model.people import Role
from manifest_app.standards.dates import DateOrder
from manifest_app.workflow import importing as work
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.importing import ImportOptions, ImportPreview, ImportReport

COLUMNS, PROBLEMS, PASSENGERS, HIDDEN = range(4)


class ImportPage(Page):
    """Columns, rows to repair, passengers and hidden things of a file; Import stores them."""

    name: ClassVar[str] = "import"
    icon: ClassVar[str] = "import"
    roles: ClassVar[frozenset[Role]] = frozenset(PASSENGER_ROLES)
    in_navigation: ClassVar[bool] = False

    @classmethod
    def heading(cls) -> str:
        """Import."""
        return words.translate("ImportPage", "Import a passenger list")

    def empty_text(self) -> str:
        """What is going on, or how to begin."""
        return self.tr("The file is being read, in a process of its own that can do no harm.")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._flight_id = self._number = ""
        self._path = Path()
        self._table: Table | None = None
        self._options = ImportOptions()
        self._corrections: dict[int, Mapping[str, str]] = {}
        self.summary = note("", Tone.PLAIN)
        self.question = QuestionBox()
        self.mapping = MappingWidget((*MANIFEST_FIELDS, IGNORE, PROTECTED))
        self.repair = RepairWidget()
        self.passengers = TableModel(passenger_columns(), key=lambda one: one.row, parent=self)
        self.hidden = TableModel(hidden_columns(), parent=self)
        self.sheet = QComboBox()
        self.header_row = QSpinBox()
        self.remember = QCheckBox(self.tr("&Remember the corrections for files with these headings"))
        self.tabs = QTabWidget()
        self._lay_out_content()
        self._declare_actions()
        self._connect()

    def open(self, **arguments: str) -> None:
        """``flight_id``, ``number`` and ``path``: the flight, what it is called, and the file."""
        self._flight_id, self._number = arguments["flight_id"], arguments["number"]
        self._path = Path(arguments["path"])
        self._table = None
        self._options = ImportOptions()
        self._corrections = {}
        title = self.tr("%(file)s into %(flight)s") % {"file": self._path.name, "flight": self._number}
        self.title.setText(title)
        self.question.clear()
        self.banner.clear()
        self.stale = True

    def refresh(self) -> None:
        """Read the file; it is read once, and previewed again with each correction."""
        path = self._path
        self.show_empty(True)
        self.context.actions.enable("import.import", False)
        self.context.jobs.run(
            self.tr("Reading the file"),
            lambda progress: work.read_file(path, progress=progress),
            self._take_table,
            self._cannot_read,
        )

    # --- actions

    def preview(self) -> None:
        """Show what an import would do with the options of the moment."""
        session, table, options, corrections = self.context.session, self._table, self._options, dict(self._corrections)
        if table is None:
            return
        self.context.actions.enable("import.import", False)
        self.context.jobs.run(
            self.tr("Reading the rows"),
            lambda progress: work.preview_import(session, table, options, corrections=corrections, progress=progress),
            self._show,
            self._cannot_preview,
        )

    def store(self) -> None:
        """Store all of it, or nothing."""
        session, table, path, flight_id = self.context.session, self._table, self._path, self._flight_id
        options, corrections = replace(self._options, remember=self.remember.isChecked()), dict(self._corrections)
        if table is None:
            return
        self.context.actions.enable("import.import", False)
        self.context.jobs.run(
            self.tr("Importing"),
            lambda progress: work.import_manifest(
                session, flight_id, path, table, options, corrections=corrections, progress=progress
            ),
            self._stored,
            self._cannot_store,
        )

    def leave(self) -> None:
        """Go back without importing; nothing is kept."""
        self.context.jobs.cancel()
        self._table = None
        self.context.open_page("flights")

    # --- building

    def _lay_out_content(self) -> None:
        self.remember.setChecked(True)
        named(self.remember, self.remember.text())
        form = QFormLayout()
        field(form, self.tr("&Sheet:"), self.sheet)
        self.header_row.setRange(0, 1_048_576)
        self.header_row.setSpecialValueText(self.tr("found by itself"))
        self.header_row.setKeyboardTracking(False)
        field(form, self.tr("&Headings in row:"), self.header_row)
        columns = QWidget()
        rows = QVBoxLayout(columns)
        top = QHBoxLayout()
        top.addLayout(form)
        top.addStretch(1)
        rows.addLayout(top)
        rows.addWidget(self.mapping, 1)
        rows.addWidget(self.remember)
        self.tabs.addTab(columns, self.tr("Columns"))
        self.tabs.addTab(self.repair, self.tr("To repair"))
        clipboard = self.context.clipboard
        self.tabs.addTab(
            TableView(self.passengers, self.tr("Passengers of the file"), clipboard), self.tr("Passengers")
        )
        self.tabs.addTab(TableView(self.hidden, self.tr("What the file hides")), self.tr("Hidden"))
        self.content.addWidget(self.summary)
        self.content.addWidget(self.question)
        self.content.addWidget(self.tabs, 1)

    def _declare_actions(self) -> None:
        cancel_help = self.tr("Go back; nothing is kept")
        self.add_button(self.add_action("import.cancel", self.tr("Cancel"), cancel_help, self.leave, shortcut="Esc"))
        help_text = self.tr("Store the passengers and the rows to be repaired, all or nothing")
        action = self.add_action(
            "import.import", self.tr("&Import"), help_text, self.store, shortcut="Ctrl+Return", icon="import"
        )
        self.add_button(action, main=True)

    def _connect(self) -> None:
        self.question.answered.connect(self._answer)
        self.mapping.corrected.connect(self._correct_column)
        self.repair.repaired.connect(self._correct_row)
        self.sheet.activated.connect(lambda _index: self._set(sheet=self.sheet.currentText()))
        self.header_row.valueChanged.connect(lambda row: self._set(header_row=row or None))

    # --- what comes back

    def _take_table(self, table: Table) -> None:
        self._table = table
        self.sheet.clear()
        self.sheet.addItems([sheet.name for sheet in table.sheets])
        self.header_row.blockSignals(True)
        self.header_row.setValue(0)
        self.header_row.blockSignals(False)
        self.preview()

    def _show(self, preview: ImportPreview) -> None:
        self.show_empty(False)
        self.banner.clear()
        self.hidden.set_items(preview.hidden)
        self.tabs.setTabText(HIDDEN, self.tr("Hidden (%s)") % words.number(len(preview.hidden)))
        if preview.question is not None:
            self.question.ask(preview.question)
            self.summary.hide()
        if preview.layout is not None:
            self.mapping.show_layout(preview.layout, preview.sample)
            self.sheet.setCurrentText(preview.layout.sheet)
        if preview.layout is None or preview.reading is None:
            return
        self.question.clear()
        reading = preview.reading
        self.passengers.set_items(reading.passengers)
        self.repair.show_problems(reading.problems, preview.layout)
        self._summarise(preview, len(reading.passengers), len(reading.problems))
        self.context.actions.enable("import.import", True)

    def _summarise(self, preview: ImportPreview, passengers: int, problems: int) -> None:
        self.tabs.setTabText(PASSENGERS, self.tr("Passengers (%s)") % words.number(passengers))
        self.tabs.setTabText(PROBLEMS, self.tr("To repair (%s)") % words.number(problems))
        parts = [self.tr("%n passenger(s)", "", passengers)]
        if problems:
            parts.append(self.tr("%n row(s) to repair, now or after the import", "", problems))
        if preview.hidden:
            parts.append(self.tr("%n hidden thing(s) in the file", "", len(preview.hidden)))
        self.summary.setText("; ".join(parts) + ".")
        self.summary.show()

    def _stored(self, report: ImportReport) -> None:
        self._table = None
        self.context.changed.emit("flight")
        self.context.open_page("flight", flight_id=self._flight_id)
        parts = [self.tr("%n passenger(s) imported.", "", report.imported)]
        if report.problems:
            parts.append(self.tr("%n row(s) wait to be repaired.", "", len(report.problems)))
        if report.sealed:
            parts.append(self.tr("Sealed columns: %s.") % ", ".join(report.sealed))
        if report.held:
            parts.append(self.tr("%n passenger(s) on hold because of what the list says.", "", report.held))
        self.context.messages.done(" ".join(parts), self.tr("Screen the flight next."))

    def _cannot_read(self, error: KnownError) -> None:
        self.context.open_page("flights")
        self.context.messages.failure(error)

    def _cannot_preview(self, error: KnownError) -> None:
        """The file as a whole is not understood: the user may name the sheet or the row of the headings."""
        self.show_empty(False)
        self.summary.hide()
        self.banner.show_message(self.context.messages.of(error))
        self.tabs.setCurrentIndex(COLUMNS)

    def _cannot_store(self, error: KnownError) -> None:
        self.banner.show_message(self.context.messages.of(error))
        self.context.actions.enable("import.import", True)

    # --- what the user corrects

    def _answer(self, option: str, choice: str) -> None:
        if option == "--name-order":
            self._set(name_order=NameOrder(choice))
        elif option == "--date-order":
            self._set(date_order=DateOrder(choice))
        elif option == "--sheet":
            self._set(sheet=choice)
        else:
            self.banner.say(Kind.ERROR, self.tr("This question can only be answered on the command line: %s") % option)

    def _correct_column(self, heading: str, key: str) -> None:
        overrides = {**self._options.overrides}
        others = [
            other
            for other, chosen in overrides.items()
            if chosen == key not in (IGNORE, PROTECTED) and other != heading
        ]
        for other in others:
            del overrides[other]
        self._set(overrides={**overrides, heading: key})

    def _correct_row(self, row: int, values: Mapping[str, str]) -> None:
        self._corrections[row] = values
        self.preview()

    def _set(self, **changes: object) -> None:
        if self._table is not None:
            self._options = replace(self._options, **changes)  # type: ignore[arg-type]
            self.preview()
