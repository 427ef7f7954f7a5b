"""kill -9 in the middle of writing: nothing half, nothing lost that was said to be kept, the log whole."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from manifest_app.errors import VaultInUseError
from manifest_app.vault import flights
from tests.faults.vault_child import BATCH
from tests.vault.people_on_paper import hex_id
from tests.vault.places import Place

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 300 if os.environ.get("SOAK") else 8


def _work_and_be_killed(place: Place, who: str, pause: float) -> int:
    """Lets a child work for a while after its first change, kills it, and says what the last kept change was."""
    command = [sys.executable, "-m", "tests.faults.vault_child", str(place.folder), str(place.pins), who]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(pause)
        child.kill()
        kept = [first, *child.stdout.read().splitlines()]
    whole = [line for line in kept if line.strip().isdigit()]
    return int(whole[-1])


@pytest.mark.slow
def test_a_killed_import_is_whole_or_not_there(place: Place) -> None:
    chance = random.Random(4)
    for _ in range(ROUNDS):
        kept = _work_and_be_killed(place, "pat", chance.uniform(0, 0.15))
        with place.opened("sue") as vault:
            assert vault.verify().ok
            with vault.read() as reader:
                found = flights.flights(reader)
                assert kept <= len(found) <= kept + 1
                for number in range(1, len(found) + 1):
                    assert len(flights.passengers(reader, hex_id(number))) == BATCH


@pytest.mark.slow
def test_a_killed_change_of_people_is_whole_or_not_there(place: Place) -> None:
    chance = random.Random(5)
    for _ in range(ROUNDS):
        kept = _work_and_be_killed(place, "ada", chance.uniform(0, 0.1))
        with place.opened("olga") as vault:
            assert vault.verify().ok
            assert vault.can.restricted
            names = {person.name: person.active for person in vault.people}
            assert names[f"person {kept}"] is False
        assert "vault.keys.next" not in place.bytes()


@pytest.mark.slow
def test_a_second_program_is_told_who_has_the_vault(place: Place) -> None:
    command = [sys.executable, "-m", "tests.faults.vault_child", str(place.folder), str(place.pins), "pat"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        child.stdout.readline()
        with pytest.raises(VaultInUseError, match=rf"by pat on .* \(process {child.pid}\)"):
            place.open("sue")
        child.kill()
    with place.opened("sue") as vault:
        assert vault.verify().ok
