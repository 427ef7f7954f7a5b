"""Entries of an exposure list, corrected and ended by two persons on the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.helpers.command_line import Office

LIST = "Last Name,First Name,DOB,COC\nACOSTA,Marisol,1984-03-09,CUB\nLOPEZ,Eva,1990-01-02,HND\n"


@pytest.fixture
def entries(new_office: Office, tmp_path: Path) -> list[dict[str, Any]]:
    """An exposure list of two, imported."""
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    new_office.ask("incident", "new", "Leak", user="officer")
    new_office.ask("incident", "import", "Leak", str(tmp_path / "list.csv"), user="officer")
    found: list[dict[str, Any]] = new_office.ask("incident", "people", "Leak", user="supervisor")
    return found


def test_an_entry_is_ended_by_two_persons(new_office: Office, entries: list[dict[str, Any]]) -> None:
    end = ("incident", "end", entries[1]["id"], "--reason", "on the list by mistake")
    assert new_office.run(*end, user="supervisor").code == 1
    assert new_office.run(*end, *new_office.second("supervisor2"), user="supervisor").code == 3
    assert new_office.ask(*end, *new_office.second(), user="supervisor")["ended"] is True
    assert [one["ended"] for one in new_office.ask("incident", "people", "Leak", user="officer")] == [False, True]
    assert new_office.ask("incident", "list", user="officer")[0]["people"] == 1
    log = new_office.ask("audit", "show", "--limit", "1", user="officer")
    assert log[0]["action"] == "incident.end"
    assert new_office.ask("audit", "verify", user="officer")["ok"] is True


def test_an_entry_is_corrected_by_two_persons(new_office: Office, entries: list[dict[str, Any]]) -> None:
    values = ("--set", "birth_date=1984-09-03", "--reason", "passport seen")
    new_office.ask("incident", "correct", entries[0]["id"], *values, *new_office.second("supervisor"), user="officer")
    changed = new_office.ask("incident", "people", "Leak", user="officer")[0]
    assert changed["birth_date"] == "1984-09-03"


def test_the_registry_and_the_lists_are_kept_apart(new_office: Office, entries: list[dict[str, Any]]) -> None:
    end = ("protection", "end", entries[0]["id"], "--reason", "no such record", *new_office.second())
    assert new_office.run(*end, user="supervisor").code == 1
