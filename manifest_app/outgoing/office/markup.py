"""Any XML part of any document: all text joined across runs, all attribute values, all names, all comments.

Vocabularies: ECMA-376 (WordprocessingML, DrawingML, PresentationML), OASIS OpenDocument 1.3. An element that is not
named here is read all the same, under the channel of what it stands in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from manifest_app.outgoing.office.markup_words import OF_ATTRIBUTE, OF_ELEMENT, OF_NAME
from manifest_app.outgoing.pieces import HIDDEN, Channel, Extract, Found, Piece, TooMuchError, Unexplained, row_pieces

_BLOCKS = frozenset(
    {"p", "h", "tc", "tr", "table-cell", "table-row", "comment", "annotation", "si", "txbxContent", "pt", "f", "v"}
)
_ROWS = frozenset({"tr", "table-row"})
_IN_ROWS = HIDDEN | {Channel.TEXT, Channel.CELL}
_SPACES = frozenset({"tab", "br", "cr", "s", "line-break", "ptab"})
_FALSE = frozenset({"0", "false", "off", "none"})
_PLAIN_NUMBER = re.compile(r"[\d\s.,%:+-]*|[0-9A-Fa-f]{1,8}|\{?[0-9A-Fa-f-]{36}\}?")
_LONG_NUMBER = re.compile(r"\d{6}")
_WORD_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,5}")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_LIGHTEST = 0xF4
_PRIVATE = 0xF000
_WHITE_OF_THEME = frozenset({"background1", "light1"})
_PLAIN_TABLES = frozenset({"TableNormal", "TableGrid"})
_TINY_HALF_POINTS, _TINY_HUNDREDTHS = 4, 200
_CHUNK = 1 << 16
_DEEPEST = 500
_NAMES_AND_NOTES = frozenset({Channel.MARKUP, Channel.XML_COMMENT})
_MOST_TOLD = 50_000
_MOST_KNOWN, _LONGEST_KNOWN = 100_000, 300


@dataclass(slots=True)
class Frame:
    """An open element: its local name, the channel of its text, whether its ground is dark."""

    name: str
    channel: Channel
    shaded: bool = False


@dataclass(slots=True)
class _Block:
    """The text of an open paragraph, cell or row, with the channel of each part."""

    texts: list[tuple[Channel, str]] = field(default_factory=list)
    cells: list[tuple[Channel, str]] | None = None


class RefusedError(Exception):
    """Markup that is built to harm; the text says why, in a few words without data."""


def refuse_doctype(*_declared: object) -> None:
    """Markup that declares its own entities can grow without end.

    Raises:
        RefusedError: Always.
    """
    raise RefusedError("document type definition")


class Walker:
    """Walks through one XML part; subclasses know more of one kind of document.

    Args:
        where: The part, for places.
        channel: The channel of text that no element changes.
        each_element: Whether every element ends its text (properties, custom XML), and not paragraphs alone.
        hidden_styles: Names of styles that hide the text they are given to.
        known: Names and values that were given out before, so that each comes once for a whole file.
    """

    def __init__(
        self,
        where: str,
        channel: Channel,
        *,
        each_element: bool = False,
        hidden_styles: frozenset[str] = frozenset(),
        known: set[tuple[Channel, str]] | None = None,
    ) -> None:
        self.where = where
        self.frames = [Frame("", channel)]
        self._each_element = each_element
        self._hidden_styles = hidden_styles
        self._known: set[tuple[Channel, str]] = set() if known is None else known
        self._blocks = [_Block()]
        self._out: list[Found] = []
        self._told = 0

    def walk(self, chunks: Iterable[bytes]) -> Extract:
        """Everything in the part."""
        parser = self._parser()
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)
                yield from self._taken()
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError):  # the latter for an encoding that nobody knows
            self._out.append(Unexplained(self.place(), Channel.UNKNOWN, "damaged markup"))
        except RefusedError as error:
            self._out.append(Unexplained(self.place(), Channel.UNKNOWN, str(error)))
        while self._blocks:
            self._flush(self._blocks.pop())
        yield from self._taken()

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = refuse_doctype
        return parser

    def _taken(self) -> list[Found]:
        taken, self._out = self._out, []
        return taken

    # --- what subclasses may change -------------------------------------------------------------------------------

    def place(self) -> str:
        """Where the walk is."""
        return self.where

    def opened(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        """An element was opened: change the channel of its text, or of what it stands in."""

    def closed(self, frame: Frame) -> None:
        """An element was closed."""

    # --- events ----------------------------------------------------------------------------------------------------

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        name = qualified.rpartition(":")[2]
        outer = self.frames[-1]
        frame = Frame(name, OF_ELEMENT.get(name, outer.channel), outer.shaded)
        self.frames.append(frame)
        if len(self.frames) > _DEEPEST:
            raise RefusedError("markup nested too deeply")
        if name in _BLOCKS:
            self._blocks.append(_Block(cells=[] if name in _ROWS else None))
        local = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        self._looks(frame, local)
        self.opened(frame, local)
        if name in _SPACES:
            self.say(" ")
        self.give_once(Channel.MARKUP, _WORD_INSIDE.sub(" ", name))
        for key, value in local.items():
            self._attribute(frame, key, value)

    def _attribute(self, frame: Frame, key: str, value: str) -> None:
        self.give_once(Channel.MARKUP, _WORD_INSIDE.sub(" ", key))
        if _PLAIN_NUMBER.fullmatch(value) and not _LONG_NUMBER.search(value):
            return
        self.give_once(OF_NAME.get(frame.name) or OF_ATTRIBUTE.get(key, Channel.ATTRIBUTE), value)

    def _end(self, _qualified: str) -> None:
        frame = self.frames.pop()
        self.closed(frame)
        if frame.name in _BLOCKS and len(self._blocks) > 1:
            self._flush(self._blocks.pop())
        elif self._each_element:
            self._flush(self._blocks[-1])

    def _text(self, text: str) -> None:
        self.say(text)

    def _comment(self, text: str) -> None:
        self.give_once(Channel.XML_COMMENT, text)

    def _instruction(self, target: str, text: str) -> None:
        self.give_once(Channel.XML_COMMENT, f"{target} {text}")

    # --- collecting ------------------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Add a text to the open block, under the channel of the open element."""
        self._blocks[-1].texts.append((self.frames[-1].channel, text))

    def give_once(self, channel: Channel, text: str) -> None:
        """Give out a text that stands by itself, unless it was given out before."""
        key = (channel, text)
        if key not in self._known and text.strip():
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._told += channel in _NAMES_AND_NOTES
            if self._told > _MOST_TOLD:
                raise TooMuchError
            if len(text) <= _LONGEST_KNOWN:
                self._known.add(key)
            self._out.append(Piece(self.place(), channel, text))

    def _flush(self, block: _Block) -> None:
        texts, block.texts = block.texts, []
        row = self._row_of_block()
        said = _by_channel(texts)
        if len(said) > 1:
            # A word can be half deleted, half inserted: whoever sees both sees the word.
            hidden = next((channel for channel in said if channel in HIDDEN), next(iter(said)))
            self._out.append(Piece(self.place(), hidden, "".join(text for _, text in texts)))
        for channel, text in said.items():
            if row is not None and channel in _IN_ROWS:
                row.append((channel, text))
            else:
                self._out.append(Piece(self.place(), channel, text))
        if block.cells:
            self._out.extend(row_pieces(self.place(), block.cells))

    def _row_of_block(self) -> list[tuple[Channel, str]] | None:
        """The nearest open row, whose cells the closed block's text joins."""
        for block in reversed(self._blocks):
            if block.cells is not None:
                return block.cells
        return None

    # --- looks that hide -------------------------------------------------------------------------------------------

    def _looks(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        look = _LOOKS.get(frame.name)
        if look is not None:
            look(self, attributes)
        if attributes.get("display") == "none":
            frame.channel = Channel.HIDDEN_TEXT
        if self._hidden_styles and attributes.get("style-name") in self._hidden_styles:
            frame.channel = Channel.HIDDEN_TEXT

    def hide(self, *names: str) -> None:
        """Hide the text of the nearest open element of one of these names."""
        for frame in reversed(self.frames):
            if frame.name in names:
                frame.channel = Channel.HIDDEN_TEXT
                return

    def look_vanish(self, attributes: Mapping[str, str]) -> None:
        """``w:vanish`` hides a run."""
        if attributes.get("val", "1") not in _FALSE:
            self.hide("r")

    def look_style(self, attributes: Mapping[str, str]) -> None:
        """A style that hides."""
        if attributes.get("val") in self._hidden_styles:
            self.hide("r" if self.frames[-1].name == "rStyle" else "p")

    def look_color(self, attributes: Mapping[str, str]) -> None:
        """White text on white ground."""
        of_theme = attributes.get("themeColor") in _WHITE_OF_THEME and "themeShade" not in attributes
        if (of_theme or is_white(attributes.get("val", ""))) and not self.frames[-1].shaded:
            self.hide("r")

    def look_symbol(self, attributes: Mapping[str, str]) -> None:
        """``w:sym``: a letter of a font by its number, in the area for private use or not."""
        code = attributes.get("char", "")
        if _HEXADECIMAL.fullmatch(code):
            number = int(code, 16)
            self.say(chr(number - _PRIVATE if number >> 8 == _PRIVATE >> 8 else number))

    def look_ground(self, attributes: Mapping[str, str]) -> None:
        """A drawing, a slide or a styled table has a ground of its own, that only its style or theme tells."""
        if attributes.get("val", "") not in _PLAIN_TABLES:
            self.frames[-1].shaded = True
            if self.frames[-1].name == "tblStyle":
                self._shade_outer("tbl")

    def look_field(self, attributes: Mapping[str, str]) -> None:
        """A field of a master page holds its own name until the page is drawn."""
        del attributes
        if any(frame.name in {"master-page", "handout-master"} for frame in self.frames):
            self.frames[-1].channel = Channel.TEXT

    def _shade_outer(self, name: str) -> None:
        for frame in reversed(self.frames):
            frame.shaded = True
            if frame.name == name:
                return

    def look_size(self, attributes: Mapping[str, str]) -> None:
        """Text of two points or less (``w:sz`` counts half points)."""
        if attributes.get("val", "").isdecimal() and int(attributes["val"]) <= _TINY_HALF_POINTS:
            self.hide("r")

    def look_run(self, attributes: Mapping[str, str]) -> None:
        """Text of two points or less in a drawing (``a:rPr@sz`` counts hundredths)."""
        if attributes.get("sz", "").isdecimal() and int(attributes["sz"]) <= _TINY_HUNDREDTHS:
            self.hide("r")

    def look_slide(self, attributes: Mapping[str, str]) -> None:
        """A slide that is not shown."""
        if attributes.get("show", "1") in _FALSE:
            self.frames[-1].channel = Channel.HIDDEN_SLIDE

    def look_shade(self, attributes: Mapping[str, str]) -> None:
        """A ground of another colour, on which white text is seen."""
        if attributes.get("fill", "auto").lower() not in {"auto", "ffffff"}:
            for frame in reversed(self.frames):
                frame.shaded = True
                if frame.name in {"tc", "p", "r"}:
                    return


def is_white(colour: str) -> bool:
    """Whether a colour (``FFFFFF``, ``#fefefe``) is as white as paper."""
    digits = colour.removeprefix("#")
    if not _COLOUR.fullmatch(digits):
        return False
    return min(int(digits[place : place + 2], 16) for place in (0, 2, 4)) >= _LIGHTEST


def _by_channel(texts: list[tuple[Channel, str]]) -> dict[Channel, str]:
    """The text of each channel, of those that have any."""
    channels = dict.fromkeys(channel for channel, _ in texts)
    if len(channels) == 1:
        said = {channel: "".join([text for _, text in texts]) for channel in channels}
    else:
        said = {one: "".join(text for channel, text in texts if channel is one) for one in channels}
    return {channel: text for channel, text in said.items() if text.strip()}


_LOOKS = {
    "vanish": Walker.look_vanish,
    "rStyle": Walker.look_style,
    "pStyle": Walker.look_style,
    "color": Walker.look_color,
    "sz": Walker.look_size,
    "rPr": Walker.look_run,
    "sld": Walker.look_slide,
    "shd": Walker.look_shade,
    "sym": Walker.look_symbol,
    "txbxContent": Walker.look_ground,
    "tblStyle": Walker.look_ground,
    "page": Walker.look_ground,
    "master-page": Walker.look_ground,
    "notes": Walker.look_field,
}


def chunks_of(data: bytes) -> Iterator[bytes]:
    """Bytes in pieces that a parser can be fed with."""
    return (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))
