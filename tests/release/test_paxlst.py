import warnings
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydifact.segmentcollection import Interchange

from manifest_app.bundled import resource
from manifest_app.errors import BlockedError, Bug, KnownError
from manifest_app.model.release import Clearance, FlightFacts
from manifest_app.release.envelope import Envelope
from manifest_app.release.grammar import disclosures
from manifest_app.release.profile import Profile, profiles, read_profile
from manifest_app.release.project import project
from manifest_app.release.table import PublicTable
from manifest_app.release.verify import failed_checks, verify
from manifest_app.release.write import make_release
from manifest_app.release.writers import paxlst
from manifest_app.standards.names import icao_name
from tests.properties.test_non_interference import OFFICES, Office, observed
from tests.release.lists import FLIGHT, MESSAGE_CLEARANCES, SIX, WHOLE, liaison, passenger
from tests.release.mutants import Mutant
from tests.release.mutants_paxlst import MESSAGES

FORBIDDEN = ("012345678",)
CARRIER_TEXT = resource("profiles", "carrier.toml").read_text(encoding="utf-8")
CARRIER = profiles()["carrier"]


def said(clearance: Clearance, profile: Profile, number: int = 1) -> PublicTable:
    envelope = Envelope(clearance.flight, number, profile.parties)
    return replace(project(clearance, profile.for_format("paxlst")), envelope=envelope)


TABLE = said(WHOLE, CARRIER)
CLEAN = paxlst.write(TABLE)


def release(flight: FlightFacts = FLIGHT, /, **values: str) -> bytes:
    return make_release(Clearance(flight, (passenger(**values),)), CARRIER, "paxlst", number=1).data


def segments(data: bytes) -> list[str]:
    return data.decode("ascii").split("'")


@pytest.mark.parametrize("mutant", MESSAGES, ids=str)
@pytest.mark.parametrize("protected", [frozenset({1}), frozenset({3, 4})], ids=["one", "two"])
def test_every_leaky_exporter_is_caught_by_the_check_that_is_there_for_it(
    mutant: Mutant, protected: frozenset[int]
) -> None:
    data = mutant.export(TABLE, protected)
    assert data != CLEAN
    assert mutant.caught_by in failed_checks(data, TABLE, CARRIER, "paxlst", forbidden=FORBIDDEN)
    with pytest.raises(Bug, match="failed the check") as caught:
        verify(data, TABLE, CARRIER, "paxlst", forbidden=FORBIDDEN)
    assert not any(cell in str(caught.value) for row in TABLE.rows for cell in row if len(cell) > 2)


def test_every_check_has_an_exporter_that_it_is_there_for() -> None:
    assert {mutant.caught_by for mutant in MESSAGES} == {
        *("segments", "forms", "head", "counts"),
        *("cells", "grammar", "order", "vocabulary", "forbidden values", "regenerated"),
    }
    assert max(Counter(map(str, MESSAGES)).values()) == 1


@settings(max_examples=30, deadline=None)
@given(MESSAGE_CLEARANCES)
def test_any_list_that_may_leave_passes_every_check_or_is_refused(clearance: Clearance) -> None:
    table = said(clearance, CARRIER)
    if not disclosures(clearance, CARRIER, "paxlst"):
        assert failed_checks(paxlst.write(table), table, CARRIER, "paxlst") == ()


@settings(max_examples=30, deadline=None)
@given(MESSAGE_CLEARANCES, OFFICES, OFFICES)
def test_two_offices_that_know_different_things_write_the_same(public: Clearance, one: Office, other: Office) -> None:
    assert observed(one, public, CARRIER, "paxlst") == observed(other, public, CARRIER, "paxlst")


