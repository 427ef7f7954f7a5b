import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.errors import CancelledError, IntakeError
from manifest_app.files.prescan import FileKind
from manifest_app.intake.fields import NameOrder, Purpose
from manifest_app.intake.layout import propose_layout
from manifest_app.intake.manifest import ManifestReading, read_manifest
from manifest_app.intake.table import Cell
from manifest_app.model.passenger import Identity, PartialDate, Sex, TravelDocument
from manifest_app.standards.dates import DateOrder
from manifest_app.standards.mrz import read_mrz, write_td3
from tests.intake.lists import ANA, HEADINGS, LUIS, TODAY, ids, manifest, table_of

NAMED: tuple[Cell, ...] = ("Last Name", "First Name", "DOB")
SPECIMEN = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"


def one(headings: Sequence[Cell], *cells: Cell) -> ManifestReading:
    return manifest(table_of(headings, cells))


def problem(headings: Sequence[Cell], *cells: Cell) -> tuple[str, str]:
    reading = one(headings, *cells)
    assert reading.passengers == ()
    assert len(reading.problems) == reading.rows == 1
    return reading.problems[0].column, reading.problems[0].problem


def test_rows_become_passengers() -> None:
    reading = manifest(table_of(HEADINGS, ANA, LUIS))
    assert [passenger.row for passenger in reading.passengers] == [2, 3]
    assert reading.passengers[0].identity == Identity(
        "ACOSTA", "Marisol", (), PartialDate(1984, 3, 9), Sex.FEMALE, "CUB", "012345678",
        (TravelDocument("P", "K123456", "CUB", PartialDate(2030, 5, 1)),),
    )  # fmt: skip
    assert reading.passengers[1].identity.documents[0].number == "K765432"
    assert (reading.problems, reading.protected, reading.unmapped, reading.rows) == ((), (), (), 2)
    assert len({passenger.id for passenger in reading.passengers}) == 2


def test_blank_rows_do_not_count_and_rows_keep_their_numbers() -> None:
    reading = manifest(table_of(["Flight RX-114"], [], HEADINGS, [], ANA, ["", None, " "], LUIS, []))
    assert [passenger.row for passenger in reading.passengers] == [5, 7]
    assert reading.rows == 2


@pytest.mark.parametrize(
    "footer",
    [
        ("Total: 103",),
        (None, "Total: 103"),
        (None, "TOTAL", "103"),
        ("103",),
        (None, "TOTAL"),
        (None, None, "END OF LIST"),
    ],
)
def test_a_footer_is_a_problem_and_not_dropped(footer: Sequence[Cell]) -> None:
    reading = manifest(table_of(("No.", *HEADINGS), (1, *ANA), footer))
    assert (len(reading.passengers), len(reading.problems), reading.rows) == (1, 1, 2)
    assert reading.problems[0].row == 3


def test_a_heading_row_further_down_is_a_problem() -> None:
    rows = [
        (
            f"A{number:09d}",
            "FAMILY",
            f"Given{'abcdefghij'[number % 10]}{'klmnopqrst'[number // 10 % 10]}{'uvw'[number // 100]}",
            *ANA[3:7],
            f"K{number}",
            *ANA[8:],
        )
        for number in range(1, 210)
    ]
    reading = manifest(table_of(HEADINGS, *rows, HEADINGS))
    assert [found.problem for found in reading.problems] == ["The row repeats the headings."]


@pytest.mark.parametrize(
    ("place", "text", "words"),
    [
        (0, "A12", "seven to nine digits"),
        (0, "A01234567X", "digits"),
        (1, "ACOSTA 😀", "emoji"),
        (1, "=1+1", "formula"),
        (2, "Mari5ol", "digit"),
        (3, "2084-03-09", "future"),
        (3, "1984-02-30", "no such day"),
        (3, "soon", "can't be read"),
        (3, dt.time(0, 0), "can't be read"),
        (4, "Q", ""),
        (5, "Atlantis", "country is not known"),
        (5, "Guinea or Niger", "country"),
        (6, "library card", "kind of document"),
        (7, "??", "document number"),
        (8, "Nowhere", "country"),
        (9, "1984-13-01", "no such day"),
    ],
)
def test_a_bad_cell_is_named_by_its_column(place: int, text: Cell, words: str) -> None:
    row: list[Cell] = list(ANA)
    row[place] = text
    column, said = problem(HEADINGS, *row)
    assert column == HEADINGS[place]
    assert words in said
    assert str(text) not in said


