"""What is kept of a recipient beside its name: how messages name the parties, and who no longer shares with it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from manifest_app.desktop import states, words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog, Work
from manifest_app.model.people import Role
from manifest_app.model.release import MessageParties, Recipient
from manifest_app.workflow import recipients

DIRECTORIES = ("02B", "05B", "15B")
SYNTAXES = ("UNOA", "UNOB")
OFFICERS = frozenset({Role.OFFICER})
"""Who takes back that recipients share."""


class _RecipientDialog(FormDialog):
    """Something about one recipient; the pages read the recipients again afterwards."""

    def __init__(self, context: Context, parent: QWidget, title: str, explanation: str, accept: str) -> None:
        super().__init__(context, parent, title, explanation, accept)
        self.succeeded.connect(lambda _result: context.changed.emit("recipients"))


class AgreeDialog(_RecipientDialog):
    """Keeps how passenger list messages to a recipient name the parties; gives the `Recipient`."""

    def __init__(self, context: Context, parent: QWidget, recipient: Recipient) -> None:
        explanation = words.translate(
            "AgreeDialog",
            "As agreed with this recipient, in capitals, digits and spaces. Name general offices, never a person.",
        )
        super().__init__(
            context,
            parent,
            words.translate("AgreeDialog", "Passenger list messages (PAXLST)"),
            explanation,
            words.translate("AgreeDialog", "Keep it"),
        )
        self._recipient = recipient
        known = recipient.parties or MessageParties("", "", "", DIRECTORIES[0], SYNTAXES[0])
        self.office = self.add(self.tr("This &office is called:"), QLineEdit(known.sender))
        self.receiver = self.add(self.tr("The &recipient is called:"), QLineEdit(known.recipient))
        self.contact = self.add(self.tr("&Questions go to:"), QLineEdit(known.contact))
        self.directory = self.add(self.tr("&Edition:"), _choice(DIRECTORIES, known.directory))
        self.syntax = self.add(self.tr("&Characters:"), _choice(SYNTAXES, known.syntax))

    def problem(self) -> str:
        """All three must be named."""
        named = all(edit.text().strip() for edit in (self.office, self.receiver, self.contact))
        return "" if named else self.tr("Name this office, the recipient, and who answers questions.")

    def work(self) -> Work:
        """Keep it."""
        session, recipient_id = self.context.session, self._recipient.id
        office, receiver, contact = (edit.text().strip() for edit in (self.office, self.receiver, self.contact))
        parties = MessageParties(office, receiver, contact, self.directory.currentText(), self.syntax.currentText())
        return lambda _progress: recipients.agree(session, recipient_id, parties)


class UnshareDialog(_RecipientDialog):
    """Takes back that a recipient shares with another; gives both."""

    def __init__(self, context: Context, parent: QWidget, recipient: Recipient, known: Iterable[Recipient]) -> None:
        explanation = words.translate(
            "UnshareDialog", "What each can have got from the other by now still counts in every comparison."
        )
        super().__init__(
            context,
            parent,
            words.translate("UnshareDialog", "No longer shares lists"),
            explanation,
            words.translate("UnshareDialog", "Take it back"),
        )
        self._recipient = recipient
        self.other = self.add(self.tr("&Shares with:"), QComboBox())
        for one in known:
            if one.id in recipient.shares_with:
                self.other.addItem(states.isolated(one.name), one.id)
        self.reason = self.add(self.tr("&Reason:"), QLineEdit(), self.tr("Everybody in the office can read it"))

    def problem(self) -> str:
        """There must be a reason."""
        return "" if self.reason.text().strip() else self.tr("Give the reason.")

    def work(self) -> Work:
        """Take it back."""
        session, one, other = self.context.session, self._recipient.id, str(self.other.currentData())
        reason = self.reason.text()
        return lambda _progress: recipients.unshare(session, one, other, reason)


def _choice(texts: Iterable[str], chosen: str) -> QComboBox:
    made = QComboBox()
    made.addItems(list(texts))
    made.setCurrentText(chosen)
    return made
