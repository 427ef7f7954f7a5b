"""How commands are called: help, options wherever they stand, the environment, passwords, mistakes."""

import io
import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from manifest_app.cli.main import hoist, program
from tests.helpers.command_line import ROOT, Office, run

app = program()
TOP = [str(command.name) for command in app.registered_commands]
GROUPS = [str(group.name) for group in app.registered_groups]
COMMANDS = [
    f"{group.name} {command.name}"
    for group in app.registered_groups
    if group.typer_instance is not None
    for command in group.typer_instance.registered_commands
]
PROMISED = """
    vault create, vault info, vault policy, people add, people list, people role, people disable, people password,
    protection import, protection list, incident new, incident import, incident list, flight new, flight import,
    flight show, flight screen, flight list, hold list, hold show, hold decide, hold add, recipient add, recipient list,
    release request, release approve, release write, release list, release verify, audit show, audit verify,
    audit export, demo, desktop
"""


def test_only_the_named_command_is_loaded() -> None:
    script = "import sys; from manifest_app.cli import main; main(['check', '--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split("\n")[-2].split())
    assert "manifest_app.outgoing.detect" in loaded
    assert loaded.isdisjoint({"sqlalchemy", "openpyxl", "reportlab", "rich.console", "manifest_app.cli.flight"})


def test_every_command_that_was_promised_is_there() -> None:
    promised = {" ".join(words.split()) for words in PROMISED.split(",")}
    assert promised <= {*COMMANDS, *TOP}


@pytest.mark.parametrize("command", ["", *GROUPS, *TOP, *COMMANDS])
def test_help_explains_with_an_example(capsys: pytest.CaptureFixture[str], command: str) -> None:
    answer = run(capsys, [*command.split(), "--help"])
    assert (answer.code, answer.err) == (0, "")
    assert f"Usage: manifest-app {command}".rstrip() in answer.out
    if command not in GROUPS:
        example = " ".join(answer.out.partition("Example: ")[2].split())
        assert example.startswith("manifest-app ")
        assert command in example


