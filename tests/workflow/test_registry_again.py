"""An office imports its registry again and again; decisions must not fall each time."""

from pathlib import Path

from manifest_app.model.hold import HoldState, Verdict
from manifest_app.workflow import registry, reviewing, screening
from tests.helpers.office import Office, person, second

ROWS = [("Ortega Prueba", "Marisol", "1984-03-09", "912345678"), ("Sosa Ensayo", "Luis", "1990-01-02", "912345679")]


def test_a_longer_registry_brings_only_what_is_new_and_voids_nothing(tmp_path: Path) -> None:
    office = Office(tmp_path).make()
    with office.session("omar") as officer:
        office.registry(officer, ROWS)
        flight = office.flight(officer, [person(1, "Ortega Prueba", "Marisol", "1984-03-09")])
    with office.session("sara") as supervisor:
        screening.screen_flight(supervisor, flight.id)
        hold = reviewing.holds(supervisor, flight.id)[0].hold
        reviewing.decide(supervisor, hold.id, Verdict.UPHOLD, "claim-pending", "seen")
        report = office.registry(supervisor, [*ROWS, ("Nueva Persona", "Ana", "1979-05-06", "912345680")])
        assert (report.imported, report.known, report.returned) == (1, 2, 0)
        assert screening.screen_flight(supervisor, flight.id).new_holds == 0
        assert reviewing.holds(supervisor, flight.id)[0].hold.state is HoldState.UPHELD


def test_an_ended_record_that_comes_again_holds_and_is_said(tmp_path: Path) -> None:
    office = Office(tmp_path).make()
    with office.session("sara") as supervisor:
        office.registry(supervisor, ROWS)
        record = registry.registry(supervisor, "ortega")[0].record
        registry.end_record(supervisor, record.id, "withdrawn in writing", second())
        report = office.registry(supervisor, [*ROWS, ("Nueva Persona", "Ana", "1979-05-06", "912345680")])
        assert (report.imported, report.known, report.returned) == (2, 1, 1)
