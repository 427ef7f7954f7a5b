import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.intake.fields import NameOrder
from manifest_app.intake.names import read_name, read_whole_name
from manifest_app.standards.text import clean

FAMILY, GIVEN = NameOrder.FAMILY_FIRST, NameOrder.GIVEN_FIRST


@pytest.mark.parametrize(
    "name",
    [
        "ACOSTA",
        "Peña Güell",
        "O'Brien",
        "D’Angelo",
        "Jean-Baptiste",
        "St. John",
        "محمد أحمد",
        "王小明",
        "买买提·阿不都",
        "Иванова",
        "नरेंद्र मोदी",
        "김민준",
        "NA",
        "Ngô Đình",
        "Åsa",
    ],
)
def test_names_in_any_script(name: str) -> None:
    assert read_name(name) == clean(name)


@pytest.mark.parametrize("dashes", ["", "-", "--", " . ", "—", "\u200b"])
def test_dashes_are_no_name(dashes: str) -> None:
    assert read_name(dashes) == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ACOSTA2", "digit"),
        ("ACOSTA ٣", "digit"),
        ("Ana 😀", "emoji"),
        ("=CMD()", "formula"),
        ("+ACOSTA", "formula"),
        ("@ACOSTA", "formula"),
        ("＝ACOSTA", "formula"),
        ("-ACOSTA", "start with a letter"),
        ("ACOSTA*", "sign"),
        ("ACOSTA (8G)", "sign"),
        ("ACOSTA/PEREZ", "sign"),
        ("ACOSTA, Ana", "sign"),
        ("PE\ufffdA", "encoding"),
        ("GAR\u0421IA", "two scripts"),
        ("A" * 151, "150 characters"),
        ("<b>", "sign"),
        ("A;B", "sign"),
    ],
)
def test_what_no_name_has(name: str, words: str) -> None:
    with pytest.raises(ValueError, match=words) as caught:
        read_name(name)
    assert "ACOSTA" not in str(caught.value)


def test_invisible_marks_are_taken_out() -> None:
    assert read_name("\u202eACO\u200bSTA\ufeff") == "ACOSTA"


@pytest.mark.parametrize(
    ("text", "order", "nationality", "family", "given", "noted"),
    [
        ("ACOSTA, Marisol", None, "", "ACOSTA", "Marisol", False),
        ("DE LA CRUZ PÉREZ, María José", GIVEN, "", "DE LA CRUZ PÉREZ", "María José", False),
        ("Pelé", None, "", "Pelé", "", False),
        ("Marisol Acosta", GIVEN, "", "Acosta", "Marisol", False),
        ("Acosta Marisol", FAMILY, "", "Acosta", "Marisol", False),
        ("Marisol de la Cruz", GIVEN, "CUB", "de la Cruz", "Marisol", False),
        ("ACOSTA PEREZ Marisol", FAMILY, "", "ACOSTA PEREZ", "Marisol", False),
        ("Marisol Ana ACOSTA", GIVEN, "", "ACOSTA", "Marisol Ana", False),
        ("MARISOL ACOSTA PEREZ", GIVEN, "CUB", "ACOSTA PEREZ", "MARISOL", True),
        ("ACOSTA PEREZ MARISOL ANA", FAMILY, "CUB", "ACOSTA PEREZ", "MARISOL ANA", True),
        ("JEAN PIERRE LOUIS", GIVEN, "HTI", "LOUIS", "JEAN PIERRE", True),
        ("王小明", FAMILY, "CHN", "王小明", "", False),
    ],
)
def test_whole_names(
    text: str, order: NameOrder | None, nationality: str, family: str, given: str, noted: bool
) -> None:
    found = read_whole_name(text, order, nationality)
    assert (found.family, found.given, bool(found.note)) == (family, given, noted)


@pytest.mark.parametrize("text", ["A, B, C", "Marisol Acosta", "A, 2"])
def test_whole_names_that_cannot_be_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        read_whole_name(text, None, "")


@given(st.text(max_size=30))
def test_a_name_that_is_read_is_safe_to_write(text: str) -> None:
    try:
        name = read_name(text)
    except ValueError:
        return
    assert name == read_name(name)
    assert not name or name[0].isalpha()
    assert not set(name) & set('0123456789=+@<>\t\n\r,;"')


@given(
    st.lists(st.sampled_from(["ACOSTA", "de", "la", "Marisol", "Peña", "van", "y"]), min_size=1, max_size=7),
    st.sampled_from(NameOrder),
)
def test_no_word_of_a_whole_name_is_lost(words: list[str], order: NameOrder) -> None:
    found = read_whole_name(" ".join(words), order, "CUB")
    whole = f"{found.family} {found.given}" if order is FAMILY else f"{found.given} {found.family}"
    assert whole.split() == words
    assert found.family
