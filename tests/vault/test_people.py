"""Who uses the vault changes by two signatures, and keys follow."""

import shutil
from dataclasses import replace

import msgspec
import pytest

from manifest_app.errors import (
    KnownError,
    NotAllowedError,
    NotFoundError,
    VaultDamagedError,
    VaultError,
    VaultTooNewError,
    WeakPasswordError,
    WrongPasswordError,
)
from manifest_app.model.hold import Category
from manifest_app.model.incident import Incident
from manifest_app.model.people import PlannerSees, Policy, Role
from manifest_app.vault import NewPerson, Vault, audit, codec, holds, incidents, registry
from manifest_app.vault.directory import Core, CoreSignature, Directory, read_directory, signed_bytes
from manifest_app.vault.people import Signers, plan_addition, plan_role
from manifest_app.vault.sealing import BoxKey, SigningKey, sha256
from tests.vault.people_on_paper import details, ground, hex_id, hold, record, view
from tests.vault.places import CHEAP, LIMITS, Place, officer, password


def _fill(vault: Vault) -> None:
    with vault.write("fill") as writer:
        registry.add_records(writer, [record(1), record(2, restricted=True)], [details(1), details(2)])
        incidents.save_incident(writer, Incident(hex_id(3), "a letter", None, "pat"))
        holds.save_hold(writer, hold(), ground(Category.CLAIM), view(Category.CLAIM), ["ASY-P"])


def _officer_sees(place: Place) -> tuple[object, ...]:
    with place.opened("olga") as vault, vault.read() as reader:
        assert vault.verify().ok
        return (
            registry.records(reader),
            registry.details(reader, [record(1).id, record(2).id]),
            incidents.incidents(reader),
            holds.ground(reader, hold().id),
            holds.restricted_ground(reader, hold().id),
            holds.view(reader, hold().id),
        )


def test_a_new_person_can_open_the_vault(place: Place) -> None:
    with place.opened("ada") as vault:
        vault.add_person(NewPerson("zoe", Role.SUPERVISOR, password("zoe")), officer(vault))
        assert vault.people[-1].name == "zoe"
        assert vault.verify().ok
    with place.opened("zoe") as vault:
        assert (vault.me.role, vault.can.protection) == (Role.SUPERVISOR, True)


def test_the_officer_may_begin_and_the_administrator_sign(place: Place) -> None:
    with place.opened("olga") as vault:
        vault.add_person(NewPerson("zoe", Role.PLANNER, password("zoe")), vault.countersigner("ada", password("ada")))
    with place.opened("zoe") as vault:
        assert vault.can.registry


@pytest.mark.parametrize(("first", "second"), [("ada", None), ("ada", "sue"), ("sue", "olga"), ("olga", "pat")])
def test_only_an_administrator_and_an_officer_together_change_people(
    place: Place, first: str, second: str | None
) -> None:
    with place.opened(first) as vault:
        before = place.bytes()["vault.keys"]
        other = vault.countersigner(second, password(second)) if second else None
        with pytest.raises(NotAllowedError, match="together"):
            vault.add_person(NewPerson("zoe", Role.ADMIN, password("zoe")), other)
        with pytest.raises(NotAllowedError, match="together"):
            vault.set_policy(Policy(PlannerSees.NEUTRAL), other)
        assert place.bytes()["vault.keys"] == before
        assert vault.verify().ok


def test_nobody_is_the_own_second_person(place: Place) -> None:
    with place.opened("ada") as vault, pytest.raises(NotAllowedError, match="someone else"):
        vault.countersigner("ada", password("ada"))


def test_a_second_person_gives_the_right_password(place: Place) -> None:
    with place.opened("ada") as vault, pytest.raises(WrongPasswordError):
        vault.countersigner("olga", password("ada"))


@pytest.mark.parametrize(
    ("new", "error"),
    [
        (NewPerson("PAT", Role.PLANNER, password("zoe")), VaultError),
        (NewPerson("zoe", Role.PLANNER, "too short"), WeakPasswordError),
        (NewPerson("\u202ezoe", Role.PLANNER, password("zoe")), VaultError),
    ],
)
def test_a_person_that_can_not_be_added(place: Place, new: NewPerson, error: type[KnownError]) -> None:
    with place.opened("ada") as vault:
        with pytest.raises(error):
            vault.add_person(new, officer(vault))
        assert len(vault.people) == 5


def test_the_two_who_sign_are_not_changed_by_it(place: Place) -> None:
    with place.opened("ada") as vault:
        for name in ("ada", "olga"):
            with pytest.raises(NotAllowedError, match="can't be changed"):
                vault.disable(name, officer(vault))
        with pytest.raises(NotFoundError):
            vault.disable("nobody", officer(vault))


