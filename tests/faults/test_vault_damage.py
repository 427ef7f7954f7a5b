"""Damaged files, planted files, old files: each is said, and no changed byte is ever taken for data."""

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.errors import (
    KnownError,
    VaultDamagedError,
    VaultEmptyFileError,
    VaultError,
    VaultMissingError,
    VaultTooNewError,
)
from manifest_app.model.passenger import Passenger
from manifest_app.vault import flights, sealing
from manifest_app.vault.directory import Directory, UnlockBox, read_directory
from tests.vault.people_on_paper import flight, hex_id, passenger
from tests.vault.places import LIMITS, Place, password

PEOPLE = tuple(passenger(number) for number in range(60))


@pytest.fixture(scope="module")
def filled(template: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = template.copy(tmp_path_factory.mktemp("filled"))
    with place.opened("pat") as vault, vault.write("flight.import") as writer:
        flights.save_flight(writer, flight())
        flights.save_passengers(writer, hex_id(1), PEOPLE)
    return place


def _flip(path: Path, bit: int) -> None:
    data = bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(bytes(data))


def _what_it_says(place: Place) -> tuple[Passenger, ...] | None:
    """The passengers, or None when the program says that something is wrong."""
    try:
        with place.opened("pat") as vault:
            if not vault.verify().ok:
                return None
            with vault.read() as reader:
                return flights.passengers(reader, hex_id(1))
    except VaultError:
        return None


def test_a_flipped_bit_in_the_database_is_always_noticed(filled: Place, tmp_path: Path) -> None:
    chance = random.Random(7)
    size = (filled.folder / "vault.db").stat().st_size * 8
    bits = [*range(0, 128, 16), *(chance.randrange(size) for _ in range(50))]
    for number, bit in enumerate(bits):
        place = filled.copy(tmp_path / str(number))
        _flip(place.folder / "vault.db", bit)
        assert _what_it_says(place) is None


def test_a_flipped_bit_in_the_key_file_is_always_noticed(filled: Place, tmp_path: Path) -> None:
    chance = random.Random(8)
    place = filled.copy(tmp_path)
    path = place.folder / "vault.keys"
    data = path.read_bytes()
    for bit in (chance.randrange(len(data) * 8) for _ in range(150)):
        _flip(path, bit)
        with pytest.raises((VaultDamagedError, VaultTooNewError)):
            place.open("pat")
        path.write_bytes(data)
    with place.opened("pat") as vault:
        assert vault.verify().ok


@settings(max_examples=60)
@given(
    start=st.integers(0, 40_000), length=st.integers(0, 300), filling=st.binary(max_size=40) | st.just(b'"vault_id":"')
)
def test_a_key_file_with_any_part_replaced_is_never_accepted(
    filled: Place, start: int, length: int, filling: bytes
) -> None:
    data = (filled.folder / "vault.keys").read_bytes()
    changed = data[:start] + filling + data[start + length :]
    if changed == data:
        return
    with pytest.raises(KnownError):
        read_directory(changed, LIMITS)


@given(noise=st.binary(max_size=200))
def test_noise_is_no_key_file(noise: bytes) -> None:
    with pytest.raises(VaultDamagedError):
        read_directory(noise, LIMITS)


def test_a_file_too_large_to_be_a_directory_is_not_read(filled: Place, tmp_path: Path) -> None:
    place = filled.copy(tmp_path)
    with (place.folder / "vault.keys").open("ab") as file:
        file.truncate(2**40)
    with pytest.raises(VaultDamagedError):
        place.open("pat")


# --- password costs -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cost",
    [
        {"memory_kib": 2**30},
        {"iterations": 2**31},
        {"lanes": 2**24},
        {"memory_kib": 8},
        {"memory_kib": -1},
        {"iterations": 0},
        {"lanes": 0},
    ],
)
@pytest.mark.parametrize("whose", ["pat", "sue"])
def test_a_bomb_or_a_cheap_password_cost_is_refused_unrun(
    place: Place, cost: dict[str, int], whose: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = place.folder / "vault.keys"
    old = read_directory(path.read_bytes(), LIMITS)

    def changed(box: UnlockBox) -> UnlockBox:
        return msgspec.structs.replace(box, **cost) if box.name == whose else box

    path.write_bytes(Directory.of(old.core, old.signatures, tuple(changed(box) for box in old.boxes)).bytes)

    def never(*_: object) -> bytes:
        raise AssertionError("the cost was paid")

    monkeypatch.setattr(sealing, "stretch", never)
    start = time.perf_counter()
    with pytest.raises(VaultDamagedError, match="cost"):
        place.open("pat")
    assert time.perf_counter() - start < 1


def test_a_cheaper_box_within_the_limits_does_not_open_either(place: Place) -> None:
    """The cost is bound into the box: changing it makes the password wrong."""
    path = place.folder / "vault.keys"
    old = read_directory(path.read_bytes(), LIMITS)
    boxes = tuple(msgspec.structs.replace(box, iterations=2) for box in old.boxes)
    path.write_bytes(Directory.of(old.core, old.signatures, boxes).bytes)
    with pytest.raises(VaultError):
        place.open("pat")


def test_an_own_box_with_another_password_is_refused_by_the_log(place: Place) -> None:
    """Who can write the file and knows a bundle's old password still can't put the old box back."""
    path = place.folder / "vault.keys"
    old = path.read_bytes()
    with place.opened("pat") as vault:
        vault.change_password(password("pat"), "nine blue oceans sleep")
    path.write_bytes(old)
    with pytest.raises(VaultDamagedError):
        place.open("pat")


# --- the write-ahead log of a crash -------------------------------------------------------------------------------


@pytest.fixture
def crashed(filled: Place, tmp_path: Path) -> Place:
    """A vault as a crash leaves it: the last change is in the write-ahead log only, and this computer remembers it."""
    place = filled.copy(tmp_path)
    held = tmp_path / "held"
    with place.opened("pat") as vault:
        with vault.write("flight.new") as writer:
            flights.save_flight(writer, flight(2))
        shutil.copytree(place.folder, held)
    shutil.rmtree(place.folder)
    shutil.copytree(held, place.folder)
    assert (place.folder / "vault.db-wal").stat().st_size
    return place


def _flights(place: Place) -> int | None:
    try:
        with place.opened("pat") as vault, vault.read() as reader:
            return len(flights.flights(reader))
    except VaultError:
        return None


def test_a_crash_loses_nothing(crashed: Place) -> None:
    assert _flights(crashed) == 2
    assert "vault.db-wal" not in crashed.bytes()


def test_a_wrong_password_leaves_a_crashed_vault_alone(crashed: Place) -> None:
    before = crashed.bytes()
    with pytest.raises(VaultError):
        crashed.open("pat", "not the password at all")
    assert crashed.bytes() == before


SPOILS: dict[str, Callable[[Path], object]] = {
    "deleted": lambda path: path.unlink(),
    "emptied": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[: 4096 + 56]),
    "noise": lambda path: path.write_bytes(b"\x5a" * path.stat().st_size),
}


