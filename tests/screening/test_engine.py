"""Screening finds whoever is there, whatever the clerk typed, and always says the same."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cdist

from manifest_app.errors import CancelledError
from manifest_app.model.finding import Finding, Tier
from manifest_app.model.passenger import Identity, PartialDate, Passenger, Sex, TravelDocument
from manifest_app.model.protection import Record, RecordSource
from manifest_app.screening import RELATIONS, RecordIndex, Thresholds, build_index, default_thresholds, screen, sentence
from manifest_app.screening.candidates import ask, candidates
from manifest_app.screening.engine import _compare
from manifest_app.screening.normalize import normalize
from manifest_app.screening.query import find_hits, readings
from manifest_app.standards.names import fold
from tests.screening import crowd

REGISTRY = crowd.records(1500, random.Random(103))
INDEX = build_index(REGISTRY)
ANA = Identity(
    "Prueba Zaldívar", "Ana Úrsula", birth_date=PartialDate(1984, 3, 9), sex=Sex.FEMALE, nationality="CUB",
    a_number="212345678", documents=(TravelDocument("P", "K7654321", "CUB"),),
)  # fmt: skip
WITH_ANA = build_index([*REGISTRY, Record("ana", RecordSource.REGISTRY, "list", 2, ANA, version=4)])
SEEDS = st.integers(0, 10**6)


def found(identity: Identity, index: RecordIndex = WITH_ANA, limits: Thresholds | None = None) -> dict[str, Finding]:
    return {finding.record_id: finding for finding in screen([crowd.passenger(identity)], index, limits)}


def bare(identity: Identity) -> Identity:
    """Without any number."""
    return replace(identity, a_number="", documents=())


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_a_record_s_own_identity_is_always_found(seed: int) -> None:
    record = REGISTRY[seed % len(REGISTRY)]
    assert found(record.identity, INDEX)[record.id].tier is Tier.MATCH
    assert record.id in found(bare(record.identity), INDEX)


@settings(deadline=None, max_examples=25)
@given(SEEDS)
def test_one_or_two_faults_of_real_lists_hide_nobody(seed: int) -> None:
    rng = random.Random(seed)
    record = rng.choice(REGISTRY)
    one = rng.choice(crowd.FAULTS)(record.identity, rng)
    assert record.id in found(bare(one), INDEX), one
    assert record.id in found(replace(crowd.faulty(record.identity, rng), a_number=record.identity.a_number), INDEX)


@settings(deadline=None, max_examples=15)
@given(SEEDS)
def test_the_order_of_records_and_passengers_is_no_matter(seed: int) -> None:
    rng = random.Random(seed)
    some = rng.sample(REGISTRY, 150)
    people = [crowd.passenger(crowd.faulty(record.identity, rng), row) for row, record in enumerate(some[:20])]
    first = screen(people, build_index(some))
    shuffled_records, shuffled_people = rng.sample(some, len(some)), rng.sample(people, len(people))
    second = screen(shuffled_people, build_index(shuffled_records))
    assert screen(people, build_index(some)) == first
    assert set(first) == set(second)
    order = {one.id: at for at, one in enumerate(shuffled_people)}
    assert list(second) == sorted(second, key=lambda one: (order[one.passenger_id], -one.bits, one.record_id))
    alone = [finding for one in people for finding in screen([one], build_index(some))]
    assert tuple(alone) == first


@settings(deadline=None, max_examples=15)
@given(SEEDS)
def test_screening_what_changed_finds_the_same_as_screening_all(seed: int) -> None:
    rng = random.Random(seed)
    people = [crowd.passenger(crowd.faulty(record.identity, rng), row) for row, record in enumerate(REGISTRY[:15])]
    changed = {record.id for record in rng.sample(REGISTRY, 400)} | {REGISTRY[0].id}
    full = screen(people, INDEX)
    part = screen(people, INDEX, only=changed)
    rest = screen(people, INDEX, only={record.id for record in REGISTRY} - changed)
    assert part == tuple(finding for finding in full if finding.record_id in changed)
    assert sorted(part + rest, key=str) == sorted(full, key=str)


@settings(deadline=None, max_examples=10)
@given(SEEDS, st.integers(0, 300))
def test_more_records_never_hide_a_match_by_number(seed: int, more: int) -> None:
    rng = random.Random(seed)
    stranger = crowd.person(rng)
    for number in (
        replace(stranger, a_number=ANA.a_number, documents=()),
        replace(stranger, a_number="", documents=ANA.documents),
    ):
        records = [Record("ana", RecordSource.REGISTRY, "list", 2, ANA), *crowd.records(more, rng, "more")]
        assert found(number, build_index(records))["ana"].tier is Tier.MATCH


@settings(deadline=None, max_examples=12)
@given(SEEDS)
def test_the_bound_loses_nobody_who_would_be_found(seed: int) -> None:
    rng = random.Random(seed)
    index = build_index(rng.sample(REGISTRY, 300))
    record = rng.choice(index.records)
    person = normalize(crowd.faulty(record.identity, rng))
    own = readings(person, index.vocabulary)
    hits = find_hits(index, [token for reading in own for token in reading.tokens])
    question = ask(index, person, own, hits)
    for least in (-300, 0, 500, 1100):
        brought = set(candidates(index, question, least))
        compared = {row: _compare(row, question, hits, index) for row in range(len(index))}
        reaching = {row for row, one in compared.items() if one.bits >= least or one.close or one.same_number}
        assert reaching <= brought


@settings(deadline=None, max_examples=6)
@given(SEEDS)
def test_a_second_opinion_finds_nobody_who_was_dropped(seed: int) -> None:
    """Every pair, compared by another measure: whoever is that close must be among the findings."""
    rng = random.Random(seed)
    people = [crowd.passenger(bare(crowd.faulty(rng.choice(REGISTRY).identity, rng)), row) for row in range(20)]
    pairs = {(finding.passenger_id, finding.record_id) for finding in screen(people, INDEX)}
    mine, theirs = [one.identity for one in people], [one.identity for one in REGISTRY]
    names, dates = ([write(who) for who in (*mine, *theirs)] for write in (_name, _date))
    alike = cdist(names[:20], names[20:], scorer=token_sort_ratio) >= 96
    near = cdist(dates[:20], dates[20:], scorer=OSA.distance) <= 1
    close = {(people[row].id, REGISTRY[column].id) for row, column in zip(*(alike & near).nonzero(), strict=True)}
    assert close
    assert close <= pairs


def _name(who: Identity) -> str:
    return fold(f"{who.family_name} {who.given_names}")


def _date(who: Identity) -> str:
    return str(who.birth_date)


WRITTEN: dict[str, Callable[[Identity], Identity]] = {
    "one letter": lambda who: replace(who, family_name="Prueba Zaldivur"),
    "a letter missing": lambda who: replace(who, family_name="Preba Zaldívar"),
    "capitals without accents": lambda who: replace(who, family_name="PRUEBA ZALDIVAR", given_names="ANA URSULA"),
    "swapped": lambda who: replace(who, family_name=who.given_names, given_names=who.family_name),
    "second surname dropped": lambda who: replace(who, family_name="Prueba"),
    "surnames joined": lambda who: replace(who, family_name="PruebaZaldívar"),
    "joined and misspelt": lambda who: replace(who, family_name="PrubbaZaldivar"),
    "hyphen": lambda who: replace(who, family_name="Prueba-Zaldívar"),
    "in one field": lambda who: replace(who, family_name="Prueba Zaldívar Ana Úrsula", given_names=""),
    "initials": lambda who: replace(who, given_names="A. U."),
    "cut off": lambda who: replace(who, family_name="Prueba Za"),
    "nickname": lambda who: replace(who, given_names="Anita"),
    "particle": lambda who: replace(who, family_name="de la Prueba y Zaldívar"),
    "particle joined": lambda who: replace(who, family_name="Delaprueba Zaldívar"),
    "sounds alike": lambda who: replace(who, family_name="Prueva Saldívar"),
    "day and month exchanged": lambda who: replace(who, birth_date=PartialDate(1984, 9, 3)),
    "exchanged and a year off": lambda who: replace(who, birth_date=PartialDate(1985, 9, 3)),
    "one digit of the date": lambda who: replace(who, birth_date=PartialDate(1984, 3, 19)),
    "a year off": lambda who: replace(who, birth_date=PartialDate(1983, 3, 9)),
    "the first of January": lambda who: replace(who, birth_date=PartialDate(1984, 1, 1)),
    "year only": lambda who: replace(who, birth_date=PartialDate(1984)),
    "year and month": lambda who: replace(who, birth_date=PartialDate(1984, 3)),
    "no date": lambda who: replace(who, birth_date=None),
    "another date": lambda who: replace(who, birth_date=PartialDate(1991, 11, 25)),
    "other sex and nationality": lambda who: replace(who, sex=Sex.MALE, nationality="HND"),
    "another script": lambda who: replace(
        who, other_names=("Prueba Zaldívar Ana",), family_name="測試", given_names=""
    ),
}


@pytest.mark.parametrize("fault", WRITTEN)
def test_each_fault_alone_hides_nobody_even_without_numbers(fault: str) -> None:
    assert "ana" in found(bare(WRITTEN[fault](ANA)))


@pytest.mark.parametrize(
    ("fault", "field", "relation"),
    [
        ("one letter", "family_name", "one letter"),
        ("capitals without accents", "family_name", "equal"),
        ("swapped", "family_name", "swapped"),
        ("second surname dropped", "family_name", "part missing"),
        ("surnames joined", "family_name", "joined"),
        ("initials", "given_names", "initial"),
        ("cut off", "family_name", "shortened"),
        ("nickname", "given_names", "nickname"),
        ("sounds alike", "family_name", "one letter"),
        ("day and month exchanged", "birth_date", "day and month exchanged"),
        ("a year off", "birth_date", "one year off"),
        ("one digit of the date", "birth_date", "one digit"),
        ("the first of January", "birth_date", "year only"),
        ("year only", "birth_date", "year only"),
        ("year and month", "birth_date", "month and year only"),
        ("no date", "birth_date", "not given"),
        ("another date", "birth_date", "different"),
        ("another script", "name", "part missing"),
    ],
)
def test_the_evidence_names_what_happened(fault: str, field: str, relation: str) -> None:
    evidence = found(bare(WRITTEN[fault](ANA)))["ana"].evidence
    assert next(one.relation for one in evidence if one.field == field) == relation


def test_a_nickname_and_a_spelling_family_are_known() -> None:
    pepe = replace(ANA, given_names="José Yusnier")
    index = build_index([*REGISTRY, Record("pepe", RecordSource.EXPOSURE, "list", 2, pepe)])
    evidence = found(bare(replace(pepe, given_names="Pepe Yunier")), index)["pepe"].evidence
    assert {one.field: one.relation for one in evidence}["given_names"] == "nickname"


def test_spellings_of_travel_documents_are_known() -> None:
    muller = replace(ANA, family_name="Müller Ñíguez")
    index = build_index([*REGISTRY, Record("muller", RecordSource.EXPOSURE, "list", 2, muller)])
    for written in ("MUELLER NXXIGUEZ", "MULLER NIGUEZ", "Müller Ñíguez"):
        evidence = found(bare(replace(muller, family_name=written)), index)["muller"].evidence
        assert {one.field: one.relation for one in evidence}["family_name"] in {"transliterated", "equal"}


def test_an_equal_number_is_a_match_when_everything_else_differs() -> None:
    stranger = Identity("Ficticio", "Olegario", birth_date=PartialDate(1950, 12, 31), sex=Sex.MALE, nationality="RUS")
    for who in (replace(stranger, a_number="212345678"), replace(stranger, documents=ANA.documents)):
        assert found(who)["ana"].tier is Tier.MATCH
        assert found(who)["ana"].score >= 0.99
    assert found(replace(stranger, a_number="A212-345-678"))["ana"].tier is Tier.MATCH
    assert "ana" not in found(stranger)


@pytest.mark.parametrize("number", ["212345679", "21234567", "212345687", "2123456788"])
def test_a_number_one_slip_away_is_found_with_an_agreeing_name_or_date(number: str) -> None:
    agreeing = {
        "date": Identity("Ficticio", "Olegario", birth_date=ANA.birth_date, a_number=number),
        "name": Identity(ANA.family_name, ANA.given_names, birth_date=PartialDate(1950, 12, 31), a_number=number),
    }
    for who in agreeing.values():
        evidence = {one.field: one.relation for one in found(who)["ana"].evidence}
        assert evidence["a_number"] == "one digit"
    document = replace(ANA, a_number="", documents=(TravelDocument("P", "K7654312", "CUB"),))
    assert {one.field: one.relation for one in found(document)["ana"].evidence}["document"] == "one digit"


def test_placeholders_are_no_numbers() -> None:
    nobody = Identity("Ficticio", "Olegario", a_number="000000000", documents=(TravelDocument("P", "UNKNOWN"),))
    record = replace(ANA, a_number="000000000", documents=nobody.documents)
    index = build_index([Record("x", RecordSource.REGISTRY, "list", 2, record)])
    assert not found(nobody, index)


def test_ended_records_raise_nothing() -> None:
    ended = Record("ana", RecordSource.REGISTRY, "list", 2, ANA, ended=True)
    assert "ana" not in found(ANA, build_index([*REGISTRY, ended]))


def test_an_empty_registry_and_an_empty_list_find_nothing() -> None:
    assert not found(ANA, build_index([]))
    assert screen([], INDEX) == ()


def test_a_registry_of_one_works() -> None:
    index = build_index([Record("ana", RecordSource.REGISTRY, "list", 2, ANA, version=4)])
    assert found(bare(ANA), index)["ana"].record_version == 4
    assert not found(crowd.person(random.Random(3)), index)


def test_little_known_people_get_a_wider_net() -> None:
    limits = Thresholds(20, 0)
    full = found(bare(ANA), limits=limits)["ana"].bits
    without = found(bare(replace(ANA, birth_date=None)), limits=limits)["ana"].bits
    single = replace(bare(ANA), family_name="", given_names="Zaldívar")
    alone = found(single, limits=limits)["ana"].bits
    assert "ana" in found(bare(replace(ANA, birth_date=None)), limits=Thresholds(90, without + 1.9))
    assert "ana" in found(single, limits=Thresholds(90, alone + 1.9))
    other = bare(replace(ANA, birth_date=PartialDate(1991, 11, 25)))
    assert "ana" in found(other, limits=Thresholds(90, found(other, limits=limits)["ana"].bits))
    assert "ana" not in found(other, limits=Thresholds(90, full))


def test_the_whole_name_and_a_near_date_are_found_however_common_the_name() -> None:
    common = Identity("García Rodríguez", "José", birth_date=PartialDate(1961, 3, 1), sex=Sex.MALE, nationality="CUB")
    same = [Record(f"s{row}", RecordSource.EXPOSURE, "list", row, common) for row in range(500)]
    index = build_index([*REGISTRY, *same])
    written = replace(common, birth_date=PartialDate(1961, 3, 7), sex=Sex.FEMALE, nationality="HND")
    assert {record.id for record in same} <= found(written, index).keys()
    known = build_index([replace(one, identity=replace(common, a_number="212345678")) for one in same])
    assert not found(replace(written, a_number="298765432"), known)


@settings(deadline=None, max_examples=25)
@given(SEEDS)
def test_evidence_adds_up_and_reads_well(seed: int) -> None:
    rng = random.Random(seed)
    record = rng.choice(REGISTRY)
    for finding in found(crowd.faulty(record.identity, rng), INDEX, Thresholds(8, 2)).values():
        assert sum(one.bits for one in finding.evidence) == pytest.approx(finding.bits)
        assert {one.relation for one in finding.evidence} <= RELATIONS
        assert all(sentence(one).endswith(f"{one.bits:+.1f}") for one in finding.evidence)
        certain = finding.tier is Tier.MATCH
        assert (finding.score >= 0.5) is certain
        assert 0.0 <= finding.score <= 1.0
        assert certain or finding.bits < 8


def test_a_sentence_reads_as_people_speak() -> None:
    finding = found(bare(replace(ANA, family_name="Pruebo Zaldívar")))["ana"]
    first = sentence(finding.evidence[0])
    assert first.startswith("surname Pruebo Zaldívar ~ Prueba Zaldívar, one letter: +")


TEXT = st.text(max_size=30) | st.text("ABCÑÜ -'<\u202e\u200b王م", max_size=60)
DATES = st.none() | st.builds(
    PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12), st.none() | st.integers(1, 31)
)
ANYBODY = st.builds(
    Identity, TEXT, TEXT, st.lists(TEXT, max_size=3).map(tuple), DATES, st.none() | st.sampled_from(Sex), TEXT,
    TEXT | st.text("0123456789", max_size=12),
    st.lists(st.builds(TravelDocument, TEXT, TEXT | st.text("K0123456789", max_size=30), TEXT), max_size=3).map(tuple),
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(ANYBODY, max_size=6), st.lists(ANYBODY, max_size=4))
def test_any_text_is_screened(registry: list[Identity], people: list[Identity]) -> None:
    records = [Record(f"r{row}", RecordSource.EXPOSURE, "list", row, who) for row, who in enumerate(registry)]
    passengers = [crowd.passenger(who, row) for row, who in enumerate(people)]
    for finding in screen(passengers, build_index(records), Thresholds(3, -5)):
        assert sum(one.bits for one in finding.evidence) == pytest.approx(finding.bits, abs=0.005)


def test_a_text_in_place_of_a_name_takes_no_time() -> None:
    words = " ".join(f"palabra{number}" for number in range(3000))
    assert screen([Passenger("p", 2, Identity(words, words, (words,)))], WITH_ANA) == ()


def test_thresholds_grow_with_the_registry() -> None:
    limits = [default_thresholds(people) for people in (0, 1, 400, 6_652, 1_000_000)]
    assert all(one.possible_bits < one.match_bits for one in limits)
    assert [one.possible_bits for one in limits] == sorted(one.possible_bits for one in limits)


def test_progress_is_told_and_can_cancel() -> None:
    told: list[tuple[int, int | None, str]] = []
    index = build_index(REGISTRY, progress=lambda *step: told.append(step))
    screen([crowd.passenger(ANA)], index, progress=lambda *step: told.append(step))
    assert {what for _, _, what in told} == {"arranging the registry", "screening"}
    assert told[-1][:2] == (1, 1)

    def cancel(done: int, total: int | None, what: str) -> None:
        raise CancelledError("cancelled")

    with pytest.raises(CancelledError):
        build_index(REGISTRY, progress=cancel)
    with pytest.raises(CancelledError):
        screen([crowd.passenger(ANA)], index, progress=cancel)
