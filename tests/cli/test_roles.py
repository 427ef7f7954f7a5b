"""Who may what: every command, tried by every role."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.helpers.command_line import Office

USERS = ("admin", "officer", "supervisor", "planner", "auditor")
EVERYONE = frozenset(USERS)
PASSENGERS = frozenset({"planner", "supervisor", "officer"})
RECORDS = frozenset({"supervisor", "officer"})
RULERS = frozenset({"admin", "officer"})
DATA = ("vault.db",)

COMMANDS: Mapping[str, frozenset[str]] = {
    "vault info": EVERYONE,
    "vault policy": EVERYONE,
    "vault policy --planner-sees neutral RULERS": RULERS,
    "vault repin": frozenset({"officer"}),
    "people list": EVERYONE,
    "people add petra --role planner --new-password-file {new} RULERS": RULERS,
    "people role planner --role supervisor RULERS": RULERS,
    "people disable planner RULERS": RULERS,
    "people password --new-password-file {new}": EVERYONE,
    "protection import {whole}": RECORDS,
    "protection list": RECORDS,
    "protection correct {record} --set birth_date=1971-01-02 --reason seen KEEPERS": RECORDS,
    "protection end {record} --reason withdrawn KEEPERS": RECORDS,
    "incident new Leak": RECORDS,
    "incident import {incident} {whole}": RECORDS,
    "incident list": RECORDS,
    "flight new RX-7 --date 2099-12-04": PASSENGERS,
    "flight import RX-1 {whole}": PASSENGERS,
    "flight preview {whole}": EVERYONE,
    "flight list": EVERYONE,
    "flight show RX-2": PASSENGERS,
    "flight screen RX-2": PASSENGERS,
    "flight cancel RX-2 --reason mistake": PASSENGERS,
    "flight problems RX-2": PASSENGERS,
    "flight mend RX-2 4 --set birth_date=1980-01-02 --set given_names=Eva": PASSENGERS,
    "flight set-aside RX-2 4 --reason total": PASSENGERS,
    "flight correct RX-2 2 --set birth_date=1985-03-09": PASSENGERS,
    "hold list": PASSENGERS,
    "hold show {hold}": PASSENGERS,
    "hold reasons": EVERYONE,
    "hold decide {hold} --uphold --reason fear-referred --note seen": RECORDS,
    "hold add RX-3 2": EVERYONE,
    "recipient add Carrier": PASSENGERS,
    "recipient share Liaison{space}A Liaison{space}B": PASSENGERS,
    "recipient list": EVERYONE,
    "contact add RX-3 --to Liaison{space}A --said asked": PASSENGERS,
    "contact list": PASSENGERS,
    "contact sheet RX-3": PASSENGERS,
    "release preview RX-3 --recipient Liaison{space}A": PASSENGERS,
    "release request RX-3 --recipient Liaison{space}A": PASSENGERS,
    "release approve {requested}": RECORDS,
    "release judgement {requested}": RECORDS,
    "release refuse {requested} --reason postponed": PASSENGERS,
    "release write {approved} {folder}": PASSENGERS,
    "release list": PASSENGERS,
    "release verify {whole}": frozenset(),
    "release trace --text Nobody": PASSENGERS | {"auditor"},
    "audit show": EVERYONE,
    "audit verify": EVERYONE,
    "audit export {folder}/log.jsonl": EVERYONE,
}


def arguments(office: Office, command: str, user: str, folder: Path) -> list[str]:
    """The words of a command, with what the office has, and a second person who makes a pair with the user."""
    facts = json.loads((office.folder / "facts.json").read_text(encoding="utf-8"))
    new = folder / "new.password"
    new.write_text("a new sentence to remember\n", encoding="utf-8")
    files = {name: str(office.folder / "files" / facts[name]) for name in ("list", "whole")}
    words: list[str] = []
    for word in command.split():
        if word in {"RULERS", "KEEPERS"}:
            other = {"RULERS": "admin", "KEEPERS": "supervisor"}[word] if user == "officer" else "officer"
            words += office.second(other)
        else:
            words.append(word.format(**(facts | files), folder=folder, new=new, space=" "))
    return words


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_role_may_what_it_may_and_nothing_else(furnished: Office, tmp_path: Path, command: str, user: str) -> None:
    before = {name: furnished.bytes()[name] for name in DATA}
    answer = furnished.run(*arguments(furnished, command, user, tmp_path), user=user)
    if user in COMMANDS[command]:
        assert answer.code == 0, answer
    else:
        assert answer.code == 3, answer
        assert answer.err.rstrip().endswith(".")
        assert {name: furnished.bytes()[name] for name in DATA} == before
        assert not list(tmp_path.glob("MANIFEST*"))
