"""Zip containers: office documents part by part, and archives with files inside."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import PurePosixPath

from manifest_app.errors import KnownError, UnsafeFileError
from manifest_app.files.zips import check_directory
from manifest_app.outgoing.bounds import Markup, stream_of, weigh_archive
from manifest_app.outgoing.office.markup import Walker, chunks_of
from manifest_app.outgoing.office.metafile import METAFILE, metafile
from manifest_app.outgoing.office.part_names import part_places
from manifest_app.outgoing.office.reached import unreached
from manifest_app.outgoing.office.records import PivotWalker, RecordWalker
from manifest_app.outgoing.office.sheets_odf import HidingStyles, OdfWalker, hiding_styles
from manifest_app.outgoing.office.workbook import STRINGS, Book, SheetWalker, left_over, read_book
from manifest_app.outgoing.pictures import pictures
from manifest_app.outgoing.pieces import Channel, Extract, Piece, TooMuchError, Unexplained, inside
from manifest_app.outgoing.texts.binary import texts_in
from manifest_app.outgoing.texts.spelled import with_spellings

MOST_BYTES = 512 << 20
_MOST_PART = 96 << 20
_DESCRIPTORS = frozenset({0, 12, 16, 20, 24})
_OFFICE, _ODF, _MANIFEST = "[Content_Types].xml", "mimetype", "META-INF/manifest.xml"

_CHANNELS: tuple[tuple[re.Pattern[str], Channel], ...] = tuple(
    (re.compile(pattern), channel)
    for pattern, channel in (
        (r"docProps/|meta\.xml$|xl/metadata", Channel.PROPERTY),
        (r"customXml/", Channel.CUSTOM_XML),
        (r"(xl|word|ppt)/(comments|threadedComments)", Channel.COMMENT),
        (r"(xl/persons|ppt/commentAuthors|ppt/authors|word/people)", Channel.PROPERTY),
        (r"xl/pivotCache/", Channel.PIVOT_CACHE),
        (r"xl/externalLinks/", Channel.EXTERNAL_LINK),
        (r"xl/(connections|queryTables|customData|model)", Channel.CONNECTION),
        (r"xl/revisions/", Channel.TRACKED_DELETION),
        (r"(xl|ppt|word)/(charts|diagrams)/", Channel.CHART),
        (r"(xl|ppt|word)/drawings/", Channel.DRAWING),
        (r"word/(header|footer)", Channel.HEADER),
        (r"word/(footnotes|endnotes)", Channel.FOOTNOTE),
        (r"ppt/notesSlides/", Channel.NOTES),
        (r"xl/workbook\.xml", Channel.PROPERTY),
        (r".*\.rels$", Channel.LINK),
        (r"(xl|ppt|word)/(theme|styles|settings|fontTable|numbering|webSettings|tableStyles|stylesWithEffects)",
         Channel.FORMAT),
        (r"styles\.xml$|settings\.xml$|META-INF/", Channel.FORMAT),
    )
)  # fmt: skip
_MAIN = re.compile(r"(word|ppt|xl)/|content\.xml|styles\.xml|Object \d+/content\.xml")
_XML = (".xml", ".rels", ".vml", ".rdf", ".xhtml")
_SHEET = re.compile(r"xl/(worksheets|chartsheets|dialogsheets|macrosheets)/[^/]+\.xml")
_EMBEDDED = frozenset(
    {
        *(".xlsx", ".xlsm", ".docx", ".docm", ".pptx", ".ods", ".odt", ".odp", ".csv", ".txt", ".pdf", ".zip", ".json"),
        *(".html", ".htm", ".svg", ".rtf", ".eml", ".mht", ".mhtml", ".ics", ".vcf", ".md", ".log"),
    }
)
_STYLE = re.compile(rb'<w:style\b[^>]*w:styleId="([^"]*)"')
_VANISH = re.compile(rb"<w:vanish\s*/>")

_PNG, _THUMBNAIL = b"\x89PNG\r\n\x1a\n", 512
_GENERATOR = re.compile(rb"<meta:generator>(?:LibreOffice|OpenOffice|Collabora)")
_FLAT = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_FILES = (b"PK\x03\x04", b"%PDF-", b"{\\rtf")
_PIVOT = re.compile(r"xl/pivotCache/pivotCache(Definition|Records)(\d*)\.xml")
_MOST_UNREACHED = 20

Recurse = Callable[[bytes, str, str], Extract]
"""``recurse(data, name, where)``: everything in a file that was found inside another."""


@dataclass(slots=True)
class _Package:
    archive: zipfile.ZipFile
    where: str
    recurse: Recurse
    places: Mapping[str, str]
    known: set[tuple[Channel, str]] = field(default_factory=set)
    book: Book | None = None
    odf_styles: HidingStyles | None = None
    word_styles: frozenset[str] = frozenset()


def package(data: bytes, name: str, where: str, recurse: Recurse, markup: Markup) -> Extract:
    """Everything in a zip container.

    Args:
        data: The container.
        name: Its name, for messages.
        where: Its place, "" for the file itself.
        recurse: Reads a file inside.
        markup: Counts what its parts add to the markup of the whole file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_directory(archive, io.BytesIO(data), name)
            if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
                raise TooMuchError
            _weigh(archive, markup)
            yield from _around(archive, data, where)
            yield from _inside(archive, where, recurse)
    except UnsafeFileError:
        yield Unexplained(where or name, Channel.ARCHIVE, "container built to harm or to show two things")
    except KnownError:
        yield Unexplained(where or name, Channel.ARCHIVE, "encrypted or damaged container")
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        yield Unexplained(where or name, Channel.ARCHIVE, "damaged container")


