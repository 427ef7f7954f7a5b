"""Recording an incident."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog, Work
from manifest_app.workflow import incidents


class NewIncidentDialog(FormDialog):
    """Name and day of an incident; gives the `Incident`."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        explanation = words.translate(
            "NewIncidentDialog",
            "Data or a remark may have told someone who asked for protection. The unit is the whole list: "
            "everyone on it is exposed, not only those who match.",
        )
        super().__init__(
            context,
            parent,
            words.translate("NewIncidentDialog", "New incident"),
            explanation,
            words.translate("NewIncidentDialog", "Record it"),
        )
        self.name = self.add(self.tr("&Name:"), QLineEdit(), self.tr("What happened, in a few words, without names"))
        self.day_known = self.add(self.tr("&The day is known:"), QCheckBox())
        self.day = self.add(self.tr("&Day:"), QDateEdit(QDate.currentDate()))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setMaximumDate(QDate.currentDate())
        self.day.setEnabled(False)
        self.day_known.toggled.connect(self.day.setEnabled)

    def problem(self) -> str:
        """There must be a name."""
        return "" if self.name.text().strip() else self.tr("Give the incident a name.")

    def work(self) -> Work:
        """Record it."""
        session, name = self.context.session, self.name.text()
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day()) if self.day_known.isChecked() else None
        return lambda _progress: incidents.new_incident(session, name, day)
