"""What is kept comes back as it was, to those whose keys open it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.errors import Bug, NotAllowedError, NotFoundError, VaultDamagedError
from manifest_app.model.contact import Channel, Contact, ContactContent, Told
from manifest_app.model.flight import ScreeningStamp
from manifest_app.model.hold import Category, HoldState, Verdict
from manifest_app.model.incident import Incident
from manifest_app.model.passenger import Passenger
from manifest_app.model.protection import RecordChange, RecordSource
from manifest_app.model.release import PublicList, Recipient, Release, ReleaseState, Signature
from manifest_app.vault import contacts, flights, holds, imports, incidents, layouts, registry, releases
from manifest_app.vault.codec import decode, encode
from manifest_app.vault.imports import ImportFacts, ProblemState, ProtectedCells, StoredProblem
from tests.vault import people_on_paper as paper
from tests.vault.people_on_paper import AT, hex_id
from tests.vault.places import Place


def test_flights_and_stamps(place: Place) -> None:
    early = replace(paper.flight(2), departure=date(2026, 1, 1))
    stamp = ScreeningStamp(AT, 4, "ab" * 32, 103)
    with place.opened("pat") as vault:
        with vault.write("flight.new") as writer:
            flights.save_flight(writer, paper.flight(1))
            flights.save_flight(writer, early)
            flights.save_stamp(writer, early.id, stamp)
        with vault.read() as reader:
            assert flights.flights(reader) == (early, paper.flight(1))
            assert flights.flight(reader, early.id) == early
            assert flights.stamp(reader, early.id) == stamp
            assert flights.stamp(reader, paper.flight(1).id) is None
            with pytest.raises(NotFoundError):
                flights.flight(reader, "nowhere")


def test_a_corrected_passenger_replaces_the_row(place: Place) -> None:
    corrected = replace(paper.passenger(2), version=2, edited_by=("pat",))
    with place.opened("pat") as vault:
        with vault.write("flight.import") as writer:
            flights.save_passengers(writer, hex_id(1), [paper.passenger(3), paper.passenger(2)])
        with vault.write("flight.mend") as writer:
            flights.save_passenger(writer, hex_id(1), corrected)
        with vault.read() as reader:
            assert flights.passengers(reader, hex_id(1)) == (corrected, paper.passenger(3))
            assert flights.passenger(reader, corrected.id) == corrected
            with pytest.raises(NotFoundError):
                flights.passenger(reader, "nobody")
        assert vault.verify().ok


def _facts(number: int, at: datetime) -> ImportFacts:
    hidden = (("sheet", "Hidden", "very hidden"),)
    return ImportFacts(hex_id(number), hex_id(1), "list.xlsx", "ab" * 32, 103, hidden, ("Codes",), "pat", at)


def test_imports_and_their_source(place: Place) -> None:
    first, second = _facts(8, AT), _facts(7, AT.replace(hour=10))
    with place.opened("pat") as vault:
        with vault.write("flight.import") as writer:
            imports.save_import(writer, second)
            imports.save_import(writer, first)
            imports.save_source(writer, first.id, b"PK\x03\x04 the bytes")
        with vault.read() as reader:
            assert imports.imports(reader, hex_id(1)) == (first, second)
            with pytest.raises(NotAllowedError):
                imports.source(reader, first.id)
    with place.opened("sue") as vault, vault.read() as reader, pytest.raises(NotAllowedError):
        imports.source(reader, first.id)
    with place.opened("olga") as vault, vault.read() as reader:
        assert imports.source(reader, first.id) == b"PK\x03\x04 the bytes"
        assert imports.source(reader, second.id) is None


def test_where_records_came_from_is_sealed(place: Place) -> None:
    facts = _facts(8, AT)
    with place.opened("sue") as vault, vault.write("protection.import") as writer:
        imports.save_record_import(writer, facts)
        assert imports.record_imports(writer, facts.flight_id) == (facts,)
        assert imports.imports(writer, facts.flight_id) == ()
    with place.opened("pat") as vault, vault.read() as reader, pytest.raises(NotAllowedError):
        imports.record_imports(reader, facts.flight_id)


def test_row_problems_are_mended_one_by_one(place: Place) -> None:
    problems = [StoredProblem(row, "DOB", "unreadable", (("Name", "X"),), hex_id(row)) for row in (4, 9, 12)]
    mended = replace(problems[1], state=ProblemState.MENDED, by="pat")
    with place.opened("pat") as vault:
        with vault.write("flight.import") as writer:
            imports.save_problems(writer, hex_id(1), problems)
        with vault.write("flight.mend") as writer:
            imports.save_problem(writer, hex_id(1), mended)
            with pytest.raises(NotFoundError):
                imports.save_problem(writer, hex_id(1), replace(mended, row=99))
        with vault.read() as reader:
            assert imports.problems(reader, hex_id(1)) == (problems[0], mended, problems[2])
        with vault.write("flight.import") as writer:
            imports.save_problems(writer, hex_id(1), problems[:1])
        with vault.read() as reader:
            assert imports.problems(reader, hex_id(1)) == (problems[0],)
        assert vault.verify().ok


def test_sealed_cells_open_by_rank(place: Place) -> None:
    rows = [ProtectedCells(n, hex_id(n), (("Status", f"asylum {n}"),), ("ASY-P",)) for n in range(2, 600)]
    rows[5] = ProtectedCells(7, hex_id(7), (("Status", "T visa"),), ("T-NI",), restricted=True)
    blind = ProtectedCells(7, hex_id(7), (), (imports.BLINDED,), restricted=True)
    with place.opened("pat") as vault:
        with vault.write("flight.import") as writer:
            imports.save_protected(writer, hex_id(1), rows)
            imports.save_protected(writer, hex_id(2), [])
        with vault.read() as reader, pytest.raises(NotAllowedError):
            imports.protected(reader, hex_id(1))
    with place.opened("sue") as vault, vault.read() as reader:
        assert list(imports.protected(reader, hex_id(1))) == [*rows[:5], blind, *rows[6:]]
        assert imports.protected(reader, hex_id(2)) == ()
    with place.opened("olga") as vault, vault.read() as reader:
        assert list(imports.protected(reader, hex_id(1))) == rows


def test_a_layout_is_remembered(place: Place) -> None:
    with place.opened("pat") as vault:
        with vault.write("flight.import") as writer:
            layouts.save_layout(writer, "f" * 64, {"Apellidos": "family_name"})
        with vault.read() as reader:
            assert layouts.layout(reader, "f" * 64) == {"Apellidos": "family_name"}
            assert layouts.layout(reader, "e" * 64) is None


def test_records_and_what_is_known_of_them(place: Place) -> None:
    records = [paper.record(n, restricted=n % 7 == 0) for n in range(2300)]
    known = [paper.details(n) for n in range(2300)]
    ids = [record.id for record in records]
    with place.opened("pat") as vault:
        with vault.write("protection.import") as writer:
            registry.add_records(writer, records[:1500], known[:1500])
            registry.add_records(writer, records[1500:], known[1500:])
            with pytest.raises(Bug):
                registry.add_records(writer, records, [])
        with vault.read() as reader:
            assert list(registry.records(reader)) == [replace(record, restricted=False) for record in records]
            assert registry.registry_version(reader) == 2
            assert registry.counts(reader).lists == {"list": 2300}
            with pytest.raises(NotAllowedError):
                registry.details(reader, ids)
        assert vault.verify().ok
    with place.opened("sue") as vault, vault.read() as reader:
        assert list(registry.records(reader)) == records
        opened = registry.details(reader, ids)
        assert opened == {r.id: d for r, d in zip(records, known, strict=True) if not r.restricted}
        assert registry.details(reader, ids[:2]) == {ids[1]: known[1]}
    with place.opened("olga") as vault, vault.read() as reader:
        assert registry.details(reader, ids) == dict(zip(ids, known, strict=True))
    with place.opened("ada") as vault, vault.read() as reader, pytest.raises(NotAllowedError):
        registry.records(reader)


def test_records_are_corrected_and_ended(place: Place) -> None:
    with place.opened("pat") as vault, vault.write("protection.import") as writer:
        registry.add_records(
            writer, [paper.record(1), paper.record(2), paper.record(3)], [paper.details(n) for n in (1, 2, 3)]
        )
    ended = replace(paper.record(1), ended=True, version=2)
    moved = replace(paper.record(2), restricted=True, version=2)
    change = RecordChange(ended, "granted elsewhere", "sue", "olga", AT, (b"1" * 64, b"2" * 64))
    with place.opened("sue") as vault:
        with vault.write("protection.end") as writer:
            registry.update_record(writer, ended)
            registry.update_record(writer, moved, paper.details(22))
            registry.save_change(writer, change)
            with pytest.raises(NotFoundError):
                registry.update_record(writer, paper.record(99))
        with vault.read() as reader:
            assert registry.records(reader) == (ended, moved, paper.record(3))
            assert registry.counts(reader).ended == 1
            assert registry.registry_version(reader) == 3
            assert registry.changes(reader, ended.id) == (change,)
            known = registry.details(reader, [ended.id, moved.id])
            assert known == {ended.id: paper.details(1)}
    with place.opened("olga") as vault, vault.read() as reader:
        assert registry.details(reader, [moved.id]) == {moved.id: paper.details(22)}


def test_incidents(place: Place) -> None:
    named = [Incident(hex_id(1), "zebra letter", date(2026, 1, 2), "sue"), Incident(hex_id(2), "a list", None, "sue")]
    with place.opened("sue") as vault:
        with vault.write("incident.new") as writer:
            for one in named:
                incidents.save_incident(writer, one)
        with vault.read() as reader:
            assert list(incidents.incidents(reader)) == named[::-1]
            assert incidents.incident(reader, hex_id(1)) == named[0]
            with pytest.raises(NotFoundError):
                incidents.incident(reader, "none")


@pytest.mark.parametrize("category", Category)
def test_holds_their_grounds_and_decisions(place: Place, category: Category) -> None:
    hold, ground, view = paper.hold(), paper.ground(category), paper.view(category)
    with place.opened("pat") as vault:
        with vault.write("flight.screen") as writer:
            assert holds.next_reference(writer) == "H-0001"
            holds.save_hold(writer, hold, ground, view)
            assert holds.next_reference(writer) == "H-0002"
        with vault.read() as reader:
            assert holds.holds(reader, hold.flight_id) == (hold,)
            assert holds.holds(reader, "other") == ()
            assert holds.hold(reader, hold.id) == hold
            assert holds.view(reader, hold.id) == view
            for sealed in (holds.ground, holds.decisions):
                with pytest.raises(NotAllowedError):
                    sealed(reader, hold.id)
        with pytest.raises(NotAllowedError), vault.write("hold.decide") as writer:
            holds.save_state(writer, replace(hold, state=HoldState.CLEARED))
        with vault.write("flight.correct") as writer:
            holds.save_state(writer, hold)
    decided = replace(hold, state=HoldState.NOT_THE_SAME, version=2)
    made = (paper.decision(1, Verdict.UPHOLD), paper.decision(1, Verdict.NOT_THE_SAME))
    with place.opened("sue") as vault:
        with vault.write("hold.decide") as writer:
            holds.save_state(writer, decided)
            for one in made:
                holds.save_decision(writer, one)
        with vault.read() as reader:
            assert holds.holds(reader) == (decided,)
            assert holds.hold(reader, hold.id) == decided
            assert holds.ground(reader, hold.id) == ground
            assert holds.view(reader, hold.id) == view
            assert holds.decisions(reader, hold.id) == made
            with pytest.raises(NotFoundError):
                holds.hold(reader, "none")
            with pytest.raises(NotFoundError):
                holds.ground(reader, "none")
        assert vault.verify().ok
    with place.opened("pat") as vault, vault.read() as reader:
        assert holds.hold(reader, hold.id).state is HoldState.CLEARED


def test_restricted_bases_are_for_the_restricted_key(place: Place) -> None:
    hold, ground = paper.hold(), replace(paper.ground(Category.CLAIM), bases=("ASY-P", "T-NI"))
    with place.opened("pat") as vault, vault.write("hold.open") as writer:
        holds.save_hold(writer, hold, ground, None, restricted_bases=("T-NI", "U-NI"))
    blind = replace(ground, bases=("ASY-P", imports.BLINDED), source_values=())
    for name, full in (("sue", None), ("olga", ground)):
        with place.opened(name) as vault, vault.read() as reader:
            assert holds.ground(reader, hold.id) == blind
            assert holds.restricted_ground(reader, hold.id) == full


def _release(number: int = 1) -> Release:
    return Release(
        id=hex_id(number), flight_id=hex_id(1), recipient_id=hex_id(2), profile="liaison", format="xlsx", number=number,
        state=ReleaseState.WRITTEN, content_digest="ab" * 32, requested_by="pat",
        requested_at=AT.replace(minute=number),
        request_signature=Signature("pat", b"1" * 64), approval=Signature("sue", b"2" * 64),
        file_name="MANIFEST_RX-1_2026-12-04_v1.xlsx", sha256=f"{number:064x}", passengers=52,
    )  # fmt: skip


def test_releases_and_what_went_out(place: Place) -> None:
    recipient = Recipient(hex_id(2), "Liaison office", "liaison", (hex_id(3),))
    sent = PublicList(("number", "family_name"), (("1", "Brel"),))
    with place.opened("pat") as vault:
        with vault.write("release.write") as writer:
            releases.save_recipient(writer, recipient)
            for number in (2, 1):
                releases.save_release(writer, _release(number))
            releases.save_list(writer, hex_id(1), sent)
            releases.save_file(writer, hex_id(1), bytes(range(256)) * 100)
        with vault.read() as reader:
            assert releases.recipients(reader) == (recipient,)
            assert releases.recipient(reader, recipient.id) == recipient
            assert releases.releases(reader, hex_id(1)) == (_release(1), _release(2))
            assert releases.releases(reader) == (_release(1), _release(2))
            assert releases.release(reader, hex_id(2)) == _release(2)
            assert releases.public_list(reader, hex_id(1)) == sent
            assert releases.public_list(reader, hex_id(2)) is None
            assert releases.file(reader, hex_id(1)) == bytes(range(256)) * 100
            assert releases.find_by_sha256(reader, f"{2:064X}") == _release(2)
            assert releases.find_by_sha256(reader, "") is None
            for missing in (releases.recipient, releases.release, releases.file):
                with pytest.raises(NotFoundError):
                    missing(reader, "none")


def test_a_contact_is_kept_for_all_and_what_was_said_for_some(place: Place) -> None:
    contact = Contact(hex_id(1), hex_id(2), hex_id(3), AT, "pat", Channel.MAIL)
    content = ContactContent("a word too many", (Told(1, "some"),))
    with place.opened("pat") as vault:
        with vault.write("contact.add") as writer:
            contacts.save_contact(writer, contact, content)
        with vault.read() as reader:
            assert contacts.contacts(reader, hex_id(2)) == contacts.contacts(reader) == (contact,)
            with pytest.raises(NotAllowedError):
                contacts.content(reader, contact.id)
    with place.opened("sue") as vault, vault.read() as reader:
        assert contacts.content(reader, contact.id) == content
        with pytest.raises(VaultDamagedError):
            contacts.content(reader, "none")


@given(st.builds(paper.passenger, st.integers(0, 10**6)), st.sampled_from(list(RecordSource)))
def test_the_same_value_is_the_same_bytes(passenger: Passenger, source: RecordSource) -> None:
    assert decode(encode(passenger), Passenger) == passenger
    assert encode(decode(encode(passenger), Passenger)) == encode(passenger)
    record = replace(paper.record(), source=source)
    assert decode(encode(record), type(record)) == record


def test_times_keep_their_zone(place: Place) -> None:
    with place.opened("pat") as vault:
        with vault.write("hold.open") as writer:
            holds.save_hold(writer, paper.hold(), paper.ground(Category.FEAR), None)
        with vault.read() as reader:
            assert holds.holds(reader)[0].opened_at.tzinfo == UTC
