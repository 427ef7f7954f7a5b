"""Contacts: the calls and mails about a flight, the one sentence that may be said, and what was told nevertheless."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.call_sheet import CallSheetDialog
from manifest_app.desktop.dialogs.contact import ContactDialog
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.models.contacts import columns, conclusion
from manifest_app.desktop.models.table import TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.permitted import PermittedSentence
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.contact import Contact
from manifest_app.model.flight import Flight
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.model.release import Recipient, ReleaseState
from manifest_app.workflow import contacts, flights, recipients, releasing, telling
from manifest_app.workflow.contacts import ContactRow
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.registry import RECORD_ROLES
from manifest_app.workflow.releasing import ReleaseRow
from manifest_app.workflow.session import Session
from manifest_app.workflow.telling import Conclusion


@dataclass(frozen=True, slots=True)
class ContactView:
    """All that the page shows, read at once; ``conclusions`` is None for whoever may not read what was told."""

    flight: Flight
    contacts: tuple[ContactRow, ...]
    recipients: tuple[Recipient, ...]
    lists: tuple[ReleaseRow, ...]
    conclusions: tuple[Conclusion, ...] | None


def load(session: Session, flight_id: str) -> ContactView:
    """Read what the page shows."""
    flight = flights.find_flight(session, flight_id)
    written = (one for one in releasing.releases(session) if one.release.state is ReleaseState.WRITTEN)
    same = (flight.number, flight.departure)
    return ContactView(
        flight,
        contacts.contacts(session, flight_id),
        recipients.recipients(session),
        tuple(one for one in written if (one.flight.number, one.flight.departure) == same),
        telling.conclusions(session, flight_id) if session.person.role in RECORD_ROLES else None,
    )


class ContactsPage(Page):
    """The contact log of one flight; opened from the flight and from its release."""

    name: ClassVar[str] = "contacts"
    icon: ClassVar[str] = "phone"
    roles: ClassVar[frozenset[Role]] = frozenset(PASSENGER_ROLES)
    in_navigation: ClassVar[bool] = False
    follows: ClassVar[frozenset[str]] = frozenset({"contacts", "releases", "recipients", "flight", "flights"})

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("ContactsPage", "Contacts")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._flight_id = ""
        self.view: ContactView | None = None
        self.sentence = PermittedSentence(context.clipboard)
        self.concluded = Banner(closable=False)
        self.model: TableModel[ContactRow] = TableModel(columns(), key=lambda one: one.contact.id, parent=self)
        self.table = TableView(self.model, self.tr("Calls and mails about this flight"), context.clipboard)
        # What was said is read whole; a log is short enough for rows of different heights.
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._declare_actions()
        for widget in (self.sentence, self.concluded):
            self.content.addWidget(widget)
        self.content.addWidget(self.table, 1)

    def open(self, **arguments: str) -> None:
        """``flight_id``: whose contacts."""
        if arguments.get("flight_id", self._flight_id) != self._flight_id:
            self._flight_id = arguments["flight_id"]
            self.view = None
            self.model.set_items(())
            self.banner.clear()
            self.concluded.clear()
        self.context.actions.enable("contacts.add", self.view is not None)
        self.stale = True

    def refresh(self) -> None:
        """Load the log."""
        session, flight_id = self.context.session, self._flight_id
        if flight_id:
            self.context.jobs.run(
                self.tr("Reading the contacts"),
                lambda _progress: load(session, flight_id),
                self._show,
                cancellable=False,
            )

    # --- actions

    def back(self) -> None:
        """Go to the flight."""
        self.context.open_page("flight", flight_id=self._flight_id)

    def add_contact(self) -> None:
        """Ask for a contact."""
        if self.view is not None:
            dialog = ContactDialog(self.context, self, self.view.flight, self.view.recipients, self.view.lists)
            dialog.succeeded.connect(lambda made: self._added(made, told=dialog.told_something()))
            dialog.open()

    def show_sheet(self) -> None:
        """Show the call sheet, to be printed or saved."""
        session, flight_id = self.context.session, self._flight_id

        def work(_progress: Progress) -> str:
            return contacts.call_sheet(session, flight_id)

        def show(text: str) -> None:
            CallSheetDialog(self.context, self, text).open()

        self.context.jobs.run(self.tr("Making the call sheet"), work, show, cancellable=False)

    # --- what comes back

    def _show(self, view: ContactView) -> None:
        if view.flight.id != self._flight_id:
            return
        self.view = view
        self.title.setText(
            self.tr("Contacts about %(flight)s, %(day)s")
            % {"flight": view.flight.number, "day": words.day(view.flight.departure)}
        )
        self.model.set_items(view.contacts)
        self.context.actions.enable("contacts.add", bool(view.recipients))
        self._conclude(view)
        if self.table.current() is None:
            self.table.choose_first()

    def _conclude(self, view: ContactView) -> None:
        if not view.recipients:
            first = self.tr("A contact is with somebody who receives lists, and there is nobody yet.")
            self.concluded.say(Kind.INFO, first, self.tr("Add a recipient where the list is released."))
        elif not view.contacts:
            first = self.tr("No call and no mail about this flight is recorded.")
            self.concluded.say(Kind.INFO, first, self.tr("Record each one before the list is closed."))
        elif view.conclusions is None:
            sealed = self.tr("What was said is sealed.")
            self.concluded.say(Kind.INFO, sealed, self.tr("A privacy officer sees what can be concluded from it."))
        elif view.conclusions:
            worst = any(one.certainty.people or not one.certainty.promised for one in view.conclusions)
            text = "\n".join(conclusion(one) for one in view.conclusions)
            todo = self.tr("No other list of this flight may leave for them.") if worst else ""
            self.concluded.say(Kind.WARNING if worst else Kind.INFO, text, todo)
        else:
            self.concluded.say(Kind.DONE, self.tr("Nobody was told anything about how many people of a list."))

    def _added(self, _made: Contact, *, told: bool) -> None:
        if told:
            first = self.tr("The contact is recorded. Something was told about a list.")
            self.context.messages.warning(first, self.tr("Call a privacy officer now, and say no more."))
        else:
            self.context.messages.done(self.tr("The contact is recorded."))
        self.context.changed.emit("contacts")

    def _declare_actions(self) -> None:
        add = self.add_action
        back = add("contacts.back", self.tr("&Back to the flight"), self.tr("Go to the flight."), self.back)
        sheet_help = self.tr("Show the sheet to keep beside the phone, to print or save it.")
        sheet = add(
            "contacts.sheet", self.tr("Call &sheet..."), sheet_help, self.show_sheet, shortcut="Ctrl+P", icon="print"
        )
        add_help = self.tr("Record a call, a mail or a meeting about this flight.")
        new = add(
            "contacts.add", self.tr("&Record a contact..."), add_help, self.add_contact, shortcut="Ctrl+N", icon="phone"
        )
        self.add_button(back)
        self.add_button(sheet)
        self.add_button(new, main=True)
