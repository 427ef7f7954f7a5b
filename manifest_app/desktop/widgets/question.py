"""What the program must be told rather than guess, as radio buttons in place."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from manifest_app.desktop.widgets.forms import named, note
from manifest_app.errors import QuestionError

translate = QCoreApplication.translate


def choice_text(choice: str) -> str:
    """An answer in words; one that is no fixed word (the name of a sheet) stays as it is."""
    return {
        "family-first": translate("Question", "The family name comes first: ACOSTA PEREZ Marisol"),
        "given-first": translate("Question", "The given name comes first: Marisol ACOSTA PEREZ"),
        "dmy": translate("Question", "Day first: 09/03/1984 is the 9th of March"),
        "mdy": translate("Question", "Month first: 03/09/1984 is the 9th of March"),
        "ymd": translate("Question", "Year first: 1984/03/09 is the 9th of March"),
    }.get(choice, choice)


class QuestionBox(QGroupBox):
    """Hidden until `ask`; `answered` carries (option, choice)."""

    answered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("A question before the list can be read"))
        self.setAccessibleName(self.title())
        self._option = ""
        self._group = QButtonGroup(self)
        self._text = note("")
        self._choices = QVBoxLayout()
        self.answer = QPushButton(self.tr("&Answer"))
        self.answer.setAccessibleName(self.tr("Answer"))
        self.answer.clicked.connect(self._answer)
        row = QHBoxLayout()
        row.addWidget(self.answer)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.addWidget(self._text)
        rows.addLayout(self._choices)
        rows.addLayout(row)
        self.hide()

    def ask(self, question: QuestionError) -> None:
        """Show a question; none of the answers is chosen beforehand."""
        self.clear()
        self._option = question.option
        self._text.setText(question.message)
        for number, choice in enumerate(question.choices):
            button = named(QRadioButton(choice_text(choice)), choice_text(choice))
            button.setProperty("choice", choice)
            self._group.addButton(button, number)
            self._choices.addWidget(button)
        self.answer.setEnabled(False)
        self._group.buttonClicked.connect(lambda _button: self.answer.setEnabled(True))
        self.show()
        if question.choices:
            self._group.button(0).setFocus()

    def choose(self, choice: str) -> None:
        """Choose an answer, as a click on it does."""
        for button in self._group.buttons():
            if button.property("choice") == choice:
                button.click()

    def clear(self) -> None:
        """Take the question away."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._choices.removeWidget(button)
            button.deleteLater()
        self.hide()

    def _answer(self) -> None:
        chosen = self._group.checkedButton()
        if chosen is not None:
            self.hide()
            self.answered.emit(self._option, str(chosen.property("choice")))
