"""The objects of a PDF (ISO 32000-1, 7.3) as they stand in its bytes, and the words each is written with.

Objects are found by their marks and not by the file's own directory, so that those of earlier revisions, and those that
nothing refers to, are seen like all others.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from manifest_app.outgoing.pdf.filters import from_hex, plain_name
from manifest_app.outgoing.pieces import TooMuchError

MOST_OBJECTS = 200_000
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})(?!\s+\d+\s+R)")
_STREAM = re.compile(rb"\bstream(?=[\r\n])")
_TOKEN = re.compile(rb"\(|%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|/[^\s/<>\[\]()%{}]*|[^\s/<>\[\]()%{}]+|[\[\]]")
_IN_STRING = re.compile(rb"[()\\]")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_PDF_DOC = dict(
    zip(
        (*range(0x18, 0x20), *range(0x80, 0x9F), 0xA0),
        "˘ˇˆ˙˝˛˚˜•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž€",
        strict=True,
    )
)
"""PDFDocEncoding (annex D.3) where it is not Latin-1."""
_LANGUAGE = re.compile("\x1b[^\x1b]{0,16}\x1b")


class Token(NamedTuple):
    """A word of an object: ``kind`` is its first byte, b"w" for a bare word; ``key`` the last name before it."""

    kind: bytes
    value: bytes
    key: bytes


@dataclass(frozen=True, slots=True)
class Object:
    """An object as it stands.

    Attributes:
        number: Its number, -1 for bytes between packed objects.
        start: Where it, or the stream it is packed in, begins.
        head: What comes before its stream, without it all of it.
        stream: The stream as packed, or None.
        behind: What stands behind the stream.
        end: Where it ends.
    """

    number: int
    start: int
    head: bytes
    stream: bytes | None
    behind: bytes
    end: int

    def tokens(self) -> "Iterator[Token]":
        """Its words."""
        yield from tokens_of(self.head)
        if self.behind:
            yield from tokens_of(self.behind)

    def references(self) -> "Iterator[tuple[int, bytes]]":
        """The objects it refers to, each with the name under which it does."""
        return references(tokens_of(self.head)) if b"R" in self.head else iter(())


def objects_of(data: bytes) -> Iterator[Object]:
    """All objects in the order of the file.

    Raises:
        TooMuchError: There are more than `MOST_OBJECTS`.
    """
    place = count = 0
    while match := _OBJECT.search(data, place):
        count += 1
        if count > MOST_OBJECTS:
            raise TooMuchError
        one = _object(data, int(match[1]), match.start(), match.end())
        place = one.end
        yield one


def _object(data: bytes, number: int, start: int, body: int) -> Object:
    end = data.find(b"endobj", body)
    end = len(data) if end < 0 else end
    found = _STREAM.search(data, body, end)
    if found is None:
        head = data[body:end]
        return Object(number, start, head, None, b"", min(end + 6, len(data)))
    mark = found.start()
    head = data[body:mark]
    first = mark + 6 + (2 if data[mark + 6 : mark + 8] == b"\r\n" else 1)
    length = _LENGTH.search(head)
    last = first + int(length[1]) if length else -1
    if last < 0 or not data[last : last + 32].lstrip().startswith(b"endstream"):
        last = data.find(b"endstream", first)
        last = len(data) if last < 0 else last
    end = data.find(b"endobj", last)
    end = len(data) if end < 0 else end
    behind = data[last:end].strip().removeprefix(b"endstream")
    return Object(number, start, head, data[first:last], behind, min(end + 6, len(data)))


def packed_objects(holder: Object, data: bytes) -> Iterator[Object]:
    """The objects in a stream of objects (7.5.7); one without a number where its directory can't be read."""
    told = re.search(rb"/First\s+(\d{1,9})", holder.head)
    first = int(told[1]) if told else 0
    words = re.sub(rb"%[^\r\n]*", b"", data[:first]).split()
    if not words or len(words) % 2 or not all(map(bytes.isdigit, words)):
        yield Object(-1, holder.start, data, None, b"", holder.end)
        return
    if b"%" in data[:first]:
        yield Object(-1, holder.start, data[:first], None, b"", holder.end)
    numbers, places = [*map(int, words[::2])], [*map(int, words[1::2])]
    bounds = sorted({*places, len(data) - first, 0})
    ends = dict(pairwise(bounds))
    if len(numbers) > MOST_OBJECTS:
        raise TooMuchError
    for place in set(bounds[:-1]) - set(places):
        numbers.append(-1)
        places.append(place)
    for number, place in zip(numbers, places, strict=True):
        head = data[first + place : first + ends.get(place, place)]
        yield Object(number, holder.start, head, None, b"", holder.end)


def between(data: bytes, objects: Iterable[Object]) -> Iterator[bytes]:
    """The bytes before, between and after the objects: head, directories, trailers, and whatever else stands there."""
    end = 0
    for one in objects:
        yield data[end : one.start]
        end = one.end
    yield data[end:]


def tokens_of(data: bytes) -> Iterator[Token]:
    """The words of an object or of a stream of drawing."""
    place, key = 0, b""
    while match := _TOKEN.search(data, place):
        word, place = match[0], match.end()
        kind = word[:1]
        if kind == b"(":
            end = _end_of_string(data, place)
            yield Token(kind, _ESCAPE.sub(_unescaped, data[place:end]), key)
            place = end + 1
        elif word in (b"<<", b">>"):
            continue
        elif kind == b"<":
            yield Token(kind, from_hex(word), key)
        elif kind == b"/":
            key = plain_name(word[1:])
            yield Token(kind, key, key)
        else:
            yield Token(kind if kind in b"%[]" else b"w", word, key)


def _end_of_string(data: bytes, place: int) -> int:
    depth = 1
    while match := _IN_STRING.search(data, place):
        place = match.end()
        if match[0] == b"\\":
            place += 1
            continue
        depth += 1 if match[0] == b"(" else -1
        if not depth:
            return match.start()
    return len(data)


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[:1].isdigit() and code[:1] < b"8":
        return bytes([int(code, 8) & 255])
    return _ESCAPED.get(code, code)


def text_of(data: bytes) -> str:
    """The text of a string: by its mark, as UTF-16 without one, as UTF-8 where it can be, else as PDFDocEncoding."""
    for mark, encoding in ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8")):
        if data.startswith(mark):
            return _LANGUAGE.sub("", data[len(mark) :].decode(encoding, "replace"))
    if len(data) > 3 and not len(data) % 2:
        for start, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
            if not any(data[start::2]) and all(data[1 - start :: 2]):
                return data.decode(encoding)
    try:
        return data.decode("utf-8" if not data.isascii() else "ascii").translate(_PDF_DOC)
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(_PDF_DOC)


def references(tokens: Iterable[Token]) -> Iterator[tuple[int, bytes]]:
    """The objects that some words refer to, each with the name under which they do."""
    last = before = b""
    for token in tokens:
        if token.kind != b"w":
            last = before = b""
            continue
        if token.value == b"R" and last.isdigit() and before.isdigit():
            yield int(before[:12]), token.key
        before, last = last, token.value


def reached(starts: Iterable[int], graph: Callable[[int], Iterable[int]]) -> set[int]:
    """The numbers that can be reached from some."""
    seen: set[int] = set()
    waiting = list(starts)
    while waiting:
        number = waiting.pop()
        if number not in seen:
            seen.add(number)
            waiting.extend(graph(number))
    return seen
