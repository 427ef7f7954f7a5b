"""Rows of a list that are no passengers yet, and corrections of those who are."""

from collections.abc import Mapping
from dataclasses import replace

from manifest_app.errors import KnownError, NotFoundError
from manifest_app.intake.corrections import corrected_identity
from manifest_app.model.passenger import Passenger
from manifest_app.standards.text import clean
from manifest_app.vault import Reader, Writer
from manifest_app.vault import flights as store
from manifest_app.vault import holds as hold_store
from manifest_app.vault import imports as import_store
from manifest_app.vault.imports import ImportFacts, ProblemState, StoredProblem
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.holding import reopen_for
from manifest_app.workflow.session import Session


def problems(session: Session, flight_id: str) -> tuple[StoredProblem, ...]:
    """The source rows that were no passengers when they were imported, in order, with what became of them.

    Raises:
        NotAllowedError: The role doesn't work with passengers.
    """
    session.require("see passengers", *PASSENGER_ROLES)
    with session.vault.read() as reader:
        return import_store.problems(reader, flight_id)


def import_facts(session: Session, flight_id: str) -> tuple[ImportFacts, ...]:
    """What was imported into a flight, by whom and when, and what the file hid.

    Raises:
        NotAllowedError: The role doesn't work with passengers.
    """
    session.require("see passengers", *PASSENGER_ROLES)
    with session.vault.read() as reader:
        return import_store.imports(reader, flight_id)


def mend_row(session: Session, flight_id: str, row: int, values: Mapping[str, str]) -> Passenger:
    """Make a passenger of a problem row: field key -> text, all that is to be known of him or her.

    What the source said of status in that row was sealed and held at import; the hold now stands on the passenger.

    Raises:
        KnownError: A value can't be read, or the passenger would be on the list twice.
        NotFoundError: No open problem in that row.
    """
    session.require("mend a row", *PASSENGER_ROLES)
    with session.vault.write("flight.mend", flight_id, {"row": str(row)}) as writer:
        problem = _problem(writer, flight_id, row)
        identity = corrected_identity(None, values, today=session.today)
        passenger = Passenger(problem.passenger_id, row, identity, edited_by=(session.person.name,))
        _no_duplicate(writer, flight_id, passenger)
        store.save_passengers(writer, flight_id, [passenger])
        import_store.save_problem(
            writer, flight_id, replace(problem, state=ProblemState.MENDED, by=session.person.name)
        )
    return passenger


def set_row_aside(session: Session, flight_id: str, row: int, reason: str) -> None:
    """Decide that a problem row is no passenger (a total, a remark); it stays in the vault with the reason.

    Raises:
        KnownError: The reason is missing.
        NotFoundError: No open problem in that row.
    """
    session.require("set a row aside", *PASSENGER_ROLES)
    text = clean(reason)
    if not text:
        raise KnownError("A row is set aside with a reason.", "Give one.")
    with session.vault.write("flight.set-aside", flight_id, {"row": str(row)}) as writer:
        problem = _problem(writer, flight_id, row)
        aside = replace(problem, state=ProblemState.SET_ASIDE, by=session.person.name, reason=text)
        import_store.save_problem(writer, flight_id, aside)


def correct_passenger(session: Session, flight_id: str, row: int, values: Mapping[str, str]) -> Passenger:
    """Correct a passenger: field key -> text. Decisions on holds of this passenger are void from then on.

    Raises:
        KnownError: A value can't be read, or the passenger would be on the list twice.
        NotFoundError: No passenger in that row.
    """
    session.require("correct a passenger", *PASSENGER_ROLES)
    with session.vault.write("flight.correct", flight_id, {"row": str(row)}) as writer:
        old = next((one for one in store.passengers(writer, flight_id) if one.row == row), None)
        if old is None:
            raise NotFoundError(f"There is no passenger in row {row} of the list.")
        identity = corrected_identity(old.identity, values, today=session.today)
        editors = tuple(dict.fromkeys((*old.edited_by, session.person.name)))
        new = replace(old, identity=identity, version=old.version + 1, edited_by=editors)
        _no_duplicate(writer, flight_id, new)
        store.save_passengers(writer, flight_id, [new])
        reopen_for(writer, hold_store.holds(writer, flight_id), new.id)
    return new


def _problem(reader: Reader, flight_id: str, row: int) -> StoredProblem:
    store.flight(reader, flight_id)
    found = [
        one for one in import_store.problems(reader, flight_id) if one.row == row and one.state is ProblemState.OPEN
    ]
    if not found:
        raise NotFoundError(f"Row {row} has no open problem.", "List them with: flight problems.")
    return found[0]


def _no_duplicate(writer: Writer, flight_id: str, passenger: Passenger) -> None:
    mine = passenger.identity
    for other in store.passengers(writer, flight_id):
        if other.id == passenger.id:
            continue
        theirs = other.identity
        same_number = mine.a_number and mine.a_number == theirs.a_number
        same_name = (mine.family_name, mine.given_names, mine.birth_date) == (
            theirs.family_name,
            theirs.given_names,
            theirs.birth_date,
        )
        documents = {one.number for one in mine.documents} & {one.number for one in theirs.documents} - {""}
        if same_number or same_name or documents:
            raise KnownError(f"This would be the passenger of row {other.row} once more.", "Set the row aside instead.")
