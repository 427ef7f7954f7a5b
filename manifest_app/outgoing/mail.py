"""Mails (RFC 5322, MIME): every header, every body, every attachment."""

from collections.abc import Callable
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from manifest_app.outgoing.pieces import Channel, Extract, Piece, Unexplained, inside

_ENCRYPTED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})


def mail(data: bytes, where: str, recurse: Callable[[bytes, str, str], Extract]) -> Extract:
    """Everything in a mail; ``recurse(data, name, where)`` reads a body or an attachment."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    yield from _part(message, where, recurse)


def _part(message: EmailMessage, where: str, recurse: Callable[[bytes, str, str], Extract]) -> Extract:
    for key, value in message.items():
        yield Piece(where or "headers", Channel.MAIL_HEADER, f"{key}: {value}")
    kind = message.get_content_type()
    if kind in _ENCRYPTED:
        yield Unexplained(where or "body", Channel.ATTACHMENT, "encrypted")
        return
    for text in (message.preamble, message.epilogue):
        if text and text.strip():
            yield Piece(where or "body", Channel.HIDDEN_TEXT, text)
    if message.is_multipart():
        for number, inner in enumerate(message.iter_parts() if kind != "message/rfc822" else _inner(message), 1):
            if isinstance(inner, EmailMessage):
                yield from _part(inner, inside(where, f"part {number}"), recurse)
        return
    body = message.get_payload(decode=True)
    if isinstance(body, bytes):
        name = message.get_filename() or {"text/plain": "body.txt", "text/html": "body.html"}.get(kind, "attachment")
        yield from recurse(_in_utf8(message, body), name, inside(where, name))


def _inner(message: EmailMessage) -> list[EmailMessage]:
    payload = message.get_payload()
    return [one for one in payload if isinstance(one, EmailMessage)] if isinstance(payload, list) else []


def _in_utf8(message: EmailMessage, body: bytes) -> bytes:
    """A text body in UTF-8, whatever its charset; other bodies as they are."""
    if message.get_content_maintype() != "text":
        return body
    try:
        return body.decode(message.get_content_charset("utf-8")).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return body
