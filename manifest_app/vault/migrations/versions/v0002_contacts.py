"""The contact log: calls and mails about a flight, and what was said in them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the two tables."""
    for name in ("contact", "contact_said"):
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
