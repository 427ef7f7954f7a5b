"""What stands around a list in the formats that say it: the flight, the number of the release, the parties."""

from dataclasses import dataclass

from manifest_app.model.release import FlightFacts


@dataclass(frozen=True, slots=True)
class Parties:
    """How a passenger list message names itself, its sender and its recipient; constants of the profile.

    Attributes:
        directory: Edition of the UN/EDIFACT directory: ``02B``, ``05B`` or ``15B``.
        syntax: Character repertoire: ``UNOA`` or ``UNOB``.
        sender: Agreed identification of the sender.
        recipient: Agreed identification of the recipient.
        contact: Who answers questions: a general office.
        keys: Field keys that the message says, in the order of the columns.
    """

    directory: str
    syntax: str
    sender: str
    recipient: str
    contact: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """The public facts that a file says beside its rows.

    Attributes:
        flight: The flight.
        number: The release's number for its recipient, from 1.
        parties: For a passenger list message; else None.
    """

    flight: FlightFacts
    number: int
    parties: Parties | None = None
