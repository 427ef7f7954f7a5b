"""How a passenger and a record are laid side by side."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from manifest_app.desktop.clipboard import Clipboard
from manifest_app.desktop.models import relations
from manifest_app.desktop.models.comparison import ORDER, Agreement, ComparedField, badge, compare, strength
from manifest_app.desktop.models.relations import relation_words
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.bits import BITS_ROLE, bits_text
from manifest_app.desktop.widgets.comparison import ComparisonView, sentence
from manifest_app.model.finding import Evidence, Finding, Tier
from manifest_app.model.passenger import Identity
from manifest_app.screening.explain import RELATIONS
from tests.desktop.invented import EVIDENCE, PEREZ

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)


def finding(*evidence: Evidence) -> Finding:
    return Finding("p1", "r1", 1, sum(one.bits for one in evidence), 0.9, Tier.MATCH, evidence)


def lines_of(*evidence: Evidence, record: Identity = PEREZ) -> dict[str, ComparedField]:
    return {line.field: line for line in compare(finding(*evidence), PEREZ, record)}


def test_agreeing_fields_are_quiet_and_differing_ones_are_marked() -> None:
    lines = lines_of(*EVIDENCE)
    assert lines["given_names"].agreement is Agreement.SAME
    assert lines["family_name"].agreement is Agreement.CLOSE
    assert lines["sex"].agreement is Agreement.DIFFERENT
    assert lines["a_number"].agreement is Agreement.MISSING
    assert badge(Agreement.SAME).tone is Tone.QUIET
    assert badge(Agreement.DIFFERENT).tone is Tone.STOP


def test_letter_case_alone_is_no_difference() -> None:
    assert lines_of(Evidence("given_names", "YOANDRI", "Yoandri", "", -1.0))["given_names"].agreement is Agreement.SAME


def test_a_common_name_takes_weight_off_and_is_no_difference() -> None:
    line = lines_of(Evidence("name", "DIAZ, ANA", "Diaz, Ana", "common name", -5.0))["name"]
    assert line.agreement is Agreement.WEIGHED
    assert "common name" in sentence(line)


def test_fields_without_evidence_are_shown_without_weight() -> None:
    line = lines_of(record=replace(PEREZ, nationality="HTI"))["nationality"]
    assert (line.bits, line.agreement) == (None, Agreement.DIFFERENT)
    assert "no weight" in sentence(line)


@given(st.lists(st.builds(Evidence, st.sampled_from(ORDER), TEXTS, TEXTS, TEXTS, st.floats(-30, 30)), max_size=8))
def test_what_either_side_gives_is_always_shown(evidence: list[Evidence]) -> None:
    shown = {line.field for line in compare(finding(*evidence), PEREZ, PEREZ)}
    assert {one.field for one in evidence if one.passenger or one.record} <= shown
    assert {"a_number", "birth_date", "sex"} <= shown


def test_every_relation_of_screening_has_words_of_its_own() -> None:
    assert set(relations._words()) >= RELATIONS
    assert relation_words("a relation of tomorrow", Agreement.CLOSE) == "a relation of tomorrow"


@pytest.mark.parametrize(
    ("bits", "words"),
    [
        (12.0, "very strongly for"),
        (4.0, "strongly for"),
        (1.5, "speaks for"),
        (0.2, "little"),
        (-4.0, "strongly against"),
    ],
)
def test_weights_are_said_in_words(bits: float, words: str) -> None:
    assert words in strength(bits)


def test_numbers_have_a_sign_and_a_true_minus() -> None:
    assert [bits_text(bits) for bits in (9.14, -4.3, None)] == ["+9.1", "\N{MINUS SIGN}4.3", ""]


def test_the_table_says_the_line_the_user_is_at_and_copies_nothing_of_the_record(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    clipboard = Clipboard()
    view = ComparisonView(clipboard)
    qtbot.addWidget(view)
    view.show_finding(finding(*EVIDENCE), PEREZ, replace(PEREZ, family_name="PERES ACOSTA"))
    view.view.choose("family_name")
    assert view.sentence.text() == (
        "Family name: one letter differs. It speaks strongly for the same person (+9.1 bits)."
    )
    assert view.model.data(view.model.index(0, 0), BITS_ROLE) == 9.1
    assert "PERES" not in view.view.copy()
    qtmodeltester.check(view.model)
    view.grab()
    view.clear()
    assert view.model.rowCount() == 0
