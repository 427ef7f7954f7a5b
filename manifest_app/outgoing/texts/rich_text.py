"""Rich Text Format (version 1.9.1): its text, what it hides, and what it says beside its text.

Not all of it is read: pictures and objects are looked through as bytes, and styles aren't followed. So a file of this
kind is never explained, but what can be read in it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from manifest_app.outgoing.pieces import HIDDEN, Channel, Extract, Found, Piece, Unexplained
from manifest_app.outgoing.texts.binary import texts_in

_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.DOTALL
)
_CHANNELS: Mapping[str, Channel] = {
    "annotation": Channel.COMMENT,
    "atnauthor": Channel.COMMENT,
    "info": Channel.PROPERTY,
    "userprops": Channel.PROPERTY,
    "fldinst": Channel.FIELD_CODE,
    "bkmkstart": Channel.BOOKMARK,
    "footnote": Channel.FOOTNOTE,
    "docvar": Channel.ATTRIBUTE,
    "stylesheet": Channel.FORMAT,
    "fonttbl": Channel.FONT,
    "objdata": Channel.EMBEDDED,
    "pict": Channel.PICTURE,
    "datastore": Channel.CUSTOM_XML,
    "themedata": Channel.FORMAT,
    "colorschememapping": Channel.FORMAT,
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"), Channel.HEADER
    ),
}
_HIDING: Mapping[str, Channel] = {"v": Channel.HIDDEN_TEXT, "deleted": Channel.TRACKED_DELETION}
_ENDS = frozenset({"par", "row", "sect", "page", "pard"})
_GAPS: Mapping[str, str] = {"line": " ", "tab": " ", "cell": "  ", "nestcell": "  ", "lquote": "'", "rquote": "'"}
_SIGNS: Mapping[str, str] = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\r": " ", "\n": " "}
_BYTES = frozenset({Channel.EMBEDDED, Channel.PICTURE, Channel.CUSTOM_XML, Channel.FORMAT})
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f\s]{16,}")
_DEEPEST = 2000
_HIGH, _LOW = 0xD800, 0xE000


@dataclass(frozen=True, slots=True)
class _Group:
    channel: Channel = Channel.TEXT
    fallbacks: int = 1


class _Reader:
    def __init__(self, where: str) -> None:
        self._where = where
        self._groups = [_Group()]
        self._texts: list[tuple[Channel, str]] = []
        self._skip = 0

    def read(self, text: str) -> Iterator[Found]:
        for token in _TOKEN.finditer(text):
            word, number, code, sign, brace, letters = token.groups()
            if code:
                self._say_byte(int(code, 16))
            elif brace:
                yield from self._brace(brace)
            elif word:
                if word in _ENDS:
                    yield from self.flush()
                self._control(word, None if number is None else int(number))
            elif sign or letters:
                self._say(letters or _SIGNS.get(sign, ""))
        yield from self.flush()

    def _brace(self, brace: str) -> Iterator[Found]:
        outer = self._groups[-1]
        if brace == "{":
            if len(self._groups) < _DEEPEST:
                self._groups.append(outer)
        elif len(self._groups) > 1:
            self._groups.pop()
            if self._groups[-1].channel is not outer.channel and outer.channel not in HIDDEN | {Channel.FIELD_CODE}:
                yield from self.flush()

    def _control(self, word: str, number: int | None) -> None:
        group = self._groups[-1]
        if word == "u" and number is not None:
            self._say(self._character(number % 0x10000))
            self._skip = group.fallbacks
        elif word == "uc":
            self._groups[-1] = replace(group, fallbacks=number or 0)
        elif word in _HIDING:
            shown = number == 0
            self._groups[-1] = replace(group, channel=Channel.TEXT if shown else _HIDING[word])
        elif word in _CHANNELS:
            self._groups[-1] = replace(group, channel=_CHANNELS[word])
        elif word in _GAPS:
            self._say(_GAPS[word])

    @staticmethod
    def _character(code: int) -> str:
        return "" if _HIGH <= code < _LOW else chr(code)

    def _say_byte(self, code: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._say(bytes([code]).decode("cp1252", "replace"))

    def _say(self, text: str) -> None:
        kept = text[self._skip :]
        self._skip = max(0, self._skip - len(text))
        if kept:
            self._texts.append((self._groups[-1].channel, kept))

    def flush(self) -> Iterator[Found]:
        """End a paragraph: its text by channel, and all together where it has several."""
        texts, self._texts = self._texts, []
        channels = list(dict.fromkeys(channel for channel, _ in texts))
        for channel in channels:
            said = "".join(text for one, text in texts if one is channel)
            if channel in _BYTES and _HEXADECIMAL.fullmatch(said):
                digits = "".join(said.split())
                yield from texts_in(bytes.fromhex(digits[: len(digits) // 2 * 2]), self._where, channel)
            elif said.strip(" ;"):
                yield Piece(self._where, channel, said)
        seen = [channel for channel in channels if channel not in _BYTES]
        if len(seen) > 1:
            hidden = next((channel for channel in seen if channel in HIDDEN), Channel.TEXT)
            yield Piece(self._where, hidden, "".join(text for one, text in texts if one in seen))


def rich_text(text: str, where: str) -> Extract:
    """What can be read in a file of rich text."""
    yield from _Reader(where or Channel.TEXT).read(text)
    yield Unexplained(where or Channel.WHOLE, Channel.UNKNOWN, "rich text format, of which not everything is read")
