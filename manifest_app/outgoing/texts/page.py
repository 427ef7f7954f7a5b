"""Web pages: what they show by paragraph and row, all that they don't show, all attributes, comments and scripts."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from manifest_app.outgoing.pieces import HIDDEN, Channel, Extract, Found, Piece, TooMuchError, inside, row_pieces
from manifest_app.outgoing.texts.page_looks import Look, Styles, look_of

_MOST_TAGS, _MOST_KNOWN, _MOST_OPEN = 1_000_000, 10_000, 5000
_MOST_PAGES_INSIDE = 3
_MOST_ATTRIBUTES = 20_000
_MOST_WITHOUT_END = 500
_CHUNK = 1 << 16
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_VOID |= {"embed", "track"}
_BLOCK = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head"),
        *("header", "hr", "html", "iframe", "legend", "li", "main", "menu", "nav", "noembed", "noframes", "noscript"),
        *("object", "ol", "optgroup", "option", "p", "plaintext", "pre", "script", "section", "select", "style"),
        *("summary", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "title", "tr", "ul"),
        *("video", "audio", "xmp", "button", "text", "desc", "metadata", "foreignobject", "svg"),
    }
)
"""Elements that end a paragraph; any other stands within one, as a browser has it."""
_END_THEMSELVES = ("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup", "font")
"""Elements that old pages leave open by the thousand."""
_QUIET = frozenset({"script", "style", "template", "noscript"})
_SHOWN_AS_HINT = frozenset({"alt", "title", "aria-label", "placeholder", "summary", "label"})
_BACKWARDS = re.compile(r"unicode-bidi\s*:\s*(?:bidi-|isolate-)?override", re.IGNORECASE)
_IN_END = re.compile(r"</[A-Za-z][^\s<>]*\s+([^<>]{1,2000})>")
_SAYS = re.compile(r"[^\W_]")
_TAG = re.compile(r"<[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    channel: Channel
    look: Look
    backwards: bool = False


class _Page(HTMLParser):
    def __init__(self, where: str) -> None:
        super().__init__(convert_charrefs=True)
        self.where = where
        self.found: list[Found] = []
        self.inner: list[tuple[str, str]] = []
        self._known: set[tuple[Channel, str]] = set()
        self._outermost = _Open("", Channel.TEXT, Look())
        self._open: list[_Open] = []
        self._opened: Counter[str] = Counter()
        self._texts: list[tuple[Channel, str]] = []
        self._rows: list[tuple[int, list[tuple[Channel, str]]]] = []
        self._styles = Styles()
        self._sheet: list[str] = []

    # --- events ----------------------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in _BLOCK:
            self.flush()
        self._begin_row(tag)
        if tag == "br":
            self.handle_data("\n")
        opened = self._looked_at(tag, attributes)
        if tag not in _VOID:
            self._open.append(opened)
            self._opened[tag] += 1
            self._weigh_open()
        self._give_once(Channel.MARKUP, tag)
        for key, value in attrs:
            self._attribute(tag, key, value or "")

    def _weigh_open(self) -> None:
        if (
            len(self._open) > _MOST_OPEN
            and len(self._open) - sum(map(self._opened.__getitem__, _END_THEMSELVES)) > _MOST_OPEN
        ):
            raise TooMuchError("more elements than a check looks at")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCK:
            self.flush()
        if tag == "style":
            self._styles.learn("".join(self._sheet))
            self._sheet = []
        if tag in {"tr", "table"}:
            self.end_rows(self._opened["table"])
        while self._opened[tag]:
            closed = self._open.pop()
            self._opened[closed.tag] -= 1
            if closed.tag == tag:
                break

    def handle_data(self, data: str) -> None:
        if not data:
            return
        here = self._here()
        self._texts.append((here.channel, data))
        if here.tag == "style":
            self._sheet.append(data)
        if here.backwards:
            self.found.append(Piece(self._place(), here.channel, data[::-1]))

    def handle_comment(self, data: str) -> None:
        self.found.append(Piece(self._place(), Channel.XML_COMMENT, data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(Piece(self._place(), Channel.MARKUP, decl))

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def _attribute(self, tag: str, key: str, value: str) -> None:
        self._give_once(Channel.MARKUP, f"{tag} {key}")
        if value and not (value.isdecimal() and len(value) < 6):
            hint = key in _SHOWN_AS_HINT or (tag in {"input", "button"} and key == "value")
            self._give_once(Channel.ALT_TEXT if hint else Channel.ATTRIBUTE, f"{key} {value}")
        if key == "srcdoc":
            self.inner.append((value, self._place()))

    # --- looks -----------------------------------------------------------------------------------------------------

    def _looked_at(self, tag: str, attributes: Mapping[str, str | None]) -> _Open:
        outer = self._here()
        style = self._styles.of(tag, attributes)
        if tag == "font" and attributes.get("color"):
            style += f";color:{attributes['color']}"
        if attributes.get("bgcolor"):
            style += f";background:{attributes['bgcolor']}"
        look = look_of(style, outer.look)
        backwards = (
            outer.backwards or (tag == "bdo" and attributes.get("dir") == "rtl") or bool(_BACKWARDS.search(style))
        )
        return _Open(tag, self._channel(tag, attributes, look, outer), look, backwards)

    @staticmethod
    def _channel(tag: str, attributes: Mapping[str, str | None], look: Look, outer: _Open) -> Channel:
        if tag in _QUIET:
            return Channel.SCRIPT
        if look.hides or "hidden" in attributes:
            return Channel.HIDDEN_TEXT
        if tag == "del":
            return Channel.TRACKED_DELETION
        return Channel.TEXT if outer.look.hides and not look.unshown else outer.channel

    # --- collecting ------------------------------------------------------------------------------------------------

    def _give_once(self, channel: Channel, text: str) -> None:
        if (channel, text) not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known.add((channel, text))
            self.found.append(Piece(self._place(), channel, text))

    def flush(self) -> None:
        """End a paragraph: its text by channel, and all of it together where it has several."""
        texts, self._texts = self._texts, []
        channels = dict.fromkeys(channel for channel, _ in texts)
        said = {one: "".join(text for channel, text in texts if channel is one) for one in channels}
        said = {channel: text for channel, text in said.items() if _SAYS.search(text)}
        for channel, text in said.items():
            self._give(channel, text)
        if len(said) > 1:
            hidden = next((channel for channel in said if channel in HIDDEN), Channel.TEXT)
            self._give(hidden, "".join(text for _, text in texts))

    def _give(self, channel: Channel, text: str) -> None:
        if self._rows and channel is not Channel.SCRIPT:
            self._rows[-1][1].append((Channel.CELL if channel is Channel.TEXT else channel, text))
        else:
            self.found.append(Piece(self._place(), channel, text))

    def _begin_row(self, tag: str) -> None:
        if tag == "tr":
            self.end_rows(self._opened["table"])
            self._rows.append((self._opened["table"], []))

    def end_rows(self, depth: int) -> None:
        """Give out the rows of tables so deep in others or deeper."""
        while self._rows and self._rows[-1][0] >= depth:
            _, cells = self._rows.pop()
            if cells:
                self.found.extend(row_pieces(self._place(), cells))

    def _here(self) -> _Open:
        return self._open[-1] if self._open else self._outermost

    def _place(self) -> str:
        return inside(self.where, f"line {self.getpos()[0]}")


def page(text: str, where: str, depth: int = 1) -> Extract:
    """Everything in a web page, shown or not.

    Args:
        text: Its markup.
        where: Its place.
        depth: In how many pages it stands, itself counted.

    Raises:
        TooMuchError: It has more elements than a check looks at, or pages inside pages without end.
    """
    if text.count("<") > _MOST_TAGS or depth > _MOST_PAGES_INSIDE or _never_ends(text) or _is_crowded(text):
        raise TooMuchError("more elements than a check looks at")
    yield from _in_end_tags(text, where)
    reader = _Page(where)
    for start in range(0, len(text), _CHUNK):
        reader.feed(text[start : start + _CHUNK])
        yield from _taken(reader, depth)
    reader.close()
    reader.flush()
    reader.end_rows(0)
    yield from _taken(reader, depth)


def _never_ends(text: str) -> bool:
    """Whether so many tags or comments begin and don't end that looking for each end takes without end."""
    ends = (("<", ">"), ("<!--", "-->"), ("<![", "]"))
    return any(text.count(start, text.rfind(end) + 1) > _MOST_WITHOUT_END for start, end in ends)


def _is_crowded(text: str) -> bool:
    """Whether a tag has more attributes than any page's; each chunk that it goes on in is read with all before."""
    for part in text.split(">") if ">" in text else ():
        if len(part) > _MOST_ATTRIBUTES and (tag := _TAG.search(part)):
            inside_tag = part[tag.start() :]
            if max(inside_tag.count("="), len(inside_tag.split())) > _MOST_ATTRIBUTES:
                return True
    return False


def _taken(reader: _Page, depth: int) -> Iterator[Found]:
    yield from reader.found
    inner, reader.found, reader.inner = reader.inner, [], []
    for text, place in inner:
        yield from page(text, place, depth + 1)


def _in_end_tags(text: str, where: str) -> Iterator[Found]:
    """What stands in end tags, where no browser looks."""
    said = {found[1].strip() for found in _IN_END.finditer(text)}
    yield from (Piece(where or Channel.WHOLE, Channel.MARKUP, one) for one in sorted(said) if _SAYS.search(one))
