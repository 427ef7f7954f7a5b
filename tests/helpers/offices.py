"""Fixtures: offices for the command line, copies of demonstrations whose passwords cost little to check."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.command_line import Office
from tests.helpers.demonstrations import cheap_passwords, copy_of, template
from tests.helpers.furnished import furnished_template


@pytest.fixture
def cheap() -> Iterator[None]:
    with cheap_passwords():
        yield


@pytest.fixture
def office(
    cheap: None, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Office:
    """An office with the case of the 103."""
    source = template(tmp_path_factory.getbasetemp(), empty=False)
    return Office(copy_of(source, tmp_path / "office"), capsys)


@pytest.fixture
def new_office(
    cheap: None, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Office:
    """An office without data."""
    source = template(tmp_path_factory.getbasetemp(), empty=True)
    return Office(copy_of(source, tmp_path / "office"), capsys)


@pytest.fixture
def furnished(
    cheap: None, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Office:
    """A small office in which every command has something to work on."""
    return Office(copy_of(furnished_template(tmp_path_factory.getbasetemp()), tmp_path / "office"), capsys)
