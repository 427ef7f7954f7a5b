import string
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mrz.checker.td1 import TD1CodeChecker
from mrz.checker.td2 import TD2CodeChecker
from mrz.checker.td3 import TD3CodeChecker

from manifest_app.model.passenger import PartialDate, Sex
from manifest_app.standards.mrz import (
    Mrz,
    MrzError,
    check_digit,
    looks_like_mrz,
    read_mrz,
    write_td1,
    write_td2,
    write_td3,
)

TODAY = date(2026, 12, 4)

# The specimens of ICAO Doc 9303 parts 4, 5 and 6: Anna Maria Eriksson of Utopia.
TD3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
TD1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
TD1_LONG = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<"
SPECIMEN = Mrz(
    kind="P",
    issuer="UTO",
    family_name="ERIKSSON",
    given_names="ANNA MARIA",
    number="L898902C3",
    nationality="UTO",
    birth_date=PartialDate(1974, 8, 12),
    sex=Sex.FEMALE,
    expiry=PartialDate(2012, 4, 15),
    optional="ZE184226B",
)

WORDS = st.lists(st.text(alphabet=string.ascii_uppercase, min_size=1, max_size=8), min_size=1, max_size=2).map(" ".join)
NUMBERS = st.text(alphabet=string.ascii_uppercase + string.digits, min_size=1, max_size=9)
LONG_NUMBERS = st.text(alphabet=string.ascii_uppercase + string.digits, min_size=1, max_size=20)


@st.composite
def zones(draw: st.DrawFn, numbers: st.SearchStrategy[str] = NUMBERS, kind: str = "P") -> Mrz:
    born = draw(st.dates(min_value=date(1927, 1, 1), max_value=TODAY))
    ends = draw(st.dates(min_value=date(1980, 1, 1), max_value=date(2070, 1, 1)))
    return Mrz(
        kind=kind,
        issuer=draw(st.sampled_from(["CUB", "HND", "DEU", "UTO", "UNO"])),
        family_name=draw(WORDS),
        given_names=draw(WORDS | st.just("")),
        number=draw(numbers),
        nationality=draw(st.sampled_from(["CUB", "HTI", "DEU", "XXA", "GBN"])),
        birth_date=draw(st.sampled_from([PartialDate(born.year, born.month, born.day), PartialDate(born.year), None])),
        sex=draw(st.sampled_from(Sex)),
        expiry=PartialDate(ends.year, ends.month, ends.day),
    )


def test_the_specimen_passport() -> None:
    assert read_mrz(TD3, pivot=TODAY) == SPECIMEN
    assert write_td3(SPECIMEN) == TD3


def test_the_specimen_cards() -> None:
    for text in (TD1, TD2):
        read = read_mrz(text, pivot=TODAY)
        assert (read.kind, read.number, read.given_names) == ("I", "D23145890", "ANNA MARIA")
        assert looks_like_mrz(text)


def test_the_specimen_with_a_long_number() -> None:
    read = read_mrz(TD1_LONG, pivot=TODAY)
    assert read.number == "D23145890734"
    assert read.birth_date == PartialDate(1934, 7, 12)
    assert read.optional == ""


@pytest.mark.parametrize("text", [TD3, TD1, TD2])
@pytest.mark.parametrize("joint", ["", " ", "\r\n", "\n\n", "\t", "\u2028"])
def test_lines_may_be_joined_in_any_way(text: str, joint: str) -> None:
    joined = text.replace("\n", joint)
    assert looks_like_mrz(joined)
    assert read_mrz(joined, pivot=TODAY) == read_mrz(text, pivot=TODAY)
    assert read_mrz(joined.lower(), pivot=TODAY) == read_mrz(text, pivot=TODAY)


def test_fillers_that_an_export_changed_are_understood() -> None:
    for text in (TD3.replace("<<<<<<<<<<<<<<<<<<<\n", "\n"), TD3.replace("<", "&lt;"), TD3.replace("<<", "«")):
        assert read_mrz(text, pivot=TODAY) == SPECIMEN
    assert read_mrz(TD1.rstrip("<"), pivot=TODAY) == read_mrz(TD1, pivot=TODAY)


@pytest.mark.parametrize(
    "text", ["", "ERIKSSON", "A" * 88, "<" * 88, TD3[:-1], TD3 + "<", TD3.replace("<", "*"), "P<" * 400]
)
def test_other_texts_do_not_look_like_a_zone(text: str) -> None:
    assert not looks_like_mrz(text)
    with pytest.raises(MrzError, match="form"):
        read_mrz(text, pivot=TODAY)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("L898902C3", "L898902C4", "document number"),
        ("740812", "740813", "birth date"),
        ("120415", "120416", "expiry date"),
        ("ZE184226B", "ZE184226C", "optional data"),
        ("<<10", "<<11", "whole zone"),
        ("7408122", "7413126", "birth date"),
        ("F12", "Z12", "sex"),
        ("P<UTO", "P<QQQ", "issuing state"),
        ("ERIKSSON<<ANNA", "ERIK5SON<<ANNA", "name"),
        ("UTO7408", "QQQ7408", "nationality"),
    ],
)
def test_what_is_wrong_is_named_and_not_repeated(old: str, new: str, field: str) -> None:
    with pytest.raises(MrzError) as caught:
        read_mrz(TD3.replace(old, new, 1), pivot=TODAY)
    assert caught.value.field == field
    assert field in str(caught.value)
    assert new not in str(caught.value)


