"""Text: its encoding, its lines and paragraphs."""

import re
from collections.abc import Iterator

from manifest_app.files.prescan import looks_like_text
from manifest_app.outgoing.pieces import Channel, Extract, Piece, Unexplained, inside

_MARKED = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z][\w.:-]{2,30})""", re.IGNORECASE)
_WIDE = (("utf-32-le", 4, (2, 3)), ("utf-32-be", 4, (0, 1)), ("utf-16-le", 2, (1,)), ("utf-16-be", 2, (0,)))
_MOSTLY = 0.8
_LONGEST_LINE = 1 << 20
_SLAB = 1 << 18
_LINES_TOGETHER = 40


def may_be_text(data: bytes) -> bool:
    """Whether bytes can be a text, by their beginning: decoding a long one takes four times its size."""
    return looks_like_text(data[:4096])


def decoded(data: bytes) -> str | None:
    """The text of bytes by their mark, as UTF-8, UTF-16 or UTF-32 without mark, as they declare, else as Windows-1252.

    None if they are no text: zero bytes that no such encoding explains stand between its letters.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _tried(data, encoding)
    if b"\0" in data[:4096]:
        wide = _wide(data[:4096])
        return _tried(data, wide) if wide else _tried(data.rstrip(b"\0"), "utf-8")
    text = _tried(data, "utf-8")
    if text is not None:
        return text
    declared = _DECLARED.search(data[:1024])
    text = _tried(data, declared[1].decode("ascii")) if declared else None
    return text if text is not None else _tried(data, "cp1252")


def _wide(sample: bytes) -> str | None:
    """The encoding of two or four bytes a letter in which the zero bytes of a sample stand where they should."""
    for encoding, width, places in _WIDE:
        others = [place for place in range(width) if place not in places]
        zeros = [_share_of_zeros(sample[place::width]) for place in places]
        if min(zeros) >= _MOSTLY and min(_share_of_zeros(sample[place::width]) for place in others) < 1 - _MOSTLY:
            return encoding
    return None


def _share_of_zeros(sample: bytes) -> float:
    return sample.count(0) / max(1, len(sample))


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return None if "\0" in text else text


def plain(text: str, where: str, channel: Channel = Channel.TEXT) -> Extract:
    """A text line by line, and each paragraph whose lines were broken joined again."""
    paragraph: list[str] = []
    first = 1
    for number, line in enumerate(lines_of(text), 1):
        if len(line) > _LONGEST_LINE:
            yield Unexplained(inside(where, f"line {number}"), Channel.TEXT, "line of more than a million characters")
        if line.strip():
            first = number if not paragraph else first
            paragraph.append(line)
        if paragraph and (not line.strip() or len(paragraph) >= _LINES_TOGETHER):
            yield Piece(inside(where, f"line {first}"), channel, " ".join(paragraph))
            # What is cut in two is read again together with the end of the first part.
            paragraph = paragraph[-2:] if line.strip() else []
            first = number - len(paragraph) + 1
    if paragraph:
        yield Piece(inside(where, f"line {first}"), channel, " ".join(paragraph))


def lines_of(text: str, *, keepends: bool = False) -> Iterator[str]:
    """The lines of a text, as `str.splitlines` has them, without the list of all."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _SLAB) + 1 or len(text)
        yield from text[start:end].splitlines(keepends=keepends)
        start = end
