"""An office in the test's own process: a vault with cheap passwords, synthetic people, files made on the spot."""

import csv
import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from manifest_app.files.prescan import FileKind
from manifest_app.intake.table import Sheet, Table
from manifest_app.model.flight import Flight
from manifest_app.model.people import Policy, Role
from manifest_app.vault import KdfLimits, KdfParameters, NewPerson, create_vault, open_vault
from manifest_app.workflow import flights, incidents, registry
from manifest_app.workflow.importing import ImportOptions, ImportReport, import_manifest
from manifest_app.workflow.registry import RecordImportReport
from manifest_app.workflow.session import SecondPerson, Session

CHEAP = KdfParameters(memory_kib=8 * 4, iterations=1, lanes=4)
CHEAP_LIMITS = KdfLimits(CHEAP, KdfParameters(memory_kib=1 << 20, iterations=20, lanes=16))
PASSWORD = "a sentence for tests only"
START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HEADINGS = ("A#", "Last Name", "First Name", "DOB", "Sex", "COC", "Doc Type", "Doc No.", "Issuer", "Expiry")
ROLES: Mapping[str, Role] = {
    "ada": Role.ADMIN,
    "omar": Role.OFFICER,
    "petra": Role.PLANNER,
    "paul": Role.PLANNER,
    "sara": Role.SUPERVISOR,
    "saul": Role.SUPERVISOR,
    "uma": Role.AUDITOR,
}


@dataclass
class Office:
    """A vault, and a clock that the test moves.

    Attributes:
        home: Folder of the vault and the files.
        now: What the clock says.
    """

    home: Path
    policy: Policy = field(default_factory=Policy)
    now: datetime = START
    _count: int = 0

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self.home / "vault"

    def make(self) -> "Office":
        """Make the vault with all its people."""
        people = [NewPerson(name, role, f"{PASSWORD} {name}") for name, role in ROLES.items()]
        pins = self.home / "pins"
        create_vault(self.folder, people, self.policy, demonstration=True, clock=self.clock, kdf=CHEAP, pins=pins)
        return self

    def copy(self, home: Path) -> "Office":
        """The same office in another folder; its computer has not seen the vault before."""
        home.mkdir(parents=True, exist_ok=True)
        shutil.copytree(self.folder, home / "vault")
        return Office(home, self.policy, self.now, self._count)

    def clock(self) -> datetime:
        """The time; a second later at each look, so that entries have an order."""
        self.now += timedelta(seconds=1)
        return self.now

    @contextmanager
    def session(self, name: str) -> Iterator[Session]:
        """Somebody at the program."""
        session = self.unlock(name)
        try:
            yield session
        finally:
            session.close()

    def unlock(self, name: str) -> Session:
        """Somebody at the program, until the session is closed."""
        vault = open_vault(
            self.folder, name, f"{PASSWORD} {name}", clock=self.clock, pins=self.home / "pins", limits=CHEAP_LIMITS
        )
        return Session(vault, clock=self.clock, new_id=self.new_id)

    def new_id(self) -> str:
        """Ids that count: the same in every run."""
        self._count += 1
        return f"{self._count:032x}"

    def file(self, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
        """A CSV file."""
        path = self.home / name
        with path.open("w", encoding="utf-8", newline="") as target:
            csv.writer(target).writerows([headings, *rows])
        return path

    def flight(self, session: Session, rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> Flight:
        """A flight with a list of these rows."""
        return self.imported(session, rows, headings)[0]

    def imported(
        self,
        session: Session,
        rows: Sequence[Sequence[str]],
        headings: Sequence[str] = HEADINGS,
        options: ImportOptions | None = None,
    ) -> tuple[Flight, ImportReport]:
        """A flight with a list of these rows, and what the import said."""
        made = flights.new_flight(session, f"RX-{self.new_id()[-4:]}", date(2026, 12, 4), "IAH", "HAV")
        path = self.file(f"{made.number}.csv", headings, rows)
        report = import_manifest(session, made.id, path, table_of(path), options)
        return flights.find_flight(session, made.id), report

    def registry(self, session: Session, rows: Sequence[Sequence[str]], *more: str) -> RecordImportReport:
        """People in the registry: surname, given names, birth date, A-number, and a cell for each further heading."""
        path = self.file(
            f"registry-{self.new_id()[-4:]}.csv", ("Surname", "Given Names", "DOB", "A-Number", *more), rows
        )
        return registry.import_protection(session, path, table_of(path))

    def exposed(self, session: Session, rows: Sequence[Sequence[str]]) -> RecordImportReport:
        """People on an exposure list: surname, given names, birth date, A-number."""
        incident = incidents.new_incident(session, f"Leak {self.new_id()[-4:]}")
        path = self.file(f"leak-{self.new_id()[-4:]}.csv", ("Surname", "Given Names", "DOB", "A-Number"), rows)
        return incidents.import_list(session, incident.id, path, table_of(path))


def table_of(path: Path) -> Table:
    """What the parser's child reads of a CSV file, read here: a process takes longer to start than a test to run."""
    data = path.read_bytes()
    with path.open(encoding="utf-8", newline="") as source:
        rows = tuple(tuple(cell or None for cell in row) for row in csv.reader(source))
    digest = hashlib.sha256(data).hexdigest()
    return Table(path.name, digest, len(data), FileKind.CSV, (Sheet(path.stem, 1, rows),))


def second(name: str = "omar") -> SecondPerson:
    """Somebody who signs as well."""
    return SecondPerson(name, f"{PASSWORD} {name}")


def person(number: int, family: str, given: str, born: str) -> tuple[str, ...]:
    """A row of a list."""
    return (f"{910000000 + number}", family, given, born, "F", "CUB", "P", f"K{100000 + number}", "CUB", "2030-01-31")
