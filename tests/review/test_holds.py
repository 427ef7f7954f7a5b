"""Which holds there are, and what a repeated screening changes."""

from dataclasses import dataclass, replace

from manifest_app.model.finding import Finding, Tier
from manifest_app.model.hold import Category, HoldState, HoldView, Origin
from manifest_app.model.protection import RecordSource
from manifest_app.review.holds import Existing, reconcile, screening_grounds, source_grounds
from tests.review.office import BASES, hold, passenger, record


@dataclass(frozen=True, slots=True)
class Row:
    passenger_id: str
    cells: tuple[tuple[str, str], ...] = (("Status", "8G"),)
    bases: tuple[str, ...] = ()
    unmapped_status: bool = False


def finding(passenger_id: str, record_id: str, version: int = 1) -> Finding:
    return Finding(passenger_id, record_id, version, 12.0, 0.9, Tier.MATCH, ())


def test_a_known_basis_is_a_claim_and_an_unknown_word_is_data() -> None:
    rows = [
        Row("p1", bases=("ASY-P",)),
        Row("p2", bases=("UNK",), unmapped_status=True),
        Row("p3", bases=("ASY-G", "UNK"), unmapped_status=True),
        Row("p4"),
    ]
    grounds = source_grounds(rows, BASES)
    assert list(grounds) == [
        ("p1", Category.CLAIM), ("p2", Category.DATA), ("p3", Category.CLAIM), ("p3", Category.DATA),
    ]  # fmt: skip
    assert not grounds["p1", Category.CLAIM].needs_second
    assert grounds["p2", Category.DATA].needs_second
    assert grounds["p3", Category.CLAIM].needs_second
    assert grounds["p3", Category.CLAIM].bases == ("ASY-G",)
    assert all(one.origin is Origin.SOURCE and one.source_values == (("Status", "8G"),) for one in grounds.values())


def test_a_code_the_table_does_not_know_is_data() -> None:
    grounds = source_grounds([Row("p1", bases=("NEW",))], BASES)
    assert grounds["p1", Category.DATA].bases == ("UNK",)


def test_one_hold_per_passenger_and_category() -> None:
    records = {"r1": record(), "r2": record("r2"), "x1": record("x1", RecordSource.EXPOSURE)}
    found = [finding("p2", "r2"), finding("p2", "x1", 3), finding("p2", "r1"), finding("p2", "r1")]
    grounds = screening_grounds([passenger(1), passenger(2)], found, records)
    assert list(grounds) == [("p2", Category.CLAIM), ("p2", Category.EXPOSURE)]
    assert grounds["p2", Category.CLAIM].records == (("r1", 1), ("r2", 1))
    assert grounds["p2", Category.EXPOSURE].records == (("x1", 3),)
    assert all(one.needs_second for one in grounds.values())


def test_who_cannot_be_told_apart_is_held() -> None:
    nobody = passenger(1, birth_date=None, a_number="", documents=())
    known = [
        passenger(2, a_number="", documents=()),
        passenger(3, birth_date=None, documents=()),
        passenger(4, birth_date=None, a_number=""),
    ]
    assert list(screening_grounds([nobody, *known], [], {})) == [("p1", Category.IDENTITY)]


def existing(
    state: HoldState, digest: str, number: int = 1, *, origin: Origin = Origin.SCREENING, sealed: bool = False
) -> Existing:
    view = None if sealed else HoldView(Category.CLAIM, origin, content_digest=digest)
    return Existing(hold(state, number), view)


def test_what_was_decided_on_the_same_content_stays_decided() -> None:
    for state in HoldState:
        changes = reconcile([existing(state, "same")], {("p1", Category.CLAIM): "same"})
        assert changes.unchanged == (hold(state),)
        assert (changes.new, changes.updated, changes.reopened) == ((), (), ())


def test_changed_content_opens_a_decided_hold_again() -> None:
    for state in HoldState:
        changes = reconcile([existing(state, "old")], {("p1", Category.CLAIM): "now"})
        pair = (("p1", Category.CLAIM), hold(state))
        assert (changes.updated if state is HoldState.OPEN else changes.reopened) == (pair,)
        assert not changes.new
        assert not changes.unchanged


def test_screening_never_closes_a_hold_and_minds_only_its_own() -> None:
    others = [
        existing(HoldState.OPEN, "x", 1),
        existing(HoldState.CLEARED, "now", 2, origin=Origin.SOURCE),
        existing(HoldState.CLEARED, "now", 3, sealed=True),
    ]
    wanted = {("p2", Category.CLAIM): "now", ("p3", Category.CLAIM): "now"}
    changes = reconcile(others, wanted)
    assert changes.new == tuple(wanted)
    assert (changes.updated, changes.reopened, changes.unchanged) == ((), (), ())
    assert replace(hold(), state=HoldState.OPEN) == others[0].hold
