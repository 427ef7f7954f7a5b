"""The sentences of `workflow` that warn, in the language of the person at the screen.

`workflow` speaks English, because the log and the command line do. A test compares this table with its sentences.
"""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def known() -> dict[str, str]:
    """Each sentence of a warning and what it is called here."""
    return {
        "We do not comment on individual passengers or on why a list has changed.": translate(
            "Wording", "We do not comment on individual passengers or on why a list has changed."
        ),
        "Do not mention this outside this office.": translate("Wording", "Do not mention this outside this office."),
        "This passenger cannot be confirmed for this flight: supervisor review required. The reason is not shown here. "
        "Do not ask the passenger, the carrier or escorts about it.": translate(
            "Wording",
            "This passenger cannot be confirmed for this flight: supervisor review required. The reason is not shown "
            "here. Do not ask the passenger, the carrier or escorts about it.",
        ),
        "On hold: pending protection claim. A supervisor decides.": translate(
            "Wording", "On hold: pending protection claim. A supervisor decides."
        ),
        "On hold: exposure flag. A supervisor and a privacy officer decide.": translate(
            "Wording", "On hold: exposure flag. A supervisor and a privacy officer decide."
        ),
        "On hold: the passenger said they fear return. A supervisor decides.": translate(
            "Wording", "On hold: the passenger said they fear return. A supervisor decides."
        ),
        "On hold: the identity is not certain enough to screen. A supervisor decides.": translate(
            "Wording", "On hold: the identity is not certain enough to screen. A supervisor decides."
        ),
        "On hold: the source says something about status that must be looked at. A supervisor decides.": translate(
            "Wording", "On hold: the source says something about status that must be looked at. A supervisor decides."
        ),
        "Stop. A list of this flight has left the office: contact the duty supervisor now, before boarding.": translate(
            "Wording",
            "Stop. A list of this flight has left the office: contact the duty supervisor now, before boarding.",
        ),
        "Off the flight: decided by a supervisor.": translate("Wording", "Off the flight: decided by a supervisor."),
        "The flight has not been screened.": translate("Wording", "The flight has not been screened."),
        "This manifest cannot be released yet: review is not complete.": translate(
            "Wording", "This manifest cannot be released yet: review is not complete."
        ),
        "The flight has no passengers.": translate("Wording", "The flight has no passengers."),
        "The flight is cancelled.": translate("Wording", "The flight is cancelled."),
        "No passenger is left for the list.": translate("Wording", "No passenger is left for the list."),
        "The registry or a list changed after the screening.": translate(
            "Wording", "The registry or a list changed after the screening."
        ),
        "The passenger list changed after the screening.": translate(
            "Wording", "The passenger list changed after the screening."
        ),
        "The screening is dated in the future; the clock of this computer changed.": translate(
            "Wording", "The screening is dated in the future; the clock of this computer changed."
        ),
        "The screening is older than": translate("Wording", "The screening is older than"),
        "hours.": translate("Wording", "hours."),
        "Reference": translate("Wording", "Reference"),
    }


def warning(text: str) -> str:
    """A warning of `workflow` in the language of the screen."""
    for sentence, here in known().items():
        text = text.replace(sentence, here)
    return text
