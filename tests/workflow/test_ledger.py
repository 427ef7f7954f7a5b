"""What recipients have of a flight, what a new list would tell them, and the proof that every file gets."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from manifest_app.errors import BlockedError, KnownError, NotFoundError
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Verdict
from manifest_app.model.release import Release, ReleaseState
from manifest_app.vault import Reader
from manifest_app.vault import releases as release_store
from manifest_app.workflow import (
    auditing,
    clearing,
    flights,
    importing,
    recipients,
    releasing,
    reviewing,
    screening,
    writing,
)
from manifest_app.workflow.clearing import Standing
from manifest_app.workflow.judging import NEEDS_OFFICER
from manifest_app.workflow.proving import TwinFault
from manifest_app.workflow.session import Session
from tests.helpers.office import HEADINGS, Office, table_of
from tests.workflow.cases import ALL, BREL, COTO, DUVAL, EXPOS, FARO, decide, expose, screened

COMPARED = "Compared with every list of this flight that the recipient can have"


@pytest.fixture(scope="module")
def ready_template(office_template: Office, tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Flight, str]:
    office = office_template.copy(tmp_path_factory.mktemp("ledger"))
    expose(office, EXPOS)
    flight = screened(office, ALL)
    decide(office, flight, Verdict.UPHOLD)
    with office.session("petra") as planner:
        return office, flight, recipients.add_recipient(planner, "Liaison").id


@pytest.fixture
def ready(ready_template: tuple[Office, Flight, str], tmp_path: Path) -> tuple[Office, Flight, str]:
    """A flight with one passenger off it and nothing in the way, and a recipient."""
    office, flight, recipient = ready_template
    return office.copy(tmp_path), flight, recipient


def asked(office: Office, flight: Flight, recipient: str) -> Release:
    with office.session("petra") as planner:
        return releasing.request(planner, flight.id, recipient, "csv")


def approved(office: Office, release: Release, name: str = "omar") -> Release:
    with office.session(name) as session:
        return releasing.approve(session, release.id)


def sent(office: Office, flight: Flight, recipient: str, name: str = "omar") -> writing.WrittenFile:
    release = approved(office, asked(office, flight, recipient), name)
    return written(office, release)


def compared(office: Office, flight: Flight, recipient: str, name: str = "petra") -> str:
    with office.session(name) as session:
        shown = releasing.preview(session, flight.id, recipient, "csv")
    return next(check.reason for check in shown.checks if check.name == COMPARED)


# --- comparison -------------------------------------------------------------------------------------------------------


def test_the_first_list_has_nothing_to_be_compared_with(ready: tuple[Office, Flight, str]) -> None:
    assert "Nobody who gets this list has an earlier one" in compared(*ready)


def test_a_second_list_is_compared_with_the_first(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    sent(office, flight, recipient)
    assert "The last has 4 passengers, the new list 4. No passenger is gone or new." in compared(*ready)
    expose(office, COTO)
    with office.session("petra") as planner:
        screening.screen_flight(planner, flight.id)
    decide(office, flight, Verdict.UPHOLD)
    said = compared(*ready)
    assert "The last has 4 passengers, the new list 3. Gone: 1. New: 0." in said
    assert COTO[1] not in said


def test_a_release_that_waits_is_compared_with_those_before_it(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    first = sent(office, flight, recipient).release
    second = asked(office, flight, recipient)
    with office.session("petra") as planner:
        reasons = {
            one.id: next(check.reason for check in releasing.content(planner, one.id).checks if check.name == COMPARED)
            for one in (first, second)
        }
    assert "Nobody" in reasons[first.id]
    assert "has an earlier one" not in reasons[second.id]


def test_what_a_list_showed_is_kept_with_its_bytes(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    done = sent(office, flight, recipient)
    with office.session("uma") as auditor, auditor.vault.read() as reader:
        kept = release_store.public_list(reader, done.release.id)
    assert kept is not None
    assert {row[1] for row in kept.rows} == {one[1] for one in (BREL, COTO, DUVAL, FARO)}


# --- the twin run -----------------------------------------------------------------------------------------------------


def test_that_the_twin_was_equal_is_in_the_log(ready: tuple[Office, Flight, str]) -> None:
    done = sent(*ready)
    with ready[0].session("uma") as auditor:
        entry = auditing.entries(auditor)[0]
    assert (entry.action, dict(entry.details)) == ("release.write", {"sha256": done.sha256, "twin": "equal"})


def _marked(real: Standing) -> Standing:
    """A leak: whoever was looked at has another spelling."""
    people = real.clearance.passengers
    marked = (replace(people[0], given_names=people[0].given_names.upper()), *people[1:])
    return replace(real, clearance=replace(real.clearance, passengers=marked))


def _shorter(real: Standing) -> Standing:
    """A leak: somebody who is cleared is left out."""
    return replace(real, clearance=replace(real.clearance, passengers=real.clearance.passengers[1:]))


def written(office: Office, release: Release) -> writing.WrittenFile:
    with office.session("petra") as planner:
        return writing.write(planner, release.id, office.home)


STEPS: dict[str, Callable[[Office, Release], object]] = {"approve": approved, "write": written}


@pytest.mark.parametrize("leak", [_marked, _shorter])
@pytest.mark.parametrize("step", ["approve", "write"])
def test_a_list_that_its_twin_does_not_bear_out_never_leaves(
    ready: tuple[Office, Flight, str], monkeypatch: pytest.MonkeyPatch, leak: Callable[[Standing], Standing], step: str
) -> None:
    office, flight, recipient = ready
    release = asked(office, flight, recipient)
    if step == "write":
        approved(office, release)

    def leaky(session: Session, reader: Reader, flight_id: str) -> Standing:
        return leak(clearing.standing(session, reader, flight_id))

    for module in (releasing, writing):
        monkeypatch.setattr(module, "standing", leaky)
        monkeypatch.setattr(module, "require_same", lambda *_: None)
    with pytest.raises(TwinFault) as fault:
        STEPS[step](office, release)
    assert not list(office.home.glob("MANIFEST*"))
    assert not [word for person in ALL for word in person[:4] if word in str(fault.value)]
    with office.session("uma") as auditor:
        entry = auditing.entries(auditor)[0]
        assert (entry.action, entry.subject, dict(entry.details)) == (
            "release.fault",
            release.id,
            {"what": "internal fault"},
        )
        with auditor.vault.read() as reader:
            assert release_store.release(reader, release.id).state != "written"


# --- who may send another list, and when ------------------------------------------------------------------------------


def taken_off(office: Office, flight: Flight, *people: tuple[str, ...]) -> None:
    """People whose data turned up after a list had left, and who were taken off for that."""
    expose(office, *people)
    with office.session("petra") as planner:
        screening.screen_flight(planner, flight.id)
    decide(office, flight, Verdict.UPHOLD)


def test_another_list_is_approved_by_a_privacy_officer_only(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    sent(office, flight, recipient, "saul")
    assert NEEDS_OFFICER in compared(office, flight, recipient)
    release = asked(office, flight, recipient)
    with pytest.raises(BlockedError, match=NEEDS_OFFICER):
        approved(office, release, "saul")
    approved(office, release, "omar")
    assert written(office, release).path.name.endswith("v2.csv")


def test_a_list_that_tells_who_is_protected_stops(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    sent(office, flight, recipient)
    taken_off(office, flight, COTO)
    release = asked(office, flight, recipient)
    for name in ("saul", "omar"):
        with pytest.raises(BlockedError, match="Of 1 passengers gone, 1 are protected") as refusal:
            approved(office, release, name)
        assert not [word for person in ALL for word in person[:4] if word in str(refusal.value)]
    with office.session("omar") as officer:
        (check,) = [one for one in releasing.content(officer, release.id).checks if one.name == COMPARED]
    assert not check.ok
    assert "The recipient can tell." in check.reason


@pytest.mark.parametrize("name", ["petra", "saul", "omar"])
def test_asking_is_answered_alike_whoever_asks_and_whatever_they_may_know(
    ready: tuple[Office, Flight, str], name: str
) -> None:
    """A request that only an officer could not make would tell a planner who watches."""
    office, flight, recipient = ready
    sent(office, flight, recipient)
    taken_off(office, flight, COTO)
    with office.session(name) as session:
        assert releasing.request(session, flight.id, recipient, "csv").state is ReleaseState.REQUESTED


def test_a_list_that_tells_who_came_onto_it_later_stops(ready: tuple[Office, Flight, str]) -> None:
    """Somebody who was held, and then let through in spite of what is known, is protected still."""
    office, flight, recipient = ready
    sent(office, flight, recipient)
    with office.session("sara") as supervisor:
        (row,) = reviewing.holds(supervisor, flight.id)
        reviewing.reopen(supervisor, row.hold.id, "heard again")
    decide(office, flight, Verdict.CLEAR)
    assert "Gone: 0. New: 1." in compared(office, flight, recipient)
    release = asked(office, flight, recipient)
    with pytest.raises(BlockedError, match="Of 1 passengers new, 1 are protected"):
        approved(office, release)


def test_a_list_beside_one_of_which_nothing_was_kept_stops(
    ready: tuple[Office, Flight, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, flight, recipient = ready
    with monkeypatch.context() as older:
        older.setattr(release_store, "save_list", lambda *_: None)
        sent(office, flight, recipient)
    with pytest.raises(BlockedError, match="was not kept"):
        approved(office, asked(office, flight, recipient))


@pytest.mark.parametrize("people", [(COTO,), (COTO, DUVAL)])
def test_what_a_planner_is_told_is_the_same_whatever_the_cause(
    ready: tuple[Office, Flight, str], people: tuple[tuple[str, ...], ...]
) -> None:
    office, flight, recipient = ready
    sent(office, flight, recipient)
    taken_off(office, flight, *people)
    said = compared(office, flight, recipient)
    assert said.endswith(NEEDS_OFFICER)
    assert "protected" not in said
    asked(office, flight, recipient)


def test_a_list_of_the_same_flight_brought_in_anew_is_compared(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    sent(office, flight, recipient)
    with office.session("petra") as planner:
        flights.cancel_flight(planner, flight.id, "another aircraft")
        again = flights.new_flight(planner, flight.number, flight.departure, flight.origin, flight.destination)
        path = office.file("again.csv", HEADINGS, [BREL, COTO, DUVAL])
        importing.import_manifest(planner, again.id, path, table_of(path))
        screening.screen_flight(planner, again.id)
    assert "Gone: 1. New: 0." in compared(office, again, recipient)
    # Nobody knew anything of the one who is gone: an ordinary change.
    sent(office, again, recipient, "omar")


# --- recipients who share ---------------------------------------------------------------------------------------------


def another(office: Office, name: str, *shares: str) -> str:
    with office.session("petra") as planner:
        made = recipients.add_recipient(planner, name)
        for other in shares:
            recipients.share(planner, made.id, other)
        return made.id


def test_what_one_has_counts_for_all_who_share(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    near = another(office, "Carrier", recipient)
    far = another(office, "Handling agent", near)
    alone = another(office, "Somebody else")
    sent(office, flight, recipient)
    for to in (near, far):
        assert NEEDS_OFFICER in compared(office, flight, to)
    assert NEEDS_OFFICER not in compared(office, flight, alone)
    with pytest.raises(BlockedError, match=NEEDS_OFFICER):
        sent(office, flight, far, "saul")


def test_an_approval_counts_beside_the_lists_it_was_made_beside(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    near = another(office, "Carrier", recipient)
    release = approved(office, asked(office, flight, recipient))
    other = sent(office, flight, near).release
    with pytest.raises(BlockedError, match="can have another list of this flight"):
        written(office, release)
    (office.home / "again").mkdir()
    with office.session("petra") as planner:
        assert writing.write(planner, other.id, office.home / "again").release == other


def test_nobody_shares_with_itself(ready: tuple[Office, Flight, str]) -> None:
    office, _, recipient = ready
    with office.session("petra") as planner:
        with pytest.raises(KnownError):
            recipients.share(planner, recipient, recipient)
        with pytest.raises(NotFoundError):
            recipients.share(planner, recipient, "f" * 32)
