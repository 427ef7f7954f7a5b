"""Secrets in corners of a file that no reader shows, and clean files that only look as if they had such corners."""

import io
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import reportlab  # type: ignore[import-untyped]  # it ships no types
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # it ships no types
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]  # it ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # it ships no types

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.people.index import build_people
from manifest_app.outgoing.report import Verdict, report_of
from tests.outgoing.dirty import PERSON, SECRETS, repacked, workbook
from tests.outgoing.dirty_pdf import pdf

TODAY = date(2026, 11, 22)
PEOPLE = build_people([PERSON], b"k" * 32)
FONT = Path(reportlab.__file__).parent / "fonts" / "VeraBd.ttf"


def verdict(data: bytes, name: str) -> Verdict:
    return report_of(detect(extract(data, name), PEOPLE, TODAY), people_checked=True).verdict


def stream(head: bytes, body: bytes) -> bytes:
    told = b"<< " + head + b" /Length %d >>\nstream\n" % len(body) + body + b"\nendstream"
    return pdf(more={7: told}, catalog="/Other 7 0 R")


PDF: dict[str, Callable[[bytes], bytes]] = {
    "called a font": lambda secret: stream(b"/Length1 5", secret),
    "called a packed font": lambda secret: stream(b"/Subtype /Type1C /Filter /FlateDecode", zlib.compress(secret)),
    "called a directory": lambda secret: stream(b"/Type /XRef", secret),
    "called a function": lambda secret: stream(b"/FunctionType 4", secret),
    "called a table of letters": lambda secret: stream(b"", b"begincmap " + secret),
    "called a colour profile": lambda secret: stream(b"", b" " * 36 + b"acsp " + secret),
    "comment on a page": lambda secret: pdf(b"% " + secret + b"\n"),
    "words in an object": lambda secret: pdf(more={7: b" " + secret}, catalog="/Other 7 0 R"),
    "comment in an object": lambda secret: pdf(more={7: b"<< % " + secret + b"\n>>"}, catalog="/Other 7 0 R"),
}


@pytest.mark.parametrize("label", PDF)
@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_in_a_corner_of_a_pdf_is_found(label: str, secret: str) -> None:
    assert verdict(PDF[label](secret.encode()), "a.pdf") is Verdict.DISCLOSES


def test_bytes_behind_a_packed_stream_are_unexplained() -> None:
    told = b"/Filter /FlateDecode"
    assert verdict(stream(told, zlib.compress(b"BT ET") + SECRETS[0].encode()), "a.pdf") is Verdict.DISCLOSES
    assert verdict(stream(told, zlib.compress(b"BT ET") + b"Quarterly plan"), "a.pdf") is Verdict.UNEXPLAINED


def test_a_pdf_with_a_font_of_its_own_is_clean() -> None:
    target = io.BytesIO()
    pdfmetrics.registerFont(TTFont("Own", FONT))
    canvas = Canvas(target)
    canvas.setFont("Own", 9)
    canvas.drawString(60, 780, "Agenda of the meeting")
    canvas.save()
    assert verdict(target.getvalue(), "a.pdf") is Verdict.CLEAN


@pytest.mark.parametrize("secret", SECRETS)
def test_phonetic_text_is_not_glued_to_what_it_explains(secret: str) -> None:
    runs = f'<t>Paper</t><rPh sb="0" eb="1"><t>{secret}</t></rPh>'
    shared = {"xl/sharedStrings.xml": lambda xml: xml.replace("<t>Paper</t>", runs)}
    row = f'<row r="3"><c r="A3" t="inlineStr"><is>{runs}</is></c></row></sheetData>'
    inline = {"xl/worksheets/sheet1.xml": lambda xml: xml.replace("</sheetData>", row)}
    for change in (shared, inline):
        assert verdict(repacked(workbook(), change), "a.xlsx") is Verdict.DISCLOSES
