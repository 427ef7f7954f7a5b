"""Texts, web pages, JSON, mails and pictures that were built to stop whoever checks them: (file name, content)."""

import struct
import zlib

_MEGABYTE = 1 << 20
_FROM = b"From: a@example.org\r\n"


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png(*chunks: bytes, size: int = 1) -> bytes:
    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + b"".join(chunks) + _chunk(b"IEND", b"")


def _nested(count: int) -> bytes:
    parts = (b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(count))
    return _FROM + b"MIME-Version: 1.0\r\n" + b"".join(parts) + b"\r\nx"


def texts() -> dict[str, tuple[str, bytes]]:
    """Each must be refused; by what it is."""
    lines = {b"a": "a", b"1 ": "1 ", b". ": "full stops", b"A.A.A.": "initials", b"a ": "single letters", b"_": "_"}
    more = {b"1/1/": "dates", b"P<": "travel lines", b"1 de ": "counts", b"may 1 ": "months", b"\xc2\xad": "nothing"}
    found = {
        f"five megabytes of {label} without a line": ("a.txt", text * (5 * _MEGABYTE // len(text)))
        for text, label in (lines | more).items()
    }
    return found | {
        "a cell of 50 MB": ("a.csv", b"a,b\n" + b"x" * (50 * _MEGABYTE)),
        "a quote that never ends": ("a.csv", b'a\n"' + b"x,y\n" * (10 * _MEGABYTE)),
        "a million tags": ("a.html", b"<html>" + b"<p>" * 1_100_000),
        "three million signs": ("a.html", b"<html>" + b"<" * 3_000_000),
        "a million comments": ("a.html", b"<html>" + b"<!--" * 1_100_000),
        "lists in a list": ("a.json", b"[" + b",".join([b"[1]"] * 2_500_000) + b"]"),
    }


def mails() -> dict[str, tuple[str, bytes]]:
    """Each must be refused; by what it is."""
    multipart = b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
    return {
        "100,000 headers": ("a.eml", _FROM + b"".join(b"X-%d: y\r\n" % n for n in range(100_000)) + b"\r\nx"),
        "a header of 10 MB": ("a.eml", _FROM + b"Subject: " + b"word " * (2 * _MEGABYTE) + b"\r\n\r\nx"),
        "a header of a million lines": ("a.eml", _FROM + b"Subject: x\r\n" + b" y\r\n" * 1_000_000 + b"\r\nx"),
        "200,000 encoded words": ("a.eml", _FROM + b"Subject: " + b"=?utf-8?q?a?= " * 200_000 + b"\r\n\r\nx"),
        "100,000 parameters": ("a.eml", _FROM + b"Content-Type: text/plain" + b"; a=b" * 100_000 + b"\r\n\r\nx"),
        "300,000 parts": ("a.eml", _FROM + multipart + b"--b\r\n\r\nx\r\n" * 300_000),
        "1,000 multiparts in one another": ("a.eml", _nested(1000)),
        "Base64 of 40 MB": ("a.eml", _FROM + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"QUJD" * 10_000_000),
    }


def pictures() -> dict[str, tuple[str, bytes]]:
    """Each must be refused; by what it is."""
    texts_of_it = _chunk(b"zTXt", b"a\0\0" + zlib.compress(b"hello " * _MEGABYTE, 9)) * 500
    return {
        "60,000 by 60,000 points": ("a.png", _png(_chunk(b"IDAT", zlib.compress(bytes(_MEGABYTE))), size=60_000)),
        "packed texts beside a picture": ("a.png", _png(texts_of_it)),
        "a million empty chunks": ("a.png", b"\x89PNG\r\n\x1a\n" + _chunk(b"tEXt", b"") * 1_000_000),
        "a chunk longer than the file": ("a.png", b"\x89PNG\r\n\x1a\n\xff\xff\xff\xfftEXta\0b"),
        "three million segments": ("a.jpg", b"\xff\xd8" + b"\xff\xe1\0\2" * 3_000_000),
        "segments of no length": ("a.jpg", b"\xff\xd8" + b"\xff\xe1\0\0" * 3_000_000),
        "65,535 tags": ("a.tif", b"II*\0\x08\0\0\0\xff\xff" + b"\0\1\4\0\1\0\0\0\x60\xea\0\0" * 65_535),
        "a picture longer than the file": ("a.webp", b"RIFF\xff\xff\xff\xffWEBPVP8L" + b"\xff" * 1000),
        "40 MB of letters": ("a.bmp", b"BM" + b"ab" * 20_000_000),
    }
