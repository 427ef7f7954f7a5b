"""What every page is handed: the session, the jobs, the messages, the actions, and the way to other pages."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from manifest_app.desktop.actions import Actions
from manifest_app.desktop.clipboard import Clipboard
from manifest_app.desktop.jobs import Jobs
from manifest_app.desktop.messages import Messages
from manifest_app.desktop.watcher import Watcher
from manifest_app.workflow.session import Session


class Context(QObject):
    """One for each main window.

    Attributes:
        session: The unlocked vault and who is at it.
        jobs: Work off the GUI thread; everything of `workflow` is called through it.
        messages: Inline messages.
        actions: The registry of actions.
        clipboard: Copies that clear themselves.
        watcher: The watch over an outbox folder, off until somebody starts it.
        last_folder: Where the user last picked a file, for the next file dialog.

    Signals:
        changed: Data changed; carries what: ``flights``, ``flight``, ``holds``, ``releases``, ``registry``,
            ``incidents``, ``people``, ``recipients``, ``contacts``. Pages that show it refresh.
        page_asked: (name, arguments) of the page to open.
        leaving: The vault is about to be closed; whoever keeps something outside of it removes that now.
    """

    changed = Signal(str)
    page_asked = Signal(str, object)
    leaving = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.messages = Messages(self)
        self.jobs = Jobs(self.messages, self)
        self.actions = Actions(session.person.role, self)
        self.clipboard = Clipboard(self)
        self.watcher = Watcher(session, self.jobs, self)
        self.last_folder = Path.home()
        self.leaving.connect(self.clipboard.clear)
        self.leaving.connect(self.watcher.stop)

    def open_page(self, name: str, **arguments: str) -> None:
        """Show the page of that name; it gets the arguments by its `Page.open`."""
        self.page_asked.emit(name, arguments)
