"""Schemas: what is made is what is declared, old vaults are brought up to date after a copy, newer ones are refused."""

import json
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory

from manifest_app.errors import VaultDamagedError, VaultTooNewError
from manifest_app.vault import flights, schema
from manifest_app.vault.tables import METADATA
from tests.vault.people_on_paper import flight
from tests.vault.places import PEOPLE, Place

FIXTURES = Path(__file__).parent / "fixtures"

_LATER = '''
"""A step for this test."""
import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade():
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
    {more}
'''


def test_the_known_revisions_are_those_on_disk() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    revisions = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(step.revision for step in revisions)[::-1] == schema.KNOWN


def test_the_migrations_make_the_declared_tables(place: Place) -> None:
    with place.opened("pat") as vault:
        found = sa.inspect(vault._engine)
        declared = {table.name: [column.name for column in table.columns] for table in METADATA.tables.values()}
        made = {name: [column["name"] for column in found.get_columns(name)] for name in declared}
        assert made == declared
        assert set(found.get_table_names()) == {*declared, "alembic_version"}
        for table in METADATA.tables.values():
            names = {index["name"] for index in found.get_indexes(table.name)}
            assert names == {index.name for index in table.indexes}


def _add_step(folder: Path, monkeypatch: pytest.MonkeyPatch, more: str = "") -> None:
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v0005_later.py").write_text(_LATER.format(more=more), encoding="utf-8")
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "KNOWN", ("0001", "0002", "0003", "0004", "0005"))


def test_an_older_schema_is_brought_up_to_date_after_a_copy(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with place.opened("pat") as vault, vault.write("flight.new") as writer:
        flights.save_flight(writer, flight())
    before = place.bytes()
    with monkeypatch.context() as later:
        _add_step(tmp_path / "migrations", later)
        with place.opened("pat") as vault:
            assert sa.inspect(vault._engine).has_table("later")
            assert vault.audit_entries()[-1].action == "vault.migrate"
            assert vault.verify().ok
            with vault.read() as reader:
                assert flights.flights(reader) == (flight(),)
        (copy,) = (place.folder / "backups").iterdir()
        assert (copy / "vault.db").read_bytes() == before["vault.db"]
        assert (copy / "vault.keys").read_bytes() == before["vault.keys"]
        with place.opened("sue") as vault:
            assert vault.audit_entries()[-1].action == "vault.migrate"
    after = place.bytes()
    with pytest.raises(VaultTooNewError):
        place.open("pat")
    assert place.bytes() == after


def test_a_step_that_fails_leaves_the_old_schema(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        _add_step(tmp_path / "migrations", later, more="raise ValueError('stopped')")
        with pytest.raises(ValueError, match="stopped"):
            place.open("pat")
    with place.opened("pat") as vault:
        assert not sa.inspect(vault._engine).has_table("later")
        assert vault.verify().ok


def test_a_database_without_a_schema_is_damaged(place: Place) -> None:
    with place.opened("pat") as vault, vault._engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE alembic_version"))
    with pytest.raises(VaultDamagedError):
        place.open("pat")


@pytest.mark.parametrize("version", sorted(path.name for path in FIXTURES.iterdir()))
def test_the_vaults_of_earlier_versions_still_open(version: str, tmp_path: Path) -> None:
    """Each was made by `tests.vault.make_fixture` of its day; what it holds is told beside it."""
    shutil.copytree(FIXTURES / version / "vault", tmp_path / "vault")
    told = json.loads((FIXTURES / version / "told.json").read_text(encoding="utf-8"))
    place = Place(tmp_path / "vault", tmp_path / "pins")
    for name in PEOPLE:
        with place.open(name, told["passwords"][name]) as vault:
            assert vault.verify().ok
            entries = [entry.action for entry in vault.audit_entries()]
            assert entries[: len(told["actions"])] == told["actions"]
            with vault.read() as reader:
                assert [one.number for one in flights.flights(reader)] == told["flights"]
