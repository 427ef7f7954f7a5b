"""Alembic runs this for every migration; the connection comes from `manifest_app.vault.schema`."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
