"""The second run of a release: from the passengers and who is listed, in another order, and equal."""

from dataclasses import replace

import pytest

from manifest_app.errors import BlockedError
from manifest_app.model.passenger import Identity, PartialDate, Passenger, TravelDocument
from manifest_app.model.release import Clearance
from manifest_app.release.profile import profile_named
from manifest_app.release.public import public_passenger
from manifest_app.release.twin import twin_of
from manifest_app.release.write import make_release
from tests.release.lists import FLIGHT

NAMES = ("Brel", "Coto", "Duval", "Faro")
EVERYONE = tuple(
    Passenger(
        f"{at:032x}",
        at + 2,
        Identity(
            name,
            "Ana",
            (),
            PartialDate(1980, 1, at + 1),
            None,
            "CUB",
            f"91000000{at}",
            (TravelDocument("P", f"K{at}", "CUB"),),
        ),
    )
    for at, name in enumerate(NAMES)
)


@pytest.mark.parametrize("file_format", ["xlsx", "csv", "pdf"])
@pytest.mark.parametrize("listed", [EVERYONE, EVERYONE[1:3]])
def test_the_twin_of_a_clean_list_is_the_list(file_format: str, listed: tuple[Passenger, ...]) -> None:
    clearance = Clearance(FLIGHT, tuple(public_passenger(one.identity) for one in listed))
    profile = profile_named("liaison")
    made = make_release(clearance, profile, file_format, number=2)
    ids = frozenset(one.id for one in listed)
    twin, numbers = twin_of(FLIGHT, reversed(EVERYONE), ids)
    assert make_release(twin, profile, file_format, number=2, forbidden=numbers) == made


def test_the_office_own_numbers_of_everyone_are_kept_out_of_the_twin() -> None:
    told = Passenger("f" * 32, 9, Identity("Nadal", "Eva", documents=(TravelDocument("P", "910000001", "CUB"),)))
    twin, numbers = twin_of(FLIGHT, (*EVERYONE, told), {told.id})
    assert numbers == tuple(one.identity.a_number for one in EVERYONE)
    with pytest.raises(BlockedError):
        make_release(twin, profile_named("liaison"), "csv", number=1, forbidden=numbers)


def test_the_twin_takes_people_in_another_order_than_the_vault_does() -> None:
    """The vault gives them by id or by row: a writer that depends on that gives other bytes for the twin."""
    people = tuple(replace(one, id=f"{at}{'0' * 30}{9 - at}") for at, one in enumerate(EVERYONE))
    twin, _ = twin_of(FLIGHT, people, {one.id for one in people})
    assert [one.family_name for one in twin.passengers] == list(reversed(NAMES))
