"""The protection registry on a real vault."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester

from manifest_app.desktop.dialogs.password import PasswordDialog
from manifest_app.desktop.dialogs.record import CorrectRecordDialog, EndRecordDialog, editable
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.import_records import ImportRecordsPage
from manifest_app.desktop.pages.registry import RegistryPage
from manifest_app.workflow import registry
from manifest_app.workflow.demonstration import DemoFacts
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import allowed, dialog, go, said

Password = Callable[[DemoFacts, str], str]
HEADINGS = "Family Name,Given Names,DOB,Sex,Nationality,A-Number,Basis,Notes,Shoe size"
PEOPLE = (
    "Ferreira,Lucia,1985-02-11,F,BRA,200000001,Asylum pending,Interview set,38",
    "الحسن,محمد,1990-07-03,M,SYR,200000002,a basis nobody knows,,42",
    "Haddad,Rami,1979-13-45,M,LBN,200000003,Asylum pending,,41",
)


def write_list(folder: Path, *rows: str, headings: str = HEADINGS) -> Path:
    path = folder / "records.csv"
    path.write_text("\n".join((headings, *rows)) + "\n", "utf-8")
    return path


@pytest.fixture
def window(office: Office) -> MainWindow:
    return office.sign_in("supervisor")


@pytest.fixture
def page(office: Office, window: MainWindow) -> RegistryPage:
    return go(office, window, "registry", RegistryPage)


def import_into_empty(empty_office: Office, path: Path) -> tuple[MainWindow, ImportRecordsPage]:
    window = empty_office.sign_in("officer")
    go(empty_office, window, "registry", RegistryPage).import_file(path)
    empty_office.settle(window)
    shown = window.page
    assert isinstance(shown, ImportRecordsPage)
    return window, shown


def test_the_registry_is_listed_searched_and_never_copied(
    window: MainWindow, page: RegistryPage, qtmodeltester: ModelTester
) -> None:
    assert page.model.rowCount() == len(registry.registry(window.context.session))
    wanted = page.model.items()[40].record
    page.search.setText(f"{wanted.identity.family_name} {wanted.identity.a_number}")
    assert [row.record.id for row in page.model.items()] == [wanted.id]
    page.view.choose_first()
    assert page.view.copy().strip() == ""
    page.search.clear()
    assert faults(page) == []
    qtmodeltester.check(page.model)


def test_details_are_shown_after_the_password_only(
    office: Office, window: MainWindow, page: RegistryPage, password: Password
) -> None:
    assert page.view.choose_first(lambda row: row.details is not None)
    assert page.details.visible_lines == 0
    page.details.ask()
    asked = dialog(window, PasswordDialog)
    asked.password.setText(password(office.demo, "supervisor"))
    asked.accept()
    office.settle(window)
    assert page.details.visible_lines > 0
    page.view.choose_first(lambda row: row.details is None)
    assert page.details.visible_lines == 0


def test_a_supervisor_opens_no_restricted_details_and_an_officer_does(office: Office, page: RegistryPage) -> None:
    assert page.view.choose_first(lambda row: row.record.restricted)
    row = page.view.current()
    assert row is not None
    assert row.details is None
    assert not page.details.show_button.isEnabled()
    office.sign_out(office.windows[0])
    window = office.sign_in("officer")
    theirs = go(office, window, "registry", RegistryPage)
    assert theirs.view.choose(row.record.id)
    assert theirs.details.show_button.isEnabled()


def test_a_record_is_corrected_by_two_persons(
    office: Office, window: MainWindow, page: RegistryPage, password: Password
) -> None:
    page.view.choose_first()
    row = page.view.current()
    assert row is not None
    page.correct()
    asked = dialog(window, CorrectRecordDialog)
    asked.reason.setText("A letter was missing")
    asked.accept()
    assert asked.banner.message is not None
    assert "Nothing was changed" in asked.banner.message.text
    asked.fields["family_name"].setText("Zzyzx")
    asked.second.password.setText("not the officer's password")
    asked.accept()
    office.settle(window)
    assert "password is wrong" in asked.banner.message.text
    asked.second.password.setText(password(office.demo, "officer"))
    asked.accept()
    office.settle(window)
    assert "corrected" in said(window)
    page.search.setText("Zzyzx")
    assert [one.record.id for one in page.model.items()] == [row.record.id]


def test_a_record_is_ended_by_two_persons_and_only_once(
    office: Office, window: MainWindow, page: RegistryPage, password: Password
) -> None:
    page.view.choose_first()
    row = page.view.current()
    assert row is not None
    page.end()
    asked = dialog(window, EndRecordDialog)
    asked.second.password.setText(password(office.demo, "officer"))
    asked.accept()
    assert asked.banner.message is not None
    asked.reason.setText("Withdrawn in writing")
    asked.accept()
    office.settle(window)
    assert page.view.choose(row.record.id)
    assert not allowed(window, "registry.end")
    assert not allowed(window, "registry.correct")
    current = page.view.current()
    assert current is not None
    assert current.record.ended


def test_every_field_that_can_be_corrected_is_read_back_as_shown(page: RegistryPage) -> None:
    for row in page.model.items()[:50]:
        texts = editable(row.record.identity)
        assert texts["family_name"] == row.record.identity.family_name
        assert texts["birth_date"] == str(row.record.identity.birth_date or "")


def test_records_are_imported_after_a_look_at_the_columns(empty_office: Office, tmp_path: Path) -> None:
    window, page = import_into_empty(empty_office, write_list(tmp_path, *PEOPLE))
    headings = {row.column.heading: row.column.field for row in page.mapping.model.items()}
    assert headings["Basis"] == "basis"
    assert page.mapping.model.item(0).sample.startswith("Ferreira")
    assert allowed(window, "records.import")
    assert faults(page) == []
    page.store()
    empty_office.settle(window)
    assert page.banner.message is not None
    assert "3 record(s) imported" in page.banner.message.text
    assert "Shoe size" in page.banner.message.text
    assert [one.row for one in page.problems.items()] == [4]
    assert not allowed(window, "records.import")
    page.leave()
    empty_office.settle(window)
    shown = window.page
    assert isinstance(shown, RegistryPage)
    assert shown.model.rowCount() == 3


def test_a_question_is_answered_in_place(empty_office: Office, tmp_path: Path) -> None:
    rows = ("Marisol Acosta Perez,05/06/1984", "Juan Diaz Lopez,07/08/1990")
    window, page = import_into_empty(empty_office, write_list(tmp_path, *rows, headings="Full Name,DOB"))
    answers = {"--name-order": "given-first", "--date-order": "dmy"}
    for _question in answers:
        assert not page.question.isHidden()
        assert not allowed(window, "records.import")
        page.question.choose(answers[page.question._option])
        page.question.answer.click()
        empty_office.settle(window)
    assert page.question.isHidden()
    page.store()
    empty_office.settle(window)
    records = [row.record.identity for row in registry.registry(window.context.session)]
    assert {(one.family_name, str(one.birth_date)) for one in records} == {
        ("Perez", "1984-06-05"),
        ("Lopez", "1990-08-07"),
    }


def test_a_column_is_corrected_by_hand(empty_office: Office, tmp_path: Path) -> None:
    window, page = import_into_empty(empty_office, write_list(tmp_path, *PEOPLE))
    page.mapping.corrected.emit("Shoe size", "case_reference")
    empty_office.settle(window)
    fields = {row.column.heading: row.column.field for row in page.mapping.model.items()}
    assert fields["Shoe size"] == "case_reference"


def test_a_file_that_is_no_list_is_refused_in_one_sentence(empty_office: Office, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 cut short")
    window = empty_office.sign_in("officer")
    go(empty_office, window, "registry", RegistryPage).import_file(broken)
    empty_office.settle(window)
    assert isinstance(window.page, RegistryPage)
    assert "broken.xlsx" in said(window)


def test_an_empty_registry_says_what_to_import(empty_office: Office) -> None:
    window = empty_office.sign_in("supervisor")
    page = go(empty_office, window, "registry", RegistryPage)
    assert page._stack.currentWidget() is page._empty
    assert "Import" in page._empty.text()
