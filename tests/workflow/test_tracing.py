"""From a file or a few rows found in the wild to the lists they can come from."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from manifest_app.errors import FileProblem, KnownError, NotAllowedError
from manifest_app.model.flight import Flight
from manifest_app.model.hold import Verdict
from manifest_app.model.release import FlightFacts
from manifest_app.release.envelope import Envelope
from manifest_app.release.table import PublicTable
from manifest_app.release.writers import pdf
from manifest_app.workflow import recipients, releasing, tracing, writing
from tests.helpers.office import Office
from tests.workflow.cases import ALL, BREL, COTO, DUVAL, EXPOS, FARO, decide, expose, screened


@pytest.fixture(scope="module")
def ready_template(office_template: Office, tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Flight, str]:
    office = office_template.copy(tmp_path_factory.mktemp("tracing"))
    expose(office, EXPOS)
    flight = screened(office, ALL)
    decide(office, flight, Verdict.UPHOLD)
    with office.session("petra") as planner:
        return office, flight, recipients.add_recipient(planner, "Liaison").id


@pytest.fixture
def ready(ready_template: tuple[Office, Flight, str], tmp_path: Path) -> tuple[Office, Flight, str]:
    """A flight with one passenger off it and nothing in the way, and a recipient."""
    office, flight, recipient = ready_template
    return office.copy(tmp_path), flight, recipient


def sent(office: Office, flight: Flight, recipient: str) -> writing.WrittenFile:
    with office.session("petra") as planner:
        release = releasing.request(planner, flight.id, recipient, "csv")
    with office.session("omar") as officer:
        releasing.approve(officer, release.id)
    with office.session("petra") as planner:
        return writing.write(planner, release.id, office.home)


def test_what_turns_up_is_traced_to_the_lists_it_can_come_from(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    done = sent(office, flight, recipient)
    there = done.path.rename(office.home / "somewhere.csv")
    with office.session("petra") as planner:
        carrier = recipients.add_recipient(planner, "Carrier", "carrier").id
    other = sent(office, flight, carrier)
    with office.session("uma") as auditor:
        (exact,) = tracing.trace_file(auditor, there)
        assert exact.same_file
        assert exact.row.release.id == done.release.id
        found = tracing.trace_text(auditor, f"{DUVAL[1]};{DUVAL[2]};{DUVAL[3]};{DUVAL[7]};{DUVAL[8]}")
        assert [one.row.release.id for one in found] == [done.release.id, other.release.id]
        assert [(one.trace.people, one.same_file) for one in found] == [(1, False)] * 2
        assert tracing.trace_text(auditor, f"{EXPOS[1]} {EXPOS[2]} {EXPOS[3]}") == ()
        with pytest.raises(KnownError):
            tracing.trace_text(auditor, " ")
    with office.session("ada") as administrator, pytest.raises(NotAllowedError):
        tracing.trace_text(administrator, "anything")


def test_a_spreadsheet_with_some_of_the_rows_is_traced(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    done = sent(office, flight, recipient)
    path = office.file("found.csv", ("who", "born"), [(f"{BREL[2]} {BREL[1]}", BREL[3]), (f"{FARO[1]}, {FARO[2]}", "")])
    with office.session("petra") as planner:
        (found,) = tracing.trace_file(planner, path)
    assert found.row.release.id == done.release.id
    assert (found.trace.people, found.trace.sure, found.same_file) == (2, 1, False)


def traced(office: Office, path: Path) -> tuple[tracing.TraceRow, ...]:
    with office.session("uma") as auditor:
        return tracing.trace_file(auditor, path)


WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def letter(path: Path, *paragraphs: str) -> Path:
    body = "".join(
        f"<w:p><w:r><w:t>{text[:9]}</w:t></w:r><w:r><w:t>{text[9:]}</w:t></w:r></w:p>" for text in paragraphs
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}"/>')
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>')
    return path


def test_rows_in_a_letter_are_traced(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    done = sent(office, flight, recipient)
    told = f"We were told that {BREL[2]} {BREL[1]}, born {BREL[3]}, would come."
    path = letter(office.home / "letter.docx", "Dear Sir", told, f"Also passport {DUVAL[7]}.")
    (found,) = traced(office, path)
    assert found.row.release.id == done.release.id
    assert (found.trace.people, found.trace.sure, found.same_file) == (2, 2, False)
    assert traced(office, letter(office.home / "other.docx", "Dear Sir", f"{EXPOS[2]} {EXPOS[1]}")) == ()


def test_a_page_that_was_made_of_a_list_is_traced(ready: tuple[Office, Flight, str]) -> None:
    office, flight, recipient = ready
    done = sent(office, flight, recipient)
    rows = tuple((one[1], one[2], one[3]) for one in (BREL, COTO))
    table = PublicTable("Arrivals", ("Name", "First", "Born"), (28, 28, 14), rows)
    table = replace(table, envelope=Envelope(FlightFacts("ZZ-1", date(2027, 1, 1), "AAA", "BBB"), 1))
    path = office.home / "page.pdf"
    path.write_bytes(pdf.write(table))
    (found,) = traced(office, path)
    assert found.row.release.id == done.release.id
    assert (found.trace.people, found.trace.sure) == (2, 2)


def test_what_has_no_text_is_said_to_have_none(office: Office) -> None:
    path = office.home / "odd.bin"
    path.write_bytes(b"\x00\x01\x02\x03" * 50)
    with pytest.raises(FileProblem, match="no text that can be read"):
        traced(office, path)
