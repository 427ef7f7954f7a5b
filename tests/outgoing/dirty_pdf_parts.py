"""Labelled PDF documents: a secret in their objects, in what stands between them, or under another way of packing."""

# ruff: noqa: E501 - one labelled file a line reads best

import base64
import zlib
from collections.abc import Callable
from itertools import pairwise

from manifest_app.outgoing.pieces import Channel
from tests.outgoing.dirty import Dirty
from tests.outgoing.dirty_pdf import pdf

_LINE = "BT /F1 12 Tf 72 650 Td ({}) Tj ET"


def stream(body: bytes, head: str = "") -> bytes:
    """A stream, with more entries of its dictionary."""
    return f"<< {head} /Length {len(body)} >>\nstream\n".encode() + body + b"\nendstream"


def _catalog(entry: str) -> Callable[[str], bytes]:
    return lambda secret: pdf(catalog=entry.replace("{}", secret))


def _page(entry: str) -> Callable[[str], bytes]:
    return lambda secret: pdf(page=entry.replace("{}", secret))


def _info(text: Callable[[str], str]) -> Callable[[str], bytes]:
    return lambda secret: pdf(info=f"/Subject {text(secret)}")


def _annotation(entry: str) -> Callable[[str], bytes]:
    return _page(f"/Annots [<< /Type /Annot /Rect [50 500 400 560] {entry} >>]")


def _metadata(body: Callable[[str], bytes]) -> Callable[[str], bytes]:
    return lambda secret: pdf(
        more={7: stream(body(secret), "/Type /Metadata /Subtype /XML")}, catalog="/Metadata 7 0 R"
    )


def _replaced(old: bytes, new: Callable[[bytes], bytes]) -> Callable[[str], bytes]:
    def make(secret: str) -> bytes:
        data = pdf()
        assert old in data
        return data.replace(old, new(secret.encode()), 1)

    return make


def _packed(head: str, pack: Callable[[bytes], bytes]) -> Callable[[str], bytes]:
    return lambda secret: pdf(more={4: stream(pack(_LINE.format(secret).encode()), head)})


def _runs(data: bytes) -> bytes:
    parts = (data[start : start + 128] for start in range(0, len(data), 128))
    return b"".join(bytes([len(part) - 1]) + part for part in parts) + b"\x80"


def _lzw(data: bytes) -> bytes:
    """Every byte as its own code, cleared before the codes grow."""
    bits = "".join(f"{256:09b}" * (place % 200 == 0) + f"{byte:09b}" for place, byte in enumerate(data)) + f"{257:09b}"
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _differences(data: bytes, columns: int = 20) -> bytes:
    """Rows as PNG packs them: each byte less the one above."""
    padded = data + b" " * (-len(data) % columns)
    rows = [bytes(columns), *(padded[start : start + columns] for start in range(0, len(padded), columns))]
    pairs = pairwise(rows)
    return b"".join(b"\x02" + bytes(one - other & 255 for other, one in zip(*pair, strict=True)) for pair in pairs)


def _filed(secret: str) -> bytes:
    spec = b"<< /Type /Filespec /F (a.txt) /EF << /F 7 0 R >> >>"
    files = "/Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> >>"
    return pdf(more={7: stream(secret.encode()), 8: spec}, catalog=files)


def _fields(secret: str) -> bytes:
    """Its first word in one field, the others in the next."""
    first, _, others = secret.partition(" ")
    fields = {7: f"<< /FT /Tx /V ({first}) >>".encode(), 8: f"<< /FT /Tx /V ({others}) >>".encode()}
    return pdf(catalog="/AcroForm << /Fields [7 0 R 8 0 R] >>", more=fields)


