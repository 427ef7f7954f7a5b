"""Words of pictures: with a stand-in for Tesseract that shows what is given and taken, and with Tesseract where it is.

What the stand-in is told to do stands in a file beside it; it notes how it was called. Tests of the real program are
left out where it is not installed.
"""

import io
import json
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import reportlab  # type: ignore[import-untyped]  # it ships no types
from PIL import Image, ImageDraw, ImageFont

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.people.index import build_people
from manifest_app.outgoing.pictures import ocr, pixels
from manifest_app.outgoing.pieces import Piece
from manifest_app.outgoing.report import Verdict, report_of
from manifest_app.outgoing.texts.letters import Gray
from tests.outgoing.dirty import PERSON, SECRETS
from tests.outgoing.dirty_documents import docx
from tests.outgoing.dirty_pdf import pdf
from tests.outgoing.dirty_pdf_parts import stream

PEOPLE = build_people([PERSON], b"k" * 32)
FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
STAND_IN = """#!{python}
import json, sys, time
from pathlib import Path
here = Path(__file__).parent
given = sys.stdin.buffer.read()
orders = json.loads((here / "orders.json").read_text())
with (here / "calls.txt").open("a") as calls:
    calls.write(json.dumps([sys.argv[1:], len(given), given[:2].decode("latin-1")]) + "\\n")
if "--list-langs" in sys.argv:
    print("List of available languages (2):\\n" + orders.get("languages", "eng\\nosd"))
    sys.exit(0)
time.sleep(orders.get("seconds", 0))
sys.stdout.buffer.write(orders.get("answer", "").encode("latin-1"))
sys.exit(orders.get("code", 0))
"""

needs_tesseract = pytest.mark.skipif(not ocr.is_there(), reason="Tesseract is not installed")
StandIn = Callable[..., Path]


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    if sys.platform == "win32":
        pytest.skip("a script can't stand in for a program there")

    def make(**orders: object) -> Path:
        program = tmp_path / "tesseract"
        program.write_text(STAND_IN.format(python=sys.executable))
        program.chmod(0o700)
        (tmp_path / "orders.json").write_text(json.dumps(orders))
        monkeypatch.setenv("PATH", str(tmp_path))
        ocr.begin()
        return tmp_path / "calls.txt"

    return make


def row(text: str, sure: float = 95, left: int = 20, width: int = 60) -> str:
    return f"5\t1\t1\t1\t1\t1\t{left}\t20\t{width}\t30\t{sure}\t{text}"


def table(*rows: str) -> str:
    return "\n".join((HEAD, *rows))


def blank(width: int = 200, height: int = 200) -> Gray:
    gray = np.full((height, width), 255, np.uint8)
    gray[10:20, 10:20] = 0
    return gray


def calls_in(calls: Path) -> list[list[object]]:
    return [json.loads(line) for line in calls.read_text().splitlines()]


def test_the_picture_goes_in_by_the_standard_input_and_words_come_out(stand_in: StandIn) -> None:
    calls = stand_in(answer=table("1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t", row("Agenda")), languages="eng\nspa\ndeu")
    words = ocr.read(blank())
    assert words is not None
    assert [(word.text, word.sure) for word in words] == [("Agenda", 95)]
    _, (arguments, size, mark) = calls_in(calls)
    assert arguments == ["stdin", "stdout", "-l", "eng+spa", "--psm", "11", "-c", "tessedit_create_tsv=1"]
    assert (mark, size) == ("P5", 224 * 224 + len(b"P5\n224 224\n255\n"))


@pytest.mark.parametrize(
    "orders",
    [
        {"code": 3, "answer": table(row("Agenda"))},
        {"answer": "\x00\x01garbage\xff"},
        {"answer": table("5\t1\t1")},
        {"answer": table(row("Agenda").replace("\t20\t", "\tx\t"))},
        {"answer": ""},
        {"answer": table(row("Agenda")), "languages": "osd"},
    ],
)
def test_what_breaks_or_answers_nonsense_has_read_nothing(stand_in: StandIn, orders: dict[str, object]) -> None:
    stand_in(**orders)
    assert ocr.read(blank()) is None
    assert not pixels.read(blank()).told


