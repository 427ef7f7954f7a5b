from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.standards.edifact import SERVICE_STRING, read_segments, segment
from manifest_app.standards.short_dates import birth_date, expiry_date, short_date

_WORDS = st.text("ABCXYZ019 ", min_size=1, max_size=6)
_SEGMENTS = st.lists(
    st.tuples(st.sampled_from(["NAD", "LOC", "DTM"]), st.lists(st.lists(_WORDS, min_size=1, max_size=3), max_size=3)),
    min_size=1,
    max_size=5,
)


@given(_SEGMENTS)
def test_what_is_written_is_read_again(wanted: list[tuple[str, list[list[str]]]]) -> None:
    text = SERVICE_STRING + "".join(segment(tag, *map(tuple, elements)) for tag, elements in wanted)
    assert read_segments(text.encode()) == tuple(((tag,), *map(tuple, elements)) for tag, elements in wanted)


def test_what_is_empty_at_an_end_is_left_out() -> None:
    assert segment("NAD", "FL", "", ("A", ""), "") == "NAD+FL++A'"


@pytest.mark.parametrize("text", ["a", "Ñ", "A'B", "A+B", "A:B", "A?", "A\n", "-", "."])
def test_a_text_with_another_character_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="capitals"):
        segment("NAD", text)


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"UNA:+.? '", b"NAD+A'", b"UNA:+.? 'NAD+A", b"UNA:+.? 'NAD+A''", b"UNA:+.? 'NAD+'"),
        *(b"UNA:+.? 'nad+A'", b"UNA:+.? 'NA+A'", b"UNA:+.? 'NAD+\xd1'", b"UNA:+.? 'NAD+A'\n", b"UNA:+.? 'NAD+?''"),
        b"UNA:+.? 'NAD+A:+B'",
    ],
)
def test_another_form_is_not_read(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"segment|service|character"):
        read_segments(data)


_DEPARTURES = st.dates(min_value=date(2001, 1, 1), max_value=date(2090, 12, 31))


@given(_DEPARTURES, st.integers(0, 36_523))
def test_births_of_a_hundred_years_are_read_as_they_are_meant(departure: date, days: int) -> None:
    birth = departure - timedelta(days=days)
    assert birth_date(short_date(birth), departure) == birth


@given(_DEPARTURES, st.integers(-18_000, 18_000))
def test_expiries_of_fifty_years_around_are_read_as_they_are_meant(departure: date, days: int) -> None:
    expiry = departure + timedelta(days=days)
    assert expiry_date(short_date(expiry), departure) == expiry


def test_a_birth_of_more_than_a_hundred_years_ago_is_read_as_another() -> None:
    assert birth_date("181203", date(2026, 12, 4)) == date(2018, 12, 3)
    assert birth_date("261205", date(2026, 12, 4)) == date(1926, 12, 5)
    assert birth_date("000229", date(2026, 12, 4)) == date(2000, 2, 29)


@pytest.mark.parametrize("short", ["991301", "990230", "000000"])
def test_no_day_is_none(short: str) -> None:
    for read in (birth_date, expiry_date):
        with pytest.raises(ValueError, match="no such day"):
            read(short, date(2026, 12, 4))
