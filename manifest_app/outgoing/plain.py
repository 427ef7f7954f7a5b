"""Text and web pages."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from manifest_app.files.prescan import looks_like_text
from manifest_app.outgoing.pieces import Channel, Extract, Found, Piece, TooMuchError, Unexplained, inside

_MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LONGEST_LINE = 1 << 20
_SLAB = 1 << 18
_MOST_TAGS, _MOST_KNOWN = 1_000_000, 10_000
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "label", "mark", "q", "s"}
)
_INLINE |= {"small", "span", "strong", "sub", "sup", "u", "var", "wbr", "del", "time", "data"}
_UNSHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_WHITE = re.compile(r"(?<![\w-])color\s*:\s*(?:white|#fff(?:fff)?)\b", re.IGNORECASE)
_QUIET = frozenset({"script", "style", "template", "noscript"})


def may_be_text(data: bytes) -> bool:
    """Whether bytes can be a text, by their beginning: decoding a long one takes four times its size."""
    return looks_like_text(data[:4096])


def decoded(data: bytes) -> str | None:
    """The text of bytes by their mark, as UTF-8, as UTF-16 without mark, else as Windows-1252; or None."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _tried(data, encoding)
    if b"\0" in data[:4096]:
        odd = data[1:4096:2].count(0) > data[0:4096:2].count(0)
        return _tried(data, "utf-16-le" if odd else "utf-16-be")
    text = _tried(data, "utf-8")
    return text if text is not None else _tried(data, "cp1252")


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def plain(text: str, where: str, channel: Channel = Channel.TEXT) -> Extract:
    """A text line by line, and each paragraph whose lines were broken joined again."""
    paragraph: list[str] = []
    first = 1
    for number, line in enumerate(lines_of(text), 1):
        if len(line) > _LONGEST_LINE:
            yield Unexplained(inside(where, f"line {number}"), Channel.TEXT, "line of more than a million characters")
        if line.strip():
            first = number if not paragraph else first
            paragraph.append(line)
        if paragraph and (not line.strip() or len(paragraph) >= 40):
            yield Piece(inside(where, f"line {first}"), channel, " ".join(paragraph))
            paragraph = []
    if paragraph:
        yield Piece(inside(where, f"line {first}"), channel, " ".join(paragraph))


def lines_of(text: str, *, keepends: bool = False) -> Iterator[str]:
    """The lines of a text, as `str.splitlines` has them, without the list of all."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _SLAB) + 1 or len(text)
        yield from text[start:end].splitlines(keepends=keepends)
        start = end


class _Page(HTMLParser):
    """A web page: its shown text by paragraph and row, all that is unshown, all attributes and comments."""

    def __init__(self, where: str) -> None:
        super().__init__(convert_charrefs=True)
        self.where = where
        self.found: list[Found] = []
        self._known: set[tuple[Channel, str]] = set()
        self._open: list[tuple[str, Channel]] = []
        self._text: list[str] = []
        self._cells: list[str] | None = None
        self._shown_as = Channel.TEXT

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.flush()
        if tag == "tr":
            self._cells = []
        channel = self._channel(tag, dict(attrs))
        if channel is not self._here():
            self.flush()
        if tag not in _VOID:
            self._open.append((tag, channel))
        for key, value in attrs:
            if value and not value.isdecimal():
                self._give_once(Channel.ALT_TEXT if key in {"alt", "title"} else Channel.ATTRIBUTE, f"{key} {value}")
            self._give_once(Channel.MARKUP, f"{tag} {key}")
        if tag == "img":
            self.found.append(Unexplained(self._place(), Channel.PICTURE, "picture without text"))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE or (self._open and self._open[-1][0] == tag and self._open[-1][1] is not Channel.TEXT):
            self.flush()
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                break
        if tag == "tr" and self._cells is not None:
            self.found.append(Piece(self._place(), Channel.CELL, "", tuple(self._cells)))
            self._cells = None

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.append(Piece(self._place(), Channel.XML_COMMENT, data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(Piece(self._place(), Channel.MARKUP, decl))

    def handle_pi(self, data: str) -> None:
        self.found.append(Piece(self._place(), Channel.XML_COMMENT, data))

    def unknown_decl(self, data: str) -> None:
        self.found.append(Piece(self._place(), Channel.XML_COMMENT, data))

    def _give_once(self, channel: Channel, text: str) -> None:
        if (channel, text) not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known.add((channel, text))
            self.found.append(Piece(self._place(), channel, text))

    def flush(self) -> None:
        """End a paragraph."""
        text = "".join(self._text)
        self._text = []
        if not text.strip():
            return
        channel = self._here()
        if self._cells is not None and channel is Channel.TEXT:
            self._cells.append(text)
        else:
            self.found.append(Piece(self._place(), channel, text))

    def _here(self) -> Channel:
        return self._open[-1][1] if self._open else Channel.TEXT

    def _place(self) -> str:
        return inside(self.where, f"line {self.getpos()[0]}")

    def _channel(self, tag: str, attributes: dict[str, str | None]) -> Channel:
        style = attributes.get("style") or ""
        white = _WHITE.search(style) and "background" not in style
        if "hidden" in attributes or _UNSHOWN.search(style) or white:
            return Channel.HIDDEN_TEXT
        if tag in _QUIET:
            return Channel.SCRIPT
        return Channel.TRACKED_DELETION if tag == "del" else self._here()


def page(text: str, where: str) -> Extract:
    """Everything in a web page, shown or not."""
    if text.count("<") > _MOST_TAGS:
        raise TooMuchError("more elements than a check looks at")
    reader = _Page(where)
    for start in range(0, len(text), 1 << 16):
        reader.feed(text[start : start + (1 << 16)])
        yield from reader.found
        reader.found = []
    reader.close()
    reader.flush()
    yield from reader.found
