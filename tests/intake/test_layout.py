import datetime as dt
from collections.abc import Mapping, Sequence

import pytest

from manifest_app.errors import IntakeError, QuestionError
from manifest_app.intake.fields import NameOrder, Purpose, heading_key
from manifest_app.intake.layout import ColumnKind, How, Layout, propose_layout
from manifest_app.intake.table import Cell, Sheet, Table
from manifest_app.standards.dates import DateOrder
from tests.intake.lists import ANA, HEADINGS, LUIS, table_of

NAMED: tuple[Cell, ...] = ("Last Name", "First Name", "DOB")
PERSON: tuple[Cell, ...] = ("ACOSTA", "Marisol", "1984-03-09")


def layout(*rows: Sequence[Cell], purpose: Purpose = Purpose.MANIFEST, **answers: object) -> Layout:
    return propose_layout(table_of(*rows), purpose=purpose, **answers)  # type: ignore[arg-type]


def fields(found: Layout) -> dict[str, str]:
    return {column.heading: column.field or column.kind.value for column in found.columns}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("A#", "a_number"),
        ("A-Number", "a_number"),
        ("Alien No.", "a_number"),
        ("ANumber", "a_number"),
        ("Número A", "a_number"),
        ("Surname", "family_name"),
        ("Apellidos", "family_name"),
        ("LASTNAME", "family_name"),
        ("Last_Name", "family_name"),
        ("Segundo apellido", "second_family_name"),
        ("Given names", "given_names"),
        ("Nombres", "given_names"),
        ("D.O.B.", "birth_date"),
        ("Date of Birth (dd/mm/yyyy)", "birth_date"),
        ("Fecha de Nacimiento", "birth_date"),
        ("Sexo", "sex"),
        ("Gender", "sex"),
        ("COC", "nationality"),
        ("CountryOfCitizenship", "nationality"),
        ("Nacionalidad", "nationality"),
        ("PPT", "document_number"),
        ("Passport #", "document_number"),
        ("No. de pasaporte", "document_number"),
        ("Tipo de documento", "document_type"),
        ("País emisor", "document_issuer"),
        ("Fecha de vencimiento", "document_expiry"),
        ("Exp. Date", "document_expiry"),
        ("MRZ", "mrz"),
        ("No.", "number"),
        ("Apellidos / Surname", "family_name"),
        ("Año", None),
        ("Seat", None),
        ("Marital status", None),
    ],
)
def test_headings(heading: str, field: str | None) -> None:
    rows = [["Name", heading, "Date of Birth"], ["ACOSTA, Marisol", "", "1984-03-09"]]
    if field == "birth_date":
        rows = [["Name", heading, "Sex"], ["ACOSTA, Marisol", "1984-03-09", "F"]]
    found = {column.heading: column.field for column in layout(*rows).columns}
    assert found[heading] == field


@pytest.mark.parametrize(
    "heading",
    [
        "Status",
        "Estatus",
        "Case Category",
        "Claim",
        "Stay",
        "StrikeFromList",
        "ReasonStruck",
        "Custody",
        "Notes",
        "Observaciones",
        "Remarks",
        "Situación",
        "Credible Fear?",
        "CF",
        "ClassLvl",
        "Processing Disposition",
        "Code",
        "R-T",
        "I-589",
        "UAC flag",
    ],
)
def test_columns_that_speak_of_protection_are_sealed_by_their_heading(heading: str) -> None:
    found = layout((*NAMED, heading), (*PERSON, "x"))
    assert (found.columns[3].kind, found.columns[3].how) == (ColumnKind.PROTECTED, How.HEADING)


