"""How far a flight has come, as four steps."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from manifest_app.desktop import theme
from manifest_app.desktop.theme import Tone
from manifest_app.model.flight import FlightStage


class _Mark(Enum):
    DONE = auto()
    NOW = auto()
    LATER = auto()


_REACHED = {
    FlightStage.EMPTY: 0,
    FlightStage.IMPORTED: 1,
    FlightStage.SCREENED: 2,
    FlightStage.IN_REVIEW: 2,
    FlightStage.REVIEWED: 3,
    FlightStage.RELEASED: 4,
}
_LOOKS = {_Mark.DONE: ("check", Tone.GOOD), _Mark.NOW: ("wait", Tone.NOTE), _Mark.LATER: ("minus", Tone.QUIET)}


class Stepper(QWidget):
    """Imported, screened, reviewed, released: each with a drawing and a word, and what is next in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = FlightStage.EMPTY
        self._names = (self.tr("Imported"), self.tr("Screened"), self.tr("Reviewed"), self.tr("Released"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._icons = [QLabel() for _ in self._names]
        self._texts = [QLabel() for _ in self._names]
        for number, (icon, text) in enumerate(zip(self._icons, self._texts, strict=True)):
            if number:
                line = QFrame()
                line.setFrameShape(QFrame.Shape.HLine)
                line.setFixedWidth(28)
                row.addWidget(line)
            row.addWidget(icon)
            row.addWidget(text)
        row.addStretch(1)
        self.show_stage(FlightStage.EMPTY)

    def show_stage(self, stage: FlightStage) -> None:
        """Show the steps done, the one to do now, and those that come later."""
        self._stage = stage
        reached = _REACHED[stage]
        said = []
        for number, name in enumerate(self._names):
            mark = _Mark.DONE if number < reached else _Mark.NOW if number == reached else _Mark.LATER
            self._show(number, mark)
            said.append(f"{number + 1} {name}: {self._word(mark)}")
        self.setAccessibleName(", ".join(said))

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.show_stage(self._stage)

    def _word(self, mark: _Mark) -> str:
        return {_Mark.DONE: self.tr("done"), _Mark.NOW: self.tr("next"), _Mark.LATER: self.tr("later")}[mark]

    def _show(self, number: int, mark: _Mark) -> None:
        icon, tone = _LOOKS[mark]
        self._icons[number].setPixmap(theme.icon(icon, tone).pixmap(QSize(18, 18)))
        label = self._texts[number]
        label.setText(f"{number + 1}  {self._names[number]}")
        theme.tint(label, tone)
        font = label.font()
        font.setBold(mark is _Mark.NOW)
        label.setFont(font)
