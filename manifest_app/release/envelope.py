"""What stands around a list in the formats that say it: the flight and the number of the release."""

from dataclasses import dataclass

from manifest_app.model.release import FlightFacts


@dataclass(frozen=True, slots=True)
class Envelope:
    """The public facts that a file says beside its rows.

    Attributes:
        flight: The flight.
        number: The release's number for its recipient, from 1.
    """

    flight: FlightFacts
    number: int
