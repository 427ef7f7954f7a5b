"""A disk that is full in the middle of a change: one sentence, nothing half, and all works again afterwards."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from manifest_app.errors import WriteProblem
from manifest_app.model.people import Role
from manifest_app.vault import NewPerson, Vault, flights
from tests.vault.people_on_paper import flight, hex_id, passenger
from tests.vault.places import Place, officer, password

if sys.platform == "win32":
    pytest.skip("file sizes can't be limited there", allow_module_level=True)

import resource


@contextmanager
def _no_file_larger_than(size: int) -> Iterator[None]:
    """Files can't grow over ``size`` bytes; the system answers as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _import(vault: Vault) -> None:
    with vault.write("flight.import") as writer:
        flights.save_passengers(writer, hex_id(1), [passenger(number) for number in range(400)])


@pytest.mark.parametrize("room", [0, 1, 3000, 4096, 9000, 50_000, 150_000, 290_000])
def test_an_import_that_does_not_fit_leaves_nothing(place: Place, room: int) -> None:
    with place.opened("pat") as vault:
        with vault.write("flight.new") as writer:
            flights.save_flight(writer, flight())
        before = vault.audit_entries()
        with _no_file_larger_than(room), pytest.raises(WriteProblem) as caught:
            _import(vault)
        assert "Nothing of this change was kept." in str(caught.value)
        assert vault.audit_entries() == before
        with vault.read() as reader:
            assert flights.passengers(reader, hex_id(1)) == ()
        assert vault.verify().ok
        _import(vault)
        assert vault.verify().ok
    with place.opened("sue") as vault, vault.read() as reader:
        assert len(flights.passengers(reader, hex_id(1))) == 400


@pytest.mark.parametrize("room", [0, 100, 5000, 20_000])
def test_a_change_of_people_that_does_not_fit_leaves_nothing(place: Place, room: int) -> None:
    with place.opened("ada") as vault:
        second = officer(vault)
        with _no_file_larger_than(room), pytest.raises(WriteProblem):
            vault.add_person(NewPerson("zoe", Role.PLANNER, password("zoe")), second)
        assert len(vault.people) == 5
        assert vault.verify().ok
    with place.opened("ada") as vault:
        assert len(vault.people) == 5
        vault.add_person(NewPerson("zoe", Role.PLANNER, password("zoe")), officer(vault))
    with place.opened("zoe") as vault:
        assert vault.verify().ok


@pytest.mark.parametrize("room", [0, 10_000, 60_000, 200_000])
def test_a_vault_that_does_not_fit_is_not_made(tmp_path: Path, room: int) -> None:
    with _no_file_larger_than(room), pytest.raises(WriteProblem):
        Place.make(tmp_path)
    assert not (tmp_path / "vault").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name != "pins"] == []


def test_opening_on_a_full_disk_says_so_and_changes_no_data(place: Place) -> None:
    with place.opened("pat") as vault, vault.write("flight.new") as writer:
        flights.save_flight(writer, flight())
    before = place.bytes()["vault.db"]
    with _no_file_larger_than(0), pytest.raises(WriteProblem, match="disk"):
        place.open("pat")
    assert place.bytes()["vault.db"] == before
    with place.opened("pat") as vault:
        assert vault.verify().ok
