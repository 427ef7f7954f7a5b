"""Incidents; their names say what happened, so they are under the registry key."""

from manifest_app.errors import NotFoundError
from manifest_app.model.incident import Incident
from manifest_app.vault.tables import INCIDENT
from manifest_app.vault.transactions import Reader, Writer


def save_incident(writer: Writer, incident: Incident) -> None:
    """Keep an incident.

    Raises:
        NotAllowedError: This person lacks the registry key.
    """
    writer.put_value(INCIDENT, incident.id, incident)


def incidents(reader: Reader) -> tuple[Incident, ...]:
    """All incidents by name.

    Raises:
        NotAllowedError: This person lacks the registry key.
    """
    return tuple(sorted(reader.values(INCIDENT, Incident), key=lambda incident: (incident.name, incident.id)))


def incident(reader: Reader, incident_id: str) -> Incident:
    """One incident.

    Raises:
        NotAllowedError: This person lacks the registry key.
        NotFoundError: There is none of that id.
    """
    found = reader.value(INCIDENT, Incident, incident_id)
    if found is None:
        raise NotFoundError("There is no such incident.", "See the list of incidents.")
    return found
