"""When a list tells too much beside earlier ones: the rule, its data, and what must hold of it whatever the numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.errors import KnownError
from manifest_app.review.stops import Group, StopRules, read_rules, stop_reasons, stop_rules

RULES = StopRules(10, 2.0)
NOBODY = Group(0, 0)
GROUPS = st.builds(Group, st.integers(0, 40), st.integers(0, 200))


def test_the_shipped_rules_are_those_of_the_decision() -> None:
    assert stop_rules() == RULES


def test_ordinary_people_may_come_and_go() -> None:
    assert stop_reasons(Group(0, 3), Group(0, 2), Group(17, 80), RULES) == ()


@pytest.mark.parametrize("ordinary", [0, 3, 9])
def test_a_protected_person_among_few_is_told(ordinary: int) -> None:
    (reason,) = stop_reasons(Group(1, ordinary), NOBODY, Group(16, 80), RULES)
    assert f"Of {1 + ordinary} passengers gone, 1 are protected" in reason
    (reason,) = stop_reasons(NOBODY, Group(1, ordinary), Group(16, 80), RULES)
    assert "new" in reason


def test_a_protected_person_among_many_is_not_told() -> None:
    assert stop_reasons(Group(2, 10), NOBODY, Group(15, 76), RULES) == ()


def test_too_many_protected_among_many_are_told() -> None:
    assert stop_reasons(Group(8, 10), NOBODY, Group(9, 76), RULES)


@settings(max_examples=100)
@given(GROUPS, GROUPS, GROUPS)
def test_more_protected_people_never_free_a_list(gone: Group, new: Group, stay: Group) -> None:
    if gone.protected and gone.ordinary < RULES.ordinary_needed:
        assert stop_reasons(gone, new, stay, RULES)
    if not gone.protected and not new.protected:
        assert stop_reasons(gone, new, stay, RULES) == ()


@settings(max_examples=100)
@given(GROUPS, GROUPS, st.integers(1, 20), st.floats(1, 5))
def test_stricter_rules_free_no_list(gone: Group, stay: Group, needed: int, factor: float) -> None:
    loose, strict = StopRules(needed, factor), StopRules(needed + 1, factor)
    if stop_reasons(gone, NOBODY, stay, loose):
        assert stop_reasons(gone, NOBODY, stay, strict)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ordinary_needed = 10",
        "ordinary_needed = 'ten'\nposterior_factor = 2",
        "ordinary_needed = 0\nposterior_factor = 2",
        "ordinary_needed = 10\nposterior_factor = 0.5",
        "ordinary_needed = 10\nposterior_factor = nan",
        "ordinary_needed = 10\nposterior_factor = inf",
        "ordinary_needed",
    ],
)
def test_rules_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(KnownError):
        read_rules(text)
