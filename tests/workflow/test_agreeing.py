"""How messages to a recipient name the parties: kept in the vault, part of what is signed, examples told as such."""

from collections.abc import Callable
from pathlib import Path

import pytest

from manifest_app.errors import BlockedError, KnownError, NotAllowedError
from manifest_app.model.flight import Flight
from manifest_app.model.release import MessageParties, Release
from manifest_app.workflow import auditing, recipients, releasing, writing
from tests.helpers.office import Office
from tests.workflow.cases import ALL, screened

OURS = MessageParties("XYDESK", "CARRIERB", "FLIGHT OFFICE", "15B", "UNOB")
EXAMPLE = "The message names the parties of an example"
Flown = tuple[Office, Flight, str]


@pytest.fixture(scope="module")
def flown_template(office_template: Office, tmp_path_factory: pytest.TempPathFactory) -> Flown:
    office = office_template.copy(tmp_path_factory.mktemp("agreeing"))
    flight = screened(office, ALL)
    with office.session("petra") as planner:
        return office, flight, recipients.add_recipient(planner, "Carrier", "carrier").id


@pytest.fixture
def flown(flown_template: Flown, tmp_path: Path) -> Flown:
    """A flight, and a carrier who gets a message."""
    office, flight, carrier = flown_template
    return office.copy(tmp_path), flight, carrier


def agree(office: Office, carrier: str, parties: MessageParties = OURS, name: str = "petra") -> None:
    with office.session(name) as session:
        recipients.agree(session, carrier, parties)


def hints(office: Office, flight: Flight, to: str, kind: str) -> list[str]:
    with office.session("petra") as planner:
        return [check.reason for check in releasing.preview(planner, flight.id, to, kind).checks]


def test_a_message_names_the_parties_that_were_agreed(flown: Flown) -> None:
    office, flight, carrier = flown
    agree(office, carrier)
    with office.session("petra") as planner:
        release = releasing.request(planner, flight.id, carrier, "paxlst")
    approved(office, release)
    data = written(office, release)
    assert b"UNB+UNOB:4+XYDESK:ZZ+CARRIERB:ZZ+" in data
    assert b"PAXLST:D:15B:UN:IATA" in data
    assert b"NAD+MS+++FLIGHT OFFICE'" in data
    with office.session("uma") as auditor:
        assert "recipient.agree" in {entry.action for entry in auditing.entries(auditor)}


def test_examples_are_told_as_such_until_then(flown: Flown) -> None:
    office, flight, carrier = flown
    assert any(EXAMPLE in hint for hint in hints(office, flight, carrier, "paxlst"))
    assert not any(EXAMPLE in hint for hint in hints(office, flight, carrier, "csv"))
    agree(office, carrier)
    assert not any(EXAMPLE in hint for hint in hints(office, flight, carrier, "paxlst"))


def approved(office: Office, release: Release) -> Release:
    with office.session("saul") as supervisor:
        return releasing.approve(supervisor, release.id)


def written(office: Office, release: Release) -> bytes:
    with office.session("petra") as planner:
        return writing.write(planner, release.id, office.home).path.read_bytes()


@pytest.mark.parametrize("step", [approved, written])
def test_what_was_asked_for_with_other_parties_is_asked_for_again(
    flown: Flown, step: Callable[[Office, Release], object]
) -> None:
    office, flight, carrier = flown
    with office.session("petra") as planner:
        release = releasing.request(planner, flight.id, carrier, "paxlst")
    if step is written:
        approved(office, release)
    agree(office, carrier)
    with pytest.raises(BlockedError, match="changed since this release was asked for"):
        step(office, release)


@pytest.mark.parametrize(
    "parties",
    [
        MessageParties("xydesk", "B", "DESK", "02B", "UNOA"),
        MessageParties("XY+DESK", "B", "DESK", "02B", "UNOA"),
        MessageParties("", "B", "DESK", "02B", "UNOA"),
        MessageParties("X" * 36, "B", "DESK", "02B", "UNOA"),
        MessageParties("XY", "B", "DESK", "21A", "UNOA"),
        MessageParties("XY", "B", "DESK", "02B", "UNOC"),
        MessageParties("XY", "B", "ASYLUM UNIT", "02B", "UNOA"),
        MessageParties("XY", "B", "DETENTION DESK", "02B", "UNOA"),
        MessageParties("ERO", "B", "DESK", "02B", "UNOA"),
    ],
)
def test_parties_that_no_message_can_name_are_refused(flown: Flown, parties: MessageParties) -> None:
    office, _, carrier = flown
    with pytest.raises(KnownError):
        agree(office, carrier, parties)


def test_a_recipient_without_messages_has_no_parties(flown: Flown) -> None:
    office, _, _ = flown
    with office.session("petra") as planner:
        liaison = recipients.add_recipient(planner, "Liaison").id
    with pytest.raises(KnownError, match="no passenger list message"):
        agree(office, liaison)


def test_auditors_agree_on_nothing(flown: Flown) -> None:
    office, _, carrier = flown
    with pytest.raises(NotAllowedError):
        agree(office, carrier, name="uma")
