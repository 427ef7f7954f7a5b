"""S1 to S3 and S8, the pure part: whatever is known of protection, what a release shows of itself is the same.

A clearance has no place for protection. What could still differ between two offices that know different things about
the same cleared people is all that surrounds it: the order in which rows come, the office's own numbers, the history of
the process. Two such offices are drawn, and everything that can be observed must be equal.
"""

import dataclasses
import random
import subprocess
import sys
import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import manifest_app
from manifest_app.errors import BlockedError, KnownError
from manifest_app.model.release import Clearance, PublicPassenger
from manifest_app.release.grammar import disclosures
from manifest_app.release.profile import Profile
from manifest_app.release.project import project
from manifest_app.release.verify import verify
from manifest_app.release.write import make_release
from tests.release.leaky import ALL
from tests.release.lists import CLEARANCES, FORMATS, PROFILES, SIX, liaison, passenger

ROOT = Path(manifest_app.__file__).resolve().parents[1]
SECRET_MODULES = (
    "model.protection",
    "model.hold",
    "model.finding",
    "model.incident",
    "model.judgement",
    "screening",
    "review",
    "vault",
    "workflow",
)


@dataclass(frozen=True)
class Office:
    """What an office knows beyond the public list, and how that may stir what surrounds a release."""

    protected: frozenset[int]
    a_numbers: tuple[str, ...]
    seed: int
    written_before: int

    def clearance(self, public: Clearance) -> Clearance:
        people = list(public.passengers)
        random.Random(self.seed).shuffle(people)
        # As a query that joins the registry might return them.
        people.sort(key=lambda person: public.passengers.index(person) in self.protected)
        return replace(public, passengers=tuple(people))


# No passport of the strategy has nine digits that start so.
_A_NUMBERS = st.integers(0, 9_999_999).map(lambda number: f"29{number:07d}")
OFFICES = st.builds(
    Office,
    protected=st.frozensets(st.integers(0, 7)),
    a_numbers=st.lists(_A_NUMBERS, max_size=5).map(tuple),
    seed=st.integers(0, 99),
    written_before=st.integers(0, 2),
)


def observed(office: Office, public: Clearance, profile: Profile, file_format: str) -> tuple[object, ...]:
    """Name, bytes, count and hash of the release, or the words and kind of the refusal."""
    for _ in range(office.written_before):
        project(public, liaison())
    try:
        made = make_release(office.clearance(public), profile, file_format, number=1, forbidden=office.a_numbers)
        return dataclasses.astuple(made)
    except KnownError as refusal:
        return type(refusal), str(refusal), refusal.exit_code


@settings(max_examples=40)
@given(CLEARANCES, PROFILES, FORMATS, OFFICES, OFFICES)
def test_two_offices_that_know_different_things_write_the_same(
    public: Clearance, profile: Profile, file_format: str, one: Office, other: Office
) -> None:
    assert observed(one, public, profile, file_format) == observed(other, public, profile, file_format)


_SPOILT = st.sampled_from(
    [
        passenger("Quesada", "Rosa", nationality="XXB"),
        passenger("Quesada*", "Rosa"),
        passenger("", ""),
        passenger(kind="PR"),
        passenger(number="k-1"),
    ]
)


@settings(max_examples=30)
@given(CLEARANCES, st.lists(_SPOILT, min_size=1, max_size=3), PROFILES, FORMATS, OFFICES, OFFICES)
def test_two_offices_are_refused_with_the_same_words(
    public: Clearance, spoilt: list[PublicPassenger], profile: Profile, file_format: str, one: Office, other: Office
) -> None:
    told = replace(public, passengers=(*public.passengers, *spoilt))
    refusal = observed(one, told, profile, file_format)
    assert (refusal[0] is BlockedError) == bool(disclosures(told, profile, file_format))
    assert refusal == observed(other, told, profile, file_format)


@given(CLEARANCES, PROFILES, FORMATS)
def test_whatever_is_not_refused_passes_every_check(public: Clearance, profile: Profile, file_format: str) -> None:
    made = make_release(public, profile, file_format, number=1)
    verify(made.data, project(public, profile), profile, file_format)


def test_the_pair_tells_a_leaky_exporter_from_a_clean_one() -> None:
    table = project(SIX, liaison())
    for mutant in ALL:
        one, other = (mutant.export(table, protected) for protected in (frozenset[int](), frozenset({1, 3})))
        assert one != other, mutant


def _types_of(kind: object, seen: set[type]) -> Iterator[type]:
    for argument in typing.get_args(kind):
        yield from _types_of(argument, seen)
    if not isinstance(kind, type) or kind in seen:
        return
    seen.add(kind)
    yield kind
    if dataclasses.is_dataclass(kind):
        for hint in typing.get_type_hints(kind).values():
            yield from _types_of(hint, seen)


def test_what_goes_into_a_release_has_no_place_for_anything_but_public_text() -> None:
    hints = typing.get_type_hints(make_release)
    found = {one.__qualname__ for hint in hints.values() for one in _types_of(hint, set())}
    assert found == {
        *("Clearance", "FlightFacts", "PublicPassenger", "Profile", "FieldSpec", "Parties", "ReleaseFile"),
        *("str", "int", "bytes", "bool", "date", "NoneType"),
    }
    words = {field.name for kind in (Clearance, PublicPassenger) for field in dataclasses.fields(kind)}
    assert words == {
        *("flight", "passengers", "family_name", "given_names", "birth_date", "sex", "nationality"),
        *("document_type", "document_number", "document_issuer", "document_expiry"),
    }


def test_writing_a_release_loads_nothing_that_knows_of_protection() -> None:
    script = (
        "import pkgutil, sys, importlib, manifest_app.release as r\n"
        "for m in pkgutil.walk_packages(r.__path__, r.__name__ + '.'): importlib.import_module(m.name)\n"
        "print(*(m for m in sys.modules if m.startswith('manifest_app')))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "manifest_app.release.write" in loaded
    assert not [name for name in loaded if name.removeprefix("manifest_app.").startswith(SECRET_MODULES)]
