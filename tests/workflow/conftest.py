from pathlib import Path

import pytest

from manifest_app.model.people import PlannerSees, Policy
from manifest_app.release.write import make_release
from manifest_app.workflow import proving
from tests.helpers.office import Office


@pytest.fixture(scope="session")
def office_template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office")).make()


@pytest.fixture(scope="session")
def neutral_template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("neutral"), Policy(PlannerSees.NEUTRAL)).make()


@pytest.fixture
def office(office_template: Office, tmp_path: Path) -> Office:
    """An office under the policy ``category``."""
    return office_template.copy(tmp_path)


@pytest.fixture
def neutral(neutral_template: Office, tmp_path: Path) -> Office:
    """An office under the policy ``neutral``."""
    return neutral_template.copy(tmp_path)


@pytest.fixture(autouse=True)
def twin_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twins in this process: another takes longer to start than most tests; `tests.release.test_apart` is about it."""
    monkeypatch.setattr(proving, "make_apart", make_release)
