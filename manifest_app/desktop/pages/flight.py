"""A flight: how far it is, who is on it, why somebody is held, and what is to be repaired."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from manifest_app.desktop import sentences, words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.flight import RowDialog, SetAsideDialog, StatementDialog, known_cells, known_values
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.models.passengers import status_columns, stored_problem_columns
from manifest_app.desktop.models.table import TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.forms import ActionButton, named, note
from manifest_app.desktop.widgets.stepper import Stepper
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.flight import FlightStage
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.vault.imports import ImportFacts, StoredProblem
from manifest_app.workflow import flights, mending, reviewing, screening
from manifest_app.workflow.flights import PASSENGER_ROLES, FlightSummary, PassengerRow
from manifest_app.workflow.screening import ScreeningReport
from manifest_app.workflow.session import Session
from manifest_app.workflow.wording import DO_NOT_MENTION


@dataclass(frozen=True, slots=True)
class FlightView:
    """All that the page shows, read at once."""

    summary: FlightSummary
    passengers: tuple[PassengerRow, ...]
    problems: tuple[StoredProblem, ...]
    imports: tuple[ImportFacts, ...]


def load(session: Session, flight_id: str) -> FlightView:
    """Read what the page shows."""
    return FlightView(
        flights.flight_summary(session, flight_id),
        flights.passengers(session, flight_id),
        mending.problems(session, flight_id),
        mending.import_facts(session, flight_id),
    )


class FlightPage(Page):
    """One flight."""

    name: ClassVar[str] = "flight"
    icon: ClassVar[str] = "flight"
    roles: ClassVar[frozenset[Role]] = frozenset(PASSENGER_ROLES)
    in_navigation: ClassVar[bool] = False
    follows: ClassVar[frozenset[str]] = frozenset({"flight", "flights", "holds", "releases", "registry", "incidents"})

    @classmethod
    def heading(cls) -> str:
        """Flight."""
        return words.translate("FlightPage", "Flight")

    def empty_text(self) -> str:
        """How to begin."""
        return self.tr("This flight has no passenger list yet. Go to Flights and import, drop or paste it there.")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._flight_id = ""
        self.view: FlightView | None = None
        self.stepper = Stepper()
        self.warning = Banner(closable=False)
        self.filter = QLineEdit()
        self.passengers = TableModel(status_columns(), key=lambda row: row.passenger.id, parent=self)
        self.table = TableView(self.passengers, self.tr("Passengers"), context.clipboard)
        self.problems = TableModel(stored_problem_columns(), key=lambda one: one.row, parent=self)
        self.problem_table = TableView(self.problems, self.tr("Rows to repair"))
        self.why = QLabel()
        self.silence = note(sentences.warning(DO_NOT_MENTION), Tone.STOP)
        self.source = note("")
        self.tabs = QTabWidget()
        self._declare_actions()
        self._lay_out_content()
        self._connect()

    def open(self, **arguments: str) -> None:
        """``flight_id``: the flight to show."""
        if arguments["flight_id"] != self._flight_id:
            self._flight_id = arguments["flight_id"]
            self.view = None
            self.filter.clear()
            self.banner.clear()
            self.tabs.setCurrentIndex(0)
        self.stale = True

    def refresh(self) -> None:
        """Load the flight."""
        session, flight_id = self.context.session, self._flight_id
        if flight_id:
            self.context.jobs.run(
                self.tr("Reading the flight"), lambda _progress: load(session, flight_id), self._show, cancellable=False
            )

    # --- actions

    def screen_flight(self) -> None:
        """Compare every passenger with the registry and the exposure lists."""
        session, flight_id = self.context.session, self._flight_id
        self.context.actions.enable("flight.screen", False)

        def work(progress: Progress) -> ScreeningReport:
            return screening.screen_flight(session, flight_id, progress=progress)

        self.context.jobs.run(self.tr("Screening"), work, self._screened, self._not_screened)

    def release(self) -> None:
        """Open the release wizard for this flight."""
        self.context.open_page("release", flight_id=self._flight_id)

    def contacts(self) -> None:
        """Open the contact log of this flight."""
        self.context.open_page("contacts", flight_id=self._flight_id)

    def add_statement(self) -> None:
        """Write down that the passenger fears return, and hold."""
        row = self.table.current()
        if row is not None:
            dialog = StatementDialog(self.context, self, self._flight_id, row.passenger)
            dialog.succeeded.connect(lambda _hold: self.context.changed.emit("holds"))
            dialog.open()

    def correct(self) -> None:
        """Correct the passenger chosen."""
        row = self.table.current()
        if row is not None:
            explanation = self.tr("A change makes the screening of this flight out of date.")
            known = known_values(row.passenger)
            self._edit_row(row.passenger.row, known, mend=False, explanation=explanation)

    def repair(self) -> None:
        """Make a passenger of the row chosen."""
        problem = self.problem_table.current()
        if problem is not None and problem.state == "open":
            cells = "\n".join(f"{heading}: {text}" for heading, text in problem.cells if text)
            self._edit_row(problem.row, known_cells(problem), mend=True, explanation=f"{problem.problem}\n\n{cells}")

    def set_aside(self) -> None:
        """Decide that the row chosen is no passenger."""
        problem = self.problem_table.current()
        if problem is not None and problem.state == "open":
            dialog = SetAsideDialog(self.context, self, self._flight_id, problem.row)
            dialog.succeeded.connect(lambda _result: self.context.changed.emit("flight"))
            dialog.open()

    def review(self) -> None:
        """Go to the hold of the passenger chosen."""
        row = self.table.current()
        if row is not None and row.holds:
            session, reference = self.context.session, row.holds[0]
            self.context.jobs.run(
                self.tr("Opening the hold"),
                lambda _progress: reviewing.find_hold(session, reference),
                lambda hold: self.context.open_page("review", hold_id=hold.id),
                cancellable=False,
            )

    # --- building

    def _declare_actions(self) -> None:
        add = self.add_action
        reviewers = frozenset({Role.SUPERVISOR, Role.OFFICER})
        fear = self.tr("The passenger said they &fear return...")
        add("flight.statement", fear, self.tr("Holds the chosen passenger at once"), self.add_statement, icon="voice")
        correct_help = self.tr("Correct the chosen passenger")
        add("flight.correct", self.tr("&Correct..."), correct_help, self.correct, icon="edit")
        review, hold = self.tr("Open in re&view"), self.tr("Go to the hold of the chosen passenger")
        add("flight.review", review, hold, self.review, roles=reviewers, icon="review")
        repair_help = self.tr("Type what the row should say; it becomes a passenger")
        add("flight.repair", self.tr("&Repair..."), repair_help, self.repair, icon="edit")
        aside_help = self.tr("Decide that the row is no passenger")
        add("flight.aside", self.tr("Set &aside..."), aside_help, self.set_aside, icon="off")
        screen_help = self.tr("Compare every passenger with the registry and the exposure lists")
        screen = add("flight.screen", self.tr("&Screen"), screen_help, self.screen_flight, shortcut="F5", icon="search")
        release_help = self.tr("Ask for a list to leave the office")
        release = add("flight.release", self.tr("&Release..."), release_help, self.release, icon="release")
        log_help = self.tr("Calls and mails about this flight, and the sheet to keep beside the phone")
        log = add("flight.contacts", self.tr("Co&ntacts..."), log_help, self.contacts, icon="phone")
        self.add_button(log)
        self.add_button(screen)
        self.add_button(release, main=True)

    def _lay_out_content(self) -> None:
        action = self.context.actions.action
        self.filter.setPlaceholderText(self.tr("Show only passengers with..."))
        named(self.filter, self.tr("Show only passengers with"))
        self.filter.setClearButtonEnabled(True)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addWidget(self._why_panel())
        second = QWidget()
        column = QVBoxLayout(second)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.problem_table, 1)
        column.addLayout(_row(ActionButton(action("flight.repair")), ActionButton(action("flight.aside"))))
        third = QWidget()
        column = QVBoxLayout(third)
        column.addWidget(self.source)
        column.addStretch(1)
        self.tabs.addTab(first, self.tr("Passengers"))
        self.tabs.addTab(second, self.tr("To repair"))
        self.tabs.addTab(third, self.tr("Source"))
        self.content.addWidget(self.stepper)
        self.content.addWidget(self.warning)
        self.content.addWidget(self.tabs, 1)

    def _why_panel(self) -> QFrame:
        action = self.context.actions.action
        panel = QFrame()
        panel.setFrameShape(QFrame.Shape.StyledPanel)
        panel.setAccessibleName(self.tr("Why"))
        self.why.setWordWrap(True)
        font = self.silence.font()
        font.setBold(True)
        self.silence.setFont(font)
        column = QVBoxLayout(panel)
        column.addWidget(self.why)
        column.addWidget(self.silence)
        buttons = [ActionButton(action(key)) for key in ("flight.statement", "flight.correct", "flight.review")]
        column.addLayout(_row(*buttons))
        return panel

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.passengers.set_filter)
        self.table.chosen.connect(self._show_why)
        self.table.opened.connect(self._open_row)
        self.problem_table.chosen.connect(self._enable)
        self.problem_table.opened.connect(self.repair)

    # --- what comes back

    def _show(self, view: FlightView) -> None:
        self.view = view
        summary = view.summary
        self.title.setText(self._title(summary))
        self.stepper.show_stage(summary.stage)
        self.show_empty(summary.stage is FlightStage.EMPTY)
        self.passengers.set_items(view.passengers)
        self.problems.set_items(view.problems)
        self.tabs.setTabText(0, self.tr("Passengers (%s)") % words.number(len(view.passengers)))
        self.tabs.setTabText(1, self.tr("To repair (%s)") % words.number(summary.problems))
        self.source.setText("\n\n".join(self._import_text(facts) for facts in view.imports))
        self._warn(summary)
        if self.table.current() is None:
            self.table.choose_first()
        self._show_why()

    def _title(self, summary: FlightSummary) -> str:
        way = " \u2192 ".join(part for part in (summary.origin, summary.destination) if part)
        passengers = self.tr("%n passenger(s)", "", summary.passengers)
        return "   ".join(part for part in (summary.number, way, words.day(summary.departure), passengers) if part)

    def _warn(self, summary: FlightSummary) -> None:
        if summary.cancelled:
            self.warning.say(Kind.INFO, self.tr("This flight is cancelled. No list of it can leave."))
        elif summary.open_holds:
            held = self.tr("%n passenger(s) on hold.", "", summary.held)
            self.warning.say(Kind.WARNING, held, self.tr("No list can leave before the holds are decided."))
        elif summary.problems:
            rows = self.tr("%n row(s) of the source are no passengers yet.", "", summary.problems)
            self.warning.say(Kind.WARNING, rows, self.tr("Repair them or set them aside: see 'To repair'."))
        elif summary.stale and summary.stage is not FlightStage.EMPTY:
            self.warning.say(Kind.WARNING, sentences.warning(summary.stale), self.tr("Screen the flight."))
        else:
            self.warning.clear()

    def _import_text(self, facts: ImportFacts) -> str:
        lines = [
            self.tr("File: %s") % facts.file_name,
            self.tr("Imported by %(who)s, %(when)s") % {"who": facts.imported_by, "when": words.moment(facts.at)},
            self.tr("Rows: %s") % words.number(facts.rows),
            f"SHA-256: {facts.sha256}",
            self.tr("Columns not understood and kept sealed: %s") % (", ".join(facts.unmapped) or "-"),
        ]
        lines += [f"{kind} - {where} - {what}" for kind, where, what in facts.hidden]
        return "\n".join(lines)

    def _show_why(self) -> None:
        row = self.table.current()
        held = row is not None and bool(row.warning)
        self.silence.setVisible(held)
        if row is None:
            self.why.setText(self.tr("Choose a passenger."))
        elif held:
            self.why.setText(sentences.warning(" ".join(row.warning.replace(DO_NOT_MENTION, "").split())))
        else:
            self.why.setText(words.passenger_status(row.status, row.category))
        self._enable()

    def _enable(self) -> None:
        row, problem, view = self.table.current(), self.problem_table.current(), self.view
        live = view is not None and not view.summary.cancelled
        enable = self.context.actions.enable
        for key in ("flight.statement", "flight.correct"):
            enable(key, live and row is not None)
        enable("flight.review", row is not None and bool(row.holds))
        for key in ("flight.repair", "flight.aside"):
            enable(key, live and problem is not None and problem.state == "open")
        listed = live and view is not None and view.summary.stage is not FlightStage.EMPTY
        enable("flight.screen", listed and self.context.session.can.registry)
        enable("flight.release", listed)

    def _screened(self, report: ScreeningReport) -> None:
        self.context.changed.emit("holds")
        checked = self.tr("%n passenger(s) screened.", "", report.screened)
        held = self.tr("%n on hold or off the flight.", "", report.held)
        self.context.messages.done(f"{checked} {held}")

    def _not_screened(self, error: Exception) -> None:
        self._enable()
        self.context.messages.failure(error)

    def _open_row(self) -> None:
        action = self.context.actions.action("flight.review")
        if action.isEnabled():
            action.trigger()

    def _edit_row(self, row: int, known: dict[str, str], *, mend: bool, explanation: str) -> None:
        dialog = RowDialog(self.context, self, self._flight_id, row, known, mend=mend, explanation=explanation)
        dialog.succeeded.connect(lambda _passenger: self.context.changed.emit("flight"))
        dialog.open()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
