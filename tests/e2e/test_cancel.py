"""Cancelling a long job at any of its steps: nothing of it is kept, and it can be done again at once."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from manifest_app.errors import CancelledError
from manifest_app.intake.table import Table
from manifest_app.model.progress import Progress
from manifest_app.workflow import auditing, demonstration, flights, importing, incidents, registry, screening
from manifest_app.workflow.importing import read_file
from manifest_app.workflow.session import Session
from tests.helpers.command_line import ROOT, Answer, Office
from tests.helpers.hostile import long_list
from tests.helpers.office import table_of

Job = Callable[[Session, Progress], object]
NewList = Callable[[], tuple[Path, Table]]


class Cancelling:
    """A progress that cancels at its n-th call; n = 0 never does."""

    def __init__(self, at: int) -> None:
        self.calls, self._at = 0, at

    def __call__(self, done: int, total: int | None, what: str) -> None:
        self.calls += 1
        if self.calls == self._at:
            raise CancelledError("Cancelled.")


def steps() -> Iterator[int]:
    """1, 2, 3, 5, 8 ...: the first steps one by one, the later ones here and there."""
    small, large = 1, 2
    while True:
        yield small
        small, large = large, small + large


@pytest.fixture
def another_list(tmp_path: Path) -> NewList:
    """Lists of different lengths: no two of them are one file."""
    numbers = count(100)

    def make() -> tuple[Path, Table]:
        path = long_list(tmp_path / "list.csv", next(numbers))
        return path, table_of(path)

    return make


NUMBERS = count(1)


def _flight(session: Session) -> str:
    return flights.new_flight(session, f"RX-{next(NUMBERS)}", date(2026, 12, 4), "IAH", "HAV").id


def importing_a_list(session: Session, another: NewList) -> Job:
    flight, source = _flight(session), another()
    return lambda session, progress: importing.import_manifest(session, flight, *source, progress=progress)


def screening_a_flight(session: Session, another: NewList) -> Job:
    flight = _flight(session)
    importing.import_manifest(session, flight, *another())
    registry.import_protection(session, *another())
    return lambda session, progress: screening.screen_flight(session, flight, progress=progress)


def importing_the_registry(session: Session, another: NewList) -> Job:
    source = another()
    return lambda session, progress: registry.import_protection(session, *source, progress=progress)


def importing_an_exposure_list(session: Session, another: NewList) -> Job:
    incident, source = incidents.new_incident(session, f"Leak {next(NUMBERS)}").id, another()
    return lambda session, progress: incidents.import_list(session, incident, *source, progress=progress)


def verifying_the_log(session: Session, another: NewList) -> Job:
    return lambda session, progress: auditing.verify(session, progress=progress)


def reading_a_file(session: Session, another: NewList) -> Job:
    path, _ = another()
    return lambda _session, progress: read_file(path, progress=progress)


JOBS = (
    importing_a_list,
    screening_a_flight,
    importing_the_registry,
    importing_an_exposure_list,
    verifying_the_log,
    reading_a_file,
)


@pytest.mark.parametrize("make", JOBS)
def test_a_job_that_is_cancelled_at_any_step_leaves_nothing(
    new_office: Office, another_list: NewList, make: Callable[[Session, NewList], Job]
) -> None:
    cancelled: list[int] = []
    with new_office.session("officer") as session:
        job = make(session, another_list)
        before = session.vault.audit_entries()
        for at in steps():
            try:
                job(session, Cancelling(at))
            except CancelledError:
                cancelled.append(at)
                assert session.vault.audit_entries() == before
                assert session.vault.verify().ok
            else:
                break
        assert cancelled
        assert session.vault.verify().ok


@pytest.mark.parametrize("make", [importing_a_list, importing_the_registry, importing_an_exposure_list])
def test_a_job_that_is_cancelled_at_its_last_step_leaves_nothing(
    new_office: Office, another_list: NewList, make: Callable[[Session, NewList], Job]
) -> None:
    with new_office.session("officer") as session:
        counting = Cancelling(0)
        make(session, another_list)(session, counting)
        job = make(session, another_list)
        before = session.vault.audit_entries()
        with pytest.raises(CancelledError):
            job(session, Cancelling(counting.calls))
        assert session.vault.audit_entries() == before
        job(session, Cancelling(0))
        assert len(session.vault.audit_entries()) == len(before) + 1


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_demonstration_that_is_cancelled_leaves_no_half_of_it(cheap: None, tmp_path: Path, at: int) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(CancelledError):
        demonstration.make(tmp_path, progress=Cancelling(at))
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupt_from_the_keyboard_is_a_sentence(new_office: Office, tmp_path: Path) -> None:
    path = long_list(tmp_path / "list.csv", 20_000)
    new_office.ask("flight", "new", "RX-9", "--date", "2026-12-04")
    before = new_office.bytes()
    command = new_office.program("flight", "import", "RX-9", str(path))
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stderr is not None
        process.stderr.readline()  # the vault is open: the demonstration has said that it is one
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert Answer(process.returncode, out, err) == Answer(
        1, "", "The command was cancelled. A change is kept as a whole or not at all: look before you repeat it.\n"
    )
    assert new_office.bytes() == before
    assert new_office.ask("flight", "import", "RX-9", str(path))["imported"] == 20_000
