import random
from dataclasses import astuple, replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.errors import KnownError
from manifest_app.model.release import Clearance, FlightFacts, PublicPassenger
from manifest_app.release.digest import content_digest
from manifest_app.release.naming import file_name, is_neutral
from manifest_app.release.profile import Profile, profiles
from manifest_app.release.project import project
from manifest_app.release.writers import WRITERS
from tests.release.lists import CLEARANCES, FLIGHT, FORMATS, PASSENGERS, PROFILES, SIX, liaison, passenger


def test_the_list_is_sorted_by_name_numbered_and_has_the_profiles_columns_only() -> None:
    rows = project(SIX, liaison()).rows
    assert [row[:3] for row in rows] == [
        ("1", "Amparo", "Santos"),
        ("2", "de la Cruz", "Ana-Lucía"),
        ("3", "O’Brien", "Socorro"),
        ("4", "Ünal", "Mehmet"),
        ("5", "王", "小明"),
        ("6", "Zúñiga", "Óscar"),
    ]
    assert rows[5] == ("6", "Zúñiga", "Óscar", "1970-01-31", "M", "CUB", "P", "K900001", "CUB", "2031-05-30")


def test_a_carrier_gets_the_family_name_in_capitals_first() -> None:
    rows = project(SIX, profiles()["carrier"]).rows
    assert rows[1] == ("DE LA CRUZ, Ana-Lucía", "1991-07", "F", "K900002")
    assert rows[5] == ("ZÚÑIGA, Óscar", "1970-01-31", "M", "K900001")
    single = Clearance(FLIGHT, (passenger("", "Suharto"), passenger("Straße", "")))
    assert [row[0] for row in project(single, profiles()["carrier"]).rows] == ["STRASSE", "Suharto"]


def test_equal_names_are_sorted_by_birth_then_document() -> None:
    same = [passenger(birth=birth, number=number) for birth, number in (("1990", "B"), ("1980", "C"), ("1990", "A"))]
    rows = project(Clearance(FLIGHT, tuple(same)), liaison()).rows
    assert [(row[3], row[7]) for row in rows] == [("1980", "C"), ("1990", "A"), ("1990", "B")]


_NAMES_IN_ORDER = st.sampled_from(["Abad", "Baez", "Cano", "Diaz", "Egea"])
_PLAIN = st.builds(
    lambda p, f, g: replace(p, family_name=f, given_names=g), PASSENGERS, _NAMES_IN_ORDER, _NAMES_IN_ORDER
)


@settings(max_examples=25)
@given(st.lists(_PLAIN, min_size=1, max_size=8))
def test_the_file_holds_exactly_the_public_columns_as_openpyxl_reads_them(people: list[PublicPassenger]) -> None:
    data = WRITERS["xlsx"](project(Clearance(FLIGHT, tuple(people)), liaison()))
    book = openpyxl.load_workbook(BytesIO(data))
    (sheet,) = book.worksheets
    read = [tuple(cell.value or "" for cell in row) for row in sheet.iter_rows()]
    # An oracle of its own: plain ASCII names sort as they are.
    wanted = sorted(map(astuple, people), key=lambda p: (p[0], p[1], p[2], p[6], p))
    assert read[0] == tuple(spec.heading for spec in liaison().fields)
    assert read[1:] == [(str(number), *person) for number, person in enumerate(wanted, start=1)]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert {cell.style_id for row in sheet.iter_rows() for cell in row} == {0}
    assert (book.properties.creator or "", book.properties.keywords, len(book.defined_names)) == ("", None, 0)


@given(CLEARANCES, PROFILES, FORMATS, st.randoms(use_true_random=False))
def test_the_order_of_the_passengers_does_not_show(
    clearance: Clearance, profile: Profile, file_format: str, rng: random.Random
) -> None:
    people = list(clearance.passengers)
    rng.shuffle(people)
    mixed = replace(clearance, passengers=tuple(people))
    write = WRITERS[file_format]
    assert write(project(mixed, profile)) == write(project(clearance, profile))
    digests = {content_digest(one, profile, "liaison-1", 1, file_format) for one in (mixed, clearance)}
    assert len(digests) == 1