def _weigh(archive: zipfile.ZipFile, markup: Markup) -> None:
    if _OFFICE not in archive.namelist() and _MANIFEST not in archive.namelist():
        weigh_archive(archive)
        return
    for info in archive.infolist():
        if info.filename.lower().endswith(_XML):
            markup.part(stream_of(archive, info))


def _around(archive: zipfile.ZipFile, data: bytes, where: str) -> Extract:
    """What lies beside the parts: names, comments, extra fields, and bytes that belong to nothing."""
    place = where or Channel.WHOLE
    places = part_places(archive.namelist())
    yield from texts_in(archive.comment, place, Channel.ARCHIVE)
    end = 0
    for info in sorted(archive.infolist(), key=lambda one: one.header_offset):
        part = inside(where, places[info.filename])
        yield Piece(part, Channel.PART_NAME, info.filename)
        yield from texts_in(info.comment, part, Channel.ARCHIVE)
        yield from texts_in(info.extra, part, Channel.ARCHIVE)
        yield from _gap(data[end : info.header_offset], place)
        name_length, extra_length = struct.unpack_from("<2H", data, info.header_offset + 26)
        start = info.header_offset + 30 + name_length
        yield from texts_in(data[start : start + extra_length], part, Channel.ARCHIVE)
        end = start + extra_length + info.compress_size
    yield from _gap(data[end : archive.start_dir], place)
    after = data.rfind(b"PK\x05\x06")
    yield from _gap(data[after + 22 + len(archive.comment) :], place)


def _gap(data: bytes, place: str) -> Extract:
    if data[:4] != b"PK\x07\x08" and len(data) not in {0, 12, 20} and data.strip(b"\0"):
        yield Unexplained(place, Channel.ARCHIVE, "bytes that belong to no part")
    if len(data) not in _DESCRIPTORS:
        yield from texts_in(data, place, Channel.ARCHIVE)


def _inside(archive: zipfile.ZipFile, where: str, recurse: Recurse) -> Extract:
    names = set(archive.namelist())
    of_odf = _ODF in names and _MANIFEST in names
    if "EncryptedPackage" in names or (of_odf and b"encryption-data" in archive.read(_MANIFEST)):
        yield Unexplained(where or Channel.WHOLE, Channel.WHOLE, "encrypted")
    elif of_odf or _OFFICE in names:
        opened = _opened(archive, where, recurse, names)
        for info in sorted(archive.infolist(), key=_turn):
            if not info.is_dir():
                yield from _part(opened, info)
        if opened.book is not None:
            yield from left_over(opened.book, where)
        for name in islice(unreached(archive), _MOST_UNREACHED):
            yield Unexplained(inside(where, opened.places[name]), Channel.UNKNOWN, "part that no other part leads to")
    else:
        places = part_places(archive.namelist())
        for info in archive.infolist():
            if not info.is_dir():
                place = inside(where, places[info.filename])
                yield from recurse(_read(archive, info), PurePosixPath(info.filename).name, place)


def _turn(info: zipfile.ZipInfo) -> int:
    """Caches of pivot tables are read after the sheets, their records after what these refer to."""
    pivot = _PIVOT.fullmatch(info.filename)
    return 0 if pivot is None else 1 + (pivot[1] == "Records")


def _opened(archive: zipfile.ZipFile, where: str, recurse: Recurse, names: set[str]) -> _Package:
    opened = _Package(archive, where, recurse, part_places(archive.namelist()))
    if _ODF in names:
        parts = (archive.getinfo(part) for part in ("content.xml", "styles.xml") if part in names)
        opened.odf_styles = hiding_styles(stream_of(archive, part) for part in parts)
    if "xl/workbook.xml" in names:
        opened.book = read_book(archive)
    if "word/styles.xml" in names:
        opened.word_styles = _vanishing(archive.read("word/styles.xml"))
    return opened


