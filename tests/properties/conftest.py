import pytest

from manifest_app.model.people import PlannerSees, Policy
from tests.helpers.office import Office


@pytest.fixture(scope="session")
def office_template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office")).make()


@pytest.fixture(scope="session")
def neutral_template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("neutral"), Policy(PlannerSees.NEUTRAL)).make()
