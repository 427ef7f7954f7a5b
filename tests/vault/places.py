"""A small vault with cheap passwords, made once for each test process and copied for each test."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from manifest_app.model.people import Policy, Role
from manifest_app.vault import (
    Countersigner,
    KdfLimits,
    KdfParameters,
    NewPerson,
    Vault,
    create_vault,
    open_vault,
)

CHEAP = KdfParameters(memory_kib=64, iterations=1, lanes=1)
LIMITS = KdfLimits(floor=CHEAP, ceiling=KdfParameters(memory_kib=1024, iterations=4, lanes=4))
PEOPLE = {
    "ada": Role.ADMIN,
    "olga": Role.OFFICER,
    "sue": Role.SUPERVISOR,
    "pat": Role.PLANNER,
    "aud": Role.AUDITOR,
}


def password(name: str) -> str:
    return f"seven green {name} kettles"


class Clock:
    """Starts on a fixed day and goes one second on at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 12, 4, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class Place:
    """A vault's folder and this computer's memory of it."""

    folder: Path
    pins: Path
    clock: Clock = field(default_factory=Clock)

    @classmethod
    def make(cls, root: Path, policy: Policy | None = None) -> "Place":
        place = cls(root / "vault", root / "pins")
        people = [NewPerson(name, role, password(name)) for name, role in PEOPLE.items()]
        create_vault(place.folder, people, policy, clock=place.clock, kdf=CHEAP, pins=place.pins)
        return place

    def copy(self, root: Path) -> "Place":
        """The same vault in another folder, which this computer has not seen before."""
        shutil.copytree(self.folder, root / "vault")
        return Place(root / "vault", root / "pins")

    def open(self, name: str, secret: str = "") -> Vault:
        return open_vault(self.folder, name, secret or password(name), clock=self.clock, pins=self.pins, limits=LIMITS)

    @contextmanager
    def opened(self, name: str) -> Iterator[Vault]:
        with self.open(name) as vault:
            yield vault

    def bytes(self) -> dict[str, bytes]:
        """Every file of the folder."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


def officer(vault: Vault) -> Countersigner:
    return vault.countersigner("olga", password("olga"))