def _by_pydifact(data: bytes) -> tuple[Interchange, list[tuple[str, list[object]]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of every tag it has no class for
        interchange = Interchange.from_str(data.decode("ascii"))
        return interchange, [(one.tag, list(one.elements)) for one in interchange.segments]


@settings(max_examples=20, deadline=None)
@given(MESSAGE_CLEARANCES)
def test_an_independent_reader_sees_every_passenger_and_nothing_else(clearance: Clearance) -> None:
    table = said(clearance, CARRIER)
    if disclosures(clearance, CARRIER, "paxlst"):
        return
    interchange, found = _by_pydifact(paxlst.write(table))
    assert str(interchange.control_reference) == "26120401RX114"
    names = [elements[3] for tag, elements in found if tag == "NAD" and elements[0] == "FL"]
    assert [name if isinstance(name, list) else [name] for name in names] == [
        [part for part in row[:2] if part] for row in table.rows
    ]
    births = [one[0][1] for tag, one in found if tag == "DTM" and isinstance(one[0], list) and one[0][0] == "329"]
    assert births == [row[2][2:].replace("-", "") for row in table.rows]
    documents = [elements[1] for tag, elements in found if tag == "DOC"]
    assert documents == [row[6] for row in table.rows if row[6]]
    assert {tag for tag, _ in found} <= {
        *("UNH", "BGM", "RFF", "NAD", "TDT", "LOC", "DTM", "ATT", "NAT", "DOC", "CNT", "UNT"),
    }


def test_the_file_is_named_after_the_flight_and_ends_in_edi() -> None:
    made = make_release(WHOLE, CARRIER, "paxlst", number=2)
    assert made.name == "MANIFEST_RX-114_2026-12-04_v2.edi"
    assert made.passengers == 6
    assert b"+26120402RX114'" in made.data


def test_names_are_transcribed_as_in_the_zone_of_a_travel_document() -> None:
    assert "NAD+FL+++NUNEZ PENA:MARIA JOSE" in segments(release())
    assert "NAD+FL+++MUELLER OBRIEN:JOERG" in segments(release(family="Müller-O’Brien", given="Jörg"))
    assert "NAD+FL+++SUHARTO" in segments(release(family="", given="Suharto"))
    assert f"NAD+FL+++{icao_name('Иванов')}:MARIA JOSE" in segments(release(family="Иванов"))


def test_kinds_of_documents_are_those_of_the_message() -> None:
    assert "DOC+P:110:111+K123456" in segments(release(kind="PD"))
    assert "DOC+F:110:111+K123456" in segments(release(kind="TD"))
    nothing = segments(release(kind="", number="", issuer="", expiry=""))
    assert not any(one.startswith(("DOC", "LOC+91", "DTM+36")) for one in nothing)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"birth": "1984"}, "birth date is no whole date"),
        ({"birth": "1984-03"}, "birth date is no whole date"),
        ({"birth": "1926-12-04"}, "birth date would be read in another century"),
        ({"birth": "1918-12-03"}, "birth date would be read in another century"),
        ({"birth": "2026-12-05"}, "birth date would be read in another century"),
        ({"expiry": "2077-01-01"}, "document expiry would be read in another century"),
        ({"expiry": "2031-05"}, "document expiry is no whole date"),
        ({"kind": ""}, "document type is not given"),
        ({"number": ""}, "document number is not given"),
        ({"family": "x" * 36}, "family name is longer than the 35 letters"),
        ({"family": "ü" * 18}, "family name is longer than the 35 letters"),
    ],
)
def test_what_a_message_cant_say_is_refused_with_its_number(values: dict[str, str], reason: str) -> None:
    with pytest.raises(BlockedError, match=rf"No\. 1: the {reason}") as refused:
        release(**values)
    assert "choose another file format" in refused.value.message
    assert not any(value and value in str(refused.value) for value in values.values())


@pytest.mark.parametrize("birth", ["1926-12-05", "2000-02-29", "2026-12-04", "1984-03-09"])
def test_a_birth_that_is_read_as_it_is_meant_is_sent(birth: str) -> None:
    assert f"DTM+329:{birth[2:].replace('-', '')}" in segments(release(birth=birth))


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"family": "Ana\u200b"}, "invisible"),
        ({"family": "Ana*"}, "sign that is no letter"),
        ({"given": "José (asylum)"}, "sign that is no letter"),
        ({"family": "Аna"}, "mixes two alphabets"),
        ({"nationality": "XXB"}, "tells of protection by itself"),
        ({"kind": "PR"}, "tells of protection by itself"),
        ({"number": "A012345678"}, "keeps for itself"),
    ],
)
def test_transcription_hides_nothing_from_the_grammar(values: dict[str, str], reason: str) -> None:
    clearance = Clearance(FLIGHT, (*WHOLE.passengers, passenger(**values)))
    with pytest.raises(BlockedError, match=reason):
        make_release(clearance, CARRIER, "paxlst", number=1, forbidden=FORBIDDEN)


