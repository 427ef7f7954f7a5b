"""Finding things by number, name, id and the beginning of an id."""

from datetime import date

import pytest

from manifest_app.errors import KnownError, NotFoundError, WrongPasswordError
from manifest_app.workflow import auditing, confirming, flights, incidents, recipients, reviewing
from manifest_app.workflow.lookup import find
from tests.helpers.office import PASSWORD, Office
from tests.workflow.cases import BREL

DAY = date(2026, 12, 4)


def test_a_flight_of_that_number_and_day_exists_once(office: Office) -> None:
    with office.session("petra") as planner:
        first = flights.new_flight(planner, " rx-114 ", DAY, "iah", "hav")
        assert (first.number, first.origin, first.destination, first.created_by) == ("RX-114", "IAH", "HAV", "petra")
        with pytest.raises(KnownError, match="already"):
            flights.new_flight(planner, "Rx-114", DAY)
        flights.cancel_flight(planner, first.id, "no aircraft")
        again = flights.new_flight(planner, "RX-114", DAY)
        assert flights.find_flight(planner, "rx-114") == again
        assert flights.find_flight(planner, first.id).cancelled
        assert [one.cancelled for one in flights.flights(planner)] in ([True, False], [False, True])
        flights.new_flight(planner, "RX-114", DAY.replace(day=5))
        with pytest.raises(NotFoundError, match=r"2026-12-04 .*2026-12-05"):
            flights.find_flight(planner, "RX-114")


@pytest.mark.parametrize("number", ["", "  ", "x" * 21, "RX_1", "RX-1; DROP"])
def test_a_flight_number_is_a_number(office: Office, number: str) -> None:
    with office.session("petra") as planner, pytest.raises(KnownError):
        flights.new_flight(planner, number, DAY)


def test_a_cancelled_flight_takes_a_reason_and_shows_no_holds_in_the_queue(office: Office) -> None:
    with office.session("petra") as planner:
        flight = office.flight(planner, [BREL])
        reviewing.add_statement(planner, flight.id, 2, "afraid")
        assert len(reviewing.holds(planner)) == 1
        with pytest.raises(KnownError):
            flights.cancel_flight(planner, flight.id, " ")
        flights.cancel_flight(planner, flight.id, "no aircraft")
        assert reviewing.holds(planner) == ()
        assert len(reviewing.holds(planner, flight.id)) == 1


class Thing:
    def __init__(self, name: str) -> None:
        self.id = name


def test_four_digits_of_an_id_are_enough_when_they_are_of_one_only() -> None:
    one, two = Thing("abcd" + "0" * 28), Thing("abce" + "0" * 28)
    assert find([one, two], " ABCD ", "flight") is one
    assert find([one, two], two.id, "flight") is two
    for key in ("abc", "", "0000", "abcf"):
        with pytest.raises(NotFoundError):
            find([one, two], key, "flight")
    with pytest.raises(NotFoundError, match="2 of them"):
        find([one, Thing("abcd" + "1" * 28)], "abcd", "flight")


def test_holds_incidents_and_recipients_are_found_as_people_call_them(office: Office) -> None:
    with office.session("sara") as supervisor:
        flight = office.flight(supervisor, [BREL])
        held = reviewing.add_statement(supervisor, flight.id, 2, "afraid")
        assert held.reference == "H-0001"
        assert reviewing.find_hold(supervisor, " h-0001") == held
        assert reviewing.find_hold(supervisor, held.id) == held
        incident = incidents.new_incident(supervisor, "Página abierta")
        assert incidents.find_incident(supervisor, "página ABIERTA") == incident
        with pytest.raises(KnownError):
            incidents.new_incident(supervisor, "PÁGINA abierta ")
        recipient = recipients.add_recipient(supervisor, "Enlace")
        assert recipients.find_recipient(supervisor, "enlace") == recipient
        with pytest.raises(KnownError):
            recipients.add_recipient(supervisor, " ENLACE")
        with pytest.raises(NotFoundError):
            recipients.add_recipient(supervisor, "Otro", "no such profile")
        for missing in (reviewing.find_hold, incidents.find_incident, recipients.find_recipient, flights.find_flight):
            with pytest.raises(NotFoundError):
                missing(supervisor, "H-9999")


@pytest.mark.parametrize(("row", "said"), [(2, " "), (99, "afraid")])
def test_a_statement_is_of_somebody_and_says_something(office: Office, row: int, said: str) -> None:
    with office.session("petra") as planner:
        flight = office.flight(planner, [BREL])
        with pytest.raises(KnownError):
            reviewing.add_statement(planner, flight.id, row, said)
        assert reviewing.holds(planner, flight.id) == ()
        assert [entry.action for entry in auditing.entries(planner, limit=1)] == ["flight.import"]


def test_the_person_at_the_program_confirms_with_the_own_password(office: Office) -> None:
    with office.session("sara") as supervisor:
        confirming.confirm(supervisor, f"{PASSWORD} sara")
        for wrong in (f"{PASSWORD} omar", ""):
            with pytest.raises(WrongPasswordError):
                confirming.confirm(supervisor, wrong)


def test_the_log_is_searched_and_exported(office: Office) -> None:
    with office.session("uma") as auditor:
        before = len(auditing.entries(auditor))
    with office.session("petra") as planner:
        flights.new_flight(planner, "RX-114", DAY)
    with office.session("uma") as auditor:
        entries = auditing.entries(auditor)
        assert [entry.seq for entry in entries] == sorted((entry.seq for entry in entries), reverse=True)
        assert [entry.action for entry in auditing.entries(auditor, text="rx-114")] == ["flight.new"]
        assert auditing.verify(auditor).ok
        target = office.home / "log.jsonl"
        assert auditing.export(auditor, target) == len(entries) == before + 1
        exported = target.read_text(encoding="utf-8").splitlines()
        assert sum('"seq"' in line for line in exported) == len(entries)
        with pytest.raises(KnownError):
            auditing.export(auditor, target)
