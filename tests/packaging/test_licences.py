import licences
import pytest
import sbom


@pytest.mark.parametrize(
    "expression",
    [
        "MIT",
        "Apache-2.0 OR BSD-3-Clause",
        "GPL-3.0-only OR LGPL-3.0-only",
        "MIT AND (BSD-3-Clause AND Zlib)",
        "MIT License",
    ],
)
def test_what_may_be_shipped(expression: str) -> None:
    assert licences.allowed(expression)


@pytest.mark.parametrize("expression", ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "AGPL-3.0-only OR GPL-2.0-only"])
def test_what_may_not_be_shipped(expression: str) -> None:
    assert not licences.allowed(expression)


def test_a_development_package_is_a_problem_once_the_program_needs_it() -> None:
    assert licences.problem(licences.Package("mrz", "0.6.2", "GPL-3.0-only", shipped=False)) == ""
    assert "development only" in licences.problem(licences.Package("mrz", "0.6.2", "GPL-3.0-only", shipped=True))


def test_a_package_that_names_no_licence_is_a_problem() -> None:
    assert "(none named)" in licences.problem(licences.Package("some", "1", "", shipped=False))


def test_the_program_ships_its_own_requirements_and_theirs() -> None:
    shipped = licences.runtime_closure()
    assert {"cryptography", "cffi", "pyside6-essentials", "shiboken6"} <= shipped
    assert not {"pytest", "mrz", "odfpy", "manifest-app"} & shipped


def test_the_bill_of_materials_is_the_same_each_time() -> None:
    components = sbom.document()["components"]
    assert isinstance(components, list)
    assert {"name": "sqlcipher3", "licenses": [{"expression": "Zlib"}]}.items() <= next(
        component for component in components if component["name"] == "sqlcipher3"
    ).items()
    assert sbom.document() == sbom.document()
