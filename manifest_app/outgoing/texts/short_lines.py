"""Short paragraphs below one another: a name in two lines of a letterhead, letters set upright."""

from collections.abc import Iterator

from manifest_app.outgoing.pieces import Channel, Extract, Piece

_WORDS, _LETTERS = 3, 40
_TOGETHER = 4
_MOST_UPRIGHT = 400


class _Lines:
    """The short lines just before, and the single letters."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._upright: list[str] = []

    def joined_by(self, piece: Piece) -> Iterator[Piece]:
        """What a text says with the short lines above it."""
        text = piece.text.strip()
        if len(text) > _LETTERS or len(text.split()) > _WORDS:
            yield from self.ended(piece)
            self._lines = []
            return
        if len(text) == 1 and len(self._upright) < _MOST_UPRIGHT:
            self._upright.append(text)
        else:
            yield from self.ended(piece)
        self._lines = [*self._lines[1 - _TOGETHER :], text]
        if len(self._lines) > 1:
            # Two spaces end a sentence (`wording`): lines are none.
            yield Piece(piece.where, piece.channel, "  ".join(self._lines))

    def ended(self, piece: Piece) -> Iterator[Piece]:
        """What the single letters say together."""
        letters, self._upright = self._upright, []
        if len(letters) >= _TOGETHER:
            yield Piece(piece.where, piece.channel, "".join(letters))


def with_short_lines_joined(found: Extract) -> Extract:
    """The same, and what short paragraphs say together that follow one another."""
    lines = _Lines()
    last: Piece | None = None
    for one in found:
        yield one
        if isinstance(one, Piece) and one.channel is Channel.TEXT and one.text.strip():
            last = one
            yield from lines.joined_by(one)
    if last is not None:
        yield from lines.ended(last)
