"""S9: two offices with the same public events send the same sequence of lists, whatever each knows of protection.

Drawn is what happens to a flight in the open: lists are sent, passengers are corrected or exchanged, the list is
brought in anew, something is said on the phone. Before it and in between, one office knows or learns something of some
passengers, or that it is over, and lets them through after looking at it; the other knows something of others, or
nothing. Every list, its name and number, and all that a planner reads must be equal.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from manifest_app.errors import KnownError
from manifest_app.model.contact import Channel, Told
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Hold, Verdict
from manifest_app.model.passenger import Passenger
from manifest_app.model.release import FlightFacts
from manifest_app.release.naming import file_name
from manifest_app.review.clearance import cleared
from manifest_app.vault import Reader
from manifest_app.vault.registry import registry_version
from manifest_app.workflow import (
    clearing,
    contacts,
    flights,
    mending,
    recipients,
    registry,
    releasing,
    reviewing,
    screening,
    writing,
)
from manifest_app.workflow.importing import import_manifest
from manifest_app.workflow.releasing import next_number
from manifest_app.workflow.session import Session
from tests.helpers.office import HEADINGS, Office, second, table_of
from tests.workflow.cases import ALL, decide, expose, register

PUBLIC = ["release", "correct", "swap", "import", "tell"]
# What one of the two offices alone learns or unlearns, between the events that both have.
SECRET = ["learn one", "learn other", "unlearn one", "unlearn other"]
EVENTS = st.lists(st.sampled_from([*PUBLIC, *SECRET]), min_size=2, max_size=5).map(lambda drawn: [*drawn, "release"])
KNOWN = st.tuples(st.frozensets(st.integers(0, 4), max_size=2), st.frozensets(st.integers(0, 4), max_size=1))
Known = tuple[frozenset[int], frozenset[int]]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("histories")).make()


class History:
    """One office, and what leaves it."""

    def __init__(self, office: Office, known: Known) -> None:
        self.office = office
        self.seen: list[object] = []
        self.claims = set(known[0])
        with office.session("petra") as planner:
            self.flight: Flight = office.flight(planner, ALL)
            self.recipient = recipients.add_recipient(planner, "Liaison").id
        for at in sorted(known[0]):
            register(office, ALL[at], "I-589 pending")
        if known[1]:
            expose(office, *(ALL[at] for at in sorted(known[1])))
        with office.session("petra") as planner:
            screening.screen_flight(planner, self.flight.id)

    def happen(self, event: str) -> None:
        """One public event; what it takes inside the office is done first."""
        {
            "release": self._release,
            "correct": self._correct,
            "swap": self._swap,
            "import": self._import,
            "tell": self._tell,
        }[event]()

    def learn(self, at: int) -> None:
        """A claim becomes known, if it was not: the same file is not brought in twice."""
        if at not in self.claims:
            self.claims.add(at)
            register(self.office, ALL[at], "I-589 pending")

    def unlearn(self) -> None:
        """Every claim that is known ends."""
        with self.office.session("sara") as supervisor:
            for row in registry.registry(supervisor):
                if not row.record.ended:
                    registry.end_record(supervisor, row.record.id, "decided elsewhere", second())

    def _swap(self) -> None:
        count = len(self.seen)
        values = {"family_name": f"Ledesma {'NOP'[count % 3]}uz", "given_names": "Zoe", "birth_date": "1977-07-07"}
        with self.office.session("petra") as planner:
            mending.correct_passenger(planner, self.flight.id, 3, values)
        self.seen.append("swapped")

    def _import(self) -> None:
        number = self.flight.number
        with self.office.session("petra") as planner:
            flights.cancel_flight(planner, self.flight.id, "brought in anew")
            self.flight = flights.new_flight(planner, number, self.flight.departure, "IAH", "HAV")
            path = self.office.file(f"again-{len(self.seen)}.csv", HEADINGS, ALL[:4])
            import_manifest(planner, self.flight.id, path, table_of(path))
        self.seen.append("imported")

    def _correct(self) -> None:
        count = len(self.seen)
        with self.office.session("petra") as planner:
            mending.correct_passenger(planner, self.flight.id, 2, {"given_names": f"Odalys {'LMN'[count % 3]}uz"})
        self.seen.append("corrected")

    def _tell(self) -> None:
        with self.office.session("petra") as planner:
            try:
                told = (Told(1, "some"),)
                contacts.add_contact(planner, self.flight.id, self.recipient, Channel.CALL, "a remark", told=told)
                self.seen.append("told")
            except KnownError as refusal:
                self.seen.append(str(refusal))

    def _release(self) -> None:
        with self.office.session("petra") as planner:
            screening.screen_flight(planner, self.flight.id)
        decide(self.office, self.flight, Verdict.NOT_THE_SAME)
        with self.office.session("petra") as planner:
            shown = releasing.preview(planner, self.flight.id, self.recipient, "csv")
            release = releasing.request(planner, self.flight.id, self.recipient, "csv")
        with self.office.session("omar") as officer:
            approved = releasing.approve(officer, release.id)
        with self.office.session("petra") as planner:
            done = writing.write(planner, release.id, self.office.home)
        self.seen.append((shown, approved.number, done.path.name, done.path.read_bytes(), done.passengers))


def _observed(template: Office, known: Known, events: Sequence[str], me: str) -> list[object]:
    home = Path(tempfile.mkdtemp())
    try:
        history = History(template.copy(home), known)
        for at, event in enumerate(events):
            if event in PUBLIC:
                history.happen(event)
            elif event == f"learn {me}":
                history.learn(at % len(ALL))
            elif event == f"unlearn {me}":
                history.unlearn()
        return history.seen
    finally:
        shutil.rmtree(home)


@settings(max_examples=5, phases=(Phase.explicit, Phase.generate))
@given(EVENTS, KNOWN, KNOWN)
def test_the_same_public_history_gives_the_same_lists(
    template: Office, events: list[str], one: Known, other: Known
) -> None:
    assert _observed(template, one, events, "one") == _observed(template, other, events, "other")


def _number_that_counts_the_withheld(patch: pytest.MonkeyPatch) -> None:
    def number(reader: Reader, flight_id: str, recipient_id: str) -> int:
        return next_number(reader, flight_id, recipient_id) + registry_version(reader)

    patch.setattr(releasing, "next_number", number)
    patch.setattr(writing, "next_number", number)


def _list_without_those_who_were_looked_at(patch: pytest.MonkeyPatch) -> None:
    def without(passengers: Iterable[Passenger], holds: Iterable[Hold]) -> tuple[Passenger, ...]:
        held = {hold.passenger_id for hold in holds}
        return tuple(one for one in cleared(passengers, ()) if one.id not in held)

    patch.setattr(clearing, "cleared", without)


def _name_that_tells(patch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def decide(session: Session, hold_id: str, *rest: object, **named: object) -> object:
        looked_at.append(hold_id)
        return real(session, hold_id, *rest, **named)

    def name(flight: FlightFacts, number: int, file_format: str) -> str:
        return file_name(flight, number, file_format).replace("_v", "_V" if looked_at else "_v")

    real: Callable[..., object] = reviewing.decide
    patch.setattr(reviewing, "decide", decide)
    patch.setattr(releasing, "file_name", name)


@pytest.mark.parametrize(
    "leak", [_number_that_counts_the_withheld, _list_without_those_who_were_looked_at, _name_that_tells]
)
def test_an_office_that_leaks_over_time_is_noticed(
    template: Office, monkeypatch: pytest.MonkeyPatch, leak: Callable[[pytest.MonkeyPatch], None]
) -> None:
    leak(monkeypatch)
    nobody = _observed(template, (frozenset(), frozenset()), ["release"], "one")
    somebody = _observed(template, (frozenset({1}), frozenset()), ["release"], "other")
    assert nobody != somebody
