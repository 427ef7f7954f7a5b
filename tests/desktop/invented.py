"""A small office for tests of the pages: people, holds, records, releases and a log, all synthetic, nothing stored."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from manifest_app.desktop.context import Context
from manifest_app.model.finding import Evidence, Finding, Tier
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Category, Hold, HoldGround, HoldState, Verdict
from manifest_app.model.passenger import Identity, PartialDate, Passenger, Sex, TravelDocument
from manifest_app.model.people import Person, Policy, Role
from manifest_app.model.protection import ProtectionDetails, Record, RecordSource
from manifest_app.review.decisions import Reason
from manifest_app.workflow.registry import RegistryRow
from manifest_app.workflow.reviewing import HoldDetail, HoldRow
from manifest_app.workflow.session import Session

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PASSWORD = "a long enough password"
PEOPLE = (
    Person("Ada", Role.ADMIN, active=True),
    Person("Olga", Role.OFFICER, active=True),
    Person("Oscar", Role.OFFICER, active=False),
    Person("Pia", Role.PLANNER, active=True),
    Person("Sam", Role.SUPERVISOR, active=True),
    Person("Sue", Role.SUPERVISOR, active=True),
    Person("Uma", Role.AUDITOR, active=True),
)
FLIGHT = Flight("f1", "RX-114", date(2026, 12, 4), "IAH", "HAV", "Pia", "Pia")
LATER = Flight("f2", "RX-120", date(2026, 12, 18), "MIA", "PAP", "Pia", "Pia")


@dataclass
class FakeSession:
    """What pages read of a session."""

    person: Person
    people: tuple[Person, ...] = PEOPLE
    policy: Policy = field(default_factory=Policy)
    vault_id: str = "v" * 32
    demonstration: bool = True
    folder: Path = Path("office")


def context(name: str) -> Context:
    """A context with that person at it."""
    person = next(person for person in PEOPLE if person.name == name)
    return Context(cast(Session, FakeSession(person)))


def identity(family: str, given: str, born: str, number: str = "", sex: Sex = Sex.FEMALE) -> Identity:
    """Somebody who does not exist."""
    year, month, day = (int(part) for part in born.split("-"))
    return Identity(family, given, (), PartialDate(year, month, day), sex, "CUB", number, (TravelDocument("P", "K1"),))


def record(number: int, who: Identity, source: RecordSource = RecordSource.REGISTRY) -> Record:
    """A record of somebody."""
    return Record(f"r{number}", source, "list", number + 1, who)


DETAILS = ProtectionDetails("ASY-P", "I-589 pending", "XYZ-1", PartialDate(2024, 5, 1), "CUB", "Interview set.")


def hold_row(number: int, who: Identity, category: Category | None, flight: Flight = FLIGHT) -> HoldRow:
    """An open hold."""
    hold = Hold(f"h{number}", f"H-{number:04d}", flight.id, f"p{number}", HoldState.OPEN, NOON)
    needs = None if category is None else category in (Category.CLAIM, Category.EXPOSURE)
    return HoldRow(hold, flight, number + 5, who.family_name, who.given_names, category, 0.97, None, needs)


PEREZ = identity("PÉREZ ACOSTA", "Marisol", "1984-03-09", "012345678")
ARABIC = identity("الحسن", "محمد", "1990-01-02", sex=Sex.MALE)
ROWS = (
    hold_row(1, PEREZ, Category.CLAIM),
    hold_row(2, ARABIC, Category.FEAR),
    hold_row(3, identity("SUAREZ", "Luis", "1971-07-30", sex=Sex.MALE), Category.EXPOSURE, LATER),
)
REASONS = {
    reason.code: reason
    for reason in (
        Reason(
            code="claim-pending",
            text="The claim is pending",
            verdicts=frozenset({Verdict.UPHOLD}),
            categories=frozenset(Category),
        ),
        Reason(
            code="withdrawn",
            text="The claim was withdrawn in writing",
            verdicts=frozenset({Verdict.CLEAR}),
            categories=frozenset(Category),
        ),
        Reason(
            code="other-birth-date",
            text="Another date of birth, shown by documents",
            verdicts=frozenset({Verdict.NOT_THE_SAME}),
            categories=frozenset(Category),
        ),
    )
}
EVIDENCE = (
    Evidence("family_name", "PÉREZ ACOSTA", "PERES ACOSTA", "one letter", 9.1),
    Evidence("given_names", "Marisol", "Marisol", "equal", 7.4),
    Evidence("birth_date", "1984-03-09", "1984-09-03", "day and month exchanged", 8.9),
    Evidence("a_number", "012345678", "", "missing", 0.0),
    Evidence("sex", "F", "M", "different", -4.3),
)


def hold_detail(row: HoldRow) -> HoldDetail:
    """All about a hold."""
    who = PEREZ if row.hold.id == "h1" else identity(row.family_name, row.given_names, "1990-01-02")
    other = replace(who, family_name="PERES ACOSTA", a_number="", sex=Sex.MALE)
    found = Finding(row.hold.passenger_id, "r1", 1, 21.1, 0.97, Tier.MATCH, EVIDENCE)
    second = Finding(row.hold.passenger_id, "r2", 1, 12.0, 0.81, Tier.POSSIBLE, EVIDENCE[:2])
    exposed = record(2, other, RecordSource.EXPOSURE)
    records = (RegistryRow(record(1, other), DETAILS, "Asylum pending"), RegistryRow(exposed, None, ""))
    passenger = Passenger(row.hold.passenger_id, row.row, who)
    ground = HoldGround(row.category or Category.CLAIM, (("r1", 1),), needs_second=bool(row.needs_second))
    return HoldDetail(row, passenger, ground, (found, second), records, (), REASONS)
