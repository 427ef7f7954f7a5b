import pytest

from manifest_app.errors import WeakPasswordError
from manifest_app.vault import check_password


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "fourteen signs",
        "x" * 129,
        "aaaaaaaaaaaaaaaaaaaa",
        "121212121212121212",
        "Correct Horse Battery Staple",
        "qwertyuiop-asdfgh",
        "patricia patricia 12",
        "Demonstration 123",
        "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
    ],
)
def test_what_anyone_would_try_first_is_refused(weak: str) -> None:
    with pytest.raises(WeakPasswordError) as caught:
        check_password(weak, "Patricia")
    assert not weak or weak not in str(caught.value)


@pytest.mark.parametrize(
    "strong", ["fifteen signs !", "x7 tree lamp ox " * 8, "контейнер чай зонт", "patricia likes otters"]
)
def test_long_ones_are_accepted_as_they_are(strong: str) -> None:
    check_password(strong, "Patricia", "")
