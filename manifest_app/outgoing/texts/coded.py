"""Texts that a reader has to turn back first: Base64 (RFC 4648, section 4 and 5), hexadecimal, marks of a web page.

A program turns them back at once, and so does whoever is curious: a token, a data link, a file kept in a settings part.
"""

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote_plus

from manifest_app.outgoing.pieces import Extract, Found, Piece, inside
from manifest_app.outgoing.texts.binary import sentences_in, texts_in

_TOKEN = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}")
_WRAPPED = re.compile(r"[A-Za-z0-9+/]{16,}(?:\s+[A-Za-z0-9+/]+)*={0,2}\s*")
_HEXADECIMAL = re.compile(r"(?:[0-9A-Fa-f]{2}){8,}")
_TAG = re.compile(r"<[^<>]{0,400}>")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""Characters that nobody sees: joiners, marks of direction, variants, tags."""
_LOOKALIKES = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u0391\u0392\u0395"
    "\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd",
    "ABEKMHOPCTYXSIJaeopcyxijshdABEZHIKMNOPTYXov",
)
"""Cyrillic and Greek letters that look as Latin ones do (Unicode Technical Standard 39)."""
_CAMEL = re.compile(r"[A-ZÀ-ÖØ-Þ](?<=[a-zà-öø-ÿ].)")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_FILES = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff")
_BEFORE_ZIP = 64
"""A data mashup of Excel begins with its version and length, then the container (MS-QDEFF 2.2)."""
_SHORTEST = 16
_MOST_TOKENS = 1000
_LONG, _LONG_BYTES = 64, 8192
_DEEPEST = 3

Read = Callable[[bytes, str, str], Extract]


def with_coded(found: Extract, read: Read, depth: int = 1) -> Extract:
    """The same, and what its coded texts say.

    Args:
        found: What was taken out of a file.
        read: Takes the file apart that a text is the code of: bytes, name, place.
        depth: How often something was turned back already.
    """
    for one in found:
        yield one
        if isinstance(one, Piece):
            yield from _marked(one)
            if depth <= _DEEPEST and (len(one.text) >= _SHORTEST or max(map(len, one.cells), default=0) >= _SHORTEST):
                yield from _read_on(one, read, depth + 1)


def _read_on(piece: Piece, read: Read, depth: int) -> Extract:
    place = inside(piece.where, "coded text")
    for data in _decoded(piece):
        if _is_readable(data):
            yield from with_coded(read(data, "", place), read, depth)
        elif len(data) >= _LONG:
            # Most of what long runs of any bytes seem to say is chance.
            yield from (texts_in if len(data) <= _LONG_BYTES else sentences_in)(data, place, piece.channel)


def _marked(piece: Piece) -> Iterator[Found]:
    """The text as a page would show it; names as their words (``asylumStatus``)."""
    text = piece.full_text
    if not text.isascii():
        seen = _UNSEEN.sub("", text).translate(_LOOKALIKES)
        if seen != text:
            yield Piece(piece.where, piece.channel, seen)
    if _CAMEL.search(text):
        yield Piece(piece.where, piece.channel, _CAMEL.sub(r" \g<0>", text))
    if "&" in text or "<" in text or "%" in text:
        shown = html.unescape(_TAG.sub("", text))
        shown = unquote_plus(shown) if _PERCENT.search(shown) else shown
        if shown != text:
            yield Piece(piece.where, piece.channel, shown)


def _decoded(piece: Piece) -> Iterator[bytes]:
    for text in piece.cells or (piece.text,):
        if len(text) >= _SHORTEST:
            yield from _decoded_tokens(text)


def _decoded_tokens(text: str) -> Iterator[bytes]:
    if "\n" in text and _WRAPPED.fullmatch(text):
        text = "".join(text.split())
    for number, token in enumerate(_TOKEN.finditer(text)):
        if number >= _MOST_TOKENS:
            return
        for data in _readings(token[0]):
            start = data[: _BEFORE_ZIP + len(_FILES[0])].find(_FILES[0])
            yield data[max(start, 0) :]


def _readings(token: str) -> Iterator[bytes]:
    if _HEXADECIMAL.fullmatch(token):
        yield bytes.fromhex(token)
    usual = token.replace("-", "+").replace("_", "/")
    whole = usual[: len(usual) - (len(usual) % 4 == 1)]
    try:
        yield base64.b64decode(whole + "=" * (-len(whole) % 4))
    except binascii.Error:
        return


def _is_readable(data: bytes) -> bool:
    """Whether bytes are a file or a text: those of a random token are neither."""
    if data.startswith(_FILES):
        return True
    if not any(data[1:64:2]):
        return len(data) % 2 == 0 and _is_printable(data, "utf-16-le")
    return _is_printable(data, "utf-8")


def _is_printable(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return all(one.isprintable() or one in "\r\n\t" for one in text)
