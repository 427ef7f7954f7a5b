"""Everything a file can show or hide, each text with its place and channel, and what can't be explained."""

from pathlib import PurePosixPath

from manifest_app.outgoing.bounds import MOST_IN_ALL, MOST_TEXT, Markup, in_windows
from manifest_app.outgoing.office.markup import chunks_of
from manifest_app.outgoing.office.package import loose_markup, package
from manifest_app.outgoing.pdf import document as pdf
from manifest_app.outgoing.pictures import ocr, pictures
from manifest_app.outgoing.pieces import Channel, Extract, Piece, TooMuchError, Unexplained, inside
from manifest_app.outgoing.texts import plain
from manifest_app.outgoing.texts.below import with_lines_joined
from manifest_app.outgoing.texts.binary import texts_in
from manifest_app.outgoing.texts.coded import with_coded
from manifest_app.outgoing.texts.json_text import json_document
from manifest_app.outgoing.texts.short_lines import with_short_lines_joined
from manifest_app.outgoing.texts.tables import table
from manifest_app.outgoing.texts.turned import with_turned
from manifest_app.outgoing.texts.written import written

DEEPEST = 5
MORE = "more than a check looks at"
_TABLES = frozenset({".csv", ".tsv", ".tab"})
_MOST_INSIDE = 20_000


class Extractor:
    """Takes one file apart, with the files inside it.

    Args:
        most_bytes: So many bytes are looked at in all, files inside files counted again.
    """

    def __init__(self, most_bytes: int = MOST_IN_ALL) -> None:
        self._left = most_bytes
        ocr.begin()
        self._markup = Markup()
        self._files = _MOST_INSIDE
        self._depth = 0

    def read(self, data: bytes, name: str, where: str = "") -> Extract:
        """Everything in a file.

        Args:
            data: Its bytes.
            name: Its name, which is looked at too.
            where: Its place, "" for the file that was given.
        """
        place = where or Channel.WHOLE
        yield Piece(place, Channel.FILE_NAME, name)
        self._left -= len(data)
        self._files -= 1
        if self._depth >= DEEPEST or self._left < 0 or self._files < 0:
            yield Unexplained(place, Channel.WHOLE, "too many files inside one another")
            return
        self._depth += 1
        try:
            yield from self._read(data, name, where)
        except TooMuchError as error:
            yield Unexplained(place, Channel.WHOLE, str(error) or MORE)
        except RecursionError:
            yield Unexplained(place, Channel.WHOLE, MORE)
        finally:
            self._depth -= 1

    def _read(self, data: bytes, name: str, where: str) -> Extract:
        place = where or Channel.WHOLE
        suffix = PurePosixPath(name).suffix.lower()
        if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            yield from package(data, name, where, self.read, self._markup)
        elif b"%PDF-" in data[:1024]:
            yield from pdf.document(data, where, self.read)
        elif pictures.is_picture(data, suffix) and suffix != ".svg":
            yield from pictures.picture(data, place)
        elif len(data) > MOST_TEXT and plain.may_be_text(data):
            raise TooMuchError(f"more than the {MOST_TEXT >> 20} MB of text that a check looks at")
        elif len(data) <= MOST_TEXT and (text := plain.decoded(data)) is not None and _is_text(text):
            yield from self._text(data, text, suffix, where)
        else:
            yield from texts_in(data, place, Channel.UNKNOWN)
            yield Unexplained(place, Channel.UNKNOWN, _kind(data))

    def _text(self, data: bytes, text: str, suffix: str, where: str) -> Extract:
        start = text[:1024].lstrip("\ufeff \t\r\n")
        kept = written(data, text, suffix, where, self.read)
        if kept is not None:
            yield from kept
        elif start.startswith("ID;P"):
            yield from plain.plain(text, where)
            yield Unexplained(where or Channel.WHOLE, Channel.UNKNOWN, "symbolic link format, which is not read")
        elif suffix == ".json" or (suffix not in _TABLES and start.startswith(("{", "["))):
            yield from json_document(text, where, surely=suffix == ".json")
        elif start.startswith(("UNA", "UNB+")):
            yield from plain.plain(text.replace("'", "'\n\n"), where)  # each segment ends in one (ISO 9735)
        elif start.startswith("<?xml") or suffix in {".xml", ".svg"}:
            self._markup.part(chunks_of(data))
            yield from loose_markup(data, where or Channel.WHOLE)
            if suffix == ".svg":
                yield Unexplained(where or Channel.WHOLE, Channel.PICTURE, "picture without text")
        elif suffix in _TABLES:
            yield from table(text, where)
        else:
            yield from plain.plain(text, where)


def _is_text(text: str) -> bool:
    odd = sum(text.count(chr(code)) for code in (*range(1, 9), *range(14, 27)))
    return odd * 1000 <= len(text)


def _kind(data: bytes) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        wide = "EncryptedPackage".encode("utf-16-le")
        return "encrypted" if wide in data else "document of an older office program, which is not read"
    return "file of an unknown kind"


def extract(data: bytes, name: str) -> Extract:
    """Everything a file shows or hides; see `Extractor`."""
    reader = Extractor()
    found = with_short_lines_joined(with_coded(reader.read(data, name), reader.read))
    return in_windows(with_lines_joined(with_turned(found)))


def spoken(text: str) -> Extract:
    """A text that was typed or pasted."""
    return in_windows(with_turned(plain.plain(text, inside("", "text"))))
