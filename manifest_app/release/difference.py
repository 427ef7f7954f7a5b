"""What a recipient can see by laying a new list beside those it has.

A list that is clean by itself tells of the people who are on one list and not on the other: where only those are taken
off whose status came to light, everyone taken off has that status. So every list is compared with all that went before.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from manifest_app.model.release import PublicList, PublicPassenger
from manifest_app.standards.names import fold, icao_name

_MESSAGE = "paxlst"
_NAMES = frozenset({"name", "family_name", "given_names"})


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a reader takes a row for, from public fields only.

    Attributes:
        words: The folded words of the whole name, sorted: exchanged names are one person's.
        birth_date: As written.
        document: Number of the document, letters and digits only.
    """

    words: tuple[str, ...]
    birth_date: str
    document: str

    @classmethod
    def of_row(cls, keys: Sequence[str], row: Sequence[str]) -> "Person":
        """The person of a row of a list."""
        return cls._of(dict(zip(keys, row, strict=True)))

    @classmethod
    def of_passenger(cls, passenger: PublicPassenger) -> "Person":
        """The person of a passenger."""
        return cls._of(asdict(passenger))

    @classmethod
    def _of(cls, cells: Mapping[str, str]) -> "Person":
        number = "".join(filter(str.isalnum, cells.get("document_number", ""))).upper()
        return cls(_words(cells), cells.get("birth_date", ""), number)


@dataclass(frozen=True, slots=True)
class HeldList:
    """A list that the recipient has, or somebody who shares with it.

    Attributes:
        own: Whether it went to this very recipient.
        number: The release's number for whoever got it.
        profile: Name of the profile it was written in.
        file_format: Such as ``xlsx``.
        content: What it shows, or None when that was not kept.
    """

    own: bool
    number: int
    profile: str
    file_format: str
    content: PublicList | None


