"""The log can't be changed, shortened, reordered or rewritten without being found out, nor can the rows it covers."""

import base64
import hashlib
import json
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from manifest_app.errors import CancelledError, NotAllowedError, VaultDamagedError, VaultRolledBackError
from manifest_app.vault import Vault, audit, flights, repin
from manifest_app.vault.pins import STATE_VARIABLE, default_folder
from manifest_app.vault.sealing import signature_holds
from manifest_app.vault.words import spoken
from tests.vault.people_on_paper import flight, hex_id, passenger
from tests.vault.places import LIMITS, Place, officer, password


def _story(place: Place) -> None:
    """Eight entries by two people; entry 4 writes passengers, entry 5 a new version of one of them."""
    with place.opened("ada") as vault:
        vault.disable("aud", officer(vault))
    with place.opened("pat") as vault:
        for number in range(3, 9):
            with vault.write("flight.new", str(number)) as writer:
                flights.save_flight(writer, flight(number))
                flights.save_passengers(writer, hex_id(1), [passenger(1)])


def _change(vault: Vault, *statements: str) -> None:
    with vault._engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


TAMPERED = {
    "edited details": (["UPDATE audit SET body = replace(body, '\"4\"', '\"9\"') WHERE seq = 4"], 4),
    "edited subject": (["UPDATE audit SET subject = '9' WHERE seq = 5"], 5),
    "edited actor": (["UPDATE audit SET actor = 'sue' WHERE seq = 5"], 5),
    "deleted": (["DELETE FROM audit WHERE seq = 6"], 6),
    "deleted and closed up": (
        ["DELETE FROM audit WHERE seq = 6", "UPDATE audit SET seq = seq - 1 WHERE seq > 6"],
        6,
    ),
    "first one deleted": (["DELETE FROM audit WHERE seq = 1"], 1),
    "tail deleted": (["DELETE FROM audit WHERE seq > 6"], None),
    "exchanged": (
        [
            "UPDATE audit SET seq = -1 WHERE seq = 4",
            "UPDATE audit SET seq = 4 WHERE seq = 5",
            "UPDATE audit SET seq = 5 WHERE seq = -1",
        ],
        4,
    ),
    "signature of another entry": (
        ["UPDATE audit SET signature = (SELECT signature FROM audit WHERE seq = 4) WHERE seq = 5"],
        5,
    ),
    "row list deleted": (["DELETE FROM row_log WHERE entry = 4"], 4),
    "row list exchanged": (
        ["UPDATE row_log SET rows = (SELECT rows FROM row_log WHERE entry = 4) WHERE entry = 5"],
        5,
    ),
    "row deleted": ([f"DELETE FROM flight WHERE id = '{hex_id(5)}'"], 5),
    "row added": (
        ["INSERT INTO flight SELECT 'new', parent, position, version, epoch, entry, sealed FROM flight LIMIT 1"],
        None,
    ),
    "row changed": ([f"UPDATE flight SET sealed = zeroblob(300) WHERE id = '{hex_id(5)}'"], 5),
    "directory deleted": (["DELETE FROM directory WHERE serial = 2"], 2),
    "directory spoilt": (["UPDATE directory SET core = x'00' WHERE serial = 2"], None),
}


@pytest.fixture
def told(template: Place, tmp_path: Path) -> Place:
    place = template.copy(tmp_path)
    _story(place)
    return place


def test_an_honest_log_is_in_order(told: Place) -> None:
    steps: list[tuple[int, int | None, str]] = []
    with told.opened("olga") as vault:
        report = vault.verify(lambda *step: steps.append(step))
        assert (report.ok, report.entries, report.first_bad, report.problem) == (True, 8, None, "")
        assert report.head == vault.audit_entries()[-1].hash
        assert len(report.head_words) == 8
    assert steps


@pytest.mark.parametrize("how", TAMPERED)
def test_each_way_of_tampering_is_found(told: Place, how: str) -> None:
    statements, first_bad = TAMPERED[how]
    with told.opened("pat") as vault:
        _change(vault, *statements)
        report = vault.verify()
    assert not report.ok
    assert report.problem.endswith(".")
    if first_bad is not None:
        assert report.first_bad == first_bad


