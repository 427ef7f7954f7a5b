"""Letters, pages and mails: ordinary ones are let through, hidden text is told from shown text, floods are refused."""

from datetime import date

import pytest

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.people.index import build_people
from manifest_app.outgoing.pieces import Channel, Piece
from manifest_app.outgoing.report import Verdict, report_of
from manifest_app.outgoing.texts.plain import decoded
from manifest_app.outgoing.texts.turned import encoded_word, readings
from tests.outgoing.dirty import PERSON
from tests.outgoing.offices_documents import DOCUMENTS

PEOPLE = build_people([PERSON], b"k" * 32)


def verdict(data: bytes, name: str) -> Verdict:
    return report_of(detect(extract(data, name), PEOPLE, date(2026, 11, 22)), people_checked=True).verdict


def channels(page: str, text: str) -> set[Channel]:
    found = extract(f"<html><body>{page}</body></html>".encode(), "a.html")
    return {one.channel for one in found if isinstance(one, Piece) and one.full_text.strip() == text}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_ordinary_document_is_clean(name: str) -> None:
    assert verdict(DOCUMENTS[name], name) is Verdict.CLEAN


@pytest.mark.parametrize(
    "page",
    [
        '<p style="display:none">Plan</p>',
        '<div style="font-size:0"><p>Plan</p></div>',
        '<style>.a{visibility:hidden}</style><p class="a">Plan</p>',
        '<style>#b{display:none}</style><p id="b">Plan</p>',
        '<font color="white">Plan</font>',
        '<div style="background:#222"><div style="background:#fff"><p style="color:#fff">Plan</p></div></div>',
    ],
)
def test_what_nobody_sees_on_a_page_is_hidden(page: str) -> None:
    assert channels(page, "Plan") == {Channel.HIDDEN_TEXT}


@pytest.mark.parametrize(
    "page",
    [
        '<div style="font-size:0"><p style="font-size:13px">Plan</p></div>',
        '<div style="background:#224466"><p style="color:#fff">Plan</p></div>',
        '<div bgcolor="navy"><font color="white">Plan</font></div>',
        '<style>.a{color:#fff;background-color:#0d6efd}</style><p class="a">Plan</p>',
        '<style>@media print { .a{display:none} }</style><p class="a">Plan</p>',
        '<style>.a:hover{display:none}</style><p class="a">Plan</p>',
        '<p style="opacity:0.9;color:#fefe00">Plan</p>',
    ],
)
def test_what_is_seen_on_a_page_is_not_hidden(page: str) -> None:
    assert channels(page, "Plan") == {Channel.TEXT}


@pytest.mark.parametrize("flood", ['<p a="' * 5000, "<!-- x " * 5000, "<![x" * 5000, "<div>" * 1_000_001])
def test_a_page_that_never_ends_is_refused(flood: str) -> None:
    assert verdict(f"<html>{flood}".encode(), "a.html") is Verdict.UNEXPLAINED


@pytest.mark.parametrize(("depth", "expected"), [(900, Verdict.CLEAN), (30_000, Verdict.UNEXPLAINED)])
def test_a_page_may_be_deep_but_not_without_end(depth: int, expected: Verdict) -> None:
    page = b"<html>" + b"<div>" * depth + b"Hello" + b"</div>" * depth
    assert verdict(page, "a.html") is expected


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp1252"]
)
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    text = "La reunión es el lunes; traigan el acta."
    assert (decoded(text.encode(encoding)) or "").lstrip("\ufeff") == text


def test_zero_bytes_among_letters_are_no_text() -> None:
    assert decoded(b"Hello\0there, this is\0a text") is None


@pytest.mark.parametrize(("written", "read"), [("cp850", "cp1252"), ("mac-roman", "cp1252"), ("utf-8", "cp1252")])
def test_a_text_read_in_the_wrong_encoding_is_read_in_the_right_one_too(written: str, read: str) -> None:
    text = "El señor Muñoz pidió más café"
    assert text in set(readings(text.encode(written).decode(read)))


@pytest.mark.parametrize("charset", ["utô-8", "no-such-charset", "utf-7", "ascii", "undefined"])
def test_an_encoded_word_of_any_charset_is_read(charset: str) -> None:
    assert "asylum" in " ".join(readings(f"Subject: =?{charset}?b?YXN5bHVt?= =?{charset}?q?=FF?="))
    assert verdict(f"Subject: =?{charset}?q?asyl=75m?=\n\ntext".encode(), "a.eml") is Verdict.DISCLOSES


def test_a_damaged_encoded_word_stands_as_it_is() -> None:
    assert encoded_word("=?utf-8?b?YXN5b?=") == "=?utf-8?b?YXN5b?="
