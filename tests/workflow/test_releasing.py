"""When a list may leave, who may send it, and that it tells nothing of those who are not on it."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from manifest_app.errors import BlockedError, FileProblem, KnownError, NotAllowedError, NotFoundError
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Verdict
from manifest_app.model.release import Release, ReleaseState, Signature
from manifest_app.vault import releases as release_store
from manifest_app.workflow import auditing, flights, mending, recipients, releasing, reviewing, screening, writing
from manifest_app.workflow.session import Session
from tests.helpers.office import Office
from tests.workflow.cases import ALL, BREL, COTO, DUVAL, EXPOS, FARO, decide, expose, register, screened

FREE = (BREL, DUVAL)


@pytest.fixture(scope="module")
def ready_template(office_template: Office, tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Flight]:
    office = office_template.copy(tmp_path_factory.mktemp("ready"))
    expose(office, COTO)
    flight = screened(office, (BREL, COTO, DUVAL))
    decide(office, flight, Verdict.UPHOLD)
    return office, flight


@pytest.fixture
def ready(ready_template: tuple[Office, Flight], tmp_path: Path) -> tuple[Office, Flight]:
    """A flight with one passenger off it, and nothing in the way."""
    office, flight = ready_template
    return office.copy(tmp_path), flight


def _recipient(office: Office) -> str:
    with office.session("petra") as planner:
        known = recipients.recipients(planner)
        return (known[0] if known else recipients.add_recipient(planner, "Liaison")).id


def _request(office: Office, flight: Flight, name: str = "petra", file_format: str = "csv") -> Release:
    recipient = _recipient(office)
    with office.session(name) as session:
        return releasing.request(session, flight.id, recipient, file_format)


def _approve(office: Office, release: Release, name: str = "saul") -> Release:
    with office.session(name) as session:
        return releasing.approve(session, release.id)


def _write(office: Office, release: Release, name: str = "petra", target: Path | None = None) -> writing.WrittenFile:
    with office.session(name) as session:
        return writing.write(session, release.id, target or office.home)


def _written(office: Office, flight: Flight, approver: str = "saul") -> writing.WrittenFile:
    release = _request(office, flight)
    _approve(office, release, approver)
    return _write(office, release)


def _state(office: Office, release: Release) -> ReleaseState:
    with office.session("uma") as auditor, auditor.vault.read() as reader:
        return release_store.release(reader, release.id).state


# --- what stands in the way -------------------------------------------------------------------------------------------


def _new_record(office: Office, _: Flight) -> None:
    register(office, FARO, "I-589")


def _edit(office: Office, flight: Flight) -> None:
    with office.session("paul") as planner:
        mending.correct_passenger(planner, flight.id, 2, {"given_names": "Odalys Luz"})


def _a_day_later(office: Office, _: Flight) -> None:
    office.now += timedelta(hours=24)


def _clock_set_back(office: Office, _: Flight) -> None:
    office.now -= timedelta(hours=1)


def _fear(office: Office, flight: Flight) -> None:
    with office.session("uma") as auditor:
        reviewing.add_statement(auditor, flight.id, 2, "Said it at the gate")


def _opened_again(office: Office, flight: Flight) -> None:
    with office.session("sara") as supervisor:
        (row,) = reviewing.holds(supervisor, flight.id)
        reviewing.reopen(supervisor, row.hold.id, "doubts")


def _cancelled(office: Office, flight: Flight) -> None:
    with office.session("petra") as planner:
        flights.cancel_flight(planner, flight.id, "no aircraft")


def _correct_back(office: Office, flight: Flight) -> None:
    """A correction that is screened, so that only the content has changed."""
    _edit(office, flight)
    with office.session("petra") as planner:
        screening.screen_flight(planner, flight.id)


Change = Callable[[Office, Flight], None]
IN_THE_WAY: dict[str, tuple[Change, str]] = {
    "a new record": (_new_record, "registry or a list changed"),
    "an edit": (_edit, "passenger list changed"),
    "a day": (_a_day_later, "older than 24 hours"),
    "the clock": (_clock_set_back, "dated in the future"),
    "a statement": (_fear, "review is not complete"),
    "a hold opened again": (_opened_again, "review is not complete"),
    "cancelled": (_cancelled, "cancelled"),
}


@pytest.mark.parametrize("what", IN_THE_WAY)
def test_a_list_is_not_asked_for_while_something_is_in_the_way(ready: tuple[Office, Flight], what: str) -> None:
    office, flight = ready
    change, words = IN_THE_WAY[what]
    change(office, flight)
    with pytest.raises(BlockedError, match=words):
        _request(office, flight)
    with office.session("petra") as planner:
        assert releasing.releases(planner, flight.id) == ()
        shown = releasing.preview(planner, flight.id, _recipient_of(office, planner), "csv")
    assert shown.blocked


def _recipient_of(office: Office, planner: Session) -> str:
    return recipients.recipients(planner)[0].id


@pytest.mark.parametrize("what", [*IN_THE_WAY, "a correction that was screened"])
def test_a_list_is_not_approved_when_something_came_in_the_way(ready: tuple[Office, Flight], what: str) -> None:
    office, flight = ready
    release = _request(office, flight)
    IN_THE_WAY.get(what, (_correct_back, ""))[0](office, flight)
    with pytest.raises(BlockedError):
        _approve(office, release)
    assert _state(office, release) is ReleaseState.REQUESTED


@pytest.mark.parametrize("what", [*IN_THE_WAY, "a correction that was screened"])
def test_a_list_is_not_written_when_something_came_in_the_way(ready: tuple[Office, Flight], what: str) -> None:
    office, flight = ready
    release = _request(office, flight)
    _approve(office, release)
    before = sorted(office.home.iterdir())
    IN_THE_WAY.get(what, (_correct_back, ""))[0](office, flight)
    with pytest.raises(BlockedError):
        _write(office, release)
    assert sorted(office.home.iterdir()) in (before, sorted({*before, *office.home.glob("*registry*.csv")}))
    assert not list(office.home.glob("MANIFEST*"))
    assert _state(office, release) is ReleaseState.APPROVED


def test_a_list_is_not_asked_for_before_it_is_screened(office: Office) -> None:
    with office.session("petra") as planner:
        flight = office.flight(planner, FREE)
    with pytest.raises(BlockedError, match="has not been screened"):
        _request(office, flight)


def test_a_list_is_not_asked_for_while_a_hold_is_open(office: Office) -> None:
    expose(office, COTO)
    flight = screened(office, (BREL, COTO, DUVAL))
    with pytest.raises(BlockedError, match="review is not complete"):
        _request(office, flight)


def test_nobody_left_is_no_list(office: Office) -> None:
    expose(office, COTO)
    flight = screened(office, (COTO,))
    decide(office, flight, Verdict.UPHOLD)
    with pytest.raises(BlockedError, match="No passenger is left"):
        _request(office, flight)


@pytest.mark.parametrize(("at", "value"), [(5, "XXA"), (5, "XXB"), (5, "XXC"), (8, "XXB"), (6, "PR")])
@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
def test_values_that_disclose_by_themselves_never_leave(office: Office, at: int, value: str, file_format: str) -> None:
    told = (*COTO[:at], value, *COTO[at + 1 :])
    flight = screened(office, (BREL, told))
    decide(office, flight, Verdict.CLEAR)
    with pytest.raises(BlockedError) as refusal:
        _request(office, flight, file_format=file_format)
    assert not [word for word in COTO if word in str(refusal.value)]
    decide(office, _with_doubts(office, flight), Verdict.UPHOLD)
    assert _request(office, flight, file_format=file_format).passengers == 1


def _with_doubts(office: Office, flight: Flight) -> Flight:
    with office.session("sara") as supervisor:
        for row in reviewing.holds(supervisor, flight.id):
            reviewing.reopen(supervisor, row.hold.id, "doubts")
        if not reviewing.holds(supervisor, flight.id):
            reviewing.add_statement(supervisor, flight.id, 3, "afraid")
    return flight


# --- who may ----------------------------------------------------------------------------------------------------------


def test_who_asked_does_not_approve(ready: tuple[Office, Flight]) -> None:
    office, flight = ready
    release = _request(office, flight, "sara")
    with pytest.raises(NotAllowedError):
        _approve(office, release, "sara")
    assert _approve(office, release, "omar").approval is not None


def test_who_imported_does_not_approve(office: Office) -> None:
    flight = screened(office, FREE, importer="sara")
    release = _request(office, flight)
    with pytest.raises(NotAllowedError):
        _approve(office, release, "sara")
    _approve(office, release, "saul")


def test_who_corrected_or_mended_does_not_approve(office: Office) -> None:
    spoilt = (*DUVAL[:3], "no date", *DUVAL[4:])
    with office.session("petra") as planner:
        flight = office.flight(planner, (BREL, spoilt))
    with office.session("sara") as supervisor:
        mending.correct_passenger(supervisor, flight.id, 2, {"given_names": "Odalys Luz"})
    with office.session("omar") as officer:
        mending.mend_row(officer, flight.id, 3, dict(zip(MENDED, DUVAL, strict=False)))
        screening.screen_flight(officer, flight.id)
    release = _request(office, flight)
    for name in ("sara", "omar"):
        with pytest.raises(NotAllowedError):
            _approve(office, release, name)
    _approve(office, release, "saul")


MENDED = ("a_number", "family_name", "given_names", "birth_date")


@pytest.mark.parametrize("name", ["petra", "paul", "ada", "uma"])
def test_only_supervisors_and_officers_approve(ready: tuple[Office, Flight], name: str) -> None:
    office, flight = ready
    release = _request(office, flight)
    with pytest.raises(NotAllowedError):
        _approve(office, release, name)
    assert _state(office, release) is ReleaseState.REQUESTED


def test_an_approval_that_nobody_signed_writes_nothing(ready: tuple[Office, Flight]) -> None:
    office, flight = ready
    release = _request(office, flight)
    with office.session("petra") as planner, planner.vault.write("release.approve", release.id) as writer:
        for name in ("saul", "petra"):
            signature = planner.vault.sign(releasing.PURPOSE_APPROVAL, release.content_digest)
            forged = replace(release, state=ReleaseState.APPROVED, approval=Signature(name, signature))
            release_store.save_release(writer, forged)
    with pytest.raises(BlockedError, match="approval"):
        _write(office, release)
    assert not list(office.home.glob("MANIFEST*"))


def test_a_release_waits_once(ready: tuple[Office, Flight]) -> None:
    office, flight = ready
    release = _request(office, flight)
    for _ in range(2):
        with pytest.raises(KnownError, match="waits already"):
            _request(office, flight, "paul")
        if release.state is ReleaseState.REQUESTED:
            release = _approve(office, release)
    with office.session("paul") as planner, pytest.raises(NotAllowedError):
        releasing.refuse(planner, release.id, "not mine")
    with office.session("sara") as supervisor:
        with pytest.raises(KnownError):
            releasing.refuse(supervisor, release.id, "")
        assert releasing.refuse(supervisor, release.id, "late").state is ReleaseState.REFUSED
    with pytest.raises(BlockedError):
        _write(office, release)
    assert _request(office, flight, "paul").number == 1


# --- the file ---------------------------------------------------------------------------------------------------------


def test_lists_to_a_recipient_are_numbered_and_kept(ready: tuple[Office, Flight]) -> None:
    office, flight = ready
    first = _written(office, flight)
    again = _written(office, flight, "omar")
    assert (first.path.name[-6:], again.path.name[-6:]) == ("v1.csv", "v2.csv")
    with office.session("uma") as auditor:
        for done in (first, again):
            found = releasing.verify_file(auditor, done.path)
            assert found is not None
            assert found.release == done.release
        with auditor.vault.read() as reader:
            assert release_store.file(reader, first.release.id) == first.path.read_bytes()
    changed = office.home / "changed.csv"
    changed.write_bytes(first.path.read_bytes() + b"\n")
    with office.session("petra") as planner:
        assert releasing.verify_file(planner, changed) is None
        with pytest.raises(FileProblem):
            releasing.verify_file(planner, office.home / "none.csv")


def test_writing_again_gives_the_same_bytes_and_changes_nothing(ready: tuple[Office, Flight]) -> None:
    office, flight = ready
    done = _written(office, flight)
    (office.home / "again").mkdir()
    again = _write(office, done.release, target=office.home / "again")
    assert again.path.read_bytes() == done.path.read_bytes()
    assert again.release == done.release
    _fear(office, flight)
    with pytest.raises(BlockedError):
        _write(office, done.release, target=office.home / "third.csv")
    assert not (office.home / "third.csv").exists()


def test_nothing_is_written_over_a_file_that_is_there(ready: tuple[Office, Flight]) -> None:
    office, flight = ready
    release = _request(office, flight)
    _approve(office, release)
    (office.home / release.file_name).write_text("mine")
    with pytest.raises(FileProblem):
        _write(office, release)
    assert (office.home / release.file_name).read_text() == "mine"
    assert _state(office, release) is ReleaseState.APPROVED


def test_who_was_decided_off_is_nowhere_in_the_file_nor_in_the_log(office: Office) -> None:
    register(office, COTO, "VAWA")
    expose(office, EXPOS)
    flight = screened(office, ALL)
    decide(office, flight, Verdict.UPHOLD)
    done = _written(office, flight)
    text = done.path.read_text(encoding="utf-8")
    assert [row[0] for row in csv.reader(text.splitlines())][1:] == ["1", "2", "3"]
    assert all(row[1].upper() in text.upper() for row in (BREL, DUVAL, FARO))
    with office.session("uma") as auditor:
        log = " ".join(auditing._searchable(entry) for entry in auditing.entries(auditor))
    for row in (COTO, EXPOS):
        for word in (row[0], row[1].split()[0], row[2], row[7]):
            assert word.upper() not in text.upper()
            assert word not in log
    for word in ("VAWA", "claim", "exposure", "score", "held", "upheld", "uphold"):
        assert word not in text
        assert word not in log


def test_a_release_is_found_by_its_id_alone(ready: tuple[Office, Flight]) -> None:
    office, flight = ready
    release = _request(office, flight)
    with office.session("petra") as planner:
        assert releasing.find_release(planner, release.id) == release
        with pytest.raises(NotFoundError):
            releasing.find_release(planner, "f" * 32)
        with pytest.raises(NotFoundError):
            releasing.request(planner, "f" * 32, _recipient_of(office, planner), "csv")
        with pytest.raises(KnownError):
            releasing.request(planner, flight.id, _recipient_of(office, planner), "pdf")
    with office.session("sara") as session:
        assert releasing.content(session, release.id).rows
