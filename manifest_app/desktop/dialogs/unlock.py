"""The unlock screen: which vault, who, and the password."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from manifest_app.desktop import theme
from manifest_app.desktop.jobs import Jobs
from manifest_app.desktop.messages import Kind, Messages
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.forms import field, named, note, password_edit, title_label
from manifest_app.desktop.widgets.header import demonstration_label
from manifest_app.desktop.widgets.jobbar import JobBar
from manifest_app.errors import KnownError
from manifest_app.vault import VaultFacts
from manifest_app.workflow import vaults
from manifest_app.workflow.session import Session


class UnlockWindow(QWidget):
    """Asks for folder, name and password, and unlocks off the GUI thread.

    Signals:
        unlocked: Carries the `Session`.
        new_asked: The user wants a new vault or the demonstration.
    """

    unlocked = Signal(object)
    new_asked = Signal()

    def __init__(self, folder: Path | None = None, name: str = "") -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Unlock - Manifest App"))
        self.setWindowIcon(theme.icon("app"))
        self.messages = Messages(self)
        self.jobs = Jobs(self.messages, self)
        self.banner = Banner(closable=False)
        self.messages.posted.connect(self.banner.show_message)
        self.demonstration = demonstration_label()
        self.demonstration.hide()
        self.who = note(
            self.tr(
                "Its people are admin, officer, planner, supervisor and supervisor2; "
                "their passwords are in the folder people, beside the vault."
            )
        )
        self.who.hide()
        self.folder = QLineEdit(str(folder) if folder else "")
        self.name = QLineEdit(name)
        self.password = password_edit()
        self.show_password = QCheckBox(self.tr("&Show the password"))
        self.browse = QPushButton(self.tr("&Browse..."))
        self.unlock = QPushButton(self.tr("&Unlock"))
        self.new = QPushButton(self.tr("New &vault or demonstration..."))
        self._lay_out()
        self._connect()
        self._look_at_folder()
        self._start_where_something_is_missing()

    def fill(self, folder: Path, name: str) -> None:
        """Ask for this vault and this person."""
        self.folder.setText(str(folder))
        self.name.setText(name)
        self._look_at_folder()
        self._start_where_something_is_missing()

    def try_unlock(self) -> None:
        """Unlock with what is typed; what goes wrong is shown in place."""
        folder, name, password = Path(self.folder.text().strip()), self.name.text().strip(), self.password.text()
        if not self._complete(name, password):
            return
        self._enable(False)
        self.banner.clear()
        self.jobs.run(
            self.tr("Unlocking"),
            lambda _progress: vaults.unlock(folder, name, password),
            self._unlocked,
            self._failed,
            cancellable=False,
        )

    # --- building

    def _lay_out(self) -> None:
        named(self.browse, self.tr("Choose the folder of the vault"))
        named(self.show_password, self.tr("Show the password"))
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        field(form, self.tr("Vault &folder:"), self.folder, row=where)
        field(form, self.tr("&Name:"), self.name)
        field(form, self.tr("&Password:"), self.password)
        form.addRow("", self.show_password)
        self.unlock.setDefault(True)
        self.unlock.setIcon(theme.icon("lock"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.new)
        buttons.addStretch(1)
        buttons.addWidget(self.unlock)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 24, 28, 20)
        rows.setSpacing(12)
        rows.addWidget(title_label(self.tr("Manifest App")))
        rows.addWidget(note(self.tr("Plan removal flights without betraying who asked for protection.")))
        rows.addWidget(self.demonstration, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.who)
        rows.addWidget(self.banner)
        rows.addLayout(form)
        rows.addStretch(1)
        rows.addWidget(JobBar(self.jobs))
        rows.addLayout(buttons)
        self.resize(600, 400)

    def _connect(self) -> None:
        self.browse.clicked.connect(self._choose_folder)
        self.show_password.toggled.connect(self._show_password)
        self.unlock.clicked.connect(self.try_unlock)
        self.new.clicked.connect(self.new_asked)
        self.folder.editingFinished.connect(self._look_at_folder)
        self.name.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.try_unlock)

    def _start_where_something_is_missing(self) -> None:
        lines = (self.folder, self.name, self.password)
        next((line for line in lines if not line.text()), self.password).setFocus()

    # --- acting

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of the vault"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)
            self._look_at_folder()

    def _show_password(self, shown: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _look_at_folder(self) -> None:
        """Say at once when there is no vault in the folder, and when it is a demonstration."""
        text = self.folder.text().strip()
        self.demonstration.hide()
        self.who.hide()
        if text:
            self.jobs.run(
                self.tr("Looking at the folder"),
                lambda _progress: vaults.facts(Path(text)),
                self._show_facts,
                self._failed,
                cancellable=False,
            )

    def _show_facts(self, facts: VaultFacts) -> None:
        self.banner.clear()
        self.demonstration.setVisible(facts.demonstration)
        self.who.setVisible(facts.demonstration)

    def _complete(self, name: str, password: str) -> bool:
        if not self.folder.text().strip():
            self.banner.say(Kind.ERROR, self.tr("No folder is given."), self.tr("Choose the folder of the vault."))
        elif not name or not password:
            self.banner.say(Kind.ERROR, self.tr("Name and password are both needed."))
        else:
            return True
        self._start_where_something_is_missing()
        return False

    def _unlocked(self, session: Session) -> None:
        self.password.clear()
        self._enable(True)
        self.unlocked.emit(session)

    def _failed(self, error: KnownError) -> None:
        self.banner.show_message(self.messages.of(error))
        self._enable(True)
        self.password.selectAll()

    def _enable(self, enabled: bool) -> None:
        for widget in (self.folder, self.browse, self.name, self.password, self.unlock, self.new):
            widget.setEnabled(enabled)
        if enabled:
            self.password.setFocus()
