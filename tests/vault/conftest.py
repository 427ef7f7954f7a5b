from pathlib import Path

import pytest

from manifest_app.model.people import PlannerSees, Policy
from tests.vault.places import Place


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place.make(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def neutral_template(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place.make(tmp_path_factory.mktemp("neutral"), Policy(PlannerSees.NEUTRAL))


@pytest.fixture
def place(template: Place, tmp_path: Path) -> Place:
    """A vault of five people under the policy ``category``."""
    return template.copy(tmp_path)


@pytest.fixture
def neutral(neutral_template: Place, tmp_path: Path) -> Place:
    """A vault of five people under the policy ``neutral``."""
    return neutral_template.copy(tmp_path)
