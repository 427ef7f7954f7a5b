"""The twin run: the same list made a second time where nothing can be known of protection.

Who is on a list is what the office decided, and the twin is told that, as ids; all else it makes from the flight and
its passengers alone. What is in the real file because of a hold, a finding or a record, or because of the order in
which those came, is not in the twin's: the bytes differ, and no file leaves. This room can't import anything of
protection.
"""

from collections.abc import Collection, Iterable

from manifest_app.model.passenger import Passenger
from manifest_app.model.release import Clearance, FlightFacts
from manifest_app.release.public import public_passenger


def twin_of(
    flight: FlightFacts, everyone: Iterable[Passenger], listed: Collection[str]
) -> tuple[Clearance, tuple[str, ...]]:
    """The clearance as an office has it that knows of nobody's protection, and the values that may not occur.

    Args:
        flight: The flight.
        everyone: All its passengers, on the list or not.
        listed: Ids of those on the list.
    """
    # Another order than the vault's: what depends on the order shows.
    people = sorted(everyone, key=lambda one: one.id[::-1])
    clearance = Clearance(flight, tuple(public_passenger(one.identity) for one in people if one.id in listed))
    return clearance, tuple(sorted({one.identity.a_number for one in people} - {""}))
