"""Spanish is complete and says the same, with the same places for names and numbers; English counts rightly."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from manifest_app import bundled
from manifest_app.desktop import words
from manifest_app.desktop.app import install_translations
from manifest_app.model.people import Role
from tests.desktop.access import faults
from tests.desktop.conftest import Office

PLACES = re.compile(r"%\(\w+\)s|%\d|%s|%n")


def source(language: str) -> Path:
    return bundled.resource("translations", f"manifest_app_{language}.ts")


def messages(language: str) -> Iterator[tuple[str, list[str]]]:
    for message in ET.parse(source(language)).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = translation.findall("numerusform") or [translation]
        yield message.findtext("source", ""), [form.text or "" for form in forms]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_text_has_a_translation_with_the_same_places(language: str) -> None:
    found = list(messages(language))
    assert found
    for text, forms in found:
        for form in forms:
            assert form.strip(), text
            assert sorted(PLACES.findall(form)) == sorted(PLACES.findall(text)), text


def test_a_key_that_can_be_pressed_stays_one() -> None:
    for text, forms in messages("es"):
        marks = len(re.findall(r"&(?!&)\w", text))
        assert all(len(re.findall(r"&(?!&)\w", form)) == marks for form in forms), text


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    """The translations as the program loads them; an installation has them ready."""
    tool = Path(sys.executable).with_name("pyside6-lrelease.exe" if sys.platform == "win32" else "pyside6-lrelease")
    for language in ("en", "es"):
        target = tmp_path / f"manifest_app_{language}.qm"
        subprocess.run([str(tool), "-silent", str(source(language)), "-qm", str(target)], check=True)
    return tmp_path


@pytest.fixture
def spanish(qapp: QApplication, compiled: Path) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Spanish))
    installed = install_translations(qapp, QLocale(), compiled)
    assert len(installed) == 2
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_the_window_speaks_spanish_and_every_control_still_has_a_name(spanish: None, office: Office) -> None:
    window = office.sign_in("supervisor")
    pages = (("flights", "Vuelos"), ("review", "Revisión"), ("releases", "Entregas"), ("trace", "Rastrear una lista"))
    for name, page in (*pages, ("watch", "Carpeta vigilada")):
        window.context.open_page(name)
        office.settle(window)
        assert window.page.heading() == page
    assert faults(window) == []
    assert words.role(Role.OFFICER) == "Responsable de privacidad"


@pytest.mark.parametrize("language", [QLocale.Language.English, QLocale.Language.C, QLocale.Language.French])
def test_english_counts_one_and_many_and_stands_in_for_others(
    qapp: QApplication, compiled: Path, language: QLocale.Language
) -> None:
    installed = install_translations(qapp, QLocale(language), compiled)
    try:
        say = QApplication.translate
        assert say("FlightPage", "%n passenger(s)", "", 1) == "1 passenger"
        assert say("FlightPage", "%n passenger(s)", "", 103) == "103 passengers"
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
