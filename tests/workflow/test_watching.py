"""A watched folder: complete files are checked and moved whole, and none is ever lost, replaced or let through."""

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from manifest_app.errors import FileProblem, KnownError, WriteProblem
from manifest_app.files import atomic
from manifest_app.outgoing.report import Report, Verdict, What
from manifest_app.workflow import watching
from manifest_app.workflow.checking import NEEDS_OFFICER, check_file
from manifest_app.workflow.session import Session
from manifest_app.workflow.watching import HELD, NO_FILE, STILL_WRITTEN
from tests.helpers.office import Office
from tests.workflow.cases import BREL, register
from tests.workflow.desk import CLEAN, DISCLOSING, SETTLE, Desk, at, folder


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with at(tmp_path) as made:
        yield made


def test_a_clean_file_is_cleared_and_another_refused_each_with_its_report(desk: Desk) -> None:
    desk.save("a.txt", CLEAN)
    desk.save("b.txt", DISCLOSING)
    assert {one.path.relative_to(desk.folder).as_posix() for one in desk.settled()} == {
        "cleared/a.txt",
        "refused/b.txt",
    }
    assert not desk.names("outbox") | desk.names("checking")
    assert (desk.folder / "refused" / "b.txt").read_text(encoding="utf-8") == DISCLOSING
    report = json.loads((desk.folder / "refused" / "b.txt.report.json").read_text(encoding="utf-8"))
    assert (report["file"], report["verdict"]) == ("b.txt", "discloses")
    assert {"where": "line 1", "channel": "text", "what": What.OF_SET} in report["places"]
    text = (desk.folder / "refused" / "b.txt.report.txt").read_text(encoding="utf-8")
    assert text.startswith("b.txt: discloses\n")
    assert "People were not checked" in text
    assert json.loads((desk.folder / "cleared" / "a.txt.report.json").read_text())["places"] == []


def test_a_file_is_left_while_it_grows(desk: Desk) -> None:
    path = desk.save("a.txt", CLEAN)
    for _ in range(3):
        assert desk.look() == []
        assert desk.watch.left == {"a.txt": STILL_WRITTEN}
        path.write_text(path.read_text() + " More.")
    assert desk.look() == []
    assert desk.look(after=SETTLE / 2) == []
    assert len(desk.look(after=SETTLE / 2)) == 1
    assert desk.watch.left == {}


@pytest.mark.parametrize(
    "name", [".~lock.a.odt#", "~$a.docx", "a.docx.part", "A.TMP", "Thumbs.db", "desktop.ini", "a.docx.sb-1f2e-Xy"]
)
def test_what_programs_write_in_passing_is_not_touched(desk: Desk, name: str) -> None:
    path = desk.save(name, DISCLOSING)
    assert desk.settled() == []
    assert path.exists()
    assert desk.watch.left == {}


@pytest.mark.parametrize("beside", [".~lock.letter.docx#", "~$letter.docx", "~$tter.docx"])
def test_a_document_is_left_while_an_office_program_has_it_open(desk: Desk, beside: str) -> None:
    lock = desk.save(beside, "")
    desk.save("letter.docx", CLEAN)
    assert desk.settled() == []
    assert desk.watch.left == {"letter.docx": HELD}
    lock.unlink()
    assert [one.path.name for one in desk.look()] == ["letter.docx"]


