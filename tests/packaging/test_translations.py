from pathlib import Path

import pytest
import translations

TEXT = """from PySide6.QtCore import QObject


class Page(QObject):
    def text(self, count: int) -> str:
        return self.tr("Release") + self.tr("%n passenger(s)", "", count)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop with two texts, and translations that are up to date but not translated."""
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "page.py").write_text(TEXT, "utf-8")
    monkeypatch.setattr(translations, "SOURCES", tmp_path / "desktop")
    monkeypatch.setattr(translations, "FOLDER", tmp_path / "translations")
    assert translations.update(tmp_path / "translations") == 0
    return tmp_path


def translate(folder: Path) -> None:
    for path in (folder / "translations").glob("*.ts"):
        text = path.read_text("utf-8").replace(' type="unfinished"', "")
        text = text.replace("<numerusform></numerusform>", "<numerusform>%n pasajeros</numerusform>")
        path.write_text(text.replace("<translation></translation>", "<translation>Entregar</translation>"), "utf-8")


def test_english_is_asked_for_plurals_only(folder: Path) -> None:
    assert "Release" not in (folder / "translations" / "manifest_app_en.ts").read_text("utf-8")
    assert "Release" in (folder / "translations" / "manifest_app_es.ts").read_text("utf-8")


def test_complete_translations_pass_and_compile(folder: Path) -> None:
    translate(folder)
    assert translations.check() == 0
    assert translations.compile_all() == 0
    assert sorted(path.name for path in (folder / "translations").glob("*.qm")) == [
        "manifest_app_en.qm",
        "manifest_app_es.qm",
    ]


def test_an_untranslated_text_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.check() == 1
    assert "manifest_app_es.ts: not translated: Page: 'Release'" in capsys.readouterr().out


def test_a_new_text_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translate(folder)
    page = folder / "desktop" / "page.py"
    page.write_text(page.read_text("utf-8").replace('"Release"', '"Release now"'), "utf-8")
    assert translations.check() == 1
    told = capsys.readouterr().out
    assert "missing: Page: 'Release now'" in told
    assert "no longer in the code: Page: 'Release'" in told


def test_a_program_without_texts_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "SOURCES", tmp_path / "none")
    monkeypatch.setattr(translations, "FOLDER", tmp_path / "translations")
    assert translations.check() == 0
    assert translations.compile_all() == 0
