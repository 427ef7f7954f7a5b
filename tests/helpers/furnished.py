"""A small office in which every command has something to work on."""

import json
from datetime import date
from pathlib import Path

from manifest_app.model.people import Role
from manifest_app.vault import NewPerson
from manifest_app.workflow import (
    demonstration,
    flights,
    importing,
    incidents,
    people,
    recipients,
    registry,
    releasing,
    reviewing,
    screening,
)
from manifest_app.workflow.session import SecondPerson, Session
from tests.helpers.demonstrations import cheap_passwords, copy_of, template
from tests.helpers.hostile import ANA, LUIS, csv_text
from tests.helpers.office import table_of

AUDITOR_PASSWORD = "the auditor reads what was done"
DAY = date(2099, 12, 4)


def furnished_template(root: Path) -> Path:
    """An office made once below ``root``; ``facts.json`` in it names what has an id.

    RX-1 has no list; RX-2 has one, with a problem in row 4; RX-3 is screened; on RX-4 a passenger said to fear return;
    a release of RX-5 waits for approval, and one of RX-6 for being written.
    """
    folder = root / "template-furnished"
    if not folder.exists():
        draft = copy_of(template(root, empty=True), root / "template-furnished-draft")
        with cheap_passwords():
            facts = _furnish(draft)
        (draft / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
        draft.rename(folder)
    return folder


def _furnish(folder: Path) -> dict[str, str]:
    files = folder / "files"
    files.mkdir()
    (folder / "people" / "auditor.password").write_text(f"{AUDITOR_PASSWORD}\n", encoding="utf-8")
    demo = demonstration.facts(folder)
    officer = (folder / "people" / "officer.password").read_text(encoding="utf-8").strip()
    facts: dict[str, str] = {}
    session = demonstration.session_of(demo, "admin")
    people.add(session, NewPerson("auditor", Role.AUDITOR, AUDITOR_PASSWORD), SecondPerson("officer", officer))
    session.close()
    session = demonstration.session_of(demo, "supervisor")
    facts |= _records(session, files)
    session.close()
    session = demonstration.session_of(demo, "planner")
    facts |= _flights(session, files)
    session.close()
    session = demonstration.session_of(demo, "supervisor")
    releasing.approve(session, facts["approved"])
    session.close()
    return facts


def _records(session: Session, files: Path) -> dict[str, str]:
    path = files / "registry.csv"
    path.write_text("Surname,Given Names,DOB,A-Number\nPrueba,Nadie,1970-01-02,900000001\n", encoding="utf-8")
    registry.import_protection(session, path, table_of(path))
    incident = incidents.new_incident(session, "An old leak")
    return {"record": registry.registry(session)[0].record.id, "incident": incident.id}


def _flights(session: Session, files: Path) -> dict[str, str]:
    path = files / "list.csv"
    path.write_text(csv_text(ANA, LUIS, ("", "Nobody", "", "", "", "")), encoding="utf-8")
    whole = files / "whole.csv"
    whole.write_text(csv_text(ANA, LUIS), encoding="utf-8")
    ids = {number: flights.new_flight(session, f"RX-{number}", DAY, "IAH", "HAV").id for number in range(1, 7)}
    importing.import_manifest(session, ids[2], path, table_of(path))
    for number in range(3, 7):
        importing.import_manifest(session, ids[number], whole, table_of(whole))
        screening.screen_flight(session, ids[number])
    hold = reviewing.add_statement(session, ids[4], 2, "told the nurse")
    to = recipients.add_recipient(session, "Liaison A").id
    recipients.add_recipient(session, "Liaison B")
    requested, approved = (releasing.request(session, ids[number], to, "csv").id for number in (5, 6))
    return {
        "hold": hold.reference,
        "requested": requested,
        "approved": approved,
        "list": path.name,
        "whole": whole.name,
    }