@pytest.mark.parametrize("how", SPOILS)
def test_a_spoilt_write_ahead_log_is_noticed(crashed: Place, how: str) -> None:
    SPOILS[how](crashed.folder / "vault.db-wal")
    (crashed.folder / "vault.db-shm").unlink(missing_ok=True)
    assert _flights(crashed) is None


def test_a_flipped_bit_in_the_write_ahead_log_loses_nothing_silently(crashed: Place, tmp_path: Path) -> None:
    chance = random.Random(9)
    held = tmp_path / "as it was"
    shutil.copytree(crashed.folder, held)
    pin = next(crashed.pins.iterdir())
    seen = pin.read_bytes()
    size = (held / "vault.db-wal").stat().st_size * 8
    for _ in range(25):
        _flip(crashed.folder / "vault.db-wal", chance.randrange(size))
        (crashed.folder / "vault.db-shm").unlink(missing_ok=True)
        assert _flights(crashed) in {None, 2}
        shutil.rmtree(crashed.folder)
        shutil.copytree(held, crashed.folder)
        pin.write_bytes(seen)


# --- missing things -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("vault.db", None, VaultMissingError),
        ("vault.keys", None, VaultMissingError),
        ("vault.db", b"", VaultEmptyFileError),
        ("vault.keys", b"", VaultEmptyFileError),
    ],
)
def test_a_gap_is_never_filled_with_something_new(
    filled: Place, tmp_path: Path, name: str, content: bytes | None, error: type[KnownError]
) -> None:
    place = filled.copy(tmp_path)
    (place.folder / name).unlink()
    if content is not None:
        (place.folder / name).write_bytes(content)
    before = place.bytes()
    with pytest.raises(error):
        place.open("pat")
    assert place.bytes() == before
