"""Demonstrations that are made once for each test process, with passwords that cost little to check, and copied."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from manifest_app import vault
from manifest_app.vault import create_vault, open_vault, peek, repin
from manifest_app.workflow import demonstration
from tests.helpers.office import CHEAP, CHEAP_LIMITS


@contextmanager
def cheap_passwords() -> Iterator[None]:
    """Vaults that are made and opened within spend a hundredth of the usual time on passwords."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "create_vault", partial(create_vault, kdf=CHEAP))
        for function in (open_vault, peek, repin):
            patch.setattr(vault, function.__name__, partial(function, limits=CHEAP_LIMITS))
        yield


def template(root: Path, *, empty: bool, cheap: bool = True) -> Path:
    """A demonstration below ``root``, made when it is first asked for."""
    folder = root / f"template-{'empty' if empty else 'full'}-{'cheap' if cheap else 'real'}"
    if not folder.exists():
        if cheap:
            with cheap_passwords():
                demonstration.make(folder, empty=empty)
        else:
            demonstration.make(folder, empty=empty)
    return folder


def copy_of(source: Path, target: Path) -> Path:
    """A demonstration of one's own."""
    shutil.copytree(source, target)
    return target
