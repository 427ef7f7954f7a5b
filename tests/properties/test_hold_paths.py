"""Whatever an office does, in whatever order: nobody is on a written list without the decisions required.

The truth is kept beside the program, by rules written down here once more: who is named where, what was said, who
signed what, and what changed after that.
"""

import atexit
import csv
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, partial
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from manifest_app.errors import KnownError
from manifest_app.model.hold import Category, HoldState, Origin, Verdict
from manifest_app.model.passenger import Passenger
from manifest_app.model.release import ReleaseState
from manifest_app.vault import flights as flight_store
from manifest_app.workflow import mending, recipients, releasing, reviewing, screening, writing
from manifest_app.workflow.reviewing import HoldRow
from manifest_app.workflow.session import Session
from tests.helpers.office import ROLES, Office, second
from tests.workflow.cases import ALL, ANY_REASON, NOTE, STATUS_HEADINGS, record

ROWS = range(2, 2 + len(ALL))
GRAVE = {"I-589 pending": False, "asylum granted": True, "VAWA": True, "words that no rule knows": True}
STATUS = {2: "", 3: "", 4: "I-589 pending", 5: "asylum granted", 6: ""}
PEOPLE = sorted(ROLES)
PAIRS: list[tuple[str, str | None]] = [
    ("sara", None),
    ("sara", "saul"),
    ("sara", "omar"),
    ("omar", "saul"),
    ("omar", None),
    ("petra", "omar"),
]
Tries = list[tuple[Verdict, tuple[str, str | None]]]
TRIES: st.SearchStrategy[Tries] = st.lists(
    st.tuples(st.sampled_from([*Verdict, Verdict.CLEAR]), st.sampled_from(PAIRS)), min_size=3, max_size=6
)
DECIDERS = {"omar", "sara", "saul"}
OFFICERS = {"omar"}


@cache
def _template() -> Office:
    home = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return Office(Path(home)).make()


@dataclass
class Ground:
    """A reason to hold somebody.

    Attributes:
        grave: Two persons let through, one of them a privacy officer.
        signers: Who let through on what stands today; empty when nobody did.
    """

    grave: bool
    signers: frozenset[str] = frozenset()

    def lets_through(self, importer: str) -> bool:
        if not self.signers or importer in self.signers or not self.signers <= DECIDERS:
            return False
        return not self.grave or (len(self.signers) == 2 and bool(self.signers & OFFICERS))


@dataclass
class Truth:
    """What is so, whatever the program thinks of it."""

    importer: str
    grounds: dict[int, dict[object, Ground]] = field(default_factory=lambda: {row: {} for row in ROWS})

    def may_travel(self, row: int) -> bool:
        return all(ground.lets_through(self.importer) for ground in self.grounds[row].values())

    def named(self, row: int, category: Category, *, grave: bool) -> None:
        key = (category, Origin.SCREENING)
        before = self.grounds[row].get(key)
        self.grounds[row][key] = Ground(grave or (before is not None and before.grave))

    def changed(self, row: int) -> None:
        for ground in self.grounds[row].values():
            ground.signers = frozenset()