def test_further_faults_stand_in_the_same_sentence() -> None:
    reading = one(HEADINGS, "A1", "ACOSTA", "Marisol", "soon", *ANA[4:])
    assert reading.problems[0].column == "DOB"
    assert "Also, A#:" in reading.problems[0].problem
    assert ("A#", "A1") in reading.problems[0].cells
    assert ("DOB", "soon") in reading.problems[0].cells


@pytest.mark.parametrize("nothing", ["", "-", "N/A", "n/a", "S/N", None, "--"])
def test_cells_that_say_nothing(nothing: Cell) -> None:
    identity = one(HEADINGS, nothing, "ACOSTA", "Marisol", "1984-03-09", *[nothing] * 6).passengers[0].identity
    assert identity == Identity("ACOSTA", "Marisol", birth_date=PartialDate(1984, 3, 9))


def test_who_can_not_be_told_from_others_is_a_problem() -> None:
    assert "no birth date" in problem(HEADINGS, "", "ACOSTA", "Marisol", "", *ANA[4:7], "", *ANA[8:])[1]
    assert problem(HEADINGS, ANA[0], "", "-", *ANA[3:])[1] == "The row has no name."


def test_one_name_is_enough() -> None:
    assert one(HEADINGS, ANA[0], "Suharto", "", *ANA[3:]).passengers[0].identity.family_name == "Suharto"


@pytest.mark.parametrize("name", ["محمد أحمد", "王小明", "Иванова", "नरेंद्र"])
def test_names_in_any_script_become_passengers(name: str) -> None:
    assert one(HEADINGS, ANA[0], name, *ANA[2:]).passengers[0].identity.family_name == name


def test_invisible_marks_are_taken_out_and_noted() -> None:
    reading = one(HEADINGS, ANA[0], "\u200fACO\u200bSTA\ufeff", *ANA[2:])
    assert reading.passengers[0].identity.family_name == "ACOSTA"
    assert [(note.row, note.column) for note in reading.notes] == [(2, "Last Name")]


def test_a_name_from_a_formula_is_a_problem() -> None:
    reading = manifest(table_of(HEADINGS, ANA, LUIS, formulas=frozenset({(2, 1)})))
    assert [(found.row, found.column) for found in reading.problems] == [(2, "Last Name")]
    assert "formula" in reading.problems[0].problem
    assert len(reading.passengers) == 1


def test_numbers_and_dates_as_spreadsheets_hold_them() -> None:
    row = (12345678, "ACOSTA", "Marisol", 30750, "F", "CUB", "P", 123456, "CUB", dt.datetime(2030, 5, 1))  # noqa: DTZ001
    identity = one(HEADINGS, *row).passengers[0].identity
    assert (identity.a_number, identity.birth_date) == ("012345678", PartialDate(1984, 3, 9))
    assert identity.documents[0] == TravelDocument("P", "123456", "CUB", PartialDate(2030, 5, 1))


def test_surnames_in_two_columns_are_one() -> None:
    headings = ("Primer apellido", "Segundo apellido", "Nombres", "Middle Name", "DOB")
    identity = one(headings, "ACOSTA", "PEÑA", "Marisol", "Ana", "1984-03-09").passengers[0].identity
    assert (identity.family_name, identity.given_names) == ("ACOSTA PEÑA", "Marisol Ana")


def test_a_passport_by_its_heading() -> None:
    assert (
        one((*NAMED, "Passport No."), "ACOSTA", "Ana", "1984-03-09", "K1").passengers[0].identity.documents[0].kind
        == "P"
    )
    assert (
        one((*NAMED, "Document No."), "ACOSTA", "Ana", "1984-03-09", "K1").passengers[0].identity.documents[0].kind
        == ""
    )


