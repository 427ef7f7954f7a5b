from pathlib import Path

import bootstrap
import pytest
import system_libraries

LOCK = """\
alembic==1.0 \\
    --hash=sha256:aa
setuptools==2.0 \\
    --hash=sha256:bb \\
    --hash=sha256:cc
typer==3
"""


def test_the_block_of_a_package_is_its_pin_and_its_hashes() -> None:
    assert bootstrap.locked("setuptools", LOCK) == (
        "setuptools==2.0 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
    )


def test_a_package_that_is_not_locked_is_an_error() -> None:
    with pytest.raises(LookupError):
        bootstrap.locked("setup", LOCK)


def test_the_lock_names_no_host_and_every_package_has_a_hash() -> None:
    lock = bootstrap.LOCK.read_text("utf-8")
    assert "://" not in lock
    assert "index" not in lock.replace("import-linter", "")
    pins = [line for line in lock.splitlines() if line[:1].isalnum()]
    assert len(pins) > 50
    assert all("--hash=sha256:" in bootstrap.locked(pin.split("==")[0], lock) for pin in pins)


def test_missing_libraries_are_named_with_their_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_loads", lambda soname: soname != "libxcb-cursor.so.0")
    monkeypatch.setattr(system_libraries, "_has_a_font", lambda: True)
    assert system_libraries.missing_packages() == {"libxcb-cursor0": "a window under X11"}


@pytest.mark.parametrize(("has_apt", "told"), [(True, "sudo apt-get install"), (False, "no Debian")])
def test_without_the_right_to_install_the_line_to_run_is_printed(
    has_apt: bool, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "missing_packages", lambda: {"libegl1": "why"})
    monkeypatch.setattr("system_libraries.sys.platform", "linux")
    monkeypatch.setattr("system_libraries.shutil.which", lambda name: name if has_apt and name == "apt-get" else None)
    monkeypatch.setattr("system_libraries.os.geteuid", lambda: 1000, raising=False)
    assert system_libraries.provide() is False
    assert told in capsys.readouterr().out


def test_fonts_are_found_in_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_FONT_FOLDERS", (str(tmp_path),))
    assert not system_libraries._has_a_font()
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.ttf").touch()
    assert system_libraries._has_a_font()
