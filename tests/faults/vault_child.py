"""A program of its own that works on a vault until it is killed.

``python -m tests.faults.vault_child FOLDER PINS WHO``

It prints a line for each change that is kept, so that whoever kills it knows what must still be there.
"""

import sys
from itertools import count
from pathlib import Path

from manifest_app.model.people import Role
from manifest_app.vault import NewPerson, Vault, flights, open_vault
from tests.vault.people_on_paper import flight, hex_id, passenger
from tests.vault.places import LIMITS, Clock, officer, password

BATCH = 40
"""Passengers that are written together, or not at all."""


def _import_lists(vault: Vault) -> None:
    with vault.read() as reader:
        start = len(flights.flights(reader))
    for number in count(start + 1):
        with vault.write("flight.import", str(number)) as writer:
            flights.save_flight(writer, flight(number))
            people = [passenger(number * BATCH + n) for n in range(BATCH)]
            flights.save_passengers(writer, hex_id(number), people[:20])
            flights.save_passengers(writer, hex_id(number), people[20:])
        print(number, flush=True)  # noqa: T201 - the line is what the parent waits for


def _change_people(vault: Vault) -> None:
    second = officer(vault)
    for number in count(len(vault.people) + 1):
        vault.add_person(NewPerson(f"person {number}", Role.PLANNER, password("x")), second)
        vault.disable(f"person {number}", second)
        print(number, flush=True)  # noqa: T201


def main() -> None:
    """Work forever."""
    folder, pins, who = sys.argv[1:]
    vault = open_vault(Path(folder), who, password(who), clock=Clock(), pins=Path(pins), limits=LIMITS)
    (_change_people if who == "ada" else _import_lists)(vault)


if __name__ == "__main__":
    main()