def _vanishing(styles: bytes) -> frozenset[str]:
    """The word processor's styles that hide."""
    hiding = (_STYLE.match(style) for style in _each_style(styles) if _VANISH.search(style))
    return frozenset(style[1].decode("utf-8", "replace") for style in hiding if style is not None)


def _each_style(styles: bytes) -> Iterator[bytes]:
    start = styles.find(b"<w:style ")
    while start >= 0:
        end = styles.find(b"<w:style ", start + 1)
        yield styles[start : end if end >= 0 else len(styles)]
        start = end


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.file_size > _MOST_PART:
        raise TooMuchError
    return archive.read(info)


def _part(opened: _Package, info: zipfile.ZipInfo) -> Extract:
    name, place = info.filename, inside(opened.where, opened.places[info.filename])
    suffix = PurePosixPath(name).suffix.lower()
    if opened.book is not None and name == STRINGS:
        if opened.book.strings is not None:
            return  # its strings come with the cells that refer to them, and those left over by themselves
        yield Unexplained(place, Channel.UNKNOWN, "shared strings that can't be put into their cells")
    if opened.book is not None and _SHEET.fullmatch(name):
        walker: Walker = SheetWalker(opened.where, name, opened.book, opened.known)
        yield from with_spellings(walker.walk(stream_of(opened.archive, info)))
    elif name.lower().endswith(_XML):
        yield from with_spellings(_walker(opened, name, place).walk(stream_of(opened.archive, info)))
    else:
        yield from _binary(opened, _read(opened.archive, info), name, place, suffix)


def _walker(opened: _Package, name: str, place: str) -> Walker:
    if opened.odf_styles is not None and _MAIN.fullmatch(name):
        return OdfWalker(place, opened.known, opened.odf_styles)
    pivot = _PIVOT.fullmatch(name)
    if pivot is not None and opened.book is not None and opened.book.pivots is not None:
        return PivotWalker(place, pivot[2], opened.book.pivots, opened.known)
    channel = next((channel for pattern, channel in _CHANNELS if pattern.match(name)), None)
    if channel is None:
        channel = Channel.TEXT if _MAIN.match(name) else Channel.CUSTOM_XML
    main = _MAIN.match(name) is not None and channel not in {Channel.PROPERTY, Channel.LINK, Channel.PIVOT_CACHE}
    if not main:
        return RecordWalker(place, channel, opened.known)
    return Walker(place, channel, hidden_styles=opened.word_styles, known=opened.known)


def _binary(opened: _Package, data: bytes, name: str, place: str, suffix: str) -> Extract:
    if not data or name == _ODF:
        yield from texts_in(data, place, Channel.UNKNOWN)
    elif suffix in _EMBEDDED or data.startswith(_FILES):
        yield from opened.recurse(data, PurePosixPath(name).name, place)
        yield Unexplained(place, Channel.EMBEDDED, "file inside the document")
    elif "vbaProject" in name or suffix in {".vba", ".bas"} or name.startswith("Basic/"):
        yield from texts_in(data, place, Channel.MACRO)
        yield Unexplained(place, Channel.MACRO, "macro")
    elif "printerSettings" in name:
        yield from texts_in(data, place, Channel.FORMAT)
    elif name.startswith("Thumbnails/"):
        yield from _thumbnail(opened, data, place)
    elif data.startswith(METAFILE):
        yield from metafile(data, place)
    elif pictures.is_picture(data, suffix):
        yield from pictures.picture(data, place)
    else:
        yield from texts_in(data, place, Channel.UNKNOWN)
        yield Unexplained(place, Channel.UNKNOWN, "part of an unknown kind")


def _thumbnail(opened: _Package, data: bytes, place: str) -> Extract:
    """The first page, as LibreOffice draws it whenever it saves: what it shows is in the content saved with it.

    In a file that another program saved it can be older than the content: then it is a picture like any other.
    """
    small = data.startswith(_PNG) and max(struct.unpack_from(">2I", data, len(_PNG) + 8)) <= _THUMBNAIL
    meta = opened.archive.read("meta.xml") if small and "meta.xml" in opened.archive.namelist() else b""
    explained = _GENERATOR.search(meta) is not None
    for one in pictures.picture(data, place):
        if not (explained and isinstance(one, Unexplained) and one.channel is Channel.PICTURE):
            yield one


def loose_markup(data: bytes, where: str) -> Extract:
    """Markup that is a file by itself: a document in one part (OpenDocument), or data."""
    walker: Walker = RecordWalker(where, Channel.CUSTOM_XML)
    if _FLAT in data[:4096]:
        walker = OdfWalker(where, set(), hiding_styles([chunks_of(data)]))
    return with_spellings(walker.walk(chunks_of(data)))
