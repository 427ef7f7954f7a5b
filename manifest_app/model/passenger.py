"""A passenger as the office knows him or her for a flight: identity and document, and nothing of protection."""

from dataclasses import dataclass, field
from enum import StrEnum


class Sex(StrEnum):
    """Sex as travel documents give it (ICAO Doc 9303 part 3): F, M, or X for unspecified."""

    FEMALE = "F"
    MALE = "M"
    UNSPECIFIED = "X"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which month or day may be unknown (None). ``str`` gives ISO 8601: 1984-03-09, 1984-03 or 1984."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class TravelDocument:
    """A travel document. Codes as in ICAO Doc 9303: kind ``P``, ``PR``, ``I``; issuer an alpha-3 code; "" unknown."""

    kind: str = ""
    number: str = ""
    issuer: str = ""
    expiry: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """What identifies a person, in a manifest or in a record. Empty strings and None mean "not given".

    Attributes:
        family_name: As written in the source, NFC, trimmed.
        given_names: As written in the source, NFC, trimmed.
        other_names: Further spellings (aliases, the MRZ's form, the name in another script), each a whole name.
        birth_date: Date of birth, possibly partial.
        sex: As documents give it, or None.
        nationality: ICAO alpha-3 code, or "".
        a_number: Alien number, nine digits, or "".
        documents: Travel documents, first the one to travel on.
    """

    family_name: str = ""
    given_names: str = ""
    other_names: tuple[str, ...] = ()
    birth_date: PartialDate | None = None
    sex: Sex | None = None
    nationality: str = ""
    a_number: str = ""
    documents: tuple[TravelDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class Passenger:
    """One passenger of a flight.

    Attributes:
        id: Random id, 32 hex digits.
        row: Row number in the source file as a spreadsheet shows it (1-based).
        identity: Who it is.
        version: Counts the corrections; 1 as imported.
        edited_by: Names of the people who corrected this row after import, in order, without repeats.
    """

    id: str
    row: int
    identity: Identity
    version: int = 1
    edited_by: tuple[str, ...] = field(default=())
