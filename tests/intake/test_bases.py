import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.intake.bases import UNKNOWN, bases, map_basis
from manifest_app.model.protection import BasisClass, Effect, Standing

MARKERS = [
    ("8G", "CFI"),
    ("[8G]", "CFI"),
    ("8K", "CFI"),
    ("C/F", "CFI"),
    ("ER/CF", "CFI"),
    ("VWP/CF", "CFI"),
    ("STW/CF", "CFI"),
    ("ER/CREDFEAR", "CFI"),
    ("ERICF", "CFI"),
    ("Credible fear", "CFI"),
    ("Miedo creíble", "CFI"),
    ("8F/8G", "CFI"),
    ("REINRF", "RFI"),
    ("REINST/FEAR", "RFI"),
    ("REINSTFEAR", "RFI"),
    ("Reasonable Fear", "RFI"),
    ("ASYLUM", "ASY-P"),
    ("asylum pending", "ASY-P"),
    ("I-589", "ASY-P"),
    ("(C)(8)", "ASY-P"),
    ("C08", "ASY-P"),
    ("Asylum granted", "ASY-G"),
    ("A05", "ASY-G"),
    ("XXB", "REF"),
    ("Refugee", "REF"),
    ("5C", "WHD-G"),
    ("[5C]", "WHD-G"),
    ("Withholding", "WHD-P"),
    ("CAT deferral", "CAT-D"),
    ("C18", "CAT-D"),
    ("TPS", "TPS-P"),
    ("A12", "TPS-G"),
    ("DACA", "DEF"),
    ("5D", "DEF"),
    ("VAWA", "VAWA"),
    ("C31", "VAWA"),
    ("384", "VAWA"),
    ("T visa", "T"),
    ("I-914", "T"),
    ("U-visa", "U"),
    ("I-918", "U"),
    ("Continued presence", "CP"),
    ("UAC", "SIJ"),
    ("STAY", "STAY-A"),
    ("9CC W/STAY", "STAY-A"),
    ("Judicial stay", "STAY-J"),
    ("I-246 granted", "STAY-G"),
    ("MTR", "MTR"),
    ("I-246", "MTR"),
    ("2A", "NOFIN"),
    ("8A", "NOFIN"),
    ("8B", "NOFIN"),
    ("8D", "NOFIN"),
    ("8H", "CLAIM"),
    ("FBUSC", "CLAIM"),
    ("says she is afraid to return", "FEAR-X"),
    ("teme volver", "FEAR-X"),
]


@pytest.mark.parametrize(("text", "code"), MARKERS)
def test_the_markers_of_the_field(text: str, code: str) -> None:
    assert map_basis(text).code == code
    assert map_basis(f"  {text.lower()} ").code == code


@pytest.mark.parametrize("code", list(bases()))
def test_every_code_means_itself(code: str) -> None:
    assert map_basis(code).code == code


@pytest.mark.parametrize(
    "text",
    [
        "OVERSTAY",
        "OVER STAY",
        "VISA OVERSTAY",
        "GUATEMALAN",
        "#REF!",
        "#N/A",
        "1/15/1900",
        "16",
        "11",
        "?",
        "*",
        "YES",
        "X",
        "خوف",
    ],
)
def test_what_is_no_marker_is_unknown_and_never_nothing(text: str) -> None:
    assert map_basis(text).code == UNKNOWN
    assert not map_basis(text).certain


@pytest.mark.parametrize("text", ["", " ", "-", "—", "N/A", "none", "No", "0", "8F", "8c", "Final Order", "\u200b"])
def test_what_plainly_says_nothing(text: str) -> None:
    assert map_basis(text).code == ""


@pytest.mark.parametrize("text", ["MTR", "T", "U"])
def test_what_can_mean_something_else_is_not_certain(text: str) -> None:
    assert not map_basis(text).certain


def test_invisible_marks_hide_nothing() -> None:
    assert map_basis("AS\u200bYL\u200fUM").code == "ASY-P"
    assert map_basis("ＡＳＹＬＵＭ").code == "ASY-P"


def test_the_table_is_the_design() -> None:
    found = bases()
    restricted = {code for code, basis in found.items() if basis.basis_class is BasisClass.RESTRICTED}
    assert restricted == {"VAWA", "T", "U", "CP"}
    assert {code for code, basis in found.items() if basis.effect is Effect.REVIEW} == {"MTR", "UNK"}
    assert {code for code, basis in found.items() if basis.standing is Standing.STAY} == {"STAY-J", "STAY-A", "STAY-G"}
    assert {code for code, basis in found.items() if basis.country_specific} == {
        "WHD-P",
        "WHD-G",
        "CAT-P",
        "CAT-W",
        "CAT-D",
    }
    assert all(basis.name and basis.authority for basis in found.values())


@given(st.text(max_size=40))
def test_every_text_is_a_basis_or_plainly_nothing(text: str) -> None:
    mapped = map_basis(text)
    assert mapped.code in bases() or mapped.code == ""


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["ASYLUM", "VAWA", "CREDIBLE FEAR", "TPS"]))
def test_a_word_among_others_is_seen(before: str, after: str, word: str) -> None:
    assert map_basis(f"{before} {word} {after}").code not in {"", UNKNOWN}
