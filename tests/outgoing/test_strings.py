"""Shared strings that can't be put into their cells are never passed over."""

import random
from datetime import date

import pytest

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.report import Report, Verdict, report_of
from tests.outgoing.dirty import WORD, repacked, workbook

TODAY = date(2026, 11, 22)


def checked(secret: str, *, before: str) -> Report:
    def edit(xml: str) -> str:
        return xml.replace("<sst", f"{before}<sst", 1).replace("Paper", secret)

    data = repacked(workbook(), {"xl/sharedStrings.xml": edit})
    return report_of(detect(extract(data, "a.xlsx"), None, TODAY), people_checked=False)


@pytest.mark.parametrize("before", ["<!DOCTYPE sst [<!ENTITY x 'y'>]>", "<broken>"])
@pytest.mark.parametrize("text", [WORD, "Quarterly plan"])
def test_strings_that_are_not_read_are_unexplained(before: str, text: str) -> None:
    assert checked(text, before=before).verdict is not Verdict.CLEAN


def test_a_secret_among_many_strings_is_found() -> None:
    noise = f"<!--{random.Random(1).randbytes(150_000).hex()}-->" * 120 + "</sst>"  # 36 MB
    data = repacked(
        workbook(), {"xl/sharedStrings.xml": lambda xml: xml.replace("</sst>", noise).replace("Paper", WORD)}
    )
    report = report_of(detect(extract(data, "a.xlsx"), None, TODAY), people_checked=False)
    assert report.verdict is Verdict.DISCLOSES
