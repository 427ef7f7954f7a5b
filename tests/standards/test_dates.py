from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from manifest_app.model.passenger import PartialDate
from manifest_app.standards.dates import AmbiguousDateError, ColumnOrder, DateOrder, column_order, read_date

TODAY = date(2026, 12, 4)
DMY, MDY, YMD = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.YEAR_FIRST
BIRTHS = st.dates(min_value=date(1907, 1, 1), max_value=TODAY)
ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]


def partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("value", "order", "iso"),
    [
        ("1984-03-09", None, "1984-03-09"),
        ("1984/3/9", None, "1984-03-09"),
        ("1984.03.09", MDY, "1984-03-09"),
        ("03/09/1984", MDY, "1984-03-09"),
        ("03/09/1984", DMY, "1984-09-03"),
        ("9.3.84", DMY, "1984-03-09"),
        (" 9 / 3 / 1984 ", DMY, "1984-03-09"),
        ("25/12/1984", None, "1984-12-25"),
        ("12/25/1984", None, "1984-12-25"),
        ("3/3/1984", None, "1984-03-03"),
        ("9-Mar-1984", None, "1984-03-09"),
        ("March 9, 1984", None, "1984-03-09"),
        ("9th of March 1984", None, "1984-03-09"),
        ("9 de marzo de 1984", None, "1984-03-09"),
        ("viernes, 9 de marzo del 1984", None, "1984-03-09"),
        ("1er août 1984", None, "1984-08-01"),
        ("09MAR1984", None, "1984-03-09"),
        ("9MAR84", None, "1984-03-09"),
        ("1984-Mar-09", None, "1984-03-09"),
        ("84 MAR 09", None, "1984-03-09"),
        ("Sept. 9, 1984", None, "1984-09-09"),
        ("19840309", None, "1984-03-09"),
        ("09031984", DMY, "1984-03-09"),
        ("09031984", MDY, "1984-09-03"),
        ("25121984", None, "1984-12-25"),
        ("840309", YMD, "1984-03-09"),
        ("090384", DMY, "1984-03-09"),
        ("840309", None, "1984-03-09"),
        (9031984, DMY, "1984-03-09"),
        (19840309, None, "1984-03-09"),
        (30750, None, "1984-03-09"),
        (30750.75, None, "1984-03-09"),
        ("30750", None, "1984-03-09"),
        ("30750.0", None, "1984-03-09"),
        (9500, None, "1926-01-03"),
        (1984, None, "1984"),
        (1984.0, None, "1984"),
        ("1984", None, "1984"),
        ("03/1984", None, "1984-03"),
        ("1984-03", None, "1984-03"),
        ("Mar 1984", None, "1984-03"),
        ("marzo de 1984", None, "1984-03"),
        ("00/00/1984", None, "1984"),
        ("1984-00-00", None, "1984"),
        ("XX/XX/1984", None, "1984"),
        ("--/--/1984", None, "1984"),
        ("??/03/1984", DMY, "1984-03"),
        ("00/03/1984", None, "1984-03"),
        ("1984-03-00", None, "1984-03"),
        ("1984-03-09T00:00:00", None, "1984-03-09"),
        ("1984-03-09 00:00:00+00:00", None, "1984-03-09"),
        ("3/9/1984 12:00:00 AM", MDY, "1984-03-09"),
        ("9/3/1984 0:00", DMY, "1984-03-09"),
        ("1984年3月9日", None, "1984-03-09"),
        ("٠٩/٠٣/١٩٨٤", DMY, "1984-03-09"),
        ("０９/０３/１９８４", DMY, "1984-03-09"),
        ("\u200e09/03/1984\u200f", DMY, "1984-03-09"),
        ("29/02/2000", None, "2000-02-29"),
        (date(1984, 3, 9), None, "1984-03-09"),
        (datetime(1984, 3, 9, 12), MDY, "1984-03-09"),  # noqa: DTZ001
    ],
)
def test_forms_of_dates(value: object, order: DateOrder | None, iso: str) -> None:
    assert str(read_date(value, order, pivot=TODAY)) == iso


@pytest.mark.parametrize("value", ["03/09/1984", "3.9.84", "03-09-1984", "03091984", "030912", "13/05/09", 9031984])
def test_a_date_with_two_readings_is_asked(value: object) -> None:
    with pytest.raises(AmbiguousDateError):
        read_date(value, None, pivot=TODAY)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "  ",
        "?",
        "n/a",
        "none",
        "31/02/1984",
        "29/02/1900",
        "1984-13-01",
        "00/00/0000",
        "0000",
        "XX/XX/XXXX",
        "32 Mar 1984",
        "30 Feb 1984",
        "1/2/3/4",
        "12",
        "123",
        "1234567",
        "123456789",
        "1879-12-31",
        "9 Mar Apr 1984",
        "Mar",
        "9 Brumaire 1984",
        "1984-03-09 extra",
        "01984",
        "A" * 1000,
        "9" * 1000,
        "1984-XX-09",
        "2026-12-05",
        "2027",
        "1/1/2080",
        True,
        None,
        b"1984",
        float("nan"),
        float("inf"),
        -5.0,
        0,
        1500,
        99999,
        1e12,
        [],
        date(2030, 1, 1),
    ],
)
@pytest.mark.parametrize("order", [None, DMY, MDY, YMD])
def test_what_is_no_birth_date_is_refused_without_repeating_it(value: object, order: DateOrder | None) -> None:
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$") as caught:
        read_date(value, order, pivot=TODAY)
    assert not isinstance(caught.value, AmbiguousDateError)
    assert not isinstance(value, str) or not value.strip(" ?") or value not in str(caught.value)


