"""The one sentence that may be said to a recipient, at hand where somebody may be asked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from manifest_app.desktop import sentences
from manifest_app.desktop.clipboard import Clipboard
from manifest_app.desktop.widgets.forms import named, note
from manifest_app.workflow.wording import PERMITTED_LINE


class PermittedSentence(QFrame):
    """The sentence word for word, what not to say, and a button that copies it."""

    def __init__(self, clipboard: Clipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self.setFrameShape(QFrame.Shape.StyledPanel)
        here = sentences.warning(PERMITTED_LINE)
        self.sentence = QLabel(PERMITTED_LINE if here == PERMITTED_LINE else f"{PERMITTED_LINE}\n{here}")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        font = self.sentence.font()
        font.setBold(True)
        self.sentence.setFont(font)
        self.copy = named(QPushButton(self.tr("Copy the sen&tence")), self.tr("Copy the sentence"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: self._clipboard.copy(PERMITTED_LINE))
        first = QHBoxLayout()
        first.addWidget(note(self.tr("The only thing to say about a list, by phone or in writing:")), 1)
        first.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.addLayout(first)
        column.addWidget(self.sentence)
        never = self.tr(
            'Never a number, never "some", "none", "all" or "affected", and never why somebody is on a list or isn\'t.'
        )
        column.addWidget(note(never))
        self.setAccessibleName(f"{self.tr('The only thing to say about a list, by phone or in writing:')} {here}")
