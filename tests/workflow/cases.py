"""Invented people, and the ways of holding them."""

from collections.abc import Sequence

from manifest_app.model.flight import Flight
from manifest_app.model.hold import Hold, Verdict
from manifest_app.workflow import reviewing, screening
from manifest_app.workflow.reviewing import HoldRow
from manifest_app.workflow.session import Session
from tests.helpers.office import HEADINGS, Office, person, second

BREL = person(1, "Brel Santana", "Odalys", "1984-03-09")
COTO = person(2, "Coto Quiroga", "Maribel", "1991-11-27")
DUVAL = person(3, "Duval Ferrer", "Yaima", "1979-06-18")
EXPOS = person(4, "Espina Roble", "Lisandra", "1988-01-30")
FARO = person(5, "Faro Zulueta", "Idania", "1995-08-14")
"""Five people whom no screening takes for one another."""

ALL = (BREL, COTO, DUVAL, EXPOS, FARO)
STATUS_HEADINGS = (*HEADINGS, "Status")

# A reason that fits the verdict whatever the category of the hold.
ANY_REASON = "other"
NOTE = "both files seen, fingerprints compared"


def record(row: Sequence[str], *more: str) -> tuple[str, ...]:
    """The row of a record of the same person."""
    number, family, given, born = row[:4]
    return (family, given, born, number, *more)


def register(office: Office, row: Sequence[str], basis: str) -> None:
    """Put a person into the registry."""
    with office.session("omar") as officer:
        office.registry(officer, [record(row, basis)], "Basis")


def expose(office: Office, *rows: Sequence[str]) -> None:
    """Put people on an exposure list."""
    with office.session("omar") as officer:
        office.exposed(officer, [record(row) for row in rows])


def screened(office: Office, rows: Sequence[Sequence[str]], importer: str = "petra", screener: str = "") -> Flight:
    """A flight, imported and screened."""
    with office.session(importer) as session:
        flight = office.flight(session, rows)
    with office.session(screener or importer) as session:
        screening.screen_flight(session, flight.id)
    return flight


def row_of(person_row: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """The row of a person as a spreadsheet shows it: below the headings."""
    return list(rows).index(person_row) + 2


def only_hold(session: Session, flight: Flight) -> HoldRow:
    """The one hold of a flight."""
    (found,) = reviewing.holds(session, flight.id)
    return found


def decide(
    office: Office, flight: Flight, verdict: Verdict, name: str = "sara", other: str | None = "omar"
) -> list[Hold]:
    """Decide every open hold of a flight."""
    with office.session(name) as session:
        found = reviewing.holds(session, flight.id, open_only=True)
        return [
            reviewing.decide(session, row.hold.id, verdict, ANY_REASON, NOTE, second(other) if other else None)
            for row in found
        ]
