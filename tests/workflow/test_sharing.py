"""Sharing between recipients that is taken back: what was known stays known, what comes later does not."""

from pathlib import Path

import pytest

from manifest_app.errors import KnownError, NotAllowedError, NotFoundError
from manifest_app.model.contact import Channel, Told
from manifest_app.model.flight import Flight
from manifest_app.vault import flights as flight_store
from manifest_app.workflow import auditing, contacts, recipients, releasing, screening, telling, writing
from manifest_app.workflow.judging import NEEDS_OFFICER
from tests.helpers.office import Office
from tests.workflow.cases import ALL, screened

WHY = "marked by mistake"
Known = tuple[Office, Flight, list[str]]


@pytest.fixture(scope="module")
def three_template(office_template: Office, tmp_path_factory: pytest.TempPathFactory) -> Known:
    office = office_template.copy(tmp_path_factory.mktemp("sharing"))
    flight = screened(office, ALL)
    with office.session("petra") as planner:
        ids = [recipients.add_recipient(planner, name).id for name in ("Liaison", "Carrier", "Agent")]
        recipients.share(planner, ids[0], ids[1])
        recipients.share(planner, ids[1], ids[2])
    return office, flight, ids


@pytest.fixture
def three(three_template: Known, tmp_path: Path) -> Known:
    """Three recipients, of whom each shares with the next."""
    office, flight, ids = three_template
    return office.copy(tmp_path), flight, ids


def send(office: Office, flight: Flight, to: str) -> None:
    with office.session("petra") as planner:
        release = releasing.request(planner, flight.id, to, "csv")
    with office.session("omar") as officer:
        releasing.approve(officer, release.id)
    with office.session("petra") as planner:
        done = writing.write(planner, release.id, office.home / f"{release.id}.csv")
    assert done.path.exists()


def apart(office: Office, one: str, other: str) -> None:
    with office.session("omar") as officer:
        recipients.unshare(officer, one, other, WHY)


def is_compared(office: Office, flight: Flight, to: str) -> bool:
    with office.session("petra") as planner:
        shown = releasing.preview(planner, flight.id, to, "csv")
    return any(NEEDS_OFFICER in check.reason for check in shown.checks)


def test_what_was_sent_while_they_shared_still_counts_for_all_of_them(three: Known) -> None:
    office, flight, (liaison, carrier, agent) = three
    send(office, flight, liaison)
    apart(office, liaison, carrier)
    assert is_compared(office, flight, carrier)
    assert is_compared(office, flight, agent)


def test_what_is_sent_later_counts_for_those_who_still_share(three: Known) -> None:
    office, flight, (liaison, carrier, agent) = three
    apart(office, liaison, carrier)
    send(office, flight, carrier)
    assert not is_compared(office, flight, liaison)
    assert is_compared(office, flight, agent)


def test_who_shares_later_with_one_who_knows_knows_as_well(three: Known) -> None:
    office, flight, (liaison, carrier, _) = three
    send(office, flight, liaison)
    apart(office, liaison, carrier)
    with office.session("petra") as planner:
        late = recipients.add_recipient(planner, "Handling").id
        recipients.share(planner, late, carrier)
    assert is_compared(office, flight, late)


def test_what_was_said_while_they_shared_still_counts(three: Known) -> None:
    office, flight, (liaison, carrier, _) = three
    send(office, flight, liaison)
    with office.session("petra") as planner:
        contacts.add_contact(planner, flight.id, liaison, Channel.CALL, "a remark", told=(Told(1, "none"),))
    apart(office, liaison, carrier)
    with office.session("petra") as planner:
        contacts.add_contact(planner, flight.id, liaison, Channel.CALL, "another", told=(Told(1, "all"),))
    with office.session("omar") as officer, officer.vault.read() as reader:
        found = recipients.find_recipient(officer, carrier)
        known = telling.concluded(reader, flight_store.flight(reader, flight.id), found)
    assert (known.people, known.promised) == (len(ALL), True)


def test_only_a_privacy_officer_takes_it_back_with_a_reason_and_it_is_logged(three: Known) -> None:
    office, _, (liaison, carrier, agent) = three
    for name in ("petra", "sara", "uma"):
        with office.session(name) as session, pytest.raises(NotAllowedError):
            recipients.unshare(session, liaison, carrier, WHY)
    with office.session("omar") as officer:
        with pytest.raises(KnownError, match="reason"):
            recipients.unshare(officer, liaison, carrier, " ")
        with pytest.raises(KnownError, match="not marked"):
            recipients.unshare(officer, liaison, agent, WHY)
        with pytest.raises(NotFoundError):
            recipients.unshare(officer, liaison, "f" * 32, WHY)
    apart(office, liaison, carrier)
    with office.session("uma") as auditor:
        entry = auditing.entries(auditor)[0]
    assert (entry.action, entry.subject, dict(entry.details)) == ("recipient.unshare", liaison, {"other": carrier})
    with office.session("petra") as planner:
        found = {one.id: one for one in recipients.recipients(planner)}
    assert found[liaison].shares_with == ()
    assert found[carrier].shares_with == (agent,)
    assert [(one.other, one.by, one.reason) for one in found[carrier].unshared] == [(liaison, "omar", WHY)]


def test_they_can_share_again(three: Known) -> None:
    office, flight, (liaison, carrier, _) = three
    apart(office, liaison, carrier)
    send(office, flight, carrier)
    with office.session("petra") as planner:
        recipients.share(planner, liaison, carrier)
        screening.screen_flight(planner, flight.id)
    assert is_compared(office, flight, liaison)
