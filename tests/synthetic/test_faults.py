from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from manifest_app.model.passenger import Identity, PartialDate, TravelDocument
from manifest_app.standards.names import fold, name_tokens
from manifest_app.synthetic.faults import FAULTS, Part, make_faults
from manifest_app.synthetic.people import People

TODAY = date(2026, 12, 4)
WHO = Identity(
    family_name="Núñez Pérez",
    given_names="José Miguel",
    birth_date=PartialDate(1984, 3, 9),
    nationality="CUB",
    a_number="912345678",
    documents=(TravelDocument("P", "K123456", "CUB", PartialDate(2030, 1, 1)),),
)
SEEDS = st.integers(min_value=0, max_value=10_000)


def names(who: Identity) -> tuple[str, str]:
    return who.family_name, who.given_names


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("names swapped", ("José Miguel", "Núñez Pérez")),
        ("second surname dropped", ("Núñez", "José Miguel")),
        ("second given name dropped", ("Núñez Pérez", "José")),
        ("surnames joined", ("Núñezpérez", "José Miguel")),
        ("hyphenated", ("Núñez-Pérez", "José Miguel")),
        ("accents lost", ("NUNEZ PEREZ", "JOSE MIGUEL")),
        ("truncated", ("Núñez Pére", "José Migue")),
        ("transliterated", ("NUNXXEZ Pérez", "José Miguel")),
    ],
)
def test_faults_of_names(fault: str, expected: tuple[str, str]) -> None:
    assert names(FAULTS[fault].change(WHO, Random(1))) == expected


def test_a_nickname_stands_for_a_given_name() -> None:
    assert FAULTS["nickname"].change(WHO, Random(1)).given_names in {"Pepe Miguel", "Chepe Miguel"}


@given(SEEDS)
def test_a_typo_is_one_slip_in_one_word(seed: int) -> None:
    before, after = (" ".join(names(who)) for who in (WHO, FAULTS["typo"].change(WHO, Random(seed))))
    assert OSA.distance(before, after) == 1
    assert len(name_tokens(before)) == len(name_tokens(after))


def test_day_and_month_are_exchanged_where_that_is_a_day() -> None:
    exchange = FAULTS["day and month exchanged"].change
    assert exchange(WHO, Random(1)).birth_date == PartialDate(1984, 9, 3)
    late = Identity(birth_date=PartialDate(1984, 3, 19))
    assert exchange(late, Random(1)) == late


@given(SEEDS)
def test_wrong_dates_and_numbers_differ_in_one_place(seed: int) -> None:
    rng = Random(seed)
    born = FAULTS["wrong digit in birth date"].change(WHO, rng).birth_date
    assert sum(a != b for a, b in zip(str(born), "1984-03-09", strict=True)) == 1
    number = FAULTS["wrong digit in A-number"].change(WHO, rng).a_number
    assert sum(a != b for a, b in zip(number, WHO.a_number, strict=True)) == 1
    year = FAULTS["year off by one"].change(WHO, rng).birth_date
    assert year in {PartialDate(1983, 3, 9), PartialDate(1985, 3, 9)}


def test_numbers_can_be_lost_or_renewed() -> None:
    assert FAULTS["A-number missing"].change(WHO, Random(1)).a_number == ""
    renewed = FAULTS["new document"].change(WHO, Random(1)).documents[0]
    assert renewed.number != "K123456"
    assert renewed.issuer == "CUB"


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("who", [Identity(), Identity(family_name="Li", given_names="X", birth_date=PartialDate(1984))])
def test_what_can_t_be_made_leaves_the_identity_alone(fault: str, who: Identity) -> None:
    changed = FAULTS[fault].change(who, Random(1))
    assert changed == who or fault in {"names swapped", "typo"}


@given(SEEDS, st.integers(min_value=0, max_value=4))
def test_faults_have_an_effect_and_are_counted(seed: int, count: int) -> None:
    rng = Random(seed)
    who = People(rng, TODAY).draw()
    written, made = make_faults(who, rng, count)
    assert len(made) <= count
    assert bool(made) == (count > 0)
    assert made == () or written != who
    parts = [FAULTS[name].part for name in made if FAULTS[name].part is not Part.NAME]
    assert len(parts) == len(set(parts))


@given(SEEDS)
def test_only_the_parts_that_may_change_do(seed: int) -> None:
    rng = Random(seed)
    who = People(rng, TODAY).draw()
    written, _ = make_faults(who, rng, 3, (Part.NAME,))
    assert (written.birth_date, written.a_number, written.documents) == (who.birth_date, who.a_number, who.documents)
    assert fold(written.family_name)
