"""Columns of passengers and of what becomes of source rows; shared by the import preview and the flight page."""

from PySide6.QtCore import QCoreApplication, QLocale

from manifest_app.desktop import sentences, words
from manifest_app.desktop.models.table import Badge, Column
from manifest_app.desktop.theme import Tone
from manifest_app.intake.manifest import RowProblem
from manifest_app.intake.table import HiddenThing
from manifest_app.model.passenger import Identity, Passenger
from manifest_app.vault.imports import StoredProblem
from manifest_app.workflow.flights import PassengerRow

translate = QCoreApplication.translate


def _born(identity: Identity) -> str:
    return str(identity.birth_date or "")


def _paper(identity: Identity) -> str:
    return words.document(identity.documents[0] if identity.documents else None)


def passenger_columns() -> tuple[Column[Passenger], ...]:
    """Passengers as a file gives them."""
    return (
        Column(translate("Lists", "Row"), 5, lambda one: str(one.row), lambda one: one.row),
        Column(translate("Lists", "Name"), 0, lambda one: words.full_name(one.identity)),
        Column(translate("Lists", "Born"), 11, lambda one: _born(one.identity)),
        Column(translate("Lists", "Sex"), 5, lambda one: str(one.identity.sex or "")),
        Column(translate("Lists", "Nationality"), 10, lambda one: one.identity.nationality),
        Column(translate("Lists", "A-number"), 11, lambda one: one.identity.a_number),
        Column(translate("Lists", "Document"), 22, lambda one: _paper(one.identity)),
    )


def status_columns() -> tuple[Column[PassengerRow], ...]:
    """Passengers of a flight with where they stand. The status is never copied: a list made of it could leave."""
    return (
        Column(
            translate("Lists", "Row"), 5, lambda row: str(row.passenger.row), lambda row: row.passenger.row, number=True
        ),
        Column(translate("Lists", "Name"), 0, lambda row: words.full_name(row.passenger.identity)),
        Column(translate("Lists", "Born"), 11, lambda row: _born(row.passenger.identity)),
        Column(translate("Lists", "Sex"), 5, lambda row: str(row.passenger.identity.sex or "")),
        Column(translate("Lists", "Nationality"), 10, lambda row: row.passenger.identity.nationality),
        Column(translate("Lists", "Document"), 17, lambda row: _paper(row.passenger.identity)),
        Column(
            translate("Lists", "Status"),
            29,
            _status,
            tooltip=lambda row: sentences.warning(row.warning),
            badge=lambda row: words.passenger_badge(row.status),
            copy=False,
        ),
    )


def _status(row: PassengerRow) -> str:
    text = words.passenger_status(row.status, row.category)
    if row.score is None:
        return text
    return f"{text} ({QLocale().toString(row.score * 100, 'f', 0)} %)"


def problem_columns() -> tuple[Column[RowProblem], ...]:
    """Rows that are no passengers yet, before the import."""
    return (
        Column(translate("Lists", "Row"), 6, lambda one: str(one.row), lambda one: one.row),
        Column(translate("Lists", "Column"), 18, lambda one: one.column),
        Column(
            translate("Lists", "Problem"),
            0,
            lambda one: one.problem,
            tooltip=lambda one: one.problem,
            badge=lambda _one: _MEND,
        ),
    )


def stored_problem_columns() -> tuple[Column[StoredProblem], ...]:
    """Rows that were no passengers when they were imported, and what became of them."""
    return (
        Column(translate("Lists", "Row"), 6, lambda one: str(one.row), lambda one: one.row),
        Column(translate("Lists", "Column"), 18, lambda one: one.column),
        Column(translate("Lists", "Problem"), 0, lambda one: one.problem, tooltip=lambda one: one.problem),
        Column(
            translate("Lists", "State"),
            24,
            lambda one: {"open": translate("Lists", "To be repaired"), "mended": translate("Lists", "Repaired")}.get(
                one.state, translate("Lists", "Set aside")
            ),
            badge=lambda one: _MEND if one.state == "open" else Badge("check", Tone.GOOD),
        ),
        Column(translate("Lists", "By"), 14, lambda one: one.by),
        Column(translate("Lists", "Reason"), 20, lambda one: one.reason),
    )


def hidden_columns() -> tuple[Column[HiddenThing], ...]:
    """What a file hides."""
    return (
        Column(
            translate("Lists", "What"),
            22,
            lambda one: hidden_kind(one.kind),
            badge=lambda _one: Badge("hidden", Tone.WARN),
        ),
        Column(translate("Lists", "Where"), 26, lambda one: one.where),
        Column(translate("Lists", "Details"), 0, lambda one: one.what),
    )


def hidden_kind(kind: str) -> str:
    """What a hidden thing is called."""
    return {
        "hidden row": translate("Lists", "Hidden row"),
        "hidden column": translate("Lists", "Hidden column"),
        "hidden sheet": translate("Lists", "Hidden sheet"),
        "very hidden sheet": translate("Lists", "Very hidden sheet"),
        "comment": translate("Lists", "Comment"),
        "macro": translate("Lists", "Macro"),
        "external link": translate("Lists", "Link to another file"),
        "formula": translate("Lists", "Formula"),
        "author": translate("Lists", "Name of an author"),
    }.get(kind, kind)


_MEND = Badge("edit", Tone.WARN)