def test_an_older_version_of_a_row_put_back_is_found(told: Place) -> None:
    """The row is genuine, sealed and of its place, but not the last one: SQLCipher can't tell, the log can."""
    with told.opened("pat") as vault:
        with vault._engine.connect() as connection:
            row = connection.execute(sa.text("SELECT * FROM passenger")).one()
        with vault.write("flight.mend") as writer:
            flights.save_passenger(writer, hex_id(1), passenger(1))
        assert vault.verify().ok
        with vault._engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM passenger")
            connection.exec_driver_sql("INSERT INTO passenger VALUES (?, ?, ?, ?, ?, ?, ?)", tuple(row))
        with vault.read() as reader:
            assert flights.passengers(reader, hex_id(1)) == (passenger(1),)
        report = vault.verify()
        assert (report.ok, report.first_bad) == (False, 9)


def test_a_damaged_log_can_still_be_looked_at(told: Place) -> None:
    with told.opened("pat") as vault:
        _change(vault, "UPDATE audit SET at = 'yesterday' WHERE seq = 5", "UPDATE audit SET body = x'ff' WHERE seq = 6")
        entries = vault.audit_entries()
        assert len(entries) == 8
        assert entries[4].at.year == 1
        assert entries[5].details == ()


def test_a_check_of_the_log_can_be_cancelled(told: Place) -> None:
    def cancel(*_: object) -> None:
        raise CancelledError("stopped")

    with told.opened("pat") as vault:
        with pytest.raises(CancelledError):
            vault.verify(cancel)
        assert vault.verify().ok


def test_who_was_disabled_can_not_write_entries(place: Place) -> None:
    with place.opened("pat") as vault:
        keys = vault._unlocked
    with place.opened("ada") as vault:
        vault.disable("pat", officer(vault))
        vault._unlocked = keys
        with vault.write("flight.new"):
            pass
        report = vault.verify()
        assert (report.ok, report.first_bad) == (False, 3)


# --- the whole vault, older ---------------------------------------------------------------------------------------


def _put_back(place: Place, old: Path) -> None:
    shutil.rmtree(place.folder)
    shutil.copytree(old, place.folder)


@pytest.fixture
def older(told: Place, tmp_path: Path) -> Place:
    """A vault whose folder was put back as it was one entry before."""
    old = tmp_path / "old"
    shutil.copytree(told.folder, old)
    with told.opened("pat") as vault, vault.write("flight.new"):
        pass
    _put_back(told, old)
    return told


def test_an_older_copy_is_refused_and_left_alone(older: Place) -> None:
    before = older.bytes()
    for name in ("pat", "olga"):
        with pytest.raises(VaultRolledBackError, match="entry 9") as caught:
            older.open(name)
        assert "privacy officer" in caught.value.todo
    assert older.bytes() == before


def test_an_officer_can_accept_an_older_copy_and_the_log_says_so(older: Place) -> None:
    for name in ("pat", "ada", "sue"):
        with pytest.raises(NotAllowedError):
            repin(older.folder, name, password(name), clock=older.clock, pins=older.pins, limits=LIMITS)
    repin(older.folder, "olga", password("olga"), clock=older.clock, pins=older.pins, limits=LIMITS)
    with older.opened("pat") as vault:
        last = vault.audit_entries()[-1]
        assert (last.action, last.actor) == ("vault.repin", "olga")
        assert dict(last.details)["was"].startswith("9:")
        assert vault.verify().ok


