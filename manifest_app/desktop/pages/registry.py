"""The protection registry: who is protected, for those whose keys open it."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog
from manifest_app.desktop.dialogs.record import CorrectRecordDialog, EndRecordDialog
from manifest_app.desktop.models.table import Badge, Column, TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.file_choice import choose_spreadsheet
from manifest_app.desktop.widgets.forms import named, note
from manifest_app.desktop.widgets.protected import ProtectedDetails, detail_lines
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.workflow import registry
from manifest_app.workflow.registry import RECORD_ROLES, RegistryRow


class RegistryPage(Page):
    """The records, by name; their details only after the password."""

    name: ClassVar[str] = "registry"
    icon: ClassVar[str] = "registry"
    roles: ClassVar[frozenset[Role]] = frozenset(RECORD_ROLES)
    help_key: ClassVar[str] = "registry"
    follows: ClassVar[frozenset[str]] = frozenset({"registry"})

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("RegistryPage", "Registry")

    def empty_text(self) -> str:
        """What to do first."""
        return self.tr(
            "The protection registry is empty, so no passenger is found in it. Import the list of the people who asked "
            "for protection: a spreadsheet with names, dates of birth, numbers and the basis."
        )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = TableModel(_columns(), key=lambda row: row.record.id, parent=self)
        self.view = TableView(self.model, self.tr("Records of the protection registry"), context.clipboard)
        self.search = named(QLineEdit(), self.tr("Search the registry"))
        self.search.setPlaceholderText(self.tr("Name, A-number or document number"))
        self.search.setClearButtonEnabled(True)
        self.count = note("")
        self.details = ProtectedDetails(context)
        self._declare_actions()
        self._lay_out_content()
        self.view.chosen.connect(self._choose)
        self.search.textChanged.connect(self._filter)
        self._choose()

    def refresh(self) -> None:
        """Load the registry."""
        session = self.context.session

        def work(_progress: Progress) -> tuple[RegistryRow, ...]:
            return registry.registry(session)

        self.context.jobs.run(self.tr("Reading the registry"), work, self._show, cancellable=False)

    # --- actions

    def choose_file(self) -> None:
        """Ask for a spreadsheet to import."""
        choose_spreadsheet(self.context, self, self.tr("Import into the registry"), self.import_file)

    def import_file(self, path: Path) -> None:
        """Preview a file as records of the registry."""
        self.context.open_page("import_records", path=str(path))

    def correct(self) -> None:
        """Correct the record chosen, with a second person."""
        row = self.view.current()
        if row is not None:
            self._open(CorrectRecordDialog(self.context, self, row.record), self.tr("The record is corrected."))

    def end(self) -> None:
        """End the record chosen, with a second person."""
        row = self.view.current()
        if row is not None:
            self._open(EndRecordDialog(self.context, self, row.record), self.tr("The record has ended."))

    # --- inside

    def _open(self, dialog: FormDialog, done: str) -> None:
        def changed(_record: object) -> None:
            self.context.messages.done(done, self.tr("Screen every flight again that has not left."))
            self.context.changed.emit("registry")

        dialog.succeeded.connect(changed)
        dialog.open()

    def _show(self, rows: tuple[RegistryRow, ...]) -> None:
        self.model.set_items(rows)
        self.show_empty(not rows)
        self._say_count()
        self._choose()

    def _filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._say_count()

    def _say_count(self) -> None:
        self.count.setText(self.tr("%n record(s)", "", self.model.rowCount()))

    def _choose(self) -> None:
        row = self.view.current()
        living = row is not None and not row.record.ended
        self.context.actions.enable("registry.correct", living)
        self.context.actions.enable("registry.end", living)
        self.details.offer(detail_lines(row.details, row.basis_name) if row is not None else ())

    def _declare_actions(self) -> None:
        add = self.add_action
        imports = self.tr("Import people from a spreadsheet, after a look at its columns.")
        corrects = self.tr("Correct who the record chosen is about; a privacy officer signs too.")
        ends = self.tr("End the record chosen, so that it holds nobody any more; a privacy officer signs too.")
        for action in (
            add("registry.correct", self.tr("&Correct..."), corrects, self.correct, icon="edit"),
            add("registry.end", self.tr("&End..."), ends, self.end, icon="off"),
            add("registry.import", self.tr("&Import..."), imports, self.choose_file, shortcut="Ctrl+I", icon="import"),
        ):
            self.add_button(action)

    def _lay_out_content(self) -> None:
        label = QLabel(self.tr("&Search:"))
        label.setBuddy(self.search)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        self.content.addLayout(top)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self.details)


def _columns() -> tuple[Column[RegistryRow], ...]:
    """Nothing of a record is ever copied: that somebody stands here is protected by itself."""
    translate = QCoreApplication.translate
    name, number = translate("RegistryPage", "Name"), translate("RegistryPage", "A-number")
    return (
        Column(name, 0, lambda row: words.full_name(row.record.identity), _sort_name, copy=False),
        Column(
            translate("RegistryPage", "Born"), 11, lambda row: str(row.record.identity.birth_date or ""), copy=False
        ),
        Column(translate("RegistryPage", "Nationality"), 10, lambda row: row.record.identity.nationality, copy=False),
        Column(number, 11, lambda row: row.record.identity.a_number, copy=False),
        Column(translate("RegistryPage", "Document"), 18, _document, copy=False),
        Column(translate("RegistryPage", "Record"), 18, _standing, badge=_standing_badge, copy=False),
    )


def _sort_name(row: RegistryRow) -> tuple[str, str]:
    return row.record.identity.family_name.casefold(), row.record.identity.given_names.casefold()


def _document(row: RegistryRow) -> str:
    papers = row.record.identity.documents
    return words.document(papers[0] if papers else None)


def _standing(row: RegistryRow) -> str:
    translate = QCoreApplication.translate
    if row.record.ended:
        return translate("RegistryPage", "Ended")
    return translate("RegistryPage", "Restricted") if row.record.restricted else translate("RegistryPage", "In force")


def _standing_badge(row: RegistryRow) -> Badge:
    if row.record.ended:
        return Badge("minus", Tone.QUIET)
    return Badge("lock", Tone.STOP) if row.record.restricted else Badge("shield", Tone.NOTE)
