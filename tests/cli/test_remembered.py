"""A mapping given on the command line is remembered, and what is typed is never guessed."""

from pathlib import Path

import pytest

from tests.helpers.command_line import Office

MAPS = ("--map", "Famname=family_name", "--map", "Prename=given_names", "--map", "Geb=birth_date")
PEOPLE = ("ACOSTA,Marisol,1984-03-09", "LOPEZ,Eva,1990-01-02")


def list_of(folder: Path, name: str, heading: str, person: str) -> str:
    (folder / name).write_text(f"{heading}\n{person}\n", encoding="utf-8")
    return str(folder / name)


@pytest.mark.parametrize("heading", ["Famname,Prename,Geb", "Famname,Prename,Geb,COC"])
def test_the_next_list_of_this_layout_needs_no_mapping(new_office: Office, tmp_path: Path, heading: str) -> None:
    first, second = (list_of(tmp_path, f"{n}.csv", heading, person) for n, person in enumerate(PEOPLE))
    assert new_office.run("flight", "preview", second).code == 1
    new_office.ask("flight", "new", "RX-1", "--date", "2026-12-04")
    assert new_office.ask("flight", "import", "RX-1", first, *MAPS)["imported"] == 1
    new_office.ask("flight", "new", "RX-2", "--date", "2026-12-05")
    assert new_office.ask("flight", "import", "RX-2", second)["imported"] == 1
    assert new_office.ask("flight", "show", "RX-2")["passengers"][0]["family_name"] == "LOPEZ"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("birth_date=05/06/1985", "Type it as 1984-03-09"), ("full_name=Marisol Acosta Diaz", "which name comes first")],
)
def test_what_is_typed_is_not_guessed(new_office: Office, tmp_path: Path, typed: str, words: str) -> None:
    new_office.ask("flight", "new", "RX-1", "--date", "2026-12-04")
    new_office.ask("flight", "import", "RX-1", list_of(tmp_path, "list.csv", "Last Name,First Name,DOB", PEOPLE[0]))
    answer = new_office.run("flight", "correct", "RX-1", "2", "--set", typed)
    assert answer.code == 1
    assert words in answer.err
    assert "--date-order" not in answer.err


def test_the_exported_log_has_as_many_entries_as_the_verified_one(new_office: Office, tmp_path: Path) -> None:
    exported = new_office.ask("audit", "export", str(tmp_path / "log.jsonl"))
    assert exported["entries"] == new_office.ask("audit", "verify")["entries"]
