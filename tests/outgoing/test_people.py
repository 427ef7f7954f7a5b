import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.model.passenger import Identity, PartialDate, TravelDocument
from manifest_app.outgoing.people.find import PeopleScan
from manifest_app.outgoing.people.index import PeopleIndex, build_people
from manifest_app.outgoing.pieces import Channel, Piece
from tests.outgoing.dirty import PERSON

TODAY = date(2026, 11, 22)
KEY = b"k" * 32
SYLLABLES = ("BAR", "TO", "LIN", "MEZ", "QUI", "RO", "SAN", "TE", "VAL", "ZU")
WORD = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4).map("".join)


def names(index: PeopleIndex, text: str = "", cells: tuple[str, ...] = ()) -> bool:
    return PeopleScan(index, TODAY).found([Piece("x", Channel.TEXT, text, cells)])[0]


@pytest.fixture(scope="module")
def one() -> PeopleIndex:
    return build_people([PERSON], KEY)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Odalys Brel",
            "Brel Santana, Odalys",
            "BREL SANTANA ODALYS",
            "odalys m. santana",
            "Ódalys de Brel",
            "Оdalys Brel",
        ),
        *(
            "odalysbrel@example.org",
            "OdalysBrelSantana.pdf",
            "O d a l y s  B r e l",
            "B.R.E.L ODALYS",
            "Odalys\u00adBrel",
        ),
        *("P<CUBBREL<SANTANA<<ODALYS<<<<<<", "Ms Brel (Odalys)", "https://example.org/odalys-brel", "Odalys\nBrel"),
        *("A910000001", "A 910 000 001", "910-000-001", "A#910000001", "0910000001", "alien number 910.000.001"),
        *("K100001", "K 100 001", "passport no. K-100001", "k100001", "910000001.0"),
        *("Brel, born 9 March 1984", "Odalys, 09/03/1984", "Santana 1984-03-09", "03/09/84 BREL", "19840309 Brel"),
        *("Brel nació el 9 de marzo de 1984", "9.3.1984 Odalys", "March 9, 1984: Santana"),
    ],
)
def test_a_person_is_found_however_written(one: PeopleIndex, text: str) -> None:
    assert names(one, text)


@pytest.mark.parametrize(
    "text",
    [
        *("Odalys", "Brel", "Santana Santana", "1984-03-09", "Odalys Coto", "Maribel Brel", "Brel, born 9 March 1985"),
        *("A910000002", "10000", "9100000011", "K1000012", "Obrelodalysx Santander", "", "the meeting of 9 March 1984"),
    ],
)
def test_others_are_not_taken_for_that_person(one: PeopleIndex, text: str) -> None:
    assert not names(one, text)


@pytest.mark.parametrize(
    "cells",
    [
        ("Odalys", "F", "CUB", "Brel"),
        ("1", "Brel Santana", "", "1984-01-01", "Odalys"),
        ("Brel", "F", "30750"),
        ("Brel", "F", "29288"),
        ("9 March 1984", "CUB", "Odalys"),
    ],
)
def test_a_person_is_found_in_the_cells_of_a_row(one: PeopleIndex, cells: tuple[str, ...]) -> None:
    assert names(one, cells=cells)


@given(
    family=st.lists(WORD, min_size=1, max_size=3),
    given_names=st.lists(WORD, min_size=1, max_size=3),
    seed=st.integers(),
)
def test_a_given_and_a_family_name_side_by_side_are_always_found(
    family: list[str], given_names: list[str], seed: int
) -> None:
    rng = random.Random(seed)
    index = build_people([Identity(" ".join(family), " ".join(given_names))], KEY)
    pair = [rng.choice(family), rng.choice(given_names)]
    rng.shuffle(pair)
    assert names(index, f"note: {rng.choice((' ', ', ', '-', '  ')).join(pair)}.".title())
    joined = "".join(pair)
    assert joined in {*family, *given_names} or names(index, joined.lower())  # a first name alone names nobody
    assert names(index, cells=(pair[0], "x", "y", pair[1]))


