"""When a new list may not leave because of what it shows beside earlier ones; the numbers are data of the office."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from manifest_app.bundled import resource
from manifest_app.errors import KnownError


@dataclass(frozen=True, slots=True)
class StopRules:
    """``resources/tables/release_rules.toml``.

    Attributes:
        ordinary_needed: So many ordinary people must be gone (or new) together with a protected one.
        posterior_factor: So many times the share of protected people among all may their share among those be.
    """

    ordinary_needed: int
    posterior_factor: float


@dataclass(frozen=True, slots=True)
class Group:
    """People that a reader can tell from the others: how many of them are protected, and how many are not."""

    protected: int
    ordinary: int

    @property
    def all(self) -> int:
        """Everybody in it."""
        return self.protected + self.ordinary


def read_rules(text: str) -> StopRules:
    """Read the rules.

    Raises:
        KnownError: Something is missing, misspelt, or no number that makes sense.
    """
    try:
        content = tomllib.loads(text)
        rules = StopRules(int(content["ordinary_needed"]), float(content["posterior_factor"]))
    except (tomllib.TOMLDecodeError, LookupError, TypeError, ValueError) as error:
        raise KnownError(
            "The rules for releases (release_rules.toml) can't be read: something is missing or misspelt.",
            "Put the shipped file back.",
        ) from error
    if rules.ordinary_needed < 1 or not 1 <= rules.posterior_factor < float("inf"):
        raise KnownError(
            "The rules for releases (release_rules.toml) hold a number below 1.", "Put the shipped file back."
        )
    return rules


@lru_cache(maxsize=1)
def stop_rules() -> StopRules:
    """The rules of this office; raises as `read_rules`."""
    return read_rules(resource("tables", "release_rules.toml").read_text(encoding="utf-8"))


def stop_reasons(gone: Group, new: Group, stay: Group, rules: StopRules) -> tuple[str, ...]:
    """Why a list may not leave, for those who may read who is protected; empty when it may.

    Args:
        gone: Who is on an earlier list and not on this one.
        new: Who is on this list and not on every earlier one.
        stay: Everybody else on this list.
        rules: The office's numbers.
    """
    everyone = Group(gone.protected + new.protected + stay.protected, gone.ordinary + new.ordinary + stay.ordinary)
    found = (_reason("gone", gone, everyone, rules), _reason("new", new, everyone, rules))
    return tuple(reason for reason in found if reason)


def _reason(what: str, group: Group, everyone: Group, rules: StopRules) -> str:
    if not group.protected:
        return ""
    share, base = group.protected / group.all, everyone.protected / everyone.all
    if group.ordinary >= rules.ordinary_needed and share <= rules.posterior_factor * base:
        return ""
    return (
        f"Of {group.all} passengers {what}, {group.protected} are protected ({share:.0%}; among all {base:.0%}). "
        f"The rule asks for at least {rules.ordinary_needed} others, and at most {rules.posterior_factor:g} times "
        "the share among all. The recipient can tell."
    )
