"""Flights, their passengers, and what their last screening was made against. All under the vault key."""

from collections.abc import Sequence

from manifest_app.errors import NotFoundError
from manifest_app.model.flight import Flight, ScreeningStamp
from manifest_app.model.passenger import Passenger
from manifest_app.vault import codec
from manifest_app.vault.tables import FLIGHT, PASSENGER, STAMP
from manifest_app.vault.transactions import Reader, Row, Writer


def save_flight(writer: Writer, flight: Flight) -> None:
    """Keep a flight, or a change of it."""
    writer.put_value(FLIGHT, flight.id, flight)


def flights(reader: Reader) -> tuple[Flight, ...]:
    """All flights, by day of departure and number."""
    found = reader.values(FLIGHT, Flight)
    return tuple(sorted(found, key=lambda flight: (flight.departure, flight.number, flight.id)))


def flight(reader: Reader, flight_id: str) -> Flight:
    """One flight.

    Raises:
        NotFoundError: There is none of that id.
    """
    found = reader.value(FLIGHT, Flight, flight_id)
    if found is None:
        raise NotFoundError("There is no such flight.", "See the list of flights.")
    return found


def save_passengers(writer: Writer, flight_id: str, passengers: Sequence[Passenger]) -> None:
    """Keep passengers of a flight; those with a known id become a new version."""
    writer.put_all(PASSENGER, [_row(flight_id, passenger) for passenger in passengers])


def save_passenger(writer: Writer, flight_id: str, passenger: Passenger) -> None:
    """Keep one passenger, or a correction of the row."""
    writer.put(PASSENGER, _row(flight_id, passenger))


def passengers(reader: Reader, flight_id: str) -> tuple[Passenger, ...]:
    """The passengers of a flight, by row of the source."""
    return reader.values(PASSENGER, Passenger, flight_id)


def passenger(reader: Reader, passenger_id: str) -> Passenger:
    """One passenger.

    Raises:
        NotFoundError: There is none of that id.
    """
    found = reader.value(PASSENGER, Passenger, passenger_id)
    if found is None:
        raise NotFoundError("There is no such passenger.", "See the flight's list.")
    return found


def save_stamp(writer: Writer, flight_id: str, stamp: ScreeningStamp) -> None:
    """Keep what a flight's screening was made against."""
    writer.put_value(STAMP, flight_id, stamp, parent=flight_id)


def stamp(reader: Reader, flight_id: str) -> ScreeningStamp | None:
    """What the flight's last screening was made against; None if it was never screened."""
    return reader.value(STAMP, ScreeningStamp, flight_id)


def _row(flight_id: str, passenger: Passenger) -> Row:
    return Row(passenger.id, codec.encode(passenger), flight_id, passenger.row)
