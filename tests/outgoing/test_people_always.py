"""What holds whatever the names are, and that the quick way of looking gives what the slow one gives."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.outgoing.people import row_facts
from manifest_app.outgoing.people.facts import FactReader
from manifest_app.outgoing.people.find import PeopleScan
from manifest_app.outgoing.people.index import packed, unpacked
from manifest_app.outgoing.people.known_words import Sieve
from manifest_app.outgoing.pieces import Channel, Piece
from tests.outgoing import slow_people
from tests.outgoing.test_people import TODAY, WORD, build, found, names

WAYS = (
    *("{name} {one} {two}", "{one} {two}, {name}", "{two}-{one} {name}", "{name} X. {one}", "{g}. {one} {two}"),
    *("{one} {g}.", "{one}{two} {name}", "{name}.{one}@example.org", "{g}{one}{two}@example.org", "{name}{one}.pdf"),
    *("{spaced}  {one}", "{one}, 7 March 1985", "{two} 07MAR85", "nacido el 7 de marzo de 1985: {name}"),
    *("1985-03-07 {one}", "{two} 3/7/85", "name: {name}, family: {two}"),
)
MARKS = str.maketrans("AEOU", "ÁËÓÜ")


@given(
    drawn=st.tuples(WORD, WORD, WORD).filter(lambda drawn: len(set(drawn)) == 3 and drawn[2][0] != "V"),
    way=st.sampled_from(WAYS),
    marked=st.booleans(),
)
def test_anybody_is_found_in_any_way_of_writing(drawn: tuple[str, str, str], way: str, *, marked: bool) -> None:
    one, two, name = drawn
    index = build(Identity(f"{one} {two}".title(), name.title(), birth_date=PartialDate(1985, 3, 7)))
    if marked:
        one, two = one.translate(MARKS), two.title()
    assert names(index, "Note: " + way.format(one=one, two=two, name=name, g=name[0], spaced=" ".join(name)))


@given(
    people=st.lists(st.tuples(WORD, WORD), min_size=1, max_size=5),
    words=st.lists(st.text("BCDFGHJK", min_size=1), max_size=30),
)
def test_words_that_are_in_no_name_are_never_found(people: list[tuple[str, str]], words: list[str]) -> None:
    index = build(*(Identity(family, given_name) for family, given_name in people))
    assert not names(index, " ".join(words))
    assert not names(index, cells=tuple(words))


OFFICE = build(
    Identity("Barto", "Valte", birth_date=PartialDate(1985, 3, 7)),
    Identity("Linmez Zusan", "Rosan"),
    Identity("Le", "Minhan"),
    Identity("Quiro", "Jolin", a_number="200123456"),
)
NAMES = ("BARTO", "VALTE", "LINMEZ", "ZUSAN", "ROSAN", "LE", "MINHAN", "QUIRO", "JOLIN", "J.")
FILLERS = ("plane", "office", "monday", "paper", "DE LA", "and")
RARE = ("7 March 1985", "A 200 123 456", "LINMEZROSAN", "31113")
# Mostly words that keep others apart: else every piece is a hit by one way or another.
TOKENS = st.sampled_from((*NAMES, *FILLERS, *FILLERS, *FILLERS, *RARE))
TEXTS = st.lists(TOKENS, max_size=8).map(" ".join)
CELLS = st.lists(st.one_of(TEXTS, st.sampled_from(NAMES), st.sampled_from(FILLERS)), max_size=4)
PIECES = st.builds(Piece, st.just("x"), st.just(Channel.CELL), TEXTS, st.one_of(st.just(()), CELLS.map(tuple)))


@pytest.mark.parametrize("between", range(20, 28))
def test_names_far_apart_in_a_row_of_names_are_found_up_to_a_distance(between: int) -> None:
    row = Piece("x", Channel.CELL, "", ("VALTE", *["LINMEZ"] * between, "BARTO"))
    assert found(OFFICE, row) == [between < 24] == [slow_people.names_somebody(OFFICE, TODAY, row)]


@pytest.mark.parametrize(
    ("cells", "found_in_it"),
    [
        (("BARTO" + " plane" * 5, "VALTE"), True),
        (("BARTO" + " plane" * 6, "VALTE"), False),
        (("LINMEZ ZUSAN", ""), True),
        (("LINMEZ plane ZUSAN", ""), False),
        (("LINMEZ", "ZUSAN"), False),
    ],
)
def test_names_belong_together_so_far_and_no_farther(cells: tuple[str, ...], *, found_in_it: bool) -> None:
    row = Piece("x", Channel.CELL, "", cells)
    assert found(OFFICE, row) == [found_in_it] == [slow_people.names_somebody(OFFICE, TODAY, row)]


@settings(max_examples=400)
@given(pieces=st.lists(PIECES, max_size=4))
def test_a_block_gives_what_each_piece_gives_by_the_slow_way(pieces: list[Piece]) -> None:
    slow = [slow_people.names_somebody(OFFICE, TODAY, piece) for piece in pieces]
    scan = PeopleScan(OFFICE, TODAY)
    assert scan.found(pieces) == slow
    assert scan.found(pieces[::-1]) == slow[::-1]  # whatever it remembers


SOMEBODY = st.builds(
    Identity,
    st.lists(st.sampled_from(("Barto", "Linmez", "Le", "Zu")), max_size=2).map(" ".join),
    st.lists(st.sampled_from(("Valte", "Rosan", "Jo")), max_size=2).map(" ".join),
    birth_date=st.sampled_from((None, PartialDate(1985, 3, 7))),
    a_number=st.sampled_from(("", "200123456")),
)


@given(people=st.lists(SOMEBODY, max_size=3), pieces=st.lists(PIECES, max_size=3))
def test_a_packed_index_is_the_same_index(people: list[Identity], pieces: list[Piece]) -> None:
    index = build(*people)
    again = unpacked(packed(index))
    assert again is not None
    assert (again.key, again.words, again.alone, again.lengths) == (index.key, index.words, index.alone, index.lengths)
    assert found(again, *pieces) == found(index, *pieces)


# Six at most: a longer row of particles is cut.
@given(words=st.lists(st.sampled_from((*NAMES[:-1], "PLANE", "DE", "LA", "MC", "DOB", "AND")), max_size=6))
def test_names_are_taken_where_they_stand_whatever_is_passed_over(words: list[str]) -> None:
    index = build(Identity("Delabarto", "Valte"), Identity("Linmez Zusan", "Lerosan"), Identity("Le", "Mcminhan"))
    reader = FactReader(index, Sieve(index.pairs), Sieve(index.numbers), TODAY)
    facts = reader.text(" ".join(words).lower())
    assert sorted(zip(facts.places, facts.values, strict=True)) == sorted(slow_people.names_in(index, words))


@pytest.mark.parametrize("above", [(), ("paper plane office monday", "paper plane office")])
def test_only_short_rows_are_lines_of_a_form(above: tuple[str, ...]) -> None:
    rows = [Piece("x", Channel.CELL, "", cells) for cells in (("Surname BARTO", *above), ("Given name VALTE",))]
    assert found(OFFICE, *rows) == [False, not above]


@given(cells=CELLS.map(tuple))
def test_what_many_rows_made_it_forget_is_found_again(cells: tuple[str, ...]) -> None:
    scan = PeopleScan(OFFICE, TODAY)
    row = Piece("x", Channel.CELL, "", cells)
    first = scan.found([row])
    with patch.object(row_facts, "_MOST_KEPT", -1):
        assert scan.found([row, row]) == first * 2
