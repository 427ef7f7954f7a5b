"""A small office for the tests of review: people, passengers, records, and signatures that can be forged."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

from manifest_app.model.hold import Category, Decision, Hold, HoldGround, HoldState, Origin, Signed, Verdict
from manifest_app.model.passenger import Identity, PartialDate, Passenger, TravelDocument
from manifest_app.model.people import Person, Role
from manifest_app.model.protection import Basis, BasisClass, Effect, ProtectionDetails, Record, RecordSource, Standing
from manifest_app.review.decisions import content_digest, decision_digest

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FLIGHT = "f" * 32
PLANNER = Person("planner", Role.PLANNER, active=True)
SUPERVISOR = Person("supervisor", Role.SUPERVISOR, active=True)
SUPERVISOR2 = Person("supervisor2", Role.SUPERVISOR, active=True)
OFFICER = Person("officer", Role.OFFICER, active=True)
ADMIN = Person("admin", Role.ADMIN, active=True)
PEOPLE = (PLANNER, SUPERVISOR, SUPERVISOR2, OFFICER, ADMIN)


def _basis(code: str, standing: Standing, basis_class: BasisClass = BasisClass.ORDINARY) -> Basis:
    return Basis(code, code, "", basis_class, Effect.BLOCK, standing)


BASES = {
    "ASY-P": _basis("ASY-P", Standing.PENDING),
    "ASY-G": _basis("ASY-G", Standing.GRANTED),
    "STAY-J": _basis("STAY-J", Standing.STAY),
    "U": _basis("U", Standing.PENDING, BasisClass.RESTRICTED),
    "MTR": _basis("MTR", Standing.UNKNOWN),
    "UNK": _basis("UNK", Standing.UNKNOWN),
}


def identity(**changes: object) -> Identity:
    plain = Identity(
        "Prueba Modelo",
        "Ana",
        birth_date=PartialDate(1984, 3, 9),
        a_number="200000001",
        documents=(TravelDocument("P", "K1234567", "CUB"),),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def passenger(number: int = 1, **changes: object) -> Passenger:
    return Passenger(f"p{number}", number + 1, identity(**changes))


def record(name: str = "r1", source: RecordSource = RecordSource.REGISTRY, **changes: object) -> Record:
    return replace(Record(name, source, "list", 2, identity()), **changes)  # type: ignore[arg-type]


def details(basis: str) -> ProtectionDetails:
    return ProtectionDetails(basis)


def claim(**changes: object) -> HoldGround:
    ground = HoldGround(Category.CLAIM, records=(("r1", 1),), needs_second=True, origin=Origin.SCREENING)
    return replace(ground, **changes)  # type: ignore[arg-type]


def hold(state: HoldState = HoldState.OPEN, number: int = 1) -> Hold:
    return Hold(f"h{number}", f"H-{number:04d}", FLIGHT, f"p{number}", state, NOW)


def sign(person: str, digest: str) -> bytes:
    """A signature that only this office's test can check; not a secret, but a forger in the tests doesn't use it."""
    return hashlib.sha256(f"{person}|{digest}".encode()).digest()


def verify(person: str, digest: str, signature: bytes) -> bool:
    return signature == sign(person, digest)


def decision(
    verdict: Verdict,
    *makers: str,
    ground: HoldGround | None = None,
    of: Passenger | None = None,
    reason: str = "",
    about: Hold | None = None,
    note: str = "looked at both files",
) -> Decision:
    fitting = {
        Verdict.UPHOLD: "identity-not-certain",
        Verdict.CLEAR: "record-ended",
        Verdict.NOT_THE_SAME: "different-biometrics",
    }
    about = about or hold()
    content = content_digest(about.flight_id, of or passenger(), ground or claim())
    unsigned = Decision(about.id, verdict, reason or fitting[verdict], note, NOW, content, ())
    digest = decision_digest(unsigned)
    return replace(unsigned, signatures=tuple(Signed(maker, sign(maker, digest)) for maker in makers))
