"""Any XML part of any document: all text joined across runs, all attribute values, all names, all comments.

Vocabularies: ECMA-376 (WordprocessingML, DrawingML, PresentationML), OASIS OpenDocument 1.3. An element that is not
named here is read all the same, under the channel of what it stands in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from manifest_app.outgoing.pieces import HIDDEN, Channel, Extract, Found, Piece, Unexplained, row_pieces

_OF_ELEMENT: Mapping[str, Channel] = {
    "del": Channel.TRACKED_DELETION,
    "delText": Channel.TRACKED_DELETION,
    "moveFrom": Channel.TRACKED_DELETION,
    "tracked-changes": Channel.TRACKED_DELETION,
    "ins": Channel.TRACKED_INSERTION,
    "moveTo": Channel.TRACKED_INSERTION,
    "instrText": Channel.FIELD_CODE,
    "delInstrText": Channel.FIELD_CODE,
    "comment": Channel.COMMENT,
    "annotation": Channel.COMMENT,
    "hidden-text": Channel.HIDDEN_TEXT,
    "hidden-paragraph": Channel.HIDDEN_TEXT,
    "notes": Channel.NOTES,
    "note": Channel.FOOTNOTE,
    "header": Channel.HEADER,
    "footer": Channel.HEADER,
    "rPh": Channel.PHONETIC,
    "definedName": Channel.DEFINED_NAME,
    "formula": Channel.FORMULA,
    "formula1": Channel.FORMULA,
    "formula2": Channel.FORMULA,
    "desc": Channel.ALT_TEXT,
    "ruby-text": Channel.PHONETIC,
}
_OF_ATTRIBUTE: Mapping[str, Channel] = {
    "descr": Channel.ALT_TEXT,
    "title": Channel.ALT_TEXT,
    "instr": Channel.FIELD_CODE,
    "formula": Channel.FORMULA,
    "href": Channel.LINK,
    "Target": Channel.LINK,
    "tooltip": Channel.LINK,
    "prompt": Channel.FORM,
    "promptTitle": Channel.FORM,
    "error": Channel.FORM,
    "errorTitle": Channel.FORM,
}
_OF_NAME: Mapping[str, Channel] = {
    "bookmarkStart": Channel.BOOKMARK,
    "bookmark": Channel.BOOKMARK,
    "bookmark-start": Channel.BOOKMARK,
    "sheet": Channel.SHEET_NAME,
    "table": Channel.SHEET_NAME,
    "definedName": Channel.DEFINED_NAME,
    "named-range": Channel.DEFINED_NAME,
    "named-expression": Channel.DEFINED_NAME,
}
_BLOCKS = frozenset({"p", "h", "tc", "tr", "table-cell", "table-row", "comment", "annotation", "si", "txbxContent"})
_ROWS = frozenset({"tr", "table-row"})
_IN_ROWS = HIDDEN | {Channel.TEXT, Channel.CELL}
_SPACES = frozenset({"tab", "br", "cr", "s", "line-break", "ptab"})
_FALSE = frozenset({"0", "false", "off", "none"})
_PLAIN_NUMBER = re.compile(r"[\d\s.,%:+-]*|[0-9A-Fa-f]{1,8}|\{?[0-9A-Fa-f-]{36}\}?")
_LONG_NUMBER = re.compile(r"\d{6}")
_WORD_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TINY_HALF_POINTS, _TINY_HUNDREDTHS = 4, 200
_CHUNK = 1 << 16
_DEEPEST = 500
_MOST_KNOWN, _LONGEST_KNOWN = 100_000, 300


@dataclass(slots=True)
class Frame:
    """An open element: its local name, the channel of its text, whether its ground is dark."""

    name: str
    channel: Channel
    shaded: bool = False


@dataclass(slots=True)
class _Block:
    """The text of an open paragraph, cell or row, apart for each channel."""

    texts: dict[Channel, list[str]] = field(default_factory=dict)
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

    def walk(self, chunks: Iterable[bytes]) -> Extract:
        """Everything in the part."""
        parser = self._parser()
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)
                yield from self._taken()
            parser.Parse(b"", True)
        except expat.ExpatError:
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
        frame = Frame(name, _OF_ELEMENT.get(name, outer.channel), outer.shaded)
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
        self.give_once(_OF_NAME.get(frame.name) or _OF_ATTRIBUTE.get(key, Channel.ATTRIBUTE), value)

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
        self._blocks[-1].texts.setdefault(self.frames[-1].channel, []).append(text)

    def give_once(self, channel: Channel, text: str) -> None:
        """Give out a text that stands by itself, unless it was given out before."""
        key = (channel, text)
        if key not in self._known and text.strip():
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            if len(text) <= _LONGEST_KNOWN:
                self._known.add(key)
            self._out.append(Piece(self.place(), channel, text))

    def _flush(self, block: _Block) -> None:
        texts, block.texts = block.texts, {}
        row = self._row_of_block()
        for channel, parts in texts.items():
            text = "".join(parts)
            if not text.strip():
                continue
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
        if attributes.get("val", "").upper() in {"FFFFFF", "FEFEFE", "FFFFFE", "FEFFFF"} and not self.frames[-1].shaded:
            self.hide("r")

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


_LOOKS = {
    "vanish": Walker.look_vanish,
    "rStyle": Walker.look_style,
    "pStyle": Walker.look_style,
    "color": Walker.look_color,
    "sz": Walker.look_size,
    "rPr": Walker.look_run,
    "sld": Walker.look_slide,
    "shd": Walker.look_shade,
}


def chunks_of(data: bytes) -> Iterator[bytes]:
    """Bytes in pieces that a parser can be fed with."""
    return (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))
