"""A vault that can't be opened, a full disk, a target that is taken: one sentence each, and nothing half done."""

import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.helpers.command_line import Answer, Office, run
from tests.helpers.hostile import ANA, LUIS, csv_text, long_list
from tests.helpers.places import bound_by_permissions, fill, small_disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these places are made with means of POSIX")


def sentence(answer: Answer, code: int = 1) -> str:
    """The one line of an answer that refuses."""
    assert answer.code == code, answer
    assert answer.out == ""
    lines = [line for line in answer.err.splitlines() if not line.startswith("DEMONSTRATION")]
    assert len(lines) == 1
    assert lines[0].endswith(".")
    return lines[0]


# --- the vault --------------------------------------------------------------------------------------------------------


def newer_schema(office: Office) -> None:
    with office.session() as session, session.vault._engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))


def damaged(office: Office) -> None:
    data = bytearray((office.vault / "vault.db").read_bytes())
    data[5000:5016] = b"\xa5" * 16
    (office.vault / "vault.db").write_bytes(data)


def wrong_password(office: Office) -> None:
    office.password_file("planner").write_text("something else entirely\n", encoding="utf-8")


TROUBLES: dict[str, tuple[Callable[[Office], object], str]] = {
    "missing": (lambda office: shutil.rmtree(office.vault), "There is no vault in"),
    "a file is missing": (lambda office: (office.vault / "vault.db").unlink(), "vault.db is missing"),
    "empty file": (lambda office: (office.vault / "vault.db").write_bytes(b""), "vault.db is empty"),
    "damaged": (damaged, "was changed or damaged"),
    "wrong password": (wrong_password, "The name or the password is wrong"),
    "newer schema": (newer_schema, "newer version"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_each_trouble_with_a_vault_has_its_own_sentence(new_office: Office, trouble: str) -> None:
    spoil, words = TROUBLES[trouble]
    spoil(new_office)
    before = new_office.bytes()
    said = sentence(new_office.run("flight", "new", "RX-9", "--date", "2026-12-04"))
    assert words in said
    assert not [other for _spoil, other in TROUBLES.values() if other != words and other in said]
    assert new_office.bytes() == before
    assert new_office.vault.exists() == (trouble != "missing")


def test_two_programs_on_one_vault(new_office: Office) -> None:
    with new_office.session("supervisor"):
        before = new_office.bytes()
        said = sentence(new_office.run("flight", "list"))
        assert "is open elsewhere, by supervisor on" in said
        assert f"(process {os.getpid()})" in said
        assert new_office.bytes() == before
    assert new_office.run("flight", "list").code == 0


def test_a_vault_is_never_made_over_something(new_office: Office) -> None:
    before = new_office.bytes()
    for arguments in (
        ("vault", "create", "--admin", "admin", "--officer", "officer"),
        ("demo", str(new_office.folder)),
    ):
        passwords = [f"--{name}-password-file={new_office.password_file(name)}" for name in ("admin", "officer")]
        answer = new_office.run(*arguments, *(passwords if arguments[0] == "vault" else ()))
        assert "already" in sentence(answer)
    assert new_office.bytes() == before


# --- disks ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def on_small_disk(new_office: Office, tmp_path: Path) -> Iterator[Office]:
    """An office whose vault has a disk of one megabyte for itself."""
    with small_disk(tmp_path / "disk", 1024) as disk:
        shutil.move(new_office.vault, disk / "vault")
        new_office.vault = disk / "vault"
        new_office.ask("flight", "new", "RX-9", "--date", "2026-12-04")
        yield new_office


def test_an_import_that_fills_the_disk_of_the_vault_leaves_nothing(on_small_disk: Office, tmp_path: Path) -> None:
    office, path = on_small_disk, long_list(tmp_path / "list.csv", 3000)
    before = office.bytes()
    assert "is full. Nothing of this change was kept." in sentence(office.run("flight", "import", "RX-9", str(path)))
    assert office.bytes() == before
    assert office.ask("audit", "verify")["ok"] is True
    assert office.ask("flight", "show", "RX-9")["passengers"] == []
    long_list(path, 20)
    assert office.ask("flight", "import", "RX-9", str(path))["imported"] == 20


def test_a_vault_on_a_full_disk_waits_for_room(on_small_disk: Office) -> None:
    office = on_small_disk
    before = office.bytes()
    filling = fill(office.vault.parent)
    assert "is full" in sentence(office.run("flight", "new", "RX-10", "--date", "2026-12-04"))
    filling.unlink()
    # What the engine made beside the database before it found no room is empty and goes with the next opening.
    assert {name: data for name, data in office.bytes().items() if name in before} == before
    assert office.run("flight", "new", "RX-10", "--date", "2026-12-04").code == 0
    assert office.ask("audit", "verify")["ok"] is True


def test_a_vault_that_does_not_fit_is_not_made(new_office: Office, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 128) as disk:
        target = disk / "vault"
        passwords = [f"--{name}-password-file={new_office.password_file(name)}" for name in ("admin", "officer")]
        arguments = ["vault", "create", "--admin", "admin", "--officer", "officer", *passwords]
        answer = run(new_office.capsys, ["--vault", str(target), *arguments])
        assert "is full" in sentence(answer)
        assert list(disk.iterdir()) == []


# --- the file of a release --------------------------------------------------------------------------------------------


@pytest.fixture
def approved(new_office: Office, tmp_path: Path) -> str:
    """A release that may be written."""
    office, path = new_office, tmp_path / "list.csv"
    path.write_text(csv_text(ANA, LUIS), encoding="utf-8")
    office.ask("flight", "new", "RX-9", "--date", "2026-12-04", "--from", "IAH", "--to", "HAV")
    office.ask("flight", "import", "RX-9", str(path))
    office.ask("flight", "screen", "RX-9")
    office.ask("recipient", "add", "Liaison A")
    release: str = office.ask("release", "request", "RX-9", "--recipient", "Liaison A")["release"]
    office.ask("release", "approve", release, user="supervisor")
    return release


def state(office: Office) -> str:
    found: str = office.ask("release", "list", "RX-9")[0]["state"]
    return found


def test_a_target_that_exists_is_not_touched(new_office: Office, approved: str, tmp_path: Path) -> None:
    target = tmp_path / "mine.xlsx"
    target.write_bytes(b"somebody's work")
    said = sentence(new_office.run("release", "write", approved, str(target)))
    assert "There is a file mine.xlsx in" in said
    assert target.read_bytes() == b"somebody's work"
    assert state(new_office) == "approved"
    assert list(tmp_path.glob(".writing*")) == []


@pytest.mark.parametrize(
    ("target", "words"), [("gone/list.xlsx", "There is no folder"), ("list.docx", "ends in .xlsx")]
)
def test_a_target_that_can_not_be_is_said(
    new_office: Office, approved: str, tmp_path: Path, target: str, words: str
) -> None:
    assert words in sentence(new_office.run("release", "write", approved, str(tmp_path / target)))
    assert state(new_office) == "approved"
    assert not (tmp_path / target).exists()


def test_a_target_that_is_open_elsewhere_is_said_and_writing_again_gives_the_same_bytes(
    new_office: Office, approved: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only Windows refuses this; its error is told by a number of its own (ERROR_SHARING_VIOLATION).
    error = OSError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined]

    def refuse(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", refuse)
        assert "is open in another program" in sentence(new_office.run("release", "write", approved, str(tmp_path)))
    assert list(tmp_path.glob("*MANIFEST*")) == list(tmp_path.glob(".writing*")) == []
    written = new_office.ask("release", "write", approved, str(tmp_path))
    assert hashlib.sha256(Path(written["file"]).read_bytes()).hexdigest() == written["sha256"]
    assert new_office.ask("release", "verify", written["file"])["release"] == approved


def test_a_full_disk_gets_no_release(new_office: Office, approved: str, tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 64) as stick:
        filling = fill(stick)
        said = sentence(new_office.run("release", "write", approved, str(stick)))
        assert "There is no space left to write MANIFEST_RX-9_" in said
        assert list(stick.iterdir()) == [filling]
        assert state(new_office) == "approved"
        filling.unlink()
        written = Path(new_office.ask("release", "write", approved, str(stick))["file"])
        assert list(stick.iterdir()) == [written]
    assert state(new_office) == "written"


def test_a_full_disk_of_the_vault_leaves_no_release_behind(new_office: Office, approved: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "out"
    elsewhere.mkdir()
    with small_disk(tmp_path / "disk", 1024) as disk:
        shutil.move(new_office.vault, disk / "vault")
        new_office.vault = disk / "vault"
        filling = fill(disk)
        assert "is full" in sentence(new_office.run("release", "write", approved, str(elsewhere)))
        assert list(elsewhere.iterdir()) == []
        filling.unlink()
        assert state(new_office) == "approved"
        new_office.ask("release", "write", approved, str(elsewhere))
        assert len(list(elsewhere.iterdir())) == 1


# --- permissions ------------------------------------------------------------------------------------------------------


def test_a_list_that_may_not_be_read(new_office: Office, approved: str, tmp_path: Path) -> None:
    path = tmp_path / "shut.csv"
    path.write_text(csv_text(ANA), encoding="utf-8")
    path.chmod(0)
    new_office.ask("flight", "new", "RX-10", "--date", "2026-12-04")
    answer = new_office.start("flight", "import", "RX-10", str(path), under=bound_by_permissions())
    assert "shut.csv may not be read, or another program has it open." in sentence(answer)


def test_a_vault_that_may_not_be_written(new_office: Office) -> None:
    before = new_office.bytes()
    shut(new_office.vault)
    try:
        command = ("flight", "new", "RX-10", "--date", "2026-12-04")
        said = sentence(new_office.start(*command, under=bound_by_permissions()))
    finally:
        new_office.vault.chmod(0o700)
    assert "permission" in said.casefold()
    assert str(new_office.vault) in said
    assert new_office.bytes() == before


def shut(folder: Path) -> None:
    """Take from everyone the right to write."""
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o500 if path.is_dir() else 0o400)


def test_a_folder_that_may_not_be_written(new_office: Office, approved: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    shut(target)
    answer = new_office.start("release", "write", approved, str(target), under=bound_by_permissions())
    target.chmod(0o700)
    assert "may not be written in" in sentence(answer)
    assert list(target.iterdir()) == []
    assert state(new_office) == "approved"


def test_a_password_file_that_may_not_be_read(new_office: Office) -> None:
    path = new_office.password_file("planner")
    path.chmod(0)
    answer = new_office.start("flight", "list", under=bound_by_permissions())
    assert f"The password file {path} can't be read." in sentence(answer)