@given(number=st.integers(10_000_000, 999_999_999), seed=st.integers())
def test_a_number_is_found_in_any_spacing(number: int, seed: int) -> None:
    rng = random.Random(seed)
    index = build_people([Identity("A", "B", a_number=f"{number:09d}")], KEY)
    digits = str(number)
    cuts = sorted(rng.sample(range(1, len(digits)), 2))
    groups = (digits[: cuts[0]], digits[cuts[0] : cuts[1]], digits[cuts[1] :])
    assert names(index, "No. " + rng.choice(" .-/ ").join(groups))


def test_nothing_of_a_name_can_be_read_in_the_index(one: PeopleIndex) -> None:
    told = repr((one.words, one.pairs.tolist(), one.births.tolist(), one.numbers.tolist(), one.lengths)).upper()
    assert not any(secret in told for secret in ("BREL", "SANTANA", "ODALYS", "910000001", "K100001", "1984"))


def test_another_key_gives_another_index(one: PeopleIndex) -> None:
    other = build_people([PERSON], b"x" * 32)
    assert not one.words & other.words
    assert not set(one.numbers.tolist()) & set(other.numbers.tolist())


def test_one_person_of_two_lists_of_names_is_found_by_an_other_name() -> None:
    index = build_people(
        [Identity("Coto", "", other_names=("Maribel Quiroga",), documents=(TravelDocument("P", "B77"),))], KEY
    )
    assert names(index, "Quiroga Maribel")
    assert not names(index, "B77")


def test_an_index_of_nobody_finds_nobody() -> None:
    assert not names(build_people([], KEY), "Odalys Brel 1984-03-09 A910000001")


def test_a_partial_birth_date_is_none() -> None:
    index = build_people([Identity("Brel", "Odalys", birth_date=PartialDate(1984))], KEY)
    assert not names(index, "Brel, 1984-01-01")


def build(*people: Identity) -> PeopleIndex:
    return build_people(people, KEY)


DOUBLE = Identity(
    "García López",
    "Juan Carlos",
    birth_date=PartialDate(1985, 3, 7),
    a_number="200123456",
    documents=(TravelDocument("P", "K1234567"),),
)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "J. García López",
            "García López, J.",
            "J. C. García",
            "Carlos J. García",
            "Sr. García López",
            "García L., Juan",
        ),
        *("GARCIALOPEZ, JuanCarlos", "jgarcialopez@example.org", "jgarcia@example.org", "JuanGarcia.pdf"),
        *(
            "García López's brother Juan came",
            "Juan Gar- cía",
            "Gar-\ncía López",
            "Juan Garcia\u0301",
            "ＪＵＡＮ ＧＡＲＣＩＡ",
        ),
        *(
            "Juan%20Garc%C3%ADa",
            "Juan&nbsp;Garc&iacute;a",
            "Juan GarcÃ\xada",
            "juan_garcia-lopez",
            "J U A N  G A R C I A",
        ),
        "Last name: García\nSecond last name: López\nFirst name: Juan",
        *(
            "García 07MAR85",
            "García 7-Mar-85",
            "García 850307",
            "García 7/III/1985",
            "García, 1985 March 7",
            "García 7 Mar '85",
        ),
        *(
            "García, 7th of March 1985",
            "7º de marzo de 1985, López",
            "García 07 03 1985",
            "Garcia 7.3.85",
            "GARCIA 07031985",
        ),
        *("PassportK1234567", "K/1234567", "K 12 345 67", "A\n200\n123\n456", "A# 200.123.456", "A２００１２３４５６"),
        "x " * 300 + "García was born on 7 March 1985 " + "x " * 300,
    ],
)
def test_a_person_with_two_family_names_is_found_however_written(text: str) -> None:
    assert names(build(DOUBLE), text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Juan Carlos",
            "García",
            "García v. Holder",
            "García V. Holder",
            "j. García",
            "section a. García",
        ),
        *(
            "Juan said that the office of Mr. García",
            "x " * 300 + "García" + " x" * 300 + " 7 March 1985",
            "Carlos Juan",
        ),
        *(
            "García, 8 March 1985",
            "7 March 1985",
            "xgarcia@example.org",
            "GARCIALOPERA",
            "200123457",
            "200 123",
            "K12345678",
        ),
    ],
)
def test_others_are_not_taken_for_a_person_with_two_family_names(text: str) -> None:
    assert not names(build(DOUBLE), text)


