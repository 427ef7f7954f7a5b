"""The case of the 103 on the command line, from the demonstration to a file that betrays nobody."""

import csv
import hashlib
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.helpers.command_line import Office

FLIGHT = "RX-114"


def held(office: Office, user: str = "supervisor") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = office.ask("hold", "list", FLIGHT, user=user)
    return found


def decide_on_the_command_line(office: Office, holds: list[dict[str, Any]]) -> None:
    for hold in holds:
        reason = "exposed" if hold["category"] == "exposure" else "claim-pending"
        done = office.ask(
            "hold", "decide", hold["hold"], "--uphold", "--reason", reason, "--note", "records agree", user="supervisor"
        )
        assert done["state"] == "upheld"


def test_screening_holds_the_51_and_no_more_than_two_others(office: Office) -> None:
    done = office.ask("flight", "screen", FLIGHT)
    assert done["screened"] == 103
    assert 51 <= done["held"] <= 53
    categories = [hold["category"] for hold in held(office)]
    assert categories.count("exposure") >= 46
    assert categories.count("claim") >= 5


def test_every_hold_says_where_the_passenger_stands_in_the_source(office: Office) -> None:
    sheet = CalamineWorkbook.from_path(office.folder / "files" / f"{FLIGHT}.xlsx").get_sheet_by_index(0).to_python()
    for hold in held(office):
        cells = [str(cell) for cell in sheet[hold["row"] - 1]]
        assert hold["family_name"] in cells or hold["given_names"] in cells


def test_the_whole_way(office: Office, tmp_path: Path) -> None:
    office.ask("flight", "screen", FLIGHT)
    recipient = office.ask("recipient", "add", "Liaison A")["id"]
    blocked = office.run("--json", "release", "request", FLIGHT, "--recipient", recipient)
    assert blocked.code == 3
    decide_on_the_command_line(office, held(office)[:3])
    office.uphold_all()
    names = {(hold["family_name"], hold["given_names"]) for hold in held(office)}
    release = office.ask("release", "request", FLIGHT, "--recipient", recipient)["release"]
    assert office.run("release", "write", release, str(tmp_path)).code == 3
    assert office.run("release", "approve", release, user="planner").code == 3
    office.ask("release", "approve", release, user="supervisor2")
    written = office.ask("release", "write", release, str(tmp_path))
    path = Path(written["file"])
    assert path.name.startswith(f"MANIFEST_{FLIGHT}_")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == written["sha256"]
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]
    assert len(rows) == written["passengers"] == 103 - len({hold["row"] for hold in held(office)})
    assert not names & {(row[1], row[2]) for row in rows}
    assert office.ask("release", "verify", str(path))["release"] == release
    assert office.ask("audit", "verify", user="officer")["ok"] is True


def test_writing_again_gives_the_same_bytes_and_never_overwrites(office: Office, tmp_path: Path) -> None:
    office.ask("recipient", "add", "Carrier", "--profile", "carrier")
    office.uphold_all()
    release = office.ask("release", "request", FLIGHT, "--recipient", "Carrier", "--format", "csv")["release"]
    office.ask("release", "approve", release, user="supervisor2")
    first = office.ask("release", "write", release, str(tmp_path))
    again = office.run("release", "write", release, str(tmp_path))
    assert again.code == 1
    assert "already" in again.err
    (tmp_path / "copy").mkdir()
    second = office.ask("release", "write", release, str(tmp_path / "copy"))
    assert Path(first["file"]).read_bytes() == Path(second["file"]).read_bytes()
    with Path(first["file"]).open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == first["passengers"] + 1


def test_a_changed_file_is_no_release(office: Office, tmp_path: Path) -> None:
    stranger = tmp_path / "list.xlsx"
    stranger.write_bytes((office.folder / "files" / f"{FLIGHT}.xlsx").read_bytes())
    assert office.run("release", "verify", str(stranger)).code == 3


def test_a_new_record_makes_the_screening_stale(office: Office, tmp_path: Path) -> None:
    office.uphold_all()
    office.ask("recipient", "add", "Liaison A")
    more = tmp_path / "more.csv"
    more.write_text("Surname,Given Names,DOB\nOrtega Prueba,Nadie,1980-01-02\n", encoding="utf-8")
    incident = office.ask("incident", "new", "Another leak", user="officer")["id"]
    assert office.ask("incident", "import", incident, str(more), user="officer")["imported"] == 1
    answer = office.run("release", "request", FLIGHT, "--recipient", "Liaison A")
    assert answer.code == 3
    assert "changed after the screening" in answer.err
    office.ask("flight", "screen", FLIGHT)
    office.ask("release", "request", FLIGHT, "--recipient", "Liaison A")


@pytest.mark.parametrize("user", ["supervisor", "planner", "admin"])
def test_an_exposure_is_not_cleared_by_one_person(office: Office, user: str) -> None:
    hold = next(one for one in held(office) if one["category"] == "exposure")
    answer = office.run(
        "hold", "decide", hold["hold"], "--clear", "--reason", "no-removal-window-over", "--note", "x", user=user
    )
    assert answer.code == 3


def test_fear_holds_at_once_and_stops_an_approved_release(office: Office, tmp_path: Path) -> None:
    office.uphold_all()
    office.ask("recipient", "add", "Liaison A")
    release = office.ask("release", "request", FLIGHT, "--recipient", "Liaison A")["release"]
    office.ask("release", "approve", release, user="supervisor2")
    held_rows = {hold["row"] for hold in held(office)}
    passengers = office.ask("flight", "show", FLIGHT)["passengers"]
    free = next(one["row"] for one in passengers if one["row"] not in held_rows)
    made = office.ask("hold", "add", FLIGHT, str(free), "--note", "told the nurse", user="admin")
    assert made["state"] == "open"
    assert office.run("release", "write", release, str(tmp_path)).code == 3
    assert not list(tmp_path.glob("MANIFEST*"))
