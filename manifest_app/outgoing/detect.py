"""Looks at what a file shows and hides, and says which places keep it from leaving."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from manifest_app.outgoing.bounds import blocks_of
from manifest_app.outgoing.people.find import PeopleScan
from manifest_app.outgoing.people.index import PeopleIndex
from manifest_app.outgoing.pieces import HIDDEN, Channel, Found, Piece, Unexplained
from manifest_app.outgoing.report import Place, What
from manifest_app.outgoing.words.wording import Passage, Wording, readable, wording

BLOCK = 2000
"""Pieces that are looked at together."""

_LETTER = re.compile(r"[^\W\d_]")
_BESIDE = 2
_TOGETHER = 50
_SHORT_PIECE = 200
_SHORT_CELL = 40
_LONGEST_RUN_ON = 1000
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
    spoken = wording()
    before: list[Piece] = []
    for block in blocks_of(found, BLOCK):
        yield from (Place(one.where, one.channel, one.what) for one in block if isinstance(one, Unexplained))
        pieces = [one for one in block if isinstance(one, Piece)]
        yield from _in_pieces(pieces, before, scan, spoken)
        before = pieces[-_BESIDE:]


def _in_pieces(
    pieces: Sequence[Piece], before: Sequence[Piece], scan: PeopleScan | None, spoken: Wording
) -> Iterator[Place]:
    named = scan.found(pieces) if scan is not None else [False] * len(pieces)
    all_pieces = [*before, *pieces]
    said = _Said(all_pieces, spoken)
    for number, (piece, person) in enumerate(zip(pieces, named, strict=True), len(before)):
        if person or piece.channel in HIDDEN or said.may_tell(number):
            for what in _whats(piece, said, number, spoken, person=person):
                yield Place(piece.where, piece.channel, what)
        if number and _runs_on(all_pieces[number - 1], piece) and said.tells_of_set_with_the_one_before(number):
            yield Place(piece.where, piece.channel, What.OF_SET)


def _runs_on(before: Piece, piece: Piece) -> bool:
    """Whether a paragraph goes on with the sentence of the one before."""
    if before.channel is not Channel.TEXT or piece.channel is not Channel.TEXT:
        return False
    above, text = before.text.rstrip(), piece.text.lstrip()
    if not text[:1].islower() or len(above) > _LONGEST_RUN_ON or len(text) > _LONGEST_RUN_ON:
        return False
    return bool(above) and above[-1] not in ".!?:;"


class _Said:
    """What pieces say, read when it is asked for: of most of them nothing is."""

    def __init__(self, pieces: Sequence[Piece], spoken: Wording) -> None:
        self._texts = [piece.full_text for piece in pieces]
        self._spoken = spoken
        self._read: dict[int, Passage] = {}
        self._silent: dict[int, bool] = {}

    def __getitem__(self, number: int) -> Passage:
        if number not in self._read:
            self._read[number] = readable(self._texts[number])
        return self._read[number]

    def beside(self, number: int) -> Iterator[Passage]:
        """A piece and those around it."""
        for other in range(max(0, number - _BESIDE), min(len(self._texts), number + _BESIDE + 1)):
            yield self[other]

    def tells_of_set_with_the_one_before(self, number: int) -> bool:
        """Whether a piece and the one before tell of a set as one sentence."""
        joined = readable(f"{self._texts[number - 1].rstrip()} {self._texts[number].lstrip()}")
        return self._spoken.may_tell(joined) and self._spoken.says_of_set(joined, self.beside(number))

    def may_tell(self, number: int) -> bool:
        """Whether a piece is worth a closer look; short ones are first looked at together."""
        if len(self._texts[number]) <= _SHORT_PIECE and self._is_silent(number // _TOGETHER):
            return False
        return self._spoken.may_tell(self[number])

    def _is_silent(self, group: int) -> bool:
        if group not in self._silent:
            texts = self._texts[group * _TOGETHER : (group + 1) * _TOGETHER]
            together = "\n".join(text for text in texts if len(text) <= _SHORT_PIECE)
            self._silent[group] = not self._spoken.may_tell(readable(together), notes=True)
        return self._silent[group]


def _whats(piece: Piece, all_said: _Said, number: int, spoken: Wording, *, person: bool) -> Iterator[What]:
    said = all_said[number]
    if not said.words:
        return
    if person:
        yield What.PERSON
    if spoken.says_protection(said):
        yield What.PROTECTION
    elif _says_of_people(piece, said, spoken, person=person):
        yield What.OF_PEOPLE
    if piece.channel is not Channel.MARKUP and spoken.says_of_set(said, all_said.beside(number)):
        yield What.OF_SET
    if piece.channel in HIDDEN and (piece.channel is not Channel.NOTES or _LETTER.search(said.text)):
        yield What.HIDDEN


def _says_of_people(piece: Piece, said: Passage, spoken: Wording, *, person: bool) -> bool:
    if person or piece.channel in _TOLD_OF_THE_FILE:
        return spoken.says_of_people(said)
    short = [cell for cell in piece.cells if len(cell) <= _SHORT_CELL]
    if spoken.says_in_cells(short):
        return True
    row = " ".join(short)
    return piece.channel in _PROSE and spoken.says_beside_people(said, row)
