"""Texts that are not spelled as they are read: escapes of scripts and mails, marks inside words, wrong encodings.

Each is what an ordinary program shows at once: a browser runs the script, a mail program turns quoted-printable
(RFC 2045, 6.7) and encoded words (RFC 2047) back, a reader of Markdown doesn't see the stars.
"""

import base64
import binascii
import quopri
import re
import unicodedata
from collections.abc import Callable, Iterator
from email.errors import CharsetError, HeaderParseError
from email.header import decode_header, make_header

from manifest_app.outgoing.pieces import Channel, Extract, Piece

_CODES = frozenset({Channel.SCRIPT, Channel.ATTRIBUTE, Channel.MACRO, Channel.TEXT})
_ESCAPE = re.compile(r"(?:\\x[0-9A-Fa-f]{2})+|\\u\{[0-9A-Fa-f]{1,6}\}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}")
_STYLE_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{2,6})\s?")
_PUT_TOGETHER = re.compile(r"""(["'])\s*[+&.]\s*(["'])""")
_NUMBERS = re.compile(r"\b\d{2,4}(?:\s*,\s*\d{2,4}){4,400}\b")
_PAIRS = re.compile(r"\b[0-9A-Fa-f]{2}(?:[ :][0-9A-Fa-f]{2}){5,400}\b")
_QUOTED = re.compile(r"=[0-9A-F]{2}|=(?:\r?\n| |$)")
_ENCODED_WORD = re.compile(r"=\?[\w-]+\?[BbQq]\?[^?\s]*\?=(?:\s+=\?[\w-]+\?[BbQq]\?[^?\s]*\?=)*")
_BACKWARDS = re.compile(r"\u202e([^\u202c\n]+)")
_TAGS = re.compile("[\U000e0020-\U000e007e]+")
_TERMINAL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_LINKED = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,600}(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(?<=\w)(?:\*{1,3}|~~|`|__)(?=\w)|\\(?=[ -/:-@\[-`{-~])|\\textbf|\\emph|[{}]")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\s+(?=[^\W\d_])")
_SEVENTH = re.compile(r"\+([A-Za-z0-9/]{3,})-?")
_TWICE = re.compile("[\u00c2-\u00c5\u00d0][\u0080-\u00bf\u0152-\u2122]")
# What stands for capitals stands between capitals: "café" is no misread "cafÚ".
_OF_DOS = re.compile(
    "(?<=[A-Za-z])[\u00a0-\u00a5\u201a\u0081\u0090](?=[A-Za-z])|(?<=[A-Z])[\u00b5\u00d6\u00e0\u00e9](?=[A-Z])"
)
_OF_MAC = re.compile(
    "(?<=[A-Za-z])[\u2021\u017d\u2019\u2014\u0153\u2013\u201e\u0192](?=[A-Za-z])"
    "|(?<=[A-Z])[\u00e7\u00ea\u00ee\u00f2](?=[A-Z])"
)
# Each begins with what most texts have little of, so that a search passes over all else at once.
_MARK = re.compile("[\\\\\x1b*~`\u0080-\u2122\U000e0020-\U000e007e]")
_SIGN = re.compile(
    "[=\"'\\]+_-](?:(?<==)(?:[0-9A-F?\\s]|$)|(?<=[\"'])\\s*[+&.]\\s*[\"']|(?<=\\])\\("
    "|(?<=\\+)[A-Za-z0-9/]{3}|(?<=\\w_)_\\w|(?<=-)\\s)"
)
_PAIR = re.compile("[ :](?<=[0-9A-Fa-f].)[0-9A-Fa-f]{2}[ :]")
_LETTER_APART = re.compile("[ ._-](?<=\\w.)\\w[ ._-]\\w[ ._-]")
_NUMBERS_BESIDE = re.compile(r"\d\s*,\s*\d")
_OTHER_LETTERS = re.compile(
    "[\u00b2\u00b3\u00b9\u0131\u0370-\u04ff\u1d00-\u1d7f\u2070-\u209f\u2460-\u24ff\ua730\ua731\u0262-\u029f]"
)
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u0131"
    "\u1d00\u0299\u1d04\u1d05\u1d07\u0262\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d\u0274\u1d0f\u1d18\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22",
    "aeopcyxijsABEKMHOPCTXSIABEZHIKMNOPTYXoviabcdeghijklmnoprstuvwyz",
)
_APART = re.compile(r"(?<![^\W_])(?:[^\W_][ \u00a0.*_\u00b7-]){4,}[^\W_](?![^\W_])")
_LAST_CHARACTER = 0x10FFFF
_CONTROL = 32


def with_turned(found: Extract) -> Extract:
    """The same, and what its texts say once they are turned back."""
    for one in found:
        yield one
        if isinstance(one, Piece):
            text = one.full_text
            if may_be_turned(text):
                yield from (Piece(one.where, one.channel, said) for said in readings(text, one.channel))


