"""Checks the licence of every installed package against what a program under the MIT licence may ship.

``python packaging/licences.py`` fails if a package has a licence that is not on the list, or names none;
with ``--list`` it prints the licence of each package, and whether it is shipped.
"""

import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions

# SPDX identifiers and the trove classifiers' names of the same licences.
ALLOWED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSL-1.0",
        "CC0-1.0",
        "HPND",
        "ISC",
        "LGPL-2.1-only",
        "LGPL-3.0-only",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
        "Python-2.0",
        "Unlicense",
        "Zlib",
    }
)
# What packages write where they don't write SPDX.
SAME = {
    "Apache": "Apache-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "GNU General Public License (GPL)": "GPL-2.0-or-later",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
    "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
    "GPLv3": "GPL-3.0-only",
    "ISC License (ISCL)": "ISC",
    "LGPL": "LGPL-3.0-only",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
# Packages that carry the text of their licence but don't name it: what the text is.
READ_BY_HAND = {"atheris": "Apache-2.0", "sqlcipher3": "Zlib"}
# Used by the tests or the build alone, never imported by the program and never shipped with it.
DEVELOPMENT_ONLY = {
    "mrz": "GPL: an independent reader of machine-readable zones that tests compare ours with",
    "odfpy": "GPL or Apache: writes the .ods files that tests read; nothing of it is shipped",
    "pyinstaller": "GPL with an exception for what it builds: the loader it adds may be shipped under any licence",
    "pyinstaller-hooks-contrib": "GPL and Apache: recipes that run at build time; those that are shipped are Apache",
}
SELF = "manifest-app"


@dataclass(frozen=True)
class Package:
    """An installed package: its name, version, licence expression ("" if it names none), and whether it is shipped."""

    name: str
    version: str
    licence: str
    shipped: bool


def packages() -> list[Package]:
    """Every installed package but the program itself and what Python's venv puts there, by name."""
    shipped = runtime_closure()
    found = {}
    for each in distributions():
        name = normal(each.metadata["Name"])
        if name not in {SELF, "pip"}:
            found[name] = Package(name, each.version, licence_of(each) or READ_BY_HAND.get(name, ""), name in shipped)
    return [found[name] for name in sorted(found)]


def runtime_closure(root: str = SELF) -> frozenset[str]:
    """The names of all packages that are installed because the program needs them to run."""
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            requirements = distribution(name).requires or []
        except PackageNotFoundError:
            continue  # a requirement for another system than this one
        waiting += [requirement_name(line) for line in requirements if "extra ==" not in line]
    return frozenset(seen - {root})


def licence_of(package: Distribution) -> str:
    """The licence a package declares: its SPDX expression, else its classifiers, else its licence line."""
    metadata = package.metadata
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    classifiers = [line.split(" :: ") for line in metadata.get_all("Classifier") or []]
    names = [parts[-1] for parts in classifiers if parts[0] == "License" and parts[-1] != "OSI Approved"]
    if not names and "License" in metadata:
        names = metadata["License"].strip().splitlines()[:1]
    return " OR ".join(SAME.get(name, name) for name in names)


def allowed(expression: str) -> bool:
    """Whether an SPDX expression can be kept: one allowed choice of an OR, all parts of an AND."""
    text = re.sub(r" WITH [\w.-]+", "", expression.replace("(", " ").replace(")", " "))
    choices = (re.split(r"\s+AND\s+", choice.strip()) for choice in re.split(r"\s+OR\s+", text))
    return any(all(SAME.get(part.strip(), part.strip()) in ALLOWED for part in choice) for choice in choices)


def normal(name: str) -> str:
    """A package's name as the packaging standards compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def requirement_name(line: str) -> str:
    """The package that a requirement such as ``Typer>=0.29,<1`` asks for."""
    return normal(re.split(r"[^\w.-]", line, maxsplit=1)[0])


def problem(package: Package) -> str:
    """What is wrong with the licence of a package, or ""."""
    if package.name in DEVELOPMENT_ONLY:
        return f"{package.name} is for development only, but the program needs it to run" if package.shipped else ""
    if allowed(package.licence):
        return ""
    return f"{package.name} {package.version}: the licence {package.licence or '(none named)'} is not on the list"


def main(arguments: list[str]) -> int:
    """Checks or lists; returns the exit code."""
    found = packages()
    if "--list" in arguments:
        for package in found:
            print(f"{package.name:<28}{package.version:<18}{'shipped' if package.shipped else '':<9}{package.licence}")
        return 0
    problems = [text for text in map(problem, found) if text]
    for text in problems:
        print(text)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
