"""No clean release is ever refused by a check, whoever it names; and what is one byte off is no release."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from manifest_app.errors import BlockedError
from manifest_app.model.release import Clearance, MessageParties
from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.report import Verdict, report_of
from manifest_app.release.envelope import Envelope
from manifest_app.release.profile import Profile, agreed, profiles
from manifest_app.release.project import project
from manifest_app.release.recognize import file_beside_names, said_beside_names
from manifest_app.release.write import make_release
from manifest_app.release.writers import WRITERS
from manifest_app.workflow.checking import check_file
from tests.release.leaky import LEAKY
from tests.release.lists import (
    CLEARANCES,
    FLIGHT,
    LATIN_CLEARANCES,
    MESSAGE_CLEARANCES,
    PROFILES,
    liaison,
    passenger,
    six,
)
from tests.release.mutants import Mutant

EVERY = [(name, kind) for name, profile in profiles().items() for kind in profile.formats]
SPEAKING = ("Amparo", "Socorro", "Refugio", "Asilo", "Custodia", "Fear", "Stay", "Grant", "Parole", "Claim", "Appeal")
# Who is on the list and what of them it says: nobody can see in the file that it should be otherwise.
OTHER_LISTS = {"drop", "case", "mask", "blank", "extra row", "a-number", "caption"} | {
    *("birth to the year", "other birth", "expiry left out", "sex left out", "somebody twice"),
    "document of another kind",
    *("edition", "sender", "recipient", "contact", "syntax"),  # what was agreed differs from office to office
}
OF_FORMAT = {"xlsx": CLEARANCES, "csv": CLEARANCES, "pdf": LATIN_CLEARANCES, "paxlst": MESSAGE_CLEARANCES}


def is_release_form(data: bytes) -> bool:
    return said_beside_names(data) is not None


def checked(data: bytes, name: str) -> Verdict:
    return report_of(detect(extract(data, name), None, date(2026, 11, 22)), people_checked=True).verdict


@pytest.mark.parametrize(("name", "kind"), EVERY)
@pytest.mark.parametrize("number", [1, 12, 107])
def test_a_release_has_the_form_of_one(name: str, kind: str, number: int) -> None:
    assert is_release_form(make_release(six(kind), profiles()[name], kind, number=number).data)


def test_a_message_with_parties_of_an_office_has_it_too_and_they_are_looked_at() -> None:
    own = agreed(profiles()["carrier"], MessageParties("XYDESK", "CARRIERB", "FLIGHT OFFICE", "15B", "UNOB"))
    made = make_release(six("paxlst"), own, "paxlst", number=3)
    said = said_beside_names(made.data)
    assert said is not None
    assert said[1] == ("Manifest", "RX114", "XYDESK", "CARRIERB", "FLIGHT OFFICE")


@pytest.mark.parametrize("kind", OF_FORMAT)
def test_any_list_that_may_leave_has_the_form_of_one_and_is_clean(tmp_path: Path, kind: str) -> None:
    @settings(max_examples=25, phases=(Phase.explicit, Phase.generate))
    @given(OF_FORMAT[kind], PROFILES, st.integers(1, 300))
    def clean(public: Clearance, profile: Profile, number: int) -> None:
        if kind not in profile.formats:
            return
        try:
            made = make_release(public, profile, kind, number=number)
        except BlockedError:
            return
        assert is_release_form(made.data)
        for name in (made.name, "copy of a list"):
            path = tmp_path / name
            path.write_bytes(made.data)
            # Letters drawn by chance can be a code; then the real check, which knows the form of a release, has to say.
            assert checked(made.data, name) is Verdict.CLEAN or check_file(None, path).verdict is Verdict.CLEAN

    clean()


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_names_that_are_words_of_protection_too_are_names(name: str, kind: str) -> None:
    people = tuple(passenger(word, "Ana", number=f"K{at}") for at, word in enumerate(SPEAKING))
    more = tuple(passenger("Gómez", word, number=f"G{at}") for at, word in enumerate(SPEAKING))
    assert is_release_form(make_release(Clearance(FLIGHT, people + more), profiles()[name], kind, number=1).data)


@pytest.mark.parametrize("kind", ["xlsx", "pdf"])
def test_a_list_with_such_a_name_passes_the_check_without_a_vault_under_any_name(tmp_path: Path, kind: str) -> None:
    made = make_release(
        Clearance(FLIGHT, (passenger("Fear", "Asilo"), passenger("Gómez", "Ana", number="K1"))),
        profiles()["carrier"],
        kind,
        number=1,
    )
    assert checked(made.data, made.name) is Verdict.DISCLOSES
    path = tmp_path / f"copy of it.{kind}"
    path.write_bytes(made.data)
    assert file_beside_names(path) is not None
    assert check_file(None, path).verdict is Verdict.CLEAN
    path.write_bytes(made.data + b" ")
    assert check_file(None, path).verdict is not Verdict.CLEAN


def test_what_stands_beside_names_is_still_looked_at(tmp_path: Path) -> None:
    people = (passenger("Fear", "Asilo", number="A212345678"), passenger("Gómez", "Ana", number="K1"))
    made = make_release(Clearance(FLIGHT, people), profiles()["carrier"], "csv", number=1)
    path = tmp_path / made.name
    path.write_bytes(made.data)
    said = file_beside_names(path)
    assert said is not None
    assert not [cell for line in said for cell in line if "FEAR" in cell.upper() or "ASILO" in cell.upper()]
    assert any("A212345678" in line for line in said)


@pytest.mark.parametrize("mutant", LEAKY, ids=str)
def test_what_a_leaky_exporter_writes_has_not_the_form_unless_it_is_another_list(mutant: Mutant) -> None:
    profile = profiles()["carrier"] if mutant.file_format == "paxlst" else liaison()
    envelope = Envelope(FLIGHT, 1, profile.parties)
    table = replace(project(six(mutant.file_format), profile.for_format(mutant.file_format)), envelope=envelope)
    data = mutant.export(table, frozenset({1, 3}))
    assert is_release_form(data) == (mutant.name in OTHER_LISTS)


@settings(max_examples=60)
@given(st.sampled_from(EVERY), st.data())
def test_a_release_with_one_byte_changed_has_no_other_content(which: tuple[str, str], data: st.DataObject) -> None:
    """What still has the form then is another list: its cells are others, and it has no more to say than they do."""
    name, kind = which
    clean = make_release(six(kind), profiles()[name], kind, number=1).data
    place = data.draw(st.integers(0, len(clean) - 1))
    changed = bytearray(clean)
    changed[place] ^= data.draw(st.integers(1, 255))
    assert bytes(changed) != clean
    if is_release_form(bytes(changed)):
        assert kind in {"csv", "paxlst", "pdf"}


def test_a_list_in_no_order_or_with_a_remark_has_not_the_form() -> None:
    table = project(six("csv"), liaison())
    rows = (table.rows[1], table.rows[0], *table.rows[2:])
    assert not is_release_form(WRITERS["csv"](replace(table, rows=rows)))
    told = (table.rows[0][0], "Pérez exposed", *table.rows[0][2:])
    assert not is_release_form(WRITERS["csv"](replace(table, rows=(told, *table.rows[1:]))))
    assert not is_release_form(WRITERS["csv"](replace(table, rows=())))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.4\n", b"UNA:+.? 'UNB+", b'"', b'"a"\r\n', b"text"])
def test_other_files_have_not_the_form(data: bytes) -> None:
    assert not is_release_form(data)


def test_a_file_that_can_not_be_read_has_not_the_form(tmp_path: Path) -> None:
    assert file_beside_names(tmp_path / "nowhere.csv") is None
