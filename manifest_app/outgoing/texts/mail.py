"""Mails (RFC 5322, MIME), mailboxes, appointments (RFC 5545), contacts (RFC 6350): each header, body and attachment."""

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from email import policy
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser

from manifest_app.outgoing.pieces import Channel, Extract, Found, Piece, TooMuchError, Unexplained, inside
from manifest_app.outgoing.texts.turned import encoded_word

_ENCRYPTED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})
_KNOWN_CODES = frozenset({"", "7bit", "8bit", "binary", "base64", "quoted-printable", "x-uuencode", "uuencode", "uue"})
_NAMES = {"text/plain": "body.txt", "text/html": "body.html", "message/rfc822": "mail.eml", "text/calendar": "body.ics"}
_NEXT = re.compile(rb"^From [^\r\n]+\r?\n(?=[A-Za-z][\w-]*:)", re.MULTILINE)
_UUENCODED = re.compile(r"^begin [0-7]{3,4} ([^\r\n]+)\r?\n((?:[ -`][^\r\n]*\r?\n)*?)(?:`\r?\n)?end\b", re.MULTILINE)
_ARMOUR = re.compile(r"-----BEGIN PGP MESSAGE-----|-----BEGIN PKCS7-----")
_FOLD = re.compile(r"\r?\n[ \t]")
_SOFT = re.compile(r"=\r?\n")
_FLOWED = re.compile(r" \r?\n")
_PUNCTUATION = re.compile(r"\\[nN]|[;,]")

_MOST_PARTS, _MOST_HEADERS, _MOST_IN_HEADERS = 20_000, 20_000, 2 << 20
_LONGEST_READ, _LONGEST_OF_BODY = 1 << 10, 1 << 12
_OF_BODY = ("content-type", "content-disposition", "content-transfer-encoding")

Recurse = Callable[[bytes, str, str], Extract]
"""``recurse(data, name, where)``: everything in a body or an attachment."""


def mail(data: bytes, where: str, recurse: Recurse) -> Extract:
    """Everything in a mail.

    Raises:
        TooMuchError: It has more parts or headers than a check looks at.
    """
    if data.count(b"\n--") > _MOST_PARTS:
        raise TooMuchError
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    _weigh(message)
    yield from _part(message, where, recurse)


def _weigh(message: Message) -> None:
    count = length = 0
    for part in message.walk():
        for key, value in part.raw_items():
            count, length = count + 1, length + len(key) + len(value)
            if key.lower() in _OF_BODY and len(value) > _LONGEST_OF_BODY:
                raise TooMuchError
    if count > _MOST_HEADERS or length > _MOST_IN_HEADERS:
        raise TooMuchError


def is_mailbox(data: bytes) -> bool:
    """Whether bytes are mails one after another (RFC 4155)."""
    return data.startswith(b"From ") and _NEXT.match(data) is not None


