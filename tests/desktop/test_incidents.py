"""Incidents and exposure lists on a real vault."""

from pathlib import Path

from PySide6.QtCore import QDate

from manifest_app.desktop.dialogs.incident import NewIncidentDialog
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.import_records import ImportRecordsPage
from manifest_app.desktop.pages.incidents import IncidentsPage
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import allowed, dialog, go, said

HEADINGS = "Family Name,Given Names,DOB,A-Number"
PEOPLE = ("Ferreira,Lucia,1985-02-11,200000001", "Okoro,Samuel,1990-07-03,200000002")


def record(office: Office, window: MainWindow, page: IncidentsPage, name: str) -> NewIncidentDialog:
    page.new_incident()
    asked = dialog(window, NewIncidentDialog)
    asked.name.setText(name)
    asked.accept()
    office.settle(window)
    return asked


def test_an_incident_is_recorded_and_its_list_imported(empty_office: Office, tmp_path: Path) -> None:
    window = empty_office.sign_in("officer")
    page = go(empty_office, window, "incidents", IncidentsPage)
    assert page._stack.currentWidget() is page._empty
    assert not allowed(window, "incidents.import")
    record(empty_office, window, page, "Web page of November")
    one = page.view.current()
    assert one is not None
    assert (one.name, one.happened_on, one.people) == ("Web page of November", None, 0)
    assert "Nobody is on the list" in page.listed.text()
    listed = tmp_path / "list.csv"
    listed.write_text("\n".join((HEADINGS, *PEOPLE)) + "\n", "utf-8")
    page.import_file(listed)
    empty_office.settle(window)
    preview = window.page
    assert isinstance(preview, ImportRecordsPage)
    assert "Web page of November" in preview.title.text()
    preview.store()
    empty_office.settle(window)
    assert window.page is page
    assert "2 record(s) imported" in said(window)
    assert page.people_model.rowCount() == 2
    assert page.people.items.text(0, 1) == "\u2068FERREIRA, Lucia\u2069"
    page.people.choose_first()
    assert page.people.copy().strip() == ""
    assert faults(page) == []


def test_the_day_is_kept_when_it_is_known(empty_office: Office) -> None:
    window = empty_office.sign_in("supervisor")
    page = go(empty_office, window, "incidents", IncidentsPage)
    page.new_incident()
    asked = dialog(window, NewIncidentDialog)
    asked.name.setText("A call")
    assert not asked.day.isEnabled()
    asked.day_known.setChecked(True)
    asked.day.setDate(QDate(2022, 12, 7))
    asked.accept()
    empty_office.settle(window)
    one = page.view.current()
    assert one is not None
    assert str(one.happened_on) == "2022-12-07"


def test_a_name_is_needed_and_only_once(empty_office: Office) -> None:
    window = empty_office.sign_in("supervisor")
    page = go(empty_office, window, "incidents", IncidentsPage)
    asked = record(empty_office, window, page, "")
    assert asked.banner.message is not None
    asked.name.setText("A call")
    asked.accept()
    empty_office.settle(window)
    again = record(empty_office, window, page, "a call")
    assert again.isVisible()
    assert again.banner.message is not None
    assert "already" in again.banner.message.text


def test_the_demonstration_shows_its_exposure_list(office: Office) -> None:
    window = office.sign_in("officer")
    page = go(office, window, "incidents", IncidentsPage)
    one = page.view.current()
    assert one is not None
    assert page.people_model.rowCount() == one.people == 6252
