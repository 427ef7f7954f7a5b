"""The translations of the desktop: brings them up to date, checks them, and compiles them.

- ``update``, after text in manifest_app/desktop was changed: takes it into the .ts files; then translate what is new.
- ``check`` fails if a text is missing, left over or untranslated.
- ``compile`` makes the .qm files that the program loads; without them it runs in English.

English has a file of its own for plurals only ("1 passenger", "2 passengers"); Spanish has everything.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCES = ROOT / "manifest_app" / "desktop"
# Language and what lupdate is told beyond it.
LANGUAGES: dict[str, tuple[str, ...]] = {"en": ("-pluralonly",), "es": ()}

Entry = tuple[str, str, str]


def update(folder: Path = FOLDER) -> int:
    """Adds new texts to the .ts files and takes away those that are gone; returns the exit code."""
    sources = sorted(str(path) for path in SOURCES.rglob("*.py"))
    if not sources:
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    for language, options in LANGUAGES.items():
        code = _qt(
            "pyside6-lupdate",
            *("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"),
            *("-target-language", language, *options, *sources, "-ts", str(_ts(folder, language))),
        )
        if code:
            return code
    return 0


def check() -> int:
    """Compares the .ts files with what the code says today and prints every difference; returns the exit code."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for language in LANGUAGES:
            if _ts(FOLDER, language).exists():
                shutil.copy(_ts(FOLDER, language), fresh)
        code = update(fresh)
        if code:
            return code
        problems = [problem for language in LANGUAGES for problem in _problems(language, fresh)]
    for problem in problems:
        print(problem)
    if problems:
        print("Run `make translations`, then translate what is new in resources/translations/.")
    return 1 if problems else 0


def compile_all() -> int:
    """Makes a .qm file beside each .ts file; returns the exit code."""
    for language in LANGUAGES:
        source = _ts(FOLDER, language)
        if source.exists():
            code = _qt("pyside6-lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm")))
            if code:
                return code
    return 0


def _problems(language: str, fresh: Path) -> Iterator[str]:
    kept = _entries(_ts(FOLDER, language))
    today = _entries(_ts(fresh, language))
    file = _ts(FOLDER, language).name
    for context, source, _ in sorted(today.keys() - kept.keys()):
        yield f"{file}: missing: {context}: {source!r}"
    for context, source, _ in sorted(kept.keys() - today.keys()):
        yield f"{file}: no longer in the code: {context}: {source!r}"
    for (context, source, _), translated in sorted(kept.items()):
        if not translated:
            yield f"{file}: not translated: {context}: {source!r}"


def _entries(path: Path) -> dict[Entry, bool]:
    """Every (context, source text, comment) of a .ts file, and whether it is translated."""
    if not path.exists():
        return {}
    root = ET.parse(path).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")): _done(message)
        for context in root.iter("context")
        for message in context.iter("message")
    }


def _done(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return all((form.text or "").strip() for form in forms)


def _ts(folder: Path, language: str) -> Path:
    return folder / f"manifest_app_{language}.ts"


def _qt(tool: str, *arguments: str) -> int:
    suffix = ".exe" if os.name == "nt" else ""
    command = [str(Path(sys.executable).parent / f"{tool}{suffix}"), *arguments]
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode


def main(arguments: list[str]) -> int:
    """Runs the one command that is named; returns its exit code, 2 if there is none of that name."""
    commands = {"update": update, "check": check, "compile": compile_all}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(__doc__)
        return 2
    return commands[arguments[0]]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
