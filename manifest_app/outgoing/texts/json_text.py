"""JSON (RFC 8259), one document or one a line: objects and lists are rows, names are read as their words."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from manifest_app.outgoing.pieces import Channel, Extract, Found, Piece, TooMuchError, Unexplained, inside
from manifest_app.outgoing.texts.plain import plain

_WORD_INSIDE = re.compile(r"(?<=[a-záéíóúñ])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BIRTH = re.compile(r"birth|born|dob|nacim", re.IGNORECASE)
_DAY, _MONTH, _YEAR = ({"day", "dia", "día", "d"}, {"month", "mes", "m"}, {"year", "anio", "año", "ano", "y"})
_RUNS = frozenset({"text", "insert"})
"""How editors keep the runs of a text."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOST_SECONDS = 4_102_444_800
_MOST_COLUMNS = 24
_MOST_LISTS, _MOST_VALUES, _MOST_MEMBERS = 500_000, 2_000_000, 200_000
_LONGEST_NUMBER, _LONGEST_TEXT = 4000, 1 << 20


class _Object(tuple[tuple[str, object], ...]):
    """The members of an object, those of one name too: a dictionary would drop the first of them."""

    __slots__ = ()

    @classmethod
    def of(cls, members: list[tuple[str, object]]) -> "_Object":
        """The object of some members, unless it has more than a check looks at."""
        if len(members) > _MOST_MEMBERS:
            raise TooMuchError("more members of an object than a check looks at")
        return cls(members)


def _whole(text: str) -> int | str:
    """A whole number; one that nobody counts with stays the text it is, since its value takes without end."""
    if len(text) > _LONGEST_TEXT:
        raise TooMuchError("a number of more than a million digits")
    return int(text) if len(text) <= _LONGEST_NUMBER else text


def json_document(text: str, where: str, *, surely: bool = True) -> Extract:
    """Every key and value of a JSON document, or of a file with one in each line.

    Args:
        text: The document.
        where: Its place.
        surely: Whether it says that it is JSON, so that it is damaged if it can't be read; else it is a text.

    Raises:
        TooMuchError: It has more lists and values than a check looks at.
    """
    if text.count("[") + text.count("{") > _MOST_LISTS or text.count(",") > _MOST_VALUES:
        raise TooMuchError("more lists and values than a check looks at")
    try:
        documents = [(where, _read(text.lstrip("\ufeff")))]
    except (ValueError, RecursionError):
        documents = _by_line(text, where)
    if documents:
        for place, document in documents:
            yield from _json(document, inside(place, "$"))
        return
    if surely:
        yield Unexplained(where or Channel.WHOLE, Channel.TEXT, "damaged JSON")
    yield from plain(text, where)


def _read(text: str) -> object:
    return json.loads(text, object_pairs_hook=_Object.of, parse_int=_whole)


def _by_line(text: str, where: str) -> list[tuple[str, object]]:
    try:
        return [
            (inside(where, f"line {number}"), _read(line))
            for number, line in enumerate(text.splitlines(), 1)
            if line.strip()
        ]
    except (ValueError, RecursionError):
        return []


def _json(value: object, where: str) -> Iterator[Found]:
    if isinstance(value, _Object):
        yield from _members(value, where)
    elif isinstance(value, list):
        yield from _list(value, where)
    else:
        yield Piece(where, Channel.TEXT, str(value))
        yield from _inner(value, where)


def _members(members: _Object, where: str) -> Iterator[Found]:
    cells = [f"{_words(key)} {_told(key, inner)}" for key, inner in members if not isinstance(inner, _Object | list)]
    cells += [date for _, inner in members if isinstance(inner, _Object) and (date := _date_of(inner))]
    if cells:
        yield Piece(where, Channel.TEXT, "", tuple(cells))
    yield from _columns(members, where)
    for key, inner in members:
        if isinstance(inner, _Object | list):
            yield Piece(where, Channel.TEXT, _words(key))
            yield from _json(inner, f"{where}.*")
        else:
            yield from _inner(inner, where)


def _list(values: Sequence[object], where: str) -> Iterator[Found]:
    simple = [str(one) for one in values if not isinstance(one, _Object | list)]
    if simple:
        yield Piece(where, Channel.TEXT, "", tuple(simple))
        yield Piece(where, Channel.TEXT, "".join(simple))
    runs = [str(inner) for one in values if isinstance(one, _Object) for key, inner in one if key in _RUNS]
    if len(runs) > 1:
        yield Piece(where, Channel.TEXT, "".join(runs))
    for number, one in enumerate(values):
        if isinstance(one, _Object | list):
            yield from _json(one, f"{where}[{number}]")
        else:
            yield from _inner(one, where)


def _columns(members: _Object, where: str) -> Iterator[Piece]:
    """Lists of one length beside one another are columns: ``{"given": [...], "family": [...]}``."""
    lists = [inner for _, inner in members if isinstance(inner, list) and inner][:_MOST_COLUMNS]
    if len(lists) > 1 and len({len(one) for one in lists}) == 1:
        for row in zip(*lists, strict=True):
            cells = tuple(str(one) for one in row if isinstance(one, str | int | float))
            if len(cells) > 1:
                yield Piece(where, Channel.TEXT, "", cells)


def _inner(value: object, where: str) -> Iterator[Found]:
    """A text that is itself JSON."""
    if isinstance(value, str) and value.lstrip()[:1] in {"{", "["}:
        try:
            document = _read(value)
        except (ValueError, RecursionError):
            return
        yield from _json(document, f"{where}~")


def _words(key: str) -> str:
    """A name as its words: ``asylumClaim`` is read as two."""
    words = _WORD_INSIDE.sub(" ", key)
    return words if words == key else f"{key} {words}"


def _told(key: str, value: object) -> str:
    """A value as it is read; the seconds or milliseconds of a birth as its date."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if abs(value) > _MOST_SECONDS else value
        if _BIRTH.search(key) and abs(seconds) <= _MOST_SECONDS and abs(seconds) > 1e5:
            return f"{value} {(_EPOCH + timedelta(seconds=seconds)).date().isoformat()}"
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
            return str(int(value))
    return str(value)


def _date_of(members: _Object) -> str:
    """A date whose year, month and day are members, or nothing."""
    told = {key.casefold(): str(inner) for key, inner in members if isinstance(inner, int | str)}
    parts = [next((told[key] for key in told if key in names), "") for names in (_YEAR, _MONTH, _DAY)]
    return f"{parts[0]}-{parts[1]:0>2}-{parts[2]:0>2}" if all(part.isdecimal() for part in parts) else ""
