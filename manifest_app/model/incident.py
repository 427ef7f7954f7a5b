"""An exposure: data or a remark that may have told someone who asked for protection."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident and its exposure list (the people on it are `protection.Record` rows with ``list_id`` = ``id``)."""

    id: str
    name: str
    happened_on: date | None
    recorded_by: str
