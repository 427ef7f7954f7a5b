"""Review: the queue of holds, soonest departure first, and the decision on each."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QSplitter, QVBoxLayout, QWidget

from manifest_app.desktop import states, words
from manifest_app.desktop.context import Context
from manifest_app.desktop.models.table import Column, TableModel
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.widgets.forms import named
from manifest_app.desktop.widgets.hold_panel import HoldPanel
from manifest_app.desktop.widgets.table import TableView
from manifest_app.model.hold import Hold, HoldState, Verdict
from manifest_app.model.passenger import Identity
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress
from manifest_app.workflow import reviewing
from manifest_app.workflow.reviewing import HoldDetail, HoldRow

REVIEWERS = frozenset({Role.SUPERVISOR, Role.OFFICER})
_LOAD_AFTER_MS = 60
_STATE = 4


class ReviewPage(Page):
    """The supervisor's page; keyboard alone is enough."""

    name: ClassVar[str] = "review"
    icon: ClassVar[str] = "review"
    roles: ClassVar[frozenset[Role]] = REVIEWERS
    help_key: ClassVar[str] = "review"
    follows: ClassVar[frozenset[str]] = frozenset({"holds", "flight", "flights", "registry"})

    @classmethod
    def heading(cls) -> str:
        """The title."""
        return QCoreApplication.translate("ReviewPage", "Review")

    def empty_text(self) -> str:
        """What to do when no hold waits."""
        return self.tr(
            "No hold waits for a decision. Holds appear here as soon as a flight is screened (Flights, Screen)."
        )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._flight_id = ""
        self._after = ""
        self._pending: Verdict | None = None
        self.model = TableModel(_columns(), key=lambda row: row.hold.id, parent=self)
        self.queue = TableView(self.model, self.tr("Holds, soonest departure first"), context.clipboard)
        self.panel = HoldPanel(context)
        self.decided_too = named(QCheckBox(self.tr("Show decided &holds too")), self.tr("Show decided holds too"))
        self._load = QTimer(self)
        self._load.setSingleShot(True)
        self._load.setInterval(_LOAD_AFTER_MS)
        self._load.timeout.connect(self._load_current)
        self.queue.chosen.connect(self._follow_queue)
        self.queue.opened.connect(self._go_to_decision)
        self.decided_too.toggled.connect(lambda _on: self.refresh())
        self.panel.decision.decided.connect(self._decided)
        self._declare_actions()
        self._fill()

    def open(self, **arguments: str) -> None:
        """``flight_id`` shows the holds of one flight, ``hold_id`` goes to that hold; without, all are shown."""
        self._flight_id = arguments.get("flight_id", "")
        self._after = arguments.get("hold_id", "")
        self.stale = True

    def refresh(self) -> None:
        """Load the queue."""
        session, flight_id = self.context.session, self._flight_id or None
        open_only = not self.decided_too.isChecked()
        self.queue.setColumnHidden(_STATE, open_only)

        def work(_progress: Progress) -> tuple[HoldRow, ...]:
            return reviewing.holds(session, flight_id, open_only=open_only)

        self.context.jobs.run(self.tr("Reading the holds"), work, self._show, cancellable=False)

    def _show(self, rows: tuple[HoldRow, ...]) -> None:
        self.model.set_items(rows)
        self.show_empty(not rows and not self.decided_too.isChecked())
        if self._after and self.queue.choose(self._after):
            self._after = ""
        elif self.queue.current() is None and not self.queue.choose_first(_is_open):
            self.queue.choose_first()
        if self.queue.current() is None:
            self.panel.clear()
        self._load.start()

    def _follow_queue(self) -> None:
        """What is on the right is for another hold until the new one is loaded: nothing can be decided on it."""
        row = self.queue.current()
        if row is None or row.hold.id != self.panel.hold_id:
            self._pending = None
            self.panel.expect_another()
            self._load.start()

    def _decide(self, verdict: Verdict) -> None:
        """Choose a verdict, or keep it until the hold the queue is at is loaded."""
        row = self.queue.current()
        if row is not None and row.hold.id == self.panel.hold_id:
            self.panel.decision.choose(verdict)
        else:
            self._pending = verdict

    def _load_current(self) -> None:
        row = self.queue.current()
        if row is None:
            self.panel.clear()
            return
        session, hold_id = self.context.session, row.hold.id

        def work(_progress: Progress) -> HoldDetail:
            return reviewing.hold(session, hold_id)

        self.context.jobs.run(self.tr("Opening the hold"), work, self._show_detail, cancellable=False)

    def _show_detail(self, detail: HoldDetail) -> None:
        row = self.queue.current()
        if row is not None and row.hold.id == detail.row.hold.id:
            if detail != self.panel.detail:
                self.panel.show_hold(detail)
            pending, self._pending = self._pending, None
            if pending is not None:
                self.panel.decision.choose(pending)

    def _decided(self, hold: Hold) -> None:
        self._after = self._next_open(hold.id)
        self.panel.clear()
        self.context.messages.done(self.tr("The decision on %s is recorded.") % hold.reference)
        self.context.changed.emit("holds")
        self.queue.setFocus()

    def _next_open(self, decided: str) -> str:
        rows = self.model.items()
        place = self.model.row_of(decided) or 0
        following = (row for row in (*rows[place + 1 :], *rows[:place]) if _is_open(row))
        return next((row.hold.id for row in following), "")

    def _go_to_decision(self) -> None:
        self.panel.decision.choices[Verdict.UPHOLD].setFocus()

    def _move(self, step: int) -> None:
        row = self.queue.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            self.queue.selectRow(row)

    def _declare_actions(self) -> None:
        declare = self.add_action
        who = REVIEWERS
        declare(
            "review.next",
            self.tr("Next hold"),
            self.tr("Go to the next hold."),
            lambda: self._move(1),
            shortcut="J",
            roles=who,
        )
        declare(
            "review.previous",
            self.tr("Previous hold"),
            self.tr("Go to the hold before."),
            lambda: self._move(-1),
            shortcut="K",
            roles=who,
        )
        for verdict, key, text, help_text in (
            (Verdict.UPHOLD, "U", self.tr("Uphold"), self.tr("The passenger stays off the flight.")),
            (Verdict.CLEAR, "C", self.tr("Clear"), self.tr("The hold no longer stands in the way.")),
            (Verdict.NOT_THE_SAME, "N", self.tr("Not the same person"), self.tr("The record belongs to someone else.")),
        ):
            declare(f"review.{verdict}", text, help_text, partial(self._decide, verdict), shortcut=key, roles=who)
        declare(
            "review.record",
            self.tr("Record the decision"),
            self.tr("Sign and record what was chosen."),
            self.panel.decision.record,
            shortcut="Ctrl+Return",
            roles=who,
        )

    def _fill(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.queue, 1)
        column.addWidget(self.decided_too)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.panel)
        splitter.setSizes([390, 610])
        splitter.setChildrenCollapsible(False)
        self.content.addWidget(splitter, 1)


