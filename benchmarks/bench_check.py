"""Check: an index of a million people, built and out of the vault, and how fast files are looked through."""

import io
import random
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from benchmarks.measuring import NOT_KEPT, Row, best_of, memory, timed
from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.model.people import Policy, Role
from manifest_app.model.protection import ProtectionDetails, Record, RecordSource
from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.parse import parts_of
from manifest_app.outgoing.people.index import PeopleIndex, build_people
from manifest_app.outgoing.pieces import Piece
from manifest_app.vault import NewPerson, registry
from manifest_app.workflow import checking, vaults
from manifest_app.workflow.session import Session

KEY = b"k" * 32
TODAY = date(2026, 11, 22)
MEGABYTE = 1 << 20
PASSWORD = "a sentence for benchmarks only"
ROLES = (("admin", Role.ADMIN), ("officer", Role.OFFICER), ("supervisor", Role.SUPERVISOR), ("planner", Role.PLANNER))
PEOPLE = tuple(NewPerson(name, role, f"{PASSWORD} {name}") for name, role in ROLES)
AT_ONCE = 50_000
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "qui", "mar")
OTHER_SYLLABLES = ("ya", "mi", "der", "lis", "an", "xio", "vel", "hor", "ki", "wen")
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
    rows.append(timed("index of 1,000,000 people", best_of(2, partial(build_people, people, KEY)), 5.0))
    rows += _from_vault(people)
    many = build_people(people, KEY)
    del people
    for what, data, name in (
        ("letter", _prose(rng, names), "a.txt"),
        ("list", _table(rng, names), "a.csv"),
        ("workbook", _workbook(rng), "a.xlsx"),
    ):
        text = sum(len(one.full_text.encode()) for one in extract(data, name) if isinstance(one, Piece)) / MEGABYTE
        for index, size in ((few, "6,652"), (many, "1,000,000")):
            rows.append(_speed(f"{what} with {text:.1f} MB of text, {size} people", data, name, index, text))
    return [*rows, memory("peak memory")]


def _from_vault(people: list[Identity]) -> list[Row]:
    """A check of three words: the first after a change of the registry builds the index, the next opens it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        vaults.create(folder, PEOPLE, Policy())
        session = vaults.unlock(folder, "officer", f"{PASSWORD} officer")
        try:
            _fill(session, people)
            first = best_of(1, partial(checking.check_text, session, "On a Monday."))
            later = best_of(3, partial(checking.check_text, session, "On a Monday."))
        finally:
            session.close()
    return [
        timed("first check after 1,000,000 people were imported: index built and kept", first),
        timed("next check: index of 1,000,000 people out of the vault", later, 2.0),
    ]


def _fill(session: Session, people: list[Identity]) -> None:
    unknown = ProtectionDetails("UNK")
    for start in range(0, len(people), AT_ONCE):
        some = people[start : start + AT_ONCE]
        records = [Record(session.new_id(), RecordSource.REGISTRY, "a", 1, one) for one in some]
        with session.vault.write("registry.import") as writer:
            registry.add_records(writer, records, [unknown] * len(records))


def _speed(what: str, data: bytes, name: str, index: PeopleIndex, text: float) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        speed = text / best_of(2, _check(file, index))
    return (what, f"{speed:.1f} MB/s", f"{'kept' if speed >= 2 else NOT_KEPT}: at least 2 MB/s")


def _check(file: Path, index: PeopleIndex) -> Callable[[], object]:
    return lambda: sum(1 for _ in detect(parts_of(file).found, index, TODAY))


def _name(rng: random.Random, syllables: tuple[str, ...] = SYLLABLES) -> str:
    return "".join(rng.choices(syllables, k=rng.randint(2, 4))).title()


def _person(rng: random.Random, names: list[str]) -> Identity:
    born = PartialDate(rng.randint(1940, 2010), rng.randint(1, 12), rng.randint(1, 28))
    family = f"{rng.choice(names)} {rng.choice(names)}"
    return Identity(family, rng.choice(names), birth_date=born, a_number=f"{rng.randint(10**7, 10**9 - 1):09d}")


def _prose(rng: random.Random, names: list[str]) -> bytes:
    lines = []
    for _ in range(120_000):
        words = rng.choices(WORDS, k=12)
        words[rng.randrange(12)] = rng.choice(names)
        lines.append(" ".join(words) + ("." if rng.random() < 0.9 else ".\n"))
    return "\n".join(lines).encode()


def _table(rng: random.Random, names: list[str]) -> bytes:
    """A list of people of whom few are in the index: names of other syllables beside names of the same."""
    others = [_name(rng, OTHER_SYLLABLES) for _ in range(3000)]
    lines = []
    for number in range(160_000):
        born = f"{rng.randint(1940, 2010)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        lines.append(f"{number},{rng.choice(names)},{rng.choice(others)},{born},K{rng.randint(10**5, 10**6)}")
    return "\n".join(lines).encode()


def _workbook(rng: random.Random) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    for number in range(80_000):
        sheet.write_row(number, 0, [rng.choice(WORDS), _name(rng), rng.random(), " ".join(rng.choices(WORDS, k=4))])
    book.close()
    return target.getvalue()