def test_folders_and_links_are_left_and_said(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.txt"
    target.write_text(CLEAN, encoding="utf-8")
    (tmp_path / "outbox" / "folder").mkdir()
    (tmp_path / "outbox" / "link.txt").symlink_to(target)
    assert desk.settled() == []
    assert desk.watch.left == {"folder": NO_FILE, "link.txt": NO_FILE}
    assert target.exists()


def test_what_lies_there_is_never_replaced(desk: Desk) -> None:
    desk.save("a.txt", "theirs", "cleared")
    desk.save("b.txt.report.json", "theirs", "cleared")
    for name in ("a.txt", "b.txt", "b.txt"):
        desk.save(name, f"{CLEAN} {name}")
        desk.settled()
    assert desk.names("cleared") == {"a.txt", "a (2).txt", "b (2).txt", "b (3).txt"}
    assert (desk.folder / "cleared" / "a.txt").read_text() == "theirs"
    assert (desk.folder / "cleared" / "b.txt.report.json").read_text() == "theirs"
    assert json.loads((desk.folder / "cleared" / "b (3).txt.report.json").read_text())["file"] == "b (3).txt"


@pytest.mark.parametrize(
    "name", ["x" * 250 + ".txt", "ñ" * 120 + ".txt", "two\nlines.txt", "." * 3 + "x", "a." + "b" * 230]
)
def test_any_name_finds_its_way(desk: Desk, name: str) -> None:
    visible = name.lstrip(".")
    desk.save(visible, CLEAN)
    (outcome,) = desk.settled()
    assert outcome.path.parent.name in {"cleared", "refused"}
    assert outcome.path.name.isprintable()
    assert all(outcome.path.with_name(outcome.path.name + one).is_file() for one in watching.REPORT_ENDINGS)


def test_a_file_that_changes_under_the_check_is_checked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:

    def slow(session: Session | None, path: Path, **more: object) -> Report:
        report = check_file(session, path, shared=True)
        if path.read_text() == CLEAN:
            path.write_text(DISCLOSING)
        return report

    monkeypatch.setattr(watching, "check_file", slow)
    desk.save("a.txt", CLEAN)
    assert desk.settled() == []
    assert desk.watch.left == {"a.txt": STILL_WRITTEN}
    (outcome,) = desk.settled()
    assert outcome.report.verdict is Verdict.DISCLOSES
    assert desk.names("cleared") == set()


def test_whatever_stops_a_check_the_file_is_in_the_outbox_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_arguments: object, **_more: object) -> Report:
        raise KeyboardInterrupt

    desk.save("a.txt", CLEAN)
    desk.look()
    with monkeypatch.context() as patch:
        patch.setattr(watching, "check_file", stopped)
        with pytest.raises(KeyboardInterrupt):
            desk.look()
    assert desk.names("outbox") == {"a.txt"}
    assert desk.names("checking") == desk.names("cleared") == set()
    assert [one.path.name for one in desk.look()] == ["a.txt"]


def test_without_space_for_a_report_the_file_is_not_moved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:

    def full(path: Path, data: bytes) -> None:
        if path.name.endswith(".txt.report.txt"):
            raise WriteProblem("There is no space left.")
        atomic.write_new(path, data)

    monkeypatch.setattr(watching, "write_new", full)
    desk.save("a.txt", CLEAN)
    desk.look()
    with pytest.raises(WriteProblem):
        desk.look()
    assert desk.names("outbox") == {"a.txt"}
    assert list((desk.folder / "cleared").iterdir()) == []


def test_a_file_that_may_not_be_moved_is_left_and_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_arguments: object) -> bool:
        raise WriteProblem("a.txt is open in another program.")

    monkeypatch.setattr(watching, "move_new", held)
    desk.save("a.txt", CLEAN)
    assert desk.settled() == []
    assert desk.watch.left == {"a.txt": HELD}


def test_what_a_killed_watch_left_is_checked(tmp_path: Path) -> None:
    with at(tmp_path) as desk:
        desk.save("a.txt", DISCLOSING, "checking")
        desk.save("b.txt", CLEAN, "checking")
        assert len(desk.settled()) == 2
        assert (desk.names("refused"), desk.names("cleared")) == ({"a.txt"}, {"b.txt"})


