"""Under ``neutral`` a planner can't learn why somebody is held, from anything that the planner's keys open."""

from collections.abc import Callable
from pathlib import Path

import pytest

from manifest_app.errors import NotAllowedError
from manifest_app.model.flight import Flight
from manifest_app.model.hold import HoldState, Verdict
from manifest_app.model.people import PlannerSees, Policy
from manifest_app.vault.tables import HOLD, HOLD_GROUND, HOLD_RESTRICTED, HOLD_VIEW, RECORD
from manifest_app.workflow import auditing, flights, registry, reviewing, screening, vaults
from manifest_app.workflow.session import Session
from tests.helpers.office import Office, second, table_of
from tests.workflow.cases import (
    ALL,
    BREL,
    COTO,
    DUVAL,
    FARO,
    NOTE,
    STATUS_HEADINGS,
    decide,
    expose,
    record,
    register,
    row_of,
)
from tests.workflow.snooping import everything_readable, opened, shape, tables_opened

STRANGER = ("910009999", "Quimbo Nadal", "Teresa", "1970-02-02")
TELLTALE = [
    *(b"claim", b"exposure", b"fear", b"evidence", b"score", b"asylum", b"ASY-", b"VAWA", b"I-360", b"I-589"),
    *(b"statement", b"not the same", b"verdict", b"needs_second", b"Zenaida", b"Quimbo", b"registry-"),
    *(b"leak-", b"bases", b"country_feared", NOTE.encode()),
]

Holding = Callable[[Office], Flight]


def _by_screening(office: Office, basis: str) -> Flight:
    """One of three is held: as a claim on that basis, or as an exposure where there is none."""
    known, exposed = (COTO, STRANGER) if basis else (STRANGER, COTO)
    family, *rest = record(known)
    with office.session("omar") as officer:
        office.registry(officer, [(family, f"{rest[0]} Zenaida", *rest[1:], basis or "I-589 pending")], "Basis")
        office.exposed(officer, [record(exposed)])
    with office.session("petra") as planner:
        flight = office.flight(planner, [BREL, COTO, DUVAL])
    with office.session("sara") as supervisor:
        screening.screen_flight(supervisor, flight.id)
    return flight


def _by_source(office: Office, status: str) -> Flight:
    with office.session("petra") as planner:
        flight = office.flight(planner, [(*BREL, ""), (*COTO, status), (*DUVAL, "")], STATUS_HEADINGS)
    with office.session("sara") as supervisor:
        screening.screen_flight(supervisor, flight.id)
    return flight


def _by_statement(office: Office, said: str) -> Flight:
    with office.session("sara") as supervisor:
        flight = office.flight(supervisor, [BREL, COTO, DUVAL])
        screening.screen_flight(supervisor, flight.id)
        reviewing.add_statement(supervisor, flight.id, row_of(COTO, [BREL, COTO]), said)
    return flight


def _life(office: Office, flight: Flight, verdict: Verdict, decider: str, other: str | None) -> None:
    """Held, decided, screened again, opened again and decided."""
    decide(office, flight, verdict, decider, other)
    with office.session("sara") as supervisor:
        screening.screen_flight(supervisor, flight.id)
        (hold,) = reviewing.holds(supervisor, flight.id)
        reviewing.reopen(supervisor, hold.hold.id, "seen again")
    decide(office, flight, verdict, decider, other)


def _seen(office: Office, flight: Flight) -> list[object]:
    """All that a planner's session shows and all that can be got past it."""
    with office.session("petra") as planner:
        text = everything_readable(planner)
        assert not [word for word in TELLTALE if word in text]
        return [
            *shape(planner),
            *((row.table, row.text) for row in opened(planner)),
            *auditing.entries(planner)[:-1],
            flights.passengers(planner, flight.id),
            flights.flights(planner),
            reviewing.holds(planner, flight.id),
            _detail(planner, flight),
        ]


def _detail(planner: Session, flight: Flight) -> object:
    (row,) = reviewing.holds(planner, flight.id)
    assert (row.category, row.score, row.evidence, row.needs_second) == (None, None, None, None)
    detail = reviewing.hold(planner, row.hold.id)
    assert (detail.ground, detail.findings, detail.records, detail.decisions) == (None, (), (), ())
    return detail


def _plain(value: object) -> str:
    """Without the hashes of the entries, which cover what is sealed at random."""
    return str(getattr(value, "__class__", None)) + str(
        [getattr(value, name) for name in ("seq", "at", "actor", "action", "subject", "details")]
        if hasattr(value, "action")
        else value
    )


def _assert_alike(one: list[object], other: list[object]) -> None:
    left, right = [_plain(value) for value in one], [_plain(value) for value in other]
    assert [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]] == []


SCREENED = [
    ("", Verdict.CLEAR, "sara", "omar"),
    ("I-360 VAWA self-petition", Verdict.CLEAR, "sara", "omar"),
    ("asylum granted", Verdict.NOT_THE_SAME, "sara", "omar"),
    ("words that no rule knows", Verdict.CLEAR, "sara", "omar"),
]


