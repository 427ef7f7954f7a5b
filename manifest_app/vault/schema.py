"""Which schema a database has, and how it is brought up to date (Alembic, without a file of settings)."""

import logging
from pathlib import Path

import sqlalchemy as sa

from manifest_app.errors import VaultDamagedError, VaultTooNewError

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
KNOWN = ("0001", "0002", "0003", "0004")
"""All revisions this program can open or migrate, oldest first."""

_VERSIONS = sa.table("alembic_version", sa.column("version_num", sa.Text))


def check_revision(connection: sa.Connection) -> bool:
    """Whether the schema is today's; False if migrations are pending.

    Raises:
        VaultTooNewError: A revision this program has never heard of.
        VaultDamagedError: There is no schema at all.
    """
    if not sa.inspect(connection).has_table("alembic_version"):
        raise VaultDamagedError("vault.db does not hold a vault.", "Restore the vault from a backup.")
    revision = connection.execute(sa.select(_VERSIONS.c.version_num)).scalar()
    if revision not in KNOWN:
        raise VaultTooNewError(
            "This vault was written by a newer version of the program.", "Install that version; nothing was changed."
        )
    return bool(revision == KNOWN[-1])


def upgrade(connection: sa.Connection) -> None:
    """Run the pending migrations inside the transaction of ``connection``."""
    from alembic import command  # noqa: PLC0415 - slow to import and seldom needed
    from alembic.config import Config  # noqa: PLC0415

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