def test_a_rewritten_tail_with_valid_signatures_is_found_by_memory_alone(told: Place) -> None:
    with told.opened("pat") as vault:
        _change(vault, "DELETE FROM audit WHERE seq = 8", "DELETE FROM row_log WHERE entry = 8")
        _change(vault, f"DELETE FROM flight WHERE id = '{hex_id(8)}'", "DELETE FROM passenger")
        with vault._engine.connect() as connection:
            prev = audit.head(connection)[1]
        body = audit.Body(8, "2026-12-04T08:00:00.000000+00:00", "pat", "flight.new", "8", {}, "", 2)
        with vault._engine.begin() as connection:
            audit.append(connection, vault.vault_id, vault._unlocked.personal.signing, prev, body)
        report = vault.verify()
        assert (report.ok, report.first_bad) == (False, 8)
        assert "seen here before" in report.problem
    with pytest.raises(VaultRolledBackError):
        told.open("pat")


def test_an_entry_changed_after_the_remembered_one_is_found_at_opening(told: Place) -> None:
    pin = next(told.pins.iterdir())
    seen = pin.read_bytes()
    with told.opened("pat") as vault, vault.write("flight.new"):
        pass
    with told.opened("pat") as vault:
        _change(vault, "UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 9")
    pin.write_bytes(seen)
    with pytest.raises(VaultRolledBackError, match="Entry 9"):
        told.open("pat")


def test_a_memory_that_can_not_be_read_is_no_memory_lost(told: Place) -> None:
    pin = next(told.pins.iterdir())
    pin.write_bytes(b"{}")
    with pytest.raises(VaultRolledBackError, match="unreadable"):
        told.open("pat")


def test_a_whole_new_vault_with_the_same_id_is_refused(told: Place) -> None:
    """Someone who has the vault key makes a new root, new people, a new log: only the memory of the root tells."""
    pin = next(told.pins.iterdir())
    pin.write_bytes(pin.read_bytes().replace(b'"root":"', b'"root":"00'))
    with pytest.raises(VaultRolledBackError, match="descend"):
        told.open("olga")


def test_another_folder_is_another_memory(told: Place, tmp_path: Path) -> None:
    shutil.copytree(told.folder, tmp_path / "copy")
    with Place(tmp_path / "copy", told.pins).opened("pat") as vault:
        assert vault.verify().ok
    assert len(list(told.pins.iterdir())) == 2


def test_where_the_memory_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_folder().name == "pins"
    monkeypatch.setenv(STATE_VARIABLE, str(tmp_path))
    assert default_folder() == tmp_path / "pins"


# --- the log outside ----------------------------------------------------------------------------------------------


def test_the_exported_log_is_checked_without_the_program(told: Place) -> None:
    with told.opened("olga") as vault:
        lines = [json.loads(line) for line in vault.export_audit()]
    directories = [line for line in lines if "directory" in line]
    entries = [line for line in lines if "seq" in line]
    assert (len(directories), len(entries)) == (2, 8)
    vault_id = directories[0]["vault"].encode()
    keys = {user["name"]: base64.b64decode(user["signing"]) for user in directories[-1]["directory"]["users"]}
    prev = bytes(32)
    for entry in entries:
        digest = hashlib.sha256(b"\x01" + prev + entry["body"].encode()).digest()
        assert digest.hex() == entry["hash"]
        signature = bytes.fromhex(entry["signature"])
        assert signature_holds(
            keys[json.loads(entry["body"])["actor"]], b"manifest-audit\0" + vault_id + digest, signature
        )
        prev = digest


def test_a_damaged_history_is_not_exported(told: Place) -> None:
    with told.opened("olga") as vault:
        _change(vault, "UPDATE directory SET core = x'00' WHERE serial = 2")
        with pytest.raises(VaultDamagedError):
            list(vault.export_audit())


@pytest.mark.parametrize(
    ("digest", "words"),
    [(bytes([127, 0, 0, 1]), ("lusab", "babad")), (bytes([63, 84, 220, 193]), ("gutih", "tugad"))],
)
def test_words_are_proquints(digest: bytes, words: tuple[str, ...]) -> None:
    """Examples of the proposal itself."""
    assert spoken(digest, 2) == words


def test_different_heads_have_different_words() -> None:
    assert len({spoken(number.to_bytes(16, "big")) for number in range(2000)}) == 2000
