"""The vault's tables. Every row that holds data is one sealed envelope; the columns beside it only route.

All shelves have the same columns, and the place of a row (table, id, parent, position, version, epoch, entry of the
log) is bound into its seal, so that a row that is moved, swapped or renamed does not open.
"""

from dataclasses import dataclass
from enum import Enum

import sqlalchemy as sa

METADATA = sa.MetaData()


class Seal(Enum):
    """Which key a shelf's rows are sealed to."""

    VAULT = "vault"
    REGISTRY = "registry"
    PROTECTION = "protection"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """A table of sealed rows.

    Attributes:
        table: Columns id, parent, position, version, epoch, entry, sealed.
        seal: Whose key opens the rows.
        step: Sealed payloads are padded to a multiple of so many bytes.
    """

    table: sa.Table
    seal: Seal
    step: int

    @property
    def name(self) -> str:
        """The table's name."""
        return str(self.table.name)


def _shelf(name: str, seal: Seal, step: int = 256) -> Shelf:
    table = sa.Table(
        name,
        METADATA,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("parent", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Index(f"{name}_parent", "parent", "position"),
    )
    return Shelf(table, seal, step)


# The same size for every hold, whatever it rests on: most grounds fill a tenth of it.
_HOLD_STEP = 8 * 1024
_BLOCK_STEP = 16 * 1024

FLIGHT = _shelf("flight", Seal.VAULT)
PASSENGER = _shelf("passenger", Seal.VAULT)
STAMP = _shelf("stamp", Seal.VAULT)
IMPORT = _shelf("import", Seal.VAULT)
PROBLEM = _shelf("problem", Seal.VAULT)
LAYOUT = _shelf("layout", Seal.VAULT)
# A whole file may speak of a restricted class, so only those who may read that read it.
SOURCE = _shelf("source", Seal.RESTRICTED, _BLOCK_STEP)
PROTECTED = _shelf("protected", Seal.PROTECTION, _BLOCK_STEP)
PROTECTED_RESTRICTED = _shelf("protected_restricted", Seal.RESTRICTED, _BLOCK_STEP)
RECORD = _shelf("record", Seal.REGISTRY, _BLOCK_STEP)
RECORD_DETAILS = _shelf("record_details", Seal.PROTECTION, 4 * 1024)
RECORD_RESTRICTED = _shelf("record_restricted", Seal.RESTRICTED, 4 * 1024)
RECORD_IMPORT = _shelf("record_import", Seal.PROTECTION)
RECORD_CHANGE = _shelf("record_change", Seal.PROTECTION, 4 * 1024)
INCIDENT = _shelf("incident", Seal.REGISTRY)
HOLD = _shelf("hold", Seal.VAULT)
HOLD_GROUND = _shelf("hold_ground", Seal.PROTECTION, _HOLD_STEP)
HOLD_RESTRICTED = _shelf("hold_restricted", Seal.RESTRICTED, _HOLD_STEP)
HOLD_VIEW = _shelf("hold_view", Seal.REGISTRY, _HOLD_STEP)
DECISION = _shelf("decision", Seal.PROTECTION, _HOLD_STEP)
RECIPIENT = _shelf("recipient", Seal.VAULT)
RELEASE = _shelf("release", Seal.VAULT)
RELEASE_CONTENT = _shelf("release_content", Seal.VAULT, 4 * 1024)
RELEASE_FILE = _shelf("release_file", Seal.VAULT, 4 * 1024)
COUNTER = _shelf("counter", Seal.VAULT)
CONTACT = _shelf("contact", Seal.VAULT)
CONTACT_SAID = _shelf("contact_said", Seal.PROTECTION, 4 * 1024)
# The same size for every list, whatever was found.
JUDGEMENT = _shelf("judgement", Seal.PROTECTION, _HOLD_STEP)
# Padded to what thousands of people fill: their number can't be read from it more exactly than from the records.
NAME_INDEX = _shelf("name_index", Seal.REGISTRY, 1 << 20)

SHELVES = (
    FLIGHT, PASSENGER, STAMP, IMPORT, PROBLEM, LAYOUT, SOURCE, PROTECTED, PROTECTED_RESTRICTED, RECORD, RECORD_DETAILS,
    RECORD_RESTRICTED, RECORD_IMPORT, RECORD_CHANGE, INCIDENT, HOLD, HOLD_GROUND, HOLD_RESTRICTED, HOLD_VIEW, DECISION,
    RECIPIENT, RELEASE, RELEASE_CONTENT, RELEASE_FILE, COUNTER, CONTACT, CONTACT_SAID, JUDGEMENT,
    NAME_INDEX,
)  # fmt: skip

AUDIT = sa.Table(
    "audit",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("prev", sa.LargeBinary, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sa.Column("signature", sa.LargeBinary, nullable=False),
    sa.Index("audit_action", "action", "seq"),
)
"""The log; see `audit`."""

ROW_LOG = sa.Table(
    "row_log",
    METADATA,
    sa.Column("entry", sa.Integer, primary_key=True),
    sa.Column("rows", sa.LargeBinary, nullable=False),
)
"""For each entry of the log that wrote rows: which, and the SHA-256 of each. The entry signs the SHA-256 of this."""

DIRECTORY = sa.Table(
    "directory",
    METADATA,
    sa.Column("serial", sa.Integer, primary_key=True),
    sa.Column("core", sa.LargeBinary, nullable=False),
    sa.Column("signatures", sa.LargeBinary, nullable=False),
)
"""Every directory there ever was: who could sign what, when."""

IDENTITY = sa.Table("identity", METADATA, sa.Column("vault_id", sa.Text, primary_key=True))
"""One row: which vault this is."""
