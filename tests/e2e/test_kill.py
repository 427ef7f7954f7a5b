"""kill -9 in the middle of an import: the vault opens, its log is whole, and the list is there whole or not at all."""

import os
import random
import subprocess
import time
from pathlib import Path

import pytest

from manifest_app.workflow import auditing, flights
from tests.helpers.command_line import ROOT, Office
from tests.helpers.hostile import long_list

ROUNDS = 200 if os.environ.get("SOAK") else 12
ROWS = 2000


def start(office: Office, flight: str, path: Path) -> "subprocess.Popen[bytes]":
    """An import that has opened the vault and goes on."""
    process = subprocess.Popen(
        office.program("flight", "import", flight, str(path)),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    process.stderr.readline()
    return process


def state(office: Office, flight: str) -> int:
    """How many passengers the flight has, after a look at the whole log."""
    with office.session("supervisor") as session:
        assert auditing.verify(session).ok
        summary = flights.flight_summary(session, flights.find_flight(session, flight).id)
        assert bool(summary.imported_by) == (summary.passengers > 0)
        return summary.passengers


@pytest.mark.slow
def test_a_killed_import_is_whole_or_not_there(new_office: Office, tmp_path: Path) -> None:
    path = long_list(tmp_path / "list.csv", ROWS)
    chance = random.Random(114)
    new_office.ask("flight", "new", "RX-0", "--date", "2026-12-04")
    with start(new_office, "RX-0", path) as process:
        began = time.monotonic()
        assert process.wait(120) == 0
    takes = time.monotonic() - began
    flight, whole = "", 0
    for number in range(1, ROUNDS + 1):
        if not flight:
            flight = f"RX-{number}"
            new_office.ask("flight", "new", flight, "--date", "2026-12-04")
        with start(new_office, flight, path) as process:
            time.sleep(chance.uniform(0, takes * 1.1))
            process.kill()
        found = state(new_office, flight)
        assert found in {0, ROWS}
        if found:
            flight, whole = "", whole + 1
    assert whole < ROUNDS
    if flight:
        assert new_office.ask("flight", "import", flight, str(path))["imported"] == ROWS
    assert sorted(item.name for item in new_office.vault.iterdir()) == [
        "backups",
        "vault.db",
        "vault.keys",
        "vault.lock",
    ]
