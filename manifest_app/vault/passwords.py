"""Which passwords are accepted: long ones that are not common (NIST SP 800-63B-4, section 3.1.1)."""

import tomllib
from functools import lru_cache

from manifest_app.bundled import resource
from manifest_app.errors import WeakPasswordError
from manifest_app.vault.unlocking import tidy

SHORTEST = 15
LONGEST = 128
_FEWEST_SIGNS = 5


def check_password(password: str, *names: str) -> None:
    """Accept a new password.

    Args:
        password: The password.
        names: Names it must not consist of: the person's, the office's.

    Raises:
        WeakPasswordError: Too short, too long, repetitive, common, or a name.
    """
    password = tidy(password)
    if len(password) < SHORTEST:
        raise WeakPasswordError(f"The password has fewer than {SHORTEST} characters.", "Use five or six random words.")
    if len(password) > LONGEST:
        raise WeakPasswordError(f"The password has more than {LONGEST} characters.", "Use a shorter one.")
    bare = _bare(password)
    if len(set(password)) < _FEWEST_SIGNS or bare in _common() or any(_repeats(bare, name) for name in names):
        raise WeakPasswordError("The password is easy to guess.", "Use five or six random words.")


def _bare(text: str) -> str:
    return "".join(sign for sign in tidy(text).casefold() if sign.isalnum())


def _repeats(bare: str, name: str) -> bool:
    stem = _bare(name)
    return bool(stem) and not bare.replace(stem, "").strip("0123456789")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    table = tomllib.loads(resource("tables", "weak_passwords.toml").read_text(encoding="utf-8"))
    return frozenset(table["passwords"])
