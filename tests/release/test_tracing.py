"""From rows found in the wild to the lists that explain them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.model.release import Clearance, PublicList
from manifest_app.release.profile import profile_named
from manifest_app.release.project import project
from manifest_app.release.tracing import FoundText, Trace, found_lines, trace
from tests.release.lists import CLEARANCES, FLIGHT, SIX, passenger

PERSON = passenger("Núñez Peña", "María José", birth="1984-03-09", number="K123456")


def listed(clearance: Clearance, profile: str = "liaison") -> PublicList:
    chosen = profile_named(profile)
    return PublicList(chosen.keys, project(clearance, chosen).rows)


def one(text: str) -> Trace:
    return trace(FoundText(found_lines(text.splitlines())), listed(Clearance(FLIGHT, (PERSON,))))


@pytest.mark.parametrize(
    "text",
    [
        "passport k123456",
        "1;K123456;x",
        "NUNEZ PENA, MARIA JOSE 09/03/1984",
        "maria jose nunez pena born 3/9/1984",
        "María José Núñez Peña 19840309",
        "Peña Núñez María José 1984-03-09",
    ],
)
def test_a_person_is_found_however_written(text: str) -> None:
    assert (one(text).people, one(text).sure) == (1, 1)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Maria Jose Nunez Pena", 1),
        ("Maria Jose Nunez Pena 1990-01-01", 1),
        ("Nunez", 0),
        ("1984-03-09", 0),
        ("K1234567", 0),
        ("Maria Jose\nNunez Pena", 0),
        ("31/31/1984", 0),
        ("", 0),
    ],
)
def test_a_name_alone_is_a_weak_trace_and_less_is_none(text: str, people: int) -> None:
    assert (one(text).people, one(text).sure) == (people, 0)


def test_the_version_with_the_same_letters_explains_more() -> None:
    lines = FoundText(found_lines(["Núñez Peña;María José;1984-03-09;K123456"]))
    other = replace(PERSON, family_name="Nunez Pena")
    assert trace(lines, listed(Clearance(FLIGHT, (PERSON,)))) > trace(lines, listed(Clearance(FLIGHT, (other,))))


@settings(max_examples=40)
@given(CLEARANCES, st.sampled_from(["liaison", "carrier"]))
def test_a_list_explains_itself_best(public: Clearance, profile: str) -> None:
    content = listed(public, profile)
    lines = FoundText(found_lines(";".join(row) for row in content.rows))
    whole = trace(lines, content)
    assert trace(lines, listed(SIX, profile)) <= whole or public == SIX
    assert whole.people <= len(public.passengers)
    documents = sum(bool(person.document_number) for person in public.passengers)
    assert whole.sure >= documents


def test_in_texts_that_only_stand_near_each_other_a_name_alone_is_no_trace() -> None:
    content = listed(Clearance(FLIGHT, (PERSON,)))
    near = FoundText(found_lines(["Núñez  Peña  José  María"], one_line=False))
    assert trace(near, content) == Trace(0, 0, 0)
    born = FoundText(found_lines(["Núñez Peña  María José  1984-03-09"], one_line=False))
    assert trace(born, content).sure == 1
