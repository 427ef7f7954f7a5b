"""Whatever is planted in a file is found, and found where it is."""

from datetime import date

import pytest

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.people.index import PeopleIndex, build_people
from manifest_app.outgoing.report import Report, Verdict, report_of
from tests.outgoing.dirty import NAME, NUMBER, PERSON, SECRETS, Dirty, repacked, workbook
from tests.outgoing.dirty_documents import docx
from tests.outgoing.dirty_pdf import pdf
from tests.outgoing.labelled import ALL

TODAY = date(2026, 11, 22)
DIRTY = {f"{one.name} {one.label}": one for one in ALL}


@pytest.fixture(scope="module")
def people() -> PeopleIndex:
    return build_people([PERSON], b"k" * 32)


def checked(data: bytes, name: str, people: PeopleIndex | None) -> Report:
    return report_of(detect(extract(data, name), people, TODAY), people_checked=people is not None)


@pytest.mark.parametrize("label", DIRTY)
@pytest.mark.parametrize("secret", SECRETS)
def test_a_planted_secret_is_found_in_its_channel(label: str, secret: str, people: PeopleIndex) -> None:
    dirty: Dirty = DIRTY[label]
    report = checked(dirty.make(secret), dirty.name, people)
    assert report.verdict is Verdict.DISCLOSES, report.places
    assert dirty.channel in {place.channel for place in report.places}, report.places


@pytest.mark.parametrize("label", DIRTY)
def test_the_same_file_without_a_secret_discloses_nothing(label: str, people: PeopleIndex) -> None:
    dirty = DIRTY[label]
    assert checked(dirty.make("Quarterly plan"), dirty.name, people).verdict is not Verdict.DISCLOSES


@pytest.mark.parametrize("label", [label for label in DIRTY if "a.docx" in label])
def test_names_and_numbers_need_the_list_and_words_do_not(label: str) -> None:
    dirty = DIRTY[label]
    assert checked(dirty.make(NAME), dirty.name, None).verdict is not Verdict.DISCLOSES
    assert checked(dirty.make(NUMBER), dirty.name, None).verdict is not Verdict.DISCLOSES


@pytest.mark.parametrize(
    "data",
    [
        pdf() + b"more",
        pdf(page="/Encrypt 7 0 R"),
        pdf(catalog="/OCProperties << /D << /OFF [7 0 R] >> >>"),
        pdf(more={7: b"<< /Subtype /Image /Length 1 >>\nstream\nx\nendstream"}, page="/X 7 0 R"),
        pdf()[:300],
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"1 0 obj\n<< /A 1 0 R >>\nendobj\n" * 2000,
    ],
)
def test_a_pdf_that_is_not_understood_is_unexplained(data: bytes, people: PeopleIndex) -> None:
    assert checked(data, "a.pdf", people).verdict is Verdict.UNEXPLAINED


def test_a_plain_pdf_is_clean(people: PeopleIndex) -> None:
    assert checked(pdf(), "a.pdf", people).verdict is Verdict.CLEAN


def test_shared_strings_that_nobody_can_read_are_unexplained(people: PeopleIndex) -> None:
    bomb = '<!DOCTYPE sst [<!ENTITY a "ha">]><sst><si><t>&a;</t></si></sst>'
    for content in (bomb, "<sst><si>", ""):
        data = repacked(workbook(), {}, {"xl/sharedStrings.xml": content})
        assert checked(data, "a.xlsx", people).verdict is Verdict.UNEXPLAINED


def test_what_is_built_to_exhaust_is_refused_at_once(people: PeopleIndex) -> None:
    rows = "<row/>" * 1_048_577
    sheet = repacked(workbook(), {"xl/worksheets/sheet1.xml": lambda _: f"<worksheet>{rows}</worksheet>"})
    for data, name in ((docx("<w:p>" * 100_000), "a.docx"), (sheet, "a.xlsx"), (b"[" * 100_000, "a.json")):
        assert checked(data, name, people).verdict is Verdict.UNEXPLAINED
