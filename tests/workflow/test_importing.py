"""Every row of a list ends as a passenger or as a problem, what it says of status is sealed and held, or nothing is."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.errors import CancelledError, FileProblem, IntakeError, KnownError, NotFoundError
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Category, HoldState
from manifest_app.vault import imports as import_store
from manifest_app.vault.imports import ProblemState
from manifest_app.vault.tables import SHELVES
from manifest_app.workflow import flights, incidents, mending, registry, reviewing, screening
from manifest_app.workflow.importing import ImportOptions, import_manifest
from manifest_app.workflow.session import Session
from tests.helpers.office import HEADINGS, Office, person, table_of
from tests.workflow.cases import ALL, BREL, COTO, DUVAL, EXPOS, STATUS_HEADINGS, record
from tests.workflow.snooping import everything_readable

SPOILT = (*COTO[:3], "the ninth of March", *COTO[4:])
REST = {"a_number": COTO[0], "family_name": COTO[1], "given_names": COTO[2], "birth_date": COTO[3]}

cells = st.sampled_from(
    ["", "x", "910000001", "1984-03-09", "09/03/84", "CUB", "P", "Brel Santana", "=1+1", "VAWA", "0"]
)
rows = st.lists(
    st.tuples(*[cells] * len(STATUS_HEADINGS)) | st.sampled_from([(*row, "8G") for row in ALL]), min_size=1, max_size=8
)


@pytest.fixture(scope="module")
def place(office_template: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office_template.copy(tmp_path_factory.mktemp("importing"))


@settings(max_examples=15)
@given(rows)
def test_rows_are_passengers_or_problems_and_what_says_something_is_held(
    place: Office, listed: list[tuple[str, ...]]
) -> None:
    """A blank row is no row; the first line that says anything of status stands for all."""
    filled = [row for row in listed if any(row)]
    with place.session("sara") as supervisor:
        try:
            flight, report = place.imported(supervisor, listed, STATUS_HEADINGS)
        except IntakeError:
            return
        assert report.imported + len(report.problems) == len(filled)
        assert report.imported == len(flights.passengers(supervisor, flight.id))
        assert len(report.problems) == len(mending.problems(supervisor, flight.id))
        numbers = [row.passenger.row for row in flights.passengers(supervisor, flight.id)]
        numbers += [problem.row for problem in report.problems]
        assert sorted(numbers) == [at for at, row in enumerate(listed, start=2) if any(row)]
        held = {row.row for row in reviewing.holds(supervisor, flight.id)}
        assert held == {
            row.passenger.row
            for row in flights.passengers(supervisor, flight.id)
            if listed[row.passenger.row - 2][-1] not in {"", "0"}
        }
        assert report.held == len(held)


def test_what_a_list_says_of_status_is_sealed_and_held(office: Office) -> None:
    rows = [(*BREL, "I-589 pending"), (*COTO, "odd words of the clerk"), (*DUVAL, ""), (*EXPOS, "none")]
    with office.session("petra") as planner:
        flight, report = office.imported(planner, rows, STATUS_HEADINGS)
        assert (report.imported, report.problems, report.sealed, report.held) == (4, (), ("Status",), 2)
        text = everything_readable(planner)
    assert not [word for word in (b"I-589", b"odd words", b"ASY-P", b"UNK") if word in text]
    with office.session("sara") as supervisor:
        found = {row.row: (row.category, row.needs_second) for row in reviewing.holds(supervisor, flight.id)}
        assert found == {2: (Category.CLAIM, False), 3: (Category.DATA, True)}
        with supervisor.vault.read() as reader:
            kept = {row.row: row.cells for row in import_store.protected(reader, flight.id)}
        assert kept[2] == (("Status", "I-589 pending"),)


def test_a_problem_row_keeps_its_status_sealed_and_its_hold_until_it_is_mended(office: Office) -> None:
    with office.session("petra") as planner:
        flight, report = office.imported(planner, [(*BREL, ""), (*SPOILT, "stay granted")], STATUS_HEADINGS)
        assert [(problem.row, problem.column) for problem in report.problems] == [(3, "DOB")]
        assert report.held == 0
        (problem,) = mending.problems(planner, flight.id)
        assert ("DOB", "the ninth of March") in problem.cells
        assert "stay" not in repr((problem, report.problems))
        assert b"stay granted" not in everything_readable(planner)
        screening.screen_flight(planner, flight.id)
        assert reviewing.holds(planner, flight.id) == ()
        mended = mending.mend_row(planner, flight.id, 3, REST)
        assert mended.edited_by == ("petra",)
        (row,) = reviewing.holds(planner, flight.id)
        assert (row.hold.passenger_id, row.hold.state, row.category) == (mended.id, HoldState.OPEN, Category.CLAIM)
        assert mending.problems(planner, flight.id)[0].state is ProblemState.MENDED
        assert "changed" in flights.flight_summary(planner, flight.id).stale
        with pytest.raises(NotFoundError):
            mending.mend_row(planner, flight.id, 3, REST)


def test_a_row_is_set_aside_with_a_reason_and_is_nobody_then(office: Office) -> None:
    with office.session("petra") as planner:
        flight, _ = office.imported(planner, [(*BREL, ""), (*SPOILT, "stay granted")], STATUS_HEADINGS)
        with pytest.raises(KnownError):
            mending.set_row_aside(planner, flight.id, 3, "")
        mending.set_row_aside(planner, flight.id, 3, "the sum")
        (problem,) = mending.problems(planner, flight.id)
        assert (problem.state, problem.by, problem.reason) == (ProblemState.SET_ASIDE, "petra", "the sum")
        assert flights.flight_summary(planner, flight.id).problems == 0
        assert reviewing.holds(planner, flight.id) == ()


@pytest.mark.parametrize("values", [{**REST, "a_number": BREL[0]}, {**REST, "birth_date": "soon"}, {"shoe_size": "40"}])
def test_what_can_not_be_read_mends_nothing(office: Office, values: dict[str, str]) -> None:
    with office.session("petra") as planner:
        flight = office.flight(planner, [BREL, SPOILT])
        with pytest.raises(KnownError) as refusal:
            mending.mend_row(planner, flight.id, 3, values)
        assert BREL[0] not in str(refusal.value)
        assert mending.problems(planner, flight.id)[0].state is ProblemState.OPEN
        assert len(flights.passengers(planner, flight.id)) == 1


def test_a_second_row_of_the_same_person_is_a_problem(office: Office) -> None:
    with office.session("petra") as planner:
        _, report = office.imported(planner, [BREL, COTO, BREL])
    assert [problem.row for problem in report.problems] == [4]
    assert report.imported == 2


def test_unmapped_headings_are_reported_and_their_cells_sealed(office: Office) -> None:
    with office.session("petra") as planner:
        flight, report = office.imported(planner, [(*BREL, "window", "")], (*HEADINGS, "Seat wish", "Crew"))
        assert report.unmapped == ("Seat wish", "Crew")
        assert mending.import_facts(planner, flight.id)[0].unmapped == ("Seat wish", "Crew")
        assert b"window" not in everything_readable(planner)
    with office.session("omar") as officer, officer.vault.read() as reader:
        assert [row.cells for row in import_store.protected(reader, flight.id)] == [(("Seat wish", "window"),)]


def test_the_bytes_of_the_source_are_kept_for_the_privacy_officer(office: Office) -> None:
    with office.session("petra") as planner:
        flight = office.flight(planner, [(*BREL, "VAWA")], STATUS_HEADINGS)
        (facts,) = mending.import_facts(planner, flight.id)
    source = next(office.home.glob("RX-*.csv")).read_bytes()
    assert hashlib.sha256(source).hexdigest() == facts.sha256
    with office.session("omar") as officer, officer.vault.read() as reader:
        assert import_store.source(reader, facts.id) == source
    with office.session("sara") as supervisor:
        assert b"VAWA" not in everything_readable(supervisor)


def test_a_mapping_is_remembered_for_the_next_list_of_that_layout(office: Office) -> None:
    headings = (*HEADINGS[:7], "Passbook", *HEADINGS[8:])
    with office.session("petra") as planner:
        _, first = office.imported(planner, [BREL], headings)
        _, told = office.imported(planner, [COTO], headings, ImportOptions({"Passbook": "document_number"}))
        flight, after = office.imported(planner, [DUVAL], headings)
        assert (first.unmapped, told.unmapped, after.unmapped) == (("Passbook",), (), ())
        (row,) = flights.passengers(planner, flight.id)
        assert row.passenger.identity.documents[0].number == DUVAL[7]
        other = ImportOptions({"Passbook": "ignore"}, remember=False)
        office.imported(planner, [EXPOS], headings, other)
        _, again = office.imported(planner, [EXPOS], headings)
        assert again.unmapped == ()


# --- nothing half done ------------------------------------------------------------------------------------------------


def _counts(session: Session) -> dict[str, int]:
    with session.vault._engine.connect() as connection:
        tables = [*(shelf.name for shelf in SHELVES), "audit", "row_log"]
        return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in tables}


@pytest.mark.parametrize("stored", [0, 1])
@pytest.mark.parametrize("job", ["manifest", "registry", "exposure"])
def test_what_is_cancelled_leaves_nothing(office: Office, stored: int, job: str) -> None:
    def cancel(done: int, _total: int | None, text: str) -> None:
        if (done, text) == (stored, "storing"):
            raise CancelledError("Cancelled.")

    path = office.file("list.csv", STATUS_HEADINGS, [(*row, "8G") for row in ALL])
    table = table_of(path)
    with office.session("sara") as session:
        flight = flights.new_flight(session, "RX-9", office.now.date(), "IAH", "HAV")
        incident = incidents.new_incident(session, "Leak")
        before = _counts(session)
        jobs: dict[str, Callable[[], object]] = {
            "manifest": lambda: import_manifest(session, flight.id, path, table, progress=cancel),
            "registry": lambda: registry.import_protection(session, path, table, progress=cancel),
            "exposure": lambda: incidents.import_list(session, incident.id, path, table, progress=cancel),
        }
        with pytest.raises(CancelledError):
            jobs[job]()
        assert _counts(session) == before
        assert import_manifest(session, flight.id, path, table_of(path)).imported == len(ALL)


def test_what_fails_while_it_is_stored_leaves_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with office.session("petra") as planner:
        flight = flights.new_flight(planner, "RX-9", office.now.date())
        path = office.file("list.csv", STATUS_HEADINGS, [(*BREL, "8G")])
        before = _counts(planner)
        with monkeypatch.context() as patch:
            patch.setattr(import_store, "save_protected", full)
            with pytest.raises((OSError, KnownError)):
                import_manifest(planner, flight.id, path, table_of(path))
        assert _counts(planner) == before
        assert flights.find_flight(planner, flight.id).imported_by == ""


def test_a_file_that_changed_since_it_was_read_is_not_imported(office: Office) -> None:
    with office.session("petra") as planner:
        flight = flights.new_flight(planner, "RX-9", office.now.date())
        path = office.file("list.csv", HEADINGS, [BREL])
        table = table_of(path)
        office.file("list.csv", HEADINGS, [COTO])
        with pytest.raises(FileProblem, match="changed"):
            import_manifest(planner, flight.id, path, table)
        path.unlink()
        with pytest.raises(FileProblem, match="can't be read"):
            import_manifest(planner, flight.id, path, table)
        assert flights.passengers(planner, flight.id) == ()


def test_a_flight_has_one_list(office: Office) -> None:
    with office.session("petra") as planner:
        flight = office.flight(planner, [BREL])
        same = next(office.home.glob("RX-*.csv"))
        other = office.file("other.csv", HEADINGS, [COTO])
        for path, words in ((same, "this very file"), (other, "a passenger list")):
            with pytest.raises(KnownError, match=words):
                import_manifest(planner, flight.id, path, table_of(path))
        assert len(flights.passengers(planner, flight.id)) == 1
        flights.cancel_flight(planner, flight.id, "wrong list")
        with pytest.raises(KnownError, match="cancelled"):
            import_manifest(planner, flight.id, other, table_of(other))


def test_records_are_imported_once(office: Office, tmp_path: Path) -> None:
    path = office.file("records.csv", ("Surname", "Given Names", "DOB", "A-Number"), [record(BREL)])
    with office.session("sara") as supervisor:
        assert registry.import_protection(supervisor, path, table_of(path)).imported == 1
        with pytest.raises(KnownError, match="already"):
            registry.import_protection(supervisor, path, table_of(path))
        assert len(registry.registry(supervisor)) == 1


def test_names_of_any_script_come_through(office: Office) -> None:
    odd = [
        person(11, "الحسيني", "مريم", "1990-01-02"),
        person(12, "王", "小明", "1991-02-03"),
        person(13, "Ñandú-Ó'Higgins", "Žaneta", "1992-03-04"),
    ]
    with office.session("petra") as planner:
        flight, report = office.imported(planner, odd)
        assert (report.imported, report.problems) == (3, ())
        names = [
            (row.passenger.identity.family_name, row.passenger.identity.given_names)
            for row in flights.passengers(planner, flight.id)
        ]
    assert names == [(row[1], row[2]) for row in odd]
    _arabic_is_found(office, flight, odd[0])


def _arabic_is_found(office: Office, flight: Flight, row: tuple[str, ...]) -> None:
    family, given, born, _ = record(row)
    with office.session("sara") as supervisor:
        office.registry(supervisor, [(family, given, born, "")])
        assert screening.screen_flight(supervisor, flight.id).held == 1
        assert reviewing.holds(supervisor, flight.id)[0].family_name == row[1]
        assert [one.record.identity.family_name for one in registry.registry(supervisor, "الحس")] == [row[1]]