def _is_open(row: HoldRow) -> bool:
    return row.hold.state is HoldState.OPEN


def _columns() -> tuple[Column[HoldRow], ...]:
    translate = QCoreApplication.translate
    return (
        Column(
            translate("ReviewPage", "Departs"),
            9,
            lambda row: words.day(row.flight.departure),
            lambda row: row.flight.departure,
        ),
        Column(translate("ReviewPage", "Flight"), 6, lambda row: row.flight.number),
        Column(translate("ReviewPage", "Name"), 0, _name, tooltip=_name),
        Column(
            translate("ReviewPage", "Why"),
            12,
            lambda row: states.category(row.category),
            tooltip=_why,
            badge=lambda row: states.category_badge(row.category),
            copy=False,
        ),
        Column(
            translate("ReviewPage", "State"),
            9,
            lambda row: words.hold_state(row.hold.state),
            tooltip=lambda row: f"{row.hold.reference}: {words.hold_state(row.hold.state)}",
            badge=lambda row: states.hold_state_badge(row.hold.state),
        ),
    )


def _why(row: HoldRow) -> str:
    score = "" if row.score is None else f", {row.score:.0%}"
    return f"{row.hold.reference}: {states.category(row.category)}{score}"


def _name(row: HoldRow) -> str:
    return words.full_name(Identity(row.family_name, row.given_names))
