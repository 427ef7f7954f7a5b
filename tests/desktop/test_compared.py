"""What comparing lists says is known word for word, so that it can be said in any language."""

import re

import pytest

from manifest_app.desktop import compared, words
from manifest_app.model.release import PublicList
from manifest_app.release.difference import HeldList, compare, sentences
from manifest_app.review.stops import Group, stop_reasons, stop_rules
from manifest_app.workflow.judging import NEEDS_OFFICER

KEYS = ("family_name", "given_names", "birth_date", "document_number")
ANA, EVA, IRA = (
    ("RIVERA", "Ana", "1984-03-09", "K1"),
    ("COTO", "Eva", "1990-01-02", "K2"),
    ("BREL", "Ira", "1971-07-30", "K3"),
)


@pytest.fixture
def shouting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another language: all that has its words is said in capitals."""

    def louder(_context: str, text: str) -> str:
        return "".join(part if part.startswith("%") else part.upper() for part in re.split(r"(%\(\w+\)s|%s|%%)", text))

    monkeypatch.setattr(compared, "translate", louder)
    monkeypatch.setattr(words, "field", lambda key: key.upper().replace("_", " "))


def of(*rows: tuple[str, ...]) -> PublicList:
    return PublicList(KEYS, rows)


def small_letters(text: str) -> str:
    return "".join(re.findall(r"[a-z]", compared.said(text)))


@pytest.mark.usefixtures("shouting")
@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ((), of(ANA)),
        ((of(ANA, EVA),), of(ANA, EVA)),
        ((of(ANA, EVA),), of(ANA, IRA)),
        ((of(ANA, EVA, IRA),), of(IRA, ("RIVERA", "Anna", "1984-03-09", "K1"), EVA)),
        ((of(ANA, EVA), None), of(EVA, IRA)),
        ((of(ANA, EVA),), of(EVA)),
    ],
)
def test_every_sentence_of_a_comparison_has_its_words(earlier: tuple[PublicList | None, ...], now: PublicList) -> None:
    held = [HeldList(True, at, "liaison", "csv", one) for at, one in enumerate(earlier, start=1)]
    for profile in ("liaison", "carrier"):
        for sentence in sentences(compare(held, now, profile, "csv")):
            assert small_letters(sentence) == "", sentence


@pytest.mark.usefixtures("shouting")
def test_every_reason_of_a_stop_has_its_words() -> None:
    found = stop_reasons(Group(2, 1), Group(1, 0), Group(40, 60), stop_rules())
    assert len(found) == 2
    for sentence in (*found, NEEDS_OFFICER):
        assert small_letters(sentence) == "", sentence
    assert "(67 %; " in compared.said(found[0])


def test_in_english_it_stays_readable_and_what_is_unknown_stays() -> None:
    reason = "Of 1 passengers gone, 1 are protected (100%; among all 45%). "
    rule = "The rule asks for at least 10 others, and at most 2.5 times the share among all. The recipient can tell."
    assert compared.said(reason + rule).startswith("Passengers gone: 1, 1 of them protected (100 %; among all 45 %).")
    assert compared.said("Row 3 says something else: given names, birth date.") == (
        "Row 3 says something else: Given names, Date of birth."
    )
    assert compared.said("Something new was found.") == "Something new was found."
