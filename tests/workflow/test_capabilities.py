"""What each role opens of a vault in full use: by keys, tried on every row, and not by what the program permits."""

import pytest

from manifest_app.errors import NotAllowedError
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Category, Verdict
from manifest_app.model.people import Role
from manifest_app.vault import imports
from manifest_app.vault.tables import SHELVES, Seal
from manifest_app.workflow import (
    flights,
    incidents,
    mending,
    people,
    recipients,
    registry,
    releasing,
    reviewing,
    screening,
)
from manifest_app.workflow.session import Session
from tests.helpers.office import ROLES, Office, second
from tests.workflow.cases import ALL, BREL, COTO, DUVAL, EXPOS, FARO, NOTE, STATUS_HEADINGS, decide, expose, record
from tests.workflow.snooping import everything_readable, tables_opened

STATUS = {BREL: "asylum granted in Tulsa", EXPOS: "VAWA self-petition of Tulsa"}
OPENS = {
    Role.ADMIN: {Seal.VAULT},
    Role.AUDITOR: {Seal.VAULT},
    Role.PLANNER: {Seal.VAULT, Seal.REGISTRY},
    Role.SUPERVISOR: {Seal.VAULT, Seal.REGISTRY, Seal.PROTECTION},
    Role.OFFICER: {Seal.VAULT, Seal.REGISTRY, Seal.PROTECTION, Seal.RESTRICTED},
}

# Which words stand under which key. "Zenaida" is a name that stands in the registry alone.
UNDER = {
    Seal.REGISTRY: [b"Zenaida", b'"evidence"', b'"claim"', b'"exposure"', b'"score"', b"Leak "],
    Seal.PROTECTION: [b"MSC7788", b"zorro", b"asylum", b"ASY-", b"Tulsa", b"afraid", NOTE.encode(), b"registry-"],
    Seal.RESTRICTED: [b"MSC9911", b"raposa", b"VAWA", b"self-petition"],
}  # fmt: skip


@pytest.fixture
def used(office: Office) -> tuple[Office, Flight]:
    """A vault with something of every kind."""
    with office.session("omar") as officer:
        rows = [
            (*record(COTO), "I-589 asylum pending", "MSC7788", "2019-05-06", "zorro"),
            (*record(DUVAL), "VAWA", "MSC9911", "2020-01-02", "raposa"),
        ]
        office.registry(officer, [_zenaida(row) for row in rows], "Basis", "Case Number", "Filed", "Notes")
        ended = registry.registry(officer)[0].record.id
        registry.correct_record(officer, ended, {"sex": "F"}, "seen", second("sara"))
    expose(office, FARO)
    with office.session("petra") as planner:
        flight = office.flight(planner, [(*row, STATUS.get(row, "")) for row in ALL], STATUS_HEADINGS)
        screening.screen_flight(planner, flight.id)
        reviewing.add_statement(planner, flight.id, 2, "She is afraid")
    decide(office, flight, Verdict.UPHOLD, other=None)
    return office, flight


def _zenaida(row: tuple[str, ...]) -> tuple[str, ...]:
    return (row[0], f"{row[1]} Zenaida", *row[2:])


@pytest.mark.parametrize("name", ROLES)
def test_a_session_opens_the_tables_of_its_role_and_no_other(used: tuple[Office, Flight], name: str) -> None:
    office, _ = used
    seals = OPENS[ROLES[name]]
    with office.session("omar") as officer:
        filled = tables_opened(officer)
    assert {shelf.seal for shelf in SHELVES if shelf.name in filled} == set(Seal)
    with office.session(name) as session:
        assert tables_opened(session) == {shelf.name for shelf in SHELVES if shelf.seal in seals} & filled


@pytest.mark.parametrize("name", ROLES)
def test_words_are_readable_to_those_who_hold_their_key(used: tuple[Office, Flight], name: str) -> None:
    office, _ = used
    with office.session(name) as session:
        text = everything_readable(session)
    for seal, words in UNDER.items():
        found = [word for word in words if word in text]
        assert found == (words if seal in OPENS[ROLES[name]] else [])


