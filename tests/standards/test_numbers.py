import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.model.passenger import Sex
from manifest_app.standards.numbers import (
    DISCLOSING_DOCUMENT_KINDS,
    column_m_is_mujer,
    document_kind,
    is_document_kind,
    read_a_number,
    read_document_number,
    read_sex,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A012 345 678", "012345678"),
        ("A12345678", "012345678"),
        ("12-345-678", "012345678"),
        ("A# 012345678", "012345678"),
        ("12345678.0", "012345678"),
        ("1234567", "001234567"),
        ("A-012-345-678", "012345678"),
        ("Alien No. 012345678", "012345678"),
        ("a: 212345678", "212345678"),
        ("A 012.345.678", "012345678"),
        ("Ａ０１２３４５６７８", "012345678"),
        ("\u200eA012345678", "012345678"),
    ],
)
def test_a_numbers(text: str, number: str) -> None:
    assert read_a_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "123456",
        "1234567890",
        "A0000000",
        "B12345678",
        "A1234567B",
        "1.2345678E7",
        "n/a",
        "A12345678 / A23456789",
        "1" * 99,
    ],
)
def test_what_is_no_a_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$") as caught:
        read_a_number(text)
    assert not text or text == "A" or text not in str(caught.value)


@given(st.integers(min_value=1_000_000, max_value=999_999_999), st.sampled_from(["", "A", "A#", "A-", "A# "]))
def test_a_numbers_read_back_in_every_form(number: int, prefix: str) -> None:
    nine = f"{number:09d}"
    spaced = f"{nine[:3]} {nine[3:6]} {nine[6:]}"
    for text in (nine, spaced, spaced.replace(" ", "-"), str(number), f"{number}.0"):
        assert read_a_number(prefix + text) == nine


@given(st.text())
def test_any_text_is_an_a_number_or_refused(text: str) -> None:
    try:
        number = read_a_number(text)
    except ValueError:
        return
    assert len(number) == 9
    assert number.isascii()
    assert number.isdigit()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ab-123 456", "AB123456"),
        ("L898902C3", "L898902C3"),
        ("No. 12345", "12345"),
        ("123456.0", "123456"),
        ("L898902C3<<", "L898902C3"),
        ("NO123", "NO123"),
        ("F/12.34", "F1234"),
    ],
)
def test_document_numbers(text: str, number: str) -> None:
    assert read_document_number(text) == number


@pytest.mark.parametrize("text", ["", "N/A", "PENDING", "AB123Ñ", "=1+1", "12;34", "1" * 21, "护照123"])
def test_what_is_no_document_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="document number"):
        read_document_number(text)


@given(st.text(alphabet="ABCXYZ0123456789", min_size=1, max_size=20))
def test_document_numbers_are_read_once(number: str) -> None:
    try:
        read = read_document_number(number)
    except ValueError:
        assert not any(character.isdigit() for character in number)
    else:
        assert read == number


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("M", "M"),
        ("f", "F"),
        ("X", "X"),
        ("Male", "M"),
        ("FEMALE", "F"),
        ("hombre", "M"),
        ("Mujer", "F"),
        ("H", "M"),
        ("masculino", "M"),
        ("Femenino", "F"),
        ("varón", "M"),
        ("<", "X"),
        (" F. ", "F"),
        ("unspecified", "X"),
    ],
)
def test_sexes(text: str, sex: str) -> None:
    assert read_sex(text) is Sex(sex)


@pytest.mark.parametrize("text", ["", "1", "2", "M1", "?", "both", "MF", "F/M", "-"])
def test_what_is_no_sex_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="F, M or X"):
        read_sex(text)


def test_in_a_column_of_h_and_m_the_m_is_mujer() -> None:
    assert column_m_is_mujer(["H", "m", None])
    assert read_sex("M", m_is_mujer=True) is Sex.FEMALE
    assert read_sex("H", m_is_mujer=True) is Sex.MALE
    assert not column_m_is_mujer(["M", "F"])
    assert not column_m_is_mujer(["H", "F"])
    assert not column_m_is_mujer([])
    with pytest.raises(ValueError, match="either"):
        column_m_is_mujer(["H", "M", "F"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("P", "P"),
        ("passport", "P"),
        ("Pasaporte", "P"),
        ("PN", "P"),
        ("PD", "PD"),
        ("ID card", "I"),
        ("National ID", "I"),
        ("cédula", "I"),
        ("TD", "TD"),
        ("Travel Document", "TD"),
        ("laissez-passer", "PL"),
        ("ETD", "PE"),
        ("Refugee Travel Document", "PR"),
        ("I-571", "PR"),
        ("i571", "PR"),
        ("Form I-571", "PR"),
        ("PR", "PR"),
        ("1951 Convention Travel Document", "PR"),
        ("Alien's passport", "PT"),
        ("stateless travel document", "PS"),
        ("I-551", "C"),
        ("birth certificate", "F"),
    ],
)
def test_kinds_of_documents(text: str, code: str) -> None:
    assert document_kind(text) == code
    assert is_document_kind(code)


@pytest.mark.parametrize("text", ["", "1951", "refugee", "passp", "I-572", "driver", "refugee passports"])
def test_an_unknown_kind_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not known"):
        document_kind(text)
    assert not is_document_kind(text)


def test_kinds_that_disclose() -> None:
    assert {"PR", "PS", "PT"} == DISCLOSING_DOCUMENT_KINDS
    assert all(map(is_document_kind, DISCLOSING_DOCUMENT_KINDS))
