"""Releases: what was asked for, approved, written; and which release a file is."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QSplitter, QTabWidget, QWidget

from manifest_app.desktop import states, words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.override import OverrideDialog
from manifest_app.desktop.dialogs.release import Ledger, RefusalDialog, ReleaseWriter, approval_dialog, ledger_text
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.models.table import Column, TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.widgets.release_beside import ReleaseBeside
from manifest_app.desktop.widgets.release_content import ReleaseChecks, ReleaseTable
from manifest_app.desktop.widgets.table import TableView
from manifest_app.errors import KnownError
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.model.release import ReleaseState
from manifest_app.workflow import releasing, stopping
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.registry import RECORD_ROLES
from manifest_app.workflow.releasing import ReleasePreview, ReleaseRow
from manifest_app.workflow.stopping import Stop

APPROVERS = frozenset(RECORD_ROLES)
"""Who may approve."""


class ReleasesPage(Page):
    """The ledger, newest first, and what stands in the release chosen."""

    name: ClassVar[str] = "releases"
    icon: ClassVar[str] = "release"
    roles: ClassVar[frozenset[Role]] = frozenset(PASSENGER_ROLES)
    help_key: ClassVar[str] = "releases"
    follows: ClassVar[frozenset[str]] = frozenset({"releases", "holds", "flight", "flights", "registry"})

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("ReleasesPage", "Releases")

    def empty_text(self) -> str:
        """What to do first."""
        return self.tr("No list was asked for yet. Open a flight whose holds are decided, and choose Release there.")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._after = ""
        self.model = TableModel(_columns(), key=lambda row: row.release.id, parent=self)
        self.view = TableView(self.model, self.tr("Releases, newest first"), context.clipboard)
        self.table = ReleaseTable()
        self.checks = ReleaseChecks()
        self.beside = ReleaseBeside(context)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.table, self.tr("What the recipient gets"))
        self.tabs.addTab(self.checks, self.tr("What was checked"))
        self.tabs.addTab(self.beside, self.tr("Beside earlier lists"))
        self.writer = ReleaseWriter(context, self)
        self.writer.written.connect(self._written)
        self._declare_actions()
        self.view.chosen.connect(self._choose)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.view)
        splitter.addWidget(self.tabs)
        splitter.setSizes([240, 360])
        splitter.setChildrenCollapsible(False)
        self.content.addWidget(splitter, 1)
        self._choose()

    def open(self, **arguments: str) -> None:
        """``release_id`` goes to that release."""
        self._after = arguments.get("release_id", self._after)
        self.stale = True

    def refresh(self) -> None:
        """Load the ledger."""
        session = self.context.session

        def work(_progress: Progress) -> tuple[ReleaseRow, ...]:
            return releasing.releases(session)

        self.context.jobs.run(self.tr("Reading the releases"), work, self._show, cancellable=False)

    # --- actions

    def approve(self) -> None:
        """Approve the release chosen, after the password."""
        row = self.view.current()
        if row is not None:
            dialog = approval_dialog(self.context, self, row)
            dialog.succeeded.connect(lambda _release: self._changed(self.tr("Approved. The file can be written now.")))
            dialog.open()

    def override(self) -> None:
        """See what stops the release chosen, and let it leave in spite of that with a second person."""
        row = self.view.current()
        if row is None:
            return
        session, release_id = self.context.session, row.release.id
        self.context.jobs.run(
            self.tr("Comparing with earlier lists"),
            lambda _progress: stopping.stop_of(session, release_id),
            lambda stop: self._override(row, stop),
            cancellable=False,
        )

    def refuse(self) -> None:
        """Refuse the release chosen, with a reason."""
        row = self.view.current()
        if row is not None:
            dialog = RefusalDialog(self.context, self, row.release)
            dialog.succeeded.connect(lambda _release: self._changed(self.tr("Refused.")))
            dialog.open()

    def write(self) -> None:
        """Write the file of the release chosen."""
        row = self.view.current()
        if row is not None:
            self.writer.start(row.release)

    def choose_file(self) -> None:
        """Ask for a file, and say which release it is."""
        dialog = QFileDialog(self, self.tr("Which release is this file?"), str(self.context.last_folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.identify(Path(name)))
        dialog.open()

    def identify(self, path: Path) -> None:
        """Say which release a file is, byte for byte."""
        session = self.context.session

        def work(_progress: Progress) -> ReleaseRow | None:
            return releasing.verify_file(session, path)

        self.context.jobs.run(
            self.tr("Comparing the file"), work, lambda row: self._identified(path.name, row), cancellable=False
        )

    # --- what comes back

    def _show(self, rows: tuple[ReleaseRow, ...]) -> None:
        self.model.set_items(rows)
        self.show_empty(not rows)
        if self._after and self.view.choose(self._after):
            self._after = ""
        elif self.view.current() is None:
            self.view.choose_first()
        self._choose()

    def _choose(self) -> None:
        row = self.view.current()
        state = row.release.state if row is not None else None
        enable = self.context.actions.enable
        me = self.context.session.person.name
        mine = row is not None and row.release.requested_by == me
        enable("releases.approve", state is ReleaseState.REQUESTED and not mine)
        enable("releases.override", state is ReleaseState.REQUESTED and not mine)
        enable("releases.refuse", state in (ReleaseState.REQUESTED, ReleaseState.APPROVED))
        enable("releases.write", state in (ReleaseState.APPROVED, ReleaseState.WRITTEN))
        self.tabs.setEnabled(row is not None)
        self._say_next(row, mine=mine)
        if row is not None:
            self._load(row)

    def _say_next(self, row: ReleaseRow | None, *, mine: bool) -> None:
        state = row.release.state if row is not None else None
        if state is ReleaseState.REQUESTED and mine:
            text = self.tr(
                "You asked for this list, so another person approves it: they sign in on their own and open Releases."
            )
            self.banner.say(Kind.INFO, text)
        elif state is ReleaseState.REQUESTED:
            self.banner.say(Kind.INFO, self.tr("Read every row and every check below before you approve."))
        else:
            self.banner.clear()

    def _load(self, row: ReleaseRow) -> None:
        session, release_id = self.context.session, row.release.id

        def work(_progress: Progress) -> tuple[str, ReleasePreview]:
            return release_id, releasing.content(session, release_id)

        self.context.jobs.run(
            self.tr("Reading the list"), work, self._show_content, self._no_content, cancellable=False
        )

    def _show_content(self, found: tuple[str, ReleasePreview]) -> None:
        release_id, preview = found
        row = self.view.current()
        if row is not None and row.release.id == release_id:
            self.table.show_preview(preview)
            self.checks.show_preview(preview)
            self.beside.show_preview(preview)

    def _no_content(self, error: KnownError) -> None:
        self.tabs.setEnabled(False)
        self.banner.show_message(self.context.messages.of(error))

    def _override(self, row: ReleaseRow, stop: Stop | None) -> None:
        if stop is None:
            self.banner.say(Kind.INFO, self.tr("Nothing stops this list. Approve it, without an override."))
            return
        dialog = OverrideDialog(self.context, self, row, stop)
        dialog.succeeded.connect(
            lambda _release: self._changed(self.tr("Approved by two persons in spite of what was found."))
        )
        dialog.open()

    def _changed(self, text: str) -> None:
        self.context.messages.done(text)
        self.context.changed.emit("releases")

    def _written(self, ledger: Ledger) -> None:
        self.context.messages.done(ledger_text(ledger))
        self.context.changed.emit("releases")

    def _identified(self, name: str, row: ReleaseRow | None) -> None:
        if row is None:
            self.banner.say(
                Kind.WARNING,
                self.tr("%s is no release of this vault, or it was changed after it was written.") % name,
                self.tr("Don't hand it on."),
            )
            return
        self.view.choose(row.release.id)
        text = self.tr("%(file)s is list %(number)s of flight %(flight)s for %(recipient)s, byte for byte.") % {
            "file": name,
            "number": row.release.number,
            "flight": row.flight.number,
            "recipient": states.isolated(row.recipient.name),
        }
        self.banner.say(Kind.DONE, text)

    def _declare_actions(self) -> None:
        add = self.add_action
        approve = add(
            "releases.approve",
            self.tr("&Approve..."),
            self.tr("Sign the release chosen; your password is asked for again."),
            self.approve,
            shortcut="Ctrl+Shift+A",
            roles=APPROVERS,
            icon="check",
        )
        refuse = add(
            "releases.refuse",
            self.tr("Re&fuse..."),
            self.tr("Refuse the release chosen, or take back an approval."),
            self.refuse,
            icon="stop",
        )
        override = add(
            "releases.override",
            self.tr("Overri&de a stop..."),
            self.tr("See what stops the release chosen, and approve it in spite of that with a second person."),
            self.override,
            roles=frozenset({Role.OFFICER}),
            icon="warning",
        )
        write = add(
            "releases.write",
            self.tr("&Write file..."),
            self.tr("Write the file of the release chosen into a folder."),
            self.write,
            shortcut="Ctrl+Shift+W",
            icon="export",
        )
        verify = add(
            "releases.verify",
            self.tr("Which release is th&is file?"),
            self.tr("Compare a file with everything that was written, byte for byte."),
            self.choose_file,
            icon="search",
        )
        for action in (verify, refuse, override, approve, write):
            self.add_button(action)


def _columns() -> tuple[Column[ReleaseRow], ...]:
    translate = QCoreApplication.translate
    return (
        Column(translate("ReleasesPage", "Flight"), 8, lambda row: row.flight.number),
        Column(
            translate("ReleasesPage", "Departs"),
            11,
            lambda row: words.day(row.flight.departure),
            lambda row: row.flight.departure,
        ),
        Column(
            translate("ReleasesPage", "Recipient"),
            20,
            lambda row: states.isolated(row.recipient.name),
            tooltip=lambda row: row.recipient.name,
        ),
        Column(
            translate("ReleasesPage", "List"),
            4,
            lambda row: str(row.release.number),
            lambda row: row.release.number,
            number=True,
        ),
        Column(
            translate("ReleasesPage", "State"),
            22,
            lambda row: states.release_state(row.release.state),
            badge=lambda row: states.release_state_badge(row.release.state),
        ),
        Column(
            translate("ReleasesPage", "Asked for"),
            24,
            lambda row: f"{words.moment(row.release.requested_at)}, {row.release.requested_by}",
            lambda row: row.release.requested_at,
        ),
        Column(translate("ReleasesPage", "Approved by"), 12, lambda row: row.approver),
        Column(
            translate("ReleasesPage", "SHA-256"),
            0,
            lambda row: row.release.sha256[:12],
            tooltip=lambda row: row.release.sha256,
        ),
    )
