"""Copies that clear themselves after 20 seconds and ask clipboard histories not to keep them."""

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

CLEAR_AFTER_MS = 20_000
_HISTORY_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x01\x00\x00\x00",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\x00\x00\x00\x00",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\x00\x00\x00\x00",
}


class Clipboard(QObject):
    """The clipboard, as far as this program filled it."""

    def __init__(self, parent: QObject | None = None, *, clear_after_ms: int = CLEAR_AFTER_MS) -> None:
        super().__init__(parent)
        self._mine = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(clear_after_ms)
        self._timer.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Copy a text; it is cleared again after the time, unless another program has copied something since."""
        data = QMimeData()
        data.setText(text)
        for kind, value in _HISTORY_MARKS.items():
            data.setData(kind, QByteArray(value))
        QGuiApplication.clipboard().setMimeData(data)
        self._mine = text
        self._timer.start()

    def clear(self) -> None:
        """Clear what this program copied, if it is still there."""
        self._timer.stop()
        if self._mine and QGuiApplication.clipboard().text() == self._mine:
            QGuiApplication.clipboard().clear()
        self._mine = ""