@pytest.mark.parametrize(
    ("flight", "reason"),
    [
        (replace(FLIGHT, origin="Houston"), "The origin is no airport code"),
        (replace(FLIGHT, destination=""), "The destination is no airport code"),
        (replace(FLIGHT, number="RX" * 9), "The flight number has none or more than 17"),
    ],
)
def test_a_flight_that_a_message_cant_say_is_refused(flight: FlightFacts, reason: str) -> None:
    with pytest.raises(BlockedError, match=reason):
        release(flight)


@pytest.mark.parametrize("directory", ["02B", "05B", "15B"])
@pytest.mark.parametrize("syntax", ["UNOA", "UNOB"])
def test_edition_and_syntax_come_from_the_profile(directory: str, syntax: str) -> None:
    text = CARRIER_TEXT.replace('"02B"', f'"{directory}"').replace('"UNOA"', f'"{syntax}"')
    profile = read_profile("mine", text)[0]
    data = make_release(WHOLE, profile, "paxlst", number=1).data
    assert data.startswith(f"UNA:+.? 'UNB+{syntax}:4+".encode())
    assert f"+PAXLST:D:{directory}:UN:IATA'".encode() in data


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[message]\n", "[massage]\n", "can't be read|does not say"),
        ('directory = "02B"', 'directory = "21A"', "directory or syntax"),
        ('syntax = "UNOA"', 'syntax = "UNOC"', "directory or syntax"),
        ('sender = "FLIGHTDESK"', 'sender = "Flight desk"', "parties"),
        ('contact = "FLIGHT DESK"', 'contact = "DESK\'FTX+A"', "parties"),
        ('contact = "FLIGHT DESK"', "", "can't be read"),
        ('[[message.field]]\nkey = "family_name"', '[[message.field]]\nkey = "number"', "must have document_number"),
        ('[[message.field]]\nkey = "sex"', '[[message.field]]\nkey = "a_number"', "no release may hold"),
        ('[[message.field]]\nkey = "sex"', '[[message.field]]\nkey = "nationality"', "two columns"),
    ],
)
def test_a_broken_message_in_a_profile_is_one_clear_sentence(old: str, new: str, reason: str) -> None:
    assert old in CARRIER_TEXT
    with pytest.raises(KnownError, match=reason):
        read_profile("mine", CARRIER_TEXT.replace(old, new))


def test_a_liaison_gets_no_message() -> None:
    with pytest.raises(KnownError, match="no format 'paxlst'"):
        make_release(WHOLE, liaison(), "paxlst", number=1)


def test_a_list_without_whole_births_leaves_in_another_format_only() -> None:
    assert {one.field for one in disclosures(SIX, CARRIER, "paxlst")} == {"birth_date"}
    assert disclosures(SIX, CARRIER, "csv") == ()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(CLEAN) - 1), st.integers(1, 255))
def test_any_changed_byte_is_seen(place: int, change: int) -> None:
    data = bytearray(CLEAN)
    data[place] ^= change
    with pytest.raises(Bug):
        verify(bytes(data), TABLE, CARRIER, "paxlst")


@pytest.mark.parametrize("data", [b"", b"UNA:+.? '", CLEAN[:-1], CLEAN + CLEAN, b"\xff" * 50])
def test_a_file_of_another_kind_is_no_release(data: bytes) -> None:
    with pytest.raises(Bug):
        verify(data, TABLE, CARRIER, "paxlst")


def test_a_message_without_flight_or_with_a_foreign_letter_is_a_bug() -> None:
    with pytest.raises(Bug, match="without its flight"):
        paxlst.write(replace(TABLE, envelope=None))
    with pytest.raises(Bug, match="no message can hold"):
        paxlst.write(replace(TABLE, rows=(("Ana", *TABLE.rows[0][1:]),)))


def test_the_day_of_departure_is_the_only_time_in_it() -> None:
    other = replace(WHOLE, flight=replace(FLIGHT, departure=date(2027, 1, 2)))
    changed = zip(segments(CLEAN), segments(paxlst.write(said(other, CARRIER))), strict=True)
    assert {one[:3] for one, again in changed if one != again} == {"UNB", "UNH", "RFF", "DTM", "UNT", "UNZ"}