@pytest.mark.parametrize("values", [("8G", "8F", ""), ("C/F", "N/A", "ASYLUM"), ("ER/CREDFEAR",), ("STAY", "x")])
@pytest.mark.parametrize("heading", ["", "Col 7", "Type"])
def test_columns_that_speak_of_protection_are_sealed_by_their_content(heading: str, values: tuple[str, ...]) -> None:
    rows = [(f"FAMILY{'ABC'[i]}", "Marisol", "1984-03-09", value) for i, value in enumerate(values)]
    found = layout((*NAMED, heading), *rows)
    assert (found.columns[3].kind, found.columns[3].how) == (ColumnKind.PROTECTED, How.CONTENT)


@pytest.mark.parametrize(
    "values", [("OVERSTAY", "GUATEMALAN"), ("12A", "12B", "14C", "8G"), ("#REF!",), ("1/15/1900",)]
)
def test_traps_are_no_protection(values: tuple[str, ...]) -> None:
    rows = [("ACOSTA", f"M{'abcd'[i]}", "1984-03-09", value) for i, value in enumerate(values)]
    assert layout((*NAMED, "Other"), *rows).columns[3].kind is ColumnKind.UNMAPPED


def test_seats_are_not_searched() -> None:
    assert layout((*NAMED, "Seat"), (*PERSON, "8G")).columns[3].kind is ColumnKind.UNMAPPED


class TestHeader:
    def test_below_banner_lines(self) -> None:
        banners: list[list[Cell]] = [
            ["REMOVAL FLIGHT RX-114"],
            [],
            ["Houston"],
            ["Date", dt.date(2026, 12, 4)],
            ["x"],
            ["Passengers", 103],
            [],
        ]
        found = layout(*banners, HEADINGS, ANA)
        assert found.header_row == 8
        assert all(column.kind is ColumnKind.MAPPED for column in found.columns)

    def test_none(self) -> None:
        with pytest.raises(IntakeError, match=r"List: no row of headings"):
            layout(ANA, LUIS)

    def test_two(self) -> None:
        with pytest.raises(IntakeError, match="two rows of headings, 1 and 4"):
            layout(HEADINGS, ANA, (), HEADINGS, LUIS)
        assert layout(HEADINGS, ANA, (), HEADINGS, LUIS, header_row=1).rows == 3

    def test_in_two_rows(self) -> None:
        with pytest.raises(IntakeError, match="stand in two rows, 1 and 2"):
            layout(("Surname", "Name", "Birth Date"), ("Apellidos", "Nombres", "Fecha de nacimiento"), PERSON)

    def test_no_rows(self) -> None:
        with pytest.raises(IntakeError, match="no rows below the headings"):
            layout(HEADINGS, (), ("", None))
        with pytest.raises(IntakeError, match="no rows in any visible sheet"):
            layout()

    def test_one_row(self) -> None:
        assert layout(HEADINGS, ANA).rows == 1

    @pytest.mark.parametrize("number", [0, 2, 99])
    def test_a_row_that_is_none(self, number: int) -> None:
        with pytest.raises(IntakeError, match="is empty"):
            layout(HEADINGS, (), ANA, header_row=number)


class TestSheets:
    def book(self, *sheets: Sheet) -> Table:
        return Table("a.xlsx", "", 0, table_of().kind, sheets)

    def test_the_one_with_a_list_is_taken(self) -> None:
        book = self.book(Sheet("Cover", 1, (("Hello",),)), Sheet("List", 1, (NAMED, PERSON)))
        assert propose_layout(book, purpose=Purpose.MANIFEST).sheet == "List"

    def test_several_are_asked_about(self) -> None:
        book = self.book(Sheet("A", 1, (NAMED, PERSON)), Sheet("B", 1, (NAMED, PERSON)))
        with pytest.raises(QuestionError) as caught:
            propose_layout(book, purpose=Purpose.MANIFEST)
        assert (caught.value.option, caught.value.choices) == ("--sheet", ("A", "B"))
        assert propose_layout(book, purpose=Purpose.MANIFEST, sheet="B").sheet == "B"

    def test_hidden_ones_are_not_taken_by_themselves(self) -> None:
        book = self.book(Sheet("A", 1, (NAMED, PERSON), hidden=True), Sheet("B", 1, (NAMED, PERSON)))
        assert propose_layout(book, purpose=Purpose.MANIFEST).sheet == "B"
        assert propose_layout(book, purpose=Purpose.MANIFEST, sheet="A").sheet == "A"

    def test_an_unknown_one(self) -> None:
        with pytest.raises(IntakeError, match="no sheet of that name"):
            propose_layout(self.book(Sheet("A", 1, (NAMED, PERSON))), purpose=Purpose.MANIFEST, sheet="C")


