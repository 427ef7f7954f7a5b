"""First run: where the vault is, its first two people, its policy, and what there is for the day a password is lost."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from manifest_app.desktop import theme, words
from manifest_app.desktop.jobs import Jobs
from manifest_app.desktop.messages import Kind, Messages
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.forms import field, named, note, password_edit
from manifest_app.desktop.widgets.jobbar import JobBar
from manifest_app.errors import KnownError
from manifest_app.model.people import PlannerSees, Policy, Role
from manifest_app.model.progress import Progress
from manifest_app.vault import NewPerson
from manifest_app.workflow import demonstration, vaults


class _Step(QWizardPage):
    """A page with a banner above its content."""

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self.setTitle(title)
        self.banner = Banner(closable=False)
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(12)
        if explanation:
            self.rows.addWidget(note(explanation))
        self.rows.addWidget(self.banner)

    def refuse(self, text: str, todo: str = "") -> bool:
        """Say why the user can't go on yet; always False, so that ``validatePage`` can return it."""
        self.banner.say(Kind.ERROR, text, todo)
        return False


class PlacePage(_Step):
    """A new vault, or the demonstration; and where."""

    def __init__(self) -> None:
        super().__init__("", "")
        self.setTitle(self.tr("What do you want to start with?"))
        self.real = QRadioButton(self.tr("A &new vault for the office"))
        self.demo = QRadioButton(self.tr("The &demonstration: a flight of 103 invented people"))
        self.real.setChecked(True)
        group = QButtonGroup(self)
        self.folder = QLineEdit(str(_documents() / "manifest-vault"))
        self.browse = named(QPushButton(self.tr("&Browse...")), self.tr("Choose where the folder is made"))
        self.browse.clicked.connect(self._choose)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        form = QFormLayout()
        field(form, self.tr("&Folder:"), self.folder, self.tr("The folder is made; it must not exist yet."), row=where)
        for button in (self.real, self.demo):
            group.addButton(button)
            self.rows.addWidget(named(button, button.text()))
            button.toggled.connect(self._suggest)
        self.rows.addLayout(form)
        self.rows.addWidget(
            note(
                self.tr(
                    "The folder holds all data, encrypted. Keep it on a disk of this computer, not in a folder that is "
                    "copied to the internet."
                )
            )
        )

    @property
    def chosen(self) -> Path:
        """The folder typed."""
        return Path(self.folder.text().strip()).expanduser()

    def nextId(self) -> int:
        """The demonstration needs no more questions."""
        return FirstRunWizard.READY if self.demo.isChecked() else FirstRunWizard.ADMIN

    def validatePage(self) -> bool:
        """A folder that is there already would be overwritten or mixed up: refuse."""
        self.banner.clear()
        if not self.folder.text().strip():
            return self.refuse(self.tr("No folder is given."), self.tr("Choose where the vault is to be."))
        if self.chosen.exists() and any(self.chosen.iterdir() if self.chosen.is_dir() else [self.chosen]):
            return self.refuse(
                self.tr("There is something in that folder already."),
                self.tr("Choose a folder that doesn't exist yet."),
            )
        return True

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where is the folder made?"), str(self.chosen.parent))
        if chosen:
            self.folder.setText(str(Path(chosen) / self.chosen.name))

    def _suggest(self) -> None:
        names = {"manifest-vault", "manifest-demonstration"}
        if self.chosen.name in names:
            wanted = "manifest-demonstration" if self.demo.isChecked() else "manifest-vault"
            self.folder.setText(str(self.chosen.parent / wanted))


class PersonPage(_Step):
    """Name and password of one of the first people."""

    def __init__(self, role: Role, title: str, explanation: str, other: Callable[[], str]) -> None:
        super().__init__(title, explanation)
        self.role = role
        self._other = other
        self.name = QLineEdit()
        self.password = password_edit()
        self.again = password_edit()
        form = QFormLayout()
        field(form, self.tr("&Name:"), self.name)
        rule = self.tr("At least 15 characters. A few words in a row are good; no rule about signs.")
        field(form, self.tr("&Password:"), self.password, rule)
        field(form, self.tr("Password a&gain:"), self.again)
        self.rows.addLayout(form)
        self.rows.addWidget(note(rule))

    def validatePage(self) -> bool:
        """Refuse what the vault would refuse, here where it can be mended."""
        self.banner.clear()
        name = self.name.text().strip()
        if not name:
            return self.refuse(self.tr("A name is needed."))
        if name.casefold() == self._other().casefold():
            return self.refuse(self.tr("Administrator and privacy officer must be two people with two names."))
        if self.password.text() != self.again.text():
            return self.refuse(self.tr("The two passwords differ."), self.tr("Type the same one twice."))
        try:
            vaults.check_password(self.password.text(), name)
        except KnownError as error:
            return self.refuse(error.message, error.todo)
        return True

    def person(self) -> NewPerson:
        """Who was typed."""
        return NewPerson(self.name.text().strip(), self.role, self.password.text())


