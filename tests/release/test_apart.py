"""S2: the file is a function of the public manifest, since a process that gets nothing else writes the same bytes."""

import dataclasses
import subprocess
import sys
import typing
from pathlib import Path

import msgspec
import pytest

import manifest_app
from manifest_app.errors import FileProblem
from manifest_app.files.frames import Ended, Request, Said, read_frame, write_frame
from manifest_app.files.task import ChildLimits, task_name
from manifest_app.release import apart
from manifest_app.release.apart import PublicManifest, is_barred, make, make_apart
from manifest_app.release.profile import Profile, profiles
from manifest_app.release.write import ReleaseFile, make_release
from tests.golden.test_release_files import SHA256
from tests.release.lists import liaison, passenger, six

ROOT = Path(manifest_app.__file__).resolve().parents[1]
# Put before the child: another clock, another user, no network, and nothing of the office can be imported.
CUSTOMIZED = """
import builtins, datetime, getpass, os, random, socket, sys, time
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2041, 5, 6, 7, 8, 9, tzinfo=tz)
    utcnow = today = now
datetime.datetime = Later
time.time = lambda: 2251436889.0
time.localtime = lambda *_: time.gmtime(2251436889)
socket.gethostname = getpass.getuser = lambda: "somebody-else"
real_open = builtins.open
def watched(file, mode="r", *rest, **named):
    if set(mode) & set("wax+"):
        raise PermissionError(file)
    return real_open(file, mode, *rest, **named)
builtins.open = watched
class Bar:
    def find_spec(self, name, *_):
        if name.startswith(BARRED):
            os.write(2, name.encode())
            os._exit(9)
sys.meta_path.insert(0, Bar())
"""


def _started(folder: Path, public: PublicManifest, **environment: str) -> ReleaseFile:
    """The same child, started by hand where nothing is as it is here."""
    folder.mkdir()
    barred = tuple(f"manifest_app.{name}" for name in ("vault", "workflow", "review", "screening", "cli", "desktop"))
    more = tuple(f"manifest_app.model.{name}" for name in ("hold", "protection", "finding", "incident", "judgement"))
    (folder / "sitecustomize.py").write_text(f"BARRED = {(*barred, *more)!r}\n{CUSTOMIZED}", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-B", "-W", "error", "-m", "manifest_app.files.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={"PYTHONPATH": f"{folder}:{ROOT}", "PATH": "/nowhere", **environment},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    limits = ChildLimits()
    request = Request(
        task_name(make), msgspec.Raw(msgspec.msgpack.encode(public)), limits.memory_bytes, limits.cpu_seconds
    )
    with process:
        write_frame(process.stdin, request)
        process.stdin.close()
        said = read_frame(process.stdout)
        ended = read_frame(process.stdout)
        assert process.stderr.read() == b""
    assert isinstance(ended, Ended)
    assert ended.how == "done"
    assert isinstance(said, Said)
    assert sorted(one.name for one in folder.iterdir()) == ["sitecustomize.py"]
    return msgspec.msgpack.decode(said.value, type=ReleaseFile)


ELSEWHERE = {
    "east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "USER": "case-team", "HOME": "/nowhere"},
    "west": {"TZ": "America/Havana", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "77"},
}


@pytest.mark.skipif(sys.platform == "win32", reason="another user and folder are set as on POSIX")
@pytest.mark.parametrize("place", ELSEWHERE)
@pytest.mark.parametrize(
    ("name", "kind"), [("liaison", "xlsx"), ("liaison", "csv"), ("liaison-es", "pdf"), ("carrier", "paxlst")]
)
def test_a_process_that_gets_only_the_public_manifest_writes_the_golden_file(
    tmp_path: Path, place: str, name: str, kind: str
) -> None:
    public = PublicManifest(six(kind), profiles()[name], kind, 1, ("910000001",))
    made = _started(tmp_path / "cases of asylum", public, **ELSEWHERE[place])
    assert made.sha256 == SHA256[name, kind]
    assert made == make_release(six(kind), profiles()[name], kind, number=1)


@pytest.mark.parametrize("kind", ["xlsx", "csv", "pdf", "paxlst"])
def test_the_twin_of_a_writing_is_made_so(kind: str) -> None:
    profile = profiles()["carrier"]
    made = make_release(six(kind), profile, kind, number=7, forbidden=("910000001",))
    assert make_apart(six(kind), profile, kind, number=7, forbidden=("910000001",)) == made


def test_what_can_not_leave_does_not_come_back() -> None:
    told = dataclasses.replace(six("csv"), passengers=(passenger(nationality="XXB"),))
    assert make_apart(told, liaison(), "csv", number=1) is None


def test_a_process_that_breaks_is_a_mistake_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LIMITS", ChildLimits(memory_bytes=1 << 20))
    with pytest.raises(FileProblem, match="a second time") as error:
        make_apart(six("csv"), liaison(), "csv", number=1)
    assert "nothing was written" in error.value.todo


def test_the_public_manifest_has_no_place_for_protection() -> None:
    hints = typing.get_type_hints(PublicManifest)
    assert set(hints) == {"clearance", "profile", "file_format", "number", "forbidden"}
    assert hints["profile"] is Profile
    said = msgspec.msgpack.decode(msgspec.msgpack.encode(PublicManifest(six("csv"), liaison(), "csv", 1, ())))
    assert set(said["clearance"]["passengers"][0]) == {
        *("family_name", "given_names", "birth_date", "sex", "nationality"),
        *("document_type", "document_number", "document_issuer", "document_expiry"),
    }


@pytest.mark.parametrize("module", ["vault", "vault.open", "workflow", "model.hold", "model.protection", "review.told"])
def test_what_knows_of_protection_can_not_be_imported_there(module: str) -> None:
    name = f"manifest_app.{module}"
    assert is_barred(name)
    with pytest.raises(ImportError, match="not for the process"):
        apart._Bar().find_spec(name, None)


@pytest.mark.parametrize("module", ["manifest_app.release.write", "manifest_app.model.release", "manifest_app.vaulted"])
def test_what_makes_a_release_can(module: str) -> None:
    assert not is_barred(module)
    assert apart._Bar().find_spec(module, None) is None


def test_a_process_that_has_them_makes_nothing() -> None:
    script = (
        "import manifest_app.model.hold, msgspec\n"
        "from manifest_app.errors import Bug\n"
        "from manifest_app.release.apart import make\n"
        "try: next(make(msgspec.Raw(b''), lambda *_: None))\n"
        "except Bug as bug: print(bug)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "know of protection" in done.stdout


def test_once_it_makes_a_release_that_process_can_not_import_them() -> None:
    script = (
        "import msgspec\n"
        "from manifest_app.release.apart import make\n"
        "try: next(make(msgspec.Raw(b''), lambda *_: None))\n"
        "except msgspec.DecodeError: pass\n"
        "try: import manifest_app.vault\n"
        "except ImportError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "manifest_app.vault is not for the process" in done.stdout