class TestOverrides:
    def test_by_heading_and_by_letter(self) -> None:
        found = layout(
            ("Last Name", "Foo", ""),
            ("ACOSTA", "Marisol", "1984-03-09"),
            overrides={"foo": "given_names", "C": "birth_date"},
            header_row=1,
        )
        assert fields(found) == {"Last Name": "family_name", "Foo": "given_names", "(column C)": "birth_date"}
        assert found.columns[1].how is How.USER

    @pytest.mark.parametrize(
        ("overrides", "words"),
        [
            ({"Foo": "colour"}, 'no field "colour"'),
            ({"Bar": "sex"}, 'no column "Bar"'),
            ({"Foo": "sex", "DOB": "sex"}, "both mean sex"),
            ({"Status": "ignore"}, "stays sealed"),
            ({"Status": "sex"}, "stays sealed"),
            ({"Secret": "ignore"}, "stays sealed"),
            ({"Secret": "sex"}, "stays sealed"),
        ],
    )
    def test_mistakes(self, overrides: Mapping[str, str], words: str) -> None:
        with pytest.raises(IntakeError, match=words):
            layout((*NAMED, "Foo", "Status", "Secret"), (*PERSON, "x", "y", "8G"), overrides=overrides)

    def test_the_user_goes_before_the_heading(self) -> None:
        found = layout((*NAMED, "Born"), (*PERSON, "1984-03-10"), overrides={"Born": "birth_date"})
        assert fields(found)["DOB"] == "unmapped"

    def test_two_columns_for_one_field(self) -> None:
        with pytest.raises(IntakeError, match='"DOB" and "Birth Date" both mean birth_date'):
            layout((*NAMED, "Birth Date"), (*PERSON, "1984-03-09"))
        found = layout((*NAMED, "Birth Date"), (*PERSON, "1984-03-09"), overrides={"Birth Date": "ignore"})
        assert fields(found)["Birth Date"] == "ignored"

    def test_what_is_remembered_is_used_and_the_user_goes_before_it(self) -> None:
        rows = ((*NAMED, "Foo", "Bar"), (*PERSON, "M", "CUB"))
        first = layout(*rows, overrides={"Foo": "sex", "Bar": "nationality"})
        again = layout(*rows, remembered=first.mapping(), overrides={"Bar": "ignore"})
        assert fields(again) == {**fields(first), "Bar": "ignored"}
        assert again.columns[3].how is How.REMEMBERED
        assert again.fingerprint == first.fingerprint != layout(NAMED, PERSON).fingerprint

    def test_a_memory_opens_no_sealed_column(self) -> None:
        found = layout(
            (*NAMED, "Status"), (*PERSON, "8G"), remembered={"Status": "sex", "gone": "sex", "DOB": "nonsense"}
        )
        assert fields(found) == {
            "Last Name": "family_name",
            "First Name": "given_names",
            "DOB": "birth_date",
            "Status": "protected",
        }

    def test_a_column_can_be_sealed(self) -> None:
        assert (
            layout((*NAMED, "Foo"), (*PERSON, "x"), overrides={"Foo": "protected"}).columns[3].kind
            is ColumnKind.PROTECTED
        )


