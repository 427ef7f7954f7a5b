"""A list that tells beside an earlier one: what each role reads, and the officer's way past the stop."""

from collections.abc import Callable
from pathlib import Path

import pytest

from manifest_app.desktop.dialogs.override import OverrideDialog
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.releases import ReleasesPage
from manifest_app.model.release import ReleaseState
from manifest_app.workflow import demonstration, flights, overriding, recipients, releasing, reviewing, writing
from manifest_app.workflow.demonstration import DemoFacts
from manifest_app.workflow.flights import PassengerStatus
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import allowed, dialog, go, only_flight, said, uphold_all

Password = Callable[[DemoFacts, str], str]
WHY = "The receiving state must know who lands; agreed with the head of office."


@pytest.fixture
def stopped(office: Office, tmp_path: Path) -> Office:
    """A second list waits for approval; the first showed one passenger more, who said since that they fear return."""
    demo = office.demo
    supervisor = demonstration.session_of(demo, "supervisor")
    uphold_all(supervisor)
    recipient = recipients.add_recipient(supervisor, "Liaison", "liaison").id
    supervisor.close()
    first = asked(office, recipient)
    supervisor = demonstration.session_of(demo, "supervisor")
    releasing.approve(supervisor, first)
    writing.write(supervisor, first, tmp_path)
    flight_id = only_flight(supervisor)
    clear = next(one for one in flights.passengers(supervisor, flight_id) if one.status is PassengerStatus.CLEAR)
    reviewing.add_statement(supervisor, flight_id, clear.passenger.row, "Said that they fear return.")
    uphold_all(supervisor)
    supervisor.close()
    asked(office, recipient)
    return office


def asked(office: Office, recipient: str) -> str:
    planner = demonstration.session_of(office.demo, "planner")
    release = releasing.request(planner, only_flight(planner), recipient, "csv")
    planner.close()
    return release.id


def opened(office: Office, name: str) -> tuple[MainWindow, ReleasesPage]:
    window = office.sign_in(name)
    page = go(office, window, "releases", ReleasesPage)
    assert page.view.choose_first(lambda row: row.release.state is ReleaseState.REQUESTED)
    office.settle(window)
    page.tabs.setCurrentWidget(page.beside)
    return window, page


def test_each_role_reads_what_it_may(stopped: Office) -> None:
    window, page = opened(stopped, "planner")
    seen = f"{page.beside.headline.text()} {page.beside.text.text()} {page.beside.options.text()}"
    assert "A privacy officer looks at both" in seen
    assert "Gone: 1. New: 0." in seen.replace("\n", " ")
    assert "protected" not in seen
    assert not allowed(window, "releases.override")
    assert faults(window) == []
    stopped.sign_out(window)
    window, page = opened(stopped, "officer")
    assert "tell who is protected" in page.beside.headline.text()
    assert "Passengers gone: 1, 1 of them protected" in page.beside.text.text()
    assert "cancel the flight" in page.beside.options.text()
    assert allowed(window, "releases.override")
    assert faults(window) == []


def test_an_officer_and_a_second_person_let_it_leave(stopped: Office, password: Password) -> None:
    window, page = opened(stopped, "officer")
    page.override()
    stopped.settle(window)
    form = dialog(window, OverrideDialog)
    assert "1 of them protected" in form.findings.text()
    form.accept()
    assert form.banner.message is not None
    assert "Write why" in form.banner.message.text
    form.reason.setPlainText(WHY)
    form.password.setText(password(stopped.demo, "officer"))
    form.second.person.setCurrentIndex(form.second.person.findData("supervisor"))
    form.second.password.setText("not their password")
    form.accept()
    stopped.settle(window)
    assert form.banner.message is not None
    assert form.isVisible()
    form.second.password.setText(password(stopped.demo, "supervisor"))
    form.accept()
    stopped.settle(window)
    assert "two persons" in said(window)
    row = next(one for one in page.model.items() if one.release.state is ReleaseState.APPROVED)
    found = overriding.judgement(window.context.session, row.release.id)
    assert found is not None
    assert (found.signed, found.judgement.reason) == (True, WHY)


def test_where_nothing_stops_a_list_there_is_nothing_to_override(office: Office) -> None:
    supervisor = demonstration.session_of(office.demo, "supervisor")
    uphold_all(supervisor)
    recipient = recipients.add_recipient(supervisor, "Liaison", "liaison").id
    supervisor.close()
    asked(office, recipient)
    window, page = opened(office, "officer")
    assert "first list" in page.beside.headline.text()
    page.override()
    office.settle(window)
    assert page.banner.message is not None
    assert "Nothing stops this list" in page.banner.message.text
