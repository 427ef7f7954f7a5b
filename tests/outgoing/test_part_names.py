"""Places repeat no name that somebody chose: it can be that of a person."""

from collections.abc import Callable
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.office.part_names import part_places
from manifest_app.outgoing.people.index import build_people
from manifest_app.outgoing.report import Verdict, report_of
from tests.outgoing.dirty import PERSON, SECRETS, repacked, workbook, zipped

KEY = bytes(32)


def in_archive(secret: str) -> bytes:
    return zipped({f"{secret}/{secret}.txt": secret.encode()})


def in_archives(secret: str) -> bytes:
    return zipped({f"{secret}.zip": in_archive(secret)})


def in_package(secret: str) -> bytes:
    return repacked(
        workbook(), {}, {f"xl/media/{secret}.xml": f"<a>{secret}</a>", f"xl/worksheets/{secret}.xml": "<a/>"}
    )


def in_sheet(secret: str) -> bytes:
    return repacked(workbook(), {"xl/workbook.xml": lambda xml: xml.replace('name="', f'name="{secret} ', 1)})


def in_mail(secret: str) -> bytes:
    mail = EmailMessage()
    mail.set_content("See there.")
    mail.add_attachment(secret, filename=f"{secret}.txt")
    return mail.as_bytes()


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize(
    ("made", "name"),
    [
        (in_archive, "a.zip"),
        (in_archives, "a.zip"),
        (in_package, "a.xlsx"),
        (in_sheet, "a.xlsx"),
        (in_mail, "a.eml"),
    ],
)
def test_no_place_repeats_a_name_that_tells(made: Callable[[str], bytes], name: str, secret: str) -> None:
    index = build_people([PERSON], KEY)
    report = report_of(detect(extract(made(secret), name), index, date(2026, 1, 1)), people_checked=True)
    assert report.verdict is Verdict.DISCLOSES
    assert not [place for place in report.places if secret.casefold() in place.where.casefold()]


@given(st.lists(st.text(min_size=1), unique=True))
def test_each_part_has_a_place_of_its_own(names: list[str]) -> None:
    places = part_places(names)
    assert list(places) == names
    assert len({places[name] for name in names if places[name] != name}) == len(
        [name for name in names if places[name] != name]
    )


def test_usual_names_stay() -> None:
    usual = ["word/document.xml", "xl/worksheets/sheet12.xml", "_rels/.rels", "[Content_Types].xml", "content.xml"]
    assert list(part_places([*usual, "word/Rosa.xml", "Rosa/sheet1.xml", "A200123456"]).values()) == [
        *usual, "part 6", "part 7", "part 8"
    ]  # fmt: skip
