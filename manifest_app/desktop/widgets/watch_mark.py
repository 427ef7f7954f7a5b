"""The mark in the status bar that a folder is watched, on whatever page the user is."""

from PySide6.QtWidgets import QWidget

from manifest_app.desktop.theme import Tone
from manifest_app.desktop.watcher import Watcher
from manifest_app.desktop.widgets.forms import ToneLabel


class WatchMark(ToneLabel):
    """Hidden while the watch is off."""

    def __init__(self, watcher: Watcher, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.GOOD)
        self.setParent(parent)
        self._watcher = watcher
        self.setText(self.tr("Watch folder: on"))
        self.setMargin(3)
        watcher.switched.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setToolTip(str(self._watcher.outbox or ""))
        self.setVisible(self._watcher.on)