def test_the_order_of_the_column_is_held_to() -> None:
    with pytest.raises(ValueError, match="no such day"):
        read_date("13/05/1984", MDY, pivot=TODAY)


@pytest.mark.parametrize(
    ("text", "future", "iso"),
    [
        ("04/12/26", False, "2026-12-04"),
        ("05/12/26", False, "1926-12-05"),
        ("01/01/30", False, "1930-01-01"),
        ("29/02/00", False, "2000-02-29"),
        ("29/02/28", False, "1928-02-29"),
        ("01/01/30", True, "2030-01-01"),
        ("01/01/84", True, "1984-01-01"),
        ("31/12/9999", True, "9999-12-31"),
        ("05/12/2026", True, "2026-12-05"),
    ],
)
def test_centuries(text: str, *, future: bool, iso: str) -> None:
    assert str(read_date(text, DMY, pivot=TODAY, future=future)) == iso


FORMS: list[tuple[DateOrder | None, Callable[[date], object]]] = [
    (None, lambda d: d),
    (None, date.isoformat),
    (None, lambda d: f"{d:%Y%m%d}"),
    (DMY, lambda d: f"{d:%d/%m/%Y}"),
    (DMY, lambda d: f"{d:%d.%m.%Y}"),
    (DMY, lambda d: f"{d:%d%m%Y}"),
    (MDY, lambda d: f"{d:%m/%d/%Y}"),
    (MDY, lambda d: f"{d.month}-{d.day}-{d.year}"),
    (MDY, lambda d: int(f"{d:%m%d%Y}")),
    (None, lambda d: f"{d.day}-{ENGLISH[d.month - 1]}-{d.year}"),
    (None, lambda d: f"{d.day:02d}{ENGLISH[d.month - 1].upper()}{d.year}"),
    (None, lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}"),
    (None, lambda d: f"{d.day} de {SPANISH[d.month - 1]} de {d.year}"),
    (None, lambda d: (d - date(1899, 12, 30)).days),
    (None, lambda d: f"{d.isoformat()} 00:00:00"),
]


@given(BIRTHS, st.sampled_from(FORMS))
def test_every_form_of_every_day_reads_back(day: date, form: tuple[DateOrder | None, Callable[[date], object]]) -> None:
    order, write = form
    assert read_date(write(day), order, pivot=TODAY) == partial(day)


@given(st.dates(min_value=TODAY - timedelta(days=36524), max_value=TODAY), st.sampled_from(DateOrder))
def test_two_digit_years_read_back_within_a_century(day: date, order: DateOrder) -> None:
    written = {DMY: f"{day:%d/%m/%y}", MDY: f"{day:%m/%d/%y}", YMD: f"{day:%y/%m/%d}"}[order]
    assert read_date(written, order, pivot=TODAY) == partial(day)


@given(st.lists(BIRTHS, min_size=1, max_size=30), st.sampled_from([DMY, MDY]))
def test_a_column_never_settles_on_the_wrong_order(days: list[date], order: DateOrder) -> None:
    written = [f"{day:%d/%m/%Y}" if order is DMY else f"{day:%m/%d/%Y}" for day in days]
    found = column_order(written)
    telling = any(day.day > 12 for day in days)
    assert found.order == (order if telling else None)
    assert not found.conflicting
    assert found.ambiguous == sum(day.day <= 12 and day.day != day.month for day in days)


@given(BIRTHS, BIRTHS)
def test_both_orders_in_one_column_conflict(one: date, other: date) -> None:
    assume(one.day > 12 and other.day > 12)
    assert column_order([f"{one:%d/%m/%Y}", f"{other:%m/%d/%Y}"]) == ColumnOrder(None, 0, conflicting=True)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], ColumnOrder(None, 0, conflicting=False)),
        (["1984-03-09", date(1984, 3, 9), 30750, "9 Mar 1984", None, "n/a"], ColumnOrder(None, 0, conflicting=False)),
        (["03/09/1984", "x"], ColumnOrder(None, 1, conflicting=False)),
        (["03/09/1984", "13/05/1984"], ColumnOrder(DMY, 1, conflicting=False)),
        (["84/12/25", "12/11/10"], ColumnOrder(YMD, 1, conflicting=False)),
        (["13/05/09"], ColumnOrder(None, 1, conflicting=False)),
        (["03/03/1984"], ColumnOrder(None, 0, conflicting=False)),
        (["45/45/1984", "03/09/1984"], ColumnOrder(None, 1, conflicting=False)),
    ],
)
def test_what_a_column_says(values: list[object], expected: ColumnOrder) -> None:
    assert column_order(values) == expected


@given(st.text(max_size=70) | st.floats() | st.integers(), st.sampled_from([None, *DateOrder]), st.booleans())
def test_any_value_gives_a_date_or_a_sentence(value: object, order: DateOrder | None, future: bool) -> None:
    try:
        found = read_date(value, order, pivot=TODAY, future=future)
    except ValueError:
        return
    assert 1880 <= found.year <= 9999


@given(st.text(alphabet="0123456789X/.- ", max_size=12), st.sampled_from(DateOrder))
def test_without_an_order_nothing_is_read_that_an_order_reads_otherwise(text: str, order: DateOrder) -> None:
    try:
        unasked = read_date(text, None, pivot=TODAY)
        ordered = read_date(text, order, pivot=TODAY)
    except ValueError:
        return
    assert unasked == ordered
