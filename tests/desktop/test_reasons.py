"""Each place and each reason of a check is said in the language of the window."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from manifest_app import outgoing
from manifest_app.desktop.models import places
from manifest_app.desktop.models.reasons import what
from manifest_app.outgoing.pieces import Channel
from manifest_app.outgoing.report import What
from manifest_app.workflow.checking import NEEDS_OFFICER
from manifest_app.workflow.watching import CANNOT_READ

SAYING = ("Unexplained", "TooMuchError")


def reasons() -> Iterator[str]:
    """Every reason that a reader of files gives, numbers in it too, as far as its text stands in the code."""
    for path in Path(outgoing.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
                yield from filter(None, map(literal, node.args[-1:]))


def literal(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) or "7,777" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_all_that_a_check_says_has_its_words() -> None:
    assert len(set(reasons())) > 10
    for reason in {*reasons(), *What, NEEDS_OFFICER, CANNOT_READ}:
        assert what(reason) != reason, reason
    for channel in Channel:
        assert places.channel(channel) != channel, channel
    assert what("more than the 1,048,576 rows that a sheet has").startswith("More than the 1,048,576 rows")
    assert what("something new, 100 % so") == "something new, 100 % so"


def test_numbers_of_places_are_translated_and_names_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "translate", lambda _context, text: text.upper())
    assert places.where("sheet row of all, row 12") == "sheet row of all, ROW 12"
    assert places.where("a.zip > page 2 > my line") == "a.zip > PAGE 2 > my line"
    assert places.where("whole file") == "WHOLE FILE"
