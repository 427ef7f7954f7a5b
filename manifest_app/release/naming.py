"""File names that say flight, day and version, and nothing else."""

import re
from datetime import date

from manifest_app.errors import KnownError
from manifest_app.model.release import FlightFacts
from manifest_app.release.profile import FORMATS

_ENDINGS = {"paxlst": "edi"}

_FILE_NAME = re.compile(r"MANIFEST_([A-Z0-9]+(?:-[A-Z0-9]+)*)_([0-9]{4}-[0-9]{2}-[0-9]{2})_v([1-9][0-9]*)\.([a-z]+)")


def plain_number(flight: FlightFacts) -> str:
    """A flight's number in capitals, digits and hyphens, such as ``RX-114``; "" when it has neither."""
    return "-".join(re.findall(r"[A-Z0-9]+", flight.number.upper()))


def file_name(flight: FlightFacts, number: int, file_format: str) -> str:
    """The name of a release's file, such as ``MANIFEST_RX-114_2026-12-04_v1.xlsx``; safe on every file system.

    Args:
        flight: The flight.
        number: The release's number for its recipient, from 1.
        file_format: One of `FORMATS`.

    Raises:
        KnownError: The flight number has no letter and no digit, or the format is unknown.
    """
    if file_format not in FORMATS:
        raise KnownError(f"There is no file format {file_format!r}.", f"Choose one of: {', '.join(FORMATS)}.")
    safe = plain_number(flight)
    if not safe:
        raise KnownError(
            "The flight's number has neither a letter A to Z nor a digit, so no file can be named after it.",
            "Correct the flight number.",
        )
    return f"MANIFEST_{safe}_{flight.departure.isoformat()}_v{number}.{file_ending(file_format)}"


def file_ending(file_format: str) -> str:
    """How the names of a format's files end, without the dot."""
    return _ENDINGS.get(file_format, file_format)


def is_neutral(name: str) -> bool:
    """Whether a file name has exactly the form of `file_name`: nothing can ride along in it."""
    match = _FILE_NAME.fullmatch(name)
    if match is None or match[4] not in map(file_ending, FORMATS):
        return False
    try:
        date.fromisoformat(match[2])
    except ValueError:
        return False
    return True
