"""How the columns of a layout that came before were mapped, so that nobody has to map it twice."""

from collections.abc import Mapping

from manifest_app.vault.tables import LAYOUT
from manifest_app.vault.transactions import Reader, Writer


def save_layout(writer: Writer, fingerprint: str, mapping: Mapping[str, str]) -> None:
    """Remember the mapping (heading -> field) of a layout."""
    writer.put_value(LAYOUT, fingerprint, dict(mapping))


def layout(reader: Reader, fingerprint: str) -> Mapping[str, str] | None:
    """The mapping of a layout, or None if it never came before."""
    return reader.value(LAYOUT, dict[str, str], fingerprint)
