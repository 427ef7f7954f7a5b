"""What is fuzzed: each target takes any bytes, and fails if a promise of ours does not hold for them.

The promises are more than not to break: a file that says something is never clean wherever the rest of it was changed,
the same file gives the same answer twice, and a changed release is no release.
"""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from manifest_app.errors import KnownError
from manifest_app.files.prescan import prescan_file
from manifest_app.intake import parse as intake
from manifest_app.intake.table import encode_message
from manifest_app.model.progress import silent
from manifest_app.outgoing.bounds import LONGEST
from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.pieces import Found, Piece, Unexplained
from manifest_app.outgoing.report import Verdict, report_of
from manifest_app.release.envelope import Envelope
from manifest_app.release.profile import Profile, profiles
from manifest_app.release.project import project
from manifest_app.release.table import PublicTable
from manifest_app.release.verify import failed_checks
from manifest_app.release.writers import WRITERS
from tests.outgoing.dirty import jpeg, odf, png, workbook, zipped
from tests.outgoing.dirty_pdf import pdf
from tests.release.lists import six

TODAY = date(2026, 11, 22)
SAYS = b"He was granted withholding of removal."
_TYPES = "[Content_Types].xml"


class BrokenPromiseError(Exception):
    """A promise did not hold."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that is fuzzed.

    Attributes:
        run: Raises if a promise does not hold for some bytes.
        seeds: Bytes to begin with.
    """

    run: Callable[[bytes], object]
    seeds: Sequence[bytes]


def _promise(held: bool, what: str) -> None:
    if not held:
        raise BrokenPromiseError(what)


def examined(data: bytes, name: str) -> Verdict:
    """The verdict on a file, after the promises that hold for every file were looked at."""
    found: list[Found] = list(extract(data, name))
    _promise(found == list(extract(data, name)), "the same file was taken apart in two ways")
    _promise(all(len(one.text) <= LONGEST for one in found if isinstance(one, Piece)), "a piece without end")
    report = report_of(detect(found, None, TODAY), people_checked=False)
    unexplained = any(isinstance(one, Unexplained) for one in found)
    _promise(report.verdict is not Verdict.CLEAN or not unexplained, "clean, though not explained")
    return report.verdict


def _never_clean(data: bytes, name: str) -> None:
    _promise(examined(data, name) is not Verdict.CLEAN, f"{name}: what it says was not seen")


def _with_end(name: str) -> Callable[[bytes], None]:
    """A file behind whose end something is said."""

    def run(data: bytes) -> None:
        examined(data, name)
        _never_clean(data + b"\n\n" + SAYS + b"\n", name)

    return run


def _with_start(name: str, start: bytes) -> Callable[[bytes], None]:
    """A file that says something first, whatever follows."""

    def run(data: bytes) -> None:
        examined(data, name)
        _never_clean(start % SAYS + data, name)

    return run


def _in_part(make: Callable[[bytes], bytes], name: str, start: bytes) -> Callable[[bytes], None]:
    """A container with one part of any bytes, which says something first."""

    def run(data: bytes) -> None:
        examined(make(data), name)
        _never_clean(make(start % SAYS + data), name)

    return run


def _sheet(data: bytes) -> bytes:
    head = '<workbook xmlns:r="x"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
    link = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
    parts = {_TYPES: "<Types/>", "xl/workbook.xml": head, "xl/_rels/workbook.xml.rels": link}
    return zipped({**parts, "xl/worksheets/sheet1.xml": data})


def _document(data: bytes) -> bytes:
    return zipped({_TYPES: "<Types/>", "word/document.xml": data})


def _content(data: bytes) -> bytes:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": "<manifest/>", "content.xml": data})


def _part_of(package: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(part)


def _clean(file_format: str) -> tuple[PublicTable, Profile, bytes]:
    named = profiles()["carrier" if file_format == "paxlst" else "liaison"]
    profile = named.for_format(file_format)
    clearance = six(file_format)
    table = replace(project(clearance, profile), envelope=Envelope(clearance.flight, 1, named.parties))
    return table, profile, WRITERS[file_format](table)


def _release(file_format: str) -> Target:
    """Only what regenerates is a release: not one other byte."""
    table, profile, clean = _clean(file_format)

    def run(data: bytes) -> None:
        failed = failed_checks(data, table, profile, file_format)
        _promise((not failed) == (data == clean), "a changed release was taken for a release, or a release was not")

    return Target(run, [clean])


def _intake(name: str, start: bytes = b"") -> Callable[[bytes], None]:
    """A list is read the same way twice with its first row in it, or refused in a sentence."""

    def run(data: bytes) -> None:
        told = [_taken_in(start + data, name) for _ in range(2)]
        _promise(told[0] == told[1], "the same list was read in two ways")
        _promise(told[0] is None or not start or b"Acosta" in told[0], "the first row was lost")

    return run


def _taken_in(data: bytes, name: str) -> bytes | None:
    try:
        kind = prescan_file(io.BytesIO(data), name)
        return b"".join(bytes(encode_message(one)) for one in intake._messages(data, kind, name, silent))
    except KnownError:
        return None


_MAIL = b"""From: Ana <ana@example.org>\r\nSubject: =?utf-8?q?a_list?=\r\nMIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGood day.\r
--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\nR29vZCBkYXku\r\n--b--\r\n"""
_PAGE = b"<html><body><p class=a title='b'>Good day &amp; so on</p><table><tr><td>1<td>2</table><!-- so --></body>"
_JSON = b'{"name": "Good day", "list": [1, 2.5e3, true, null, {"a": "\\u00e9"}], "more": {}}'
_BODY = b"<w:document><w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Good day</w:t></w:r></w:p></w:body></w:document>"
_LIST = b"A#,Last Name,First Name,DOB,Sex,COC\n910000001,Acosta,Ana,1984-03-09,F,CUB\n"


@cache
def targets() -> dict[str, Target]:
    """All of them, by name."""
    book, ods = workbook(), odf("spreadsheet", "<text:p>Good day</text:p>")
    sheet = _part_of(book, "xl/worksheets/sheet1.xml")
    text = b"Good day.\nThe flight leaves at 10:30 on 4 December.\n"
    found = {
        "zip": Target(_with_end("a.zip"), [zipped({"a.txt": "Good day", "b.csv": "1,2"}), book]),
        "sheet": Target(_in_part(_sheet, "a.xlsx", b"<x>%s</x>"), [sheet]),
        "document": Target(_in_part(_document, "a.docx", b"<w:p>%s</w:p>"), [_BODY]),
        "content": Target(_in_part(_content, "a.ods", b"<text:p>%s</text:p>"), [_part_of(ods, "content.xml")]),
        "text": Target(_with_start("a.txt", b"%s\n\n"), [text]),
        "csv": Target(_with_start("a.csv", b"%s\n"), [b'a,b\n1,"2"\n', _LIST]),
        "json": Target(_with_end("a.json"), [_JSON]),
        "page": Target(_with_start("a.html", b"<html><p>%s</p>"), [_PAGE]),
        "mail": Target(_with_start("a.eml", b"Subject: %s\r\n"), [_MAIL]),
        "pdf": Target(_with_end("a.pdf"), [pdf(b"BT /F1 12 Tf (Good day) Tj ET")]),
        "png": Target(_with_end("a.png"), [png("Good day")]),
        "jpeg": Target(_with_end("a.jpg"), [jpeg("Good day")]),
        "intake csv": Target(_intake("a.csv", _LIST), [_LIST]),
        "intake ods": Target(_intake("a.ods"), [ods]),
    }
    return found | {f"release {one}": _release(one) for one in WRITERS}
