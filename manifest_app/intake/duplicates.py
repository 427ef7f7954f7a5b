"""The same passenger twice on one list."""

from dataclasses import dataclass

from manifest_app.model.passenger import Identity
from manifest_app.standards.names import fold

_FIELDS = {
    "A-number": ("a_number",),
    "travel document": ("document_number", "mrz"),
    "name and birth date": ("family_name", "full_name", "given_names", "mrz"),
}


@dataclass(frozen=True, slots=True)
class Repeat:
    """An earlier passenger who is the same: the row, what is the same in words, and the fields that say it."""

    row: int
    words: str
    fields: tuple[str, ...]


class Duplicates:
    """Remembers the passengers of a list and says which of them a further one repeats."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, ...], int] = {}

    def earlier(self, identity: Identity) -> Repeat | None:
        """The earlier passenger who is the same, or None."""
        for key in _keys(identity):
            if key in self._rows:
                return Repeat(self._rows[key], key[0], _FIELDS[key[0]])
        return None

    def add(self, identity: Identity, row: int) -> None:
        """Remember a passenger."""
        for key in _keys(identity):
            self._rows.setdefault(key, row)


def _keys(identity: Identity) -> list[tuple[str, ...]]:
    keys: list[tuple[str, ...]] = []
    if identity.a_number:
        keys.append(("A-number", identity.a_number))
    keys += [("travel document", item.issuer, item.number) for item in identity.documents if item.number]
    name = fold(f"{identity.family_name} {identity.given_names}")
    if name and identity.birth_date is not None:
        keys.append(("name and birth date", name, str(identity.birth_date)))
    return keys