@pytest.mark.parametrize(
    ("family", "given_names", "text"),
    [
        ("De la Cruz Muñoz", "María José", "Maria Delacruz"),
        ("De la Cruz Muñoz", "María José", "MARIA DELACRUZMUNOZ"),
        ("Delacruz", "Maria", "María de la Cruz"),
        ("Pérez-Quintana", "Ana-Luisa", "Analuisa Perez"),
        ("O'Brien", "Siobhán", "Siobhan O Brien"),
        ("O'Brien", "Siobhán", "O’Brien, S."),
        ("Abd al-Rahman", "Khalid", "Khalid Abdelrahman"),
        ("Alhasan", "Samira", "Al Hasan, Samira"),
        ("McDonald", "Ewan", "Mc Donald Ewan"),
        ("Ng", "Wei Ming", "Weiming Ng"),
        ("Ng", "Weiming", "Ng Wei Ming"),
        ("Le", "Van Minh", "Le Van Minh"),
        ("Ferrer", "Juan", "Juan and María Ferrer"),
        ("Ferrer", "Yuriy", "FERRER/YURIYMR"),
        ("Smith", "Ben", "Ben Smith"),
        ("Li", "Na", "NA, LI"),
        ("Bjørnsson", "Jón", "Jon Bjoernsson"),
        ("Щербаков", "Юрий", "Yuri Shcherbakov"),
        ("Щербаков", "Юрий", "Iurii Shcherbakov"),
        ("Παπαδόπουλος", "Γιώργος", "Giorgos Papadopoulos"),
        ("الحسن", "محمد", "محمّد الحسن"),
        ("Suharto", "", "Mr Suharto was moved"),
        ("Suharto", "FNU", "suharto@example.org"),
        ("García López Juan", "", "Juan García"),
    ],
)
def test_names_of_many_lands_are_found(family: str, given_names: str, text: str) -> None:
    assert names(build(Identity(family, given_names)), text)


def test_a_single_name_that_others_bear_or_that_is_short_names_nobody() -> None:
    index = build(Identity("Suharto", ""), Identity("Suharto", "Budi"), Identity("Rosa", ""))
    assert not names(index, "Suharto and Rosa")
    assert names(index, "Budi Suharto")


def test_two_given_names_name_nobody_though_another_name_repeats_them() -> None:
    index = build(Identity("Coto", "Juan Carlos", other_names=("Juan Carlos Quiroga",)))
    assert not names(index, "Juan Carlos came")
    assert names(index, "Carlos Quiroga")


@pytest.mark.parametrize(
    "cells",
    [
        *(("J.", "García López"), ("García", "7", "3", "1985"), ("García", "1985", "03", "07"), ("200", "123", "456")),
        *(("A", "200123456"), ("K", "1234567"), ("A200", "123", "456"), ("name García", "y 1985", "m 3", "d 7")),
        *(("García", "31113"), ("García", "31113.0"), ("Juan", *(f"c{n}" for n in range(30)), "García")),
    ],
)
def test_what_is_spread_over_cells_is_found(cells: tuple[str, ...]) -> None:
    assert names(build(DOUBLE), cells=cells)