def test_a_planner_learns_category_and_evidence_and_no_more(used: tuple[Office, Flight]) -> None:
    office, flight = used
    with office.session("petra") as planner:
        rows = reviewing.holds(planner, flight.id)
        assert {row.category for row in rows} == {Category.CLAIM, Category.EXPOSURE, Category.FEAR}
        details = [reviewing.hold(planner, row.hold.id) for row in rows]
    assert {(one.ground, one.decisions, one.row.needs_second) for one in details} == {(None, (), None)}
    assert any(one.row.evidence for one in details)
    shown = [row for one in details for row in one.records]
    assert shown
    assert {row.details for row in shown} == {None}
    assert {row.basis_name for row in shown} <= {"", "restricted"}


def test_a_planner_is_not_told_that_a_record_is_restricted(used: tuple[Office, Flight]) -> None:
    office, _ = used
    with office.session("petra") as planner:
        assert b'"restricted":true' not in everything_readable(planner).replace(b" ", b"")


def test_a_supervisor_reads_restricted_where_the_officer_reads_the_basis(used: tuple[Office, Flight]) -> None:
    office, flight = used
    with office.session("sara") as supervisor:
        assert {row.basis_name for row in registry.registry(supervisor)} == {"Asylum sought", "restricted"}
        grounds = _grounds(supervisor, flight)
        assert grounds[BREL[1]] == (("ASY-G",), (("Status", STATUS[BREL]),))
        assert grounds[EXPOS[1]] == ((imports.BLINDED,), ())
        assert {row.needs_second for row in reviewing.holds(supervisor, flight.id) if row.family_name == EXPOS[1]} == {
            True
        }
        assert "VAWA" not in repr([reviewing.hold(supervisor, one.hold.id) for one in reviewing.holds(supervisor)])
    with office.session("omar") as officer:
        names = {row.basis_name for row in registry.registry(officer)}
        assert names == {"Asylum sought", "Self-petition of an abused family member"}
        assert _grounds(officer, flight)[EXPOS[1]] == (("VAWA",), (("Status", STATUS[EXPOS]),))


def _grounds(session: Session, flight: Flight) -> dict[str, tuple[object, object]]:
    found: dict[str, tuple[object, object]] = {}
    for row in reviewing.holds(session, flight.id):
        ground = reviewing.hold(session, row.hold.id).ground
        if ground is not None and ground.source_values + ground.bases:
            found[row.family_name] = (ground.bases, ground.source_values)
    return found


def test_a_hold_on_a_restricted_ground_is_decided_by_those_who_read_it_and_those_who_do_not(
    used: tuple[Office, Flight],
) -> None:
    """Both sign the same content, so that the approver of a release can check either."""
    office, flight = used
    for name, other in (("sara", "omar"), ("omar", "saul")):
        with office.session("sara") as supervisor:
            for row in reviewing.holds(supervisor, flight.id):
                if row.hold.state.value != "open":
                    reviewing.reopen(supervisor, row.hold.id, "again")
        decide(office, flight, Verdict.CLEAR, name, other)
        for approver in ("sara", "omar"):
            with office.session(approver) as session:
                recipient = recipients.recipients(session) or (recipients.add_recipient(session, "Liaison"),)
                assert not releasing.preview(session, flight.id, recipient[0].id, "csv").blocked


@pytest.mark.parametrize("name", ["ada", "uma"])
def test_who_keeps_the_vault_sees_no_passengers(used: tuple[Office, Flight], name: str) -> None:
    office, flight = used
    with office.session(name) as session:
        for refused in (
            lambda: flights.passengers(session, flight.id),
            lambda: reviewing.holds(session),
            lambda: registry.registry(session),
            lambda: registry.find_record(session, "0000"),
            lambda: incidents.incidents(session),
            lambda: mending.problems(session, flight.id),
            lambda: screening.screen_flight(session, flight.id),
            lambda: releasing.releases(session),
            lambda: flights.new_flight(session, "RX-1", flight.departure),
        ):
            with pytest.raises(NotAllowedError):
                refused()


def test_a_role_that_is_taken_away_takes_its_keys_along(used: tuple[Office, Flight]) -> None:
    office, _ = used
    with office.session("saul") as session:
        before = session.vault._unlocked.keys
    with office.session("ada") as admin:
        people.set_role(admin, "saul", Role.PLANNER, second())
    with office.session("saul") as session:
        text = tables_opened(session, before)
    assert not {shelf.name for shelf in SHELVES if shelf.seal in {Seal.PROTECTION, Seal.RESTRICTED}} & text