def test_one_that_takes_too_long_is_ended(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(answer=table(row("Agenda")), seconds=600)
    assert ocr.is_there()
    monkeypatch.setattr(ocr, "SECONDS_EACH", 0.2)
    assert ocr.read(blank()) is None


def test_only_so_many_pictures_are_read_for_a_file(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(answer=table(row("Agenda")))
    monkeypatch.setattr(ocr, "MOST_PIXELS", 200 * 200)
    assert ocr.read(blank(201)) is None
    assert all(ocr.read(blank()) is not None for _ in range(ocr.MOST_PICTURES))
    assert ocr.read(blank()) is None
    ocr.begin()
    assert ocr.read(blank()) is not None


def test_without_the_program_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not ocr.is_there()
    assert ocr.read(blank()) is None
    assert verdict(png(blank()), "a.png") is Verdict.UNEXPLAINED


def test_unsure_words_are_looked_at_and_explain_nothing(stand_in: StandIn) -> None:
    stand_in(answer=table(row("Odalys", 40), row("Santana", 40, 100)))
    assert verdict(png(blank()), "a.png") is Verdict.DISCLOSES
    stand_in(answer=table(row("Agenda", 40)))
    assert verdict(png(blank()), "a.png") is Verdict.UNEXPLAINED


def test_letters_that_were_not_read_explain_nothing(stand_in: StandIn) -> None:
    stand_in(answer=table(row("Agenda")))
    gray = blank()
    for place in range(5):
        gray[100 : 120 + place, 20 + 20 * place : 26 + 22 * place : 2] = 0
        gray[100, 20 + 20 * place : 26 + 22 * place] = 0
    assert pixels.read(blank()).told
    assert not pixels.read(gray).told


def test_letters_and_digits_that_look_alike_are_exchanged(stand_in: StandIn) -> None:
    stand_in(answer=table(row("0dalys", 40), row("5antana", 40, 100)))
    assert verdict(png(blank()), "a.png") is Verdict.DISCLOSES
    stand_in(answer=table(row("Odalys", 40), row("S", 40, 90, 8), row("antana", 40, 100)))
    assert verdict(png(blank()), "a.png") is Verdict.DISCLOSES
    stand_in(answer=table(row("A91O-OO0-OO1", 40)))
    assert verdict(png(blank()), "a.png") is Verdict.DISCLOSES


def png(gray: Gray) -> bytes:
    target = io.BytesIO()
    Image.fromarray(gray).save(target, "PNG")
    return target.getvalue()


def written(text: str, ink: int = 0, ground: int = 255) -> Gray:
    picture = Image.new("L", (640, 80), ground)
    ImageDraw.Draw(picture).text((20, 20), text, font=ImageFont.truetype(str(FONT), 32), fill=ink)
    return np.asarray(picture)


def verdict(data: bytes, name: str) -> Verdict:
    found = list(extract(data, name))
    assert all(isinstance(one, Piece) or one.what for one in found)
    return report_of(detect(found, PEOPLE, date(2026, 11, 22)), people_checked=True).verdict


def in_a_pdf(gray: Gray) -> bytes:
    size = f"/Width {gray.shape[1]} /Height {gray.shape[0]} /BitsPerComponent 8 /ColorSpace /DeviceGray"
    return pdf(more={7: stream(gray.tobytes(), f"/Type /XObject /Subtype /Image {size}")}, page="/Other 7 0 R")


def in_a_document(gray: Gray) -> bytes:
    target = io.BytesIO(docx("<w:p><w:r><w:t>Agenda</w:t></w:r></w:p>"))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/media/image1.png", png(gray))
    return target.getvalue()


@needs_tesseract
@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize(
    ("make", "name"), [(png, "a.png"), (in_a_pdf, "a.pdf"), (in_a_document, "a.docx")], ids=["png", "pdf", "docx"]
)
def test_what_is_written_in_a_picture_is_found(make: Callable[[Gray], bytes], name: str, secret: str) -> None:
    assert verdict(make(written(secret)), name) is Verdict.DISCLOSES


@needs_tesseract
@pytest.mark.parametrize(("ink", "ground"), [(248, 255), (255, 0), (130, 120)])
def test_faint_and_light_writing_is_found(ink: int, ground: int) -> None:
    assert verdict(png(written(SECRETS[0], ink, ground)), "a.png") is Verdict.DISCLOSES


@needs_tesseract
@pytest.mark.parametrize(("make", "name"), [(png, "a.png"), (in_a_pdf, "a.pdf")], ids=["png", "pdf"])
def test_a_picture_whose_words_tell_nothing_is_clean(make: Callable[[Gray], bytes], name: str) -> None:
    assert verdict(make(written("Agenda of the meeting")), name) is Verdict.CLEAN


@needs_tesseract
def test_a_picture_of_one_colour_or_a_flat_mark_is_clean_and_a_busy_one_is_not() -> None:
    assert verdict(png(np.full((300, 300), 7, np.uint8)), "a.png") is Verdict.CLEAN
    assert verdict(png(blank(60, 60)), "a.png") is Verdict.CLEAN
    busy = np.random.default_rng(1).integers(0, 255, (120, 120)).astype(np.uint8)
    assert verdict(png(busy), "a.png") is Verdict.UNEXPLAINED
