"""The line above everything: which vault, search, who is signed in, Lock."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from manifest_app.desktop import theme, words
from manifest_app.desktop.context import Context
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.forms import ActionButton, ToneLabel, title_label
from manifest_app.workflow.flights import PASSENGER_ROLES

translate = QCoreApplication.translate


def demonstration_label() -> QLabel:
    """The word that stands wherever a demonstration vault is shown."""
    label = ToneLabel(translate("Header", "DEMONSTRATION"), Tone.WARN, backed=True)
    label.setAccessibleName(translate("Header", "This is a demonstration vault with invented people"))
    label.setToolTip(label.accessibleName())
    label.setMargin(4)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


class Header(QFrame):
    """`searched` carries what was typed into the search line when Enter is pressed."""

    searched = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session = context.session
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a flight: number, place or day"))
        self.search.setAccessibleName(self.tr("Find a flight"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(360)
        self.search.addAction(theme.icon("search", Tone.QUIET), QLineEdit.ActionPosition.LeadingPosition)
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.signed_in = QLabel(
            self.tr("Signed in: %(name)s (%(role)s)")
            % {"name": session.person.name, "role": words.role(session.person.role)}
        )
        self.signed_in.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(title_label(self.tr("Manifest App"), 1.15))
        if session.demonstration:
            row.addWidget(demonstration_label())
        row.addStretch(1)
        if session.person.role not in PASSENGER_ROLES:
            self.search.hide()
        row.addWidget(self.search, 2)
        row.addStretch(1)
        row.addWidget(self.signed_in)
        row.addWidget(ActionButton(context.actions.action("app.lock")))