PDF_PARTS = (
    Dirty("label of pages", "a.pdf", _catalog("/PageLabels << /Nums [0 << /P ({}) >>] >>"), Channel.ATTRIBUTE),
    Dirty("named place", "a.pdf", _catalog("/Names << /Dests << /Names [({}) [3 0 R /Fit]] >> >>"), Channel.ATTRIBUTE),
    Dirty("name of an object", "a.pdf", lambda secret: pdf(catalog=f"/Dests << /{secret.replace(' ', '#20')} [3 0 R /Fit] >>"), Channel.MARKUP),
    Dirty("name with strokes", "a.pdf", lambda secret: pdf(catalog=f"/Dests << /{secret.replace(' ', '_')} [3 0 R /Fit] >>"), Channel.MARKUP),
    Dirty("article", "a.pdf", _catalog("/Threads [<< /I << /Title ({}) >> >>]"), Channel.PROPERTY),
    Dirty("expanded abbreviation", "a.pdf", _catalog("/StructTreeRoot << /K << /S /P /E ({}) >> >>"), Channel.ALT_TEXT),
    Dirty("text in place of letters", "a.pdf", _catalog("/StructTreeRoot << /K << /S /P /ActualText ({}) >> >>"), Channel.ALT_TEXT),
    Dirty("language", "a.pdf", _catalog("/Lang ({})"), Channel.ATTRIBUTE),
    Dirty("name of a layer", "a.pdf", _catalog("/OCProperties << /OCGs [<< /Type /OCG /Name ({}) >>] >>"), Channel.ATTRIBUTE),
    Dirty("subject of a stamp", "a.pdf", _annotation("/Subtype /Stamp /Subj ({})"), Channel.ANNOTATION),
    Dirty("text over a redaction", "a.pdf", _annotation("/Subtype /Redact /OverlayText ({})"), Channel.ANNOTATION),
    Dirty("author of a note", "a.pdf", _annotation("/Subtype /Text /T ({})"), Channel.FORM),
    Dirty("program to start", "a.pdf", _annotation("/Subtype /Link /A << /S /Launch /F ({}.docx) >>"), Channel.ATTRIBUTE),
    Dirty("coded address", "a.pdf", lambda secret: pdf(page=f"/Annots [<< /A << /S /URI /URI (https://a.example/?q={secret.replace(' ', '%20')}) >> >>]"), Channel.LINK),
    Dirty("choices of a field", "a.pdf", _catalog("/AcroForm << /Fields [<< /FT /Ch /Opt [(a) [(b) ({})]] >>] >>"), Channel.FORM),
    Dirty("two fields beside each other", "a.pdf", _fields, Channel.FORM),
    Dirty("XFA form", "a.pdf", lambda secret: pdf(catalog="/AcroForm << /XFA [(datasets) 7 0 R] >>", more={7: stream(f"<d><a>{secret}</a></d>".encode())}), Channel.FORM),
    Dirty("signer", "a.pdf", _catalog("/AcroForm << /Fields [<< /FT /Sig /V << /Type /Sig /Name ({}) >> >>] >>"), Channel.ATTRIBUTE),
    Dirty("signature's certificate", "a.pdf", lambda secret: pdf(catalog=f"/AcroForm << /V << /Type /Sig /Contents <3082000000{secret.encode().hex()}00> >> >>"), Channel.ANNOTATION),
    Dirty("attached file", "a.pdf", _filed, Channel.TEXT),
    Dirty("script in a stream", "a.pdf", lambda secret: pdf(catalog="/OpenAction << /S /JavaScript /JS 7 0 R >>", more={7: stream(f"app.alert('{secret}')".encode())}), Channel.SCRIPT),
    Dirty("escaped letters", "a.pdf", _info(lambda secret: "(" + "".join(f"\\{ord(one):03o}" for one in secret) + ")"), Channel.PROPERTY),
    Dirty("string over two lines", "a.pdf", _info(lambda secret: f"({secret[:4]}\\\n{secret[4:]})"), Channel.PROPERTY),
    Dirty("hexadecimal with spaces", "a.pdf", _info(lambda secret: "<" + " \n".join(f"{ord(one):02x}" for one in secret) + ">"), Channel.PROPERTY),
    Dirty("UTF-16 the other way round", "a.pdf", _info(lambda secret: f"<FFFE{secret.encode('utf-16-le').hex()}>"), Channel.PROPERTY),
    Dirty("UTF-16 without a mark", "a.pdf", _info(lambda secret: f"<{secret.encode('utf-16-be').hex()}>"), Channel.PROPERTY),
    Dirty("UTF-16 with a language", "a.pdf", _info(lambda secret: f"<FEFF001B0065006E001B{secret.encode('utf-16-be').hex()}>"), Channel.PROPERTY),
    Dirty("brackets in brackets", "a.pdf", _info(lambda secret: f"(a (b (c (d (e \\) ({secret}))))))"), Channel.PROPERTY),
    Dirty("metadata in UTF-16", "a.pdf", _metadata(lambda secret: f"\ufeff<x><a>{secret}</a></x>".encode("utf-16-le")), Channel.PROPERTY),
    Dirty("damaged metadata", "a.pdf", _metadata(lambda secret: f"<x><a>{secret}<b></x>".encode()), Channel.PROPERTY),
    Dirty("letters of metadata as numbers", "a.pdf", _metadata(lambda secret: b"<x>" + b"".join(b"&#%d;" % ord(one) for one in secret) + b"</x>"), Channel.PROPERTY),
    Dirty("comment in an object", "a.pdf", _replaced(b"<< /Producer", lambda secret: b"<< %" + secret + b"\n/Producer"), Channel.XML_COMMENT),
    Dirty("entry of the trailer", "a.pdf", _replaced(b"/Root 1 0 R", lambda secret: b"/Root 1 0 R /Note (" + secret + b")"), Channel.ATTRIBUTE),
    Dirty("identifier", "a.pdf", _replaced(b"/Root 1 0 R", lambda secret: b"/Root 1 0 R /ID [(" + secret + b")]"), Channel.ATTRIBUTE),
    Dirty("between objects", "a.pdf", _replaced(b"endobj\n2 0 obj", lambda secret: b"endobj\n" + secret + b"\n2 0 obj"), Channel.UNKNOWN),
    Dirty("behind a stream", "a.pdf", _replaced(b"endstream\n", lambda secret: b"endstream\n" + secret + b"\n"), Channel.UNKNOWN),
    Dirty("before the document", "a.pdf", lambda secret: secret.encode() + b"\n" + pdf(), Channel.UNKNOWN),
    Dirty("behind the document", "a.pdf", lambda secret: pdf() + secret.encode(), Channel.UNKNOWN),
    Dirty("behind packed bytes", "a.pdf", lambda secret: pdf(more={4: stream(zlib.compress(b"BT ET") + secret.encode(), "/Filter /FlateDecode")}), Channel.UNKNOWN),
    Dirty("longer than its length says", "a.pdf", lambda secret: pdf(more={4: b"<< /Length 5 >>\nstream\nBT ET\n" + secret.encode() + b"\nendstream"}), Channel.UNKNOWN),
    Dirty("run lengths", "a.pdf", _packed("/Filter /RunLengthDecode", _runs), Channel.TEXT),
    Dirty("LZW", "a.pdf", _packed("/Filter /LZWDecode", _lzw), Channel.TEXT),
    Dirty("packed three times", "a.pdf", _packed("/Filter [/ASCIIHexDecode /ASCII85Decode /FlateDecode]", lambda data: base64.a85encode(zlib.compress(data)).hex().encode() + b"7e3e>"), Channel.TEXT),
    Dirty("differences of rows", "a.pdf", _packed("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 20 >>", lambda data: zlib.compress(_differences(data))), Channel.TEXT),
    Dirty("coded name of a filter", "a.pdf", _packed("/Filter /Flate#44ecode", zlib.compress), Channel.TEXT),
    Dirty("packed and not encrypted", "a.pdf", _packed("/Filter [/Crypt /FlateDecode] /DecodeParms [<< /Name /Identity >> null]", zlib.compress), Channel.TEXT),
)  # fmt: skip
