"""Labelled mails, appointments, contacts and texts: a secret in whatever they carry."""

# ruff: noqa: E501 - one labelled file a line reads best

import base64
import binascii
from collections.abc import Callable
from email.header import Header
from urllib.parse import quote

from manifest_app.outgoing.pieces import Channel
from tests.outgoing.dirty import Dirty, zipped

_BASE = "From: office@example.org\r\nTo: partner@example.org\r\nMIME-Version: 1.0\r\n"


def _mail(headers: str, body: str | bytes) -> bytes:
    return f"{_BASE}{headers}\r\n".encode() + (body if isinstance(body, bytes) else body.encode())


def _parts(part: str) -> bytes:
    return _mail('Content-Type: multipart/mixed; boundary="b"\r\n', f"{part}\r\n--b--\r\n")


def _body(kind: str, code: str, turn: Callable[[str], bytes]) -> Callable[[str], bytes]:
    return lambda one: _mail(f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {code}\r\n", turn(one))


def _in_charset(charset: str) -> Callable[[str], bytes]:
    return _body(f"text/plain; charset={charset}", "base64", lambda one: base64.encodebytes(one.encode(charset)))


def _soft(secret: str) -> bytes:
    return "=\r\n".join(f"{one}" if number % 3 else f"={ord(one):02X}" for number, one in enumerate(secret)).encode()


def _uu(secret: str) -> str:
    return f"begin 644 note.txt\r\n{binascii.b2a_uu(secret.encode()).decode()}`\r\nend\r\n"


def _alternative(plain: str, page: str) -> Callable[[str], bytes]:
    return lambda one: _mail(
        'Content-Type: multipart/alternative; boundary="b"\r\n',
        f"--b\r\nContent-Type: text/plain\r\n\r\n{plain.replace('{}', one)}\r\n--b\r\nContent-Type: text/html\r\n\r\n{page.replace('{}', one)}\r\n--b--\r\n",
    )


def _header(name: str) -> Callable[[str], bytes]:
    return lambda one: _mail(f"{name}: {Header(one, 'utf-8').encode()}\r\n", "Hello")


_T, _H = Channel.TEXT, Channel.MAIL_HEADER
_MAILS = (
    *((f"header {name}", _header(name), _H) for name in ("X-Case", "Bcc", "Thread-Topic", "Received", "Organization", "Content-Description")),
    ("header in pieces", lambda one: _mail(f"X-Note: {' '.join(f'=?utf-8?B?{base64.b64encode(one[at : at + 4].encode()).decode()}?=' for at in range(0, len(one), 4))}\r\n", "Hello"), _H),
    ("remark beside an address", lambda one: _mail(f"Cc: x@example.org ({one})\r\n", "Hello"), _H),
    ("name of a header", lambda one: _mail(f"X-{one.replace(' ', '-')}: 1\r\n", "Hello"), _H),
    ("lines cut inside words", _body("text/plain; charset=utf-8", "quoted-printable", _soft), _T),
    ("UTF-7", _body("text/plain; charset=utf-7", "7bit", lambda one: one.encode("utf-7")), _T),
    *((f"charset {charset}", _in_charset(charset), _T) for charset in ("utf-16", "utf-32", "gb18030", "cp037")),
    ("wrong charset", _body("text/plain; charset=utf-16", "base64", lambda one: base64.encodebytes(f"Hello all {one}".encode())), _T),
    ("unknown charset", _body("text/plain; charset=x-none", "8bit", str.encode), _T),
    ("unknown code", _body("text/plain", "x-none", lambda one: base64.encodebytes(f"Hello {one}".encode())), _T),
    ("coded twice", _body("text/plain", "base64", lambda one: base64.encodebytes(base64.encodebytes(f"Hello {one}".encode()))), _T),
    ("uuencoded part", _body("text/plain", "x-uuencode", lambda one: _uu(one).encode()), _T),
    ("uuencoded in the text", lambda one: _mail("", f"Hello\r\n\r\n{_uu(one)}"), _T),
    ("flowing lines", _body("text/plain; format=flowed; delsp=yes", "7bit", lambda one: f"{one[:4]} \r\n{one[4:]}".encode()), _T),
    ("quoted answer", lambda one: _mail("", "> " + one.replace(" ", "\r\n> ")), _T),
    ("text alone has it", _alternative("{}", "<p>Hello</p>"), _T),
    ("page alone has it", _alternative("Hello", "<p>{}</p>"), _T),
    ("before the parts", lambda one: _parts(f"{one}\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello"), Channel.HIDDEN_TEXT),
    ("behind the parts", lambda one: _parts("--b\r\nContent-Type: text/plain\r\n\r\nHello") + one.encode(), Channel.HIDDEN_TEXT),
    ("header of a part", lambda one: _parts(f"--b\r\nContent-Type: text/plain\r\nX-Note: {one}\r\n\r\nHello"), _H),
    ("mail inside, coded", lambda one: _parts(f"--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n{base64.encodebytes(_mail('', one)).decode()}"), _T),
    ("report of delivery", lambda one: _parts(f"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nDiagnostic-Code: smtp; {one}"), _H),
    ("name of an attachment", lambda one: _parts(f"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename*0*=utf-8''{quote(one[:5])}; filename*1*={quote(one[5:])}\r\n\r\nHello"), Channel.FILE_NAME),
    ("attachment in an archive", lambda one: _parts(f"--b\r\nContent-Type: application/zip; name=x.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n{base64.encodebytes(zipped({'a.txt': one})).decode()}"), _T),
    ("invitation", lambda one: _parts(f"--b\r\nContent-Type: text/calendar\r\n\r\n{_calendar(one)}"), _T),
)  # fmt: skip


def _calendar(secret: str) -> str:
    folded = "\r\n ".join(secret[at : at + 5] for at in range(0, len(secret), 5))
    return f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Plan\r\nDESCRIPTION:{folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def _mailbox(secret: str) -> bytes:
    head = b"From office@example.org Mon Nov  2 09:00:00 2026\r\n"
    coded = "Content-Transfer-Encoding: base64\r\n"
    return b"\r\n".join(head + _mail(coded, base64.encodebytes(one.encode())) for one in ("Hello", secret))


def _said(turn: Callable[[str], str]) -> Callable[[str], bytes]:
    return lambda one: f"Hello,\n\nthe meeting starts at nine.\n\n{turn(one)}\n\nRegards\n".encode()


def _escaped(secret: str, mark: str) -> str:
    return "".join(mark.format(ord(one)) for one in secret)


_TEXTS = (
    ("empty lines between", _said(lambda one: one.replace(" ", "\n\n"))),
    ("each letter a line", _said(lambda one: "\n\n".join(one.replace(" ", "")))),
    ("emphasis inside a word", _said(lambda one: f"{one[:2]}**{one[2:5]}**{one[5:]}")),
    ("link inside a word", _said(lambda one: f"[{one[:5]}](https://x.example/){one[5:]}")),
    ("target of a link", _said(lambda one: f"[x](https://x.example/{quote(one)})")),
    ("letters by number", _said(lambda one: _escaped(one, "&#{};"))),
    ("escaped", _said(lambda one: _escaped(one, "\\u{:04x}"))),
    ("escaped bytes", _said(lambda one: _escaped(one, "\\x{:02x}"))),
    ("quoted-printable", _said(lambda one: _escaped(one, "={:02X}"))),
    ("encoded word", _said(lambda one: Header(one + " \u00e9", "utf-8").encode())),
    ("Base64", _said(lambda one: base64.b64encode(f"Hello {one}".encode()).decode())),
    ("hexadecimal pairs", _said(lambda one: one.encode().hex(" "))),
    ("broken at a hyphen", _said(lambda one: f"{one[:4]}-\n{one[4:]}" if " " in one else one)),
    ("letters of another alphabet", _said(lambda one: one.translate(str.maketrans("aeoA", "\u0430\u0435\u043e\u0410")))),
    ("backwards mark", _said(lambda one: f"\u202e{one[::-1]}")),
    ("tag characters", _said(lambda one: "x" + "".join(chr(0xE0000 + ord(letter)) for letter in one))),
    ("colours of a terminal", _said(lambda one: f"\x1b[1m{one[:4]}\x1b[0m{one[4:]}")),
    ("more lines than are joined", _said(lambda one: "\n".join([*(f"line {number}" for number in range(35)), *one.split(), "end"]))),
    ("UTF-32", lambda one: one.encode("utf-32")),
    ("UTF-16 without mark", lambda one: f"Hello, {one}".encode("utf-16-be")),
    ("a zero at the end", lambda one: f"Hello {one}".encode() + b"\0"),
)  # fmt: skip


def _rich(turn: Callable[[str], str]) -> Callable[[str], bytes]:
    return lambda one: f"{{\\rtf1\\ansi{{\\fonttbl{{\\f0 Arial;}}}}\\pard\\f0 Hello\\par\n{turn(one)}\\par}}".encode()


_RICH = (
    ("plain", _rich(str), _T),
    ("bytes", _rich(lambda one: _escaped(one, "\\'{:02x}")), _T),
    ("numbers of letters", _rich(lambda one: _escaped(one, "\\u{}?")), _T),
    ("bold inside a word", _rich(lambda one: f"{one[:4]}{{\\b {one[4:]}}}"), _T),
    ("lines of the file", _rich(lambda one: f"{one[:4]}\r\n{one[4:]}"), _T),
    ("hidden", _rich(lambda one: f"{{\\v {one}}}"), Channel.HIDDEN_TEXT),
    ("deleted", _rich(lambda one: f"{{\\deleted {one}}}"), Channel.TRACKED_DELETION),
    ("remark", _rich(lambda one: f"{{\\*\\annotation {one}}}"), Channel.COMMENT),
    ("author", _rich(lambda one: f"{{\\info{{\\author {one}}}}}"), Channel.PROPERTY),
    ("object", _rich(lambda one: f"{{\\object{{\\*\\objdata {one.encode('utf-16-le').hex()}}}}}"), Channel.EMBEDDED),
)
MAILS = (
    *(Dirty(label, "a.eml", make, channel) for label, make, channel in _MAILS),
    *(Dirty(label, "b.txt", make, _T) for label, make in _TEXTS),
    *(Dirty(label, "a.rtf", make, channel) for label, make, channel in _RICH),
    Dirty("mailbox", "a.mbox", _mailbox, _T),
    Dirty("appointment", "a.ics", lambda one: _calendar(one).encode(), _T),
    Dirty("contact", "a.vcf", lambda one: f"BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE:{_escaped(one, '={:02X}')}\r\nEND:VCARD\r\n".encode(), _T),
)  # fmt: skip