def may_be_turned(text: str) -> bool:
    """Whether a text has marks that call for another way to read it; without them there is none."""
    if _MARK.search(text) or _SIGN.search(text) or _PAIR.search(text) or _LETTER_APART.search(text):
        return True
    return "," in text and _NUMBERS_BESIDE.search(text) is not None


def readings(text: str, channel: Channel = Channel.TEXT) -> Iterator[str]:
    """Other ways to read a text, where it has marks that call for them."""
    known = {text}
    turns = _IN_TEXT if channel not in _CODES else (*_IN_TEXT, *_IN_CODE)
    for turn in turns:
        said = turn(text)
        if said not in known:
            known.add(said)
            yield said


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _character_of(match[0]), text)


def _character_of(escape: str) -> str:
    if escape.startswith("\\x"):
        return _as_text(bytes.fromhex(escape.replace("\\x", "")))
    return _character(int(escape[2:].strip("{}"), 16))


def _character(code: int) -> str:
    return chr(code) if _CONTROL <= code <= _LAST_CHARACTER else " "


def _as_text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _styled(text: str) -> str:
    return _STYLE_ESCAPE.sub(lambda match: _character(int(match[1], 16)), text)


def _together(text: str) -> str:
    return _PUT_TOGETHER.sub(lambda match: "" if match[1] == match[2] else match[0], text)


def _of_numbers(text: str) -> str:
    return _NUMBERS.sub(lambda match: _of_codes([int(one) for one in match[0].split(",")], match[0]), text)


def _of_codes(codes: list[int], otherwise: str) -> str:
    return "".join(map(chr, codes)) if min(codes) >= _CONTROL else otherwise


def _of_pairs(text: str) -> str:
    return _PAIRS.sub(lambda match: _as_text(bytes.fromhex(re.sub("[ :]", "", match[0]))), text)


def _unquoted(text: str) -> str:
    if not _QUOTED.search(text):
        return text
    soft = re.sub(r"=\s+", "", text)
    return _as_text(quopri.decodestring(soft.encode("utf-8", "replace")))


def _of_words(text: str) -> str:
    return _ENCODED_WORD.sub(lambda match: encoded_word(match[0]), text)


def encoded_word(text: str) -> str:
    """The text of encoded words (RFC 2047); of an unknown charset as mail programs guess it, if damaged themselves."""
    try:
        parts = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    try:
        return str(make_header(parts))
    except (CharsetError, LookupError, ValueError):
        return "".join(part if isinstance(part, str) else _as_text(part) for part, _ in parts)


def _forwards(text: str) -> str:
    return _BACKWARDS.sub(lambda match: match[1][::-1], text)


def _of_tags(text: str) -> str:
    return _TAGS.sub(lambda match: " " + "".join(chr(ord(one) - 0xE0000) for one in match[0]), text)


def _unmarked(text: str) -> str:
    return _EMPHASIS.sub("", _LINKED.sub(r"\1", _TERMINAL.sub("", text)))


def _of_lookalikes(text: str) -> str:
    if not _OTHER_LETTERS.search(text):
        return text
    return unicodedata.normalize("NFKC", text).translate(_LOOKALIKES)


def _of_letters_apart(text: str) -> str:
    return _APART.sub(lambda match: match[0][::2], text)


def _unbroken(text: str) -> str:
    return _BROKEN.sub("", text)


def _of_seven(text: str) -> str:
    return _SEVENTH.sub(lambda match: _of_utf7(match[1], match[0]), text)


def _of_utf7(code: str, otherwise: str) -> str:
    try:
        data = base64.b64decode(code + "=" * (-len(code) % 4))
        said = data[: len(data) // 2 * 2].decode("utf-16-be")
    except (binascii.Error, UnicodeDecodeError):
        return otherwise
    return said if said.isprintable() else otherwise


def _decoded_as(encoding: str, sign: re.Pattern[str]) -> Callable[[str], str]:
    """The text read in another encoding, where a sign tells that it was read in the wrong one."""

    def turn(text: str) -> str:
        if not sign.search(text):
            return text
        try:
            return b"".join(map(_byte, text)).decode(encoding)
        except UnicodeError:
            return text

    return turn


def _byte(one: str) -> bytes:
    try:
        return one.encode("cp1252")
    except UnicodeEncodeError:
        return one.encode("latin-1")


_IN_TEXT: tuple[Callable[[str], str], ...] = (
    _unescaped,
    _unquoted,
    _of_words,
    _forwards,
    _of_tags,
    _unmarked,
    _unbroken,
    _of_lookalikes,
    _of_letters_apart,
    _of_pairs,
    _of_seven,
    _decoded_as("utf-8", _TWICE),
    _decoded_as("cp850", _OF_DOS),
    _decoded_as("mac-roman", _OF_MAC),
)
_IN_CODE: tuple[Callable[[str], str], ...] = (_styled, _together, _of_numbers, lambda text: _together(_unescaped(text)))
