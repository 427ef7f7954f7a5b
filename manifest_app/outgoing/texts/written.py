"""Texts of a kind of their own: web pages, mails, appointments, rich text; told by their beginning or name."""

import re

from manifest_app.outgoing.pieces import Channel, Extract, Unexplained
from manifest_app.outgoing.texts.mail import Recurse, coded_parts, has_coded_parts, is_mailbox, mail, mailbox, unfolded
from manifest_app.outgoing.texts.page import page
from manifest_app.outgoing.texts.plain import plain
from manifest_app.outgoing.texts.rich_text import rich_text

_PAGE = re.compile(r"\s*<(!doctype html|html|head|body|table|div|p|meta|script|title|h\d)\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"(?:[A-Za-z][\w-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?(?:From|Subject|MIME-Version|Received|Content-Type):",
    re.IGNORECASE,
)
_DRAWING = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b", re.IGNORECASE
)
_TABLES = frozenset({".csv", ".tsv", ".tab"})
_WEB = frozenset({".html", ".htm", ".xhtml"})
_MAILS = frozenset({".eml", ".mht", ".mhtml"})


def written(data: bytes, text: str, suffix: str, where: str, recurse: Recurse) -> Extract | None:
    """Everything in a text of such a kind, or None if it is of none of them.

    Args:
        data: Its bytes.
        text: The bytes decoded.
        suffix: Of its name, in small letters.
        where: Its place.
        recurse: Reads what is inside.
    """
    start = text[:1024].lstrip("\ufeff \t\r\n")
    if start.startswith("{\\rtf"):
        return rich_text(text, where)
    if is_mailbox(data):
        return mailbox(data, where, recurse)
    if suffix in _MAILS or (suffix not in _TABLES and _MAIL.match(data[:4096]) and b"\n" in data):
        return mail(data, where, recurse)
    if suffix == ".svg" or _DRAWING.match(text[:4096]):
        return _drawing(text, where)
    if suffix in _WEB or _PAGE.match(start):
        return page(text, where)
    if start.startswith(("BEGIN:VCALENDAR", "BEGIN:VCARD")):
        return plain(unfolded(text), where)
    if has_coded_parts(text):
        return _with_files(text, where, recurse)
    return None


def _drawing(text: str, where: str) -> Extract:
    yield from page(text, where)
    yield Unexplained(where or Channel.WHOLE, Channel.PICTURE, "picture without text")


def _with_files(text: str, where: str, recurse: Recurse) -> Extract:
    yield from plain(text, where)
    yield from coded_parts(text, where, recurse)
