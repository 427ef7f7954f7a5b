"""Messages: logic posts them, whoever is in front of the user shows them; never a pop-up."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from manifest_app.errors import CancelledError, KnownError


class Kind(StrEnum):
    """What sort of message."""

    INFO = "info"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"
    BUG = "bug"


@dataclass(frozen=True, slots=True)
class Message:
    """One message: what happened, and what to do next ("" when there is nothing to do)."""

    kind: Kind
    text: str
    todo: str = ""


class Messages(QObject):
    """Where messages are posted; `posted` carries each `Message`."""

    posted = Signal(object)

    def post(self, kind: Kind, text: str, todo: str = "") -> None:
        """Show a message."""
        self.posted.emit(Message(kind, text, todo))

    def info(self, text: str, todo: str = "") -> None:
        """Say something worth knowing."""
        self.post(Kind.INFO, text, todo)

    def done(self, text: str, todo: str = "") -> None:
        """Say that something worked."""
        self.post(Kind.DONE, text, todo)

    def warning(self, text: str, todo: str = "") -> None:
        """Say that something needs care."""
        self.post(Kind.WARNING, text, todo)

    def failure(self, error: Exception) -> None:
        """Show what went wrong: the sentence of a `KnownError`, or that the program has a bug (without any data)."""
        self.posted.emit(self.of(error))

    def of(self, error: Exception) -> Message:
        """The message for an error, for those who show it themselves."""
        if isinstance(error, CancelledError):
            return Message(Kind.INFO, self.tr("Cancelled. Nothing of it was kept."))
        if isinstance(error, KnownError):
            return Message(Kind.ERROR, error.message, error.todo)
        return Message(
            Kind.BUG,
            self.tr("The program made a mistake of its own (%s). Nothing was written.") % type(error).__name__,
            self.tr("Go on with something else, and report what you did; no data of a passenger is needed for that."),
        )