def test_a_visa_is_refused() -> None:
    with pytest.raises(MrzError, match="visa"):
        read_mrz("V" + TD3[1:], pivot=TODAY)


def test_unknown_dates_are_partial() -> None:
    partly = replace(SPECIMEN, birth_date=PartialDate(1974, 8))
    assert "7408<<" in write_td3(partly)
    assert read_mrz(write_td3(partly), pivot=TODAY).birth_date == PartialDate(1974, 8)


@given(zones())
def test_a_passport_reads_back_as_written(zone: Mrz) -> None:
    assert read_mrz(write_td3(zone), pivot=TODAY) == zone


@given(zones(LONG_NUMBERS.filter(lambda number: len(number) <= 22), kind="ID"))
def test_a_card_reads_back_as_written(zone: Mrz) -> None:
    if len(f"{zone.family_name}<<{zone.given_names}") <= 30:
        assert read_mrz(write_td1(zone), pivot=TODAY) == zone


@given(zones(st.text(alphabet=string.ascii_uppercase + string.digits, min_size=1, max_size=14), kind="I"))
def test_a_small_document_reads_back_as_written(zone: Mrz) -> None:
    if len(f"{zone.family_name}<<{zone.given_names}") <= 31:
        assert read_mrz(write_td2(zone), pivot=TODAY) == zone


@given(zones(), st.data())
def test_a_wrong_letter_in_a_checked_field_never_passes_unless_the_digits_agree(zone: Mrz, data: st.DataObject) -> None:
    first, second = write_td3(zone).split("\n")
    place = data.draw(st.integers(min_value=0, max_value=8) | st.integers(min_value=13, max_value=18))
    other = data.draw(st.sampled_from([d for d in string.digits if d != second[place]]))
    # Characters ten apart weigh the same modulo ten: the one weakness the standard knows.
    same_weight = check_digit(other) == check_digit(second[place])
    if not same_weight:
        with pytest.raises(MrzError):
            read_mrz(f"{first}\n{second[:place]}{other}{second[place + 1 :]}", pivot=TODAY)


@given(zones(), zones(kind="ID"))
def test_another_implementation_accepts_what_is_written(passport: Mrz, card: Mrz) -> None:
    for found in (
        TD3CodeChecker(write_td3(passport)),
        TD1CodeChecker(write_td1(card)),
        TD2CodeChecker(write_td2(card)),
    ):
        assert found.document_number_hash
        assert found.birth_date_hash
        assert found.expiry_date_hash
        assert found.final_hash


@given(st.text(alphabet=string.ascii_uppercase + string.digits + "<", max_size=50))
def test_check_digits_follow_the_rule(text: str) -> None:
    weights = (7, 3, 1) * 20
    total = sum((0 if c == "<" else int(c, 36)) * weight for c, weight in zip(text, weights, strict=False))
    assert check_digit(text) == str(total % 10)


def test_only_characters_of_the_zone_have_a_check_digit() -> None:
    with pytest.raises(ValueError, match="A-Z"):
        check_digit("a")


@pytest.mark.parametrize(
    ("family", "given"), [("A" * 50, "B" * 50), ("ABC DEF GHI " * 5, "ANNA"), ("ANNA", "ABCD " * 11), ("Q" * 60, "")]
)
def test_long_names_keep_part_of_each(family: str, given: str) -> None:
    zone = replace(SPECIMEN, family_name=family, given_names=given)
    read = read_mrz(write_td3(zone), pivot=TODAY)
    assert len(read.family_name.split()) == len(family.split())
    assert len(read.given_names.split()) == len(given.split())


@pytest.mark.parametrize(
    "zone",
    [
        replace(SPECIMEN, number="A" * 10),
        replace(SPECIMEN, number="a1"),
        replace(SPECIMEN, family_name="?"),
        replace(SPECIMEN, optional="X" * 20),
        replace(SPECIMEN, family_name="A " * 30),
    ],
)
def test_what_does_not_fit_is_refused(zone: Mrz) -> None:
    with pytest.raises(ValueError, match="machine readable zone"):
        write_td3(zone)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(MrzError):
        read_mrz(text, pivot=TODAY)


def test_every_combination_of_kind_and_size_is_told_apart() -> None:
    for kind, write in product(("I", "ID", "AC"), (write_td1, write_td2)):
        zone = replace(SPECIMEN, kind=kind, optional="")
        assert read_mrz(write(zone), pivot=TODAY) == zone
