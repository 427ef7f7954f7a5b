"""Pages that show something else than their text says: fonts that lie or say nothing, writing that is drawn."""

import io
import re
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import reportlab  # type: ignore[import-untyped]  # it ships no types
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # it ships no types
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]  # it ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # it ships no types

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.people.index import build_people
from manifest_app.outgoing.pictures import ocr
from manifest_app.outgoing.report import Report, Verdict, What, report_of
from tests.outgoing.dirty import NAME, PERSON
from tests.outgoing.dirty_pdf import pdf

PEOPLE = build_people([PERSON], b"k" * 32)
FONTS = Path(reportlab.__file__).parent / "fonts"
FACES = ("Vera", "VeraBd", "VeraIt", "VeraBI")
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def checked(data: bytes) -> Report:
    return report_of(detect(extract(data, "a.pdf"), PEOPLE, date(2026, 11, 22)), people_checked=True)


def shown(text: str, face: str = "Vera", size: int = 14) -> bytes:
    """A page with a text in a font that travels along."""
    pdfmetrics.registerFont(TTFont(face, FONTS / f"{face}.ttf"))
    target = io.BytesIO()
    canvas = Canvas(target, pageCompression=0, invariant=1)
    canvas.setFont(face, size)
    canvas.drawString(72, 700, "Minutes of the meeting on the new vehicles")
    canvas.drawString(72, 650, text)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def lying(data: bytes, said: Callable[[str], str]) -> bytes:
    """The document with another table of letters; ``said`` gives the letter that is said for the one that is shown."""

    def told(match: re.Match[bytes]) -> bytes:
        return b"<%04X>" % ord(said(chr(int(match[1], 16)))[0])

    found = re.search(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL)
    assert found is not None
    table = re.sub(rb"<(?!0000)([0-9A-Fa-f]{4})>", told, found[1])
    assert len(table) == len(found[1])
    return data[: found.start(1)] + table + data[found.end(1) :]


def another(letter: str) -> str:
    """A letter that looks otherwise."""
    place = LETTERS.find(letter)
    return letter if place < 0 else LETTERS[(place + 11) % len(LETTERS)]


@pytest.fixture
def without_ocr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("size", [7, 11, 30])
@pytest.mark.usefixtures("without_ocr")
def test_an_honest_font_is_clean(face: str, size: int) -> None:
    text = "The quick brown fox jumps over the lazy dog, 0123456789 WVXQZKJ"
    assert checked(shown(text, face, size)).places == ()


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("said", [another, lambda _: " ", lambda _: "\ue000", lambda _: "a"])
@pytest.mark.usefixtures("without_ocr")
def test_a_font_that_lies_is_not_explained(face: str, said: Callable[[str], str]) -> None:
    report = checked(lying(shown("Quarterly figures of the garage", face), said))
    assert report.verdict is Verdict.UNEXPLAINED
    assert {place.channel for place in report.places} <= {"font", "picture"}


@pytest.mark.skipif(not ocr.is_there(), reason="Tesseract is not installed")
@pytest.mark.parametrize("said", [another, lambda _: " "])
def test_what_a_lying_font_shows_is_read_where_pictures_are(said: Callable[[str], str]) -> None:
    report = checked(lying(shown(NAME), said))
    assert {"text", "page"} == {
        place.where.split()[0].replace("object", "text") for place in report.places if place.what == What.PERSON
    }


def drawn(text: str, mark: str) -> bytes:
    """A text as small boxes or strokes, one for each dark point of its picture."""
    picture = Image.new("1", (300, 24), 1)
    ImageDraw.Draw(picture).text((2, 2), text, font=ImageFont.truetype(str(FONTS / "Vera.ttf"), 16), fill=0)
    points = [(x, y) for y in range(24) for x in range(300) if not picture.getpixel((x, y))]
    return pdf("".join(mark.format(x=72 + x, y=600 - y, X=73 + x) for x, y in points).encode())


@pytest.mark.parametrize("mark", ["{x} {y} 1 1 re f ", "{x} {y} m {X} {y} l S "])
@pytest.mark.usefixtures("without_ocr")
def test_writing_that_is_drawn_is_not_explained(mark: str) -> None:
    report = checked(drawn(NAME, mark))
    assert report.verdict is Verdict.UNEXPLAINED
    assert {place.what for place in report.places} == {"drawing that may be writing"}


@pytest.mark.skipif(not ocr.is_there(), reason="Tesseract is not installed")
def test_writing_that_is_drawn_is_read_where_pictures_are() -> None:
    assert checked(drawn(NAME, "{x} {y} 1 1 re f ")).verdict is Verdict.DISCLOSES


@pytest.mark.usefixtures("without_ocr")
def test_tables_bars_dashes_and_points_are_no_writing() -> None:
    lines = "".join(f"72 {y} m 520 {y} l S " for y in range(300, 500, 20))
    bars = "".join(f"{72 + 30 * n} 100 18 {20 + 7 * n} re f " for n in range(12))
    dashes = "[3 3] 0 d 72 550 m 520 550 l S [] 0 d "
    points = "".join(f"{72 + 12 * n} {560 + 3 * n} 4 4 re f " for n in range(30))
    assert checked(pdf((lines + bars + dashes + points).encode())).places == ()


def test_the_end_of_one_page_and_the_start_of_the_next_are_read_as_one() -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pageCompression=1, invariant=1)
    for place, text in ((50, "We met Odalys"), (800, "Santana of Havana")):
        canvas.drawString(72, place, text)
        canvas.showPage()
    canvas.save()
    assert checked(target.getvalue()).verdict is Verdict.DISCLOSES


def test_a_linearized_document_is_no_old_revision() -> None:
    hints = zlib.compress(bytes(40))
    head = b"<< /S 36 /Filter /FlateDecode /Length %d >>" % len(hints)
    plain = pdf(more={7: head + b"\nstream\n" + hints + b"\nendstream"})
    assert checked(plain).verdict is Verdict.UNEXPLAINED
    told = b"8 0 obj\n<< /Linearized 1 /H [ %010d 99 ] >>\nendobj\n"
    place = plain.index(b"7 0 obj") + len(told % 0)
    data = plain.replace(b"1 0 obj", told % place + b"1 0 obj", 1)
    assert checked(data).verdict is Verdict.CLEAN


@pytest.mark.parametrize(("beside", "expected"), [("Amount", Verdict.CLEAN), ("Carried", Verdict.UNEXPLAINED)])
def test_what_stands_beside_a_page_is_explained_where_another_page_shows_it(beside: str, expected: Verdict) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(300, 300), invariant=1)
    canvas.drawString(40, 200, "The costs of paper")
    canvas.drawString(340, 200, beside)
    canvas.showPage()
    canvas.drawString(40, 200, "Amount")
    canvas.save()
    found = detect(extract(target.getvalue(), "a.pdf"), None, date(2026, 11, 22))
    assert report_of(found, people_checked=False).verdict is expected
