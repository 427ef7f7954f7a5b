"""Nothing is dropped: every row of a source is a passenger or a row problem in the vault, and nothing else is."""

import csv
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from manifest_app.errors import IntakeError
from manifest_app.standards.dates import DateOrder
from manifest_app.workflow import flights, mending
from manifest_app.workflow.importing import ImportOptions, import_manifest
from manifest_app.workflow.session import Session
from tests.helpers.office import Office, table_of

HEADINGS = ("A#", "Last Name", "First Name", "DOB", "Sex", "COC", "Doc No.", "Status", "Colour")
NAMES = (
    "Acosta",
    "Núñez Vega",
    "نجار",
    "王",
    "=1+1",
    "+1",
    "@A1",
    "Acosta😀",
    "\u202eatsocA",
    "A\u200bna",
    "-",
    "",
    " ",
    "9",
)
CELLS = (
    st.sampled_from(("910000001", "910000002", "A012 345 678", "12", "A" * 400, "", "n/a", "=A1")),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.sampled_from(
        ("1984-03-09", "31/12/1984", "12/31/1984", "03/04/1984", "31/31/1984", "45000", "tomorrow", "", "1984")
    ),
    st.sampled_from(("F", "M", "X", "H", "?", "")),
    st.sampled_from(("CUB", "Cuba", "XXB", "Narnia", "", "😀")),
    st.sampled_from(("K123456", "K123456", "K765432", "k-1", "", "#REF!")),
    st.sampled_from(("", "asylum pending", "removed", "?", "T")),
    st.one_of(st.sampled_from(("", "blue", "VAWA")), st.text("aé王😀 \u200b\"',;=\n", max_size=8)),
)
ROWS = st.lists(
    st.one_of(
        st.tuples(*CELLS),
        st.tuples(*CELLS),
        st.just(("",) * len(HEADINGS)),
        st.just((" ", "\u200b", *("",) * (len(HEADINGS) - 2))),
        st.just(HEADINGS),
        st.tuples(*CELLS).map(lambda row: (*row, "one cell too many")),
        st.tuples(*CELLS).map(lambda row: row[:3]),
    ),
    min_size=1,
    max_size=12,
)
NUMBERS = count(1)


@pytest.fixture(scope="module")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Path]]:
    home = tmp_path_factory.mktemp("rows")
    with Office(home).make().session("petra") as session:
        yield session, home / "list.csv"


def filled(path: Path) -> set[int]:
    """Numbers of the rows below the headings in which a person sees anything, told by another reader than ours."""
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.reader(source))
    return {
        number
        for number, row in enumerate(rows[1:], 2)
        if any(sign.isprintable() and not sign.isspace() for cell in row for sign in cell)
    }


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=ROWS, order=st.sampled_from((None, DateOrder.DAY_FIRST)))
def test_rows_in_are_passengers_and_problems(
    planner: tuple[Session, Path], rows: list[tuple[str, ...]], order: DateOrder | None
) -> None:
    session, path = planner
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([HEADINGS, *rows])
    flight = flights.new_flight(session, f"RX-{next(NUMBERS)}", date(2026, 12, 4)).id
    before = session.vault.audit_entries()
    try:
        options = ImportOptions(header_row=1, date_order=order)
        report = import_manifest(session, flight, path, table_of(path), options)
    except IntakeError:
        assert session.vault.audit_entries() == before
        assert not flights.passengers(session, flight)
        assert not mending.problems(session, flight)
        event("refused as a whole")
        return
    passengers = [row.passenger.row for row in flights.passengers(session, flight)]
    problems = [problem.row for problem in mending.problems(session, flight)]
    assert sorted(passengers + problems) == sorted(filled(path))
    assert (report.imported, [one.row for one in report.problems]) == (len(passengers), problems)
    assert all(one.problem.endswith(".") and one.column for one in report.problems)
