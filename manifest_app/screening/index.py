"""The registry, arranged so that whoever may be on it is found without comparing everyone with everyone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from manifest_app.model.progress import Progress, silent
from manifest_app.model.protection import Record
from manifest_app.screening.birth import BirthIndex
from manifest_app.screening.identifiers import NumberIndex
from manifest_app.screening.normalize import NameForm, Person, normalize
from manifest_app.screening.vocabulary import Vocabulary

Rows = NDArray[np.int32]
_STEP = 2_000


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of numbers laid end to end: list ``i`` is ``values[starts[i]:starts[i + 1]]``."""

    starts: NDArray[np.int64]
    values: Rows

    def __getitem__(self, number: int) -> Rows:
        return self.values[self.starts[number] : self.starts[number + 1]]


def lists(groups: NDArray[np.int32], values: NDArray[np.int32], count: int) -> Lists:
    """Collect ``values`` by group 0 ... ``count`` - 1, each list in the order of the values."""
    order = np.lexsort((values, groups))
    starts = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(groups, minlength=count), out=starts[1:])
    return Lists(starts, values[order].astype(np.int32))


class RecordIndex:
    """An index over the records that have not ended. Made by `build_index`; never changed.

    A *name row* is one whole name of one record: row ``i`` below ``len(records)`` is the name in the fields of record
    ``i``, the rows after that are other names.

    Attributes:
        records: The records, in the order of their ids.
        people: The same, ready to be compared.
        vocabulary: All distinct names.
        holders: For each name of the vocabulary, the name rows that hold it.
        forms: The name of each name row.
        record_of: For each name row, its record's row.
        sizes: For each name row, the number of its names.
        births: Dates of birth.
        a_numbers: A-numbers.
        documents: Numbers of travel documents.
        weak: For nationality and sex, the values by code (code 0 is "not given") and each record's code.
    """

    def __init__(self, records: Sequence[Record], people: Sequence[Person]) -> None:
        self.records = tuple(records)
        self.people = tuple(people)
        self.row_of = {record.id: row for row, record in enumerate(self.records)}
        self._lay_names()
        self.births = BirthIndex([person.birth for person in people])
        self.a_numbers = NumberIndex([(person.a_number,) if person.a_number else () for person in people])
        self.documents = NumberIndex([person.documents for person in people])
        self.weak = {
            "nationality": Coded([person.nationality for person in people]),
            "sex": Coded([person.sex for person in people]),
        }

    def __len__(self) -> int:
        return len(self.records)

    def _lay_names(self) -> None:
        named = [(row, person.names[0]) for row, person in enumerate(self.people)]
        named += [(row, form) for row, person in enumerate(self.people) for form in person.names[1:]]
        self.forms: tuple[NameForm, ...] = tuple(form for _, form in named)
        self.record_of: Rows = np.array([row for row, _ in named], dtype=np.int32)
        self.sizes: NDArray[np.int32] = np.array([len(form.tokens) for form in self.forms], dtype=np.int32)
        self.others: dict[int, list[int]] = {}
        for name_row in range(len(self.people), len(named)):
            self.others.setdefault(named[name_row][0], []).append(name_row)
        spellings: dict[str, set[str]] = {}
        for form in self.forms:
            for token in form.tokens:
                spellings.setdefault(token.text, set()).update(token.spellings)
        self.vocabulary = Vocabulary(spellings)
        self._lay_holders()

    def _lay_holders(self) -> None:
        ids = self.vocabulary.ids
        held = [(ids[text], row) for row, form in enumerate(self.forms) for text in {t.text for t in form.tokens}]
        pairs = np.array(held, dtype=np.int32).reshape(-1, 2)
        self.holders = lists(pairs[:, 0], pairs[:, 1], len(ids))

    def name_rows(self, row: int) -> tuple[int, ...]:
        """The name rows of a record."""
        return (row, *self.others.get(row, ()))


class Coded:
    """A column of few distinct values, such as nationality, as small numbers; 0 stands for "not given"."""

    def __init__(self, values: Sequence[str]) -> None:
        self.codes = {value: code for code, value in enumerate(sorted(set(values) | {""}))}
        self.column: NDArray[np.int32] = np.array([self.codes[value] for value in values], dtype=np.int32)
        self.counts: list[int] = np.bincount(self.column, minlength=len(self.codes)).tolist()

    def count(self, value: str) -> int:
        """How many records have the value."""
        return self.counts[self.codes[value]] if value in self.codes else 0


def build_index(records: Iterable[Record], *, progress: Progress = silent) -> RecordIndex:
    """Arrange records for `screen`; those that have ended are left out.

    The result depends on the records alone, not on their order.
    """
    living = sorted((record for record in records if not record.ended), key=lambda record: record.id)
    people = []
    for done, record in enumerate(living):
        if done % _STEP == 0:
            progress(done, len(living), "arranging the registry")
        people.append(normalize(record.identity))
    return RecordIndex(living, people)
