"""The writers: a public table in, the same bytes out on every machine."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from manifest_app.release.table import PublicTable
from manifest_app.release.writers import csv, paxlst, pdf, xlsx

WRITERS: Mapping[str, Callable[[PublicTable], bytes]] = MappingProxyType(
    {"xlsx": xlsx.write, "csv": csv.write, "pdf": pdf.write, "paxlst": paxlst.write}
)
"""The writer of each file format."""