@given(CLEARANCES, PROFILES)
def test_every_passenger_has_one_row(clearance: Clearance, profile: Profile) -> None:
    rows = project(clearance, profile).rows
    assert len(rows) == len(clearance.passengers)
    if profile.keys[0] == "number":
        assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


def test_the_digest_changes_with_every_part_of_the_content() -> None:
    first, *others = SIX.passengers
    changed = [
        (SIX, liaison(), "r1", 1, "xlsx"),
        (SIX, liaison(), "r1", 1, "csv"),
        (SIX, liaison(), "r1", 2, "xlsx"),
        (SIX, liaison(), "r2", 1, "xlsx"),
        (SIX, profiles()["liaison-es"], "r1", 1, "xlsx"),
        (replace(SIX, flight=replace(FLIGHT, destination="SCU")), liaison(), "r1", 1, "xlsx"),
        (replace(SIX, flight=replace(FLIGHT, departure=date(2026, 12, 5))), liaison(), "r1", 1, "xlsx"),
        (replace(SIX, passengers=tuple(others)), liaison(), "r1", 1, "xlsx"),
        *(
            (replace(SIX, passengers=(replace(first, **{field: "x"}), *others)), liaison(), "r1", 1, "xlsx")
            for field in PublicPassenger.__dataclass_fields__
        ),
        (replace(SIX, passengers=(*SIX.passengers, first)), liaison(), "r1", 1, "xlsx"),
    ]
    digests = [content_digest(*content) for content in changed]
    assert len(set(digests)) == len(changed)
    assert all(len(digest) == 64 for digest in digests)


def test_a_text_can_not_move_between_fields_without_changing_the_digest() -> None:
    two = [Clearance(FLIGHT, (passenger(family, given),)) for family, given in (("A", "BC"), ("AB", "C"), ("A,B", "C"))]
    assert len({content_digest(one, liaison(), "r", 1, "csv") for one in two}) == 3


def test_the_file_name_says_flight_day_and_version() -> None:
    assert file_name(FLIGHT, 1, "xlsx") == "MANIFEST_RX-114_2026-12-04_v1.xlsx"
    assert file_name(replace(FLIGHT, number="rx 114/b"), 12, "csv") == "MANIFEST_RX-114-B_2026-12-04_v12.csv"


@given(st.text(max_size=20), st.dates(), st.integers(1, 999), FORMATS)
def test_a_file_name_is_always_safe_and_neutral(flight: str, day: date, number: int, file_format: str) -> None:
    facts = FlightFacts(flight, day, "IAH", "HAV")
    try:
        name = file_name(facts, number, file_format)
    except KnownError:
        assert not any(character.isascii() and character.isalnum() for character in flight.upper())
        return
    assert is_neutral(name)
    assert name.isascii()
    assert not set(name) & set('/\\:*?"<>| \0')


@pytest.mark.parametrize(
    "name",
    [
        *(
            "MANIFEST_RX-114_2026-12-04_v1_R.xlsx",
            "MANIFEST_RX-114_2026-12-04_v1.xlsx ",
            "manifest_RX-114_2026-12-04_v1.csv",
        ),
        *("MANIFEST_RX-114_2026-12-04_v01.csv", "MANIFEST_RX-114_2026-13-04_v1.csv", "MANIFEST_RX-114_2026-12-04.csv"),
        *(
            "MANIFEST_RX-114_2026-12-04_v1.docx",
            "SANITIZED_RX-114_2026-12-04_v1.csv",
            "MANIFEST_RX\u200b_2026-12-04_v1.csv",
        ),
        *("MANIFEST_RX-114_52held_2026-12-04_v1.csv", "MANIFEST_RX-114_2026-12-04_v1.csv\n"),
    ],
)
def test_a_name_of_another_form_is_not_neutral(name: str) -> None:
    assert not is_neutral(name)


def test_a_flight_that_no_file_can_be_named_after_is_a_known_error() -> None:
    with pytest.raises(KnownError, match="Correct the flight number"):
        file_name(replace(FLIGHT, number="航班"), 1, "csv")
    with pytest.raises(KnownError, match="no file format"):
        file_name(FLIGHT, 1, "docx")
