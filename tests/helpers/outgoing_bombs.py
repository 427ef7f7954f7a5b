"""Files that were built to stop whoever checks them."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

_GIGABYTE = 1 << 30
_MEGABYTE = 1 << 20


def text_of_two_gigabytes(path: Path) -> None:
    """Zero bytes that take no room on the disk."""
    with path.open("wb") as target:
        target.truncate(2 * _GIGABYTE)


def _stored(path: Path, parts: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def ten_thousand_sheets(path: Path) -> None:
    """A workbook with a part and an entry for each of its sheets."""
    numbers = range(10_000)
    sheets = "".join(f'<sheet name="S{n}" sheetId="{n + 1}" r:id="r{n}"/>' for n in numbers)
    links = "".join(f'<Relationship Id="r{n}" Target="worksheets/sheet{n}.xml"/>' for n in numbers)
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.xml": f'<workbook xmlns:r="x"><sheets>{sheets}</sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>".encode(),
    }
    sheet = b"<worksheet><sheetData/></worksheet>"
    _stored(path, {**parts, **{f"xl/worksheets/sheet{n}.xml": sheet for n in numbers}})


def _pdf(*objects: str) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return data + f"{head}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n".encode()


def pages_in_a_loop(path: Path) -> None:
    """A tree of pages that is its own child, and objects that are one another's length."""
    loop = "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 99999999 >>"
    back = "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 99999999 >>"
    lengths = ("<< /Length 5 0 R >>\nstream\nx\nendstream", "6 0 R", "5 0 R")
    path.write_bytes(_pdf("<< /Type /Catalog /Pages 2 0 R /Outlines 1 0 R >>", loop, back, *lengths))


def _page_again(times: int) -> bytes:
    kids = f"<< /Type /Pages /Count {times} /Kids [{'3 0 R ' * times}] >>"
    return _pdf("<< /Type /Catalog /Pages 2 0 R >>", kids, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")


def many_pages(path: Path) -> None:
    """A page that is there a million times."""
    path.write_bytes(_page_again(1_000_000))


def more_pages(path: Path) -> None:
    """A page that is there 6,000 times."""
    path.write_bytes(_page_again(6000))


def many_attributes(path: Path) -> None:
    """A tag with a million attributes."""
    path.write_bytes(b"<html><p " + b" ".join(b"a%d=b" % number for number in range(1_000_000)) + b">x</p></html>")


def many_keys(path: Path) -> None:
    """An object with a million members."""
    path.write_bytes(b"{" + b",".join(b'"k%d":1' % number for number in range(1_000_000)) + b"}")


def long_number(path: Path) -> None:
    """A number of ten million digits."""
    path.write_bytes(b'{"a":' + b"9" * (10 * _MEGABYTE) + b"}")


def many_rows(path: Path) -> None:
    """Five million rows of one digit."""
    path.write_bytes(b"1\n" * 5_000_000)


def many_objects(path: Path) -> None:
    """A million empty objects."""
    path.write_bytes(b"%PDF-1.7\n" + b"1 0 obj\nendobj\n" * 1_000_000 + b"%%EOF\n")


def packed_stream(path: Path) -> None:
    """A stream packed twice, of a kilobyte, that unpacks to half a gigabyte."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(bytes(_MEGABYTE)) for _ in range(512)) + packer.flush()
    twice = zlib.compress(once, 9)
    head = f"%PDF-1.7\n1 0 obj\n<< /Filter [/FlateDecode /FlateDecode] /Length {len(twice)} >>\nstream\n"
    path.write_bytes(head.encode() + twice + b"\nendstream\nendobj\n%%EOF\n")


def zips_in_zips(path: Path) -> None:
    """Sixteen zips in each of sixteen zips, six deep."""
    data = b"x"
    name = "a.txt"
    for depth in range(6):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(16):
                archive.writestr(f"{number}{name}", data)
        data, name = target.getvalue(), f"{depth}.zip"
    path.write_bytes(data)


def zips_one_in_another(path: Path) -> None:
    """A zip in a zip, a thousand deep."""
    data = b"x"
    for _ in range(1000):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("a.zip", data)
        data = target.getvalue()
    path.write_bytes(data)


def elements_in_elements(path: Path) -> None:
    """A document whose elements stand a million deep in one another."""
    deep = b"<a>" * 1_000_000 + b"</a>" * 1_000_000
    _stored(path, {"[Content_Types].xml": b"<Types/>", "word/document.xml": deep})


def lists_in_lists(path: Path) -> None:
    """JSON whose lists stand a million deep in one another."""
    path.write_bytes(b"[" * 1_000_000 + b"]" * 1_000_000)


def mails_in_mails(path: Path) -> None:
    """A mail in a mail, ten thousand deep."""
    path.write_bytes(b"From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n" * 10_000)
