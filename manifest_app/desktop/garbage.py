"""Python's cyclic garbage collection, kept to the GUI thread.

Python runs it in whatever thread happens to allocate. A window that became garbage would then be destroyed by the
worker thread, which Qt does not survive. So automatic collection is off, and a timer collects here.
"""

import gc

from PySide6.QtCore import QObject, QTimer

COLLECT_EVERY_MS = 15_000
_WORTH_IT = 2000
"""Objects made since the last collection below which there is nothing to gain."""


class Collector(QObject):
    """Turns automatic collection off and collects on the thread it lives on, which must be the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(COLLECT_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> bool:
        """Collect, if enough was made since the last time; True if it was done."""
        if gc.get_count()[0] < _WORTH_IT:
            return False
        gc.collect()
        return True
