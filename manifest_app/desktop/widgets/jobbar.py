"""The long work of the moment: what, how far, how long still, and Cancel."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from manifest_app.desktop.jobs import Jobs, Report

SHOWN_AFTER_MS = 300
"""Work that is done sooner isn't worth a flicker."""


class JobBar(QWidget):
    """Sits in the status bar; hidden while nothing runs long."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = QLabel()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setFixedWidth(200)
        self.bar.setMaximumHeight(14)
        self.bar.setTextVisible(False)
        self.left = QLabel()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel the work in the status bar"))
        self.cancel.clicked.connect(jobs.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        for widget in (self.what, self.bar, self.left, self.cancel):
            row.addWidget(widget)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWN_AFTER_MS)
        self._soon.timeout.connect(self.show)
        jobs.started.connect(self._start)
        jobs.reported.connect(self._report)
        jobs.idle.connect(self._stop)
        self.hide()

    def _start(self, what: str) -> None:
        self.what.setText(what)
        self.left.clear()
        self.bar.setRange(0, 0)
        self.cancel.hide()
        self._soon.start()

    def _report(self, report: Report) -> None:
        self.cancel.setVisible(report.cancellable)
        if report.total:
            self.bar.setRange(0, 1000)
            self.bar.setValue(1000 * report.done // report.total)
        else:
            self.bar.setRange(0, 0)
        if report.seconds_left is not None and report.seconds_left >= 1:
            self.left.setText(self.tr("%n second(s) left", "", round(report.seconds_left)))
        else:
            self.left.clear()

    def _stop(self) -> None:
        self._soon.stop()
        self.hide()
