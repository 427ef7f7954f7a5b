"""A change is kept with its entry in the log, or not at all."""

import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.errors import Bug, CancelledError, VaultDamagedError, VaultError
from manifest_app.vault import Vault, flights
from manifest_app.vault.audit import DIRECTORY_CHANGE
from tests.vault.people_on_paper import flight, hex_id, passenger
from tests.vault.places import Place


def test_a_write_adds_one_entry_with_its_details(place: Place) -> None:
    with place.opened("pat") as vault:
        with vault.write("flight.new", details={"day": "friday"}) as writer:
            writer.subject = flight().id
            flights.save_flight(writer, flight())
            writer.note("rows", "1")
        (entry,) = vault.audit_entries(after=1)
        assert (entry.seq, entry.actor, entry.action, entry.subject) == (2, "pat", "flight.new", flight().id)
        assert entry.details == (("day", "friday"), ("rows", "1"))
        assert vault.audit_entries(limit=1)[0].action == DIRECTORY_CHANGE


def _spoil(vault: Vault, error: BaseException) -> None:
    with vault.write("flight.new") as writer:
        flights.save_flight(writer, flight())
        raise error


@pytest.mark.parametrize("error", [ValueError(), CancelledError("stopped"), KeyboardInterrupt()])
def test_a_write_that_raises_leaves_nothing(place: Place, error: BaseException) -> None:
    with place.opened("pat") as vault:
        before = vault.audit_entries()
        with pytest.raises(type(error)):
            _spoil(vault, error)
        with vault.read() as reader:
            assert flights.flights(reader) == ()
        assert vault.audit_entries() == before
        assert vault.verify().ok


def test_a_reader_sees_one_moment(place: Place) -> None:
    with place.opened("pat") as vault, vault.read() as reader:
        assert flights.flights(reader) == ()
        with vault.write("flight.new") as writer:
            flights.save_flight(writer, flight())
        assert flights.flights(reader) == ()
        with vault.read() as later:
            assert flights.flights(later) == (flight(),)


def test_what_was_written_is_there_after_closing(place: Place) -> None:
    with place.opened("pat") as vault, vault.write("flight.new") as writer:
        flights.save_flight(writer, flight())
    assert sorted(place.bytes()) == ["vault.db", "vault.keys", "vault.lock"]
    with place.opened("aud") as vault, vault.read() as reader:
        assert flights.flights(reader) == (flight(),)
        assert vault.verify().ok


def test_a_write_inside_a_write_is_a_bug(place: Place) -> None:
    with place.opened("pat") as vault, pytest.raises(Bug), vault.write("one"), vault.write("two"):
        pass


def test_the_directorys_action_is_not_for_others(place: Place) -> None:
    with place.opened("pat") as vault, pytest.raises(Bug):
        vault.write(DIRECTORY_CHANGE)


def test_writers_on_many_threads_take_turns(place: Place) -> None:
    with place.opened("pat") as vault:

        def work(start: int) -> None:
            for number in range(start, start + 5):
                with vault.write("flight.new") as writer:
                    flights.save_flight(writer, flight(number))

        threads = [threading.Thread(target=work, args=(start,)) for start in (100, 200, 300, 400)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with vault.read() as reader:
            assert len(flights.flights(reader)) == 20
        report = vault.verify()
        assert (report.ok, report.entries) == (True, 21)


def test_a_closed_vault_says_so(place: Place) -> None:
    vault = place.open("pat")
    vault.close()
    vault.close()
    with pytest.raises(VaultError, match="closed"), vault.read():
        pass
    with pytest.raises(VaultError, match="closed"), vault.write("x"):
        pass


def test_a_row_under_another_name_does_not_open(place: Place) -> None:
    with place.opened("pat") as vault:
        with vault.write("flight.new") as writer:
            flights.save_passengers(writer, hex_id(1), [passenger(1), passenger(2)])
        with vault._engine.begin() as connection:
            connection.exec_driver_sql(
                "UPDATE passenger SET sealed = (SELECT sealed FROM passenger WHERE id = ?) WHERE id = ?",
                (passenger(1).id, passenger(2).id),
            )
        with vault.read() as reader, pytest.raises(VaultDamagedError, match="table passenger"):
            flights.passengers(reader, hex_id(1))


@pytest.mark.parametrize("change", ["parent = 'x'", "position = 99", "version = 9", "epoch = 2", "entry = 1"])
def test_no_column_beside_a_row_can_be_changed(place: Place, change: str) -> None:
    with place.opened("pat") as vault:
        with vault.write("flight.new") as writer:
            flights.save_passengers(writer, hex_id(1), [passenger(1)])
        with vault._engine.begin() as connection:
            connection.exec_driver_sql(f"UPDATE passenger SET {change}")
        with vault.read() as reader, pytest.raises(VaultDamagedError):
            flights.passenger(reader, passenger(1).id)


@settings(max_examples=25)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["flight", "passengers", "stop", "nothing"]), st.integers(0, 5)), max_size=12
    )
)
def test_every_kept_write_has_exactly_one_entry(
    template: Place, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    place = template.copy(tmp_path_factory.mktemp("random"))
    kept = []
    with place.opened("pat") as vault:
        for kind, number in steps:
            try:
                with vault.write(kind, str(number)) as writer:
                    flights.save_flight(writer, flight(number))
                    if kind == "passengers":
                        flights.save_passengers(writer, hex_id(number), [passenger(n) for n in range(number)])
                    if kind == "stop":
                        raise CancelledError("stopped")
                kept.append((kind, str(number)))
            except CancelledError:
                continue
        assert [(entry.action, entry.subject) for entry in vault.audit_entries(after=1)] == kept
        assert vault.verify().ok
    with place.opened("sue") as vault:
        assert vault.verify().entries == len(kept) + 1


def test_a_hundred_passengers_come_back_as_they_were(place: Place, tmp_path: Path) -> None:
    people = [passenger(number) for number in range(1200)]
    with place.opened("pat") as vault:
        with vault.write("flight.import") as writer:
            flights.save_passengers(writer, hex_id(1), people)
            flights.save_passengers(writer, hex_id(2), [])
        with vault.read() as reader:
            assert list(flights.passengers(reader, hex_id(1))) == people
            assert flights.passengers(reader, hex_id(2)) == ()
        assert vault.verify().ok
