"""The kept name index: the same answers as without it, opened by nobody who can't read the registry, never trusted."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from manifest_app.errors import NotAllowedError, WriteProblem
from manifest_app.model.passenger import Identity
from manifest_app.outgoing.people.index import PeopleIndex
from manifest_app.outgoing.report import Verdict
from manifest_app.vault import Vault, name_index, registry
from manifest_app.vault.tables import NAME_INDEX
from manifest_app.workflow import checking
from manifest_app.workflow.checking import check_text
from manifest_app.workflow.session import Session
from tests.helpers.office import Office
from tests.workflow.cases import BREL, COTO, expose, register

SAYS_BREL = f"On board: {BREL[2]} {BREL[1]}"
SAYS_COTO = f"On board: {COTO[2]} {COTO[1]}"


@pytest.fixture(autouse=True)
def _keep_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "WORTH_KEEPING", 1)


def discloses(session: Session, text: str) -> bool:
    return check_text(session, text).verdict is Verdict.DISCLOSES


def rows(session: Session) -> int:
    with session.vault.read() as reader:
        return reader.count(NAME_INDEX)


def _none_is_built(_people: Iterable[Identity], _key: bytes, **_more: object) -> PeopleIndex:
    raise AssertionError


def test_an_index_is_built_once_for_all_who_may_read_the_registry(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(office, BREL, "I-589 pending")
    with office.session("omar") as officer:
        assert discloses(officer, SAYS_BREL)
        assert rows(officer) == 1
        assert officer.vault.verify().ok
    monkeypatch.setattr(checking, "build_people", _none_is_built)
    for name in ("omar", "sara"):
        with office.session(name) as session:
            assert discloses(session, SAYS_BREL)
            assert not discloses(session, SAYS_COTO)


def test_an_import_or_an_exposure_list_makes_it_stale(office: Office) -> None:
    register(office, BREL, "I-589 pending")
    with office.session("sara") as session:
        assert not discloses(session, SAYS_COTO)
    expose(office, COTO)
    with office.session("sara") as session:
        with session.vault.read() as reader:
            assert name_index.saved_name_index(reader) is None
        assert discloses(session, SAYS_COTO)
        assert discloses(session, SAYS_BREL)
        with session.vault.read() as reader:
            assert name_index.saved_name_index(reader) is not None
        assert session.vault.verify().ok


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE name_index SET sealed = CAST(substr(sealed, 1, 40) || x'00' || substr(sealed, 42) AS BLOB)",
        "UPDATE name_index SET sealed = substr(sealed, 1, 40) || x'00'",  # a text that is none
        "UPDATE name_index SET sealed = x''",
        "UPDATE name_index SET sealed = (SELECT sealed FROM record)",
        "UPDATE name_index SET version = version + 1",
        "UPDATE name_index SET id = 'part-0001', position = 1",
        "INSERT INTO name_index SELECT 'part-0001', parent, 1, version, epoch, entry, sealed FROM name_index",
        "DELETE FROM name_index",
    ],
)
def test_a_damaged_index_is_made_anew_and_is_no_error(office: Office, damage: str) -> None:
    register(office, BREL, "I-589 pending")
    with office.session("omar") as officer:
        assert discloses(officer, SAYS_BREL)
        with officer.vault._engine.begin() as connection:
            connection.execute(sa.text(damage))
        assert discloses(officer, SAYS_BREL)
        assert not discloses(officer, SAYS_COTO)


@pytest.mark.parametrize("data", [b"junk", b"\x90", b"\xc0", b""])
def test_an_index_in_another_form_is_made_anew(office: Office, data: bytes) -> None:
    register(office, BREL, "I-589 pending")
    with office.session("omar") as officer:
        with officer.vault.write("check.index") as writer:
            name_index.save_name_index(writer, 1, data)
        assert discloses(officer, SAYS_BREL)


def test_a_smaller_index_takes_the_place_of_a_larger_one(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_index, "_PART_BYTES", 3)
    with office.session("omar") as officer:
        for data in (b"one two three", b"four"):
            with officer.vault.write("check.index") as writer:
                name_index.save_name_index(writer, 0, data)
            with officer.vault.read() as reader:
                assert name_index.saved_name_index(reader) == data
        assert officer.vault.verify().ok


def test_who_can_not_read_the_registry_neither_opens_nor_makes_it(neutral: Office) -> None:
    with neutral.session("petra") as planner:
        check_text(planner, SAYS_BREL)
        assert rows(planner) == 0
    register(neutral, BREL, "I-589 pending")
    with neutral.session("omar") as officer:
        assert discloses(officer, SAYS_BREL)
    with neutral.session("petra") as planner:
        with planner.vault.read() as reader, pytest.raises(NotAllowedError):
            name_index.saved_name_index(reader)
        with pytest.raises(NotAllowedError), planner.vault.write("check.index") as writer:
            name_index.save_name_index(writer, 1, b"x")
        assert not discloses(planner, SAYS_BREL)


def test_no_file_is_written_beside_the_vault_and_no_name_in_it(office: Office, tmp_path: Path) -> None:
    register(office, BREL, "I-589 pending")
    before = {path.name for path in office.folder.iterdir()}
    with office.session("omar") as officer:
        assert discloses(officer, SAYS_BREL)
        with officer.vault.read() as reader:
            (sealed,) = reader.connection.execute(sa.select(NAME_INDEX.table.c.sealed)).scalars()
            kept = name_index.saved_name_index(reader)
    assert kept is not None
    for name in (BREL[2], *BREL[1].split()):
        for form in (name.encode(), name.upper().encode()):
            assert form not in sealed
            assert form not in kept
    assert {path.name for path in office.folder.iterdir()} == before
    assert len(sealed) % (1 << 20) < 64  # the size tells steps, not content


def test_a_check_answers_though_its_index_can_not_be_kept(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    register(office, BREL, "I-589 pending")

    def full(*_arguments: object) -> None:
        raise WriteProblem("The disk is full.", "Free some space.")

    with office.session("omar") as officer:
        with monkeypatch.context() as patch:
            patch.setattr(Vault, "write", full)
            assert discloses(officer, SAYS_BREL)
        assert rows(officer) == 0


def test_who_was_taken_off_the_registry_is_not_looked_for(office: Office) -> None:
    register(office, BREL, "I-589 pending")
    with office.session("omar") as officer:
        assert discloses(officer, SAYS_BREL)
        with officer.vault.write("registry.end") as writer:
            (record,) = registry.records(writer)
            registry.update_record(writer, replace(record, ended=True))
        assert not discloses(officer, SAYS_BREL)


def test_few_people_are_not_worth_an_entry_in_the_log(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "WORTH_KEEPING", 2)
    register(office, BREL, "I-589 pending")
    with office.session("omar") as officer:
        before = officer.vault.audit_entries()
        assert discloses(officer, SAYS_BREL)
        assert officer.vault.audit_entries() == before
