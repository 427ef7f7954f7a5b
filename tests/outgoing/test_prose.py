"""Recall and false alarms of the wording stay at what they were."""

import pytest

from tests.outgoing.prose import MARKS, found, sentences, share_found


@pytest.mark.parametrize(
    ("name", "mark", "least"),
    [
        ("secret_en", "tune", 0.965),
        ("secret_en", "held", 0.91),
        ("secret_es", "tune", 0.99),
        ("secret_es", "held", 0.97),
        ("set_en", "tune", 0.97),
        ("set_en", "held", 0.97),
        ("set_es", "tune", 0.98),
        ("set_es", "held", 0.97),
        ("secret_en", "later", 0.88),
        ("secret_es", "later", 0.81),
        ("set_en", "later", 0.88),
        ("set_es", "later", 1.0),
        ("secret_en", "last", 0.2),
        ("secret_es", "last", 0.5),
        ("set_en", "last", 0.4),
        ("set_es", "last", 0.5),
    ],
)
def test_what_tells_is_found(name: str, mark: str, least: float) -> None:
    said, of = share_found(name, mark)
    assert of >= 6
    assert said / of >= least


@pytest.mark.parametrize(
    ("name", "mark", "least"),
    [
        ("indirect_en", "protection", 0.96),
        ("indirect_en", "set", 0.9),
        ("indirect_es", "protection", 0.96),
        ("indirect_es", "set", 0.96),
        ("indirect_en", "protection_held", 0.3),
        ("indirect_en", "set_held", 0.4),
        ("indirect_es", "protection_held", 0.2),
        ("indirect_es", "set_held", 0.4),
    ],
)
def test_what_tells_by_a_hint_is_found_in_part(name: str, mark: str, least: float) -> None:
    said, of = share_found(name, mark)
    assert of >= 15
    assert said / of >= least


@pytest.mark.parametrize("name", ["shares_en", "shares_es"])
@pytest.mark.parametrize("mark", ["share", "share_held"])
def test_everyday_things_may_be_said_of_some_passengers(name: str, mark: str) -> None:
    refused, of = share_found(name, mark)
    assert of >= 25
    assert refused <= 1


@pytest.mark.parametrize("name", ["clean_en", "clean_es"])
@pytest.mark.parametrize("mark", MARKS)
def test_what_offices_write_passes(name: str, mark: str) -> None:
    assert [sentence for sentence in sentences(name, mark) if found(sentence)] == []


@pytest.mark.parametrize("name", ["clean_en", "clean_es"])
def test_a_whole_file_of_ordinary_letters_passes(name: str) -> None:
    letters = [sentence for mark in MARKS for sentence in sentences(name, mark)]
    assert not found("\n\n".join(letters))
