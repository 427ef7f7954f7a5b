"""The demonstration: an invented office with the case of the 103, and its story told by the program's own functions."""

import os
import random
import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from manifest_app.errors import VaultExistsError, WriteProblem
from manifest_app.files.atomic import write_new
from manifest_app.model.hold import Category, HoldState, Verdict
from manifest_app.model.people import Role
from manifest_app.model.progress import Progress, silent
from manifest_app.synthetic.case103 import build_case
from manifest_app.synthetic.workbooks import write_case
from manifest_app.vault import NewPerson
from manifest_app.workflow import flights, incidents, recipients, registry, releasing, reviewing, screening, writing
from manifest_app.workflow.importing import import_manifest, read_file
from manifest_app.workflow.session import SecondPerson, Session, utc_now
from manifest_app.workflow.vaults import create, unlock

SEED = 103
PEOPLE: Mapping[str, Role] = {
    "admin": Role.ADMIN,
    "officer": Role.OFFICER,
    "planner": Role.PLANNER,
    "supervisor": Role.SUPERVISOR,
    "supervisor2": Role.SUPERVISOR,
}
FLIGHT = "RX-114"
DAYS_AHEAD = 12
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


@dataclass(frozen=True, slots=True)
class DemoFacts:
    """Where a demonstration is.

    Attributes:
        vault: The vault's folder.
        password_files: Name of a person -> file with the password.
        files: The input files that an office would have.
        flight_id: The flight, or "" in an empty demonstration.
        incident_id: The incident, or "".
    """

    vault: Path
    password_files: Mapping[str, Path]
    files: tuple[Path, ...]
    flight_id: str = ""
    incident_id: str = ""


def make(folder: Path, *, empty: bool = False, seed: int = SEED, progress: Progress = silent) -> DemoFacts:
    """Make a demonstration in a new folder: vault, five people, and unless ``empty`` the files, imported and screened.

    Raises:
        VaultExistsError: There is a vault already.
        WriteProblem: The folder can't be written.
        CancelledError: ``progress`` cancelled; nothing is left.
    """
    if (folder / "vault").exists():
        raise VaultExistsError(f"There is a vault in {folder} already.", "Open it, or choose another folder.")
    new = [folder / name for name in ("vault", "people", "files") if not (folder / name).exists()]
    try:
        return _made(folder, empty=empty, seed=seed, progress=progress)
    except BaseException:
        # Half a demonstration could be neither used nor made again.
        for part in new:
            shutil.rmtree(part, ignore_errors=True)
        raise


def _made(folder: Path, *, empty: bool, seed: int, progress: Progress) -> DemoFacts:
    made = _people(folder)
    if empty:
        return made
    progress(0, 4, "inventing people")
    departure = utc_now().date() + timedelta(days=DAYS_AHEAD)
    case = build_case(random.Random(seed), departure)  # noqa: S311 - invented people need no secret randomness
    files = folder / "files"
    write_case(case, files)
    progress(1, 4, "importing the registry")
    officer = session_of(made, "officer")
    try:
        incident_id = _records(officer, files)
    finally:
        officer.close()
    progress(3, 4, "importing the flight")
    planner = session_of(made, "planner")
    try:
        flight_id = _flight(planner, files)
    finally:
        planner.close()
    progress(4, 4, "done")
    return DemoFacts(made.vault, made.password_files, tuple(sorted(files.iterdir())), flight_id, incident_id)


def facts(folder: Path) -> DemoFacts:
    """The demonstration that `make` left in a folder."""
    files = {name: folder / "people" / f"{name}.password" for name in PEOPLE}
    return DemoFacts(folder / "vault", files, ())


def session_of(demo: DemoFacts, name: str) -> Session:
    """Unlock the demonstration as one of its people.

    Raises:
        VaultError: It can't be opened.
    """
    return unlock(demo.vault, name, _password(demo, name))


def _password(demo: DemoFacts, name: str) -> str:
    return demo.password_files[name].read_text(encoding="utf-8").strip()


