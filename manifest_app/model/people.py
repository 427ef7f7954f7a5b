"""The people who use the vault, and its policy."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do; what he or she may read is what the role's keys open."""

    ADMIN = "admin"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    PLANNER = "planner"
    AUDITOR = "auditor"


class PlannerSees(StrEnum):
    """How much a planner learns of a hold: its category, or the neutral words only."""

    CATEGORY = "category"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Policy:
    """The vault's policy, part of the signed directory.

    Attributes:
        planner_sees: Category or neutral.
        planners_screen: Whether planners hold the registry key (never under ``neutral``).
        screening_valid_hours: After so many hours a screening is stale.
    """

    planner_sees: PlannerSees = PlannerSees.CATEGORY
    planners_screen: bool = True
    screening_valid_hours: int = 24

    @property
    def planners_hold_registry_key(self) -> bool:
        """Whether the registry key is given to planners."""
        return self.planners_screen and self.planner_sees is PlannerSees.CATEGORY


@dataclass(frozen=True, slots=True)
class Person:
    """A user of the vault as the directory shows him or her."""

    name: str
    role: Role
    active: bool
