"""What ``--json`` prints: one document of the promised shape, and nothing else on standard output."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sqlalchemy as sa

from tests.helpers.command_line import Office
from tests.helpers.hostile import ANA, LUIS, csv_text

HOLD = {"hold", "flight", "row", "family_name", "given_names", "category", "score", "evidence", "state"}
CATEGORIES = {"claim", "exposure", "fear", "identity", "data"}


def test_flight_import_says_what_became_of_every_row(new_office: Office, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    headings = ("A#", "Last Name", "First Name", "DOB", "Sex", "COC", "Shoe size", "Status")
    rows = (
        (*ANA, "38", ""),
        (*LUIS, "43", "asylum pending"),
        ("910000003", "Corto", "Eva", "31/31/1984", "F", "CUB", "", ""),
    )
    path.write_text(csv_text(*rows, headings=headings), encoding="utf-8")
    made = new_office.ask("flight", "new", "RX-9", "--date", "2026-12-04")
    assert len(made["id"]) == 32
    report = new_office.ask("flight", "import", made["id"][:8], str(path))
    assert report["imported"] == 2
    assert report["problems"] == [
        {"row": 4, "column": "DOB", "problem": report["problems"][0]["problem"]},
    ]
    assert report["hidden"] == []
    assert report["unmapped"] == ["Shoe size"]
    assert report["sealed"] == ["Status"]
    assert report["held"] == 1


def test_what_a_file_hides_has_a_kind_and_a_place(office: Office, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Last Name", "First Name", "DOB"), ("Acosta", "Ana", "1984-03-09"), ("Beltran", "Luis", "1990-12-25")):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("Old").sheet_state = "veryHidden"
    book.save(tmp_path / "list.xlsx")
    office.ask("flight", "new", "RX-9", "--date", "2026-12-04")
    report = office.ask("flight", "import", "RX-9", str(tmp_path / "list.xlsx"))
    assert {"hidden row", "very hidden sheet"} <= {one["kind"] for one in report["hidden"]}
    assert all(set(one) == {"kind", "where", "what"} for one in report["hidden"])
    assert report["imported"] == 2


def test_flight_screen_counts(office: Office) -> None:
    report = office.ask("flight", "screen", "RX-114")
    assert report["screened"] == 103
    assert 51 <= report["held"] <= 53


@pytest.mark.parametrize("user", ["planner", "supervisor", "officer"])
def test_hold_list_has_the_promised_fields(office: Office, user: str) -> None:
    holds: list[dict[str, Any]] = office.ask("hold", "list", "RX-114", user=user)
    flight = office.ask("flight", "list", user=user)[0]["id"]
    for hold in holds:
        assert set(hold) >= HOLD
        assert hold["flight"] == flight
        assert hold["category"] in CATEGORIES
        assert 0 <= hold["score"] <= 1
        assert hold["evidence"]
        assert all(set(one) == {"field", "passenger", "record", "relation", "bits"} for one in hold["evidence"])
        assert hold["state"] == "open"
    assert len({hold["hold"] for hold in holds}) == len(holds)


def test_under_neutral_a_planner_gets_no_field_that_tells_the_cause(office: Office) -> None:
    office.ask("vault", "policy", "--planner-sees", "neutral", *office.second(), user="admin")
    seen = office.ask("hold", "list", "RX-114")
    told = office.ask("hold", "list", "RX-114", user="supervisor")
    hidden = {"category", "score", "evidence", "needs_second"}
    assert [hold["hold"] for hold in seen] == [hold["hold"] for hold in told]
    assert all(set(hold) >= HOLD - hidden and not set(hold) & hidden for hold in seen)
    assert all(set(hold) >= HOLD for hold in told)
    words = json.dumps([seen, office.ask("flight", "show", "RX-114")]).casefold()
    assert not [word for word in ("exposure", "exposed", "claim", "asylum", "leak") if word in words]


def test_release_and_audit(furnished: Office, tmp_path: Path) -> None:
    made = furnished.ask("recipient", "add", "Carrier", "--profile", "carrier")
    assert len(made["id"]) == 32
    assert len(furnished.ask("incident", "new", "Another", user="officer")["id"]) == 32
    release = furnished.ask("release", "request", "RX-3", "--recipient", made["id"])["release"]
    furnished.ask("release", "approve", release[:8], user="supervisor")
    written = furnished.ask("release", "write", release, str(tmp_path / "list.xlsx"))
    path = Path(written["file"])
    assert path == tmp_path / "list.xlsx"
    assert written["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert written["passengers"] == 2
    assert furnished.ask("release", "verify", str(path))["release"] == release
    path.write_bytes(path.read_bytes() + b" ")
    assert set(furnished.ask("release", "verify", str(path), code=3)) == {"error", "todo"}
    log = furnished.ask("audit", "verify")
    assert log == {"entries": log["entries"], "ok": True}
    shown = furnished.ask("audit", "show", "--limit", "1")[0]
    assert (shown["action"], shown["actor"], shown["seq"]) == ("release.write", "planner", log["entries"])
    assert datetime.fromisoformat(shown["at"]).tzinfo == UTC


def test_a_log_that_was_changed_is_said_and_blocks(furnished: Office) -> None:
    with furnished.session() as session, session.vault._engine.begin() as connection:
        connection.execute(sa.text("UPDATE passenger SET version = version + 1 WHERE rowid = 1"))
    found = furnished.ask("audit", "verify", code=3)
    assert found["ok"] is False
    assert {"entries", "ok", "problem"} <= set(found)


def test_text_is_for_people(furnished: Office) -> None:
    answer = furnished.run("hold", "list")
    assert answer.code == 0
    assert "H-0001" in answer.out
    assert "{" not in answer.out
    assert answer.err == "DEMONSTRATION vault: all people in it are invented.\n"


def test_json_is_all_there_is_on_standard_output(furnished: Office) -> None:
    commands = """
        vault info, people list, flight list, flight show RX-4, flight problems RX-2, hold list, hold show H-0001,
        hold reasons, recipient list, release list, audit show
    """
    for command in commands.split(","):
        answer = furnished.run("--json", *command.split())
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.count("\n") == 1
        json.loads(answer.out)
