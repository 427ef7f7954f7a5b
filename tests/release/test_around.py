"""What surrounds a release: nothing may show there, and each exporter that leaks beside its file is noticed."""

import re
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import pytest

from manifest_app.model.release import Clearance
from tests.helpers.observing import Seen, observe
from tests.release.leaky import LEAKY
from tests.release.lists import SIX
from tests.release.mutants import Protected
from tests.release.mutants_around import AROUND, Around

NOBODY: Protected = frozenset()


def seen(folder: Path, mutant: Around, protected: Protected, clearance: Clearance = SIX) -> Seen:
    return observe(folder, lambda target: mutant.export(clearance, protected, target))


@pytest.mark.parametrize("mutant", AROUND, ids=str)
@pytest.mark.parametrize("protected", [frozenset({2}), frozenset({1, 3})], ids=["one", "two"])
def test_every_exporter_that_leaks_beside_its_file_is_seen_where_it_leaks(
    tmp_path: Path, mutant: Around, protected: Protected
) -> None:
    nobody = asdict(seen(tmp_path / "nobody", mutant, NOBODY))
    some = asdict(seen(tmp_path / "some", mutant, protected))
    assert mutant.seen_in in {part for part in nobody if nobody[part] != some[part]}


def test_each_place_has_an_exporter_that_leaks_there() -> None:
    # The bytes themselves have those of `tests.release.leaky`.
    assert {mutant.seen_in for mutant in AROUND} == set(Seen.__dataclass_fields__) - {"contents"}
    assert max(Counter(map(str, AROUND)).values()) == 1


def test_what_the_documents_say_of_leaky_exporters_is_so() -> None:
    text = (Path(__file__).parents[2] / "docs" / "checking.md").read_text(encoding="utf-8")
    section = text.split("## Exporters that leak")[1].split("\n## ")[0]
    assert f"{len(LEAKY)} exporters" in section
    assert f"{len(AROUND)} more" in section
    known = {one.name for one in LEAKY} | {one.name for one in AROUND}
    lines = [line.split("|")[2] for line in section.splitlines() if line.startswith("| ")][1:-1]
    named = {name.strip() for line in lines for name in re.sub(r"\(.*?\)", "", line.split(":")[0]).split(",")}
    assert named <= known


def test_the_clean_exporter_is_seen_to_do_the_same_and_nothing_but_write_its_file(tmp_path: Path) -> None:
    one, other = (seen(tmp_path / name, AROUND[0], NOBODY) for name in ("one", "other"))
    assert one == other
    assert one.names == ("MANIFEST_RX-114_2026-12-04_v1.csv",)
    assert (one.left, one.printed, one.logged) == ((), "", ())
