"""What a new list tells beside earlier ones, judged by a session whose keys open who is protected."""

from collections.abc import Sequence

from manifest_app.model.flight import Flight
from manifest_app.model.hold import Category, HoldState
from manifest_app.model.passenger import Passenger
from manifest_app.model.release import Recipient
from manifest_app.release.difference import Difference, Person, match
from manifest_app.release.public import public_passenger
from manifest_app.review.stops import Group, stop_reasons, stop_rules
from manifest_app.screening import screen
from manifest_app.vault import Reader
from manifest_app.vault import flights as flight_store
from manifest_app.vault import holds as hold_store
from manifest_app.workflow.ledger import same_flight
from manifest_app.workflow.session import Session
from manifest_app.workflow.telling import told_reasons

NEEDS_OFFICER = "This list needs a privacy officer before it can leave."
"""What everybody else is told, whatever the cause."""


def stops(
    session: Session, reader: Reader, flight: Flight, recipient: Recipient, difference: Difference
) -> tuple[str, ...]:
    """Why a list may not leave beside the earlier ones, sentences; empty when it may, and for the first.

    Raises:
        NotAllowedError: This person lacks the protection key.
    """
    if not difference.lists:
        return ()
    new = tuple(difference.listed[row - 1] for row in difference.new)
    stay = tuple(person for at, person in enumerate(difference.listed, start=1) if at not in difference.new)
    everyone = _known(session, reader, flight)
    groups = [_group(people, everyone) for people in (difference.gone, new, stay)]
    reasons = stop_reasons(groups[0], groups[1], groups[2], stop_rules())
    if difference.unknown:
        reasons += ("What an earlier list showed was not kept, so nobody can say what this one tells beside it.",)
    return reasons + told_reasons(reader, flight, recipient)


def _group(people: Sequence[Person], everyone: list[tuple[tuple[Person, ...], tuple[bool, ...]]]) -> Group:
    """Whom no flight knows as somebody ordinary counts as protected: nothing is known that speaks for less."""
    protected: dict[int, bool] = {}
    for known, marks in everyone:
        for at, place in match(people, known).items():
            protected[at] = protected.get(at, False) or marks[place]
    count = sum(protected.get(at, True) for at in range(len(people)))
    return Group(count, len(people) - count)


def _known(session: Session, reader: Reader, flight: Flight) -> list[tuple[tuple[Person, ...], tuple[bool, ...]]]:
    """For each flight of the same number and day: its people, and whether each is protected."""
    found = []
    for one in same_flight(reader, flight):
        passengers = flight_store.passengers(reader, one.id)
        marked = _protected(session, reader, one.id, passengers)
        people = tuple(Person.of_passenger(public_passenger(passenger.identity)) for passenger in passengers)
        found.append((people, tuple(passenger.id in marked for passenger in passengers)))
    return found


def _protected(session: Session, reader: Reader, flight_id: str, passengers: tuple[Passenger, ...]) -> frozenset[str]:
    """Whose status is not ordinary: held for more than an uncertain identity, or found by screening and not looked at.

    Who was let through because the record is another person's is ordinary; who was let through in spite of it is not.
    """
    marked, looked_at = set(), set()
    for hold in hold_store.holds(reader, flight_id):
        if hold_store.ground(reader, hold.id).category is Category.IDENTITY:
            continue
        looked_at.add(hold.passenger_id)
        if hold.state is not HoldState.NOT_THE_SAME:
            marked.add(hold.passenger_id)
    rest = tuple(one for one in passengers if one.id not in looked_at)
    return frozenset(marked | {finding.passenger_id for finding in screen(rest, session.knowledge(reader).indexed())})
