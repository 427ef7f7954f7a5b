"""No path from a hold to a list without the decisions required, whatever is screened, edited, decided or forged."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from manifest_app.errors import KnownError
from manifest_app.model.finding import Finding, Tier
from manifest_app.model.hold import Category, Decision, Hold, HoldGround, HoldState, HoldView, Origin, Signed, Verdict
from manifest_app.model.passenger import Passenger
from manifest_app.model.people import Person
from manifest_app.model.protection import Record, RecordSource
from manifest_app.review.clearance import cleared, effective_state
from manifest_app.review.decisions import check_decision, content_digest, decision_digest, needs_second, reasons
from manifest_app.review.holds import Existing, Key, reconcile, screening_grounds
from manifest_app.review.states import HoldEvent, apply, event_of
from tests.review.office import (
    BASES,
    FLIGHT,
    NOW,
    OFFICER,
    PEOPLE,
    SUPERVISOR,
    SUPERVISOR2,
    details,
    hold,
    passenger,
    record,
    sign,
    verify,
)

BASIS = {"r1": "ASY-P", "r2": "ASY-G", "x1": ""}
NAMES = [person.name for person in PEOPLE]
some_person: st.SearchStrategy[Person] = st.sampled_from(PEOPLE)
some_hold = st.integers(0, 30)


class Office(RuleBasedStateMachine):
    """The vault in small: what is stored, and besides it the truth about who signed what."""

    @initialize(importer=st.sampled_from(["planner", "supervisor", "officer"]))
    def start(self, importer: str) -> None:
        self.importer = importer
        self.passengers = {one.id: one for one in (passenger(1), passenger(2), passenger(3))}
        self.records: dict[str, Record] = {
            "r1": record("r1"), "r2": record("r2"), "x1": record("x1", RecordSource.EXPOSURE),
        }  # fmt: skip
        self.findings: set[tuple[str, str]] = {("p1", "r1"), ("p2", "r2"), ("p3", "x1")}
        self.holds: dict[str, Hold] = {}
        self.grounds: dict[str, HoldGround] = {}
        self.digests: dict[str, str] = {}
        self.decisions: dict[str, Decision] = {}
        self.honest: set[tuple[str, str, str]] = set()
        self.screen()

    @rule()
    def screen(self) -> None:
        found = [
            Finding(who, what, self.records[what].version, 12.0, 0.9, Tier.MATCH, ()) for who, what in self.findings
        ]
        grounds = screening_grounds(tuple(self.passengers.values()), found, self.records)
        wanted = {key: content_digest(FLIGHT, self.passengers[key[0]], one) for key, one in grounds.items()}
        before = {key: self.states_of(key) for key in wanted}
        changes = reconcile(self.existing(), wanted)
        for key in changes.new:
            self.open(key, grounds[key])
        for key, one in (*changes.updated, *changes.reopened):
            state = one.state if one.state is HoldState.OPEN else apply(one.state, HoldEvent.REOPEN)
            self.put(replace(one, state=state, version=one.version + 1), grounds[key])
        assert {one.id for one in changes.unchanged} <= {one for ids in before.values() for one in ids}

    @rule(who=st.sampled_from(["p1", "p2", "p3"]), what=st.sampled_from(["r1", "r2", "x1"]), there=st.booleans())
    def the_registry_finds_otherwise(self, who: str, what: str, there: bool) -> None:
        (self.findings.add if there else self.findings.discard)((who, what))

    @rule(what=st.sampled_from(["r1", "r2", "x1"]))
    def a_record_is_corrected(self, what: str) -> None:
        self.records[what] = replace(self.records[what], version=self.records[what].version + 1)

    @rule(who=st.sampled_from(["p1", "p2", "p3"]), name=st.sampled_from(["Ana", "Eva", "Ana Eva"]))
    def a_passenger_is_edited(self, who: str, name: str) -> None:
        old = self.passengers[who]
        new = replace(old, identity=replace(old.identity, given_names=name), version=old.version + 1)
        self.passengers[who] = new

    @rule(who=st.sampled_from(["p1", "p2", "p3"]))
    def fear_is_voiced(self, who: str) -> None:
        ground = HoldGround(Category.FEAR, statement="afraid", origin=Origin.STATEMENT)
        self.open((who, Category.FEAR), ground)

    @rule(
        at=some_hold,
        verdict=st.sampled_from([*Verdict, Verdict.CLEAR]),
        code=st.integers(0, 30),
        maker=st.sampled_from([SUPERVISOR, OFFICER]) | some_person,
        other=st.sampled_from([None, SUPERVISOR, SUPERVISOR2, OFFICER]) | some_person,
    )
    def somebody_decides(self, at: int, verdict: Verdict, code: int, maker: Person, other: Person | None) -> None:
        one = self.pick(at)
        ground, who = self.grounds[one.id], self.passengers[one.passenger_id]
        fitting = [
            each.code for each in reasons().values() if verdict in each.verdicts and ground.category in each.categories
        ]
        reason = [*fitting, "no-such-code"][code % (len(fitting) + 1)]
        try:
            check_decision(
                verdict=verdict, reason=reason, note="seen", ground=ground, needs_second=self.two(ground),
                decider=maker, second=other, importer=self.importer,
            )  # fmt: skip
            state = apply(one.state, event_of(verdict))
        except KnownError:
            return
        unsigned = Decision(one.id, verdict, reason, "seen", NOW, content_digest(FLIGHT, who, ground), ())
        digest = decision_digest(unsigned)
        makers = [maker.name] + ([other.name] if other else [])
        self.honest.update((name, digest, verdict.value) for name in makers)
        signed = tuple(Signed(name, sign(name, digest)) for name in makers)
        self.decisions[one.id] = replace(unsigned, signatures=signed)
        self.holds[one.id] = replace(one, state=state, version=one.version + 1)

    @rule(at=some_hold, state=st.sampled_from(HoldState))
    def a_state_is_forged(self, at: int, state: HoldState) -> None:
        one = self.pick(at)
        self.holds[one.id] = replace(one, state=state)

    @rule(
        at=some_hold,
        frm=some_hold,
        verdict=st.sampled_from(Verdict),
        makers=st.lists(st.sampled_from(NAMES), max_size=3),
    )
    def a_decision_is_forged(self, at: int, frm: int, verdict: Verdict, makers: list[str]) -> None:
        one, stolen = self.pick(at), self.decisions.get(self.pick(frm).id)
        content = content_digest(FLIGHT, self.passengers[one.passenger_id], self.grounds[one.id])
        reason = "record-ended" if verdict is Verdict.CLEAR else "different-biometrics"
        signatures = stolen.signatures if stolen else tuple(Signed(name, b"forged") for name in makers)
        self.decisions[one.id] = Decision(one.id, verdict, reason, "forged", NOW, content, signatures)
        self.holds[one.id] = replace(one, state=apply(HoldState.OPEN, event_of(verdict)))

    @rule(at=some_hold, frm=some_hold)
    def a_decision_is_moved_to_another_hold(self, at: int, frm: int) -> None:
        one, stolen = self.pick(at), self.decisions.get(self.pick(frm).id)
        if stolen:
            self.decisions[one.id] = stolen
            self.holds[one.id] = replace(one, state=apply(HoldState.OPEN, event_of(stolen.verdict)))

    @invariant()
    def who_is_held_is_on_no_list_without_the_decisions_required(self) -> None:
        if not hasattr(self, "holds"):
            return
        today = [replace(one, state=self.really(one)) for one in self.holds.values()]
        on_list = {one.id for one in cleared(tuple(self.passengers.values()), today)}
        for one in today:
            if one.passenger_id in on_list or one.state in (HoldState.CLEARED, HoldState.NOT_THE_SAME):
                self.was_let_through(one)

    def was_let_through(self, one: Hold) -> None:
        """The truth, asked of who really signed, and not of the code under test."""
        made = self.decisions[one.id]
        digest = decision_digest(made)
        signers = {name for name, signed, verdict in self.honest if signed == digest and verdict != "uphold"}
        roles = {person.role.value for person in PEOPLE if person.name in signers}
        assert made.hold_id == one.id
        assert signers
        assert self.importer not in signers
        assert roles <= {"supervisor", "officer"}
        ground = self.grounds[one.id]
        assert made.content_digest == content_digest(FLIGHT, self.passengers[one.passenger_id], ground)
        grave = ground.category is Category.EXPOSURE or any(name == "r2" for name, _ in ground.records)
        if grave:
            assert len(signers) == 2
            assert "officer" in roles

    def pick(self, at: int) -> Hold:
        return list(self.holds.values())[at % len(self.holds)]

    def states_of(self, key: Key) -> set[str]:
        return {one.id for one in self.holds.values() if one.passenger_id == key[0]}

    def existing(self) -> list[Existing]:
        views = {name: HoldView(ground.category, ground.origin, content_digest=self.digests[name])
                 for name, ground in self.grounds.items()}  # fmt: skip
        return [Existing(one, views[one.id]) for one in self.holds.values()]

    def open(self, key: Key, ground: HoldGround) -> None:
        new = hold(number=len(self.holds) + 1)
        self.put(replace(new, passenger_id=key[0]), ground)

    def put(self, one: Hold, ground: HoldGround) -> None:
        who: Passenger = self.passengers[one.passenger_id]
        self.holds[one.id], self.grounds[one.id] = one, ground
        self.digests[one.id] = content_digest(FLIGHT, who, ground)

    def two(self, ground: HoldGround) -> bool:
        opened = {name: details(basis) for name, basis in BASIS.items()}
        return needs_second(ground, self.records, opened, BASES)

    def really(self, one: Hold) -> HoldState:
        ground = self.grounds[one.id]
        return effective_state(
            one, ground, self.decisions.get(one.id), self.passengers[one.passenger_id],
            needs_second=self.two(ground), people=PEOPLE, importer=self.importer, verify=verify,
        )  # fmt: skip


TestNoWayAround = Office.TestCase
TestNoWayAround.settings = settings(max_examples=250, stateful_step_count=40, deadline=None)
