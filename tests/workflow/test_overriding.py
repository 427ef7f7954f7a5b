"""A stop that the comparison calls for, overridden by two persons for exactly one list and one finding."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from manifest_app.errors import BlockedError, KnownError, NotAllowedError, WrongPasswordError
from manifest_app.model.contact import Channel, Told
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Verdict
from manifest_app.model.release import Release
from manifest_app.vault import releases as release_store
from manifest_app.vault.tables import JUDGEMENT
from manifest_app.workflow import (
    auditing,
    clearing,
    contacts,
    mending,
    overriding,
    recipients,
    releasing,
    screening,
    writing,
)
from manifest_app.workflow.overriding import Override
from manifest_app.workflow.proving import TwinFault
from manifest_app.workflow.session import SecondPerson
from tests.helpers.office import Office, second
from tests.workflow.cases import ALL, COTO, DUVAL, decide, expose, screened

WHY = "the receiving state must know who lands; agreed with the head of office"
Stopped = tuple[Office, Flight, Release]


def sent(office: Office, release: Release) -> writing.WrittenFile:
    with office.session("petra") as planner:
        return writing.write(planner, release.id, office.home)


def taken_off(office: Office, flight: Flight, *people: tuple[str, ...]) -> None:
    expose(office, *people)
    with office.session("petra") as planner:
        screening.screen_flight(planner, flight.id)
    decide(office, flight, Verdict.UPHOLD)


@pytest.fixture(scope="module")
def stopped_template(office_template: Office, tmp_path_factory: pytest.TempPathFactory) -> Stopped:
    office = office_template.copy(tmp_path_factory.mktemp("overriding"))
    flight = screened(office, ALL)
    with office.session("petra") as planner:
        recipient = recipients.add_recipient(planner, "Liaison").id
        first = releasing.request(planner, flight.id, recipient, "csv")
    with office.session("saul") as supervisor:
        first = releasing.approve(supervisor, first.id)
    sent(office, first)
    taken_off(office, flight, COTO)
    with office.session("petra") as planner:
        return office, flight, releasing.request(planner, flight.id, recipient, "csv")


@pytest.fixture
def stopped(stopped_template: Stopped, tmp_path: Path) -> Stopped:
    """A second list that would tell who was taken off."""
    office, flight, release = stopped_template
    return office.copy(tmp_path), flight, release


def number(office: Office, release: Release) -> str:
    """The number that an officer reads in the refusal."""
    with office.session("omar") as officer, pytest.raises(BlockedError, match="1 are protected") as refusal:
        releasing.approve(officer, release.id)
    found = re.search(r"finding, ([0-9a-f]{8}),", refusal.value.todo)
    assert found
    return found[1]


def overridden(office: Office, release: Release, finding: str, other: str = "sara", who: str = "omar") -> Release:
    with office.session(who) as session:
        return releasing.approve(session, release.id, Override(finding, WHY, second(other)))


def test_two_persons_let_a_list_leave_in_spite_of_what_was_found(stopped: Stopped) -> None:
    office, _, release = stopped
    overridden(office, release, number(office, release))
    assert sent(office, release).passengers == len(ALL) - 1
    with office.session("omar") as officer:
        row = overriding.judgement(officer, release.id)
    assert row is not None
    assert row.signed
    assert row.judgement.reason == WHY
    assert [one.person for one in row.judgement.signatures] == ["omar", "sara"]
    assert "Of 1 passengers gone, 1 are protected" in row.judgement.findings[0]
    with office.session("uma") as auditor:
        assert auditing.verify(auditor).ok


def test_what_everybody_sees_of_it_is_what_they_see_of_any_approval(stopped: Stopped, tmp_path: Path) -> None:
    office, flight, release = stopped
    first = next(one for one in _releases(office) if one.id != release.id)
    overridden(office, release, number(office, release))
    with office.session("petra") as planner:
        with pytest.raises(NotAllowedError):
            overriding.judgement(planner, release.id)
        rows = {row.release.id: row for row in releasing.releases(planner)}
        assert rows[release.id].approver == "omar"
        with planner.vault.read() as reader:
            assert set(reader.ids(JUDGEMENT, flight.id)) == {first.id, release.id}
            with pytest.raises(NotAllowedError):
                release_store.judgement(reader, release.id)
    with office.session("uma") as auditor:
        told = {entry.subject: entry for entry in auditing.entries(auditor) if entry.action == "release.approve"}
        sizes = auditor.vault._engine.connect().exec_driver_sql("select length(sealed) from judgement").scalars().all()
    assert replace(told[first.id], details=()) == replace(told[first.id], details=told[release.id].details)
    assert len(set(sizes)) == 1


def _releases(office: Office) -> tuple[Release, ...]:
    with office.session("petra") as planner:
        return tuple(row.release for row in releasing.releases(planner))


@pytest.mark.parametrize(
    ("who", "other", "error"),
    [
        ("saul", "omar", BlockedError),  # a supervisor approves no other list at all
        ("omar", "petra", NotAllowedError),
        ("omar", "uma", NotAllowedError),
        ("omar", "ada", NotAllowedError),
        ("omar", "omar", NotAllowedError),
    ],
)
def test_nobody_else_can(stopped: Stopped, who: str, other: str, error: type[KnownError]) -> None:
    office, _, release = stopped
    finding = number(office, release)
    with pytest.raises(error):
        overridden(office, release, finding, other, who)
    assert {one.state for one in _releases(office)} == {"written", "requested"}


def test_the_second_person_types_an_own_password(stopped: Stopped) -> None:
    office, _, release = stopped
    finding = number(office, release)
    with office.session("omar") as officer, pytest.raises(WrongPasswordError):
        releasing.approve(officer, release.id, Override(finding, WHY, SecondPerson("sara", "a guess of hers")))


def test_who_corrected_the_list_can_not_be_the_second(stopped: Stopped) -> None:
    office, flight, release = stopped
    with office.session("sara") as editor:
        mending.correct_passenger(editor, flight.id, 2, {"given_names": "Odalys Maite"})
        screening.screen_flight(editor, flight.id)
    with office.session("petra") as planner:
        releasing.refuse(planner, release.id, "asked again")
        again = releasing.request(planner, flight.id, release.recipient_id, "csv")
    finding = number(office, again)
    with pytest.raises(NotAllowedError, match="sara can't be the second person"):
        overridden(office, again, finding)
    overridden(office, again, finding, "saul")


@pytest.mark.parametrize("reason", ["", " \u200b", "x" * 1001])
def test_there_is_a_reason_and_it_is_short(stopped: Stopped, reason: str) -> None:
    office, _, release = stopped
    finding = number(office, release)
    with office.session("omar") as officer, pytest.raises(KnownError, match="reason"):
        releasing.approve(officer, release.id, Override(finding, reason, second("sara")))


def test_an_override_is_of_one_finding_and_can_not_be_used_for_another(stopped: Stopped) -> None:
    office, flight, release = stopped
    finding = number(office, release)
    with office.session("petra") as planner:
        releasing.refuse(planner, release.id, "another one is taken off")
    taken_off(office, flight, DUVAL)
    with office.session("petra") as planner:
        other = releasing.request(planner, flight.id, release.recipient_id, "csv")
    with pytest.raises(BlockedError, match="not of what is found now"):
        overridden(office, other, finding)


def test_what_is_said_meanwhile_makes_an_override_void(stopped: Stopped) -> None:
    office, flight, release = stopped
    overridden(office, release, number(office, release))
    with office.session("petra") as planner:
        contacts.add_contact(planner, flight.id, release.recipient_id, Channel.CALL, "a remark", told=(Told(1, "all"),))
    with pytest.raises(BlockedError, match="or was told of one"):
        sent(office, release)


def test_there_must_be_something_to_override(stopped: Stopped) -> None:
    office, flight, _ = stopped
    with office.session("petra") as planner:
        to = recipients.add_recipient(planner, "Carrier").id
        first = releasing.request(planner, flight.id, to, "csv")
    with pytest.raises(KnownError, match="nothing to override"):
        overridden(office, first, "00000000")


def test_nothing_but_the_comparison_can_be_overridden(stopped: Stopped, monkeypatch: pytest.MonkeyPatch) -> None:
    office, _, release = stopped
    finding = number(office, release)
    with monkeypatch.context() as leaking:
        leaking.setattr(releasing, "require_same", lambda *_: None)

        def marked(*given: object) -> clearing.Standing:
            real = clearing.standing(*given)  # type: ignore[arg-type]
            return replace(real, clearance=replace(real.clearance, passengers=real.clearance.passengers[1:]))

        leaking.setattr(releasing, "standing", marked)
        leaking.setattr(releasing, "judged", lambda *_, **__: None)
        with pytest.raises(TwinFault):
            overridden(office, release, finding)
    expose(office, DUVAL)
    with pytest.raises(BlockedError, match="changed after the screening"):
        overridden(office, release, finding)
    assert {one.state for one in _releases(office)} == {"written", "requested"}
