"""Values for tests of the vault; every person is invented."""

from datetime import UTC, date, datetime

from manifest_app.model.finding import Evidence, Finding, Tier
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Category, Decision, Hold, HoldGround, HoldState, HoldView, Origin, Signed, Verdict
from manifest_app.model.passenger import Identity, PartialDate, Passenger, Sex, TravelDocument
from manifest_app.model.protection import ProtectionDetails, Record, RecordSource

AT = datetime(2026, 12, 4, 9, 30, tzinfo=UTC)


def hex_id(number: int) -> str:
    return f"{number:032x}"


def flight(number: int = 1) -> Flight:
    return Flight(hex_id(number), f"RX-{number}", date(2026, 12, 4), "AEX", "SAL", "pat")


def identity(number: int = 1) -> Identity:
    return Identity(
        family_name=f"Ñandú-{number}",
        given_names="Жанна Lü",
        other_names=("李四",),
        birth_date=PartialDate(1984, 3),
        sex=Sex.FEMALE,
        nationality="SLV",
        a_number=f"{number:09d}",
        documents=(TravelDocument("P", f"X{number}", "SLV", PartialDate(2031, 1, 2)),),
    )


def passenger(number: int = 1) -> Passenger:
    return Passenger(hex_id(1000 + number), number + 1, identity(number))


def record(number: int = 1, *, restricted: bool = False) -> Record:
    return Record(hex_id(5000 + number), RecordSource.REGISTRY, "list", number, identity(number), restricted)


def details(number: int = 1) -> ProtectionDetails:
    return ProtectionDetails(
        "ASY-P", f"asylum applicant {number}", f"MSC{number}", PartialDate(2025, 1), notes="sealed"
    )


def hold(number: int = 1, state: HoldState = HoldState.OPEN) -> Hold:
    return Hold(hex_id(9000 + number), f"H-{number:04d}", hex_id(1), hex_id(1000 + number), state, AT)


def finding(number: int = 1) -> Finding:
    evidence = (
        Evidence("family_name", "Ñandú", "Nandu", "equal", 9.5),
        Evidence("birth_date", "1984", "1984", "equal", 3),
    )
    return Finding(hex_id(1000 + number), hex_id(5000 + number), 1, 12.5, 0.98, Tier.MATCH, evidence)


def ground(category: Category) -> HoldGround:
    """A ground as such a hold has it: some are long, some say nothing."""
    by_category = {
        Category.CLAIM: HoldGround(
            Category.CLAIM, ((hex_id(5001), 1),), (("Status", "asylum pending"),), ("ASY-P",), origin=Origin.SOURCE
        ),
        Category.EXPOSURE: HoldGround(Category.EXPOSURE, tuple((hex_id(n), 1) for n in range(20)), needs_second=True),
        Category.FEAR: HoldGround(Category.FEAR, statement="fears return " * 40, origin=Origin.STATEMENT),
        Category.IDENTITY: HoldGround(Category.IDENTITY),
        Category.DATA: HoldGround(Category.DATA, source_values=(("Remarks", "??"),), bases=("UNK",)),
    }
    return by_category[category]


def view(category: Category) -> HoldView:
    found = (finding(),) if category in {Category.CLAIM, Category.EXPOSURE} else ()
    return HoldView(
        category, Origin.SCREENING, 0.98 if found else None, found[0].evidence if found else (), found, "ab"
    )


def decision(number: int = 1, verdict: Verdict = Verdict.CLEAR) -> Decision:
    return Decision(hex_id(9000 + number), verdict, "checked", "a note", AT, "cd" * 32, (Signed("sue", b"s" * 64),))
