import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.standards.text import clean, has_hidden_marks


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  Ana\u00a0\t María\r\n ", "Ana María"),
        ("Mari\u0301a", "María"),
        ("Mari\u200b\u0301a", "María"),
        ("\ufeffPe\u200bre\u202ez\u0000", "Perez"),
        ("\u2067محمد\u2069", "محمد"),
        ("A\u3164\u2800\U000e0101B", "AB"),
        ("\ud800A", "A"),
        ("", ""),
    ],
)
def test_only_what_a_reader_sees_stays(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize("text", ["a\u200bb", "\u202eabc", "\ufeffabc", "a\x00b", "a\u00adb", "a\u3164", "\ud800"])
def test_hidden_marks_are_noticed(text: str) -> None:
    assert has_hidden_marks(text)


@pytest.mark.parametrize("text", ["", "Ana María", "line\nbreak\ttab", "محمد", "王伟", "no\u00a0break"])
def test_white_space_and_foreign_scripts_hide_nothing(text: str) -> None:
    assert not has_hidden_marks(text)


@given(st.text())
def test_cleaning_is_done_once(text: str) -> None:
    shown = clean(text)
    assert clean(shown) == shown
    assert not has_hidden_marks(shown)
    shown.encode()
