"""What is taken out of a file: texts with their place and channel, and what can't be explained."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """By which way a text would leave; the names are part of the command's JSON."""

    TEXT = "text"
    TOGETHER = "lines together"
    CELL = "cell"
    HIDDEN_SHEET = "hidden sheet"
    HIDDEN_ROW = "hidden row"
    HIDDEN_COLUMN = "hidden column"
    HIDDEN_TEXT = "hidden text"
    HIDDEN_SLIDE = "hidden slide"
    COMMENT = "comment"
    TRACKED_DELETION = "tracked deletion"
    TRACKED_INSERTION = "tracked insertion"
    NOTES = "speaker notes"
    FIELD_CODE = "field code"
    FORMULA = "formula"
    ALT_TEXT = "alt text"
    BOOKMARK = "bookmark"
    HEADER = "header or footer"
    FOOTNOTE = "footnote"
    PROPERTY = "property"
    DEFINED_NAME = "defined name"
    SHEET_NAME = "sheet name"
    CUSTOM_XML = "custom XML"
    LEFT_OVER = "left-over shared string"
    PHONETIC = "phonetic text"
    PIVOT_CACHE = "pivot cache"
    EXTERNAL_LINK = "external link"
    CONNECTION = "data connection"
    CHART = "chart"
    DRAWING = "drawing"
    LINK = "link"
    FORMAT = "format"
    ATTRIBUTE = "attribute"
    MARKUP = "markup name"
    XML_COMMENT = "comment in the markup"
    SCRIPT = "script"
    FORM = "form field"
    ANNOTATION = "annotation"
    OUTLINE = "outline"
    OLD_REVISION = "old revision"
    METADATA = "metadata"
    PICTURE = "picture"
    MACRO = "macro"
    FONT = "font"
    EMBEDDED = "embedded file"
    ATTACHMENT = "attachment"
    MAIL_HEADER = "mail header"
    FILE_NAME = "file name"
    PART_NAME = "part name"
    ARCHIVE = "archive"
    UNKNOWN = "unknown part"
    PEOPLE = "people"
    WHOLE = "whole file"


HIDDEN = frozenset(
    {
        Channel.HIDDEN_SHEET,
        Channel.HIDDEN_ROW,
        Channel.HIDDEN_COLUMN,
        Channel.HIDDEN_TEXT,
        Channel.HIDDEN_SLIDE,
        Channel.COMMENT,
        Channel.TRACKED_DELETION,
        Channel.TRACKED_INSERTION,
        Channel.NOTES,
        Channel.LEFT_OVER,
        Channel.PIVOT_CACHE,
    }
)
"""Channels whose text nobody sees on the page: a file that has any is not sent, whatever it says there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that the file shows or hides.

    Attributes:
        where: The place in the file: a sheet and row, a part, a page; no text of the file, no name in it.
        channel: The way it would leave.
        text: The text, joined across runs.
        cells: For a row of a table, its cells; then ``text`` is empty.
    """

    where: str
    channel: Channel
    text: str
    cells: tuple[str, ...] = ()

    @property
    def full_text(self) -> str:
        """The text, or the cells of the row beside one another."""
        return "  ".join(self.cells) if self.cells else self.text


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A part of the file of which nobody can say what it tells; ``what`` says why, in a few words without data."""

    where: str
    channel: Channel
    what: str


Found = Piece | Unexplained
Extract = Iterator[Found]


def row_pieces(where: str, cells: Sequence[tuple[Channel, str]]) -> Iterator[Piece]:
    """A row of a table: its cells by channel, and, where some are hidden, all of them beside one another."""
    channels = list(dict.fromkeys(channel for channel, _ in cells))
    for channel in channels:
        yield Piece(where, channel, "", tuple(text for one, text in cells if one is channel))
    if len(channels) > 1:
        hidden = next((channel for channel in channels if channel in HIDDEN), channels[0])
        yield Piece(where, hidden, "", tuple(text for _, text in cells))


class TooMuchError(Exception):
    """The file holds more than a check will look at."""


def inside(outer: str, where: str) -> str:
    """The place of something in a file that is inside another."""
    return f"{outer} > {where}" if outer else where
