"""The command line in the test's own process, with the people of a demonstration at it."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from manifest_app.cli import main
from manifest_app.model.hold import Category, HoldState, Verdict
from manifest_app.workflow import reviewing
from manifest_app.workflow.session import Session
from manifest_app.workflow.vaults import unlock

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gave: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document that ``--json`` prints."""
        return json.loads(self.out)


class Office:
    """A demonstration vault and its people."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.vault = folder / "vault"
        self.capsys = capsys

    def password_file(self, name: str) -> Path:
        """Where a person's password is."""
        return self.folder / "people" / f"{name}.password"

    def run(self, *arguments: str, user: str = "planner") -> Answer:
        """Run a command as somebody."""
        return run(self.capsys, [*self.who(user), *arguments])

    def who(self, user: str) -> list[str]:
        """The options that say where the vault is and who one is."""
        return ["--vault", str(self.vault), "--user", user, "--password-file", str(self.password_file(user))]

    def program(self, *arguments: str, user: str = "planner", under: Sequence[str] = ()) -> list[str]:
        """The same command as a process of its own, started by another program if ``under`` names one."""
        return [*under, sys.executable, "-m", "tests.helpers.cheap_program", *self.who(user), *arguments]

    def start(self, *arguments: str, user: str = "planner", under: Sequence[str] = ()) -> Answer:
        """Run a command as somebody, in a process of its own."""
        command = self.program(*arguments, user=user, under=under)
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=120)
        return Answer(done.returncode, done.stdout, done.stderr)

    def ask(self, *arguments: str, user: str = "planner", code: int = 0) -> Any:
        """Run a command with ``--json`` and give its document; the exit code must be ``code``."""
        answer = self.run("--json", *arguments, user=user)
        assert answer.code == code, answer.err
        return answer.document

    @contextmanager
    def session(self, name: str = "planner") -> Iterator[Session]:
        """Somebody at the program who does not leave after each command."""
        session = unlock(self.vault, name, self.password_file(name).read_text(encoding="utf-8").strip())
        try:
            yield session
        finally:
            session.close()

    def uphold_all(self) -> None:
        """A supervisor keeps everyone who is held off the flight; one session, since each opening takes its time."""
        with self.session("supervisor") as session:
            for row in reviewing.holds(session):
                if row.hold.state is HoldState.OPEN:
                    reason = "exposed" if row.category is Category.EXPOSURE else "claim-pending"
                    reviewing.decide(session, row.hold.id, Verdict.UPHOLD, reason, "records agree", None)

    def bytes(self) -> dict[str, bytes]:
        """Every file of the vault's folder."""
        files = (path for path in sorted(self.vault.rglob("*")) if path.is_file())
        return {str(path.relative_to(self.vault)): path.read_bytes() for path in files}

    def second(self, name: str = "officer") -> tuple[str, ...]:
        """The options that name the second person."""
        return ("--second", name, "--second-password-file", str(self.password_file(name)))


def run(capsys: pytest.CaptureFixture[str], arguments: Sequence[str]) -> Answer:
    """Run a command and give its exit code and what it printed."""
    capsys.readouterr()
    code = main(arguments)
    out, err = capsys.readouterr()
    return Answer(int(code), out, err)
