"""The way of a list to its recipient, in four pages: who, what exactly, what was checked, and who approves."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from manifest_app.desktop import states, words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.recipient import OFFICERS, AgreeDialog, UnshareDialog
from manifest_app.desktop.dialogs.release import Ledger, RecipientDialog, ReleaseWriter, ledger_text, profile_name
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.forms import ActionButton, field, named, note, title_label
from manifest_app.desktop.widgets.permitted import PermittedSentence
from manifest_app.desktop.widgets.release_content import ReleaseChecks, ReleaseTable
from manifest_app.errors import KnownError
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.model.release import Recipient, Release, ReleaseState
from manifest_app.release.profile import profiles
from manifest_app.workflow import flights, recipients, releasing
from manifest_app.workflow.flights import PASSENGER_ROLES, FlightSummary
from manifest_app.workflow.releasing import ReleasePreview, ReleaseRow

RECIPIENT, CONTENT, CHECKS, APPROVAL = range(4)
_WAITING = (ReleaseState.REQUESTED, ReleaseState.APPROVED)


class ReleasePage(Page):
    """Opened from a flight; ``flight_id`` says which."""

    name: ClassVar[str] = "release"
    icon: ClassVar[str] = "release"
    roles: ClassVar[frozenset[Role]] = frozenset(PASSENGER_ROLES)
    in_navigation: ClassVar[bool] = False
    help_key: ClassVar[str] = "releases"
    follows: ClassVar[frozenset[str]] = frozenset({"releases", "recipients", "holds", "flight", "registry"})

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("ReleasePage", "Release")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._flight_id = ""
        self._preview: ReleasePreview | None = None
        self._release: Release | None = None
        self._new_recipient = ""
        self.step = title_label("", 1.1)
        self.steps = QStackedWidget()
        self.recipient = QComboBox()
        self.profile = QComboBox()
        self.format = QComboBox()
        self.table = ReleaseTable()
        self.checks = ReleaseChecks()
        self.approval = note("", Tone.PLAIN)
        self.approval.setAccessibleName(self.tr("State of the approval"))
        self.writer = ReleaseWriter(context, self)
        self._declare_actions()
        self._lay_out_steps()
        self.recipient.currentIndexChanged.connect(self._follow_recipient)
        self.profile.currentIndexChanged.connect(self._follow_profile)
        self.writer.written.connect(self._written)
        self.go(RECIPIENT)

    def open(self, **arguments: str) -> None:
        """``flight_id``: whose list shall leave."""
        if arguments.get("flight_id", self._flight_id) != self._flight_id:
            self._flight_id = arguments["flight_id"]
            self._release = self._preview = None
            self.go(RECIPIENT)
        self.stale = True

    def refresh(self) -> None:
        """Load the recipients, and the release that waits if there is one."""
        session, flight_id = self.context.session, self._flight_id

        def work(_progress: Progress) -> tuple[FlightSummary, tuple[Recipient, ...], tuple[ReleaseRow, ...]]:
            return (
                flights.flight_summary(session, flight_id),
                recipients.recipients(session),
                releasing.releases(session, flight_id),
            )

        self.context.jobs.run(self.tr("Reading the recipients"), work, self._show, cancellable=False)

    # --- actions

    def go(self, step: int) -> None:
        """Show a step."""
        names = (
            self.tr("1 of 4: who receives it"),
            self.tr("2 of 4: what they will get, exactly"),
            self.tr("3 of 4: what was checked"),
            self.tr("4 of 4: approval by another person, and the file"),
        )
        self.step.setText(names[step])
        self.steps.setCurrentIndex(step)
        self.steps.setAccessibleName(names[step])
        self._enable()

    def next(self) -> None:
        """Go on; what is shown next is made anew."""
        step = self.steps.currentIndex()
        if step == RECIPIENT:
            self._load_preview()
        elif step < APPROVAL:
            self.go(step + 1)

    def back(self) -> None:
        """Go back a step, or to the flight."""
        step = self.steps.currentIndex()
        if step == RECIPIENT:
            self.context.open_page("flight", flight_id=self._flight_id)
        else:
            self.go(step - 1)

    def add_recipient(self) -> None:
        """Ask for a new recipient in place."""
        dialog = RecipientDialog(self.context, self, profiles())
        dialog.succeeded.connect(self._added)
        dialog.open()

    def agree(self) -> None:
        """Say how messages to the recipient chosen name the parties."""
        AgreeDialog(self.context, self, self.recipient.currentData()).open()

    def unshare(self) -> None:
        """Take back that the recipient chosen shares with another."""
        known = map(self.recipient.itemData, range(self.recipient.count()))
        UnshareDialog(self.context, self, self.recipient.currentData(), known).open()

    def contacts(self) -> None:
        """Open the contact log of the flight."""
        self.context.open_page("contacts", flight_id=self._flight_id)

    def request(self) -> None:
        """Ask for the release; another person approves it."""
        session, flight_id = self.context.session, self._flight_id
        recipient, profile, file_format = self._chosen()

        def work(_progress: Progress) -> Release:
            return releasing.request(session, flight_id, recipient, file_format, profile)

        self.context.actions.enable("release.request", enabled=False)
        self.context.jobs.run(
            self.tr("Asking for the release"), work, self._requested, self._refused, cancellable=False
        )

    def write(self) -> None:
        """Write the file of the approved release."""
        if self._release is not None:
            self.writer.start(self._release)

    # --- what comes back

    def _show(self, found: tuple[FlightSummary, tuple[Recipient, ...], tuple[ReleaseRow, ...]]) -> None:
        flight, recipients, rows = found
        self.title.setText(
            self.tr("Release of %(flight)s, %(day)s") % {"flight": flight.number, "day": words.day(flight.departure)}
        )
        chosen = self._new_recipient or self.recipient.currentData()
        self._new_recipient = ""
        self.recipient.clear()
        for one in recipients:
            self.recipient.addItem(states.isolated(one.name), one)
        self._choose_recipient(chosen.id if isinstance(chosen, Recipient) else chosen)
        self._follow_recipient()
        self._take_release(rows)
        self._enable()

    def _choose_recipient(self, wanted: object) -> None:
        for number in range(self.recipient.count()):
            if self.recipient.itemData(number).id == wanted:
                self.recipient.setCurrentIndex(number)

    def _take_release(self, rows: tuple[ReleaseRow, ...]) -> None:
        known = self._release.id if self._release is not None else ""
        waiting = next((row for row in rows if row.release.state in _WAITING), None)
        mine = next((row for row in rows if row.release.id == known), waiting)
        self._release = mine.release if mine is not None else None
        if waiting is not None and self.steps.currentIndex() == RECIPIENT:
            self.go(APPROVAL)
        self._say_approval(mine)

    def _say_approval(self, row: ReleaseRow | None) -> None:
        if row is None:
            text = self.tr(
                "Ask for approval now. Then another person, who has changed nothing in this list, signs in on their "
                "own, opens Releases, reads the list and approves it. After that the file can be written."
            )
        else:
            text = self._state_text(row)
        self.approval.setText(text)

    def _state_text(self, row: ReleaseRow) -> str:
        name = states.isolated(row.recipient.name)
        return {
            ReleaseState.REQUESTED: self.tr(
                "The list for %s waits for approval. Another person signs in on their own, opens Releases, reads it "
                "and approves it there. You can't approve it yourself, and nothing is written before."
            ),
            ReleaseState.APPROVED: self.tr("The list for %s is approved. Write the file now."),
            ReleaseState.REFUSED: self.tr("The list for %s was refused. Go back to ask for another."),
            ReleaseState.WRITTEN: self.tr("The list for %s is written. It stands in Releases."),
        }[row.release.state] % name

    def _load_preview(self) -> None:
        session, flight_id = self.context.session, self._flight_id
        recipient, profile, file_format = self._chosen()

        def work(_progress: Progress) -> ReleasePreview:
            return releasing.preview(session, flight_id, recipient, file_format, profile)

        self.context.jobs.run(self.tr("Making the list"), work, self._show_preview, self._refused, cancellable=False)

    def _show_preview(self, preview: ReleasePreview) -> None:
        self.banner.clear()
        self._preview = preview
        self.table.show_preview(preview)
        self.checks.show_preview(preview)
        self.go(CONTENT)

    def _requested(self, release: Release) -> None:
        self._release = release
        self.context.messages.done(
            self.tr("The release is asked for. Another person approves it on the Releases page.")
        )
        self.context.changed.emit("releases")

    def _refused(self, error: KnownError) -> None:
        self.banner.show_message(self.context.messages.of(error))
        self._enable()

    def _added(self, recipient: Recipient) -> None:
        self._new_recipient = recipient.id
        self.context.changed.emit("recipients")

    def _written(self, ledger: Ledger) -> None:
        self.banner.say(Kind.DONE, ledger_text(ledger))
        self.context.changed.emit("releases")

    # --- controls

    def _chosen(self) -> tuple[str, str, str]:
        return self.recipient.currentData().id, str(self.profile.currentData()), str(self.format.currentData())

    def _follow_recipient(self) -> None:
        recipient = self.recipient.currentData()
        if self.profile.count() == 0:
            for name in profiles():
                self.profile.addItem(profile_name(name), name)
        if isinstance(recipient, Recipient):
            self.profile.setCurrentIndex(max(self.profile.findData(recipient.profile), 0))
        self._enable()

    def _follow_profile(self) -> None:
        profile = profiles().get(str(self.profile.currentData()))
        before = self.format.currentData()
        self.format.clear()
        for name in profile.formats if profile is not None else ():
            self.format.addItem(name.upper(), name)
        self.format.setCurrentIndex(max(self.format.findData(before), 0))

    def _enable(self) -> None:
        step, release, preview = self.steps.currentIndex(), self._release, self._preview
        state = release.state if release is not None else None
        enable = self.context.actions.enable
        recipient = self.recipient.currentData() if step == RECIPIENT else None
        enable("release.agree", recipient is not None and profiles()[recipient.profile].parties is not None)
        enable("release.unshare", recipient is not None and bool(recipient.shares_with))
        going = step in (CONTENT, CHECKS) or (step == RECIPIENT and self.recipient.currentData() is not None)
        enable("release.next", going)
        free = state not in _WAITING and state is not ReleaseState.WRITTEN
        ready = preview is not None and not preview.blocked
        enable("release.request", step == APPROVAL and free and ready)
        enable("release.write", step == APPROVAL and state is ReleaseState.APPROVED)

    def _declare_actions(self) -> None:
        add = self.add_action
        add("release.back", self.tr("&Back"), self.tr("Go back a step, or to the flight."), self.back)
        add("release.next", self.tr("Ne&xt"), self.tr("Go on."), self.next, shortcut="Ctrl+Return")
        new = self.tr("Add someone who receives lists.")
        add("release.recipient", self.tr("&Add a recipient..."), new, self.add_recipient, icon="plus")
        messages = self.tr("How passenger list messages to this recipient name the parties.")
        add("release.agree", self.tr("&Messages (PAXLST)..."), messages, self.agree, icon="edit")
        back = self.tr("Take back that this recipient and another have each other's lists.")
        add("release.unshare", self.tr("No longer &shares..."), back, self.unshare, roles=OFFICERS, icon="off")
        log = self.tr("Calls and mails about this flight, and the sheet to keep beside the phone.")
        add("release.contacts", self.tr("&Contacts and call sheet..."), log, self.contacts, icon="phone")
        asks = self.tr("Sign the request; another person approves it.")
        add("release.request", self.tr("As&k for approval"), asks, self.request, icon="people")
        writes = self.tr("Write the approved file into a folder; your password is asked for again.")
        add("release.write", self.tr("&Write file..."), writes, self.write, icon="export")

    def _lay_out_steps(self) -> None:
        for part in (self._recipient_step(), self.table, self.checks, self._approval_step()):
            self.steps.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self._button("release.contacts"))
        buttons.addStretch(1)
        for key in ("release.back", "release.next"):
            buttons.addWidget(self._button(key))
        self.content.addWidget(self.step)
        self.content.addWidget(self.steps, 1)
        self.content.addWidget(PermittedSentence(self.context.clipboard))
        self.content.addLayout(buttons)

    def _recipient_step(self) -> QWidget:
        who = QHBoxLayout()
        who.addWidget(self.recipient, 1)
        who.addWidget(self._button("release.recipient"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        field(form, self.tr("&Recipient:"), self.recipient, row=who)
        field(form, self.tr("&Profile:"), self.profile, self.tr("Which fields they get, and in which language"))
        field(form, self.tr("&Format:"), self.format)
        part = QWidget()
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(form)
        more = QHBoxLayout()
        for stretch, key in enumerate(("release.agree", "release.unshare")):
            more.addWidget(self._button(key), stretch, Qt.AlignmentFlag.AlignLeft)
        rows.addLayout(more)
        rows.addWidget(note(self.tr("Recipients see the fields of their profile and nothing else.")))
        rows.addStretch(1)
        return part

    def _approval_step(self) -> QWidget:
        part = QWidget()
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.approval)
        buttons = QHBoxLayout()
        buttons.addWidget(self._button("release.request"))
        buttons.addWidget(self._button("release.write"))
        open_releases = named(QPushButton(self.tr("Open R&eleases")), self.tr("Open Releases"))
        open_releases.clicked.connect(lambda: self.context.open_page("releases"))
        buttons.addWidget(open_releases)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        rows.addStretch(1)
        return part

    def _button(self, key: str) -> ActionButton:
        return ActionButton(self.context.actions.action(key))
