"""What is about to leave, checked on the command line: exit code 0 for clean alone."""

import io
from pathlib import Path

import pytest

from manifest_app.outgoing.report import What
from manifest_app.workflow.checking import NEEDS_OFFICER
from tests.helpers.command_line import Answer, Office, run
from tests.outgoing.dirty import workbook, zipped
from tests.outgoing.dirty_documents import docx, paragraph

CLEAN = "The meeting is on Monday."
DISCLOSING = "Some of the people on the list for flight RX-114 were affected."


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> Answer:
    return run(capsys, ["--json", "check", *arguments])


def written(folder: Path, name: str, data: bytes | str) -> str:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def test_a_clean_file_may_leave(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    answer = check(capsys, written(tmp_path, "letter.docx", docx(paragraph(CLEAN))))
    assert answer.code == 0
    assert answer.document == {"verdict": "clean", "places": [], "people_checked": False}


def test_a_file_that_discloses_may_not(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    answer = check(capsys, written(tmp_path, "letter.docx", docx(paragraph(CLEAN) + paragraph(DISCLOSING))))
    assert answer.code == 3
    assert answer.document["verdict"] == "discloses"
    assert {"where": "word/document.xml", "channel": "text", "what": What.OF_SET} in answer.document["places"]


def test_a_file_that_is_not_understood_may_not(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    answer = check(capsys, written(tmp_path, "x.bin", bytes(range(256))))
    assert answer.code == 3
    assert answer.document["verdict"] == "unexplained"


def test_of_several_files_the_worst_counts(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    good, bad = written(tmp_path, "a.txt", CLEAN), written(tmp_path, "b.txt", DISCLOSING)
    answer = check(capsys, good, bad)
    assert answer.code == 3
    assert [one["verdict"] for one in answer.document["files"]] == ["clean", "discloses"]
    assert all(place["where"].startswith(bad) for place in answer.document["places"])


def test_a_text_from_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for text, code in ((CLEAN, 0), (DISCLOSING, 3)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert check(capsys, "--text", "-").code == code


def test_without_a_vault_it_says_that_people_were_not_checked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    answer = run(capsys, ["check", written(tmp_path, "a.txt", CLEAN)])
    assert "People were not checked" in answer.out


@pytest.mark.parametrize("arguments", [(), ("--text", "some words"), ("missing.txt",)])
def test_a_mistake_is_said_and_no_verdict(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    answer = check(capsys, *arguments)
    assert answer.code == 1
    assert "verdict" not in answer.document


def test_what_harms_readers_is_unexplained_and_the_program_goes_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bomb = zipped({f"{number}.txt": bytes(40 << 20) for number in range(2)})
    nested = b"x"
    for _ in range(30):
        nested = zipped({"a.zip": nested})
    for name, data in (("bomb.zip", bomb), ("nested.zip", nested), ("cut.xlsx", workbook()[:900])):
        answer = check(capsys, written(tmp_path, name, data))
        assert (answer.code, answer.document["verdict"]) == (3, "unexplained"), name


def test_with_a_vault_people_are_found(office: Office, tmp_path: Path) -> None:
    listed = office.folder / "files" / "exposure-list.csv"
    line = listed.read_text(encoding="utf-8-sig").splitlines()[5]
    text = written(tmp_path, "a.csv", line)
    answer = office.run("--json", "check", text, user="supervisor")
    assert answer.code == 3
    assert answer.document["places"] == [{"where": "line 1", "channel": "cell", "what": What.PERSON}]
    assert answer.document["people_checked"] is True
    assert office.run("check", written(tmp_path, "b.txt", CLEAN), user="supervisor").code == 0


def test_whose_keys_open_no_registry_is_sent_to_the_privacy_officer(office: Office, tmp_path: Path) -> None:
    answer = office.run("--json", "check", written(tmp_path, "a.txt", CLEAN), user="admin")
    assert answer.code == 3
    assert answer.document["places"] == [{"where": "whole file", "channel": "people", "what": NEEDS_OFFICER}]


def test_a_release_of_ours_is_clean_and_a_changed_one_is_looked_at(office: Office, tmp_path: Path) -> None:
    office.ask("flight", "screen", "RX-114")
    office.ask("recipient", "add", "Liaison A")
    office.uphold_all()
    release = office.ask("release", "request", "RX-114", "--recipient", "Liaison A")["release"]
    office.ask("release", "approve", release, user="supervisor2")
    path = Path(office.ask("release", "write", release, str(tmp_path))["file"])
    for user in ("planner", "admin", "officer"):
        answer = office.run("--json", "check", str(path), user=user)
        assert (answer.code, answer.document["verdict"]) == (0, "clean")
    assert run(office.capsys, ["check", str(path)]).code == 0
    path.write_bytes(path.read_bytes() + b"\0asylum")
    assert office.run("check", str(path)).code == 3