class TestDuplicates:
    @pytest.mark.parametrize(
        ("changes", "words", "column"),
        [
            ({1: "OTHER", 2: "Person", 7: "X1"}, "same A-number as row 2", "A#"),
            ({0: "A099999999", 1: "OTHER", 2: "Person"}, "same travel document as row 2", "Doc No."),
            ({0: "A099999999", 7: "X1", 1: "acosta", 2: "MARISÓL"}, "same name and birth date as row 2", "Last Name"),
        ],
    )
    def test_name_the_earlier_row(self, changes: dict[int, str], words: str, column: str) -> None:
        again = [changes.get(index, cell) for index, cell in enumerate(ANA)]
        reading = manifest(table_of(HEADINGS, ANA, LUIS, again))
        assert len(reading.passengers) == 2
        assert words in reading.problems[0].problem
        assert reading.problems[0].column == column

    def test_people_who_share_a_name_are_not_the_same(self) -> None:
        other = ("A099999999", *ANA[1:3], "1985-03-09", *ANA[4:7], "X1", *ANA[8:])
        assert len(manifest(table_of(HEADINGS, ANA, other)).passengers) == 2


class TestZones:
    HEADINGS = ("Surname", "Given Names", "DOB", "Sex", "Nationality", "Passport", "Expiry", "MRZ")

    def test_fills_what_is_missing(self) -> None:
        identity = one(self.HEADINGS, *[None] * 7, SPECIMEN).passengers[0].identity
        assert (identity.family_name, identity.given_names) == ("ERIKSSON", "ANNA MARIA")
        assert (identity.birth_date, identity.sex, identity.nationality) == (
            PartialDate(1974, 8, 12),
            Sex.FEMALE,
            "UTO",
        )
        assert identity.documents == (TravelDocument("P", "L898902C3", "UTO", PartialDate(2012, 4, 15)),)

    def test_a_wrong_check_digit(self) -> None:
        column, said = problem(self.HEADINGS, *[None] * 7, SPECIMEN.replace("7408122", "7408123"))
        assert column == "MRZ"
        assert "check digit of the birth date" in said

    @pytest.mark.parametrize(
        ("place", "text"),
        [(0, "ERICSON"), (1, "Eva"), (2, "1974-08-13"), (3, "M"), (4, "CUB"), (5, "L898902C4"), (6, "2012-04-16")],
    )
    def test_contradictions(self, place: int, text: str) -> None:
        row: list[Cell] = ["Eriksson", "Anna Maria", "1974-08-12", "F", "UTO", "L898902C3", "2012-04-15", SPECIMEN]
        assert len(one(self.HEADINGS, *row).passengers) == 1
        row[place] = text
        column, said = problem(self.HEADINGS, *row)
        assert column == self.HEADINGS[place]
        assert "contradicts the machine readable zone" in said

    @pytest.mark.parametrize(
        ("family", "given", "zone_family", "zone_given"),
        [
            ("PEÑA", "José", "PENA", "JOSE"),
            ("PEÑA", "José", "PENXXA", "JOSE"),
            ("Müller", "Zoë", "MUELLER", "ZOE"),
            ("O'Brien", "Ana-María", "OBRIEN", "ANA MARIA"),
            ("Иванова", "Анна", "IVANOVA", "ANNA"),
            ("محمد", "أحمد", "MHMD", "AHMD"),
            ("RODRÍGUEZ DE LA CONCEPCIÓN", "María de los Ángeles", "RODRIGUEZ DE LA CONCEP", "MARIA DE LOS A"),
        ],
    )
    def test_transliteration_is_no_contradiction(
        self, family: str, given: str, zone_family: str, zone_given: str
    ) -> None:
        zone = read_mrz(SPECIMEN, pivot=TODAY)
        written = write_td3(
            type(zone)(
                **{
                    **{name: getattr(zone, name) for name in zone.__slots__},
                    "family_name": zone_family,
                    "given_names": zone_given,
                }
            )
        )
        identity = one(("Surname", "Given Names", "MRZ"), family, given, written).passengers[0].identity
        assert (identity.family_name, identity.given_names) == (family, given)
        assert f"{zone_family} {zone_given}" in identity.other_names


