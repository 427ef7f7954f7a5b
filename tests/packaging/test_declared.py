import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import licences

ROOT = Path(__file__).resolve().parents[2]


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "importlib.import_module":
            names = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            yield from (name.split(".")[0] for name in names if isinstance(name, str))


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {licences.requirement_name(line) for line in project["dependencies"]}


def owners(module: str, distributions: dict[str, list[str]]) -> set[str]:
    return {licences.normal(name) for name in distributions.get(module, [])}


def test_the_program_imports_only_what_it_declares() -> None:
    # A package that is merely there because another one needs it today may be gone tomorrow.
    distributions = dict(packages_distributions())
    known = {*sys.stdlib_module_names, "manifest_app", "shiboken6"}
    undeclared = {
        f"{file.relative_to(ROOT)}: {module}"
        for file in sorted((ROOT / "manifest_app").rglob("*.py"))
        for module in imported(file)
        if module not in known and not owners(module, distributions) & declared()
    }
    assert undeclared == set()


def test_every_declared_package_is_imported() -> None:
    distributions = dict(packages_distributions())
    used = {module for file in (ROOT / "manifest_app").rglob("*.py") for module in imported(file)}
    found = {name for module in used for name in owners(module, distributions)}
    assert declared() - found == set()