def _people(folder: Path) -> DemoFacts:
    made = facts(folder)
    try:
        (folder / "people").mkdir(parents=True)
    except OSError as error:
        raise WriteProblem(f"{folder} can't hold a demonstration: {error.strerror}.", "Choose a new folder.") from error
    people = [NewPerson(name, role, _pronounceable()) for name, role in PEOPLE.items()]
    create(made.vault, people, demonstration=True)
    for person in people:
        write_new(made.password_files[person.name], f"{person.password}\n".encode())
    if os.name == "posix":
        (folder / "people").chmod(0o700)
    return made


def _pronounceable() -> str:
    """Four words of three syllables each, about 73 bits."""
    words = ("".join(secrets.choice(CONSONANTS) + secrets.choice(VOWELS) for _ in range(3)) for _ in range(4))
    return "-".join(words)


def _records(officer: Session, files: Path) -> str:
    source = files / "protection-registry.xlsx"
    registry.import_protection(officer, source, read_file(source))
    incident = incidents.new_incident(officer, "Web page with detainees' data (invented)")
    exposed = files / "exposure-list.csv"
    incidents.import_list(officer, incident.id, exposed, read_file(exposed))
    return incident.id


def _flight(planner: Session, files: Path) -> str:
    departure = planner.today + timedelta(days=DAYS_AHEAD)
    flight = flights.new_flight(planner, FLIGHT, departure, "IAH", "HAV")
    source = files / f"{FLIGHT}.xlsx"
    import_manifest(planner, flight.id, source, read_file(source))
    screening.screen_flight(planner, flight.id)
    return flight.id


def story(folder: Path, *, say: Callable[[str], None]) -> Mapping[str, object]:
    """Play the main job on a demonstration: screen, decide every hold, release who is left, read the file back.

    Every step calls what the desktop and the command line call; nothing of what is said is prepared.

    Raises:
        KnownError: A step is refused, for instance because the story was played already.
    """
    demo = facts(folder)
    planner = session_of(demo, "planner")
    try:
        flight = flights.find_flight(planner, FLIGHT)
        done = screening.screen_flight(planner, flight.id)
        say(f"planner: {done.screened} passengers screened against {done.records} records: {done.held} held.")
        recipient = _recipient(planner)
    finally:
        planner.close()
    _decide(demo, flight.id, say)
    planner = session_of(demo, "planner")
    try:
        release = releasing.request(planner, flight.id, recipient)
        say(f"planner: release of the {release.passengers} who are left asked for.")
    finally:
        planner.close()
    approver = session_of(demo, "supervisor2")
    try:
        releasing.approve(approver, release.id)
        say("supervisor2: approved.")
    finally:
        approver.close()
    return _write(demo, release.id, folder / "released", say)


def _recipient(planner: Session) -> str:
    known = {one.name: one.id for one in recipients.recipients(planner)}
    return known.get("Liaison A") or recipients.add_recipient(planner, "Liaison A").id


def _decide(demo: DemoFacts, flight_id: str, say: Callable[[str], None]) -> None:
    second = SecondPerson("officer", _password(demo, "officer"))
    supervisor = session_of(demo, "supervisor")
    try:
        counts: dict[str, int] = {}
        for row in reviewing.holds(supervisor, flight_id):
            counts[row.category or ""] = counts.get(row.category or "", 0) + 1
            if row.hold.state is HoldState.OPEN:
                reason = "exposed" if row.category is Category.EXPOSURE else "claim-pending"
                needed = second if row.needs_second else None
                reviewing.decide(supervisor, row.hold.id, Verdict.UPHOLD, reason, "The records agree.", needed)
        for category, count in sorted(counts.items()):
            say(f"supervisor: {count} holds for {category}, each upheld: they stay off the flight.")
    finally:
        supervisor.close()


def _write(demo: DemoFacts, release_id: str, target: Path, say: Callable[[str], None]) -> Mapping[str, object]:
    target.mkdir(exist_ok=True)
    planner = session_of(demo, "planner")
    try:
        written = writing.write(planner, release_id, target)
        found = releasing.verify_file(planner, written.path)
        say(f"planner: {written.path} written with {written.passengers} passengers, SHA-256 {written.sha256}.")
        say(f"Read back: it is release {found.release.id[:8]} of the ledger." if found else "It is no release!")
        report = planner.vault.verify()
        say(f"The log has {report.entries} entries; {'all in order' if report.ok else report.problem}.")
        return {"file": str(written.path), "sha256": written.sha256, "passengers": written.passengers}
    finally:
        planner.close()