class Offices(RuleBasedStateMachine):
    """An office at work, and the truth beside it."""

    @initialize(importer=st.sampled_from(["petra", "petra", "sara", "omar"]), last=TRIES)
    def start(self, importer: str, last: Tries) -> None:
        self.last = last
        self.home = Path(tempfile.mkdtemp())
        self.office = _template().copy(self.home)
        self.truth = Truth(importer)
        self.written = 0
        with self.office.session(importer) as session:
            rows = [(*row, STATUS[at]) for at, row in zip(ROWS, ALL, strict=True)]
            self.flight = self.office.flight(session, rows, STATUS_HEADINGS)
            self.recipient = recipients.add_recipient(session, "Liaison")
        for row, words in STATUS.items():
            if words:
                self.truth.grounds[row][Category.CLAIM, Origin.SOURCE] = Ground(GRAVE[words])

    def teardown(self) -> None:
        """Every path ends with a list, or with the attempt."""
        if not hasattr(self, "home"):
            return
        try:
            self.a_day_ends_with_a_list(self.last, "saul")
        finally:
            shutil.rmtree(self.home)

    @contextmanager
    def at(self, name: str) -> Iterator[Session]:
        with self.office.session(name) as session:
            yield session

    @rule(row=st.sampled_from(ROWS), basis=st.sampled_from(sorted(GRAVE)))
    def somebody_is_registered(self, row: int, basis: str) -> None:
        with self.at("omar") as officer:
            # A number of its own, so that no two files are the same.
            self.office.registry(
                officer, [(*record(ALL[row - 2]), basis, self.office.new_id())], "Basis", "Case Number"
            )
        self.truth.named(row, Category.CLAIM, grave=GRAVE[basis])

    @rule(row=st.sampled_from(ROWS))
    def somebody_is_exposed(self, row: int) -> None:
        with self.at("sara") as supervisor:
            self.office.exposed(supervisor, [record(ALL[row - 2])])
        self.truth.named(row, Category.EXPOSURE, grave=True)

    @rule(row=st.sampled_from(ROWS), name=st.sampled_from(PEOPLE))
    def fear_is_voiced(self, row: int, name: str) -> None:
        with self.at(name) as session:
            hold = reviewing.add_statement(session, self.flight.id, row, "afraid")
        self.truth.grounds[row][hold.id] = Ground(grave=False)

    @rule(row=st.sampled_from(ROWS), name=st.sampled_from(["petra", "paul", "saul"]), sex=st.sampled_from("FMX"))
    def a_passenger_is_corrected(self, row: int, name: str, sex: str) -> None:
        with self.at(name) as session:
            before = {one.row: one.identity for one in self.passengers(session)}
            mending.correct_passenger(session, self.flight.id, row, {"sex": sex})
            after = {one.row: one.identity for one in self.passengers(session)}
        assert {at for at in ROWS if before[at] != after[at]} <= {row}
        if before != after:
            self.truth.changed(row)

    @rule(name=st.sampled_from(PEOPLE))
    def the_flight_is_screened(self, name: str) -> None:
        with self.at(name) as session:
            self.tried(lambda: screening.screen_flight(session, self.flight.id))

    @rule(
        choice=st.integers(0, 20),
        verdict=st.sampled_from(Verdict),
        name=st.sampled_from(PEOPLE),
        other=st.sampled_from([None, *PEOPLE]),
    )
    def somebody_decides(self, choice: int, verdict: Verdict, name: str, other: str | None) -> None:
        rows = self.holds(open_only=True)
        if rows:
            self.decide(rows[choice % len(rows)], verdict, name, other)

    @rule(choice=st.integers(0, 20))
    def a_hold_is_opened_again(self, choice: int) -> None:
        rows = self.holds(open_only=False)
        if rows:
            row = rows[choice % len(rows)]
            with self.at("saul") as session:
                if self.tried(lambda: reviewing.reopen(session, row.hold.id, "doubts")):
                    self.truth.grounds[row.row][self.key(session, row)].signers = frozenset()

    @rule(
        verdict=st.sampled_from(Verdict), pair=st.sampled_from([("sara", "omar"), ("saul", "omar"), ("omar", "saul")])
    )
    def all_that_is_open_is_decided(self, verdict: Verdict, pair: tuple[str, str]) -> None:
        for row in self.holds(open_only=True):
            self.decide(row, verdict, *pair)

    @rule(
        asks=st.sampled_from(["petra", "paul", "sara"]),
        approves=st.sampled_from(["saul", "omar", "sara", "paul"]),
        screened=st.booleans(),
        again=st.booleans(),
    )
    def a_list_is_to_leave(self, asks: str, approves: str, screened: bool, again: bool) -> None:
        if screened:
            self.the_flight_is_screened("petra")
        with self.at(asks) as session:
            self.tried(lambda: releasing.request(session, self.flight.id, self.recipient.id, "csv"))
            waiting = [row.release for row in releasing.releases(session, self.flight.id)]
        for release in waiting:
            with self.at(approves) as session:
                if release.state is ReleaseState.REQUESTED:
                    self.tried(partial(releasing.approve, session, release.id))
            if release.state is not ReleaseState.WRITTEN or again:
                self.write(release.id)

    @rule(tries=TRIES, approves=st.sampled_from(["saul", "omar"]))
    def a_day_ends_with_a_list(self, tries: Tries, approves: str) -> None:
        """Everybody tries to decide; what is open after that is upheld, and the list leaves."""
        self.what_waits_is_refused()
        self.the_flight_is_screened("petra")
        for at, row in enumerate(self.holds(open_only=True)):
            verdict, pair = tries[at % len(tries)]
            self.decide(row, verdict, *pair)
        for row in self.holds(open_only=True):
            self.decide(row, Verdict.UPHOLD, "saul", None)
        self.a_list_is_to_leave("petra", approves, screened=False, again=False)

    @rule()
    def what_waits_is_refused(self) -> None:
        with self.at("saul") as session:
            for row in releasing.releases(session, self.flight.id):
                self.tried(partial(releasing.refuse, session, row.release.id, "late"))

    @rule(hours=st.integers(1, 30))
    def time_goes_by(self, hours: int) -> None:
        self.office.now += timedelta(hours=hours)

    # --- what the rules are made of -----------------------------------------------------------------------------------

    def write(self, release_id: str) -> None:
        target = self.home / f"list-{self.office.new_id()}.csv"
        with self.at("paul") as session:
            if not self.tried(lambda: writing.write(session, release_id, target)):
                assert not target.exists()
                return
        self.written += 1
        with target.open(encoding="utf-8", newline="") as file:
            cells = {cell for row in csv.reader(file) for cell in row}
        on_list = {row for row in ROWS if ALL[row - 2][7] in cells}
        assert on_list
        assert [row for row in on_list if not self.truth.may_travel(row)] == []

    def decide(self, row: HoldRow, verdict: Verdict, name: str, other: str | None) -> None:
        with self.at(name) as session:
            signer = second(other) if other else None
            if not self.tried(lambda: reviewing.decide(session, row.hold.id, verdict, ANY_REASON, NOTE, signer)):
                return
        letting_through = verdict is not Verdict.UPHOLD
        signers = frozenset(one for one in (name, other) if one and letting_through)
        with self.at("omar") as officer:
            self.truth.grounds[row.row][self.key(officer, row)].signers = signers

    def key(self, session: Session, row: HoldRow) -> object:
        ground = reviewing.hold(session, row.hold.id).ground
        assert ground is not None
        return row.hold.id if ground.category is Category.FEAR else (ground.category, ground.origin)

    def holds(self, *, open_only: bool) -> tuple[HoldRow, ...]:
        with self.at("omar") as officer:
            found = reviewing.holds(officer, self.flight.id)
        return tuple(row for row in found if (row.hold.state is HoldState.OPEN) == open_only)

    def passengers(self, session: Session) -> tuple[Passenger, ...]:
        with session.vault.read() as reader:
            return flight_store.passengers(reader, self.flight.id)

    @staticmethod
    def tried(act: Callable[[], object]) -> bool:
        try:
            act()
        except KnownError:
            return False
        return True


TestHoldPaths = Offices.TestCase
# A shorter path would take minutes to find, and tells no more.
TestHoldPaths.settings = settings(
    max_examples=14, stateful_step_count=10, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)


def test_lists_are_written_on_these_paths() -> None:
    """The machine above would show nothing if no path ended in a file."""
    office = Offices()
    office.start("petra", [(Verdict.CLEAR, ("sara", "omar"))])
    try:
        office.somebody_is_registered(2, "VAWA")
        office.somebody_is_exposed(3)
        office.the_flight_is_screened("petra")
        office.fear_is_voiced(6, "uma")
        office.a_list_is_to_leave("petra", "saul", screened=True, again=False)
        assert office.written == 0
        office.all_that_is_open_is_decided(Verdict.CLEAR, ("sara", "omar"))
        office.a_list_is_to_leave("petra", "saul", screened=True, again=True)
        assert office.written == 1
        assert all(office.truth.may_travel(row) for row in ROWS)
        office.a_passenger_is_corrected(2, "paul", "M")
        assert not office.truth.may_travel(2)
        office.a_list_is_to_leave("petra", "saul", screened=True, again=True)
        assert office.written == 1
    finally:
        office.teardown()
