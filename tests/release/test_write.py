import hashlib
import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from manifest_app.errors import BlockedError, Bug, ExitCode, KnownError
from manifest_app.model.release import Clearance
from manifest_app.release import write
from manifest_app.release.profile import profiles
from manifest_app.release.project import project
from manifest_app.release.write import make_release
from tests.release.leaky import ALL
from tests.release.lists import FLIGHT, SIX, liaison, passenger, six

ROOT = Path(write.__file__).resolve().parents[2]
# What another machine may do differently, put before the program is imported: the clock, and the user behind it.
ELSEWHERE = """
import datetime, getpass, hashlib, os, socket, sys, time
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2041, 5, 6, 7, 8, 9, tzinfo=tz)
    utcnow = today = now
datetime.datetime = Later
time.time = lambda: 2251436889.0
time.localtime = lambda *_: time.gmtime(2251436889)
socket.gethostname = getpass.getuser = lambda: "somebody-else"
from manifest_app.release.profile import profiles
from manifest_app.release.write import make_release
from tests.release.lists import six
for name, profile in sorted(profiles().items()):
    for kind in profile.formats:
        made = make_release(six(kind), profile, kind, number=1)
        assert hashlib.sha256(made.data).hexdigest() == made.sha256
        print(name, made.name, made.sha256)
print(sorted(os.listdir(".")))
"""


def _elsewhere(folder: Path, **environment: str) -> str:
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-W", "error", "-B", "-c", ELSEWHERE],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _here() -> str:
    lines = []
    for name, profile in sorted(profiles().items()):
        for kind in profile.formats:
            made = make_release(six(kind), profile, kind, number=1)
            lines.append(f"{name} {made.name} {made.sha256}\n")
    return "".join([*lines, "[]\n"])


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "USER": "case-team", "LOGNAME": "case-team"},
        {"TZ": "America/Havana", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "77", "HOME": "/"},
    ],
    ids=["east", "west"],
)
def test_the_same_bytes_anywhere_and_no_file_left_behind(tmp_path: Path, environment: Mapping[str, str]) -> None:
    assert _elsewhere(tmp_path / "cases of asylum", **environment) == _here()


def test_a_release_has_its_name_its_hash_and_its_count() -> None:
    made = make_release(SIX, liaison(), "xlsx", number=3, forbidden=["012345678"])
    assert made.name == "MANIFEST_RX-114_2026-12-04_v3.xlsx"
    assert made.sha256 == hashlib.sha256(made.data).hexdigest()
    assert made.passengers == 6
    assert make_release(SIX, liaison(), "xlsx", number=3).data == made.data


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        make_release(SIX, liaison(), "csv", number=1)
    assert caplog.records == []


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(BlockedError, match="no cleared passenger"):
        make_release(Clearance(FLIGHT, ()), liaison(), "csv", number=1)


def test_a_format_the_recipient_has_not_is_refused() -> None:
    with pytest.raises(KnownError, match="no format 'docx'"):
        make_release(SIX, liaison(), "docx", number=1)


def test_a_refusal_says_where_and_why_but_not_who_or_what() -> None:
    told = replace(SIX, passengers=(*SIX.passengers, passenger("Quesada", "Rosa", nationality="XXB", number="K77")))
    with pytest.raises(BlockedError) as refused:
        make_release(told, liaison(), "xlsx", number=1)
    assert refused.value.exit_code is ExitCode.BLOCKED
    assert "No. 4: the nationality tells of protection by itself" in refused.value.message
    assert not any(word in str(refused.value) for word in ("Quesada", "Rosa", "XXB", "K77"))


def test_many_reasons_are_counted() -> None:
    told = Clearance(FLIGHT, tuple(passenger(f"Paz{sign}") for sign in "*/+&%$#"))
    with pytest.raises(BlockedError, match=r"No\. 5: .* And 2 more\."):
        make_release(told, liaison(), "xlsx", number=1)


@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
def test_a_writer_that_leaks_gives_no_file_but_a_bug(monkeypatch: pytest.MonkeyPatch, file_format: str) -> None:
    for mutant in ALL:
        if mutant.file_format != file_format or mutant.name == "a-number":
            continue

        leaky = partial(mutant.export, protected=frozenset({2}))
        monkeypatch.setattr(write, "WRITERS", {file_format: leaky})
        with pytest.raises(Bug):
            make_release(SIX, liaison(), file_format, number=1)


def test_a_lost_passenger_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = replace(SIX, passengers=SIX.passengers[1:])
    monkeypatch.setattr(write, "project", lambda _, profile: project(fewer, profile))
    with pytest.raises(Bug, match="whole list"):
        make_release(SIX, liaison(), "csv", number=1)


def test_a_name_that_tells_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "file_name", lambda *_: "MANIFEST_RX-114_2026-12-04_v1_52held.csv")
    with pytest.raises(Bug, match="neutral name"):
        make_release(SIX, liaison(), "csv", number=1)


@pytest.mark.parametrize("file_format", ["xlsx", "csv", "pdf", "paxlst"])
def test_a_number_of_the_office_is_looked_for_in_the_file_itself_too(
    monkeypatch: pytest.MonkeyPatch, file_format: str
) -> None:
    monkeypatch.setattr(write, "disclosures", lambda *_, **__: ())
    told = replace(six(file_format), passengers=(*six(file_format).passengers, passenger(number="A012345678")))
    profile = profiles()["carrier"]
    with pytest.raises(Bug, match="'forbidden values'"):
        make_release(told, profile, file_format, number=1, forbidden=["012345678"])
    assert make_release(told, profile, file_format, number=1, forbidden=["012345679"]).passengers == 7
