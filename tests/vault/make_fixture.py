"""Makes the vault that later versions of the program must open: ``python -m tests.vault.make_fixture VERSION``.

Run once when a version is released; never make a fixture anew that was released.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from manifest_app.model.hold import Category, HoldState
from manifest_app.model.incident import Incident
from manifest_app.vault import Vault, flights, holds, imports, incidents, layouts, registry, releases
from manifest_app.vault.imports import ImportFacts, ProtectedCells, StoredProblem
from tests.vault import people_on_paper as paper
from tests.vault.places import PEOPLE, Place, password

FIXTURES = Path(__file__).parent / "fixtures"


def fill(vault: Vault) -> None:
    """Put something of each kind into a vault."""
    with vault.write("flight.import", paper.flight().id) as writer:
        flights.save_flight(writer, paper.flight())
        flights.save_passengers(writer, paper.flight().id, [paper.passenger(n) for n in range(1, 4)])
        imports.save_problems(writer, paper.flight().id, [StoredProblem(9, "DOB", "unreadable")])
        imports.save_source(writer, paper.hex_id(8), b"source")
        cells = [ProtectedCells(2, paper.passenger().id, (("Status", "pending"),), ("ASY-P",))]
        imports.save_protected(writer, paper.flight().id, cells)
        layouts.save_layout(writer, "f" * 64, {"Surname": "family_name"})
    with vault.write("protection.import") as writer:
        records = [paper.record(1), paper.record(2, restricted=True)]
        registry.add_records(writer, records, [paper.details(1), paper.details(2)])
        facts = ImportFacts(paper.hex_id(5), "registry", "registry.csv", "ab" * 32, 2, (), (), "sue", paper.AT)
        imports.save_record_import(writer, facts)
        incidents.save_incident(writer, Incident(paper.hex_id(3), "a letter", None, "sue"))
    with vault.write("flight.screen") as writer:
        for number, category in enumerate(Category, start=1):
            holds.save_hold(writer, paper.hold(number), paper.ground(category), paper.view(category), ["ASY-P"])
    with vault.write("hold.decide") as writer:
        holds.save_state(writer, paper.hold(1, HoldState.NOT_THE_SAME))
        holds.save_decision(writer, paper.decision(1))
        releases.save_file(writer, paper.hex_id(4), b"bytes")


def main() -> None:
    """Make the vault and say beside it what it holds."""
    (version,) = sys.argv[1:]
    target = FIXTURES / f"vault-{version}"
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as root:
        place = Place.make(Path(root))
        with place.opened("sue") as vault:
            fill(vault)
            actions = [entry.action for entry in vault.audit_entries()]
        shutil.copytree(place.folder, target / "vault")
    (target / "vault" / "backups").rmdir()
    told = {
        "passwords": {name: password(name) for name in PEOPLE},
        "actions": actions,
        "flights": [paper.flight().number],
    }
    (target / "told.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
