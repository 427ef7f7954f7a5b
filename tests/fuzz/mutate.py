"""Changes of bytes by a seed: enough to find what is near, where no fuzzer is at hand."""

import random
from collections.abc import Callable, Iterator, Sequence

_TELLING = (
    *(b"\0", b"\xff", b"<", b">", b"/>", b"&", b'"', b"'", b"(", b")", b"\\", b"\r\n", b"\n\n", b"=", b"=?", b"--b"),
    *(b"<!--", b"<![CDATA[", b"<!DOCTYPE a>", b"<?", b"&#65;", b"%PDF-", b"PK\3\4", b"endobj", b"stream\n", b"/Filter"),
    *(
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"99999999999999999999",
        b"-1",
        b"0",
        b"\xed\xa0\x80",
        b"\x1b",
        b"'UNA",
    ),
)
_MOST_COPIED = 64


def _flipped(data: bytearray, draw: random.Random) -> None:
    if data:
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)


def _put(data: bytearray, draw: random.Random) -> None:
    place = draw.randrange(len(data) + 1)
    data[place:place] = draw.choice(_TELLING)


def _cut(data: bytearray, draw: random.Random) -> None:
    place = draw.randrange(len(data) + 1)
    del data[place : place + draw.randrange(1, _MOST_COPIED)]


def _copied(data: bytearray, draw: random.Random) -> None:
    place = draw.randrange(len(data) + 1)
    piece = data[place : place + draw.randrange(1, _MOST_COPIED)]
    data[draw.randrange(len(data) + 1) :][:0] = piece
    data += piece


def _shortened(data: bytearray, draw: random.Random) -> None:
    del data[draw.randrange(len(data) + 1) :]


_CHANGES: Sequence[Callable[[bytearray, random.Random], None]] = (_flipped, _put, _put, _cut, _copied, _shortened)


def changed(seeds: Sequence[bytes], seed: str) -> Iterator[bytes]:
    """The seeds, and then changes of them without end, always the same for one ``seed``."""
    yield from seeds
    draw = random.Random(seed)
    while True:
        data = bytearray(draw.choice(seeds))
        for _ in range(draw.randrange(1, 5)):
            draw.choice(_CHANGES[:5] if draw.random() < 0.9 else _CHANGES)(data, draw)
        yield bytes(data)
