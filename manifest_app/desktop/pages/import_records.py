"""Import people into the protection registry or onto the exposure list of an incident, after a look at the columns."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QTabWidget, QVBoxLayout, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.models.passengers import hidden_columns, problem_columns
from manifest_app.desktop.models.table import TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.forms import named, note
from manifest_app.desktop.widgets.mapping import MappingWidget
from manifest_app.desktop.widgets.question import QuestionBox
from manifest_app.desktop.widgets.table import TableView
from manifest_app.errors import KnownError, QuestionError
from manifest_app.intake.fields import IGNORE, RECORD_FIELDS, NameOrder
from manifest_app.intake.layout import Layout
from manifest_app.intake.manifest import RowProblem
from manifest_app.intake.table import Table
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.standards.dates import DateOrder
from manifest_app.workflow import importing, incidents, registry
from manifest_app.workflow.importing import ImportOptions
from manifest_app.workflow.registry import RECORD_ROLES, RecordImportReport

_SAMPLE_ROWS = 6
_COLUMNS, _PROBLEMS, _HIDDEN = range(3)


class ImportRecordsPage(Page):
    """Opened with a file from Registry or Incidents."""

    name: ClassVar[str] = "import_records"
    icon: ClassVar[str] = "import"
    roles: ClassVar[frozenset[Role]] = frozenset(RECORD_ROLES)
    in_navigation: ClassVar[bool] = False
    help_key: ClassVar[str] = "registry"

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("ImportRecordsPage", "Import records")

    def empty_text(self) -> str:
        """What is going on."""
        return self.tr("The file is being read, in a process of its own that can do no harm.")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._incident_id = self._incident = ""
        self._path = Path()
        self._table: Table | None = None
        self._options = ImportOptions()
        self.summary = note("", Tone.PLAIN)
        self.question = QuestionBox()
        self.mapping = MappingWidget((*RECORD_FIELDS, IGNORE))
        self.problems: TableModel[RowProblem] = TableModel(problem_columns(), parent=self)
        self.hidden = TableModel(hidden_columns(), parent=self)
        remember = self.tr("&Remember the corrections for files with these headings")
        self.remember = named(QCheckBox(remember), remember)
        self.tabs = QTabWidget()
        self._declare_actions()
        self._lay_out_content()
        self.question.answered.connect(self._answer)
        self.mapping.corrected.connect(self._correct)

    def open(self, **arguments: str) -> None:
        """``path`` of the file; ``incident_id`` and ``incident`` (its name) for an exposure list."""
        self._path = Path(arguments["path"])
        self._incident_id, self._incident = arguments.get("incident_id", ""), arguments.get("incident", "")
        self._table = None
        self._options = ImportOptions()
        self._reset()
        target = self._incident or self.tr("the protection registry")
        self.title.setText(self.tr("%(file)s into %(list)s") % {"file": self._path.name, "list": target})
        self.stale = True

    def refresh(self) -> None:
        """Read the file, once."""
        path = self._path
        self.show_empty(True)
        self.context.jobs.run(
            self.tr("Reading the file"),
            lambda progress: importing.read_file(path, progress=progress),
            self._take_table,
            self._cannot_read,
        )

    # --- actions

    def preview(self) -> None:
        """Show how the columns are read with the options of the moment."""
        session, table, options = self.context.session, self._table, self._options
        if table is None:
            return

        def work(_progress: Progress) -> Layout:
            return registry.preview_records(session, table, options)

        self._ready(ready=False)
        self.context.jobs.run(self.tr("Reading the columns"), work, self._show, self._cannot_preview, cancellable=False)

    def store(self) -> None:
        """Store all of it, or nothing."""
        session, table, path, incident_id = self.context.session, self._table, self._path, self._incident_id
        options = replace(self._options, remember=self.remember.isChecked())
        if table is None:
            return

        def work(progress: Progress) -> RecordImportReport:
            if incident_id:
                return incidents.import_list(session, incident_id, path, table, options, progress=progress)
            return registry.import_protection(session, path, table, options, progress=progress)

        self._ready(ready=False)
        self.context.jobs.run(self.tr("Importing"), work, self._stored, self._cannot_store)

    def leave(self) -> None:
        """Go back; before the import nothing is kept."""
        self.context.jobs.cancel()
        self._table = None
        self.context.open_page("incidents" if self._incident_id else "registry")

    # --- what comes back

    def _take_table(self, table: Table) -> None:
        self._table = table
        self.hidden.set_items(table.hidden)
        self.tabs.setTabText(_HIDDEN, self.tr("Hidden (%s)") % words.number(len(table.hidden)))
        self.preview()

    def _show(self, layout: Layout) -> None:
        self.show_empty(False)
        self.banner.clear()
        self.question.clear()
        self.mapping.show_layout(layout, _sample(self._table, layout) if self._table is not None else ())
        text = self.tr(
            "%n row(s). A row that names anyone becomes a record, even when a field of it can't be read.",
            "",
            layout.rows,
        )
        self.summary.setText(text)
        self._ready(ready=True)

    def _cannot_read(self, error: KnownError) -> None:
        self.leave()
        self.context.messages.failure(error)

    def _cannot_preview(self, error: KnownError) -> None:
        self.show_empty(False)
        self.summary.clear()
        if isinstance(error, QuestionError):
            self.question.ask(error)
        else:
            self.banner.show_message(self.context.messages.of(error))

    def _cannot_store(self, error: KnownError) -> None:
        self.banner.show_message(self.context.messages.of(error))
        self._ready(ready=True)

    def _stored(self, report: RecordImportReport) -> None:
        self._table = None
        self.problems.set_items(report.problems)
        self.tabs.setTabText(_PROBLEMS, self.tr("Faults (%s)") % words.number(len(report.problems)))
        said = [self.tr("%n record(s) imported.", "", report.imported)]
        if report.unknown_bases:
            said.append(
                self.tr("%n with a basis that is not known: two persons clear those.", "", report.unknown_bases)
            )
        if report.unmapped:
            said.append(self.tr("Kept sealed, not understood: %s.") % ", ".join(report.unmapped))
        self.context.changed.emit("incidents" if self._incident_id else "registry")
        todo = self.tr("Screen every flight again that has not left.")
        if report.problems:
            said.append(self.tr("%n row(s) have a fault; they are listed here.", "", len(report.problems)))
            self.tabs.setCurrentIndex(_PROBLEMS)
            self.banner.say(Kind.DONE, " ".join(said), todo)
        else:
            self.context.open_page("incidents" if self._incident_id else "registry")
            self.context.messages.done(" ".join(said), todo)

    # --- what the user corrects

    def _answer(self, option: str, choice: str) -> None:
        changes = {
            "--name-order": lambda: replace(self._options, name_order=NameOrder(choice)),
            "--date-order": lambda: replace(self._options, date_order=DateOrder(choice)),
            "--sheet": lambda: replace(self._options, sheet=choice),
        }
        if option in changes:
            self._options = changes[option]()
            self.preview()
        else:
            text = self.tr("This question can only be answered on the command line: %s") % option
            self.banner.say(Kind.ERROR, text)

    def _correct(self, heading: str, key: str) -> None:
        others = {old: field for old, field in self._options.overrides.items() if field != key or key == IGNORE}
        self._options = replace(self._options, overrides={**others, heading: key})
        self.preview()

    # --- building

    def _ready(self, *, ready: bool) -> None:
        self.context.actions.enable("records.import", ready)

    def _reset(self) -> None:
        self.question.clear()
        self.banner.clear()
        self.summary.clear()
        self.problems.set_items(())
        self.tabs.setTabText(_PROBLEMS, self.tr("Faults"))
        self.tabs.setCurrentIndex(_COLUMNS)
        self._ready(ready=False)

    def _declare_actions(self) -> None:
        leave = self.add_action(
            "records.cancel", self.tr("Go back"), self.tr("Go back; before the import nothing is kept."), self.leave
        )
        store = self.add_action(
            "records.import",
            self.tr("&Import"),
            self.tr("Store every record, all or nothing."),
            self.store,
            shortcut="Ctrl+Return",
            icon="import",
        )
        self.add_button(leave)
        self.add_button(store, main=True)

    def _lay_out_content(self) -> None:
        self.remember.setChecked(True)
        columns = QWidget()
        rows = QVBoxLayout(columns)
        rows.addWidget(self.mapping, 1)
        rows.addWidget(self.remember)
        self.tabs.addTab(columns, self.tr("Columns"))
        self.tabs.addTab(TableView(self.problems, self.tr("Rows with a fault")), self.tr("Faults"))
        self.tabs.addTab(TableView(self.hidden, self.tr("What the file hides")), self.tr("Hidden"))
        self.content.addWidget(self.summary)
        self.content.addWidget(self.question)
        self.content.addWidget(self.tabs, 1)


def _sample(table: Table, layout: Layout) -> list[list[str]]:
    """The first rows below the headings, as text."""
    sheet = next(one for one in table.sheets if one.name == layout.sheet)
    start = layout.header_row - sheet.first_row + 1
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.rows[start : start + _SAMPLE_ROWS]]
