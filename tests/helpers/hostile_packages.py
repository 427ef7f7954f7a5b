"""Containers and PDF documents that were built to stop whoever checks them: (file name, content)."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Mapping

_MEGABYTE = 1 << 20
_TREE = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>")


def _zip(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _xlsx(sheet: bytes, strings: bytes = b"<sst/>", method: int = zipfile.ZIP_DEFLATED) -> tuple[str, bytes]:
    book = b'<workbook xmlns:r="x"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
    links = b'<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
    parts = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": links}
    more = {"xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": sheet}
    return "a.xlsx", _zip({**parts, **more}, method)


def _rows(rows: bytes) -> bytes:
    return b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"


def _docx(body: bytes) -> tuple[str, bytes]:
    return "a.docx", _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document>" + body})


def _ods(content: bytes) -> tuple[str, bytes]:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return "a.ods", _zip({"mimetype": kind, "META-INF/manifest.xml": b"<manifest/>", "content.xml": content})


def workbooks() -> dict[str, tuple[str, bytes]]:
    """Each must be refused; by what it is."""
    hidden = b"<cols>" + b"".join(b'<col min="%d" max="%d" hidden="1"/>' % (n, n) for n in range(20_000)) + b"</cols>"
    cells = b"<sheetData><row>" + b"<c><v>1</v></c>" * 20_000 + b"</row></sheetData></worksheet>"
    noise = random.Random(1).randbytes(1000).hex().encode()
    strings = b"<sst>" + b"<si><t>abcdefghij klmnop</t></si>" * 2_000_000 + b"</sst>"
    return {
        "ten million rows, stored": _xlsx(_rows(b"<row/>" * 10_000_000), method=zipfile.ZIP_STORED),
        "five million cells": _xlsx(_rows(b"<row>" + b"<c/>" * 5_000_000 + b"</row>")),
        "shared strings of 58 MB": _xlsx(_rows(b""), strings, zipfile.ZIP_STORED),
        "a reference of 5 MB": _xlsx(_rows(b'<row><c r="' + b"A" * 5_000_000 + b'1"/></row>')),
        "20,000 hidden columns": _xlsx(b"<worksheet>" + hidden + cells),
        "100,000 attributes": _xlsx(_rows(b"<row " + b" ".join(b'a%d=""' % n for n in range(100_000)) + b"/>")),
        "a comment of 200 MB": _xlsx(_rows(noise + b"<!--" + b" " * (200 * _MEGABYTE) + b"-->")),
    }


def documents() -> dict[str, tuple[str, bytes]]:
    """Each must be refused; by what it is."""
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    repeated = b'<table:table-row table:number-rows-repeated="99999999"/>'
    return {
        "an attribute of 10 MB": _docx(b'<w:p a="' + b"x" * (10 * _MEGABYTE) + b'"/>'),
        "a name of 10 MB": _docx(b"<" + b"a" * (10 * _MEGABYTE) + b"/>"),
        "a million names": _docx(b"".join(b"<a%d/>" % n for n in range(1_000_000))),
        "a million comments in it": _docx(b"".join(b"<!--%d-->" % n for n in range(1_000_000))),
        "a tag that never ends": _docx(b"<a " + b'b="c" ' * (2 * _MEGABYTE)),
        "elements in elements": _docx(b"<a>" * 1_000_000),
        "four million empty elements": _docx(b"<w:r/>" * 4_000_000),
        "laughs in a table": _ods(b'<!DOCTYPE a [<!ENTITY l0 "ha">' + laughs + b"]><a>&l9;</a>"),
        "20,000 million rows": _ods(b"<a><table:table>" + repeated * 200_000),
    }


def archives() -> dict[str, tuple[str, bytes]]:
    """Each must be refused; by what it is."""
    small = _zip({"a.txt": b"hello"}, zipfile.ZIP_STORED)
    lying = bytearray(small)
    struct.pack_into("<II", lying, small.rfind(b"PK\1\2") + 20, 0xFFFFFFF0, 0xFFFFFFF0)
    shorter = bytearray(small)
    struct.pack_into("<I", shorter, small.rfind(b"PK\1\2") + 24, 3)
    counted = bytearray(small)
    struct.pack_into("<HH", counted, small.rfind(b"PK\5\6") + 8, 65535, 65535)
    end = small.rfind(b"PK\5\6")
    record = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, *[1 << 60] * 4)
    locator = b"PK\6\7" + struct.pack("<IQI", 0, end, 1)
    last = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 65535, 65535, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return {
        "sizes that are not": ("a.zip", bytes(lying)),
        "a size that is too small": ("a.zip", bytes(shorter)),
        "a count that is not": ("a.zip", bytes(counted)),
        "a directory of 2 to the 60": ("a.zip", small[:end] + record + locator + last),
        "65,535 entries": ("a.zip", _zip({str(n): b"" for n in range(65_535)}, zipfile.ZIP_STORED)),
        "16 texts of 31 MB": ("a.zip", _zip({f"{n}.txt": b"hello world. " * (31 << 16) for n in range(16)})),
    }


def _pdf(*objects: bytes) -> tuple[str, bytes]:
    parts = [b"%PDF-1.7\n"]
    for number, body in enumerate((*_TREE, *objects), 1):
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    return "a.pdf", b"".join((*parts, b"trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"))


def _stream(head: bytes, body: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(body), body)


def pdfs() -> dict[str, tuple[str, bytes]]:
    """Each must be refused; by what it is."""
    chained = zlib.compress(zlib.compress(zlib.compress(bytes(200 * _MEGABYTE), 9), 9), 9)
    packed = _stream(b"/Filter /FlateDecode", zlib.compress(bytes(31 * _MEGABYTE), 9))
    pages = b"<< /Type /Pages /Count 1000000 /Kids [" + b"3 0 R " * 1_000_000 + b"] >>"
    return {
        "streams packed in streams": _pdf(_stream(b"/Filter [/FlateDecode /FlateDecode /FlateDecode]", chained)),
        "200,000 filters": _pdf(_stream(b"/Filter [" + b"/ASCIIHexDecode " * 200_000 + b"]", b"41")),
        "eight streams of 31 MB": _pdf(*[packed] * 8),
        "a length of ten thousand million": _pdf(b"<< /Length 9999999999 >>\nstream\nx\nendstream"),
        "two million brackets": _pdf(b"(" * 2_000_000),
        "300,000 streams without end": _pdf(b"<< >>\nstream\n" * 300_000),
        "190,000 objects in one another": _pdf(b"1 0 obj\n" * 190_000),
        "a million pages": ("a.pdf", _pdf(pages)[1].replace(b"/Pages 2 0", b"/Pages 3 0", 1)),
    }
