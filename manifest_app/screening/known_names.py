"""The shipped tables of names: which names stand for one another, and how common the common ones are."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from manifest_app.bundled import resource


@cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """For each folded name of ``tables/nicknames.toml`` the other names of its families."""
    table = tomllib.loads(resource("tables", "nicknames.toml").read_text(encoding="utf-8"))
    alike: dict[str, set[str]] = {}
    for family in table["families"]:
        for name in family:
            alike.setdefault(name, set()).update(family)
    return MappingProxyType({name: frozenset(names - {name}) for name, names in alike.items()})


@cache
def _shares() -> tuple[Mapping[str, float], float]:
    table = tomllib.loads(resource("tables", "name_shares.toml").read_text(encoding="utf-8"))
    return MappingProxyType(dict(table["shares"])), float(table["other"])


def background_share(token: str) -> float:
    """Rough share of people who have this folded name (``tables/name_shares.toml``)."""
    shares, other = _shares()
    return shares.get(token, other)
