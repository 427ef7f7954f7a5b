"""The name index of a check, kept under the registry key: who can't read the registry can't open it.

It is only as good as the records it was made of, so each part says of which version of the registry it is. Whatever is
wrong with it, there is none: it is made anew from the records.
"""

import sqlalchemy as sa

from manifest_app.errors import VaultDamagedError
from manifest_app.vault.registry import registry_version
from manifest_app.vault.tables import NAME_INDEX
from manifest_app.vault.transactions import Reader, Row, Writer

_PART_BYTES = 8 << 20
_NUMBER_BYTES = 8
_HEADER_BYTES = 2 * _NUMBER_BYTES


def save_name_index(writer: Writer, version: int, data: bytes) -> None:
    """Keep an index in place of the one before.

    Args:
        writer: The change.
        version: The `registry_version` it was made of.
        data: The index.

    Raises:
        NotAllowedError: This person lacks the registry key.
    """
    parts = [data[start : start + _PART_BYTES] for start in range(0, len(data), _PART_BYTES)]
    header = _header(version, len(parts))
    old = writer.ids(NAME_INDEX, "")
    writer.remove(NAME_INDEX, old[len(parts) :])
    for number, part in enumerate(parts):
        writer.put(NAME_INDEX, Row(f"part-{number:04d}", header + part, "", number))


def saved_name_index(reader: Reader) -> bytes | None:
    """The index of exactly the records that there are now, or None.

    Raises:
        NotAllowedError: This person lacks the registry key.
    """
    header = _header(registry_version(reader), len(reader.ids(NAME_INDEX, "")))
    parts: list[bytes] = []
    try:
        for row in reader.rows(NAME_INDEX, ""):
            if row.payload[:_HEADER_BYTES] != header:
                return None
            parts.append(row.payload[_HEADER_BYTES:])
    except (VaultDamagedError, sa.exc.DBAPIError):
        return None
    return b"".join(parts) or None


def _header(version: int, parts: int) -> bytes:
    return version.to_bytes(_NUMBER_BYTES, "big") + parts.to_bytes(_NUMBER_BYTES, "big")
