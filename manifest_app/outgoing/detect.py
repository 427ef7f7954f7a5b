"""Looks at what a file shows and hides, and says which places keep it from leaving."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from manifest_app.outgoing.bounds import blocks_of
from manifest_app.outgoing.find_people import PeopleScan
from manifest_app.outgoing.people import PeopleIndex
from manifest_app.outgoing.pieces import HIDDEN, Channel, Found, Piece, Unexplained
from manifest_app.outgoing.report import Place, What
from manifest_app.outgoing.wording import Passage, readable, wording

BLOCK = 2000
"""Pieces that are looked at together."""

_LETTER = re.compile(r"[^\W\d_]")
_BESIDE = 2
_SHORT_CELL = 40
_PROSE = frozenset(
    {
        *(
            Channel.TEXT,
            Channel.CELL,
            Channel.HEADER,
            Channel.FOOTNOTE,
            Channel.DRAWING,
            Channel.CHART,
            Channel.ALT_TEXT,
        ),
        *(Channel.MAIL_HEADER, Channel.FILE_NAME, Channel.FORM, Channel.ANNOTATION, *HIDDEN),
    }
)
_TOLD_OF_THE_FILE = frozenset(
    {
        *(
            Channel.PROPERTY,
            Channel.DEFINED_NAME,
            Channel.SHEET_NAME,
            Channel.ALT_TEXT,
            Channel.FILE_NAME,
            Channel.BOOKMARK,
        ),
        *(Channel.METADATA, Channel.FIELD_CODE, *HIDDEN),
    }
)


def detect(found: Iterable[Found], people: PeopleIndex | None, today: date) -> Iterator[Place]:
    """The places that keep a file from leaving.

    Args:
        found: What `extract` gave.
        people: Whom to look for, or None.
        today: For two-digit years of birth.
    """
    scan = PeopleScan(people, today) if people is not None else None
    before: list[Piece] = []
    for block in blocks_of(found, BLOCK):
        yield from (Place(one.where, one.channel, one.what) for one in block if isinstance(one, Unexplained))
        pieces = [one for one in block if isinstance(one, Piece)]
        yield from _in_pieces(pieces, before, scan)
        before = pieces[-_BESIDE:]


def _in_pieces(pieces: Sequence[Piece], before: Sequence[Piece], scan: PeopleScan | None) -> Iterator[Place]:
    named = scan.found(pieces) if scan is not None else [False] * len(pieces)
    texts = [readable(piece.full_text) for piece in (*before, *pieces)]
    for number, (piece, person) in enumerate(zip(pieces, named, strict=True), len(before)):
        beside = texts[max(0, number - _BESIDE) : number + _BESIDE + 1]
        for what in _whats(piece, texts[number], beside, person=person):
            yield Place(piece.where, piece.channel, what)


def _whats(piece: Piece, said: Passage, beside: Sequence[Passage], *, person: bool) -> Iterator[What]:
    if not said.words:
        return
    spoken = wording()
    if person:
        yield What.PERSON
    if spoken.says_protection(said):
        yield What.PROTECTION
    elif _says_of_people(piece, said, person=person):
        yield What.OF_PEOPLE
    if piece.channel in _PROSE and spoken.says_of_set(said, beside):
        yield What.OF_SET
    if piece.channel in HIDDEN and (piece.channel is not Channel.NOTES or _LETTER.search(said.text)):
        yield What.HIDDEN


def _says_of_people(piece: Piece, said: Passage, *, person: bool) -> bool:
    if person or piece.channel in _TOLD_OF_THE_FILE:
        return wording().says_of_people(said)
    row = " ".join(cell for cell in piece.cells if len(cell) <= _SHORT_CELL)
    return piece.channel in _PROSE and wording().says_beside_people(said, row)