@dataclass(frozen=True, slots=True)
class Change:
    """A row of the new list with other values than an earlier list; ``fields`` are field keys, sorted."""

    row: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What can be seen by comparing a new list with all earlier ones.

    Attributes:
        lists: Number of earlier lists.
        unknown: How many of them can't be compared, since what they showed was not kept.
        before: Passengers on the last of them (its own, if it has one), or None.
        now: Passengers on the new one.
        gone: Who is on one of them and not on the new one.
        listed: Who is on the new one, in its order.
        stay: Who is on one of them and on the new one.
        new: Rows of the new list, from 1, that one of them lacks.
        changed: Rows of the new list that one of them has with other values.
        renumbered: Number of people with another number than on the last one.
        reordered: Whether the people of the last one stand in another order.
        other_form: Whether the last one had another profile or file format.
    """

    lists: int
    unknown: int
    before: int | None
    now: int
    gone: tuple[Person, ...]
    listed: tuple[Person, ...]
    stay: tuple[Person, ...]
    new: tuple[int, ...]
    changed: tuple[Change, ...]
    renumbered: int
    reordered: bool
    other_form: bool

    @property
    def tells(self) -> bool:
        """Whether the people or their values differ, or may differ."""
        return bool(self.gone or self.new or self.changed or self.unknown)


def compare(earlier: Sequence[HeldList], new: PublicList, profile: str, file_format: str) -> Difference:
    """Compare a new list with everything the recipient has, oldest first."""
    people = _people(new)
    gone: list[Person] = []
    stay: set[int] = set()
    added: set[int] = set()
    changed: dict[int, set[str]] = defaultdict(set)
    for one in earlier:
        content = one.content
        if content is None:
            continue
        # A passenger list message says names in A to Z, and has its own codes for documents.
        same_letters = (one.file_format == _MESSAGE) == (file_format == _MESSAGE)
        old = _people(content)
        pairs = match(old, people)
        lost = [person for at, person in enumerate(old) if at not in pairs]
        known = match(lost, gone)
        gone += [person for at, person in enumerate(lost) if at not in known]
        stay |= set(pairs.values())
        added |= set(range(len(people))) - set(pairs.values())
        for before, now in pairs.items():
            changed[now] |= _changed(
                content.keys, content.rows[before], new.keys, new.rows[now], same_letters=same_letters
            )
    last = next((one for one in reversed(earlier) if one.own), earlier[-1]) if earlier else None
    moves = _moves(last.content, new) if last and last.content else (0, False)
    return Difference(
        lists=len(earlier),
        unknown=sum(one.content is None for one in earlier),
        before=len(last.content.rows) if last and last.content else None,
        now=len(people),
        gone=tuple(gone),
        listed=people,
        stay=tuple(people[at] for at in sorted(stay)),
        new=tuple(at + 1 for at in sorted(added)),
        changed=tuple(Change(at + 1, tuple(sorted(fields))) for at, fields in sorted(changed.items()) if fields),
        renumbered=moves[0],
        reordered=moves[1],
        other_form=last is not None and (last.profile, last.file_format) != (profile, file_format),
    )


def match(old: Sequence[Person], new: Sequence[Person]) -> dict[int, int]:
    """Pair the same people of two lists: position in ``old`` to position in ``new``, each at most once.

    The same is who has the same name, birth date and document; then the same document, and the name's words or the
    birth date in common; then the same name and birth date. Whom only a namesake replaces is gone.
    """
    pairs: dict[int, int] = {}
    _pair(old, new, pairs, lambda person: person)
    _pair(old, new, pairs, lambda person: (person.document, person.birth_date) if person.document else None)
    _pair(old, new, pairs, lambda person: (person.document, person.words) if person.document else None)
    _pair(old, new, pairs, lambda person: (person.words, person.birth_date) if person.birth_date else None)
    return pairs


def _pair(
    old: Sequence[Person], new: Sequence[Person], pairs: dict[int, int], key: Callable[[Person], Hashable | None]
) -> None:
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for at, person in enumerate(new):
        if at not in taken:
            waiting[key(person)].append(at)
    for at, person in enumerate(old):
        mark = key(person)
        if at not in pairs and mark is not None and waiting.get(mark):
            pairs[at] = waiting[mark].pop(0)


def _people(content: PublicList) -> tuple[Person, ...]:
    return tuple(Person.of_row(content.keys, row) for row in content.rows)


def _words(cells: Mapping[str, str]) -> tuple[str, ...]:
    name = " ".join(cells.get(key, "") for key in ("name", "family_name", "given_names"))
    return tuple(sorted(fold(name).split()))


def _changed(
    keys: Sequence[str], row: Sequence[str], new_keys: Sequence[str], new_row: Sequence[str], *, same_letters: bool
) -> set[str]:
    was, is_now = dict(zip(keys, row, strict=True)), dict(zip(new_keys, new_row, strict=True))
    said = _as_written if same_letters else _as_transcribed
    both = was.keys() & is_now.keys() - {"number"}
    fields = {key for key in both if said(key, was[key]) != said(key, is_now[key])}
    # A list with the name in one column beside one with two: only the words can be compared.
    if was.keys() & _NAMES != is_now.keys() & _NAMES and _words(was) != _words(is_now):
        fields.add("name")
    return fields


def _as_written(_: str, text: str) -> str:
    return text


def _as_transcribed(key: str, text: str) -> str:
    return icao_name(text) if key in _NAMES else "" if key == "document_type" else text


def _moves(old: PublicList, new: PublicList) -> tuple[int, bool]:
    pairs = match(_people(old), _people(new))
    order = [pairs[at] for at in sorted(pairs)]
    return sum(at != pairs[at] for at in pairs), order != sorted(order)


def sentences(difference: Difference) -> tuple[str, ...]:
    """What a planner may know of a comparison: how many, which rows and fields, and nothing of anybody's status."""
    if not difference.lists:
        return ("Nobody who gets this list has an earlier one of this flight.",)
    said = [f"Earlier lists of this flight that this recipient has, or one that shares with it: {difference.lists}."]
    if difference.before is not None:
        said.append(f"The last has {difference.before} passengers, the new list {difference.now}.")
    if difference.unknown:
        said.append(f"What {difference.unknown} of them said was not kept, so they can't be compared.")
    said.append(_moved(difference))
    said += [f"Row {one.row} says something else: {_fields(one.fields)}." for one in difference.changed]
    if difference.renumbered:
        order = ", in another order" if difference.reordered else ""
        said.append(f"Passengers with another row number than before: {difference.renumbered}{order}.")
    if difference.other_form:
        said.append("The last had another profile or file format.")
    return tuple(said)


def _moved(difference: Difference) -> str:
    if not (difference.gone or difference.new):
        return "No passenger is gone or new."
    return f"Gone: {len(difference.gone)}. New: {len(difference.new)}."


def _fields(keys: Iterable[str]) -> str:
    return ", ".join(key.replace("_", " ") for key in keys)
