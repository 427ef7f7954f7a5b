"""Reading, verifying and exporting the log."""

import json
from pathlib import Path

from manifest_app.files.atomic import write_new
from manifest_app.model.audit import AuditEntry
from manifest_app.model.progress import Progress, silent
from manifest_app.vault import AuditReport
from manifest_app.workflow.session import Session


def entries(session: Session, *, text: str = "", limit: int | None = None) -> tuple[AuditEntry, ...]:
    """The log's entries, newest first; with ``text`` only those that show it in actor, action, subject or details."""
    wanted = text.casefold()
    found = [entry for entry in session.vault.audit_entries() if not wanted or wanted in _searchable(entry).casefold()]
    found.sort(key=lambda entry: -entry.seq)
    return tuple(found[:limit])


def _searchable(entry: AuditEntry) -> str:
    return " ".join([entry.actor, entry.action, entry.subject, *(value for _, value in entry.details)])


def verify(session: Session, *, progress: Progress = silent) -> AuditReport:
    """Check every link, signature and row of the log (see `Vault.verify`)."""
    return session.vault.verify(progress)


def export(session: Session, target: Path) -> int:
    """Write the log as JSON lines into a new file, the directories of people first, and say how many entries it has.

    Raises:
        WriteProblem: The file exists or can't be written.
    """
    lines = list(session.vault.export_audit())
    write_new(target, "".join(f"{line}\n" for line in lines).encode())
    return sum("seq" in json.loads(line) for line in lines)
