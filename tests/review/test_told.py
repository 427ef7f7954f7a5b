"""What can be concluded from told counts, beside an oracle that tries every way in which people can be protected."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.review import told
from manifest_app.review.told import Certainty, Fact, certainty


def by_trying(facts: Sequence[Fact]) -> Certainty:
    people = sorted({person for fact in facts for person in fact.people}, key=str)
    worlds = [
        world
        for world in (dict(zip(people, ones, strict=True)) for ones in product((0, 1), repeat=len(people)))
        if all(fact.low <= sum(world[person] for person in fact.people) <= fact.high for fact in facts)
    ]
    if not worlds:
        return Certainty(0, promised=False)
    return Certainty(sum(len({world[person] for world in worlds}) == 1 for person in people))


_FACTS = st.builds(
    lambda people, low, more: Fact(people, low, low + more),
    st.frozensets(st.integers(0, 7), min_size=1, max_size=8),
    st.integers(0, 6),
    st.integers(0, 3),
)


@settings(max_examples=150)
@given(st.lists(_FACTS, min_size=1, max_size=4))
def test_it_is_what_trying_everything_gives(facts: list[Fact]) -> None:
    assert certainty(facts) == by_trying(facts)


def exactly(people: range, count: int) -> Fact:
    return Fact(frozenset(people), count, count)


def test_nothing_told_is_nothing_known() -> None:
    assert certainty([]) == Certainty(0)


def test_a_count_of_one_list_says_nothing_of_one_person() -> None:
    assert certainty([exactly(range(103), 46)]) == Certainty(0)


def test_none_and_all_say_it_of_everybody() -> None:
    assert certainty([exactly(range(103), 0)]) == Certainty(103)
    assert certainty([exactly(range(103), 103)]) == Certainty(103)


def test_some_says_it_of_the_only_one() -> None:
    assert certainty([Fact(frozenset({1}), 1, 1)]) == Certainty(1)
    assert certainty([Fact(frozenset(range(103)), 1, 103)]) == Certainty(0)


def test_two_counts_around_one_person_say_it_of_that_person() -> None:
    assert certainty([exactly(range(103), 46), exactly(range(102), 45)]) == Certainty(1)
    swapped = Fact(frozenset({*range(102), 200}), 45, 45)
    assert certainty([exactly(range(103), 46), swapped]) == Certainty(2)


def test_what_contradicts_itself_promises_nothing() -> None:
    assert not certainty([exactly(range(103), 46), exactly(range(103), 45)]).promised


def test_a_search_that_would_take_too_long_promises_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "_MOST_STEPS", 1)
    assert not certainty([exactly(range(at, at + 40), 7 + at % 3) for at in range(12)]).promised


def test_eight_lists_of_a_hundred_people_are_quick() -> None:
    facts = [exactly(range(at, at + 103), 17 + at % 2) for at in range(8)]
    assert certainty(facts).promised
