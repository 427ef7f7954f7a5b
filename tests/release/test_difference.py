"""What a reader sees by laying lists side by side, and that the comparison says as much and no more."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.model.release import Clearance, PublicList, PublicPassenger
from manifest_app.release.difference import Change, Difference, HeldList, Person, compare, match, sentences
from manifest_app.release.profile import profile_named
from manifest_app.release.project import project
from manifest_app.standards.names import icao_name
from tests.release.lists import CLEARANCES, FLIGHT, LATIN_NAMES, SIX, passenger

PEOPLE = SIX.passengers


def listed(people: tuple[PublicPassenger, ...], profile: str = "liaison") -> PublicList:
    chosen = profile_named(profile)
    return PublicList(chosen.keys, project(Clearance(FLIGHT, people), chosen).rows)


def held(
    people: tuple[PublicPassenger, ...],
    number: int = 1,
    *,
    profile: str = "liaison",
    file_format: str = "csv",
    own: bool = True,
) -> HeldList:
    return HeldList(own, number, profile, file_format, listed(people, profile))


def seen(people: tuple[PublicPassenger, ...], *earlier: HeldList) -> Difference:
    return compare(earlier, listed(people), "liaison", "csv")


def names(people: tuple[Person, ...]) -> list[tuple[str, ...]]:
    return [person.words for person in people]


def test_a_first_list_tells_nothing() -> None:
    found = seen(PEOPLE)
    assert not found.tells
    assert (found.lists, found.before, found.now, found.gone, found.stay, found.new) == (0, None, 6, (), (), ())
    assert sentences(found) == ("Nobody who gets this list has an earlier one of this flight.",)


def test_the_same_list_again_tells_nothing() -> None:
    found = seen(PEOPLE, held(PEOPLE))
    assert not found.tells
    assert (found.renumbered, found.reordered, found.other_form) == (0, False, False)
    assert "No passenger is gone or new." in sentences(found)


def test_gone_and_new_people_and_their_numbers_are_seen() -> None:
    found = seen(PEOPLE[1:], held(PEOPLE[:5]))
    assert found.gone == (Person.of_passenger(PEOPLE[0]),)
    assert len(found.stay) == 4
    assert [listed(PEOPLE[1:]).rows[row - 1][1] for row in found.new] == [PEOPLE[5].family_name]
    assert "Gone: 1. New: 1." in sentences(found)
    assert (found.before, found.now) == (5, 5)


def test_numbers_move_when_somebody_before_is_gone() -> None:
    people = [passenger(name, number=f"K{at}") for at, name in enumerate("ABCD")]
    found = seen(tuple(people[1:]), held(tuple(people)))
    assert (found.renumbered, found.reordered) == (3, False)
    renamed = replace(people[0], family_name="Z")
    found = seen((renamed, *people[1:]), held(tuple(people)))
    assert (found.renumbered, found.reordered) == (4, True)
    assert found.changed == (Change(4, ("family_name",)),)
    assert "Row 4 says something else: family name." in sentences(found)


def test_every_field_that_a_list_shows_is_compared() -> None:
    person = passenger()
    for field, value in (
        ("family_name", "Núñez"),
        ("given_names", "María"),
        ("birth_date", "1984-03-10"),
        ("sex", "X"),
        ("nationality", "HND"),
        ("document_type", "PD"),
        ("document_number", "K123457"),
        ("document_issuer", "HND"),
        ("document_expiry", "2031-05-31"),
    ):
        found = seen((replace(person, **{field: value}),), held((person,)))
        assert found.changed == (Change(1, (field,)),)
        assert (found.gone, found.new) == ((), ())


def test_a_namesake_is_somebody_else() -> None:
    person = passenger()
    other = replace(person, birth_date="1990-01-01", document_number="K999999")
    found = seen((other,), held((person,)))
    assert (len(found.gone), found.new, found.changed) == (1, (1,), ())


def test_exchanged_names_are_one_persons() -> None:
    person = passenger("Brel", "Odalys")
    found = seen((passenger("Odalys", "Brel"),), held((person,)))
    assert found.changed == (Change(1, ("family_name", "given_names")),)


def test_another_profile_shows_other_columns_of_the_same_people() -> None:
    found = seen(PEOPLE, held(PEOPLE, profile="carrier"))
    assert not found.tells
    assert found.other_form
    renamed = (replace(PEOPLE[0], family_name="Zorrilla"), *PEOPLE[1:])
    assert [change.fields for change in seen(renamed, held(PEOPLE, profile="carrier")).changed] == [("name",)]


def test_a_message_in_capitals_says_the_same() -> None:
    person = passenger("Núñez Peña", "María José")
    told = replace(person, family_name=icao_name(person.family_name), given_names=icao_name(person.given_names))
    assert not seen((person,), held((told,), file_format="paxlst")).tells
    assert seen((person,), held((told,), file_format="xlsx")).changed


def test_everyone_who_was_ever_on_a_list_counts_once() -> None:
    found = seen(PEOPLE[2:], held(PEOPLE), held(PEOPLE[1:], 2, own=False), held(PEOPLE, 2))
    assert sorted(names(found.gone)) == sorted(names(tuple(Person.of_passenger(one) for one in PEOPLE[:2])))


def test_who_comes_back_is_new_beside_the_list_in_between() -> None:
    found = seen(PEOPLE, held(PEOPLE), held(PEOPLE[1:], 2))
    assert (found.gone, len(found.new)) == ((), 1)


def test_the_last_list_is_the_recipients_own_where_it_has_one() -> None:
    own, other = held(PEOPLE[:4]), held(PEOPLE[:2], own=False)
    assert seen(PEOPLE, own, other).before == 4
    assert seen(PEOPLE, other).before == 2


def test_a_list_whose_content_is_unknown_may_tell_anything() -> None:
    found = seen(PEOPLE, HeldList(own=True, number=1, profile="liaison", file_format="csv", content=None))
    assert found.tells
    assert found.unknown == 1
    assert any("not kept" in sentence for sentence in sentences(found))


@settings(max_examples=60)
@given(CLEARANCES, CLEARANCES)
def test_nobody_is_lost_between_two_lists(old: Clearance, new: Clearance) -> None:
    found = seen(new.passengers, held(old.passengers))
    assert len(found.gone) + len(found.stay) == len(old.passengers)
    assert len(found.new) + len(found.stay) == len(new.passengers)


@settings(max_examples=60)
@given(CLEARANCES, st.randoms(use_true_random=False))
def test_the_same_people_in_any_order_are_the_same_list(public: Clearance, random: object) -> None:
    people = list(public.passengers)
    random.shuffle(people)  # type: ignore[attr-defined]  # what Hypothesis draws is a random.Random
    found = seen(tuple(people), held(public.passengers))
    assert not found.tells
    assert found.renumbered == 0


@settings(max_examples=60)
@given(CLEARANCES, st.data())
def test_whoever_is_taken_off_is_seen(public: Clearance, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(public.passengers) - 1))
    left = (*public.passengers[:at], *public.passengers[at + 1 :])
    found = seen(left, held(public.passengers))
    assert found.gone == (Person.of_passenger(public.passengers[at]),) or len(found.gone) == 1


@settings(max_examples=40)
@given(st.lists(LATIN_NAMES, min_size=1, max_size=5), st.lists(LATIN_NAMES, min_size=1, max_size=5))
def test_a_pair_is_used_once(old: list[str], new: list[str]) -> None:
    def people(given: list[str]) -> list[Person]:
        return [Person.of_passenger(passenger(name, number="")) for name in given]

    pairs = match(people(old), people(new))
    assert len(set(pairs.values())) == len(pairs)


def test_sentences_say_nothing_of_anybody() -> None:
    changed = (replace(PEOPLE[0], given_names="Oscar"), *PEOPLE[2:])
    said = " ".join(sentences(seen(changed, held(PEOPLE, file_format="xlsx"), held(PEOPLE[1:], 2))))
    for person in PEOPLE:
        assert person.family_name not in said
        assert not person.document_number or person.document_number not in said
