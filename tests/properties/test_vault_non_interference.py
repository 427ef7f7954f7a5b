"""S1 to S3 through the whole program: two vaults that know different things write the same release, byte for byte.

Drawn are the people of a flight, who of them stays off it, and for each office of its own why: a claim on one basis or
another, an exposure, words in the source, a statement; whom else registry and lists name; in which order and with which
signatures all this came about. What leaves, and what a planner is told on the way, must be equal.
"""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from manifest_app.errors import ExitCode
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Verdict
from manifest_app.workflow import flights, recipients, releasing, reviewing, screening, writing
from manifest_app.workflow.importing import import_manifest
from tests.helpers.observing import Seen, observe
from tests.helpers.office import HEADINGS, Office, person, second, table_of
from tests.workflow.cases import ALL, ANY_REASON, NOTE, record

CROWD = (
    *ALL,
    person(6, "Guerra Pantoja", "Nieves", "1982-12-05"),
    person(7, "Hidalgo Ynclan", "Zoraida", "1999-04-22"),
)
ELSEWHERE = tuple(
    person(500 + at, family, given, born)
    for at, (family, given, born) in enumerate(
        [
            ("Quimbo Nadal", "Teresa", "1970-02-02"),
            ("Ulloa Wences", "Petrona", "1966-10-10"),
            ("Xirau Llanes", "Benita", "1973-07-07"),
        ]
    )
)
BASES = ["I-589 pending", "asylum granted", "VAWA", "stay granted", "words that no rule knows"]
WAYS = ["registry", "exposure", "both", "source", "statement"]


@dataclass(frozen=True)
class Knowledge:
    """What one of the offices knows, and how it came to decide.

    Attributes:
        ways: For each of those who stay off, why.
        bases: For each of them, on which basis.
        elsewhere: Who else is in the registry or on the list, and is on no flight.
        looked_at: Those on the list whom screening held as well, and who were let through again.
        decider: Who decided.
        screened: How often.
    """

    ways: tuple[str, ...]
    bases: tuple[str, ...]
    elsewhere: frozenset[int]
    looked_at: frozenset[int]
    decider: str
    screened: int


def _knowledge() -> st.SearchStrategy[Knowledge]:
    five = len(CROWD)
    return st.builds(
        Knowledge,
        st.tuples(*[st.sampled_from(WAYS)] * five),
        st.tuples(*[st.sampled_from(BASES)] * five),
        st.frozensets(st.integers(0, len(ELSEWHERE) - 1)),
        st.frozensets(st.integers(0, five - 1), max_size=2),
        st.sampled_from(["sara", "omar"]),
        st.integers(1, 2),
    )


