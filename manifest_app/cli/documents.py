"""The JSON documents that commands print for things they share."""

from collections.abc import Iterable
from typing import Any

from manifest_app.cli.context import without_unknown
from manifest_app.intake.manifest import RowProblem
from manifest_app.intake.person import RowNote
from manifest_app.intake.table import HiddenThing
from manifest_app.model.finding import Evidence
from manifest_app.model.passenger import Identity
from manifest_app.workflow.reviewing import HoldRow


def problem_documents(problems: Iterable[RowProblem]) -> list[dict[str, Any]]:
    """Row problems: row, column, problem."""
    return [{"row": one.row, "column": one.column, "problem": one.problem} for one in problems]


def note_documents(notes: Iterable[RowNote]) -> list[dict[str, Any]]:
    """What was done to single cells: row, column, note."""
    return [{"row": one.row, "column": one.column, "note": one.note} for one in notes]


def hidden_documents(hidden: Iterable[HiddenThing]) -> list[dict[str, str]]:
    """What a file hides: kind, where, what."""
    return [{"kind": one.kind, "where": one.where, "what": one.what} for one in hidden]


def identity_document(identity: Identity) -> dict[str, Any]:
    """An identity with the field keys of `intake.fields`."""
    return {
        "family_name": identity.family_name,
        "given_names": identity.given_names,
        "birth_date": str(identity.birth_date or ""),
        "sex": identity.sex or "",
        "nationality": identity.nationality,
        "a_number": identity.a_number,
        "documents": [
            {"type": one.kind, "number": one.number, "issuer": one.issuer, "expiry": str(one.expiry or "")}
            for one in identity.documents
        ],
    }


def evidence_document(evidence: Evidence) -> dict[str, Any]:
    """One field of a comparison."""
    return {
        "field": evidence.field,
        "passenger": evidence.passenger,
        "record": evidence.record,
        "relation": evidence.relation,
        "bits": round(evidence.bits, 2),
    }


def hold_document(row: HoldRow) -> dict[str, Any]:
    """A hold; what the session's keys don't open is absent."""
    return without_unknown(
        {
            "hold": row.hold.reference,
            "id": row.hold.id,
            "flight": row.flight.id,
            "flight_number": row.flight.number,
            "row": row.row,
            "family_name": row.family_name,
            "given_names": row.given_names,
            "category": row.category,
            "score": None if row.score is None else round(row.score, 4),
            "evidence": None if row.evidence is None else [evidence_document(one) for one in row.evidence],
            "needs_second": row.needs_second,
            "state": row.hold.state,
            "opened_at": row.hold.opened_at.isoformat(),
        }
    )
