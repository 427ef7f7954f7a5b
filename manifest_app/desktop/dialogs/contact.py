"""Recording a call, a mail or a meeting about a flight."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFormLayout,
    QGroupBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog, Work
from manifest_app.desktop.models.contacts import channel, how_many
from manifest_app.desktop.states import isolated
from manifest_app.desktop.widgets.forms import field, note
from manifest_app.model.contact import Channel, Told
from manifest_app.model.flight import Flight
from manifest_app.model.release import Recipient
from manifest_app.workflow import contacts
from manifest_app.workflow.contacts import WORDS
from manifest_app.workflow.releasing import ReleaseRow

_ROWS_OF_TEXT = 4


class ContactDialog(FormDialog):
    """With whom, how, when, what was said, and what was told of which list; gives the `Contact`."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        flight: Flight,
        recipients: Sequence[Recipient],
        lists: Sequence[ReleaseRow],
    ) -> None:
        explanation = words.translate(
            "ContactDialog",
            "Write down what was said by both sides, also what should not have been said: it can't be taken back, and "
            "must be known. It is sealed; supervisors and privacy officers read it.",
        )
        super().__init__(
            context,
            parent,
            words.translate("ContactDialog", "Record a contact about %s") % flight.number,
            explanation,
            words.translate("ContactDialog", "Record it"),
        )
        self._flight_id = flight.id
        self._lists = lists
        self.recipient = self.add(self.tr("&With:"), QComboBox())
        for one in recipients:
            self.recipient.addItem(isolated(one.name), one.id)
        self.channel = self.add(self.tr("&How:"), QComboBox())
        for way in Channel:
            self.channel.addItem(channel(way), way.value)
        self._add_time()
        self.said = self.add(self.tr("What was &said:"), QPlainTextEdit())
        self.said.setTabChangesFocus(True)
        self.said.setMinimumHeight(self.said.fontMetrics().lineSpacing() * _ROWS_OF_TEXT + 12)
        self.told: dict[int, QComboBox] = {}
        self._told_box = QGroupBox(self.tr("Was anything told about how many people of a list?"))
        self._told_box.setAccessibleName(self._told_box.title())
        self._told_column = QVBoxLayout(self._told_box)
        self._told_part = QWidget()
        self._told_column.addWidget(self._told_part)
        self.form.addRow(self._told_box)
        self.recipient.currentIndexChanged.connect(self._offer_lists)
        self._offer_lists()
        self.setMinimumWidth(560)
        self.fit()

    def problem(self) -> str:
        """Somebody, something said, and counts that are counts."""
        if self.recipient.currentData() is None:
            return self.tr("Choose with whom.")
        if not self.said.toPlainText().strip():
            return self.tr("Write down what was said, in a few words.")
        if any(not _is_count(box) for box in self.told.values()):
            return self.tr("What was told of a list is a number, or one of: none, some, all.")
        return ""

    def told_something(self) -> bool:
        """Whether anything was told about a list."""
        return bool(self._told())

    def work(self) -> Work:
        """Record it."""
        session, flight_id, recipient = self.context.session, self._flight_id, str(self.recipient.currentData())
        way, said, told = Channel(str(self.channel.currentData())), self.said.toPlainText(), self._told()
        at = None if self.now.isChecked() else _utc(self.when.dateTime())
        return lambda _progress: contacts.add_contact(session, flight_id, recipient, way, said, told=told, at=at)

    def _add_time(self) -> None:
        self.now = self.add(self.tr("&It was just now:"), QCheckBox())
        self.now.setChecked(True)
        self.when = self.add(self.tr("W&hen:"), QDateTimeEdit(QDateTime.currentDateTime()))
        self.when.setCalendarPopup(True)
        self.when.setDisplayFormat("d MMM yyyy HH:mm")
        self.when.setEnabled(False)
        self.now.toggled.connect(self.when.setDisabled)

    def _offer_lists(self) -> None:
        """One line for each list that this recipient has."""
        old, self._told_part = self._told_part, QWidget()
        self.told = {}
        rows = QFormLayout(self._told_part)
        rows.setContentsMargins(0, 0, 0, 0)
        mine = [one for one in self._lists if one.recipient.id == self.recipient.currentData()]
        for one in sorted(mine, key=lambda row: row.release.number):
            text = self.tr("List %(number)s (passengers: %(count)s):") % {
                "number": one.release.number,
                "count": words.number(one.release.passengers),
            }
            self.told[one.release.number] = field(rows, text, _count_box(self.tr("Nothing was told of it")))
        if not mine:
            rows.addRow(note(self.tr("They have no list of this flight.")))
        self._told_column.replaceWidget(old, self._told_part)
        old.deleteLater()

    def _told(self) -> tuple[Told, ...]:
        counted = ((number, _count(box)) for number, box in self.told.items())
        return tuple(Told(number, text) for number, text in counted if text)


def _count_box(nothing: str) -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.addItem(nothing, "")
    for word in WORDS:
        box.addItem(how_many(word), word)
    return box


def _count(box: QComboBox) -> str:
    """What was told: one of `WORDS`, or what was typed; "" for nothing."""
    text = box.currentText().strip()
    at = box.findText(text)
    return str(box.itemData(at)) if at >= 0 else text


def _is_count(box: QComboBox) -> bool:
    text = _count(box)
    return not text or text in WORDS or text.isdecimal()


def _utc(when: QDateTime) -> datetime:
    return datetime.fromtimestamp(when.toSecsSinceEpoch(), UTC)