@dataclass(frozen=True)
class World:
    """One way in which things can be, on top of what is public."""

    office: Office
    off: frozenset[int]
    knows: Knowledge

    def known(self, *ways: str) -> list[tuple[str, ...]]:
        """Rows of records for those who stay off for such a reason."""
        return [(*record(CROWD[at]), self.knows.bases[at]) for at in sorted(self.off) if self.knows.ways[at] in ways]

    def records(self) -> None:
        others = [(*record(ELSEWHERE[at]), "I-589") for at in sorted(self.knows.elsewhere)]
        looked_at = [(*record(CROWD[at]), "I-589") for at in sorted(self.knows.looked_at - self.off)]
        with self.office.session("omar") as officer:
            listed = [*self.known("registry", "both"), *others, *looked_at]
            if listed:
                self.office.registry(officer, listed, "Basis")
            exposed = [row[:-1] for row in [*self.known("exposure", "both"), *others[:1]]]
            if exposed:
                self.office.exposed(officer, exposed)

    def flight(self) -> Flight:
        said = {at: self.knows.bases[at] for at in self.off if self.knows.ways[at] == "source"}
        rows = [(*row, said.get(at, "")) for at, row in enumerate(CROWD)]
        path = self.office.file("list.csv", (*HEADINGS, "Status"), rows)
        with self.office.session("petra") as planner:
            made = flights.new_flight(planner, "RX-114", date(2026, 12, 4), "IAH", "HAV")
            import_manifest(planner, made.id, path, table_of(path))
        return made

    def decide(self, flight: Flight) -> None:
        with self.office.session(self.knows.decider) as session:
            for _ in range(self.knows.screened):
                screening.screen_flight(session, flight.id)
            for at in sorted(self.off):
                if self.knows.ways[at] == "statement":
                    reviewing.add_statement(session, flight.id, at + 2, "afraid")
            other = second("omar" if self.knows.decider == "sara" else "saul")
            for row in reviewing.holds(session, flight.id, open_only=True):
                verdict = Verdict.UPHOLD if row.row - 2 in self.off else Verdict.NOT_THE_SAME
                reviewing.decide(session, row.hold.id, verdict, ANY_REASON, NOTE, other)

    def release(self, flight: Flight, file_format: str, *, early: bool) -> Seen:
        """What leaves and what shows beside it, or what a planner is told instead; nothing else of the office."""
        return observe(
            self.office.home / "seen", lambda folder: self._released(flight, file_format, folder, early=early)
        )

    def _released(self, flight: Flight, file_format: str, folder: Path, *, early: bool) -> tuple[object, ...]:
        with self.office.session("petra") as planner:
            recipient = recipients.add_recipient(planner, "Liaison")
            if early:
                releasing.request(planner, flight.id, recipient.id, file_format)
            shown = releasing.preview(planner, flight.id, recipient.id, file_format)
            release = releasing.request(planner, flight.id, recipient.id, file_format)
        with self.office.session("saul") as supervisor:
            releasing.approve(supervisor, release.id)
        with self.office.session("petra") as planner:
            done = writing.write(planner, release.id, folder)
        return shown, done.path.name, done.sha256, done.passengers


def _observed(template: Office, off: frozenset[int], knows: Knowledge, file_format: str, *, decided: bool) -> Seen:
    home = Path(tempfile.mkdtemp())
    try:
        world = World(template.copy(home), off, knows)
        world.records()
        flight = world.flight()
        if not decided:
            with world.office.session("sara") as session:
                screening.screen_flight(session, flight.id)
                for at in sorted(off):
                    reviewing.add_statement(session, flight.id, at + 2, "afraid")
            return world.release(flight, file_format, early=True)
        world.decide(flight)
        return world.release(flight, file_format, early=False)
    finally:
        shutil.rmtree(home)


# A smaller failure would take minutes to find, and tells no more.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
OFF = st.frozensets(st.integers(0, len(CROWD) - 1), min_size=1, max_size=4)


@settings(max_examples=6, phases=UNSHRUNK)
@given(OFF, _knowledge(), _knowledge(), st.sampled_from(["xlsx", "csv"]))
def test_two_vaults_that_know_different_things_write_the_same(
    office_template: Office, off: frozenset[int], one: Knowledge, other: Knowledge, file_format: str
) -> None:
    seen = _observed(office_template, off, one, file_format, decided=True)
    assert seen == _observed(office_template, off, other, file_format, decided=True)
    assert seen.answer[-1] == len(CROWD) - len(off)
    assert len(seen.names) == len(seen.contents) == 1
    assert (seen.left, seen.printed) == ((), "")
    assert {line.split()[0] for line in seen.logged} <= {"filelock"}
    assert not _named(seen, [CROWD[at] for at in off])


@settings(max_examples=4, phases=UNSHRUNK)
@given(OFF, _knowledge(), _knowledge())
def test_two_vaults_that_know_different_things_refuse_with_the_same_words(
    neutral_template: Office, off: frozenset[int], one: Knowledge, other: Knowledge
) -> None:
    seen = _observed(neutral_template, off, one, "csv", decided=False)
    assert seen == _observed(neutral_template, off, other, "csv", decided=False)
    assert seen.answer[-1] == ExitCode.BLOCKED
    assert seen.names == ()


def _named(seen: Seen, people: Sequence[Sequence[str]]) -> list[str]:
    text = repr(seen)
    return [word for row in people for word in (row[0], row[1], row[7]) if word in text or word.upper() in text]
