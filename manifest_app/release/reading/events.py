"""XML as a flat list of events, from a parser that refuses all that a release never has."""

from dataclasses import dataclass, field
from xml.parsers import expat

from manifest_app.release.reading.unexplained import Unexplained


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its path from the root, its attributes in order, the text directly inside."""

    path: str
    attributes: tuple[tuple[str, str], ...]
    text: str


@dataclass(slots=True)
class _Open:
    path: str
    attributes: tuple[tuple[str, str], ...]
    place: int
    texts: list[str] = field(default_factory=list)


class _Reader:
    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._open: list[_Open] = []

    def start(self, name: str, attributes: list[str]) -> None:
        path = f"{self._open[-1].path}/{name}" if self._open else name
        pairs = tuple(zip(attributes[::2], attributes[1::2], strict=True))
        self._open.append(_Open(path, pairs, len(self.elements)))
        self.elements.append(Element(path, pairs, ""))

    def end(self, _name: str) -> None:
        closed = self._open.pop()
        if closed.texts:
            self.elements[closed.place] = Element(closed.path, closed.attributes, "".join(closed.texts))

    def text(self, text: str) -> None:
        self._open[-1].texts.append(text)


def _refuse(*_details: object) -> None:
    raise Unexplained("a comment, instruction, declaration or CDATA section in the XML")


def read_elements(part: bytes) -> list[Element]:
    """All elements of an XML part in document order.

    Raises:
        Unexplained: It is no XML, or has a comment, a processing instruction, a CDATA section or a document type.
    """
    reader = _Reader()
    parser = expat.ParserCreate("UTF-8")
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.CommentHandler = _refuse
    parser.ProcessingInstructionHandler = _refuse
    parser.StartCdataSectionHandler = _refuse
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise Unexplained("a part that is no XML") from error
    return reader.elements
