"""Decisions on a release: approve, refuse, add a recipient; and the way from an approval to a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from manifest_app.desktop import words
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.form import FormDialog, Work
from manifest_app.desktop.dialogs.password import PasswordDialog
from manifest_app.desktop.states import isolated
from manifest_app.model.audit import AuditEntry
from manifest_app.model.progress import Progress
from manifest_app.model.release import Release
from manifest_app.release.profile import Profile
from manifest_app.vault.words import spoken
from manifest_app.workflow import auditing, recipients, releasing, writing
from manifest_app.workflow.releasing import ReleaseRow
from manifest_app.workflow.writing import WrittenFile


def approval_dialog(context: Context, parent: QWidget, row: ReleaseRow) -> PasswordDialog:
    """Asks the approver's own password, then approves; gives the `Release`."""
    session, release_id = context.session, row.release.id
    explanation = words.translate(
        "Dialogs",
        "You approve exactly this list: %(count)s passengers of %(flight)s for %(recipient)s. "
        "Your signature is over its content; any change makes it void.",
    ) % {
        "count": words.number(row.release.passengers),
        "flight": row.flight.number,
        "recipient": isolated(row.recipient.name),
    }
    return PasswordDialog(
        context,
        parent,
        words.translate("Dialogs", "Approve a release"),
        explanation,
        words.translate("Dialogs", "Approve"),
        lambda _progress: releasing.approve(session, release_id),
    )


class RefusalDialog(FormDialog):
    """Refuses a release, or takes back an approval, with a reason; gives the `Release`."""

    def __init__(self, context: Context, parent: QWidget, release: Release) -> None:
        explanation = words.translate("RefusalDialog", "No file is written. The reason is kept in the ledger.")
        super().__init__(
            context,
            parent,
            words.translate("RefusalDialog", "Refuse a release"),
            explanation,
            words.translate("RefusalDialog", "Refuse"),
        )
        self._release_id = release.id
        self.reason = self.add(self.tr("&Reason:"), QLineEdit())

    def problem(self) -> str:
        """There must be a reason."""
        return "" if self.reason.text().strip() else self.tr("Give the reason.")

    def work(self) -> Work:
        """Refuse it."""
        session, release_id, reason = self.context.session, self._release_id, self.reason.text()
        return lambda _progress: releasing.refuse(session, release_id, reason)


class RecipientDialog(FormDialog):
    """Adds a recipient; gives the `Recipient`."""

    def __init__(self, context: Context, parent: QWidget, profiles: Mapping[str, Profile]) -> None:
        explanation = words.translate(
            "RecipientDialog", "Recipients have no account here. The profile says which fields they may get at most."
        )
        super().__init__(
            context,
            parent,
            words.translate("RecipientDialog", "Add a recipient"),
            explanation,
            words.translate("RecipientDialog", "Add"),
        )
        self.name = self.add(self.tr("&Name:"), QLineEdit(), self.tr("An office or a carrier, not a person"))
        self.profile = self.add(self.tr("&Profile:"), QComboBox())
        for name in profiles:
            self.profile.addItem(profile_name(name), name)

    def problem(self) -> str:
        """There must be a name."""
        return "" if self.name.text().strip() else self.tr("Give the recipient's name.")

    def work(self) -> Work:
        """Add it."""
        session, name, profile = self.context.session, self.name.text(), str(self.profile.currentData())
        return lambda _progress: recipients.add_recipient(session, name, profile)


def profile_name(name: str) -> str:
    """What a profile is called; an office's own profile is called by its name."""
    return {
        "liaison": words.translate("Profiles", "Liaison: identity and document (English)"),
        "liaison-es": words.translate("Profiles", "Liaison: identity and document (Spanish)"),
        "carrier": words.translate("Profiles", "Carrier: name, birth, sex, document (English)"),
        "carrier-es": words.translate("Profiles", "Carrier: name, birth, sex, document (Spanish)"),
    }.get(name, name)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What stands in the ledger of a file that was written."""

    written: WrittenFile
    entry: int
    head: str


class ReleaseWriter(QObject):
    """Folder, password, file: three steps of one act.

    Signals:
        written: The file is there; carries a `Ledger`.
    """

    written = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent

    def start(self, release: Release) -> None:
        """Ask where the file shall be, then for the password, then write it."""
        dialog = QFileDialog(self._parent, self.tr("Folder for the file"), str(self._context.last_folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
        dialog.fileSelected.connect(lambda name: self.write_into(release, Path(name)))
        dialog.open()

    def write_into(self, release: Release, folder: Path) -> None:
        """Ask for the password, then write the file into a folder under its neutral name."""
        self._context.last_folder = folder
        session = self._context.session

        def work(_progress: Progress) -> Ledger:
            written = writing.write(session, release.id, folder)
            last = auditing.entries(session, limit=1)[0]
            return Ledger(written, last.seq, head_words(last))

        explanation = self.tr("%(file)s is written into %(folder)s, after it was read back and checked once more.") % {
            "file": release.file_name,
            "folder": folder,
        }
        dialog = PasswordDialog(
            self._context, self._parent, self.tr("Write the file"), explanation, self.tr("Write the file"), work
        )
        dialog.succeeded.connect(self.written)
        dialog.open()


def head_words(head: AuditEntry) -> str:
    """The newest entry of the log as eight words that two people read to each other; `audit verify` prints the same."""
    return " ".join(spoken(bytes.fromhex(head.hash)))


def ledger_text(ledger: Ledger) -> str:
    """The ledger entry, the hash and the head of the log, as a person reads them to another."""
    written = ledger.written
    release = written.release
    lines = (
        words.translate("Ledger", "Written: %s") % written.path,
        words.translate("Ledger", "Ledger: release %(id)s, list %(number)s, %(count)s passengers")
        % {"id": release.id[:8], "number": release.number, "count": words.number(written.passengers)},
        words.translate("Ledger", "SHA-256: %s") % written.sha256,
        words.translate("Ledger", "Head of the log: entry %(entry)s, %(head)s")
        % {"entry": ledger.entry, "head": ledger.head},
    )
    return "\n".join(lines)
