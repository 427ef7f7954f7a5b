"""Screening: passengers against records, findings with their evidence. Pure: the same input gives the same findings."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from manifest_app.model.finding import Finding, Tier
from manifest_app.model.passenger import Passenger
from manifest_app.model.progress import Progress, silent
from manifest_app.screening.candidates import NameSums, Question, ask, candidates
from manifest_app.screening.compare import Comparison, NameComparison, pair_names
from manifest_app.screening.explain import evidence
from manifest_app.screening.index import RecordIndex
from manifest_app.screening.normalize import Person, normalize
from manifest_app.screening.query import Hits, Reading, find_hits, readings
from manifest_app.screening.weights import (
    OVER_CAP,
    PRIOR_PEOPLE,
    WIDER_WITHOUT_BIRTH,
    WIDER_WITHOUT_NAMES,
    Thresholds,
    default_thresholds,
)

_SHARE = 50


def screen(
    passengers: Sequence[Passenger],
    index: RecordIndex,
    thresholds: Thresholds | None = None,
    *,
    only: Collection[str] | None = None,
    progress: Progress = silent,
) -> tuple[Finding, ...]:
    """Find the records each passenger may be the person of.

    Args:
        passengers: The passengers.
        index: The registry and the exposure lists together, from `build_index`.
        thresholds: From how many bits on; `default_thresholds` of the index if None.
        only: Ids of the records to report (those that changed); the findings are the same as in a full screening.
        progress: Told how many passengers are done.

    An equal number, or the whole name with a date of birth at most a slip apart, is a finding whatever the threshold.

    Returns:
        In the order of the passengers, then by bits descending, then by record id.

    Raises:
        CancelledError: ``progress`` cancelled.
    """
    limits = thresholds or default_thresholds(len(index))
    found: list[Finding] = []
    for start in range(0, len(passengers), _SHARE):
        progress(start, len(passengers), "screening")
        part = passengers[start : start + _SHARE]
        people = [normalize(passenger.identity) for passenger in part]
        asked = [readings(person, index.vocabulary) for person in people]
        hits = find_hits(index, [token for own in asked for reading in own for token in reading.tokens])
        for passenger, person, own in zip(part, people, asked, strict=True):
            question = ask(index, person, own, hits)
            least = math.ceil(limits.possible_bits * 100) - wider_net(person)
            compared = _compared(question, least, hits, index, only)
            found.extend(_in_order(_finding(passenger, row, one, index, limits) for row, one in compared))
    progress(len(passengers), len(passengers), "screening")
    return tuple(found)


def wider_net(person: Person) -> int:
    """By how much the threshold is lowered for someone of whom little is known, in hundredths of a bit."""
    wider = 0 if person.birth[0] else WIDER_WITHOUT_BIRTH
    names = max((len(form.tokens) for form in person.names), default=0)
    return wider + (WIDER_WITHOUT_NAMES if names < 2 else 0)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (-finding.bits, finding.record_id))


def _compared(
    question: Question, least: int, hits: Mapping[str, Hits], index: RecordIndex, only: Collection[str] | None
) -> Iterable[tuple[int, Comparison]]:
    """The records that reach ``least`` hundredths of a bit, are close, or have the same number; compared in full."""
    for row in candidates(index, question, least):
        if only is None or index.records[row].id in only:
            comparison = _compare(row, question, hits, index)
            if comparison.bits >= least or comparison.same_number or comparison.close:
                yield row, comparison


def _compare(row: int, question: Question, hits: Mapping[str, Hits], index: RecordIndex) -> Comparison:
    return Comparison(
        _best_name(row, question.sums, hits, index),
        question.births.field(row),
        question.a_number.field(row),
        question.document.field(row),
        question.nationality.field(row),
        question.sex.field(row),
    )


def _best_name(row: int, sums: Iterable[NameSums], hits: Mapping[str, Hits], index: RecordIndex) -> NameComparison:
    best: NameComparison | None = None
    for own in sums:
        for name_row in index.name_rows(row):
            name = pair_names(own.reading, index.forms[name_row], hits, index.vocabulary.ids)
            name = _cap(name, own, index)
            if best is None or name.bits > best.bits:
                best = name
    return best or NameComparison(Reading(()), index.forms[row])


def _cap(name: NameComparison, sums: NameSums, index: RecordIndex) -> NameComparison:
    """Names are not independent: many who share the one share the other, so the registry itself says what is left."""
    reached = name.agreeing
    if not reached:
        return name
    cap = round(100 * math.log2((len(index.forms) + PRIOR_PEOPLE) / max(1, sums.agreeing(reached))))
    if reached <= cap:
        return name
    return NameComparison(
        name.reading, name.form, name.pairs, name.mine_left, name.theirs_left, round((cap - reached) * (1 - OVER_CAP))
    )


def _finding(passenger: Passenger, row: int, comparison: Comparison, index: RecordIndex, limits: Thresholds) -> Finding:
    record = index.records[row]
    certain = comparison.same_number or comparison.bits >= limits.match_bits * 100
    return Finding(
        passenger_id=passenger.id,
        record_id=record.id,
        record_version=record.version,
        bits=comparison.bits / 100,
        score=_score(comparison, limits),
        tier=Tier.MATCH if certain else Tier.POSSIBLE,
        evidence=evidence(comparison, passenger.identity, record.identity),
    )


def _score(comparison: Comparison, limits: Thresholds) -> float:
    """The bits as a probability that is one half where a match begins; an equal number is at least 0.99."""
    score = 1 / (1 + math.exp2(min(60.0, limits.match_bits - comparison.bits / 100)))
    return round(max(score, 0.99) if comparison.same_number else score, 4)
