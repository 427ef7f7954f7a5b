"""Labelled PDF documents: a secret in what their pages draw, in whatever order and by whatever way."""

# ruff: noqa: E501 - one labelled file a line reads best

import zlib
from collections.abc import Callable

from manifest_app.outgoing.pieces import Channel
from tests.outgoing.dirty import Dirty
from tests.outgoing.dirty_pdf import pdf
from tests.outgoing.dirty_pdf_parts import stream

_FONT = "/Resources << /Font << /F1 5 0 R >> >>"


def _text(secret: str, x: float = 72, y: float = 650) -> str:
    return f"BT /F1 12 Tf {x} {y} Td ({secret}) Tj ET "


def _drawn(template: str) -> Callable[[str], bytes]:
    return lambda secret: pdf(template.replace("{}", _text(secret)).encode())


def _spelled(secret: str) -> str:
    return f"BT /F1 12 Tf 10 10 Td [{' 9 '.join(f'<{ord(one):02x}>' for one in secret)}] TJ ET"


def _with(kind: str, use: str, drawn: str = "") -> Callable[[str], bytes]:
    """A part that is drawn elsewhere than in the stream of the page, letter by letter."""
    return lambda secret: pdf(
        drawn.encode(), page=use, more={7: stream(_spelled(secret).encode(), f"{kind} /BBox [0 0 400 50] {_FONT}")}
    )


def _apart(secret: str) -> bytes:
    """Each letter by itself, the last one first."""
    places = [(72 + 9 * place, one) for place, one in enumerate(secret) if one != " "]
    return pdf("".join(_text(one, x) for x, one in reversed(places)).encode())


def _below(secret: str) -> bytes:
    return pdf("".join(_text(one, 72, 650 - 14 * place) for place, one in enumerate(secret)).encode())


def _columns(secret: str) -> bytes:
    """Cut in its middle, in the left of two columns."""
    first, last = secret[: len(secret) // 2], secret[len(secret) // 2 :]
    left = _text(f"We met {first}-") + _text("Another column has", 322)
    return pdf((left + _text(f"{last} today", 72, 636) + _text("words of its own", 322, 636)).encode())


def _earlier_page(secret: str) -> bytes:
    """What a later revision of the page's stream took away, spelled letter by letter."""
    old = pdf(_spelled(secret).encode())
    stream_of_page = zlib.compress(b"BT /F1 12 Tf 72 700 Td (Agenda) Tj ET")
    new = b"4 0 obj\n" + stream(stream_of_page, "/Filter /FlateDecode") + b"\nendobj\n"
    table = b"xref\n4 1\n%010d 00000 n \n" % len(old)
    trailer = b"trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R /Prev %d >>\n" % old.rfind(b"xref\n0")
    return old + new + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(old) + len(new))


PDF_DRAWN = (
    Dirty("text in place of drawn letters", "a.pdf", lambda secret: pdf(f"/Span << /ActualText ({secret}) >> BDC {_text('x')} EMC".encode()), Channel.TEXT),
    Dirty("property of marked content", "a.pdf", lambda secret: pdf(f"/P << /Note ({secret}) >> DP".encode()), Channel.TEXT),
    Dirty("mark of content", "a.pdf", lambda secret: pdf(f"/{secret.replace(' ', '#20')} MP".encode()), Channel.MARKUP),
    Dirty("comment in a drawing", "a.pdf", lambda secret: pdf(f"% {secret}\n".encode()), Channel.XML_COMMENT),
    Dirty("text to clip with", "a.pdf", _drawn("7 Tr {}"), Channel.HIDDEN_TEXT),
    Dirty("nearly white", "a.pdf", _drawn("0.99 0.99 0.99 rg {}"), Channel.HIDDEN_TEXT),
    Dirty("clipped away", "a.pdf", _drawn("q 0 0 1 1 re W n {} Q"), Channel.TEXT),
    Dirty("under a box", "a.pdf", _drawn("{} 0 0 0 rg 60 640 300 30 re f"), Channel.TEXT),
    Dirty("scaled to nothing", "a.pdf", _drawn("q 0.01 0 0 0.01 100 100 cm {} Q"), Channel.HIDDEN_TEXT),
    Dirty("turned", "a.pdf", lambda secret: pdf(f"BT /F1 12 Tf 0.7 0.7 -0.7 0.7 200 200 Tm ({secret}) Tj ET".encode()), Channel.TEXT),
    Dirty("each letter by itself", "a.pdf", _apart, Channel.TEXT),
    Dirty("letters below one another", "a.pdf", _below, Channel.TEXT),
    Dirty("cut by a hyphen, in a column", "a.pdf", _columns, Channel.TEXT),
    Dirty("part of a page", "a.pdf", _with("/Type /XObject /Subtype /Form", "/Other << /X0 7 0 R >>"), Channel.TEXT),
    Dirty("look of an annotation", "a.pdf", _with("/Type /XObject /Subtype /Form", "/Annots [<< /Type /Annot /Subtype /Stamp /Rect [50 500 400 560] /AP << /N 7 0 R >> >>]"), Channel.TEXT),
    Dirty("look under the pointer", "a.pdf", _with("/Type /XObject /Subtype /Form", "/Annots [<< /Type /Annot /F 2 /Subtype /Widget /Rect [50 500 400 560] /AP << /R 7 0 R >> >>]"), Channel.TEXT),
    Dirty("tiles of a pattern", "a.pdf", _with("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /XStep 400 /YStep 50", "/Other << /P0 7 0 R >>"), Channel.TEXT),
    Dirty("bytes of a picture in the drawing", "a.pdf", lambda secret: pdf(b"q 10 0 0 10 9 9 cm BI /W 10 /H 10 /BPC 8 /CS /G ID " + secret.encode().ljust(100) + b" EI Q"), Channel.PICTURE),
    Dirty("page of an earlier revision", "a.pdf", _earlier_page, Channel.OLD_REVISION),
)  # fmt: skip
