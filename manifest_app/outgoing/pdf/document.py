"""PDF documents (ISO 32000-1): every object in the file's bytes, whether or not a page shows it.

Earlier revisions and objects that nothing refers to are seen like all others (`pdf.objects`); the texts in them are
taken out by `pdf.streams`. What pages show is read by `pdf.pages`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from manifest_app.outgoing.pdf.objects import Object, Token, between, objects_of, packed_objects, references, tokens_of
from manifest_app.outgoing.pdf.objects import reached as all_reached
from manifest_app.outgoing.pdf.pages import demand_few_pages, pages
from manifest_app.outgoing.pdf.streams import Recurse, StreamReader
from manifest_app.outgoing.pieces import Channel, Extract, Piece, TooMuchError, Unexplained, inside

_BLANK = b"\0\t\n\f\r "
_MOST_REVISIONS, _MOST_REFERENCES = 8, 300_000
_DIRECTORY = re.compile(
    rb"\bxref\s+(?:\d+\s+\d+\s+(?:\d{10}\s\d{5}\s[nf]\s*)*)+|\bstartxref\s+\d+|%%EOF|%PDF-\d\.\d|\btrailer\b"
)
_REFERENCE = re.compile(rb"\d R\b")
_ENCRYPTED = re.compile(rb"/Encrypt\b")
_SUSPECT = (
    (re.compile(rb"/(?:JS|JavaScript|Launch)\b"), Channel.SCRIPT, "script or action"),
    (re.compile(rb"/OFF\s*\[\s*\d|/BaseState\s*/OFF"), Channel.HIDDEN_TEXT, "layer that is switched off"),
    (re.compile(rb"/(?:RichMedia|Movie|Sound|3D)\b"), Channel.EMBEDDED, "film or sound"),
)


def document(data: bytes, where: str, recurse: Recurse) -> Extract:
    """Everything in a PDF; ``recurse(data, name, where)`` reads a file inside it."""
    place = where or Channel.WHOLE
    if len(_REFERENCE.findall(data)) > _MOST_REFERENCES:
        raise TooMuchError("more references between objects than a check looks at")
    demand_few_pages(data)
    objects = list(objects_of(data))
    reader = StreamReader(where, recurse)
    outside = _DIRECTORY.sub(b" ", b"\n".join(between(data, objects)))
    loose = list(tokens_of(outside))
    yield from reader.words(loose, place)
    yield from _stray(data, loose, place)
    if _ENCRYPTED.search(outside) or any(_ENCRYPTED.search(one.head) for one in objects):
        yield Unexplained(place, Channel.WHOLE, "encrypted")
        yield from pages(data, where)
        return
    packed = [
        each for one in objects if b"/ObjStm" in one.head for each in packed_objects(one, reader.unpacked(one).data)
    ]
    yield from _objects(reader, [*objects, *packed], loose)
    yield from _fields(reader, place)
    heads = b"\n".join([outside, *(one.head for one in (*objects, *packed))])
    yield from (Unexplained(place, channel, what) for pattern, channel, what in _SUSPECT if pattern.search(heads))
    yield from _earlier(data, where)
    yield from pages(data, where)


def _stray(data: bytes, loose: Iterable[Token], place: str) -> Extract:
    """Bytes that belong to no object: before the head, between the objects, behind the end."""
    if data[data.rfind(b"%%EOF") + 5 :].strip(_BLANK):
        yield Unexplained(place, Channel.UNKNOWN, "bytes after the end of the document")
    if data[: data.find(b"%PDF-")].strip(_BLANK):
        yield Unexplained(place, Channel.UNKNOWN, "bytes before the document")
    known = (b"R", b"true", b"false", b"null", b"xref", b"endobj", b"n", b"f")
    if any(one.kind == b"w" and one.value not in known and not one.value.isdigit() for one in loose):
        yield Unexplained(place, Channel.UNKNOWN, "bytes between the objects")


def _objects(reader: StreamReader, objects: list[Object], loose: Iterable[Token]) -> Extract:
    roles: dict[int, set[bytes]] = defaultdict(set)
    graph: dict[int, set[int]] = defaultdict(set)
    for one in objects:
        for number, key in one.references():
            roles[number].add(key)
            graph[one.number].add(number)
    last = {one.number: one.start for one in objects}
    starts = [number for number, _ in references(loose)]
    starts += [one.number for one in objects if _is_frame(one)]
    live = all_reached(starts, lambda number: graph.get(number, ()))
    hints = _hints(objects)
    for one in objects:
        current = one.number < 0 or (last[one.number] == one.start and one.number in live) or one.start in hints
        known = frozenset(roles.get(one.number, ())) | ({b"Function"} if one.start in hints else set())
        yield from reader.read(one, known, current=current)


def _is_frame(one: Object) -> bool:
    return b"/XRef" in one.head or b"/ObjStm" in one.head or b"/Linearized" in one.head


def _hints(objects: list[Object]) -> set[int]:
    """Where the tables for reading a linearized document page by page stand (annex F.3)."""
    found = [re.search(rb"/H\s*\[\s*(\d+)", one.head) for one in objects[:2] if b"/Linearized" in one.head]
    return {int(one[1]) for one in found if one}


def _fields(reader: StreamReader, place: str) -> Extract:
    """The fields of a form beside one another: a name's parts stand in several."""
    for values in reader.values.values():
        if len(values) > 1:
            yield Piece(place, Channel.FORM, "  ".join(values))


def _earlier(data: bytes, where: str) -> Extract:
    """What the pages of earlier revisions showed."""
    ends = [match.end() for match in re.finditer(rb"%%EOF", data)][:-1]
    if b"/Linearized" in data[:1024]:
        ends = ends[1:]
    for end in ends[-_MOST_REVISIONS:]:
        for each in pages(data[:end], inside(where, "earlier revision")):
            if isinstance(each, Piece):
                yield Piece(each.where, Channel.OLD_REVISION, each.full_text)
