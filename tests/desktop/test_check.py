"""Checking files and texts on a real vault, through the page."""

import json
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from manifest_app.desktop import checked
from manifest_app.desktop.jobs import Report as JobReport
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.check import CheckPage
from manifest_app.desktop.theme import Tone
from manifest_app.model.people import PlannerSees, Policy
from manifest_app.model.progress import Progress
from manifest_app.outgoing.pictures import ocr
from manifest_app.outgoing.pieces import Channel
from manifest_app.outgoing.report import Place, Report, Verdict
from manifest_app.workflow import incidents
from manifest_app.workflow.flights import PASSENGER_ROLES
from manifest_app.workflow.session import Session
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import allowed, go

HARMLESS = "The meeting is on Monday at nine."
SAYS_SOME = "Some of the people on the list of flight RX-114 were affected."
NOT_CHECKED = "Nothing is checked yet"


@pytest.fixture
def page(office: Office) -> CheckPage:
    return go(office, office.sign_in("supervisor"), "check", CheckPage)


def window_of(page: CheckPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def carrying(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(page: CheckPage, data: QMimeData) -> None:
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, key))


def letter(folder: Path, text: str, name: str = "letter.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def say(office: Office, page: CheckPage, text: str) -> None:
    page.text.setPlainText(text)
    page.check_text()
    office.settle(window_of(page))


def rows(page: CheckPage) -> list[tuple[str, str, str]]:
    model = page.model
    return [(model.text(row, 0), model.text(row, 1), model.text(row, 2)) for row in range(model.rowCount())]


def exposed(session: Session) -> str:
    """Somebody of the demonstration's exposure list, as a letter would name them."""
    incident = incidents.incidents(session)[0]
    identity = incidents.people_of(session, incident.id)[0].identity
    return f"{identity.given_names} {identity.family_name}, born {identity.birth_date}"


@pytest.mark.parametrize("name", ["planner", "supervisor", "officer", "admin"])
def test_who_works_with_passengers_finds_it_in_the_navigation(office: Office, name: str) -> None:
    window = office.sign_in(name)
    listed = {window.navigation.item(row).text() for row in range(window.navigation.count())}
    assert ("Check a file" in listed) is (window.context.session.person.role in PASSENGER_ROLES)


def test_a_text_gets_its_light_by_drawing_word_and_colour(office: Office, page: CheckPage) -> None:
    assert page.light.word.text() == NOT_CHECKED
    say(office, page, HARMLESS)
    assert page.light.word.text() == "Clean"
    assert (page.light.badge.icon, page.light.badge.tone) == ("check", Tone.GOOD)
    assert rows(page) == []
    say(office, page, SAYS_SOME)
    assert page.light.word.text() == "Discloses"
    assert page.light.accessibleName().startswith("Discloses.")
    assert (page.light.badge.icon, page.light.badge.tone) == ("stop", Tone.STOP)
    assert ("Text > line 1", "Text", "A statement about some of a group of people") in rows(page)
    assert faults(window_of(page)) == []


def test_a_person_of_a_list_is_found_and_never_named(office: Office, page: CheckPage) -> None:
    named = exposed(page.context.session)
    say(office, page, f"We write about {named}.")
    assert page.light.word.text() == "Discloses"
    assert "A person of the registry or of an exposure list" in [what for _, _, what in rows(page)]
    shown = " ".join(chain.from_iterable(rows(page)))
    assert not any(word in shown for word in named.replace(",", "").split() if word != "born")


def test_a_file_dropped_is_checked(office: Office, page: CheckPage, tmp_path: Path) -> None:
    drop(page, carrying(letter(tmp_path, HARMLESS)))
    office.settle(window_of(page))
    assert page.light.word.text() == "Clean"
    assert "letter.txt" in page.light.text.text()
    assert page.context.last_folder == tmp_path


def test_of_several_files_the_worst_counts(office: Office, page: CheckPage, tmp_path: Path) -> None:
    picture = tmp_path / "unknown.bin"
    picture.write_bytes(bytes(range(256)))
    drop(page, carrying(letter(tmp_path, HARMLESS), picture))
    office.settle(window_of(page))
    assert page.light.word.text() == "Cannot be explained"
    assert page.light.badge.tone is Tone.WARN
    assert [where for where, _, _ in rows(page)] == ["\u2068unknown.bin\u2069: Whole file"]
    drop(page, carrying(picture, letter(tmp_path, SAYS_SOME)))
    office.settle(window_of(page))
    assert page.light.word.text() == "Discloses"


def test_a_folder_dropped_is_checked_with_all_below_and_the_worst_stands_first(
    office: Office, page: CheckPage, tmp_path: Path
) -> None:
    folder = tmp_path / "to send"
    (folder / "deeper").mkdir(parents=True)
    letter(folder, HARMLESS, "a.txt")
    letter(folder / "deeper", SAYS_SOME, "b.txt")
    drop(page, carrying(folder))
    office.settle(window_of(page))
    assert [one.name for one in page.files.items()] == [str(Path("to send/deeper/b.txt")), str(Path("to send/a.txt"))]
    assert [page.files.text(row, 0) for row in range(2)] == ["Discloses", "Clean"]
    assert not page.file_view.isHidden()
    assert all("b.txt" in where for where, _, _ in rows(page))
    assert faults(window_of(page)) == []
    say(office, page, HARMLESS)
    assert page.file_view.isHidden()


def test_an_empty_folder_and_one_with_too_many_files_say_so(
    office: Office, page: CheckPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    drop(page, carrying(tmp_path / "empty"))
    office.settle(window_of(page))
    assert page.banner.message is not None
    assert "no file" in page.banner.message.text
    monkeypatch.setattr(checked, "MOST_FILES", 1)
    drop(page, carrying(letter(tmp_path, HARMLESS, "a.txt"), letter(tmp_path, HARMLESS, "b.txt")))
    office.settle(window_of(page))
    assert "more than 1 files" in page.banner.message.text
    assert page.light.word.text() == NOT_CHECKED


def test_a_file_that_vanishes_among_others_is_refused_and_the_others_are_checked(
    office: Office, page: CheckPage, tmp_path: Path
) -> None:
    drop(page, carrying(tmp_path / "gone.txt", letter(tmp_path, HARMLESS)))
    office.settle(window_of(page))
    assert page.light.word.text() == "Cannot be explained"
    assert [(where, what) for where, _, what in rows(page)] == [
        ("\u2068gone.txt\u2069: Whole file", "Can't be read, or is gone")
    ]
    assert [page.files.text(row, 0) for row in range(2)] == ["Cannot be explained", "Clean"]


def test_a_check_of_many_files_says_how_far_it_is_and_can_be_cancelled(
    office: Office, page: CheckPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Path] = []

    def slow(_session: Session | None, path: Path, *, progress: Progress) -> Report:
        begun.append(path)
        while path.name == "b.txt":
            progress(0, None, "")
        return Report(Verdict.CLEAN, (), people_checked=True)

    monkeypatch.setattr(checked, "check_file", slow)
    reports: list[JobReport] = []
    page.context.jobs.reported.connect(reports.append)
    drop(page, carrying(*(letter(tmp_path, HARMLESS, name) for name in ("a.txt", "b.txt", "c.txt"))))
    office.qtbot.waitUntil(lambda: any(one.done == 1 and one.total == 3 for one in reports), timeout=20_000)
    page.context.jobs.cancel()
    office.settle(window_of(page))
    assert [path.name for path in begun] == ["a.txt", "b.txt"]
    assert page.light.word.text() == NOT_CHECKED
    assert page.banner.message is not None
    assert "Cancelled" in page.banner.message.text


@pytest.mark.parametrize("there", [True, False])
def test_a_picture_that_is_refused_says_how_to_get_it_read(
    office: Office, page: CheckPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: bool
) -> None:
    place = Place(Channel.WHOLE, Channel.PICTURE, checked.PICTURE)
    report = Report(Verdict.UNEXPLAINED, (place,), people_checked=True)
    monkeypatch.setattr(checked, "check_file", lambda *_arguments, **_more: report)
    monkeypatch.setattr(ocr, "is_there", lambda: there)
    page.take_files([letter(tmp_path, HARMLESS, "scan.png")])
    office.settle(window_of(page))
    assert ("Tesseract" in page.light.text.text()) is not there
    assert ("Tesseract" in page.light.accessibleName()) is not there


def test_the_places_are_copied_and_the_report_saved_without_what_stands_there(
    office: Office, page: CheckPage, tmp_path: Path
) -> None:
    window = window_of(page)
    assert not allowed(window, "check.save")
    named = exposed(page.context.session)
    say(office, page, f"{named}\n{SAYS_SOME}")
    page.copy_places()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("The text in the box: Discloses\n  Text > line 1: Text: ")
    page.save_report(tmp_path / "report.txt")
    page.save_report(tmp_path / "report.json")
    office.settle(window)
    assert (tmp_path / "report.txt").read_text("utf-8") == copied
    document = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert (document["verdict"], document["files"][0]["verdict"]) == ("discloses", "discloses")
    assert document["files"][0]["places"][0]["where"] == "text > line 1"
    for word in named.replace(",", "").split():
        assert word == "born" or (word not in copied and word not in json.dumps(document))
    page.save_report(tmp_path / "nowhere" / "report.txt")
    office.settle(window)
    assert page.banner.message is not None
    assert page.banner.message.kind == "error"
    page.text.clear()
    assert not allowed(window, "check.save")
    page.save_report(tmp_path / "other.txt")
    assert not (tmp_path / "other.txt").exists()


def test_places_are_sorted_by_their_headings(office: Office, page: CheckPage) -> None:
    say(office, page, f"{SAYS_SOME}\nasylum seekers\n{exposed(page.context.session)}")
    before = [what for _, _, what in rows(page)]
    assert len(set(before)) > 1
    page.view.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert [what for _, _, what in rows(page)] == sorted(before, key=str.casefold)


def test_a_file_pasted_into_the_box_is_checked_itself_and_not_its_name(
    office: Office, page: CheckPage, tmp_path: Path
) -> None:
    data = carrying(letter(tmp_path, SAYS_SOME))
    assert page.text.canInsertFromMimeData(data)
    page.text.insertFromMimeData(data)
    office.settle(window_of(page))
    assert page.text.toPlainText() == ""
    assert page.light.word.text() == "Discloses"


def test_what_is_not_a_file_here_is_not_taken(office: Office, page: CheckPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter(tmp_path, HARMLESS))), QUrl("https://example.org/letter.txt")])
    drop(page, data)
    office.settle(window_of(page))
    assert page.light.word.text() == NOT_CHECKED


