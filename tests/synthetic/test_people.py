from collections import Counter
from datetime import date
from random import Random

import pytest

from manifest_app.model.passenger import Identity
from manifest_app.standards.countries import is_country_code
from manifest_app.standards.names import fold
from manifest_app.standards.numbers import document_kind, read_a_number, read_document_number
from manifest_app.synthetic.people import FIRST_A_NUMBER, People, culture_names, nicknames

TODAY = date(2026, 12, 4)


def drawn(seed: int, count: int, culture: str | None = None) -> list[Identity]:
    people = People(Random(seed), TODAY)
    return [people.draw(culture) for _ in range(count)]


def test_the_same_seed_draws_the_same_people() -> None:
    assert drawn(7, 50) == drawn(7, 50)
    assert drawn(7, 50) != drawn(8, 50)


def test_no_two_people_share_a_number_or_a_name_with_a_birth_date() -> None:
    people = drawn(1, 3000)
    assert len({who.a_number for who in people}) == 3000
    assert len({who.documents[0].number for who in people}) == 3000
    assert len({(fold(who.family_name), fold(who.given_names), who.birth_date) for who in people}) == 3000


def test_everybody_is_complete_and_well_formed() -> None:
    for who in drawn(2, 500):
        assert read_a_number(who.a_number) == who.a_number
        assert int(who.a_number) >= FIRST_A_NUMBER
        assert is_country_code(who.nationality)
        assert fold(who.family_name)
        assert fold(who.given_names)
        assert who.sex is not None
        assert who.birth_date is not None
        assert 1950 <= who.birth_date.year <= 2008
        [document] = who.documents
        assert document_kind(document.kind) == "P"
        assert read_document_number(document.number) == document.number
        assert document.issuer == who.nationality
        assert document.expiry is not None


def test_few_names_are_common_and_many_are_rare() -> None:
    words = Counter(word for who in drawn(3, 3000, "cuban") for word in who.family_name.split())
    common = sum(count for _, count in words.most_common(10))
    assert 0.2 < common / words.total() < 0.6
    assert sum(count < 10 for count in words.values()) > 60


@pytest.mark.parametrize("culture", culture_names())
def test_each_culture_can_be_drawn(culture: str) -> None:
    assert len(drawn(4, 20, culture)) == 20


def test_nicknames_are_other_names() -> None:
    assert nicknames()
    assert all(name not in others and others for name, others in nicknames().items())
