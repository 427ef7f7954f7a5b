import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.errors import Bug
from manifest_app.model.release import Clearance
from manifest_app.release.profile import Profile, profiles
from manifest_app.release.project import project
from manifest_app.release.table import PublicTable
from manifest_app.release.verify import failed_checks, verify
from manifest_app.release.writers import WRITERS
from tests.release.leaky import ALL
from tests.release.lists import CLEARANCES, FORMATS, PROFILES, SIX, liaison
from tests.release.mutants import Mutant

NOBODY_OR_SOME: tuple[frozenset[int], ...] = (frozenset(), frozenset({2}), frozenset({1, 3}))
FORBIDDEN = ("012345678",)
TABLE = project(SIX, liaison())
CHECKS = {
    *("container", "parts", "relations", "properties", "workbook", "styles", "markup", "strings", "references"),
    *("cells", "second reader", "headings", "grammar", "order", "numbering", "vocabulary", "forbidden values"),
    *("regenerated", "framing"),
}


@pytest.mark.parametrize("mutant", ALL, ids=str)
@pytest.mark.parametrize("protected", [frozenset({2}), frozenset({1, 3})], ids=["one", "two"])
def test_every_leaky_exporter_is_caught_by_the_check_that_is_there_for_it(
    mutant: Mutant, protected: frozenset[int]
) -> None:
    data = mutant.export(TABLE, protected)
    assert mutant.caught_by in failed_checks(data, TABLE, liaison(), mutant.file_format, forbidden=FORBIDDEN)
    with pytest.raises(Bug, match="failed the check") as caught:
        verify(data, TABLE, liaison(), mutant.file_format, forbidden=FORBIDDEN)
    cells = {cell for row in TABLE.rows for cell in row if len(cell) > 2}
    assert not any(cell in str(caught.value) for cell in cells)


@pytest.mark.parametrize("mutant", ALL, ids=str)
def test_every_leaky_exporter_is_told_from_its_twin(mutant: Mutant) -> None:
    twins = [mutant.export(TABLE, protected) for protected in NOBODY_OR_SOME]
    assert len(set(twins)) > 1


def test_every_check_has_an_exporter_that_only_it_was_made_for() -> None:
    assert {mutant.caught_by for mutant in ALL} == CHECKS
    assert max(Counter(str(mutant) for mutant in ALL).values()) == 1


@pytest.mark.parametrize("profile", profiles().values(), ids=profiles())
@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
def test_the_clean_exporter_never_fails(profile: Profile, file_format: str) -> None:
    table = project(SIX, profile)
    data = WRITERS[file_format](table)
    assert failed_checks(data, table, profile, file_format, forbidden=FORBIDDEN) == ()
    verify(data, table, profile, file_format, forbidden=FORBIDDEN)


@settings(max_examples=30)
@given(CLEARANCES, PROFILES, FORMATS)
def test_any_list_that_may_leave_passes_every_check(clearance: Clearance, profile: Profile, file_format: str) -> None:
    table = project(clearance, profile)
    assert failed_checks(WRITERS[file_format](table), table, profile, file_format) == ()


@lru_cache
def _clean(file_format: str) -> bytes:
    return WRITERS[file_format](TABLE)


@settings(max_examples=150)
@given(FORMATS, st.data())
def test_any_changed_byte_is_seen(file_format: str, data: st.DataObject) -> None:
    clean = bytearray(_clean(file_format))
    place = data.draw(st.integers(0, len(clean) - 1))
    clean[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Bug):
        verify(bytes(clean), TABLE, liaison(), file_format)


@settings(max_examples=50)
@given(FORMATS, st.binary(max_size=40), st.data())
def test_any_inserted_or_missing_bytes_are_seen(file_format: str, new: bytes, data: st.DataObject) -> None:
    clean = _clean(file_format)
    start = data.draw(st.integers(0, len(clean)))
    end = data.draw(st.integers(start, min(len(clean), start + 40)))
    changed = clean[:start] + new + clean[end:]
    if changed != clean:
        with pytest.raises(Bug):
            verify(changed, TABLE, liaison(), file_format)


@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
@pytest.mark.parametrize("data", [b"", b"PK\x05\x06" + bytes(18), b'"a"\r\n', b"\x00" * 100, b"%PDF-1.7"])
def test_a_file_of_another_kind_is_no_release(data: bytes, file_format: str) -> None:
    with pytest.raises(Bug):
        verify(data, TABLE, liaison(), file_format)
    assert "regenerated" in failed_checks(data, TABLE, liaison(), file_format)


def test_a_good_file_of_another_list_is_not_this_release() -> None:
    other: PublicTable = replace(TABLE, rows=TABLE.rows[:-1])
    assert failed_checks(WRITERS["csv"](other), TABLE, liaison(), "csv") == ("second reader", "cells")
    carrier = profiles()["carrier"]
    assert "headings" in failed_checks(WRITERS["xlsx"](project(SIX, carrier)), TABLE, liaison(), "xlsx")


def test_the_check_that_failed_is_named() -> None:
    with pytest.raises(Bug, match=re.escape("failed the check 'framing'")):
        verify(b'"a"\n', TABLE, liaison(), "csv")
