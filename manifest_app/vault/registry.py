"""The protection registry and the exposure lists.

Identities lie in segments under the registry key. What is known of protection lies in boxes beside them: one for the
protection key, and one, for the restricted classes, for the restricted key. Whoever adds or corrects a record needs
no key to fill the boxes, and so can't look into them. That a record is of a restricted class stands in the boxes alone:
the registry key doesn't tell it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from manifest_app.errors import Bug, NotFoundError
from manifest_app.model.passenger import Identity
from manifest_app.model.protection import ProtectionDetails, Record, RecordChange
from manifest_app.vault import codec
from manifest_app.vault.sealing import random_id
from manifest_app.vault.tables import COUNTER, RECORD, RECORD_CHANGE, RECORD_DETAILS, RECORD_RESTRICTED, Shelf
from manifest_app.vault.transactions import Reader, Row, Writer, decoded

_SEGMENT = 1000
"""Records per segment."""

_VERSION = "registry"
_FIRST, _CORRECTED = "first", "corrected"
_Details = dict[str, ProtectionDetails | None]
_Records = tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class RegistryCounts:
    """How many records there are.

    Attributes:
        lists: List id -> records in force.
        ended: Records that were ended.
    """

    lists: Mapping[str, int]
    ended: int


def add_records(writer: Writer, records: Sequence[Record], details: Sequence[ProtectionDetails]) -> None:
    """Add records with what is known of their protection, pair by pair.

    Raises:
        NotAllowedError: This person lacks the registry key.
    """
    if len(records) != len(details):
        raise Bug
    for start in range(0, len(records), _SEGMENT):
        segment = records[start : start + _SEGMENT]
        known = {record.id: one for record, one in zip(segment, details[start : start + _SEGMENT], strict=True)}
        segment_id, position = random_id(), writer.next_position(RECORD, "")
        writer.put(RECORD, Row(segment_id, _segment_bytes(segment), "", position))
        _fill_boxes(writer, Row(segment_id, b"", _FIRST, position), segment, known)
    _bump(writer)


def records(reader: Reader) -> tuple[Record, ...]:
    """All records, ended ones too, in the order they were added.

    Which are of a restricted class is known with the protection key only; to others none is.

    Raises:
        NotAllowedError: This person lacks the registry key.
    """
    found = tuple(record for _, segment in _segments(reader) for record in segment)
    if not reader.can.protection:
        return found
    boxes = _opened(reader, RECORD_DETAILS, frozenset(record.id for record in found))
    hidden = {record_id for record_id, content in boxes.items() if content is None}
    return tuple(replace(record, restricted=True) if record.id in hidden else record for record in found)


def identities(reader: Reader) -> Iterator[Identity]:
    """Who the records in force speak of, a segment at a time; no box is opened for it.

    Raises:
        NotAllowedError: This person lacks the registry key.
    """
    return (record.identity for _, segment in _segments(reader) for record in segment if not record.ended)


def details(reader: Reader, record_ids: Collection[str]) -> Mapping[str, ProtectionDetails]:
    """What is known of the protection of some records, as far as this person's keys open it.

    Raises:
        NotAllowedError: This person's keys open none of it.
    """
    wanted = frozenset(record_ids)
    found = _opened(reader, RECORD_DETAILS, wanted)
    if reader.can.restricted:
        found |= {key: one for key, one in _opened(reader, RECORD_RESTRICTED, wanted).items() if one is not None}
    return {key: one for key, one in found.items() if one is not None}


def update_record(writer: Writer, record: Record, details: ProtectionDetails | None = None) -> None:
    """Correct or end a record; ``details`` None leaves what is known of its protection as it is.

    Raises:
        NotAllowedError: This person lacks the registry key.
        NotFoundError: There is no such record.
    """
    for row, segment in _segments(writer):
        if any(other.id == record.id for other in segment):
            changed = tuple(record if other.id == record.id else other for other in segment)
            writer.put(RECORD, Row(row.id, _segment_bytes(changed), row.parent, row.position))
            break
    else:
        raise NotFoundError("There is no such record.", "See the list of records.")
    if details is not None:
        _fill_boxes(writer, Row(record.id, b"", _CORRECTED), [record], {record.id: details})
    _bump(writer)


def save_change(writer: Writer, change: RecordChange) -> None:
    """Keep who changed a record, why, and their signatures, under the protection key."""
    position = writer.next_position(RECORD_CHANGE, change.record.id)
    writer.put_value(RECORD_CHANGE, random_id(), change, parent=change.record.id, position=position)


def changes(reader: Reader, record_id: str) -> tuple[RecordChange, ...]:
    """The changes of a record, oldest first.

    Raises:
        NotAllowedError: This person lacks the protection key.
    """
    return reader.values(RECORD_CHANGE, RecordChange, record_id)


def counts(reader: Reader) -> RegistryCounts:
    """How many records there are.

    Raises:
        NotAllowedError: This person lacks the registry key.
    """
    lists: dict[str, int] = {}
    ended = 0
    for record in records(reader):
        ended += record.ended
        lists[record.list_id] = lists.get(record.list_id, 0) + (not record.ended)
    return RegistryCounts(lists, ended)


def registry_version(reader: Reader) -> int:
    """Counts all changes of registry and lists; anyone can read it."""
    return reader.version(COUNTER, _VERSION)


def _bump(writer: Writer) -> None:
    writer.put(COUNTER, Row(_VERSION, b""))


def _segment_bytes(segment: Sequence[Record]) -> bytes:
    return codec.encode([replace(record, restricted=False) if record.restricted else record for record in segment])


def _segments(reader: Reader) -> Iterator[tuple[Row, _Records]]:
    for row in reader.rows(RECORD):
        yield row, decoded(row.payload, _Records, RECORD)


def _fill_boxes(writer: Writer, place: Row, records: Sequence[Record], known: Mapping[str, ProtectionDetails]) -> None:
    ordinary: _Details = {one.id: None if one.restricted else known[one.id] for one in records}
    restricted: _Details = {one.id: known[one.id] if one.restricted else None for one in records}
    for shelf, content in ((RECORD_DETAILS, ordinary), (RECORD_RESTRICTED, restricted)):
        writer.put(shelf, Row(place.id, codec.encode(content), place.parent, place.position))


def _opened(reader: Reader, shelf: Shelf, wanted: frozenset[str]) -> _Details:
    found: _Details = {}
    for parent in (_FIRST, _CORRECTED):
        for row in reader.rows(shelf, parent):
            content = decoded(row.payload, _Details, shelf)
            found |= {key: one for key, one in content.items() if key in wanted}
    return found
