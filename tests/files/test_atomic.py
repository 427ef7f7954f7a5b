import errno
import os
import stat
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.errors import WriteProblem
from manifest_app.files import atomic
from manifest_app.files.atomic import replace, write_new

AS_ROOT = sys.platform != "win32" and os.geteuid() == 0


def names(folder: Path) -> list[str]:
    return sorted(item.name for item in folder.iterdir())


@given(st.binary(max_size=5000))
def test_what_is_written_is_there(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("new")
    write_new(folder / "a", data)
    assert (folder / "a").read_bytes() == data
    replace(folder / "a", data + b"!")
    assert (folder / "a").read_bytes() == data + b"!"
    assert names(folder) == ["a"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_only_the_owner_may_read(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"x")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_a_file_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(WriteProblem, match="already"):
        write_new(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_name_taken_at_the_last_moment_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = atomic._written_beside

    def late(path: Path, data: bytes) -> Path:
        temporary = real(path, data)
        path.write_bytes(b"theirs")
        return temporary

    monkeypatch.setattr(atomic, "_written_beside", late)
    with pytest.raises(WriteProblem, match="already"):
        write_new(tmp_path / "a", b"ours")
    assert (tmp_path / "a").read_bytes() == b"theirs"
    assert names(tmp_path) == ["a"]


def test_a_dangling_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WriteProblem, match="already"):
        write_new(tmp_path / "a", b"x")
    assert names(tmp_path) == ["a"]


def test_a_missing_folder(tmp_path: Path) -> None:
    for write in (write_new, replace):
        with pytest.raises(WriteProblem, match="There is no folder"):
            write(tmp_path / "none" / "a", b"x")


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(WriteProblem):
        write_new(tmp_path / "a", b"x")
    with pytest.raises(WriteProblem, match="is a folder"):
        replace(tmp_path / "a", b"x")


@pytest.mark.skipif(AS_ROOT or sys.platform == "win32", reason="nothing is forbidden to root")
def test_no_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(WriteProblem, match="may not be written"):
            write_new(tmp_path / "a", b"x")
    finally:
        tmp_path.chmod(0o700)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no space left"),
        (errno.EACCES, "may not be written"),
        (errno.EROFS, "may not be"),
        (errno.EIO, "could not"),
    ],
)
@pytest.mark.parametrize("write", [write_new, replace])
def test_a_disk_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, write: object
) -> None:
    def fail(_descriptor: int) -> NoReturn:
        raise OSError(number, os.strerror(number))

    (tmp_path / "old").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    target = tmp_path / ("new" if write is write_new else "old")
    with pytest.raises(WriteProblem, match=words):
        write(target, b"x" * 1000)  # type: ignore[operator]
    assert names(tmp_path) == ["old"]
    assert (tmp_path / "old").read_bytes() == b"old"


@pytest.mark.skipif(not Path("/dev/full").exists() or sys.platform == "win32", reason="a full device is Linux only")
def test_a_really_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fdopen

    def full(descriptor: int, mode: str) -> object:
        os.close(descriptor)
        return real(os.open("/dev/full", os.O_WRONLY), mode)

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(WriteProblem, match="no space left"):
        write_new(tmp_path / "a", b"x" * 100_000)
    assert names(tmp_path) == []


def test_open_in_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_self: Path, _target: Path) -> NoReturn:
        error = PermissionError(errno.EACCES, "in use")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(WriteProblem, match="open in another program"):
        replace(tmp_path / "a", b"x")
    assert names(tmp_path) == []


def test_without_hard_links_the_name_is_taken_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_source: Path, _target: Path) -> NoReturn:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", none)
    write_new(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"
    with pytest.raises(WriteProblem, match="already"):
        write_new(tmp_path / "a", b"y")
    assert names(tmp_path) == ["a"]


def test_a_move_never_replaces(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(name.encode())
    assert not atomic.move_new(tmp_path / "a", tmp_path / "b")
    assert atomic.move_new(tmp_path / "a", tmp_path / "c")
    assert names(tmp_path) == ["b", "c"]
    assert [(tmp_path / name).read_bytes() for name in ("b", "c")] == [b"b", b"a"]
    with pytest.raises(WriteProblem):
        atomic.move_new(tmp_path / "b", tmp_path / "missing" / "b")
