import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.intake.bases import bases
from manifest_app.intake.table import Cell
from manifest_app.model.passenger import PartialDate
from manifest_app.model.protection import ProtectionDetails, Record, RecordSource
from tests.intake.lists import HEADINGS, records, table_of

REGISTRY = (
    "A-Number",
    "Surname",
    "Given Names",
    "Date of Birth",
    "Nationality",
    "Basis",
    "Filed",
    "Receipt",
    "Country feared",
    "Notes",
    "Office",
)
ANA = (
    "A012345678",
    "ACOSTA",
    "Marisol",
    "1984-03-09",
    "CUB",
    "ASY-P",
    "2024-05-06",
    "MSC123",
    "Cuba",
    "hearing in May",
    "Houston",
)


def one(**changes: Cell) -> tuple[Record, ProtectionDetails, list[str]]:
    row = [
        changes.get(heading.replace(" ", "_").replace("-", "_"), cell)
        for heading, cell in zip(REGISTRY, ANA, strict=True)
    ]
    reading = records(table_of(REGISTRY, row))
    return reading.records[0], reading.details[0], [found.column for found in reading.problems]


def test_a_row_becomes_a_record_and_its_details() -> None:
    record, details, problems = one()
    assert (record.identity.family_name, record.identity.a_number, record.row) == ("ACOSTA", "012345678", 2)
    assert (record.source, record.list_id, record.restricted, record.ended) == (
        RecordSource.REGISTRY,
        "1" * 32,
        False,
        False,
    )
    assert details == ProtectionDetails(
        "ASY-P", "ASY-P", "MSC123", PartialDate(2024, 5, 6), "CUB", "hearing in May", (("Office", "Houston"),)
    )
    assert problems == []


@pytest.mark.parametrize("basis", ["VAWA", "T", "U", "U visa", "I-918", "something nobody knows"])
def test_restricted_and_unread_bases_fail_closed(basis: str) -> None:
    assert one(Basis=basis)[0].restricted


@pytest.mark.parametrize("changes", [{"Notes": "I-918 filed"}, {"Office": "VAWA unit"}])
def test_any_cell_can_make_a_record_restricted(changes: dict[str, Cell]) -> None:
    assert one(**changes)[0].restricted


def test_no_basis_is_unknown_and_on_an_exposure_list_exposure() -> None:
    record, details, _problems = one(Basis="")
    assert (details.basis, record.restricted) == ("UNK", False)
    reading = records(table_of(HEADINGS[:4], ("A012345678", "ACOSTA", "Marisol", "1984-03-09")), RecordSource.EXPOSURE)
    assert (reading.records[0].source, reading.details[0].basis) == (RecordSource.EXPOSURE, "EXP-L")


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Date of Birth", "31/02/1984"),
        ("Date of Birth", "soon"),
        ("A-Number", "A1"),
        ("Surname", "ACOSTA 😀"),
        ("Given Names", "M4risol"),
        ("Nationality", "Atlantis"),
        ("Filed", "yesterday"),
        ("Country feared", "home"),
    ],
)
def test_a_record_never_vanishes_for_an_odd_cell(heading: str, text: str) -> None:
    record, details, problems = one(**{heading.replace(" ", "_").replace("-", "_"): text})
    assert problems == [heading]
    assert (heading, text) in details.cells
    assert record.identity.given_names
    assert record.identity.family_name


def test_a_number_alone_is_enough_and_nothing_is_a_problem() -> None:
    table = table_of(REGISTRY, ("A012345678",), (None, None, None, "1984-03-09"), ())
    reading = records(table)
    assert [record.row for record in reading.records] == [2]
    assert [found.row for found in reading.problems] == [3]
    assert reading.rows == 2


def test_the_same_person_may_stand_twice() -> None:
    assert len(records(table_of(REGISTRY, ANA, ANA)).records) == 2


CELL = st.one_of(st.none(), st.text(max_size=15), st.integers(0, 10**9), st.dates(), st.sampled_from(ANA))


@given(st.lists(st.lists(CELL, min_size=11, max_size=11), max_size=8))
def test_whoever_has_a_name_is_kept_always(rows: list[list[Cell]]) -> None:
    reading = records(table_of(REGISTRY, ANA, *rows), header_row=1, date_order="dmy")
    assert len(reading.records) == len(reading.details)
    kept = {record.row for record in reading.records}
    for number, row in enumerate(rows, 3):
        if isinstance(row[1], str) and any(char.isalpha() for char in row[1]) and row[1] != "Surname":
            assert number in kept
    assert {record.row for record in reading.records} | {found.row for found in reading.problems} >= kept
    assert all(details.basis in bases() for details in reading.details)