def mailbox(data: bytes, where: str, recurse: Recurse) -> Extract:
    """Everything in each mail of a mailbox."""
    starts = [found.end() for found in _NEXT.finditer(data)]
    ends = [*[found.start() for found in _NEXT.finditer(data)][1:], len(data)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        yield from recurse(data[start:end], "mail.eml", inside(where, f"mail {number}"))


def _part(message: Message, where: str, recurse: Recurse) -> Extract:
    yield from _headers(message, where)
    kind = message.get_content_type()
    if kind in _ENCRYPTED:
        yield Unexplained(where or "body", Channel.ATTACHMENT, "encrypted")
        return
    for text in (message.preamble, message.epilogue):
        if text and text.strip():
            yield Piece(where or "body", Channel.HIDDEN_TEXT, _repaired(text))
    if message.is_multipart():
        for number, inner in enumerate(_inner(message), 1):
            yield from _part(inner, inside(where, f"part {number}"), recurse)
        yield from _in_code(message, where, recurse)
        return
    body = message.get_payload(decode=True)
    if isinstance(body, bytes):
        yield from _body(message, body, where, recurse)


def _headers(message: Message, where: str) -> Iterator[Found]:
    """Each header as a mail program shows it, and as it stands there where that says more."""
    shown = {f"{key}: {_shown(key, value)}" for key, value in message.raw_items()}
    there = {f"{key}: {encoded_word(_repaired(' '.join(str(value).split())))}" for key, value in message.raw_items()}
    for one in (*(text for text in sorted(shown)), *sorted(there - shown)):
        yield Piece(where or "headers", Channel.MAIL_HEADER, one)


def _shown(key: str, value: str) -> str:
    """The library's reading of a header; of some it takes minutes for a few thousand characters, on some it breaks."""
    if len(value) > _LONGEST_READ:
        return value
    try:
        return str(policy.default.header_fetch_parse(key, value))
    except (IndexError, AttributeError, TypeError, LookupError, ValueError, MessageError):
        return value


def _repaired(text: str) -> str:
    """A header or text whose bytes are no ASCII, as no mail program declares them."""
    if text.isascii():
        return text
    data = text.encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _inner(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _in_code(message: Message, where: str, recurse: Recurse) -> Extract:
    """A mail in a mail that was sent in Base64, which the standard forbids and mail programs read."""
    if str(message.get("Content-Transfer-Encoding", "")).strip().lower() != "base64":
        return
    for inner in _inner(message):
        payload = inner.get_payload()
        if isinstance(payload, str):
            try:
                yield from recurse(base64.b64decode(payload), "mail.eml", inside(where, "mail"))
            except binascii.Error:
                yield Unexplained(where or "body", Channel.ATTACHMENT, "damaged attachment")


def _body(message: Message, body: bytes, where: str, recurse: Recurse) -> Extract:
    kind = message.get_content_type()
    given, usual = message.get_filename(), _NAMES.get(kind, "attachment")
    name = given or usual
    place = inside(where, "attachment" if given else usual)
    for one in _readings(message, body):
        yield from recurse(one, name, place)
    if str(message.get("Content-Transfer-Encoding", "")).strip().lower() not in _KNOWN_CODES:
        yield Unexplained(place, Channel.ATTACHMENT, "attachment in an unknown code")


def _readings(message: Message, body: bytes) -> Iterator[bytes]:
    """A text body in UTF-8 by its charset, and as it is where the charset is wrong; other bodies as they are."""
    if message.get_content_maintype() != "text":
        yield body
        return
    charset = message.get_content_charset("utf-8")
    try:
        text = body.decode(charset)
    except (LookupError, UnicodeDecodeError):
        yield body
        return
    if message.get_param("format") == "flowed" and str(message.get_param("delsp")).lower() == "yes":
        text = f"{text}\n\n{_FLOWED.sub('', text)}"
    yield text.encode("utf-8", "replace")
    if charset.startswith(("utf-16", "utf-32", "utf_16", "utf_32")) and b"\0" not in body:
        yield body


def has_coded_parts(text: str) -> bool:
    """Whether a text has files in it as they were sent before MIME, or an encrypted message."""
    return _UUENCODED.search(text) is not None or _ARMOUR.search(text) is not None


def coded_parts(text: str, where: str, recurse: Recurse) -> Extract:
    """The files that stand in a text, each line of them in printable letters (uuencode), and encrypted messages."""
    for found in _UUENCODED.finditer(text):
        yield from recurse(b"".join(_uudecoded(found[2])), found[1], inside(where, "attachment"))
    if _ARMOUR.search(text):
        yield Unexplained(where or "body", Channel.ATTACHMENT, "encrypted")


def _uudecoded(lines: str) -> Iterator[bytes]:
    for line in lines.splitlines():
        try:
            yield binascii.a2b_uu(line)
        except binascii.Error:
            yield b"?"


def unfolded(text: str) -> str:
    """Appointments and contacts with their lines joined, as programs show them: each line and what it says in words."""
    lines = _FOLD.sub("", _SOFT.sub("", text)).splitlines()
    return "\n\n".join(one for line in lines for one in dict.fromkeys((line, _PUNCTUATION.sub(" ", line))))
