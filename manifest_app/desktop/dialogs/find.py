"""Ctrl+K: find an action or a flight by typing a part of its name."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.actions import plain
from manifest_app.desktop.context import Context
from manifest_app.desktop.models.table import Column, TableModel
from manifest_app.desktop.widgets.table import TableView
from manifest_app.workflow import flights as work
from manifest_app.workflow.flights import FlightSummary

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Found:
    """Something to go to or to do."""

    text: str
    what: str
    run: Callable[[], object]


class FindDialog(QDialog):
    """A line to type in and the list of what fits; Enter takes the first, arrows choose another."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find"))
        self._context = context
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Find an action or a flight"))
        self.line.setPlaceholderText(self.line.accessibleName())
        self.model: TableModel[Found] = TableModel(
            (Column(self.tr("Name"), 34, lambda row: row.text), Column(self.tr("What"), 0, lambda row: row.what)),
            parent=self,
        )
        self.table = TableView(self.model, self.tr("What was found"))
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self._take)
        self.line.installEventFilter(self)
        self.table.opened.connect(self._take)
        rows = QVBoxLayout(self)
        rows.addWidget(self.line)
        rows.addWidget(self.table)
        self.resize(620, 420)
        self._actions = [
            Found(plain(spec.text), spec.help, action.trigger)
            for spec, action in context.actions.allowed()
            if spec.key != "app.find" and action.isEnabled()
        ]
        self._show(())
        session = context.session
        if session.person.role in work.PASSENGER_ROLES:
            context.jobs.run(self.tr("Reading flights"), lambda _progress: work.flights(session), self._show)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the line move through the list."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self.table.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _show(self, flights: tuple[FlightSummary, ...]) -> None:
        found = [Found(flight.number, self._describe(flight), self._opener(flight.id)) for flight in flights]
        self.model.set_items([*found, *self._actions])
        self.table.choose_first()

    def _describe(self, flight: FlightSummary) -> str:
        way = f"{flight.origin} → {flight.destination}" if flight.origin or flight.destination else ""
        return self.tr("Flight on %(day)s %(way)s") % {"day": words.day(flight.departure), "way": way}

    def _opener(self, flight_id: str) -> Callable[[], object]:
        return lambda: self._context.open_page("flight", flight_id=flight_id)

    def _narrow(self, text: str) -> None:
        self.model.set_filter(text)
        self.table.choose_first()

    def _take(self) -> None:
        found = self.table.current()
        self.accept()
        if found is not None:
            found.run()
