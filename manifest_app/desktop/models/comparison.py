"""A passenger and a record field by field, as a supervisor reads them side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from manifest_app.desktop.models.table import Badge
from manifest_app.desktop.theme import Tone
from manifest_app.model.finding import Evidence, Finding
from manifest_app.model.passenger import Identity


class Agreement(StrEnum):
    """How a field compares: agreeing fields are quiet, differing ones are marked.

    ``weighed`` marks a line that compares nothing itself: it takes weight off lines above, for a common name.
    """

    SAME = "same"
    CLOSE = "close"
    DIFFERENT = "different"
    MISSING = "missing"
    WEIGHED = "weighed"


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One line of the comparison.

    Attributes:
        field: Name of the field, as in `Evidence.field`.
        passenger: What the manifest says, as written.
        record: What the record says, as written.
        relation: Stable word for the relation, or "" where the field carries no weight.
        bits: Weight, or None where the field carries none.
        agreement: What is marked.
    """

    field: str
    passenger: str
    record: str
    relation: str
    bits: float | None
    agreement: Agreement


COMMON_NAME = "common name"
"""Relation of the line that takes weight off the names because many people bear them."""

ORDER = ("family_name", "given_names", "name", "birth_date", "a_number", "document", "nationality", "sex")


def compare(finding: Finding, passenger: Identity, record: Identity) -> tuple[ComparedField, ...]:
    """The lines of one finding: its evidence, and the fields without evidence that either side gives."""
    lines = [_of_evidence(evidence) for evidence in finding.evidence if evidence.passenger or evidence.record]
    told = {line.field for line in lines}
    if "name" in told:
        told |= {"family_name", "given_names"}
    lines += _untold(told, identity_texts(passenger), identity_texts(record))
    return tuple(sorted(lines, key=lambda line: ORDER.index(line.field) if line.field in ORDER else len(ORDER)))


def identity_texts(identity: Identity) -> dict[str, str]:
    """The fields of an identity as text, under the names that `Evidence.field` uses."""
    documents = " / ".join(document.number for document in identity.documents if document.number)
    return {
        "family_name": identity.family_name,
        "given_names": identity.given_names,
        "birth_date": str(identity.birth_date or ""),
        "a_number": identity.a_number,
        "document": documents,
        "nationality": identity.nationality,
        "sex": str(identity.sex or ""),
    }


def badge(agreement: Agreement) -> Badge:
    """Drawing and colour of an agreement."""
    return {
        Agreement.SAME: Badge("equal", Tone.QUIET),
        Agreement.CLOSE: Badge("warning", Tone.WARN),
        Agreement.DIFFERENT: Badge("differ", Tone.STOP),
        Agreement.MISSING: Badge("minus", Tone.QUIET),
        Agreement.WEIGHED: Badge("info", Tone.QUIET),
    }[agreement]


def field_name(field: str) -> str:
    """What a field is called."""
    translate = QCoreApplication.translate
    return {
        "name": translate("Fields", "Whole name"),
        "family_name": translate("Fields", "Family name"),
        "given_names": translate("Fields", "Given names"),
        "birth_date": translate("Fields", "Date of birth"),
        "a_number": translate("Fields", "A-number"),
        "document": translate("Fields", "Document"),
        "nationality": translate("Fields", "Nationality"),
        "sex": translate("Fields", "Sex"),
    }.get(field, field.replace("_", " ").capitalize())


def strength(bits: float) -> str:
    """How strongly a weight speaks, in words. Grades: 3 bits is eight times as likely, 10 a thousand times."""
    translate = QCoreApplication.translate
    if abs(bits) < 1:
        return translate("Strength", "says little either way")
    grades = (
        (
            10.0,
            translate("Strength", "speaks very strongly for the same person"),
            translate("Strength", "speaks very strongly against"),
        ),
        (
            3.0,
            translate("Strength", "speaks strongly for the same person"),
            translate("Strength", "speaks strongly against"),
        ),
        (1.0, translate("Strength", "speaks for the same person"), translate("Strength", "speaks against")),
    )
    return next(words[bits < 0] for least, *words in grades if abs(bits) >= least)


def _of_evidence(evidence: Evidence) -> ComparedField:
    return ComparedField(
        evidence.field,
        evidence.passenger,
        evidence.record,
        evidence.relation,
        evidence.bits if evidence.bits or (evidence.passenger and evidence.record) else None,
        _agreement(evidence.passenger, evidence.record, evidence.relation, evidence.bits),
    )


def _agreement(passenger: str, record: str, relation: str, bits: float) -> Agreement:
    if not passenger or not record:
        return Agreement.MISSING
    if relation == COMMON_NAME:
        return Agreement.WEIGHED
    if relation == "equal" or passenger.casefold() == record.casefold():
        return Agreement.SAME
    return Agreement.CLOSE if bits > 0 else Agreement.DIFFERENT


def _untold(told: set[str], passenger: dict[str, str], record: dict[str, str]) -> Sequence[ComparedField]:
    return [
        ComparedField(field, mine, record[field], "", None, _agreement(mine, record[field], "", 0.0))
        for field, mine in passenger.items()
        if field not in told and (mine or record[field])
    ]
