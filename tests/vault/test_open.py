"""Every way in which a vault can't be opened has a message of its own, and leaves the folder as it was."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from manifest_app.errors import (
    KnownError,
    NotAllowedError,
    VaultDamagedError,
    VaultEmptyFileError,
    VaultError,
    VaultExistsError,
    VaultInUseError,
    VaultMissingError,
    VaultTooNewError,
    WeakPasswordError,
    WriteProblem,
    WrongPasswordError,
)
from manifest_app.model.people import Role
from manifest_app.vault import (
    STANDARD_KDF,
    KdfParameters,
    NewPerson,
    Vault,
    create_vault,
    environment,
    open_vault,
    peek,
    sealing,
)
from manifest_app.vault import engine as engine_module
from tests.vault.places import CHEAP, LIMITS, PEOPLE, Place, password

Spoil = Callable[[Path], object]


def _too_new(folder: Path) -> None:
    data = (folder / "vault.keys").read_bytes()
    (folder / "vault.keys").write_bytes(data.replace(b'"format":1', b'"format":2'))


SPOILED: dict[str, tuple[Spoil, type[KnownError]]] = {
    "no folder": (shutil.rmtree, VaultMissingError),
    "no database": (lambda folder: (folder / "vault.db").unlink(), VaultMissingError),
    "no keys": (lambda folder: (folder / "vault.keys").unlink(), VaultMissingError),
    "no lock": (lambda folder: (folder / "vault.lock").unlink(), VaultMissingError),
    "empty database": (lambda folder: (folder / "vault.db").write_bytes(b""), VaultEmptyFileError),
    "empty keys": (lambda folder: (folder / "vault.keys").write_bytes(b""), VaultEmptyFileError),
    "one byte": (lambda folder: (folder / "vault.db").write_bytes(b"x"), VaultDamagedError),
    "one byte of keys": (lambda folder: (folder / "vault.keys").write_bytes(b"{"), VaultDamagedError),
    "plain database": (
        lambda folder: (folder / "vault.db").write_bytes(b"SQLite format 3\0".ljust(8192, b"\0")),
        VaultDamagedError,
    ),
    "noise": (lambda folder: (folder / "vault.db").write_bytes(b"\xa5" * 8192), VaultDamagedError),
    "newer keys": (_too_new, VaultTooNewError),
}


@pytest.mark.parametrize("spoilt", SPOILED)
def test_each_trouble_has_its_own_error_and_changes_nothing(place: Place, spoilt: str) -> None:
    spoil, error = SPOILED[spoilt]
    spoil(place.folder)
    before = place.bytes() if place.folder.exists() else {}
    with pytest.raises(error) as caught:
        place.open("pat")
    assert type(caught.value) is error
    assert caught.value.message.endswith(".")
    assert caught.value.todo.endswith(".")
    assert (place.bytes() if place.folder.exists() else {}) == before
    assert not place.pins.exists()


@pytest.mark.parametrize(("name", "secret"), [("pat", "not the password at all"), ("nobody", password("pat"))])
def test_wrong_name_and_wrong_password_read_alike(place: Place, name: str, secret: str) -> None:
    before = place.bytes()
    with pytest.raises(WrongPasswordError) as caught:
        place.open(name, secret)
    assert str(caught.value) == "The name or the password is wrong. Try again; nothing was changed."
    assert place.bytes() == before


def test_an_unknown_name_costs_as_much_as_a_known_one(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    costs = []
    original = sealing.stretch

    def counted(secret: str, salt: bytes, cost: KdfParameters) -> bytes:
        costs.append(cost)
        return original(secret, salt, cost)

    monkeypatch.setattr(sealing, "stretch", counted)
    for name in ("pat", "nobody"):
        with pytest.raises(WrongPasswordError):
            place.open(name, "not the password at all")
    assert costs == [CHEAP, CHEAP]


def test_names_and_passwords_are_compared_in_their_normal_form(tmp_path: Path) -> None:
    people = [
        NewPerson("Zoë", Role.ADMIN, "ein müder Kater schläft"),
        NewPerson("olga", Role.OFFICER, password("olga")),
    ]
    place = Place(tmp_path / "vault", tmp_path / "pins")
    create_vault(place.folder, people, clock=place.clock, kdf=CHEAP, pins=place.pins)
    with place.open("Zoe\u0308", "ein mu\u0308der Kater schla\u0308ft") as vault:
        assert vault.me.name == "Zoë"


def test_a_vault_opens_once_and_says_who_has_it(place: Place) -> None:
    with place.opened("pat") as vault:
        with pytest.raises(VaultInUseError, match=r"by pat on .* \(process [0-9]+\)"):
            place.open("sue")
        vault.close()
        with place.opened("sue") as other:
            assert other.me.role is Role.SUPERVISOR


def test_a_vault_may_be_opened_on_one_thread_and_closed_on_another(place: Place) -> None:
    opened: list[Vault] = []
    thread = threading.Thread(target=lambda: opened.append(place.open("pat")))
    thread.start()
    thread.join()
    opened[0].close()
    with place.opened("sue") as vault:
        assert vault.verify().ok


def test_a_folder_may_have_any_name(template: Place, tmp_path: Path) -> None:
    root = tmp_path / "Flüge 100% #1 & más"
    root.mkdir()
    with template.copy(root).opened("pat") as vault:
        assert vault.verify().ok


def test_a_vault_is_not_opened_where_its_end_can_not_be_remembered(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    before = place.bytes()
    with monkeypatch.context() as patch:
        patch.setattr("manifest_app.vault.pins.write_durably", refuse)
        with pytest.raises(WriteProblem, match="Permission denied"):
            place.open("pat")
    assert place.bytes() == before
    with place.opened("pat") as vault:
        assert vault.verify().ok


def test_the_keys_follow_the_role(place: Place) -> None:
    held = {}
    for name in PEOPLE:
        with place.opened(name) as vault:
            held[name] = (vault.can.registry, vault.can.protection, vault.can.restricted)
    assert held == {
        "ada": (False, False, False),
        "olga": (True, True, True),
        "sue": (True, True, False),
        "pat": (True, False, False),
        "aud": (False, False, False),
    }


def test_a_planner_holds_no_registry_key_where_the_policy_is_neutral(neutral: Place) -> None:
    with neutral.opened("pat") as vault:
        assert not vault.can.registry


def test_a_newer_schema_is_refused(place: Place) -> None:
    with place.opened("pat") as vault, vault._engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    before = place.bytes()
    with pytest.raises(VaultTooNewError):
        place.open("pat")
    assert place.bytes() == before


def test_the_database_of_another_vault_is_refused(place: Place, tmp_path: Path) -> None:
    other = Place.make(tmp_path / "other")
    shutil.copy(other.folder / "vault.db", place.folder / "vault.db")
    with pytest.raises(VaultDamagedError):
        place.open("pat")


def test_what_a_folder_tells_without_a_password(place: Place) -> None:
    facts = peek(place.folder, LIMITS)
    with place.opened("pat") as vault:
        assert (facts.vault_id, facts.demonstration, facts.format) == (vault.vault_id, False, 1)


def test_peek_finds_what_is_no_vault(tmp_path: Path) -> None:
    with pytest.raises(VaultMissingError):
        peek(tmp_path)


def test_nothing_is_made_over_something(place: Place) -> None:
    before = place.bytes()
    people = [NewPerson(name, role, password(name)) for name, role in PEOPLE.items()]
    with pytest.raises(VaultExistsError):
        create_vault(place.folder, people, clock=place.clock, kdf=CHEAP, pins=place.pins)
    assert place.bytes() == before


def test_an_empty_folder_may_become_a_vault(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    with Place.make(tmp_path).opened("ada") as vault:
        assert vault.verify().ok


@pytest.mark.parametrize(
    ("people", "error"),
    [
        ([("ada", Role.ADMIN, password("ada"))], NotAllowedError),
        ([("ada", Role.ADMIN, "short"), ("olga", Role.OFFICER, password("olga"))], WeakPasswordError),
        ([("ada", Role.ADMIN, password("a")), ("Ada", Role.OFFICER, password("b"))], VaultError),
        ([("", Role.ADMIN, password("a")), ("olga", Role.OFFICER, password("b"))], VaultError),
        ([("a/b", Role.ADMIN, password("a")), ("olga", Role.OFFICER, password("b"))], VaultError),
    ],
)
def test_a_vault_that_can_not_be_made_leaves_nothing(
    tmp_path: Path, people: list[tuple[str, Role, str]], error: type[KnownError]
) -> None:
    place = Place(tmp_path / "here" / "vault", tmp_path / "pins")
    with pytest.raises(error):
        create_vault(place.folder, [NewPerson(*one) for one in people], clock=place.clock, kdf=CHEAP, pins=place.pins)
    assert list(tmp_path.iterdir()) == []


def test_making_that_fails_in_the_middle_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("manifest_app.vault.create.sync_folder", fail)
    with pytest.raises(WriteProblem, match="full"):
        Place.make(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WriteProblem):
        Place.make(tmp_path / "file" / "below")


def test_steering_variables_are_gone_before_the_libraries_load() -> None:
    program = "import os, manifest_app.vault; print([n for n in os.environ if n.startswith('OPENSSL')])"
    hostile = os.environ | dict.fromkeys(environment.STEERING, "/nowhere/evil.cnf")
    done = subprocess.run([sys.executable, "-c", program], env=hostile, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE ':memory:' AS other",
        "VACUUM INTO 'copy.db'",
        "PRAGMA temp_store = FILE",
        "PRAGMA rekey = 'x'",
        "PRAGMA key = 'x'",
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')",
    ],
)
def test_what_would_open_a_way_out_is_denied(place: Place, statement: str) -> None:
    with place.opened("pat") as vault:
        connection = vault._engine.raw_connection()
        with pytest.raises(engine_module.dbapi().Error, match=r"not authorized|authorization denied|prohibited"):
            connection.cursor().execute(statement)
        connection.close()


def test_the_settings_of_a_connection_are_the_ones_asked_for(place: Place) -> None:
    with place.opened("pat") as vault:
        connection = vault._engine.raw_connection()
        cursor = connection.cursor()
        assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert cursor.execute("PRAGMA cipher_integrity_check").fetchall() == []
        connection.close()


def test_the_password_may_be_opened_with_the_default_limits(tmp_path: Path) -> None:
    folder, clock = tmp_path / "vault", Place(tmp_path, tmp_path).clock
    people = [NewPerson("ada", Role.ADMIN, password("ada")), NewPerson("olga", Role.OFFICER, password("olga"))]
    create_vault(folder, people, clock=clock, kdf=STANDARD_KDF, pins=tmp_path / "pins")
    with open_vault(folder, "ada", password("ada"), clock=clock, pins=tmp_path / "pins") as vault:
        assert vault.me.name == "ada"