@pytest.mark.parametrize("step", ["outbox", "checking"])
def test_a_move_that_was_cut_between_its_steps_is_ended(desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    real = Path.unlink

    def cut(path: Path, missing_ok: bool = False) -> None:
        if path.parent.name == step and not path.name.startswith(".writing-"):
            raise SystemExit
        real(path, missing_ok)

    desk.save("a.txt", CLEAN)
    desk.look()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", cut)
        with pytest.raises(SystemExit):
            desk.look()
    desk.settled()
    desk.settled()
    assert desk.names("cleared") == {"a.txt"}
    assert desk.names("outbox") == desk.names("checking") == set()
    assert (desk.folder / "cleared" / "a.txt").read_text() == CLEAN
    assert (desk.folder / "cleared" / "a.txt.report.json").is_file()


def test_where_there_are_no_hard_links_files_are_moved_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_arguments: object) -> None:
        raise PermissionError(1, "no links")

    monkeypatch.setattr(os, "link", none)
    desk.save("a.txt", "theirs", "cleared")
    desk.save("a.txt", CLEAN)
    (outcome,) = desk.settled()
    assert outcome.path.name == "a (2).txt"
    assert outcome.path.read_text() == CLEAN
    assert (desk.folder / "cleared" / "a.txt").read_text() == "theirs"
    assert desk.names("outbox") == desk.names("checking") == set()


def test_folders_on_another_disk_are_refused_before_anything_is_moved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    (other / "outbox").mkdir(parents=True)
    real = Path.stat

    def elsewhere(path: Path, **more: bool) -> os.stat_result:
        found = real(path, **more)
        if path.name != "cleared":
            return found
        return os.stat_result((*found[:2], found.st_dev + 1, *found[3:10]))

    monkeypatch.setattr(Path, "stat", elsewhere)
    with pytest.raises(FileProblem, match="several disks"), at(other):
        pass


def test_a_move_that_turns_out_to_cross_disks_leaves_the_file_where_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crosses(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.EXDEV, "another file system")

    desk.save("a.txt", CLEAN)
    desk.look()
    for name in ("link", "rename", "replace"):
        monkeypatch.setattr(os, name, crosses)
    monkeypatch.setattr(Path, "rename", crosses)
    desk.look()
    assert desk.names("outbox") == {"a.txt"}
    assert desk.watch.left == {"a.txt": HELD}
    assert desk.names("checking") == desk.names("cleared") == set()


def test_a_file_that_can_not_be_read_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("manifest_app.workflow.watching._digest", lambda _path: "")
    desk.save("a.txt", CLEAN)
    (outcome,) = desk.settled()
    assert outcome.path.parent.name == "refused"


def test_a_folder_has_one_watch(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Another watch"), at(tmp_path):
        pass


def test_a_folder_that_is_missing_is_no_bug(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="no folder"), at(tmp_path / "missing"):
        pass
    with at(tmp_path) as desk:
        (tmp_path / "outbox").rmdir()
        with pytest.raises(FileProblem, match="outbox"):
            desk.look()


def test_under_category_people_are_found(office: Office, tmp_path: Path) -> None:
    register(office, BREL, "I-589 pending")
    with office.session("omar") as session, at(folder(tmp_path), session) as desk:
        desk.save("a.txt", f"On board: {BREL[1]}, {BREL[2]}")
        desk.save("b.txt", CLEAN)
        told = {one.path.name: one.report for one in desk.settled()}
    assert told["a.txt"].verdict is Verdict.DISCLOSES
    assert told["b.txt"] == Report(Verdict.CLEAN, (), people_checked=True)


@pytest.mark.parametrize("name", ["petra", "sara", "omar"])
def test_under_neutral_neither_place_nor_report_tells_of_the_registry(
    neutral: Office, tmp_path: Path, name: str
) -> None:
    texts = {"a.txt": f"On board: {BREL[1]}, {BREL[2]}", "b.txt": CLEAN, "c.txt": "asylum"}

    def seen(home: Path) -> list[tuple[str, Report]]:
        with neutral.session(name) as session, at(folder(home), session) as desk:
            for file, text in texts.items():
                desk.save(file, text)
            return [(f"{one.path.parent.name}/{one.path.name}", one.report) for one in desk.settled()]

    before = seen(tmp_path / "before")
    register(neutral, BREL, "I-589 pending")
    assert seen(tmp_path / "after") == before
    assert {place.what for _, report in before for place in report.places} == {NEEDS_OFFICER}