@pytest.mark.parametrize("name", ["pat", "sue", "aud"])
def test_who_is_disabled_does_not_get_in_and_others_lose_nothing(place: Place, name: str) -> None:
    with place.opened("pat") as vault:
        _fill(vault)
    before = _officer_sees(place)
    with place.opened("ada") as vault:
        vault.disable(name, officer(vault))
        assert vault.verify().ok
        with pytest.raises(WrongPasswordError):
            vault.countersigner(name, password(name))
    with pytest.raises(WrongPasswordError):
        place.open(name)
    assert _officer_sees(place) == before


def test_keys_that_someone_loses_are_changed(place: Place) -> None:
    with place.opened("pat") as vault:
        _fill(vault)
        old = vault._unlocked.keys
    with place.opened("sue") as vault:
        old_supervisor = vault._unlocked.keys
    before = _officer_sees(place)
    with place.opened("ada") as vault:
        second = officer(vault)
        vault.disable("pat", second)
        vault.set_role("sue", Role.AUDITOR, second)
    assert _officer_sees(place) == before
    with place.opened("olga") as vault:
        new = vault._unlocked.keys.secrets
        assert new.registry != old.secrets.registry
        assert new.protection is not None
        assert old_supervisor.secrets.protection is not None
        assert new.protection.private != old_supervisor.secrets.protection.private
        assert new.vault == old.secrets.vault
        vault._unlocked.keys.secrets = old_supervisor.secrets
        with vault.read() as reader:
            for opened in (registry.records, incidents.incidents):
                with pytest.raises(VaultDamagedError):
                    opened(reader)
            with pytest.raises(VaultDamagedError):
                holds.ground(reader, hold().id)


def test_a_role_brings_its_keys(place: Place) -> None:
    with place.opened("pat") as vault:
        _fill(vault)
    with place.opened("ada") as vault:
        vault.set_role("aud", Role.SUPERVISOR, officer(vault))
    with place.opened("aud") as vault, vault.read() as reader:
        assert registry.details(reader, [record(1).id]) == {record(1).id: details(1)}


def test_a_neutral_policy_takes_the_registry_key_from_planners(place: Place) -> None:
    with place.opened("pat") as vault:
        _fill(vault)
    before = _officer_sees(place)
    with place.opened("ada") as vault:
        vault.set_policy(Policy(PlannerSees.NEUTRAL, screening_valid_hours=12), officer(vault))
        assert vault.policy.screening_valid_hours == 12
    assert _officer_sees(place) == before
    with place.opened("pat") as vault, vault.read() as reader:
        assert vault.policy.planner_sees is PlannerSees.NEUTRAL
        assert holds.view(reader, hold().id) is None
        with pytest.raises(NotAllowedError):
            registry.records(reader)
    with place.opened("ada") as vault:
        vault.set_policy(Policy(), officer(vault))
    with place.opened("pat") as vault, vault.read() as reader:
        assert registry.records(reader)


def test_one_changes_the_own_password_alone(place: Place) -> None:
    old_keys = (place.folder / "vault.keys").read_bytes()
    with place.opened("pat") as vault:
        with pytest.raises(WrongPasswordError):
            vault.change_password("wrong wrong wrong wrong", "nine blue oceans sleep")
        with pytest.raises(WeakPasswordError):
            vault.change_password(password("pat"), "short")
        vault.change_password(password("pat"), "nine blue oceans sleep")
        assert vault.verify().ok
    with pytest.raises(WrongPasswordError):
        place.open("pat")
    with place.open("pat", "nine blue oceans sleep") as vault:
        assert vault.verify().ok
    with place.opened("sue") as vault:
        assert vault.me.name == "sue"
    (place.folder / "vault.keys").write_bytes(old_keys)
    with pytest.raises(VaultDamagedError, match="belong together"):
        place.open("pat")


def test_signatures_are_for_one_purpose_and_outlive_access(place: Place) -> None:
    with place.opened("pat") as vault:
        signature = vault.sign("decision", "ab" * 32)
    with place.opened("ada") as vault:
        second = officer(vault)
        other = second.sign("decision", "ab" * 32)
        assert vault.verify_signature("olga", "decision", "ab" * 32, other)
        vault.disable("pat", second)
        assert vault.verify_signature("pat", "decision", "ab" * 32, signature)
        assert not vault.verify_signature("pat", "release", "ab" * 32, signature)
        assert not vault.verify_signature("pat", "decision", "ba" * 32, signature)
        assert not vault.verify_signature("sue", "decision", "ab" * 32, signature)
        assert not vault.verify_signature("nobody", "decision", "ab" * 32, signature)
        assert not vault.verify_signature("pat", "decision", "ab" * 32, signature[:-1])


# --- attacks on the directory -------------------------------------------------------------------------------------


def _directory(place: Place) -> Directory:
    return read_directory((place.folder / "vault.keys").read_bytes(), LIMITS)


