"""The contact log: who may write and read it, what a told count does to the next list, and the call sheet."""

from datetime import timedelta
from pathlib import Path

import pytest

from manifest_app.errors import BlockedError, KnownError, NotAllowedError
from manifest_app.model.contact import Channel, Told
from manifest_app.model.flight import Flight
from manifest_app.vault import contacts as contact_store
from manifest_app.workflow import auditing, contacts, recipients, releasing, telling, writing
from manifest_app.workflow.wording import PERMITTED_LINE
from tests.helpers.office import Office
from tests.workflow.cases import ALL, screened

SAID = "asked why the list was late; our clerk said that some of them had a case"


@pytest.fixture(scope="module")
def sent_template(office_template: Office, tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Flight, str]:
    office = office_template.copy(tmp_path_factory.mktemp("contacts"))
    flight = screened(office, ALL)
    with office.session("petra") as planner:
        recipient = recipients.add_recipient(planner, "Liaison").id
        release = releasing.request(planner, flight.id, recipient, "csv")
    with office.session("saul") as supervisor:
        releasing.approve(supervisor, release.id)
    with office.session("petra") as planner:
        writing.write(planner, release.id, office.home)
    return office, flight, recipient


@pytest.fixture
def sent(sent_template: tuple[Office, Flight, str], tmp_path: Path) -> tuple[Office, Flight, str]:
    """A flight of which a recipient has one list of five people."""
    office, flight, recipient = sent_template
    return office.copy(tmp_path), flight, recipient


def told(office: Office, flight: Flight, recipient: str, *how_many: str) -> None:
    with office.session("petra") as planner:
        for one in how_many:
            contacts.add_contact(planner, flight.id, recipient, Channel.CALL, SAID, told=(Told(1, one),))


def approve_another(office: Office, flight: Flight, recipient: str) -> None:
    with office.session("petra") as planner:
        release = releasing.request(planner, flight.id, recipient, "csv")
    with office.session("omar") as officer:
        releasing.approve(officer, release.id)


def only(office: Office, flight: Flight, name: str) -> contacts.ContactRow:
    with office.session(name) as session:
        (row,) = contacts.contacts(session, flight.id)
    return row


def test_a_planner_records_what_only_others_read(sent: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = sent
    told(office, flight, recipient, "some")
    only_id = only(office, flight, "petra").contact.id
    for name, reads in (("petra", False), ("sara", True), ("omar", True)):
        row = only(office, flight, name)
        assert (row.contact.by, row.contact.channel, row.recipient.name) == ("petra", Channel.CALL, "Liaison")
        assert (row.content is not None) == reads
        if row.content:
            assert (row.content.said, row.content.told) == (SAID, (Told(1, "some"),))
    with office.session("petra") as planner, planner.vault.read() as reader, pytest.raises(NotAllowedError):
        contact_store.content(reader, only_id)
    with office.session("uma") as auditor:
        entry = auditing.entries(auditor)[0]
        assert (entry.action, dict(entry.details)) == ("contact.add", {"channel": "call"})
        with pytest.raises(NotAllowedError):
            contacts.contacts(auditor)


@pytest.mark.parametrize("how_many", ["6", "-1", "several", "1.5", ""])
def test_a_count_that_is_none_is_refused(sent: tuple[Office, Flight, str], how_many: str) -> None:
    office, flight, recipient = sent
    with pytest.raises(KnownError, match="no count of its 5 passengers"):
        told(office, flight, recipient, how_many)


def test_what_is_no_contact_is_refused(sent: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = sent
    with office.session("petra") as planner:
        with pytest.raises(KnownError, match="what was said"):
            contacts.add_contact(planner, flight.id, recipient, Channel.MAIL, "  ")
        later = office.now + timedelta(days=1)
        with pytest.raises(KnownError, match="future"):
            contacts.add_contact(planner, flight.id, recipient, Channel.MAIL, SAID, at=later)
        with pytest.raises(KnownError, match="no list 2"):
            contacts.add_contact(planner, flight.id, recipient, Channel.MAIL, SAID, told=(Told(2, "1"),))
        assert contacts.contacts(planner) == ()


@pytest.mark.parametrize(
    ("how_many", "reason"),
    [(("none",), "about 5 passengers"), (("all",), "about 5 passengers"), (("1", "2"), "contradicts itself")],
)
def test_no_other_list_leaves_once_somebody_can_be_certain(
    sent: tuple[Office, Flight, str], how_many: tuple[str, ...], reason: str
) -> None:
    office, flight, recipient = sent
    told(office, flight, recipient, *how_many)
    with pytest.raises(BlockedError, match=reason):
        approve_another(office, flight, recipient)


@pytest.mark.parametrize("how_many", [(), ("some",), ("2",), ("2", "some")])
def test_another_list_leaves_while_nobody_can_be_certain(
    sent: tuple[Office, Flight, str], how_many: tuple[str, ...]
) -> None:
    office, flight, recipient = sent
    told(office, flight, recipient, *how_many)
    approve_another(office, flight, recipient)


def test_what_was_told_to_one_was_told_to_all_who_share(sent: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = sent
    told(office, flight, recipient, "all")
    with office.session("petra") as planner:
        other = recipients.add_recipient(planner, "Carrier").id
        recipients.share(planner, other, recipient)
    with pytest.raises(BlockedError, match="about 5 passengers"):
        approve_another(office, flight, other)


def test_a_call_sheet_says_the_one_sentence_and_nobodys_name(sent: tuple[Office, Flight, str]) -> None:
    office, flight, _ = sent
    with office.session("petra") as planner:
        sheet = contacts.call_sheet(planner, flight.id)
    assert PERMITTED_LINE in sheet
    assert flight.number in sheet
    assert not [word for person in ALL for word in person[:4] if word in sheet]


def test_what_can_be_concluded_is_for_those_who_read_what_was_told(sent: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = sent
    with office.session("omar") as officer:
        other = recipients.add_recipient(officer, "Another").id
        recipients.add_recipient(officer, "Apart")
        recipients.share(officer, recipient, other)
        assert telling.conclusions(officer, flight.id) == ()
    told(office, flight, recipient, "all")
    with office.session("sara") as supervisor:
        found = telling.conclusions(supervisor, flight.id)
    assert [(one.recipient.name, one.certainty.people) for one in found] == [("Another", 5), ("Liaison", 5)]
    with office.session("petra") as planner, pytest.raises(NotAllowedError):
        telling.conclusions(planner, flight.id)
