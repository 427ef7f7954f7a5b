"""Every error a user can meet.

A `KnownError` is a mistake or an obstacle with a sentence of its own and a way on. Anything else that is raised is a
bug: the faces (command line, desktop) say so without printing data. No message ever holds data of a passenger beyond
what the user just typed: it names the file, the sheet, the row and the column instead.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command line returns to its caller."""

    DONE = 0
    MISTAKE = 1
    USAGE = 2
    BLOCKED = 3
    BUG = 70


class KnownError(Exception):
    """A mistake the user can mend: one sentence on what happened, one on what to do next.

    Args:
        message: What happened and where, one sentence, no data of a passenger.
        todo: What to do next, one sentence; may be empty when the message says it.
    """

    exit_code = ExitCode.MISTAKE

    def __init__(self, message: str, todo: str = "") -> None:
        super().__init__(f"{message} {todo}".strip())
        self.message = message
        self.todo = todo


class BlockedError(KnownError):
    """The program refuses on purpose: a hold is open, screening is stale, a value would disclose, a check failed."""

    exit_code = ExitCode.BLOCKED


class NotAllowedError(BlockedError):
    """This person, with this role, may not do this."""


class NotFoundError(KnownError):
    """No flight, hold, release ... of that name or id."""


class CancelledError(KnownError):
    """The user cancelled a long job; nothing of it was kept."""


class Bug(Exception):  # noqa: N818 - it is not an error of the user's
    """The program broke a promise of its own; nothing was written. The text never holds data."""


# --- files -----------------------------------------------------------------------------------------------------------


class FileProblem(KnownError):  # noqa: N818 - a problem with a file is what the user has
    """A file that can't be read or written: which one, why, and what to do."""


class UnsafeFileError(FileProblem):
    """A file that is built to harm, or looks like it: a zip bomb, entity expansion, overlapping entries."""


class WriteProblem(FileProblem):
    """A file could not be written: no space, no permission, it exists already, another program has it open."""


# --- intake ----------------------------------------------------------------------------------------------------------


class IntakeError(FileProblem):
    """A passenger list or record list that can't be understood as a whole (no header, no rows, an unknown field)."""


class QuestionError(IntakeError):
    """The program would have to guess (name order, day or month first); it asks instead.

    Args:
        message: The question.
        option: The command-line option that answers it, such as ``--name-order``.
        choices: The permitted answers.
    """

    def __init__(self, message: str, option: str, choices: tuple[str, ...]) -> None:
        super().__init__(message, f"Answer with {option} {'|'.join(choices)}.")
        self.option = option
        self.choices = choices


# --- vault -----------------------------------------------------------------------------------------------------------


class VaultError(KnownError):
    """The vault can't be opened or written."""


class VaultMissingError(VaultError):
    """There is no vault in that folder, or one of its files is missing."""


class VaultEmptyFileError(VaultError):
    """A file of the vault has no content."""


class VaultDamagedError(VaultError):
    """A file of the vault was changed or damaged."""


class VaultInUseError(VaultError):
    """Another program has the vault open."""


class VaultTooNewError(VaultError):
    """The vault was written by a newer version of the program."""


class VaultRolledBackError(VaultError, BlockedError):
    """The vault is older than when it was last opened here, or its log was rewritten."""

    exit_code = ExitCode.BLOCKED


class VaultExistsError(VaultError):
    """A vault would be made where there is something already."""


class WrongPasswordError(VaultError):
    """The name or the password is wrong."""


class WeakPasswordError(VaultError):
    """A new password is too short, too long or too common."""