def _plant(place: Place, core: Core) -> None:
    old = _directory(place)
    (place.folder / "vault.keys").write_bytes(Directory.of(core, old.signatures, old.boxes).bytes)


def test_the_protection_key_can_not_be_replaced(place: Place) -> None:
    core = _directory(place).core
    forged = codec.decode(codec.encode(core), Core)
    forged = type(forged)(
        **{name: getattr(forged, name) for name in forged.__struct_fields__} | {"protection": BoxKey.fresh().lid.public}
    )
    _plant(place, forged)
    with pytest.raises(VaultDamagedError):
        place.open("olga")


def test_a_role_can_not_be_written_into_the_file(place: Place) -> None:
    data = (place.folder / "vault.keys").read_bytes()
    (place.folder / "vault.keys").write_bytes(data.replace(b'"role":"planner"', b'"role":"officer"'))
    with pytest.raises(VaultDamagedError):
        place.open("pat")


def test_a_directory_signed_by_planted_signers_is_refused(place: Place) -> None:
    """A planner who knows the vault key writes an own administrator and officer into file, history and log."""
    old = _directory(place)
    mine = {"ada": SigningKey.fresh(), "olga": SigningKey.fresh()}
    users = tuple(
        msgspec.structs.replace(user, signing=mine[user.name].public) if user.name in mine else user
        for user in old.core.users
    )
    core = msgspec.structs.replace(old.core, users=users, serial=2, previous=old.core.hash)
    signatures = tuple(CoreSignature(name, key.sign(signed_bytes(core))) for name, key in mine.items())
    planted = Directory.of(core, signatures, old.boxes)
    with place.opened("pat") as vault:
        hashes = {"directory": core.hash.hex(), "keys": sha256(planted.bytes).hex()}
        with vault._writing(audit.DIRECTORY_CHANGE, "", hashes, 2) as writer:
            audit.add_directory(writer.connection, core, signatures)
        (place.folder / "vault.keys").write_bytes(planted.bytes)
        report = vault.verify()
        assert (report.ok, report.first_bad) == (False, 2)
    with pytest.raises(VaultDamagedError, match="people"):
        place.open("pat")


def test_an_unknown_profile_needs_a_newer_program(place: Place) -> None:
    data = (place.folder / "vault.keys").read_bytes()
    (place.folder / "vault.keys").write_bytes(data.replace(b'"standard-1"', b'"fips-1"'))
    with pytest.raises(VaultTooNewError):
        place.open("pat")


def test_old_keys_with_a_new_database_and_the_reverse_are_refused(place: Place) -> None:
    old = place.bytes()
    with place.opened("ada") as vault:
        vault.disable("pat", officer(vault))
    new = place.bytes()
    for keys, database in ((old, new), (new, old)):
        (place.folder / "vault.keys").write_bytes(keys["vault.keys"])
        (place.folder / "vault.db").write_bytes(database["vault.db"])
        with pytest.raises(VaultDamagedError):
            place.open("ada")


# --- a crash between the two files --------------------------------------------------------------------------------


def test_a_change_that_was_committed_is_finished_by_the_next_opening(place: Place) -> None:
    before = place.bytes()["vault.keys"]
    with place.opened("ada") as vault:
        vault.add_person(NewPerson("zoe", Role.PLANNER, password("zoe")), officer(vault))
    shutil.move(place.folder / "vault.keys", place.folder / "vault.keys.next")
    (place.folder / "vault.keys").write_bytes(before)
    with place.opened("ada") as vault:
        assert vault.people[-1].name == "zoe"
        assert vault.verify().ok
    assert sorted(place.bytes()) == ["vault.db", "vault.keys", "vault.lock"]
    with place.opened("zoe") as vault:
        assert vault.me.role is Role.PLANNER


def test_a_change_that_was_not_committed_is_dropped(place: Place) -> None:
    with place.opened("ada") as vault:
        signers = Signers((vault._unlocked, officer(vault).unlocked))
        change = plan_addition(_directory(place), signers, NewPerson("zoe", Role.PLANNER, password("zoe")), CHEAP)
    for waste in (change.directory.bytes, b"", change.directory.bytes[:100]):
        (place.folder / "vault.keys.next").write_bytes(waste)
        with place.opened("ada") as vault:
            assert len(vault.people) == 5
            assert vault.verify().ok
        assert "vault.keys.next" not in place.bytes()


def test_a_change_is_planned_without_touching_what_is(place: Place) -> None:
    with place.opened("ada") as vault:
        signers = Signers((vault._unlocked, officer(vault).unlocked))
        now = _directory(place)
        change = plan_role(now, signers, "pat", Role.SUPERVISOR)
        assert change.rotated == frozenset()
        assert change.directory.core.previous == now.core.hash
        assert replace(vault.policy) == now.core.policy
