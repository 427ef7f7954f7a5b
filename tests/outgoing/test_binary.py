"""Texts in bytes that nothing reads, whatever the alphabet and however its letters are kept."""

import io
import random
from datetime import date

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from manifest_app.model.passenger import Identity
from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.people.index import build_people
from manifest_app.outgoing.pieces import Channel, Piece
from manifest_app.outgoing.report import Verdict, report_of
from manifest_app.outgoing.texts.binary import texts_in

NAMES = (
    ("Đorđević", "Živojin"),
    ("Ñandú Güemes", "Íñigo"),
    ("Szczepańska", "Małgorzata"),
    ("Nguyễn Thị", "Bích Ngọc"),
    ("Шевченко", "Оксана"),
    ("الحسيني", "عبد الكريم"),
)
PEOPLE = build_people([Identity(one, other) for one, other in NAMES], b"k" * 32)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def jpeg_with(comment: bytes) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (40, 40), "navy").save(target, "JPEG", comment=comment)
    return target.getvalue()


def png_with(comment: str) -> bytes:
    target = io.BytesIO()
    texts = PngInfo()
    texts.add_itxt("Comment", comment)
    Image.new("RGB", (40, 40), "navy").save(target, "PNG", pnginfo=texts)
    return target.getvalue()


def verdict(data: bytes, name: str) -> Verdict:
    return report_of(detect(extract(data, name), PEOPLE, date(2026, 11, 22)), people_checked=True).verdict


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(("surname", "given"), NAMES)
def test_a_name_of_any_alphabet_is_found_in_bytes(surname: str, given: str, encoding: str) -> None:
    name = f"{given} {surname}"
    data = b"\x01\x9f\x00\x02" + name.encode(encoding) + b"\0\0\x9f\0\0"
    found = [one.text for one in texts_in(data, "x", Channel.METADATA) if isinstance(one, Piece)]
    assert any(name in text for text in found)
    assert verdict(jpeg_with(data), "a.jpg") is Verdict.DISCLOSES


@pytest.mark.parametrize(("surname", "given"), NAMES)
def test_a_name_of_any_alphabet_is_found_beside_a_picture(surname: str, given: str) -> None:
    assert verdict(png_with(f"{given} {surname}"), "a.png") is Verdict.DISCLOSES


def test_noise_is_hardly_ever_read_as_letters_of_another_alphabet() -> None:
    data = random.Random(1).randbytes(1 << 18)
    found = [one.text for one in texts_in(data, "x", Channel.METADATA) if isinstance(one, Piece)]
    assert sum(len(text) for text in found if max(text) > "\xff") < len(data) // 200
