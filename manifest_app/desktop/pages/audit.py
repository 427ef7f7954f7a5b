"""The audit log: read, filtered, verified with progress, exported."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.release import head_words
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.models.table import Column, TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.states import isolated
from manifest_app.desktop.widgets.forms import named, note
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.audit import AuditEntry
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.vault import AuditReport
from manifest_app.workflow import auditing

READERS = frozenset({Role.ADMIN, Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR})


class AuditPage(Page):
    """Every entry, newest first."""

    name: ClassVar[str] = "audit"
    icon: ClassVar[str] = "audit"
    roles: ClassVar[frozenset[Role]] = READERS
    help_key: ClassVar[str] = "audit"
    follows: ClassVar[frozenset[str]] = frozenset(
        {"flights", "flight", "holds", "releases", "registry", "incidents", "people", "recipients"}
    )

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("AuditPage", "Audit log")

    def empty_text(self) -> str:
        """The log always has an entry; this is shown while it is read."""
        return self.tr("The log is being read.")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = TableModel(_columns(), key=lambda entry: entry.seq, parent=self)
        self.view = TableView(self.model, self.tr("Entries of the log, newest first"), context.clipboard)
        self.filter = named(QLineEdit(), self.tr("Filter the log"))
        self.filter.setPlaceholderText(self.tr("Who, what, or a word of the details"))
        self.filter.setClearButtonEnabled(True)
        self.count = note("")
        self.head = note("")
        self.head.setAccessibleName(self.tr("Head of the log"))
        self.filter.textChanged.connect(self._filter)
        self._declare_actions()
        label = QLabel(self.tr("&Filter:"))
        label.setBuddy(self.filter)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.filter, 1)
        top.addWidget(self.count)
        self.content.addLayout(top)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self.head)

    def refresh(self) -> None:
        """Load the log."""
        session = self.context.session

        def work(_progress: Progress) -> tuple[AuditEntry, ...]:
            return auditing.entries(session)

        self.context.jobs.run(self.tr("Reading the log"), work, self._show, cancellable=False)

    # --- actions

    def verify(self) -> None:
        """Check every link and signature, with progress."""
        session = self.context.session

        def work(progress: Progress) -> AuditReport:
            return auditing.verify(session, progress=progress)

        self.context.actions.enable("audit.verify", enabled=False)
        self.context.jobs.run(self.tr("Verifying the log"), work, self._verified, self.context.messages.failure)

    def choose_target(self) -> None:
        """Ask for the new file of the export."""
        dialog = QFileDialog(self, self.tr("Export the log"), str(self.context.last_folder / "audit-log.jsonl"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, on=True)
        dialog.setNameFilter(self.tr("JSON lines (*.jsonl)"))
        dialog.setDefaultSuffix("jsonl")
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def export(self, target: Path) -> None:
        """Write the log into a new file; an existing one is never overwritten."""
        session = self.context.session
        self.context.last_folder = target.parent

        def work(_progress: Progress) -> int:
            return auditing.export(session, target)

        def done(count: int) -> None:
            self.context.messages.done(self.tr("%n entries exported to %1.", "", count).replace("%1", str(target)))

        self.context.jobs.run(self.tr("Exporting the log"), work, done, cancellable=False)

    # --- inside

    def _show(self, entries: tuple[AuditEntry, ...]) -> None:
        self.model.set_items(entries)
        self.show_empty(not entries)
        self._say_count()
        if entries:
            self.head.setText(
                self.tr(
                    "Head of the log: entry %(entry)s, %(words)s. Write it down elsewhere: a log that was cut short "
                    "has another."
                )
                % {"entry": words.number(entries[0].seq), "words": head_words(entries[0])}
            )

    def _filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._say_count()

    def _say_count(self) -> None:
        self.count.setText(self.tr("%n entries", "", self.model.rowCount()))

    def _verified(self, report: AuditReport) -> None:
        self.context.actions.enable("audit.verify", enabled=True)
        if report.ok:
            self.banner.say(
                Kind.DONE, self.tr("All %n entries are whole: every link and signature holds.", "", report.entries)
            )
        else:
            self.banner.say(
                Kind.ERROR, report.problem, self.tr("Stop work in this vault, and tell the privacy officer.")
            )
            if report.first_bad is not None:
                self.view.choose(report.first_bad)

    def _declare_actions(self) -> None:
        exports = self.tr("Write the log into a new file, one entry a line.")
        verifies = self.tr("Check every link and every signature of the log.")
        export = self.add_action("audit.export", self.tr("&Export..."), exports, self.choose_target, icon="export")
        verify = self.add_action(
            "audit.verify", self.tr("&Verify"), verifies, self.verify, shortcut="Ctrl+R", icon="check"
        )
        self.add_button(export)
        self.add_button(verify, main=True)


def _columns() -> tuple[Column[AuditEntry], ...]:
    translate = QCoreApplication.translate
    return (
        Column(
            translate("AuditPage", "No."),
            7,
            lambda entry: words.number(entry.seq),
            lambda entry: entry.seq,
            number=True,
        ),
        Column(translate("AuditPage", "When"), 17, lambda entry: words.moment(entry.at), lambda entry: entry.at),
        Column(translate("AuditPage", "Who"), 14, lambda entry: isolated(entry.actor)),
        Column(translate("AuditPage", "What"), 18, lambda entry: entry.action),
        Column(translate("AuditPage", "On"), 10, lambda entry: entry.subject[:8], tooltip=lambda entry: entry.subject),
        Column(translate("AuditPage", "Details"), 0, _details, tooltip=_details),
    )


def _details(entry: AuditEntry) -> str:
    return ", ".join(f"{key}: {isolated(value)}" for key, value in entry.details)
