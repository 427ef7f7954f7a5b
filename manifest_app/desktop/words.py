"""What stages, states, roles and dates are called on screen, in the language of the person at it."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from manifest_app.desktop.models.table import Badge
from manifest_app.desktop.theme import Tone
from manifest_app.model.flight import FlightStage
from manifest_app.model.hold import Category, HoldState
from manifest_app.model.passenger import Identity, TravelDocument
from manifest_app.model.people import Role
from manifest_app.workflow.flights import PassengerStatus

translate = QCoreApplication.translate


def role(value: Role) -> str:
    """A role."""
    return {
        Role.ADMIN: translate("Words", "Administrator"),
        Role.OFFICER: translate("Words", "Privacy officer"),
        Role.SUPERVISOR: translate("Words", "Supervisor"),
        Role.PLANNER: translate("Words", "Planner"),
        Role.AUDITOR: translate("Words", "Auditor"),
    }[value]


def stage(value: FlightStage) -> str:
    """A stage of a flight."""
    return {
        FlightStage.EMPTY: translate("Words", "No list yet"),
        FlightStage.IMPORTED: translate("Words", "Imported"),
        FlightStage.SCREENED: translate("Words", "Screened"),
        FlightStage.IN_REVIEW: translate("Words", "In review"),
        FlightStage.REVIEWED: translate("Words", "Reviewed"),
        FlightStage.RELEASED: translate("Words", "Released"),
    }[value]


def stage_badge(value: FlightStage) -> Badge:
    """The look of a stage."""
    return {
        FlightStage.EMPTY: Badge("minus", Tone.QUIET),
        FlightStage.IMPORTED: Badge("import", Tone.NOTE),
        FlightStage.SCREENED: Badge("check", Tone.GOOD),
        FlightStage.IN_REVIEW: Badge("shield", Tone.STOP),
        FlightStage.REVIEWED: Badge("check", Tone.GOOD),
        FlightStage.RELEASED: Badge("release", Tone.GOOD),
    }[value]


def category(value: Category) -> str:
    """Why a passenger is held, in the words of a list."""
    return {
        Category.CLAIM: translate("Words", "Pending claim or protection"),
        Category.EXPOSURE: translate("Words", "Exposure flag"),
        Category.FEAR: translate("Words", "Said that they fear return"),
        Category.IDENTITY: translate("Words", "Identity to be checked"),
        Category.DATA: translate("Words", "Data to be checked"),
    }[value]


def hold_state(value: HoldState) -> str:
    """Where a hold stands."""
    return {
        HoldState.OPEN: translate("Words", "Open"),
        HoldState.UPHELD: translate("Words", "Upheld: stays off the flight"),
        HoldState.CLEARED: translate("Words", "Cleared"),
        HoldState.NOT_THE_SAME: translate("Words", "Not the same person"),
    }[value]


def day(value: date) -> str:
    """A day as the locale writes it, the month by its name so that nobody mixes up day and month."""
    return QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy")


def moment(value: datetime) -> str:
    """A moment in the local time of this computer."""
    seconds = int(value.replace(tzinfo=value.tzinfo or UTC).timestamp())
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), "d MMM yyyy HH:mm")


def number(value: int) -> str:
    """A whole number as the locale groups it."""
    return QLocale().toString(value)


def passenger_status(value: PassengerStatus, kind: Category | None) -> str:
    """Where a passenger stands, with the category of the hold where this person may know it."""
    if value is PassengerStatus.HELD:
        return category(kind) if kind else translate("Words", "On hold: supervisor review required")
    return {
        PassengerStatus.NOT_SCREENED: translate("Words", "Not screened yet"),
        PassengerStatus.CLEAR: translate("Words", "Clear"),
        PassengerStatus.OFF: translate("Words", "Off the flight"),
        PassengerStatus.CLEARED: translate("Words", "Cleared"),
    }[value]


def passenger_badge(value: PassengerStatus) -> Badge:
    """The look of where a passenger stands; the same for every category."""
    return {
        PassengerStatus.NOT_SCREENED: Badge("wait", Tone.QUIET),
        PassengerStatus.CLEAR: Badge("check", Tone.GOOD),
        PassengerStatus.HELD: Badge("shield", Tone.STOP),
        PassengerStatus.OFF: Badge("off", Tone.WARN),
        PassengerStatus.CLEARED: Badge("check", Tone.GOOD),
    }[value]


def field(key: str) -> str:
    """What a field of a passenger or a record is called; an unknown key stays as it is."""
    return {
        "number": translate("Words", "Running number"),
        "a_number": translate("Words", "A-number"),
        "family_name": translate("Words", "Family name"),
        "second_family_name": translate("Words", "Second family name"),
        "given_names": translate("Words", "Given names"),
        "middle_names": translate("Words", "Middle names"),
        "full_name": translate("Words", "Full name"),
        "birth_date": translate("Words", "Date of birth"),
        "sex": translate("Words", "Sex"),
        "nationality": translate("Words", "Nationality"),
        "document_type": translate("Words", "Document type"),
        "document_number": translate("Words", "Document number"),
        "document_issuer": translate("Words", "Document issued by"),
        "document_expiry": translate("Words", "Document expires"),
        "mrz": translate("Words", "Machine-readable zone"),
        "basis": translate("Words", "Protection basis"),
        "filed": translate("Words", "Filed or granted on"),
        "case_reference": translate("Words", "Case number"),
        "country_feared": translate("Words", "Country feared"),
        "notes": translate("Words", "Notes"),
        "ignore": translate("Words", "Leave out"),
        "protected": translate("Words", "Seal: says something of status"),
    }.get(key, key)


def full_name(identity: Identity) -> str:
    """A name as lists show it: ``ACOSTA, Marisol``; each part keeps its own direction of writing.

    U+2068 and U+2069 (first strong isolate, pop) keep a right-to-left name from reordering what stands beside it.
    """
    family, given = identity.family_name.upper(), identity.given_names
    text = f"{family}, {given}" if family and given else family or given
    return f"\u2068{text}\u2069" if text else ""


def document(paper: TravelDocument | None) -> str:
    """A travel document in short: kind, number, issuer."""
    return " ".join(part for part in (paper.kind, paper.number, paper.issuer) if part) if paper else ""