class PolicyPage(_Step):
    """How much a planner learns of a hold."""

    def __init__(self) -> None:
        super().__init__("", "")
        self.setTitle(self.tr("What does a planner learn?"))
        self.category = QRadioButton(
            self.tr("The &category of a hold: pending claim, exposure, fear, identity or data")
        )
        self.neutral = QRadioButton(self.tr("&Only that there is a hold, in neutral words"))
        self.category.setChecked(True)
        self.screening = QCheckBox(self.tr("Planners may &screen flights themselves"))
        self.screening.setChecked(True)
        group = QButtonGroup(self)
        for button in (self.category, self.neutral):
            group.addButton(button)
            self.rows.addWidget(named(button, button.text()))
        self.rows.addWidget(named(self.screening, self.screening.text()))
        self.rows.addWidget(
            note(
                self.tr(
                    "This is kept by keys, not by hiding: what a planner may not learn, a planner's password can't "
                    "open. With neutral words, supervisors and privacy officers do the screening. An administrator "
                    "and a privacy officer can change this later, together."
                )
            )
        )
        self.neutral.toggled.connect(self._match)

    def policy(self) -> Policy:
        """What was chosen."""
        sees = PlannerSees.NEUTRAL if self.neutral.isChecked() else PlannerSees.CATEGORY
        return Policy(sees, self.screening.isChecked() and sees is PlannerSees.CATEGORY)

    def _match(self, neutral: bool) -> None:
        self.screening.setEnabled(not neutral)
        self.screening.setChecked(not neutral)


class ReadyPage(_Step):
    """What will be made, and the truth about lost passwords; making happens on Finish."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__("", "")
        self.setTitle(self.tr("Ready"))
        self.summary = note("", theme.Tone.PLAIN)
        self.rows.addWidget(self.summary)
        self.rows.addStretch(1)
        self.rows.addWidget(JobBar(jobs))
        self.setFinalPage(True)

    def nextId(self) -> int:
        """The last page."""
        return -1

    def explain(self, *, demo: bool, folder: Path) -> None:
        """Say what Finish will do."""
        if demo:
            text = self.tr(
                "Finish makes the demonstration in %s: five people, a registry, an exposure list and flight RX-114, "
                "all invented. The passwords are in the folder 'people' beside the vault, for everyone to read: never "
                "put real data into it."
            )
        else:
            text = self.tr(
                "Finish makes the vault in %s.\n\nThere is no back door and no master password. Who forgets a password "
                "can't get in any more; then the administrator and the privacy officer together give that person a new "
                "account. If the only privacy officer's password is lost, protection data can't be opened by anybody "
                "again. So add a second privacy officer soon, and copy the folder of the vault to a safe place every "
                "day while the program is closed."
            )
        self.summary.setText(text % folder)


class FirstRunWizard(QWizard):
    """Makes a vault or the demonstration.

    Signals:
        made: (folder of the vault, name of the person to sign in first); sent before the wizard closes.
        left: The user cancelled; sent before the wizard closes, since the program ends with its last window.
    """

    PLACE, ADMIN, OFFICER, POLICY, READY = range(5)
    made = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("First steps - Manifest App"))
        self.setWindowIcon(theme.icon("app"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.messages = Messages(self)
        self.jobs = Jobs(self.messages, self)
        self.place = PlacePage()
        self.admin = self._person(Role.ADMIN, lambda: "")
        self.officer = self._person(Role.OFFICER, lambda: self.admin.name.text().strip())
        self.policy = PolicyPage()
        self.ready = ReadyPage(self.jobs)
        self.messages.posted.connect(self.ready.banner.show_message)
        pages = (self.place, self.admin, self.officer, self.policy, self.ready)
        for number, page in enumerate(pages):
            self.setPage(number, page)
        self.currentIdChanged.connect(self._explain)
        self.resize(680, 500)

    def accept(self) -> None:
        """Make what was asked for; the wizard closes when it is there, and stays with the reason when it isn't."""
        self.button(QWizard.WizardButton.FinishButton).setEnabled(False)
        self.button(QWizard.WizardButton.BackButton).setEnabled(False)
        what = self.tr("Making the demonstration") if self.place.demo.isChecked() else self.tr("Making the vault")
        self.jobs.run(what, self._work(), self._made, self._failed, cancellable=self.place.demo.isChecked())

    def reject(self) -> None:
        """Cancel; work that runs is cancelled with it."""
        self.jobs.cancel()
        self.left.emit()
        super().reject()

    def _person(self, role: Role, other: Callable[[], str]) -> PersonPage:
        explanation = {
            Role.ADMIN: self.tr("The administrator adds people and changes the policy, and sees no passenger."),
            Role.OFFICER: self.tr(
                "The privacy officer opens everything that is known of protection, and is the second person where the "
                "rules ask for two. It must be another human than the administrator, who types an own password."
            ),
        }[role]
        return PersonPage(role, words.role(role), explanation, other)

    def _explain(self, page: int) -> None:
        if page == self.READY:
            self.ready.explain(demo=self.place.demo.isChecked(), folder=self.place.chosen)

    def _work(self) -> Callable[[Progress], tuple[Path, str]]:
        folder = self.place.chosen
        if self.place.demo.isChecked():
            return lambda progress: (demonstration.make(folder, progress=progress).vault, "planner")
        people, policy = (self.admin.person(), self.officer.person()), self.policy.policy()

        def create(_progress: Progress) -> tuple[Path, str]:
            vaults.create(folder, people, policy)
            return folder, people[0].name

        return create

    def _made(self, made: tuple[Path, str]) -> None:
        self.made.emit(*made)
        super().accept()

    def _failed(self, error: KnownError) -> None:
        self.ready.banner.show_message(self.messages.of(error))
        self.button(QWizard.WizardButton.FinishButton).setEnabled(True)
        self.button(QWizard.WizardButton.BackButton).setEnabled(True)


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()
