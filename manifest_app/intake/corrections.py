"""What a person types to mend a row or a record, read by the same rules as a list."""

from collections.abc import Mapping
from datetime import date

from manifest_app.errors import IntakeError, QuestionError
from manifest_app.files.prescan import FileKind
from manifest_app.intake.fields import MANIFEST_FIELDS, Purpose
from manifest_app.intake.layout import Layout, propose_layout
from manifest_app.intake.manifest import read_manifest
from manifest_app.intake.table import Sheet, Table
from manifest_app.model.passenger import Identity

TYPED = "what was typed"
_UNUSED = ("number", "mrz")
_ID = "typed"
_UNSETTLED = {
    "--date-order": ("A date that was typed can be read with the day or the month first.", "Type it as 1984-03-09."),
    "--name-order": (
        "A whole name that was typed doesn't say which name comes first.",
        "Type family_name and given_names, or the family name, a comma, and the given names.",
    ),
}


def corrected_identity(identity: Identity | None, values: Mapping[str, str], *, today: date) -> Identity:
    """The identity with field keys changed to texts; None makes a new one.

    Args:
        identity: What is known, or None.
        values: Field key (`fields.MANIFEST_FIELDS`) -> text; "" takes a value away.
        today: For the century of two-digit years.

    Raises:
        IntakeError: A field is unknown, a value can't be read, a date could be read with the day or the month first, or
            nothing names the person; no value is in the text.
    """
    fields = [field for field in MANIFEST_FIELDS if field not in _UNUSED]
    unknown = [field for field in values if field not in fields]
    if unknown:
        raise IntakeError(f"There is no field {unknown[0]!r}.", f"Use one of: {', '.join(fields)}.")
    texts = {key: text for key, text in ({**_texts(identity), **values}).items() if text.strip()}
    rows = (tuple(texts), tuple(texts.values()))
    table = Table(TYPED, "", 0, FileKind.CSV, (Sheet(TYPED, 1, rows),))
    layout = _layout(table, texts)
    reading = read_manifest(table, layout, new_id=lambda: _ID, today=today)
    if reading.problems:
        found = reading.problems[0]
        raise IntakeError(f"{found.column}: {found.problem}", "Type it again.")
    read = reading.passengers[0].identity
    if identity is None:
        return read
    return Identity(
        read.family_name,
        read.given_names,
        identity.other_names,
        read.birth_date,
        read.sex,
        read.nationality,
        read.a_number,
        (*read.documents, *identity.documents[1:]),
    )


def _layout(table: Table, texts: Mapping[str, str]) -> Layout:
    try:
        return propose_layout(table, purpose=Purpose.MANIFEST, overrides={key: key for key in texts}, header_row=1)
    except QuestionError as error:
        raise IntakeError(*_UNSETTLED[error.option]) from error


def _texts(identity: Identity | None) -> dict[str, str]:
    if identity is None:
        return {}
    texts = {
        "family_name": identity.family_name,
        "given_names": identity.given_names,
        "birth_date": str(identity.birth_date or ""),
        "sex": str(identity.sex or ""),
        "nationality": identity.nationality,
        "a_number": identity.a_number,
    }
    for document in identity.documents[:1]:
        texts |= {
            "document_type": document.kind,
            "document_number": document.number,
            "document_issuer": document.issuer,
            "document_expiry": str(document.expiry or ""),
        }
    return texts
