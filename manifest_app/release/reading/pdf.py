"""A PDF of ours read byte by byte: every object is one of a release, in its place, and every byte belongs to one.

The list of objects is short: a font, the pages, the catalog, the properties, the tree of pages, and one stream of text
for each page. There is no second revision, attachment, form, link, picture, layer, outline, label or metadata stream,
since none of them is in the list (ISO 32000-1, 7.5 and 7.7).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from manifest_app.release.reading.unexplained import Unexplained, demand, given

_HEADER = b"%PDF-1.4\n%\x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)\n"
_OBJECT = re.compile(rb"([0-9]+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)
_STREAM = re.compile(rb"<<\n/Length ([1-9][0-9]*)\n>>\nstream\n(.*)endstream", re.DOTALL)
_TRAILER = re.compile(
    rb"trailer\n<<\n/ID \n\[<([0-9a-f]{32})><\1>\]\n% ReportLab generated PDF document -- digest \(opensource\)\n\n"
    rb"/Info ([1-9][0-9]*) 0 R\n/Root ([1-9][0-9]*) 0 R\n/Size ([1-9][0-9]*)\n>>\nstartxref\n([1-9][0-9]*)\n%%EOF\n"
)
_FIRST_PAGE = 3
_PROLOGUE = b"1 0 0 1 0 0 cm  BT /F1 12 Tf 14.4 TL ET\nBT /F1 7 Tf 12 TL ET\n"
_EPILOGUE = b" \n"
_SHOWN = re.compile(
    rb"BT 1 0 0 1 ([1-9][0-9]*) ([1-9][0-9]*) Tm "
    rb"(?:\(((?:[ !-'*-\[\]-~]|\\[()\\]|\\[23][0-7]{2})*)\) Tj|) T\* ET\n"
)
_ESCAPED = re.compile(rb"\\(?:([0-7]{3})|(.))")


@dataclass(frozen=True, slots=True)
class Shown:
    """A text and where it stands, in points from the lower left corner of the page."""

    left: int
    height: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF taken apart.

    Attributes:
        head: The bytes before the first object.
        objects: The objects in the order of the file, by what stands between ``obj`` and ``endobj``.
        numbers: Their numbers.
        offsets: Where each starts.
        tail: The bytes after the last object.
        end: Where the tail starts.
    """

    head: bytes
    objects: tuple[bytes, ...]
    numbers: tuple[int, ...]
    offsets: tuple[int, ...]
    tail: bytes
    end: int

    @property
    def pages(self) -> int:
        """Number of pages: each has an object and a stream, and five objects are there once."""
        return (len(self.objects) - 5) // 2

    @property
    def streams(self) -> tuple[bytes, ...]:
        """The objects that hold the text of the pages."""
        return self.objects[len(self.objects) - self.pages :]


def take_apart(data: bytes) -> Document:
    """The objects of a PDF, one after the other without a byte between them; nothing is judged yet.

    Raises:
        Unexplained: There are no objects.
    """
    start = end = given(_OBJECT.search(data), "no objects").start()
    objects, numbers, offsets = [], [], []
    while match := _OBJECT.match(data, end):
        numbers.append(int(match[1]))
        objects.append(match[2])
        offsets.append(end)
        end = match.end()
    demand(len(objects) >= 7, "fewer objects than a release has")
    return Document(data[:start], tuple(objects), tuple(numbers), tuple(offsets), data[end:], end)


def _page(stream: int, tree: int) -> str:
    return (
        f"<< /Contents {stream} 0 R /MediaBox [ 0 0 842 595 ] /Parent {tree} 0 R /Resources << /Font 1 0 R "
        "/ProcSet [ /PDF /Text /ImageB /ImageC /ImageI ] >> /Rotate 0 /Trans << >> /Type /Page >>"
    )


def _objects_of(pages: int, title: str) -> Iterator[str]:
    """Every object that is no stream, in order, as its words."""
    catalog = _FIRST_PAGE + pages
    tree = catalog + 2
    yield "<< /F1 2 0 R >>"
    yield "<< /BaseFont /Helvetica /Encoding /WinAnsiEncoding /Name /F1 /Subtype /Type1 /Type /Font >>"
    for place in range(pages):
        yield _page(tree + 1 + place, tree)
    yield f"<< /PageMode /UseNone /Pages {tree} 0 R /Type /Catalog >>"
    yield (
        "<< /Author () /CreationDate (D:20000101000000+00'00') /Creator () /Keywords () "
        f"/ModDate (D:20000101000000+00'00') /Producer () /Subject () /Title ({title}) /Trapped /False >>"
    )
    kids = " ".join(f"{_FIRST_PAGE + place} 0 R" for place in range(pages))
    yield f"<< /Count {pages} /Kids [ {kids} ] /Type /Pages >>"


def _words(content: bytes) -> str:
    return " ".join(content.decode("latin-1").split())


def check_objects(document: Document) -> None:
    """Make sure that the objects are those of a release and in their order, whatever the properties say.

    Raises:
        Unexplained: One is missing, too many, or another.
    """
    demand(document.numbers == tuple(range(1, len(document.objects) + 1)), "objects in another order, or two of one")
    demand(len(document.objects) == 5 + 2 * document.pages, "an object more or less than a release has")
    properties = _FIRST_PAGE + document.pages
    for place, words in enumerate(_objects_of(document.pages, "")):
        demand(place == properties or _words(document.objects[place]) == words, "an object that no release has")


def check_properties(document: Document, title: str) -> None:
    """Make sure that the properties say the title and nothing else.

    Raises:
        Unexplained: They say more, or otherwise.
    """
    properties = _FIRST_PAGE + document.pages
    wanted = list(_objects_of(document.pages, title))[properties]
    demand(_words(document.objects[properties]) == wanted, "other properties than a release has")


def check_structure(document: Document) -> None:
    """Make sure that head, table of objects and trailer are those of one single revision, and nothing follows.

    Raises:
        Unexplained: A byte more or less, another offset, a free entry, a second trailer.
    """
    demand(document.head == _HEADER, "other bytes before the objects")
    count = len(document.objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % count
    table += b"".join(b"%010d 00000 n \n" % offset for offset in document.offsets)
    demand(document.tail.startswith(table), "another table of objects")
    trailer = given(_TRAILER.fullmatch(document.tail, len(table)), "another trailer")
    catalog = _FIRST_PAGE + document.pages
    found = tuple(map(int, trailer.groups()[1:]))
    demand(found == (catalog + 1, catalog, count, document.end), "a trailer that points elsewhere")


def _unescape(found: bytes) -> str:
    plain = _ESCAPED.sub(lambda match: bytes([int(match[1], 8)]) if match[1] else match[2], found)
    try:
        return plain.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unexplained("a letter that the font has not") from error


def read_texts(stream: bytes) -> tuple[Shown, ...]:
    """The texts of a page in the order of its stream, which may do nothing but show text at a place.

    Raises:
        Unexplained: There is another operator, such as a colour, a mode, another font or size, a clip, a picture.
    """
    match = given(_STREAM.fullmatch(stream), "a stream with more than its length")
    content = match[2]
    demand(int(match[1]) == len(content), "a stream of another length")
    demand(content.startswith(_PROLOGUE) and content.endswith(_EPILOGUE), "another start or end of a page")
    place, end = len(_PROLOGUE), len(content) - len(_EPILOGUE)
    shown = []
    while place < end:
        found = given(_SHOWN.match(content, place), "something that shows no text")
        shown.append(Shown(int(found[1]), int(found[2]), _unescape(found[3] or b"")))
        place = found.end()
    return tuple(shown)