class TestQuestions:
    @pytest.mark.parametrize(
        ("dates", "order"),
        [
            (["03/09/1984", "25/12/1990"], DateOrder.DAY_FIRST),
            (["03/09/1984", "12/25/1990"], DateOrder.MONTH_FIRST),
            (["1984-03-09", "1990-12-25"], None),
            ([dt.date(1984, 3, 9), "9 March 1984"], None),
        ],
    )
    def test_the_column_settles_day_and_month(self, dates: list[Cell], order: DateOrder | None) -> None:
        found = layout(NAMED, *(("ACOSTA", "Marisol", value) for value in dates))
        assert found.date_order in {order, DateOrder.YEAR_FIRST if order is None else order}

    @pytest.mark.parametrize("dates", [["03/09/1984", "04/05/1990"], ["03/09/1984", "25/12/1990", "12/25/1990"]])
    def test_else_it_is_asked(self, dates: list[str]) -> None:
        rows = [NAMED, *(("ACOSTA", "Marisol", value) for value in dates)]
        with pytest.raises(QuestionError, match='"DOB"') as caught:
            layout(*rows)
        assert caught.value.option == "--date-order"
        assert "dmy" in caught.value.choices
        assert dates[0] not in str(caught.value)
        assert layout(*rows, date_order=DateOrder.DAY_FIRST).date_order is DateOrder.DAY_FIRST

    def test_dates_that_a_spreadsheet_may_have_exchanged_are_asked_about(self) -> None:
        real: list[Cell] = [dt.date(1984, 3, 4), dt.date(1990, 12, 1), dt.date(1971, 6, 5)]
        rows = [("ACOSTA", "Marisol", value) for value in [*real, "31/01/1984", "25/12/1990"]]
        with pytest.raises(QuestionError, match="may be exchanged"):
            layout(NAMED, *rows)
        assert layout(NAMED, *rows, ("A", "B", dt.date(1984, 3, 29))).date_order is DateOrder.DAY_FIRST
        assert layout(NAMED, *rows, date_order=DateOrder.DAY_FIRST).rows == 5
        # A spreadsheet that takes texts for dates would not have left this one a text.
        assert layout(NAMED, *rows, ("A", "B", "03/04/1984")).date_order is DateOrder.DAY_FIRST

    def test_a_heading_can_say_it(self) -> None:
        assert (
            layout(("Last Name", "First Name", "DOB (MM/DD/YYYY)"), ("A", "B", "03/09/1984")).date_order
            is DateOrder.MONTH_FIRST
        )
        assert (
            layout(("Apellidos", "Nombres", "F. Nac. (dd/mm/aaaa)"), ("A", "B", "03/09/1984")).date_order
            is DateOrder.DAY_FIRST
        )

    def test_the_order_of_names(self) -> None:
        heading = ("Name", "DOB")
        assert layout(heading, ("ACOSTA, Marisol", "1984-03-09"), ("Pelé", "1940-10-23")).name_order is None
        with pytest.raises(QuestionError) as caught:
            layout(heading, ("Marisol Acosta", "1984-03-09"))
        assert (caught.value.option, caught.value.choices) == ("--name-order", ("family-first", "given-first"))
        assert (
            layout(heading, ("Marisol Acosta", "1984-03-09"), name_order=NameOrder.GIVEN_FIRST).name_order
            is NameOrder.GIVEN_FIRST
        )

    @pytest.mark.parametrize(
        ("heading", "order"),
        [
            ("Apellidos y Nombres", NameOrder.FAMILY_FIRST),
            ("Nombres y apellidos", NameOrder.GIVEN_FIRST),
            ("Name (Last, First)", NameOrder.FAMILY_FIRST),
        ],
    )
    def test_a_heading_can_say_the_order_of_names(self, heading: str, order: NameOrder) -> None:
        assert layout((heading, "DOB"), ("Marisol Acosta", "1984-03-09")).name_order is order


def test_one_letter_headings_by_what_their_column_holds() -> None:
    spanish = layout(("Apellidos", "Nombres", "F/N"), PERSON)
    assert fields(spanish)["F/N"] == "birth_date"
    english = layout(("Surname", "F/N", "D.O.B."), PERSON)
    assert fields(english)["F/N"] == "given_names"