class TestProtected:
    HEADINGS = (*HEADINGS, "Status", "Notes", "Hotel", "Seat")

    def row(self, *aside: Cell) -> ManifestReading:
        return one(self.HEADINGS, *ANA, *aside)

    def test_cells_are_set_apart_and_mapped(self) -> None:
        reading = self.row("8G", "", "Ritz", "8G")
        (found,) = reading.protected
        assert found.passenger_id == reading.passengers[0].id
        assert found.cells == (("Status", "8G"), ("Hotel", "Ritz"), ("Seat", "8G"))
        assert (found.bases, found.unmapped_status) == (("CFI",), False)
        assert reading.unmapped == ("Hotel", "Seat")

    @pytest.mark.parametrize(
        "text", ["OVERSTAY", "GUATEMALAN", "#REF!", "1/15/1900", "see file", "16", dt.date(1900, 1, 15)]
    )
    def test_what_is_not_known_holds_for_review(self, text: Cell) -> None:
        (found,) = self.row(text, "", "", "").protected
        assert (found.bases, found.unmapped_status) == (("UNK",), True)

    @pytest.mark.parametrize("text", ["8F", "N/A", "None", "Final order", "-", False])
    def test_what_is_ordinary_holds_nobody_and_is_kept_all_the_same(self, text: Cell) -> None:
        (found,) = self.row(text, "", "", "").protected
        assert (found.bases, found.unmapped_status) == ((), False)
        assert found.cells

    def test_elsewhere_only_sure_words_count(self) -> None:
        assert self.row("", "", "applied for asylum", "").protected[0].bases == ("ASY-P",)
        assert self.row("", "", "MTR", "").protected[0].bases == ()

    def test_a_row_with_a_problem_is_sealed_too(self) -> None:
        reading = one(self.HEADINGS, *ANA[:3], "soon", *ANA[4:], "VAWA", "", "", "")
        assert (reading.protected[0].passenger_id, reading.protected[0].bases) == ("", ("VAWA",))
        assert all("VAWA" not in text for _heading, text in reading.problems[0].cells)

    @pytest.mark.parametrize(("place", "text"), [(5, "XXB"), (5, "XXC"), (6, "Refugee travel document")])
    def test_refugees_are_known_by_their_papers(self, place: int, text: str) -> None:
        row = [*ANA[:place], text, *ANA[place + 1 :]]
        assert one(HEADINGS, *row).protected[0].bases == ("REF",)

    def test_words_beside_the_row_number_are_sealed(self) -> None:
        assert one(("No.", *HEADINGS), "7 asylum", *ANA).protected[0].cells == (("No.", "7 asylum"),)
        assert one(("No.", *HEADINGS), 7, *ANA).protected == ()

    def test_no_cell_is_lost(self) -> None:
        reading = self.row("a", "b", "c", "d")
        assert [text for _heading, text in reading.protected[0].cells] == ["a", "b", "c", "d"]


class TestCorrections:
    def read(self, corrections: dict[int, dict[str, str]]) -> ManifestReading:
        table = table_of((*HEADINGS, "Status"), (*ANA[:3], "soon", *ANA[4:], "8G"), (*LUIS, ""))
        layout = propose_layout(table, purpose=Purpose.MANIFEST)
        return read_manifest(table, layout, new_id=ids(), today=TODAY, corrections=corrections)

    def test_take_the_place_of_cells(self) -> None:
        assert len(self.read({}).problems) == 1
        for name in ("DOB", "birth_date"):
            reading = self.read({2: {name: "1984-03-09"}})
            assert reading.passengers[0].identity.birth_date == PartialDate(1984, 3, 9)
            assert reading.protected[0].bases == ("CFI",)

    @pytest.mark.parametrize(
        "corrections", [{1: {"DOB": "x"}}, {9: {"DOB": "x"}}, {2: {"Status": ""}}, {2: {"Foo": ""}}]
    )
    def test_mistakes(self, corrections: dict[int, dict[str, str]]) -> None:
        with pytest.raises(IntakeError):
            self.read(corrections)