@pytest.mark.parametrize("command", COMMANDS)
def test_an_example_is_no_mistake_in_the_command(
    new_office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    text = " ".join(run(new_office.capsys, [*command.split(), "--help"]).out.partition("Example: ")[2].split())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MANIFEST_APP_PASSWORD_FILE", str(tmp_path / "none"))
    answer = run(new_office.capsys, shlex.split(text)[1:])
    assert answer.code in {0, 1, 3}, answer


@pytest.mark.parametrize(
    ("arguments", "hoisted"),
    [
        (["flight", "list", "--json"], ["--json", "flight", "list"]),
        (["flight", "--user", "ana", "list", "--vault=v"], ["--user", "ana", "--vault=v", "flight", "list"]),
        (["--json", "hold", "add", "--", "--user"], ["--json", "hold", "add", "--", "--user"]),
        (["flight", "list", "--user"], ["flight", "list", "--user"]),
    ],
)
def test_global_options_are_moved_to_the_front(arguments: list[str], hoisted: list[str]) -> None:
    assert hoist(arguments) == hoisted


def test_options_stand_before_or_after_the_command(new_office: Office) -> None:
    who = new_office.who("planner")
    before = run(new_office.capsys, [*who, "--json", "people", "list"])
    after = run(new_office.capsys, ["people", "list", "--json", *who])
    between = run(new_office.capsys, ["people", *who, "--json", "list"])
    assert before.code == 0
    assert before == after == between


def test_the_environment_names_vault_user_and_password(new_office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    _vault, folder, _user, name, _file, password = new_office.who("planner")
    monkeypatch.setenv("MANIFEST_APP_VAULT", folder)
    monkeypatch.setenv("MANIFEST_APP_USER", name)
    monkeypatch.setenv("MANIFEST_APP_PASSWORD_FILE", password)
    assert run(new_office.capsys, ["flight", "new", "RX-9", "--date", "2026-12-04"]).code == 0
    # What is said on the command line counts more.
    answer = run(new_office.capsys, ["--user", "nobody", "flight", "list"])
    assert (answer.code, "name or the password is wrong" in answer.err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["flight", "list"], "No vault was named."),
        (["--vault", "gone", "flight", "list"], "There is no vault in gone."),
        (["--vault", "{vault}", "flight", "list"], "Nobody was named."),
        (["--vault", "{vault}", "--user", "planner", "flight", "list"], "There is no password for planner"),
        (["--vault", "{vault}", "--user", "planner", "--password-file", "gone", "flight", "list"], "can't be read"),
        (["--vault", "{vault}", "--user", "planner", "--password-file", "{empty}", "flight", "list"], "no password in"),
    ],
)
def test_what_is_missing_is_said(
    new_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    empty = tmp_path / "empty"
    empty.touch()
    answer = run(new_office.capsys, [text.format(vault=new_office.vault, empty=empty) for text in arguments])
    assert (answer.code, answer.out) == (1, "")
    assert words in answer.err


def test_a_password_is_asked_for_at_a_terminal(new_office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return new_office.password_file("planner").read_text(encoding="utf-8").strip()

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("manifest_app.cli.context.getpass", ask)
    assert run(new_office.capsys, [*new_office.who("planner")[:4], "flight", "list"]).code == 0
    assert asked == ["Password of planner: "]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["flight"],
        ["flight", "lst"],
        ["flight", "new", "RX-9"],
        ["flight", "show"],
        ["flight", "show", "RX-9", "RX-10"],
        ["flight", "list", "--bogus"],
        ["flight", "import", "RX-9", "list.csv", "--date-order", "sideways"],
        ["hold", "add", "RX-9", "two"],
        ["hold", "decide", "H-0001", "--reason", "other", "--note", "x"],
        ["hold", "decide", "H-0001", "--clear", "--uphold", "--reason", "other", "--note", "x"],
        ["audit", "show", "--limit", "0"],
        ["people", "add", "petra", "--role", "queen"],
    ],
)
def test_a_mistake_in_the_command_is_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    answer = run(capsys, arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    assert "bug" not in answer.err
    as_json = run(capsys, [*arguments, "--json"])
    assert (as_json.code, set(as_json.document)) == (2, {"error", "todo"})


@pytest.mark.parametrize(
    "arguments",
    [
        ["flight", "show", "RX-404"],
        ["flight", "import", "RX-404", "x.csv"],
        ["flight", "new", "RX-9", "--date", "4.12.2026"],
        ["flight", "new", "RX;9", "--date", "2026-12-04"],
        ["flight", "import", "RX-9", "x.csv", "--map", "no equals sign"],
        ["hold", "show", "H-0404"],
        ["hold", "decide", "H-0404", "--clear", "--reason", "other", "--note", "x"],
        ["hold", "add", "RX-404", "2"],
        ["incident", "import", "404", "x.csv"],
        ["protection", "end", "404404", "--reason", "x"],
        ["recipient", "add", "A", "--profile", "nosuch"],
        ["release", "request", "RX-404", "--recipient", "A"],
        ["release", "approve", "404404"],
        ["release", "write", "404404", "."],
        ["people", "role", "nobody", "--role", "planner"],
        ["people", "add", "petra", "--role", "planner"],
    ],
)
def test_a_mistake_the_user_can_mend_is_1(new_office: Office, arguments: list[str]) -> None:
    before = new_office.bytes()
    answer = new_office.run("--json", *arguments, user="supervisor")
    assert answer.code == 1, answer
    assert set(answer.document) == {"error", "todo"}
    assert answer.document["todo"]
    assert answer.err.strip() == f"{answer.document['error']} {answer.document['todo']}".strip()
    assert new_office.bytes() == before


def test_a_bug_says_where_and_never_with_what(new_office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ValueError("Acosta, Marisol, A012345678")

    monkeypatch.setattr("manifest_app.workflow.flights.flights", break_down)
    answer = new_office.run("flight", "list")
    assert answer.code == 70
    assert "This is a bug of the program." in answer.err
    assert "flight.py, line" in answer.err
    assert "(ValueError)" in answer.err
    assert not [word for word in ("Acosta", "Marisol", "012345678", "Traceback") if word in answer.err + answer.out]


def test_a_reader_that_goes_away_is_no_bug(new_office: Office) -> None:
    # A pipe that nobody reads, as after `| head`.
    command = new_office.program("people", "list")
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        said = process.stderr.read().decode()
        assert process.wait(60) in {0, 1}
    assert "bug" not in said
    assert "Traceback" not in said


def test_a_vault_of_ones_own(cheap: None, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    passwords = {}
    for name in ("ana", "omar", "petra", "weak"):
        passwords[name] = tmp_path / f"{name}.txt"
        passwords[name].write_text(f"{name} walks along the river\n" if name != "weak" else "12345678\n")
    vault = ["--vault", str(tmp_path / "office" / "vault")]
    create = ["vault", "create", "--admin", "ana", "--officer", "omar"]
    first = f"--admin-password-file={passwords['ana']}"
    weak = run(capsys, [*vault, *create, first, f"--officer-password-file={passwords['weak']}"])
    assert weak.code == 1
    assert not (tmp_path / "office").exists()
    made = run(capsys, [*vault, "--json", *create, first, f"--officer-password-file={passwords['omar']}"])
    assert (made.code, set(made.document)) == (0, {"id", "vault"})
    ana = [*vault, "--user", "ana", "--password-file", str(passwords["ana"])]
    omar = ["--second", "omar", "--second-password-file", str(passwords["omar"])]
    add = ["people", "add", "petra", "--role", "planner", "--new-password-file", str(passwords["petra"])]
    alone = run(capsys, [*ana, *add])
    assert (alone.code, "This takes two persons." in alone.err) == (1, True)
    assert run(capsys, [*ana, *add, *omar]).code == 0
    policy = run(capsys, [*ana, "--json", "vault", "policy", "--planner-sees", "neutral", *omar])
    assert policy.document == {"planner_sees": "neutral", "planners_screen": False, "screening_valid_hours": 24}
    petra = [*vault, "--user", "petra", "--password-file", str(passwords["petra"])]
    info = run(capsys, [*petra, "--json", "vault", "info"]).document
    assert info["demonstration"] is False
    assert {person["name"]: person["role"] for person in info["people"]}["petra"] == "planner"
    assert info["can"] == {"registry": False, "protection": False, "restricted": False}
    assert run(capsys, [*ana, "people", "disable", "petra", *omar]).code == 0
    shut = run(capsys, [*petra, "flight", "list"])
    assert (shut.code, "name or the password is wrong" in shut.err) == (1, True)


def test_the_log_is_exported_as_lines_of_json(new_office: Office, tmp_path: Path) -> None:
    new_office.ask("flight", "new", "RX-9", "--date", "2026-12-04")
    target = tmp_path / "log.jsonl"
    done = new_office.ask("audit", "export", str(target), user="admin")
    lines = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert done == {"file": str(target), "entries": sum("seq" in line for line in lines)}
    assert done["entries"] > 1
    assert all(isinstance(line, dict) for line in lines)
    again = new_office.run("audit", "export", str(target), user="admin")
    assert (again.code, "already" in again.err) == (1, True)