def test_a_name_beside_a_surname_is_the_given_name() -> None:
    assert fields(layout(("Surname", "Name", "DOB"), PERSON))["Name"] == "given_names"
    assert fields(layout((*NAMED, "Full Name"), (*PERSON, "Marisol ACOSTA")))["Full Name"] == "unmapped"


def test_m_may_be_mujer() -> None:
    assert layout((*NAMED, "Sexo"), (*PERSON, "M"), ("B", "C", "1984-03-09", "H")).m_is_mujer
    with pytest.raises(IntakeError, match="F, H and M"):
        layout((*NAMED, "Sexo"), (*PERSON, "M"), ("B", "C", "1984-03-09", "H"), ("B", "D", "1984-03-09", "F"))


def test_a_zone_is_known_by_its_form() -> None:
    zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
    assert fields(layout((*NAMED, "Foo"), (*PERSON, zone)))["Foo"] == "mrz"


def test_no_names() -> None:
    with pytest.raises(IntakeError, match="recognised as a name"):
        layout(("A#", "DOB", "Sex"), ("A012345678", "1984-03-09", "F"))
    assert layout(("A#", "DOB", "Sex"), ("A012345678", "1984-03-09", "F"), purpose=Purpose.RECORDS).rows == 1


def test_a_record_list_maps_what_a_manifest_seals() -> None:
    found = layout(
        (*NAMED, "Basis", "Status", "Filed", "Receipt", "Notes"),
        (*PERSON, "ASY-P", "x", "2020-01-02", "MSC1", ""),
        purpose=Purpose.RECORDS,
    )
    assert fields(found) == {
        "Last Name": "family_name",
        "First Name": "given_names",
        "DOB": "birth_date",
        "Basis": "basis",
        "Status": "unmapped",
        "Filed": "filed",
        "Receipt": "case_reference",
        "Notes": "notes",
    }


def test_keys_of_headings() -> None:
    assert heading_key("Nº de Pasaporte") == heading_key("NUMERO DE PASAPORTE") == heading_key("# de pasaporte")
    assert heading_key("Año") != heading_key("A no.")


class TestKindsOfDocuments:
    HEADINGS: tuple[Cell, ...] = (*NAMED, "Doc Type", "Passport")

    def test_a_refugee_travel_document_among_passports_leaves_the_column_open(self) -> None:
        rows = [(*PERSON, "P", "C1234567"), ("LOPEZ", "Eva", "1990-01-02", "Refugee Travel Document", "R1234567")]
        assert fields(layout(self.HEADINGS, *rows))["Doc Type"] == "document_type"

    def test_words_for_protection_that_are_no_document_seal_the_column(self) -> None:
        rows = [(*PERSON, "P", "C1234567"), ("LOPEZ", "Eva", "1990-01-02", "asylum pending", "R1234567")]
        assert fields(layout(self.HEADINGS, *rows))["Doc Type"] == "protected"


class TestHeadingsNobodyKnows:
    ROWS: tuple[tuple[Cell, ...], ...] = (("Some office",), ("Famname", "Prename", "Geb"), PERSON)

    def test_the_row_with_the_headings_that_are_named(self) -> None:
        found = layout(*self.ROWS, overrides={"famname": "family_name", "Geb": "birth_date"})
        assert found.header_row == 2
        assert fields(found) == {"Famname": "family_name", "Prename": "unmapped", "Geb": "birth_date"}

    def test_no_row_has_them(self) -> None:
        with pytest.raises(IntakeError, match="no row of headings"):
            layout(*self.ROWS, overrides={"Famname": "family_name", "Elsewhere": "birth_date"})

    def test_nothing_is_guessed_without_a_name(self) -> None:
        with pytest.raises(IntakeError, match="no row of headings"):
            layout(*self.ROWS)
