"""Who may decide a hold, with which reasons, and what exactly is signed."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from types import MappingProxyType

from manifest_app.bundled import resource
from manifest_app.errors import BlockedError, KnownError, NotAllowedError
from manifest_app.model.hold import Category, Decision, HoldGround, Origin, Verdict
from manifest_app.model.passenger import Passenger
from manifest_app.model.people import Person, Role
from manifest_app.model.protection import Basis, BasisClass, ProtectionDetails, Record, RecordSource, Standing

DECIDERS = (Role.SUPERVISOR, Role.OFFICER)
"""Roles that decide holds."""

LETTING_THROUGH = (Verdict.CLEAR, Verdict.NOT_THE_SAME)
"""Verdicts after which a passenger may be on a list; both fall under the two-person rule."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason code of ``resources/tables/decision_reasons.toml``.

    Attributes:
        code: Stable code.
        text: What it says, in English.
        verdicts: The verdicts it can stand for.
        categories: The categories of holds it can stand for.
    """

    code: str
    text: str
    verdicts: frozenset[Verdict]
    categories: frozenset[Category]


@cache
def reasons() -> Mapping[str, Reason]:
    """All reason codes in the order of the table."""
    table = tomllib.loads(resource("tables", "decision_reasons.toml").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            row["code"]: Reason(
                row["code"],
                row["text"],
                frozenset(Verdict(verdict) for verdict in row["verdicts"]),
                frozenset(Category(category) for category in row["categories"]),
            )
            for row in table["reason"]
        }
    )


def _digest(kind: str, content: object) -> str:
    text = json.dumps([kind, content], ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def content_digest(flight_id: str, passenger: Passenger, ground: HoldGround) -> str:
    """SHA-256 (hex) of what a decision is about: the flight, the passenger's identity, and what the hold rests on.

    ``bases`` and ``needs_second`` are not part of it: they say how much of the ground a reader could open, follow from
    the records and the source values that are part of it, and are asked for anew whenever a decision is checked.
    """
    content = {
        "flight": flight_id,
        "passenger": passenger.id,
        "identity": asdict(passenger.identity),
        "category": ground.category,
        "origin": ground.origin,
        "records": ground.records,
        "source_values": ground.source_values,
        "statement": ground.statement,
    }
    return _digest("hold content 1", content)


def decision_digest(decision: Decision) -> str:
    """SHA-256 (hex) that the makers of a decision sign: all of it but the signatures."""
    content = {
        "hold": decision.hold_id,
        "verdict": decision.verdict,
        "reason": decision.reason,
        "note": decision.note,
        "at": decision.at.isoformat(),
        "content": decision.content_digest,
    }
    return _digest("decision 1", content)


def needs_second(
    ground: HoldGround,
    records: Mapping[str, Record],
    details: Mapping[str, ProtectionDetails],
    bases: Mapping[str, Basis],
) -> bool:
    """Whether letting the passenger through takes two people, one of them a privacy officer.

    It does for granted protection, a stay, a restricted class, an exposure, and for whatever can't be known; not for
    a claim that is pending, nor for a statement of fear.

    Args:
        ground: What the hold rests on.
        records: Records by id, as far as they are known.
        details: What the keys opened of them, by record id.
        bases: The table of bases.
    """
    if ground.category is Category.FEAR:
        return False
    if ground.category is not Category.CLAIM:
        return True
    if ground.origin is Origin.SOURCE:
        return not ground.bases or any(_grave(code, bases) for code in ground.bases)
    return not ground.records or any(_grave_record(one, records, details, bases) for one, _ in ground.records)


def _grave(code: str, bases: Mapping[str, Basis]) -> bool:
    basis = bases.get(code)
    return basis is None or basis.basis_class is BasisClass.RESTRICTED or basis.standing is not Standing.PENDING


def _grave_record(
    record_id: str,
    records: Mapping[str, Record],
    details: Mapping[str, ProtectionDetails],
    bases: Mapping[str, Basis],
) -> bool:
    record, opened = records.get(record_id), details.get(record_id)
    if record is None or opened is None or record.source is RecordSource.EXPOSURE or record.restricted:
        return True
    return _grave(opened.basis, bases)


def check_decision(
    *,
    verdict: Verdict,
    reason: str,
    note: str,
    ground: HoldGround,
    needs_second: bool,
    decider: Person,
    second: Person | None,
    importer: str,
) -> None:
    """Whether a hold may be decided so.

    Args:
        verdict: The verdict.
        reason: Reason code.
        note: What was looked at, free text.
        ground: What the hold rests on.
        needs_second: From `needs_second`.
        decider: Who decides.
        second: Who signs as well, or None.
        importer: Who imported the flight's list.

    Raises:
        NotAllowedError: The role doesn't decide holds, or the person imported the flight.
        BlockedError: A second person is needed and is missing or doesn't qualify.
        KnownError: The reason or the note is missing or doesn't fit.
    """
    _check_person(decider, importer)
    if second is not None:
        _check_person(second, importer)
        if second.name == decider.name:
            raise BlockedError("The second person must be another person.", "Ask a colleague to sign as well.")
    if needs_second and verdict in LETTING_THROUGH:
        _check_two(decider, second)
    _check_reason(verdict, reason, ground.category)
    if not note.strip():
        raise KnownError("A decision has a note.", "Write what you looked at and what it showed.")


def _check_person(person: Person, importer: str) -> None:
    if not person.active or person.role not in DECIDERS:
        raise NotAllowedError(
            f"{person.name} may not decide a hold.", "A supervisor or a privacy officer decides holds."
        )
    if person.name == importer:
        raise NotAllowedError(
            f"{person.name} imported this flight's list and may not decide its holds.",
            "Another supervisor or privacy officer decides them.",
        )


def _check_two(decider: Person, second: Person | None) -> None:
    if second is None:
        raise BlockedError(
            "Letting this passenger through takes a second person.",
            "Ask a colleague to sign as well; one of you must be a privacy officer.",
        )
    if Role.OFFICER not in (decider.role, second.role):
        raise BlockedError("One of the two must be a privacy officer.", "Ask a privacy officer to sign as well.")


def _check_reason(verdict: Verdict, code: str, category: Category) -> None:
    known = reasons().get(code)
    fitting = [one.code for one in reasons().values() if verdict in one.verdicts and category in one.categories]
    if known is None or code not in fitting:
        what = "There is no such reason code" if known is None else "That reason doesn't fit this verdict and hold"
        raise KnownError(f"{what}.", f"Give one of: {', '.join(fitting) or 'none fits this verdict'}.")
