"""What a session's keys open of registry and lists, loaded once and kept until they change."""

from collections.abc import Mapping
from dataclasses import dataclass

from manifest_app.model.progress import Progress, silent
from manifest_app.model.protection import ProtectionDetails, Record
from manifest_app.screening import RecordIndex, build_index
from manifest_app.vault import Reader
from manifest_app.vault import registry as store


@dataclass(slots=True)
class Knowledge:
    """The registry and the lists at one version of them.

    Attributes:
        version: `store.registry_version` when it was loaded.
        records: All records by id; empty when the keys don't open them.
        details: What the keys open of their details, by record id.
        index: For screening; built when it is first needed.
    """

    version: int
    records: Mapping[str, Record]
    details: Mapping[str, ProtectionDetails]
    index: RecordIndex | None = None

    def indexed(self, progress: Progress = silent) -> RecordIndex:
        """The index for screening."""
        if self.index is None:
            self.index = build_index(self.records.values(), progress=progress)
        return self.index


def load(reader: Reader) -> Knowledge:
    """Load what this session's keys open."""
    records = {record.id: record for record in store.records(reader)} if reader.can.registry else {}
    details = store.details(reader, list(records)) if reader.can.protection else {}
    return Knowledge(store.registry_version(reader), records, details)
