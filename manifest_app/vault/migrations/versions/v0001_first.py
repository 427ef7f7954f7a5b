"""The first schema: the log, the directory's history, and one table of sealed rows for each kind of thing."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SHELVES = (
    "flight", "passenger", "stamp", "import", "problem", "layout", "source", "protected", "protected_restricted",
    "record", "record_details", "record_restricted", "record_import", "record_change", "incident", "hold",
    "hold_ground", "hold_restricted", "hold_view", "decision", "recipient", "release",
    "release_content", "release_file", "counter",
)  # fmt: skip


def upgrade() -> None:
    """Make all tables."""
    for name in _SHELVES:
        _shelf(name)
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("prev", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
    op.create_index("audit_action", "audit", ["action", "seq"])
    op.create_table(
        "row_log",
        sa.Column("entry", sa.Integer, primary_key=True),
        sa.Column("rows", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "directory",
        sa.Column("serial", sa.Integer, primary_key=True),
        sa.Column("core", sa.LargeBinary, nullable=False),
        sa.Column("signatures", sa.LargeBinary, nullable=False),
    )
    op.create_table("identity", sa.Column("vault_id", sa.Text, primary_key=True))


def _shelf(name: str) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("parent", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_index(f"{name}_parent", name, ["parent", "position"])
