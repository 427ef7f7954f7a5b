"""The vault: the only room with a database and with key material.

`create_vault` makes one, `open_vault` opens one for a person and returns a `Vault`, whose ``read`` and ``write`` give
the `Reader` and `Writer` that the functions of the aggregates take (`flights`, `imports`, `registry`, `holds` ...).
"""

from manifest_app.vault import environment as environment  # first: it cleans what the libraries would obey
from manifest_app.vault.create import create_vault
from manifest_app.vault.directory import VaultFacts
from manifest_app.vault.keys import Capabilities
from manifest_app.vault.open import open_vault, peek, repin
from manifest_app.vault.passwords import check_password
from manifest_app.vault.people import NewPerson
from manifest_app.vault.sealing import STANDARD_KDF, STANDARD_LIMITS, KdfLimits, KdfParameters
from manifest_app.vault.session import Vault
from manifest_app.vault.signing import Countersigner
from manifest_app.vault.transactions import Reader, Writer
from manifest_app.vault.verify import AuditReport

__all__ = [
    "STANDARD_KDF",
    "STANDARD_LIMITS",
    "AuditReport",
    "Capabilities",
    "Countersigner",
    "KdfLimits",
    "KdfParameters",
    "NewPerson",
    "Reader",
    "Vault",
    "VaultFacts",
    "Writer",
    "check_password",
    "create_vault",
    "open_vault",
    "peek",
    "repin",
]