def test_an_answer_goes_when_it_may_not_hold_any_more(office: Office, page: CheckPage) -> None:
    say(office, page, HARMLESS)
    page.text.appendPlainText("asylum")
    assert page.light.word.text() == NOT_CHECKED
    say(office, page, SAYS_SOME)
    page.context.changed.emit("registry")
    assert page.light.word.text() == NOT_CHECKED
    assert rows(page) == []


def test_an_answer_that_comes_too_late_is_not_shown(office: Office, page: CheckPage) -> None:
    page.text.setPlainText(HARMLESS)
    page.check_text()
    page.text.setPlainText(SAYS_SOME)
    office.settle(window_of(page))
    assert page.light.word.text() == NOT_CHECKED


def test_a_file_that_cannot_be_read_gets_no_light(office: Office, page: CheckPage, tmp_path: Path) -> None:
    say(office, page, HARMLESS)
    page.take_files([tmp_path / "gone.txt"])
    office.settle(window_of(page))
    assert page.light.word.text() == NOT_CHECKED
    assert page.banner.message is not None
    assert "gone.txt" in page.banner.message.text


def test_the_keys_check_the_text_and_tab_leaves_the_box(office: Office, page: CheckPage) -> None:
    assert not allowed(window_of(page), "check.text")
    page.text.setFocus()
    QTest.keyClicks(page.text, HARMLESS)
    assert allowed(window_of(page), "check.text")
    QTest.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.settle(window_of(page))
    assert page.light.word.text() == "Clean"
    QTest.keyClick(page.text, Qt.Key.Key_Tab)
    assert page.text.toPlainText() == HARMLESS
    assert not page.text.hasFocus()


def test_a_planner_sees_what_the_vault_lets_a_planner_see(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = go(office, office.sign_in("planner"), "check", CheckPage)
    say(office, asked, SAYS_SOME)
    assert "A statement about some of a group of people" in [what for _, _, what in rows(asked)]
    monkeypatch.setattr(Session, "policy", property(lambda _session: Policy(PlannerSees.NEUTRAL)))
    say(office, asked, SAYS_SOME)
    assert rows(asked) == [("Text > line 1", "Text", "Needs a privacy officer")]
    assert asked.light.word.text() == "Discloses"
