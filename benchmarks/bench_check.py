"""Check: an index of a million people, and how fast files are looked through."""

import io
import random
from collections.abc import Callable
from datetime import date
from functools import partial

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from benchmarks.measuring import NOT_KEPT, Row, best_of, memory, timed
from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.people import PeopleIndex, build_people

KEY = b"k" * 32
TODAY = date(2026, 11, 22)
MEGABYTE = 1 << 20
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "qui", "mar")
WORDS = (
    "the",
    "office",
    "asks",
    "for",
    "a",
    "copy",
    "of",
    "its",
    "plan",
    "by",
    "Monday",
    "and",
    "thanks",
    "you",
    "all",
)


def run() -> list[Row]:
    """Builds indexes of two sizes and looks through texts, lists and workbooks."""
    rng = random.Random(7)
    names = [_name(rng) for _ in range(20_000)]
    people = [_person(rng, names) for _ in range(1_000_000)]
    few = build_people(people[:6652], KEY)
    rows = [timed("index of 6,652 people", best_of(3, partial(build_people, people[:6652], KEY)))]
    rows.append(timed("index of 1,000,000 people", best_of(1, partial(build_people, people, KEY)), 5.0))
    many = build_people(people, KEY)
    prose = _prose(rng, names)
    table = _table(rng, names)
    for what, data, name in (
        ("letter", prose, "a.txt"),
        ("list", table, "a.csv"),
        ("workbook", _workbook(rng), "a.xlsx"),
    ):
        for index, size in ((few, "6,652"), (many, "1,000,000")):
            rows.append(_speed(f"{what} of {len(data) / MEGABYTE:.1f} MB, {size} people", data, name, index))
    return [*rows, memory("peak memory")]


def _speed(what: str, data: bytes, name: str, index: PeopleIndex) -> Row:
    speed = len(data) / MEGABYTE / best_of(2, _check(data, name, index))
    promise = "" if name != "a.txt" else f"{'kept' if speed >= 2 else NOT_KEPT}: at least 2 MB/s"
    return (what, f"{speed:.1f} MB/s", *filter(None, (promise,)))


def _check(data: bytes, name: str, index: PeopleIndex) -> Callable[[], object]:
    return lambda: sum(1 for _ in detect(extract(data, name), index, TODAY))


def _name(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).title()


def _person(rng: random.Random, names: list[str]) -> Identity:
    born = PartialDate(rng.randint(1940, 2010), rng.randint(1, 12), rng.randint(1, 28))
    family = f"{rng.choice(names)} {rng.choice(names)}"
    return Identity(family, rng.choice(names), birth_date=born, a_number=f"{rng.randint(10**7, 10**9 - 1):09d}")


def _prose(rng: random.Random, names: list[str]) -> bytes:
    lines = []
    for _ in range(30_000):
        words = rng.choices(WORDS, k=12)
        words[rng.randrange(12)] = rng.choice(names)
        lines.append(" ".join(words) + ("." if rng.random() < 0.9 else ".\n"))
    return "\n".join(lines).encode()


def _table(rng: random.Random, names: list[str]) -> bytes:
    lines = []
    for number in range(40_000):
        born = f"1{rng.randint(910, 999)}-0{number % 9 + 1}-11"
        lines.append(f"{number},{rng.choice(names)},{rng.choice(names)},{born},K{rng.randint(10**5, 10**6)}")
    return "\n".join(lines).encode()


def _workbook(rng: random.Random) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    for number in range(20_000):
        sheet.write_row(number, 0, [rng.choice(WORDS), _name(rng), rng.random(), " ".join(rng.choices(WORDS, k=4))])
    book.close()
    return target.getvalue()
