import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.errors import BlockedError, Bug
from manifest_app.model.release import Clearance
from manifest_app.release.envelope import Envelope
from manifest_app.release.grammar import disclosures
from manifest_app.release.page import reason_against_shown
from manifest_app.release.profile import Profile, profiles
from manifest_app.release.project import project
from manifest_app.release.table import PublicTable
from manifest_app.release.verify import failed_checks, verify
from manifest_app.release.write import make_release
from manifest_app.release.writers import pdf
from tests.properties.test_non_interference import OFFICES, Office, observed
from tests.release.lists import FLIGHT, LATIN, LATIN_CLEARANCES, PROFILES, liaison, passenger
from tests.release.mutants import Mutant
from tests.release.mutants_pdf import PDF

FORBIDDEN = ("012345678",)
PAGE_CHECKS = {"structure", "objects", "properties", "page", "places", "caption"}
ANY_CHECKS = {
    *("cells", "second reader", "headings", "grammar", "order", "numbering", "vocabulary", "forbidden values"),
    "regenerated",
}


def shown(clearance: Clearance, profile: Profile) -> PublicTable:
    return replace(project(clearance, profile), envelope=Envelope(clearance.flight, 1))


TABLE = shown(LATIN, liaison())
CLEAN = pdf.write(TABLE)


@pytest.mark.parametrize("mutant", PDF, ids=str)
@pytest.mark.parametrize("protected", [frozenset({2}), frozenset({1, 3})], ids=["one", "two"])
def test_every_leaky_exporter_is_caught_by_the_check_that_is_there_for_it(
    mutant: Mutant, protected: frozenset[int]
) -> None:
    data = mutant.export(TABLE, protected)
    assert data != CLEAN
    assert mutant.caught_by in failed_checks(data, TABLE, liaison(), "pdf", forbidden=FORBIDDEN)
    with pytest.raises(Bug, match="failed the check") as caught:
        verify(data, TABLE, liaison(), "pdf", forbidden=FORBIDDEN)
    assert not any(cell in str(caught.value) for row in TABLE.rows for cell in row if len(cell) > 2)


def test_every_check_has_an_exporter_that_it_is_there_for() -> None:
    assert {mutant.caught_by for mutant in PDF} == PAGE_CHECKS | ANY_CHECKS
    assert max(Counter(map(str, PDF)).values()) == 1


@settings(max_examples=20, deadline=None)
@given(LATIN_CLEARANCES, PROFILES)
def test_any_list_that_may_leave_passes_every_check(clearance: Clearance, profile: Profile) -> None:
    table = shown(clearance, profile)
    assert failed_checks(pdf.write(table), table, profile, "pdf") == ()


@settings(max_examples=25, deadline=None)
@given(LATIN_CLEARANCES, PROFILES, OFFICES, OFFICES)
def test_two_offices_that_know_different_things_write_the_same(
    public: Clearance, profile: Profile, one: Office, other: Office
) -> None:
    assert observed(one, public, profile, "pdf") == observed(other, public, profile, "pdf")


@pytest.mark.parametrize("count", [1, 37, 38, 39, 76, 77])
def test_pages_are_full_but_the_last_and_the_headings_stand_on_each(count: int) -> None:
    people = tuple(passenger(f"Abad {chr(97 + n // 26)}{chr(97 + n % 26)}", number=f"K{n}") for n in range(count))
    made = make_release(Clearance(FLIGHT, people), liaison(), "pdf", number=2)
    document = pypdfium2.PdfDocument(made.data)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert made.name == "MANIFEST_RX-114_2026-12-04_v2.pdf"
    assert [text.count("CUB") // 2 for text in texts] == [*[38] * (len(texts) - 1), count - 38 * (len(texts) - 1)]
    for place, text in enumerate(texts, start=1):
        lines = text.split("\r\n")
        assert lines[0].strip() == "Manifest RX-114 2026-12-04"
        assert lines[-1].strip() == f"{place}/{len(texts)}"
        assert "Family name" in text


def test_what_pdfium_sees_is_every_cell_and_nothing_else() -> None:
    document = pypdfium2.PdfDocument(CLEAN)
    words = document[0].get_textpage().get_text_bounded().split()
    document.close()
    cells = [word for row in (TABLE.headings, *TABLE.rows) for cell in row for word in cell.split()]
    assert Counter(words) == Counter([*cells, "Manifest", "RX-114", "2026-12-04", "1/1"])


@pytest.mark.parametrize(
    ("family", "said"),
    [("王", "can't show"), ("Yıldız", "can't show"), ("Иванов", "can't show"), ("Mac" + "w" * 40, "too wide")],
)
def test_a_name_that_the_page_cant_show_is_refused_with_its_number_and_not_itself(family: str, said: str) -> None:
    with pytest.raises(BlockedError, match=rf"No\. \d: the family name .*{said}.*another file format") as refused:
        make_release(replace(LATIN, passengers=(*LATIN.passengers, passenger(family))), liaison(), "pdf", number=1)
    assert family not in str(refused.value)
    assert not disclosures(Clearance(FLIGHT, (passenger(family),)), liaison(), "csv")


def test_headings_of_every_profile_fit() -> None:
    for profile in profiles().values():
        assert not any(reason_against_shown(spec.heading, spec.width) for spec in profile.fields)


def test_columns_stay_on_the_page() -> None:
    assert max(sum(spec.width for spec in profile.fields) for profile in profiles().values()) * 5 <= 842 - 2 * 31


def test_it_holds_nothing_of_the_office_and_no_compressed_stream() -> None:
    for word in (b"/Metadata", b"/Outlines", b"/Annots", b"/Filter", b"/XObject", b"/EmbeddedFile", b"/FontFile"):
        assert word not in CLEAN
    assert CLEAN.count(b"%%EOF") == CLEAN.count(b"startxref") == 1
    assert set(re.findall(rb"\(D:([0-9]+)", CLEAN)) == {b"20000101000000"}


def test_every_object_is_reachable_and_every_byte_belongs_to_one() -> None:
    starts = [int(entry) for entry in re.findall(rb"([0-9]{10}) 00000 n", CLEAN)]
    for number, (start, end) in enumerate(pairwise([*starts, CLEAN.index(b"xref\n")]), start=1):
        assert CLEAN[start:end].startswith(b"%d 0 obj\n" % number)
        assert CLEAN[start:end].endswith(b"\nendobj\n")
    referred = set(map(int, re.findall(rb"([0-9]+) 0 R", CLEAN)))
    assert referred == set(range(1, len(starts) + 1))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(CLEAN) - 1), st.integers(1, 255))
def test_any_changed_byte_is_seen(place: int, change: int) -> None:
    data = bytearray(CLEAN)
    data[place] ^= change
    with pytest.raises(Bug):
        verify(bytes(data), TABLE, liaison(), "pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"PK\x05\x06" + bytes(18), CLEAN[:-1], CLEAN * 2])
def test_a_file_of_another_kind_is_no_release(data: bytes) -> None:
    with pytest.raises(Bug):
        verify(data, TABLE, liaison(), "pdf")


def test_a_letter_that_the_font_has_not_is_a_bug() -> None:
    with pytest.raises(Bug, match="no page can show"):
        pdf.write(replace(TABLE, rows=((TABLE.rows[0][0], "王", *TABLE.rows[0][2:]),)))


def test_a_list_without_its_flight_is_a_bug() -> None:
    with pytest.raises(Bug, match="without its flight"):
        pdf.write(replace(TABLE, envelope=None))
