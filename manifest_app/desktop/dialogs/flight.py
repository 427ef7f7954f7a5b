"""Dialogs of a flight: a new one, one cancelled, rows mended and set aside, and what a passenger said."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog, Work
from manifest_app.intake.fields import heading_key, headings
from manifest_app.model.passenger import Passenger
from manifest_app.vault.imports import StoredProblem
from manifest_app.workflow import flights, mending, reviewing

translate = QCoreApplication.translate

ROW_FIELDS = (
    "family_name",
    "given_names",
    "birth_date",
    "sex",
    "nationality",
    "a_number",
    "document_type",
    "document_number",
    "document_issuer",
    "document_expiry",
)
"""What is typed when a row is mended or a passenger corrected, in this order."""


class NewFlightDialog(FormDialog):
    """Number, day, from and to of a new flight; gives the `Flight`."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        title = translate("NewFlightDialog", "New flight")
        super().__init__(context, parent, title, "", translate("NewFlightDialog", "Make the flight"))
        self.number = self.add(self.tr("Flight &number:"), QLineEdit())
        self.number.setPlaceholderText("RX-114")
        self.departure = self.add(self.tr("&Day of departure:"), QDateEdit(QDate.currentDate()))
        self.departure.setCalendarPopup(True)
        self.departure.setDisplayFormat("d MMM yyyy")
        self.origin = self.add(self.tr("&From:"), QLineEdit(), self.tr("Airport or place, such as IAH"))
        self.destination = self.add(self.tr("&To:"), QLineEdit(), self.tr("Airport or place, such as HAV"))

    def problem(self) -> str:
        """A flight needs a number."""
        return "" if self.number.text().strip() else self.tr("Give the flight's number.")

    def work(self) -> Work:
        """Make it."""
        session, number = self.context.session, self.number.text()
        shown = self.departure.date()
        day = date(shown.year(), shown.month(), shown.day())
        origin, destination = self.origin.text(), self.destination.text()
        return lambda _progress: flights.new_flight(session, number, day, origin, destination)


class CancelFlightDialog(FormDialog):
    """Cancels a flight, with a reason."""

    def __init__(self, context: Context, parent: QWidget, flight_id: str, number: str) -> None:
        explanation = translate(
            "CancelFlightDialog", "No list of flight %s can be released any more. Nothing of it is deleted."
        )
        title = translate("CancelFlightDialog", "Cancel a flight")
        accept = translate("CancelFlightDialog", "Cancel the flight")
        super().__init__(context, parent, title, explanation % number, accept)
        self._flight_id = flight_id
        self.reason = self.add(self.tr("&Reason:"), QLineEdit())

    def problem(self) -> str:
        """There must be a reason."""
        return "" if self.reason.text().strip() else self.tr("Give the reason.")

    def work(self) -> Work:
        """Cancel it."""
        session, flight_id, reason = self.context.session, self._flight_id, self.reason.text()
        return lambda _progress: flights.cancel_flight(session, flight_id, reason)


class SetAsideDialog(FormDialog):
    """Decides that a row of the source is no passenger."""

    def __init__(self, context: Context, parent: QWidget, flight_id: str, row: int) -> None:
        explanation = translate(
            "SetAsideDialog", "Row %s is no passenger: a total, a remark, a doubled line. It stays in the vault."
        )
        title = translate("SetAsideDialog", "Set a row aside")
        super().__init__(context, parent, title, explanation % row, title)
        self._flight_id, self._row = flight_id, row
        self.reason = self.add(self.tr("&Reason:"), QLineEdit())

    def problem(self) -> str:
        """There must be a reason."""
        return "" if self.reason.text().strip() else self.tr("Give the reason.")

    def work(self) -> Work:
        """Set it aside."""
        session, flight_id, row, reason = self.context.session, self._flight_id, self._row, self.reason.text()
        return lambda _progress: mending.set_row_aside(session, flight_id, row, reason)


