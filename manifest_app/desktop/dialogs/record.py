"""Correcting and ending a record of the registry: two persons, one of them a privacy officer."""

from PySide6.QtWidgets import QLineEdit, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog, Work
from manifest_app.desktop.dialogs.second_person import SecondPersonForm, partner_roles
from manifest_app.model.passenger import Identity, TravelDocument
from manifest_app.model.protection import Record
from manifest_app.workflow import registry


class _TwoPersonDialog(FormDialog):
    """A reason, and the second person's signature in the same place."""

    def __init__(self, context: Context, parent: QWidget, title: str, explanation: str, accept: str) -> None:
        super().__init__(context, parent, title, explanation, accept)
        session = context.session
        self.reason = QLineEdit()
        self.second = SecondPersonForm(session, partner_roles(session.person.role))

    def problem(self) -> str:
        """A reason and a second person are needed."""
        return self.second.problem() if self.reason.text().strip() else self.tr("Give the reason.")

    def forget(self) -> None:
        """Forget the second person's password."""
        self.second.forget()

    def add_signatures(self) -> None:
        """Put reason and second person below what is there."""
        self.add(self.tr("&Reason:"), self.reason)
        self.form.addRow(self.second)


class CorrectRecordDialog(_TwoPersonDialog):
    """Corrects who a record is about; gives the `Record`."""

    def __init__(self, context: Context, parent: QWidget, record: Record) -> None:
        explanation = words.translate(
            "CorrectRecordDialog", "Every flight that has not left yet must be screened again after a correction."
        )
        super().__init__(
            context,
            parent,
            words.translate("CorrectRecordDialog", "Correct a record"),
            explanation,
            words.translate("CorrectRecordDialog", "Correct it"),
        )
        self._record = record
        self.fields = {key: self._field(key, text) for key, text in editable(record.identity).items()}
        self.add_signatures()

    def problem(self) -> str:
        """Something must have changed."""
        return super().problem() if self.values() else self.tr("Nothing was changed yet.")

    def values(self) -> dict[str, str]:
        """The fields that were changed."""
        before = editable(self._record.identity)
        return {key: edit.text().strip() for key, edit in self.fields.items() if edit.text().strip() != before[key]}

    def work(self) -> Work:
        """Correct it."""
        session, record_id, values = self.context.session, self._record.id, self.values()
        reason, second = self.reason.text(), self.second.second()
        return lambda _progress: registry.correct_record(session, record_id, values, reason, second)

    def _field(self, key: str, text: str) -> QLineEdit:
        return self.add(f"{words.field(key)}:", QLineEdit(text))


class EndRecordDialog(_TwoPersonDialog):
    """Ends a record, so that it raises no finding any more; gives the `Record`."""

    def __init__(self, context: Context, parent: QWidget, record: Record) -> None:
        explanation = words.translate(
            "EndRecordDialog", "%s: the record raises no hold any more. It stays readable, with the reason."
        )
        name = words.full_name(record.identity)
        super().__init__(
            context,
            parent,
            words.translate("EndRecordDialog", "End a record"),
            explanation % name,
            words.translate("EndRecordDialog", "End it"),
        )
        self._record_id = record.id
        self.add_signatures()

    def work(self) -> Work:
        """End it."""
        session, record_id = self.context.session, self._record_id
        reason, second = self.reason.text(), self.second.second()
        return lambda _progress: registry.end_record(session, record_id, reason, second)


def editable(identity: Identity) -> dict[str, str]:
    """The fields of an identity that can be corrected, as text."""
    paper = identity.documents[0] if identity.documents else TravelDocument()
    return {
        "family_name": identity.family_name,
        "given_names": identity.given_names,
        "birth_date": str(identity.birth_date or ""),
        "sex": str(identity.sex or ""),
        "nationality": identity.nationality,
        "a_number": identity.a_number,
        "document_type": paper.kind,
        "document_number": paper.number,
        "document_issuer": paper.issuer,
        "document_expiry": str(paper.expiry or ""),
    }
