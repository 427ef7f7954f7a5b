"""What screening found: a passenger, a record, a score in bits, and evidence a person can read."""

from dataclasses import dataclass
from enum import StrEnum


class Tier(StrEnum):
    """How sure a finding is. Both tiers hold the passenger; ``possible`` is shown as such."""

    MATCH = "match"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Evidence:
    """How one field compares.

    Attributes:
        field: ``family_name``, ``given_names``, ``name``, ``birth_date``, ``a_number``, ``document``,
            ``nationality``, ``sex``.
        passenger: The value on the manifest as written.
        record: The value in the record as written.
        relation: Stable word for the relation: ``equal``, ``one letter``, ``swapped``, ``day and month exchanged`` ...
        bits: Weight of the evidence, log2 of the likelihood ratio; negative speaks against.
    """

    field: str
    passenger: str
    record: str
    relation: str
    bits: float


@dataclass(frozen=True, slots=True)
class Finding:
    """A passenger who may be the person of a record.

    Attributes:
        passenger_id: `Passenger.id`.
        record_id: `Record.id`.
        record_version: Version of the record that was compared.
        bits: Sum of the evidence, in bits.
        score: 0.0 to 1.0, the probability-like form of ``bits`` for display.
        tier: Match or possible.
        evidence: One entry per compared field.
    """

    passenger_id: str
    record_id: str
    record_version: int
    bits: float
    score: float
    tier: Tier
    evidence: tuple[Evidence, ...]
