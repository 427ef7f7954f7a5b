"""What the pixels of a picture tell: its words where they can be read (`ocr`), and whether anything is left over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from PIL import Image

from manifest_app.outgoing.pictures import ocr
from manifest_app.outgoing.pieces import Channel, Extract, Piece, Unexplained
from manifest_app.outgoing.texts.letters import (
    Box,
    Gray,
    TooBusyError,
    ground_of,
    has_row,
    ink_of,
    is_outside,
    shapes_of,
)

NOT_READ = "picture without text"
_SURE, _SURE_OF_EACH, _UNSURE_OF = 80, 60, 30
_ICON = 128
_FLAT = 0.3
_FEWEST_LEFT = 3
_LOWEST = 11
_FEW_GREYS = 32
_MOST_FRAMES = 10
_LETTERS = str.maketrans({"0": "O", "1": "l", "|": "l", "!": "l", "5": "S", "8": "B", "$": "S", "€": "e"})
_DIGITS = str.maketrans({"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8", "Z": "2"})


_LONE = re.compile(r"\b([^\W\d_]) (?=[^\W\d_]{2})")
"""A first letter that was read apart from its word."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of some pixels.

    Attributes:
        lines: Its words, line by line.
        told: Whether that is all they can tell.
    """

    lines: tuple[str, ...]
    told: bool


def look(greys: Sequence[Gray], where: str, channel: Channel = Channel.PICTURE) -> Extract:
    """The words of a picture in each way it can be seen, and, unless that is all it tells, that it is not explained."""
    told = True
    said: set[tuple[str, ...]] = set()
    for gray in greys:
        reading = read(gray)
        told = told and reading.told
        if reading.lines and reading.lines not in said:
            said.add(reading.lines)
            yield from pieces_of(reading.lines, where, channel)
    if not told or not greys:
        yield Unexplained(where, channel, NOT_READ)


def pieces_of(lines: Sequence[str], where: str, channel: Channel) -> Extract:
    """Lines that were read: as they are, as one text, and with letters and digits that look alike exchanged."""
    text = "\n".join(lines)
    alike = (_alike(text, _LETTERS, digits=False), _alike(text, _DIGITS, digits=True))
    for one in dict.fromkeys((text, " ".join(lines), _LONE.sub(r"\1", text), *alike)):
        yield Piece(where, channel, one)


def _alike(text: str, table: dict[int, str], *, digits: bool) -> str:
    """The words with letters for digits among letters, or digits for letters among digits."""
    return " ".join(
        word.translate(table) if any(map(str.isdigit if digits else str.isalpha, word)) else word
        for word in text.split()
    )


def read(gray: Gray, known: Sequence[Box] = ()) -> Reading:
    """The words of some pixels; nothing is told of them where no program reads pictures.

    Args:
        gray: The pixels.
        known: Where letters stand that are known by other means; they need not be read.
    """
    if not ocr.is_there():
        return Reading((), told=False)
    even = _stretched(gray)
    if even is None:
        return Reading((), told=True)
    words = ocr.read(even)
    if words is None:
        return Reading((), told=False)
    lines = tuple(" ".join(word.text for word in line) for _, line in groupby(words, lambda word: word.line))
    blank, ground = even.copy(), ground_of(even)
    for left, top, right, bottom in known:
        blank[top:bottom, left:right] = ground
    return Reading(lines, told=_is_told(blank, words) and (bool(known) or _is_sure(even, words)))


def _stretched(gray: Gray) -> Gray | None:
    """The picture with its greys from black to white, evenly where it has few of them; None where it has but one."""
    used = np.flatnonzero(np.bincount(gray.ravel(), minlength=256))
    if len(used) <= 1:
        return None
    if len(used) <= _FEW_GREYS:
        table = np.zeros(256, np.uint8)
        table[used] = np.linspace(0, 255, len(used)).astype(np.uint8)
        even: Gray = table[gray]
        return even
    low, high = int(used[0]), int(used[-1])
    stretched: Gray = ((gray.astype(np.float32) - low) * (255 / (high - low))).astype(np.uint8)
    return stretched


def _is_told(gray: Gray, words: Sequence[ocr.Word]) -> bool:
    if float(np.bincount(gray.ravel()).max()) / gray.size < _FLAT:
        return False
    real = _real(words)
    unsure = sum(word.sure < _SURE_OF_EACH and len(word.text) > 1 for word in real)
    if real and (sum(word.sure for word in real) < _SURE * len(real) or unsure > len(real) // _UNSURE_OF):
        return False
    try:
        shapes = shapes_of(ink_of(gray))
    except TooBusyError:
        return False
    left = [one for one in shapes if is_outside(one, (word.box for word in real))]
    if has_row(left, fewest=_FEWEST_LEFT):
        return False
    return bool(real) or max(gray.shape) <= _ICON


def _real(words: Sequence[ocr.Word]) -> list[ocr.Word]:
    return [word for word in words if any(map(str.isalnum, word.text))]


def _is_sure(gray: Gray, words: Sequence[ocr.Word]) -> bool:
    """Whether the letters are large enough, and the same words are read once more where the picture is larger.

    A misread word often has a high figure too: of pictures of a name and a number in letters of 9 to 26 points, some of
    them blurred or tilted, one in ten was misread with figures that look sure.
    """
    real = _real(words)
    if any(word.box[3] - word.box[1] < _LOWEST and len(word.text) > 1 for word in real):
        return False
    if not real:
        return True
    larger = Image.fromarray(gray).resize((gray.shape[1] * 3 // 2, gray.shape[0] * 3 // 2), Image.Resampling.BICUBIC)
    again = ocr.read(np.asarray(larger))
    return again is not None and _plain(again) == _plain(words)


def _plain(words: Sequence[ocr.Word]) -> list[str]:
    return sorted("".join(filter(str.isalnum, word.text)) for word in _real(words))


def greys_of(picture: Image.Image) -> Iterator[Gray]:
    """Each way in which a picture can be seen: every frame, without its transparency, and the transparency itself.

    Raises:
        ValueError: It has more pixels or frames than are looked at.
    """
    frames = getattr(picture, "n_frames", 1)
    if picture.width * picture.height > ocr.MOST_PIXELS or frames > _MOST_FRAMES:
        raise ValueError("a picture larger than is looked at")
    for number in range(frames):
        if frames > 1:
            picture.seek(number)
        yield from _of_frame(picture)


def _of_frame(frame: Image.Image) -> Iterator[Gray]:
    if frame.mode in {"RGBA", "LA", "PA"} or "transparency" in frame.info:
        full = frame.convert("RGBA")
        bands = [np.asarray(full.getchannel(band)) for band in "RGBA"]
        ground = Image.new("RGBA", full.size, "white")
        yield np.asarray(Image.alpha_composite(ground, full).convert("L"))
        if any(int(band.min()) != int(band.max()) for band in bands[:3]):
            yield np.asarray(full.convert("RGB").convert("L"))
        if int(bands[3].min()) != int(bands[3].max()):
            yield bands[3]
        return
    gray = np.asarray(frame.convert("L"))
    yield gray
    if frame.mode not in {"L", "1"} and int(gray.max()) - int(gray.min()) < _FEW_GREYS:
        yield from (np.asarray(band) for band in frame.convert("RGB").split())