@pytest.mark.parametrize(
    "cells",
    [
        *(("M", "García"), ("García", "the house of a man who said that Juan came"), ("García", "12", "3", "1985")),
        *(("1234", "567"), ("200", "123", "45"), ("García", "López")),
    ],
)
def test_cells_that_happen_to_stand_in_one_row_name_nobody(cells: tuple[str, ...]) -> None:
    index = build(Identity("García", "Juan Mario", birth_date=PartialDate(1985, 3, 7), a_number="200123456"))
    assert not names(index, cells=cells)


@pytest.mark.parametrize("family", ["Garica", "Garcia", "Garcias", "Garca", "Gracia", "Gsrcia", "Ggarcia", "Garci"])
def test_a_name_with_one_letter_wrong_is_found_beside_the_birth_date_only(family: str) -> None:
    index = build(Identity("García", "Juan", birth_date=PartialDate(1985, 3, 7)))
    assert names(index, cells=(family, "Jun", "1985-03-07"))
    assert names(index, f"{family}, born 7 March 1985")
    assert not names(index, cells=(family, "Jun", "1985-03-08"))
    assert family == "Garcia" or not names(index, f"Juan {family}")


@pytest.mark.parametrize("family", ["Garlic", "Marcela", "Garrido", "Garicas"])
def test_a_name_with_more_letters_wrong_is_another(family: str) -> None:
    index = build(Identity("García", "Juan", birth_date=PartialDate(1985, 3, 7)))
    assert not names(index, cells=(family, "Jun", "1985-03-07"))


def found(index: PeopleIndex, *pieces: Piece) -> list[bool]:
    return PeopleScan(index, TODAY).found(pieces)


def test_the_lines_of_a_form_are_read_together() -> None:
    rows = [("Family name", "García"), ("Sex", "M"), ("Given name", "Juan")]
    form = [Piece(f"row {number}", Channel.CELL, "", cells) for number, cells in enumerate(rows)]
    assert found(build(DOUBLE), *form) == [False, False, True]
    born = [Piece("1", Channel.TEXT, "Surname: López"), Piece("2", Channel.TEXT, "Date of birth: 7 March 1985")]
    assert found(build(DOUBLE), *born) == [False, True]


def test_a_name_above_the_lines_of_a_form_belongs_to_them() -> None:
    form = [Piece(str(number), Channel.TEXT, text) for number, text in enumerate(("García", "DOB: 7 March 1985"))]
    assert found(build(DOUBLE), *form) == [False, True]
    far = [form[0], Piece("x", Channel.TEXT, "On board."), form[1]]
    assert not any(found(build(DOUBLE), *far))


def test_rows_below_one_another_are_no_form() -> None:
    rows = [("García", "Ana"), ("Coto", "Juan"), ("López", "Eva")]
    assert not any(found(build(DOUBLE), *(Piece("x", Channel.CELL, "", cells) for cells in rows)))


@pytest.mark.parametrize(
    ("family", "text"),
    [
        *(("عبد الكريم", "عبدالكريم"), ("عبدالكريم", "عبد الكريم"), ("الكريم", "الكَرِيم")),
        *(("مُحَمَّد", "محمد"), ("محمد", "مـحـمـد"), ("Đorđević", "Djordjevic"), ("Djordjevic", "ĐORĐEVIĆ")),
        *(("St. Fleur", "STFLEUR"), ("STFLEUR", "St. Fleur"), ("McAlister", "Mac Alister")),
        *(
            ("Mac Alister", "McAlister"),
            ("MacAlister", "Mc Alister"),
            ("D Angelo", "D'Angelo"),
            ("D'Angelo", "D Angelo"),
        ),
        *(("O'Brien", "O Brien"), ("O Donnell", "O'Donnell"), ("McAlister", "Mc'Alister")),
    ],
)
def test_a_name_is_found_with_its_prefix_joined_or_apart_and_with_or_without_marks(family: str, text: str) -> None:
    index = build_people([Identity(family, "Odalys")], KEY)
    assert names(index, f"Odalys {text}")
    assert names(index, cells=(text, "Odalys"))
    assert not names(index, f"Rosa {text}")