def test_a_separator_inside_a_value_of_a_text_file_is_seen() -> None:
    reading = manifest(
        table_of(NAMED, ("ACOSTA", "Ana", "1984-03-09"), ("PEREZ", " Luis", "Jr", "1990-12-25"), kind=FileKind.CSV)
    )
    assert [found.row for found in reading.problems] == [3]
    assert "more cells than there are headings" in reading.problems[0].problem


def test_whole_names_are_cut_by_the_answer_and_noted() -> None:
    table = table_of(
        ("Name", "DOB", "COC"), ("Marisol Acosta Peña", "1984-03-09", "CUB"), ("Luis Díaz", "1990-12-25", "CUB")
    )
    reading = manifest(table, name_order=NameOrder.GIVEN_FIRST)
    assert [passenger.identity.family_name for passenger in reading.passengers] == ["Acosta Peña", "Díaz"]
    assert [note.row for note in reading.notes] == [2]


def test_the_answered_order_of_dates_is_held_to() -> None:
    table = table_of(NAMED, ("A", "B", "03/09/1984"), ("C", "D", "25/12/1990"), ("E", "F", "12/25/1990"))
    reading = manifest(table, date_order=DateOrder.DAY_FIRST)
    assert [found.row for found in reading.problems] == [4]
    assert reading.passengers[0].identity.birth_date == PartialDate(1984, 9, 3)


def test_reading_can_be_cancelled() -> None:
    rows = [(f"A{number:09d}", "X", "Y", "1984-03-09") for number in range(600)]
    table = table_of(("A#", *NAMED), *rows)
    layout = propose_layout(table, purpose=Purpose.MANIFEST)

    def stop(done: int, total: int | None, what: str) -> None:
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        read_manifest(table, layout, new_id=ids(), today=TODAY, progress=stop)


HOSTILE = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(
        [
            "ACOSTA",
            "Marisol",
            "1984-03-09",
            "F",
            "CUB",
            "A012345678",
            "8G",
            "=1+1",
            "\u202eX",
            "😀",
            "Total: 3",
            SPECIMEN,
        ]
    ),
    st.integers(-5, 10**10),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)
ROWS = st.lists(st.lists(HOSTILE, max_size=15), min_size=1, max_size=12)


@given(ROWS, st.sampled_from(list(FileKind)))
def test_rows_in_are_passengers_and_problems_always(rows: list[list[Cell]], kind: FileKind) -> None:
    table = table_of((*HEADINGS, "Status", "MRZ", "Other"), ANA, *rows, kind=kind)
    try:
        reading = manifest(table, header_row=1, date_order=DateOrder.DAY_FIRST)
    except IntakeError as error:
        assert "F, H and M" in error.message  # noqa: PT017 - the one refusal these rows can bring about
        return
    blank = sum(all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in row) for row in rows)
    assert reading.rows == len(reading.passengers) + len(reading.problems)
    assert reading.rows <= len(rows) + 1 - blank
    numbers = [passenger.row for passenger in reading.passengers] + [found.row for found in reading.problems]
    assert len(set(numbers)) == len(numbers)
    assert all(found.problem.endswith(".") and found.column for found in reading.problems)


@given(st.text(min_size=1, max_size=30))
def test_what_a_status_says_is_kept_or_plainly_nothing(text: str) -> None:
    reading = one((*HEADINGS, "Status"), *ANA, text)
    sealed = [cell for row in reading.protected for cell in row.cells]
    assert all(heading == "Status" for heading, _text in sealed)
    assert len(sealed) <= 1
    assert (
        text.isascii() is False
        or not text.strip()
        or not text.isprintable()
        or sealed == [("Status", " ".join(text.split()))]
    )
