"""XML as a flat list of events, from a parser that refuses all that a release never has."""

from typing import NamedTuple
from xml.parsers import expat

from manifest_app.release.reading.unexplained import Unexplained


class Element(NamedTuple):
    """An element: its path from the root, its attributes in order, the text directly inside."""

    path: str
    attributes: tuple[tuple[str, str], ...]
    text: str


class _Reader:
    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._open: list[int] = []
        self._texts: dict[int, str] = {}
        self._paths: dict[tuple[str, str], str] = {}

    def start(self, name: str, attributes: list[str]) -> None:
        outer = self.elements[self._open[-1]].path if self._open else ""
        path = self._paths.get((outer, name))
        if path is None:
            path = self._paths[outer, name] = f"{outer}/{name}" if outer else name
        self._open.append(len(self.elements))
        self.elements.append(Element(path, tuple(zip(attributes[::2], attributes[1::2], strict=True)), ""))

    def end(self, _name: str) -> None:
        place = self._open.pop()
        text = self._texts.pop(place, "")
        if text:
            path, attributes, _ = self.elements[place]
            self.elements[place] = Element(path, attributes, text)

    def text(self, text: str) -> None:
        place = self._open[-1]
        self._texts[place] = self._texts.get(place, "") + text


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
