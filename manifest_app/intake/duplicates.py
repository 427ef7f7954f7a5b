"""The same passenger twice on one list."""

from manifest_app.model.passenger import Identity
from manifest_app.standards.names import fold


class Duplicates:
    """Remembers the passengers of a list and says which of them a further one repeats."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, ...], int] = {}

    def earlier(self, identity: Identity) -> tuple[int, str] | None:
        """The row of an earlier passenger who is the same, and by what; the identity is remembered if there is none."""
        keys = _keys(identity)
        for key in keys:
            if key in self._rows:
                return self._rows[key], key[0]
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
