"""What the program is made of, as a CycloneDX 1.6 document: every package that is shipped, from the installed metadata.

The same packages give the same bytes: there is no time and no serial number in it.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path

import licences

Value = str | int | list[dict[str, object]] | dict[str, object]


def document() -> dict[str, Value]:
    """The document, ready for JSON."""
    program = {"type": "application", "name": licences.SELF, "version": version(licences.SELF)}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**program, "licenses": [{"license": {"id": "MIT"}}]}},
        "components": [_component(package) for package in licences.packages() if package.shipped],
    }


def write(path: Path) -> None:
    """Writes the document to a file."""
    path.write_text(json.dumps(document(), indent=2, ensure_ascii=False) + "\n", "utf-8")


def _component(package: licences.Package) -> dict[str, object]:
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{package.name}@{package.version}",
        "name": package.name,
        "version": package.version,
        "purl": f"pkg:pypi/{package.name}@{package.version}",
        "licenses": [{"expression": package.licence}],
    }


if __name__ == "__main__":
    write(Path(sys.argv[1]))
