"""What holds, verdicts and releases are called on screen, and how they look; the rest is in `words`."""

from PySide6.QtCore import QCoreApplication

from manifest_app.desktop import words
from manifest_app.desktop.models.table import Badge
from manifest_app.desktop.theme import Tone
from manifest_app.model.hold import Category, HoldState, Verdict
from manifest_app.model.release import ReleaseState

translate = QCoreApplication.translate


def isolated(text: str) -> str:
    """A name in any script, that keeps its own direction in a sentence (Unicode UAX #9, FSI and PDI)."""
    return f"\u2068{text}\u2069" if text else ""


def hold_state_badge(value: HoldState) -> Badge:
    """The look of where a hold stands."""
    return {
        HoldState.OPEN: Badge("wait", Tone.WARN),
        HoldState.UPHELD: Badge("off", Tone.STOP),
        HoldState.CLEARED: Badge("check", Tone.GOOD),
        HoldState.NOT_THE_SAME: Badge("person", Tone.GOOD),
    }[value]


def category(value: Category | None) -> str:
    """Why a passenger is held; "not shown" to those who may not know it."""
    return words.category(value) if value else translate("States", "Not shown")


def category_badge(value: Category | None) -> Badge:
    """The look of a category."""
    if value is None:
        return Badge("hidden", Tone.QUIET)
    return {
        Category.CLAIM: Badge("shield", Tone.STOP),
        Category.EXPOSURE: Badge("incident", Tone.STOP),
        Category.FEAR: Badge("voice", Tone.STOP),
        Category.IDENTITY: Badge("person", Tone.WARN),
        Category.DATA: Badge("warning", Tone.WARN),
    }[value]


def verdict(value: Verdict) -> str:
    """A verdict, as a decision that was made."""
    return {
        Verdict.UPHOLD: translate("States", "Upheld"),
        Verdict.CLEAR: translate("States", "Cleared"),
        Verdict.NOT_THE_SAME: translate("States", "Not the same person"),
    }[value]


def release_state(value: ReleaseState) -> str:
    """How far a release has come."""
    return {
        ReleaseState.REQUESTED: translate("States", "Waits for approval"),
        ReleaseState.APPROVED: translate("States", "Approved, not written"),
        ReleaseState.REFUSED: translate("States", "Refused"),
        ReleaseState.WRITTEN: translate("States", "Written"),
    }[value]


def release_state_badge(value: ReleaseState) -> Badge:
    """The look of how far a release has come."""
    return {
        ReleaseState.REQUESTED: Badge("wait", Tone.WARN),
        ReleaseState.APPROVED: Badge("check", Tone.NOTE),
        ReleaseState.REFUSED: Badge("stop", Tone.STOP),
        ReleaseState.WRITTEN: Badge("release", Tone.GOOD),
    }[value]