class RowDialog(FormDialog):
    """The fields of a passenger, to be typed anew or corrected.

    Args:
        context: The context.
        parent: The page.
        flight_id: The flight.
        row: Row in the source.
        known: Field key -> text as it is now.
        mend: True makes a passenger of a problem row, False corrects a passenger.
        explanation: What is wrong.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        flight_id: str,
        row: int,
        known: Mapping[str, str],
        *,
        mend: bool,
        explanation: str,
    ) -> None:
        title = translate("RowDialog", "Repair row %s") if mend else translate("RowDialog", "Correct row %s")
        accept = translate("RowDialog", "Save")
        super().__init__(context, parent, title % row, explanation, accept)
        self._flight_id, self._row, self._known, self._mend = flight_id, row, known, mend
        self.edits: dict[str, QLineEdit] = {}
        for key in ROW_FIELDS:
            edit = QLineEdit(known.get(key, ""))
            if key.endswith(("date", "expiry")):
                edit.setPlaceholderText(self.tr("year-month-day, such as 1984-03-09"))
            self.edits[key] = self.add(f"{words.field(key)}:", edit)

    def values(self) -> dict[str, str]:
        """What is to be stored: everything of a mended row, only what was changed of a passenger."""
        typed = {key: edit.text().strip() for key, edit in self.edits.items()}
        if self._mend:
            return {key: text for key, text in typed.items() if text}
        return {key: text for key, text in typed.items() if text != self._known.get(key, "")}

    def problem(self) -> str:
        """Something must be typed."""
        return "" if self.values() else self.tr("Nothing was changed.")

    def work(self) -> Work:
        """Store it."""
        session, flight_id, row, values = self.context.session, self._flight_id, self._row, self.values()
        store = mending.mend_row if self._mend else mending.correct_passenger
        return lambda _progress: store(session, flight_id, row, values)


class StatementDialog(FormDialog):
    """The passenger said that they fear return: what was said; holds at once."""

    def __init__(self, context: Context, parent: QWidget, flight_id: str, passenger: Passenger) -> None:
        explanation = translate(
            "StatementDialog",
            "%s is held at once. Do not ask questions about the fear; write down what was said, to whom and when.",
        )
        title = translate("StatementDialog", "The passenger said they fear return")
        accept = translate("StatementDialog", "Hold the passenger")
        super().__init__(context, parent, title, explanation % words.full_name(passenger.identity), accept)
        self._flight_id, self._row = flight_id, passenger.row
        self.said = self.add(self.tr("&What was said:"), QPlainTextEdit())
        self.said.setTabChangesFocus(True)

    def problem(self) -> str:
        """Something must have been said."""
        return "" if self.said.toPlainText().strip() else self.tr("Write down what was said.")

    def work(self) -> Work:
        """Hold."""
        session, flight_id, row, said = self.context.session, self._flight_id, self._row, self.said.toPlainText()
        return lambda _progress: reviewing.add_statement(session, flight_id, row, said)


def known_values(passenger: Passenger) -> dict[str, str]:
    """The fields of a passenger as text, as `RowDialog` shows them."""
    identity = passenger.identity
    paper = identity.documents[0] if identity.documents else None
    return {
        "family_name": identity.family_name,
        "given_names": identity.given_names,
        "birth_date": str(identity.birth_date or ""),
        "sex": str(identity.sex or ""),
        "nationality": identity.nationality,
        "a_number": identity.a_number,
        "document_type": paper.kind if paper else "",
        "document_number": paper.number if paper else "",
        "document_issuer": paper.issuer if paper else "",
        "document_expiry": str(paper.expiry or "") if paper else "",
    }


def known_cells(problem: StoredProblem) -> dict[str, str]:
    """The cells of a problem row by field, as far as their headings say which field they are."""
    fields = headings().fields
    found = {fields.get(heading_key(heading), ""): text for heading, text in problem.cells}
    return {key: text for key, text in found.items() if key in ROW_FIELDS}