@pytest.mark.parametrize(("basis", "verdict", "decider", "other"), SCREENED)
def test_whatever_screening_found_a_planner_sees_the_same(
    neutral_template: Office, tmp_path: Path, basis: str, verdict: Verdict, decider: str, other: str
) -> None:
    one, twin = (neutral_template.copy(tmp_path / name) for name in ("one", "twin"))
    seen = []
    for office, ground, how, second_name in (
        (one, "I-589 pending", Verdict.CLEAR, None),
        (twin, basis, verdict, other),
    ):
        flight = _by_screening(office, ground)
        _life(office, flight, how, decider, second_name)
        seen.append(_seen(office, flight))
    _assert_alike(*seen)


@pytest.mark.parametrize("status", ["asylum granted", "VAWA", "odd words of the clerk"])
def test_whatever_the_source_said_a_planner_sees_the_same(
    neutral_template: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: str
) -> None:
    one, twin = (neutral_template.copy(tmp_path / name) for name in ("one", "twin"))
    seen = []
    for office, words in ((one, "I-589 pending"), (twin, status)):
        flight = _by_source(office, words)
        digest = _digest_of_source(office, flight)
        _life(office, flight, Verdict.UPHOLD, "sara", None)
        # The planner has the file anyway; its hash is the one thing that may differ.
        seen.append([_plain(value).replace(digest, "the hash of the file") for value in _seen(office, flight)])
    assert seen[0] == seen[1]


def _digest_of_source(office: Office, flight: Flight) -> str:
    with office.session("petra") as planner:
        entry = next(entry for entry in auditing.entries(planner) if entry.action == "flight.import")
    return dict(entry.details)["file"]


def test_holds_of_every_origin_and_category_have_rows_of_one_shape(neutral_template: Office, tmp_path: Path) -> None:
    holdings: list[Holding] = [
        lambda office: _by_screening(office, "I-589 pending"),
        lambda office: _by_screening(office, ""),
        lambda office: _by_source(office, "VAWA"),
        lambda office: _by_source(office, "odd words of the clerk"),
        lambda office: _by_statement(office, "They said that they are afraid of going back. " * 20),
    ]
    shapes = set()
    for number, holding in enumerate(holdings):
        office = neutral_template.copy(tmp_path / str(number))
        decide(office, holding(office), Verdict.CLEAR, "saul")
        with office.session("petra") as planner:
            rows = [row for row in shape(planner) if isinstance(row, tuple) and str(row[0]) in HOLD_TABLES]
        shapes.add(tuple((row[0], row[1], row[2], row[5]) for row in rows))
    assert len(shapes) == 1
    assert {row[0] for row in next(iter(shapes))} == {HOLD.name, HOLD_GROUND.name, HOLD_RESTRICTED.name, "decision"}


HOLD_TABLES = {HOLD.name, HOLD_GROUND.name, HOLD_RESTRICTED.name, HOLD_VIEW.name, "decision"}


@pytest.mark.parametrize("policy", ["office", "neutral"])
def test_not_the_same_reads_cleared_to_a_planner(policy: str, request: pytest.FixtureRequest) -> None:
    office: Office = request.getfixturevalue(policy)
    flight = _by_screening(office, "I-589 pending")
    decide(office, flight, Verdict.NOT_THE_SAME)
    with office.session("petra") as planner:
        assert b"not the same" not in everything_readable(planner)
        assert reviewing.holds(planner, flight.id)[0].hold.state is HoldState.CLEARED


def test_a_name_of_a_file_of_records_is_no_planners_business(neutral: Office) -> None:
    """Offices name files after what is in them."""
    path = neutral.file("VAWA self-petition of Coto.csv", ("Surname", "Given Names", "DOB", "A-Number", "Abuser"), [
        (*record(COTO), "Faro"),
    ])  # fmt: skip
    with neutral.session("omar") as officer:
        registry.import_protection(officer, path, table_of(path))
    with neutral.session("petra") as planner:
        text = everything_readable(planner)
    assert not [word for word in (b"self-petition", b"Abuser", b"Coto", table_of(path).sha256.encode()) if word in text]


def test_from_category_to_neutral_nothing_old_opens_any_more(office: Office) -> None:
    register(office, COTO, "I-589 pending")
    expose(office, FARO)
    with office.session("petra") as planner:
        flight = office.flight(planner, ALL)
        screening.screen_flight(planner, flight.id)
        before = planner.vault._unlocked.keys
        assert {HOLD_VIEW.name, RECORD.name} <= tables_opened(planner)
        assert {row.category for row in reviewing.holds(planner, flight.id)} != {None}
    with office.session("ada") as admin:
        vaults.set_policy(admin, Policy(PlannerSees.NEUTRAL), second())
    with office.session("petra") as planner:
        assert not {HOLD_VIEW.name, RECORD.name} & tables_opened(planner, before)
        rows = reviewing.holds(planner, flight.id)
        assert [(row.category, row.score, row.evidence) for row in rows] == [(None, None, None)] * 2
        assert (
            len({row.warning.replace(row.holds[0], "") for row in flights.passengers(planner, flight.id) if row.holds})
            == 1
        )
    with office.session("sara") as supervisor:
        assert screening.screen_flight(supervisor, flight.id).new_holds == 0
        assert {str(row.category) for row in reviewing.holds(supervisor, flight.id)} == {"claim", "exposure"}


def test_policy_takes_an_administrator_and_a_privacy_officer(office: Office) -> None:
    for name, other in (("sara", "omar"), ("ada", "sara"), ("omar", "sara")):
        with office.session(name) as session, pytest.raises(NotAllowedError):
            vaults.set_policy(session, Policy(PlannerSees.NEUTRAL), second(other))
