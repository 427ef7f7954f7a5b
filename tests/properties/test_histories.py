"""S9: two offices with the same public events send the same sequence of lists, whatever each knows of protection.

Drawn is what happens to a flight in the open: lists are sent, passengers are corrected, something is said on the phone.
Beside it one office knows something of some passengers and lets them through after looking at it, and the other knows
something of others, or nothing. Every list, its name and number, and all that a planner reads must be equal.
"""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from manifest_app.errors import KnownError
from manifest_app.model.contact import Channel, Told
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Verdict
from manifest_app.workflow import contacts, mending, recipients, releasing, screening, writing
from tests.helpers.office import Office
from tests.workflow.cases import ALL, decide, expose, register

EVENTS = st.lists(st.sampled_from(["release", "correct", "tell"]), min_size=1, max_size=3).map(
    lambda drawn: [*drawn, "release"]
)
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
        {"release": self._release, "correct": self._correct, "tell": self._tell}[event]()

    def _correct(self) -> None:
        count = len(self.seen)
        with self.office.session("petra") as planner:
            mending.correct_passenger(planner, self.flight.id, 2, {"given_names": f"Odalys {'LMN'[count % 3]}uz"})
            screening.screen_flight(planner, self.flight.id)
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
        decide(self.office, self.flight, Verdict.NOT_THE_SAME)
        with self.office.session("petra") as planner:
            shown = releasing.preview(planner, self.flight.id, self.recipient, "csv")
            release = releasing.request(planner, self.flight.id, self.recipient, "csv")
        with self.office.session("omar") as officer:
            approved = releasing.approve(officer, release.id)
        with self.office.session("petra") as planner:
            done = writing.write(planner, release.id, self.office.home)
        self.seen.append((shown, approved.number, done.path.name, done.path.read_bytes(), done.passengers))


def _observed(template: Office, known: Known, events: Sequence[str]) -> list[object]:
    home = Path(tempfile.mkdtemp())
    try:
        history = History(template.copy(home), known)
        for event in events:
            history.happen(event)
        return history.seen
    finally:
        shutil.rmtree(home)


@settings(max_examples=5, phases=(Phase.explicit, Phase.generate))
@given(EVENTS, KNOWN, KNOWN)
def test_the_same_public_history_gives_the_same_lists(
    template: Office, events: list[str], one: Known, other: Known
) -> None:
    assert _observed(template, one, events) == _observed(template, other, events)
