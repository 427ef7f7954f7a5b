"""Labelled PDF documents, each with one secret (a plain one without accents)."""

# ruff: noqa: E501 - one labelled file a line reads best

import zlib
from collections.abc import Callable, Mapping

from manifest_app.outgoing.pieces import Channel
from tests.outgoing.dirty import Dirty

_SHOWN = b"BT /F1 12 Tf 72 700 Td (Agenda of the meeting) Tj ET"
_TINY, _FAR = "0.5", "9000"


def pdf(
    drawn: bytes = b"",
    *,
    catalog: str = "",
    page: str = "",
    more: Mapping[int, bytes] | None = None,
    info: str = "",
    packed: bool = True,
) -> bytes:
    """A document of one page: what is drawn beside a clean line, and more entries and objects (from 7 on)."""
    content = _SHOWN + b"\n" + drawn
    stream = zlib.compress(content) if packed else content
    told = b"/Filter /FlateDecode " if packed else b""
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        f"/Resources << /Font << /F1 5 0 R >> >> {page} >>".encode(),
        4: b"<< %s/Length %d >>\nstream\n%s\nendstream" % (told, len(stream), stream),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        6: f"<< /Producer (test) {info} >>".encode(),
        **(more or {}),
    }
    data = b"%PDF-1.7\n"
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1)
    for number in range(1, max(objects) + 1):
        data += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    return data + b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        max(objects) + 1,
        start,
    )


def _drawn(operators: str) -> Callable[[str], bytes]:
    return lambda secret: pdf(operators.format(secret).encode())


def _packed_objects(secret: str) -> bytes:
    inner = f"9 0 << /Title ({secret}) >>".encode()
    stream = zlib.compress(inner)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>" % len(stream)
    return pdf(more={7: head + b"\nstream\n" + stream + b"\nendstream"}, catalog="/Outlines 9 0 R")


def _stream(head: str) -> Callable[[str], bytes]:
    def make(secret: str) -> bytes:
        body = f"<x><title>{secret}</title></x>" if "Metadata" in head else secret
        told = f"<< {head} /Length {len(body)} >>\nstream\n{body}\nendstream".encode()
        return pdf(more={7: told}, catalog="/Other 7 0 R")

    return make


def _older(secret: str) -> bytes:
    return pdf(f"BT /F1 12 Tf 72 650 Td ({secret}) Tj ET".encode(), packed=False) + pdf()[9:]


PDF = (
    Dirty("line", "a.pdf", _drawn("BT /F1 12 Tf 72 650 Td ({}) Tj ET"), Channel.TEXT),
    Dirty(
        "letters placed one by one",
        "a.pdf",
        lambda secret: pdf(f"BT /F1 12 Tf 72 650 Td [{' -20 '.join(f'({one})' for one in secret)}] TJ ET".encode()),
        Channel.TEXT,
    ),
    Dirty(
        "hexadecimal text",
        "a.pdf",
        lambda secret: pdf(f"BT /F1 12 Tf 72 650 Td <{secret.encode().hex()}> Tj ET".encode()),
        Channel.TEXT,
    ),
    Dirty("invisible mode", "a.pdf", _drawn("BT 3 Tr /F1 12 Tf 72 650 Td ({}) Tj ET"), Channel.HIDDEN_TEXT),
    Dirty("white text", "a.pdf", _drawn("BT 1 1 1 rg /F1 12 Tf 72 650 Td ({}) Tj ET"), Channel.HIDDEN_TEXT),
    Dirty("tiny text", "a.pdf", _drawn(f"BT /F1 {_TINY} Tf 72 650 Td ({{}}) Tj ET"), Channel.HIDDEN_TEXT),
    Dirty("off the page", "a.pdf", _drawn(f"BT /F1 12 Tf {_FAR} 650 Td ({{}}) Tj ET"), Channel.HIDDEN_TEXT),
    Dirty("title", "a.pdf", lambda secret: pdf(info=f"/Title ({secret})"), Channel.PROPERTY),
    Dirty(
        "title in UTF-16",
        "a.pdf",
        lambda secret: pdf(info=f"/Title <FEFF{secret.encode('utf-16-be').hex()}>"),
        Channel.PROPERTY,
    ),
    Dirty("own property", "a.pdf", lambda secret: pdf(info=f"/Case ({secret})"), Channel.ATTRIBUTE),
    Dirty("metadata", "a.pdf", _stream("/Type /Metadata /Subtype /XML"), Channel.PROPERTY),
    Dirty(
        "annotation",
        "a.pdf",
        lambda secret: pdf(page=f"/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({secret}) >>]"),
        Channel.ANNOTATION,
    ),
    Dirty("form value", "a.pdf", lambda secret: pdf(catalog=f"/AcroForm << /Fields [<< /V ({secret}) >>] >>"), Channel.FORM),
    Dirty("link", "a.pdf", lambda secret: pdf(page=f"/Annots [<< /A << /S /URI /URI (mailto:x?{secret}) >> >>]"), Channel.LINK),
    Dirty("outline", "a.pdf", lambda secret: pdf(catalog=f"/Outlines << /First << /Title ({secret}) >> >>"), Channel.PROPERTY),
    Dirty("alternative text", "a.pdf", lambda secret: pdf(catalog=f"/StructTreeRoot << /Alt ({secret}) >>"), Channel.ALT_TEXT),
    Dirty("script", "a.pdf", lambda secret: pdf(catalog=f"/OpenAction << /S /JavaScript /JS ({secret}) >>"), Channel.SCRIPT),
    Dirty("private data", "a.pdf", lambda secret: pdf(page=f"/PieceInfo << /X ({secret}) >>"), Channel.ATTRIBUTE),
    Dirty("object in a stream of objects", "a.pdf", _packed_objects, Channel.PROPERTY),
    Dirty("attachment", "a.pdf", _stream("/Type /EmbeddedFile"), Channel.TEXT),
    Dirty("unknown stream", "a.pdf", _stream("/Type /Other"), Channel.UNKNOWN),
    Dirty("object that nothing refers to", "a.pdf", lambda secret: pdf(more={7: f"({secret})".encode()}), Channel.OLD_REVISION),
    Dirty("older revision", "a.pdf", _older, Channel.OLD_REVISION),
    Dirty("comment between objects", "a.pdf", lambda secret: pdf().replace(b"4 0 obj", f"%{secret}\n4 0 obj".encode(), 1), Channel.XML_COMMENT),
)  # fmt: skip
