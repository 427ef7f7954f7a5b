"""Incidents and their exposure lists."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from manifest_app.errors import KnownError
from manifest_app.intake.table import Table
from manifest_app.model.incident import Incident
from manifest_app.model.progress import Progress, silent
from manifest_app.model.protection import Record, RecordSource
from manifest_app.standards.text import clean
from manifest_app.vault import incidents as store
from manifest_app.vault import registry as registry_store
from manifest_app.workflow.importing import ImportOptions
from manifest_app.workflow.lookup import find
from manifest_app.workflow.registry import RECORD_ROLES, RecordImportReport, import_records
from manifest_app.workflow.session import Session


@dataclass(frozen=True, slots=True)
class IncidentSummary:
    """An incident as a list shows it; ``people`` counts the entries of its exposure list that have not ended."""

    id: str
    name: str
    happened_on: date | None
    recorded_by: str
    people: int


def new_incident(session: Session, name: str, happened_on: date | None = None) -> Incident:
    """Record an incident.

    Raises:
        KnownError: The name is empty or taken.
        NotAllowedError: Only supervisors and privacy officers record incidents.
    """
    session.require("record an incident", *RECORD_ROLES)
    title = clean(name)
    if not title:
        raise KnownError("An incident has a name.", "Give one.")
    with session.vault.write("incident.new") as writer:
        if any(other.name.casefold() == title.casefold() for other in store.incidents(writer)):
            raise KnownError("There is an incident of that name already.", "Import into it, or give another name.")
        incident = Incident(session.new_id(), title, happened_on, session.person.name)
        writer.subject = incident.id
        store.save_incident(writer, incident)
    return incident


def incidents(session: Session) -> tuple[IncidentSummary, ...]:
    """All incidents, latest first.

    Raises:
        NotAllowedError: Only supervisors and privacy officers see incidents.
    """
    session.require("see incidents", *RECORD_ROLES)
    with session.vault.read() as reader:
        counts: dict[str, int] = {}
        for record in registry_store.records(reader):
            if record.source is RecordSource.EXPOSURE and not record.ended:
                counts[record.list_id] = counts.get(record.list_id, 0) + 1
        found = sorted(store.incidents(reader), key=lambda one: (one.happened_on or date.max, one.name), reverse=True)
    return tuple(
        IncidentSummary(one.id, one.name, one.happened_on, one.recorded_by, counts.get(one.id, 0)) for one in found
    )


def find_incident(session: Session, key: str) -> Incident:
    """The incident of an id, the beginning of an id, or a name.

    Raises:
        NotFoundError: None, or more than one.
        NotAllowedError: Only supervisors and privacy officers see incidents.
    """
    session.require("see incidents", *RECORD_ROLES)
    with session.vault.read() as reader:
        found = store.incidents(reader)
    named = [one for one in found if one.name.casefold() == clean(key).casefold()]
    return named[0] if named else find(found, key, "incident")


def import_list(
    session: Session,
    incident_id: str,
    path: Path,
    table: Table,
    options: ImportOptions | None = None,
    *,
    progress: Progress = silent,
) -> RecordImportReport:
    """Import the people whom an incident exposed; all of the file, or nothing.

    Raises:
        NotFoundError: No such incident.
        NotAllowedError: Only supervisors and privacy officers import exposure lists.
        IntakeError: The file can't be understood as a whole.
        CancelledError: ``progress`` cancelled; nothing is stored.
    """
    incident = find_incident(session, incident_id)
    return import_records(session, path, table, options, RecordSource.EXPOSURE, incident.id, progress=progress)


def people_of(session: Session, incident_id: str) -> tuple[Record, ...]:
    """The entries of an incident's exposure list, in the order of the source.

    Raises:
        NotFoundError: No such incident.
        NotAllowedError: Only supervisors and privacy officers see them.
    """
    incident = find_incident(session, incident_id)
    with session.vault.read() as reader:
        found = [record for record in registry_store.records(reader) if record.list_id == incident.id]
    return tuple(sorted(found, key=lambda record: record.row))
