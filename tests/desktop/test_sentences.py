from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from manifest_app.desktop import sentences
from manifest_app.model.flight import ScreeningStamp
from manifest_app.model.hold import Category, Hold, HoldState
from manifest_app.review.clearance import blockers, stale_reason
from manifest_app.workflow.wording import warning

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
OPEN = Hold("h1", "H-0001", "f1", "p1", HoldState.OPEN, NOON)


def stale_sentences() -> list[str]:
    stamp = ScreeningStamp(NOON, 1, "d", 3)
    cases = (
        (None, NOON, 1, "d"),
        (stamp, NOON, 2, "d"),
        (stamp, NOON, 1, "e"),
        (stamp, NOON + timedelta(hours=30), 1, "d"),
        (stamp, NOON - timedelta(hours=30), 1, "d"),
    )
    return [
        stale_reason(one, now=now, registry_version=version, manifest_digest=digest, valid_hours=24) or ""
        for one, now, version, digest in cases
    ]


def spoken() -> list[str]:
    states, kinds, released = (HoldState.OPEN, HoldState.UPHELD), (None, *Category), (False, True)
    warnings = [warning(s, kind, "H-0001", released=out) for s, kind, out in product(states, kinds, released)]
    blocked = ["The flight is cancelled.", "No passenger is left for the list."]
    blocked += [one.public_text for one in blockers((), (OPEN,), None)]
    return warnings + stale_sentences() + blocked


@pytest.mark.parametrize("text", sorted(set(spoken())))
def test_every_word_of_every_warning_is_known_here(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert text
    table = dict.fromkeys(sentences.known(), "")
    monkeypatch.setattr(sentences, "known", lambda: table)
    left = sentences.warning(text)
    assert left.replace("H-0001.", "").replace("24", "").split() == []


def test_in_english_nothing_changes() -> None:
    for text in spoken():
        assert sentences.warning(text) == text
