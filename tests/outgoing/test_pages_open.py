"""Pages whose elements nobody closes."""

from datetime import date

import pytest

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.report import Verdict, report_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<div>" * 6000 + "Paper", Verdict.UNEXPLAINED),
        ("<div>Paper</div>" * 6000, Verdict.CLEAN),
        ("<ul>" + "<li>Paper<p>Ink" * 6000 + "</ul>", Verdict.CLEAN),
    ],
)
def test_a_page_of_elements_without_end_is_unexplained(text: str, expected: Verdict) -> None:
    found = extract(f"<html><body>{text}</body></html>".encode(), "a.html")
    assert report_of(detect(found, None, date(2026, 1, 1)), people_checked=True).verdict is expected
