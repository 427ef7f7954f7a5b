"""The desktop program: the unlock screen, then the main window, until it is closed or locked."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from manifest_app import bundled
from manifest_app.desktop import capture, settings
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.first_run import FirstRunWizard
from manifest_app.desktop.dialogs.unlock import UnlockWindow
from manifest_app.desktop.garbage import Collector
from manifest_app.desktop.lock import Locker
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.system_lock import SystemLock
from manifest_app.workflow.session import Session

SMOKE = "MANIFEST_APP_SMOKE"
"""With this environment variable set to 1 the program shows its first window and ends with 0 after a second."""
SMOKE_MS = 1000


def run(vault: Path | None = None, user: str | None = None, password: str | None = None) -> int:
    """Run the desktop until its last window is closed.

    Args:
        vault: Folder of the vault; None takes the one opened last.
        user: Name to fill in.
        password: Password; with it the vault is unlocked at once.

    Returns:
        The exit code, 0.
    """
    application = make_application()
    desktop = Desktop(settings.settings_file())
    desktop.start(vault, user or "", password)
    if os.environ.get(SMOKE) == "1":
        QTimer.singleShot(SMOKE_MS, desktop.quit)
    return application.exec()


def make_application() -> QApplication:
    """The application with its name, style and language."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Manifest App")
    application.setDesktopFileName("manifest-app")
    Collector(application)
    install_translations(application, QLocale())
    return application


def install_translations(application: QApplication, locale: QLocale, own: Path | None = None) -> list[QTranslator]:
    """Install Qt's own and the program's translations; what is in no other language is in English.

    Args:
        application: The application.
        locale: Whose language.
        own: Folder of the program's translations; None takes the shipped one.

    Returns:
        What was installed.
    """
    installed = []
    english = QLocale(QLocale.Language.English)
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for name, folder in (("qtbase", qt), ("manifest_app", own or bundled.resource("translations"))):
        translator = QTranslator(application)
        if any(translator.load(language, name, "_", str(folder)) for language in (locale, english)):
            application.installTranslator(translator)
            installed.append(translator)
    return installed


class Desktop(QObject):
    """Leads from window to window.

    Args:
        settings_file: Where the folder of the last vault is remembered.
        make_locker: Makes the `Locker` of a context; replaced in tests.
    """

    def __init__(self, settings_file: Path, make_locker: Callable[[Context], Locker] = Locker) -> None:
        super().__init__()
        self._settings = settings_file
        self._make_locker = make_locker
        self.unlock: UnlockWindow | None = None
        self.wizard: FirstRunWizard | None = None
        self.window: MainWindow | None = None

    def start(self, vault: Path | None, user: str, password: str | None) -> None:
        """Show the unlock screen for a vault, or the first steps when none was ever opened here."""
        last = settings.load(self._settings).vault
        folder = vault or (Path(last) if last else None)
        self.unlock = UnlockWindow(folder, user)
        self.unlock.unlocked.connect(self._open)
        self.unlock.new_asked.connect(self._first_run)
        if folder is None:
            self._first_run()
            return
        self._show(self.unlock)
        if password is not None:
            self.unlock.password.setText(password)
            self.unlock.try_unlock()

    def quit(self) -> None:
        """Close every window, and with the last one the program."""
        QApplication.closeAllWindows()
        QApplication.quit()

    def _first_run(self) -> None:
        self.wizard = FirstRunWizard()
        self.wizard.made.connect(self._made)
        self.wizard.left.connect(self._back_to_unlock)
        if self.unlock is not None:
            self.unlock.hide()
        self._show(self.wizard)

    def _made(self, folder: Path, name: str) -> None:
        if self.unlock is not None:
            self.unlock.fill(folder, name)
            self._show(self.unlock)

    def _back_to_unlock(self) -> None:
        if self.unlock is not None:
            self._show(self.unlock)

    def _open(self, session: Session) -> None:
        settings.save(self._settings, settings.Remembered(str(session.folder)))
        context = Context(session, self)
        locker = self._make_locker(context)
        system = SystemLock(context)
        system.locked.connect(locker.lock)
        system.watch()
        self.window = MainWindow(context, locker)
        self._show(self.window)
        if self.unlock is not None:
            self.unlock.close()

    @staticmethod
    def _show(window: UnlockWindow | FirstRunWizard | MainWindow) -> None:
        capture.exclude(window)
        window.show()
